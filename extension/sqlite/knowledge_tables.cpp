#include "sqlite/knowledge_tables.h"

#include <string>
#include <string_view>

#include "gazette.h"
#include "sqlite/connection.h"
#include "sqlite/guard.h"

namespace gazette::sqlite {
namespace {

// One of the two tables. Row ids: built-in rows count from 1; a user's row i is user_rows + i, so that a row keeps
// its id while the built-in ones are read.
constexpr sqlite3_int64 user_rows = sqlite3_int64{1} << 32U;

struct Shape {
  const char* name;
  const char* schema;
  std::size_t (*built_in_count)();
  std::size_t (*user_count)(const Connection&);
  void (*cell)(sqlite3_context*, const Connection&, bool built_in, std::size_t row, int column);
  std::string (*insert)(Connection&, sqlite3_value** values);  // empty, or why not
  void (*remove)(Connection&, std::size_t row);
};

struct Registration {
  const Shape* shape;
  std::shared_ptr<Connection> connection;
};

struct Instance {
  sqlite3_vtab base;
  const Registration* registration;
};

struct Cursor {
  sqlite3_vtab_cursor base{};
  std::size_t row = 0;
  std::size_t built_in = 0;
};

std::string text_of(sqlite3_value* value) {
  const auto* const bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
  return bytes == nullptr ? std::string() : std::string(bytes, static_cast<std::size_t>(sqlite3_value_bytes(value)));
}

void put(sqlite3_context* context, std::string_view text) {
  if (!text.empty()) sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

// --- gazette_lexicon -----------------------------------------------------------------------------------------------

void lexicon_cell(sqlite3_context* context, const Connection& connection, bool built_in, std::size_t row, int column) {
  const LexiconEntry entry = built_in ? Knowledge::built_in()->entry(row) : connection.entries()[row];
  switch (column) {
    case 0: return put(context, entry.term);
    case 1: return put(context, entry.classes);
    case 2: return put(context, entry.name);
    case 3: return put(context, entry.country);
    case 4: return put(context, entry.role);
    case 5: return put(context, entry.valid_from);
    case 6: return put(context, entry.valid_to);
    default: return put(context, built_in ? "built-in" : "user");
  }
}

std::string lexicon_insert(Connection& connection, sqlite3_value** values) {
  LexiconEntry entry;
  entry.term = text_of(values[0]);
  entry.classes = text_of(values[1]);
  entry.name = text_of(values[2]);
  entry.country = text_of(values[3]);
  entry.role = text_of(values[4]);
  entry.valid_from = text_of(values[5]);
  entry.valid_to = text_of(values[6]);
  entry.built_in = false;
  return connection.add(std::move(entry));
}

constexpr Shape lexicon_shape{"gazette_lexicon",
                              "CREATE TABLE x(term TEXT, class TEXT, name TEXT, country TEXT, role TEXT, valid_from TEXT, valid_to TEXT, origin TEXT)",
                              [] { return Knowledge::built_in()->entry_count(); },
                              [](const Connection& connection) { return connection.entries().size(); },
                              lexicon_cell,
                              lexicon_insert,
                              [](Connection& connection, std::size_t row) { connection.remove_entry(row); }};

// --- gazette_rules -------------------------------------------------------------------------------------------------

void rules_cell(sqlite3_context* context, const Connection& connection, bool built_in, std::size_t row, int column) {
  const RuleEntry rule = built_in ? Knowledge::built_in()->rule(row) : connection.rules()[row];
  switch (column) {
    case 0: return put(context, rule.name);
    case 1: return put(context, rule.stage);
    case 2: return put(context, rule.pattern);
    default: return put(context, built_in ? "built-in" : "user");
  }
}

std::string rules_insert(Connection& connection, sqlite3_value** values) {
  RuleEntry rule;
  rule.name = text_of(values[0]);
  rule.stage = text_of(values[1]);
  rule.pattern = text_of(values[2]);
  rule.built_in = false;
  return connection.add(std::move(rule));
}

constexpr Shape rules_shape{"gazette_rules",
                            "CREATE TABLE x(name TEXT, stage TEXT, pattern TEXT, origin TEXT)",
                            [] { return Knowledge::built_in()->rule_count(); },
                            [](const Connection& connection) { return connection.rules().size(); },
                            rules_cell,
                            rules_insert,
                            [](Connection& connection, std::size_t row) { connection.remove_rule(row); }};

// --- the virtual table ---------------------------------------------------------------------------------------------

const Registration& registration_of(const sqlite3_vtab* vtab) { return *reinterpret_cast<const Instance*>(vtab)->registration; }

int connect(sqlite3* db, void* aux, int /*argc*/, const char* const* /*argv*/, sqlite3_vtab** out, char** message) {
  return guarded(message, [&] {
    const auto* const registration = static_cast<const Registration*>(aux);
    const int code = sqlite3_declare_vtab(db, registration->shape->schema);
    if (code != SQLITE_OK) return code;
    sqlite3_vtab_config(db, SQLITE_VTAB_DIRECTONLY);
    auto* const instance = static_cast<Instance*>(sqlite3_malloc(sizeof(Instance)));
    if (instance == nullptr) return SQLITE_NOMEM;
    *instance = Instance{{}, registration};
    *out = &instance->base;
    return SQLITE_OK;
  });
}

int disconnect(sqlite3_vtab* vtab) {
  sqlite3_free(vtab);
  return SQLITE_OK;
}

int best_index(sqlite3_vtab* /*vtab*/, sqlite3_index_info* info) {
  info->estimatedCost = 100000;
  info->estimatedRows = 100000;
  return SQLITE_OK;
}

int open(sqlite3_vtab* vtab, sqlite3_vtab_cursor** out) {
  return guarded(&vtab->zErrMsg, [&] {
    *out = &std::make_unique<Cursor>().release()->base;  // close() takes it back
    return SQLITE_OK;
  });
}

int close(sqlite3_vtab_cursor* cursor) {
  const std::unique_ptr<Cursor> owned(reinterpret_cast<Cursor*>(cursor));
  return SQLITE_OK;
}

int filter(sqlite3_vtab_cursor* base, int /*index*/, const char* /*name*/, int /*argc*/, sqlite3_value** /*argv*/) {
  return guarded(&base->pVtab->zErrMsg, [&] {
    auto& cursor = *reinterpret_cast<Cursor*>(base);
    cursor.row = 0;
    cursor.built_in = registration_of(base->pVtab).shape->built_in_count();
    return SQLITE_OK;
  });
}

int next(sqlite3_vtab_cursor* base) {
  ++reinterpret_cast<Cursor*>(base)->row;
  return SQLITE_OK;
}

int eof(sqlite3_vtab_cursor* base) {
  const auto& cursor = *reinterpret_cast<const Cursor*>(base);
  const Registration& registration = registration_of(base->pVtab);
  return cursor.row >= cursor.built_in + registration.shape->user_count(*registration.connection) ? 1 : 0;
}

int column(sqlite3_vtab_cursor* base, sqlite3_context* context, int index) {
  const auto& cursor = *reinterpret_cast<const Cursor*>(base);
  const Registration& registration = registration_of(base->pVtab);
  const bool built_in = cursor.row < cursor.built_in;
  guarded(context, [&] {
    registration.shape->cell(context, *registration.connection, built_in, built_in ? cursor.row : cursor.row - cursor.built_in, index);
  });
  return SQLITE_OK;
}

int rowid(sqlite3_vtab_cursor* base, sqlite3_int64* out) {
  const auto& cursor = *reinterpret_cast<const Cursor*>(base);
  const auto row = static_cast<sqlite3_int64>(cursor.row);
  const auto built_in = static_cast<sqlite3_int64>(cursor.built_in);
  *out = row < built_in ? row + 1 : user_rows + row - built_in;
  return SQLITE_OK;
}

int refuse(sqlite3_vtab* vtab, const std::string& why) {
  sqlite3_free(vtab->zErrMsg);
  vtab->zErrMsg = sqlite3_mprintf("%s", why.c_str());
  return SQLITE_ERROR;
}

int update(sqlite3_vtab* vtab, int argc, sqlite3_value** argv, sqlite3_int64* row) {
  return guarded(&vtab->zErrMsg, [&] {
    const Registration& registration = registration_of(vtab);
    Connection& connection = *registration.connection;
    const std::string name = registration.shape->name;
    const bool inserts = sqlite3_value_type(argv[0]) == SQLITE_NULL;
    if (argc > 1 && !inserts) return refuse(vtab, name + ": expected INSERT or DELETE, found UPDATE; delete the row and insert it anew");
    if (!inserts) {
      const sqlite3_int64 at = sqlite3_value_int64(argv[0]) - user_rows;
      if (at < 0 || static_cast<std::size_t>(at) >= registration.shape->user_count(connection)) {
        return refuse(vtab, name + ": expected a row of the user's, found a built-in one; add AND origin = 'user'");
      }
      registration.shape->remove(connection, static_cast<std::size_t>(at));
      return SQLITE_OK;
    }
    const std::string error = registration.shape->insert(connection, argv + 2);
    if (!error.empty()) return refuse(vtab, error);
    *row = user_rows + static_cast<sqlite3_int64>(registration.shape->user_count(connection)) - 1;
    return SQLITE_OK;
  });
}

constexpr sqlite3_module make_module() {
  sqlite3_module made{};
  made.xConnect = connect;  // and no xCreate: the table is there by its name alone
  made.xBestIndex = best_index;
  made.xDisconnect = disconnect;
  made.xOpen = open;
  made.xClose = close;
  made.xFilter = filter;
  made.xNext = next;
  made.xEof = eof;
  made.xColumn = column;
  made.xRowid = rowid;
  made.xUpdate = update;
  return made;
}
constexpr sqlite3_module module_of_knowledge = make_module();

}  // namespace

int register_knowledge_tables(sqlite3* db, const std::shared_ptr<Connection>& connection) {
  for (const Shape* const shape : {&lexicon_shape, &rules_shape}) {
    auto registration = std::make_unique<Registration>(Registration{shape, connection});
    const int code = sqlite3_create_module_v2(db, shape->name, &module_of_knowledge, registration.release(),
                                              [](void* owned) { const std::unique_ptr<Registration> gone(static_cast<Registration*>(owned)); });
    if (code != SQLITE_OK) return code;
  }
  return SQLITE_OK;
}

}  // namespace gazette::sqlite

#include "sqlite/knowledge_tables.h"

#include <map>
#include <string>
#include <string_view>

#include "gazette.h"
#include "sqlite/connection.h"
#include "sqlite/guard.h"
#include "sqlite/value.h"

namespace gazette::sqlite {
namespace {

// Row ids: built-in rows count from 1; a user's row has its own id behind these.
constexpr sqlite3_int64 user_rows = sqlite3_int64{1} << 32U;

// One of the two tables.
struct Shape {
  const char* name;
  const char* schema;
  int origin;  // the column
  std::size_t (*built_in_count)();
  void (*built_in_cell)(sqlite3_context*, std::size_t row, int column);
  std::int64_t (*next)(const Connection&, std::int64_t after);  // the next row of the user's, 0: none
  void (*user_cell)(sqlite3_context*, const Connection&, std::int64_t id, int column);
  std::string (*insert)(Connection&, sqlite3_value** values, std::int64_t& id);  // empty, or why not
  bool (*remove)(Connection&, std::int64_t id);
  std::size_t (*mark)(const Connection&);
  void (*roll_back)(Connection&, std::size_t mark);
  void (*forget_changes)(Connection&);
};

struct Registration {
  const Shape* shape;
  std::shared_ptr<Connection> connection;
};

struct Instance {
  sqlite3_vtab base{};
  const Registration* registration = nullptr;
  std::map<int, std::size_t> savepoints;  // where the log of changes stood; -1: at the transaction's begin
};

struct Cursor {
  sqlite3_vtab_cursor base{};
  std::size_t row = 0;  // while it is below built_in
  std::size_t built_in = 0;
  std::int64_t user = 0;
};

void put(sqlite3_context* context, std::string_view text) {
  if (!text.empty()) sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

template <typename Entry>
std::int64_t next_id(const UserRows<Entry>& rows, std::int64_t after) {
  const auto next = rows.rows().upper_bound(after);
  return next == rows.rows().end() ? 0 : next->first;
}

// The cell of a row that a cursor stands on; a row that is gone meanwhile has none.
template <typename Entry, typename Put>
void user_cell(const UserRows<Entry>& rows, std::int64_t id, Put put_cell) {
  const auto row = rows.rows().find(id);
  if (row != rows.rows().end()) put_cell(row->second);
}

// --- gazette_lexicon -----------------------------------------------------------------------------------------------

constexpr int lexicon_origin = 7;

void lexicon_cell(sqlite3_context* context, const LexiconEntry& entry, int column) {
  switch (column) {
    case 0: return put(context, entry.term);
    case 1: return put(context, entry.classes);
    case 2: return put(context, entry.name);
    case 3: return put(context, entry.country);
    case 4: return put(context, entry.role);
    case 5: return put(context, entry.valid_from);
    case 6: return put(context, entry.valid_to);
    default: return put(context, entry.built_in ? "built-in" : "user");
  }
}

std::string lexicon_insert(Connection& connection, sqlite3_value** values, std::int64_t& id) {
  LexiconEntry entry;
  entry.term = text_of(values[0]);
  entry.classes = text_of(values[1]);
  entry.name = text_of(values[2]);
  entry.country = text_of(values[3]);
  entry.role = text_of(values[4]);
  entry.valid_from = text_of(values[5]);
  entry.valid_to = text_of(values[6]);
  entry.built_in = false;
  return connection.add(std::move(entry), id);
}

constexpr Shape lexicon_shape{"gazette_lexicon",
                              "CREATE TABLE x(term TEXT, class TEXT, name TEXT, country TEXT, role TEXT, valid_from TEXT, valid_to TEXT, origin TEXT)",
                              lexicon_origin,
                              [] { return Knowledge::built_in()->entry_count(); },
                              [](sqlite3_context* context, std::size_t row, int column) {
                                if (column == lexicon_origin) return put(context, "built-in");
                                lexicon_cell(context, Knowledge::built_in()->entry(row), column);
                              },
                              [](const Connection& connection, std::int64_t after) { return next_id(connection.entries(), after); },
                              [](sqlite3_context* context, const Connection& connection, std::int64_t id, int column) {
                                user_cell(connection.entries(), id, [&](const LexiconEntry& entry) { lexicon_cell(context, entry, column); });
                              },
                              lexicon_insert,
                              [](Connection& connection, std::int64_t id) { return connection.change_entries([&](auto& rows) { return rows.remove(id); }); },
                              [](const Connection& connection) { return connection.entries().mark(); },
                              [](Connection& connection, std::size_t mark) { connection.change_entries([&](auto& rows) { return rows.roll_back(mark); }); },
                              [](Connection& connection) {
                                connection.change_entries([](auto& rows) {
                                  rows.forget_changes();
                                  return false;
                                });
                              }};

// --- gazette_rules -------------------------------------------------------------------------------------------------

constexpr int rules_origin = 3;

void rules_cell(sqlite3_context* context, const RuleEntry& rule, int column) {
  switch (column) {
    case 0: return put(context, rule.name);
    case 1: return put(context, rule.stage);
    case 2: return put(context, rule.pattern);
    default: return put(context, rule.built_in ? "built-in" : "user");
  }
}

std::string rules_insert(Connection& connection, sqlite3_value** values, std::int64_t& id) {
  RuleEntry rule;
  rule.name = text_of(values[0]);
  rule.stage = text_of(values[1]);
  rule.pattern = text_of(values[2]);
  rule.built_in = false;
  return connection.add(std::move(rule), id);
}

constexpr Shape rules_shape{"gazette_rules",
                            "CREATE TABLE x(name TEXT, stage TEXT, pattern TEXT, origin TEXT)",
                            rules_origin,
                            [] { return Knowledge::built_in()->rule_count(); },
                            [](sqlite3_context* context, std::size_t row, int column) { rules_cell(context, Knowledge::built_in()->rule(row), column); },
                            [](const Connection& connection, std::int64_t after) { return next_id(connection.rules(), after); },
                            [](sqlite3_context* context, const Connection& connection, std::int64_t id, int column) {
                              user_cell(connection.rules(), id, [&](const RuleEntry& rule) { rules_cell(context, rule, column); });
                            },
                            rules_insert,
                            [](Connection& connection, std::int64_t id) { return connection.change_rules([&](auto& rows) { return rows.remove(id); }); },
                            [](const Connection& connection) { return connection.rules().mark(); },
                            [](Connection& connection, std::size_t mark) { connection.change_rules([&](auto& rows) { return rows.roll_back(mark); }); },
                            [](Connection& connection) {
                              connection.change_rules([](auto& rows) {
                                rows.forget_changes();
                                return false;
                              });
                            }};

// --- the virtual table ---------------------------------------------------------------------------------------------

const Registration& registration_of(const sqlite3_vtab* vtab) { return *reinterpret_cast<const Instance*>(vtab)->registration; }

int connect(sqlite3* db, void* aux, int /*argc*/, const char* const* /*argv*/, sqlite3_vtab** out, char** message) {
  return guarded(message, [&] {
    const auto* const registration = static_cast<const Registration*>(aux);
    const int code = sqlite3_declare_vtab(db, registration->shape->schema);
    if (code != SQLITE_OK) return code;
    sqlite3_vtab_config(db, SQLITE_VTAB_DIRECTONLY);
    auto instance = std::make_unique<Instance>();
    instance->registration = registration;
    *out = &instance.release()->base;  // disconnect() takes it back
    return SQLITE_OK;
  });
}

int disconnect(sqlite3_vtab* vtab) {
  const std::unique_ptr<Instance> owned(reinterpret_cast<Instance*>(vtab));
  return SQLITE_OK;
}

// Plan 1: "origin = ?" is asked for, as argument 1; a user's rows alone are few. Plan 0: all rows.
int best_index(sqlite3_vtab* vtab, sqlite3_index_info* info) {
  info->estimatedCost = 100000;
  info->estimatedRows = 100000;
  for (int i = 0; i < info->nConstraint; ++i) {
    const auto& constraint = info->aConstraint[i];
    if (constraint.usable == 0 || constraint.iColumn != registration_of(vtab).shape->origin || constraint.op != SQLITE_INDEX_CONSTRAINT_EQ) continue;
    info->aConstraintUsage[i].argvIndex = 1;
    info->idxNum = 1;
    info->estimatedCost = 1000;
    break;
  }
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

int filter(sqlite3_vtab_cursor* base, int plan, const char* /*name*/, int /*argc*/, sqlite3_value** argv) {
  return guarded(&base->pVtab->zErrMsg, [&] {
    auto& cursor = *reinterpret_cast<Cursor*>(base);
    const Registration& registration = registration_of(base->pVtab);
    cursor.built_in = plan == 1 && text_of(argv[0]) == "user" ? 0 : registration.shape->built_in_count();
    cursor.row = 0;
    cursor.user = registration.shape->next(*registration.connection, 0);
    return SQLITE_OK;
  });
}

int next(sqlite3_vtab_cursor* base) {
  auto& cursor = *reinterpret_cast<Cursor*>(base);
  const Registration& registration = registration_of(base->pVtab);
  if (cursor.row < cursor.built_in) {
    ++cursor.row;
    if (cursor.row == cursor.built_in) cursor.user = registration.shape->next(*registration.connection, 0);
  } else {
    cursor.user = registration.shape->next(*registration.connection, cursor.user);
  }
  return SQLITE_OK;
}

int eof(sqlite3_vtab_cursor* base) {
  const auto& cursor = *reinterpret_cast<const Cursor*>(base);
  return cursor.row >= cursor.built_in && cursor.user == 0 ? 1 : 0;
}

int column(sqlite3_vtab_cursor* base, sqlite3_context* context, int index) {
  const auto& cursor = *reinterpret_cast<const Cursor*>(base);
  const Registration& registration = registration_of(base->pVtab);
  guarded(context, [&] {
    if (cursor.row < cursor.built_in) {
      registration.shape->built_in_cell(context, cursor.row, index);
    } else {
      registration.shape->user_cell(context, *registration.connection, cursor.user, index);
    }
  });
  return SQLITE_OK;
}

int rowid(sqlite3_vtab_cursor* base, sqlite3_int64* out) {
  const auto& cursor = *reinterpret_cast<const Cursor*>(base);
  *out = cursor.row < cursor.built_in ? static_cast<sqlite3_int64>(cursor.row) + 1 : user_rows + cursor.user;
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
      const sqlite3_int64 id = sqlite3_value_int64(argv[0]) - user_rows;
      if (id <= 0) return refuse(vtab, name + ": expected a row of the user's, found a built-in one; add AND origin = 'user'");
      registration.shape->remove(connection, id);
      return SQLITE_OK;
    }
    std::int64_t id = 0;
    const std::string error = registration.shape->insert(connection, argv + 2, id);
    if (!error.empty()) return refuse(vtab, error);
    *row = user_rows + id;
    return SQLITE_OK;
  });
}

// --- transactions: what fails or is rolled back leaves nothing behind -------------------------------------------------

constexpr int whole_transaction = -1;

int savepoint(sqlite3_vtab* vtab, int number) {
  return guarded(&vtab->zErrMsg, [&] {
    const Registration& registration = registration_of(vtab);
    reinterpret_cast<Instance*>(vtab)->savepoints[number] = registration.shape->mark(*registration.connection);
    return SQLITE_OK;
  });
}

int begin(sqlite3_vtab* vtab) { return savepoint(vtab, whole_transaction); }

// Back to the oldest mark that is no older than the savepoint: before it this table was not written to.
int roll_back_to(sqlite3_vtab* vtab, int number) {
  return guarded(&vtab->zErrMsg, [&] {
    const Registration& registration = registration_of(vtab);
    const auto& savepoints = reinterpret_cast<Instance*>(vtab)->savepoints;
    const auto at = savepoints.lower_bound(number);
    if (at != savepoints.end()) registration.shape->roll_back(*registration.connection, at->second);
    return SQLITE_OK;
  });
}

int release(sqlite3_vtab* vtab, int number) {
  auto& savepoints = reinterpret_cast<Instance*>(vtab)->savepoints;
  savepoints.erase(savepoints.lower_bound(number), savepoints.end());
  return SQLITE_OK;
}

int commit(sqlite3_vtab* vtab) {
  const Registration& registration = registration_of(vtab);
  registration.shape->forget_changes(*registration.connection);
  return release(vtab, whole_transaction);
}

int roll_back(sqlite3_vtab* vtab) {
  const int code = roll_back_to(vtab, whole_transaction);
  release(vtab, whole_transaction);
  return code;
}

constexpr sqlite3_module make_module() {
  sqlite3_module made{};
  made.iVersion = 2;        // with savepoints
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
  made.xBegin = begin;
  made.xCommit = commit;
  made.xRollback = roll_back;
  made.xSavepoint = savepoint;
  made.xRelease = release;
  made.xRollbackTo = roll_back_to;
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

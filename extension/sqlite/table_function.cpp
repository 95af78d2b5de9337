#include "sqlite/table_function.h"

#include <fmt/format.h>

#include <array>
#include <cstring>
#include <span>
#include <string>

#include "render/json.h"
#include "sqlite/connection.h"
#include "sqlite/guard.h"
#include "sqlite/value.h"

namespace gazette::sqlite {
namespace {

using render::Cell;
using render::Column;
using render::Table;

// What a registered table keeps: SQLite hands it to every instance.
struct Registration {
  const Table* table;
  std::shared_ptr<Connection> connection;
};

struct Instance {
  sqlite3_vtab base;
  const Registration* registration;
};

struct Cursor {
  sqlite3_vtab_cursor base{};
  std::span<const Column> columns;  // of the table: SQLite asks for cells far more often than for anything else
  std::shared_ptr<const Article> article;
  std::string text;  // the hidden columns, as they were given; the text only where the article has not all of it
  std::string published;
  bool has_published = false;
  std::size_t row = 0;
  std::size_t rows = 0;
};

const Table& table_of(const sqlite3_vtab* vtab) { return *reinterpret_cast<const Instance*>(vtab)->registration->table; }

int connect(sqlite3* db, void* aux, int /*argc*/, const char* const* /*argv*/, sqlite3_vtab** out, char** message) {
  return guarded(message, [&] {
    const auto* const registration = static_cast<const Registration*>(aux);
    std::string schema = "CREATE TABLE x(";
    for (const Column& column : registration->table->columns) schema += fmt::format("\"{}\" {}, ", column.name, column.type);
    schema += "text HIDDEN, published HIDDEN)";
    const int code = sqlite3_declare_vtab(db, schema.c_str());
    if (code != SQLITE_OK) return code;
    sqlite3_vtab_config(db, SQLITE_VTAB_INNOCUOUS);
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

// The text must be given, with "=": one plan, in which argument 1 is the text and argument 2 the date. A date that
// is given but can't be used yet (a join in the wrong order) makes the plan impossible, so that another is taken.
// SQLite asks for plans of parts of an OR too, where the text is not mentioned: one without it is made as dear as can
// be, and is an error only when it is run.
enum Plan : int { without_text, with_text };

int best_index(sqlite3_vtab* vtab, sqlite3_index_info* info) {
  const int text = static_cast<int>(table_of(vtab).columns.size());
  int text_at = -1;
  int date_at = -1;
  for (int i = 0; i < info->nConstraint; ++i) {
    const auto& constraint = info->aConstraint[i];
    if (constraint.iColumn < text || constraint.op != SQLITE_INDEX_CONSTRAINT_EQ) continue;
    if (constraint.usable == 0) return SQLITE_CONSTRAINT;
    (constraint.iColumn == text ? text_at : date_at) = i;
  }
  if (text_at < 0) {
    info->idxNum = without_text;
    info->estimatedCost = 1e99;
    return SQLITE_OK;
  }
  info->idxNum = with_text;
  info->aConstraintUsage[text_at].argvIndex = 1;
  info->aConstraintUsage[text_at].omit = 1;
  if (date_at >= 0) {
    info->aConstraintUsage[date_at].argvIndex = 2;
    info->aConstraintUsage[date_at].omit = 1;
  }
  info->estimatedCost = 1000;
  info->estimatedRows = 20;
  return SQLITE_OK;
}

int open(sqlite3_vtab* vtab, sqlite3_vtab_cursor** out) {
  return guarded(&vtab->zErrMsg, [&] {
    auto cursor = std::make_unique<Cursor>();
    cursor->columns = table_of(vtab).columns;
    *out = &cursor.release()->base;  // close() takes it back
    return SQLITE_OK;
  });
}

int close(sqlite3_vtab_cursor* cursor) {
  const std::unique_ptr<Cursor> owned(reinterpret_cast<Cursor*>(cursor));
  return SQLITE_OK;
}

int filter(sqlite3_vtab_cursor* base, int plan, const char* /*name*/, int argc, sqlite3_value** argv) {
  return guarded(&base->pVtab->zErrMsg, [&] {
    auto& cursor = *reinterpret_cast<Cursor*>(base);
    const Registration& registration = *reinterpret_cast<const Instance*>(base->pVtab)->registration;
    if (plan == without_text) {
      const char* const name = registration.table->name;
      sqlite3_free(base->pVtab->zErrMsg);
      base->pVtab->zErrMsg = sqlite3_mprintf("%s: expected a text, as in %s(text) or %s(text, published)", name, name, name);
      return SQLITE_ERROR;
    }
    cursor.article.reset();
    cursor.row = cursor.rows = 0;
    if (argc < 1 || sqlite3_value_type(argv[0]) == SQLITE_NULL) return SQLITE_OK;
    const std::string_view text = text_of(argv[0]);
    cursor.has_published = argc > 1 && sqlite3_value_type(argv[1]) != SQLITE_NULL;
    cursor.published = cursor.has_published ? text_of(argv[1]) : std::string_view{};
    // SQLite's own functions on text stop at a NUL; so do the rows, or substr() could not show them.
    const std::string_view seen = before_nul(text);
    cursor.article = registration.connection->article(seen, cursor.published, registration.table->depth);
    if (cursor.article == nullptr) return SQLITE_INTERRUPT;
    cursor.text.assign(seen.size() == text.size() && cursor.article->text().size() == seen.size() ? std::string_view{} : text);
    cursor.rows = registration.table->rows(*cursor.article);
    return SQLITE_OK;
  });
}

int next(sqlite3_vtab_cursor* base) {
  ++reinterpret_cast<Cursor*>(base)->row;
  return SQLITE_OK;
}

int eof(sqlite3_vtab_cursor* base) {
  const auto& cursor = *reinterpret_cast<const Cursor*>(base);
  return cursor.row >= cursor.rows ? 1 : 0;
}

// sqlite3_column_text() puts a NUL behind a text that SQLite does not know to have one, and reserves memory anew for it
// whenever it is asked. So a text is handed over with its NUL, unless it is so long that the copy costs as much.
void put(sqlite3_context* context, std::string_view text) {
  std::array<char, 256> room;
  if (text.size() >= room.size() || text.find('\0') != std::string_view::npos) {
    return sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  }
  std::memcpy(room.data(), text.data(), text.size());
  room[text.size()] = 0;
  sqlite3_result_text(context, room.data(), -1, SQLITE_TRANSIENT);
}

void put(sqlite3_context* context, const Cell& cell) {
  if (const auto* const text = std::get_if<std::string_view>(&cell)) return put(context, *text);
  if (const auto* const whole = std::get_if<std::int64_t>(&cell)) return sqlite3_result_int64(context, *whole);
  if (const auto* const real = std::get_if<double>(&cell)) return sqlite3_result_double(context, *real);
  if (const auto* const list = std::get_if<render::List>(&cell)) {
    std::string json;
    render::append_json(json, **list);
    put(context, std::string_view(json));
  }
}

int column(sqlite3_vtab_cursor* base, sqlite3_context* context, int index) {
  const auto& cursor = *reinterpret_cast<const Cursor*>(base);
  guarded(context, [&] {
    const auto at = static_cast<std::size_t>(index);
    if (at < cursor.columns.size()) {
      put(context, cursor.columns[at].cell(*cursor.article, cursor.row));
    } else if (at == cursor.columns.size()) {
      put(context, cursor.text.empty() ? cursor.article->text() : std::string_view(cursor.text));
    } else if (cursor.has_published) {
      put(context, std::string_view(cursor.published));
    }
  });
  return SQLITE_OK;
}

int rowid(sqlite3_vtab_cursor* base, sqlite3_int64* out) {
  *out = static_cast<sqlite3_int64>(reinterpret_cast<const Cursor*>(base)->row) + 1;
  return SQLITE_OK;
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
  return made;
}
constexpr sqlite3_module module_of_tables = make_module();

}  // namespace

int register_table(sqlite3* db, const Table& table, const std::shared_ptr<Connection>& connection) {
  auto registration = std::make_unique<Registration>(Registration{&table, connection});
  // SQLite calls the destructor also where it fails.
  return sqlite3_create_module_v2(db, table.name, &module_of_tables, registration.release(),
                                  [](void* owned) { const std::unique_ptr<Registration> gone(static_cast<Registration*>(owned)); });
}

}  // namespace gazette::sqlite

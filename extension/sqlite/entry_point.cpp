// The entry point: registers the tables and functions with a connection.
#include "sqlite/connection.h"
#include "sqlite/functions.h"
#include "sqlite/guard.h"
#include "sqlite/knowledge_tables.h"
#include "sqlite/table_function.h"

#ifndef SQLITE_CORE
SQLITE_EXTENSION_INIT1
#endif

extern "C" __attribute__((visibility("default"))) int sqlite3_gazette_init(sqlite3* db, char** message, const sqlite3_api_routines* api) {
#ifndef SQLITE_CORE
  SQLITE_EXTENSION_INIT2(api);
#else
  static_cast<void>(api);
#endif
  using namespace gazette::sqlite;  // NOLINT(google-build-using-namespace): the C entry point
  return guarded(message, [&] {
    if (sqlite3_libversion_number() < 3038000) {
      if (message != nullptr) *message = sqlite3_mprintf("gazette: expected SQLite 3.38 or later, found %s", sqlite3_libversion());
      return SQLITE_ERROR;
    }
    const auto connection = std::make_shared<Connection>(db);
    for (const gazette::render::Table& table : gazette::render::tables()) {
      if (const int code = register_table(db, table, connection); code != SQLITE_OK) return code;
    }
    if (const int code = register_functions(db, connection); code != SQLITE_OK) return code;
    return register_knowledge_tables(db, connection);
  });
}

// Stands in for the extension linked in: loads the file gazette.so as any program does. GAZETTE_MODULE names another one.
#include <sqlite3.h>

#include <cstdlib>

extern "C" int sqlite3_gazette_init(sqlite3* db, char** message, const struct sqlite3_api_routines* /*api*/) {
  const char* const other = std::getenv("GAZETTE_MODULE");
  sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, nullptr);
  const int code = sqlite3_load_extension(db, other != nullptr ? other : GAZETTE_MODULE_PATH, nullptr, message);
  sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
  return code;
}

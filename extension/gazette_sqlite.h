// Gazette for an application that links SQLite: every connection that is opened after this call has its tables.
//
//   #include <sqlite3.h>
//   #include "gazette_sqlite.h"
//
//   sqlite3_auto_extension(reinterpret_cast<void (*)()>(sqlite3_gazette_init));
//
// For one connection: sqlite3_gazette_init(db, nullptr, nullptr). Both give SQLITE_OK or SQLite's code of the error.
#ifndef GAZETTE_GAZETTE_SQLITE_H
#define GAZETTE_GAZETTE_SQLITE_H

struct sqlite3;
struct sqlite3_api_routines;

#ifdef __cplusplus
extern "C" {
#endif
int sqlite3_gazette_init(struct sqlite3* db, char** message, const struct sqlite3_api_routines* api);
#ifdef __cplusplus
}
#endif

#endif

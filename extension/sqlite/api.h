// SQLite's headers, as a loadable extension or as part of an application (SQLITE_CORE) needs them. The files of
// this folder are the only ones that include them.
#ifndef GAZETTE_SQLITE_API_H
#define GAZETTE_SQLITE_API_H

#ifdef SQLITE_CORE
#include <sqlite3.h>
#else
#include <sqlite3ext.h>
extern "C" {
extern const sqlite3_api_routines* sqlite3_api;
}
#endif

#endif

// The scalar functions: gazette_version, gazette_json, gazette_html, gazette_number, gazette_date.
#ifndef GAZETTE_SQLITE_FUNCTIONS_H
#define GAZETTE_SQLITE_FUNCTIONS_H

#include <memory>

#include "sqlite/api.h"

namespace gazette::sqlite {

class Connection;

/// Registers them. An SQLite result code.
int register_functions(sqlite3* db, const std::shared_ptr<Connection>& connection);

}  // namespace gazette::sqlite

#endif

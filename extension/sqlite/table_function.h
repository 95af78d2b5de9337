// A table-valued function from a list of columns (render/columns.h).
//
// A table is a name, its columns, and how many rows an article has of it. Everything that SQLite wants of a virtual
// table is written once, here. Every table takes `text` and `published` as hidden columns, as
// gazette_quotes(text, published).
//
//   for (const render::Table& table : render::tables()) register_table(db, table, connection);
#ifndef GAZETTE_SQLITE_TABLE_FUNCTION_H
#define GAZETTE_SQLITE_TABLE_FUNCTION_H

#include <memory>

#include "render/columns.h"
#include "sqlite/api.h"

namespace gazette::sqlite {

class Connection;

/// Registers one table with a connection. An SQLite result code.
int register_table(sqlite3* db, const render::Table& table, const std::shared_ptr<Connection>& connection);

}  // namespace gazette::sqlite

#endif

// A table-valued function from a list of columns.
//
// A table is a name, its columns, and how many rows an article has of it; a column is a name, an SQL type, a line of
// documentation, and a function that gives the cell of one row. Everything that SQLite wants of a virtual table is
// written once, here. Every table takes `text` and `published` as hidden columns, as gazette_quotes(text, published).
//
//   const Table quotes{"gazette_quotes", "who said what", columns, [](const Article& a) { return a.quotes.size(); }};
//   register_table(db, quotes, connection);
#ifndef GAZETTE_SQLITE_TABLE_FUNCTION_H
#define GAZETTE_SQLITE_TABLE_FUNCTION_H

#include <cstddef>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "gazette.h"
#include "sqlite/api.h"

namespace gazette::sqlite {

class Connection;

/// Writes one cell of row `row` (from 0) of an article.
using Cell = void (*)(sqlite3_context*, const Article&, std::size_t row);

struct Column {
  const char* name;
  const char* type;  // TEXT, INTEGER or REAL
  const char* about;
  Cell cell;
};

struct Table {
  const char* name;
  const char* about;
  std::vector<Column> columns;
  std::size_t (*rows)(const Article&);
};

/// All tables of interface.md, in its order.
const std::vector<Table>& tables();

/// Registers one table with a connection. An SQLite result code.
int register_table(sqlite3* db, const Table& table, const std::shared_ptr<Connection>& connection);

}  // namespace gazette::sqlite

#endif

// The tables of the interface, each a list of columns: the one place where they are written down.
//
// Virtual tables, JSON and the page are made from this list; so are the tables of the README, which
// `SELECT * FROM pragma_table_info('gazette_quotes')` can be held against. A cell is read as a value that knows
// nothing of SQLite.
//
//   for (const Table& table : tables())
//     for (std::size_t row = 0; row < table.rows(article); ++row)
//       for (const Column& column : table.columns) print(column.name, column.cell(article, row));
#ifndef GAZETTE_RENDER_COLUMNS_H
#define GAZETTE_RENDER_COLUMNS_H

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "gazette.h"

namespace gazette::render {

/// A list of texts; a JSON array where it is shown.
using List = const std::vector<std::string>*;

/// What stands in one row of one column: nothing (NULL), a number, a text or a list. Texts and lists belong to the
/// article. A text is as the article has it, also where that is no valid UTF-8.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string_view, List>;

struct Column {
  const char* name;
  const char* type;                               // in SQL: TEXT, INTEGER or REAL
  const char* about;                              // one line of documentation
  Cell (*cell)(const Article&, std::size_t row);  // rows count from 0
};

struct Table {
  const char* name;  // "gazette_quotes"
  const char* about;
  std::vector<Column> columns;
  std::size_t (*rows)(const Article&);
  Depth depth;  // how far the text must be read for it

  /// The name without "gazette_", as JSON has it.
  std::string_view short_name() const { return std::string_view(name).substr(std::string_view("gazette_").size()); }
};

/// All of them, in the order of the interface.
const std::vector<Table>& tables();

}  // namespace gazette::render

#endif

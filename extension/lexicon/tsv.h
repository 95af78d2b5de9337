// Reads the tab-separated files of lexicon/data, and says exactly what is wrong with one that is not right.
//
//   const auto file = read_tsv("victims.tsv", text);
//   if (!file) report(file.error());        // victims.tsv:17:9: column 'kind' ...
#ifndef GAZETTE_LEXICON_TSV_H
#define GAZETTE_LEXICON_TSV_H

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gazette::lexicon {

/// One file: its header and its rows, each with as many cells as the header has. Views point into the text.
struct Tsv {
  std::string name;
  std::vector<std::string_view> columns;
  std::vector<std::vector<std::string_view>> rows;  // rows[0] is line 2

  static constexpr std::size_t missing = static_cast<std::size_t>(-1);
  /// The index of a column, or `missing`.
  std::size_t column(std::string_view title) const;
  /// "victims.tsv:17:3: message"; `row` counts from 0 below the header, `cell` from 0.
  std::string at(std::size_t row, std::size_t cell, std::string_view message) const;
};

/// Parses `text`. The other alternative is the message of the first error, with file, line and column. Rows must be
/// sorted by byte order and differ from each other.
std::variant<Tsv, std::string> read_tsv(std::string_view name, std::string_view text);

}  // namespace gazette::lexicon

#endif

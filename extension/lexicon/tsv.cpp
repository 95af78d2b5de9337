#include "lexicon/tsv.h"

#include <fmt/format.h>

#include "text/utf8.h"

namespace gazette::lexicon {
namespace {

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  for (std::size_t begin = 0;;) {
    const std::size_t tab = line.find('\t', begin);
    cells.push_back(line.substr(begin, tab - begin));
    if (tab == std::string_view::npos) return cells;
    begin = tab + 1;
  }
}

// The column (in bytes, from 1) of the first thing that no line may hold, with what it is; 0 where there is none.
std::size_t flaw(std::string_view line, std::string& what) {
  for (std::size_t at = 0; at < line.size();) {
    const text::Decoded next = text::decode(line, at);
    if (!next.valid) return what = "invalid UTF-8", at + 1;
    if (next.code < ' ' && next.code != '\t') return what = "a control character", at + 1;
    at += next.length;
  }
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] != ' ') continue;
    const bool edge = at == 0 || at + 1 == line.size() || line[at - 1] == '\t' || line[at + 1] == '\t' || line[at + 1] == ' ';
    if (edge) return what = "a space at the edge of a cell or two spaces in a row", at + 1;
  }
  return 0;
}

}  // namespace

std::size_t Tsv::column(std::string_view title) const {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i] == title) return i;
  }
  return missing;
}

std::string Tsv::at(std::size_t row, std::size_t cell, std::string_view message) const { return fmt::format("{}:{}:{}: {}", name, row + 2, cell + 1, message); }

std::variant<Tsv, std::string> read_tsv(std::string_view name, std::string_view text) {
  Tsv file;
  file.name = name;
  std::size_t number = 0;
  std::string_view before;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = text.find('\n', begin);
    if (end == std::string_view::npos) return fmt::format("{}:{}:1: the last line must end in a newline", name, number + 1);
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    std::string what;
    if (const std::size_t column = flaw(line, what); column != 0) {
      return fmt::format("{}:{}:{}: {}", name, number, column, what);
    }
    if (number == 1) {
      file.columns = cells_of(line);
      continue;
    }
    std::vector<std::string_view> cells = cells_of(line);
    if (cells.size() != file.columns.size()) {
      return fmt::format("{}:{}:1: expected {} cells, as the header has, found {}", name, number, file.columns.size(), cells.size());
    }
    if (number > 2 && line <= before) {
      return fmt::format("{}:{}:1: lines must be sorted by byte order and differ; '{}' stands behind '{}'", name, number, cells[0],
                         before.substr(0, before.find('\t')));
    }
    before = line;
    file.rows.push_back(std::move(cells));
  }
  if (number == 0) return fmt::format("{}:1:1: expected a header line, found an empty file", name);
  return file;
}

}  // namespace gazette::lexicon

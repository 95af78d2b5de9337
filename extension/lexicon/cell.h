// What stands in a cell of a lexicon file or in a setting of a rule: a number, the word of a frame.
//
//   number_in<double>(entry[Column::strength]).value_or(0.8)
#ifndef GAZETTE_LEXICON_CELL_H
#define GAZETTE_LEXICON_CELL_H

#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>

namespace gazette::lexicon {

/// The number with which a cell begins; nothing where it begins with none, or with one that Number can't hold.
template <typename Number>
std::optional<Number> number_in(std::string_view cell) {
  Number value{};
  return std::from_chars(cell.data(), cell.data() + cell.size(), value).ec == std::errc() ? std::optional(value) : std::nullopt;
}

/// Does a frame's word name a category or a class, in capitals, rather than a word: "CONSULT", "PERSON_NOUN"?
inline bool names_class(std::string_view word) { return !word.empty() && word[0] >= 'A' && word[0] <= 'Z'; }

}  // namespace gazette::lexicon

#endif

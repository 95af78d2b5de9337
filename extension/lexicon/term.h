// Terms: how an entry of the lexicon is written, cut and found.
//
//   split_term("Lt. Gen.", orthography)  ->  {"lt. gen.", 2 words, Casing::capital}
#ifndef GAZETTE_LEXICON_TERM_H
#define GAZETTE_LEXICON_TERM_H

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "lexicon/tables.h"
#include "text/tokens.h"

namespace gazette::lexicon {

/// The columns of the data that rows and rules may ask for.
enum class Column : std::uint8_t {
  name,
  country,
  kind,
  gender,
  number,
  role,
  act,
  pattern,
  strength,
  harm,
  value,
  type,
  mode,
  cameo,
  frame,
  latitude,
  longitude,
  population,
  voice,
  demonym,
  valid_from,
  valid_to
};
inline constexpr std::size_t column_count = static_cast<std::size_t>(Column::valid_to) + 1;
static_assert(column_count <= 30);  // AttributeRecord::column, which has one for no column, and one for cells elsewhere
/// "victim_kind" and so on, as the header lines have them.
std::string_view column_name(Column column);
std::optional<Column> column_of(std::string_view name);

/// A bit for each of some shapes: asked of every token, so that it must be one instruction or two.
template <typename... Shapes>
constexpr std::uint32_t bits_of(Shapes... shapes) {
  static_assert(text::shape_count <= 32);
  return ((std::uint32_t{1} << static_cast<unsigned>(shapes)) | ...);
}
/// Does a token of this shape stand in the lexicon, alone or in a phrase?
constexpr bool wordlike(text::Shape shape) {
  using enum text::Shape;
  constexpr std::uint32_t all = bits_of(lower, capitalized, all_capitals, initial, compound, clitic, ordinal, reference, currency, symbol);
  return ((all >> static_cast<unsigned>(shape)) & 1U) != 0;
}
/// Is a token of this shape written with a capital at its start, or in capitals?
constexpr bool has_capital(text::Shape shape) {
  using enum text::Shape;
  return ((bits_of(capitalized, all_capitals, initial) >> static_cast<unsigned>(shape)) & 1U) != 0;
}

/// A term as the lexicon keeps it.
struct Term {
  std::string folded;  // its words, joined by single spaces
  std::uint8_t words = 0;
  Casing casing = Casing::any;
};

/// Cuts a term as the text is cut. Nothing where it holds no word, a mark that no word holds, or more than 250 bytes.
std::optional<Term> split_term(std::string_view term, const text::Orthography& orthography);

/// The hash under which a folded term of one or more words stands.
std::uint64_t hash_of_term(std::string_view folded);

}  // namespace gazette::lexicon

#endif

#include "lexicon/term.h"

#include <algorithm>
#include <array>
#include <vector>

#include "lexicon/fold.h"

namespace gazette::lexicon {
namespace {

using text::Shape;
using text::Token;

constexpr std::array<std::string_view, column_count> names{"name",      "country",    "kind",  "gender",  "number",     "role",    "act",   "pattern",
                                                           "strength",  "harm",       "value", "type",    "mode",       "cameo",   "frame", "latitude",
                                                           "longitude", "population", "voice", "demonym", "valid_from", "valid_to"};

}  // namespace

std::string_view column_name(Column column) { return names.at(static_cast<std::size_t>(column)); }

std::optional<Column> column_of(std::string_view name) {
  const auto* const at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) return std::nullopt;
  return static_cast<Column>(at - names.begin());
}

std::optional<Term> split_term(std::string_view term, const text::Orthography& orthography) {
  if (term.size() > 250) return std::nullopt;
  std::vector<Token> tokens;
  text::tokenize(term, 0, term.size(), orthography, tokens);
  Term result;
  bool capital = false;
  bool all = true;
  for (const Token& token : tokens) {
    if (!wordlike(token.shape)) return std::nullopt;
    if (!result.folded.empty()) result.folded.push_back(' ');
    fold(token.of(term), result.folded);
    ++result.words;
    capital |= has_capital(token.shape);
    for (std::uint32_t i = token.begin; i < token.end && token.shape == Shape::compound; ++i) {
      capital |= term[i] >= 'A' && term[i] <= 'Z';
    }
    all &= token.shape == Shape::all_capitals;
  }
  if (tokens.empty()) return std::nullopt;
  if (capital) result.casing = all && tokens.size() == 1 ? Casing::all_capitals : Casing::capital;
  return result;
}

std::uint64_t hash_of_term(std::string_view folded) {
  std::uint64_t hash = 0;
  for (std::size_t begin = 0; begin <= folded.size();) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    const std::uint64_t one = hash_of(folded.substr(begin, end - begin));
    hash = begin == 0 ? one : join(hash, one);
    begin = end + 1;
  }
  return hash;
}

}  // namespace gazette::lexicon

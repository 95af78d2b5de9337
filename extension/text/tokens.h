// Tokens: the words, numbers and marks of a text, each with its shape.
//
// A token is the smallest thing that a rule can name. Words keep their hyphens and inner apostrophes
// ("al-Shabaab", "O'Brien", "20-year-old"), lose their clitics ("Baku" + "'s"), and keep the full stop
// that makes them an abbreviation ("Gen.", "U.S."). Numbers keep separators, decimals and ranges
// ("1,200", "3.5", "30-40"). Which endings are clitics and which words are abbreviations is knowledge
// about a language, so it comes from the caller, as an Orthography.
//
//   "Gen. Ali's 1,200 men"   ->   Gen. | Ali | 's | 1,200 | men
#ifndef GAZETTE_TEXT_TOKENS_H
#define GAZETTE_TEXT_TOKENS_H

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/pause.h"

namespace gazette::text {

/// What a token looks like. The names are also the shape classes of the rule language.
enum class Shape : std::uint8_t {
  lower,         // attack, and scripts that have no case
  capitalized,   // Baku, McDonald, al-Shabaab
  all_capitals,  // NATO, U.S.
  initial,       // J. or a single capital letter
  number,        // 12, 1,200, 3.5
  year,          // 1500 to 2099: a number that may be a year
  number_range,  // 30-40
  ordinal,       // 3rd
  compound,      // digits and letters: 20-year-old, F-16, 5pm
  clitic,        // 's, 'll, and the apostrophe of a plural possessive
  reference,     // a URL, an e-mail address, a @handle, a #tag
  currency,      // $
  percent,       // %
  comma,
  full_stop,
  question,  // ? and !
  ellipsis,
  colon,
  semicolon,
  dash,
  slash,
  open_bracket,
  close_bracket,
  open_quote,  // after text/quotations: an opening quotation mark
  close_quote,
  mark,    // a quotation mark whose role is not known yet
  symbol,  // anything else that can be seen
};
inline constexpr std::size_t shape_count = static_cast<std::size_t>(Shape::symbol) + 1;

/// The name of a shape in the rule language: "CAPITALIZED".
std::string_view shape_name(Shape shape);

/// A token: bytes [begin, end) of the text.
struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Shape shape = Shape::symbol;
  bool space_before = false;  // white space, or the start of the text, stands before it
  bool abbreviation = false;  // ends in a full stop that belongs to it

  std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
};

/// What a word can tell about the layout of a text.
enum class Trait : std::uint8_t {
  date,         // a month or a weekday: a line of such words and numbers is a date line
  country,      // a country's name, which alone is no dateline
  opener,       // a word that, with a capital behind a full stop, opens a sentence: The, He, In
  numbered,     // an abbreviation before a number: no., fig.
  byline,       // By
  caption,      // photo, image
  boilerplate,  // Read (more), Advertisement
};

/// What the text layer needs to know about a language; the lexicon answers.
class Orthography {
 public:
  virtual ~Orthography() = default;
  /// Does `word` have this trait? Case does not matter.
  virtual bool has(std::string_view word, Trait trait) const = 0;
  /// Is `word`, which ends in a full stop, an abbreviation ("Gen.")?
  virtual bool is_abbreviation(std::string_view word) const = 0;
  /// Is `ending`, which begins with an apostrophe, a clitic ("'s")? The apostrophe is given as '.
  virtual bool is_clitic(std::string_view ending) const = 0;
};

/// Appends the tokens of bytes [begin, end) of `text` to `tokens`. Linear. Invalid bytes, NULs and control
/// characters separate tokens and are part of none. Texts are below 4 GiB.
void tokenize(std::string_view text, std::size_t begin, std::size_t end, const Orthography& orthography, std::vector<Token>& tokens, const Pause& pause = {});

}  // namespace gazette::text

#endif

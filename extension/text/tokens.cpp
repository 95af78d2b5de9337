#include "text/tokens.h"

#include <array>
#include <bit>
#include <cstring>

#include "text/utf8.h"

namespace gazette::text {
namespace {

constexpr char32_t en_dash = 0x2013;

enum class Kind : std::uint8_t { space, upper, lower, digit, apostrophe, hyphen, full_stop, quote, other };

constexpr std::array<Kind, 128> make_ascii() {
  std::array<Kind, 128> kinds{};
  for (int c = 0; c < 128; ++c) {
    Kind kind = Kind::other;
    if (c <= ' ' || c == 127) kind = Kind::space;
    if (c >= 'A' && c <= 'Z') kind = Kind::upper;
    if (c >= 'a' && c <= 'z') kind = Kind::lower;
    if (c >= '0' && c <= '9') kind = Kind::digit;
    if (c == '\'') kind = Kind::apostrophe;
    if (c == '-') kind = Kind::hyphen;
    if (c == '.') kind = Kind::full_stop;
    if (c == '"' || c == '`') kind = Kind::quote;
    kinds.at(static_cast<std::size_t>(c)) = kind;
  }
  return kinds;
}
constexpr std::array<Kind, 128> ascii = make_ascii();

// Capital letters beyond ASCII: the alternating Latin blocks, and the upper halves of Greek, Cyrillic and Armenian.
bool is_upper(char32_t code) {
  if (code >= 0xC0 && code <= 0xDE) return code != 0xD7;
  if (code >= 0x100 && code <= 0x137) return code % 2 == 0;
  if (code >= 0x139 && code <= 0x148) return code % 2 == 1;
  if (code >= 0x14A && code <= 0x177) return code % 2 == 0;
  if (code == 0x178 || code == 0x179 || code == 0x17B || code == 0x17D || code == 0x18F) return true;
  if (code >= 0x1CD && code <= 0x233) return code < 0x1DD ? code % 2 == 1 : code % 2 == 0;
  if (code >= 0x386 && code <= 0x3AB) return code != 0x390;
  if (code >= 0x400 && code <= 0x42F) return true;
  if (code >= 0x531 && code <= 0x556) return true;
  return code >= 0x1E00 && code <= 0x1EFF && code % 2 == 0;
}

// Every letter beyond ASCII is one unless it stands in a block of spaces, punctuation or symbols.
Kind kind_beyond_ascii(char32_t code) {
  if (code == 0x2019 || code == 0x2BC || code == 0x2018 || code == 0x201B) return Kind::apostrophe;
  if (code == 0x2010 || code == 0x2011) return Kind::hyphen;
  if (code < 0xA1 || (code >= 0x2000 && code <= 0x200F) || (code >= 0x2028 && code <= 0x202F) || code == 0x3000 || code == 0xFEFF ||
      (code >= 0x205F && code <= 0x206F)) {
    return Kind::space;
  }
  if (code == 0xAB || code == 0xBB || (code >= 0x201A && code <= 0x201F) || code == 0x2039 || code == 0x203A) {
    return Kind::quote;
  }
  if (code < 0xC0 && code != 0xAA && code != 0xB5 && code != 0xBA) return Kind::other;
  if (code == 0xD7 || code == 0xF7) return Kind::other;
  if (code >= 0x2010 && code <= 0x2BFF) return Kind::other;
  if (code >= 0x3001 && code <= 0x3020) return Kind::other;
  if (code >= 0xE000 && code <= 0xF8FF) return Kind::other;
  if (code >= 0xFE30 && code <= 0xFE4F) return Kind::other;
  if (code >= 0xFFF0 && code <= 0xFFFF) return Kind::other;
  if (code >= 0x1F000) return Kind::other;
  return is_upper(code) ? Kind::upper : Kind::lower;
}

constexpr std::uint64_t each_byte = 0x0101010101010101ULL;

// The high bit of each of eight bytes that is ASCII and lies from `first` to `last`.
constexpr std::uint64_t in_range(std::uint64_t eight, unsigned char first, unsigned char last) {
  const std::uint64_t low = eight & (each_byte * 0x7F);
  const std::uint64_t from_first = low + each_byte * (0x80U - first);
  const std::uint64_t above_last = low + each_byte * (0x7FU - last);
  return from_first & ~above_last & ~eight & (each_byte * 0x80);
}

// ASCII characters that end a word of ASCII letters for good: all that are neither part of a word, nor may join two parts
// of one, nor be its abbreviation's full stop or an address's colon.
constexpr std::array<bool, 256> make_ends_word() {
  std::array<bool, 256> ends{};
  for (std::size_t c = 0; c < 128; ++c) {
    const bool space = ascii.at(c) == Kind::space || ascii.at(c) == Kind::quote;
    ends.at(c) = space || (ascii.at(c) == Kind::other && c != '&' && c != '_' && c != ':');
  }
  return ends;
}
constexpr std::array<bool, 256> ends_word = make_ends_word();

struct Character {
  Kind kind = Kind::space;
  char32_t code = 0;
  std::uint8_t length = 1;
};

class Tokenizer {
 public:
  Tokenizer(std::string_view text, std::size_t end, const Orthography& orthography, std::vector<Token>& tokens, const Pause& pause)
      : text_(text.substr(0, end)), orthography_(orthography), tokens_(tokens), pause_(pause) {}

  void run(std::size_t begin) {
    bool space = true;
    for (std::size_t at = begin; at < text_.size();) {
      const Character next = peek(at);
      if (next.kind == Kind::space) {
        space = true;
        at += next.length;
        continue;
      }
      pause_();
      at = next.kind == Kind::upper || next.kind == Kind::lower ? letters(at, space) : other(at, next, space);
      space = false;
    }
  }

 private:
  // A run of ASCII letters, which nearly every word is.
  struct Letters {
    std::size_t end = 0;
    Shape shape = Shape::lower;
  };

  Character peek(std::size_t at) const {
    if (at >= text_.size()) return {};
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte < 0x80) return {ascii[byte], byte, 1};
    const Decoded decoded = decode(text_, at);
    if (!decoded.valid) return {Kind::space, 0xFFFD, 1};
    // SQLite counts continuation bytes that follow, one too many, to this character: no span can end between them.
    const std::size_t behind = at + decoded.length;
    if (behind < text_.size() && (static_cast<unsigned char>(text_[behind]) & 0xC0U) == 0x80U) return {Kind::space, 0xFFFD, decoded.length};
    return {kind_beyond_ascii(decoded.code), decoded.code, decoded.length};
  }

  static bool wordlike(Kind kind) { return kind == Kind::upper || kind == Kind::lower || kind == Kind::digit; }

  void add(std::size_t begin, std::size_t end, Shape shape, bool space, bool abbreviation = false) {
    tokens_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), shape, space, abbreviation});
  }

  // Reads the token at `at`, which begins with a letter; returns where it ends.
  std::size_t letters(std::size_t at, bool space) {
    const Letters run = letters_from(at);
    if (run.end >= text_.size() || ends_word[static_cast<unsigned char>(text_[run.end])]) {
      add(at, run.end, run.shape, space);
      return run.end;
    }
    if (text_[at] == 'h' || text_[at] == 'w') {
      if (const std::size_t end = reference(at); end != at) {
        add(at, end, Shape::reference, space);
        return end;
      }
    }
    return word(at, run, space);
  }

  // Reads any other token.
  std::size_t other(std::size_t at, const Character& first, bool space) {
    if (first.code == '@' || first.code == '#') {
      if (const std::size_t end = reference(at); end != at) {
        add(at, end, Shape::reference, space);
        return end;
      }
    }
    if (first.kind == Kind::digit) return numeric(at, space);
    if (first.kind == Kind::apostrophe) return apostrophe(at, first, space);
    if (first.kind == Kind::quote) {
      std::size_t end = at + first.length;
      if (first.code == '`' && end < text_.size() && text_[end] == '`') ++end;
      add(at, end, Shape::mark, space);
      return end;
    }
    return punctuation(at, first, space);
  }

  // A URL, an address, a handle or a tag. Returns `at` where there is none.
  std::size_t reference(std::size_t at) const {
    const std::string_view rest = text_.substr(at);
    const bool url = rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.");
    if (url) {
      std::size_t end = at;
      while (end < text_.size() && static_cast<unsigned char>(text_[end]) > ' ' && text_[end] != '"' && text_[end] != '<' && text_[end] != '>' &&
             static_cast<unsigned char>(text_[end]) < 0x7F) {
        ++end;
      }
      while (end > at && (text_[end - 1] == '.' || text_[end - 1] == ',' || text_[end - 1] == ')')) --end;
      return end;
    }
    if (text_[at] != '@' && text_[at] != '#') return at;
    std::size_t end = at + 1;
    while (end < text_.size() && (wordlike(peek(end).kind) || text_[end] == '_')) end += peek(end).length;
    return end == at + 1 ? at : end;
  }

  std::size_t numeric(std::size_t at, bool space) {
    std::size_t end = digits(at);
    Shape shape = Shape::number;
    const Character next = peek(end);
    const bool range_mark = next.kind == Kind::hyphen || next.code == en_dash;
    if (range_mark && peek(end + next.length).kind == Kind::digit) {
      const std::size_t second = digits(end + next.length);
      if (!wordlike(peek(second).kind)) {
        add(at, second, Shape::number_range, space);
        return second;
      }
    }
    if (next.kind == Kind::lower || next.kind == Kind::upper) {
      const std::size_t letters = run_of_word(end);
      shape = is_ordinal_ending(text_.substr(end, letters - end)) ? Shape::ordinal : Shape::compound;
      end = letters;
    } else if (next.kind == Kind::hyphen) {
      const Kind after = peek(end + next.length).kind;
      if (after == Kind::lower || after == Kind::upper) {
        end = run_of_word(end + next.length);
        shape = Shape::compound;
      }
    } else if (next.code == en_dash) {
      const std::size_t age = dashed_age(end);
      if (age != end) end = age, shape = Shape::compound;
    }
    if (shape == Shape::number && is_year(text_.substr(at, end - at))) shape = Shape::year;
    add(at, end, shape, space);
    return end;
  }

  // 20–year–old: the end of the two words that dashes join to the number, or `at`.
  std::size_t dashed_age(std::size_t at) const {
    std::size_t here = at;
    for (int words = 0; words < 2; ++words) {
      const Character joiner = peek(here);
      if (joiner.code != en_dash && joiner.kind != Kind::hyphen) return at;
      const std::size_t letters = here + joiner.length;
      here = letters;
      while (peek(here).kind == Kind::lower) here += peek(here).length;
      if (here == letters) return at;
    }
    return wordlike(peek(here).kind) ? at : here;
  }

  static bool is_year(std::string_view digits) {
    if (digits.size() != 4 || digits.find_first_not_of("0123456789") != std::string_view::npos) return false;  // "20.5"
    return (digits[0] == '1' && digits[1] >= '5') || (digits[0] == '2' && digits[1] == '0');
  }

  // Digits with separators and decimals: 1,200  3.5  6:30  2020/21 stays two.
  std::size_t digits(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size()) {
      const char c = text_[end];
      const bool digit = c >= '0' && c <= '9';
      const bool inner = (c == ',' || c == '.' || c == ':') && end + 1 < text_.size() && text_[end + 1] >= '0' && text_[end + 1] <= '9';
      if (!digit && !inner) break;
      ++end;
    }
    return end;
  }

  // English and French ordinals end in two letters; which two does not matter to the shape.
  static bool is_ordinal_ending(std::string_view letters) { return letters == "st" || letters == "nd" || letters == "rd" || letters == "th"; }

  // "above- and below-ground": a hyphen behind which one word stands and then one with a hyphen inside is no dash.
  bool is_suspended(std::size_t behind) const {
    constexpr std::size_t longest = 3;  // letters of what joins the two: and, or, to
    if (behind < 2 || text_[behind - 2] < 'a' || text_[behind - 2] > 'z' || peek(behind).kind != Kind::space) return false;
    const std::size_t joining = behind + 1;
    const std::size_t gap = run_of_word(joining);
    if (gap == joining || gap > joining + longest || peek(gap).kind != Kind::space) return false;
    std::size_t end = gap + 1;
    while (peek(end).kind == Kind::lower || peek(end).kind == Kind::upper) end += peek(end).length;
    return end > gap + 1 && peek(end).kind == Kind::hyphen && wordlike(peek(end + 1).kind);
  }

  // The end of a run of letters, digits, inner hyphens and inner apostrophes.
  std::size_t run_of_word(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size()) {
      const Character next = peek(end);
      if (wordlike(next.kind)) {
        end += next.length;
        continue;
      }
      const bool joiner = next.kind == Kind::hyphen || next.kind == Kind::apostrophe || next.code == '&' || next.code == '_';
      if (!joiner || !wordlike(peek(end + next.length).kind)) break;
      end += next.length;
    }
    return end;
  }

  // The letters from `at` on, perhaps none. Eight are looked at at once.
  Letters letters_from(std::size_t at) const {
    bool some_upper = false;
    bool all_upper = true;
    std::size_t here = at;
    for (bool whole = true; whole;) {
      std::uint64_t eight = 0;
      if (text_.size() - here >= 8) {
        std::memcpy(&eight, text_.data() + here, 8);
      } else {
        std::memcpy(&eight, text_.data() + here, text_.size() - here);
      }
      // The high bit of each byte; what lies below the first byte that is no letter is the run.
      const std::uint64_t letters = in_range(eight | (each_byte * 0x20), 'a', 'z');
      const std::uint64_t others = ~letters & (each_byte * 0x80);
      whole = others == 0;
      const std::uint64_t run = letters & (others - 1);
      const std::uint64_t upper = run & ~(eight << 2U);  // the bit that lower case has
      some_upper |= upper != 0;
      all_upper &= upper == run;
      here += whole ? 8 : static_cast<std::size_t>(std::countr_zero(others)) / 8;
    }
    if (!some_upper) return {here, Shape::lower};
    if (!all_upper) return {here, Shape::capitalized};
    return {here, here - at == 1 ? Shape::initial : Shape::all_capitals};
  }

  // The word at `at`, which begins with a run of letters that does not end it for certain.
  std::size_t word(std::size_t at, const Letters& run, bool space) {
    std::size_t end = run.end;
    Shape shape = run.shape;
    if (text_[end] != '.' && text_[end] != ':') {
      end = clitic_begin(at, run_of_word(at));
      shape = shape_of(at, end);
    }
    const bool decimal = end < text_.size() && text_[end] == '.' && peek(end - 1).kind == Kind::digit && peek(end + 1).kind == Kind::digit;
    if (decimal) {  // magnitude-7.7
      end = digits(end + 1);
      shape = Shape::compound;
    }
    if (end < text_.size() && text_[end] == '.') {
      const std::size_t part = last_part(at, end);  // "anti-U.S.", "R-Mont."
      if (acronym(part, end)) {
        add(at, end, text_[at] >= 'a' ? Shape::lower : Shape::all_capitals, space, true);
        return end;
      }
      const std::string_view with_stop = text_.substr(at, end + 1 - at);
      const bool single = peek(at).kind == Kind::upper && at + peek(at).length == end;
      const bool inside = wordlike(peek(end + 1).kind);  // "Znak.com", "Amazon.com": one word
      if (inside && peek(end + 1).kind == Kind::lower && !single) {
        const std::size_t domain = run_of_word(end + 1);
        add(at, domain, shape, space);
        return domain;
      }
      const bool by_part = part != at && peek(part).kind == Kind::upper && orthography_.is_abbreviation(text_.substr(part, end + 1 - part));
      if (single || by_part || orthography_.is_abbreviation(with_stop)) {
        add(at, end + 1, single ? Shape::initial : shape, space, true);
        return end + 1;
      }
    }
    add(at, end, shape, space);
    return end;
  }

  // Where the part behind the last hyphen of the word [at, end) begins, or `at`.
  std::size_t last_part(std::size_t at, std::size_t end) const {
    const std::size_t hyphen = text_.substr(at, end - at).rfind('-');
    return hyphen == std::string_view::npos ? at : at + hyphen + 1;
  }

  // U.S., a.m., D.C.: single letters each with a full stop, two at the least. Moves `end` behind them.
  bool acronym(std::size_t at, std::size_t& end) const {
    std::size_t here = at;
    int count = 0;
    while (here < text_.size()) {
      const Character letter = peek(here);
      if (letter.kind != Kind::upper && letter.kind != Kind::lower) break;
      const std::size_t stop = here + letter.length;
      if (stop >= text_.size() || text_[stop] != '.') break;
      here = stop + 1;
      ++count;
    }
    if (count < 2 || wordlike(peek(here).kind)) return false;
    end = here;
    return true;
  }

  // Where the clitic of the word [at, end) begins, or `end`.
  std::size_t clitic_begin(std::size_t at, std::size_t end) const {
    for (std::size_t back = 1; back <= 6 && back < end - at; ++back) {
      const std::size_t here = end - back;
      const auto byte = static_cast<unsigned char>(text_[here]);
      std::size_t length = 0;
      if (byte == '\'') length = 1;
      if (byte == 0xE2 && peek(here).kind == Kind::apostrophe) length = 3;
      if (length == 0) continue;
      std::array<char, 8> ending{'\''};
      std::size_t size = 1;
      for (std::size_t i = here + length; i < end; ++i) ending.at(size++) = text_[i];
      return orthography_.is_clitic(std::string_view(ending.data(), size)) ? here : end;
    }
    return end;
  }

  Shape shape_of(std::size_t begin, std::size_t end) const {
    std::size_t upper = 0;
    std::size_t lower = 0;
    std::size_t digit = 0;
    for (std::size_t at = begin; at < end;) {
      const Character next = peek(at);
      upper += next.kind == Kind::upper ? 1 : 0;
      lower += next.kind == Kind::lower ? 1 : 0;
      digit += next.kind == Kind::digit ? 1 : 0;
      at += next.length;
    }
    if (digit > 0) return Shape::compound;
    if (upper == 0) return Shape::lower;
    if (upper == 1 && lower == 0) return Shape::initial;
    return lower == 0 ? Shape::all_capitals : Shape::capitalized;
  }

  std::size_t apostrophe(std::size_t at, const Character& first, bool space) {
    const std::size_t behind = at + first.length;
    if (peek(behind).kind == Kind::apostrophe && peek(behind).code == first.code) {  // '' and ‘‘ are one mark
      add(at, behind + peek(behind).length, Shape::mark, space);
      return behind + peek(behind).length;
    }
    if (!space && peek(behind).kind == Kind::lower) {  // a clitic behind a token that took no letters: 1990's, U.S.'s
      const std::size_t end = run_of_word(behind);
      std::array<char, 8> ending{'\''};
      std::size_t size = 1;
      for (std::size_t i = behind; i < end && size < ending.size(); ++i) ending.at(size++) = text_[i];
      if (end - behind < 4 && orthography_.is_clitic(std::string_view(ending.data(), size))) {
        add(at, end, Shape::clitic, space);
        return end;
      }
    }
    add(at, behind, Shape::mark, space);
    return behind;
  }

  std::size_t punctuation(std::size_t at, const Character& first, bool space) {
    std::size_t end = at + first.length;
    Shape shape = Shape::symbol;
    switch (first.code) {
      case ',': shape = Shape::comma; break;
      case '.':
        shape = Shape::full_stop;
        while (end < text_.size() && text_[end] == '.') ++end, shape = Shape::ellipsis;
        break;
      case '?':
      case '!':
        shape = Shape::question;
        while (end < text_.size() && (text_[end] == '?' || text_[end] == '!')) ++end;
        break;
      case 0x2026: shape = Shape::ellipsis; break;
      case ':': shape = Shape::colon; break;
      case ';': shape = Shape::semicolon; break;
      case '-':
        shape = Shape::dash;
        while (end < text_.size() && text_[end] == '-') ++end;
        break;
      case 0x2010:
      case 0x2011:
      case 0x2012:
      case 0x2013:
      case 0x2014:
      case 0x2015:
      case 0x2212: shape = Shape::dash; break;
      case '/': shape = Shape::slash; break;
      case '(':
      case '[':
      case '{': shape = Shape::open_bracket; break;
      case ')':
      case ']':
      case '}': shape = Shape::close_bracket; break;
      case '$':
      case 0xA2:
      case 0xA3:
      case 0xA5: shape = Shape::currency; break;
      case '%': shape = Shape::percent; break;
      default:
        if (first.code >= 0x20A0 && first.code <= 0x20CF) shape = Shape::currency;
    }
    if (first.kind == Kind::hyphen && shape == Shape::symbol) shape = Shape::dash;
    if (first.code == '-' && end == at + 1 && !space && is_suspended(end)) shape = Shape::symbol;
    add(at, end, shape, space);
    return end;
  }

  std::string_view text_;
  const Orthography& orthography_;
  std::vector<Token>& tokens_;
  const Pause& pause_;
};

}  // namespace

std::string_view shape_name(Shape shape) {
  static constexpr std::array<std::string_view, shape_count> names{
      "LOWER",     "CAPITALIZED", "ALL_CAPITALS",  "INITIAL",      "NUMBER",        "YEAR",       "NUMBER_RANGE", "ORDINAL_NUMBER", "COMPOUND",
      "CLITIC",    "REFERENCE",   "CURRENCY_SIGN", "PERCENT_SIGN", "COMMA",         "FULL_STOP",  "QUESTION",     "ELLIPSIS",       "COLON",
      "SEMICOLON", "DASH",        "SLASH",         "OPEN_BRACKET", "CLOSE_BRACKET", "OPEN_QUOTE", "CLOSE_QUOTE",  "MARK",           "SYMBOL"};
  return names.at(static_cast<std::size_t>(shape));
}

void tokenize(std::string_view text, std::size_t begin, std::size_t end, const Orthography& orthography, std::vector<Token>& tokens, const Pause& pause) {
  Tokenizer(text, end, orthography, tokens, pause).run(begin);
}

}  // namespace gazette::text

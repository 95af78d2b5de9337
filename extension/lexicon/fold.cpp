#include "lexicon/fold.h"

#include <array>
#include <cstddef>
#include <cstring>

#include "text/utf8.h"

namespace gazette::lexicon {
namespace {

// Base letters of U+00C0..U+017F, in the order of the code points; '?' where a letter has none of one letter.
constexpr std::string_view latin =
    "aaaaaa?ceeeeiiii"   // C0
    "dnooooo*ouuuuy??"   // D0
    "aaaaaa?ceeeeiiii"   // E0
    "dnooooo*ouuuuy?y"   // F0
    "aaaaaaccccccccdd"   // 100
    "ddeeeeeeeeeegggg"   // 110
    "gggghhhhiiiiiiii"   // 120
    "ii??jjkk?lllllll"   // 130
    "lllnnnnnn???oooo"   // 140
    "oo??rrrrrrssssss"   // 150
    "ssttttttuuuuuuuu"   // 160
    "uuuuwwyyyzzzzzzs";  // 170
static_assert(latin.size() == 0xC0);

// Letters that fold to two, and those beyond the table.
std::string_view special(char32_t code) {
  switch (code) {
    case 0xC6: case 0xE6: return "ae";
    case 0xDE: case 0xFE: return "th";
    case 0xDF: case 0x1E9E: return "ss";
    case 0x132: case 0x133: return "ij";
    case 0x152: case 0x153: return "oe";
    case 0x14A: case 0x14B: return "ng";
    case 0x138: return "k";
    case 0x149: return "n";
    case 0x18F: case 0x259: return "e";
    case 0x218: case 0x219: return "s";
    case 0x21A: case 0x21B: return "t";
    case 0x1A0: case 0x1A1: return "o";
    case 0x1AF: case 0x1B0: return "u";
    case 0x2018: case 0x2019: case 0x201B: case 0x2BC: return "'";
    case 0x2010: case 0x2011: return "-";
    default: return {};
  }
}

// Vietnamese and other letters of Latin Extended Additional: the base letter by range.
char extended(char32_t code) {
  struct Range {
    char32_t last;
    char letter;
  };
  static constexpr std::array<Range, 26> ranges{{{0x1E01, 'a'}, {0x1E07, 'b'}, {0x1E09, 'c'}, {0x1E13, 'd'}, {0x1E1D, 'e'}, {0x1E1F, 'f'},
                                                 {0x1E21, 'g'}, {0x1E2B, 'h'}, {0x1E2F, 'i'}, {0x1E35, 'k'}, {0x1E3D, 'l'}, {0x1E43, 'm'},
                                                 {0x1E4B, 'n'}, {0x1E53, 'o'}, {0x1E57, 'p'}, {0x1E5F, 'r'}, {0x1E69, 's'}, {0x1E71, 't'},
                                                 {0x1E7B, 'u'}, {0x1E7F, 'v'}, {0x1E89, 'w'}, {0x1E8D, 'x'}, {0x1E8F, 'y'}, {0x1E95, 'z'},
                                                 {0x1E9D, 's'}, {0x1E9F, 'd'}}};
  static constexpr std::array<Range, 6> vietnamese{{{0x1EB7, 'a'}, {0x1EC7, 'e'}, {0x1ECB, 'i'}, {0x1EE3, 'o'}, {0x1EF1, 'u'}, {0x1EF9, 'y'}}};
  if (code >= 0x1E00 && code <= 0x1E9F) {
    for (const Range& range : ranges) {
      if (code <= range.last) return range.letter;
    }
  }
  if (code >= 0x1EA0 && code <= 0x1EF9) {
    for (const Range& range : vietnamese) {
      if (code <= range.last) return range.letter;
    }
  }
  return 0;
}

void fold_beyond_ascii(char32_t code, std::string& out) {
  const std::string_view two = special(code);
  if (!two.empty()) {
    out.append(two);
    return;
  }
  if (code >= 0xC0 && code < 0x180) {
    const char letter = latin[code - 0xC0];
    if (letter >= 'a' && letter <= 'z') {
      out.push_back(letter);
      return;
    }
  }
  if (const char letter = extended(code); letter != 0) {
    out.push_back(letter);
    return;
  }
  if (code >= 0x300 && code <= 0x36F) return;  // combining diacritics
  if (code >= 0x391 && code <= 0x3A9) code += 0x20;
  if (code >= 0x410 && code <= 0x42F) code += 0x20;
  if (code >= 0x400 && code <= 0x40F) code += 0x50;
  text::append(out, code);
}

}  // namespace

void fold(std::string_view word, std::string& out) {
  // Nearly every word is ASCII: lower it in one go, and begin anew where it turns out not to be.
  const std::size_t before = out.size();
  out.resize(before + word.size());
  char* const into = out.data() + before;
  unsigned char any = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const auto c = static_cast<unsigned char>(word[i]);
    any |= c;
    into[i] = static_cast<char>(static_cast<unsigned>(c - 'A') < 26U ? c | 0x20U : c);
  }
  if (any < 0x80) return;
  out.resize(before);
  for (std::size_t at = 0; at < word.size();) {
    const char c = word[at];
    if (static_cast<unsigned char>(c) < 0x80) {
      out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c);
      ++at;
      continue;
    }
    const text::Decoded next = text::decode(word, at);
    if (next.valid) {
      fold_beyond_ascii(next.code, out);
    } else {
      out.push_back(c);
    }
    at += next.length;
  }
}

namespace {

template <typename Word>
std::uint64_t load(const char* at) {
  Word word = 0;
  std::memcpy(&word, at, sizeof word);
  return word;
}

// The last `count` (below 8) of a word's bytes, the first lowest; the bytes above are 0. Two loads that overlap cost
// less than a copy of a length that the compiler does not know.
std::uint64_t load_rest(const char* begin, std::size_t size, std::size_t count) {
  const char* const at = begin + size - count;
  if (count == 0) return 0;
  if (size >= 8) return load<std::uint64_t>(begin + size - 8) >> (8 * (8 - count));
  if (count >= 4) return load<std::uint32_t>(at) | (load<std::uint32_t>(at + count - 4) << (8 * (count - 4)));
  if (count >= 2) return load<std::uint16_t>(at) | (load<std::uint16_t>(at + count - 2) << (8 * (count - 2)));
  return static_cast<unsigned char>(*at);
}

constexpr std::uint64_t each_byte = 0x0101010101010101ULL;

// Eight ASCII letters in lower case at once.
constexpr std::uint64_t lower(std::uint64_t eight) {
  const std::uint64_t from_a = eight + each_byte * (0x80 - 'A');
  const std::uint64_t above_z = eight + each_byte * (0x80 - 'Z' - 1);
  return eight | (((from_a ^ above_z) & (each_byte * 0x80)) >> 2U);
}

constexpr std::uint64_t begin_hash(std::size_t size) { return 0xCBF29CE484222325ULL ^ size; }
constexpr std::uint64_t hash_eight(std::uint64_t hash, std::uint64_t eight) {
  hash = (hash ^ eight) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 32U);
}
constexpr std::uint64_t end_hash(std::uint64_t hash, std::uint64_t rest) {
  hash = (hash ^ rest) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29U);
}

}  // namespace

std::uint64_t hash_of(std::string_view folded) {
  std::uint64_t hash = begin_hash(folded.size());
  std::size_t at = 0;
  for (; at + 8 <= folded.size(); at += 8) hash = hash_eight(hash, load<std::uint64_t>(folded.data() + at));
  return end_hash(hash, load_rest(folded.data(), folded.size(), folded.size() - at));
}

bool fold_ascii(std::string_view word, char* out, std::uint64_t& hash) {
  std::uint64_t made = begin_hash(word.size());
  std::uint64_t any = 0;
  std::size_t at = 0;
  for (; at + 8 <= word.size(); at += 8) {
    const std::uint64_t eight = load<std::uint64_t>(word.data() + at);
    any |= eight;
    const std::uint64_t low = lower(eight);
    std::memcpy(out + at, &low, 8);
    made = hash_eight(made, low);
  }
  const std::uint64_t rest = load_rest(word.data(), word.size(), word.size() - at);
  any |= rest;
  const std::uint64_t low = lower(rest);
  std::memcpy(out + at, &low, 8);
  hash = end_hash(made, low);
  return (any & (each_byte * 0x80)) == 0;
}

}  // namespace gazette::lexicon

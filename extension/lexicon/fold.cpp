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
    case 0xC6:
    case 0xE6: return "ae";
    case 0xDE:
    case 0xFE: return "th";
    case 0xDF:
    case 0x1E9E: return "ss";
    case 0x132:
    case 0x133: return "ij";
    case 0x152:
    case 0x153: return "oe";
    case 0x14A:
    case 0x14B: return "ng";
    case 0x138: return "k";
    case 0x149: return "n";
    case 0x18F:
    case 0x259: return "e";
    case 0x218:
    case 0x219: return "s";
    case 0x21A:
    case 0x21B: return "t";
    case 0x1A0:
    case 0x1A1: return "o";
    case 0x1AF:
    case 0x1B0: return "u";
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2BC: return "'";
    case 0x2010:
    case 0x2011:
    case 0x2013: return "-";
    default: return {};
  }
}

// Vietnamese and other letters of Latin Extended Additional: the base letter by range.
char extended(char32_t code) {
  struct Range {
    char32_t last;
    char letter;
  };
  static constexpr std::array<Range, 26> ranges{{{0x1E01, 'a'}, {0x1E07, 'b'}, {0x1E09, 'c'}, {0x1E13, 'd'}, {0x1E1D, 'e'}, {0x1E1F, 'f'}, {0x1E21, 'g'},
                                                 {0x1E2B, 'h'}, {0x1E2F, 'i'}, {0x1E35, 'k'}, {0x1E3D, 'l'}, {0x1E43, 'm'}, {0x1E4B, 'n'}, {0x1E53, 'o'},
                                                 {0x1E57, 'p'}, {0x1E5F, 'r'}, {0x1E69, 's'}, {0x1E71, 't'}, {0x1E7B, 'u'}, {0x1E7F, 'v'}, {0x1E89, 'w'},
                                                 {0x1E8D, 'x'}, {0x1E8F, 'y'}, {0x1E95, 'z'}, {0x1E9D, 's'}, {0x1E9F, 'd'}}};
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
  // Nearly every word is ASCII: lower it eight letters at a time, and begin anew where it turns out not to be.
  const std::size_t before = out.size();
  out.resize(before + word.size());
  char* const into = out.data() + before;
  std::uint64_t any = 0;
  std::size_t done = 0;
  for (; done + 8 <= word.size(); done += 8) {
    const std::uint64_t eight = load<std::uint64_t>(word.data() + done);
    any |= eight;
    const std::uint64_t low = lower(eight);
    std::memcpy(into + done, &low, 8);
  }
  const std::uint64_t rest = load_rest(word.data(), word.size(), word.size() - done);
  std::uint64_t low = lower(rest);
  for (; done < word.size(); ++done, low >>= 8U) into[done] = static_cast<char>(low & 0xFFU);
  if (((any | rest) & high_bits) == 0) return;
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

}  // namespace gazette::lexicon

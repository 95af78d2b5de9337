// UTF-8 as it comes, valid or not, and the way from bytes to the characters that SQLite counts.
//
// Everything inside the engine is measured in bytes; rows are measured in characters from 1, as
// substr() takes them. SQLite's idea of a character is simple: a byte from 0xC0 up takes all
// continuation bytes (0x80..0xBF) behind it, any other byte stands alone. CharacterIndex counts the
// same way, so that offsets stay true for invalid UTF-8 too.
//
//   CharacterIndex index("d\xc3\xa9j\xc3\xa0");
//   index.character(3);   // 2: the byte offset of "j" as a count of characters before it
#ifndef GAZETTE_TEXT_UTF8_H
#define GAZETTE_TEXT_UTF8_H

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gazette::text {

/// One code point of a text, and how many bytes it takes (at least 1, also where it is invalid).
struct Decoded {
  char32_t code = 0;
  std::uint8_t length = 1;
  bool valid = false;
};

/// The code point that begins at byte `at` (which must lie inside `text`). Overlong forms, surrogates,
/// stray continuation bytes and truncated sequences are invalid and one byte long.
Decoded decode(std::string_view text, std::size_t at);

/// Appends `code` (a valid code point) to `out` as UTF-8.
void append(std::string& out, char32_t code);

/// `bytes` with each invalid byte and each NUL replaced by U+FFFD: for output that must be valid, such as JSON.
std::string valid(std::string_view bytes);

/// How continuation bytes that belong to no character are counted: each as one, or those that stand together as one.
enum class StrayBytes : std::uint8_t { apart, together };

/// Turns byte offsets of one text into counts of characters; built in one pass, 64 bytes at a time, answers in constant
/// time.
class CharacterIndex {
 public:
  CharacterIndex() = default;
  explicit CharacterIndex(std::string_view text, StrayBytes stray = StrayBytes::apart);

  /// The number of characters before byte offset `byte` (0..text size).
  std::size_t character(std::size_t byte) const {
    if (pieces_.empty()) return byte;
    const Piece& piece = pieces_[byte / 64];
    const std::uint64_t below = (std::uint64_t{1} << (byte % 64)) - 1;
    // Nearly all pieces are ASCII alone, and counting bits is no single instruction everywhere.
    if (~piece.starts == 0) return piece.before + byte % 64;
    return piece.before + static_cast<std::size_t>(std::popcount(piece.starts & below));
  }

 private:
  // 64 bytes: a bit for each that begins a character, and how many characters begin before them.
  struct Piece {
    std::uint64_t starts = 0;
    std::uint32_t before = 0;
  };
  std::vector<Piece> pieces_;  // the last one is not full; none for pure ASCII
};

}  // namespace gazette::text

#endif

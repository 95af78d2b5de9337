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

/// Turns byte offsets of one text into counts of characters; built in one pass, answers in constant time.
class CharacterIndex {
 public:
  CharacterIndex() = default;
  explicit CharacterIndex(std::string_view text, StrayBytes stray = StrayBytes::apart);

  /// The number of characters before byte offset `byte` (0..text size).
  std::size_t character(std::size_t byte) const;

 private:
  // One bit a byte that begins a character, and the count before each word of 64. Empty for pure ASCII.
  std::vector<std::uint64_t> starts_;
  std::vector<std::uint32_t> before_;
};

}  // namespace gazette::text

#endif

// Hashes of words: eight bytes at a time, and of a word of ASCII in any case, without folding it first.
//
// Of words up to eight bytes long the hash and the length tell all: no two of one length share their hash, since each
// step of it can be undone. That two longer ones share all 64 bits is not to be expected.
//
//   hash_of("baku")  ==  *hash_of_ascii("in Baku.", 3, 7)
#ifndef GAZETTE_LEXICON_HASH_H
#define GAZETTE_LEXICON_HASH_H

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

namespace gazette::lexicon {

// --- eight bytes at once, the first lowest -----------------------------------------------------------------------------

inline constexpr std::uint64_t each_byte = 0x0101010101010101ULL;
inline constexpr std::uint64_t high_bits = each_byte * 0x80;

template <typename Word>
std::uint64_t load(const char* at) {
  Word word = 0;
  std::memcpy(&word, at, sizeof word);
  return word;
}

/// The last `count` (below 8) of a word's bytes; the bytes above are 0. Two loads that overlap cost less than a copy of
/// a length that the compiler does not know.
inline std::uint64_t load_rest(const char* begin, std::size_t size, std::size_t count) {
  const char* const at = begin + size - count;
  if (count == 0) return 0;
  if (size >= 8) return load<std::uint64_t>(begin + size - 8) >> (8 * (8 - count));
  if (count >= 4) return load<std::uint32_t>(at) | (load<std::uint32_t>(at + count - 4) << (8 * (count - 4)));
  if (count >= 2) return load<std::uint16_t>(at) | (load<std::uint16_t>(at + count - 2) << (8 * (count - 2)));
  return static_cast<unsigned char>(*at);
}

/// ASCII letters in lower case, and what else is ASCII as it is. Of other bytes it makes nothing that is of use.
constexpr std::uint64_t lower(std::uint64_t eight) {
  const std::uint64_t from_a = eight + each_byte * (0x80 - 'A');
  const std::uint64_t above_z = eight + each_byte * (0x80 - 'Z' - 1);
  return eight | (((from_a ^ above_z) & high_bits) >> 2U);
}

/// Writes a word of ASCII in lower case, and up to 8 bytes of nothing behind it.
inline void write_lower(std::string_view word, char* out) {
  for (std::size_t at = 0; at < word.size(); at += 8) {
    const std::size_t rest = word.size() - at;
    const std::uint64_t small = lower(rest >= 8 ? load<std::uint64_t>(word.data() + at) : load_rest(word.data() + at, rest, rest));
    std::memcpy(out + at, &small, sizeof small);
  }
}

// --- hashes ------------------------------------------------------------------------------------------------------------

constexpr std::uint64_t begin_hash(std::size_t size) { return 0xCBF29CE484222325ULL ^ size; }
constexpr std::uint64_t hash_eight(std::uint64_t hash, std::uint64_t eight) {
  hash = (hash ^ eight) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 32U);
}
constexpr std::uint64_t end_hash(std::uint64_t hash, std::uint64_t rest) {
  hash = (hash ^ rest) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29U);
}

/// A hash of a folded word.
inline std::uint64_t hash_of(std::string_view folded) {
  std::uint64_t hash = begin_hash(folded.size());
  std::size_t at = 0;
  for (; at + 8 <= folded.size(); at += 8) hash = hash_eight(hash, load<std::uint64_t>(folded.data() + at));
  return end_hash(hash, load_rest(folded.data(), folded.size(), folded.size() - at));
}

/// The hash of bytes [begin, end) of a text as they would be folded; nothing where they are not ASCII alone.
inline std::optional<std::uint64_t> hash_of_ascii(std::string_view text, std::size_t begin, std::size_t end) {
  std::uint64_t hash = begin_hash(end - begin);
  std::uint64_t any = 0;
  std::size_t at = begin;
  for (; at + 8 <= end; at += 8) {
    const std::uint64_t eight = load<std::uint64_t>(text.data() + at);
    any |= eight;
    hash = hash_eight(hash, lower(eight));
  }
  // Behind a word there is nearly always more of the text, which one load may take along.
  const std::uint64_t rest = at + 8 <= text.size() ? load<std::uint64_t>(text.data() + at) & ((std::uint64_t{1} << (8 * (end - at))) - 1)
                                                   : load_rest(text.data() + begin, end - begin, end - at);
  if (((any | rest) & high_bits) != 0) return std::nullopt;
  return end_hash(hash, lower(rest));
}

/// The hash of several words in a row: of the words before, then of the next.
constexpr std::uint64_t join(std::uint64_t before, std::uint64_t next) {
  return (before * 0x9E3779B97F4A7C15ULL) ^ (next + 0x7F4A7C159E3779B9ULL + (before >> 7U));
}

}  // namespace gazette::lexicon

#endif

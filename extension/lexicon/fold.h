// Folding: the form under which the lexicon finds a word, whatever its case, diacritics and apostrophes.
//
//   fold("Erdo\xC4\x9Fan")  ->  "erdogan"        fold("Qur\xE2\x80\x99an")  ->  "qur'an"
#ifndef GAZETTE_LEXICON_FOLD_H
#define GAZETTE_LEXICON_FOLD_H

#include <cstdint>
#include <string>
#include <string_view>

namespace gazette::lexicon {

/// Appends the folded form of `word` to `out`: lower case, Latin letters without diacritics, apostrophes and
/// hyphens in their ASCII form; other scripts and invalid bytes as they stand.
void fold(std::string_view word, std::string& out);

/// A hash of a folded word.
std::uint64_t hash_of(std::string_view folded);

/// Folds a word of ASCII alone into `out`, which has room for its length and 8 bytes more, and hashes it in the same
/// pass. False where the word holds other bytes; fold() and hash_of() then serve.
bool fold_ascii(std::string_view word, char* out, std::uint64_t& hash);

/// The hash of several words in a row: of the words before, then of the next.
constexpr std::uint64_t join(std::uint64_t before, std::uint64_t next) {
  return (before * 0x9E3779B97F4A7C15ULL) ^ (next + 0x7F4A7C159E3779B9ULL + (before >> 7U));
}

}  // namespace gazette::lexicon

#endif

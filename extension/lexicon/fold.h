// Folding: the form under which the lexicon finds a word, whatever its case, diacritics and apostrophes.
//
//   fold("Erdo\xC4\x9Fan")  ->  "erdogan"        fold("Qur\xE2\x80\x99an")  ->  "qur'an"
#ifndef GAZETTE_LEXICON_FOLD_H
#define GAZETTE_LEXICON_FOLD_H

#include <string>
#include <string_view>

#include "lexicon/hash.h"

namespace gazette::lexicon {

/// Appends the folded form of `word` to `out`: lower case, Latin letters without diacritics, apostrophes and
/// hyphens in their ASCII form; other scripts and invalid bytes as they stand.
void fold(std::string_view word, std::string& out);

}  // namespace gazette::lexicon

#endif

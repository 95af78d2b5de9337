// What one sentence tells twice: a lesser harm of those who died, a death of which a clause tells again, a rival figure.
//
//   "was shot and died"                                    ->  killed, once
//   "caused one death in Florida, when a man drowned"      ->  the man is the one
//   "200 were killed, although officials put it at 350"    ->  of the same persons
#ifndef GAZETTE_FACTS_CASUALTIES_SENTENCE_H
#define GAZETTE_FACTS_CASUALTIES_SENTENCE_H

#include <vector>

#include "facts/casualties.h"
#include "facts/casualties_clause.h"

namespace gazette::facts {

/// Settles the claims of a sentence, those from `first` on.
void settle_sentence(const Clause& clause, std::size_t first, std::vector<FoundCasualty>& claims);

}  // namespace gazette::facts

#endif

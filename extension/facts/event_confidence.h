// Confidence of events: how many rows of the kind annotators have too.
//
//   "France condemned Iran."              ->  0.88  two known actors, a firm word, told by a verb
//   "Rebels attacked Aleppo."             ->  0.65  one side is mere people
//   "Norway protested over a raid in Chad" -> less  where the target stands in a phrase that may belong to something else
//   "attacks in Israel"                   ->  0.15  nobody does it, and a noun tells it
//
// Less, too, where it stands in somebody's words, where it is not done (denied, to come, only thought of), and where both
// sides are hard to tell from their words: talks, deals, withdrawals.
#ifndef GAZETTE_FACTS_EVENT_CONFIDENCE_H
#define GAZETTE_FACTS_EVENT_CONFIDENCE_H

#include "gazette.h"

namespace gazette::facts {

/// `loose`: the target stands in a phrase that may be about something else.
double confidence_of(const Event& event, bool loose);

}  // namespace gazette::facts

#endif

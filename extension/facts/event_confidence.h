// Confidence of events: how many rows of the kind annotators have too.
//
//   "France condemned Iran."        ->  0.7   two known actors, told by a verb
//   "Rebels attacked Aleppo."       ->  0.4   one side is mere people
//   "attacks in Israel"             ->  0.21  nobody does it, and a noun tells it
//
// Less, too, where it stands in somebody's words, and where it is not done: denied, to come, only thought of.
#ifndef GAZETTE_FACTS_EVENT_CONFIDENCE_H
#define GAZETTE_FACTS_EVENT_CONFIDENCE_H

#include "gazette.h"

namespace gazette::facts {

double confidence_of(const Event& event);

}  // namespace gazette::facts

#endif

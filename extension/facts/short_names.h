// Short names: common words with a capital that are the name of somebody whose full name the text has.
//
//   "Dawn Walker … Walker said"   "Halcyon Robotics Inc. … shares of Halcyon fell. Halcyon said …"
#ifndef GAZETTE_FACTS_SHORT_NAMES_H
#define GAZETTE_FACTS_SHORT_NAMES_H

#include "facts/document.h"
#include "facts/names.h"

namespace gazette::facts {

/// Adds these names; some of no words, which are none.
void find_short_names(const Document& document, Names& names);

}  // namespace gazette::facts

#endif

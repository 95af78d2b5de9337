// What kind of actor a name is that the rules leave open.
//
//   "an engineer at Sekunjalo … Sekunjalo's lawyers … the chairman of Sekunjalo"   ->  organization
//   "in Moyogalpa"   ->  place        "Goldsmith, 54, said"   ->  person        "Up to"   ->  no name at all
//
// Every place where the name stands speaks: the classes of the words beside it, and what it is made of. Each such sign
// has a weight for each kind, all the same the whole text over; the kind with the largest sum wins.
#ifndef GAZETTE_FACTS_NAME_KINDS_H
#define GAZETTE_FACTS_NAME_KINDS_H

#include <vector>

#include "facts/casting.h"
#include "facts/document.h"
#include "facts/names.h"

namespace gazette::facts {

/// Decides the kind of each open name, and takes those away that are none. Who holds an office is a person, and what has
/// an acronym in brackets behind it a body.
void decide_kinds(const Document& document, const std::vector<Apposition>& appositions, Names& names);

}  // namespace gazette::facts

#endif

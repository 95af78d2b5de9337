// Lists of victims: what groups that share a harm come to.
//
//   "a man and his two sons"                                       ->  one claim of three
//   "seven people, the six attackers and a soldier"                ->  the seven; the list says who they are
//   "seven people, including a guard, and all six attackers"       ->  the seven; the list is of their parts
//   "12 soldiers and three civilians"                              ->  as they stand: two claims
#ifndef GAZETTE_FACTS_CASUALTIES_LISTS_H
#define GAZETTE_FACTS_CASUALTIES_LISTS_H

#include <vector>

#include "facts/casualties_clause.h"
#include "facts/casualties_victims.h"
#include "facts/document.h"

namespace gazette::facts {

/// Leaves of the groups that share a harm, in the order of the clause, those that make claims of their own.
void settle_list(const Clause& clause, const Document& document, const VictimReader& reader, std::vector<Victims>& all);

/// Adds the numbers of a list of places behind a predicate: "Three people died in Haiti, <five> in Cuba and <one> in Mexico".
void add_elsewhere(const Clause& clause, std::size_t predicate, Elements& groups);

}  // namespace gazette::facts

#endif

// Links between claims: which is told again, which is part of which.
#ifndef GAZETTE_FACTS_CASUALTIES_LINKS_H
#define GAZETTE_FACTS_CASUALTIES_LINKS_H

#include <vector>

#include "facts/casualties.h"

namespace gazette::facts {

/// Can the victims of two claims be the same persons? Not where kind, country, name or sex differ.
bool compatible(const Victims& a, const Victims& b);

/// Sorts claims into the order of the text. A claim's part_of is the number (from 1) at which the whole was found; it
/// becomes the whole's row.
void put_in_order(std::vector<FoundCasualty>& claims);

/// What is told of some of the persons of a total told before is part of it: "22 people died. … Six Mexicans were killed."
void find_parts(std::vector<FoundCasualty>& claims);

/// Leaves one row of a figure that the same claimant tells again of the same victims.
void merge_told_again(std::vector<FoundCasualty>& claims);

}  // namespace gazette::facts

#endif

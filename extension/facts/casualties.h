// Casualty claims: who says that how many of whom came to what harm; and tolls, which add them up.
//
//   "Azerbaijan reported that 80 of its soldiers were killed."
//   ->  killed, 80, soldiers, military, AZE, claimed by Azerbaijan
#ifndef GAZETTE_FACTS_CASUALTIES_H
#define GAZETTE_FACTS_CASUALTIES_H

#include <vector>

#include "facts/actors.h"
#include "facts/dates.h"
#include "facts/document.h"
#include "facts/places.h"
#include "facts/quotes.h"
#include "gazette.h"

namespace gazette::facts {

/// A claim and the tokens that state it.
struct FoundCasualty {
  Casualty row;
  Stretch tokens;
};

/// Finds the claims, in the order of the text.
std::vector<FoundCasualty> find_casualties(const Document& document, const Cast& cast, const std::vector<FoundQuote>& quotes,
                                           const std::vector<FoundDate>& dates, const FoundPlaces& places);

/// Adds the claims up: included ones once, one claimant's together, rivals apart.
std::vector<Toll> add_up(const std::vector<FoundCasualty>& claims);

}  // namespace gazette::facts

#endif

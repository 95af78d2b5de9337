// Places: the countries, regions and cities that a text names, with coordinates where the lexicon has them.
//
//   "clashes near Tripoli, Lebanon"   ->   Tripoli, LBN, 34.43, 35.84
#ifndef GAZETTE_FACTS_PLACES_H
#define GAZETTE_FACTS_PLACES_H

#include <cstdint>
#include <string>
#include <vector>

#include "facts/actors.h"
#include "facts/document.h"
#include "gazette.h"

namespace gazette::facts {

/// One naming of a place in the text.
struct PlaceMention {
  std::uint32_t place = 0;  // index among the rows
  Stretch tokens;
};

struct FoundPlaces {
  std::vector<Place> rows;
  std::vector<PlaceMention> mentions;  // in the order of the text
};

FoundPlaces find_places(const Document& document, const Cast& cast);

}  // namespace gazette::facts

#endif

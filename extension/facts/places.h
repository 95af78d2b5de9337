// Places: the countries, regions and cities that a text names, with coordinates where the lexicon has them.
//
//   "clashes near Tripoli, Lebanon"   ->   Tripoli, LBN, 34.43, 35.84
//
// Which of several places of one name is meant, facts/gazetteer.h decides by what the rest of the text names. A person,
// team or body of a place's name is no place: the actors have said so.
#ifndef GAZETTE_FACTS_PLACES_H
#define GAZETTE_FACTS_PLACES_H

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "facts/actors.h"
#include "facts/document.h"
#include "facts/gazetteer.h"
#include "gazette.h"

namespace gazette::facts {

/// One naming of a place in the text.
struct PlaceMention {
  std::uint32_t place = 0;  // index among the rows
  Stretch tokens;
  /// How firmly the words before it make it the scene of something: 3 in, at; 2 near, outside; 1 to; 0 none do.
  std::uint8_t located = 0;
};

struct FoundPlaces {
  std::vector<Place> rows;
  std::vector<PlaceLevel> levels;      // of each row
  std::vector<PlaceMention> mentions;  // in the order of the text
};

FoundPlaces find_places(const Document& document, const Cast& cast);

/// The place where what stands in `tokens` (a verb, a clause) happened: of its sentence's places that words like "in" or
/// "near" make a scene the nearest, rather behind it than before, and of "in Zakho, Iraq" the first. nullptr where none is.
/// Of those alone that `fits`, if there is one to ask.
const PlaceMention* place_near(const FoundPlaces& places, const Document& document, Stretch tokens, const std::function<bool(const PlaceMention&)>& fits = {});

/// The same for a sentence that tells no place: the last one told before it in its paragraph, else the next.
const PlaceMention* place_of_paragraph(const FoundPlaces& places, const Document& document, Stretch tokens);

}  // namespace gazette::facts

#endif

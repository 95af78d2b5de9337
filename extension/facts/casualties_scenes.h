// Where claims stand: the country of a claim's sentence, where it names places of one country alone.
//
//   "In the Philippines, 41 people died. In Taiwan, landslides killed 12."   ->  PHL, TWN: others than those told before
#ifndef GAZETTE_FACTS_CASUALTIES_SCENES_H
#define GAZETTE_FACTS_CASUALTIES_SCENES_H

#include <vector>

#include "facts/casualties.h"
#include "facts/document.h"
#include "facts/places.h"

namespace gazette::facts {

/// Sets the claims' countries. They refer to the rows of `places`.
void find_scenes(std::vector<FoundCasualty>& claims, const Document& document, const FoundPlaces& places);

}  // namespace gazette::facts

#endif

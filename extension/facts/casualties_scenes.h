// Where claims stand: the country of a claim's sentence, where it names places of one country alone; and scenes that a
// sentence opens.
//
//   "In the Philippines, 41 people died. In Taiwan, landslides killed 12."   ->  PHL, TWN: others than those told before
//   "In a second raid, four people were killed."                             ->  on top of what was told
//   "A week earlier, five soldiers were killed in the same town."            ->  of another scene
#ifndef GAZETTE_FACTS_CASUALTIES_SCENES_H
#define GAZETTE_FACTS_CASUALTIES_SCENES_H

#include <vector>

#include "facts/casualties.h"
#include "facts/document.h"
#include "facts/places.h"

namespace gazette::facts {

/// Sets the claims' countries. They refer to the rows of `places`.
void find_scenes(std::vector<FoundCasualty>& claims, const Document& document, const FoundPlaces& places);

/// Finds what sentences tell that open with a place new to the text.
void find_new_places(std::vector<FoundCasualty>& claims, const Document& document, const FoundPlaces& places);

/// The deed that opens a sentence as its scene, "In a separate incident, …"; nullptr where none does. Lives as long as the tape.
const Element* opening_scene(const Document& document, std::uint32_t sentence);

/// Finds what sentences tell that open with another scene: a second attack, an earlier day.
void find_other_scenes(std::vector<FoundCasualty>& claims, const Document& document);

}  // namespace gazette::facts

#endif

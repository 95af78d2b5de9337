#include "facts/casualties.h"

namespace gazette::facts {

std::vector<FoundCasualty> find_casualties(const Document&, const Cast&, const std::vector<FoundQuote>&, const std::vector<FoundDate>&, const FoundPlaces&) { return {}; }
std::vector<Toll> add_up(const std::vector<FoundCasualty>&) { return {}; }

}  // namespace gazette::facts

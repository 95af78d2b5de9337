#include "facts/casualties_scenes.h"

namespace gazette::facts {

void find_scenes(std::vector<FoundCasualty>& claims, const Document& document, const FoundPlaces& places) {
  for (FoundCasualty& claim : claims) {
    const text::Sentence& sentence = document.sentences[claim.row.sentence - 1];
    constexpr std::ptrdiff_t most = 16;  // a sentence with more is a list of places
    const auto from = first_in(places.mentions, {sentence.first, 0});
    for (auto mention = from; mention != places.mentions.end() && mention->tokens.first < sentence.end; ++mention) {
      const std::string_view country = places.rows[mention->place].country;
      const bool one = mention - from < most && !country.empty() && (claim.country.empty() || claim.country == country);
      claim.country = one ? country : std::string_view{};
      if (!one) break;
    }
  }
  // "killed 89 people, including 85 in India": the total is of other countries too.
  for (const FoundCasualty& claim : claims) {
    if (claim.row.part_of != 0) claims[claim.row.part_of - 1].country = {};
  }
}

}  // namespace gazette::facts

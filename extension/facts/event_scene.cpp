#include "facts/event_scene.h"

#include "facts/event_merging.h"
#include "facts/nearness.h"

namespace gazette::facts {

void EventScene::set(const Clauses& clauses, std::size_t at, Stretch target, Event& event) const {
  const Stretch trigger = Document::stretch(clauses[at]);
  if (const FoundDate* const date = date_near(dates_, document_, trigger)) {
    event.date_from = date->row.from;
    event.date_to = date->row.to;
  }
  const PlaceMention* place = nullptr;
  if (!target.empty() && EventRows::has_scene(event.type)) place = place_in(target);
  if (place == nullptr) place = place_near(places_, document_, trigger);
  if (place != nullptr && !clauses.is(at, mark_verb) && place->tokens.first < trigger.first) place = nullptr;  // of the verb, not the noun
  if (place != nullptr && !EventRows::has_scene(event.type) && !opens_clause(clauses, *place, at)) place = nullptr;
  if (place != nullptr) {
    event.place = places_.rows[place->place].name;
    event.place_country = places_.rows[place->place].country;
  }
}

// The place that a target is: "the shelling of Zakho". A country is too large for one.
const PlaceMention* EventScene::place_in(Stretch tokens) const {
  const auto at = first_in(places_.mentions, tokens);
  const bool inside = at != places_.mentions.end() && at->tokens.end == tokens.end && places_.levels[at->place] != PlaceLevel::country;
  return inside ? &*at : nullptr;
}

// "In Baghdad, the minister condemned …": of what is said only a place that opens the clause is its scene.
bool EventScene::opens_clause(const Clauses& clauses, const PlaceMention& place, std::size_t at) {
  if (place.tokens.first >= clauses[at].first) return false;
  for (std::size_t i = 0; i < at; ++i) {
    if (clauses.is(i, mark_verb)) return false;
  }
  return true;
}

}  // namespace gazette::facts

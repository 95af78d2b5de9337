#include "facts/event_scene.h"

#include <algorithm>

#include "facts/event_adverbials.h"
#include "facts/event_merging.h"
#include "facts/event_types.h"
#include "facts/nearness.h"
#include "lexicon/classes.h"

namespace gazette::facts {

namespace {

// What hangs on these is said, asked or planned, and done at another time.
bool tells_content(std::string_view type) { return has_content(type) || type == "ACCUSE"; }

}  // namespace

void EventScene::set(const Clauses& clauses, std::size_t at, Stretch target, Event& event) const {
  const Stretch trigger = Document::stretch(clauses[at]);
  if (const FoundDate* const date = date_of(clauses, at, event.type)) {
    event.date_from = date->row.from;
    if (!opens_stretch(document_, *date)) event.date_to = date->row.to;
  }
  const PlaceMention* place = nullptr;
  // "signed a deal with Kyiv" tells of no place
  const bool there = is_one_of(event.type, {"ASSAULT", "COERCE", "MOBILIZE", "AID", "RETREAT", "PROTEST"}) || event.mode == "visit";
  if (!target.empty() && there) place = place_in(target);
  if (place == nullptr) place = place_of(clauses, at, event.type);
  if (place != nullptr && !clauses.is(at, mark_verb) && place->tokens.first < trigger.first) place = nullptr;  // of the verb, not the noun
  if (place != nullptr && !EventRows::has_scene(event.type) && !opens_clause(clauses, *place, at)) place = nullptr;
  if (place != nullptr) {
    event.place = places_.rows[place->place].name;
    event.place_country = places_.rows[place->place].country;
  }
}

// The nearest of the dates that are its own, else of those that it shares with the verb on which it hangs.
const FoundDate* EventScene::date_of(const Clauses& clauses, std::size_t at, std::string_view type) const {
  const Stretch trigger = Document::stretch(clauses[at]);
  const std::uint32_t sentence = document_.sentence_of(trigger.first);
  const Tape tape = document_.tapes[sentence];
  const FoundDate* best = nullptr;
  std::uint32_t lowest = 2 * too_far;
  auto date = std::partition_point(dates_.begin(), dates_.end(), [&](const FoundDate& before) { return before.row.sentence < sentence + 1; });
  for (; date != dates_.end() && date->row.sentence == sentence + 1; ++date) {
    if (date->row.kind == DateKind::duration || date->row.from.empty()) continue;
    if (is_offset(clauses, date->tokens, at) || is_attribute(clauses, *date, at)) continue;
    // "ordered an inquiry into last month's election"
    if (clauses.is(at, mark_verb) && clauses.is(clauses.element_at(date->tokens.end), mark_clitic)) continue;
    const Belonging belongs = belonging(clauses, date->tokens, at, tells_content(type));
    if (belongs == Belonging::none) continue;
    const std::size_t report = report_dated(document_, tape, *date);
    if (belongs != Belonging::own && report != no_verb && !trigger.meets(Document::stretch(tape[report]))) continue;
    const std::uint32_t cost = distance(document_, tape, date->tokens, trigger) + (belongs == Belonging::shared ? too_far : 0);
    if (cost < lowest) lowest = cost, best = &*date;
  }
  return best;
}

// "reaffirmed the | 1951 | Mutual Defence Treaty": the year of a thing, not of what is done with it.
bool EventScene::is_attribute(const Clauses& clauses, const FoundDate& date, std::size_t at) const {
  constexpr std::size_t year_alone = 4;
  if (date.row.from.size() != year_alone || date.tokens.first == 0) return false;
  const Element* const before = document_.word_at(date.tokens.first - 1);
  if (before == nullptr) return false;
  const bool owned = document_.is(*before, lexicon::class_id::DETERMINER) || document_.is(*before, lexicon::class_id::POSSESSIVE) ||
                     document_.is(*before, lexicon::class_id::CLITIC);
  std::size_t next = clauses.element_at(date.tokens.end);
  for (int steps = 0; steps < 2 && next < clauses.size() && clauses.is_plain(next); ++steps) ++next;  // "1951 | Mutual | Defence Treaty"
  if (!owned || !clauses.is(next, mark_noun)) return false;
  const std::size_t head = clauses.group_from(next).head;
  const std::size_t left = clauses.element_at(date.tokens.first - 1);
  const bool around = left > 0 && document_.is_at(clauses[left - 1].end - 1, lexicon::class_id::CIRCUMSTANCE);  // "during the 1968 invasion"
  return head != at && !around;
}

// "… on Friday, a week after | the army killed three": counted from what the clause tells, whose day is not told. Where it
// opens the sentence the text has told that day before, and it is the day of what follows the clause.
bool EventScene::is_offset(const Clauses& clauses, Stretch tokens, std::size_t at) const {
  if (tokens.empty() || !document_.is_at(tokens.end - 1, lexicon::class_id::SUBORDINATOR)) return false;
  const std::size_t next = clauses.element_at(tokens.end);
  if (!clauses.is(next, mark_noun)) return false;
  const std::size_t verb = clauses.after(clauses.group_from(next).head);
  return clauses.is_finite(verb) && (at == verb || clauses.element_at(tokens.first) != 0);
}

// The nearest of the places that are its own, else the nearest of all where it shares that one.
const PlaceMention* EventScene::place_of(const Clauses& clauses, std::size_t at, std::string_view type) const {
  const Stretch trigger = Document::stretch(clauses[at]);
  const auto belongs = [&](const PlaceMention& place) {
    return is_post(clauses, place) ? Belonging::none : belonging(clauses, place.tokens, at, tells_content(type));
  };
  const PlaceMention* const own = place_near(places_, document_, trigger, [&](const PlaceMention& place) { return belongs(place) == Belonging::own; });
  const PlaceMention* const best = own == nullptr ? place_near(places_, document_, trigger) : nullptr;
  if (best == nullptr) return own;
  // "arrested him for selling secrets | to Chile": where something goes is the scene of its own verb alone
  const std::size_t element = clauses.element_at(best->tokens.first);
  const bool goal = element > 0 && clauses.is(element - 1, mark_addressee);
  return goal || belongs(*best) == Belonging::none ? nullptr : best;
}

// "its ambassador | to London"
bool EventScene::is_post(const Clauses& clauses, const PlaceMention& place) const {
  const std::size_t element = clauses.element_at(place.tokens.first);
  return element > 1 && clauses.is(element - 1, mark_addressee) && clauses.is(element - 2, mark_noun) &&
         document_.is_at(clauses[element - 2].end - 1, lexicon::class_id::OFFICE_ABROAD);
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

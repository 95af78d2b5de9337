#include "facts/event_plans.h"

#include "facts/event_types.h"
#include "facts/quotes_words.h"
#include "lexicon/classes.h"

namespace gazette::facts {

namespace class_id = lexicon::class_id;

std::optional<EventPlan> EventPlans::of(std::size_t infinitive) const {
  const std::size_t left = clauses_.before(infinitive);
  if (!clauses_.is(infinitive, mark_infinitive) || left == Clauses::none || !clauses_.is(left, mark_noun)) return std::nullopt;
  const auto opens_negated = [&](std::size_t i) { return document_.is_at(clauses_[i].first, class_id::NEGATION); };
  const Group group = clauses_.group_to(left);
  if (opens_negated(infinitive) || opens_negated(group.first)) return std::nullopt;  // "the decision not to attack", "no plan to leave"
  EventPlan plan{left, {}};
  if (is_pledge(left)) {
    plan.owner = owner_of(group);
  } else if (group.first > 1 && clauses_.is(group.first - 1, mark_agent | mark_genitive) && is_pledge(group.first - 2)) {
    plan.noun = group.first - 2;
    if (opens_negated(clauses_.group_to(plan.noun).first)) return std::nullopt;  // "no plan by France to leave"
    plan.owner = parties_.resolved(clauses_, group, infinitive);
  }
  return plan.owner.acts() ? std::optional(plan) : std::nullopt;
}

bool EventPlans::is_intent(std::size_t noun) const { return document_.is(clauses_[noun], class_id::PLAN); }

bool EventPlans::is_pledge(std::size_t noun) const {
  if (!clauses_.is(noun, mark_noun)) return false;
  if (act_of(document_.grammar->lexicon(), clauses_[noun].word, class_id::REPORT_NOUN) == "promise") return true;
  if (!clauses_.is(noun, mark_event_noun)) return false;  // "the threat by the rebels to close the port"
  const auto meaning = frames_.of_word(clauses_[noun], class_id::EVENT_NOUN);
  return meaning && meaning->type == "THREATEN";
}

// "the government's decision", "Moscow's decision"
EventParty EventPlans::owner_of(Group group) const {
  EventParty party = parties_.party(clauses_, group);
  if (party.acts() && clauses_.tokens(group).holds(party.tokens)) return party;
  party = parties_.owner_of(clauses_, group);
  if (party.acts()) return party;
  party = parties_.seat_of(clauses_, group);
  if (party.kind == EventParty::Kind::place) party.kind = EventParty::Kind::holder;
  return party;
}

bool EventPlans::is_journey(std::uint32_t sentence, std::size_t at, const EventMeaning& told) {
  if (!clauses_.is(at, mark_infinitive) || !is_one_of(told.type, {"AID", "CONSULT", "COOPERATE"})) return false;
  const std::size_t main = clauses_.verb_before(at, true);
  if (main == Clauses::none || !clauses_.is(main, mark_event_verb) || document_.is(clauses_[main], class_id::FUTURE)) return false;
  if (document_.is(clauses_[main], class_id::NEGATED) || document_.is(clauses_[main], class_id::MODALITY)) return false;  // "did not fly to Rome to meet"
  const auto journey = frames_.of_verb(clauses_, sentence, main, {}, false);
  return journey && journey->mode == "visit";
}

bool EventPlans::is_decided(std::size_t at) const {
  const std::size_t left = clauses_.is(at, mark_infinitive) ? clauses_.before(at) : Clauses::none;
  if (left == Clauses::none || !clauses_.is_finite(left) || clauses_.is(left, mark_event_verb)) return false;
  return act_of(document_.grammar->lexicon(), clauses_[left].word, class_id::REPORT_VERB) == "promise";
}

}  // namespace gazette::facts

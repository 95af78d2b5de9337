// Whom the clauses around a deed tell of: the conditions of a threat, the reasons of a protest, who hears of it, against whom
// forces are moved (facts/event_filling.h).
#include "facts/event_filling.h"
#include "facts/event_types.h"
#include "lexicon/classes.h"

namespace gazette::facts {

namespace class_id = lexicon::class_id;

// "Iran told Pakistan it would close the border"; but "told parliament that the army would attack": nobody is threatened.
void EventFilling::take_hearer(std::size_t at, const EventRoles& roles, EventRoles& threatened) {
  const std::size_t report = clauses_.reporting_verb(at);
  if (report == Clauses::none || !clauses_.is_finite(report)) return;
  Groups told_to = clauses_.objects(report);
  const std::size_t next = clauses_.after(report);
  if (told_to.empty() && clauses_.is(next, mark_addressee) && clauses_.is(next + 1, mark_noun))
    told_to = clauses_.groups_from(next + 1);  // "indicated | to Oman"
  EventRoles teller;
  for (const Group& group : clauses_.subjects(report)) add_source(teller, group, report);
  const bool own = teller.source_count > 0 && roles.source_count > 0 && roles.has_source(teller.sources[0]);
  if (own && !told_to.empty() && told_to[0].head + std::size_t{1} < at && !clauses_.is(told_to[0].head, mark_pronoun))
    add_target(threatened, told_to[0], report, false);
  if (threatened.target_count > 0 && threatened.has_source(threatened.targets[0])) threatened.target_count = 0;
}

bool EventFilling::take_condition(std::size_t at, EventRoles& roles) const {
  constexpr std::size_t reach = 16;
  if (opens_condition(0)) {  // "Unless Israel withdraws, …", "If Israel does not withdraw, …"
    const std::size_t verb = clauses_.after(clauses_.group_from(1).head);
    const bool demanded = document_.is(clauses_[0], class_id::UNLESS) || (clauses_.is(verb, mark_verb) && document_.is(clauses_[verb], class_id::NEGATED));
    return demanded && take_condition_at(0, at, roles);
  }
  for (std::size_t i = at + 1; i + 1 < clauses_.size() && i < at + reach && !clauses_.is(i, mark_stop); ++i) {
    if (opens_condition(i)) return take_condition_at(i, at, roles);
  }
  return false;
}

bool EventFilling::opens_condition(std::size_t at) const {
  const bool condition = document_.is(clauses_[at], class_id::UNLESS) || document_.is(clauses_[at], class_id::HYPOTHETICAL);
  return condition && clauses_.is(at, mark_subordinator) && clauses_.is(at + 1, mark_noun);
}

// Takes the subject of the condition that begins at `condition`.
bool EventFilling::take_condition_at(std::size_t condition, std::size_t at, EventRoles& roles) const {
  const Group who = clauses_.group_from(condition + 1);
  EventParty party = parties_.resolved(clauses_, who, at);
  if (!party.acts() || roles.has_source(party)) return false;
  // "if the United States agrees": who has to allow it is not threatened
  const std::size_t verb = who.head + std::size_t{1};
  const auto meant = clauses_.is(verb, mark_verb) ? frames_.of_verb(clauses_, sentence_, verb, {}, false) : std::nullopt;
  if (!document_.is(clauses_[condition], class_id::UNLESS) && meant && is_cooperative(meant->type) && !document_.is(clauses_[verb], class_id::NEGATED))
    return false;
  roles.target_count = 0;
  roles.add_target(std::move(party));
  return true;
}

void EventFilling::take_reason(std::size_t at, EventRoles& roles) {
  constexpr std::size_t reach = 12;
  for (std::size_t i = at + 1; i < clauses_.size() && i < at + reach && !clauses_.is(i, mark_stop); ++i) {
    if (!clauses_.is(i, mark_verb)) continue;
    if (!clauses_.is(i, mark_gerund | mark_infinitive)) return;
    if (!clauses_.is(i, mark_event_verb)) continue;
    const auto reason = frames_.of_verb(clauses_, sentence_, i, {}, false);
    if (!reason || !is_one_of(reason->type, {"ACCUSE", "REQUEST", "PROTEST", "REJECT", "COERCE"})) return;
    find_targets(i, *reason, roles);
    if (roles.target_count > 0 && parties_.is_crowd(roles.targets[0])) roles.target_count = 0;  // "urging people to join"
    return;
  }
}

// "put its forces on alert after Turkish commandos landed", "as Chinese aircraft flew close": whose deed in the clause behind it was.
void EventFilling::take_adversary(std::size_t at, EventRoles& roles) {
  constexpr std::size_t reach = 24;
  for (std::size_t i = at + 1; i + 1 < clauses_.size() && i < at + reach && !clauses_.is(i, mark_stop | mark_relative); ++i) {
    if (!clauses_.is(i, mark_subordinator) || !clauses_.is(i + 1, mark_noun)) continue;
    const Group who = clauses_.group_from(i + 1);
    const std::size_t verb = clauses_.after(who.head);
    if (!clauses_.is_finite(verb) || clauses_.is(verb, mark_report | mark_passive)) return;
    EventParty party = parties_.resolved(clauses_, who, at);
    const bool forces = party.kind == EventParty::Kind::people && party.actor != 0 &&
                        (document_.is(clauses_[who.head], class_id::TROOPS) || document_.is(clauses_[who.head], class_id::ARMAMENT));
    const auto deed = clauses_.is(verb, mark_event_verb) ? frames_.of_verb(clauses_, sentence_, verb, {}, false) : std::nullopt;
    const bool body = party.kind == EventParty::Kind::named && !parties_.is_person(party) && deed && is_hostile(deed->type);
    if ((forces || body) && !roles.has_source(party)) roles.add_target(std::move(party));
    return;
  }
}

}  // namespace gazette::facts

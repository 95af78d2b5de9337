#include "facts/event_rules.h"

#include <algorithm>

#include "lexicon/classes.h"

namespace gazette::facts {

namespace class_id = lexicon::class_id;

EventRules::EventRules(const Document& document, const Clauses& clauses, EventFrames& frames, const EventContent& content, const EventFilling& filling,
                       EventWriting& writing)
    : document_(document),
      clauses_(clauses),
      frames_(frames),
      content_(content),
      filling_(filling),
      writing_(writing),
      stage_(document.grammar->stage(cascade::StageId::events)),
      trigger_(stage_.capture_or_none("trigger")),
      sides_{{stage_.capture_or_none("source"), stage_.capture_or_none("source2"), stage_.capture_or_none("target"), stage_.capture_or_none("target2")}} {}

void EventRules::code(std::uint32_t sentence, std::vector<std::uint8_t>& consumed) {
  stage_.find(document_.plain_tape(sentence), trigger_, scratch_);
  for (const cascade::Match& match : scratch_.matches) {
    const cascade::Capture* const trigger = match.captured(trigger_);
    if (trigger == nullptr) continue;
    const std::size_t at = trigger->end - 1;
    if (content_.is_demanded(at)) continue;
    const cascade::Rule& rule = stage_.rule(match.rule);
    const auto meaning = meaning_by(rule, sentence, at);
    if (!meaning) continue;
    EventRoles roles;
    for (std::size_t side = 0; side < sides_.size(); ++side) {
      const cascade::Capture* const capture = match.captured(sides_[side]);
      if (capture == nullptr) continue;
      Group group{capture->begin, capture->end - 1};
      if (side < 2) group.first = std::min(group.first, clauses_.group_to(group.head).first);  // "U.S. | troops"
      if (side >= 2) {
        const std::size_t verb = clauses_.after(group.head);
        if (!clauses_.is(at, mark_verb) && clauses_.is_finite(verb) && verb < at) {  // "the line of the premier on thieves | won praise"
          for (const Group& met : clauses_.subjects(verb)) filling_.add_met(roles, met, verb);
        }
        if (roles.target_count == 0) filling_.add_target(roles, group, at, true);
        continue;
      }
      // "Pilots at Kenya Airways | gave management seven days": who does it is the subject, not the name next to the verb
      const bool subject = side == 0 && clauses_.is_finite(at) && !clauses_.is_passive(at) && clauses_.after(group.head) == at;
      const Groups subjects = subject ? clauses_.subjects(at) : Groups{};
      for (const Group& doer : subjects) filling_.add_source(roles, doer, at);
      if (roles.source_count == 0) filling_.add_source(roles, group, at);
    }
    const bool one_side = roles.planned = rule.setting("sides") == "source";
    if (one_side) add_conjuncts(match, roles, at);
    if (!rule.setting("claimed").empty()) add_claimer(roles, match, at);
    if (roles.source_count == 0 || (roles.target_count == 0 && !one_side)) continue;
    consumed[at] = 1;
    for (std::size_t i = match.begin; i < at && !clauses_.is(at, mark_verb); ++i) consumed[i] |= clauses_.is(i, mark_verb) ? 1 : 0;  // "won | praise"
    writing_.write(sentence, at, *meaning, roles, rule.name);
  }
}

// What a rule says that its trigger means, else what the lexicon says.
std::optional<EventMeaning> EventRules::meaning_by(const cascade::Rule& rule, std::uint32_t sentence, std::size_t at) {
  if (const std::string_view type = rule.setting("type"); !type.empty())
    return EventMeaning{type, rule.setting("mode"), rule.setting("cameo"), Clauses::none, Clauses::none};
  return clauses_.is(at, mark_verb) ? frames_.of_verb(clauses_, sentence, at, {}, false) : frames_.of_word(clauses_[at], class_id::EVENT_NOUN);
}

// "Condemnation has come from the Pope, Turkey and the Union": those side by side with the first.
void EventRules::add_conjuncts(const cascade::Match& match, EventRoles& roles, std::size_t at) const {
  const cascade::Capture* const first = match.captured(sides_[0]);
  if (first == nullptr) return;
  const Groups groups = clauses_.groups_from(first->begin);
  for (std::size_t i = 1; i < groups.size(); ++i) filling_.add_source(roles, groups[i], at);
}

// "The minister said that the rebels were behind the attack": whoever says so accuses them.
void EventRules::add_claimer(EventRoles& roles, const cascade::Match& match, std::size_t at) const {
  const cascade::Capture* const target = match.captured(sides_[2]);
  const std::size_t copula = target == nullptr ? at : clauses_.after(target->end - 1);
  std::size_t report = clauses_.reporting_verb(copula);
  if (report == Clauses::none) report = clauses_.reporting_verb_behind(at);  // "…, the league said"
  for (const Group& group : report == Clauses::none ? Groups{} : clauses_.subjects(report)) filling_.add_source(roles, group, report);
  if (roles.source_count > 0 && roles.target_count > 0 && roles.has_source(roles.targets[0])) roles.source_count = 0;
}

}  // namespace gazette::facts

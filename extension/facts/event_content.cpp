#include "facts/event_content.h"

#include <algorithm>

#include "facts/event_types.h"
#include "facts/quotes_words.h"
#include "lexicon/classes.h"

namespace gazette::facts {

namespace class_id = lexicon::class_id;

bool EventContent::is_demanded(std::size_t at) const {
  return clauses_.is(at, mark_verb) && document_.is(clauses_[at], class_id::VERB_BASE) && !document_.is(clauses_[at], class_id::MODALITY) &&
         !document_.is(clauses_[at], class_id::FUTURE) && clauses_.that_of(at) != Clauses::none;
}

bool EventContent::tells_that(std::size_t at) const {
  if (act_of(document_.grammar->lexicon(), clauses_[at].word, class_id::REPORT_VERB) != "say") return false;
  const Groups told = clauses_.objects(at);
  const std::size_t behind = told.empty() ? clauses_.after(at) : clauses_.after(told[told.size() - 1].head);
  return clauses_.is(behind, mark_complementizer) || clauses_.is(behind, mark_noun);
}

bool EventContent::names_it(std::size_t at, std::size_t noun) const {
  if (!clauses_.is(noun, mark_noun)) return false;
  const std::size_t next = clauses_.group_from(noun).head + std::size_t{1};
  return clauses_.after(at) == clauses_.group_to(noun).first && clauses_.is(next, mark_noun) && !clauses_.is(next, mark_pronoun | mark_name | mark_counted) &&
         document_.is_at(clauses_[next].first, class_id::ARTICLE);
}

bool EventContent::asks_question(std::size_t at) const {
  if (act_of(document_.grammar->lexicon(), clauses_[at].word, class_id::REPORT_VERB) != "ask") return false;
  constexpr std::size_t reach = 12;
  for (std::size_t i = at + 1; i < std::min(clauses_.size(), at + reach) && !clauses_.is(i, mark_verb | mark_stop | mark_comma); ++i) {
    if (document_.is(clauses_[i], class_id::QUESTION_WORD) && !(clauses_.is(i, mark_relative) && i > at + 1)) return true;
    if (!clauses_.is(i, mark_preposition) || clauses_.is(i, mark_agent | mark_genitive)) continue;
    return document_.is(clauses_[i], class_id::TOPIC_LINK);
  }
  return false;
}

// The finite verb of the clause that a verb is about: "agreed (that) the prices | had fallen"; or none.
std::size_t EventContent::verb_of_clause(std::size_t at) const {
  std::size_t i = clauses_.after(at);
  const bool that = clauses_.is(i, mark_complementizer);
  if (that) ++i;
  if (that && clauses_.is(i, mark_gerund | mark_participle) && clauses_.is(i + 1, mark_noun)) ++i;  // "that | falling | prices helped"
  if (!clauses_.is(i, mark_noun)) return Clauses::none;
  for (int steps = 0; i < clauses_.size() && steps < 12 && !clauses_.is(i, mark_comma | mark_stop | mark_relative); ++i, ++steps) {
    if (clauses_.is(i, mark_infinitive | mark_gerund)) return Clauses::none;
    if (clauses_.is_finite(i) && (that || !clauses_.is_reduced_passive(i))) return i;
  }
  return Clauses::none;
}

bool EventContent::claims(std::size_t at) const {
  if (act_of(document_.grammar->lexicon(), clauses_[at].word, class_id::REPORT_VERB) != "claim") return false;
  const std::size_t next = clauses_.after(at);
  if (clauses_.is(next, mark_preposition)) return false;
  const std::size_t verb = verb_of_clause(at);
  return verb == Clauses::none || !(asks(verb) || is_demanded(verb));
}

bool EventContent::asks(std::size_t verb) const { return document_.is_at(clauses_[verb].first, class_id::OBLIGATION); }

bool EventContent::looks_for(std::size_t at) const {
  constexpr std::size_t reach = 16;
  for (std::size_t i = at + 1; i + 1 < std::min(clauses_.size(), at + reach) && !clauses_.is(i, mark_verb | mark_stop | mark_comma); ++i) {
    const bool link = clauses_.is(i, mark_preposition) && document_.is(clauses_[i], class_id::CHARGE_LINK) && !clauses_.is(i, mark_genitive);
    if (link && clauses_.is(clauses_.group_from(i + 1).head, mark_animate | mark_name)) return true;
  }
  return false;
}

bool EventContent::thinks_alike(std::size_t at) const {
  const std::size_t verb = verb_of_clause(at);
  if (verb == Clauses::none || is_demanded(verb)) return false;
  return asks(verb) || (!document_.is(clauses_[verb], class_id::FUTURE) && !document_.is(clauses_[verb], class_id::MODALITY) &&
                        !document_.is_at(clauses_[verb].first, class_id::VOLITION));
}

bool EventContent::is_accident(std::size_t at) const {
  const std::size_t left = clauses_.before(at);
  if (!clauses_.is(at, mark_gerund) && !(left != Clauses::none && clauses_.is(left, mark_conjunction))) return false;
  const std::size_t verb = clauses_.verb_before(at, true);
  return verb != Clauses::none && document_.is(clauses_[verb], class_id::ACCIDENT_VERB);
}

bool EventContent::foresees(std::uint32_t sentence, std::size_t at) {
  std::size_t i = clauses_.after(at);
  if (document_.is(clauses_[at], class_id::FORESEE_VERB)) {
    if (clauses_.is_passive(at)) i = at + 1;
    const bool object = clauses_.is(i, mark_noun) && verb_of_clause(at) == Clauses::none;
    if (object) i = clauses_.after(clauses_.groups_from(i)[0].head);
    const bool topic = clauses_.is(i, mark_preposition) && document_.is(clauses_[i], class_id::TOPIC_LINK);
    // "warned them not to attack", "warned Oman against it"
    if (object && !topic && !clauses_.is(i, mark_complementizer | mark_noun | mark_comma | mark_stop)) return false;
    return !means_harm(sentence, i);
  }
  if (!clauses_.is(at, mark_report) || !clauses_.is(i, mark_complementizer | mark_noun)) return false;
  const bool clause = clauses_.is(i, mark_complementizer);
  if (clause) ++i;
  if (!clauses_.is(i, mark_noun) || clauses_.is(i, mark_pronoun)) return false;
  while (i < clauses_.size() && !clauses_.is(i, mark_verb | mark_comma | mark_stop)) ++i;
  if (i >= clauses_.size()) return false;
  if (clause && document_.is_at(clauses_[i].first, class_id::VOLITION)) {  // "warned that investors would stay away", not "would face sanctions"
    const auto deed = frames_.of_verb(clauses_, sentence, i, {}, clauses_.is(i, mark_passive));
    return !(deed && is_hostile(deed->type)) && !clauses_.is(clauses_.after(i), mark_event_noun);
  }
  if (!document_.is(clauses_[i], class_id::MODALITY)) return false;
  return !document_.is_at(clauses_[i].first, class_id::VOLITION) && !document_.is_at(clauses_[i].first, class_id::OBLIGATION);
}

// "that it would retaliate", "of sanctions", "that any attack would be met with force"
bool EventContent::means_harm(std::uint32_t sentence, std::size_t from) {
  constexpr std::size_t reach = 16;
  for (std::size_t i = from; i < std::min(clauses_.size(), from + reach) && !clauses_.is(i, mark_stop); ++i) {
    if (document_.is(clauses_[i], class_id::CONSEQUENCE)) return true;
    const bool noun = clauses_.is(i, mark_noun) && clauses_.is(i, mark_event_noun);
    if (!noun && !(clauses_.is(i, mark_event_verb) && (document_.is(clauses_[i], class_id::FUTURE) || document_.is(clauses_[i], class_id::MODALITY)))) continue;
    const auto deed = noun ? frames_.of_word(clauses_[i], class_id::EVENT_NOUN) : frames_.of_verb(clauses_, sentence, i, {}, clauses_.is(i, mark_passive));
    if (deed && is_hostile(deed->type) && !(noun && document_.is(clauses_[i], class_id::LASTING_NOUN))) return true;
  }
  return false;
}

}  // namespace gazette::facts

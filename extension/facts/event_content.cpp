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

bool EventContent::foresees(std::uint32_t sentence, std::size_t at, bool by_body) {
  std::size_t i = clauses_.after(at);
  if (document_.is(clauses_[at], class_id::FORESEE_VERB)) {
    if (clauses_.is_passive(at)) i = at + 1;
    const bool object = clauses_.is(i, mark_noun) && verb_of_clause(at) == Clauses::none;
    if (object) {
      // "Iraq warned Kuwait that it would pay": one body another; "warned residents of a storm", "Doctors warned Britain"
      const std::size_t head = clauses_.group_from(i).head;
      const bool body = document_.is(clauses_[head], class_id::COUNTRY_NAME) || document_.is(clauses_[head], class_id::PLACE_NAME) ||
                        document_.is(clauses_[head], class_id::ORGANIZATION_NAME) || document_.is(clauses_[head], class_id::GROUP_NAME) ||
                        document_.is(clauses_[head], class_id::COUNTRY);
      const std::size_t next = clauses_.after(clauses_.groups_from(i)[0].head);
      // "warned Sudan that famine was near": of what neither does
      const bool of_itself = !clauses_.is(next, mark_complementizer) || clauses_.is(next + 1, mark_pronoun);
      if (body && by_body && of_itself) return false;
      i = next;
    }
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

bool EventContent::takes_money(std::size_t at) const {
  constexpr std::size_t reach = 5;
  const std::size_t sum = clauses_.after(at);
  if (sum >= clauses_.size() || !document_.is(clauses_[sum], class_id::MEASURE)) return false;
  for (std::size_t i = sum + 1; i < std::min(clauses_.size(), sum + reach) && !clauses_.is(i, mark_verb | mark_stop | mark_comma); ++i) {
    if (document_.is(clauses_[i], class_id::ORIGIN_MARK)) return true;
  }
  return false;
}

std::string_view EventContent::mode_of_scene(std::size_t at) const {
  const std::size_t next = clauses_.after(at);
  if (!clauses_.is(next, mark_preposition) || !document_.is(clauses_[next], class_id::LOCATIVE) || !clauses_.is(next + 1, mark_noun)) return {};
  const std::size_t head = clauses_.group_from(next + 1).head;
  const auto deed = clauses_.is(head, mark_event_noun) ? frames_.of_word(clauses_[head], class_id::EVENT_NOUN) : std::nullopt;
  return deed && deed->type == "ASSAULT" ? deed->mode : std::string_view{};
}

bool EventContent::shares_passive(std::size_t at) const {
  if (at < 2 || !clauses_.is(at, mark_participle) || !document_.is(clauses_[at], class_id::OBJECT_VERB)) return false;
  if (!clauses_.is(at - 1, mark_conjunction) || clauses_.is(clauses_.after(at), mark_noun)) return false;
  if (clauses_.is(at - 2, mark_passive)) return true;
  const std::size_t other = clauses_.verb_before(at - 1, true);  // "was dragged into a car and | sentenced to ten days"
  return other != Clauses::none && clauses_.is(other, mark_passive) && clauses_.is(clauses_.after(at), mark_preposition) &&
         clauses_.relative_of(other) == Clauses::none;
}

bool EventContent::is_inverted(std::size_t at) const {
  if (at < 2 || !clauses_.is(at, mark_report) || !clauses_.is_finite(at) || !clauses_.is(at - 1, mark_comma) || !clauses_.is(at + 1, mark_noun)) return false;
  const std::size_t head = clauses_.group_from(at + 1).head;
  if (!clauses_.is(head, mark_name | mark_animate)) return false;
  // "“He expelled them,” denounced the mayor": behind somebody's words
  const std::uint32_t verb_token = clauses_[at].first;
  if (verb_token > 1 && document_.quotation_of(verb_token) < 0 && document_.quotation_of(clauses_[at - 2].end - 1) >= 0) return true;
  if (!clauses_.is(head + 1, mark_comma | mark_stop)) return false;
  const std::size_t verb = clauses_.verb_before(at, true);  // not "came, warned the army, and left", which agree
  return verb != Clauses::none && document_.is(clauses_[verb], class_id::VERB_PAST) != document_.is(clauses_[at], class_id::VERB_PAST);
}

bool EventContent::is_yet_to_come(std::uint32_t sentence, Group group) const {
  const Tape words = document_.words[sentence];
  const Stretch tokens = clauses_.tokens(group);
  for (auto word = words.begin() + document_.places[tokens.first].word; word != words.end() && word->end < tokens.end; ++word) {
    if (document_.is(*word, class_id::NOT_YET)) return true;
  }
  return false;
}

}  // namespace gazette::facts

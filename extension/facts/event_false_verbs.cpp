#include "facts/event_false_verbs.h"

#include "facts/quotes_words.h"
#include "lexicon/classes.h"

namespace gazette::facts {

namespace class_id = lexicon::class_id;

// "militants of the | banned | TTP", "for | alleged | genocide": a participle before its noun tells of a state, no event.
bool FalseVerbs::is_one(std::size_t at, bool body) const {
  if (is_bare_noun(at)) return true;
  // "to win | back the seat": right behind a verb it is the adverb
  if (at > 0 && clauses_.is(at - 1, mark_verb) && clauses_.is_finite(at) && !clauses_.is(at, mark_passive) && document_.is(clauses_[at], class_id::ADVERB))
    return true;
  // "the ECOWAS | row | deepens", "from further | harm", "the December 31 | attack": where no verb stands it is a noun
  const bool plural = document_.is(clauses_[at], class_id::VERB_THIRD) && document_.is(clauses_[at], class_id::NOUN_PLURAL);
  if (plural && is_compound_object(at)) return true;
  if (clauses_.is_finite(at) && document_.is(clauses_[at], class_id::VERB_BASE) && document_.is(clauses_[at], class_id::NOUN) &&
      !document_.is(clauses_[at], class_id::VERB_PAST) && !document_.is(clauses_[at], class_id::MODALITY) && !document_.is(clauses_[at], class_id::FUTURE)) {
    const std::size_t next = clauses_.after(at);  // "the Forbes | brand today reaches"
    if (clauses_.is_finite(next) && !clauses_.is(next, mark_participle)) return true;
    if (clauses_.is_finite(at + 1)) return true;
    // "Airline strike: union signs"
    if (at > 0 && clauses_.is(at + 1, mark_stop) && clauses_.is(at, mark_event_noun | mark_event_verb) && clauses_.is(at - 1, mark_name) &&
        document_.is(clauses_[at], class_id::EVENT_NOUN) && !body)
      return true;
    if (is_compound_object(at)) return true;
    // "to cut off | aid to Iraq": behind a particle
    if (at > 1 && clauses_.is(at - 1, mark_preposition) && clauses_.is(at - 1, mark_adverb) && clauses_.is(at - 2, mark_verb)) return true;
    std::size_t left = at > 1 && clauses_.is(at - 1, mark_date) ? at - 2 : clauses_.before(at);
    // "a | year-old | dispute"
    if (left != Clauses::none && left > 0 && clauses_.is_plain(left) && document_.is(clauses_[left - 1], class_id::DETERMINER)) --left;
    if (left != Clauses::none && !clauses_.is(left, mark_noun | mark_verb | mark_adverb) &&
        (clauses_.is(left, mark_preposition) || document_.is(clauses_[left], class_id::DETERMINER)))
      return true;
  }
  // "impeach | Finance | Secretary Ana Paz": within a sentence no verb has a capital
  if (at > 0 && clauses_.is(at + 1, mark_noun) && clauses_.is(at - 1, mark_noun | mark_verb | mark_preposition) && clauses_[at].end == clauses_[at].first + 1 &&
      document_.is_at(clauses_[at].first, class_id::CAPITALIZED) && body)
    return true;
  if (at == 0 || !clauses_.is(at, mark_participle) || clauses_.is(at, mark_gerund)) return false;
  if (clauses_.is(at - 1, mark_noun | mark_verb)) return false;
  if (clauses_.is_plain(at - 1) && clauses_.is(at + 1, mark_noun)) return true;                                          // "the main | accused Ana Paz"
  const bool joined = clauses_[at].first == clauses_[at - 1].end && !document_.tokens[clauses_[at].first].space_before;  // "U.N.-|brokered"
  if (joined || document_.is(clauses_[at - 1], class_id::DETERMINER) || document_.is(clauses_[at - 1], class_id::POSSESSIVE)) return true;
  // "over alleged | plot": where the verb behind it may be a noun, it is
  const bool noun = clauses_.is(at + 1, mark_noun) || (clauses_.is_finite(at + 1) && document_.is(clauses_[at + 1], class_id::NOUN));
  return clauses_.is(at - 1, mark_preposition) && noun;
}

// What reads as a verb but agrees with nothing: "a kangaroo | hunt opened", "a | bit of luck", "in the guest | book he wrote".
bool FalseVerbs::is_bare_noun(std::size_t at) const {
  if (at == 0 || !clauses_.is_finite(at) || !document_.is(clauses_[at], class_id::NOUN) || document_.is(clauses_[at], class_id::MODALITY) ||
      document_.is(clauses_[at], class_id::FUTURE))
    return false;
  if (clauses_.is(at + 1, mark_genitive) && !clauses_.is(at, mark_report)) return true;
  if (!document_.is(clauses_[at], class_id::VERB_BASE) || document_.is(clauses_[at], class_id::VERB_PAST)) return false;
  if (clauses_.is(at + 1, mark_pronoun) && clauses_.is_finite(at + 2) && !clauses_.is(at, mark_report)) return true;
  const Element& left = clauses_[at - 1];
  if (!clauses_.is(at - 1, mark_noun) || clauses_.is(at - 1, mark_name | mark_pronoun | mark_animate)) return false;
  if (!document_.is(left, class_id::NOUN) || document_.is(left, class_id::NOUN_PLURAL) || document_.is(left, class_id::ACTOR_NOUN) ||
      document_.is(left, class_id::GROUP_NOUN) || document_.is(left, class_id::INSTITUTION))
    return false;
  const std::size_t first = clauses_.group_to(at - 1).first;  // but "the mayor and the firm | plan"
  return first == 0 || !clauses_.is(first - 1, mark_verb | mark_conjunction | mark_comma);
}

// "rejected Opposition | calls for an inquiry", "will resume the Delhi | march": behind the object of a verb that no clause
// follows, what may be a noun is one.
bool FalseVerbs::is_compound_object(std::size_t at) const {
  if (at < 2 || !clauses_.is(at - 1, mark_noun) || clauses_.is(at - 1, mark_pronoun)) return false;
  const std::size_t first = clauses_.group_to(at - 1).first;
  if (first == 0 || !clauses_.is(first - 1, mark_verb) || clauses_.is(first - 1, mark_copula | mark_passive) || clauses_.is_reduced_passive(first - 1))
    return false;
  if (clauses_.relative_of(first - 1) != Clauses::none) return false;  // "who attacked the town | fled"
  return (use_of(document_.grammar->lexicon(), clauses_[first - 1].word, class_id::REPORT_VERB).takes & takes_that) == 0;
}

}  // namespace gazette::facts

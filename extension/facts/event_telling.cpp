#include "facts/event_telling.h"

#include <algorithm>

#include "facts/calendar.h"
#include "facts/quotes_words.h"
#include "lexicon/classes.h"

namespace gazette::facts {

namespace class_id = lexicon::class_id;

EventTelling::EventTelling(const Document& document, const std::vector<FoundDate>& dates) : document_(document) {
  for (const FoundDate& date : dates) {
    if (date.row.kind != DateKind::duration && date.row.from.size() >= 4 && newest_ < date.row.from.substr(0, 4)) newest_ = date.row.from.substr(0, 4);
    if (document.sentences[date.row.sentence - 1].part != text::Part::dateline || date.row.from.size() < 4) continue;
    newest_ = date.row.from.substr(0, 4);
    break;
  }
}

std::string_view EventTelling::auxiliary(const Clauses& clauses, std::size_t at) const {
  const Element& element = clauses[at];
  if (document_.is(element, class_id::NEGATED) || holds(element, class_id::NEGATION)) return "negation";
  if (clauses.is(at, mark_gerund) && at > 0 && document_.is(clauses[at - 1], class_id::NEGATION)) return "negation";  // "he's not backing her"
  if (is_denied(clauses, at) || is_overdue(clauses, at)) return "negation";
  if (!clauses.subjects_of_heading(at).empty()) return "future";
  // "will be the first country to ban it"
  if (const std::size_t verb = clauses.ordinal_before(at); verb != Clauses::none) {
    if (clauses.is(verb, mark_copula) && holds(clauses[verb], class_id::MODAL)) return holds(clauses[verb], class_id::VOLITION) ? "future" : "hypothetical";
    return auxiliary(clauses, verb);
  }
  const std::size_t left = clauses.is(at, mark_infinitive) ? clauses.before(at) : Clauses::none;
  if (left != Clauses::none && (clauses.is(left, mark_noun | mark_event_adjective) || document_.is(clauses[left], class_id::MEASURE))) {
    if (is_impelled(clauses, left)) return "actual";
    return document_.is(clauses[left], class_id::ATTEMPT_NOUN) ? "actual" : "hypothetical";  // "an attempt to kill him" was made
  }
  // "did not manage to leave"; "is going to leave", "is not going to leave"
  if (left != Clauses::none && clauses.is(left, mark_verb) && (document_.is(clauses[left], class_id::NEGATED) || holds(clauses[left], class_id::NEGATION)) &&
      !clauses.is(left, mark_report))
    return "negation";
  if (is_going_to(clauses, at)) return "future";
  // "would continue to impose sanctions": as the verb that says that it goes on
  if (left != Clauses::none && left + 1 == at && clauses.is_finite(left) && document_.is(clauses[left], class_id::HAPPEN_VERB)) return auxiliary(clauses, left);
  if (is_purpose(clauses, at)) return "hypothetical";
  if (document_.is(element, class_id::FUTURE)) return "future";
  if (document_.is(element, class_id::MODALITY))
    return clauses.reporting_verb(at) != Clauses::none && holds(element, class_id::VOLITION) ? "future" : "hypothetical";
  return "actual";
}

// "barred from attacking the police", "if Philippine forces are attacked", "whether the army killed them", "no evidence that they attacked the police"
bool EventTelling::is_condition(const Clauses& clauses, std::size_t at) const {
  if (clauses.is(at, mark_gerund) && at > 0 && document_.is(clauses[at - 1], class_id::ORIGIN_MARK)) return true;  // "kept from attacking them"
  bool awaited = false;
  for (std::size_t i = at; i-- > 0;) {
    if (clauses.is_finite(i) && !clauses.is_reduced_passive(i)) {
      // "would not negotiate until he | resigned"
      return awaited && (document_.is(clauses[i], class_id::FUTURE) || document_.is(clauses[i], class_id::MODALITY));
    }
    if (clauses.is(i, mark_stop)) return false;
    awaited |= clauses.is(i, mark_subordinator) && document_.is(clauses[i], class_id::UNTIL);
    if (clauses.is(i, mark_noun)) continue;
    if (document_.is(clauses[i], class_id::HYPOTHETICAL)) return true;
    if (clauses.is(i, mark_complementizer)) return i > 0 && clauses.is(i - 1, mark_noun) && holds(clauses[i - 1], class_id::NEGATION);
  }
  return false;
}

// "is expected to visit", "was scheduled to meet", "is to visit"; "flies to Jakarta on Friday": who travels is told of in the
// present before it.
bool EventTelling::is_planned(const Clauses& clauses, std::size_t at, bool journey) const {
  if (!clauses.is(at, mark_infinitive)) return journey && is_present(clauses, at);
  const std::size_t left = clauses.before(at);
  if (left != Clauses::none && clauses.is(left, mark_copula) && left + 1 == at && document_.is_at(clauses[left].end - 1, class_id::BE)) return true;
  return left != Clauses::none && clauses.is(left, mark_passive) && holds(clauses[left], class_id::PLAN);
}

bool EventTelling::is_to_come(const Clauses& clauses, std::size_t noun) const {
  for (std::size_t i = noun; i-- > 0;) {
    if (clauses.is(i, mark_comma | mark_stop | mark_relative | mark_subordinator)) return false;
    if (!clauses.is(i, mark_verb)) continue;
    const bool planned = is_planned(clauses, i, false) || document_.is(clauses[i], class_id::FUTURE);
    return planned && !document_.is(clauses[i], class_id::NEGATED);
  }
  return false;
}

// "leaves", "travel": a finite present, where the text's sentences tell in the past. Headlines tell in the present what is done.
bool EventTelling::is_present(const Clauses& clauses, std::size_t at) const {
  const Element& verb = clauses[at];
  if (document_.sentences[document_.sentence_of(verb.first)].part != text::Part::body) return false;
  if (!clauses.is_finite(at) || verb.end != verb.first + 1 || document_.is(verb, class_id::VERB_PAST)) return false;
  return document_.is(verb, class_id::VERB_THIRD) || document_.is(verb, class_id::VERB_BASE);
}

// "is going to attack"
bool EventTelling::is_going_to(const Clauses& clauses, std::size_t at) const {
  const std::size_t left = clauses.is(at, mark_infinitive) ? clauses.before(at) : Clauses::none;
  if (left == Clauses::none || left + 1 != at || !clauses.is(left, mark_verb) || clauses[left].end < clauses[left].first + 2) return false;
  return document_.is_at(clauses[left].end - 1, class_id::FUTURE_MARK);
}

// "The coup prompted Peru | to recall its envoy": the object of such a verb did so.
bool EventTelling::is_impelled(const Clauses& clauses, std::size_t object) const {
  if (!clauses.is(object, mark_noun)) return false;
  const Group group = clauses.group_to(object);
  if (group.first == 0 || !clauses.is_finite(group.first - 1)) return false;
  const Element& verb = clauses[group.first - 1];
  return document_.is(verb, class_id::IMPEL_VERB) && !document_.is(verb, class_id::NEGATED) && !document_.is(verb, class_id::MODALITY) &&
         !document_.is(verb, class_id::FUTURE);
}

// "will meet to exchange prisoners", "hopes to join the union": what the infinitive tells is not done.
bool EventTelling::is_purpose(const Clauses& clauses, std::size_t at) const {
  if (!clauses.is(at, mark_infinitive)) return false;
  const std::size_t left = clauses.before(at);
  if (left == Clauses::none || !clauses.is(left, mark_verb)) return false;
  return document_.is(clauses[left], class_id::FUTURE) || document_.is(clauses[left], class_id::MODALITY) ||
         (document_.is(clauses[left], class_id::WISH_VERB) && !clauses.is(left, mark_passive));
}

// "has yet to approve the deal"
bool EventTelling::is_overdue(const Clauses& clauses, std::size_t at) const {
  if (!clauses.is(at, mark_infinitive) || at < 2 || !clauses.is(at - 1, mark_adverb)) return false;
  const std::size_t left = clauses.before(at);
  return left != Clauses::none && clauses.is(left, mark_verb) && document_.is(clauses[left], class_id::HAVE);
}

// "denied attacking the port", "denied that the army killed them"
bool EventTelling::is_denied(const Clauses& clauses, std::size_t at) const {
  const bool gerund = clauses.is(at, mark_gerund);
  const std::size_t report = gerund ? clauses.before(at) : clauses.reporting_verb(at);
  if (report == Clauses::none || !clauses.is(report, mark_report) || document_.is(clauses[report], class_id::NEGATED)) return false;
  if (act_of(document_.grammar->lexicon(), clauses[report].word, class_id::REPORT_VERB) != "deny") return false;
  if (gerund) return true;
  const std::size_t joint = clauses.before(at);  // "denied that it paid the man, and | attacked"
  if (joint != Clauses::none && joint > 0 && clauses.is(joint, mark_conjunction) && clauses.is(joint - 1, mark_comma)) return false;
  const bool complementizer = clauses.is(report + 1, mark_complementizer);
  const Groups subject = clauses.subjects(at);
  if (subject.empty() || (subject.size() > 1 && !complementizer)) return false;  // "denied the charge and the army killed ten"
  return subject[0].first == report + (complementizer ? 2 : 1);
}

bool EventTelling::is_historical(std::string_view date) const { return is_years_before(date, newest_); }

bool EventTelling::holds(const Element& element, ClassId id) const {
  constexpr std::uint32_t most = 5;
  for (std::uint32_t token = element.first; token < std::min(element.end, element.first + most); ++token) {
    const Element* const word = document_.word_at(token);
    if (word != nullptr && document_.is(*word, id)) return true;
  }
  return false;
}

bool EventTelling::is_intent(const Clauses& clauses, std::size_t at) const {
  return document_.is_at(clauses[at].first, class_id::VOLITION) || is_going_to(clauses, at);
}

}  // namespace gazette::facts

#include "facts/event_telling.h"

#include <algorithm>

#include "facts/calendar.h"
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
  if (clauses.is(at, mark_infinitive) && clauses.is(clauses.before(at), mark_noun | mark_event_adjective)) {
    return document_.is(clauses[clauses.before(at)], class_id::ATTEMPT_NOUN) ? "actual" : "hypothetical";  // "an attempt to kill him" was made
  }
  if (document_.is(element, class_id::FUTURE)) return "future";
  if (document_.is(element, class_id::MODALITY)) return clauses.reporting_verb(at) != Clauses::none ? "future" : "hypothetical";
  return "actual";
}

bool EventTelling::is_historical(std::string_view date) const { return is_years_before(date, newest_); }

// Is one of an element's first words of a class?
bool EventTelling::holds(const Element& element, ClassId id) const {
  constexpr std::uint32_t most = 5;
  for (std::uint32_t token = element.first; token < std::min(element.end, element.first + most); ++token) {
    const Element* const word = document_.word_at(token);
    if (word != nullptr && document_.is(*word, id)) return true;
  }
  return false;
}

bool EventTelling::is_intent(const Clauses& clauses, std::size_t at) const {
  const Element* const first = document_.word_at(clauses[at].first);
  return first != nullptr && document_.is(*first, class_id::VOLITION);
}

}  // namespace gazette::facts

// How an event is told: as done, denied, to come, only thought of, or long past.
//
//   telling.auxiliary(clauses, at)           "will attack" -> future, "did not attack", "denied attacking" -> negation, "plans to attack" -> hypothetical
//   telling.is_historical("1999")            in an article of 2022: true
#ifndef GAZETTE_FACTS_EVENT_TELLING_H
#define GAZETTE_FACTS_EVENT_TELLING_H

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "facts/clauses.h"
#include "facts/dates.h"
#include "facts/document.h"

namespace gazette::facts {

class EventTelling {
 public:
  EventTelling(const Document& document, const std::vector<FoundDate>& dates);

  /// The auxiliary of the verb group (or event adjective) at `at`, as the interface names it; never "historical".
  std::string_view auxiliary(const Clauses& clauses, std::size_t at) const;
  /// Of a noun: does its clause tell of what is to come or only thought of ("is expected to chair | talks")?
  bool is_to_come(const Clauses& clauses, std::size_t noun) const;
  /// Is an ISO date two years and more before the text's own?
  bool is_historical(std::string_view date) const;
  /// Does the verb stand in a clause that tells a condition, what there is no evidence of, or what somebody is kept from?
  bool is_condition(const Clauses& clauses, std::size_t at) const;
  /// Is it what others expect or have scheduled? `journey`: it is a visit, and its present tense tells of one to come.
  bool is_planned(const Clauses& clauses, std::size_t at, bool journey) const;
  /// "will not", "would not": is it the intent itself that is negated?
  bool is_intent(const Clauses& clauses, std::size_t at) const;
  /// Is one of an element's first five words of a class: "yet" in "has not yet agreed"?
  bool holds(const Element& element, ClassId id) const;

 private:
  bool is_going_to(const Clauses& clauses, std::size_t at) const;
  bool is_impelled(const Clauses& clauses, std::size_t object) const;
  bool is_purpose(const Clauses& clauses, std::size_t at) const;
  bool is_present(const Clauses& clauses, std::size_t at) const;
  bool is_overdue(const Clauses& clauses, std::size_t at) const;
  bool is_denied(const Clauses& clauses, std::size_t at) const;

  const Document& document_;
  std::string newest_;  // the year of publication, or the last year that the text names
};

}  // namespace gazette::facts

#endif

// False verbs: what a tape has for a verb, and a reader for an adjective or a noun.
//
//   "militants of the banned TTP"            banned: a state, no ban
//   "will resume the Delhi march"            march: the object's noun
//   "impeach Finance Secretary Ana Paz"      Finance: a capital within a sentence
#ifndef GAZETTE_FACTS_EVENT_FALSE_VERBS_H
#define GAZETTE_FACTS_EVENT_FALSE_VERBS_H

#include <cstddef>

#include "facts/clauses.h"
#include "facts/document.h"

namespace gazette::facts {

class FalseVerbs {
 public:
  FalseVerbs(const Document& document, const Clauses& clauses) : document_(document), clauses_(clauses) {}

  /// Is the verb at an index of the clauses none? `body`: the sentence is no headline, whose words may all have capitals.
  bool is_one(std::size_t at, bool body) const;

 private:
  bool is_bare_noun(std::size_t at) const;
  bool is_compound_object(std::size_t at) const;

  const Document& document_;
  const Clauses& clauses_;
};

}  // namespace gazette::facts

#endif

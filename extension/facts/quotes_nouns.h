// Nouns and adjectives that report: whose claim, view or fear it is, and what it says.
//
//   His claim that the road is safe            ->   noun_clause,      "the road is safe"
//   their promise to rebuild it                ->   noun_infinitive,  "to rebuild it"
//   In the union's opinion, it will sink       ->   according,        "it will sink"
//   She was confident that it would not        ->   adjective,        "it would not"
//
// The search for attributions (quotes_attribution.cpp) builds on it.
#ifndef GAZETTE_FACTS_QUOTES_NOUNS_H
#define GAZETTE_FACTS_QUOTES_NOUNS_H

#include <cstdint>
#include <vector>

#include "facts/quotes_complements.h"

namespace gazette::facts {

/// Adds what it finds to `found`, in the order in which it is asked.
class NounAttributions : protected Complements {
 protected:
  NounAttributions(const Document& document, const Passage& passage, std::vector<Attribution>& found)
      : Complements(document, passage, found), lexicon_(document.grammar->lexicon()), found_(found) {}

  /// The claim at an element that is a noun group for one.
  void noun(std::uint32_t cue);
  /// What somebody is said to be sure, critical, afraid of.
  void adjective(std::uint32_t cue);
  /// Adds an attribution, but for one whose content another has.
  void add(const Attribution& made);

  const lexicon::Lexicon& lexicon_;
  std::vector<Attribution>& found_;

 private:
  bool in_view(std::uint32_t cue) const;
  void view(Attribution& made, std::uint32_t behind);
  bool opens_sentence(std::uint32_t noun) const;
  bool is_adjunct(std::uint32_t noun) const;
  bool is_verb_behind(const Element& group) const;
  void take_owner(Attribution& made) const;
};

}  // namespace gazette::facts

#endif

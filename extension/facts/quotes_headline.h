// Headlines: whose words they are, without any word for saying.
//
//   Paz: I will not resign               ->   leading,  "I will not resign"
//   No plan to raise fares: minister     ->   leading,  "No plan to raise fares"
//
// The search for attributions (quotes_attribution.cpp) builds on it.
#ifndef GAZETTE_FACTS_QUOTES_HEADLINE_H
#define GAZETTE_FACTS_QUOTES_HEADLINE_H

#include <cstdint>
#include <vector>

#include "facts/quotes_nouns.h"

namespace gazette::facts {

/// Adds what it finds to `found`, as its base does.
class HeadlineAttributions : protected NounAttributions {
 protected:
  HeadlineAttributions(const Document& document, const Passage& passage, std::vector<Attribution>& found) : NounAttributions(document, passage, found) {}

  /// Who stands before or behind the colon of a headline, and what they say.
  void headline();
  bool is_headline() const { return document_.sentences[passage_.first].part == text::Part::headline; }
  bool is_somebody(std::uint32_t i) const { return is(i, trait::named | trait::personal | trait::somebody); }
  /// Does a stretch hold a finite verb, or quoted words?
  bool holds_verb(Range range) const;
  /// The same of a headline, which leaves out what makes a verb finite.
  bool holds_any_verb(Range range) const;

 private:
  bool headline_behind();
  bool speaks(Range range) const;
};

}  // namespace gazette::facts

#endif

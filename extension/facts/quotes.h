// Quotes: who said what, in whose words; direct speech, reported speech, and quoted words inside a report.
//
//   "Talks will go on," Bayramov said.   ->   direct, "Talks will go on,", Bayramov, said
//   He said that talks would go on.      ->   indirect, "talks would go on", he -> Bayramov, said
#ifndef GAZETTE_FACTS_QUOTES_H
#define GAZETTE_FACTS_QUOTES_H

#include <vector>

#include "facts/actors.h"
#include "facts/document.h"
#include "gazette.h"

namespace gazette::facts {

/// A quote and the tokens of its parts.
struct FoundQuote {
  Quote row;
  Stretch content;
  Stretch mention;  // of the speaker; empty where it is taken from the context
  Stretch cue;
};

/// Finds the quotes, in the order of the text. Ids in the rows are indices plus 1.
std::vector<FoundQuote> find_quotes(const Document& document, const Cast& cast);

/// The quote (Id) whose content holds these tokens, the innermost; 0 where none does.
Id quote_around(const std::vector<FoundQuote>& quotes, Stretch tokens);

}  // namespace gazette::facts

#endif

// Turns: the lines of an interview or a transcript, which a speaker's name or letter and a colon open.
//
//   MARSH: Did you read it?     ->   label "MARSH", content "Did you read it?"
//   A: Every word. I wept.           label "A", content "Every word. I wept."
#ifndef GAZETTE_FACTS_QUOTES_TURNS_H
#define GAZETTE_FACTS_QUOTES_TURNS_H

#include <cstdint>
#include <functional>
#include <vector>

#include "facts/document.h"

namespace gazette::facts {

struct Turn {
  Stretch label;
  Stretch content;  // the rest of the paragraph
  std::uint32_t paragraph = 0;
};

/// The turns of a document, in the order of the text; none where only a list or a headline has names before colons:
/// those who talk do so more than once, and with each other, or are persons whom the text has named, as `is_known` tells.
std::vector<Turn> find_turns(const Document& document, const std::function<bool(Stretch)>& is_known);

}  // namespace gazette::facts

#endif

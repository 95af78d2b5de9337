// Confidence: how often rows of each frame and kind are right on annotated news, that is, how often what they report is
// reported there. The figures are measured; tests/eval/calibration.py prints them beside what rows say.
#ifndef GAZETTE_FACTS_QUOTES_CONFIDENCE_H
#define GAZETTE_FACTS_QUOTES_CONFIDENCE_H

#include "facts/quotes_attribution.h"
#include "gazette.h"

namespace gazette::facts {

/// Of a quotation whose speaker is taken from the context.
inline constexpr double context_confidence = 0.95;
/// Of the words behind a name in an interview.
inline constexpr double turn_confidence = 0.85;

/// 0 to 1. `strength`: of the cue with this complement, as the lexicon has it.
double confidence_of(Frame frame, QuoteKind kind, float strength);

}  // namespace gazette::facts

#endif

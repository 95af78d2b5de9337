// Confidence: how often a row of each frame is right on annotated news. The figures are measured; see tests/bench/calibration.py.
#ifndef GAZETTE_FACTS_QUOTES_CONFIDENCE_H
#define GAZETTE_FACTS_QUOTES_CONFIDENCE_H

#include "facts/quotes_attribution.h"

namespace gazette::facts {

/// Of a quotation whose speaker is taken from the context.
inline constexpr double context_confidence = 0.6;

double confidence_of(const Attribution& made);

}  // namespace gazette::facts

#endif

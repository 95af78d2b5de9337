#include "facts/quotes_confidence.h"

namespace gazette::facts {

double confidence_of(const Attribution& made) { return made.strength > 0 ? 0.5 + made.strength / 2 : 0.8; }

}  // namespace gazette::facts

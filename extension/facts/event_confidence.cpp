#include "facts/event_confidence.h"

#include <cmath>

namespace gazette::facts {

double confidence_of(const Event& event) {
  constexpr double known = 0.7;
  constexpr double half_known = 0.4;
  constexpr double target_only = 0.3;
  constexpr double source_only = 0.15;
  constexpr double indirect = 0.7;
  constexpr double quoted = 0.85;
  double confidence = event.source_actor != 0 && event.target_actor != 0 ? known : half_known;
  if (event.source.empty()) confidence = target_only;
  if (event.target.empty()) confidence = source_only;
  if (event.rule == "event.noun" || event.rule == "event.passive") confidence *= indirect;
  if (event.auxiliary != "actual") confidence *= indirect;
  if (event.quote != 0) confidence *= quoted;
  constexpr double thousand = 1000;  // a product's last digits say nothing, and not every program prints them alike
  return std::round(confidence * thousand) / thousand;
}

}  // namespace gazette::facts

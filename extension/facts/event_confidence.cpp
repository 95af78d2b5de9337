#include "facts/event_confidence.h"

#include <cmath>

#include "facts/event_types.h"

namespace gazette::facts {

double confidence_of(const Event& event, bool loose) {
  constexpr double known = 0.8;
  constexpr double half_known = 0.65;
  constexpr double target_only = 0.3;
  constexpr double source_only = 0.35;
  constexpr double firm = 1.1;
  constexpr double vague = 0.8;
  constexpr double in_phrase = 0.8;
  constexpr double by_passive = 0.8;
  constexpr double by_noun = 0.5;
  constexpr double not_done = 0.5;
  constexpr double quoted = 0.75;
  double confidence = event.source_actor != 0 && event.target_actor != 0 ? known : half_known;
  if (event.source.empty()) confidence = target_only;
  if (event.target.empty()) confidence = source_only;
  if (is_one_of(event.type, {"ACCUSE", "REQUEST", "REJECT", "THREATEN"})) confidence *= firm;
  if (is_one_of(event.type, {"AGREE", "CONSULT", "COOPERATE", "RETREAT"})) confidence *= vague;
  if (loose) confidence *= in_phrase;
  if (event.rule == "event.passive") confidence *= by_passive;
  if (event.rule == "event.noun") confidence *= by_noun;
  if (event.auxiliary != "actual" && event.auxiliary != "historical") confidence *= not_done;
  if (event.quote != 0) confidence *= quoted;
  constexpr double thousand = 1000;  // a product's last digits say nothing, and not every program prints them alike
  return std::round(confidence * thousand) / thousand;
}

}  // namespace gazette::facts

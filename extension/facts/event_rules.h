// Events of which a rule of cascade/rules/events.rules finds both sides at fixed places.
//
//   "clashes between the army and the rebels"   noun_between  ->  the army, the rebels
//   "rebels set a deadline for the firm"        deadline      ->  rebels, the firm
//
// Type and mode are the rule's own, or the lexicon's for its trigger. Elements that a rule takes are no event of their own.
#ifndef GAZETTE_FACTS_EVENT_RULES_H
#define GAZETTE_FACTS_EVENT_RULES_H

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "cascade/grammar.h"
#include "facts/clauses.h"
#include "facts/document.h"
#include "facts/event_content.h"
#include "facts/event_filling.h"
#include "facts/event_frames.h"
#include "facts/event_writing.h"

namespace gazette::facts {

class EventRules {
 public:
  EventRules(const Document& document, const Clauses& clauses, EventFrames& frames, const EventContent& content, const EventFilling& filling,
             EventWriting& writing);

  /// Writes the events that rules find in a sentence, whose clauses are read, and sets `consumed` of the elements they take.
  void code(std::uint32_t sentence, std::vector<std::uint8_t>& consumed);

 private:
  std::optional<EventMeaning> meaning_by(const cascade::Rule& rule, std::uint32_t sentence, std::size_t at);
  void add_conjuncts(const cascade::Match& match, EventRoles& roles, std::size_t at) const;
  void add_claimer(EventRoles& roles, const cascade::Match& match, std::size_t at) const;

  const Document& document_;
  const Clauses& clauses_;
  EventFrames& frames_;
  const EventContent& content_;
  const EventFilling& filling_;
  EventWriting& writing_;
  const cascade::Stage& stage_;
  std::uint8_t trigger_;
  std::array<std::uint8_t, 4> sides_;  // captures: source, source2, target, target2
  cascade::Scratch scratch_;
};

}  // namespace gazette::facts

#endif

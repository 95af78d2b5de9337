// Slots: the noun groups that hang on an event's trigger to its right, as far as its clause goes.
//
//   "condemned the attack on a camp in Zakho"   ->   the attack | on a camp | in Zakho
#ifndef GAZETTE_FACTS_EVENT_SLOTS_H
#define GAZETTE_FACTS_EVENT_SLOTS_H

#include <array>
#include <cstddef>

#include "facts/clauses.h"

namespace gazette::facts {

/// A group behind a trigger, and how it hangs on it.
struct Slot {
  Group group;
  std::size_t preposition = Clauses::none;  // none: an object
  bool nested = false;                      // of another verb than the trigger
  std::size_t verb = Clauses::none;         // which
  bool clause = false;                      // of what is said: behind "that"
};

inline constexpr std::size_t most_slots = 12;

/// Fills the slots behind the trigger, element `at`; returns how many there are. `content`: what the trigger says or asks
/// for belongs to it, with its clause; `condition`: so does a condition ("unless Israel withdrew").
std::size_t slots_from(const Clauses& clauses, std::size_t at, bool content, bool condition, std::array<Slot, most_slots>& slots);

}  // namespace gazette::facts

#endif

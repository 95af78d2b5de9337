// Merging: the same event told twice in a text is one row.
//
//   "Pelosi visited Armenia on Friday. … During her visit to Armenia …"   ->   one row
#ifndef GAZETTE_FACTS_EVENT_MERGING_H
#define GAZETTE_FACTS_EVENT_MERGING_H

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gazette.h"

namespace gazette::facts {

/// Collects the rows of a text. A row of the same type, parties and date as another tells it what it lacks; so does one
/// that lacks a side ("the attack on Zakho") of one that has both.
class EventRows {
 public:
  void add(Event event);
  /// Does an event of this PLOVER type happen at a place? Words do not: whoever condemns, condemns from anywhere.
  static bool has_scene(std::string_view type);
  /// The rows in the order of the text.
  std::vector<Event> take();

 private:
  static std::size_t key_of(const Event& event);
  static bool same_parties(const Event& a, const Event& b);
  static void place_alike(std::vector<Event>& rows);
  static bool tells_less(const Event& part, const Event& whole);
  static void complete(Event& told, Event&& again);

  std::vector<Event> rows_;
  std::unordered_map<std::size_t, std::vector<std::size_t>> same_;  // by a hash of type and parties
};

}  // namespace gazette::facts

#endif

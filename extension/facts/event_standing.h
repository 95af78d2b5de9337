// Standing: who takes part in public life, and what a sentence is about where nobody does.
//
//   "The baker refused to serve the couple."      nobody acts in public: no event
//   "The baker accused the council of fraud."     one side does
//   "Ortiz fired home the winner in the semifinal."  a game
//
// PLOVER's events are between governments, parties, armed groups, bodies, officials, protesters, and those whom they harm.
#ifndef GAZETTE_FACTS_EVENT_STANDING_H
#define GAZETTE_FACTS_EVENT_STANDING_H

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "facts/actors.h"
#include "facts/document.h"
#include "facts/event_frames.h"
#include "facts/event_parties.h"

namespace gazette::facts {

class EventStanding {
 public:
  EventStanding(const Document& document, const Cast& cast) : document_(document), cast_(cast) {}

  /// Does an event of these parties belong to public life?
  bool is_public(std::uint32_t sentence, const EventMeaning& meaning, const EventRoles& roles);
  /// Can the deed be done to its first target: nobody arrests a town, shells a theme, or frees a report?
  bool can_suffer(const EventMeaning& meaning, const EventRoles& roles) const;
  /// Does a party act for nobody but itself: a neighbour, a singer, a person of whom the text tells no office?
  bool is_private(const EventParty& party) const;

 private:
  static bool takes_authority(const EventMeaning& meaning);
  bool is_private_word(std::string_view calling) const;
  bool is_known(std::string_view name) const;
  bool is_no_noun(std::uint32_t token) const;
  bool bears_arms(const EventParty& party, bool anybody) const;
  bool is_country(const EventParty& party) const;
  bool is_crowd(const EventParty& party) const;
  bool is_journey(const EventRoles& roles) const;
  bool is_number(std::uint32_t token) const;
  bool is_somebody(const EventParty& party) const;
  bool is_asset(const EventParty& party) const;
  bool is_official(const EventParty& party) const;
  bool is_of_sport(std::uint32_t sentence);

  const Document& document_;
  const Cast& cast_;
  std::optional<bool> sport_;  // does the article tell of games, once that was asked?
};

}  // namespace gazette::facts

#endif

// Writing: the rows of an event whose meaning and parties are known, and what it implies.
//
//   "Turkey said it will close the border with Armenia."   ->   COERCE, future, and THREATEN, actual
//
// A deed needs parties enough to be told at all; what is intended is an agreement or a threat now; what is not going to be
// done for somebody is refused; who tells of a deed done to their own accuses the doer.
#ifndef GAZETTE_FACTS_EVENT_WRITING_H
#define GAZETTE_FACTS_EVENT_WRITING_H

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "facts/clauses.h"
#include "facts/event_frames.h"
#include "facts/event_merging.h"
#include "facts/event_parties.h"
#include "facts/event_scene.h"
#include "facts/event_standing.h"
#include "facts/event_telling.h"

namespace gazette::facts {

class EventWriting {
 public:
  EventWriting(const Document& document, const Cast& cast, const std::vector<FoundQuote>& quotes, const std::vector<FoundDate>& dates,
               const FoundPlaces& places, const Clauses& clauses, const EventParties& parties)
      : document_(document),
        cast_(cast),
        quotes_(quotes),
        clauses_(clauses),
        parties_(parties),
        scene_(document, dates, places),
        telling_(document, dates),
        standing_(document, cast) {}

  /// Writes the rows of an event of a sentence. `trigger` names it, `at` is the verb that tells its time. `threatened`: whom
  /// the deed threatens where it is yet to come, if others than whom it is done to.
  void write(std::uint32_t sentence, std::size_t at, std::size_t trigger, const EventMeaning& meaning, EventRoles& roles, std::string_view rule,
             const EventRoles* threatened = nullptr);
  void write(std::uint32_t sentence, std::size_t at, const EventMeaning& meaning, EventRoles& roles, std::string_view rule) {
    write(sentence, at, at, meaning, roles, rule);
  }
  /// The rows of all sentences, in the order of the text.
  std::vector<Event> take() { return rows_.take(); }

 private:
  void take_speaker(std::uint32_t sentence, std::size_t at, EventRoles& roles) const;
  static bool is_body(const EventParty& source, bool finite);
  bool is_joint(std::size_t at, const EventRoles& roles) const;
  bool is_of_charge(std::size_t at) const;
  bool is_between(std::size_t at, const EventMeaning& meaning) const;
  bool tells_enough(std::size_t at, const EventMeaning& meaning, const EventRoles& roles) const;
  bool is_authority(const EventParty& party) const;
  bool is_told(std::size_t at) const;
  bool is_suffered(std::size_t at) const;
  bool is_conditional(std::size_t at) const;
  bool has_complement(std::size_t at) const;
  bool is_contest(const EventParty& source, const EventParty& target) const;
  bool is_own_word(std::size_t at, const EventRoles& roles) const;
  bool is_campaign(std::size_t trigger, const EventMeaning& meaning, const EventRoles& roles) const;
  bool is_figure(const EventParty& target) const;
  void add_accusation(std::size_t at, const Event& deed, const EventRoles& roles);
  std::string_view country_of(const EventParty& party) const;
  void add_intent(std::string_view type, std::string_view cameo, Event event, const Element& trigger, const EventRoles& roles);
  void add_rows(const Event& event, const Element& trigger, const EventRoles& roles);
  void add_row(Event event, const Element& trigger, const EventParty& source, const EventParty& target);
  Stretch head_of(const Element& trigger) const;

  const Document& document_;
  const Cast& cast_;
  const std::vector<FoundQuote>& quotes_;
  const Clauses& clauses_;
  const EventParties& parties_;
  EventScene scene_;
  EventTelling telling_;
  EventStanding standing_;
  EventRows rows_;
};

}  // namespace gazette::facts

#endif

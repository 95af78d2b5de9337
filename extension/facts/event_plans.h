// Plans: the noun by which an infinitive is somebody's, and whose.
//
//   "Canada's decision to cut off aid"              ->  decision, Canada
//   "the threat by the rebels to close the port"    ->  threat, the rebels
//
// Who decides or offers to do something is the subject of the infinitive, which the clause does not tell.
#ifndef GAZETTE_FACTS_EVENT_PLANS_H
#define GAZETTE_FACTS_EVENT_PLANS_H

#include <cstddef>
#include <cstdint>
#include <optional>

#include "facts/clauses.h"
#include "facts/document.h"
#include "facts/event_frames.h"
#include "facts/event_parties.h"

namespace gazette::facts {

struct EventPlan {
  std::size_t noun = Clauses::none;  // the element of the noun
  EventParty owner;
};

class EventPlans {
 public:
  EventPlans(const Document& document, const Clauses& clauses, const EventParties& parties, EventFrames& frames)
      : document_(document), clauses_(clauses), parties_(parties), frames_(frames) {}

  /// Of an infinitive, element `infinitive`; none where no noun says whose it is.
  std::optional<EventPlan> of(std::size_t infinitive) const;
  /// Is it only intended, as by "plan", and not decided?
  bool is_intent(std::size_t noun) const;
  /// Is an infinitive what somebody has come for: "flew to Asmara | to discuss the border with officials"?
  bool is_journey(std::uint32_t sentence, std::size_t at, const EventMeaning& told);
  /// Is it what a verb before it decides: "decided | to end the siege"?
  bool is_decided(std::size_t at) const;

 private:
  bool is_pledge(std::size_t noun) const;  // a promise, or a threat
  EventParty owner_of(Group group) const;

  const Document& document_;
  const Clauses& clauses_;
  const EventParties& parties_;
  EventFrames& frames_;
};

}  // namespace gazette::facts

#endif

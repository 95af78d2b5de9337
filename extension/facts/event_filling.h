// Filling: which groups of a clause are the doers and the targets of an event whose meaning is known.
//
//   "sent tents and medicine to Haiti"                   AID        target: Haiti, who is given it
//   "condemned the shelling of the town by rebels"       ACCUSE     target: the rebels, who did it
//   "signed an agreement with France on fisheries"       SUPPORT    target: France, not what it is about
#ifndef GAZETTE_FACTS_EVENT_FILLING_H
#define GAZETTE_FACTS_EVENT_FILLING_H

#include <cstddef>
#include <cstdint>
#include <optional>

#include "facts/actors.h"
#include "facts/clauses.h"
#include "facts/event_frames.h"
#include "facts/event_parties.h"
#include "facts/event_slots.h"

namespace gazette::facts {

class EventFilling {
 public:
  EventFilling(const Document& document, const Cast& cast, const Clauses& clauses, const EventParties& parties, EventFrames& frames)
      : document_(document), cast_(cast), clauses_(clauses), parties_(parties), frames_(frames) {}

  /// Takes up a sentence; its clauses are read.
  void read(std::uint32_t sentence) { sentence_ = sentence; }

  /// A doer; a pronoun that nobody owns is the speaker in whose words it stands.
  void add_source(EventRoles& roles, Group group, std::size_t at) const;
  /// A target. `anything`: things suffer it too; `with_phrase`: it may be those of whom a phrase behind the group tells.
  void add_target(EventRoles& roles, Group group, std::size_t at, bool anything, bool with_phrase = false) const;
  /// A target that meets with something, or whose it is: "Ana Paz's tough line | won praise".
  void add_met(EventRoles& roles, Group group, std::size_t at) const;
  /// The targets behind the verb or adjective at `at`.
  void find_targets(std::size_t at, const EventMeaning& meaning, EventRoles& roles);
  /// Takes whom the doer himself tells of the deed of the verb at `at` as the one it threatens.
  void take_hearer(std::size_t at, const EventRoles& roles, EventRoles& threatened);
  /// Takes against whom people protest from what they do so for: "marched, | demanding that the mayor go", "struck | to protest at the law".
  void take_reason(std::size_t at, EventRoles& roles);
  /// Takes against whom forces are moved from the clause that tells why: "on alert after Turkish commandos landed".
  void take_adversary(std::size_t at, EventRoles& roles);
  /// Makes the subject of a condition behind the verb, or of one that opens the sentence, the target: "if the militia fired", "unless
  /// Israel withdrew". Is there one?
  bool take_condition(std::size_t at, EventRoles& roles) const;
  /// Who is given what a passive tells of: those behind "to".
  void find_receiver(std::size_t at, EventRoles& roles) const;
  /// The lands or bodies whose people are an event's subject: "officials from Peru and Chile"; are there two of them or more?
  bool add_sides(Group subject, EventRoles& roles) const;
  /// The doer of a deed that is a verb's subject: "shelling by the army killed three".
  void add_doer(Group deed, std::size_t at, EventRoles& roles) const;
  /// The sides of what a passive's subject names: "sanctions against Iraq were lifted", "sanctions were imposed on Iran".
  void find_sides(Group subject, std::size_t at, const EventMeaning& meaning, EventRoles& roles);
  /// The state in which somebody is jailed.
  void add_state(std::size_t at, EventRoles& roles) const;
  /// Is a thing that acts an attack, a weapon or the like?
  bool is_deed(Group group) const;
  /// What the infinitive or gerund right behind a verb or adjective tells: "vowed | to punish", "is considering | cutting".
  std::optional<EventMeaning> deed_of(std::size_t at);

 private:
  void read_subject_phrases(Group subject, std::size_t at, const EventMeaning& meaning, EventRoles& roles) const;
  bool is_deed_done(std::size_t at);
  bool opens_condition(std::size_t at) const;
  bool take_condition_at(std::size_t condition, std::size_t at, EventRoles& roles) const;
  bool is_means(const Slot& slot, const EventMeaning& meaning) const;
  bool is_compound(Group group) const;
  void leave_charge(Group group, EventParty& party) const;
  bool opens_aside(const Slot& slot, const EventMeaning& meaning) const;
  bool stays_within(const Slot& slot) const;
  bool is_content(const Slot& slot, const EventMeaning& meaning) const;
  bool is_sufferer(const Slot& slot, const EventMeaning& meaning) const;
  bool is_threatener(const Slot& slot);
  bool is_beside(std::size_t preposition) const;
  bool is_manner(const Slot& slot) const;
  bool takes_person(std::size_t at) const;
  bool are_joined(std::size_t left, std::size_t right) const;
  bool is_circumstance(const Slot& slot) const;
  bool is_support(const Slot& slot) const;
  bool is_of_what_is_asked(const Slot& slot, const Slot& first) const;
  bool is_framework(const Slot& slot) const;
  bool is_quoted_description(const Slot& slot, std::size_t at) const;
  bool is_agent_of_participle(const Slot& slot) const;
  bool is_gift(const Slot& slot) const;
  bool is_region(const EventParty& party) const;

  const Document& document_;
  const Cast& cast_;
  const Clauses& clauses_;
  const EventParties& parties_;
  EventFrames& frames_;
  std::uint32_t sentence_ = 0;
};

}  // namespace gazette::facts

#endif

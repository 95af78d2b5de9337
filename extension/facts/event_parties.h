// Parties: whom a noun group means as the doer of an event or the one it is done to.
//
//   "British Defence Secretary Tom King"   ->  the actor Tom King
//   "at least three Iraqi civilians"       ->  "Iraqi civilians", of Iraq
//   "an Australian ultimatum"              ->  the actor Australia, whose it is
//   "the right of Russian troops"          ->  "Russian troops"
#ifndef GAZETTE_FACTS_EVENT_PARTIES_H
#define GAZETTE_FACTS_EVENT_PARTIES_H

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "facts/actors.h"
#include "facts/clauses.h"
#include "facts/document.h"
#include "facts/quotes.h"

namespace gazette::facts {

/// A doer or target. The kinds stand in the order of how surely they name one.
struct EventParty {
  enum class Kind : std::uint8_t { none, thing, pronoun, place, holder, people, named };
  Kind kind = Kind::none;
  Stretch tokens;          // the mention
  Id actor = 0;            // of people, whose they are: the country, the body
  Stretch words;           // its name, where the actor's is not it
  Stretch tail;            // what its name shares with the next one: "Rwandan | and Congolese troops"
  std::uint32_t head = 0;  // of people, things and what somebody has, the token that says what it is
  bool possessed = false;  // "its troops": whose they are, the sentence tells
  bool loose = false;      // of a target: it stands in a phrase that may be about something else ("the war in Yemen")
  bool acts() const { return kind >= Kind::holder; }
};

/// Who takes part, before the rows are made.
struct EventRoles {
  std::array<EventParty, Groups::limit> sources;
  std::size_t source_count = 0;
  std::array<EventParty, Groups::limit> targets;
  std::size_t target_count = 0;
  bool journey = false;   // for which somebody has come
  bool scene = false;     // the target is where it happens
  bool together = false;  // what the sources do they do to each other
  bool planned = false;   // a decision or threat tells whose it is, or a rule that one side is enough
  void add_source(EventParty party) {
    if (source_count < sources.size()) sources[source_count++] = std::move(party);
  }
  void add_target(EventParty party) {
    if (target_count < targets.size()) targets[target_count++] = std::move(party);
  }
  /// Is the party one of the sources?
  bool has_source(const EventParty& party) const;
};

class EventParties {
 public:
  EventParties(const Document& document, const Cast& cast, const std::vector<FoundQuote>& quotes) : document_(document), cast_(cast), quotes_(quotes) {}

  /// Whom a group means.
  EventParty party(const Clauses& clauses, Group group) const { return party(clauses, group, 0); }
  /// The same, of a party to the event at element `at`: a pronoun that nobody owns is the speaker in whose words it stands,
  /// and a person of an office the one named beside it.
  EventParty resolved(const Clauses& clauses, Group group, std::size_t at) const { return resolved(clauses, group, at, 0); }
  /// Those without a name whom a thing's first words name: "the government's plan", "a rebel demand"; else a party of kind none.
  EventParty owner_of(const Clauses& clauses, Group group) const;
  /// The government at a place that opens a group as its owner: "Moscow's attack"; else a party of kind none.
  EventParty seat_of(const Clauses& clauses, Group group) const;
  /// Is it a person whom the text names?
  bool is_person(const EventParty& party) const;
  /// Are they many without a name and an office: "residents", "thousands"?
  bool is_crowd(const EventParty& party) const;
  /// Does it hold an office, as the text or the lexicon says?
  bool holds_office(const EventParty& party) const;
  /// Its name: the actor's canonical one, or the words with single spaces.
  std::string name_of(const EventParty& party) const;

 private:
  EventParty party(const Clauses& clauses, Group group, int depth) const;
  EventParty resolved(const Clauses& clauses, Group group, std::size_t at, int depth) const;
  EventParty speaker_of(const Clauses& clauses, Group group, EventParty party) const;
  EventParty speaker_before(const Clauses& clauses, Group pronoun) const;
  EventParty name_beside(const Clauses& clauses, Group group) const;
  EventParty body_beside(const Clauses& clauses, Group group) const;
  EventParty named(std::int32_t mention, EventParty::Kind kind) const;
  std::size_t shared_head(const Clauses& clauses, Group group) const;
  std::uint32_t holders_end(std::uint32_t first, std::uint32_t name) const;
  std::string_view cell_of(const Element& pronoun, lexicon::Column column) const;
  bool is_indefinite(const Element& pronoun) const;
  bool is_thing(const Element& pronoun) const;
  bool is_one(const Element& pronoun) const;
  bool is_many(const Element& pronoun) const;
  bool is_share(const Element& head) const;
  std::string written(Stretch tokens) const;
  Stretch with_phrases(const Clauses& clauses, Group group) const;
  Stretch without_determiners(Stretch tokens) const;

  const Document& document_;
  const Cast& cast_;
  const std::vector<FoundQuote>& quotes_;
};

}  // namespace gazette::facts

#endif

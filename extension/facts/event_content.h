// The content of a verb: what it says, asks or foresees, by which a frame of its own is none.
//
//   "agreed that prices had fallen"      thinks_alike: no agreement to act
//   "asked the minister why he left"     asks_question: no request
//   "warned that it could hurt firms"    foresees: no threat
//
// Indices are those of the sentence's elements that the clauses have read.
#ifndef GAZETTE_FACTS_EVENT_CONTENT_H
#define GAZETTE_FACTS_EVENT_CONTENT_H

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "facts/clauses.h"
#include "facts/document.h"
#include "facts/event_frames.h"

namespace gazette::facts {

class EventContent {
 public:
  EventContent(const Document& document, const Clauses& clauses, EventFrames& frames) : document_(document), clauses_(clauses), frames_(frames) {}

  /// Does a bare verb behind "that" tell what is asked: "demanded that the army leave its territory"?
  bool is_demanded(std::size_t at) const;
  /// Is it a statement: "told the court that the decision was wrong"?
  bool tells_that(std::size_t at) const;
  /// Is a noun of the frame what an object is called: "called the strike | a mishap"?
  bool names_it(std::size_t at, std::size_t noun) const;
  /// Is it a question: "asked the minister | why he had left"?
  bool asks_question(std::size_t at) const;
  /// Is it a claim and no demand: "insisted that he was innocent"?
  bool claims(std::size_t at) const;
  /// Does a search look for somebody: "searched the river banks | for the child"?
  bool looks_for(std::size_t at) const;
  /// Do they agree on what they think, not on what they will do: "agreed that prices had fallen"?
  bool thinks_alike(std::size_t at) const;
  /// Is the harm that of an accident: "the bus plunged into a gorge, | killing nine"?
  bool is_accident(std::size_t at) const;
  /// Is what it warns of no threat of its own: "warned that the bill could drive away firms"?
  /// `by_body`: somebody warns whom the text names, as one state another.
  bool foresees(std::uint32_t sentence, std::size_t at, bool by_body);
  /// Is what is accepted a sum: "accepted | $40,000 in cash from the owner"?
  bool takes_money(std::size_t at) const;
  /// How, where the noun behind the verb tells it: "were killed in | a drone strike"; or empty.
  std::string_view mode_of_scene(std::size_t at) const;
  /// Does a participle share the auxiliary of the one before it: "was questioned and | released"?
  bool shares_passive(std::size_t at) const;
  /// Does who says so stand behind the verb: "…, | warned the minister."?
  bool is_inverted(std::size_t at) const;
  /// Is what a noun tells not done: "the proposed sanctions against Iran", "any attack on the port"?
  bool is_yet_to_come(std::uint32_t sentence, Group group) const;

 private:
  std::size_t verb_of_clause(std::size_t at) const;
  bool asks(std::size_t verb) const;
  bool means_harm(std::uint32_t sentence, std::size_t from);

  const Document& document_;
  const Clauses& clauses_;
  EventFrames& frames_;
};

}  // namespace gazette::facts

#endif

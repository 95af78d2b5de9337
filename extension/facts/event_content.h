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
  bool foresees(std::uint32_t sentence, std::size_t at);

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

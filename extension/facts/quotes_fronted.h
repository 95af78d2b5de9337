// What stands before its attribution, or around it: how far back it reaches, and whether it goes on behind.
//
//   “We won,” Ruiz said, “and they lost.”          ->   two pieces
//   The plan, Ruiz said, would fail.               ->   "The plan" and "would fail"
//   The plan failed, as Ruiz said in May.          ->   "The plan failed"
//
// The search for attributions (quotes_attribution.cpp) builds on it.
#ifndef GAZETTE_FACTS_QUOTES_FRONTED_H
#define GAZETTE_FACTS_QUOTES_FRONTED_H

#include <cstdint>
#include <vector>

#include "facts/quotes_headline.h"

namespace gazette::facts {

/// Adds what it finds to `found`, as its base does.
class FrontedAttributions : protected HeadlineAttributions {
 protected:
  FrontedAttributions(const Document& document, const Passage& passage, std::vector<Attribution>& found) : HeadlineAttributions(document, passage, found) {}

  /// Quoted words before the attribution at elements [edge, behind).
  bool before_quoted(Attribution& made, std::uint32_t edge, std::uint32_t behind, Frame frame);
  /// A clause without marks before it; false where none is.
  bool before_clause(Attribution& made, std::uint32_t edge, std::uint32_t behind, Frame frame);
  /// “As Ruiz said, the plan failed”, and the same the other way round.
  bool as_said(Attribution& made, Attribution& tried, std::uint32_t as, std::uint32_t after);
  /// Does what stands behind an attribution tell when it was said, and nothing that was said?
  bool tells_when(std::uint32_t i) const;
  /// Or how: "said in a speech | to be printed", "said | in answering her".
  bool tells_how(std::uint32_t i) const;

 private:
  bool is_said_by(std::uint32_t first) const;
};

}  // namespace gazette::facts

#endif

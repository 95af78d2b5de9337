// Attribution of a claim: to whom the text attributes the figure, and when and where it was.
//
//   "The ministry said 12 were hurt. Two others are missing."   ->  claimant of both: the ministry
#ifndef GAZETTE_FACTS_CASUALTIES_ATTRIBUTION_H
#define GAZETTE_FACTS_CASUALTIES_ATTRIBUTION_H

#include <vector>

#include "facts/actors.h"
#include "facts/casualties.h"
#include "facts/casualties_clause.h"
#include "facts/dates.h"
#include "facts/document.h"
#include "facts/places.h"
#include "facts/quotes.h"

namespace gazette::facts {

/// How many claims of the rule are right (tests/calibration.py), less where the word may mean less: "shot".
double confidence_of(const cascade::Rule& rule, const FoundCasualty& claim);

class ClaimAttribution {
 public:
  ClaimAttribution(const Document& document, const Cast& cast, const std::vector<FoundQuote>& quotes, const std::vector<FoundDate>& dates,
                   const FoundPlaces& places)
      : document_(document), cast_(cast), quotes_(quotes), dates_(dates), places_(places) {}

  /// Who says so: the speaker of the quote that it stands in; else the subject of a verb of claiming whose object it is.
  void set_claimant(const Clause& clause, FoundCasualty& claim) const;
  /// When and where.
  void set_scene(FoundCasualty& claim) const;
  /// What a rule's claim has beside its harm and its victims: confidence, claimant, scene, sentence and span.
  void tell(const Clause& clause, const cascade::Rule& rule, FoundCasualty& claim) const;

 private:
  bool can_claim(const Clause& clause, std::size_t group) const;
  std::size_t source_behind(const Clause& clause, Stretch claim) const;
  void take_claimant(const Clause& clause, std::size_t source, Casualty& row) const;
  std::size_t source_of(const Clause& clause, Stretch claim) const;
  bool dates_harm(const FoundCasualty& claim, Stretch date) const;
  std::size_t owner_of(const Clause& clause, std::size_t group) const;
  bool is_agent(const Clause& clause, std::size_t group) const;
  static bool in_aside(const Clause& clause, Stretch claim);
  static bool presupposes(std::string_view act);
  bool has_speaker(const Clause& clause, const Quote& quote) const;

  const Document& document_;
  const Cast& cast_;
  const std::vector<FoundQuote>& quotes_;
  const std::vector<FoundDate>& dates_;
  const FoundPlaces& places_;
};

}  // namespace gazette::facts

#endif

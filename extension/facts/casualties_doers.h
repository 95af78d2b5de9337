// Who or what did the harm that a claim tells: its perpetrator and its cause.
//
//   "Rebels killed five soldiers"                          ->  rebels
//   "Five died in a Russian missile strike"                ->  Russia; a Russian missile strike
//   "Five died when Israeli warplanes bombed a house"      ->  Israel; Israeli warplanes
//   "The RSF shelled a market. Ten died in the attack"     ->  the RSF
//   "A bomb killed ten. Hamas claimed responsibility"      ->  Hamas
#ifndef GAZETTE_FACTS_CASUALTIES_DOERS_H
#define GAZETTE_FACTS_CASUALTIES_DOERS_H

#include <cstddef>
#include <cstdint>
#include <vector>

#include "facts/actors.h"
#include "facts/casualties.h"
#include "facts/casualties_clause.h"
#include "facts/document.h"

namespace gazette::facts {

class ClaimDoers {
 public:
  ClaimDoers(const Document& document, const Cast& cast) : document_(document), cast_(cast) {}

  /// Of the harm at element `harm`: its agent or subject, a noun group or Clause::none; else whose deed stands behind it, or was
  /// told right before.
  void tell(const Clause& clause, std::size_t agent, std::size_t harm, FoundCasualty& claim) const;

  /// Of claims in the order of the text: whose nobody else has told, who said later that it was their deed.
  void tell_claimed(std::vector<FoundCasualty>& claims) const;

 private:
  std::size_t claimer_of(const Clause& clause) const;
  void set(const Clause& clause, std::size_t group, Casualty& row) const;
  void set_attack(const Clause& clause, std::size_t attack, Casualty& row) const;
  void set_subject(const Clause& clause, std::size_t group, std::size_t verb, Casualty& row) const;
  std::size_t doer_of(const Clause& clause, std::size_t verb) const;
  void set_before(std::uint32_t sentence, Casualty& row) const;
  bool is_by_modifier(const Element& deed, const FoundMention& mention) const;
  bool attacks(const Clause& clause, std::size_t verb) const;
  static bool is_attack(const lexicon::Entry& entry);
  bool is_attack(const Element& noun) const;
  bool is_lasting(const Element& noun) const;
  bool is_people(const Element& noun) const;
  bool is_means(const Element& noun) const;
  bool is_told_deed(const Element& noun) const;
  bool is_definite(const Element& noun) const;
  static bool is_open(const Casualty& row);

  const Document& document_;
  const Cast& cast_;
};

}  // namespace gazette::facts

#endif

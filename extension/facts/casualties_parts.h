// Parts: claims of persons who are among those of another claim.
//
//   "Ten people, including three children, were killed"  ->  3 children, part of the 10
//   "Eight Americans were among the dead"                ->  8 Americans, where the text tells of no total
#ifndef GAZETTE_FACTS_CASUALTIES_PARTS_H
#define GAZETTE_FACTS_CASUALTIES_PARTS_H

#include <string_view>
#include <vector>

#include "facts/casualties.h"
#include "facts/casualties_attribution.h"
#include "facts/casualties_clause.h"
#include "facts/casualties_victims.h"

namespace gazette::facts {

class PartReader {
 public:
  /// Adds to `found`, which holds the claims told so far.
  PartReader(const Document& document, const VictimReader& reader, const ClaimAttribution& attribution, std::vector<FoundCasualty>& found)
      : document_(document), reader_(reader), attribution_(attribution), found_(found) {}

  /// Adds the persons in `groups` as parts of the claim that the word at `at` ("including", "of them") points to. The claims
  /// of the sentence begin at `first_of_sentence`.
  void add(const Clause& clause, std::size_t at, const Elements& groups, const cascade::Rule& rule, std::uint32_t sentence, std::size_t first_of_sentence);

 private:
  std::string_view harm_told(const Clause& clause, std::size_t at) const;
  void tell_kind(const Clause& clause, std::size_t at, Victims& victims) const;
  void add_kin(const Victims& kin, FoundCasualty& part) const;
  std::size_t whole_of(std::uint32_t token, std::string_view harm) const;
  void add_among(const Clause& clause, const cascade::Rule& rule, const Elements& groups, std::string_view harm);

  const Document& document_;
  const VictimReader& reader_;
  const ClaimAttribution& attribution_;
  std::vector<FoundCasualty>& found_;
  std::uint32_t sentence_ = 0;
  std::size_t first_of_sentence_ = 0;
};

}  // namespace gazette::facts

#endif

// Kinds of victims told behind their number.
//
//   "one member of the Coast Guard", "seventeen from the army"     ->  of the Coast Guard's kind, of the army's
//   "two each from the army and the police"                        ->  two of the army and two of the police
//   "three of the wounded"                                         ->  a share of those told before
#ifndef GAZETTE_FACTS_CASUALTIES_KINDS_H
#define GAZETTE_FACTS_CASUALTIES_KINDS_H

#include <string_view>
#include <vector>

#include "facts/casualties_clause.h"
#include "facts/casualties_victims.h"
#include "facts/document.h"

namespace gazette::facts {

class KindReader {
 public:
  KindReader(const Document& document, const VictimReader& reader) : document_(document), reader_(reader) {}

  /// Takes the kind from behind the group (index) of the victims. The group that tells it, or none.
  std::size_t take(const Clause& clause, std::size_t group, Victims& victims) const;
  /// "each": adds as many victims of the bodies coordinated with `body`, which told the kind of the last.
  void add_each(const Clause& clause, std::size_t group, std::size_t body, std::vector<Victims>& all) const;
  /// Is the group some of those told before: "three of the injured", "19 of the deaths", "one of them"?
  bool is_share(const Clause& clause, std::size_t group) const;
  /// Do the group's words tell that they are hurt: "an injured person", "one of the wounded"?
  bool is_wounded(const Clause& clause, std::size_t group) const;
  /// Is the group no person but one more deed: "fired | a second | shot" (the harm, index)?
  bool is_one_more_deed(const Clause& clause, std::size_t group, std::size_t harm, const Victims& victims) const;
  /// The country whose losses a harm tells: "Russian losses", and where men were `counted` as lost, "Kyiv has lost 30,000 troops".
  std::string_view side_of(const Clause& clause, std::size_t harm, bool counted) const;
  /// Is their number asked for: "How many people were hurt?"
  bool is_asked_for(const Victims& victims) const;

 private:
  bool is_of_the_harmed(const Clause& clause, std::size_t group) const;
  void tell_behind(const Clause& clause, std::size_t verb, Victims& victims) const;
  bool tell(const Clause& clause, std::size_t at, bool noun_of_harm, Victims& victims) const;

  const Document& document_;
  const VictimReader& reader_;
};

}  // namespace gazette::facts

#endif

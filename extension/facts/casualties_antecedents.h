// How many "they" are: whom a plural without a number means.
//
//   "Gunmen abducted three engineers. … They were found dead."        they      -> three engineers
//   "Two bombers approached. The assailants blew themselves up."      assailants -> two bombers
//   "Four nurses were abducted. Their bodies were found on Monday."   their     -> four nurses
//
// The sentence before the word and the two before it are searched, the nearest first, for persons with a number: for the
// same noun, or, for a pronoun, for the only ones that a sentence tells of. Where it tells of several, nobody is meant.
#ifndef GAZETTE_FACTS_CASUALTIES_ANTECEDENTS_H
#define GAZETTE_FACTS_CASUALTIES_ANTECEDENTS_H

#include <cstdint>
#include <optional>

#include "facts/casualties_victims.h"
#include "facts/document.h"

namespace gazette::facts {

class Antecedents {
 public:
  Antecedents(const Document& document, const VictimReader& reader) : document_(document), reader_(reader) {}

  /// The persons that a group without a number means: "they", "them", "all of them", "everyone on board", "the hostages", of "their
  /// bodies" the owners.
  std::optional<Victims> read(const Element& group) const;

 private:
  bool is_plural_pronoun(const Element& word) const;
  std::optional<Victims> persons_of(const Element& group) const;
  std::optional<Victims> before(std::uint32_t token, const Element* noun, bool nearest) const;
  std::optional<Victims> aboard_before(std::uint32_t token) const;
  std::uint32_t earliest(std::uint32_t last, std::uint32_t sentences) const;
  std::optional<Victims> told_again(const Element& group) const;

  const Document& document_;
  const VictimReader& reader_;
};

}  // namespace gazette::facts

#endif

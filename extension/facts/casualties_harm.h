// Harms: what a word does to its victim, by the lexicon.
//
//   "killed" -> killed, of its object     "died" -> killed, of its subject     "shot … dead" -> killed, by its frame
#ifndef GAZETTE_FACTS_CASUALTIES_HARM_H
#define GAZETTE_FACTS_CASUALTIES_HARM_H

#include <optional>
#include <string_view>

#include "facts/document.h"

namespace gazette::facts {

struct Harm {
  std::string_view name;    // killed, injured, ...
  double strength = 0;      // how often the word means it
  bool of_subject = false;  // its victim is its subject: die
  bool framed = false;      // other words behind the verb make it so: shot … dead
};

class HarmReader {
 public:
  explicit HarmReader(const Document& document) : document_(document), lexicon_(document.grammar->lexicon()) {}

  /// The harm of a verb group, adjective or noun group's head.
  std::optional<Harm> read(const Element& element) const;
  /// The harm that a word before the head of a group names: "injured" in "21 injured individuals".
  std::optional<Harm> modifier(const Element& group) const;

 private:
  bool meets(const Element& element, std::string_view frame) const;

  const Document& document_;
  const lexicon::Lexicon& lexicon_;
};

/// What two harms told as alternatives come to: "killed or missing".
std::string_view either(std::string_view first, std::string_view second);

}  // namespace gazette::facts

#endif

// Victims: how many persons of what kind a noun group means.
//
//   "at least two Malian soldiers"  ->  2 and more, soldiers, military, MLI
//   "a policeman", "his wife", "Ali Khan", "himself"  ->  1      "the soldiers", "12 sheep", "two bills"  ->  nothing
#ifndef GAZETTE_FACTS_CASUALTIES_VICTIMS_H
#define GAZETTE_FACTS_CASUALTIES_VICTIMS_H

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "facts/actors.h"
#include "facts/document.h"
#include "gazette.h"

namespace gazette::facts {

struct Victims {
  Figure figure;
  Stretch tokens;                      // with number and determiner
  std::string_view words;              // without them; empty where a number stands alone
  std::string_view kind;               // civilian, military, ...
  std::string_view country;            // by a demonym
  std::uint32_t noun = lexicon::none;  // the head's record in the lexicon
  Id actor = 0;                        // who it is, where it is a name
  char gender = 0;                     // m, f; 0 where the word does not tell
  bool singular = false;               // one person without a number: "a policeman"
  bool pronoun = false;
  bool reflexive = false;    // "himself": who does it, whoever he is
  bool definite = false;     // the, his: told before, or as good as
  bool besides = false;      // others, more: on top of those told before
  bool generic = false;      // people, persons, victims, a number alone: any kind of persons
  bool perpetrator = false;  // attacker, gunman
  bool with_doers = false;   // those who did it among them: "the bomber and four others"
  bool own = false;          // its, their
  Stretch antecedent;        // of a plural without a number: where the number stands
  std::int64_t nth = 0;      // "a sixth person": 6
  bool wounded = false;      // told to be alive and hurt: "an injured person", "one of the wounded"
  bool share = false;        // of those told before: "three of the wounded"
  /// Are they of whom the text told before, or whom everybody knows?
  bool told() const { return definite || pronoun || actor != 0; }
};

class VictimReader {
 public:
  VictimReader(const Document& document, const Cast& cast) : document_(document), cast_(cast), lexicon_(document.grammar->lexicon()) {}

  /// Reads a noun group (an element of a tape). `telegraphic`: articles may be left out ("Mob kills man").
  std::optional<Victims> read(const Element& group, bool telegraphic = false) const;
  /// Reads a noun of harm that is counted itself: "207 deaths", "no casualties", "a death".
  std::optional<Victims> of_noun(const Element& group) const;
  /// Reads whose death or body it is: "his body".
  std::optional<Victims> of_owner(const Element& group) const;
  /// Can persons be meant at all? Not by sheep, bills, houses.
  bool can_suffer(const Element& group) const;
  /// Is it one fatality: "a death", "one fatality"?
  bool is_one(const Element& group) const;
  /// Is an animal in it: "1,000 cattle deaths"?
  bool holds_animal(const Element& group) const;
  /// The noun phrase without a number that names the kind: for "wounded" in "two soldiers wounded".
  void describe(Stretch tokens, Victims& victims) const;
  /// Says of counted victims who they are, as a noun behind tells: for "shoppers" in "two of the dead were shoppers". A noun
  /// with a number of its own, or for what cannot suffer, tells nothing.
  void tell_who(const Element& noun, Victims& victims) const;
  /// The number that a group holds.
  std::optional<Figure> count(const Element& group) const;
  std::string name_of(Id actor) const { return cast_.name_of(actor); }
  Id actor_of(const Element& group) const { return cast_.actor_of(Document::stretch(group)); }
  std::string_view country_of(Id actor) const { return cast_.actors[actor - 1].country; }
  /// Does the group open with no, none, nobody?
  bool is_none(const Element& group) const;

  /// Calls `visit(Element)` for the words of the lexicon in a stretch.
  template <typename Visit>
  void each_word(Stretch tokens, Visit visit) const {
    const Tape all = document_.words[document_.sentence_of(tokens.first)];
    auto at = std::lower_bound(all.begin(), all.end(), tokens.first, [](const Element& word, std::uint32_t token) { return word.first < token; });
    for (; at != all.end() && at->end <= tokens.end; ++at) visit(*at);
  }

 private:
  const Phrase* count_in(Stretch tokens) const;
  bool is_person_noun(const Element& group) const;
  bool is_national(const Element& group) const;
  bool is_indefinite(Stretch tokens) const;

  const Document& document_;
  const Cast& cast_;
  const lexicon::Lexicon& lexicon_;
};

}  // namespace gazette::facts

#endif

// The casting: names, and the actors that grow from them, as find_actors() passes them from one question to the next.
//
//   find_names, find_appositions -> decide_kinds -> find_governments -> make_drafts -> find_places_of_actors -> read_offices
//   -> find_countries -> find_anaphora -> Cast
#ifndef GAZETTE_FACTS_CASTING_H
#define GAZETTE_FACTS_CASTING_H

#include <cstdint>
#include <vector>

#include "facts/names.h"
#include "gazette.h"

namespace gazette::facts {

/// An actor as it grows.
struct Draft {
  Actor row;
  std::uint32_t role_word = Interner::none;        // number of the role's last word: "the minister" means its holder
  std::uint32_t other_role_word = Interner::none;  // another word for it: a foreign secretary is a minister, too
  std::uint32_t rank_word = Interner::none;        // of a vice president "vice", of a former one "former": "the president" is rather another
  std::uint32_t naming = 0;                        // the naming that it was made of
  char gender = 0;                                 // 'm', 'f' or 0
  bool country_guessed = false;                    // by the article's or by the surname: what the text tells of it goes before
  bool lesser_office = false;                      // a vice president's: "the president" is another
  bool past_office = false;                        // the role is one that was held: a present one goes before
  bool abroad = false;                             // the office is held in another country than the holder's: an ambassador's
  bool of_no_land = false;                         // belongs to a body that is no country's: the United Nations' envoy
};

/// Names and roles that stand side by side, as stretches of tokens; what a rule does not tell is empty.
struct Apposition {
  Stretch name;     // "Hua Chunying, a spokeswoman for China's foreign ministry,": the name,
  Stretch role;     // "a spokeswoman",
  Stretch body;     // "China's foreign ministry"
  Stretch country;  // "Armenian and Azerbaijani Foreign Ministers Mirzoyan and Bayramov": "Armenian";
  Stretch with;     // name is "Mirzoyan" with the role, with is "Bayramov"
  Stretch full;     // "Collective Security Treaty Organisation (CSTO)"
  Stretch shorter;
  Stretch alias;  // full is "Mohamed Hamdan Dagalo", better known as "Hemedti"
  std::uint32_t sentence = 0;
};

/// A role or office that stands beside its holder's name, [first, end) in tokens.
struct Office {
  Stretch tokens;
  Id holder = 0;
};

/// What stands side by side in the sentences that hold a name, in the order of the text.
std::vector<Apposition> find_appositions(const Document& document, const Names& names);

struct Casting {
  const Document& document;
  const lexicon::Lexicon& lexicon;
  Names names;
  std::vector<Apposition> appositions;
  std::vector<Draft> drafts;    // of actor 1, 2, …
  std::vector<Office> offices;  // in the order of the text

  /// The word of these tokens that sets an office apart from the one behind it ("vice", "former"); empty where none does.
  std::string_view rank_in(Stretch tokens) const;
  Draft& draft(Id actor) { return drafts[actor - 1]; }
  const Draft& draft(Id actor) const { return drafts[actor - 1]; }
};

/// Whose names are whose: one draft an actor. "Pelosi" in the headline belongs to the Nancy Pelosi of the third paragraph.
void make_drafts(Casting& casting);

/// Roles, affiliations and countries from what stands beside the names; acronyms in brackets join their full names.
void read_offices(Casting& casting);

/// Pronouns and nominals ("she", "the ministry") become namings of their actors; those without an owner have none.
void find_anaphora(Casting& casting);

/// Gives places and bodies their countries: by what their names hold, else that of the article; and persons with a surname
/// by which all know one person that one's.
void find_places_of_actors(Casting& casting);

/// Gives persons of whom nothing told it the country that the article is about.
void find_countries(Casting& casting);

}  // namespace gazette::facts

#endif

// Actors: who is in the text, under every name they go by; and every mention of them.
//
//   "The US Secretary of State Antony Blinken met … Blinken wrote … He added …"
//   ->  one actor, Antony Blinken (person, USA, Secretary of State), three mentions.
#ifndef GAZETTE_FACTS_ACTORS_H
#define GAZETTE_FACTS_ACTORS_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "facts/document.h"
#include "gazette.h"

namespace gazette::facts {

/// A mention and the tokens that it takes.
struct FoundMention {
  Mention row;
  Stretch tokens;
};

/// All actors of a document; mentions stand in the order of the text and do not overlap.
struct Cast {
  std::vector<Actor> actors;
  std::vector<FoundMention> mentions;
  std::vector<char> genders;          // of each actor, as names, titles and pronouns tell it: m, f; 0 where nothing does
  std::vector<std::uint8_t> guessed;  // of each actor: its country is what most of the article is about

  /// The actor that a stretch of words means: of the mention that is its head (the last one that ends where the
  /// stretch ends, else the first inside it). 0 where it means none.
  Id actor_of(Stretch stretch) const;
  /// The mention (index) that decides actor_of, or -1.
  std::int32_t mention_in(Stretch stretch) const;
  /// The canonical name of an actor; empty for 0.
  std::string name_of(Id actor) const;
};

/// Finds and resolves the actors. `day`: the article's, as an ISO date, which chooses among the roles that the user's
/// entries give a person ("president from 2018 to 2022"); empty where it is not known.
Cast find_actors(const Document& document, std::string_view day = {});

}  // namespace gazette::facts

#endif

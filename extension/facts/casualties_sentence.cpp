#include "facts/casualties_sentence.h"

#include <algorithm>

#include "facts/casualties_harm.h"
#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

namespace class_id = lexicon::class_id;

// "was shot, hacked and decapitated", "was injured and died": of the same persons the gravest harm, once.
void drop_lesser_harms(const Clause& clause, std::size_t first, std::vector<FoundCasualty>& claims) {
  const auto begin = claims.begin() + static_cast<std::ptrdiff_t>(first);
  const auto lesser = [&](const FoundCasualty& claim) {
    return std::any_of(begin, claims.end(), [&](const FoundCasualty& other) {
      if (&other != &claim && claim.self && !other.self && other.victims.tokens.meets(claim.victims.tokens)) return true;
      if (claim.himself && other.doer && &other == &claim + 1 && claim.row.harm == "injured") return true;  // "shot himself and died"
      if (&other == &claim || other.victims.tokens != claim.victims.tokens) return false;
      if (other.row.figure.bound == "none") return claim.row.figure.bound == "none" && other.row.harm == claim.row.harm && &other < &claim;
      if (other.row.harm == claim.row.harm) return &other < &claim;
      // "27 civilians who had fled the fighting were killed": the relative clause says who they are
      if (claim.row.harm == "displaced" && clause.is(clause.from_token(claim.victims.tokens.end), class_id::RELATIVE)) return true;
      if (other.row.harm == either("killed", claim.row.harm)) return true;  // "killed or injured"
      return other.row.harm == "killed" && claim.row.harm == "injured";
    });
  };
  std::vector<bool> drop;
  for (auto claim = begin; claim != claims.end(); ++claim) drop.push_back(lesser(*claim));
  std::size_t i = 0;
  claims.erase(std::remove_if(begin, claims.end(), [&](const FoundCasualty&) { return drop[i++]; }), claims.end());
}

// "caused one death in Florida, when a man drowned": whom a clause of its own tells of are among the deaths counted.
void tell_deaths_again(const Clause& clause, std::size_t first, std::vector<FoundCasualty>& claims) {
  for (std::size_t i = first + 1; i < claims.size(); ++i) {
    FoundCasualty& claim = claims[i];
    const FoundCasualty& total = claims[i - 1];
    if (!total.self || claim.self || claim.victims.besides || total.row.harm != claim.row.harm || total.row.part_of != 0) continue;
    if (!total.row.figure.best || claim.row.figure.best.value_or(0) > *total.row.figure.best || claim.tokens.first < total.tokens.end) continue;
    bool told = false;
    for (std::size_t at = clause.from_token(total.tokens.end); at < clause.size() && clause[at].first < claim.tokens.first; ++at) {
      if (clause.is(at, class_id::SUBORDINATOR)) told = !clause.is(at, class_id::CLAUSE_BREAK);
    }
    if (told) claim.row.part_of = static_cast<Id>(i);
  }
}

// Does the claim behind a toll tell of its last deaths? "The toll rose to 11 with the recovery of three bodies": behind nothing
// but complements; "…, adding that three more had been found": no clause beside it.
bool follows_toll(const Clause& clause, const FoundCasualty& total, const FoundCasualty& claim) {
  bool complement = true;
  bool beside = false;
  for (std::size_t at = clause.from_token(total.tokens.end); at < clause.size() && clause[at].first < claim.victims.tokens.first; ++at) {
    complement &= clause.is(at, class_id::PREPOSITION) || clause.is(at, class_id::NOUN_GROUP) || clause.transparent(at);
    beside |= clause.is(at, class_id::CONJUNCTION) || clause.is(at, class_id::SEMICOLON) || clause.is(at, class_id::CLAUSE_BREAK);
  }
  return complement || (claim.victims.besides && !beside);
}

// Does the claim before a toll bring it to so many? "Nine bodies were found, taking the toll to 84"; "With nine more deaths, the
// toll rose to 84".
bool leads_to_toll(const Clause& clause, const FoundCasualty& claim, const FoundCasualty& total) {
  std::size_t toll = clause.from_token(total.tokens.first);
  for (std::size_t at = clause.from_token(claim.tokens.end); at < toll; ++at) {
    if (clause.is(at, class_id::SEMICOLON) || clause.is(at, class_id::CLAUSE_BREAK) || clause.is(at, class_id::ADVERSATIVE)) return false;
  }
  while (toll > 0 && clause.transparent(toll - 1)) --toll;
  const bool brought = toll > 0 && clause.is(toll - 1, class_id::VERB_GROUP) && clause.is(toll - 1, class_id::GERUND);
  return brought || claim.victims.besides;
}

// "The toll rose to 11 after three more bodies were found", "as a woman died of her burns": they are of the 11.
void find_last_deaths(const Clause& clause, std::size_t first, std::vector<FoundCasualty>& claims) {
  const auto beneath = [](const FoundCasualty& claim, const FoundCasualty& total) {
    return total.total && !claim.total && claim.row.harm == total.row.harm && claim.row.part_of == 0 && total.row.part_of == 0 && claim.row.figure.best &&
           *claim.row.figure.best > 0 && *claim.row.figure.best < total.row.figure.best.value_or(total.row.figure.low.value_or(0));
  };
  for (std::size_t i = first; i + 1 < claims.size(); ++i) {
    FoundCasualty& one = claims[i];
    FoundCasualty& other = claims[i + 1];
    const bool behind = other.tokens.first >= one.tokens.end;
    if (behind && beneath(one, other) && leads_to_toll(clause, one, other)) one.brings = static_cast<Id>(i + 2);
    if (!behind || !beneath(other, one)) continue;
    if (follows_toll(clause, one, other)) other.brings = static_cast<Id>(i + 1);
    for (std::size_t at = clause.from_token(one.tokens.end); at < clause.size() && clause[at].first < other.tokens.first; ++at) {
      if (clause.is(at, class_id::SUBORDINATOR) && !clause.is(at, class_id::CLAUSE_BREAK)) other.row.part_of = static_cast<Id>(i + 1);
    }
  }
}

// "At least 200 people were killed, although officials put the toll at 350": of the same persons.
void find_rivals(const Clause& clause, std::size_t first, std::vector<FoundCasualty>& claims) {
  const auto open = [](const FoundCasualty& claim) {
    return claim.victims.kind.empty() && claim.victims.country.empty() && !claim.victims.singular && !claim.victims.besides && claim.row.figure.bound != "none";
  };
  for (std::size_t i = first + 1; i < claims.size(); ++i) {
    FoundCasualty& claim = claims[i];
    const FoundCasualty& before = claims[i - 1];
    if (before.row.harm != claim.row.harm || !open(before) || !open(claim) || before.row.part_of != 0 || claim.row.part_of != 0) continue;
    bool adversative = false;
    for (std::size_t at = clause.from_token(before.tokens.end); at < clause.size() && clause[at].first < claim.tokens.first; ++at)
      adversative |= clause.is(at, class_id::ADVERSATIVE);
    claim.apart |= adversative;
  }
}

// "The two survivors were badly hurt", "three people, all of them burned, survived"
bool is_alive(const Clause& clause, Stretch victims) {
  constexpr std::size_t reach = 10;
  const std::size_t from = clause.from_token(victims.first);
  for (std::size_t i = from; i < clause.size() && i <= from + reach; ++i) {
    if (clause.is(i, class_id::SURVIVOR)) return i == from || clause.is(i, class_id::VERB_GROUP);
    const bool goes_on = clause.is(i + 1, class_id::SURVIVOR) && clause.is(i + 1, class_id::VERB_GROUP);  // "was stabbed but survived"
    if (clause.is(i, class_id::SEMICOLON) || (i > from && clause.is(i, class_id::CLAUSE_BREAK) && !goes_on)) return false;
  }
  return false;
}

// "Three guards died and two passers-by were hit in the leg", "a man died and half a dozen were taken to hospital": those who
// were wounded are others than the dead; not "ten people were shot, and four died".
void find_beside(const Clause& clause, std::size_t first, std::vector<FoundCasualty>& claims) {
  // One told by name and one by a word may be the same: "Logan was shot, and the boy died".
  const auto distinct = [](const Victims& hurt, const Victims& dead) {
    if (hurt.pronoun || dead.pronoun || hurt.share || dead.share) return false;
    return (hurt.actor == 0 && dead.actor == 0) || (hurt.actor != 0 && dead.actor != 0 && hurt.actor != dead.actor);
  };
  for (std::size_t i = first; i < claims.size(); ++i) {
    FoundCasualty& claim = claims[i];
    if (claim.row.harm != "injured" || claim.row.figure.bound == "none") continue;
    const Victims& hurt = claim.victims;
    claim.beside |= is_alive(clause, hurt.tokens);
    std::size_t before = clause.from_token(hurt.tokens.first);
    while (before > 0 && clause.transparent(before - 1)) --before;
    const bool joined = before > 0 && (clause.is(before - 1, class_id::CONJUNCTION) || clause.is(before - 1, class_id::CLAUSE_BREAK) ||
                                       clause.is(before - 1, class_id::SEMICOLON));
    for (std::size_t other = first; other < claims.size(); ++other) {
      const Victims& dead = claims[other].victims;
      if (claims[other].row.harm != "killed" || claims[other].row.status != "asserted" || claims[other].row.figure.bound == "none") continue;
      if (!distinct(hurt, dead)) continue;
      if (claim.weak && claims[other].himself) continue;  // "shot two women before killing himself": they may be dead too
      const bool persons = clause.is(clause.from_token(dead.tokens.first), class_id::ANY_PERSON);
      const bool words = !hurt.generic && !dead.words.empty() && !persons && hurt.noun != dead.noun && !hurt.definite;
      const bool one_each = hurt.figure.best == 1 && dead.figure.best == 1;
      claim.beside |= one_each || words || (other < i && joined && !hurt.definite);
    }
  }
}

// "Ten who were reported missing have been found alive": they are missing no more. Not "Ten are missing after 30 were found alive",
// nor "The ten may not be found alive".
void drop_found(const Clause& clause, std::size_t first, std::vector<FoundCasualty>& claims) {
  const auto found = [&](const FoundCasualty& claim) {
    if (claim.row.harm != "missing" || claim.row.figure.bound == "none") return false;
    const std::size_t victims = clause.from_token(claim.victims.tokens.first);
    for (std::size_t i = clause.from_token(claim.victims.tokens.end); i < clause.size(); ++i) {
      if (clause.is(i, class_id::SEMICOLON) || clause.is(i, class_id::CONJUNCTION) || clause.is(i, class_id::CLAUSE_BREAK)) return false;
      if (!clause.is(i, class_id::FOUND_WELL)) continue;
      std::size_t verb = i;
      while (verb > victims && !clause.is(verb, class_id::VERB_GROUP) && (verb == i || clause.transparent(verb))) --verb;
      const bool done = clause.is(verb, class_id::VERB_GROUP) && clause.is(verb, class_id::PASSIVE) && !clause.is(verb, class_id::MODALITY) &&
                        !clause.is(verb, class_id::NEGATED) && !clause.is(verb, class_id::FUTURE);
      return done && clause.subject(verb) == victims;
    }
    return false;
  };
  claims.erase(std::remove_if(claims.begin() + static_cast<std::ptrdiff_t>(first), claims.end(), found), claims.end());
}

}  // namespace

void settle_sentence(const Clause& clause, std::size_t first, std::vector<FoundCasualty>& claims) {
  drop_lesser_harms(clause, first, claims);
  drop_found(clause, first, claims);
  tell_deaths_again(clause, first, claims);
  find_last_deaths(clause, first, claims);
  find_rivals(clause, first, claims);
  find_beside(clause, first, claims);
}

}  // namespace gazette::facts

#include "facts/event_standing.h"

#include <string>

#include "facts/event_types.h"
#include "lexicon/classes.h"

namespace gazette::facts {

namespace class_id = lexicon::class_id;
using lexicon::ClassSet;
using lexicon::Column;
using lexicon::set_of;

bool EventStanding::is_public(std::uint32_t sentence, const EventMeaning& meaning, const EventRoles& roles) {
  bool alone = true;  // nobody does it who acts in public
  bool public_target = false;
  bool official = false;
  for (std::size_t i = 0; i < roles.source_count; ++i) {
    alone &= is_private(roles.sources[i]);
    official |= is_official(roles.sources[i]) || bears_arms(roles.sources[i], false);
  }
  for (std::size_t i = 0; i < roles.target_count; ++i) {
    public_target |= !is_private(roles.targets[i]);
    official |= is_official(roles.targets[i]);
  }
  const bool crime = meaning.type == "ASSAULT" || meaning.type == "PROTEST";  // whoever does it to whomever
  if (!official && !is_one_of(meaning.mode, {"arrest", "convict", "abduct", "explosives", "sexual", "riot"}) && is_of_sport(sentence)) return false;
  if (roles.source_count > 0 && alone) {
    if (crime) return !holds_word(document_, sentence, class_id::FICTION);
    if (meaning.mode == "disarm") return true;
    if (takes_authority(meaning) && !is_crowd(roles.sources[0])) return false;
    return public_target && (meaning.mode != "visit" || is_journey(roles));
  }
  return true;
}

bool EventStanding::can_suffer(const EventMeaning& meaning, const EventRoles& roles) const {
  const bool of_persons = is_one_of(meaning.mode, {"arrest", "execute", "beat", "sexual", "torture", "assassinate", "deport", "release"});
  if (roles.target_count == 0) return meaning.mode != "release";
  const EventParty& target = roles.targets[0];
  if (of_persons) return is_somebody(target);
  if (meaning.mode == "misinform") return target.kind != EventParty::Kind::thing;
  if (meaning.type != "ASSAULT" && !(meaning.type == "COERCE" && (meaning.mode.empty() || meaning.mode == "seize"))) return true;
  const bool thing = target.kind == EventParty::Kind::thing || (target.kind == EventParty::Kind::holder && target.head != 0);
  if (!thing || is_one_of(meaning.mode, {"explosives", "aerial", "heavy-weapons", "suicide-attack"})) return true;
  if (is_asset(target)) return true;
  if (roles.source_count == 0) return false;
  return bears_arms(roles.sources[0], meaning.type == "ASSAULT") ||
         (meaning.mode == "seize" && (is_official(roles.sources[0]) || is_country(roles.sources[0])));
}

// "assailants", "soldiers", "youths": what they attack is a thing that one can touch.
bool EventStanding::bears_arms(const EventParty& party, bool anybody) const {
  if (party.kind != EventParty::Kind::people) {
    const bool group = party.actor != 0 && party.words.empty() && cast_.actors[party.actor - 1].kind == ActorKind::group;
    return group || (!party.tokens.empty() && document_.is_at(party.tokens.end - 1, class_id::TROOPS));
  }
  if (document_.is_at(party.head, class_id::PERPETRATOR_NOUN) || document_.is_at(party.head, class_id::TROOPS)) return true;
  return anybody && document_.is_at(party.head, class_id::VICTIM) && !document_.is_at(party.head, class_id::ROLE);
}

bool EventStanding::is_country(const EventParty& party) const {
  return party.words.empty() && party.actor != 0 && cast_.actors[party.actor - 1].kind == ActorKind::country;
}

// "students", "passengers": many of those of whom one acts for himself.
bool EventStanding::is_crowd(const EventParty& party) const {
  return party.kind == EventParty::Kind::people && document_.is_at(party.head, class_id::NOUN_PLURAL) && !document_.is_at(party.head, class_id::KINSHIP);
}

// "injured two more", "a 21-year-old"
bool EventStanding::is_no_noun(std::uint32_t token) const { return !document_.is_at(token, class_id::NOUN); }

// "killing 15", "thousands"
bool EventStanding::is_number(std::uint32_t token) const {
  return document_.tokens[token].shape == text::Shape::number || document_.is_at(token, class_id::CARDINAL) || document_.is_at(token, class_id::QUANTIFIER);
}

// A person, people, "three Americans"; of a name what it is says so.
bool EventStanding::is_somebody(const EventParty& party) const {
  if (party.kind == EventParty::Kind::people) return !document_.is_at(party.head, class_id::PLACE_NOUN);
  if (party.tokens.empty()) return false;
  if (party.kind == EventParty::Kind::thing) return is_number(party.tokens.end - 1) || is_no_noun(party.tokens.end - 1);
  const bool owner = party.kind == EventParty::Kind::holder && party.head != 0;
  if (party.actor == 0) return false;
  const ActorKind kind = cast_.actors[party.actor - 1].kind;
  if (!owner && (kind == ActorKind::person || kind == ActorKind::group)) return true;
  const std::uint32_t last = owner ? party.head : party.tokens.end - 1;
  static constexpr ClassSet persons = set_of(
      {class_id::NATIONALITY_PLURAL, class_id::VICTIM, class_id::PERSON_NOUN, class_id::GROUP_NOUN, class_id::ROLE, class_id::PRONOUN, class_id::DEMONYM});
  const Element* const word = document_.word_at(last);
  return word != nullptr && document_.grammar->classes(*word).meets(persons);
}

// "house", "convoy", "the military's fuel depot"; and how many, where nothing is said of them.
bool EventStanding::is_asset(const EventParty& party) const {
  const Element* const head = document_.word_at(party.head);
  if (head == nullptr || is_number(party.head) || is_no_noun(party.head) || document_.is_at(party.head, class_id::CAPITALIZED)) return true;
  static constexpr ClassSet assets =
      set_of({class_id::ASSET, class_id::PLACE_NOUN, class_id::PLACE_KIND, class_id::PLACE_HEAD, class_id::INSTITUTION, class_id::ARMAMENT, class_id::TROOPS,
              class_id::SUPPLIES, class_id::PROJECTILE, class_id::ACTOR_NOUN, class_id::VICTIM, class_id::GROUP_NOUN, class_id::PERSON_NOUN, class_id::ROLE});
  return document_.grammar->lexicon().classes(head->set).meets(assets);
}

// "Ana Paz visited Ghana": who is told by name to be in another country is seldom a tourist.
bool EventStanding::is_journey(const EventRoles& roles) const {
  const EventParty& source = roles.sources[0];
  const EventParty& target = roles.targets[0];
  return source.actor != 0 && source.words.empty() && is_country(target);
}

// What only who has power over others does, or gives up.
bool EventStanding::takes_authority(const EventMeaning& meaning) {
  if (meaning.type == "RETREAT") return meaning.mode != "resign" && meaning.mode != "disarm";
  return is_one_of(meaning.type, {"COERCE", "SANCTION", "CONCEDE", "MOBILIZE"});
}

bool EventStanding::is_private(const EventParty& party) const {
  if (party.kind <= EventParty::Kind::place) return party.kind != EventParty::Kind::place || party.actor == 0;
  const bool named = party.words.empty() && party.actor != 0;
  if (named) {
    const Actor& actor = cast_.actors[party.actor - 1];
    if (actor.kind != ActorKind::person || !actor.affiliation.empty()) return false;
    if (!actor.role.empty()) return is_private_word(actor.role);
    return !is_known(actor.name) && !is_official(party);
  }
  const Element* const head = document_.word_at(party.head);
  if (head == nullptr) return false;
  const ClassSet& classes = document_.grammar->lexicon().classes(head->set);
  if (classes.has(class_id::PRIVATE_PERSON) || classes.has(class_id::KINSHIP)) return true;
  if (classes.has(class_id::PUBLIC_PERSON) || classes.has(class_id::NOUN_PLURAL)) return false;
  static constexpr ClassSet publics =
      set_of({class_id::ROLE, class_id::GROUP_NOUN, class_id::ACTOR_NOUN, class_id::INSTITUTION, class_id::PERPETRATOR_NOUN, class_id::TROOPS});
  if (classes.meets(publics)) return false;
  const auto victim = document_.grammar->lexicon().entry(head->word, class_id::VICTIM);
  if (victim && is_one_of((*victim)[Column::kind], {"military", "police", "militant", "journalist"})) return false;
  return classes.has(class_id::PERSON_NOUN) || victim;
}

// "singer", "former Dynamo striker"
bool EventStanding::is_private_word(std::string_view calling) const {
  const lexicon::Lexicon& lexicon = document_.grammar->lexicon();
  if (lexicon.entry_of(calling, class_id::PRIVATE_PERSON)) return true;
  const std::string_view last = calling.substr(calling.rfind(' ') + 1);
  if (lexicon.entry_of(last, class_id::PRIVATE_PERSON)) return true;
  return lexicon.entry_of(last, class_id::PERSON_NOUN) && !lexicon.entry_of(last, class_id::ROLE) && !lexicon.entry_of(last, class_id::PUBLIC_PERSON);
}

// A person of world news, by the full name or by a surname that is one person's.
bool EventStanding::is_known(std::string_view name) const {
  const lexicon::Lexicon& lexicon = document_.grammar->lexicon();
  if (lexicon.entry_of(name, class_id::PERSON)) return true;
  const std::size_t last = name.rfind(' ') + 1;
  if (const std::size_t first = name.find(' '); last > first + 1) {  // "Donald J. Trump"
    const std::string short_name = std::string(name.substr(0, first + 1)) + std::string(name.substr(last));
    if (lexicon.entry_of(short_name, class_id::PERSON)) return true;
  }
  const auto surname = lexicon.entry_of(name.substr(last), class_id::SURNAME);
  return surname && !(*surname)[Column::country].empty();
}

// "police", "the ministry", "the football association", a minister: who has a say also in games.
bool EventStanding::is_official(const EventParty& party) const {
  if (party.words.empty() && party.actor != 0) {
    const Actor& actor = cast_.actors[party.actor - 1];
    if (actor.kind == ActorKind::person && !actor.role.empty()) return !is_private_word(actor.role);
  }
  static constexpr ClassSet private_ones = set_of({class_id::SPORTS_TEAM, class_id::TEAM_NAME, class_id::PRIVATE_PERSON});
  const Stretch words = party.words.empty() ? party.tokens : party.words;
  for (std::uint32_t token = words.first; token < words.end; ++token) {
    const Element* const word = document_.word_at(token);
    if (word == nullptr) break;
    const ClassSet& classes = document_.grammar->lexicon().classes(word->set);
    if (classes.meets(private_ones)) continue;
    if (classes.has(class_id::INSTITUTION) || classes.has(class_id::TROOPS)) return true;
    if (classes.has(class_id::ACTOR_NOUN) && classes.has(class_id::ORGANIZATION_HEAD)) return true;
    if (classes.has(class_id::ROLE) && party.actor == 0) return true;
  }
  return false;
}

// The sentence tells of a game, or the article does.
bool EventStanding::is_of_sport(std::uint32_t sentence) {
  if (!sport_) sport_ = tells_of_sport(document_);
  return *sport_ || holds_word(document_, sentence, class_id::SPORT);
}

}  // namespace gazette::facts

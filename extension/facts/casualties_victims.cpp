#include "facts/casualties_victims.h"

#include <charconv>

#include "facts/numbers.h"
#include "lexicon/classes.h"

namespace gazette::facts {

using cascade::StageId;
using lexicon::Column;
namespace class_id = lexicon::class_id;

const Phrase* VictimReader::count_in(Stretch tokens) const {
  const Phrase* found = nullptr;
  document_.each_phrase(document_.sentence_of(tokens.first), StageId::numbers, [&](const Phrase& phrase) {
    if (found == nullptr && phrase.first >= tokens.first && phrase.end <= tokens.end && !document_.rule(phrase).setting("bound").empty()) found = &phrase;
  });
  return found;
}

bool VictimReader::is_person_noun(const Element& group) const {
  for (const ClassId id : {class_id::VICTIM, class_id::PERSON_NOUN, class_id::KINSHIP, class_id::GROUP_NOUN, class_id::NATIONALITY_PLURAL}) {
    if (document_.is(group, id)) return true;
  }
  if (is_national(group)) return true;
  return document_.is(group, class_id::ROLE) && !document_.is(group, class_id::INSTITUTION);
}

// "a Briton and an Australian": one of a nation.
bool VictimReader::is_national(const Element& group) const {
  return document_.is(group, class_id::DEMONYM) && !document_.is(group, class_id::NATIONALITY_PLURAL) && document_.is_at(group.first, class_id::ARTICLE) &&
         !document_.is_at(group.first, class_id::DEFINITE);
}

bool VictimReader::is_indefinite(Stretch tokens) const {
  return document_.is_at(tokens.first, class_id::ARTICLE) && !document_.is_at(tokens.first, class_id::DEFINITE);
}

bool VictimReader::can_suffer(const Element& group) const {
  if (document_.is(group, class_id::ANIMAL) || document_.is(group, class_id::PERCENT_SIGN)) return false;
  if (document_.is(group, class_id::PERSON) || document_.is(group, class_id::UNKNOWN_NAME) || document_.is(group, class_id::PERSONAL) ||
      document_.is(group, class_id::EVERYBODY))
    return true;
  if (is_person_noun(group)) return true;
  if (!document_.is(group, class_id::COUNTED)) return false;
  // A number alone; or with a word that says nothing of what was counted.
  if (!document_.is(group, class_id::NOUN)) return true;
  for (const ClassId id : {class_id::CARDINAL, class_id::QUANTIFIER, class_id::DEMONYM, class_id::HARM_ADJECTIVE, class_id::BESIDES, class_id::DEMONYM_NAME,
                           class_id::GROUP_NAME, class_id::ARMED_GROUP}) {
    if (document_.is(group, id)) return true;
  }
  return false;
}

std::optional<Figure> VictimReader::count(const Element& group) const {
  const Phrase* const count = count_in(Document::stretch(group));
  return count == nullptr ? std::nullopt : figure_of(document_, *count);
}

bool VictimReader::is_one(const Element& group) const {
  const Element* const opening = document_.word_at(group.first);
  if (opening == nullptr) return false;
  bool sole = false;  // "the storm's only fatality"
  each_word(Document::stretch(group), [&](const Element& word) { sole |= document_.is(word, class_id::SOLE); });
  if (!sole && !is_indefinite(Document::stretch(group))) return false;
  const auto entry = lexicon_.entry(group.word, class_id::HARM_NOUN);
  return entry && (*entry)[Column::harm] == "killed" && document_.is(group, class_id::NOUN_SINGULAR) && (*entry)[Column::strength] >= std::string_view("0.9");
}

bool VictimReader::holds_animal(const Element& group) const {
  bool found = false;
  each_word(Document::stretch(group), [&](const Element& word) { found |= document_.is(word, class_id::ANIMAL); });
  return found;
}

bool VictimReader::is_none(const Element& group) const { return document_.is_at(group.first, class_id::NEGATION); }

std::optional<Victims> VictimReader::read(const Element& group, bool telegraphic) const {
  if (!can_suffer(group)) return std::nullopt;
  Victims victims;
  victims.tokens = Document::stretch(group);
  victims.noun = group.word;
  const Element* const opening = document_.word_at(group.first);
  const auto opens = [&](ClassId id) { return opening != nullptr && document_.is(*opening, id); };
  victims.own = opens(class_id::POSSESSIVE);
  describe(victims.tokens, victims);
  if (is_none(group)) {
    victims.figure = {0, 0, 0, "none"};
    return victims;
  }
  if (document_.is(group, class_id::COUNTED)) {
    const auto figure = count(group);
    if (!figure) return std::nullopt;
    victims.figure = *figure;
    const bool not_one = figure->best == 1 && group.first > 0 && document_.is_at(group.first - 1, class_id::NEGATION);
    if (not_one) victims.figure = {0, 0, 0, "none"};  // "Not one soldier was hurt"
    victims.definite = opens(class_id::DEFINITE) || opens(class_id::BOTH) || victims.own;
    victims.generic |= victims.words.empty();
    return victims;
  }
  victims.figure = {1, 1, 1, "exact"};
  victims.singular = true;
  // "the couple", "twins": as many as the word says
  if (const auto entry = lexicon_.entry(group.word, class_id::NUMBERED_NOUN)) {
    std::int64_t several = 0;
    const std::string_view cell = (*entry)[Column::value];
    std::from_chars(cell.data(), cell.data() + cell.size(), several);
    victims.figure = {several, several, several, "exact"};
    victims.singular = false;
    victims.definite = opens(class_id::DEFINITE) || victims.own;
    return victims;
  }
  if (document_.is(group, class_id::PERSONAL)) {
    const auto entry = lexicon_.entry(group.word, class_id::PRONOUN);
    if (!entry || (*entry)[Column::number] != "s") return std::nullopt;
    const std::string_view gender = (*entry)[Column::gender];
    if (gender != "m" && gender != "f") return std::nullopt;  // not: it, anyone, I
    victims.gender = gender[0];
    victims.pronoun = victims.definite = true;
    victims.actor = cast_.actor_of(victims.tokens);
    if (victims.actor != 0 && cast_.actors[victims.actor - 1].kind != ActorKind::person) victims.actor = 0;
    return victims;
  }
  const bool name = document_.is(group, class_id::PERSON) || document_.is(group, class_id::UNKNOWN_NAME);
  if (name) {
    victims.actor = cast_.actor_of(victims.tokens);
    const bool person = victims.actor != 0 && cast_.actors[victims.actor - 1].kind == ActorKind::person;
    if (!person) return std::nullopt;
    return victims;
  }
  for (const ClassId id : {class_id::KINSHIP, class_id::PERSON_NOUN, class_id::VICTIM}) {
    const auto entry = lexicon_.entry(group.word, id);
    const std::string_view gender = entry ? (*entry)[Column::gender] : std::string_view{};
    if (gender == "m" || gender == "f") victims.gender = gender[0];
  }
  const bool crowd = document_.is(group, class_id::GROUP_NOUN) && !document_.is(group, class_id::VICTIM) && !document_.is(group, class_id::PERSON_NOUN);
  const bool plural = crowd || (document_.is(group, class_id::NOUN_PLURAL) && !document_.is(group, class_id::NOUN_SINGULAR));
  if (plural || !(document_.is(group, class_id::NOUN_SINGULAR) || is_national(group)) || !is_person_noun(group)) return std::nullopt;
  const bool collective = document_.is(group, class_id::NOUN_PLURAL);  // people, staff, police
  const bool article = opens(class_id::ARTICLE) || opens(class_id::ONE_MORE);
  const bool determined = article || victims.own || opens(class_id::DEMONSTRATIVE);
  if (collective && !(article && !opens(class_id::DEFINITE))) return std::nullopt;
  victims.definite = opens(class_id::DEFINITE) || victims.own || opens(class_id::DEMONSTRATIVE);
  victims.besides |= opens(class_id::ONE_MORE);
  if (!determined) {
    // "Ali's brother"; headlines leave the article out ("Man killed in crash").
    bool owner = false;
    each_word(victims.tokens, [&](const Element& word) { owner |= document_.is(word, class_id::CLITIC); });
    const bool small = document_.tokens[opening->first].shape == text::Shape::lower;  // the word's: a phrase's label is of all its words
    if (small && !owner && !telegraphic) return std::nullopt;
  }
  return victims;
}

void VictimReader::tell_who(const Element& noun, Victims& victims) const {
  if (document_.is(noun, class_id::COUNTED) || !can_suffer(noun)) return;
  Victims told;
  describe(Document::stretch(noun), told);
  victims.words = told.words;
  victims.noun = noun.word;
  victims.kind = told.kind;
  if (victims.country.empty()) victims.country = told.country;
  victims.generic = false;
}

void VictimReader::describe(Stretch tokens, Victims& victims) const {
  Stretch rest = tokens;
  if (const Phrase* const count = count_in(tokens)) rest.first = std::min(count->end, rest.end);
  bool opening = true;
  bool body = false;
  each_word(tokens, [&](const Element& word) {
    victims.besides |= document_.is(word, class_id::BESIDES);
    victims.perpetrator |= document_.is(word, class_id::PERPETRATOR_NOUN);
    if (word.first < rest.first) return;
    const bool skip = document_.is(word, class_id::DETERMINER) || document_.is(word, class_id::PREPOSITION) || document_.is(word, class_id::POSSESSIVE) ||
                      document_.is(word, class_id::BESIDES) || document_.is(word, class_id::CLITIC);
    if (opening && skip && word.end < tokens.end) {
      rest.first = word.end;
    } else if (opening && skip && document_.is(word, class_id::BESIDES)) {
      rest.first = word.end;  // "four others"
    } else {
      opening = false;
    }
    bool told = false;
    lexicon_.each_entry(word.word, [&](const lexicon::Entry& entry, std::uint8_t) {
      if (told || !(entry.is(class_id::VICTIM) || entry.is(class_id::HARM_NOUN)) || entry[Column::kind].empty()) return;
      victims.kind = entry[Column::kind];
      told = true;
    });
    const auto force = lexicon_.entry(word.word, class_id::FORCE);
    body |= force.has_value();
    if (force && victims.kind.empty()) victims.kind = (*force)[Column::kind];
    if (document_.is(word, class_id::ARMED_GROUP) && victims.kind.empty()) victims.kind = "militant";
    const bool alone = word.first == tokens.first && word.end + 1 == tokens.end;  // "Third victim dies"
    if (const auto ordinal = lexicon_.entry(word.word, class_id::ORDINAL); ordinal && (alone || is_indefinite(tokens))) {
      const std::string_view cell = (*ordinal)[Column::value];
      std::from_chars(cell.data(), cell.data() + cell.size(), victims.nth);
      victims.besides |= victims.nth > 1;
    }
    const auto demonym = lexicon_.entry(word.word, class_id::DEMONYM);
    if (demonym) victims.country = (*demonym)[Column::country];
  });
  // "five Armed Forces personnel": whose army the text tells of
  if (body && victims.country.empty()) {
    const Id actor = cast_.actor_of(tokens);
    if (actor != 0 && cast_.actors[actor - 1].kind != ActorKind::person) victims.country = cast_.actors[actor - 1].country;
  }
  if (!rest.empty() && rest.first < rest.end) victims.words = document_.words_of(rest);
  const Element* const head = document_.word_at(tokens.end - 1);
  victims.generic = victims.words.empty() || (head != nullptr && document_.is(*head, class_id::ANY_PERSON) && victims.kind.empty() && victims.country.empty());
}

// "207 deaths", "no casualties": the noun of harm itself is counted.
std::optional<Victims> VictimReader::of_noun(const Element& group) const {
  Victims victims;
  victims.tokens = Document::stretch(group);
  victims.generic = true;
  if (is_none(group)) {
    victims.figure = {0, 0, 0, "none"};
    return victims;
  }
  auto figure = count(group);
  if (!figure && is_one(group)) figure = Figure{1, 1, 1, "exact"};  // "caused a death"
  if (!figure || holds_animal(group)) return std::nullopt;
  victims.figure = *figure;
  victims.definite = document_.is_at(group.first, class_id::DEFINITE);
  each_word(victims.tokens, [&](const Element& word) { victims.share |= document_.is(word, class_id::FRESH); });  // "six new deaths"
  describe(victims.tokens, victims);
  victims.words = {};
  return victims;
}

// "His body was found", "an unidentified body was found": one person.
std::optional<Victims> VictimReader::of_owner(const Element& group) const {
  const Element* const opening = document_.word_at(group.first);
  if (is_indefinite(Document::stretch(group)) && document_.is(group, class_id::NOUN_SINGULAR) && !holds_animal(group)) {
    Victims somebody;
    somebody.tokens = Document::stretch(group);
    describe(somebody.tokens, somebody);  // "a fifth body"
    somebody.words = {};
    somebody.figure = {1, 1, 1, "exact"};
    somebody.singular = somebody.generic = true;
    return somebody;
  }
  // "Wilder's body"
  std::uint32_t end = group.first;
  each_word(Document::stretch(group), [&](const Element& word) {
    if (end == group.first && document_.is(word, class_id::CLITIC)) end = word.first;
  });
  const Id owner = end == group.first ? 0 : cast_.actor_of({group.first, end});
  if (owner != 0 && cast_.actors[owner - 1].kind == ActorKind::person) {
    Victims named;
    named.tokens = Document::stretch(group);
    named.words = document_.words_of({group.first, end});
    named.actor = owner;
    named.figure = {1, 1, 1, "exact"};
    named.singular = true;
    return named;
  }
  if (opening == nullptr || !document_.is(*opening, class_id::POSSESSIVE)) return std::nullopt;
  const auto entry = lexicon_.entry(opening->word, class_id::POSSESSIVE);
  const std::string_view gender = entry ? (*entry)[Column::gender] : std::string_view{};
  if (gender != "m" && gender != "f") return std::nullopt;
  Victims victims;
  victims.tokens = Document::stretch(group);
  victims.figure = {1, 1, 1, "exact"};
  victims.gender = gender[0];
  victims.singular = victims.pronoun = victims.definite = true;
  return victims;
}

}  // namespace gazette::facts

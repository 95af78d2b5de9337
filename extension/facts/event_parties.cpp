#include "facts/event_parties.h"

#include <algorithm>

#include "lexicon/classes.h"

namespace gazette::facts {

namespace class_id = lexicon::class_id;

bool EventRoles::has_source(const EventParty& party) const {
  return std::any_of(sources.begin(), sources.begin() + static_cast<std::ptrdiff_t>(source_count), [&](const EventParty& source) {
    if (source.words.empty() && party.words.empty()) return source.actor == party.actor;
    return source.tokens == party.tokens ||
           (party.kind >= EventParty::Kind::holder && source.actor != 0 && source.actor == party.actor && source.kind == party.kind);
  });
}

EventParty EventParties::named(std::int32_t mention, EventParty::Kind kind) const {
  const FoundMention& found = cast_.mentions[static_cast<std::size_t>(mention)];
  EventParty party;
  party.kind = kind;
  party.tokens = found.tokens;
  party.actor = found.row.actor;
  if (party.actor != 0 && cast_.actors[party.actor - 1].kind == ActorKind::place) party.kind = EventParty::Kind::place;
  return party;
}

// "one third of the fighters", "dozens of students": it is the fighters, the students.
bool EventParties::is_share(const Element& head) const {
  return document_.is(head, class_id::ORDINAL) || document_.is(head, class_id::DATE_FRACTION) || document_.is(head, class_id::QUANTIFIER) ||
         document_.is(head, class_id::CARDINAL);
}

// "at least three Iraqi civilians" -> "Iraqi civilians"
Stretch EventParties::without_determiners(Stretch tokens) const {
  std::uint32_t first = tokens.first;
  while (first + 1 < tokens.end) {
    const Element* const word = document_.word_at(first);
    if (word == nullptr || word->end >= tokens.end) break;
    const lexicon::ClassSet& classes = document_.grammar->lexicon().classes(word->set);
    bool passes = false;
    for (const ClassId id : {class_id::DETERMINER, class_id::POSSESSIVE, class_id::CARDINAL, class_id::QUANTIFIER, class_id::AT_LEAST, class_id::AT_MOST,
                             class_id::MORE_THAN, class_id::NEARLY, class_id::APPROXIMATELY, class_id::OF_MARK}) {
      passes |= classes.has(id);
    }
    passes |= document_.tokens[first].shape == text::Shape::number;
    if (!passes) break;
    first = word->end;
  }
  return {first, tokens.end};
}

// The words with single spaces.
std::string EventParties::written(Stretch tokens) const {
  std::string all;
  for (std::uint32_t i = tokens.first; i < tokens.end; ++i) {
    if (i > tokens.first && document_.tokens[i].space_before) all += ' ';
    all += document_.word(i);
  }
  return all;
}

// The mention of people with the phrases that say which: "demonstrators in Baghdad".
Stretch EventParties::with_phrases(const Clauses& clauses, Group group) const {
  Stretch all = clauses.tokens(group);
  std::size_t i = group.head + std::size_t{1};
  for (int phrases = 0; phrases < 2 && clauses.is(i, mark_preposition) && !clauses.is(i, mark_agent | mark_addressee) && clauses.is(i + 1, mark_noun);
       ++phrases) {
    const Group next = clauses.group_from(i + 1);
    all.end = clauses.tokens(next).end;
    i = next.head + std::size_t{1};
  }
  return all;
}

std::string EventParties::name_of(const EventParty& party) const {
  if (party.words.empty()) return cast_.name_of(party.actor);
  return party.tail.empty() ? written(party.words) : written(party.words) + ' ' + written(party.tail);
}

// "Rwandan and Congolese | troops": the head that a lone adjective of a country shares with the next group, or none.
std::size_t EventParties::shared_head(const Clauses& clauses, Group group) const {
  const Element& word = clauses[group.head];
  if (group.first != group.head || word.end != word.first + 1 || !document_.is(word, class_id::DEMONYM) || !document_.is(word, class_id::ADJECTIVE))
    return Clauses::none;
  if (!clauses.is(group.head + std::size_t{1}, mark_conjunction) || !clauses.is(group.head + std::size_t{2}, mark_noun)) return Clauses::none;
  const Group next = clauses.group_from(group.head + std::size_t{2});
  const Element& whole = clauses[next.head];
  const bool shared = whole.end > whole.first + 1 && document_.is_at(whole.first, class_id::DEMONYM) && document_.is(whole, class_id::NOUN_PLURAL) &&
                      clauses.is(next.head, mark_animate);
  return shared ? next.head : Clauses::none;
}

EventParty EventParties::party(const Clauses& clauses, Group group, int depth) const {
  constexpr int deepest = 2;
  const Stretch tokens = clauses.tokens(group);
  if (document_.is(clauses[group.head], class_id::EVERYBODY)) {  // "all of them": who was told of
    EventParty party;
    party.kind = EventParty::Kind::pronoun;
    party.tokens = tokens;
    return party;
  }
  const std::int32_t mention = cast_.mention_in(tokens);
  // "agreed to join a new party": whom "a" introduces is nobody told of before
  const bool fresh = mention >= 0 && cast_.mentions[static_cast<std::size_t>(mention)].row.form == MentionForm::nominal &&
                     cast_.mentions[static_cast<std::size_t>(mention)].tokens.end == tokens.end && document_.is_at(tokens.first, class_id::ARTICLE) &&
                     !document_.is_at(tokens.first, class_id::DEFINITE);
  const bool known = mention >= 0 && !fresh && cast_.mentions[static_cast<std::size_t>(mention)].row.actor != 0;
  if (clauses.is(group.head, mark_pronoun)) {
    const bool person = known && cast_.actors[cast_.mentions[static_cast<std::size_t>(mention)].row.actor - 1].kind == ActorKind::person;
    if (known && !document_.is(clauses[group.head], class_id::REFLEXIVE) && (person || !is_one(clauses[group.head])))
      return named(mention, EventParty::Kind::named);
    EventParty party;
    party.kind = EventParty::Kind::pronoun;
    party.tokens = tokens;
    return party;
  }
  if (const std::size_t shared = known ? shared_head(clauses, group) : Clauses::none; shared != Clauses::none) {
    EventParty party = named(mention, EventParty::Kind::people);
    party.kind = EventParty::Kind::people;
    party.words = party.tokens = tokens;
    party.head = clauses[shared].end - 1;
    party.tail = {party.head, clauses[shared].end};
    return party;
  }
  if (known && cast_.mentions[static_cast<std::size_t>(mention)].tokens.end == tokens.end) {
    EventParty party = named(mention, EventParty::Kind::named);
    if (party.tokens.first > tokens.first) party.tokens.first = tokens.first;
    return party;
  }
  if (known && document_.is(clauses[group.head], class_id::PLACE_NAME) && !clauses.is(group.head + std::size_t{1}, mark_genitive)) {
    EventParty place = named(mention, EventParty::Kind::named);  // "Enga province"
    if (place.kind == EventParty::Kind::place && place.tokens.first == tokens.first) {
      place.tokens = tokens;
      return place;
    }
  }
  if (document_.is(clauses[group.head], class_id::CURRENCY)) {  // "150,000 Egyptian pounds"
    EventParty party;
    party.kind = EventParty::Kind::thing;
    party.tokens = party.words = tokens;
    party.head = tokens.end - 1;
    return party;
  }
  const std::size_t behind = group.head + std::size_t{1};
  // "a wildfire north | of Athens": where it is, not of what it is
  const bool beyond =
      document_.is(clauses[group.head], class_id::DIRECTION) && tokens.end > tokens.first + 1 && document_.is_at(tokens.end - 2, class_id::NOUN);
  const bool of = depth < deepest && !beyond && clauses.is(behind, mark_genitive) && clauses.is(behind + 1, mark_noun);
  if (of && !clauses.is(group.head, mark_animate | mark_name) && is_share(clauses[group.head])) {
    EventParty whole = this->party(clauses, clauses.groups_from(behind + 1)[0], depth + 1);
    if (whole.kind >= EventParty::Kind::people) return whole;
  }
  if (depth < deepest && document_.is(clauses[group.head], class_id::SPOKESPERSON) && clauses.is(behind, mark_preposition) &&
      clauses.is(behind + 1, mark_noun)) {
    EventParty whose = this->party(clauses, clauses.group_from(behind + 1), depth + 1);  // "a spokesman for the ministry"
    if (whose.kind == EventParty::Kind::named && whose.actor != 0) {
      whose.tokens = {tokens.first, std::max(tokens.end, whose.tokens.end)};
      return whose;
    }
  }
  if (clauses.is(group.head, mark_animate | mark_name) || (clauses.is(group.head, mark_counted) && of && is_share(clauses[group.head]))) {
    EventParty party;
    party.kind = EventParty::Kind::people;
    Stretch whole = tokens;
    if (of) whole.end = clauses.tokens(clauses.groups_from(behind + 1)[0]).end;
    const std::int32_t inside = cast_.mention_in(whole);
    if (inside >= 0) party.actor = cast_.mentions[static_cast<std::size_t>(inside)].row.actor;
    party.possessed = party.actor == 0 && document_.is_at(tokens.first, class_id::POSSESSIVE);
    party.tokens = with_phrases(clauses, group);
    party.words = without_determiners(whole);
    party.head = clauses.tokens(group).end - 1;
    return party;
  }
  if (of && document_.is(clauses[group.head], class_id::PLACE_NOUN)) {
    EventParty place = this->party(clauses, clauses.group_from(behind + 1), depth + 1);  // "the Ukrainian city of Kremenchuk"
    if (place.kind == EventParty::Kind::place || place.kind == EventParty::Kind::named) {
      if (known) place.kind = EventParty::Kind::holder;  // whose it is, is told: somebody's town suffers
      place.tokens = {tokens.first, std::max(tokens.end, place.tokens.end)};
      return place;
    }
  }
  if (known) {
    EventParty party = named(mention, EventParty::Kind::holder);
    if (const std::uint32_t holders = holders_end(tokens.first, party.tokens.first); holders != 0 && party.kind == EventParty::Kind::holder) {
      party.kind = EventParty::Kind::people;
      party.actor = 0;
      party.tokens = {tokens.first, holders};
      party.words = without_determiners(party.tokens);
      party.head = holders - 1;
      return party;
    }
    party.head = tokens.end - 1;
    if (party.kind == EventParty::Kind::holder) return party;
  }
  if (of) {
    EventParty inner = this->party(clauses, clauses.groups_from(behind + 1)[0], depth + 1);
    if (inner.kind >= EventParty::Kind::place) {
      if (inner.kind == EventParty::Kind::named) inner.kind = EventParty::Kind::holder;
      return inner;
    }
  }
  EventParty party;
  // "thousands marched": people, where nothing is counted
  const bool crowd = !of && clauses.is(group.head, mark_counted) && group.first == group.head && document_.is_at(tokens.end - 1, class_id::MULTITUDE);
  party.kind = crowd ? EventParty::Kind::people : EventParty::Kind::thing;
  party.tokens = tokens;
  party.words = without_determiners(tokens);
  party.head = tokens.end - 1;
  return party;
}

// "demonstrators waving Russian flags": a name behind a participle is what the first words hold, not whose they are. Where
// these end; 0 where there is no participle.
std::uint32_t EventParties::holders_end(std::uint32_t first, std::uint32_t name) const {
  for (std::uint32_t token = first + 1; token < name; ++token) {
    if (document_.is_at(token, class_id::VERB_ING) && document_.is_at(token - 1, class_id::NOUN_PLURAL)) return token;
  }
  return 0;
}

EventParty EventParties::owner_of(const Clauses& clauses, Group group) const {
  const Stretch tokens = clauses.tokens(group);
  constexpr std::uint32_t most = 6;
  for (std::uint32_t token = tokens.first; token < std::min(tokens.end, tokens.first + most);) {
    const Element* const word = document_.word_at(token);
    if (word == nullptr || word->end >= tokens.end) break;
    token = word->end;
    const lexicon::ClassSet& classes = document_.grammar->lexicon().classes(word->set);
    if (classes.has(class_id::ADJECTIVE)) continue;  // "military aid" is nobody's
    if (!classes.has(class_id::INSTITUTION) && !classes.has(class_id::GROUP_NOUN) && !classes.has(class_id::PERSON_NOUN) && !classes.has(class_id::ACTOR_NOUN))
      continue;
    EventParty party;
    party.kind = EventParty::Kind::holder;
    party.tokens = Document::stretch(*word);
    party.words = party.tokens;
    party.head = party.tokens.first;
    return party;
  }
  return {};
}

EventParty EventParties::seat_of(const Clauses& clauses, Group group) const {
  const std::int32_t mention = cast_.mention_in(clauses.tokens(group));
  if (mention < 0) return {};
  EventParty party = named(mention, EventParty::Kind::holder);
  const bool owns = party.tokens.first == clauses.tokens(group).first && document_.is_at(party.tokens.end, class_id::CLITIC);
  return party.kind == EventParty::Kind::place && owns ? party : EventParty{};
}

EventParty EventParties::resolved(const Clauses& clauses, Group group, std::size_t at, int depth) const {
  EventParty party = this->party(clauses, group);
  if (party.possessed) {
    std::size_t told = clauses.reporting_verb(at);  // else whom the clause before is about: "Norway has agreed, but its ships"
    const bool own = document_.is(clauses[group.head], class_id::ACTOR_NOUN) || document_.is(clauses[group.head], class_id::TROOPS);  // not "its ally"
    if (own && told == Clauses::none) told = clauses.verb_before(group.first, true);
    const Groups owners = told == Clauses::none ? Groups{} : clauses.subjects(told);
    if (!owners.empty() && owners[0].head != group.head) party.actor = this->party(clauses, owners[0]).actor;
    return party;
  }
  if (party.kind == EventParty::Kind::people || document_.is(clauses[group.head], class_id::SPOKESPERSON)) {
    EventParty name = name_beside(clauses, group);
    if (name.actor != 0) return name;
    name = body_beside(clauses, group);
    return name.actor != 0 ? name : party;
  }
  if (EventParty name = party.kind == EventParty::Kind::pronoun ? EventParty{} : body_beside(clauses, group); name.actor != 0) return name;
  if (party.kind == EventParty::Kind::named && clauses.is(group.head, mark_pronoun) && is_one(clauses[group.head]) && depth == 0) {
    EventParty speaker = speaker_before(clauses, group);
    if (speaker.actor == 0) return party;
    speaker.tokens = party.tokens;
    return speaker;
  }
  if (party.kind != EventParty::Kind::pronoun || is_indefinite(clauses[group.head])) return party;
  const std::size_t report = clauses.reporting_verb(at);
  if (report == Clauses::none) return speaker_of(clauses, group, party);
  const Groups speakers = clauses.subjects(report);
  if (speakers.empty() || speakers[0].head == group.head || depth >= 3) return party;
  EventParty speaker = resolved(clauses, speakers[0], report, depth + 1);
  const Element& who = clauses[speakers[0].head];
  const bool person = is_person(speaker) || document_.is(who, class_id::ROLE) || document_.is(who, class_id::PERSON_NOUN) || document_.is(who, class_id::TITLE);
  const bool many = document_.is(who, class_id::NOUN_PLURAL) && !document_.is(who, class_id::NOUN_SINGULAR) && clauses.is(speakers[0].head, mark_animate);
  if (many && is_one(clauses[group.head])) return party;      // "the rulers said he had refused"
  if (person && is_thing(clauses[group.head])) return party;  // "Bayramov said it had been broken"
  // "Aragones said the troops were on patrol when they were fired upon"
  for (std::size_t i = report + 1; person && i < group.first && is_many(clauses[group.head]); ++i) {
    if (clauses.is(i, mark_animate) && document_.is(clauses[i], class_id::NOUN_PLURAL)) return this->party(clauses, clauses.group_to(i));
  }
  return speaker;
}

// "Julia Buckley said | she had written", "told the envoy that | he was committed": who says so, where the given name fits.
EventParty EventParties::speaker_before(const Clauses& clauses, Group pronoun) const {
  if (!clauses.is_finite(clauses.after(pronoun.head))) return {};  // not "thanked him"
  std::size_t report = pronoun.first;
  for (int steps = 0; report > 0 && steps < 5; ++steps) {
    --report;
    if (clauses.is(report, mark_report)) break;
    if (clauses.is(report, mark_verb | mark_comma | mark_stop | mark_conjunction) || !clauses.is(report, mark_noun | mark_complementizer)) return {};
  }
  if (!clauses.is(report, mark_report) || !clauses.is_finite(report)) return {};
  const Groups speakers = clauses.subjects(report);
  if (speakers.size() != 1 || clauses.is(speakers[0].head, mark_pronoun)) return {};
  EventParty speaker = this->party(clauses, speakers[0]);
  if (!is_person(speaker)) return {};
  const std::string_view name = cast_.actors[speaker.actor - 1].name;
  const auto given = document_.grammar->lexicon().entry_of(name.substr(0, name.find(' ')), class_id::GIVEN_NAME);
  if (!given || (*given)[lexicon::Column::gender] != cell_of(clauses[pronoun.head], lexicon::Column::gender)) return {};
  return speaker;
}

// What the lexicon says of a pronoun; empty where it says nothing, or the word is none.
std::string_view EventParties::cell_of(const Element& pronoun, lexicon::Column column) const {
  const auto entry = document_.grammar->lexicon().entry(pronoun.word, class_id::PRONOUN);
  return entry ? (*entry)[column] : std::string_view{};
}

// Is a pronoun "anyone", "itself": nobody of those who speak?
bool EventParties::is_indefinite(const Element& pronoun) const {
  if (document_.is(pronoun, class_id::REFLEXIVE)) return true;
  return cell_of(pronoun, lexicon::Column::gender) == "u" && cell_of(pronoun, lexicon::Column::number) == "s";
}

// Is a pronoun "it"?
bool EventParties::is_thing(const Element& pronoun) const { return cell_of(pronoun, lexicon::Column::gender) == "n"; }

// Is a pronoun "he" or "she"?
bool EventParties::is_one(const Element& pronoun) const {
  const std::string_view gender = cell_of(pronoun, lexicon::Column::gender);
  return (gender == "m" || gender == "f") && cell_of(pronoun, lexicon::Column::number) == "s";
}

// Is a pronoun "they"?
bool EventParties::is_many(const Element& pronoun) const {
  return cell_of(pronoun, lexicon::Column::number) == "p" && !document_.is(pronoun, class_id::FIRST_PERSON);
}

bool EventParties::is_person(const EventParty& party) const { return party.actor != 0 && cast_.actors[party.actor - 1].kind == ActorKind::person; }

bool EventParties::is_crowd(const EventParty& party) const {
  const Element* const head = party.kind == EventParty::Kind::people ? document_.word_at(party.head) : nullptr;
  if (head == nullptr) return false;
  const lexicon::ClassSet& classes = document_.grammar->lexicon().classes(head->set);
  if (classes.has(class_id::MULTITUDE)) return true;
  static constexpr lexicon::ClassSet persons = lexicon::set_of({class_id::PERSON_NOUN, class_id::PRIVATE_PERSON, class_id::VICTIM});
  static constexpr lexicon::ClassSet publics =
      lexicon::set_of({class_id::ROLE, class_id::TITLE, class_id::ACTOR_NOUN, class_id::INSTITUTION, class_id::PUBLIC_PERSON});
  return classes.has(class_id::NOUN_PLURAL) && classes.meets(persons) && !classes.meets(publics);
}

bool EventParties::holds_office(const EventParty& party) const { return party.actor != 0 && !cast_.actors[party.actor - 1].role.empty(); }

// "“We condemn the attack,” Kanaani said": we are whoever speaks.
EventParty EventParties::speaker_of(const Clauses& clauses, Group group, EventParty party) const {
  if (!document_.is(clauses[group.head], class_id::FIRST_PERSON)) return party;
  const Id quote = quote_around(quotes_, clauses.tokens(group));
  if (quote == 0 || quotes_[quote - 1].row.speaker_actor == 0) return party;
  party.kind = EventParty::Kind::named;
  party.actor = quotes_[quote - 1].row.speaker_actor;
  return party;
}

// "the separatist group | Eta", "the country's leading newspaper, | The Post,": the body that the words before its name describe.
EventParty EventParties::body_beside(const Clauses& clauses, Group group) const {
  const Element& head = clauses[group.head];
  const bool describes = (document_.is(head, class_id::INSTITUTION) || document_.is(head, class_id::GROUP_NOUN) || document_.is(head, class_id::MEDIUM)) &&
                         document_.is(head, class_id::NOUN_SINGULAR) && !clauses.is(group.head, mark_name | mark_counted);
  if (!describes) return {};
  const std::size_t next = group.head + std::size_t{1};
  const std::size_t at = clauses.is(next, mark_comma) ? next + 1 : next;
  if (!clauses.is(at, mark_name)) return {};
  const Group beside = clauses.group_from(at);
  const std::size_t behind = beside.head + std::size_t{1};
  if (clauses.is_finite(behind) || (at != next && !clauses.is(behind, mark_comma | mark_stop))) return {};
  if (at != next && clauses.is(behind + 1, mark_conjunction)) return {};  // "the ministry, CNN, and the palace": a list
  EventParty name = party(clauses, beside);
  const ActorKind kind = name.actor == 0 ? ActorKind::person : cast_.actors[name.actor - 1].kind;
  return name.kind == EventParty::Kind::named && (kind == ActorKind::organization || kind == ActorKind::group) ? name : EventParty{};
}

// "the spokesperson for the ministry, Nasser Kanaani,": the person of that office.
EventParty EventParties::name_beside(const Clauses& clauses, Group group) const {
  std::size_t i = group.head + std::size_t{1};
  while (clauses.is(i, mark_preposition) && clauses.is(i + 1, mark_noun)) i = clauses.group_from(i + 1).head + std::size_t{1};
  if (!clauses.is(i, mark_comma) || !clauses.is(i + 1, mark_name) || clauses.is(group.head, mark_counted)) return {};
  const Group beside = clauses.group_from(i + 1);
  if (!clauses.is(beside.head + std::size_t{1}, mark_comma | mark_stop) || !document_.is(clauses[beside.head], class_id::PERSON)) return {};
  return this->party(clauses, beside);
}

}  // namespace gazette::facts

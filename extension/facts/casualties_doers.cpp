#include "facts/casualties_doers.h"

#include <algorithm>

#include "lexicon/classes.h"

namespace gazette::facts {

namespace class_id = lexicon::class_id;

void ClaimDoers::tell(const Clause& clause, std::size_t agent, std::size_t harm, FoundCasualty& claim) const {
  Casualty& row = claim.row;
  set(clause, agent, row);
  if (!is_open(row)) return;
  constexpr std::size_t reach = 10;  // elements; twice as many with an aside
  for (std::size_t i = harm + 1; i + 1 < clause.size() && i < harm + 2 * reach;) {
    if (clause.transparent(i) && !clause.is(i, class_id::SUBORDINATOR)) {
      ++i;
      continue;
    }
    // "were killed | and six wounded in a strike"
    const bool harmed = clause.is(i + 2, class_id::HARM_VERB) || clause.is(i + 2, class_id::HARM_ADJECTIVE);
    if ((clause.is(i, class_id::CONJUNCTION) || clause.is(i, class_id::COMMA)) && clause.is(i + 1, class_id::COUNTED) && harmed) {
      i += 3;
      continue;
    }
    // "were killed, including two children, | when rebels shelled the town"
    if (clause.is(i, class_id::COMMA) && clause.is(i + 1, class_id::PARTITIVE)) {
      std::size_t close = i + 2;
      while (close < clause.size() && close < i + reach && !clause.is(close, class_id::COMMA)) ++close;
      if (!clause.is(close, class_id::COMMA)) return;
      i = close + 1;
      continue;
    }
    if (!clause.is(i + 1, class_id::NOUN_GROUP) || clause.is(i, class_id::PARTITIVE)) return;
    const bool opens = clause.is(i, class_id::DEED_CLAUSE);
    const std::size_t verb = opens ? clause.behind_complements(i + 1) : Clause::none;
    if (verb < clause.size() && clause.is(verb, class_id::VERB_GROUP)) {
      // "ten rebels died when the group attacked a camp": they did it themselves
      const bool among = claim.victims.perpetrator || claim.victims.kind == "militant";
      if (!among && clause.is(verb, class_id::ACTIVE) && !clause.is(verb, class_id::GERUND)) set_subject(clause, i + 1, verb, row);
      return;
    }
    if (!clause.is(i, class_id::PREPOSITION) || clause.is(i, class_id::AGENT_MARK)) return;
    if (is_attack(clause[i + 1])) return set_attack(clause, i + 1, row);
    i = clause.behind_complements(i + 1);
  }
}

void ClaimDoers::tell_claimed(std::vector<FoundCasualty>& claims) const {
  constexpr std::uint32_t reach = 4;  // sentences
  std::size_t first = 0;              // of the claims within reach
  std::size_t end = 0;
  const auto count = static_cast<std::uint32_t>(document_.sentences.size());
  for (std::uint32_t sentence = claims.empty() ? count : claims.front().row.sentence - 1; sentence < count && first < claims.size(); ++sentence) {
    document_.pause();
    while (end < claims.size() && claims[end].row.sentence <= sentence + 1) ++end;
    while (first < end && claims[first].row.sentence + reach < sentence + 1) ++first;
    if (first == end || !holds_word(document_, sentence, class_id::OWN_UP_NOUN)) continue;
    const Clause clause(document_, document_.plain_tape(sentence));
    const std::size_t who = claimer_of(clause);
    Casualty told;
    if (who != Clause::none) set(clause, who, told);
    for (std::size_t i = first; i < end && !told.perpetrator.empty(); ++i) {
      FoundCasualty& claim = claims[i];
      const bool near = document_.sentences[claim.row.sentence - 1].paragraph + 1 >= document_.sentences[sentence].paragraph;
      if (!near || !is_open(claim.row) || claim.elsewhere || claim.victims.perpetrator) continue;
      claim.row.perpetrator = told.perpetrator;
      claim.row.perpetrator_actor = told.perpetrator_actor;
    }
  }
}

// Who "claimed responsibility (for the attack)": not "no group", nor for another attack.
std::size_t ClaimDoers::claimer_of(const Clause& clause) const {
  for (std::size_t i = 1; i < clause.size(); ++i) {
    if (!clause.is(i, class_id::OWN_UP_NOUN) || document_.is_at(clause[i].first, class_id::NEGATION)) continue;
    const std::size_t verb = i - 1;
    if (!clause.is(verb, class_id::OWN_UP_VERB) || !clause.is(verb, class_id::VERB_GROUP) || clause.is(verb, class_id::NEGATED)) continue;
    if (clause.is(verb, class_id::MODALITY) || clause.is(verb, class_id::INFINITIVE)) continue;
    const bool other = clause.is(i + 1, class_id::PREPOSITION) && clause.is(i + 2, class_id::NOUN_GROUP) && !is_definite(clause[i + 2]) &&
                       !clause.is(i + 2, class_id::PERSONAL);
    const std::size_t who = clause.subject(verb);
    if (other || who == Clause::none || document_.is_at(clause[who].first, class_id::NEGATION)) continue;
    return who;
  }
  return Clause::none;
}

// A group as a perpetrator or a cause.
void ClaimDoers::set(const Clause& clause, std::size_t group, Casualty& row) const {
  if (group == Clause::none) return;
  const auto is_cause = [&](std::size_t at) {
    return clause.is(at, class_id::CAUSE) || clause.is(at, class_id::WEAPON) || clause.is(at, class_id::EVENT_NOUN);
  };
  if (is_cause(group)) {
    row.cause = document_.words_of(Document::stretch(clause[group]));
    // "shelling by Afghan forces": whose deed it was
    if (clause.is(group + 1, class_id::AGENT_MARK) && clause.is(group + 2, class_id::NOUN_GROUP)) group += 2;
  }
  const bool cause = is_cause(group);
  const Element& element = clause[group];
  const Stretch tokens = Document::stretch(element);
  const std::int32_t index = cast_.mention_in(tokens);
  const FoundMention* const mention = index < 0 ? nullptr : &cast_.mentions[static_cast<std::size_t>(index)];
  const Id actor = mention == nullptr ? 0 : mention->row.actor;
  const bool named = actor != 0 && mention->tokens.end == tokens.end && cast_.actors[actor - 1].kind != ActorKind::place;
  if (named || (cause && actor != 0 && is_by_modifier(element, *mention))) {  // "a Turkish drone strike"
    row.perpetrator = cast_.name_of(actor);
  } else if (!cause && !clause.is(group, class_id::PERSONAL) && (is_people(element) || clause.is(group, class_id::INSTITUTION))) {
    row.perpetrator = document_.words_without_opening(tokens);
  }
  if (actor != 0) row.perpetrator_actor = actor;
}

// Whose an attack is: "a Russian strike", "an attack, reportedly carried out by the Taliban", "the attack" that was told.
void ClaimDoers::set_attack(const Clause& clause, std::size_t attack, Casualty& row) const {
  set(clause, attack, row);
  if (!row.perpetrator.empty()) return;
  std::size_t by = attack + 1;
  while (by < clause.size() && (clause.is(by, class_id::COMMA) || clause.transparent(by) || clause.is_bare_participle(by))) ++by;
  if (by > attack + 1 && clause.is(by, class_id::AGENT_MARK) && clause.is(by + 1, class_id::NOUN_GROUP)) set(clause, by + 1, row);
  if (row.perpetrator.empty() && is_told_deed(clause[attack])) set_before(document_.sentence_of(clause[attack].first), row);
}

// Who attacks as the subject of a verb: somebody, or the one whose weapon it is; not the train that hit a bus.
void ClaimDoers::set_subject(const Clause& clause, std::size_t group, std::size_t verb, Casualty& row) const {
  if (!attacks(clause, verb)) return;
  const bool somebody = is_people(clause[group]) || clause.is(group, class_id::COUNTRY_NAME) || clause.is(group, class_id::GROUP_NAME);
  if (somebody || is_means(clause[group]) || !clause.is(verb, class_id::HIT_VERB)) set(clause, group, row);
}

// "The RSF shelled a market. Ten died in the attack": who did what the sentences before of the same paragraph tell.
void ClaimDoers::set_before(std::uint32_t sentence, Casualty& row) const {
  constexpr std::uint32_t sentences = 2;
  constexpr std::size_t most = 60;  // elements of a sentence
  const std::uint32_t paragraph = document_.sentences[sentence].paragraph;
  for (std::uint32_t back = 1; back <= sentences && back <= sentence; ++back) {
    if (document_.sentences[sentence - back].paragraph != paragraph) return;
    const Clause clause(document_, document_.plain_tape(sentence - back));
    for (std::size_t i = std::min(most, clause.size()); i-- > 0;) {
      const bool noun = clause.is(i, class_id::NOUN_GROUP) && is_attack(clause[i]);
      const std::size_t who = clause.is(i, class_id::VERB_GROUP) ? doer_of(clause, i) : Clause::none;
      Casualty told;
      if (noun) set(clause, i, told);
      if (who != Clause::none) set_subject(clause, who, i, told);
      if (told.perpetrator.empty()) continue;
      row.perpetrator = std::move(told.perpetrator);
      row.perpetrator_actor = told.perpetrator_actor;
      return;
    }
  }
}

// Who did what a verb tells as done, or as what somebody is accused of: "shelled the market", "accused the RSF of shelling it";
// not "has not shelled", "threatened to attack".
std::size_t ClaimDoers::doer_of(const Clause& clause, std::size_t verb) const {
  if (clause.is(verb, class_id::NEGATED) || clause.is(verb, class_id::MODALITY) || clause.is(verb, class_id::FUTURE) || clause.is(verb, class_id::INFINITIVE))
    return Clause::none;
  if (clause.is(verb, class_id::PASSIVE)) return clause.agent(verb);
  if (clause.is(verb, class_id::GERUND))
    return verb > 1 && clause.is(verb - 1, class_id::OF_MARK) && clause.is(verb - 2, class_id::NOUN_GROUP) ? verb - 2 : Clause::none;
  // a participle without an object is a passive: "two men shot in Gao"
  return clause.is_bare_participle(verb) && clause.object(verb) == Clause::none ? Clause::none : clause.subject(verb);
}

// "an Israeli strike", "RSF shelling", "Pakistani artillery", but "a UN convoy attack", "a Pakistani mosque bombing": an armed
// group's, or a country's where its adjective stands right before the deed, or the deed is one of armies.
bool ClaimDoers::is_by_modifier(const Element& deed, const FoundMention& mention) const {
  const ActorKind kind = cast_.actors[mention.row.actor - 1].kind;
  const bool group = kind == ActorKind::group;
  if (!group && (kind != ActorKind::country || mention.row.form != MentionForm::demonym)) return false;
  if (is_means(deed)) return true;
  if (!is_attack(deed) || is_lasting(deed)) return false;
  if (group) return true;
  if (mention.tokens.end + 1 == deed.end) return true;
  const auto entry = document_.grammar->lexicon().entry(deed.word, class_id::EVENT_NOUN);
  const std::string_view mode = (*entry)[lexicon::Column::mode];
  return mode == "aerial" || mode == "heavy-weapons";
}

// Does a verb tell an attack by one side: "shelled", "opened fire", "shot at"; not "clashed", nor "left"?
bool ClaimDoers::attacks(const Clause& clause, std::size_t verb) const {
  if (clause.is(verb, class_id::MUTUAL_VERB)) return false;
  bool some = false;   // with the words that a frame asks
  bool alone = false;  // whatever follows it
  document_.grammar->lexicon().each_entry(clause[verb].word, [&](const lexicon::Entry& entry, std::uint8_t) {
    if (!entry.is(class_id::EVENT_VERB) || !is_attack(entry)) return;
    some = true;
    alone |= entry[lexicon::Column::frame].empty();
  });
  const std::size_t object = clause.object(verb);
  if (alone || (some && object != Clause::none && is_attack(clause[object]))) return true;
  if (!clause.is(verb, class_id::ATTACK_VERB)) return false;
  if (object == Clause::none) return clause.is(verb + 1, class_id::LOCATIVE) || clause.is(verb + 1, class_id::PLACE_PREPOSITION);  // "shot at", "fired into"
  return is_means(clause[object]) || (clause.is(object, class_id::CAUSE) && !clause.is(object + 1, class_id::NOUN_GROUP));
}

bool ClaimDoers::is_attack(const lexicon::Entry& entry) {
  const std::string_view type = entry[lexicon::Column::type];
  return type == "ASSAULT" || type == "COERCE";
}

bool ClaimDoers::is_attack(const Element& noun) const {
  bool any = false;
  document_.grammar->lexicon().each_entry(noun.word,
                                          [&](const lexicon::Entry& entry, std::uint8_t) { any |= entry.is(class_id::EVENT_NOUN) && is_attack(entry); });
  return any;
}

bool ClaimDoers::is_people(const Element& noun) const {
  return document_.is(noun, class_id::VICTIM) || document_.is(noun, class_id::GROUP_NOUN) || document_.is(noun, class_id::PERSON_NOUN);
}

bool ClaimDoers::is_means(const Element& noun) const { return document_.is(noun, class_id::WEAPON) || document_.is(noun, class_id::ARMAMENT); }

// "the attack", "that raid": one that was told.
bool ClaimDoers::is_told_deed(const Element& noun) const {
  if (is_lasting(noun)) return false;  // "in the fighting": of both sides
  return noun.end == noun.first + 2 && is_definite(noun);
}

bool ClaimDoers::is_definite(const Element& noun) const {
  return document_.is_at(noun.first, class_id::DEFINITE) || document_.is_at(noun.first, class_id::DEMONSTRATIVE);
}

// Somebody did it, and who did is still to be told.
bool ClaimDoers::is_open(const Casualty& row) { return row.perpetrator.empty() && row.figure.bound != "none" && row.harm != "missing"; }

// "the war", "the fighting"; "the strike" kills at once
bool ClaimDoers::is_lasting(const Element& noun) const { return document_.is(noun, class_id::LASTING_NOUN) && !document_.is(noun, class_id::HIT_VERB); }

}  // namespace gazette::facts

#include "facts/casualties_predicates.h"

#include "lexicon/classes.h"

namespace gazette::facts {

namespace class_id = lexicon::class_id;

// "a husband and | wife", "the mother and | son", "ambush on team: driver and midwife killed, doctor shot"
bool lacks_article(const Clause& clause, std::size_t at) {
  if (at == 1 && (clause.is(0, class_id::UNKNOWN_NAME) || clause.is(0, class_id::ORGANIZATION_NAME)) && clause.is(at, class_id::NOUN_SINGULAR))
    return true;  // "NSCN-K | cadre killed"
  const auto one = [&](std::size_t group) {
    return clause.is(group, class_id::NOUN_GROUP) && clause.is(group, class_id::NOUN_SINGULAR) && !clause.is(group, class_id::NOUN_PLURAL) &&
           (clause.is(group, class_id::KINSHIP) || clause.is(group, class_id::PERSON_NOUN) || clause.is(group, class_id::VICTIM));
  };
  if (at == 0 || !one(at)) return false;
  // "killing driver and injuring passenger", "shot and killed local doctor"
  if (clause.is(at - 1, class_id::HARM_VERB) && clause.is(at - 1, class_id::VERB_GROUP) && !clause.is(at - 1, class_id::PASSIVE)) return true;
  const auto joined = [&](std::size_t conjunction) { return clause.is(conjunction, class_id::CONJUNCTION); };
  if ((joined(at - 1) && at > 1 && one(at - 2)) || (joined(at + 1) && one(at + 2))) return true;
  if (joined(at - 1) && at > 1 && clause.is(at - 2, class_id::NUMBERED_NOUN)) return true;  // "his parents and | sister"
  if (clause.is(at - 1, class_id::RELATIVE)) return true;                                   // "a boy whose | mother is missing"
  const bool whose = clause.is(0, class_id::CORPSE) || clause.is(0, class_id::KINSHIP);
  if (at == 2 && whose && clause.is(1, class_id::OF_MARK) && clause[0].end == clause[0].first + 1) return true;  // "Body of | man found"
  const auto harmed = [&](std::size_t harm) {
    if (clause.is(harm, class_id::HARM_ADJECTIVE) && !clause.is(harm, class_id::NOUN_GROUP)) return true;
    return clause.is(harm, class_id::HARM_VERB) && clause.is_bare_participle(harm) && !clause.is(harm, class_id::GERUND);
  };
  // "nurse dead, driver in coma", "guard killed and porter wounded"
  std::size_t before = at - 1;
  while (before > 0 && clause.is(before, class_id::ORGANIZATION_NAME)) --before;  // "UNHCR | officer wounded"
  const bool opens = clause.is(before, class_id::COLON) || clause.is(before, class_id::COMMA) || clause.is(before, class_id::SEMICOLON) ||
                     (joined(before) && before > 0 && harmed(before - 1));
  return opens && harmed(at + 1);
}

// "pulled out a gun and shot": of two predicates the second is as active as the first.
bool follows_active(const Clause& clause, std::size_t at) {
  const std::size_t verb = verb_before(clause, at);
  return verb != Clause::none && clause.is(verb, class_id::ACTIVE) && !clause.is(verb, class_id::COPULA) && !clause.is(verb, class_id::HARM_VERB) &&
         clause.object(verb) != Clause::none && clause.object(verb) == verb + 1;
}

// "Two guards poisoned and then shot and killed eight colleagues": of predicates side by side the last has the object of all.
bool precedes_active(const Clause& clause, std::size_t at) {
  constexpr std::size_t most = 3;
  for (std::size_t verbs = 0; verbs < most; ++verbs) {
    while (clause.transparent(++at)) {
    }
    if (!clause.is(at, class_id::CONJUNCTION)) return false;
    while (clause.transparent(++at)) {
    }
    if (!clause.is(at, class_id::HARM_VERB) || !clause.is_bare_participle(at) || clause.is(at, class_id::GERUND)) return false;
    if (clause.object(at) == at + 1 && !clause.is(at + 2, class_id::HARM_VERB)) return true;
  }
  return false;
}

// "the first of nine babies | died", "the youngest of the victims | died": one of them, whoever it is.
bool is_of_one(const Clause& clause, std::size_t at) {
  std::size_t last = at;
  while (last > 0 && clause.transparent(last - 1)) --last;
  if (last < 3 || !clause.is(last - 1, class_id::NOUN_GROUP) || !clause.is(last - 2, class_id::OF_MARK)) return false;
  const std::size_t one = last - 3;
  if (clause.is(one, class_id::NOUN_GROUP)) return clause.is(one, class_id::UNKNOWN) && !clause.is(one, class_id::NOUN);
  return one > 0 && (clause.is(one, class_id::ORDINAL) || clause.is(one, class_id::ADJECTIVE)) && clause.is(one - 1, class_id::DEFINITE);
}

bool is_finite(const Clause& clause, std::size_t at) {
  const std::size_t subject = clause.subject(at);
  if (subject == Clause::none || subject == 0) return false;
  if (!clause.is(subject - 1, class_id::SUBORDINATOR) || clause.is(subject - 1, class_id::PREPOSITION)) return false;
  for (std::size_t i = at + 1; i < clause.size(); ++i) {
    if (clause.is(i, class_id::VERB_GROUP) && !clause.is(i, class_id::GERUND) && !clause.is(i, class_id::INFINITIVE)) return false;
    if (clause.is(i, class_id::COMMA) || clause.is(i, class_id::SEMICOLON)) break;
  }
  return true;
}

// "3 killed, 5 injured", "3 killed 5 injured": what follows is the subject of the next harm.
// But "shot a man dead".
bool is_clause_of_its_own(const Clause& clause, const Finding& finding, std::size_t object) {
  if (finding.at > 0 && clause.is(finding.at - 1, class_id::RELATIVE)) return false;  // "a man who | shot two people was found dead"
  const std::size_t next = clause.behind_complements(object);
  const bool harm = (clause.is(next, class_id::HARM_VERB) || clause.is(next, class_id::HARM_ADJECTIVE)) && !clause.is(next, class_id::NOUN_GROUP);
  const bool own = next < clause.size() && next == object + 1 && !clause.is(next, class_id::GERUND);  // not "killed eight herders | grazing cattle"
  return !finding.harm.framed && clause.is_bare_participle(finding.at) && own && harm;
}

// "Seven people, the six attackers and a soldier, | were killed"
bool tells_doers(const Document& document, const Clause& clause, std::uint32_t token, std::size_t predicate) {
  constexpr std::size_t reach = 12;
  for (std::size_t i = clause.from_token(token); i < predicate && predicate - i <= reach; ++i) {
    if (clause.is(i, class_id::PERPETRATOR_NOUN) && document.is_at(clause[i].first, class_id::DEFINITE)) return true;
  }
  // "A couple | were found dead in an apparent murder-suicide"
  for (std::size_t i = predicate; i < clause.size() && i - predicate <= reach; ++i) {
    if (clause.is(i, class_id::DOER_DIES)) return true;
  }
  return false;
}

// "Djokovic beat Murray", "beating the favourite, Ana Paz": of one whom the text names another whom it names is the winner.
bool is_contest(const Clause& clause, const Finding& finding, std::size_t agent) {
  if (!clause.is(finding.at, class_id::CONTEST_VERB) || finding.harm.framed) return false;
  const bool passive = clause.is(finding.at, class_id::PASSIVE) || (clause.is_bare_participle(finding.at) && !clause.is(finding.at, class_id::GERUND));
  if (agent == Clause::none) return !passive;
  for (const ClassId id : {class_id::VICTIM, class_id::GROUP_NOUN, class_id::PERSON_NOUN, class_id::FORCE}) {
    if (clause.is(agent, id)) return false;
  }
  return true;
}

}  // namespace gazette::facts

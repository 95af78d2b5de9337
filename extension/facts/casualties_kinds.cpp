#include "facts/casualties_kinds.h"

#include "lexicon/classes.h"

namespace gazette::facts {

namespace class_id = lexicon::class_id;

// "one member of the Coast Guard", "seventeen from the army", "six deaths were of children": who they are stands behind.
// The group that tells it, or none.
std::size_t KindReader::take(const Clause& clause, std::size_t group, Victims& victims) const {
  if (!victims.kind.empty() || victims.actor != 0 || victims.figure.bound == "none") return Clause::none;
  std::size_t at = group + 1;
  if (const std::size_t dead = clause.of_group(group); clause.is(at, class_id::OF_MARK) && dead != Clause::none && is_of_the_harmed(clause, group)) {
    tell_behind(clause, dead + 1, victims);
    return Clause::none;
  }
  // "hundreds of American and coalition soldiers": the noun stands behind the second adjective
  const bool adjective =
      clause.is(group, class_id::DEMONYM) && !clause.is(group, class_id::NATIONALITY_PLURAL) && !victims.singular && clause.is(at, class_id::CONJUNCTION);
  if (adjective && clause.is(at + 1, class_id::VICTIM) && !clause.is(at + 1, class_id::COUNTED)) {
    reader_.describe({victims.tokens.first, clause[at + 1].end}, victims);
    victims.country = {};  // of two countries
    return Clause::none;
  }
  const bool noun_of_harm = clause.is(group, class_id::HARM_NOUN);
  if (noun_of_harm && clause.is(at, class_id::VERB_GROUP) && clause.is(at, class_id::COPULA)) ++at;
  while (clause.is(at, class_id::EACH)) ++at;
  if (!clause.is(at, class_id::OF_MARK) && !clause.is(at, class_id::ORIGIN_MARK)) return Clause::none;
  ++at;
  if (!clause.is(at, class_id::NOUN_GROUP) || clause.is(at, class_id::COUNTED)) return Clause::none;
  return tell(clause, at, noun_of_harm, victims) ? at : Clause::none;
}

// "Two of the dead | were | shoppers", "| were identified as | soldiers"
void KindReader::tell_behind(const Clause& clause, std::size_t verb, Victims& victims) const {
  std::size_t noun = verb + 1;
  if (!clause.is(verb, class_id::COPULA) && !clause.is(verb, class_id::PASSIVE)) return;
  if (clause.is(noun, class_id::PREDICATIVE)) ++noun;
  if (clause.is(noun, class_id::NOUN_GROUP)) reader_.tell_who(clause[noun], victims);
}

bool KindReader::tell(const Clause& clause, std::size_t at, bool noun_of_harm, Victims& victims) const {
  bool tells = noun_of_harm || victims.words.empty();
  reader_.each_word(Document::stretch(clause[at]),
                    [&](const Element& word) { tells |= document_.is(word, class_id::FORCE) || document_.is(word, class_id::ARMED_GROUP); });
  if (!tells) return false;
  Victims whole;
  reader_.describe(Document::stretch(clause[at]), whole);
  if (whole.kind.empty()) return false;
  victims.kind = whole.kind;
  if (victims.country.empty()) victims.country = whole.country;
  if (victims.words.empty()) victims.words = whole.words;
  victims.generic = false;
  return true;
}

// "two each from the army and the police": as many of the second.
void KindReader::add_each(const Clause& clause, std::size_t group, std::size_t body, std::vector<Victims>& all) const {
  if (body == Clause::none || !clause.is(group + 1, class_id::EACH)) return;
  for (const std::size_t next : clause.behind(body, [](std::size_t) { return true; })) {
    Victims more = all.back();
    more.kind = more.country = more.words = {};
    if (!tell(clause, next, false, more)) return;
    more.tokens = Document::stretch(clause[next]);
    all.push_back(more);
  }
}

bool KindReader::is_wounded(const Clause& clause, std::size_t group) const {
  const std::size_t whole = clause.of_group(group);
  const bool of_them = whole != Clause::none && clause.is(whole, class_id::HARM_ADJECTIVE) && document_.is_at(clause[whole].first, class_id::DEFINITE);
  const lexicon::Lexicon& lexicon = document_.grammar->lexicon();
  bool wounded = false;
  reader_.each_word(of_them ? Document::stretch(clause[whole]) : Document::stretch(clause[group]), [&](const Element& word) {
    const auto entry = lexicon.entry(word.word, class_id::HARM_ADJECTIVE);
    wounded |= entry && (*entry)[lexicon::Column::harm] == "injured";
  });
  return wounded;
}

// "three of the wounded", "two of the dead", "one of them"
bool KindReader::is_share(const Clause& clause, std::size_t group) const {
  if (!clause.is(group, class_id::COUNTED)) return false;
  if (is_of_the_harmed(clause, group)) return true;
  if (!clause.is(group + 1, class_id::PARTITIVE) || clause.is(group + 1, class_id::VERB_GROUP) || clause.is(group, class_id::NOUN)) return false;
  // "One of them": of persons told before; not in "90 cases, 12 of them fatal", but in "88 of the injured were moved, 12 of them …"
  constexpr std::size_t opening = 4;
  constexpr std::size_t reach = 12;
  bool told_here = group > opening;
  for (std::size_t i = group > reach ? group - reach : 0; i < group; ++i) {
    if (clause.is(i, class_id::COUNTED) && is_of_the_harmed(clause, i)) return true;
    told_here |= clause.is(i, class_id::NOUN_GROUP);
  }
  return !told_here;
}

bool KindReader::is_of_the_harmed(const Clause& clause, std::size_t group) const {
  bool of = false;  // within one group: "one of the bodies"
  bool of_the = false;
  reader_.each_word(Document::stretch(clause[group]), [&](const Element& word) {
    of_the |= of && document_.is(word, class_id::DEFINITE);
    of = document_.is(word, class_id::OF_MARK);
  });
  if (of_the && (clause.is(group, class_id::CORPSE) || clause.is(group, class_id::HARM_NOUN))) return true;
  // "three of | the | injured"
  if (clause.is(group + 1, class_id::OF_MARK) && clause.is(group + 2, class_id::DEFINITE) && clause.is(group + 3, class_id::HARM_ADJECTIVE)) return true;
  const std::size_t whole = clause.of_group(group);
  if (whole == Clause::none) return false;
  const bool harmed = clause.is(whole, class_id::HARM_ADJECTIVE) || clause.is(whole, class_id::HARM_NOUN);
  return harmed && document_.is_at(clause[whole].first, class_id::DEFINITE);
}

bool KindReader::is_one_more_deed(const Clause& clause, std::size_t group, std::size_t harm, const Victims& victims) const {
  const bool alone = document_.is_at(clause[group].end - 1, class_id::ORDINAL) && victims.words.empty() && group + 1 == harm && group > 0;
  return alone && clause.is(group - 1, class_id::VERB_GROUP) && clause.is(group - 1, class_id::ACTIVE) && !clause.is(group - 1, class_id::FIND_VERB) &&
         !clause.is(group - 1, class_id::LEAVE_VERB) && !clause.is(group - 1, class_id::REPORT_VERB);
}

bool KindReader::is_asked_for(const Victims& victims) const {
  const std::uint32_t first = victims.tokens.first;
  return first > 0 && document_.is_at(first, class_id::QUANTIFIER) && document_.is_at(first - 1, class_id::QUESTION_WORD);
}

std::string_view KindReader::side_of(const Clause& clause, std::size_t harm, bool counted) const {
  if (clause.is(harm, class_id::HARM_NOUN) && !clause.is(harm, class_id::COUNTED)) {
    Victims side;
    reader_.describe(Document::stretch(clause[harm]), side);
    return side.country;
  }
  if (!counted || !clause.is(harm, class_id::LOST_MEN) || harm < 2 || !clause.is(harm - 1, class_id::VERB_GROUP)) return {};
  const std::size_t loser = clause.subject(harm - 1);
  const Id actor = loser == Clause::none ? 0 : reader_.actor_of(clause[loser]);
  return actor == 0 ? std::string_view{} : reader_.country_of(actor);
}

}  // namespace gazette::facts

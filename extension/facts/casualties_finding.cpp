#include "facts/casualties_finding.h"

#include "lexicon/classes.h"

namespace gazette::facts {

using cascade::Capture;
using cascade::Match;
using cascade::StageId;
namespace class_id = lexicon::class_id;

std::size_t verb_before(const Clause& clause, std::size_t at) {
  std::size_t i = at;
  while (i > 0 && clause.transparent(i - 1)) --i;
  if (i == 0 || !clause.is(i - 1, class_id::CONJUNCTION)) return Clause::none;
  constexpr std::size_t reach = 12;
  for (std::size_t verb = i - 1; verb-- > 0 && i - verb < reach;) {
    if (clause.is(verb, class_id::SEMICOLON)) break;
    if (clause.is(verb, class_id::VERB_GROUP)) return verb;
  }
  return Clause::none;
}

FindingReader::FindingReader(const Document& document, const VictimReader& reader)
    : document_(document), stage_(document.grammar->stage(StageId::casualties)), reader_(reader), harms_(document) {
  harm_ = stage_.capture_or_none("harm");
  other_ = stage_.capture_or_none("other");
  injury_ = stage_.capture_or_none("injury");
  hospital_ = stage_.capture_or_none("hospital");
}

// Which harm it is: the word's own, or what the rule says.
std::optional<Harm> FindingReader::harm_of(const Clause& clause, const Match& match, const ToldBefore& before, Finding& finding) const {
  const cascade::Rule& rule = stage_.rule(match.rule);
  const std::string_view as = rule.setting("harm");
  if (as == "nothing") return std::nullopt;
  const double strength = rule.setting("weak").empty() ? 0.9 : 0.6;
  if (as == "before") {
    // "90 were wounded, as were seventeen soldiers": the harm that the sentence told last
    if (!before.here) return std::nullopt;
    // "16 died, including two in Gao and one in Kidal", "16 died – 13 in Gao, one in Kidal"
    for (std::size_t i = 0; i < finding.at && !rule.setting("beside").empty(); ++i) {
      if (clause.is(i, class_id::PARTITIVE) || clause.is(i, class_id::DASH) || clause.is(i, class_id::COLON) || clause.is(i, class_id::OPEN_BRACKET))
        return std::nullopt;
    }
    // "two deaths, one | in Missouri and the other in Arkansas", "27 deaths, with one | in Gao, 11 in Kidal": of those told before
    const std::size_t first = match.begin;
    if (!rule.setting("beside").empty() && first > 1 && clause.is(first - 1, class_id::COUNTED) &&
        (clause.is(first - 2, class_id::PREPOSITION) || (clause.is(first - 2, class_id::COMMA) && !clause.is(first - 1, class_id::NOUN))))
      return std::nullopt;
    finding.status = before.status;
    return Harm{before.harm, before.weak ? 0.8 : 0.9, false};
  }
  if (as == "previous") {  // "34 were killed. Activists put the figure at 51"
    if (!before.near || before.harm.empty()) return std::nullopt;
    return Harm{before.harm, strength, false};
  }
  if (const Capture* const hospital = match.captured(hospital_)) {
    bool cures = false;
    reader_.each_word(Document::stretch(clause[hospital->end - 1]), [&](const Element& word) { cures |= document_.is(word, class_id::HOSPITAL); });
    if (!cures) return std::nullopt;
  }
  if (const Capture* const injury = match.captured(injury_)) {
    // "suffered a burn", "suffered a fatal wound"; not "suffered 20 deaths", nor "suffered two injuries", which counts the
    // injured. The dead have wounds too.
    const std::size_t at = injury->end - 1;
    finding.negated |= reader_.is_none(clause[at]);
    const auto harm = harms_.read(clause[at]);
    if (!harm) return Harm{"injured", strength, false};
    const bool fits = harm->name == "injured" || harm->name == "killed";
    if (!fits || (clause.is(at, class_id::COUNTED) && harm->strength >= sure_harm)) return std::nullopt;
    const bool sure = harm->strength >= sure_harm;
    if (!sure && !as.empty()) return Harm{as, strength, false};  // "were treated for suffocation", of which others die
    return Harm{harm->name, sure ? 0.9 : 0.6, false};
  }
  if (!as.empty()) return Harm{as, strength, false};
  const Element& word = clause[finding.at];
  auto harm = clause.is(finding.at, class_id::HARMED) ? harms_.modifier(word) : harms_.read(word);
  const Capture* const other = match.captured(other_);
  if (harm && other != nullptr) {
    auto second = harms_.read(clause[other->end - 1]);
    if (!second) second = harms_.modifier(clause[other->end - 1]);
    if (second) harm->name = either(harm->name, second->name);
  }
  return harm;
}

// "nearly killed his father-in-law"
bool FindingReader::nearly(const Clause& clause, std::size_t at) const {
  if (clause.is(at, class_id::COUNTED)) return false;  // "nearly 20 deaths"
  bool nearly = at > 0 && clause.is(at - 1, class_id::NEARLY);
  reader_.each_word(Document::stretch(clause[at]), [&](const Element& inner) { nearly |= document_.is(inner, class_id::NEARLY); });
  return nearly;
}

// "capable of killing", "instead of killing", "escaped being killed", "prevented the killing of", "the attempted murder of"
bool FindingReader::is_unreal(const Clause& clause, std::size_t at) const {
  const bool deed = clause.is(at, class_id::HARM_NOUN) && clause.is(at, class_id::NOUN_GROUP);
  const bool gerund = clause.is(at, class_id::GERUND) || (clause.is(at, class_id::PASSIVE) && document_.is_at(clause[at].first, class_id::BEING));
  if (!deed && !gerund) return false;
  bool unreal = false;
  if (deed) reader_.each_word(Document::stretch(clause[at]), [&](const Element& inner) { unreal |= document_.is(inner, class_id::UNREAL); });
  if (unreal) return true;
  std::size_t before = at;
  while (before > 0 && (clause.transparent(before - 1) || clause.is(before - 1, class_id::ARTICLE))) --before;
  const bool linked =
      before > 1 && clause.is(before - 1, class_id::PREPOSITION) && !clause.is(before - 1, class_id::SUBORDINATOR) && !clause.is(before - 1, class_id::UNREAL);
  if (before < (linked ? 2U : 1U)) return false;
  const std::size_t governor = before - (linked ? 2 : 1);
  if (!clause.is(governor, class_id::UNREAL)) return false;
  if (!clause.is(governor, class_id::VERB_GROUP)) return !deed;  // "the threat of killing"; "a plan, the killing of two"
  // "failed to prevent the killing of four", "did not prevent it": it was done
  bool negation = clause.is(governor, class_id::NEGATED) || clause.is(governor, class_id::INFINITIVE);
  reader_.each_word(Document::stretch(clause[governor]), [&](const Element& inner) { negation |= document_.is(inner, class_id::NEGATION); });
  return !negation;
}

std::optional<Finding> FindingReader::read(const Clause& clause, const Match& match, const ToldBefore& before) const {
  Finding finding;
  finding.match = &match;
  finding.at = match.captured(harm_)->end - 1;
  const cascade::Rule& rule = stage_.rule(match.rule);
  finding.name = rule.name;
  const auto harm = harm_of(clause, match, before, finding);
  if (!harm) return std::nullopt;
  finding.harm = *harm;
  const Element& word = clause[finding.at];
  // "three hospitals refused to admit the injured": nobody's state
  const Element* const opening = document_.word_at(word.first);
  const bool predicate =
      !clause.is(finding.at, class_id::NOUN_GROUP) && (clause.is(finding.at, class_id::HARM_ADJECTIVE) || clause.is_bare_participle(finding.at));
  if (predicate && opening != nullptr && word.first > 0 && document_.is_at(word.first - 1, class_id::DEFINITE) &&
      (rule.setting("victims") == "subject" || rule.setting("victims") == "object"))
    return std::nullopt;
  const bool not_found = clause.is(finding.at, class_id::FIND_VERB) && finding.harm.name == "missing";
  finding.negated |= (clause.is(finding.at, class_id::NEGATED) && !not_found) ||
                     (finding.at > 0 && clause.is(finding.at - 1, class_id::NEGATED) && !clause.is(finding.at - 1, class_id::UNREAL));
  finding.self = rule.setting("victims") == "self";
  // "two gunshot wounds" may be one man's; "45 homicides" are rather a year's than the day's, if anything was told before.
  if (finding.self && clause.is(finding.at, class_id::HARM_NOUN) && !reader_.is_none(word)) {
    // "died from multiple injuries"
    const auto several = reader_.count(word);
    if (finding.harm.name == "injured" && finding.at > 0 && clause.is(finding.at - 1, class_id::WOUND_LINK) && several && !several->best) return std::nullopt;
    constexpr double counts_persons = 0.4;
    constexpr double counts_deeds = 0.6;
    if (finding.harm.strength < counts_persons || (finding.harm.strength < counts_deeds && before.any)) return std::nullopt;
  }
  reader_.each_word(Document::stretch(word), [&](const Element& inner) { finding.also |= document_.is(inner, class_id::ALSO); });
  if (nearly(clause, finding.at) || is_unreal(clause, finding.at)) return std::nullopt;
  finding.also |= clause.is(finding.at + 1, class_id::ALSO) || (finding.at > 0 && clause.is(finding.at - 1, class_id::ALSO));
  finding.background = is_ground(clause, finding.at);
  if (finding.self && is_part(clause, finding.at)) return std::nullopt;
  if (clause.is(finding.at, class_id::VERB_GROUP)) {
    bool negation = false;
    bool severely = false;
    reader_.each_word(Document::stretch(word), [&](const Element& inner) {
      negation |= document_.is(inner, class_id::NEGATION);
      severely |= document_.is(inner, class_id::SEVERELY);
    });
    finding.negated |= negation && !not_found;
    if (negation && severely) finding.negated = false;  // "were hit but not seriously hurt"
  }
  if (in_negated_list(clause, finding.at) || is_neither(clause, finding.at)) finding.negated = true;
  if (clause.is(finding.at, class_id::MODALITY)) return std::nullopt;
  if (is_possible(clause, finding.at) || is_asked(clause, finding.at)) return std::nullopt;
  finding.negated |= finding.at > 0 && clause.is(finding.at, class_id::HARM_ADJECTIVE) && clause.is(finding.at - 1, class_id::NEGATION);  // "is not | dead"
  if (clause.is_bare_participle(finding.at) && !clause.is(finding.at, class_id::GERUND)) {
    const std::size_t verb = verb_before(clause, finding.at);  // "could have hit her and killed her"
    if (verb != Clause::none && clause.is(verb, class_id::MODALITY) && clause.object(finding.at) != Clause::none) return std::nullopt;
  }
  // "would displace 40,000 people and | kill 2,000"
  if (clause.is(finding.at, class_id::VERB_BASE) && clause.is(finding.at, class_id::ACTIVE) && !clause.is(finding.at, class_id::VERB_PAST)) {
    const std::size_t verb = verb_before(clause, finding.at);
    if (verb != Clause::none && clause.is(verb, class_id::MODALITY)) return std::nullopt;
  }
  if (clause.is(finding.at, class_id::FUTURE) || is_toll_to_come(clause, finding.at)) finding.status = "expected";
  // "it was feared that | all 3,000 were dead"
  constexpr std::size_t clause_reach = 8;
  for (std::size_t i = finding.at; i-- > 1 && finding.at - i <= clause_reach && !clause.is(i, class_id::COMMA) && !clause.is(i, class_id::SEMICOLON);) {
    // "feared that prices would rise after two were killed", "that the fire that killed two would spread"
    const bool verb = clause.is(i, class_id::VERB_GROUP) && !clause.is(i, class_id::COPULA);
    if (verb || clause.is(i, class_id::SUBORDINATOR) || (clause.is(i, class_id::RELATIVE) && clause.is(i - 1, class_id::NOUN_GROUP))) break;
    if (clause.is(i, class_id::COMPLEMENTIZER) && clause.is(i - 1, class_id::PRESUMED) && clause.is(i - 1, class_id::PASSIVE)) finding.status = "feared";
  }
  for (std::size_t i = finding.at; i-- > 0 && finding.at - i <= 3;) {
    if (clause.is(i, class_id::PRESUMED) && clause.is(i, class_id::VERB_GROUP)) finding.status = "feared";
    if (!clause.transparent(i) && !clause.is(i, class_id::VERB_GROUP)) break;
  }
  if (clause.is(finding.at, class_id::INFINITIVE) && rule.setting("told").empty()) {
    // "to kill" is a purpose; "were said to have died", "is feared to have killed" are told.
    return std::nullopt;
  }
  return finding;
}

// "the toll could rise to 65"
bool FindingReader::is_toll_to_come(const Clause& clause, std::size_t at) const {
  constexpr std::size_t reach = 6;
  if (!clause.is(at, class_id::HARM_NOUN) || clause.is(at, class_id::COUNTED)) return false;
  for (std::size_t i = at + 1; i < clause.size() && i <= at + reach; ++i) {
    if (clause.is(i, class_id::VERB_GROUP)) return clause.is(i, class_id::MODALITY) || clause.is(i, class_id::FUTURE);
  }
  return false;
}

// "could be | dead", "There should have been five people | dead"
bool FindingReader::is_possible(const Clause& clause, std::size_t at) const {
  if (!clause.is(at, class_id::HARM_ADJECTIVE) || clause.is(at, class_id::VERB_GROUP)) return false;
  std::size_t verb = at;
  while (verb > 0 && clause.transparent(verb - 1)) --verb;
  if (verb > 1 && clause.is(verb - 1, class_id::NOUN_GROUP)) --verb;
  if (verb == 0 || !clause.is(verb - 1, class_id::COPULA)) return false;
  return document_.is_at(clause[verb - 1].first, class_id::MODAL);
}

// "It was not clear whether he | was killed or …"
bool FindingReader::is_asked(const Clause& clause, std::size_t at) const {
  // A headline that asks: "Thousands dead in the heat?"
  const bool headline = document_.sentences[document_.sentence_of(clause[0].first)].part == text::Part::headline;
  if (headline && document_.word(clause[clause.size() - 1].first) == "?" && !clause.is(0, class_id::QUESTION_WORD)) return true;
  // "Would two people have died if …?", "Did two men drown?"
  const std::uint32_t first = clause[0].first;
  const bool verb = document_.is_at(first, class_id::MODAL) || document_.is_at(first, class_id::DO) || document_.is_at(first, class_id::HAVE) ||
                    document_.is_at(first, class_id::BE);
  if (verb && clause[0].end == first + 1 && clause.is(1, class_id::NOUN_GROUP) && !clause.is(0, class_id::DATE)) return true;
  constexpr std::size_t reach = 12;
  for (std::size_t i = at; i-- > 0 && at - i <= reach;) {
    if (clause.is(i, class_id::UNSURE)) return true;
    if (clause.is(i, class_id::SEMICOLON) || clause.is(i, class_id::COMMA) || (clause.is(i, class_id::SUBORDINATOR) && !clause.is(i, class_id::PREPOSITION)))
      return false;
  }
  return false;
}

// "neither she nor her boss | was hurt"
bool FindingReader::is_neither(const Clause& clause, std::size_t at) const {
  constexpr std::size_t reach = 4;  // groups: "nor | any of the six guards"
  for (std::size_t i = at; i > 0 && at - i < reach; --i) {
    if (clause.is(i - 1, class_id::NEGATION) && clause.is(i - 1, class_id::CONJUNCTION)) return clause.is(at, class_id::VERB_GROUP);
    if (!clause.is(i - 1, class_id::NOUN_GROUP)) return false;
  }
  return false;
}

// "was not mistreated, tortured or threatened"
bool FindingReader::in_negated_list(const Clause& clause, std::size_t at) const {
  constexpr std::size_t reach = 8;
  if (!clause.is_bare_participle(at)) return false;
  for (std::size_t i = at; i-- > 0 && at - i <= reach;) {
    if (clause.is(i, class_id::VERB_GROUP)) {
      if (clause.is_bare_participle(i)) continue;
      bool negated = clause.is(i, class_id::NEGATED);
      reader_.each_word(Document::stretch(clause[i]), [&](const Element& word) { negated |= document_.is(word, class_id::NEGATION); });
      // "The girl, who was not vaccinated, | died": behind an aside
      const bool aside = i > 1 && clause.is(i - 1, class_id::RELATIVE) && clause.is(i - 2, class_id::COMMA) && clause.is(at - 1, class_id::COMMA) &&
                         !clause.is(at + 1, class_id::CONJUNCTION) && !clause.is(at + 1, class_id::COMMA);
      return negated && clause.is(i, class_id::PASSIVE) && !aside;
    } else if (!clause.is(i, class_id::COMMA) && !clause.is(i, class_id::CONJUNCTION)) {
      return false;
    }
  }
  return false;
}

// "17 deaths, including two in Spain and <15 deaths> in France"
bool FindingReader::is_part(const Clause& clause, std::size_t at) {
  const Elements before = clause.before(at, [](std::size_t) { return true; });
  const std::size_t first = before.empty() ? at : *(before.end() - 1);
  return first > 0 && clause.is(first - 1, class_id::PARTITIVE);
}

// "the anniversary of Bloody Sunday, when 13 | were killed", "linked to the killing of Ali Khan, 20, who was | shot"
bool FindingReader::in_aside_on_ground(const Clause& clause, std::size_t at) const {
  constexpr std::size_t reach = 8;
  std::size_t opening = at;
  for (std::size_t steps = 0; opening > 0 && steps < reach; ++steps, --opening) {
    if (clause.is(opening, class_id::RELATIVE) || (clause.is(opening, class_id::SUBORDINATOR) && clause.is(opening, class_id::QUESTION_WORD))) break;
    if (opening != at && clause.is(opening, class_id::VERB_GROUP)) return false;
  }
  if (!clause.is(opening, class_id::QUESTION_WORD) && !clause.is(opening, class_id::RELATIVE)) return false;
  std::size_t noun = opening;
  constexpr std::size_t most = 5;  // "of | Sunday | , | 20 | , | when"
  bool of = false;
  for (std::size_t steps = 0; noun > 0 && steps < most && !clause.is(noun, class_id::NOUN_GROUP); ++steps, --noun) of |= clause.is(noun, class_id::OF_MARK);
  while (noun > 1 && clause.is(noun - 1, class_id::OF_MARK) && clause.is(noun - 2, class_id::NOUN_GROUP)) noun -= 2, of = true;
  if (!of || !clause.is(noun, class_id::NOUN_GROUP)) return false;
  // "over the arrest of a man who had been beaten"
  const bool governed = noun > 0 && clause.is(noun - 1, class_id::REASON) && !clause.is(noun - 1, class_id::NOUN_GROUP);
  return governed || clause.is(noun, class_id::REASON) || (clause.is(noun, class_id::HARM_NOUN) && is_ground(clause, noun));
}

// "jailed for killing two men", "in retaliation for the death of a boy", "over the killing of three", "to remember the 14
// women murdered in May". But "a bomb exploded at a protest killing three".
bool FindingReader::is_ground(const Clause& clause, std::size_t at) const {
  if (at == 0) return false;
  if (clause.is(at, class_id::GERUND)) {
    std::size_t before = at - 1;
    const auto passed = [&](std::size_t i) {  // "for allegedly killing", "for raping and killing"
      return clause.transparent(i) || clause.is(i, class_id::CONJUNCTION) || (clause.is(i, class_id::GERUND) && clause.is(i + 1, class_id::CONJUNCTION));
    };
    while (before > 0 && passed(before) && !clause.is(before, class_id::REASON)) --before;
    const bool confessed = before > 0 && clause.is(before, class_id::PREPOSITION) && clause.is(before - 1, class_id::CHARGE);  // "admitted to killing"
    return confessed || clause.is(before, class_id::CHARGE) || (clause.is(before, class_id::REASON) && !clause.is(before, class_id::NOUN_GROUP));
  }
  const auto governs = [&](std::size_t before) {
    if (clause.is(before, class_id::REASON) && !clause.is(before, class_id::NOUN_GROUP)) return true;
    if (before == 0 || !clause.is(before, class_id::PREPOSITION)) return false;
    // "compensation for the families | of two men who were killed"
    if (before > 1 && clause.is(before, class_id::OF_MARK) && clause.is(before - 1, class_id::KINSHIP)) before -= 2;
    // "a vigil in Oslo on Friday | for the 22 pupils killed"
    while (before > 2 && (clause.is(before - 1, class_id::PLACE_NAME) || clause.is(before - 1, class_id::DATE)) && clause.is(before - 2, class_id::PREPOSITION))
      before -= 2;
    return clause.is(before, class_id::PREPOSITION) && before > 0 && clause.is(before - 1, class_id::REASON);
  };
  if (clause.is(at, class_id::HARM_NOUN) && !clause.is(at, class_id::COUNTED)) {
    std::size_t governor = at - 1;
    const bool bare = !document_.is_at(clause[at].first, class_id::DETERMINER);
    while (bare && governor > 0 && clause.transparent(governor)) --governor;  // "connected with the 9 May | killing"
    return governs(governor) || clause.is(governor, class_id::REASON);
  }
  if (in_aside_on_ground(clause, at)) return true;
  // Of persons that a reduced or relative clause tells of.
  std::size_t before = at;
  while (before > 0 && clause.transparent(before - 1)) --before;
  if (before > 0 && clause.is(before - 1, class_id::RELATIVE)) --before;
  // "is wanted in connection with a stabbing that | injured two people"
  const bool of_event = before > 1 && before < at && (clause.is(before - 1, class_id::EVENT_NOUN) || clause.is(before - 1, class_id::CAUSE));
  if (of_event && clause.is(before, class_id::RELATIVE) && clause.is(before - 2, class_id::REASON) && clause.is(before - 2, class_id::PREPOSITION) &&
      !clause.is(before - 2, class_id::NOUN_GROUP))
    return true;
  const bool persons = before > 1 && clause.is(before - 1, class_id::VICTIM) && (before < at || clause.is_bare_participle(at));
  return persons && governs(before - 2);
}

}  // namespace gazette::facts

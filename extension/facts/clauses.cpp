#include "facts/clauses.h"

#include <algorithm>

#include "facts/nearness.h"
#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

namespace class_id = lexicon::class_id;
using lexicon::ClassId;
using lexicon::ClassSet;

struct Meaning {
  ClassId id;
  std::uint32_t marks;
};

// What a label tells.
constexpr std::array<Meaning, 26> of_labels{{
    {class_id::NOUN_GROUP, mark_noun},
    {class_id::VERB_GROUP, mark_verb},
    {class_id::PASSIVE, mark_passive},
    {class_id::INFINITIVE, mark_infinitive},
    {class_id::GERUND, mark_gerund},
    {class_id::COPULA, mark_copula},
    {class_id::COMMA, mark_comma},
    {class_id::SEMICOLON, mark_stop},
    {class_id::COLON, mark_stop},
    {class_id::DASH, mark_comma},
    {class_id::QUESTION, mark_stop},
    {class_id::FULL_STOP, mark_stop},
    {class_id::OPEN_BRACKET, mark_open},
    {class_id::CLOSE_BRACKET, mark_close},
    {class_id::DATE, mark_date},
    {class_id::DURATION, mark_date},
    {class_id::PERSONAL, mark_pronoun},
    {class_id::PERSON, mark_name},
    {class_id::ORGANIZATION_NAME, mark_name},
    {class_id::GROUP_NAME, mark_name},
    {class_id::COUNTRY_NAME, mark_name},
    {class_id::PLACE_NAME, mark_name},
    {class_id::DEMONYM_NAME, mark_name},
    {class_id::UNKNOWN_NAME, mark_name},
    {class_id::COUNT, mark_counted},
    {class_id::COUNTED, mark_counted},
}};

// What the classes of a word tell where it stands alone.
constexpr std::array<Meaning, 13> of_words{{
    {class_id::PREPOSITION, mark_preposition},
    {class_id::AGENT_MARK, mark_agent},
    {class_id::OF_MARK, mark_genitive},
    {class_id::MUTUAL_PREPOSITION, mark_mutual},
    {class_id::ADDRESSEE_PREPOSITION, mark_addressee},
    {class_id::CONJUNCTION, mark_conjunction},
    {class_id::RELATIVE, mark_relative},
    {class_id::COMPLEMENTIZER, mark_complementizer},
    {class_id::SUBORDINATOR, mark_subordinator},
    {class_id::ADVERB, mark_adverb},
    {class_id::NEGATION, mark_adverb},
    {class_id::CLITIC, mark_clitic},
    {class_id::EVENT_ADJECTIVE, mark_event_adjective},
}};

// What the classes of a group's head tell.
constexpr std::array<Meaning, 10> of_noun_heads{{
    {class_id::PERSON_NOUN, mark_animate},
    {class_id::GROUP_NOUN, mark_animate},
    {class_id::VICTIM, mark_animate},
    {class_id::ROLE, mark_animate},
    {class_id::TITLE, mark_animate},
    {class_id::INSTITUTION, mark_animate},
    {class_id::NATIONALITY_PLURAL, mark_animate},
    {class_id::KINSHIP, mark_animate},
    {class_id::ACTOR_NOUN, mark_animate},
    {class_id::EVENT_NOUN, mark_event_noun},
}};
constexpr std::array<Meaning, 3> of_verb_heads{{
    {class_id::REPORT_VERB, mark_report},
    {class_id::EVENT_VERB, mark_event_verb},
    {class_id::EVENT_ADJECTIVE, mark_event_adjective},
}};

template <std::size_t N>
std::uint32_t told(const std::array<Meaning, N>& meanings, const ClassSet& classes) {
  std::uint32_t marks = 0;
  for (const Meaning& meaning : meanings) {
    if (classes.has(meaning.id)) marks |= meaning.marks;
  }
  return marks;
}

}  // namespace

ClauseMarks::ClauseMarks(const cascade::Grammar& grammar) {
  constexpr std::uint32_t phrases = mark_noun | mark_verb | mark_date | mark_counted;
  for (const ClassSet& classes : grammar.labels()) {
    const std::uint32_t marks = told(of_labels, classes) | mark_known;
    of_label_.push_back(marks);
    kind_of_label_.push_back((marks & mark_noun) != 0 ? noun_head : (marks & mark_verb) != 0 ? verb_head : (marks & phrases) != 0 ? phrase : word);
  }
  const lexicon::Lexicon& lexicon = grammar.lexicon();
  for (std::size_t i = 0; i < lexicon.class_set_count(); ++i) {
    const ClassSet& classes = lexicon.classes(static_cast<lexicon::ClassSetId>(i));
    const std::uint32_t participle = classes.has(class_id::VERB_PARTICIPLE) ? mark_participle : 0U;
    of_set_.push_back({told(of_words, classes), told(of_noun_heads, classes), told(of_verb_heads, classes) | participle, 0});
  }
}

Clauses::Clauses(const Document& document)
    : document_(document), head_(document.grammar->stage(cascade::StageId::groups).capture_or_none("head")), known_(document.grammar->derived<ClauseMarks>()) {}

std::uint32_t Clauses::marks_of(const Element& element) const {
  const std::uint32_t marks = known_.of(element);
  return (marks & mark_participle) != 0 && !is_one_word(element) ? marks & ~std::uint32_t{mark_participle} : marks;
}

// Does a verb group hold its head alone? "killed", "taken prisoner"; not "was killed"
bool Clauses::is_one_word(const Element& element) const {
  if (element.end == element.first + 1) return true;
  const Phrase* const phrase = document_.phrase(element);
  return phrase != nullptr && Document::captured(*phrase, head_) == Document::stretch(element);
}

void Clauses::read(Tape tape) {
  tape_ = tape;
  marks_.resize(tape.size());
  all_ = 0;
  for (std::size_t i = 0; i < tape.size(); ++i) all_ |= marks_[i] = marks_of(tape[i]);
  // "agreed to restore ties and | reopen embassies": an infinitive that shares its "to"
  for (std::size_t i = 2; i < tape.size(); ++i) {
    if (!is(i - 1, mark_conjunction) || !is_finite(i) || !is_one_word(tape_[i]) || !document_.is(tape_[i], class_id::VERB_BASE)) continue;
    if (document_.is(tape_[i], class_id::VERB_PAST)) continue;
    const std::size_t other = verb_before(i - 1, false);
    if (other != none && is(other, mark_infinitive)) marks_[i] |= mark_infinitive;
  }
  // "has left ten dead and | driven others from their homes": a participle that shares its "has"
  for (std::size_t i = 2; i < tape.size(); ++i) {
    if (!is(i - 1, mark_conjunction) || !is(i, mark_passive) || !is_one_word(tape_[i]) || !is(i + 1, mark_noun | mark_counted)) continue;
    const std::size_t other = verb_before(i - 1, false);
    if (other != none && !is(other, mark_passive) && !is_one_word(tape_[other]) && document_.is_at(tape_[other].first, class_id::HAVE))
      marks_[i] &= ~std::uint32_t{mark_passive | mark_participle};
  }
}

std::size_t Clauses::element_at(std::uint32_t token) const { return facts::element_at(tape_, token); }

// --- steps ----------------------------------------------------------------------------------------------------------------

std::size_t Clauses::after(std::size_t at) const {
  std::size_t i = at + 1;
  for (; i < size(); ++i) {
    if (is(i, mark_date) || (is(i, mark_adverb) && !is(i, mark_preposition | mark_noun | mark_verb))) continue;
    if (is(i, mark_preposition) && is(i + 1, mark_date)) continue;
    break;
  }
  return i;
}

bool Clauses::opens_question(std::size_t at) const { return at < size() && document_.is(tape_[at], class_id::QUESTION_WORD); }

bool Clauses::opens_clause(std::size_t at) const { return is(at, mark_date) && document_.is_at(tape_[at].end - 1, class_id::SUBORDINATOR); }

std::size_t Clauses::before(std::size_t at) const {
  for (std::size_t i = at; i-- > 0;) {
    if (is(i, mark_date) || (is(i, mark_adverb) && !is(i, mark_preposition | mark_noun | mark_verb | mark_subordinator))) continue;
    if (is(i, mark_preposition) && is(i + 1, mark_date)) continue;
    return i;
  }
  return none;
}

// The bracket that opens what closes here; the closing one itself where there is none.
std::size_t Clauses::opening_of(std::size_t close) const {
  for (std::size_t i = close, steps = 0; i-- > 0 && steps < reach; ++steps) {
    if (is(i, mark_open)) return i;
  }
  return close;
}

// Is the left noun group part of the right one: "UN" "officials"; "Reagan" "'s" "statement"?
bool Clauses::joins(std::size_t left, std::size_t right) const {
  if (!is(left, mark_noun) || !is(right, mark_noun) || is(left, mark_pronoun) || is(right, mark_pronoun)) return false;
  if (is(right, mark_counted)) return false;
  const Element* const first = document_.word_at(tape_[right].first);
  if (first != nullptr && document_.is(*first, class_id::ARTICLE)) return false;  // "handed Manila | a Filipino woman"
  if (is(left, mark_name)) return true;
  // "President | Ana Paz's plan": an office before the name of who holds it
  if (first != nullptr && is_one_word(tape_[left]) && document_.is(tape_[left], class_id::TITLE) && document_.is(*first, class_id::CAPITALIZED)) {
    const Phrase* const phrase = document_.phrase(tape_[right]);
    if (phrase != nullptr && !document_.captured(*phrase, "owner").empty()) return true;
  }
  // "the research ship | Teknik Perdana": what it is and what it is called
  const bool kind = document_.is(tape_[left], class_id::ACTOR_NOUN) && !document_.is(tape_[left], class_id::PERSON_NOUN) &&
                    document_.is(tape_[left], class_id::NOUN_SINGULAR) && document_.is(tape_[right], class_id::UNKNOWN_NAME);
  if (kind) return true;
  if (is(left, mark_animate) || is(right, mark_animate)) return false;
  const Element* const opening = document_.word_at(tape_[right].first);
  return opening != nullptr && !document_.is(*opening, class_id::DETERMINER) && !document_.is(*opening, class_id::POSSESSIVE);
}

Group Clauses::group_to(std::size_t at) const {
  auto first = static_cast<std::uint32_t>(at);
  for (int steps = 0; first > 0 && steps < 4; ++steps) {
    if (first >= 2 && is(first - 1, mark_clitic) && is(first - 2, mark_noun)) {
      first -= 2;
    } else if (joins(first - 1, first)) {
      --first;
    } else if (is(first - 1, mark_close)) {
      // "the Economic Community (ECOWAS) forum"
      const std::size_t open = opening_of(first - 1);
      if (open + 6 < first || open == 0 || !joins(open - 1, first)) break;
      first = static_cast<std::uint32_t>(open - 1);
    } else {
      break;
    }
  }
  return {first, static_cast<std::uint32_t>(at)};
}

Group Clauses::group_from(std::size_t at) const {
  auto head = static_cast<std::uint32_t>(at);
  for (int steps = 0; steps < 4; ++steps) {
    if (is(head + 1, mark_clitic) && is(head + 2, mark_noun)) {
      head += 2;
    } else if (joins(head, head + 1)) {
      ++head;
    } else {
      break;
    }
  }
  return {static_cast<std::uint32_t>(at), head};
}

Groups Clauses::groups_from(std::size_t at) const {
  Groups groups;
  for (std::size_t i = at; is(i, mark_noun) && groups.size() < Groups::limit;) {
    const Group group = group_from(i);
    groups.add(group);
    std::size_t next = group.head + 1;
    if (is(next, mark_open)) {
      for (std::size_t k = next; k < size() && k < next + 8; ++k) {
        if (is(k, mark_close)) {
          next = k + 1;
          break;
        }
      }
    }
    const bool comma = is(next, mark_comma);
    if (comma) ++next;
    const bool conjunction = is(next, mark_conjunction);
    if (conjunction) ++next;
    if (!comma && !conjunction) break;
    if (!is(next, mark_noun)) break;
    if (comma && conjunction && groups.size() == 1 && !is(next, mark_counted)) break;  // "praised the accord, and Syria, which …, hopes"
    const Group beyond = group_from(next);
    std::size_t behind = after(beyond.head);
    while (conjunction && is(behind, mark_genitive) && is(behind + 1, mark_noun))
      behind = after(group_from(behind + 1).head);                         // "and a third of the town is dark"
    if (is_finite(behind) && !(at > 0 && is(at - 1, mark_mutual))) break;  // another clause begins: "killed two and police said"
    if (comma && !conjunction) {
      // an apposition, unless the list goes on: "left the enclave, Israeli and Palestinian sources said" has other speakers
      const std::size_t end = beyond.head + 1;
      const bool speakers = is(end, mark_conjunction) && is(end + 1, mark_noun) && is(after(group_from(end + 1).head), mark_report);
      const bool goes_on = (is(end, mark_conjunction) && !speakers) || (is(end, mark_comma) && is_list(end + 1));
      if (!goes_on || is(next - 2, mark_name) != is(next, mark_name)) break;
    }
    i = next;
  }
  return groups;
}

// Does a list go on and end here: "…, | two policemen, a driver and three guards"? Two that a comma joins are an apposition.
bool Clauses::is_list(std::size_t at) const {
  for (std::size_t groups = 0; groups < Groups::limit; ++groups) {
    if (is(at, mark_conjunction)) return true;
    if (!is(at, mark_noun)) return false;
    at = group_from(at).head + std::size_t{1};
    if (is(at, mark_comma)) ++at;
  }
  return false;
}

std::size_t Clauses::verb_before(std::size_t at, bool finite_only) const {
  for (std::size_t i = at, steps = 0; i-- > 0 && steps < reach; ++steps) {
    if (is(i, mark_stop)) return none;
    if (!is(i, mark_verb)) continue;
    if (finite_only && (!is_finite(i) || is_reduced_passive(i))) continue;
    return i;
  }
  return none;
}

std::size_t Clauses::relative_of(std::size_t verb) const {
  const std::size_t left = before(verb);
  return left != none && is(left, mark_relative) ? left : none;
}

bool Clauses::is_reduced_passive(std::size_t verb) const {
  if (!is(verb, mark_participle)) return false;
  if (is(verb, mark_passive)) return true;
  if (is(verb + 1, mark_date) && is(verb + 2, mark_genitive)) return false;  // "held two hours of talks"
  // "attacked" may be either: with a doer behind it, or without an object and with another verb for the clause
  const std::size_t next = after(verb);
  if (is(next, mark_agent) && is(next + 1, mark_noun)) return true;
  if (verb > 0 && document_.is(tape_[verb - 1], class_id::DEMONSTRATIVE) && !is(next, mark_noun | mark_counted)) return true;  // "one of those sanctioned"
  // a particle before the object: "shot down a plane"; and another verb that shares the subject: "raped and looted"
  if (is(next, mark_preposition) && is(next, mark_adverb) && is(next + 1, mark_noun) && !document_.is(tape_[next], class_id::LOCATIVE)) return false;
  if (is(next, mark_conjunction) && is_finite(next + 1) && !document_.is(tape_[next + 1], class_id::HARM_VERB)) return false;
  if (is(next, mark_noun | mark_counted)) return false;
  // "students seized from a school", "Minister jailed for graft"
  if (document_.is(tape_[verb], class_id::OBJECT_VERB) && is(next, mark_preposition) && !is(next, mark_adverb) && verb > 0 && is(verb - 1, mark_noun))
    return true;
  if (!document_.is(tape_[verb], class_id::HARM_VERB)) return false;
  // "police shot at hundreds of marchers"
  const bool at = is(next, mark_preposition) && !is(next, mark_genitive) && document_.is(tape_[next], class_id::LOCATIVE);
  if (at && is(next + 1, mark_animate) && verb > 0 && is(verb - 1, mark_animate) && !is(verb - 1, mark_counted)) return false;
  // "19 wounded in the town", "with 20 killed": no object, and a verb that must have one
  const auto entry = document_.grammar->lexicon().entry(tape_[verb].word, class_id::HARM_VERB);
  return entry && (*entry)[lexicon::Column::voice] == "object" && verb > 0 && is(verb - 1, mark_noun | mark_passive);
}

std::size_t Clauses::reporting_verb(std::size_t at) const {
  bool clause = false;
  for (std::size_t i = at, steps = 0; i-- > 0 && steps < reach / 2; ++steps) {
    if (is(i, mark_stop)) return none;
    if (is(i, mark_report)) return i;
    if (is_finite(i) && !is_reduced_passive(i)) {
      const std::size_t left = before(i);
      if (left != none && is(left, mark_conjunction)) continue;  // "said it searched houses and | arrested": of the clause before
      if (clause) return none;
      clause = true;
    }
  }
  return none;
}

std::size_t Clauses::reporting_verb_behind(std::size_t at) const {
  for (std::size_t i = at + 1, steps = 0; i + 2 < size() && steps < reach / 2; ++i, ++steps) {
    if (is(i, mark_stop)) return none;
    if (!is(i, mark_comma)) continue;
    if (is(i + 1, mark_report) && is_finite(i + 1)) return is(after(i + 1), mark_noun) ? i + 1 : none;
    if (!is(i + 1, mark_noun)) continue;
    std::size_t next = after(group_from(i + 1).head);
    while (is(next, mark_preposition) && is(next + 1, mark_noun)) next = after(group_from(next + 1).head);  // "the ministry in Oslo said"
    if (is(next, mark_report) && is_finite(next) && !is(after(next), mark_noun | mark_complementizer)) return next;
  }
  return none;
}

// --- what stands behind -----------------------------------------------------------------------------------------------------

Groups Clauses::objects(std::size_t verb) const {
  std::size_t i = after(verb);
  for (int steps = 0; steps < 2 && is_plain(i); ++steps) ++i;  // "sentenced | former | KGB general Ana Paz"
  // a particle: "blew up three lines", "handed over the prisoners"
  if (is(i, mark_adverb) && is(i, mark_preposition) && is(i + 1, mark_noun)) ++i;
  if (is(i, mark_counted) && !is(i, mark_noun) && is(i + 1, mark_genitive)) i += 2;  // "25,000 tons of"
  return is(i, mark_noun) ? groups_from(i) : Groups{};
}

Groups Clauses::agents(std::size_t verb) const {
  for (std::size_t i = verb + 1, steps = 0; i < size() && steps < reach / 3; ++i, ++steps) {
    const bool of_march =
        is(i, mark_agent) && i > verb + 2 && is(i - 1, mark_noun) && document_.is(tape_[i - 1], class_id::MARCH_NOUN) && is(i - 2, mark_preposition);
    if (of_march) return {};  // "were deployed before a rally | by the opposition"
    if (is(i, mark_agent) && is(i + 1, mark_noun)) return groups_from(i + 1);
    if (i == verb + 1 && is(i + 1, mark_agent)) continue;  // "were set | free | by the rebels"
    // "were deployed | to stop a march by rebels"
    if (is(i, mark_stop | mark_relative | mark_infinitive) || (is_finite(i) && !is(i, mark_participle))) return {};
  }
  return {};
}

}  // namespace gazette::facts

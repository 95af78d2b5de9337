#include "facts/event_adverbials.h"

#include <algorithm>

namespace gazette::facts {
namespace {

constexpr int deepest = 4;  // verbs that hang on each other

bool hangs(const Clauses& clauses, std::size_t verb) { return clauses.is(verb, mark_infinitive | mark_gerund) || clauses.is_reduced_passive(verb); }

std::size_t verb_behind(const Clauses& clauses, std::size_t at, bool finite) {
  for (std::size_t i = at + 1; i < clauses.size(); ++i) {
    if (clauses.is(i, mark_stop)) break;
    if (clauses.is(i, mark_verb) && !(finite && hangs(clauses, i))) return i;
  }
  return Clauses::none;
}

// Does a verb stand in a relative clause: "who seized power", "which Ruto signed", "a decision that Beijing rejected"?
bool is_relative(const Clauses& clauses, std::size_t verb) {
  if (clauses.relative_of(verb) != Clauses::none) return true;
  const std::size_t left = clauses.before(verb);
  if (left == Clauses::none || !clauses.is(left, mark_noun)) return false;
  const std::size_t first = clauses.group_to(left).first;
  return first > 1 && clauses.is(first - 1, mark_relative) && !clauses.is(first - 2, mark_verb);
}

// The verb on which one hangs that has no subject of its own: "agreed | to go", "attacked …, | killing", "met A and | left".
std::size_t governor(const Clauses& clauses, std::size_t verb) {
  if (hangs(clauses, verb)) {
    const std::size_t before = clauses.verb_before(verb, false);
    return before == Clauses::none && clauses.is(verb, mark_gerund) ? verb_behind(clauses, verb, true) : before;  // "Speaking in Cairo, he"
  }
  const std::size_t left = clauses.before(verb);
  if (left == Clauses::none || !clauses.is(left, mark_conjunction | mark_comma)) return Clauses::none;
  const std::size_t other = clauses.verb_before(left, true);
  const bool aside = clauses.is(left, mark_comma) && other != Clauses::none && is_relative(clauses, other);
  return aside ? Clauses::none : other;  // "Damiba, who seized power, | has promised"
}

// `own`: by infinitives and participles alone, not as one side by side.
bool hangs_on(const Clauses& clauses, std::size_t verb, std::size_t on, bool own = false) {
  for (int steps = 0; steps < deepest && verb != Clauses::none && !(own && !hangs(clauses, verb)); ++steps) {
    verb = governor(clauses, verb);
    if (verb == on) return true;
  }
  return false;
}

// Does a clause's subject and verb follow the phrases that open at `at`: "on May 2 in Cairo | rebels attacked"?
bool is_finite_next(const Clauses& clauses, std::size_t at) {
  while (at < clauses.size() && clauses.is(at, mark_preposition | mark_date | mark_adverb)) {
    const bool noun = clauses.is(at, mark_preposition) && clauses.is(at + 1, mark_noun);
    at = noun ? clauses.group_from(at + 1).head + std::size_t{1} : at + 1;
  }
  if (clauses.is(at, mark_comma)) ++at;
  return clauses.is(at, mark_noun) || clauses.is_finite(at);
}

// The verb that an adverbial at elements [first, end) stands with: the one before it, where no clause begins at it, and the
// one behind it where it stands between subject and verb.
std::size_t owner(const Clauses& clauses, std::size_t first, std::size_t end) {
  while (first > 0 && clauses.is(first - 1, mark_preposition | mark_adverb) && !clauses.is(first - 1, mark_noun | mark_verb)) --first;
  constexpr std::uint32_t edge = mark_comma | mark_stop | mark_conjunction | mark_relative | mark_complementizer | mark_subordinator | mark_open;
  const bool opens = first == 0 || clauses.is(first - 1, edge);
  const std::size_t before = clauses.verb_before(first, false);
  if (opens) {
    const std::size_t behind = verb_behind(clauses, end - 1, false);
    // "in Djibo, on Monday, …"; "met the minister, Leila Haddad, in Cairo | in May"
    const bool followed =
        clauses.is(end, mark_comma | mark_stop) || (clauses.is(end, mark_preposition) && !is_finite_next(clauses, end)) || clauses.is(end, mark_subordinator);
    const bool closes = before != Clauses::none && first > 0 && clauses.is(first - 1, mark_comma) && followed;
    return behind == Clauses::none || closes ? before : behind;  // "in Djibo, on Monday, …"
  }
  const std::size_t next = clauses.after(end - 1);
  if (before != Clauses::none && before + 1 == first && clauses.is(before, mark_copula) && clauses.is(next, mark_participle))
    return next;  // "had | on Monday | shot"
  const bool inner = clauses.is(first - 1, mark_noun) && clauses.is_finite(next) && !clauses.is_reduced_passive(next);
  if (before == Clauses::none || (inner && !is_relative(clauses, before))) return inner ? next : verb_behind(clauses, end - 1, false);
  return before;
}

// Of a noun: does no clause stand between?
bool is_beside(const Clauses& clauses, std::size_t noun, std::size_t owner, std::size_t first, std::size_t end) {
  for (std::size_t i = std::min(noun + 1, end); i < std::max(noun, first); ++i) {
    if (clauses.is(i, mark_relative | mark_stop)) return false;
    if (clauses.is(i, mark_verb) && i != owner) return false;
  }
  return true;
}

// "on July 18, when soldiers surrounded the hamlet", "in Zaoqiao, where they protest": it stands right before the clause.
bool is_antecedent(const Clauses& clauses, std::size_t end, std::size_t at) {
  if (clauses.is(end, mark_open)) {
    while (end < clauses.size() && !clauses.is(end, mark_close)) ++end;
    ++end;
  }
  if (clauses.is(end, mark_comma)) ++end;
  const bool clause =
      (clauses.is(end, mark_relative) && !clauses.is(end, mark_complementizer)) || (clauses.is(end, mark_subordinator) && !clauses.is(end, mark_preposition));
  return clause && verb_behind(clauses, end, true) == at;
}

}  // namespace

Belonging belonging(const Clauses& clauses, Stretch tokens, std::size_t at, bool content) {
  const std::size_t first = clauses.element_at(tokens.first);
  const std::size_t end = std::max(clauses.element_at(tokens.end), first + 1);
  if (first <= at && at < end) return Belonging::own;
  const std::size_t verb = owner(clauses, first, end);
  if (!clauses.is(at, mark_verb)) return is_beside(clauses, at, verb, first, end) ? Belonging::own : Belonging::none;
  if (verb == at || verb == Clauses::none || is_antecedent(clauses, end, at)) return Belonging::own;
  if (clauses.verb_before(first, false) == Clauses::none && !is_relative(clauses, at)) {
    // "a spokesman in Nairobi said that his men …": it says which spokesman, not where they fought
    const bool inner = first > 1 && clauses.is(first - 1, mark_preposition) && clauses.is(first - 2, mark_noun);
    const bool told = inner && clauses.is(verb, mark_report) && clauses.reporting_verb(at) == verb;
    return told ? Belonging::none : Belonging::own;
  }
  if (hangs_on(clauses, at, verb)) return Belonging::shared;
  if (!content && verb > at && hangs(clauses, verb) && hangs_on(clauses, verb, at, true)) return Belonging::shared;
  return Belonging::none;
}

}  // namespace gazette::facts

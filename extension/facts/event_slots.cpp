#include "facts/event_slots.h"

namespace gazette::facts {
namespace {

// Does a clause begin behind the subordinator at `at`, or a mere phrase: "as the talks failed", "after the talks"?
bool opens_clause(const Clauses& clauses, std::size_t at) {
  const std::size_t noun = clauses.is(at + 1, mark_noun) ? at + 1 : at + 2;
  if (!clauses.is(noun, mark_noun) || (noun > at + 1 && clauses.is(at + 1, mark_verb))) return true;
  return clauses.is_finite(clauses.after(clauses.group_from(noun).head));
}

}  // namespace

std::size_t slots_from(const Clauses& clauses, std::size_t at, bool content, bool condition, std::array<Slot, most_slots>& slots) {
  std::size_t count = 0;
  std::size_t preposition = Clauses::none;
  bool nested = false;
  bool clause = false;
  bool said = false;
  std::size_t verb = Clauses::none;
  constexpr std::size_t reach = 40;
  for (std::size_t i = at + 1; i < clauses.size() && i < at + reach && count < slots.size();) {
    if (clauses.is(i, mark_noun)) {
      const Groups groups = clauses.groups_from(i);
      for (const Group& group : groups) {
        if (count < slots.size()) slots[count++] = {group, preposition, nested, verb, said};
      }
      i = groups[groups.size() - 1].head + std::size_t{1};
      preposition = Clauses::none;
      continue;
    }
    if (clauses.is(i, mark_stop | mark_comma)) break;
    if (clauses.opens_question(i) && preposition != Clauses::none) break;  // "bombed the port in | what officials called a warning"
    // "shelled Gao a month before | the government signed a truce"
    if (!condition && clauses.opens_clause(i) && clauses.is(i + 1, mark_noun) && clauses.is_finite(clauses.after(clauses.group_from(i + 1).head))) break;
    if (clauses.is(i, mark_open)) {
      while (i < clauses.size() && i < at + reach && !clauses.is(i, mark_close)) ++i;
      ++i;
      continue;
    }
    // "demanded the return of a plan | that the firm had dropped": no clause of what is said
    const bool which = clauses.is(i, mark_relative) && clauses.is(i - 1, mark_noun) && !clauses.is(i - 1, mark_name | mark_animate) &&
                       clauses.group_to(i - 1).first > 0 && clauses.is(clauses.group_to(i - 1).first - 1, mark_genitive);
    if (clauses.is(i, mark_complementizer) && content && !which) {
      clause = said = true;
    } else if (clauses.is(i, mark_relative)) {
      break;
    } else if (clauses.is(i, mark_subordinator) && !(clauses.is(i, mark_preposition) && !clauses.is(i, mark_adverb) && content && !opens_clause(clauses, i))) {
      if (!condition) break;
      clause = true;  // "unless Israel withdrew"
      nested = true;
      preposition = Clauses::none;
    } else if (clauses.is(i, mark_verb)) {
      if (clauses.is_finite(i) && !clauses.is_reduced_passive(i)) {
        if (!clause) break;
        clause = false;
      } else if (!content && !clauses.is(i, mark_gerund) && !clauses.is_reduced_passive(i)) {
        break;
      }
      nested = true;
      verb = i;
      preposition = Clauses::none;
    } else if (clauses.is(i, mark_conjunction)) {
      if (clauses.is(clauses.after(i), mark_verb | mark_complementizer)) break;
      if (clauses.is(i + 1, mark_noun) && clauses.is_finite(clauses.after(clauses.group_from(i + 1).head))) break;
    } else if (clauses.is(i, mark_preposition) || clauses.opens_clause(i)) {
      preposition = i;
    }
    ++i;
  }
  return count;
}

}  // namespace gazette::facts

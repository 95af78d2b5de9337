#include "facts/casualties_lists.h"

#include <algorithm>
#include <optional>

#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

namespace class_id = lexicon::class_id;

// "Seven people, including a guard, and all six attackers were killed": a list of parts, where it comes to the whole.
bool lists_parts(const Clause& clause, const VictimReader& reader, const std::vector<Victims>& all) {
  if (all.size() != 2 || !all[0].figure.best) return false;
  bool parts = false;
  std::int64_t sum = 0;
  for (std::size_t i = clause.from_token(all[0].tokens.end); i < clause.size() && clause[i].first <= all[1].tokens.first; ++i) {
    parts |= clause.is(i, class_id::PARTITIVE);
    if (!parts || !clause.is(i, class_id::NOUN_GROUP)) continue;
    const auto part = reader.read(clause[i]);
    if (part) sum += part->figure.best.value_or(0);
  }
  return parts && sum == *all[0].figure.best;
}

// "seven people, the six attackers and a soldier": where a list comes to what stands before it, it says who they are.
// "Kiyani, a retired officer, and his son": the officer is Kiyani.
void drop_apposition(const Clause& clause, const Document& document, std::vector<Victims>& all) {
  if (all.size() < 3) return;
  // "two brothers, Omar and Ali, and their cousin": as many names as persons
  for (std::size_t i = 0; i + 2 < all.size(); ++i) {
    const auto several = static_cast<std::size_t>(std::clamp<std::int64_t>(all[i].figure.best.value_or(0), 0, 16));
    if (several < 2 || all[i].singular || i + several >= all.size() ||
        !clause.is(clause.behind_complements(clause.from_token(all[i].tokens.first)), class_id::COMMA))
      continue;
    const auto first = all.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    const auto end = first + static_cast<std::ptrdiff_t>(several);
    const auto named = [](const Victims& victims) { return victims.actor != 0 && !victims.pronoun; };
    const auto aged = [](const Victims& victims) { return victims.words.empty() && victims.figure.best.value_or(0) > 1; };  // "two boys, 18 and 12"
    if (std::all_of(first, end, named) || std::all_of(first, end, aged)) all.erase(first, end);
  }
  if (all.size() < 3) return;
  for (std::size_t i = 0; i + 2 < all.size(); ++i) {
    const bool closed = clause.is(clause.behind_complements(clause.from_token(all[i + 1].tokens.first)), class_id::COMMA);
    if (closed && all[i].actor != 0 && all[i + 1].actor == 0 && all[i + 1].singular && !all[i + 1].own)
      all.erase(all.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
  // "a commander, Haji Rahmat, and his son": the commander is he; "the driver, a 19-year-old man, and a girl": so is the driver.
  for (std::size_t i = 0; i + 2 < all.size(); ++i) {
    const bool role = all[i].actor == 0 && all[i].singular && !all[i].pronoun;
    const bool last =
        i + 3 == all.size() && document.is_at(all[i + 1].tokens.end, class_id::COMMA) && document.is_at(all[i + 1].tokens.end + 1, class_id::CONJUNCTION);
    const Victims& next = all[i + 1];
    const bool named = next.actor != 0 && all[i + 2].actor == 0;
    const bool told = all[i].definite && !all[i].own && next.actor == 0 && next.singular && next.gender != 0 && !next.definite && !next.besides;
    if (role && last && (named || told)) all.erase(all.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
  if (all.size() < 3) return;
  // "Ali Khan, the farm's owner and a village head, was hurt": both are he, where a comma closes them.
  const auto role = [](const Victims& victims) { return victims.actor == 0 && victims.singular && !victims.own; };
  const bool roles = all.size() == 3 && all[0].actor != 0 && role(all[1]) && role(all[2]);
  if (roles && document.is_at(all[2].tokens.end, class_id::COMMA) && document.is_at(all[1].tokens.end, class_id::CONJUNCTION)) all.resize(1);
  // "Khan and Ali, the driver and a passenger, were hurt": as many roles as names, between commas.
  const std::size_t half = all.size() / 2;
  if (all.size() == 2 * half && half > 1) {
    const auto middle = all.begin() + static_cast<std::ptrdiff_t>(half);
    const bool names = std::all_of(all.begin(), middle, [](const Victims& victims) { return victims.actor != 0 && !victims.pronoun; });
    const Stretch name = all[half - 1].tokens;
    const bool closed = document.is_at(name.first - 1, class_id::CONJUNCTION) && document.is_at(name.end, class_id::COMMA);
    if (names && closed && std::all_of(middle, all.end(), role) && document.is_at(all.back().tokens.end, class_id::COMMA)) all.resize(half);
  }
  if (all.size() < 3) return;
  // "two tourists, their driver and a guard": the driver is none of the two
  const auto theirs = [&](const Victims& victims) {
    const Element* const word = document.word_at(victims.tokens.first);
    const auto owner = word == nullptr ? std::nullopt : document.grammar->lexicon().entry(word->word, class_id::POSSESSIVE);
    return owner && (*owner)[lexicon::Column::number] == "p";
  };
  if (theirs(all[1]) && !document.is_at(all[0].tokens.end - 1, class_id::ANY_PERSON)) return;
  std::int64_t rest = 0;
  bool doers = false;
  for (std::size_t i = 1; i < all.size(); ++i) rest += all[i].figure.best.value_or(0), doers |= all[i].perpetrator;
  if (all[0].figure.best == rest) all.resize(1), all[0].with_doers |= doers;
}

// Exact figures, of which one may be a lower bound: "the gunman and at least four others".
std::optional<Figure> sum_of(const Figure& a, const Figure& b) {
  if (!a.best || !b.best || !a.low || !b.low) return std::nullopt;
  Figure sum{*a.low + *b.low, *a.best + *b.best, std::nullopt, "at_least"};
  if (a.high && b.high) sum.high = *a.high + *b.high, sum.bound = "exact";
  return sum;
}

// "a man and his two sons": one claim of three.
void join_singulars(std::vector<Victims>& all) {
  const bool any = std::any_of(all.begin(), all.end(), [](const Victims& victims) { return victims.singular; });
  if (!any || all.size() < 2) return;
  Victims sum = all[0];
  for (std::size_t i = 1; i < all.size(); ++i) {
    const auto figure = sum_of(sum.figure, all[i].figure);
    if (!figure) return;
    sum.figure = *figure;
    sum.tokens = {std::min(sum.tokens.first, all[i].tokens.first), std::max(sum.tokens.end, all[i].tokens.end)};
    if (sum.kind != all[i].kind) sum.kind = {};
    if (sum.country != all[i].country) sum.country = {};
    sum.with_doers |= sum.perpetrator != all[i].perpetrator;
    sum.perpetrator = sum.perpetrator && all[i].perpetrator;
  }
  sum.singular = sum.pronoun = false;
  sum.actor = 0;
  sum.generic = true;
  all = {sum};
}

}  // namespace

void add_elsewhere(const Clause& clause, std::size_t predicate, Elements& groups) {
  std::size_t i = clause.behind_complements(predicate);
  while (true) {
    std::size_t next = i;
    if (clause.is(next, class_id::COMMA)) ++next;
    if (clause.is(next, class_id::CONJUNCTION)) ++next;
    const bool number =
        clause.is(next, class_id::COUNTED) && (!clause.is(next, class_id::NOUN) || clause.is(next, class_id::ANY_PERSON) || clause.is(next, class_id::BESIDES));
    const bool day = clause.is(next + 1, class_id::PREPOSITION) && clause.is(next + 2, class_id::DATE);  // "five killed on Monday, three on Tuesday"
    if (next == i || !number || !(day || clause.is(next + 1, class_id::LOCATIVE))) return;
    const bool place = day || clause.is(next + 2, class_id::PLACE_NAME) || clause.is(next + 2, class_id::COUNTRY_NAME) ||
                       clause.is(next + 2, class_id::UNKNOWN_NAME) || clause.is(next + 2, class_id::PLACE_NOUN);
    if (!place) return;
    i = clause.behind_complements(next);
    const bool own_verb =
        (clause.is(i, class_id::VERB_GROUP) && !clause.is(i, class_id::GERUND)) || clause.is(i, class_id::HARM_ADJECTIVE) || clause.is(i, class_id::RELATIVE);
    if (own_verb || !groups.add(next)) return;
  }
}

void settle_list(const Clause& clause, const Document& document, const VictimReader& reader, std::vector<Victims>& all) {
  drop_apposition(clause, document, all);
  if (lists_parts(clause, reader, all)) all.resize(1);
  join_singulars(all);
}

}  // namespace gazette::facts

#include "facts/casualties_links.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace gazette::facts {
namespace {

// Takes the claims in a new order (old indices); part_of follows, and is lost where its whole is.
void reorder(std::vector<FoundCasualty>& claims, const std::vector<std::size_t>& order, const std::vector<std::size_t>& stands_for) {
  std::vector<Id> place(claims.size(), 0);
  for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = static_cast<Id>(i + 1);
  std::vector<FoundCasualty> sorted;
  sorted.reserve(order.size());
  for (const std::size_t old : order) sorted.push_back(std::move(claims[old]));
  for (FoundCasualty& claim : sorted) {
    if (claim.row.part_of != 0) claim.row.part_of = place[stands_for[claim.row.part_of - 1]];
    if (claim.brings != 0) claim.brings = place[stands_for[claim.brings - 1]];
  }
  claims = std::move(sorted);
}

std::vector<std::size_t> numbers(std::size_t count) {
  std::vector<std::size_t> all(count);
  std::iota(all.begin(), all.end(), std::size_t{0});
  return all;
}

bool same_claimant(const Casualty& a, const Casualty& b) { return a.claimant.empty() || b.claimant.empty() || a.claimant == b.claimant; }

bool same_dates(const Casualty& a, const Casualty& b) { return a.date_from.empty() || b.date_from.empty() || a.date_from == b.date_from; }

std::int64_t main_of(const Figure& figure) { return figure.best.value_or(figure.low.value_or(figure.high.value_or(0))); }

}  // namespace

bool compatible(const Victims& a, const Victims& b) {
  if (a.actor != 0 && b.actor != 0) return a.actor == b.actor;
  // "the death of the gunman. … They found him dead": a pronoun that nobody owns may be he
  const auto whoever = [](const Victims& victims) { return victims.pronoun && !victims.reflexive && victims.actor == 0 && !victims.perpetrator; };
  if (a.perpetrator != b.perpetrator && (a.kind.empty() || a.kind != b.kind) &&
      !(a.singular && b.singular && a.gender != 0 && a.gender == b.gender && (whoever(a) || whoever(b))))
    return false;
  if (!a.country.empty() && !b.country.empty() && a.country != b.country) return false;
  if (!a.kind.empty() && !b.kind.empty() && a.kind != b.kind) return false;
  // "the chief and his two sons", "two policemen"
  const auto kin_of_others = [](const Victims& kin, const Victims& force) {
    return kin.own && kin.kind.empty() && !force.own && (force.kind == "police" || force.kind == "military" || force.kind == "militant");
  };
  if (kin_of_others(a, b) || kin_of_others(b, a)) return false;
  // "A security official was killed. Troops killed four militants."
  const auto one_of_others = [](const Victims& one, const Victims& fighters) {
    return one.singular && one.kind.empty() && one.actor == 0 && !one.generic && !one.pronoun && fighters.kind == "militant" &&
           fighters.figure.best.value_or(2) > 1;
  };
  if (one_of_others(a, b) || one_of_others(b, a)) return false;
  return a.gender == 0 || b.gender == 0 || a.gender == b.gender;
}

void put_in_order(std::vector<FoundCasualty>& claims) {
  std::vector<std::size_t> order = numbers(claims.size());
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return claims[a].tokens.first < claims[b].tokens.first; });
  reorder(claims, order, numbers(claims.size()));
}

namespace {

// "… rose to 93. … 21 injured persons in Gao, 36 in Mopti, 29 in Kidal and seven in Timbuktu": a list that comes to a
// figure told in the sentences before or behind it.
void find_lists(std::vector<FoundCasualty>& claims) {
  for (std::size_t i = 0; i < claims.size();) {
    const Casualty& first = claims[i].row;
    std::size_t end = i;
    std::int64_t sum = 0;
    bool exact = true;
    for (; end < claims.size() && claims[end].row.harm == first.harm && claims[end].row.sentence == first.sentence && claims[end].row.part_of == 0; ++end) {
      sum += main_of(claims[end].row.figure);
      exact &= claims[end].row.figure.best.has_value();
    }
    // "eight deaths in Mexico; four people were killed in Guerrero and four in Chiapas": the total stands before.
    const bool total_before = end - i > 2 && exact && sum == 2 * main_of(first.figure) && claims[i + 1].tokens.first >= claims[i].tokens.end;
    for (std::size_t part = i + 1; total_before && part < end; ++part) claims[part].row.part_of = static_cast<Id>(i + 1);
    if (end - i > 1 && exact && !total_before) {
      constexpr std::size_t reach = 12;
      const std::size_t from = i > reach ? i - reach : 0;
      for (std::size_t total = from; total < std::min(end + reach, claims.size()); ++total) {
        const Casualty& row = claims[total].row;
        const auto foreign = [&](const FoundCasualty& part) {
          return !part.victims.kind.empty() && !claims[total].victims.kind.empty() && part.victims.kind != claims[total].victims.kind;
        };
        if (std::any_of(claims.begin() + static_cast<std::ptrdiff_t>(i), claims.begin() + static_cast<std::ptrdiff_t>(end), foreign)) continue;
        if ((total >= i && total < end) || row.harm != first.harm || row.part_of != 0 || main_of(row.figure) != sum || row.status != first.status) continue;
        for (std::size_t part = i; part < end; ++part) claims[part].row.part_of = static_cast<Id>(total + 1);
        break;
      }
    }
    i = std::max(end, i + 1);
  }
}

// "23 militants were killed. … In the first raid 13 were killed. … In the second, 10 more": what the sentences behind a figure
// tell one after the other, where it comes to that.
void find_sums(std::vector<FoundCasualty>& claims) {
  constexpr std::size_t reach = 12;
  constexpr std::size_t most = 8;
  for (std::size_t total = 0; total < claims.size(); ++total) {
    const FoundCasualty& whole = claims[total];
    if (!whole.row.figure.best || whole.row.part_of != 0 || whole.victims.singular || whole.elsewhere || whole.weak) continue;
    std::array<std::size_t, most> parts{};
    std::size_t count = 0;
    std::int64_t sum = 0;
    for (std::size_t i = total + 1; i < std::min(total + reach, claims.size()) && count < most; ++i) {
      const FoundCasualty& claim = claims[i];
      if (claim.row.harm != whole.row.harm || claim.row.part_of != 0 || claim.row.status != whole.row.status || claim.elsewhere) continue;
      if (claim.row.figure.bound == "none" || !compatible(whole.victims, claim.victims)) continue;
      // Of 23 militants only militants are parts, or a number alone; not two who are named between.
      if (!whole.victims.kind.empty() && claim.victims.kind.empty() && !claim.victims.words.empty()) continue;
      if (!claim.row.figure.best || *claim.row.figure.best >= *whole.row.figure.best || claim.row.sentence == whole.row.sentence) break;
      // "Ten were killed in Gao on Monday. On Tuesday six were killed in Kidal, four in Menaka": of other days and places.
      const bool other_place = !claim.row.place.empty() && !whole.row.place.empty() && claim.row.place != whole.row.place;
      if (claim.there || other_place || !same_dates(claim.row, whole.row)) break;
      sum += *claim.row.figure.best;
      if (sum > *whole.row.figure.best) break;
      parts[count++] = i;
      if (sum == *whole.row.figure.best) break;
    }
    if (sum != *whole.row.figure.best || count < 2) continue;
    for (std::size_t i = 0; i < count; ++i) claims[parts[i]].row.part_of = static_cast<Id>(total + 1);
  }
}

// "12 were killed and 80 hurt, or 92 in all": a number for both harms. "103 died and three were crushed, making 106 in all": of
// those whose harm may kill it says that it did.
void tell_both_harms(std::vector<FoundCasualty>& claims, std::size_t total) {
  constexpr std::size_t reach = 4;
  FoundCasualty& whole = claims[total];
  if (!whole.revises || !whole.row.figure.best || (whole.row.harm != "killed" && whole.row.harm != "injured")) return;
  std::size_t first = total;
  std::int64_t sum = 0;
  bool another = false;
  bool weak = true;
  while (first > 0 && total - first < reach && claims[first - 1].row.sentence == whole.row.sentence && sum < *whole.row.figure.best) {
    const FoundCasualty& claim = claims[--first];
    if ((claim.row.harm != "killed" && claim.row.harm != "injured") || claim.row.part_of != 0) return;
    sum += main_of(claim.row.figure);
    another |= claim.row.harm != whole.row.harm;
    weak &= claim.row.harm == "killed" || claim.weak;
  }
  if (!another || sum != *whole.row.figure.best) return;
  whole.row.harm = weak ? "killed" : "killed_or_injured";
  for (std::size_t i = first; weak && i < total; ++i) claims[i].row.harm = "killed";
}

// "57 died in the village and 23 elsewhere, so that it claimed 80 lives": what was told before comes to it.
void find_totals(std::vector<FoundCasualty>& claims) {
  constexpr std::size_t reach = 8;
  constexpr std::uint32_t near = 2;  // sentences
  for (std::size_t total = 2; total < claims.size(); ++total) {
    tell_both_harms(claims, total);
    const FoundCasualty& whole = claims[total];
    if (!whole.row.figure.best || whole.row.part_of != 0 || whole.victims.singular || whole.elsewhere || whole.victims.perpetrator) continue;
    if (whole.victims.besides || whole.more) continue;  // "Fifteen others died": on top of those
    std::int64_t sum = 0;
    std::size_t count = 0;
    std::size_t first = total;
    for (std::size_t i = total; i-- > 0 && total - i <= reach && sum < *whole.row.figure.best; first = i) {
      const FoundCasualty& claim = claims[i];
      if (claim.row.harm != whole.row.harm || claim.row.part_of != 0) continue;
      if (claim.elsewhere || claim.row.status != whole.row.status || claim.row.figure.bound == "none" || claim.row.sentence + near < whole.row.sentence) break;
      // Of another source, place or day: "The army said that five had died. The mayor said that 15 had."
      const bool other_source = claim.row.claimant != whole.row.claimant && !claim.row.claimant.empty() && !whole.row.claimant.empty();
      const bool places = !claim.row.place.empty() && !whole.row.place.empty();
      const bool other_place = places && claim.row.sentence != whole.row.sentence && claim.row.place != whole.row.place;
      if (other_source || other_place || !same_dates(claim.row, whole.row)) break;
      if (claim.victims.singular || claim.victims.pronoun) break;  // one person more or less comes to many a number
      if (!whole.victims.kind.empty() && !claim.victims.kind.empty() && whole.victims.kind != claim.victims.kind) break;
      sum += main_of(claim.row.figure);
      ++count;
    }
    if (sum != *whole.row.figure.best || count < 2) continue;
    for (std::size_t i = first; i < total; ++i) {
      if (claims[i].row.harm == whole.row.harm && claims[i].row.part_of == 0) claims[i].row.part_of = static_cast<Id>(total + 1);
    }
  }
}

// "Nine bodies were found, taking the toll to 84": of the 84, where these are the text's own.
void find_brought(std::vector<FoundCasualty>& claims) {
  for (FoundCasualty& claim : claims) {
    if (claim.brings == 0 || claim.row.part_of != 0 || claim.elsewhere || claims[claim.brings - 1].elsewhere) continue;
    claim.row.part_of = claim.brings;
  }
}

// "A bomber blew himself up, killing himself and three men": he is one of the four.
void find_selves(std::vector<FoundCasualty>& claims) {
  for (std::size_t i = 0; i + 1 < claims.size(); ++i) {
    const FoundCasualty& all = claims[i + 1];
    FoundCasualty& self = claims[i];
    if (self.row.harm != all.row.harm || self.row.sentence != all.row.sentence || self.row.part_of != 0 || all.row.part_of != 0) continue;
    if (self.victims.tokens.empty() || self.victims.tokens.first != all.victims.tokens.first || !self.row.figure.best) continue;
    if (main_of(self.row.figure) < main_of(all.row.figure)) self.row.part_of = static_cast<Id>(i + 2);
  }
}

}  // namespace

void find_parts(std::vector<FoundCasualty>& claims) {
  find_selves(claims);
  find_brought(claims);
  find_lists(claims);
  find_sums(claims);
  find_totals(claims);
  // Of each harm the last total: a number of persons of no kind; and the claim before.
  std::vector<std::size_t> totals;
  std::vector<std::size_t> last;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    FoundCasualty& claim = claims[i];
    if (claim.row.status != "asserted" || claim.row.figure.bound == "none" || claim.elsewhere) continue;
    const auto before = std::find_if(last.begin(), last.end(), [&](std::size_t at) { return claims[at].row.harm == claim.row.harm; });
    const FoundCasualty* const previous = before == last.end() ? nullptr : &claims[*before];
    if (before == last.end()) {
      last.push_back(i);
    } else {
      *before = i;
    }
    if (claim.row.part_of != 0) continue;
    if (claim.victims.share && previous != nullptr && main_of(previous->row.figure) > main_of(claim.row.figure)) {
      claim.row.part_of = static_cast<Id>(previous - claims.data() + 1);
      continue;
    }
    // "Three were hurt. One of them was hit in the back. The other two were treated": of the three.
    const bool rest = claim.victims.besides && claim.victims.definite && !claim.victims.singular && !claim.victims.perpetrator;
    const bool open = claim.victims.kind.empty() && claim.victims.country.empty() && !claim.victims.singular && !claim.victims.perpetrator;
    const auto total = std::find_if(totals.begin(), totals.end(), [&](std::size_t at) { return claims[at].row.harm == claim.row.harm; });
    // "Two were killed. … Ali Khan died at the scene. … A boy also died": those that come on top of a part are of the total.
    if (claim.more && total != totals.end() && previous != nullptr && previous != &claims[*total] && claims[*total].row.sentence != claim.row.sentence &&
        main_of(previous->row.figure) + main_of(claim.row.figure) <= main_of(claims[*total].row.figure)) {
      claim.row.part_of = static_cast<Id>(*total + 1);
      continue;
    }
    if (rest && total != totals.end() && claims[*total].row.sentence != claim.row.sentence && main_of(claim.row.figure) < main_of(claims[*total].row.figure)) {
      claim.row.part_of = static_cast<Id>(*total + 1);
      continue;
    }
    // "Two were killed. A guard stood at the gate. The driver, Rosa Vega, also died": besides one of whom no claim tells.
    constexpr Id apart = 2;
    const bool named = claim.victims.singular && claim.more && claim.victims.actor != 0;
    if (named && total != totals.end() && previous == &claims[*total] && claims[*total].row.sentence + apart <= claim.row.sentence &&
        main_of(previous->row.figure) > 1) {
      claim.row.part_of = static_cast<Id>(*total + 1);
      continue;
    }
    if (open) {
      if (!claim.row.figure.best || claim.background) continue;  // "over 200", "dozens": what is told besides need not be of them
      if (total == totals.end()) {
        totals.push_back(i);
      } else if (main_of(claim.row.figure) >= main_of(claims[*total].row.figure)) {
        *total = i;
      }
      continue;
    }
    if (total == totals.end() || claim.more || claim.there || claim.victims.perpetrator || claims[*total].row.sentence == claim.row.sentence) continue;
    if (claim.background) continue;
    if (main_of(claim.row.figure) < main_of(claims[*total].row.figure) && same_dates(claim.row, claims[*total].row))
      claim.row.part_of = static_cast<Id>(*total + 1);
  }
}

// "Deputy wounded, gunman killed": what the headline tells, the first sentence below tells again in other words, where each
// has one claim of the harm.
void join_headline(std::vector<FoundCasualty>& claims) {
  for (std::size_t i = 0; i < claims.size() && claims[i].headline; ++i) {
    FoundCasualty& first = claims[i];
    const auto same_harm = [&](const FoundCasualty& claim) { return claim.row.harm == first.row.harm && claim.row.part_of == 0; };
    constexpr std::size_t reach = 32;
    const std::size_t end = std::min(claims.size(), i + reach);
    std::size_t below = i + 1;
    while (below < end && !claims[below].headline && !same_harm(claims[below])) ++below;
    const auto alone = [&](std::size_t at) {
      return (at == 0 || !same_harm(claims[at - 1]) || claims[at - 1].row.sentence != claims[at].row.sentence) &&
             (at + 1 >= claims.size() || !same_harm(claims[at + 1]) || claims[at + 1].row.sentence != claims[at].row.sentence);
    };
    while (below < end && (claims[below].headline || !same_harm(claims[below]))) ++below;
    if (below >= end || claims[below].row.figure != first.row.figure || !alone(i) || !alone(below)) continue;
    if (!compatible(first.victims, claims[below].victims)) claims[below].victims = first.victims;
  }
}

// "An officer killed a boy. … In 2012 he killed a man": of a year or month of its own, and nobody told before.
bool is_dated_apart(const FoundCasualty& first, const FoundCasualty& claim) {
  constexpr std::size_t day = 10;  // 2012-09-13
  const Victims& victims = claim.victims;
  return first.row.date_from.empty() && !claim.row.date_from.empty() && claim.row.date_from.size() < day && (victims.singular || !victims.generic) &&
         (!victims.definite || victims.own) && !victims.pronoun && victims.actor == 0;
}

// "Four died, including two children. … Last week two labourers died": the part is told again only in words for the same.
bool is_other_part(const FoundCasualty& first, const FoundCasualty& claim) {
  if ((first.row.part_of == 0) == (claim.row.part_of == 0) || claim.victims.definite || first.victims.generic || claim.victims.generic) return false;
  const bool same_kind = !first.victims.kind.empty() && first.victims.kind == claim.victims.kind;
  return first.victims.actor == 0 && claim.victims.actor == 0 && first.victims.noun != claim.victims.noun && !same_kind;
}

// "A 13-year-old boy drowned. … A motorcyclist was killed in a crash": another person, unless told in the sentence after. "The body
// of Brian Perry was found in Wales. … In Hampshire, a man was killed": another than he who was named.
bool is_another(const FoundCasualty& first, const FoundCasualty& claim) {
  const Victims& a = first.victims;
  const Victims& b = claim.victims;
  const bool known = a.singular && (a.actor != 0 || first.named != 0);
  if (known && claim.there && b.singular && !b.told() && claim.row.sentence > first.row.sentence + 1) return true;
  const bool named = !first.headline && a.actor == 0 && b.actor == 0 && first.named == 0;
  const bool nouns = a.singular && b.singular && !a.pronoun && !b.pronoun && !a.generic && !b.generic && a.noun != b.noun;
  return named && nouns && !b.definite && a.kind != b.kind && claim.row.sentence > first.row.sentence + 1;
}

// "23 children killed" above "23 children and four adults were killed": the four come on top of what the headline tells.
void add_to_headline(std::vector<FoundCasualty>& claims, std::size_t first, std::size_t again) {
  const auto same_harm = [&](std::size_t at) { return claims[at].row.harm == claims[first].row.harm && claims[at].row.part_of == 0; };
  const bool alone = (first == 0 || !same_harm(first - 1)) && (first + 1 >= claims.size() || !same_harm(first + 1) || !claims[first + 1].headline);
  const std::size_t next = again + 1;
  if (!claims[first].headline || claims[again].headline || !alone || next >= claims.size() || !same_harm(next)) return;
  const bool sibling = claims[next].row.sentence == claims[again].row.sentence && claims[next].row.claimant == claims[again].row.claimant;
  const Victims& others = claims[next].victims;
  if (others.singular || others.generic || others.besides || claims[first].victims.generic) return;
  if (sibling && !others.perpetrator && claims[next].row.figure.bound != "none") claims[next].more = true;
}

void merge_told_again(std::vector<FoundCasualty>& claims) {
  join_headline(claims);
  std::vector<std::size_t> order;
  std::vector<std::size_t> stands_for = numbers(claims.size());
  for (std::size_t i = 0; i < claims.size(); ++i) {
    FoundCasualty& claim = claims[i];
    // What was told so many claims ago is not told again in one article: the search stays short in the longest text.
    constexpr std::ptrdiff_t reach = 64;
    const auto from = order.end() - std::min<std::ptrdiff_t>(reach, order.end() - order.begin());
    const auto told = std::find_if(from, order.end(), [&](std::size_t before) {
      const FoundCasualty& first = claims[before];
      return first.row.harm == claim.row.harm && first.row.sentence != claim.row.sentence && first.row.figure == claim.row.figure &&
             first.row.status == claim.row.status && same_claimant(first.row, claim.row) && same_dates(first.row, claim.row) && !claim.more &&
             first.elsewhere == claim.elsewhere && compatible(first.victims, claim.victims) && !is_other_part(first, claim) && !is_dated_apart(first, claim) &&
             !is_another(first, claim);
    });
    if (told == order.end()) {
      order.push_back(i);
      continue;
    }
    stands_for[i] = *told;
    add_to_headline(claims, *told, i);
    FoundCasualty& first = claims[*told];
    // What the first telling leaves open the second may tell; not who says so, unless a headline left it out: the reporter
    // gave it as fact.
    if (first.row.claimant.empty() && first.headline) first.row.claimant = claim.row.claimant, first.row.claimant_actor = claim.row.claimant_actor;
    first.weak &= claim.weak;
    first.beside |= first.headline && claim.beside;
    first.background &= claim.background;
    if (first.row.victim_kind.empty()) first.row.victim_kind = claim.row.victim_kind;
    if (first.row.victim_country.empty()) first.row.victim_country = claim.row.victim_country;
    if (first.row.perpetrator.empty()) first.row.perpetrator = claim.row.perpetrator, first.row.perpetrator_actor = claim.row.perpetrator_actor;
    if (first.row.date_from.empty()) first.row.date_from = claim.row.date_from, first.row.date_to = claim.row.date_to;
    if (first.row.place.empty()) first.row.place = claim.row.place;
    if (first.victims.generic && !claim.victims.generic) {
      const std::int64_t nth = first.victims.nth;
      first.victims = claim.victims;
      first.victims.nth = std::max(nth, claim.victims.nth);
    }
    if (first.victims.singular && claim.victims.singular && first.named == 0) first.named = claim.victims.actor;
  }
  reorder(claims, order, stands_for);
}

}  // namespace gazette::facts

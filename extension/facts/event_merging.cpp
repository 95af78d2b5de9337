#include "facts/event_merging.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <tuple>

namespace gazette::facts {

namespace {

std::size_t hash_of(Id actor, std::string_view name) { return actor != 0 ? std::hash<Id>{}(actor) + 1 : std::hash<std::string_view>{}(name); }

bool same_party(Id a, std::string_view name_a, Id b, std::string_view name_b) { return a != 0 || b != 0 ? a == b : name_a == name_b; }

}  // namespace

// The order of the parties does not count: it does not in what both do.
std::size_t EventRows::key_of(const Event& event) {
  return std::hash<std::string_view>{}(event.type) ^ (hash_of(event.source_actor, event.source) + hash_of(event.target_actor, event.target));
}

bool EventRows::same_parties(const Event& a, const Event& b) {
  if (a.type != b.type) return false;
  const auto same = [&](bool crossed) {
    return same_party(a.source_actor, a.source, crossed ? b.target_actor : b.source_actor, crossed ? b.target : b.source) &&
           same_party(a.target_actor, a.target, crossed ? b.source_actor : b.target_actor, crossed ? b.source : b.target);
  };
  return same(false) || (a.reciprocal && b.reciprocal && same(true));
}

// Does a row that lacks one side tell of the deed of a row that has both?
bool EventRows::tells_less(const Event& part, const Event& whole) {
  if (part.type != whole.type || part.auxiliary != whole.auxiliary) return false;
  constexpr Id near = 3;  // sentences, for what is told by a verb
  const Id distance = part.sentence > whole.sentence ? part.sentence - whole.sentence : whole.sentence - part.sentence;
  if (part.rule != "event.noun" && distance > near) return false;
  if (!part.mode.empty() && !whole.mode.empty() && part.mode != whole.mode) return false;
  if (!part.date_from.empty() && !whole.date_from.empty() && part.date_from != whole.date_from) return false;
  const auto same = [](Id one, Id other, const std::string& name, const std::string& of_other) {
    return one != 0 ? one == other : !name.empty() && name == of_other;
  };
  if (part.target.empty()) return same(part.source_actor, whole.source_actor, part.source, whole.source);
  return same(part.target_actor, whole.target_actor, part.target, whole.target);
}

void EventRows::complete(Event& told, Event&& again) {
  if (told.date_from.empty()) told.date_from = std::move(again.date_from), told.date_to = std::move(again.date_to);
  if (told.place.empty()) told.place = std::move(again.place), told.place_country = std::move(again.place_country);
  if (told.mode.empty()) told.mode = std::move(again.mode);
}

// "They met in New York. … Blinken met with the minister on Monday": what is near, of one type and shares a party, has
// one place.
void EventRows::place_alike(std::vector<Event>& rows) {
  constexpr std::size_t reach = 8;  // rows
  constexpr Id near = 3;            // sentences
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Event& event = rows[i];
    if (!event.place.empty() || !has_scene(event.type)) continue;
    for (std::size_t k = i; k-- > 0 && k + reach > i;) {
      const Event& other = rows[k];
      if (other.type != event.type || other.place.empty() || other.sentence + near < event.sentence) continue;
      // who struck here is struck elsewhere
      const bool either = event.reciprocal || other.reciprocal;
      const auto same = [](Id one, Id of_other) { return one != 0 && one == of_other; };
      const bool alike = same(event.source_actor, other.source_actor) || same(event.target_actor, other.target_actor);
      const bool crossed = either && (same(event.source_actor, other.target_actor) || same(event.target_actor, other.source_actor));
      if (!alike && !crossed) continue;
      event.place = other.place;
      event.place_country = other.place_country;
      break;
    }
  }
}

bool EventRows::has_scene(std::string_view type) {
  return type == "CONSULT" || type == "ASSAULT" || type == "COERCE" || type == "PROTEST" || type == "MOBILIZE" || type == "RETREAT" || type == "AID" ||
         type == "COOPERATE" || type == "CONCEDE" || type == "SUPPORT";
}

std::vector<Event> EventRows::take() {
  // Of a long text only the rows near to each other are compared.
  constexpr std::size_t reach = 64;
  std::vector<Event> kept;
  std::vector<std::uint8_t> gone(rows_.size(), 0);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (!rows_[i].source.empty() && !rows_[i].target.empty()) continue;
    const std::size_t first = i > reach ? i - reach : 0;
    for (std::size_t k = first; k < std::min(rows_.size(), i + reach); ++k) {
      if (k == i || gone[k] != 0 || rows_[k].source.empty() || rows_[k].target.empty() || !tells_less(rows_[i], rows_[k])) continue;
      complete(rows_[k], std::move(rows_[i]));
      gone[i] = 1;
      break;
    }
  }
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (gone[i] == 0) kept.push_back(std::move(rows_[i]));
  }
  place_alike(kept);
  std::vector<std::size_t> order(kept.size());  // to sort numbers takes less code than to sort rows
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
    const Event& a = kept[one];
    const Event& b = kept[other];
    return std::tie(a.span.begin, a.trigger.begin, one) < std::tie(b.span.begin, b.trigger.begin, other);
  });
  std::vector<Event> sorted;
  sorted.reserve(kept.size());
  for (const std::size_t i : order) sorted.push_back(std::move(kept[i]));
  return sorted;
}

void EventRows::add(Event event) {
  std::vector<std::size_t>& same = same_[key_of(event)];
  const auto at = std::find_if(same.begin(), same.end(), [&](std::size_t other) {
    const Event& told = rows_[other];
    const bool dates = told.date_from == event.date_from || event.date_from.empty() || told.date_from.empty();
    const bool modes = told.mode == event.mode || told.mode.empty() || event.mode.empty();
    return dates && modes && same_parties(told, event) && told.auxiliary == event.auxiliary;
  });
  if (at == same.end()) {
    same.push_back(rows_.size());
    rows_.push_back(std::move(event));
    return;
  }
  complete(rows_[*at], std::move(event));
}

}  // namespace gazette::facts

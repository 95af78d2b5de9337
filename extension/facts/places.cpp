#include "facts/places.h"

#include <charconv>
#include <set>
#include <unordered_map>

#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

using lexicon::Column;
using lexicon::Entry;
namespace class_id = lexicon::class_id;

double number_of(std::string_view cell) {
  double value = 0;
  std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return value;
}

bool is_place(const Entry& entry) {
  return entry.is(class_id::CITY) || entry.is(class_id::REGION) || entry.is(class_id::COUNTRY) || entry.is(class_id::PLACE);
}

// Of the places of one name: one in a country that the text names, else the largest.
std::optional<Entry> best_entry(const lexicon::Lexicon& lexicon, std::string_view name, const std::set<std::string>& countries) {
  std::optional<Entry> best;
  double best_rank = -1;
  lexicon.each_entry(lexicon.find_term(name), [&](const Entry& entry, std::uint8_t) {
    if (!is_place(entry)) return;
    double rank = 1 + number_of(entry[Column::population]);
    if (entry.is(class_id::COUNTRY)) rank += 1e10;  // more than any city has
    if (countries.contains(std::string(entry[Column::country]))) rank += 1e11;
    if (rank > best_rank) best_rank = rank, best = entry;
  });
  return best;
}

}  // namespace

FoundPlaces find_places(const Document& document, const Cast& cast) {
  FoundPlaces places;
  const lexicon::Lexicon& lexicon = document.grammar->lexicon();
  std::set<std::string> countries;
  for (const Actor& actor : cast.actors) {
    if (actor.kind == ActorKind::country && !actor.country.empty()) countries.insert(actor.country);
  }
  std::unordered_map<Id, std::uint32_t> by_actor;
  for (const FoundMention& mention : cast.mentions) {
    const bool place = mention.row.kind == ActorKind::place || (mention.row.kind == ActorKind::country && mention.row.form == MentionForm::name);
    if (!place || mention.row.actor == 0) continue;
    auto [at, added] = by_actor.emplace(mention.row.actor, static_cast<std::uint32_t>(places.rows.size()));
    if (added) {
      const Actor& actor = cast.actors[mention.row.actor - 1];
      Place row;
      row.name = actor.name;
      row.country = actor.country;
      row.span = mention.row.span;
      if (const auto entry = best_entry(lexicon, actor.name, countries)) {
        if (!(*entry)[Column::country].empty()) row.country = (*entry)[Column::country];
        if (!(*entry)[Column::latitude].empty()) row.latitude = number_of((*entry)[Column::latitude]);
        if (!(*entry)[Column::longitude].empty()) row.longitude = number_of((*entry)[Column::longitude]);
      }
      places.rows.push_back(std::move(row));
    }
    ++places.rows[at->second].mentions;
    places.mentions.push_back({at->second, mention.tokens});
  }
  return places;
}

}  // namespace gazette::facts

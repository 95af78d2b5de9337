#include "facts/gazetteer.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "lexicon/cell.h"
#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

using lexicon::Column;
using lexicon::Entry;
namespace class_id = lexicon::class_id;

constexpr double near_region = 350;  // kilometres from a region's middle within which a place is near it
constexpr double in_region = 1000;   // and within which the text may put a place in it: Ontario is large
constexpr double region_size = 6.2;  // as if a region had 1.6 million people
constexpr double country_bonus = 3;
constexpr double capital_bonus = 0.5;

std::optional<Candidate> candidate_of(const Entry& entry) {
  Candidate candidate;
  if (entry.is(class_id::COUNTRY)) {
    candidate.level = PlaceLevel::country;
  } else if (entry.is(class_id::REGION)) {
    candidate.level = PlaceLevel::region;
  } else if (entry.is(class_id::PLACE)) {
    candidate.level = PlaceLevel::area;
  } else if (!entry.is(class_id::CITY)) {
    return std::nullopt;
  }
  candidate.name = entry[Column::name].empty() ? entry.term() : entry[Column::name];
  candidate.country = entry[Column::country];
  candidate.latitude = lexicon::number_in<double>(entry[Column::latitude]);
  candidate.longitude = lexicon::number_in<double>(entry[Column::longitude]);
  candidate.population = lexicon::number_in<double>(entry[Column::population]).value_or(0);
  candidate.capital = entry.is(class_id::CAPITAL);
  return candidate;
}

void add_named(const lexicon::Lexicon& lexicon, std::string_view name, std::vector<Candidate>& found) {
  lexicon.each_entry(lexicon.find_term(name), [&](const Entry& entry, std::uint8_t) {
    if (const auto candidate = candidate_of(entry)) found.push_back(*candidate);
  });
}

// How much a place's own size speaks for it.
double size_of(const Candidate& candidate) {
  const double persons = std::log10(candidate.population + 1);
  switch (candidate.level) {
    case PlaceLevel::country: return persons + country_bonus;
    case PlaceLevel::region: return std::max(persons, region_size);
    case PlaceLevel::area: return region_size;
    case PlaceLevel::city: break;
  }
  return persons + (candidate.capital ? capital_bonus : 0);
}

}  // namespace

std::vector<Candidate> places_named(const lexicon::Lexicon& lexicon, std::string_view name) {
  std::vector<Candidate> found;
  add_named(lexicon, name, found);
  if (!found.empty()) return found;
  const std::size_t last = name.rfind(' ');
  const std::size_t first = name.find(' ');
  if (last == std::string_view::npos) return found;
  // Only a head word may go: "Kunar Province", "City of Gaza" and "Mount Sinai", but not "New Delhi".
  if (lexicon.entry_of(name.substr(last + 1), class_id::PLACE_HEAD)) add_named(lexicon, name.substr(0, last), found);
  if (found.empty() && lexicon.entry_of(name.substr(0, first), class_id::PLACE_HEAD)) add_named(lexicon, name.substr(last + 1), found);
  return found;
}

std::optional<double> kilometres(const Candidate& a, const Candidate& b) {
  if (!a.latitude || !a.longitude || !b.latitude || !b.longitude) return std::nullopt;
  constexpr double radius = 6371;
  constexpr double degree = std::numbers::pi / 180;
  const double north = std::sin((*b.latitude - *a.latitude) * degree / 2);
  const double east = std::sin((*b.longitude - *a.longitude) * degree / 2);
  const double square = north * north + std::cos(*a.latitude * degree) * std::cos(*b.latitude * degree) * east * east;
  return 2 * radius * std::asin(std::min(1.0, std::sqrt(square)));
}

bool lies_in(const Candidate& place, const Candidate& whole) {
  if (whole.level <= place.level || place.country.empty() || place.country != whole.country) return false;
  if (whole.level == PlaceLevel::country) return true;
  const auto distance = kilometres(place, whole);
  return !distance || *distance < in_region;
}

double Evidence::weight_of(const Candidate& candidate) const {
  constexpr double of_country = 1.5;
  constexpr double of_each_time = 0.15;
  constexpr double most_times = 4;
  constexpr double of_region = 1;
  double weight = 0;
  if (candidate.level != PlaceLevel::country) {
    const auto named = countries_.find(candidate.country);
    // a country named among many says little: half of all namings are as good as all
    if (named != countries_.end()) {
      const double share = std::min(1.0, 2.0 * named->second / named_);
      weight += (of_country + of_each_time * std::min<double>(named->second, most_times)) * share;
    }
  }
  for (const Candidate& region : regions_) {
    if (candidate.level == PlaceLevel::country || candidate.country != region.country) continue;
    const auto distance = kilometres(candidate, region);
    if (distance && *distance < near_region) return weight + of_region;
  }
  return weight;
}

namespace {

// How well a place lies in what the text puts it in; nothing where it does not. In a region the place nearest to its
// middle is meant, for another of the name may lie in the next one.
std::optional<double> fit_of(const Candidate& candidate, const std::vector<Candidate>& wholes) {
  constexpr double best_fit = 5;
  constexpr double kilometres_a_point = 100;
  std::optional<double> fit;
  for (const Candidate& whole : wholes) {
    if (!lies_in(candidate, whole)) continue;
    const auto distance = kilometres(candidate, whole);
    const double here = whole.level == PlaceLevel::region && distance ? best_fit - *distance / kilometres_a_point : 1;
    fit = std::max(fit.value_or(here), here);
  }
  return fit;
}

}  // namespace

std::int32_t choose(const std::vector<Candidate>& candidates, const Evidence& evidence, const Relations& relations) {
  constexpr double of_part = 3;
  if (candidates.size() == 1 && relations.wholes.empty()) return 0;
  std::int32_t best = -1;
  double highest = -std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Candidate& candidate = candidates[i];
    double score = size_of(candidate) + evidence.weight_of(candidate);
    if (!relations.wholes.empty()) {
      const auto fit = fit_of(candidate, relations.wholes);
      if (!fit) continue;
      score += *fit;
    }
    const bool whole = std::any_of(relations.parts.begin(), relations.parts.end(), [&](const Candidate& part) { return lies_in(part, candidate); });
    if (whole) score += of_part;
    if (score > highest) highest = score, best = static_cast<std::int32_t>(i);
  }
  return best;
}

}  // namespace gazette::facts

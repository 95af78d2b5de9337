// Gazetteer: which place a name means, of all the lexicon's places of that name.
//
//   Evidence evidence;
//   evidence.name_country("LBN", 2);
//   choose(places_named(lexicon, "Tripoli"), evidence, {})       ->  the one in Lebanon, though Libya's is larger
//   choose(places_named(lexicon, "Paris"), {}, {.wholes = texas})  ->  the one in Texas: "Paris, Texas"
//
// A place that the text itself puts somewhere ("Paris, Texas") is there. Else the countries and regions that the text
// names speak for theirs, and size for itself; a city of world rank is not moved by a country that is merely named.
#ifndef GAZETTE_FACTS_GAZETTEER_H
#define GAZETTE_FACTS_GAZETTEER_H

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"

namespace gazette::facts {

/// How much of the world a place is; the smaller, the more a fact wants it.
enum class PlaceLevel : std::uint8_t { city, area, region, country };  // area: a river, an island, a part of a country

/// A place of the lexicon.
struct Candidate {
  std::string_view name;  // canonical
  std::string_view country;
  PlaceLevel level = PlaceLevel::city;
  std::optional<double> latitude;
  std::optional<double> longitude;
  double population = 0;
  bool capital = false;
};

/// All places of a name; where the whole name is none, of the name without its head word ("Kunar Province").
std::vector<Candidate> places_named(const lexicon::Lexicon& lexicon, std::string_view name);

/// What the text says of where it plays.
class Evidence {
 public:
  /// The country's code is kept as a view.
  void name_country(std::string_view country, std::uint32_t times) { countries_[country] += times, named_ += times; }
  void name_region(const Candidate& region) { regions_.push_back(region); }
  /// What the text's countries and regions add to a candidate.
  double weight_of(const Candidate& candidate) const;

 private:
  std::map<std::string_view, std::uint32_t> countries_;
  std::uint32_t named_ = 0;  // all of them together
  std::vector<Candidate> regions_;
};

/// Does the first lie in the second, as far as the lexicon can tell? Of a region its country and its distance decide.
bool lies_in(const Candidate& place, const Candidate& whole);

/// Distance over the ground in kilometres; nothing where one has no coordinates.
std::optional<double> kilometres(const Candidate& a, const Candidate& b);

/// What the text puts a place in ("Paris, Texas"), and what it puts in it; with all that these names can mean.
struct Relations {
  std::vector<Candidate> wholes;
  std::vector<Candidate> parts;
};

/// The best of the candidates (index). -1 where there is none, or where the text puts the place in another in which the
/// lexicon knows none.
std::int32_t choose(const std::vector<Candidate>& candidates, const Evidence& evidence, const Relations& relations);

}  // namespace gazette::facts

#endif

// Every line of fixtures/places.tsv is a test: a text, a name in it, and the country and coordinates of the place that
// it means; without a country, the name is no place. Without coordinates, only the country is compared.
#include "facts/places.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "facts/knowledge.h"
#include "gazette.h"

namespace gazette {
namespace {

struct PlaceCase {
  std::string text;
  std::string name;
  std::string country;
  std::string latitude;
  std::string longitude;
};

void PrintTo(const PlaceCase& example, std::ostream* out) { *out << example.name << " in \"" << example.text << '"'; }

std::vector<PlaceCase> read_cases() {
  std::ifstream file(GAZETTE_SOURCE "/fixtures/places.tsv");
  std::vector<PlaceCase> cases;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::vector<std::string> cells(1);
    for (const char c : line) {
      if (c == '\t') {
        cells.emplace_back();
      } else {
        cells.back() += c;
      }
    }
    if (cells.size() == 5) cases.push_back({cells[0], cells[1], cells[2], cells[3], cells[4]});
  }
  return cases;
}

class PlacesOfFixture : public testing::TestWithParam<PlaceCase> {};

TEST_P(PlacesOfFixture, IsTheOneMeant) {
  const PlaceCase& example = GetParam();
  const Article article = analyze(example.text);
  const Place* found = nullptr;
  for (const Place& place : article.places) {
    if (place.name == example.name) found = &place;
  }
  if (example.country.empty()) {
    EXPECT_EQ(found, nullptr);
    return;
  }
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->country, example.country);
  if (example.latitude.empty()) return;
  constexpr double near = 0.2;
  ASSERT_TRUE(found->latitude && found->longitude);
  EXPECT_NEAR(*found->latitude, std::atof(example.latitude.c_str()), near);
  EXPECT_NEAR(*found->longitude, std::atof(example.longitude.c_str()), near);
}

INSTANTIATE_TEST_SUITE_P(Places, PlacesOfFixture, testing::ValuesIn(read_cases()));

TEST(Places, AreMany) { EXPECT_GE(read_cases().size(), 60U); }

// The words of `near` stand once in the text; where was that?
std::string place_for(std::string_view text, std::string_view near, bool paragraph = false) {
  const facts::Document document = facts::read(text, *Knowledge::built_in()->grammar().grammar, {});
  const facts::FoundPlaces places = facts::find_places(document, facts::find_actors(document));
  const std::size_t begin = text.find(near);
  facts::Stretch tokens;
  for (std::uint32_t i = 0; i < document.tokens.size(); ++i) {
    if (document.tokens[i].begin == begin) tokens.first = i;
    if (document.tokens[i].end == begin + near.size()) tokens.end = i + 1;
  }
  const facts::PlaceMention* const found = paragraph ? facts::place_of_paragraph(places, document, tokens) : facts::place_near(places, document, tokens);
  return found == nullptr ? "none" : places.rows[found->place].name;
}

TEST(PlaceNear, IsWhereAPrepositionPutsIt) {
  EXPECT_EQ(place_for("Turkey shelled a resort in Zakho on Wednesday.", "shelled"), "Zakho");
  EXPECT_EQ(place_for("Two soldiers were killed near Goris in Armenia.", "were killed"), "Goris");
  EXPECT_EQ(place_for("In Kabul, the Taliban killed two men.", "killed"), "Kabul");
  EXPECT_EQ(place_for("Turkey attacked Syria.", "attacked"), "none");
}

TEST(PlaceNear, IsTheSmallestOfAChain) {
  EXPECT_EQ(place_for("A bomb went off in Jolo, Philippines, on Sunday.", "went off"), "Jolo");
  EXPECT_EQ(place_for("A bomb went off in the northern Iraqi city of Mosul.", "went off"), "Mosul");
}

TEST(PlaceNear, IsOfTheSameClause) {
  EXPECT_EQ(place_for("Two were killed in Kabul, and three were wounded in Herat.", "wounded"), "Herat");
  EXPECT_EQ(place_for("Two were killed in Kabul, and three were wounded in Herat.", "killed"), "Kabul");
}

TEST(PlaceOfParagraph, IsToldBeforeElseBehind) {
  EXPECT_EQ(place_for("The raid was in Nablus. Two men were killed.", "were killed", true), "Nablus");
  EXPECT_EQ(place_for("Two men were killed. The raid was in Nablus.", "were killed", true), "Nablus");
  EXPECT_EQ(place_for("The raid was in Nablus.\n\nTwo men were killed.", "were killed", true), "none");
}

TEST(Gazetteer, KnowsDistances) {
  facts::Candidate paris;
  paris.latitude = 48.85, paris.longitude = 2.35;
  facts::Candidate london;
  london.latitude = 51.51, london.longitude = -0.13;
  EXPECT_NEAR(*facts::kilometres(paris, london), 344, 5);
  EXPECT_EQ(facts::kilometres(paris, {}), std::nullopt);
}

}  // namespace
}  // namespace gazette

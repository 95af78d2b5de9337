// Actors: kinds, countries, roles; and texts that want to make them slow.
#include <gtest/gtest.h>

#include <ctime>
#include <string>
#include <string_view>

#include "facts/check.h"
#include "facts/interner.h"
#include "gazette.h"

namespace gazette {
namespace {

const Actor* actor_named(const Article& article, std::string_view name) {
  for (const Actor& actor : article.actors) {
    if (actor.name == name) return &actor;
  }
  return nullptr;
}

struct Kind {
  const char* text;
  const char* name;
  ActorKind kind;
  const char* country;
  const char* role;
};

class KindsOfActors : public testing::TestWithParam<Kind> {};

TEST_P(KindsOfActors, AreRead) {
  const Kind& c = GetParam();
  const Article article = analyze(c.text);
  const Actor* const actor = actor_named(article, c.name);
  ASSERT_NE(actor, nullptr) << c.text;
  EXPECT_EQ(actor->kind, c.kind) << c.text;
  EXPECT_EQ(actor->country, c.country) << c.text;
  EXPECT_EQ(actor->role, c.role) << c.text;
}

INSTANTIATE_TEST_SUITE_P(Actors, KindsOfActors,
                         testing::Values(Kind{"French President Marc Delorme arrived in Nairobi.", "Marc Delorme", ActorKind::person, "FRA", "President"},
                                         Kind{"The mayor of Lyon, Claire Besson, resigned.", "Claire Besson", ActorKind::person, "FRA", "mayor"},
                                         Kind{"The ferry sank off Mombasa.", "Mombasa", ActorKind::place, "KEN", ""},
                                         Kind{"The World Food Programme sent trucks to Chad.", "World Food Programme", ActorKind::organization, "", ""},
                                         Kind{"Boko Haram attacked the camp.", "Boko Haram", ActorKind::group, "NGA", ""},
                                         Kind{"Workers in the village of Zubrovina left.", "Zubrovina", ActorKind::place, "", ""},
                                         Kind{"Zubrov, 54, said he was tired.", "Zubrov", ActorKind::person, "", ""},
                                         Kind{"A London-based firm bought the mine.", "London", ActorKind::place, "GBR", ""},
                                         Kind{"The Ghana Cocoa Workers Union went on strike.", "Ghana Cocoa Workers Union", ActorKind::organization, "GHA",
                                              ""}));

// Twice the text, about twice the time.
TEST(Actors, NothingIsQuadratic) {
  const auto seconds = [](const std::string& text) {
    double best = 1e9;
    for (int i = 0; i < 3; ++i) {
      const std::clock_t begin = std::clock();
      EXPECT_EQ(flaw_of(analyze(text)), "");
      best = std::min(best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    }
    return best;
  };
  for (const std::string_view part : {"Zorin Qelt met the minister. He said he left. ", "Anna Berg, the mayor of Lyon, spoke. The mayor left. ",
                                      "Banu Front Amal (BFA) won. ", "Xan Yar Zev Qul ", "The ministry of the ministry said. "}) {
    std::string text;
    for (int i = 0; i < 3000; ++i) text += part, text += std::to_string(i % 7 == 0 ? i : 1), text += ' ';
    const double once = seconds(text);
    EXPECT_LT(seconds(text + text), 3.5 * once + 0.05) << part;
  }
}

TEST(Interner, GivesEqualTextsOneNumber) {
  facts::Interner numbers;
  EXPECT_EQ(numbers.find("a"), facts::Interner::none);
  for (std::uint32_t round = 0; round < 2; ++round) {
    for (std::uint32_t i = 0; i < 1000; ++i) EXPECT_EQ(numbers.add("word" + std::to_string(i)), i);
  }
  EXPECT_EQ(numbers.find("word999"), 999U);
  EXPECT_EQ(numbers.find("word1000"), facts::Interner::none);
  EXPECT_EQ(numbers.size(), 1000U);
}

}  // namespace
}  // namespace gazette

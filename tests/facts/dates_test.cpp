// Every line of fixtures/dates.tsv is a test: a text, the day it was published, and the kind and value of its date.
// [ ] mark the date that is meant where the text holds several, or where its exact words matter; \n is a new line.
#include "facts/dates.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "facts/calendar.h"
#include "facts/knowledge.h"
#include "gazette.h"

namespace gazette {
namespace {

struct DateCase {
  std::string text;
  std::string published;
  std::string kind;
  std::string expected;
  std::string marked;
};

void PrintTo(const DateCase& example, std::ostream* out) { *out << '"' << example.text << "\" published " << example.published; }

std::vector<DateCase> read_cases() {
  std::ifstream file(GAZETTE_SOURCE "/fixtures/dates.tsv");
  std::vector<DateCase> cases;
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
    if (cells.size() != 4) continue;
    DateCase example{{}, cells[1], cells[2], cells[3], {}};
    bool inside = false;
    for (std::size_t i = 0; i < cells[0].size(); ++i) {
      const char c = cells[0][i];
      if (c == '[' || c == ']') {
        inside = c == '[';
      } else {
        const bool new_line = c == '\\' && cells[0].substr(i, 2) == "\\n";
        example.text += new_line ? '\n' : c;
        if (inside) example.marked += c;
        if (new_line) ++i;
      }
    }
    cases.push_back(std::move(example));
  }
  return cases;
}

std::string value_of(const Date& date) { return date.from == date.to ? date.from : date.from + "/" + date.to; }

class DatesOfFixture : public testing::TestWithParam<DateCase> {};

TEST_P(DatesOfFixture, HasItsValue) {
  const DateCase& example = GetParam();
  const Article article = analyze(example.text, {.published = example.published});
  const Date* found = nullptr;
  std::size_t count = 0;
  for (const Date& date : article.dates) {
    if (!example.marked.empty() && article.words(date.span) != example.marked) continue;
    found = &date;
    ++count;
  }
  ASSERT_NE(found, nullptr) << "no date, or not with these words";
  if (example.marked.empty()) {
    EXPECT_EQ(count, 1U);
  }
  EXPECT_EQ(name_of(found->kind), example.kind);
  EXPECT_EQ(value_of(*found), example.expected);
}

INSTANTIATE_TEST_SUITE_P(Dates, DatesOfFixture, testing::ValuesIn(read_cases()));

TEST(Dates, AreMany) { EXPECT_GE(read_cases().size(), 250U); }

TEST(ReadDate, GivesADayAnIntervalOrNothing) {
  EXPECT_EQ(read_date("13 September", "2022-09-20"), "2022-09-13");
  EXPECT_EQ(read_date("between 13 and 14 September", "2022-09-20"), "2022-09-13/2022-09-14");
  EXPECT_EQ(read_date("2022-09-13T10:00:00Z", ""), "2022-09-13");
  EXPECT_EQ(read_date("three days", "2022-09-20"), std::nullopt);
  EXPECT_EQ(read_date("Tuesday", ""), std::nullopt);
  EXPECT_EQ(read_date("no date at all", "2022-09-20"), std::nullopt);
  EXPECT_EQ(read_date("", "2022-09-20"), std::nullopt);
  EXPECT_EQ(read_date("Monday and Friday", "2022-09-20"), std::nullopt);
}

// The words of `near` stand once in the text; which date tells when that was?
std::string date_for(std::string_view text, std::string_view near) {
  const facts::Document document = facts::read(text, *Knowledge::built_in()->grammar().grammar, {});
  const std::vector<facts::FoundDate> dates = facts::find_dates(document, "2022-09-20");
  const std::size_t begin = text.find(near);
  facts::Stretch tokens;
  for (std::uint32_t i = 0; i < document.tokens.size(); ++i) {
    if (document.tokens[i].begin == begin) tokens.first = i;
    if (document.tokens[i].end == begin + near.size()) tokens.end = i + 1;
  }
  const facts::FoundDate* const found = facts::date_near(dates, document, tokens);
  return found == nullptr ? "none" : found->row.from;
}

TEST(DateNear, IsOfTheSameClause) {
  EXPECT_EQ(date_for("On Monday, two men were killed in the north.", "were killed"), "2022-09-19");
  EXPECT_EQ(date_for("Two men were killed on Monday in the north.", "were killed"), "2022-09-19");
  EXPECT_EQ(date_for("Two men were killed on Sunday, and three were wounded on Monday.", "killed"), "2022-09-18");
  EXPECT_EQ(date_for("Two men were killed on Sunday, and three were wounded on Monday.", "wounded"), "2022-09-19");
}

TEST(DateNear, IsNotTheDayOfTheReport) {
  EXPECT_EQ(date_for("Two men were killed in a raid, officials said on Monday.", "were killed"), "none");
  EXPECT_EQ(date_for("Two men were killed in a raid, officials said on Monday.", "said"), "2022-09-19");
  EXPECT_EQ(date_for("Officials said on Monday that two men were killed on Friday.", "were killed"), "2022-09-16");
}

TEST(DateNear, IsNoDuration) { EXPECT_EQ(date_for("The siege lasted three days.", "lasted"), "none"); }

}  // namespace

namespace facts {
namespace {

TEST(Calendar, StepsOverMonthsAndYears) {
  EXPECT_EQ(plus_days({2022, 12, 31}, 1).iso(), "2023-01-01");
  EXPECT_EQ(plus_days({2020, 3, 1}, -1).iso(), "2020-02-29");
  EXPECT_EQ(plus_months({2022, 1, 31}, -1).iso(), "2021-12");
  EXPECT_EQ(same_day_plus_months({2022, 1, 31}, 1).iso(), "2022-02-28");
  EXPECT_EQ(week_of({2022, 9, 20}), (Interval{{2022, 9, 19}, {2022, 9, 25}}));
  EXPECT_EQ(weekend_of({2022, 9, 20}), (Interval{{2022, 9, 24}, {2022, 9, 25}}));
  EXPECT_EQ(last_day({2024, 2, 0}).iso(), "2024-02-29");
}

TEST(Calendar, KnowsWhatIsNoDate) {
  EXPECT_FALSE((CivilDate{2022, 2, 31}).valid());
  EXPECT_FALSE((CivilDate{2022, 13, 0}).valid());
  EXPECT_FALSE((CivilDate{2022, 0, 5}).valid());
  EXPECT_FALSE(plus_days({9999, 12, 31}, 1).valid());
  EXPECT_FALSE(plus_days({1, 1, 1}, -1'000'000'000'000).valid());
  EXPECT_EQ(parse_iso_day("2022-02-30"), std::nullopt);
  EXPECT_EQ(parse_iso_day("2022-09-1x"), std::nullopt);
  EXPECT_EQ(parse_iso_day("2022-09-13 10:00"), (CivilDate{2022, 9, 13}));
}

}  // namespace
}  // namespace facts
}  // namespace gazette

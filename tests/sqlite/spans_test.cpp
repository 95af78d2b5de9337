// substr(text, start, length) IS the thing, for every span of every table, whatever the text.
#include <fmt/format.h>

#include <random>

#include "sqlite/database.h"

namespace gazette::sqlite {
namespace {

struct Spans {
  const char* table;
  const char* content;  // the column that repeats the words; nullptr: none does
  const char* prefix;
};
constexpr Spans all_spans[] = {
    {"sentences", "content", ""}, {"mentions", "content", ""}, {"quotes", "content", ""},   {"quotes", "mention", "mention_"}, {"quotes", "cue", "cue_"},
    {"dates", "content", ""},     {"actors", nullptr, ""},     {"casualties", nullptr, ""}, {"events", nullptr, ""},           {"places", nullptr, ""},
};

void check(Database& db, const std::string& text, const std::string& what) {
  for (const Spans& spans : all_spans) {
    const std::string start = fmt::format("{}start", spans.prefix);
    const std::string length = fmt::format("{}length", spans.prefix);
    const std::string where =
        fmt::format("{0} IS NOT NULL AND ({0} < 1 OR {1} IS NULL OR {1} < 1 OR {0} + {1} - 1 > length(?1)) OR {0} IS NULL AND {1} IS NOT NULL", start, length);
    EXPECT_EQ(db.run(fmt::format("SELECT count(*) FROM gazette_{}(?1, '2022-09-20') WHERE {}", spans.table, where), {text}), "0")
        << spans.table << ": " << what;
    if (spans.content == nullptr) continue;
    const std::string sql = fmt::format("SELECT {0}, substr(?1, {1}, {2}), {1}, {2} FROM gazette_{3}(?1, '2022-09-20') WHERE substr(?1, {1}, {2}) IS NOT {0}",
                                        spans.content, start, length, spans.table);
    EXPECT_EQ(db.run(sql, {text}), "") << spans.table << "." << spans.content << ": " << what;
  }
}

TEST(Spans, OfEveryFixture) {
  Database db;
  for (const auto& [path, text] : fixture_texts()) check(db, text, path);
}

TEST(Spans, OfTextsThatAreHardToCount) {
  Database db;
  const std::string quote = "\xE2\x80\x9CWe agreed,\xE2\x80\x9D Ms Diallo said on 13 September. At least 20 soldiers were killed in Armenia.";
  const std::string texts[] = {
      quote,
      "\xEF\xBB\xBF" + quote,       // a byte order mark
      "\xF0\x9F\x98\x80 " + quote,  // beyond the basic plane
      "One.\r\n\r\n" + quote + "\r\nTwo.",
      "One.\r" + quote + "\rTwo.",
      "\xff\xfe " + quote,
      "\x80\x80\x80 " + quote,         // continuation bytes alone
      "caf\xC3\xA9\xA9\xA9 " + quote,  // too many of them
      "\xE2\x80 " + quote,             // cut off
      "\xED\xA0\x80 " + quote,         // a surrogate
      "Ms Dia\xffllo said: " + quote,
      quote + "\xE2\x80",
      std::string("One.\0", 5) + quote,  // substr() ends at a NUL
      quote + std::string("\0 Two.", 6),
      "\xE2\x80\x9C\xC3\x89t\xC3\xA9,\xE2\x80\x9D M. L\xC3\xA9vy said. \xE6\x96\x87\xE3\x80\x82 " + quote,
      "e\xCC\x81"
      "e\xCC\x81 " +
          quote,               // combining marks
      "\xE2\x80\xAE" + quote,  // right to left
      quote + "\n\n\n   \n\t" + quote,
  };
  for (const std::string& text : texts) check(db, text, testing::PrintToString(text));
  EXPECT_EQ(db.run("SELECT count(*) FROM gazette_quotes(?1)", {"\xff\xfe\x80 " + quote}), db.run("SELECT count(*) FROM gazette_quotes(?1)", {quote}));
}

// Articles with bytes of them put in, taken out and doubled at random.
TEST(Spans, OfDamagedTexts) {
  Database db;
  std::mt19937 random(20220913);
  std::vector<std::pair<std::string, std::string>> texts = fixture_texts();
  ASSERT_FALSE(texts.empty());
  const std::string_view pieces[] = {"\xff", "\x80", "\xE2\x80", "\xE2\x80\x9C", "\xE2\x80\x9D",    "\"", "'", "\n\n", "\r\n",
                                     ".",    " ",    "\xC3",     "1,",           "\xF0\x9F\x98\x80"};
  for (int round = 0; round < 120; ++round) {
    std::string text = texts[random() % texts.size()].second;
    text.resize(std::min<std::size_t>(text.size(), 1500));
    for (int change = 0; change < 12 && !text.empty(); ++change) {
      const std::size_t at = random() % text.size();
      if (random() % 2 == 0) {
        text.erase(at, 1 + random() % 3);
      } else {
        text.insert(at, pieces[random() % std::size(pieces)]);
      }
    }
    check(db, text, testing::PrintToString(text));
    if (testing::Test::HasFailure()) return;
  }
}

}  // namespace
}  // namespace gazette::sqlite

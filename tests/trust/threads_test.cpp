// Sixteen threads, a connection each, over the same built-in knowledge; half of them with knowledge of their own. Run
// under ThreadSanitizer too (.ci/run).
#include <fmt/format.h>

#include <thread>

#include "sqlite/database.h"

namespace gazette::sqlite {
namespace {

std::string work(std::size_t number) {
  Database db;
  db.run("CREATE TABLE article(id INTEGER PRIMARY KEY, body TEXT)");
  for (int i = 0; i < 8; ++i) {
    db.run("INSERT INTO article(body) VALUES(?1)",
           {fmt::format(
               "\xE2\x80\x9CWe met {0} envoys,\xE2\x80\x9D Ms Diallo said on 13 September. At least {0}0 soldiers were killed in Armenia. Armenia accused "
               "Azerbaijan of an attack.",
               i + 2)});
  }
  if (number % 2 == 1) db.run("INSERT INTO gazette_lexicon(term, class) VALUES('qzxv', 'NOUN')");
  if (number % 4 == 1)
    db.run(
        "INSERT INTO gazette_rules(name, stage, pattern) VALUES('quote.qzxv', 'quotes', 'speaker=NOUN_GROUP cue=lotor content=( .+ ) FULL_STOP => "
        "kind=indirect')");
  std::string rows;
  for (const char* const table : {"sentences", "actors", "quotes", "casualties", "events", "dates", "places"}) {
    rows += db.run(fmt::format("SELECT t.* FROM article AS a, gazette_{}(a.body, '2022-09-20') AS t", table)) + "\n";
  }
  return rows + db.run("SELECT gazette_json(body), length(gazette_html(body)), gazette_number('two dozen'), gazette_date('Monday', '2022-09-20') FROM article");
}

TEST(Threads, SixteenWithAConnectionEach) {
  std::vector<std::string> rows(16);
  std::vector<std::thread> threads;
  threads.reserve(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) threads.emplace_back([&rows, i] { rows[i] = work(i); });
  for (std::thread& thread : threads) thread.join();
  for (std::size_t i = 1; i < rows.size(); ++i) EXPECT_TRUE(rows[i] == rows[0]) << i;
  EXPECT_NE(rows[0].find("We met 7 envoys,"), std::string::npos);
}

}  // namespace
}  // namespace gazette::sqlite

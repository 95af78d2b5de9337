// Several connections, several threads, and an article that is analysed once however many tables read it.
#include <atomic>
#include <memory>
#include <thread>

#include "sqlite/connection.h"
#include "sqlite/database.h"
#include "sqlite/functions.h"
#include "sqlite/knowledge_tables.h"
#include "sqlite/table_function.h"

namespace gazette::sqlite {
namespace {

// A connection whose count of analyses can be seen.
struct Counted {
  Counted() : connection(std::make_shared<Connection>(db.handle())) {
    for (const render::Table& table : render::tables()) EXPECT_EQ(register_table(db.handle(), table, connection), SQLITE_OK);
    EXPECT_EQ(register_functions(db.handle(), connection), SQLITE_OK);
    EXPECT_EQ(register_knowledge_tables(db.handle(), connection), SQLITE_OK);
  }
  Database db;
  std::shared_ptr<Connection> connection;
};

void fill(Database& db, int count) {
  db.run("CREATE TABLE article(id INTEGER PRIMARY KEY, body TEXT, day TEXT)");
  for (int i = 0; i < count; ++i) {
    const std::string n = std::to_string(i);
    db.run("INSERT INTO article(body, day) VALUES(?1, '2022-09-20')", {"\xE2\x80\x9CWe met " + n + " envoys,\xE2\x80\x9D Ms Diallo said on Monday. At least " +
                                                                       n + "0 soldiers were killed in Armenia. Armenia accused Azerbaijan."});
  }
}

TEST(Connections, JoiningFourTablesAnalysesAnArticleOnce) {
  Counted counted;
  fill(counted.db, 100);
  counted.db.run(
      "SELECT count(*) FROM article a, gazette_sentences(a.body, a.day) s, gazette_quotes(a.body, a.day) q, gazette_casualties(a.body, a.day) c, "
      "gazette_actors(a.body, a.day) x");
  EXPECT_EQ(counted.connection->analyses(), 100U);
}

TEST(Connections, SubqueriesAndFunctionsShareTheAnalysis) {
  Counted counted;
  fill(counted.db, 20);
  counted.db.run(
      "SELECT (SELECT count(*) FROM gazette_quotes(body)), (SELECT count(*) FROM gazette_events(body)), gazette_json(body), length(gazette_html(body)) FROM "
      "article");
  EXPECT_EQ(counted.connection->analyses(), 20U);
}

TEST(Connections, AnotherDateOrOtherKnowledgeIsAnotherAnalysis) {
  Counted counted;
  const auto run = [&](const char* sql) {
    counted.db.run(sql);
    return counted.connection->analyses();
  };
  EXPECT_EQ(run("SELECT * FROM gazette_dates('They met on Monday.', '2022-09-20')"), 1U);
  EXPECT_EQ(run("SELECT * FROM gazette_dates('They met on Monday.', '2022-09-20')"), 1U);
  EXPECT_EQ(run("SELECT * FROM gazette_dates('They met on Monday.', '2022-09-27')"), 2U);
  EXPECT_EQ(run("SELECT * FROM gazette_dates('They met on Monday.')"), 3U);
  EXPECT_EQ(run("SELECT * FROM gazette_dates('They met on Monday.', NULL)"), 3U);
  EXPECT_EQ(run("INSERT INTO gazette_lexicon(term, class) VALUES('qzx', 'NOUN')"), 3U);
  EXPECT_EQ(run("SELECT * FROM gazette_dates('They met on Monday.')"), 4U);
  EXPECT_EQ(run("DELETE FROM gazette_lexicon WHERE origin = 'user'"), 4U);
  EXPECT_EQ(run("SELECT * FROM gazette_dates('They met on Monday.')"), 5U);
}

TEST(Connections, TheDateMatters) {
  Database db;
  EXPECT_EQ(db.run("SELECT date_from FROM gazette_dates('They met on 13 September.', '2022-09-20')"), "2022-09-13");
  EXPECT_EQ(db.run("SELECT date_from FROM gazette_dates('They met on 13 September.', '2023-09-20')"), "2023-09-13");
  EXPECT_EQ(db.run("SELECT date_from FROM gazette_dates('They met on 13 September.')"), "NULL");
}

TEST(Connections, ThreadsWithAConnectionEach) {
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < results.size(); ++i) {
    threads.emplace_back([&results, i] {
      Database db;
      fill(db, 30);
      if (i % 2 == 1) db.run("INSERT INTO gazette_lexicon(term, class) VALUES('qzxv', 'NOUN')");  // knowledge of its own
      results[i] = db.run(
          "SELECT a.id, q.content, q.speaker, c.low FROM article a, gazette_quotes(a.body, a.day) q, gazette_casualties(a.body, a.day) c ORDER BY 1, 2, 4");
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) EXPECT_EQ(result, results[0]);
  EXPECT_NE(results[0].find("We met 7 envoys,"), std::string::npos);
}

TEST(Connections, Interrupt) {
  Database db;
  std::string text;
  for (int i = 0; i < 6000; ++i) text += "Ms Diallo said on Monday that 20 soldiers were killed in Armenia. ";
  std::atomic<bool> done = false;
  std::thread other([&] {
    while (!done) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
      sqlite3_interrupt(db.handle());
    }
  });
  const std::string result = db.run("SELECT count(*) FROM gazette_quotes(?1) a, gazette_quotes(?1) b", {text});
  done = true;
  other.join();
  EXPECT_EQ(result, "error: interrupted");
  EXPECT_EQ(db.run("SELECT count(*) FROM gazette_sentences('One. Two.')"), "2") << "the connection goes on";
}

TEST(Connections, TwiceInOneConnection) {
  Database db;
  char* message = nullptr;
  EXPECT_EQ(sqlite3_gazette_init(db.handle(), &message, nullptr), SQLITE_OK);
  EXPECT_EQ(db.run("SELECT count(*) FROM gazette_sentences('One. Two.')"), "2");
}

}  // namespace
}  // namespace gazette::sqlite

// What a host may do to a connection, and what the extension owes it: ends when it is told to, keeps to limits, works in
// any kind of database and schema, leaves nothing behind.
//
// Also built to load gazette.so itself (see loaded.cpp), so that the same file is tested with several versions of SQLite.
#include <fmt/format.h>
#include <pthread.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <ctime>
#include <thread>

#include "sqlite/database.h"

namespace gazette::sqlite {
namespace {

const std::string news =
    "\xE2\x80\x9CWe agreed to meet,\xE2\x80\x9D Ms Diallo said on 13 September. At least 20 soldiers were killed in Armenia. Armenia "
    "attacked Azerbaijan.";

const std::vector<std::string>& tables() {
  static const std::vector<std::string> names{"sentences", "actors", "mentions", "quotes", "casualties", "tolls", "events", "dates", "places"};
  return names;
}

// Every row of every table for one text.
std::string all_rows(Database& db, const std::string& text) {
  std::string rows;
  for (const std::string& table : tables()) rows += table + "\n" + db.run("SELECT * FROM gazette_" + table + "(?1, '2022-09-20')", {text}) + "\n";
  return rows;
}

// --- ending -------------------------------------------------------------------------------------------------------------

// Times are the processor time of the thread that reads, so that other programs on the machine do not count.
double milliseconds_of(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}
double own_milliseconds() { return milliseconds_of(CLOCK_THREAD_CPUTIME_ID); }

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::size_t long_article = 1'000'000;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
constexpr std::size_t long_article = 1'000'000;
#else
constexpr std::size_t long_article = 10'000'000;
#endif
#else
constexpr std::size_t long_article = 10'000'000;
#endif

std::string article_of(std::size_t bytes) {
  std::string text;
  for (int i = 0; text.size() < bytes; ++i) text += news + (i % 5 == 4 ? "\n\n" : " ");
  return text;
}

// How a statement ended, and how long it went on after it was told to end, in ms; 0 where it was done before.
struct Ending {
  std::string result;
  double late = 0;
};

// It is told to end by sqlite3_interrupt() in another thread, once it has run for `delay` ms.
Ending interrupted(Database& db, const std::string& sql, const std::string& text, double delay) {
  clockid_t reader{};
  pthread_getcpuclockid(pthread_self(), &reader);
  const double begin = own_milliseconds();
  std::atomic<bool> done = false;
  std::atomic<double> told = 1e12;
  std::thread other([&] {
    while (!done) {  // again and again: an interrupt before the statement's begin is none
      const double now = milliseconds_of(reader);
      if (now >= begin + delay) {
        if (told > now) told = now;
        sqlite3_interrupt(db.handle());
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  });
  Ending ending{db.run(sql, {text}), 0};
  const double end = own_milliseconds();
  done = true;
  other.join();
  ending.late = std::max(0.0, end - told);
  return ending;
}

// It is told to end by a progress handler that is asked every thousand steps.
Ending stopped(Database& db, const std::string& sql, const std::string& text, double delay) {
  double end = own_milliseconds() + delay;
  sqlite3_progress_handler(
      db.handle(), 1000, [](void* given) { return own_milliseconds() >= *static_cast<double*>(given) ? 1 : 0; }, &end);
  Ending ending{db.run(sql, {text}), 0};
  ending.late = std::max(0.0, own_milliseconds() - end);
  sqlite3_progress_handler(db.handle(), 0, nullptr, nullptr);
  return ending;
}

// All of an article's facts, and nothing but a number that comes back.
constexpr char count_events[] = "SELECT count(*) FROM gazette_events(?1)";
constexpr char scan[] =
    "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < 100000) SELECT sum((SELECT count(*) FROM gazette_events(?1 || i))) FROM n";

TEST(Ending, OfAScanOf100000Articles) {
  Database db;
  db.run(count_events, {news});  // the rules are made
  double worst = 0;
  for (const int delay : {1, 10, 40}) {
    for (const auto& end : {interrupted, stopped}) {
      const Ending ending = end(db, scan, news, delay);
      EXPECT_EQ(ending.result, "error: interrupted");
      worst = std::max(worst, ending.late);
    }
  }
  fmt::print("a scan of 100,000 articles ends {:.1f} ms after it is told to (promised: 50)\n", worst);
  EXPECT_EQ(db.run("SELECT count(*) FROM gazette_sentences('One. Two.')"), "2") << "the connection goes on";
}

// Wherever in the analysis it is told to: in an eighth of what the whole article takes, which is the promise of 50 ms
// on a machine that needs 400.
void end_within(const std::string& what, const std::string& text) {
  Database db;
  db.run(count_events, {news});
  const double begin = own_milliseconds();
  db.run(count_events, {text});
  const double whole = own_milliseconds() - begin;
  double worst = 0;
  int ended = 0;
  for (const int tenth : {0, 1, 2, 4, 5, 6, 8}) {
    for (const auto& end : {interrupted, stopped}) {
      if (end == stopped && tenth % 3 != 2) continue;
      const Ending ending = end(db, count_events, text + std::to_string(tenth), whole * tenth / 10);
      ended += ending.result == "error: interrupted" ? 1 : 0;
      worst = std::max(worst, ending.late);
    }
  }
  fmt::print("{} of {:.1f} MB, {:.0f} ms long, ends {:.1f} ms after it is told to (promised: 50)\n", what, static_cast<double>(text.size()) / 1e6, whole,
             worst);
  EXPECT_GE(ended, 5) << "of 10";
  EXPECT_LT(worst, std::max(whole / 8, 20.0)) << what;
  EXPECT_EQ(db.run("SELECT count(*) FROM gazette_sentences('One. Two.')"), "2") << "the connection goes on";
}

TEST(Ending, OfOneLongArticle) { end_within("one article", article_of(long_article)); }

TEST(Ending, OfOneLongSentence) {
  std::string text;
  while (text.size() < long_article / 5) text += "and Ms Diallo said that 20 soldiers were killed in Armenia ";
  end_within("one sentence", text);
}

TEST(Ending, AHandlerThatIsContentChangesNothing) {
  Database db;
  const std::string text = article_of(300'000);
  const std::string wanted = all_rows(db, text);
  Database watched;
  sqlite3_progress_handler(
      watched.handle(), 50, [](void*) { return 0; }, nullptr);
  EXPECT_TRUE(all_rows(watched, text) == wanted);
}

TEST(Ending, AnAuthorizerThatForbidsOurOwnStatementHarmsNothing) {
  Database db;
  bool strict = false;
  sqlite3_set_authorizer(
      db.handle(), [](void* flag, int, const char*, const char*, const char*, const char*) { return *static_cast<bool*>(flag) ? SQLITE_DENY : SQLITE_OK; },
      &strict);
  sqlite3_stmt* statement = nullptr;
  ASSERT_EQ(sqlite3_prepare_v2(db.handle(), count_events, -1, &statement, nullptr), SQLITE_OK);
  strict = true;
  const std::string text = article_of(300'000);
  sqlite3_bind_text(statement, 1, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
  EXPECT_EQ(sqlite3_step(statement), SQLITE_ROW);
  EXPECT_GT(sqlite3_column_int(statement, 0), 0);
  sqlite3_finalize(statement);
}

// --- limits -------------------------------------------------------------------------------------------------------------

TEST(Limits, Length) {
  Database db;
  sqlite3_limit(db.handle(), SQLITE_LIMIT_LENGTH, 2000);
  EXPECT_EQ(db.run("SELECT gazette_html(?1)", {news}), "error: string or blob too big");
  EXPECT_EQ(db.run("SELECT gazette_json(?1)", {news + news}), "error: string or blob too big");
  EXPECT_NE(db.run("SELECT * FROM gazette_events(?1)", {news}), "");
  EXPECT_EQ(db.run("SELECT gazette_number('at least 20')"), R"({"low":20,"best":20,"high":null,"bound":"at_least"})");
}

TEST(Limits, HardHeap) {
  Database db;
  const std::string wanted = all_rows(db, news);
  const std::string text = article_of(200'000);
  for (const sqlite3_int64 room : {1, 1000, 10'000, 100'000, 1'000'000}) {
    const sqlite3_int64 before = sqlite3_hard_heap_limit64(sqlite3_memory_used() + room);
    const std::string result = db.run("SELECT gazette_html(?1), gazette_json(?1), * FROM gazette_quotes(?1) LIMIT 1", {text});
    sqlite3_hard_heap_limit64(before);
    EXPECT_TRUE(result == "error: out of memory" || result.starts_with("<!DOCTYPE html>")) << room << ": " << result.substr(0, 100);
  }
  EXPECT_EQ(all_rows(db, news), wanted);
}

TEST(Limits, OfSchemas) {
  Database db;
  for (const int limit : {SQLITE_LIMIT_COLUMN, SQLITE_LIMIT_VDBE_OP, SQLITE_LIMIT_EXPR_DEPTH, SQLITE_LIMIT_FUNCTION_ARG}) {
    const int before = sqlite3_limit(db.handle(), limit, 5);
    const std::string result = db.run("SELECT id, content, speaker FROM gazette_quotes(?1)", {news});
    sqlite3_limit(db.handle(), limit, before);
    EXPECT_TRUE(result.starts_with("error: ") || result.starts_with("1|")) << limit << ": " << result;
  }
  EXPECT_EQ(db.run("SELECT id, content, speaker FROM gazette_quotes(?1)", {news}), "1|We agreed to meet,|Diallo");
}

// --- kinds of databases -----------------------------------------------------------------------------------------------

class File {
 public:
  explicit File(const char* name) : path_(std::filesystem::temp_directory_path() / fmt::format("gazette-{}-{}", sqlite3_int64{::getpid()}, name)) {
    std::filesystem::remove(path_);
  }
  ~File() { std::filesystem::remove(path_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

constexpr char stored[] = "SELECT q.speaker, q.content FROM article AS a, gazette_quotes(a.body) AS q";

TEST(Databases, ReadOnlyAndImmutable) {
  const File file("read-only.db");
  Database writer(file.path().c_str());
  writer.run("CREATE TABLE article(body TEXT)");
  writer.run("INSERT INTO article VALUES(?1)", {news});
  writer.run("CREATE VIEW quote AS SELECT q.* FROM article AS a, gazette_quotes(a.body) AS q");
  for (const char* const how : {"mode=ro", "immutable=1"}) {
    Database db("file:" + file.path() + "?" + how, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
    EXPECT_EQ(db.run(stored), "Diallo|We agreed to meet,") << how;
    EXPECT_EQ(db.run("SELECT speaker FROM quote"), "Diallo") << how;
    EXPECT_EQ(db.run("INSERT INTO gazette_lexicon(term, class) VALUES('Znak', 'MEDIA')"), "error: attempt to write a readonly database")
        << "SQLite asks the main database";
    Database beside(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI);
    EXPECT_EQ(beside.run("ATTACH 'file:" + file.path() + "?" + how + "' AS news"), "");
    EXPECT_EQ(beside.run("INSERT INTO gazette_lexicon(term, class) VALUES('Znak', 'MEDIA')"), "");
    EXPECT_EQ(beside.run(stored), "Diallo|We agreed to meet,") << how;
  }
}

TEST(Databases, OfUtf16) {
  Database narrow;
  for (const char* const encoding : {"UTF-16le", "UTF-16be"}) {
    Database wide;
    wide.run(fmt::format("PRAGMA encoding = '{}'", encoding));
    wide.run("CREATE TABLE article(body TEXT)");
    const std::string text = "\xF0\x9F\x98\x80 " + news + " \xE6\x96\x87";
    wide.run("INSERT INTO article VALUES(?1)", {text});
    EXPECT_EQ(wide.run("SELECT hex(body) LIKE '%3DD8%' OR hex(body) LIKE '%D83D%' FROM article"), "1") << "surrogates";
    for (const std::string& table : tables()) {
      EXPECT_EQ(wide.run("SELECT t.* FROM article AS a, gazette_" + table + "(a.body, '2022-09-20') AS t"),
                narrow.run("SELECT * FROM gazette_" + table + "(?1, '2022-09-20')", {text}))
          << table;
    }
    EXPECT_EQ(wide.run("SELECT count(*) FROM article AS a, gazette_quotes(a.body) AS q WHERE substr(a.body, q.start, q.length) IS NOT q.content"), "0");
    EXPECT_EQ(wide.run("SELECT gazette_json(body), gazette_html(body) FROM article"), narrow.run("SELECT gazette_json(?1), gazette_html(?1)", {text}));
    EXPECT_EQ(wide.run("INSERT INTO gazette_lexicon(term, class, country) VALUES('Znak', 'MEDIA', 'RUS')"), "");
    EXPECT_EQ(wide.run("SELECT term, class, country FROM gazette_lexicon WHERE origin = 'user'"), "Znak|MEDIA|RUS");
    EXPECT_EQ(wide.run("DELETE FROM gazette_lexicon WHERE term = 'Znak' AND origin = 'user'"), "");
  }
}

TEST(Databases, SharedCacheAndAttached) {
  Database db("file:gazette-shared?mode=memory&cache=shared", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI);
  db.run("CREATE TABLE article(body TEXT)");
  db.run("INSERT INTO article VALUES(?1)", {news});
  Database other("file:gazette-shared?mode=memory&cache=shared", SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI);
  EXPECT_EQ(other.run(stored), "Diallo|We agreed to meet,");
  db.run("ATTACH ':memory:' AS aside");
  db.run("CREATE TABLE aside.more AS SELECT body FROM article");
  EXPECT_EQ(db.run("SELECT q.speaker FROM aside.more AS a, gazette_quotes(a.body) AS q"), "Diallo");
}

// --- strict hosts -----------------------------------------------------------------------------------------------------

void harden(Database& db) {
  for (const auto& [setting, value] : {std::pair(SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0), std::pair(SQLITE_DBCONFIG_DEFENSIVE, 1),
                                       std::pair(SQLITE_DBCONFIG_DQS_DDL, 0), std::pair(SQLITE_DBCONFIG_DQS_DML, 0)}) {
    int now = -1;
    EXPECT_EQ(sqlite3_db_config(db.handle(), setting, value, &now), SQLITE_OK);
    EXPECT_EQ(now, value);
  }
}

TEST(StrictHosts, SchemasMayUseWhatIsPure) {
  Database db;
  harden(db);
  EXPECT_EQ(
      db.run("CREATE TABLE article(id INTEGER PRIMARY KEY, body TEXT, day TEXT, low TEXT AS (gazette_number(body)), CHECK (gazette_json(body) IS NOT 'x'))"),
      "");
  EXPECT_EQ(db.run("CREATE INDEX by_day ON article(gazette_date(day, '2022-09-20'))"), "");
  EXPECT_EQ(db.run("CREATE TABLE said(speaker TEXT, content TEXT)"), "");
  EXPECT_EQ(db.run("CREATE VIEW quote AS SELECT a.id AS article, q.* FROM article AS a, gazette_quotes(a.body, a.day) AS q"), "");
  EXPECT_EQ(db.run("CREATE TRIGGER follow AFTER INSERT ON article BEGIN INSERT INTO said SELECT speaker, content FROM gazette_quotes(new.body); END"), "");
  EXPECT_EQ(db.run("INSERT INTO article(body, day) VALUES(?1, '13 September')", {news}), "");
  EXPECT_EQ(db.run("SELECT * FROM said"), "Diallo|We agreed to meet,");
  EXPECT_EQ(db.run("SELECT speaker FROM quote"), "Diallo");
  EXPECT_EQ(db.run("SELECT id FROM article WHERE gazette_date(day, '2022-09-20') = '2022-09-13'"), "1");
  EXPECT_EQ(db.run("PRAGMA integrity_check"), "ok");
  EXPECT_EQ(db.run("VACUUM"), "");
  EXPECT_EQ(db.run("REINDEX"), "");
}

TEST(StrictHosts, SchemasMayNotReachTheKnowledge) {
  Database db;
  for (const char* const table : {"gazette_lexicon", "gazette_rules"}) {
    const std::string name = table;
    db.run("CREATE VIEW seen_" + name + " AS SELECT * FROM " + name);
    EXPECT_EQ(db.run("SELECT count(*) FROM seen_" + name), "error: unsafe use of virtual table \"" + name + "\"");
  }
  db.run("CREATE TABLE article(body TEXT)");
  db.run("CREATE TRIGGER spoil AFTER INSERT ON article BEGIN INSERT INTO gazette_lexicon(term, class) VALUES(new.body, 'NOUN'); END");
  EXPECT_EQ(db.run("INSERT INTO article VALUES('Znak')"), "error: unsafe use of virtual table \"gazette_lexicon\"");
  EXPECT_EQ(db.run("SELECT count(*) FROM gazette_lexicon WHERE origin = 'user'"), "0");
}

// --- nesting and recursion ------------------------------------------------------------------------------------------------

TEST(Nesting, ATableInATriggerOfAView) {
  Database db;
  db.run("CREATE TABLE article(id INTEGER PRIMARY KEY, body TEXT)");
  db.run("CREATE TABLE said(speaker TEXT, words INTEGER)");
  db.run("CREATE VIEW desk AS SELECT a.body, q.speaker FROM article AS a, gazette_quotes(a.body) AS q");
  db.run(
      "CREATE TRIGGER file INSTEAD OF INSERT ON desk BEGIN INSERT INTO article(body) SELECT new.body WHERE EXISTS (SELECT 1 FROM "
      "gazette_quotes(new.body)); INSERT INTO said SELECT speaker, (SELECT count(*) FROM gazette_sentences(body)) FROM desk; END");
  EXPECT_EQ(db.run("INSERT INTO desk(body) VALUES(?1)", {news}), "");
  EXPECT_EQ(db.run("INSERT INTO desk(body) VALUES('Nothing was said.')"), "");
  EXPECT_EQ(db.run("INSERT INTO desk(body) SELECT body || speaker FROM desk"), "");
  EXPECT_EQ(db.run("SELECT count(*), group_concat(DISTINCT speaker) FROM said"), "4|Diallo");
}

TEST(Nesting, TablesOfWhatTablesFound) {
  Database db;
  EXPECT_EQ(
      db.run(
          "WITH RECURSIVE piece(depth, body) AS (VALUES(0, ?1) UNION ALL SELECT depth + 1, s.content FROM piece, gazette_sentences(body) AS s WHERE depth < 4)"
          " SELECT depth, count(*) FROM piece GROUP BY 1",
          {news}),
      "0|1\n1|3\n2|3\n3|3\n4|3");
  EXPECT_EQ(db.run("SELECT (SELECT (SELECT group_concat(d.content) FROM gazette_dates(s.content, (SELECT '2022-09-20' FROM gazette_quotes(?1)))"
                   " AS d) FROM gazette_sentences(?1) AS s LIMIT 1)",
                   {news}),
            "13 September");
}

// Rows are stepped through while the same connection reads other texts and changes its knowledge.
TEST(Nesting, AnArticleOutlivesTheCache) {
  Database db;
  sqlite3_stmt* outer = nullptr;
  ASSERT_EQ(sqlite3_prepare_v2(db.handle(), "SELECT content, text FROM gazette_sentences(?1)", -1, &outer, nullptr), SQLITE_OK);
  sqlite3_bind_text(outer, 1, news.data(), static_cast<int>(news.size()), SQLITE_STATIC);
  std::string read;
  for (int i = 0; sqlite3_step(outer) == SQLITE_ROW; ++i) {
    for (int other = 0; other < 10; ++other) db.run("SELECT count(*) FROM gazette_events(?1)", {fmt::format("Article {} of {}. {}", other, i, news)});
    db.run("INSERT INTO gazette_lexicon(term, class) VALUES('Znak', 'MEDIA')");
    read += reinterpret_cast<const char*>(sqlite3_column_text(outer, 0)) + std::string("|");
    EXPECT_EQ(reinterpret_cast<const char*>(sqlite3_column_text(outer, 1)), news);
  }
  sqlite3_reset(outer);
  EXPECT_EQ(sqlite3_step(outer), SQLITE_ROW);
  sqlite3_finalize(outer);
  EXPECT_EQ(std::count(read.begin(), read.end(), '|'), 3);
}

// --- opening and closing -------------------------------------------------------------------------------------------------

TEST(Closing, WithStatementsPending) {
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open(":memory:", &db), SQLITE_OK);
  ASSERT_EQ(sqlite3_gazette_init(db, nullptr, nullptr), SQLITE_OK);
  std::vector<sqlite3_stmt*> statements;
  for (const char* const sql :
       {"SELECT * FROM gazette_quotes(?1)", "SELECT gazette_json(?1) FROM gazette_sentences(?1)", "SELECT * FROM gazette_lexicon WHERE 1 OR ?1"}) {
    statements.push_back(nullptr);
    ASSERT_EQ(sqlite3_prepare_v2(db, sql, -1, &statements.back(), nullptr), SQLITE_OK);
    sqlite3_bind_text(statements.back(), 1, news.data(), static_cast<int>(news.size()), SQLITE_STATIC);
    EXPECT_EQ(sqlite3_step(statements.back()), SQLITE_ROW);
  }
  EXPECT_EQ(sqlite3_close(db), SQLITE_BUSY);
  EXPECT_EQ(sqlite3_close_v2(db), SQLITE_OK) << "closed when the last statement is";
  for (sqlite3_stmt* const statement : statements) {
    EXPECT_NE(sqlite3_step(statement), SQLITE_MISUSE);
    sqlite3_finalize(statement);
  }
}

TEST(Closing, LoadedAndClosedAThousandTimes) {
  sqlite3_int64 used = 0;
  for (int round = 0; round < 1000; ++round) {
    Database db;
    if (round % 10 == 0) {
      EXPECT_EQ(db.run("SELECT speaker FROM gazette_quotes(?1)", {news}), "Diallo");
    }
    if (round % 50 == 1) {
      EXPECT_EQ(db.run("INSERT INTO gazette_lexicon(term, class) VALUES('Znak', 'MEDIA')"), "");
    }
    if (round % 100 != 20) continue;
    if (round == 20) used = sqlite3_memory_used();
    EXPECT_LE(sqlite3_memory_used(), used) << round;
  }
}

}  // namespace
}  // namespace gazette::sqlite

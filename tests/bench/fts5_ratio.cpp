// What reading an article costs, beside what indexing it costs. Prints, in one process and over the same texts,
//
//   fts5-ratio ARTICLE...
//
// the time of all tables of all articles over the time of FTS5 indexing them, and of each table alone; the share of each
// stage of the analysis; megabytes and articles a second; the memory that three more rounds take; the time of loading
// the extension; the time of a text of 10 MB over that of its first half; and what two threads with a connection each
// do in the time of one. The texts are repeated to some 3 MB. Times are the processor's, the best of three rounds.
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "cascade/grammar.h"
#include "facts/actors.h"
#include "facts/casualties.h"
#include "facts/dates.h"
#include "facts/document.h"
#include "facts/events.h"
#include "facts/places.h"
#include "facts/quotes.h"
#include "text/layout.h"
#include "text/utf8.h"

extern "C" int sqlite3_gazette_init(sqlite3* db, char** message, const struct sqlite3_api_routines* api);

namespace {

using namespace gazette;  // NOLINT(google-build-using-namespace): a program of one file

constexpr std::array<const char*, 9> tables{"sentences", "actors", "mentions", "quotes", "casualties", "tolls", "events", "dates", "places"};

// Of processor time: what else the machine does counts little.
double now() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
}

double milliseconds(const std::function<void()>& work) {
  const double begin = now();
  work();
  return now() - begin;
}

double best_of_three(const std::function<void()>& work) {
  double best = milliseconds(work);
  for (int i = 0; i < 2; ++i) best = std::min(best, milliseconds(work));
  return best;
}

double clock_milliseconds(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

// The most memory that the process ever held, in megabytes.
double peak_memory() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

[[noreturn]] void fail(sqlite3* db, const std::string& sql) {
  fmt::print(stderr, "{}: {}\n", sql, sqlite3_errmsg(db));
  std::exit(1);
}

void run(sqlite3* db, const std::string& sql) {
  if (sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(db, sql);
}

sqlite3_stmt* prepare(sqlite3* db, const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(db, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) fail(db, sql);
  return statement;
}

// A database of the articles, and a query for each table that takes an article's id.
class Corpus {
 public:
  explicit Corpus(const std::vector<std::string>& texts) : count_(texts.size()) {
    sqlite3_open(":memory:", &db_);
    load_ = milliseconds([&] { sqlite3_gazette_init(db_, nullptr, nullptr); });
    run(db_, "CREATE TABLE article(id INTEGER PRIMARY KEY, body TEXT)");
    sqlite3_stmt* const insert = prepare(db_, "INSERT INTO article(body) VALUES (?)");
    for (const std::string& text : texts) {
      sqlite3_bind_text64(insert, 1, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
      sqlite3_step(insert);
      sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    for (std::size_t i = 0; i < tables.size(); ++i) {
      queries_.at(i) = prepare(db_, fmt::format("SELECT * FROM gazette_{}((SELECT body FROM article WHERE id = ?))", tables.at(i)));
    }
  }
  Corpus(const Corpus&) = delete;
  Corpus& operator=(const Corpus&) = delete;
  ~Corpus() {
    for (sqlite3_stmt* const query : queries_) sqlite3_finalize(query);
    sqlite3_close(db_);
  }

  sqlite3* db() const { return db_; }
  double load() const { return load_; }

  // Each article is read through the tables in turn, so that it is analysed once; every cell is fetched, as a driver
  // does, or left where it is.
  void read(std::size_t first_table, std::size_t end_table, bool fetch) const {
    for (std::size_t id = 1; id <= count_; ++id) {
      for (std::size_t table = first_table; table < end_table; ++table) step_all(queries_.at(table), static_cast<sqlite3_int64>(id), fetch);
    }
  }

 private:
  static void step_all(sqlite3_stmt* query, sqlite3_int64 id, bool fetch) {
    sqlite3_reset(query);
    sqlite3_bind_int64(query, 1, id);
    const int columns = sqlite3_column_count(query);
    while (sqlite3_step(query) == SQLITE_ROW) {
      for (int i = 0; fetch && i < columns; ++i) {
        switch (sqlite3_column_type(query, i)) {
          case SQLITE_INTEGER: sqlite3_column_int64(query, i); break;
          case SQLITE_FLOAT: sqlite3_column_double(query, i); break;
          case SQLITE_TEXT: sqlite3_column_text(query, i), sqlite3_column_bytes(query, i); break;
          default: break;
        }
      }
    }
  }

  std::size_t count_;
  sqlite3* db_ = nullptr;
  double load_ = 0;
  std::array<sqlite3_stmt*, tables.size()> queries_{};
};

// Where the time of an analysis goes, without SQLite: the layers one after the other, as facts/analysis.cpp has them.
void print_shares(const std::vector<std::string>& texts) {
  constexpr std::array<const char*, 9> names{"tokens and layout", "lexicon and stages", "dates", "actors", "places", "quotes", "casualties", "events",
                                             "characters"};
  std::array<double, names.size()> best{};
  const cascade::Grammar& grammar = *cascade::Grammar::built_in();
  for (int round = 0; round < 3; ++round) {
    std::array<double, names.size()> times{};
    for (const std::string& text : texts) {
      std::array<double, names.size() + 2> at{};
      std::size_t i = 0;
      const auto mark = [&] { at.at(i++) = now(); };
      mark();
      std::vector<text::Token> tokens;
      text::lay_out(text, grammar.lexicon(), tokens);
      mark();
      const facts::Document document = facts::read(text, grammar, {});
      mark();
      const auto dates = facts::find_dates(document, {});
      mark();
      const facts::Cast cast = facts::find_actors(document);
      mark();
      const auto places = facts::find_places(document, cast);
      mark();
      const auto quotes = facts::find_quotes(document, cast);
      mark();
      const auto casualties = facts::find_casualties(document, cast, quotes, dates, places);
      mark();
      const auto events = facts::find_events(document, cast, quotes, dates, places);
      mark();
      const text::CharacterIndex characters(text);
      mark();
      for (std::size_t k = 0; k < names.size(); ++k) times.at(k) += at.at(k + 1) - at.at(k);
      times[1] -= at[1] - at[0];  // reading lays the text out too
    }
    for (std::size_t k = 0; k < names.size(); ++k) best.at(k) = round == 0 ? times.at(k) : std::min(best.at(k), times.at(k));
  }
  double sum = 0;
  for (const double time : best) sum += time;
  for (std::size_t k = 0; k < names.size(); ++k) fmt::print("share of {}: {:.0f} % ({:.0f} ms)\n", names.at(k), 100 * best.at(k) / sum, best.at(k));
}

// What two threads do, each with a connection, in the time in which one does half of it.
void print_threads(const std::vector<std::string>& texts) {
  const Corpus one(texts);
  const Corpus other(texts);
  const auto both = [&] {
    std::thread second([&] { other.read(0, tables.size(), true); });
    one.read(0, tables.size(), true);
    second.join();
  };
  double alone = 0;
  double together = 0;
  for (int round = 0; round < 3; ++round) {
    const double first = clock_milliseconds([&] { one.read(0, tables.size(), true); });
    const double second = clock_milliseconds(both);
    alone = round == 0 ? first : std::min(alone, first);
    together = round == 0 ? second : std::min(together, second);
  }
  fmt::print("two threads do as much as {:.2f} of one ({} processors)\n", 2 * alone / together, std::thread::hardware_concurrency());
}

// True where twice the text takes no more than 2.2 times as long. The two take turns, and the best of each counts: what
// else the machine does slows the longer one more often. Rounds go on while the promise looks broken, since a text that
// truly takes too long does so in each of them.
bool print_linear(const Corpus& corpus, const std::vector<std::string>& texts) {
  std::string half;
  for (std::size_t i = 0; half.size() < 5'000'000; ++i) half += texts[i % texts.size()] + "\n\n";
  const std::string whole = half + half;
  sqlite3_stmt* const query = prepare(corpus.db(), "SELECT * FROM gazette_events(?)");
  const auto time = [&](const std::string& text) {
    return milliseconds([&] {
      sqlite3_bind_text64(query, 1, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
      while (sqlite3_step(query) == SQLITE_ROW) sqlite3_column_type(query, 0);
      sqlite3_reset(query);
    });
  };
  double one = time(half);
  double two = time(whole);
  for (int round = 1; round < 3 || (round < 8 && two / one > 2.2); ++round) {
    one = std::min(one, time(half));
    two = std::min(two, time(whole));
  }
  fmt::print("10 MB / 5 MB: {:.2f} ({:.0f} ms, {:.0f} ms; promised: 2.2)\n", two / one, two, one);
  sqlite3_finalize(query);
  return two / one <= 2.2;
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<std::string> texts;
  double size = 0;
  for (int i = 1; i < count; ++i) {
    std::ifstream stream(arguments[i], std::ios::binary);
    std::stringstream all;
    all << stream.rdbuf();
    if (all.str().empty()) {
      fmt::print(stderr, "{}: no text\n", arguments[i]);
      return 2;
    }
    texts.push_back(all.str());
    size += static_cast<double>(texts.back().size()) / 1e6;
  }
  if (texts.empty()) {
    fmt::print(stderr, "usage: fts5-ratio ARTICLE...\n");
    return 2;
  }
  const std::vector<std::string> different = texts;
  for (std::size_t i = 0; size < 3; ++i) {
    texts.push_back(different[i % different.size()] + "\n");
    size += static_cast<double>(texts.back().size()) / 1e6;
  }

  const Corpus corpus(texts);
  fmt::print("load: {:.2f} ms\n", corpus.load());
  fmt::print("first article, with all rules made: {:.1f} ms\n",
             milliseconds([&] { run(corpus.db(), "SELECT * FROM gazette_events((SELECT body FROM article WHERE id = 1))"); }));
  const double indexing = best_of_three([&] {
    run(corpus.db(), "CREATE VIRTUAL TABLE words USING fts5(body); BEGIN; INSERT INTO words SELECT body FROM article; COMMIT");
    run(corpus.db(), "DROP TABLE words");
  });
  const double reading = best_of_three([&] { corpus.read(0, tables.size(), true); });
  fmt::print("{} articles, {:.1f} MB: FTS5 {:.0f} ms, all tables {:.0f} ms\n", texts.size(), size, indexing, reading);
  fmt::print("all tables / FTS5: {:.2f} ({:.2f} with the cells left where they are)\n", reading / indexing,
             best_of_three([&] { corpus.read(0, tables.size(), false); }) / indexing);
  for (std::size_t i = 0; i < tables.size(); ++i) {
    fmt::print("{} alone / FTS5: {:.2f}\n", tables.at(i), best_of_three([&] { corpus.read(i, i + 1, true); }) / indexing);
  }
  fmt::print("{:.1f} MB a second, {:.0f} articles a second\n", size / reading * 1e3, static_cast<double>(texts.size()) / reading * 1e3);
  print_shares(texts);
  const double before = peak_memory();
  for (int round = 0; round < 3; ++round) corpus.read(0, tables.size(), true);
  fmt::print("peak memory: {:.1f} MB; three more rounds: {:.1f} MB more\n", before, peak_memory() - before);
  print_threads(texts);
  return print_linear(corpus, different) ? 0 : 1;
}

// What reading an article costs, beside what indexing it costs: prints, in one process and over the same texts,
//
//   fts5-ratio ARTICLE...
//
// the time of all tables of all articles over the time of FTS5 indexing them, the time of loading the extension, and
// the time of a text of 10 MB over that of its first half. The texts are repeated to some 3 MB. The best of three runs.
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <vector>

extern "C" int sqlite3_gazette_init(sqlite3* db, char** message, const struct sqlite3_api_routines* api);

namespace {

// Of processor time: what else the machine does counts little.
double milliseconds(const std::function<void()>& work) {
  const std::clock_t begin = std::clock();
  work();
  return static_cast<double>(std::clock() - begin) * 1e3 / CLOCKS_PER_SEC;
}

double best_of_three(const std::function<void()>& work) {
  double best = milliseconds(work);
  for (int i = 0; i < 2; ++i) best = std::min(best, milliseconds(work));
  return best;
}

void run(sqlite3* db, const std::string& sql) {
  char* message = nullptr;
  if (sqlite3_exec(db, sql.c_str(), nullptr, nullptr, &message) != SQLITE_OK) {
    fmt::print(stderr, "{}: {}\n", sql, message);
    std::exit(1);
  }
}

// Runs a query and touches every cell of every row, as an application would.
std::size_t read_all(sqlite3* db, const std::string& sql, const std::string* text) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(db, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) {
    fmt::print(stderr, "{}: {}\n", sql, sqlite3_errmsg(db));
    std::exit(1);
  }
  if (text != nullptr) sqlite3_bind_text64(statement, 1, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
  std::size_t bytes = 0;
  while (sqlite3_step(statement) == SQLITE_ROW) {
    for (int i = 0; i < sqlite3_column_count(statement); ++i) bytes += static_cast<std::size_t>(sqlite3_column_bytes(statement, i));
  }
  sqlite3_finalize(statement);
  return bytes;
}

// The same with a prepared query that takes an article's id; each cell as what it is, as a driver does.
std::int64_t step_all(sqlite3_stmt* query, sqlite3_int64 id) {
  sqlite3_reset(query);
  sqlite3_bind_int64(query, 1, id);
  const int columns = sqlite3_column_count(query);
  std::int64_t sum = 0;
  while (sqlite3_step(query) == SQLITE_ROW) {
    for (int i = 0; i < columns; ++i) {
      switch (sqlite3_column_type(query, i)) {
        case SQLITE_INTEGER: sum += sqlite3_column_int64(query, i); break;
        case SQLITE_FLOAT: sum += static_cast<std::int64_t>(sqlite3_column_double(query, i)); break;
        case SQLITE_TEXT: sum += sqlite3_column_text(query, i)[0] + sqlite3_column_bytes(query, i); break;
        default: break;
      }
    }
  }
  return sum;
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<std::string> texts;
  std::size_t size = 0;
  for (int i = 1; i < count; ++i) {
    std::ifstream stream(arguments[i], std::ios::binary);
    std::stringstream all;
    all << stream.rdbuf();
    texts.push_back(all.str());
  }
  if (texts.empty()) {
    fmt::print(stderr, "usage: fts5-ratio ARTICLE...\n");
    return 2;
  }
  const std::size_t different = texts.size();
  for (const std::string& text : texts) size += text.size();
  for (std::size_t i = 0; size < 3'000'000; ++i) {
    texts.push_back(texts[i % different] + "\n");
    size += texts.back().size();
  }

  sqlite3* db = nullptr;
  sqlite3_open(":memory:", &db);
  fmt::print("load: {:.2f} ms\n", milliseconds([&] { sqlite3_gazette_init(db, nullptr, nullptr); }));
  run(db, "CREATE TABLE article(id INTEGER PRIMARY KEY, body TEXT)");
  for (const std::string& text : texts) {
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(db, "INSERT INTO article(body) VALUES (?)", -1, &insert, nullptr);
    sqlite3_bind_text64(insert, 1, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
    sqlite3_step(insert);
    sqlite3_finalize(insert);
  }
  const std::vector<std::string> tables{"sentences", "actors", "mentions", "quotes", "casualties", "tolls", "events", "dates", "places"};
  fmt::print("first article, with all rules made: {:.1f} ms\n", milliseconds([&] { read_all(db, "SELECT * FROM gazette_events(?)", texts.data()); }));

  const double indexing = best_of_three([&] {
    run(db, "CREATE VIRTUAL TABLE words USING fts5(body); BEGIN; INSERT INTO words SELECT body FROM article; COMMIT");
    run(db, "DROP TABLE words");
  });
  // Each article is read through all tables in turn, so that it is analysed once.
  std::vector<sqlite3_stmt*> queries;
  for (const std::string& table : tables) {
    queries.push_back(nullptr);
    sqlite3_prepare_v2(db, ("SELECT * FROM gazette_" + table + "((SELECT body FROM article WHERE id = ?))").c_str(), -1, &queries.back(), nullptr);
  }
  std::int64_t sum = 0;
  const double reading = best_of_three([&] {
    for (std::size_t id = 1; id <= texts.size(); ++id) {
      for (sqlite3_stmt* const query : queries) sum += step_all(query, static_cast<sqlite3_int64>(id));
    }
  });
  if (sum == 0) fmt::print("no rows\n");
  for (sqlite3_stmt* const query : queries) sqlite3_finalize(query);
  fmt::print("{} articles, {:.1f} MB: FTS5 {:.0f} ms, all tables {:.0f} ms\n", texts.size(), static_cast<double>(size) / 1e6, indexing, reading);
  fmt::print("all tables / FTS5: {:.2f}\n", reading / indexing);

  std::string half;
  for (std::size_t i = 0; half.size() < 5'000'000; ++i) half += texts[i % different] + "\n\n";
  const std::string whole = half + half;
  const double one = milliseconds([&] { read_all(db, "SELECT * FROM gazette_events(?)", &half); });
  const double two = milliseconds([&] { read_all(db, "SELECT * FROM gazette_events(?)", &whole); });
  fmt::print("10 MB / 5 MB: {:.2f} ({:.0f} ms, {:.0f} ms)\n", two / one, two, one);
  sqlite3_close(db);
  return 0;
}

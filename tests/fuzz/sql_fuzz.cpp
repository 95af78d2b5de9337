// Fuzzes whole SQL statements over a small database: whatever they do, nothing breaks, and the connection goes on and
// reads an article as before. Statements that take too long are ended by the progress handler, as a host would.
#include <sqlite3.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

extern "C" int sqlite3_gazette_init(sqlite3* db, char** message, const struct sqlite3_api_routines* api);

namespace {

constexpr char schema[] =
    "CREATE TABLE article(id INTEGER PRIMARY KEY, body TEXT, day TEXT);"
    "INSERT INTO article(body, day) VALUES('\"We agreed to meet,\" Ms Diallo said on Monday. At least 20 soldiers were killed in Armenia.', '2024-05-14'), "
    "(NULL, NULL);"
    "CREATE VIEW quote AS SELECT a.id AS article, q.* FROM article AS a, gazette_quotes(a.body, a.day) AS q;"
    "CREATE TABLE said(speaker, content);"
    "CREATE TRIGGER follow AFTER INSERT ON article BEGIN INSERT INTO said SELECT speaker, content FROM gazette_quotes(new.body); END;";

int authorize(void* /*unused*/, int action, const char* /*first*/, const char* /*second*/, const char* /*database*/, const char* /*trigger*/) {
  return action == SQLITE_ATTACH || action == SQLITE_PRAGMA ? SQLITE_DENY : SQLITE_OK;
}

int count_down(void* left) { return --*static_cast<int*>(left) < 0 ? 1 : 0; }

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  sqlite3* db = nullptr;
  sqlite3_open(":memory:", &db);
  if (sqlite3_gazette_init(db, nullptr, nullptr) != SQLITE_OK) std::abort();
  if (sqlite3_exec(db, schema, nullptr, nullptr, nullptr) != SQLITE_OK) std::abort();
  sqlite3_limit(db, SQLITE_LIMIT_LENGTH, 50000);
  sqlite3_limit(db, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50);
  sqlite3_set_authorizer(db, authorize, nullptr);
  int left = 200;
  sqlite3_progress_handler(db, 500, count_down, &left);
  const std::string sql(reinterpret_cast<const char*>(data), size);
  sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr);
  sqlite3_progress_handler(db, 0, nullptr, nullptr);
  sqlite3_exec(db, "ROLLBACK; DELETE FROM gazette_lexicon WHERE origin = 'user'; DELETE FROM gazette_rules WHERE origin = 'user'", nullptr, nullptr, nullptr);
  sqlite3_exec(db, "DELETE FROM gazette_lexicon WHERE origin = 'user'; DELETE FROM gazette_rules WHERE origin = 'user'", nullptr, nullptr, nullptr);
  sqlite3_stmt* query = nullptr;
  if (sqlite3_prepare_v2(db, "SELECT speaker FROM gazette_quotes('\"We met,\" Ms Diallo said.')", -1, &query, nullptr) != SQLITE_OK ||
      sqlite3_step(query) != SQLITE_ROW || std::string(reinterpret_cast<const char*>(sqlite3_column_text(query, 0))) != "Diallo") {
    std::fprintf(stderr, "%s\n", sqlite3_errmsg(db));
    std::abort();
  }
  sqlite3_finalize(query);
  if (sqlite3_close(db) != SQLITE_OK) std::abort();
  return 0;
}

// What runs out of memory says so, and harms nothing.
//
// Every function and table is run with its first allocation failing, then its second, and so on up to success; once with
// that allocation alone failing, and once with all after it too. Each run ends with SQLITE_NOMEM or with the right rows,
// leaves no block behind, and leaves a connection that goes on.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <string>
#include <vector>

#include "trust/allocations.h"

extern "C" int sqlite3_gazette_init(sqlite3* db, char** message, const struct sqlite3_api_routines* api);

namespace gazette {
namespace {

constexpr char news[] =
    "Talks in Baku\n\n\xE2\x80\x9CWe agreed to meet,\xE2\x80\x9D Ms Diallo said on 13 September. At least 20 soldiers were killed in Armenia.";

struct Outcome {
  int code = SQLITE_OK;
  std::string message;
  std::size_t rows = 0;
  std::size_t hash = 0;
};

// Runs a statement that takes the text once or not at all. Only the statement's own allocations are seen to fail.
Outcome run(sqlite3* db, const std::string& sql, std::int64_t number, Failure failure, bool& failed) {
  Outcome outcome;
  sqlite3_stmt* statement = nullptr;
  std::string cells;
  cells.reserve(1U << 20U);
  fail_at(number, failure);
  outcome.code = sqlite3_prepare_v2(db, sql.c_str(), -1, &statement, nullptr);
  if (outcome.code == SQLITE_OK && sqlite3_bind_parameter_count(statement) > 0) outcome.code = sqlite3_bind_text(statement, 1, news, -1, SQLITE_STATIC);
  if (outcome.code == SQLITE_OK) {
    while ((outcome.code = sqlite3_step(statement)) == SQLITE_ROW) {
      ++outcome.rows;
      for (int i = 0; i < sqlite3_column_count(statement); ++i) {
        const bool null = sqlite3_column_type(statement, i) == SQLITE_NULL;
        const auto* const cell = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
        if (cell == nullptr && !null) outcome.code = SQLITE_NOMEM;  // the host's own call ran out of memory
        const auto bytes = static_cast<std::size_t>(sqlite3_column_bytes(statement, i));
        if (cell != nullptr && cells.size() + bytes < cells.capacity()) cells.append(cell, bytes);
        if (cells.size() < cells.capacity()) cells += '|';
      }
      if (outcome.code == SQLITE_NOMEM) break;
    }
  }
  failed = stop_failing();
  if (outcome.code == SQLITE_ROW || outcome.code == SQLITE_DONE) outcome.code = SQLITE_OK;
  if (outcome.code != SQLITE_OK) outcome.message = sqlite3_errmsg(db);
  outcome.hash = std::hash<std::string>{}(cells);
  sqlite3_finalize(statement);
  return outcome;
}

// Every one of the first, then fewer and fewer: what fails late fails as what failed before it.
std::int64_t after(std::int64_t number, std::int64_t dense) { return number + 1 + (number < dense ? 0 : number / (dense / 8)); }

class Memory : public testing::Test {
 protected:
  void SetUp() override { setup.clear(), dense = 300; }
  static sqlite3* open() {
    sqlite3* db = nullptr;
    EXPECT_EQ(sqlite3_open(":memory:", &db), SQLITE_OK);
    EXPECT_EQ(sqlite3_gazette_init(db, nullptr, nullptr), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(db, "CREATE TABLE said(speaker, content)", nullptr, nullptr, nullptr), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(db, setup.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(db);
    return db;
  }

  // `undo` brings back what the statement changed; `check`, a statement, gives no row where all is well after a failure.
  static void exhaust(const std::string& sql, const std::string& undo = {}, const std::string& check = {}) {
    SCOPED_TRACE(sql);
    bool failed = false;
    for (int warm = 0; warm < 2; ++warm) {  // what a process makes once is made
      sqlite3* const db = open();
      run(db, sql, 0, Failure::once, failed);
      sqlite3_close(db);
    }
    sqlite3* const fresh = open();
    const Outcome wanted = run(fresh, sql, 0, Failure::once, failed);
    ASSERT_EQ(wanted.code, SQLITE_OK) << wanted.message;
    sqlite3_close(fresh);
    const std::int64_t alive = blocks_alive();
    std::int64_t tried = 0;
    for (const Failure failure : {Failure::once, Failure::for_good}) {
      for (std::int64_t number = 1;; number = after(number, dense)) {
        ASSERT_LT(number, 1'000'000);
        sqlite3* const db = open();
        const Outcome outcome = run(db, sql, number, failure, failed);
        ++tried;
        if (outcome.code == SQLITE_OK) {
          EXPECT_TRUE(outcome.rows == wanted.rows && outcome.hash == wanted.hash) << "other rows where allocation " << number << " failed";
        } else {
          EXPECT_EQ(outcome.code, SQLITE_NOMEM) << "allocation " << number << ": " << outcome.message;
          bool unused = false;
          EXPECT_TRUE(check.empty() || run(db, check, 0, Failure::once, unused).rows == 0) << "half done at allocation " << number;
        }
        EXPECT_EQ(sqlite3_exec(db, undo.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(db);
        bool unused = false;
        const Outcome again = run(db, sql, 0, Failure::once, unused);
        EXPECT_TRUE(again.code == SQLITE_OK && again.rows == wanted.rows && again.hash == wanted.hash)
            << "the connection does not go on after allocation " << number << ": " << again.message;
        EXPECT_EQ(sqlite3_close(db), SQLITE_OK);
        EXPECT_EQ(blocks_alive(), alive) << "allocation " << number << " leaks";
        if (HasFailure() || !failed) break;
      }
      if (HasFailure()) break;
    }
    all_tried += tried;
  }

 public:
  static inline std::int64_t all_tried = 0;
  static inline std::string setup;         // what each connection runs first
  static inline std::int64_t dense = 300;  // allocations that fail one after the other
};

TEST_F(Memory, OfEveryTable) {
  for (const char* const table : {"sentences", "actors", "mentions", "quotes", "casualties", "tolls", "events", "dates", "places"}) {
    exhaust(fmt::format("SELECT * FROM gazette_{}(?1, '2022-09-20')", table));
  }
}

TEST_F(Memory, OfEveryFunction) {
  for (const char* const call : {"gazette_version()", "gazette_json(?1, '2022-09-20')", "gazette_html(?1)", "gazette_number('at least two dozen')",
                                 "gazette_date('next Tuesday', '2022-09-20')"}) {
    exhaust(fmt::format("SELECT {}", call));
  }
}

TEST_F(Memory, OfTheKnowledge) {
  exhaust("SELECT * FROM gazette_rules LIMIT 3");
  exhaust("SELECT * FROM gazette_lexicon LIMIT 3");
  exhaust("INSERT INTO gazette_lexicon(term, class, name) VALUES('Znak Media Group', 'MEDIA', 'Znak.com, a name that is long')",
          "DELETE FROM gazette_lexicon WHERE origin = 'user'", "SELECT 1 FROM gazette_lexicon WHERE origin = 'user'");
  dense = 100;
  exhaust(
      "INSERT INTO gazette_rules(name, stage, pattern) VALUES('quote.a_rule_of_ones_own', 'quotes', 'speaker=NOUN_GROUP cue=lotor content=( .+ ) FULL_STOP => "
      "kind=indirect')",
      "DELETE FROM gazette_rules WHERE origin = 'user'", "SELECT 1 FROM gazette_rules WHERE origin = 'user'");
}

TEST_F(Memory, OfDeleting) {
  for (const char* const table : {"lexicon", "rules"}) {
    const bool words = std::string_view(table) == "lexicon";
    const std::string insert = words ? "INSERT INTO gazette_lexicon(term, class) VALUES('Znak', 'MEDIA'), ('a longer term of several words', 'MEDIA')"
                                     : "INSERT INTO gazette_rules(name, stage, pattern) VALUES('quote.a_rule_of_ones_own', 'quotes', 'speaker=NOUN_GROUP "
                                       "cue=lotor content=( .+ ) FULL_STOP => kind=indirect')";
    const std::string count = fmt::format("SELECT 1 FROM gazette_{} WHERE origin = 'user'", table);
    const std::string remove = fmt::format("DELETE FROM gazette_{} WHERE origin = 'user'", table);
    SCOPED_TRACE(remove);
    const std::size_t rows = words ? 2 : 1;
    bool failed = true;
    for (const Failure failure : {Failure::once, Failure::for_good}) {
      failed = true;
      for (std::int64_t number = 1; failed && !HasFailure(); ++number) {
        sqlite3* const db = open();
        ASSERT_EQ(sqlite3_exec(db, insert.c_str(), nullptr, nullptr, nullptr), SQLITE_OK);
        const Outcome outcome = run(db, remove, number, failure, failed);
        EXPECT_TRUE(outcome.code == SQLITE_OK || outcome.code == SQLITE_NOMEM) << number << ": " << outcome.message;
        bool unused = false;
        EXPECT_EQ(run(db, count, 0, failure, unused).rows, outcome.code == SQLITE_OK ? 0 : rows) << "half done at allocation " << number;
        EXPECT_EQ(sqlite3_close(db), SQLITE_OK);
        ++all_tried;
      }
    }
  }
}

TEST_F(Memory, OfKnowledgeThatIsUsed) {
  dense = 40;  // making the knowledge takes some milliseconds
  setup = "INSERT INTO gazette_lexicon(term, class) VALUES('Ms Diallo', 'MEDIA')";
  exhaust("SELECT * FROM gazette_actors(?1)");
}

TEST_F(Memory, OfViewsAndTriggers) {
  exhaust("WITH q AS (SELECT * FROM gazette_quotes(?1)) SELECT * FROM q, gazette_sentences(q.content) AS s, gazette_actors(s.text) AS a");
  exhaust("INSERT INTO said SELECT speaker, content FROM gazette_quotes(?1)", "DELETE FROM said", "SELECT 1 FROM said");
}

TEST_F(Memory, OfLoading) {
  const auto load = [](std::int64_t number, Failure failure, bool& failed) {
    sqlite3* db = nullptr;
    EXPECT_EQ(sqlite3_open(":memory:", &db), SQLITE_OK);
    char* message = nullptr;
    fail_at(number, failure);
    const int code = sqlite3_gazette_init(db, &message, nullptr);
    failed = stop_failing();
    sqlite3_free(message);
    EXPECT_TRUE(code != SQLITE_OK || sqlite3_exec(db, "SELECT * FROM gazette_quotes('x')", nullptr, nullptr, nullptr) == SQLITE_OK);
    EXPECT_EQ(sqlite3_close(db), SQLITE_OK);
    return code;
  };
  bool failed = false;
  ASSERT_EQ(load(0, Failure::once, failed), SQLITE_OK);
  const std::int64_t alive = blocks_alive();
  for (const Failure failure : {Failure::once, Failure::for_good}) {
    failed = true;
    for (std::int64_t number = 1; failed; ++number) {
      const int code = load(number, failure, failed);
      EXPECT_TRUE(code == SQLITE_NOMEM || code == SQLITE_OK) << "allocation " << number << ": " << code;
      ASSERT_EQ(blocks_alive(), alive) << "allocation " << number;
      ++all_tried;
    }
  }
}

}  // namespace
}  // namespace gazette

int main(int count, char** arguments) {
  gazette::install_allocations();
  testing::InitGoogleTest(&count, arguments);
  const int result = RUN_ALL_TESTS();
  fmt::print("memory failed at {} allocations\n", gazette::Memory::all_tried);
  return result;
}

// Fuzzes gazette_json() and gazette_html() as SQLite calls them: the JSON is valid and holds as many rows as the tables,
// every span is substr() of the text, and in the page no "<" stands but that of the page's own elements.
#include <sqlite3.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

extern "C" int sqlite3_gazette_init(sqlite3* db, char** message, const struct sqlite3_api_routines* api);

namespace {

struct Question {
  const char* sql;  // takes the text, gives one row
  sqlite3_stmt* statement = nullptr;
};

// Each gives 1 where all is well; the last gives the page.
std::array<Question, 5> questions{{
    {"SELECT json_valid(gazette_json(?1, '2024-05-14'))"},
    {"SELECT NOT EXISTS (SELECT 1 FROM gazette_quotes(?1) WHERE substr(?1, start, length) IS NOT content OR substr(?1, mention_start, mention_length) IS NOT "
     "mention"
     " OR substr(?1, cue_start, cue_length) IS NOT cue)"},
    {"SELECT NOT EXISTS (SELECT 1 FROM gazette_sentences(?1) WHERE substr(?1, start, length) IS NOT content UNION ALL SELECT 1 FROM gazette_mentions(?1) WHERE"
     " substr(?1, start, length) IS NOT content UNION ALL SELECT 1 FROM gazette_dates(?1) WHERE substr(?1, start, length) IS NOT content)"},
    {"SELECT json_array_length(gazette_json(?1), '$.quotes') = (SELECT count(*) FROM gazette_quotes(?1)) AND json_array_length(gazette_json(?1), '$.actors') ="
     " (SELECT count(*) FROM gazette_actors(?1))"},
    {"SELECT gazette_html(?1, '2024-05-14')"},
}};

void demand(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

// Inside <style> and <script> other rules hold, but no text of the article stands there.
void check_page(std::string_view page) {
  demand(page.substr(0, 15) == "<!DOCTYPE html>", "no page");
  for (std::size_t at = page.find('<'); at != std::string_view::npos; at = page.find('<', at + 1)) {
    const char next = at + 1 < page.size() ? page[at + 1] : ' ';
    demand(next == '/' || next == '!' || (next >= 'a' && next <= 'z'), "an open <");
    demand(page.substr(at, 7) != "<script" && page.substr(at, 4) != "<img" && page.substr(at, 7) != "<iframe", "an element that the page has not");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static sqlite3* const db = [] {
    sqlite3* made = nullptr;
    sqlite3_open(":memory:", &made);
    sqlite3_gazette_init(made, nullptr, nullptr);
    for (Question& question : questions) demand(sqlite3_prepare_v2(made, question.sql, -1, &question.statement, nullptr) == SQLITE_OK, sqlite3_errmsg(made));
    return made;
  }();
  for (const Question& question : questions) {
    sqlite3_bind_text(question.statement, 1, reinterpret_cast<const char*>(data), static_cast<int>(size), SQLITE_STATIC);
    demand(sqlite3_step(question.statement) == SQLITE_ROW, sqlite3_errmsg(db));
    if (&question == &questions.back()) {
      check_page(
          {reinterpret_cast<const char*>(sqlite3_column_text(question.statement, 0)), static_cast<std::size_t>(sqlite3_column_bytes(question.statement, 0))});
    } else {
      demand(sqlite3_column_int(question.statement, 0) == 1, question.sql);
    }
    sqlite3_reset(question.statement);
  }
  return 0;
}

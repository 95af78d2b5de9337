// Runs one folder of fixtures: article.txt read through SQL, and each <table>.tsv beside it compared with its rows.
//
//   fixture-runner FOLDER...
//
// A .tsv file is named after a table without "gazette_"; its header names some of the table's columns, and its lines are
// all rows of the table, in order (of tolls in any order), on these columns. An empty cell is NULL. An article.published
// file, where there is one, holds the day of publication. Prints what differs; the exit code says whether anything does.
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

extern "C" int sqlite3_gazette_init(sqlite3* db, char** message, const struct sqlite3_api_routines* api);

namespace {

using Cell = std::optional<std::string>;
using Row = std::vector<Cell>;

std::string contents(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw std::runtime_error(path.string() + ": can't be read");
  std::stringstream all;
  all << stream.rdbuf();
  return all.str();
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (;;) {
    const std::size_t end = text.find(separator, begin);
    parts.push_back(text.substr(begin, end - begin));
    if (end == std::string::npos) return parts;
    begin = end + 1;
  }
}

struct Expectation {
  std::vector<std::string> columns;
  std::vector<Row> rows;
};

Expectation read_tsv(const std::filesystem::path& path) {
  std::string text = contents(path);
  if (text.empty() || text.back() != '\n') throw std::runtime_error(path.string() + ": the last line must end in a newline");
  text.pop_back();
  Expectation expectation;
  std::size_t number = 0;
  for (const std::string& line : split(text, '\n')) {
    ++number;
    std::vector<std::string> cells = split(line, '\t');
    if (number == 1) {
      expectation.columns = std::move(cells);
      continue;
    }
    if (cells.size() != expectation.columns.size()) {
      throw std::runtime_error(
          fmt::format("{}:{}: expected {} cells, as the header has, found {}", path.string(), number, expectation.columns.size(), cells.size()));
    }
    Row row;
    for (std::string& cell : cells) row.push_back(cell.empty() ? Cell() : Cell(std::move(cell)));
    expectation.rows.push_back(std::move(row));
  }
  return expectation;
}

class Database {
 public:
  Database() {
    if (sqlite3_open(":memory:", &db_) != SQLITE_OK) throw std::runtime_error("SQLite does not open");
    char* message = nullptr;
    if (sqlite3_gazette_init(db_, &message, nullptr) != SQLITE_OK) throw std::runtime_error(message != nullptr ? message : "gazette does not load");
  }
  ~Database() { sqlite3_close(db_); }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  std::vector<Row> rows(const std::string& table, const std::vector<std::string>& columns, const std::string& text, const std::string& published) const {
    std::string sql = "SELECT ";
    for (std::size_t i = 0; i < columns.size(); ++i) sql += fmt::format("{}t.\"{}\"", i == 0 ? "" : ", ", columns[i]);
    sql += fmt::format(" FROM gazette_{}(?1, ?2) AS t", table);
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) throw std::runtime_error(fmt::format("{}\n  {}", sql, sqlite3_errmsg(db_)));
    sqlite3_bind_text(statement, 1, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
    if (!published.empty()) sqlite3_bind_text(statement, 2, published.data(), static_cast<int>(published.size()), SQLITE_STATIC);
    std::vector<Row> rows;
    int code = sqlite3_step(statement);
    for (; code == SQLITE_ROW; code = sqlite3_step(statement)) {
      Row row;
      for (int i = 0; i < sqlite3_column_count(statement); ++i) {
        const auto* const cell = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
        row.push_back(cell == nullptr ? Cell() : Cell(std::string(cell, static_cast<std::size_t>(sqlite3_column_bytes(statement, i)))));
      }
      rows.push_back(std::move(row));
    }
    sqlite3_finalize(statement);
    if (code != SQLITE_DONE) throw std::runtime_error(fmt::format("{}\n  {}", sql, sqlite3_errmsg(db_)));
    return rows;
  }

 private:
  sqlite3* db_ = nullptr;
};

std::string shown(const Cell& cell) { return cell ? "'" + *cell + "'" : "NULL"; }

std::string shown(const Row& row) {
  std::string out;
  for (const Cell& cell : row) out += (out.empty() ? "" : " | ") + shown(cell);
  return out;
}

// A cell of a number may be written with less precision than the engine has: 0.9 is 0.90.
bool same(const Cell& expected, const Cell& found) {
  if (expected == found) return true;
  if (!expected || !found || expected->find('.') == std::string::npos) return false;
  try {
    std::size_t first = 0;
    std::size_t second = 0;
    const double a = std::stod(*expected, &first);
    const double b = std::stod(*found, &second);
    return first == expected->size() && second == found->size() && a == b;
  } catch (const std::exception&) {
    return false;
  }
}

std::string differences(const Expectation& expected, const std::vector<Row>& found) {
  std::string out;
  for (std::size_t i = 0; i < std::max(expected.rows.size(), found.size()); ++i) {
    if (i >= found.size()) {
      out += fmt::format("  row {}: missing  {}\n", i + 1, shown(expected.rows[i]));
    } else if (i >= expected.rows.size()) {
      out += fmt::format("  row {}: too many {}\n", i + 1, shown(found[i]));
    } else {
      for (std::size_t c = 0; c < expected.columns.size(); ++c) {
        if (same(expected.rows[i][c], found[i][c])) continue;
        out += fmt::format("  row {}, {}: expected {}, found {}\n", i + 1, expected.columns[c], shown(expected.rows[i][c]), shown(found[i][c]));
      }
    }
  }
  return out;
}

// The number of tables that differ.
int run(const std::filesystem::path& folder, const Database& database) {
  const std::string text = contents(folder / "article.txt");
  std::string published;
  if (std::filesystem::exists(folder / "article.published")) {
    published = contents(folder / "article.published");
    published.erase(published.find_last_not_of(" \n") + 1);
  }
  std::vector<std::filesystem::path> paths;
  for (const auto& item : std::filesystem::directory_iterator(folder)) {
    if (item.path().extension() == ".tsv") paths.push_back(item.path());
  }
  std::sort(paths.begin(), paths.end());
  if (paths.empty()) throw std::runtime_error(folder.string() + ": expected a file such as quotes.tsv, found none");
  int failures = 0;
  for (const std::filesystem::path& path : paths) {
    Expectation expected = read_tsv(path);
    const std::string table = path.stem().string();
    std::vector<Row> found = database.rows(table, expected.columns, text, published);
    if (table == "tolls") {
      std::sort(expected.rows.begin(), expected.rows.end());
      std::sort(found.begin(), found.end());
    }
    const std::string difference = differences(expected, found);
    if (difference.empty()) continue;
    ++failures;
    fmt::print("{}: {} rows expected, {} found\n{}", path.string(), expected.rows.size(), found.size(), difference);
  }
  return failures;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) {
    fmt::print(stderr, "usage: fixture-runner FOLDER...\n");
    return 2;
  }
  try {
    const Database database;
    int failures = 0;
    for (int i = 1; i < count; ++i) failures += run(arguments[i], database);
    return failures == 0 ? 0 : 1;
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
}

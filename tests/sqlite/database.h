// A connection with Gazette in it, for the tests of the SQL surface.
#ifndef GAZETTE_TESTS_SQLITE_DATABASE_H
#define GAZETTE_TESTS_SQLITE_DATABASE_H

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

extern "C" int sqlite3_gazette_init(sqlite3* db, char** message, const struct sqlite3_api_routines* api);

namespace gazette::sqlite {

struct Blob {
  std::string bytes;
};
/// A value to bind.
using Value = std::variant<std::nullptr_t, std::int64_t, double, std::string, Blob>;

class Database {
 public:
  explicit Database(const std::string& path = ":memory:", int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) {
    EXPECT_EQ(sqlite3_open_v2(path.c_str(), &db_, flags, nullptr), SQLITE_OK);
    char* message = nullptr;
    EXPECT_EQ(sqlite3_gazette_init(db_, &message, nullptr), SQLITE_OK) << (message != nullptr ? message : "");
    sqlite3_free(message);
  }
  ~Database() {
    for (sqlite3_stmt* statement = nullptr; (statement = sqlite3_next_stmt(db_, nullptr)) != nullptr;) sqlite3_finalize(statement);
    EXPECT_EQ(sqlite3_close(db_), SQLITE_OK) << "something was not released";
  }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// All rows of a statement: cells with "|" between them, rows with a line feed; or "error: ...".
  std::string run(std::string_view sql, std::initializer_list<Value> values = {}) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(db_, sql.data(), static_cast<int>(sql.size()), &statement, nullptr) != SQLITE_OK) return error();
    int at = 0;
    int code = SQLITE_OK;
    for (const Value& value : values) {
      if (code == SQLITE_OK) code = bind(statement, ++at, value);
    }
    std::string out;
    while (code == SQLITE_OK || code == SQLITE_ROW) {
      if ((code = sqlite3_step(statement)) != SQLITE_ROW) break;
      if (!out.empty()) out += '\n';
      for (int i = 0; i < sqlite3_column_count(statement); ++i) {
        if (i > 0) out += '|';
        const auto* const cell = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
        out += cell == nullptr ? "NULL" : std::string(cell, static_cast<std::size_t>(sqlite3_column_bytes(statement, i)));
      }
    }
    if (code != SQLITE_DONE) out = error();
    sqlite3_finalize(statement);
    return out;
  }

  sqlite3* handle() { return db_; }

 private:
  std::string error() { return std::string("error: ") + sqlite3_errmsg(db_); }

  static int bind(sqlite3_stmt* statement, int at, const Value& value) {
    if (const auto* const number = std::get_if<std::int64_t>(&value)) return sqlite3_bind_int64(statement, at, *number);
    if (const auto* const real = std::get_if<double>(&value)) return sqlite3_bind_double(statement, at, *real);
    if (const auto* const text = std::get_if<std::string>(&value))
      return sqlite3_bind_text(statement, at, text->data(), static_cast<int>(text->size()), SQLITE_TRANSIENT);
    if (const auto* const blob = std::get_if<Blob>(&value))
      return sqlite3_bind_blob(statement, at, blob->bytes.data(), static_cast<int>(blob->bytes.size()), SQLITE_TRANSIENT);
    return sqlite3_bind_null(statement, at);
  }

  sqlite3* db_ = nullptr;
};

/// Every text of the fixtures, with its path.
inline std::vector<std::pair<std::string, std::string>> fixture_texts() {
  std::vector<std::pair<std::string, std::string>> texts;
  for (const auto& item : std::filesystem::recursive_directory_iterator(GAZETTE_SOURCE "/fixtures")) {
    if (item.path().extension() != ".txt") continue;
    std::ifstream stream(item.path(), std::ios::binary);
    std::stringstream all;
    all << stream.rdbuf();
    texts.emplace_back(item.path().string(), all.str());
  }
  return texts;
}

}  // namespace gazette::sqlite

#endif

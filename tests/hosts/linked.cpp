#include <sqlite3.h>

#include <cstdio>

#include "gazette_sqlite.h"

int main() {
  sqlite3_auto_extension(reinterpret_cast<void (*)()>(sqlite3_gazette_init));  // every connection opened from here on
  sqlite3* db = nullptr;
  sqlite3_open("news.db", &db);
  const char* sql = R"(SELECT speaker, content FROM gazette_quotes('"We agreed," Ms Diallo said on Monday.', '2024-05-14'))";
  const auto print = [](void*, int, char** cell, char**) { return std::printf("%s: %s\n", cell[0], cell[1]) < 0 ? 1 : 0; };
  sqlite3_exec(db, sql, print, nullptr, nullptr);
  sqlite3_close(db);
}

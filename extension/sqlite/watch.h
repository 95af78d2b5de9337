// Whether the host wants the running statement to end: by sqlite3_interrupt(), or by its progress handler.
//
// SQLite looks at both only between the steps of a statement, and reading one long article is within a single step. So
// a small statement of our own is run now and then: it ends with SQLITE_INTERRUPT where the host has interrupted the
// connection, and its steps count for the host's progress handler as any other's do. It touches no table. (There is
// sqlite3_is_interrupted(), but from 3.41 on, and it asks no progress handler.)
//
//   Watch watch(db);
//   options.interrupted = [&] { return watch.ended(); };
#ifndef GAZETTE_SQLITE_WATCH_H
#define GAZETTE_SQLITE_WATCH_H

#include <chrono>

#include "sqlite/api.h"

namespace gazette::sqlite {

class Watch {
 public:
  explicit Watch(sqlite3* db) : db_(db) {}
  ~Watch();
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;

  /// True from the moment on that the host wants an end. Cheap: SQLite is asked once a millisecond, and not at all
  /// about what takes less.
  bool ended();

 private:
  using Clock = std::chrono::steady_clock;

  sqlite3* db_;
  sqlite3_stmt* question_ = nullptr;  // prepared where it is first needed; a closing connection must not find it
  Clock::time_point asked_ = Clock::now();
  bool ended_ = false;
};

}  // namespace gazette::sqlite

#endif

#include "sqlite/watch.h"

#include <new>

namespace gazette::sqlite {
namespace {

constexpr std::chrono::milliseconds between_questions(1);

// Some 200 steps of SQLite's machine, which take it a few microseconds: a handler that wants to be asked every
// thousand steps is asked every 5 ms.
constexpr char question[] =
    "SELECT count(*) FROM (VALUES(1),(2),(3),(4),(5),(6),(7),(8),(9),(10),(11),(12),(13),(14),(15),(16),(17),(18),(19),(20),"
    "(21),(22),(23),(24),(25),(26),(27),(28),(29),(30),(31),(32))";

}  // namespace

Watch::~Watch() { sqlite3_finalize(question_); }

bool Watch::ended() {
  if (ended_) return true;
  const Clock::time_point now = Clock::now();
  if (now - asked_ < between_questions) return false;
  asked_ = now;
  // Where it can't be prepared since an authorizer forbids it, nobody can be asked. The parser sees an interrupt too.
  int code = question_ != nullptr ? SQLITE_OK : sqlite3_prepare_v2(db_, question, sizeof question, &question_, nullptr);
  if (code == SQLITE_OK) {
    while (sqlite3_step(question_) == SQLITE_ROW) {
    }
    code = sqlite3_reset(question_);
  }
  if (code == SQLITE_NOMEM) throw std::bad_alloc();
  ended_ = code == SQLITE_INTERRUPT;
  return ended_;
}

}  // namespace gazette::sqlite

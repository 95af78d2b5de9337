// No exception crosses the C interface: std::bad_alloc is SQLITE_NOMEM, anything else SQLITE_ERROR with its text.
#ifndef GAZETTE_SQLITE_GUARD_H
#define GAZETTE_SQLITE_GUARD_H

#include <exception>
#include <new>

#include "sqlite/api.h"

namespace gazette::sqlite {

/// Runs `work`, which gives an SQLite result code. An error text goes to `message`, where there is one.
template <typename Work>
int guarded(char** message, Work work) noexcept {
  try {
    return work();
  } catch (const std::bad_alloc&) {
    return SQLITE_NOMEM;
  } catch (const std::exception& error) {
    if (message != nullptr) {
      sqlite3_free(*message);
      *message = sqlite3_mprintf("gazette: %s", error.what());
    }
    return SQLITE_ERROR;
  }
}

/// Runs `work` for a function call or a cell; an exception becomes the call's error.
template <typename Work>
void guarded(sqlite3_context* context, Work work) noexcept {
  try {
    work();
  } catch (const std::bad_alloc&) {
    sqlite3_result_error_nomem(context);
  } catch (const std::exception& error) {
    sqlite3_result_error(context, error.what(), -1);
  }
}

}  // namespace gazette::sqlite

#endif

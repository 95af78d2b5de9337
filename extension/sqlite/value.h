// What SQLite hands over as a value, as text.
#ifndef GAZETTE_SQLITE_VALUE_H
#define GAZETTE_SQLITE_VALUE_H

#include <cstddef>
#include <new>
#include <string_view>

#include "sqlite/api.h"

namespace gazette::sqlite {

/// A value as UTF-8, whole: a NUL ends nothing. NULL is empty. It lasts as long as the value. SQLite may have to make the
/// text first (from a number, from UTF-16): throws std::bad_alloc where it has no memory to.
inline std::string_view text_of(sqlite3_value* value) {
  const auto* const bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
  if (bytes != nullptr) return {bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))};
  if (sqlite3_value_type(value) != SQLITE_NULL) throw std::bad_alloc();
  return {};
}

/// The part of a text that SQLite's own functions see: up to a NUL.
inline std::string_view before_nul(std::string_view text) { return text.substr(0, text.find('\0')); }

}  // namespace gazette::sqlite

#endif

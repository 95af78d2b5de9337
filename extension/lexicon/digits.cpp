#include "lexicon/digits.h"

#include <array>
#include <optional>

#include "lexicon/classes.h"

namespace gazette::lexicon {
namespace {

constexpr int last_day = 31;
constexpr int last_month = 12;
constexpr int last_hour = 24;
constexpr int last_minute = 59;
constexpr int first_year = 1500;
constexpr int last_year = 2099;
constexpr int century = 100;

// A run of digits: its value and how many they are.
struct Run {
  int value = 0;
  std::size_t length = 0;
  bool day() const { return length <= 2 && length > 0 && value >= 1 && value <= last_day; }
  bool month() const { return length == 2 && value >= 1 && value <= last_month; }
  bool year() const { return length == 4 && value >= first_year && value <= last_year; }
};

// The run that begins at `at`; moves `at` behind it. Of a run of five digits and more only the length matters.
Run run_at(std::string_view token, std::size_t& at) {
  constexpr std::size_t most = 4;
  Run run;
  for (; at < token.size() && token[at] >= '0' && token[at] <= '9'; ++at, ++run.length) {
    if (run.length < most) run.value = run.value * 10 + (token[at] - '0');
  }
  return run;
}

// Moves `at` behind a hyphen or an en dash.
bool skip_range_mark(std::string_view token, std::size_t& at) {
  constexpr std::string_view en_dash = "\xE2\x80\x93";
  constexpr std::string_view hyphen = "\xE2\x80\x90";
  if (at < token.size() && token[at] == '-') return ++at, true;
  if (token.substr(at).starts_with(en_dash) || token.substr(at).starts_with(hyphen)) return at += en_dash.size(), true;
  return false;
}

// Two runs with a mark between them: 13-14, 2019-20, 2022-09.
Digits read_range(const Run& low, const Run& high) {
  if (low.day() && high.day()) return Digits::day_range;
  if (!low.year()) return Digits::none;
  if (high.year()) return high.value >= low.value ? Digits::year_range : Digits::none;
  if (high.length != 2) return Digits::none;
  const bool later = high.value > low.value % century;
  if (high.month()) return later ? Digits::year_range_or_month : Digits::year_month;
  return later ? Digits::year_range : Digits::none;
}

// Two or three runs with stops or colons between them: 17:30, 13.09.2022.
Digits read_separated(std::string_view token, const Run& first, std::size_t at) {
  const char mark = token[at++];
  const Run second = run_at(token, at);
  if (at == token.size()) {
    const bool time = mark == ':' && first.length <= 2 && first.value <= last_hour && second.length == 2 && second.value <= last_minute;
    return time ? Digits::clock : Digits::none;
  }
  if (token[at] != mark) return Digits::none;
  const Run third = run_at(token, ++at);
  if (at != token.size()) return Digits::none;
  if (mark == ':') return first.length <= 2 && second.length == 2 && third.length == 2 && first.value <= last_hour ? Digits::clock : Digits::none;
  if (mark != '.' || !second.day()) return Digits::none;
  const bool day_first = first.day() && (third.year() || third.length == 2);
  const bool year_first = first.year() && third.day();
  return day_first || year_first ? Digits::dotted_date : Digits::none;
}

// A word, a hyphen and a year: mid-2021.
Digits read_compound(std::string_view token) {
  const std::size_t hyphen = token.rfind('-');
  if (hyphen == std::string_view::npos) return Digits::none;
  std::size_t at = hyphen + 1;
  const Run year = run_at(token, at);
  return year.year() && at == token.size() ? Digits::year_compound : Digits::none;
}

}  // namespace

Digits read_digits(std::string_view token) {
  std::size_t at = 0;
  const Run first = run_at(token, at);
  if (first.length == 0) return read_compound(token);
  if (at == token.size()) return first.day() ? Digits::day : Digits::none;
  if (token[at] == ':' || token[at] == '.') return read_separated(token, first, at);
  if (!skip_range_mark(token, at)) return Digits::none;
  const Run second = run_at(token, at);
  return at == token.size() && second.length > 0 ? read_range(first, second) : Digits::none;
}

ClassSet classes_of(Digits digits) {
  ClassSet set;
  switch (digits) {
    case Digits::none: break;
    case Digits::day: set.add(class_id::DAY_NUMBER); break;
    case Digits::day_range: set.add(class_id::DAY_RANGE); break;
    case Digits::year_range: set.add(class_id::YEAR_RANGE); break;
    case Digits::year_month: set.add(class_id::YEAR_MONTH); break;
    case Digits::year_range_or_month: set.add(class_id::YEAR_RANGE), set.add(class_id::YEAR_MONTH); break;
    case Digits::clock: set.add(class_id::CLOCK_TIME); break;
    case Digits::dotted_date: set.add(class_id::DOTTED_DATE); break;
    case Digits::year_compound: set.add(class_id::YEAR_COMPOUND); break;
  }
  return set;
}

}  // namespace gazette::lexicon

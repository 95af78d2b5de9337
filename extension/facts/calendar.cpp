#include "facts/calendar.h"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace gazette::facts {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr int last_year = 9999;
constexpr int months_of_year = 12;
constexpr int days_of_week = 7;
// Any step longer than the calendar leads out of it; clamped, so that no sum overflows.
constexpr std::int64_t longest_step = 4'000'000;

year_month_day civil(int year, int month, int day) {
  return {std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)), std::chrono::day(static_cast<unsigned>(day))};
}

int days_in_month(int year, int month) {
  const auto last = std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) / std::chrono::last;
  return static_cast<int>(static_cast<unsigned>(std::chrono::year_month_day_last(last).day()));
}

std::optional<int> digits(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

// A number with so many digits, leading zeros included.
void append_digits(int number, std::size_t width, std::string& into) {
  into.append(width, '0');
  for (std::size_t at = into.size(); number > 0 && width > 0; number /= 10, --width) into[--at] = static_cast<char>('0' + number % 10);
}

}  // namespace

bool is_years_before(std::string_view iso, std::string_view other) {
  constexpr std::size_t width = 4;
  const auto year = digits(iso.substr(0, width));
  const auto later = digits(other.substr(0, width));
  return year && later && *year + 1 < *later;
}

bool CivilDate::valid() const {
  if (year < 1 || year > last_year || month < 0 || month > months_of_year || day < 0) return false;
  if (day == 0) return true;
  return month != 0 && civil(year, month, day).ok();
}

std::string CivilDate::iso() const {
  std::string written;
  if (!valid()) return written;
  append_digits(year, 4, written);
  if (month != 0) append_digits(month, 2, written += '-');
  if (day != 0) append_digits(day, 2, written += '-');
  return written;
}

std::optional<CivilDate> parse_iso_day(std::string_view text) {
  constexpr std::size_t length = 10;
  if (text.size() < length || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (text.size() > length && text[length] != 'T' && text[length] != ' ') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const CivilDate date{*year, *month, *day};
  return date.valid() && date.has_day() ? std::optional(date) : std::nullopt;
}

CivilDate first_day(const CivilDate& date) { return {date.year, std::max(date.month, 1), std::max(date.day, 1)}; }

CivilDate last_day(const CivilDate& date) {
  if (!date.valid() || date.has_day()) return date;
  const int month = date.month != 0 ? date.month : months_of_year;
  return {date.year, month, days_in_month(date.year, month)};
}

std::int64_t day_number(const CivilDate& date) {
  const CivilDate day = first_day(date);
  return sys_days(civil(day.year, day.month, day.day)).time_since_epoch().count();
}

CivilDate from_day_number(std::int64_t number) {
  if (number < -longest_step || number > longest_step) return {};
  const year_month_day day{sys_days(std::chrono::days(number))};
  return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())), static_cast<int>(static_cast<unsigned>(day.day()))};
}

CivilDate plus_days(const CivilDate& date, std::int64_t days) { return from_day_number(day_number(date) + std::clamp(days, -longest_step, longest_step)); }

CivilDate plus_months(const CivilDate& date, std::int64_t months) {
  const std::int64_t count = std::int64_t{date.year} * months_of_year + std::max(date.month, 1) - 1 + std::clamp(months, -longest_step, longest_step);
  if (count < 0) return {};
  return {static_cast<int>(count / months_of_year), static_cast<int>(count % months_of_year) + 1, 0};
}

CivilDate same_day_plus_months(const CivilDate& date, std::int64_t months) {
  CivilDate moved = plus_months(date, months);
  if (moved.valid()) moved.day = std::min(date.day, days_in_month(moved.year, moved.month));
  return moved;
}

int weekday_of(const CivilDate& day) { return static_cast<int>(std::chrono::weekday(sys_days(std::chrono::days(day_number(day)))).iso_encoding()); }

CivilDate weekday_before(const CivilDate& day, int weekday) { return plus_days(day, -((weekday_of(day) - weekday + days_of_week) % days_of_week)); }

CivilDate weekday_after(const CivilDate& day, int weekday) { return plus_days(day, (weekday - weekday_of(day) + days_of_week) % days_of_week); }

Interval week_of(const CivilDate& day) {
  const CivilDate monday = weekday_before(day, 1);
  return {monday, plus_days(monday, days_of_week - 1)};
}

Interval weekend_of(const CivilDate& day) {
  const Interval week = week_of(day);
  return {plus_days(week.to, -1), week.to};
}

}  // namespace gazette::facts

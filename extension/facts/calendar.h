// Calendar: civil dates as news tells them, a day, a month or a year, and the arithmetic that "two weeks later" needs.
//
//   const CivilDate day{2022, 9, 13};
//   plus_days(day, 20).iso()              ->  "2022-10-03"
//   plus_months(day, -1).iso()            ->  "2022-08"
//   week_of(day)                          ->  2022-09-12 to 2022-09-18
//   weekday_before({2022, 9, 20}, 2)      ->  2022-09-20, a Tuesday
//
// Nothing here throws or overflows: a date beyond the years 1 to 9999 is one that is not valid().
#ifndef GAZETTE_FACTS_CALENDAR_H
#define GAZETTE_FACTS_CALENDAR_H

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gazette::facts {

/// A date as far as it is told: month and day are 0 where they are not.
struct CivilDate {
  int year = 0;
  int month = 0;
  int day = 0;

  bool valid() const;
  bool has_day() const { return day != 0; }
  /// "2022-09-13", "2022-09", "2022"; empty where the date is not valid.
  std::string iso() const;
  friend bool operator==(const CivilDate&, const CivilDate&) = default;
};

/// From one date to another, both included.
struct Interval {
  CivilDate from;
  CivilDate to;
  friend bool operator==(const Interval&, const Interval&) = default;
};

/// A day as ISO 8601 writes it; a time behind it is ignored.
std::optional<CivilDate> parse_iso_day(std::string_view text);

/// Is an ISO date of a year that is not the other's nor the one before it? Not where either is empty.
bool is_years_before(std::string_view iso, std::string_view other);

/// The first and the last day of a month or year; a day itself.
CivilDate first_day(const CivilDate& date);
CivilDate last_day(const CivilDate& date);

/// Days since 1970-01-01; of a month or year, of its first day.
std::int64_t day_number(const CivilDate& date);
CivilDate from_day_number(std::int64_t number);

CivilDate plus_days(const CivilDate& date, std::int64_t days);
/// The month so many months on; without a day.
CivilDate plus_months(const CivilDate& date, std::int64_t months);
/// The same day so many months on, or the last day of that month where it has no such day.
CivilDate same_day_plus_months(const CivilDate& date, std::int64_t months);

/// 1 is Monday, 7 Sunday.
int weekday_of(const CivilDate& day);
/// The last such weekday that is not after `day`, and the first that is not before it.
CivilDate weekday_before(const CivilDate& day, int weekday);
CivilDate weekday_after(const CivilDate& day, int weekday);
/// Monday to Sunday of the week that holds `day`; its Saturday and Sunday.
Interval week_of(const CivilDate& day);
Interval weekend_of(const CivilDate& day);

}  // namespace gazette::facts

#endif

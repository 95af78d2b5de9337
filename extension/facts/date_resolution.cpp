#include "facts/date_resolution.h"

#include <algorithm>

namespace gazette::facts {
namespace {

constexpr int days_of_week = 7;
constexpr int fortnight = 14;
constexpr int month_unit = 30;  // the values of DATE_UNIT in dates.tsv
constexpr int year_unit = 365;
constexpr int months_of_year = 12;
constexpr int hours_of_day = 24;
constexpr std::int64_t most_steps = 1'000'000;

using Resolved = std::optional<Interval>;

Interval only(const CivilDate& date) { return {date, date}; }
CivilDate month_of(const CivilDate& date) { return {date.year, date.month, 0}; }
CivilDate year_of(const CivilDate& date) { return {date.year, 0, 0}; }
// The first year of the decade or century that holds a year; centuries begin with 01.
int decade_of(int year) { return year / 10 * 10; }
int century_of(int year) { return (year - 1) / 100 * 100 + 1; }
Interval years(int first, int count) { return {{first, 0, 0}, {first + count - 1, 0, 0}}; }

class Resolution {
 public:
  Resolution(const DatePhrase& phrase, const DateContext& context) : phrase_(phrase), context_(context) {}

  Resolved resolve() const {
    if (phrase_.form == "none" || phrase_.form == "vague" || phrase_.form == "clock") return std::nullopt;
    if (phrase_.form == "that") return that_unit();
    if (phrase_.named_holiday) return phrase_.holiday == 0 ? std::nullopt : holiday();
    if (phrase_.decade != 0) return years(phrase_.decade, 10);
    if (phrase_.fraction != 0) return fraction();
    if (phrase_.season != 0) return season();
    if (phrase_.nth != 0) return years((phrase_.nth - 1) * 100 + 1, 100);
    if (phrase_.shift) return shifted();
    if (phrase_.interval) return interval();
    if (phrase_.from.offset) return context_.base ? Resolved(only(plus_days(*context_.base, *phrase_.from.offset))) : std::nullopt;
    if (phrase_.from.weekday != 0) return weekday();
    if (phrase_.from.month != 0 && phrase_.unit && phrase_.order) return day_of_year();
    if (phrase_.from.day != 0 && phrase_.unit) return day_of_unit();
    if (phrase_.unit && phrase_.counted) return span_of_units();
    if (phrase_.unit) return unit();
    if (phrase_.from.month != 0 && phrase_.order) return month_of_order();
    return point();
  }

 private:
  bool coming() const { return context_.tense == Tense::coming; }

  // --- days, months and years ----------------------------------------------------------------------------------------

  // The year of a month or day without one; 0 where none near has such a day.
  int year_for(int month, int day) const {
    if (context_.year != 0) return context_.year;
    if (!context_.base) return 0;
    const CivilDate& base = *context_.base;
    // The first year that has such a day, from one on: 29 February is in few.
    const auto year_from = [&](int year, int step) {
      constexpr int longest = 8;  // years between two
      for (int years = 0; years <= longest; ++years, year += step) {
        if (CivilDate{year, month, day}.valid()) return year;
      }
      return 0;
    };
    const auto distance = [&](int year) {
      if (day == 0) return (std::int64_t{year} * months_of_year + month) - (std::int64_t{base.year} * months_of_year + base.month);
      return day_number({year, month, day}) - day_number(base);
    };
    int last = year_from(base.year, -1);
    if (last != 0 && distance(last) > 0) last = year_from(last - 1, -1);
    const int next = year_from((last == 0 ? base.year : last) + 1, 1);
    if (last == 0 || next == 0) return std::max(last, next);
    const std::int64_t ago = -distance(last);
    const std::int64_t ahead = distance(next);
    if (context_.nearest && day != 0) return ago < ahead || (ago == ahead && last == base.year) ? last : next;
    constexpr std::int64_t grace = 1;  // it may already be tomorrow where the news is
    if (coming()) return ago == 0 ? last : next;
    if (context_.tense == Tense::past) return next == base.year && ahead <= (day == 0 ? 0 : grace) ? next : last;
    // No verb tells: what is past is news, unless the coming date is much nearer.
    constexpr std::int64_t nearer = 3;
    return ago > nearer * ahead ? next : last;
  }

  Resolved point() const {
    CivilDate date{phrase_.from.year, phrase_.from.month, phrase_.from.day};
    if (date.month == 0 && date.day != 0) return day_alone(date.day);
    if (date.month == 0 && date.year == 0) return std::nullopt;
    if (date.year == 0) date.year = year_for(date.month, date.day);
    return only(date);
  }

  // "on the 13th": of the base's month, or of the month before or after it.
  Resolved day_alone(int day) const {
    if (!context_.base) return std::nullopt;
    const CivilDate& base = *context_.base;
    CivilDate date = month_of(base);
    if (coming() && day < base.day) date = plus_months(date, 1);
    if (!coming() && day > base.day) date = plus_months(date, -1);
    date.day = day;
    return only(date);
  }

  // "the 5th of last month".
  Resolved day_of_unit() const {
    if (phrase_.unit->value != month_unit) return std::nullopt;
    Resolved month = unit();
    if (!month) return std::nullopt;
    month->from.day = phrase_.from.day;
    return only(month->from);
  }

  // "March last year", "on March 15 this year".
  Resolved day_of_year() const {
    const Resolved year = unit();
    if (!year || phrase_.unit->value != year_unit) return std::nullopt;
    return only({year->from.year, phrase_.from.month, phrase_.from.day});
  }

  // "last September": the latest one that is over before the base's month; "next September": the first one behind it.
  Resolved month_of_order() const {
    if (!context_.base) return std::nullopt;
    const CivilDate& base = *context_.base;
    int year = base.year;
    if (phrase_.order->value < 0 && phrase_.from.month >= base.month) --year;
    if (phrase_.order->value > 0 && phrase_.from.month <= base.month) ++year;
    return only({year, phrase_.from.month, 0});
  }

  Resolved holiday() const {
    CivilDate date{phrase_.from.year, phrase_.holiday / 100, phrase_.holiday % 100};
    if (date.year == 0 && phrase_.order && context_.base) {
      const bool over = date.month < context_.base->month || (date.month == context_.base->month && date.day < context_.base->day);
      date.year = context_.base->year;
      if (phrase_.order->value < 0 && !over) --date.year;
      if (phrase_.order->value > 0 && over) ++date.year;
    }
    if (date.year == 0) date.year = year_for(date.month, date.day);
    return only(date);
  }

  // --- intervals -----------------------------------------------------------------------------------------------------

  Resolved interval() const {
    if (phrase_.to.weekday != 0) return weekdays();
    if (phrase_.to.offset) return until_day_word();
    CivilDate from{phrase_.from.year, phrase_.from.month, phrase_.from.day};
    CivilDate to{phrase_.to.year, phrase_.to.month, phrase_.to.day};
    if (to.month == 0 && to.day != 0) to.month = from.month;
    if (from.month == 0 && from.day != 0) from.month = to.month;
    if (from.month == 0 && to.month == 0) return Interval{from, to};
    const bool wraps = from.month > to.month;  // from November to February
    if (from.year == 0 && to.year == 0) {
      if (wraps && coming()) {
        from.year = year_for(from.month, from.day);
        to.year = from.year == 0 ? 0 : from.year + 1;
      } else {
        to.year = year_for(to.month, to.day);
        from.year = to.year == 0 ? 0 : to.year - (wraps ? 1 : 0);
      }
    }
    if (to.year == 0) to.year = from.year + (wraps ? 1 : 0);
    if (from.year == 0) from.year = to.year - (wraps ? 1 : 0);
    return Interval{from, to};
  }

  Resolved weekdays() const {
    if (!context_.base) return std::nullopt;
    if (coming()) {
      const CivilDate from = weekday_after(*context_.base, phrase_.from.weekday);
      return Interval{from, weekday_after(from, phrase_.to.weekday)};
    }
    const CivilDate to = weekday_before(*context_.base, phrase_.to.weekday);
    return Interval{weekday_before(to, phrase_.from.weekday), to};
  }

  // "from 13 September until today".
  Resolved until_day_word() const {
    if (!context_.base) return std::nullopt;
    DatePhrase beginning = phrase_;
    beginning.interval = false;
    const Resolved from = Resolution(beginning, context_).resolve();
    if (!from) return std::nullopt;
    return Interval{from->from, plus_days(*context_.base, *phrase_.to.offset)};
  }

  // --- weekdays and weekends -----------------------------------------------------------------------------------------

  Resolved weekday() const {
    const int wanted = phrase_.from.weekday;
    if (phrase_.unit) {  // "Tuesday last week"
      const Resolved week = unit();
      if (!week || phrase_.unit->value != days_of_week) return std::nullopt;
      return only(plus_days(week->from, wanted - 1));
    }
    if (phrase_.order && phrase_.order->kind == "context") {  // "the following Tuesday"
      if (!context_.told || !context_.told->to.has_day()) return std::nullopt;
      if (phrase_.order->value > 0) return only(weekday_after(plus_days(context_.told->to, 1), wanted));
      if (phrase_.order->value < 0) return only(weekday_before(plus_days(context_.told->from, -1), wanted));
      return only(weekday_before(context_.told->to, wanted));
    }
    if (!context_.base) return std::nullopt;
    const CivilDate& base = *context_.base;
    if (phrase_.order && phrase_.order->value < 0) return only(weekday_before(plus_days(base, -1), wanted));
    if (phrase_.order && phrase_.order->value > 0) return only(weekday_after(plus_days(base, 1), wanted));
    if (phrase_.order && context_.tense != Tense::past) return only(weekday_after(base, wanted));  // "this Friday"
    return only(coming() ? weekday_after(base, wanted) : weekday_before(base, wanted));
  }

  // "last weekend", "this weekend", "over the weekend": on a weekday the one before, or the coming one.
  Resolved weekend(const CivilDate& base) const {
    const int order = phrase_.order ? phrase_.order->value : 0;
    const bool now = weekday_of(base) > 5;
    if (order > 0) return weekend_of(plus_days(base, days_of_week));
    if (order < 0) return weekend_of(plus_days(base, -days_of_week));
    const bool ahead = coming() || (phrase_.order && context_.tense != Tense::past);
    return weekend_of(now || ahead ? base : plus_days(base, -days_of_week));
  }

  // --- units ---------------------------------------------------------------------------------------------------------

  // From what date an order or a shift counts; behind or before an interval.
  std::optional<CivilDate> anchor(const DateWord& word) const {
    if (word.kind == "context" || word.kind == "event") {
      if (context_.told) return word.value < 0 ? context_.told->from : context_.told->to;
      if (word.kind == "event") return std::nullopt;
    }
    return context_.base;
  }

  // "last week", "the following day", "this year", "the end of the month".
  Resolved unit() const {
    const DateWord order = phrase_.order.value_or(DateWord{0, {}});
    if (order.kind == "vague") return std::nullopt;
    std::optional<CivilDate> from = anchor(order);
    const bool next_day = phrase_.unit->value == 1 && order.value > 0;  // seen from today it would be tomorrow
    if (next_day && context_.told && context_.told->to.has_day()) from = context_.told->to;
    if (!from) return std::nullopt;
    if (order.kind == "span") return span(*from, order.value, 1);
    return whole_unit(*from, order.value);
  }

  Resolved whole_unit(const CivilDate& from, int step) const {
    const int unit = phrase_.unit->value;
    if (unit >= year_unit * 100) return years(century_of(from.year) + step * 100, 100);
    if (unit >= year_unit * 10) return years(decade_of(from.year) + step * 10, 10);
    if (unit >= year_unit) return only({from.year + step, 0, 0});
    if (unit >= month_unit) return from.month == 0 ? std::nullopt : Resolved(only(plus_months(from, step)));
    if (!from.has_day()) return std::nullopt;
    if (phrase_.unit->kind == "weekend") return weekend(from);
    if (unit == fortnight) return span(from, step, 1);
    if (unit == days_of_week) return week_of(plus_days(from, std::int64_t{days_of_week} * step));
    return only(plus_days(from, std::int64_t{unit} * step));
  }

  // "that day", "that week".
  Resolved that_unit() const {
    if (!context_.told || !phrase_.unit) return std::nullopt;
    if (phrase_.unit->value == 1) return context_.told;
    return whole_unit(context_.told->to, 0);
  }

  // "two days later", "a month ago", "the day before".
  Resolved shifted() const {
    if (!phrase_.unit || (phrase_.counted && !phrase_.count)) return std::nullopt;
    const std::optional<CivilDate> from = anchor(*phrase_.shift);
    if (!from) return std::nullopt;
    const std::int64_t steps = phrase_.shift->value * std::clamp<std::int64_t>(phrase_.count.value_or(1), 0, most_steps);
    const int unit = phrase_.unit->value;
    if (unit >= year_unit) return only({static_cast<int>(std::clamp<std::int64_t>(from->year + steps * (unit / year_unit), 0, 10000)), 0, 0});
    if (unit >= month_unit) return from->month == 0 ? std::nullopt : Resolved(only(plus_months(*from, steps)));
    if (!from->has_day()) return std::nullopt;
    if (unit == 0) return only(plus_days(*from, steps / hours_of_day));
    return only(plus_days(*from, steps * unit));
  }

  // "the past two weeks", "the next three days".
  Resolved span_of_units() const {
    if (!phrase_.order || phrase_.order->value == 0 || phrase_.order->kind == "vague" || !phrase_.count) return std::nullopt;
    const std::optional<CivilDate> from = anchor(*phrase_.order);
    if (!from) return std::nullopt;
    return span(*from, phrase_.order->value, std::clamp<std::int64_t>(*phrase_.count, 0, most_steps));
  }

  Resolved span(const CivilDate& from, int direction, std::int64_t count) const {
    const int unit = phrase_.unit->value;
    const std::int64_t steps = direction * count;
    CivilDate near = from;
    CivilDate far;
    if (unit >= year_unit) {
      near = year_of(from);
      far = {static_cast<int>(std::clamp<std::int64_t>(from.year + steps * (unit / year_unit), 0, 10000)), 0, 0};
    } else if (unit >= month_unit) {
      if (from.month == 0) return std::nullopt;
      near = month_of(from);
      far = plus_months(from, steps);
    } else {
      if (!from.has_day()) return std::nullopt;
      const std::int64_t days = unit == 0 ? (count + hours_of_day - 1) / hours_of_day * direction : steps * unit;
      far = plus_days(from, days);
    }
    return direction < 0 ? Interval{far, near} : Interval{near, far};
  }

  // --- parts of a year -----------------------------------------------------------------------------------------------

  // "the third quarter of 2022", "the first half of this year".
  Resolved fraction() const {
    int year = phrase_.from.year;
    if (year == 0) {
      if (!phrase_.unit) return std::nullopt;
      const Resolved whole = unit();
      if (!whole || phrase_.unit->value != year_unit) return whole;
      year = whole->from.year;
    }
    const int length = months_of_year / phrase_.fraction;
    if (phrase_.nth < 1 || phrase_.nth > phrase_.fraction) return std::nullopt;
    const int first = (phrase_.nth - 1) * length + 1;
    return Interval{{year, first, 0}, {year, first + length - 1, 0}};
  }

  // A season is three months long; the winter of 2021 ends in February 2022.
  Resolved season() const {
    CivilDate first{phrase_.from.year, phrase_.season, 0};
    if (first.year == 0) {
      if (!context_.base) return std::nullopt;
      const CivilDate base = month_of(*context_.base);
      first.year = base.year;
      const bool begun = !(day_number(first) > day_number(base));
      const bool over = day_number(plus_months(first, 2)) < day_number(base);
      const int order = phrase_.order ? phrase_.order->value : 0;
      if (order < 0 && !over) --first.year;
      if (order > 0 && begun) ++first.year;
      if (!phrase_.order && !coming() && !begun) --first.year;
      if (!phrase_.order && coming() && over) ++first.year;
    }
    return Interval{first, plus_months(first, 2)};
  }

  const DatePhrase& phrase_;
  const DateContext& context_;
};

}  // namespace

std::optional<Interval> resolve_date(const DatePhrase& phrase, const DateContext& context) {
  std::optional<Interval> found = Resolution(phrase, context).resolve();
  if (!found || !found->from.valid() || !found->to.valid()) return std::nullopt;
  if (day_number(first_day(found->from)) > day_number(last_day(found->to))) return std::nullopt;
  return found;
}

}  // namespace gazette::facts

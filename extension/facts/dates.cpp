#include "facts/dates.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>

#include "facts/knowledge.h"
#include "facts/numbers.h"
#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

using cascade::StageId;
using lexicon::Column;
namespace class_id = lexicon::class_id;
using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

// A date as far as it is known: a day, a month or a year.
struct Partial {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;

  std::string iso() const {
    if (day != 0) return fmt::format("{:04}-{:02}-{:02}", year, month, day);
    return month != 0 ? fmt::format("{:04}-{:02}", year, month) : fmt::format("{:04}", year);
  }
  bool valid() const {
    if (year < 1 || year > 9999 || month > 12) return false;
    return day == 0 || year_month_day(std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)).ok();
  }
};

Partial partial_of(sys_days day) {
  const year_month_day date(day);
  return {static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day())};
}

sys_days days_of(const Partial& date) {
  return sys_days(year_month_day(std::chrono::year(date.year), std::chrono::month(date.month), std::chrono::day(date.day)));
}

int number_at_start(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end != text.data() ? value : 0;
}

std::optional<Partial> parse_iso(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const Partial date{number_at_start(text.substr(0, 4)), static_cast<unsigned>(number_at_start(text.substr(5, 2))), static_cast<unsigned>(number_at_start(text.substr(8, 2)))};
  return date.valid() && date.day != 0 ? std::optional(date) : std::nullopt;
}

class Dating {
 public:
  Dating(const Document& document, std::string_view published) : document_(document), lexicon_(document.grammar->lexicon()) {
    base_ = parse_iso(published);
    if (!base_) base_ = dateline();
  }

  std::vector<FoundDate> run() {
    for (const Phrase& phrase : document_.phrases) {
      if (phrase.stage != static_cast<std::uint8_t>(StageId::dates)) continue;
      FoundDate date;
      date.tokens = {phrase.first, phrase.end};
      const std::string_view kind = document_.rule(phrase).setting("kind");
      date.row.kind = kind == "duration" ? DateKind::duration : (kind == "relative" ? DateKind::relative : DateKind::absolute);
      if (date.row.kind != DateKind::duration) resolve(phrase, date);
      date.row.span = document_.span(date.tokens);
      date.row.sentence = document_.sentence_of(phrase.first) + 1;
      found_.push_back(std::move(date));
    }
    std::sort(found_.begin(), found_.end(), [](const FoundDate& a, const FoundDate& b) { return a.tokens.first < b.tokens.first; });
    return std::move(found_);
  }

 private:
  // The article's own date line.
  std::optional<Partial> dateline() const {
    for (const Phrase& phrase : document_.phrases) {
      if (phrase.stage != static_cast<std::uint8_t>(StageId::dates)) continue;
      if (document_.sentences[document_.sentence_of(phrase.first)].part != text::Part::dateline) continue;
      Partial date{year_in(phrase, "year"), month_in(phrase, "month"), day_in(phrase, "day")};
      if (date.year != 0 && date.month != 0 && date.day != 0 && date.valid()) return date;
    }
    return std::nullopt;
  }

  std::string_view words(const Phrase& phrase, std::string_view name) const {
    const Stretch tokens = document_.captured(phrase, name);
    return tokens.empty() ? std::string_view{} : document_.words_of(tokens);
  }
  int year_in(const Phrase& phrase, std::string_view name) const { return number_at_start(words(phrase, name)); }
  unsigned day_in(const Phrase& phrase, std::string_view name) const { return static_cast<unsigned>(std::max(0, number_at_start(words(phrase, name)))); }
  unsigned month_in(const Phrase& phrase, std::string_view name) const { return static_cast<unsigned>(value_in(phrase, name, class_id::MONTH).value_or(0)); }

  std::optional<int> value_in(const Phrase& phrase, std::string_view name, ClassId id) const {
    const std::string_view text = words(phrase, name);
    if (text.empty()) return std::nullopt;
    const auto entry = lexicon_.entry_of(text, id);
    if (!entry) return std::nullopt;
    const std::string_view cell = (*entry)[Column::value];
    int value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return error == std::errc() ? std::optional(value) : std::nullopt;
  }

  // The day that relative dates count from.
  std::optional<Partial> base() const { return base_; }

  void set(FoundDate& date, const Partial& from, const Partial& to) {
    if (!from.valid() || !to.valid()) return;
    date.row.from = from.iso();
    date.row.to = to.iso();
    if (!base_ && from.day != 0 && date.row.kind == DateKind::absolute) base_ = from;  // the last full date of the text
  }

  // The year of a day or month without one: the latest that is not after the base date, with a month's grace.
  int year_for(unsigned month, unsigned day) const {
    if (!base_) return 0;
    const Partial same{base_->year, month, day == 0 ? 1 : day};
    if (!same.valid()) return base_->year;
    return days_of(same) > days_of(*base_) + days(31) ? base_->year - 1 : base_->year;
  }

  void resolve(const Phrase& phrase, FoundDate& date) {
    const std::string_view rule = document_.rule(phrase).name;
    if (rule == "date.weekday") return resolve_weekday(phrase, date);
    if (rule == "date.day_word" || rule == "date.shifted" || rule == "date.unit") return resolve_shift(phrase, date);
    if (rule == "date.numeric") return resolve_numeric(phrase, date);
    Partial from{year_in(phrase, "year"), month_in(phrase, "month"), day_in(phrase, "day")};
    Partial to = from;
    if (const std::string_view range = words(phrase, "days"); !range.empty()) {
      from.day = static_cast<unsigned>(number_at_start(range));
      to.day = static_cast<unsigned>(number_at_start(range.substr(range.find_last_not_of("0123456789") + 1)));
    }
    if (const unsigned day = day_in(phrase, "day_to"); day != 0) to.day = day;
    if (const unsigned month = month_in(phrase, "month_to"); month != 0) to.month = month;
    if (from.year == 0) from.year = year_for(from.month, from.day);
    if (const int year = year_in(phrase, "year_to"); year != 0) to.year = year;
    if (to.year == 0) to.year = from.year;
    if (from.year == 0) return;
    set(date, from, to);
  }

  void resolve_numeric(const Phrase& phrase, FoundDate& date) {
    std::vector<int> numbers;
    for (std::uint32_t i = phrase.first; i < phrase.end; ++i) {
      if (const int value = number_at_start(document_.word(i)); value != 0) numbers.push_back(value);
    }
    if (numbers.size() != 3) return;
    const bool year_first = numbers[0] > 31;
    const int year = year_first ? numbers[0] : numbers[2];
    int month = numbers[1];
    int day = year_first ? numbers[2] : numbers[0];
    if (month > 12) std::swap(month, day);  // 02/17/2010
    const Partial only{year < 100 ? year + 2000 : year, static_cast<unsigned>(month), static_cast<unsigned>(day)};
    set(date, only, only);
  }

  // "Tuesday": the last one before the base date, or the base date itself; the coming one behind a future verb.
  void resolve_weekday(const Phrase& phrase, FoundDate& date) {
    const auto wanted = value_in(phrase, "weekday", class_id::WEEKDAY);
    if (!wanted || !base()) return;
    const sys_days from = days_of(*base());
    const auto today = static_cast<int>(std::chrono::weekday(from).iso_encoding());
    const int order = value_in(phrase, "order", class_id::DATE_ORDER).value_or(-2);
    int shift = *wanted - today;
    const bool coming = order == 1 || (order == -2 && in_future(phrase));
    if (coming && shift <= 0) shift += 7;
    if (!coming && shift > 0) shift -= 7;
    const Partial only = partial_of(from + days(shift));
    set(date, only, only);
  }

  bool in_future(const Phrase& phrase) const {
    bool future = false;
    for (const Element& element : document_.tapes[document_.sentence_of(phrase.first)]) {
      if (element.first >= phrase.first) break;
      if (document_.is(element, class_id::VERB_GROUP)) future = document_.is(element, class_id::FUTURE);
    }
    return future;
  }

  void resolve_shift(const Phrase& phrase, FoundDate& date) {
    if (!base()) return;
    const sys_days from = days_of(*base());
    if (const auto offset = value_in(phrase, "offset", class_id::DAY_WORD)) {
      const Partial only = partial_of(from + days(*offset));
      return set(date, only, only);
    }
    const int unit = value_in(phrase, "unit", class_id::DATE_UNIT).value_or(0);
    if (unit == 0) return;
    int count = 1;
    int direction = value_in(phrase, "order", class_id::DATE_ORDER).value_or(0);
    if (const auto shift = value_in(phrase, "shift", class_id::DATE_SHIFT)) {
      direction = *shift;
      count = static_cast<int>(std::clamp<std::int64_t>(cardinal_of(document_, document_.captured(phrase, "count")).value_or(1), 1, 100000));
    }
    move(date, *base(), unit, direction * count, !words(phrase, "order").empty());
  }

  // A step of so many days, weeks (7), months (30) or years (365); "last week" is the whole of it.
  void move(FoundDate& date, const Partial& from, int unit, int steps, bool whole) {
    if (unit < 7) {
      const Partial only = partial_of(days_of(from) + days(unit * steps));
      return set(date, only, only);
    }
    if (unit == 7) {
      const sys_days day = days_of(from) + days(7 * steps);
      if (!whole) return set(date, partial_of(day), partial_of(day));
      const sys_days monday = day - days(static_cast<int>(std::chrono::weekday(day).iso_encoding()) - 1);
      return set(date, partial_of(monday), partial_of(monday + days(6)));
    }
    if (unit < 365) {
      const int months = from.year * 12 + static_cast<int>(from.month) - 1 + steps;
      const Partial only{months / 12, static_cast<unsigned>(months % 12) + 1, 0};
      return set(date, only, only);
    }
    const Partial only{from.year + steps * (unit / 365), 0, 0};
    set(date, only, only);
  }

  const Document& document_;
  const lexicon::Lexicon& lexicon_;
  std::optional<Partial> base_;
  std::vector<FoundDate> found_;
};

}  // namespace

std::vector<FoundDate> find_dates(const Document& document, std::string_view published) { return Dating(document, published).run(); }

}  // namespace gazette::facts

namespace gazette {

std::optional<std::string> read_date(std::string_view text, std::string_view published) {
  constexpr std::size_t longest = 400;  // nobody writes a date longer than this
  if (text.size() > longest) return std::nullopt;
  const facts::Document document = facts::read(text, *Knowledge::built_in()->grammar().grammar, {});
  const std::vector<facts::FoundDate> dates = facts::find_dates(document, published);
  if (dates.size() != 1 || dates[0].row.from.empty()) return std::nullopt;
  return dates[0].row.from == dates[0].row.to ? dates[0].row.from : dates[0].row.from + "/" + dates[0].row.to;
}

}  // namespace gazette

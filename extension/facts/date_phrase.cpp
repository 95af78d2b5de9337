#include "facts/date_phrase.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "facts/numbers.h"
#include "lexicon/cell.h"
#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

using lexicon::Column;
namespace class_id = lexicon::class_id;

constexpr std::string_view ten_digits = "0123456789";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

int number_at_start(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end != text.data() && value > 0 ? value : 0;
}

int number_at_end(std::string_view text) {
  const std::size_t before = text.find_last_not_of(ten_digits);
  return number_at_start(before == std::string_view::npos ? text : text.substr(before + 1));
}

// "22" behind a slash, and the end of "2019-20".
int full_year(int year, int century) { return year < 100 ? century + year : year; }

// The captures of a date's rule, by what they hold.
enum Part : std::uint8_t {
  year_part,
  year_to,
  month_part,
  month_to,
  day_part,
  day_to,
  weekday_part,
  weekday_to,
  offset_part,
  offset_to,
  days,
  years,
  order,
  unit,
  shift,
  count,
  part,
  nth_part,
  fraction,
  decade_part,
  season,
  holiday,
  written,
  no_part
};
constexpr std::array<std::string_view, no_part> part_names{"year",   "year_to",   "month",    "month_to", "day",    "day_to",  "weekday", "weekday_to",
                                                           "offset", "offset_to", "days",     "years",    "order",  "unit",    "shift",   "count",
                                                           "part",   "nth",       "fraction", "decade",   "season", "holiday", "written"};
using Parts = std::array<Stretch, no_part>;

class Reading {
 public:
  Reading(const Document& document, const Parts& parts) : document_(document), lexicon_(document.grammar->lexicon()), parts_(parts) {}

  DatePhrase run() const {
    DatePhrase result;
    result.from = {year(year_part), value(month_part, class_id::MONTH), day(day_part), value(weekday_part, class_id::WEEKDAY), offset(offset_part)};
    result.to = {year(year_to), value(month_to, class_id::MONTH), day(day_to), value(weekday_to, class_id::WEEKDAY), offset(offset_to)};
    if (const std::string_view range = words(days); !range.empty()) {
      result.from.day = number_at_start(range);
      result.to.day = number_at_end(range);
    }
    if (const std::string_view range = words(years); !range.empty()) {
      constexpr int hundred = 100;
      result.from.year = number_at_start(range);
      result.to.year = full_year(number_at_end(range), result.from.year / hundred * hundred);
    }
    result.interval = !result.to.empty();
    result.order = word(order, class_id::DATE_ORDER);
    result.unit = word(unit, class_id::DATE_UNIT);
    result.shift = word(shift, class_id::DATE_SHIFT);
    read_count(result);
    result.part = !parts_[part].empty();
    result.nth = day(nth_part);
    result.fraction = value(fraction, class_id::DATE_FRACTION);
    result.decade = decade();
    result.season = value(season, class_id::SEASON);
    result.holiday = value(holiday, class_id::HOLIDAY);
    result.named_holiday = !parts_[holiday].empty();
    read_written(result);
    return result;
  }

 private:
  std::string_view words(Part which) const {
    const Stretch tokens = parts_[which];
    return tokens.empty() ? std::string_view{} : document_.words_of(tokens);
  }

  // The entry of a part's words; as a rule they are one word of the lexicon, which the document knows.
  std::optional<lexicon::Entry> entry(Stretch tokens, ClassId id) const {
    const Element* const whole = document_.word_at(tokens.first);
    if (whole != nullptr && Document::stretch(*whole) == tokens) return lexicon_.entry(whole->word, id);
    return lexicon_.entry_of(document_.words_of(tokens), id);
  }

  std::optional<DateWord> word(Part which, ClassId id) const {
    const Stretch tokens = parts_[which];
    if (tokens.empty()) return std::nullopt;
    const auto found = entry(tokens, id);
    if (!found) return std::nullopt;
    const auto value = lexicon::number_in<int>((*found)[Column::value]);
    return value ? std::optional(DateWord{*value, (*found)[Column::kind]}) : std::nullopt;
  }

  int value(Part which, ClassId id) const {
    const auto found = word(which, id);
    return found ? found->value : 0;
  }

  std::optional<int> offset(Part which) const {
    const auto found = word(which, class_id::DAY_WORD);
    return found ? std::optional(found->value) : std::nullopt;
  }

  // "2022", or the year of "mid-2022".
  int year(Part which) const {
    const std::string_view text = words(which);
    return text.empty() ? 0 : number_at_end(text);
  }

  // "13", "13th", "thirteenth".
  int day(Part which) const {
    const std::string_view text = words(which);
    if (text.empty()) return 0;
    return is_digit(text[0]) ? number_at_start(text) : value(which, class_id::ORDINAL);
  }

  // The first year of "1990s", "mid-80s" or "nineties".
  int decade() const {
    const std::string_view text = words(decade_part);
    if (text.empty()) return 0;
    const std::size_t digits = text.find_first_of(ten_digits);
    if (digits == std::string_view::npos) return value(decade_part, class_id::DECADE);
    constexpr int ten = 10;
    constexpr int last_of_this_century = 20;
    const int first = number_at_start(text.substr(digits));
    if (first % ten != 0) return 0;
    return full_year(first, first <= last_of_this_century ? 2000 : 1900);
  }

  void read_count(DatePhrase& result) const {
    const Stretch tokens = parts_[count];
    if (tokens.empty()) return;
    result.counted = true;
    result.count = cardinal_of(document_, tokens);
    if (result.count) return;
    const Element* const element = document_.word_at(tokens.first);  // "a week": one; "several weeks": nobody knows how many
    if (element != nullptr && tokens.end == element->end && document_.is(*element, class_id::ARTICLE)) result.count = 1;
  }

  // The numbers of a date in digits, by size: the year is told by its four digits, else it stands last.
  void read_written(DatePhrase& result) const {
    const std::string_view text = words(written);
    for (std::size_t at = text.find_first_of(ten_digits); at != std::string_view::npos; at = text.find_first_of(ten_digits, at)) {
      result.written.push_back(number_at_start(text.substr(at)));
      at = std::min(text.find_first_not_of(ten_digits, at), text.size());
    }
    if (result.written.size() != 3) return;
    constexpr int longest_month = 31;
    constexpr int months = 12;
    const bool year_first = result.written[0] > longest_month;
    int month = result.written[1];
    int day = year_first ? result.written[2] : result.written[0];
    constexpr int pivot = 70;
    const int year = year_first ? result.written[0] : result.written[2];
    if (month > months) std::swap(month, day);  // 02/17/2010
    result.from = {full_year(year, year < pivot ? 2000 : 1900), month, day, 0, std::nullopt};
  }

  const Document& document_;
  const lexicon::Lexicon& lexicon_;
  const Parts& parts_;
};

}  // namespace

DateCaptures::DateCaptures(const cascade::Grammar& grammar) {
  part_of.fill(no_part);
  const cascade::Stage& stage = grammar.stage(cascade::StageId::dates);
  for (std::uint8_t which = 0; which < no_part; ++which) {
    if (const auto number = stage.capture(part_names.at(which))) part_of.at(*number) = which;
  }
}

DatePhrase DateReader::read(const Phrase& phrase) const {
  Parts parts{};
  for (std::size_t i = phrase.capture_count; i-- > 0;) {  // of two of one name the first one counts
    const cascade::Capture& capture = phrase.captures[i];
    const std::uint8_t which = captures_.part_of.at(capture.name);
    if (which != no_part) parts.at(which) = {capture.begin, capture.end};
  }
  DatePhrase result = Reading(document_, parts).run();
  result.form = document_.rule(phrase).setting("form");
  return result;
}

}  // namespace gazette::facts

#include "facts/date_phrase.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "facts/numbers.h"
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

class Reader {
 public:
  Reader(const Document& document, const Phrase& phrase) : document_(document), lexicon_(document.grammar->lexicon()), phrase_(phrase) {}

  DatePhrase read() const {
    DatePhrase result;
    result.form = document_.rule(phrase_).setting("form");
    result.from = {year("year"), value("month", class_id::MONTH), day("day"), value("weekday", class_id::WEEKDAY), offset("offset")};
    result.to = {year("year_to"), value("month_to", class_id::MONTH), day("day_to"), value("weekday_to", class_id::WEEKDAY), offset("offset_to")};
    if (const std::string_view range = words("days"); !range.empty()) {
      result.from.day = number_at_start(range);
      result.to.day = number_at_end(range);
    }
    if (const std::string_view range = words("years"); !range.empty()) {
      constexpr int hundred = 100;
      result.from.year = number_at_start(range);
      result.to.year = full_year(number_at_end(range), result.from.year / hundred * hundred);
    }
    result.interval = !result.to.empty();
    result.order = word("order", class_id::DATE_ORDER);
    result.unit = word("unit", class_id::DATE_UNIT);
    result.shift = word("shift", class_id::DATE_SHIFT);
    read_count(result);
    result.part = !words("part").empty();
    result.nth = nth();
    result.fraction = value("fraction", class_id::DATE_FRACTION);
    result.decade = decade();
    result.season = value("season", class_id::SEASON);
    result.holiday = value("holiday", class_id::HOLIDAY);
    result.named_holiday = !words("holiday").empty();
    read_written(result);
    return result;
  }

 private:
  std::string_view words(std::string_view name) const {
    const Stretch tokens = document_.captured(phrase_, name);
    return tokens.empty() ? std::string_view{} : document_.words_of(tokens);
  }

  std::optional<DateWord> word(std::string_view name, ClassId id) const {
    const std::string_view text = words(name);
    if (text.empty()) return std::nullopt;
    const auto entry = lexicon_.entry_of(text, id);
    if (!entry) return std::nullopt;
    const std::string_view cell = (*entry)[Column::value];
    DateWord result{0, (*entry)[Column::kind]};
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), result.value);
    return error == std::errc() ? std::optional(result) : std::nullopt;
  }

  int value(std::string_view name, ClassId id) const {
    const auto found = word(name, id);
    return found ? found->value : 0;
  }

  std::optional<int> offset(std::string_view name) const {
    const auto found = word(name, class_id::DAY_WORD);
    return found ? std::optional(found->value) : std::nullopt;
  }

  // "2022", or the year of "mid-2022".
  int year(std::string_view name) const { return number_at_end(words(name)); }

  // "13", "13th", "thirteenth".
  int day(std::string_view name) const {
    const std::string_view text = words(name);
    if (text.empty()) return 0;
    return is_digit(text[0]) ? number_at_start(text) : value(name, class_id::ORDINAL);
  }

  int nth() const { return day("nth"); }

  // The first year of "1990s", "mid-80s" or "nineties".
  int decade() const {
    const std::string_view text = words("decade");
    const std::size_t digits = text.find_first_of(ten_digits);
    if (text.empty() || digits == std::string_view::npos) return value("decade", class_id::DECADE);
    constexpr int ten = 10;
    constexpr int last_of_this_century = 20;
    const int first = number_at_start(text.substr(digits));
    if (first % ten != 0) return 0;
    return full_year(first, first <= last_of_this_century ? 2000 : 1900);
  }

  void read_count(DatePhrase& result) const {
    const Stretch tokens = document_.captured(phrase_, "count");
    if (tokens.empty()) return;
    result.counted = true;
    result.count = cardinal_of(document_, tokens);
    if (result.count) return;
    const Element* const element = element_at(tokens.first);  // "a week": one; "several weeks": nobody knows how many
    if (element != nullptr && tokens.end == element->end && document_.is(*element, class_id::ARTICLE)) result.count = 1;
  }

  const Element* element_at(std::uint32_t token) const {
    for (const Element& element : document_.words[document_.sentence_of(token)]) {
      if (element.first <= token && token < element.end) return &element;
    }
    return nullptr;
  }

  // The numbers of a date in digits, by size: the year is told by its four digits, else it stands last.
  void read_written(DatePhrase& result) const {
    const std::string_view text = words("written");
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
  const Phrase& phrase_;
};

}  // namespace

DatePhrase read_date_phrase(const Document& document, const Phrase& phrase) { return Reader(document, phrase).read(); }

}  // namespace gazette::facts

// Date phrases: what the words of one date say, before anything is known of the day they were written on.
//
//   "two days later"            ->  count 2, unit {1, ""}, shift {1, "context"}
//   "13 to 14 September 2022"   ->  from {day 13}, to {day 14, month 9, year 2022}, interval
//
// A word's value and kind come from the lexicon's dates.tsv. The kind of an order or shift says what it counts from:
// nothing, the day of publication; "context", the date told before; "event", the same, but only where there is one;
// "span", a stretch up to the day of publication (the past week); "vague", nobody knows.
#ifndef GAZETTE_FACTS_DATE_PHRASE_H
#define GAZETTE_FACTS_DATE_PHRASE_H

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "facts/document.h"

namespace gazette::facts {

/// The parts of a date that are told; 0 where they are not.
struct DatePoint {
  int year = 0;
  int month = 0;
  int day = 0;
  int weekday = 0;
  std::optional<int> offset;  // of "yesterday": -1
  bool empty() const { return year == 0 && month == 0 && day == 0 && weekday == 0 && !offset; }
};

/// A word with its value and kind.
struct DateWord {
  int value = 0;
  std::string_view kind;
};

struct DatePhrase {
  std::string_view form;  // the rule's setting; empty where the captures tell it
  DatePoint from;
  DatePoint to;
  bool interval = false;
  std::optional<DateWord> order;
  std::optional<DateWord> unit;
  std::optional<DateWord> shift;
  std::optional<std::int64_t> count;
  bool counted = false;  // there are words for a count, which may be vague: "several"
  bool part = false;     // "early", "the end of"
  int nth = 0;
  int fraction = 0;
  int decade = 0;   // its first year
  int season = 0;   // its first month
  int holiday = 0;  // month times 100 plus day
  bool named_holiday = false;
  std::vector<int> written;  // the numbers of 13/09/2022
};

/// Which part of a date each capture of the stage "dates" holds; worked out once a grammar.
struct DateCaptures {
  explicit DateCaptures(const cascade::Grammar& grammar);
  std::array<std::uint8_t, 256> part_of{};  // by the capture's number, a byte
};

/// Reads the date phrases of a document.
class DateReader {
 public:
  explicit DateReader(const Document& document) : document_(document), captures_(document.grammar->derived<DateCaptures>()) {}
  DatePhrase read(const Phrase& phrase) const;

 private:
  const Document& document_;
  const DateCaptures& captures_;
};

}  // namespace gazette::facts

#endif

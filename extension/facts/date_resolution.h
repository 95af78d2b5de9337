// Date resolution: which days a date phrase means, once it is known when and in what company it stands.
//
//   "Tuesday", base 2022-09-20, past          ->  2022-09-20
//   "last week"                               ->  2022-09-12 to 2022-09-18
//   "two days later", told 2022-09-13/14      ->  2022-09-16: from the end of what was told before
//   "three weeks earlier", nothing told       ->  from the base
//
// Pure: no document is asked. What can't be told (no base, "several weeks ago", 31 February) resolves to nothing.
#ifndef GAZETTE_FACTS_DATE_RESOLUTION_H
#define GAZETTE_FACTS_DATE_RESOLUTION_H

#include <cstdint>
#include <optional>

#include "facts/calendar.h"
#include "facts/date_phrase.h"

namespace gazette::facts {

/// Where the sentence's verb puts a date that could lie on either side of the base.
enum class Tense : std::uint8_t { past, coming, unknown };

struct DateContext {
  std::optional<CivilDate> base;  // the day of publication
  std::optional<Interval> told;   // the last date told before in the text
  int year = 0;                   // the year told just before, in the same paragraph
  bool nearest = false;           // the base is but a date of the text: others lie on both of its sides
  Tense tense = Tense::unknown;
};

std::optional<Interval> resolve_date(const DatePhrase& phrase, const DateContext& context);

}  // namespace gazette::facts

#endif

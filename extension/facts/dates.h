// Dates: every date, interval and duration of a text, resolved against the day the text was published.
//
//   "on 13 September", published 2022-09-20   ->   2022-09-13
//
// The day of publication is the caller's, else that of the article's own date line, else the last full date before.
// A day or month without a year is the one that the sentence's verb asks for: "met on Friday" is the last Friday,
// "will meet on Friday" the coming one.
#ifndef GAZETTE_FACTS_DATES_H
#define GAZETTE_FACTS_DATES_H

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/document.h"
#include "gazette.h"

namespace gazette::facts {

/// A date and the tokens that it takes.
struct FoundDate {
  Date row;
  Stretch tokens;
};

/// Finds the dates of a document, in the order of the text. `published` is an ISO date or empty.
std::vector<FoundDate> find_dates(const Document& document, std::string_view published);

/// The verb of saying (an element of the tape) whose time a date tells, or no_verb: "officials said on Tuesday".
std::size_t report_dated(const Document& document, Tape tape, const FoundDate& date);

/// The date that tells when what stands in `tokens` (a verb, a clause) happened: of its sentence's resolved dates the
/// nearest without another clause between, rather behind it than before; one that opens the sentence counts for all of
/// it. "On Monday, two were killed in a raid, officials said on Tuesday": Monday for "were killed", Tuesday for "said".
/// nullptr where none does.
const FoundDate* date_near(const std::vector<FoundDate>& dates, const Document& document, Stretch tokens);

/// Is a token "since", which opens a stretch of time whose end is not told?
bool is_since(const Document& document, std::uint32_t token);

/// Does a date only open such a stretch: "killed since 2013"?
bool opens_stretch(const Document& document, const FoundDate& date);

}  // namespace gazette::facts

#endif

// Dates: every date, interval and duration of a text, resolved against the day the text was published.
//
//   "on 13 September", published 2022-09-20   ->   2022-09-13
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

/// Finds the dates of a document. `published` is an ISO date or empty; then the article's date line serves.
std::vector<FoundDate> find_dates(const Document& document, std::string_view published);

}  // namespace gazette::facts

#endif

// What is told of elsewhere and other times: claims that are no part of the text's own toll.
//
//   "Two men were shot dead on Friday. Forty people have been killed in the city this year; her husband died in 2005."
//   ->  two are the text's toll; the forty and the husband are claims, but no part of it
//
// News tells its own story by the day and the past by the year, the month or the week. So a claim whose sentence gives it
// such a stretch of time, or a year long before, is of another time, unless the text opened with one like it. So is what
// stands in a heading further down (the next story, or the same in short), and what a series of deeds came to ("one of
// eight attacks that killed 171 people"). What a sentence says of its time is read in casualties_time.h.
#ifndef GAZETTE_FACTS_CASUALTIES_ELSEWHERE_H
#define GAZETTE_FACTS_CASUALTIES_ELSEWHERE_H

#include <vector>

#include "facts/casualties.h"
#include "facts/dates.h"
#include "facts/document.h"

namespace gazette::facts {

/// Marks what the sentence says to be of another event: "In a separate incident, …".
void find_other_events(std::vector<FoundCasualty>& claims, const Document& document, const std::vector<FoundDate>& dates);

/// Marks the claims (in the order of the text) that are of another time.
void find_other_times(std::vector<FoundCasualty>& claims, const Document& document, const std::vector<FoundDate>& dates);

}  // namespace gazette::facts

#endif

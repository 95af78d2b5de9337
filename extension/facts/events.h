// Events: who did what to whom, in the terms of PLOVER.
//
//   "Pelosi visited Armenia."   ->   CONSULT, visit, Nancy Pelosi -> Armenia
#ifndef GAZETTE_FACTS_EVENTS_H
#define GAZETTE_FACTS_EVENTS_H

#include <vector>

#include "facts/actors.h"
#include "facts/dates.h"
#include "facts/document.h"
#include "facts/places.h"
#include "facts/quotes.h"
#include "gazette.h"

namespace gazette::facts {

std::vector<Event> find_events(const Document& document, const Cast& cast, const std::vector<FoundQuote>& quotes, const std::vector<FoundDate>& dates,
                               const FoundPlaces& places);

}  // namespace gazette::facts

#endif

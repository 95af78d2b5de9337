// Casualty claims: who says that how many of whom came to what harm; and tolls, which add them up.
//
//   "Azerbaijan reported that 80 of its soldiers were killed."
//   ->  killed, 80, soldiers, military, AZE, claimed by Azerbaijan
//
// A rule finds a harm and says where its victims stand (victims=subject, object, of, self); casualties_clause.h follows
// the clause to them, casualties_victims.h reads how many they are, casualties_attribution.h who says so and who did it,
// casualties_links.h which claim is part of which, and which is the same told again, casualties_elsewhere.h which tells of
// another time than the text.
#ifndef GAZETTE_FACTS_CASUALTIES_H
#define GAZETTE_FACTS_CASUALTIES_H

#include <vector>

#include "facts/actors.h"
#include "facts/casualties_victims.h"
#include "facts/dates.h"
#include "facts/document.h"
#include "facts/places.h"
#include "facts/quotes.h"
#include "gazette.h"

namespace gazette::facts {

/// A claim and the tokens that state it.
struct FoundCasualty {
  Casualty row;
  Stretch tokens;
  Victims victims;
  bool headline = false;     // told in a headline
  bool weak = false;         // the harm is one that may kill: shot, stabbed
  bool beside = false;       // wounded in a sentence that tells of others who died
  bool self = false;         // the noun of harm itself was counted: "three hostages"
  bool of_them = false;      // "one of whom": of those told before
  bool total = false;        // the toll itself: "the death toll rose to 11"
  bool more = false;         // on top of what was told of the same harm just before: "two others drowned"
  bool scene = false;        // told of a further scene: "in a second raid"
  bool local = false;        // a place stands right behind: "49 died in Cebu"
  bool there = false;        // its sentence opens with a place that was not told before: "In Hampshire, a man was killed"
  bool next = false;         // that claim stands in the sentence before
  Id brings = 0;             // the number (from 1) of the toll that it brings to so many: "…, taking the toll to 84"
  bool background = false;   // the ground of something else: "in retaliation for the killing of …", "charged with killing …"
  bool charged = false;      // that ground is the story's own deed: "sentenced for shooting a man"
  std::string_view country;  // where its sentence stands, if all places of the sentence are of one country
  bool apart = false;        // another figure for the persons that its sentence told before: "…, but witnesses put the toll at 30"
  bool revises = false;      // takes the place of what was told: "the toll was later corrected to 47"
  Id named = 0;              // who the one person is, where another sentence told it
  bool himself = false;      // "shot himself"
  bool doer = false;         // the claim before tells what he did to himself
  bool elsewhere = false;    // of another time than what the text reports: no part of its toll
};

/// Finds the claims, in the order of the text.
std::vector<FoundCasualty> find_casualties(const Document& document, const Cast& cast, const std::vector<FoundQuote>& quotes,
                                           const std::vector<FoundDate>& dates, const FoundPlaces& places);

/// Adds the claims up: included ones once, one claimant's together, rivals apart.
std::vector<Toll> add_up(const std::vector<FoundCasualty>& claims);

}  // namespace gazette::facts

#endif

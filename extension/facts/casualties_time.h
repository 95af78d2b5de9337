// When a claim is told to have been: what its sentence says of a year, a month, a rate, a series of deeds.
//
//   "Two men were shot dead on Friday. Forty people have been killed in the city this year."
//   ->  told(two men) = 0, a day; told(forty people) = 365; is_rate("200 people drown here each year")
//
// Each function answers one question about one claim, or one sentence, from its words and dates alone. What follows for the
// text's own toll is decided in casualties_elsewhere.h. Nothing is kept; what is asked must live as long.
#ifndef GAZETTE_FACTS_CASUALTIES_TIME_H
#define GAZETTE_FACTS_CASUALTIES_TIME_H

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "facts/casualties.h"
#include "facts/date_phrase.h"
#include "facts/dates.h"
#include "facts/document.h"

namespace gazette::facts {

class ClaimTimes {
 public:
  static constexpr int month = 30;  // days
  static constexpr int year = 365;

  ClaimTimes(const Document& document, const std::vector<FoundDate>& dates) : document_(document), dates_(dates), reader_(document) {}
  /// "It was one of eight attacks that killed 171 people": what many deeds came to, of which the text tells one.
  bool is_of_many(const FoundCasualty& claim) const;
  /// "The attack came two days after a bomb killed 12": what was before it.
  bool is_before(const FoundCasualty& claim) const;
  /// "A day earlier, gunmen had killed a driver", "his mother died when he was nine": what is told from before.
  bool is_told_back(const FoundCasualty& claim) const;
  /// "Fifty-six had died there two days before", "the massacre three days earlier, in which 118 died": told in the past perfect, or
  /// behind the deed that a shifted date tells of.
  bool is_of_days_before(const FoundCasualty& claim) const;
  /// "two men killed by police in September", in a note that opens with the day `opening` of October.
  bool is_of_other_date(const FoundCasualty& claim, std::string_view opening) const;
  /// "It came two weeks after a storm in the same town | had killed 30": what a date counts from.
  bool is_counted_from(const FoundCasualty& claim) const;
  /// "Earlier in the week, a raid left nine dead": what opens a sentence with a stretch of time that lies back.
  bool is_of_earlier_stretch(const FoundCasualty& claim) const;
  /// "Hurricane Fifi, which killed 8,000 there one year later", "Eight days later came the fires, in which 75 died": of what followed.
  bool is_of_later_event(const FoundCasualty& claim) const;
  /// "the deadliest since Gafilo in 2004, which | killed 363"
  bool is_of_measure_since(const FoundCasualty& claim) const;
  /// "The disease kills 400,000 people a year", "more than 200 people drown here each year": how many at all times, not once.
  bool is_rate(const FoundCasualty& claim) const;
  /// "In 2012, a customer was shot in the same place": a month or more that opens the sentence, of somebody not told before.
  bool is_of_another_year(const FoundCasualty& claim) const;
  /// "Police first said seven had been hurt", "initial reports gave four dead": a figure that the text may correct.
  bool is_early_report(const FoundCasualty& claim) const;
  /// "Thirteen people were murdered in that 1999 attack"
  bool is_of_that_year(const FoundCasualty& claim) const;
  /// "It was the third case since June. Five people died in those cases": several events that the text counts.
  bool is_of_series(const FoundCasualty& claim) const;
  /// "Since Friday, 11 people have been shot in the city", "six have died in three years": what is counted over a stretch of time.
  bool is_of_span(const FoundCasualty& claim) const;
  /// Is a day of a month the only date of the claim's sentence?
  bool is_of_written_day(const FoundCasualty& claim) const;
  /// Does a date open the claim's sentence?
  bool opens_with_date(const FoundCasualty& claim) const;
  /// Is the first day that a sentence tells one of the week: "late Saturday"?
  bool tells_weekday(std::uint32_t sentence) const;
  /// Does a sentence tell a day? An `own` one hangs on none that was told before: not "two months later".
  bool tells_day(std::uint32_t sentence, bool own = false) const;
  /// Does the sentence before the claim's tell a day: "Two buses crashed on Monday. Eight people died in those crashes"?
  bool goes_on_with_day(const FoundCasualty& claim) const { return claim.row.sentence > 1 && tells_day(claim.row.sentence - 2); }
  /// "Unlike the collapse of 1987, in which 33 men died": what a relative clause tells of an earlier event.
  bool is_of_earlier(const FoundCasualty& claim, std::string_view own) const;
  /// "The conflict has left 20,000 people dead", "40,000 have died in the war": of years, of which the text tells a day.
  bool is_of_long_matter(const FoundCasualty& claim) const;
  /// "have been killed", "has claimed 70 lives": in the present perfect.
  bool is_perfect(const FoundCasualty& claim) const;
  /// "Shots were fired where three people were killed last month": a month or more that dates a clause on a place.
  bool is_of_place_then(const FoundCasualty& claim) const;
  /// "It was the sixth shooting this year. Three have died in those": a demonstrative alone, of what the text does not tell.
  bool is_of_those(const FoundCasualty& claim) const;
  /// "After Parkland, where 17 people died, nobody jokes": what a place is named for.
  bool is_of_named_place(const FoundCasualty& claim) const;
  /// The day of the first date of a sentence that has its year in it; empty without one.
  std::string_view written_year(std::uint32_t sentence) const;
  /// The stretch of time, in days, that the sentence gives to the claim; 0 where it tells a day, or no time.
  int told(const FoundCasualty& claim) const;

 private:
  DatePhrase shifted_near(const FoundCasualty& claim, Stretch& tokens) const;
  std::size_t relative_before(Tape tape, const FoundCasualty& claim, std::size_t reach) const;
  bool is_past_perfect(const FoundCasualty& claim) const;
  bool tells_found_dead(std::uint32_t sentence) const;
  bool tells_known_deed(std::uint32_t sentence) const;
  std::span<const FoundDate> dates_of(std::uint32_t sentence, std::ptrdiff_t most = 8) const;  // no sentence dates a claim by its ninth date
  const FoundDate* date_of_clause(std::uint32_t sentence, const FoundCasualty& claim) const;
  DatePhrase phrase(std::uint32_t sentence, const FoundDate& date) const;
  int stretch(std::uint32_t sentence, const FoundDate& date) const;
  bool is_of_larger(Tape tape, std::size_t relative) const;
  // "officials said last week", but not "was accused on Tuesday of killing"
  bool dates_report(Tape tape, const FoundDate& date, Stretch claim) const;
  // "A man has died after a shooting that left two others wounded last week"; "killed 70 and cost $3 million (equivalent
  // to $110 million in 2023)"
  bool is_apart(Tape tape, Stretch date, Stretch claim) const;

  const Document& document_;
  const std::vector<FoundDate>& dates_;
  DateReader reader_;
};

}  // namespace gazette::facts

#endif

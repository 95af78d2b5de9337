// Digits: what a token of digits can be by its value, which its shape does not tell.
//
//   read_digits("13")        ->  day            "In September 200 soldiers": 200 is no day
//   read_digits("13-14")     ->  day_range      read_digits("2019-2021"), ("2019-20")  ->  year_range
//   read_digits("2022-09")   ->  year_month     read_digits("2009-10")  ->  year_range_or_month
//   read_digits("17:30")     ->  clock          read_digits("13.09.2022")  ->  dotted_date
//   read_digits("mid-2021")  ->  year_compound  anything else: none
#ifndef GAZETTE_LEXICON_DIGITS_H
#define GAZETTE_LEXICON_DIGITS_H

#include <cstdint>
#include <string_view>

#include "lexicon/class_set.h"

namespace gazette::lexicon {

enum class Digits : std::uint8_t { none, day, day_range, year_range, year_month, year_range_or_month, clock, dotted_date, year_compound };
inline constexpr std::size_t digits_count = static_cast<std::size_t>(Digits::year_compound) + 1;

/// What a token that begins or ends with a digit can be.
Digits read_digits(std::string_view token);

/// The classes of it.
ClassSet classes_of(Digits digits);

}  // namespace gazette::lexicon

#endif

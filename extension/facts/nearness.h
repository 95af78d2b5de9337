// Nearness: how far two things of a sentence are from each other, when one is to tell of the other.
//
// A verb or a clause's edge between them counts for several words; what opens the sentence ("On Tuesday in Doha, …")
// is near to all of it.
#ifndef GAZETTE_FACTS_NEARNESS_H
#define GAZETTE_FACTS_NEARNESS_H

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "facts/document.h"

namespace gazette::facts {

inline constexpr std::size_t no_verb = std::numeric_limits<std::size_t>::max();
inline constexpr std::uint32_t too_far = 1000;

/// The element (index) of a sentence's tape that holds a token, else the one behind it.
std::size_t element_at(Tape tape, std::uint32_t token);

/// Does a clause begin or end here?
bool is_boundary(const Document& document, const Element& element);

/// The verb group (index) that an adverbial at `at` belongs to: the last one before it in its clause, else the first one
/// behind it, else the last one of the clauses before; no_verb where there is none.
std::size_t verb_of(const Document& document, Tape tape, std::size_t at);

/// How far `adverbial` (a date, a place) is from `tokens`: elements between, more for verbs and edges of clauses, a
/// little more where it stands before. 0 where they meet.
std::uint32_t distance(const Document& document, Tape tape, Stretch adverbial, Stretch tokens);

}  // namespace gazette::facts

#endif

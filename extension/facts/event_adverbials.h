// Adverbials: to which verb of its sentence a date or a place belongs.
//
//   "Damiba, who seized power in January, has promised elections"         January: seized, not promised
//   "accused both sides and in June imposed sanctions"                    June: imposed, not accused
//   "attacked the town on Monday, killing ten"                            Monday: attacked and killing
//
// What opens the sentence is told of all but its relative clauses. Else the verb that an adverbial stands with owns it, and
// shares it with what hangs on it without a subject of its own.
#ifndef GAZETTE_FACTS_EVENT_ADVERBIALS_H
#define GAZETTE_FACTS_EVENT_ADVERBIALS_H

#include <cstddef>
#include <cstdint>

#include "facts/clauses.h"

namespace gazette::facts {

/// How an adverbial stands to a verb or noun.
enum class Belonging : std::uint8_t { none, shared, own };

/// How the adverbial in `tokens` stands to the verb or event noun at element `at`. `content`: what hangs on the verb is only
/// said, asked or planned, so that its time and place are not the verb's.
Belonging belonging(const Clauses& clauses, Stretch tokens, std::size_t at, bool content);

}  // namespace gazette::facts

#endif

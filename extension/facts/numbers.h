// Numbers: the figure that a written number stands for, with what it leaves open.
//
//   "at least 20" -> low 20, best 20     "dozens" -> low 24     "between 30 and 40" -> 30..40
#ifndef GAZETTE_FACTS_NUMBERS_H
#define GAZETTE_FACTS_NUMBERS_H

#include <optional>

#include "facts/document.h"
#include "gazette.h"

namespace gazette::facts {

/// The figure of a phrase that the stage "numbers" made; nothing where it is no count.
std::optional<Figure> figure_of(const Document& document, const Phrase& phrase);

/// The figure of a run of words of the lexicon ("three hundred and five"); nothing where it is no number.
std::optional<std::int64_t> cardinal_of(const Document& document, Stretch tokens);

}  // namespace gazette::facts

#endif

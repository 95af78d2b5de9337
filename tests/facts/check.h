// What holds for every article: spans inside the text, ids that resolve, values that the interface names. For the unit
// tests and the fuzzer.
#ifndef GAZETTE_TESTS_FACTS_CHECK_H
#define GAZETTE_TESTS_FACTS_CHECK_H

#include <string>

#include "gazette.h"

namespace gazette {

/// Empty, or the first thing that is wrong with the article.
std::string flaw_of(const Article& article);

}  // namespace gazette

#endif

// The public Knowledge is a grammar and what the user gave to make it.
#ifndef GAZETTE_FACTS_KNOWLEDGE_H
#define GAZETTE_FACTS_KNOWLEDGE_H

#include <memory>
#include <vector>

#include "cascade/grammar.h"
#include "gazette.h"

namespace gazette {

struct Knowledge::Grammar {
  std::shared_ptr<const cascade::Grammar> grammar;
};

}  // namespace gazette

#endif

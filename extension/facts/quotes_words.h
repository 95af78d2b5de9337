// The words of attribution: which complements a reporting word takes, as reporting_verbs.tsv and its neighbours say.
//
//   vow    that, to        ->  vowed that X, vowed to X
//   blame  for, object     ->  blamed Y for X
#ifndef GAZETTE_FACTS_QUOTES_WORDS_H
#define GAZETTE_FACTS_QUOTES_WORDS_H

#include <cstdint>
#include <string_view>

#include "lexicon/classes.h"
#include "lexicon/lexicon.h"

namespace gazette::facts {

/// Complements, as bits; the names in the column `pattern` are those behind "takes_".
enum Take : std::uint32_t {
  takes_quote = 1U << 0U,      // “…,” he said
  takes_that = 1U << 1U,       // said that X, said X
  takes_to = 1U << 2U,         // vowed to X
  takes_person_to = 1U << 3U,  // urged Y to X
  takes_of = 1U << 4U,         // accused Y of X
  takes_as = 1U << 5U,         // described Y as X
  takes_gerund = 1U << 6U,     // "ing": denied X-ing
  takes_object = 1U << 7U,     // condemned “X”: quoted words in the object
  takes_question = 1U << 8U,   // "wh": asked whether X
  takes_for = 1U << 9U,        // blamed Y for X
  takes_raised = 1U << 10U,    // X is expected to X
  takes_about = 1U << 11U,     // spoke about X
  takes_topic = 1U << 12U,     // criticised X
  takes_matter = 1U << 14U,    // dismissed X, where X is no person
  takes_written = 1U << 13U,   // a survey shows X: with a document as its subject it reports as "say" does
};

struct Use {
  std::uint32_t takes = 0;
  float strength = 0;  // how often it reports with them, 0 to 1
};

/// What somebody does with a reporting verb or noun, as the column `act` has it ("say", "deny"); empty where it is none.
std::string_view act_of(const lexicon::Lexicon& lexicon, std::uint32_t word, lexicon::ClassId id);

/// How a word is used as what the class says it is; takes nothing where it is none.
Use use_of(const lexicon::Lexicon& lexicon, std::uint32_t word, lexicon::ClassId id);

}  // namespace gazette::facts

#endif

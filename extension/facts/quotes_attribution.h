// Attributions: for each word of a passage that reports, whose words it brings and which they are.
//
// The word decides: reporting_verbs.tsv says which complements a verb takes ("that", "to", "of", "as" …) and how often
// it reports with them. Around it stand a subject and either a complement behind or what is reported before:
//
//   Ruiz denied paying them                ->   gerund,   "paying them"
//   The plan, Ruiz said, would fail.       ->   fronted,  "The plan" and "would fail"
//   “We won,” said Ruiz, “and they lost.”  ->   quoted,   two pieces
#ifndef GAZETTE_FACTS_QUOTES_ATTRIBUTION_H
#define GAZETTE_FACTS_QUOTES_ATTRIBUTION_H

#include <cstdint>
#include <string_view>
#include <vector>

#include "facts/quotes_clause.h"

namespace gazette::facts {

/// How content and cue stand to each other. Each is a rule of its own in the rows: frame_name().
enum class Frame : std::uint8_t {
  none,
  trailing,          // “…,” he said
  inverted,          // “…,” said he
  leading,           // he said: “…”
  clause,            // he said that X
  bare,              // he said X
  question,          // he asked whether X
  infinitive,        // he vowed to X
  request,           // he urged her to X
  matter,            // he accused her of X, warned of X
  description,       // he described X as Y, called X Y
  gerund,            // he denied X-ing
  fragment,          // he called X “Y”
  fronted,           // X, he said
  fronted_inverted,  // X, said he
  according,         // according to him, X; X, according to him
  noun_clause,       // his claim that X
  noun_infinitive,   // his promise to X
  adjective,         // he was confident that X
  relative,          // a plan that he said X
  topic,             // he criticised X
  raised,            // X is expected to X
  noun_topic,        // his criticism of X
};
inline constexpr std::size_t frame_count = 23;
/// "quote.trailing"
std::string_view frame_name(Frame frame);

struct Attribution {
  Frame frame = Frame::none;
  Range cue;
  Party party;          // may be none
  Stretch owner;        // of a noun: "his" in "his claim", where the speaker is no element of its own
  bool shared = false;  // the subject is that of the attribution before
  Range content;
  Range more;  // behind the attribution, where it breaks the content
  Range via;
  std::uint32_t word = lexicon::none;  // of the cue, in the lexicon
  float strength = 0;                  // of the cue with this complement, 0 to 1
};

/// Appends the attributions of a passage, in the order of their cues.
void find_attributions(const Document& document, const Passage& passage, std::vector<Attribution>& found);

}  // namespace gazette::facts

#endif

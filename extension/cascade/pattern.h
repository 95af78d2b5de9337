// The rule language: a pattern over the classes of words.
//
//   casualty passive:  victims=( COUNT VICTIM ) HAVE? BE ADVERB* harm=HARM_VERB&VERB_PARTICIPLE  => confidence=0.9
//
//   CLASS          an element that has the class       word, "no."    an element that is this word
//   A&B, A&!B      has A and B; A but not B            !A, !(A|B)     any element without A; without A and B
//   .              any element                         ^  $           start and end of the sentence
//   ( A | B C )    either                              A? A* A+ A{2,4}  optional, repeated; a ? behind makes it shy
//   name=X         X is captured under that name       MACRO          a pattern that "macro MACRO = ..." named
//
// A file of rules is a list of macros and rules; a line that begins with white space goes on with the one before,
// "#" opens a comment. Behind "=>" stand classes that the match gets as one element, and settings key=value.
#ifndef GAZETTE_CASCADE_PATTERN_H
#define GAZETTE_CASCADE_PATTERN_H

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "lexicon/class_set.h"

namespace gazette::cascade {

/// What one element must have and must not have.
struct Condition {
  std::vector<lexicon::ClassId> has;
  std::vector<lexicon::ClassId> lacks;
};

/// A pattern as a tree.
struct Node {
  enum class Kind : std::uint8_t { element, sequence, choice, repeat, capture, begin, end };
  Kind kind = Kind::sequence;
  Condition condition;         // element
  std::vector<Node> children;  // sequence, choice; repeat and capture have one
  std::uint16_t least = 0;     // repeat
  std::uint16_t most = 0;      // repeat; `unbounded` where there is no limit
  bool shy = false;            // repeat: as few as possible
  std::uint8_t capture = 0;    // capture: index among the stage's capture names
  static constexpr std::uint16_t unbounded = 0xFFFF;
};

/// A rule as written.
struct Rule {
  std::string name;     // "casualty.passive"
  std::string pattern;  // the text between ":" and "=>"
  Node tree;
  std::vector<lexicon::ClassId> labels;                       // classes behind =>
  std::vector<std::pair<std::string, std::string>> settings;  // key=value behind =>
  std::uint32_t line = 0;

  /// The value of a setting, or empty.
  std::string_view setting(std::string_view key) const;
};

/// Where and why a rule is wrong: "casualties.rules:12:8: expected …, found …".
struct RuleError {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string message;
  std::string text() const;
};

/// What the parser needs to know: the number of a class by name, and of a literal word (folded).
struct Names {
  std::function<std::optional<lexicon::ClassId>(std::string_view)> class_of;
  std::function<std::optional<lexicon::ClassId>(std::string_view)> literal;  // nothing where there are too many
};

using Macros = std::map<std::string, Node, std::less<>>;

/// Parses a file of rules. Capture names are numbered in `captures`, macros added to `macros`.
std::variant<std::vector<Rule>, RuleError> parse_rules(std::string_view file, std::string_view text, const Names& names, std::vector<std::string>& captures,
                                                       Macros& macros);

/// Parses one rule that stands in no file: its name ("quote.mine"), and its pattern with its results, which may have
/// several lines. Places are those in the pattern.
std::variant<Rule, RuleError> parse_rule(std::string_view name, std::string_view pattern, const Names& names, std::vector<std::string>& captures,
                                         const Macros& macros);

}  // namespace gazette::cascade

#endif

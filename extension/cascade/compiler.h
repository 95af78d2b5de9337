// Compiles a rule into a program: the steps of an automaton over the tests of its stage's alphabet.
//
//   "x=DETERMINER? NOUN+"   ->   0 split 1|4   1 save   2 take DETERMINER   3 save   4 take NOUN   5 split 4|6   6 done
//
// A split knows by which elements each of its ways can go on, so that the next element decides nearly always and
// hardly anything has to be taken back. A program also tells which elements can begin a match and which can follow
// the first: two looks at bits sort out nearly all places where the rule does not fit.
#ifndef GAZETTE_CASCADE_COMPILER_H
#define GAZETTE_CASCADE_COMPILER_H

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "cascade/alphabet.h"
#include "cascade/pattern.h"

namespace gazette::cascade {

/// What to do at a place of the tape, and which step comes next.
struct Step {
  enum class Kind : std::uint8_t {
    take,         // an element that passes `test`
    split,        // `next`, or where that fails `other`
    save,         // this place into `slot`
    begin,        // only at the begin of the sentence
    end,          // only at its end
    progress,     // `next` where something was taken since `slot` was saved, else `other`
    fail,
    done,
  };
  Kind kind = Kind::done;
  std::uint16_t slot = 0;
  std::uint16_t next = 0;
  std::uint16_t other = 0;
  TestId test = 0;         // take; of a split, what the next element must pass for `next`
  TestId other_test = 0;   // of a split, for `other`
};

/// A way in which a match can begin: what its first element passes, and what the element behind that.
struct Opening {
  TestId first = Alphabet::always;
  TestId second = Alphabet::always;
  bool fits(Row here, Row behind) const { return passes(here, first) && passes(behind, second); }
};

struct Program {
  std::vector<Step> steps;
  std::uint16_t start = 0;
  std::uint16_t slots = 0;               // 2 a group, then those that tell progress
  std::vector<std::uint8_t> captures;    // the capture name of each group; group i has the slots 2 i and 2 i + 1
  bool at_begin = false;                 // every match begins the sentence
  std::vector<Opening> openings;         // every match begins in one of these ways
};

/// The program of a rule, whose tests are added to the alphabet; or why it is refused: it is too large.
std::variant<Program, std::string> compile(const Node& tree, Alphabet& alphabet);

/// How common the classes of a set are, together.
float weight_of(const lexicon::ClassSet& set, const std::vector<float>& weights);

/// Of the classes one of which every match must hold, the rarest group by `weights`; empty where a match may hold none.
lexicon::ClassSet trigger_of(const Node& node, const std::vector<float>& weights);

/// All groups of classes of which every match must hold one: a sentence that lacks one of them can't match.
std::vector<lexicon::ClassSet> requirements_of(const Node& node, const std::vector<float>& weights);

}  // namespace gazette::cascade

#endif

// Compiles a rule into a program: an automaton over the tests of its stage's alphabet.
//
//   "x=DETERMINER? NOUN+"   ->   start   DETERMINER to 1, saving x | NOUN to 2
//                                1       NOUN to 2, saving x's end
//                                2       NOUN to 2 | done
//
// A state stands behind an element that was taken; its edges are what can be done next, the rule's first choice first:
// to take another element, or to be done. What a rule does between two elements (to open a capture, to leave a
// repetition) is worked out here, once, so that a match costs a look at a few bits an element.
#ifndef GAZETTE_CASCADE_COMPILER_H
#define GAZETTE_CASCADE_COMPILER_H

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "cascade/alphabet.h"
#include "cascade/pattern.h"

namespace gazette::cascade {

/// One thing that can be done in a state.
struct Edge {
  static constexpr std::uint16_t done = 0xFFFF;

  TestId test = Alphabet::always;   // that the next element must pass
  TestId ahead = Alphabet::always;  // and the element behind that, or the target has no way on
  std::uint16_t target = done;      // the state behind it; `done`: nothing is taken, the match is complete
  std::uint16_t first_save = 0;     // the slots to save this place in, before the element is taken
  std::uint8_t save_count = 0;
  bool at_end = false;  // of `done`: only at the end of the sentence
};

/// The edges [first, end) of a state, the rule's first choice first.
struct State {
  std::uint16_t first = 0;
  std::uint16_t end = 0;
};

struct Program {
  static constexpr std::uint16_t at_sentence_begin = 0;  // the state in which a match begins, with the sentence
  static constexpr std::uint16_t elsewhere = 1;          // and at any other place

  std::vector<State> states;
  std::vector<Edge> edges;
  std::vector<std::uint16_t> saves;    // slots; of many edges, one behind the other
  std::vector<std::uint8_t> captures;  // the capture name of each group; group i has the slots 2 i and 2 i + 1

  std::size_t slots() const { return 2 * captures.size(); }
};

/// The program of a rule, whose tests are added to the alphabet; or why it is refused: it is too large.
std::variant<Program, std::string> compile(const Node& tree, Alphabet& alphabet);

}  // namespace gazette::cascade

#endif

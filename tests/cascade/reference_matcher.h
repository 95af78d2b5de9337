// A slow, obvious matcher of the same rules, to hold the fast one against.
//
// It walks a rule's tree written out as steps, straight over the sets of classes: no alphabet, no rows, no looking ahead.
// Alternatives are tried from left to right, repetitions take as much as they can (shy ones as little), the first way
// that fits wins. A step that failed at a place once is not tried there again, so it always ends.
//
//   ReferenceMatcher matcher(rule.tree);
//   matcher.match(tape, 0);        // the whole match and every capture, or nothing
#ifndef GAZETTE_TESTS_CASCADE_REFERENCE_MATCHER_H
#define GAZETTE_TESTS_CASCADE_REFERENCE_MATCHER_H

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "cascade/pattern.h"
#include "lexicon/class_set.h"

namespace gazette::cascade {

/// What an element is: its classes, and whether a rule before took it.
struct Cell {
  lexicon::ClassSet classes;
  bool blocked = false;
};

/// Elements [first, second) of each group, the whole match first; nothing where a group took no part.
using Groups = std::vector<std::optional<std::pair<std::size_t, std::size_t>>>;

class ReferenceMatcher {
 public:
  /// The tree must outlive the matcher.
  explicit ReferenceMatcher(const Node& tree);

  /// The leftmost match at or behind element `from`.
  std::optional<Groups> match(const std::vector<Cell>& tape, std::size_t from);
  /// The capture name of each group behind the first.
  const std::vector<std::uint8_t>& captures() const { return captures_; }

 private:
  // What to do at a place of the tape, and which step comes next.
  struct Step {
    enum class Kind : std::uint8_t { take, either, save, begin, end, done };
    Kind kind = Kind::done;
    const Condition* condition = nullptr;  // take
    std::size_t next = 0;
    std::size_t second = 0;  // either: tried where `next` fails
    std::size_t slot = 0;    // save
  };

  void number(const Node& node);
  std::size_t add(const Node& node, std::size_t next);
  std::size_t add_repeat(const Node& node, std::size_t next);
  std::size_t add_step(Step step);
  bool run(const std::vector<Cell>& tape, std::size_t step, std::size_t at);

  std::vector<Step> steps_;
  std::vector<std::uint8_t> captures_;
  std::vector<const Node*> capture_nodes_;
  std::size_t start_ = 0;
  std::vector<std::vector<bool>> failed_;  // step, place
  std::vector<std::optional<std::size_t>> slots_;
};

}  // namespace gazette::cascade

#endif

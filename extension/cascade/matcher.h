// Runs a program over a tape: the ways through it in their order, the first that fits wins.
//
// It walks one way and keeps the others on a stack. Where a rule and a sentence make it take back too much, it begins to
// remember which splits it has tried at which place, and tries none twice: the time never grows faster than the length of
// the sentence times that of the program, whatever rule a stranger writes.
//
//   Matcher matcher;
//   matcher.begin(program, rows, count);            // rows[count] is Alphabet::nothing()
//   if (matcher.match_at(3)) matcher.end(), matcher.slot(0) ...
#ifndef GAZETTE_CASCADE_MATCHER_H
#define GAZETTE_CASCADE_MATCHER_H

#include <cstddef>
#include <cstdint>
#include <vector>

#include "cascade/compiler.h"

namespace gazette::cascade {

class Matcher {
 public:
  static constexpr std::uint32_t unset = 0xFFFFFFFF;

  /// Makes ready for the matches of a program over a tape of `count` elements. Both must outlive the matching; rows may
  /// be blocked (set to Alphabet::nothing()) between matches.
  void begin(const Program& program, const Row* rows, std::uint32_t count) {
    program_ = &program;
    rows_ = rows;
    count_ = count;
    taken_back_ = 0;
    remembering_ = false;
    if (slots_.size() < program.slots) slots_.resize(program.slots);
  }
  /// Does a match begin at element `at`?
  bool match_at(std::uint32_t at);
  /// The end of the last match.
  std::uint32_t end() const { return end_; }
  /// Where the last match saved the slot, or `unset`.
  std::uint32_t slot(std::size_t index) const { return slots_[index]; }

 private:
  // A way not tried yet; or a slot's value, to be put back when the way taken since fails.
  struct Frame {
    std::uint32_t step_or_slot;
    std::uint32_t at;
  };
  static constexpr std::uint32_t is_slot = 0x80000000;

  bool tried(std::uint32_t step, std::uint32_t at);
  bool take_back(std::uint32_t& step, std::uint32_t& at);

  const Program* program_ = nullptr;
  const Row* rows_ = nullptr;
  std::uint32_t count_ = 0;
  std::uint32_t end_ = 0;
  std::size_t taken_back_ = 0;
  bool remembering_ = false;
  std::vector<std::uint32_t> slots_;
  std::vector<Frame> stack_;
  std::vector<bool> tried_;  // step, place
};

}  // namespace gazette::cascade

#endif

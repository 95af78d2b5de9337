// Runs a program over a tape: the ways through it in their order, the first that fits wins.
//
// It walks one way and remembers the edges that it took: where it can't go on it goes back an element and tries the next
// edge. Where a rule and a sentence make it go back too often, it begins to write down in which state it failed at which
// place, and fails in none twice: the time never grows faster than the length of the sentence times that of the
// program, whatever rule a stranger writes.
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
    gone_back_ = 0;
    remembering_ = false;
    if (slots_.size() < program.slots()) slots_.resize(program.slots());
    if (trail_.size() <= count) trail_.resize(count + std::size_t{1});
  }
  /// Does a match begin at element `at`?
  bool match_at(std::uint32_t at);
  /// The end of the last match.
  std::uint32_t end() const { return end_; }
  /// Where the last match saved the slot, or `unset`.
  std::uint32_t slot(std::size_t index) const { return slots_[index]; }

 private:
  bool fails(std::uint16_t state, std::uint32_t at) const { return remembering_ && failed_[state * (std::size_t{count_} + 1) + at]; }
  void remember(std::uint16_t state, std::uint32_t at);
  void save_slots(std::uint32_t begin, std::uint32_t last_edge);

  const Program* program_ = nullptr;
  const Row* rows_ = nullptr;
  std::uint32_t count_ = 0;
  std::uint32_t end_ = 0;
  std::size_t gone_back_ = 0;
  bool remembering_ = false;
  std::vector<std::uint32_t> slots_;
  std::vector<std::uint32_t> trail_;  // the edges taken
  std::vector<bool> failed_;          // state, place
};

}  // namespace gazette::cascade

#endif

// All rules of a stage at once: which of them match where.
//
// Each rule is an automaton of its own (compiler.h). To walk through all of them together, element by element, is to walk
// from set to set of their states; here the sets are numbered, and where each leads with which kind of element is written
// down when a text first goes there, for all threads (the subset construction, made as far as it is needed: Aho, Sethi,
// Ullman, Compilers, 3.6). So a place costs a look or three into a table, whatever the number of rules.
//
//   Automaton automaton(programs, alphabet);         // the alphabet is frozen
//   std::vector<std::uint64_t> rules(automaton.words());
//   const std::uint32_t n = automaton.beginnings(rows, count, places);
//   automaton.find(rows, count, places[0], rules.data());  // a bit for each rule that matches there
//
// Where a walk gets long, or the sets are too many, all rules that are still under way are named: one may be told that
// does not match after all, and none is left out.
#ifndef GAZETTE_CASCADE_AUTOMATON_H
#define GAZETTE_CASCADE_AUTOMATON_H

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <unordered_map>
#include <vector>

#include "cascade/alphabet.h"
#include "cascade/compiler.h"

namespace gazette::cascade {

class Automaton {
 public:
  /// Of the programs of a stage, over its alphabet. Both must outlive this.
  Automaton(std::span<const Program> programs, const Alphabet& alphabet);

  /// How many words a set of rules takes, a bit each.
  std::size_t words() const { return words_; }

  /// Where a match may begin: writes the elements to `places`, which has room for all `count`; returns how many there are.
  /// `rows` are the numbers of the elements' rows. Thread-safe, as all here.
  std::uint32_t beginnings(const RowNumber* rows, std::uint32_t count, std::uint32_t* places) const;

  /// The rules of which a match that holds anything begins at element `at`, one of the beginnings. True where there is any:
  /// their bits are set in `rules`.
  bool find(const RowNumber* rows, std::uint32_t count, std::uint32_t at, std::uint64_t* rules) const;

 private:
  // Where an element leads: the number of a set of states, and whether rules are done there.
  using Step = std::uint32_t;
  static constexpr Step unknown = 0;
  static constexpr Step dead = 1;    // no rule goes on
  static constexpr Step unmade = 2;  // there are too many sets: any rule may go on
  static constexpr Step set_mask = 0xFFFF;
  static constexpr Step some_done = 0x10000;
  static constexpr Step some_done_at_end = 0x20000;
  // The sets in which matches begin.
  static constexpr std::uint16_t sentence_begin = 3;
  static constexpr std::uint16_t elsewhere = 4;

  static constexpr std::size_t start_limit = 8192;  // rows; of what is rarer the first step is looked up as any other
  static constexpr std::size_t near_rows = 64;      // the commonest, as rows are numbered when they first occur
  static constexpr std::size_t set_limit = 16'384;
  static constexpr std::size_t step_limit = 250'000;
  static constexpr std::uint32_t longest_walk = 24;  // elements

  // The steps: open addressing, by the set and the row that lead to each. A full table is followed by one twice as large.
  struct Steps {
    explicit Steps(std::size_t size) : mask(size - 1), cells(std::make_unique<std::atomic<std::uint64_t>[]>(size)) {}
    std::size_t mask;
    std::unique_ptr<std::atomic<std::uint64_t>[]> cells;  // set, row, step; 0 where there is none
  };

  // A state of a rule.
  using State = std::uint32_t;
  static std::size_t rule_of(State state) { return state >> 16U; }
  struct Hash {
    std::size_t operator()(const std::vector<State>& states) const;
  };
  // One way out of a set: what an element must pass, and the state that it leads to.
  struct Way {
    TestId test = Alphabet::always;
    State target = 0;
  };

  Step step_from(std::uint16_t set, RowNumber row) const {
    const Step step = row < near_rows ? near(set, row).load(std::memory_order_acquire) : look_up(set, row);
    return step != unknown ? step : make(set, row);
  }
  std::atomic_ref<Step> near(std::uint16_t set, RowNumber row) const { return std::atomic_ref<Step>(near_[set * near_rows + row]); }
  Step look_up(std::uint16_t set, RowNumber row) const;
  Step make(std::uint16_t set, RowNumber row) const;
  Step step_to(const std::vector<State>& states) const;
  void add_set(const std::vector<State>& states, std::uint16_t number) const;
  void keep(std::uint16_t set, RowNumber row, Step step) const;
  static void put(Steps& steps, std::uint64_t cell);
  // Of a set: the rules that are done there, those that are where the sentence ends, and all.
  enum Part : std::uint8_t { done, done_at_end, under_way, parts };
  std::uint64_t* rules_of(std::size_t set, Part part) const { return rules_.get() + (set * parts + part) * words_; }
  bool add(std::uint16_t set, Part part, std::uint64_t* rules) const;

  std::span<const Program> programs_;
  const Alphabet* alphabet_;
  std::size_t words_;
  std::array<std::unique_ptr<std::atomic<Step>[]>, 2> starts_;
  std::unique_ptr<Step[]> near_;            // of each set, the steps of the first rows: one beside the other; read and written as atomics
  std::unique_ptr<std::uint64_t[]> rules_;  // what is not used yet was never touched, so it takes no memory
  mutable std::mutex making_;
  mutable std::vector<std::unique_ptr<Steps>> tables_;
  mutable std::atomic<const Steps*> steps_;
  mutable std::size_t step_count_ = 0;
  mutable std::vector<State> next_;                                              // of make()
  mutable std::unordered_map<std::vector<State>, std::uint16_t, Hash> numbers_;  // of sets
  mutable std::vector<std::vector<Way>> ways_;                                   // of each set, in the order of their tests
};

}  // namespace gazette::cascade

#endif

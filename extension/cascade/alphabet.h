// The alphabet of a stage: what its rules ask of an element, and the answers for every kind of element, ready to read.
//
// Rules ask tests of elements ("COUNTRY&!MONTH", "NOUN | VERB"); the same test in ten rules is one test. What an element
// answers depends on its signature alone: its set of classes in the lexicon and its label. The answers of a signature are
// a row of bits, made when the signature first occurs and shared from then on by all threads. A sentence becomes its tape:
// a row for each element, so that asking a test is looking at a bit.
//
//   Alphabet alphabet;
//   const TestId test = alphabet.test({&condition});
//   alphabet.freeze(lexicon, labels, 0, describe_nothing);
//   passes(alphabet.row(element), test);
//
// Beside the tests a row holds words of its stage's own (see Stage): bits that `describe` computes once a row.
#ifndef GAZETTE_CASCADE_ALPHABET_H
#define GAZETTE_CASCADE_ALPHABET_H

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "cascade/pattern.h"
#include "lexicon/lexicon.h"

namespace gazette::cascade {

/// The classes that each label (a Shape or a rule's result) gives an element.
using LabelSets = std::vector<lexicon::ClassSet>;

/// The answers of an element, 64 a word.
using Row = const std::uint64_t*;
using TestId = std::uint16_t;

/// Does an element pass a test? The row of what is blocked, or behind the end, passes Alphabet::always alone.
inline bool passes(Row row, TestId test) { return ((row[test >> 6U] >> (test & 63U)) & 1U) != 0; }

class Alphabet {
 public:
  static constexpr TestId always = 0;  // passed by all, also by what is blocked and by the place behind the last element

  Alphabet() : tests_(1) {}

  /// The number of a test that an element passes where it meets one of the conditions. Before freeze().
  TestId test(const std::vector<const Condition*>& conditions);
  /// The number of the test that is passed where one of these is. Before freeze().
  TestId either(std::vector<TestId> tests);
  std::size_t size() const { return tests_.size(); }

  /// Ends the making of tests. Each row has `extra` words more, which `describe` fills, given the classes of the row's
  /// elements and the row. The lexicon and the labels must outlive this.
  using Describe = std::function<void(const lexicon::ClassSet& classes, const std::uint64_t* tests, std::uint64_t* extra)>;
  void freeze(const lexicon::Lexicon& lexicon, const LabelSets& labels, std::size_t extra, Describe describe);

  /// The row of an element. Thread-safe.
  Row row(const lexicon::Element& element) const {
    const std::uint16_t number = cells_[by_set_[element.set] + by_label_[element.label]].load(std::memory_order_acquire);
    return number != 0 ? row_of(number) : make_row(element);
  }
  /// The row of a blocked element, and of the place behind the last.
  Row nothing() const { return nothing_.data() + extra_; }
  /// The extra words of a row.
  const std::uint64_t* extra_of(Row row) const { return row - extra_; }

 private:
  struct Test {
    std::vector<lexicon::ClassSet> has;  // of each condition
    std::vector<lexicon::ClassSet> lacks;
    std::vector<TestId> any_of;  // or: the tests of which one is enough
  };

  // Rows stand one behind the other in the order in which they are first needed. The extra words stand before the tests,
  // at the beginning of a line of the cache: a look for places reads one line an element.
  static constexpr std::size_t row_limit = 65535;
  static constexpr std::size_t line = 64 / sizeof(std::uint64_t);
  Row row_of(std::uint16_t number) const { return first_row_ + (number - 1U) * width_; }
  Row make_row(const lexicon::Element& element) const;
  static bool meets(const Test& test, const lexicon::ClassSet& classes);

  std::vector<Test> tests_;
  std::map<std::vector<std::uint16_t>, TestId> known_;
  lexicon::ClassSet mask_;
  const lexicon::Lexicon* lexicon_ = nullptr;
  const LabelSets* labels_ = nullptr;
  std::vector<std::uint32_t> by_set_;    // lexicon class set -> where its line of cells begins
  std::vector<std::uint32_t> by_label_;  // label -> column of cells
  std::size_t words_ = 0;                // of the tests
  std::size_t extra_ = 0;
  Describe describe_;
  std::vector<std::uint64_t> nothing_;
  std::unique_ptr<std::atomic<std::uint16_t>[]> cells_;  // the numbers of rows, from 1; 0 where there is none yet
  std::size_t width_ = 0;                                // of a row: whole lines
  std::size_t room_ = 0;                                 // for so many rows
  std::unique_ptr<std::uint64_t[]> rows_;                // what is not used yet was never touched, so it takes no memory
  std::uint64_t* first_row_ = nullptr;                   // its tests
  mutable std::mutex making_;
  mutable std::map<std::vector<std::uint64_t>, std::uint16_t> known_rows_;  // signatures that no test tells apart share a row
};

}  // namespace gazette::cascade

#endif

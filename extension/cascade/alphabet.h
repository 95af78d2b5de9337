// The alphabet of a stage: what its rules ask of an element, and the answers for every kind of element, ready to read.
//
// Rules ask tests of elements ("COUNTRY&!MONTH", "NOUN | VERB"); the same test in ten rules is one test. What an element
// answers depends on its signature alone: its set of classes in the lexicon and its label. The answers of a signature are
// a row of bits, made when the signature first occurs and shared from then on by all threads. A sentence becomes its tape:
// a row for each element, so that asking a test is looking at a bit.
//
//   Alphabet alphabet;
//   const TestId test = alphabet.test({&condition});
//   alphabet.freeze(lexicon, labels);
//   passes(alphabet.row(element), test);
#ifndef GAZETTE_CASCADE_ALPHABET_H
#define GAZETTE_CASCADE_ALPHABET_H

#include <atomic>
#include <cstddef>
#include <cstdint>
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
/// The number of a row, from 1; 0 is that of elements of which no rule knows anything.
using RowNumber = std::uint16_t;

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

  /// Ends the making of tests. The lexicon and the labels must outlive this.
  void freeze(const lexicon::Lexicon& lexicon, const LabelSets& labels);

  /// The number of an element's row. Elements that no test tells apart share one. Thread-safe.
  RowNumber number(const lexicon::Element& element) const {
    RowNumber number = 0;
    read_numbers({&element, 1}, &number);
    return number;
  }
  /// Of all elements of a tape.
  void read_numbers(lexicon::Tape tape, RowNumber* numbers) const {
    const std::uint32_t* const by_set = by_set_.data();
    const std::uint32_t* const by_label = by_label_.data();
    const std::atomic<RowNumber>* const cells = cells_.get();
    for (const lexicon::Element& element : tape) {
      const RowNumber number = cells[by_set[element.set] + by_label[element.label]].load(std::memory_order_acquire);
      *numbers++ = number != 0 ? number : make_row(element);
    }
  }
  Row row_of(RowNumber number) const { return number == 0 ? nothing() : rows_.get() + (number - 1U) * words_; }
  Row row(const lexicon::Element& element) const { return row_of(number(element)); }
  /// The row of a blocked element, and of the place behind the last.
  Row nothing() const { return nothing_.data(); }

 private:
  struct Test {
    std::vector<Condition> conditions;  // of which one is enough
    std::vector<TestId> any_of;         // or: the tests of which one is enough
  };

  static constexpr std::size_t row_limit = 65535;
  RowNumber make_row(const lexicon::Element& element) const;
  static bool meets(const Test& test, const lexicon::ClassSet& classes);

  std::vector<Test> tests_;
  std::map<std::vector<std::uint16_t>, TestId> known_;
  lexicon::ClassSet mask_;
  const lexicon::Lexicon* lexicon_ = nullptr;
  const LabelSets* labels_ = nullptr;
  std::vector<std::uint32_t> by_set_;    // lexicon class set -> where its line of cells begins
  std::vector<std::uint32_t> by_label_;  // label -> column of cells
  std::size_t words_ = 0;                // of a row
  std::vector<std::uint64_t> nothing_;
  std::unique_ptr<std::atomic<RowNumber>[]> cells_;  // 0 where there is none yet
  std::size_t room_ = 0;                             // for so many rows
  std::unique_ptr<std::uint64_t[]> rows_;            // what is not used yet was never touched, so it takes no memory
  mutable std::mutex making_;
  mutable std::map<std::vector<std::uint64_t>, RowNumber> known_rows_;
};

}  // namespace gazette::cascade

#endif

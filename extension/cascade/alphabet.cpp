#include "cascade/alphabet.h"

#include <algorithm>
#include <unordered_map>

namespace gazette::cascade {

using lexicon::ClassId;
using lexicon::ClassSet;

namespace {

// Numbers the distinct parts of sets that the mask leaves; returns how many there are.
template <typename SetOf>
std::size_t project(std::size_t count, const ClassSet& mask, SetOf set, std::vector<std::uint32_t>& numbers) {
  std::unordered_map<ClassSet, std::uint32_t, lexicon::ClassSetHash> ids;
  numbers.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    numbers[i] = ids.emplace(set(i) & mask, static_cast<std::uint32_t>(ids.size())).first->second;
  }
  return ids.size();
}

}  // namespace

TestId Alphabet::test(const std::vector<const Condition*>& conditions) {
  Test made;
  std::vector<std::uint16_t> key;
  for (const Condition* const condition : conditions) {
    made.conditions.push_back(*condition);
    key.push_back(0);
    for (const bool wanted : {true, false}) {
      std::vector<ClassId>& ids = wanted ? made.conditions.back().has : made.conditions.back().lacks;
      std::sort(ids.begin(), ids.end());
      ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
      for (const ClassId id : ids) {
        mask_.add(id);
        key.push_back(static_cast<std::uint16_t>((wanted ? 1 : 2) + 2 * id));
      }
    }
  }
  const auto [at, added] = known_.emplace(std::move(key), static_cast<TestId>(tests_.size()));
  if (added) tests_.push_back(std::move(made));
  return at->second;
}

TestId Alphabet::either(std::vector<TestId> tests) {
  std::sort(tests.begin(), tests.end());
  tests.erase(std::unique(tests.begin(), tests.end()), tests.end());
  if (tests.size() == 1) return tests[0];
  std::vector<std::uint16_t> key{0xFFFF};  // no test of conditions begins so
  key.insert(key.end(), tests.begin(), tests.end());
  const auto [at, added] = known_.emplace(std::move(key), static_cast<TestId>(tests_.size()));
  if (added) {
    tests_.emplace_back();
    tests_.back().any_of = std::move(tests);
  }
  return at->second;
}

void Alphabet::freeze(const lexicon::Lexicon& lexicon, const LabelSets& labels) {
  lexicon_ = &lexicon;
  labels_ = &labels;
  const std::size_t lines = project(
      lexicon.class_set_count(), mask_, [&](std::size_t i) -> const ClassSet& { return lexicon.classes(static_cast<lexicon::ClassSetId>(i)); }, by_set_);
  const std::size_t columns = project(
      labels.size(), mask_, [&](std::size_t i) -> const ClassSet& { return labels[i]; }, by_label_);
  for (std::uint32_t& line : by_set_) line *= static_cast<std::uint32_t>(columns);
  cells_ = std::make_unique<std::atomic<RowNumber>[]>(lines * columns);
  words_ = (tests_.size() + 63) / 64;
  nothing_.assign(words_, 0);
  nothing_[0] = 1;  // always
  room_ = std::min(lines * columns, row_limit);
  rows_ = std::make_unique_for_overwrite<std::uint64_t[]>(room_ * words_);
}

bool Alphabet::meets(const Test& test, const ClassSet& classes) {
  const auto has = [&](ClassId id) { return classes.has(id); };
  return std::any_of(test.conditions.begin(), test.conditions.end(), [&](const Condition& condition) {
    return std::all_of(condition.has.begin(), condition.has.end(), has) && std::none_of(condition.lacks.begin(), condition.lacks.end(), has);
  });
}

RowNumber Alphabet::make_row(const lexicon::Element& element) const {
  const std::lock_guard<std::mutex> lock(making_);
  // By the mask: what no rule asks about does not matter, so that signatures of one cell have one row.
  const ClassSet classes = (lexicon_->classes(element.set) | (*labels_)[element.label]) & mask_;
  std::vector<std::uint64_t> row(words_, 0);
  row[0] = 1;  // always
  for (std::size_t i = 1; i < tests_.size(); ++i) {
    const Test& test = tests_[i];
    // A test of tests names earlier ones alone.
    const bool passed = meets(test, classes) || std::any_of(test.any_of.begin(), test.any_of.end(), [&](TestId one) { return passes(row.data(), one); });
    if (passed) row[i / 64] |= std::uint64_t{1} << (i % 64);
  }
  auto known = known_rows_.find(row);
  if (known == known_rows_.end()) {
    const std::size_t before = known_rows_.size();
    if (before == room_) return 0;  // more kinds of elements than any text has: what is left fits no rule
    std::copy(row.begin(), row.end(), rows_.get() + before * words_);
    known = known_rows_.emplace(std::move(row), static_cast<RowNumber>(before + 1)).first;
  }
  cells_[by_set_[element.set] + by_label_[element.label]].store(known->second, std::memory_order_release);
  return known->second;
}

}  // namespace gazette::cascade

#include "cascade/automaton.h"

#include <algorithm>
#include <utility>

namespace gazette::cascade {
namespace {

constexpr std::size_t first_size = 4096;  // of the table of steps

std::uint64_t key_of(std::uint16_t set, RowNumber row) { return (std::uint64_t{set} << 16U) | row; }
std::size_t place_of(std::uint64_t key, std::size_t mask) { return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15ULL) >> 40U) & mask; }

}  // namespace

std::size_t Automaton::Hash::operator()(const std::vector<State>& states) const {
  std::uint64_t hash = states.size();
  for (const State state : states) hash = (hash ^ state) * 0x9E3779B97F4A7C15ULL;
  return static_cast<std::size_t>(hash ^ (hash >> 32U));
}

Automaton::Automaton(std::span<const Program> programs, const Alphabet& alphabet)
    : programs_(programs), alphabet_(&alphabet), words_((programs.size() + 63) / 64), ways_(sentence_begin) {
  for (auto& starts : starts_) starts = std::make_unique<std::atomic<Step>[]>(start_limit);
  near_ = std::make_unique_for_overwrite<Step[]>(set_limit * near_rows);
  rules_ = std::make_unique_for_overwrite<std::uint64_t[]>(set_limit * parts * words_);
  tables_.push_back(std::make_unique<Steps>(first_size));
  steps_ = tables_.back().get();
  for (const std::uint16_t start : {Program::at_sentence_begin, Program::elsewhere}) {
    std::vector<State> states;
    for (std::size_t rule = 0; rule < programs.size(); ++rule) {
      if (!programs[rule].states.empty()) states.push_back(static_cast<State>(rule << 16U) | start);
    }
    add_set(states, static_cast<std::uint16_t>(ways_.size()));  // no step leads back to them
  }
}

// Adds the rules of a set, of which there are some.
bool Automaton::add(std::uint16_t set, Part part, std::uint64_t* rules) const {
  const std::uint64_t* const more = rules_of(set, part);
  for (std::size_t i = 0; i < words_; ++i) rules[i] |= more[i];
  return true;
}

std::uint32_t Automaton::beginnings(const RowNumber* rows, std::uint32_t count, std::uint32_t* places) const {
  const std::atomic<Step>* const starts = starts_[Program::elsewhere].get();
  std::uint32_t found = 0;
  for (std::uint32_t at = 0; at < count; ++at) {
    places[found] = at;
    // The first element of a sentence may begin what no other does; of what is not known yet anything may come.
    const bool may_begin = at == 0 || rows[at] >= start_limit || starts[rows[at]].load(std::memory_order_relaxed) != dead;
    found += may_begin ? 1 : 0;
  }
  return found;
}

bool Automaton::find(const RowNumber* rows, std::uint32_t count, std::uint32_t at, std::uint64_t* rules) const {
  std::fill_n(rules, words_, 0);
  const std::uint16_t start = at == 0 ? Program::at_sentence_begin : Program::elsewhere;
  auto set = at == 0 ? sentence_begin : elsewhere;
  Step step = rows[at] < start_limit ? starts_[start][rows[at]].load(std::memory_order_acquire) : unknown;
  if (step == unknown) step = make(set, rows[at]);
  const std::uint32_t last = std::min(count, at + longest_walk);
  bool some = false;
  for (++at; step != dead; ++at) {
    if (step == unmade) return add(set, under_way, rules);
    set = static_cast<std::uint16_t>(step & set_mask);
    if ((step & some_done) != 0) some = add(set, done, rules);
    if (at >= last) {
      if (at < count) return add(set, under_way, rules);
      return (step & some_done_at_end) != 0 ? add(set, done_at_end, rules) : some;
    }
    step = step_from(set, rows[at]);
  }
  return some;
}

Automaton::Step Automaton::look_up(std::uint16_t set, RowNumber row) const {
  const std::uint64_t key = key_of(set, row);
  const Steps& steps = *steps_.load(std::memory_order_acquire);
  for (std::size_t i = place_of(key, steps.mask);; i = (i + 1) & steps.mask) {
    const std::uint64_t cell = steps.cells[i].load(std::memory_order_acquire);
    if (cell >> 32U == key) return static_cast<Step>(cell);
    if (cell == 0) return unknown;
  }
}

// Works out where an element leads, and writes it down. Two threads may both do so: they find the same.
Automaton::Step Automaton::make(std::uint16_t set, RowNumber row) const {
  if (row == 0) return dead;  // of no kind that any rule knows
  const std::lock_guard<std::mutex> lock(making_);
  if (step_count_ >= step_limit) return unmade;
  const Row answers = alphabet_->row_of(row);
  next_.clear();
  const std::vector<Way>& ways = ways_[set];
  for (auto way = ways.begin(); way != ways.end();) {
    const TestId test = way->test;
    const bool passed = passes(answers, test);
    for (; way != ways.end() && way->test == test; ++way) {
      if (passed) next_.push_back(way->target);
    }
  }
  std::sort(next_.begin(), next_.end());
  next_.erase(std::unique(next_.begin(), next_.end()), next_.end());
  const Step step = next_.empty() ? dead : step_to(next_);
  keep(set, row, step);
  return step;
}

// The step to a set, which is numbered at its first need.
Automaton::Step Automaton::step_to(const std::vector<State>& states) const {
  auto known = numbers_.find(states);
  if (known == numbers_.end()) {
    const std::size_t number = ways_.size();
    if (number >= set_limit) return unmade;
    add_set(states, static_cast<std::uint16_t>(number));
    known = numbers_.emplace(states, static_cast<std::uint16_t>(number)).first;
  }
  const auto any = [&, set = known->second](Part part) {
    return std::any_of(rules_of(set, part), rules_of(set, part) + words_, [](std::uint64_t word) { return word != 0; });
  };
  return known->second | (any(done) ? some_done : 0) | (any(done_at_end) ? some_done_at_end : 0);
}

// Writes down which rules are in a set, and its ways on.
void Automaton::add_set(const std::vector<State>& states, std::uint16_t number) const {
  std::fill_n(rules_of(number, done), parts * words_, 0);
  std::fill_n(near_.get() + number * near_rows, near_rows, unknown);  // no thread knows the set yet
  std::vector<Way> ways;
  for (const State state : states) {
    const std::size_t rule = rule_of(state);
    const std::uint64_t bit = std::uint64_t{1} << (rule % 64);
    rules_of(number, under_way)[rule / 64] |= bit;
    const Program& program = programs_[rule];
    const auto& [first, end] = program.states[state & set_mask];
    for (std::size_t i = first; i < end; ++i) {
      const Edge& edge = program.edges[i];
      if (edge.target == Edge::done) {
        rules_of(number, edge.at_end ? done_at_end : done)[rule / 64] |= bit;
      } else {
        ways.push_back({edge.test, (state & ~set_mask) | edge.target});
      }
    }
  }
  std::sort(ways.begin(), ways.end(), [](const Way& a, const Way& b) { return std::pair(a.test, a.target) < std::pair(b.test, b.target); });
  ways.erase(std::unique(ways.begin(), ways.end(), [](const Way& a, const Way& b) { return a.test == b.test && a.target == b.target; }), ways.end());
  ways_.push_back(std::move(ways));
}

void Automaton::keep(std::uint16_t set, RowNumber row, Step step) const {
  if (set <= elsewhere && row < start_limit) {
    starts_[set - sentence_begin][row].store(step, std::memory_order_release);
    return;
  }
  if (row < near_rows) {
    near(set, row).store(step, std::memory_order_release);
    return;
  }
  Steps* now = tables_.back().get();
  if (2 * step_count_ > now->mask) {
    auto larger = std::make_unique<Steps>(2 * (now->mask + 1));
    for (std::size_t i = 0; i <= now->mask; ++i) {
      const std::uint64_t cell = now->cells[i].load(std::memory_order_relaxed);
      if (cell != 0) put(*larger, cell);
    }
    tables_.push_back(std::move(larger));  // whoever reads the old one may go on
    now = tables_.back().get();
    steps_.store(now, std::memory_order_release);
  }
  put(*now, (key_of(set, row) << 32U) | step);
  ++step_count_;
}

void Automaton::put(Steps& steps, std::uint64_t cell) {
  std::size_t i = place_of(cell >> 32U, steps.mask);
  while (steps.cells[i].load(std::memory_order_relaxed) != 0) {
    if (steps.cells[i].load(std::memory_order_relaxed) >> 32U == cell >> 32U) return;  // another thread was first
    i = (i + 1) & steps.mask;
  }
  steps.cells[i].store(cell, std::memory_order_release);
}

}  // namespace gazette::cascade

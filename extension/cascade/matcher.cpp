#include "cascade/matcher.h"

#include <algorithm>

namespace gazette::cascade {
namespace {

// Ways taken back, for each element of the sentence, before it is worth remembering them.
constexpr std::size_t patience = 16;
constexpr std::size_t patience_at_least = 512;

}  // namespace

// Was the split tried here before? It led nowhere then, or the search would be over.
bool Matcher::tried(std::uint32_t step, std::uint32_t at) {
  const std::size_t cell = step * (std::size_t{count_} + 1) + at;
  if (tried_[cell]) return true;
  tried_[cell] = true;
  return false;
}

// Goes back to the last way not tried. False where there is none.
bool Matcher::take_back(std::uint32_t& step, std::uint32_t& at) {
  while (!stack_.empty()) {
    const Frame frame = stack_.back();
    stack_.pop_back();
    if ((frame.step_or_slot & is_slot) != 0) {
      slots_[frame.step_or_slot & ~is_slot] = frame.at;
      continue;
    }
    step = frame.step_or_slot;
    at = frame.at;
    if (++taken_back_ > patience * count_ + patience_at_least && !remembering_) {
      remembering_ = true;
      tried_.assign(program_->steps.size() * (std::size_t{count_} + 1), false);
    }
    return true;
  }
  return false;
}

bool Matcher::match_at(std::uint32_t begin) {
  const Step* const steps = program_->steps.data();
  std::fill_n(slots_.begin(), program_->slots, unset);
  stack_.clear();
  std::uint32_t at = begin;
  std::uint32_t step = program_->start;
  for (;;) {
    const Step& now = steps[step];
    bool fits = false;
    switch (now.kind) {
      case Step::Kind::take:
        if (passes(rows_[at], now.test)) ++at, step = now.next, fits = true;
        break;
      case Step::Kind::split: {
        if (remembering_ && tried(step, at)) break;
        const Row row = rows_[at];
        const bool other = passes(row, now.other_test);
        if (passes(row, now.test)) {
          if (other) stack_.push_back({now.other, at});
          step = now.next, fits = true;
        } else if (other) {
          step = now.other, fits = true;
        }
        break;
      }
      case Step::Kind::save:
        if (!stack_.empty()) stack_.push_back({now.slot | is_slot, slots_[now.slot]});
        slots_[now.slot] = at;
        step = now.next, fits = true;
        break;
      case Step::Kind::begin: fits = at == 0, step = now.next; break;
      case Step::Kind::end: fits = at == count_, step = now.next; break;
      case Step::Kind::progress: step = slots_[now.slot] != at ? now.next : now.other, fits = true; break;
      case Step::Kind::fail: break;
      case Step::Kind::done:
        end_ = at;
        // What was tried on the way here did lead somewhere.
        if (remembering_) tried_.assign(tried_.size(), false);
        return true;
    }
    if (!fits && !take_back(step, at)) return false;
  }
}

}  // namespace gazette::cascade

#include "cascade/matcher.h"

#include <algorithm>

namespace gazette::cascade {
namespace {

// Elements gone back, for each element of the sentence, before it is worth remembering where nothing was found.
constexpr std::size_t patience = 16;
constexpr std::size_t patience_at_least = 512;

}  // namespace

// Nothing fits in this state at this place, and what is blocked later makes no more fit.
void Matcher::remember(std::uint16_t state, std::uint32_t at) {
  if (!remembering_) {
    remembering_ = true;
    failed_.assign(program_->states.size() * (std::size_t{count_} + 1), false);
  }
  failed_[state * (std::size_t{count_} + 1) + at] = true;
}

// Goes the way of the match once more, for what it saves.
void Matcher::save_slots(std::uint32_t begin, std::uint32_t last_edge) {
  std::fill_n(slots_.begin(), program_->slots(), unset);
  trail_[end_ - begin] = last_edge;
  for (std::uint32_t at = begin; at <= end_; ++at) {
    const Edge& edge = program_->edges[trail_[at - begin]];
    for (std::size_t i = 0; i < edge.save_count; ++i) slots_[program_->saves[edge.first_save + i]] = at;
  }
}

bool Matcher::match_at(std::uint32_t begin) {
  const Edge* const edges = program_->edges.data();
  const State* const states = program_->states.data();
  const std::uint16_t start = begin == 0 ? Program::at_sentence_begin : Program::elsewhere;
  std::uint16_t state = start;
  std::uint32_t at = begin;
  std::uint32_t edge = states[state].first;
  for (;;) {
    const std::uint32_t last = states[state].end;
    const Row row = rows_[at];
    const Row behind = rows_[std::min(at + 1, count_)];
    while (edge < last && !(passes(row, edges[edge].test) && passes(behind, edges[edge].ahead))) ++edge;
    if (edge < last) {
      const Edge& now = edges[edge];
      if (now.target == Edge::done) {
        if (now.at_end && at != count_) {
          ++edge;
          continue;
        }
        end_ = at;
        save_slots(begin, edge);
        return true;
      }
      if (fails(now.target, at + 1)) {
        ++edge;
        continue;
      }
      trail_[at++ - begin] = edge;
      state = now.target;
      edge = states[state].first;
      continue;
    }
    if (++gone_back_ > patience * count_ + patience_at_least) remember(state, at);
    if (at == begin) return false;
    edge = trail_[--at - begin] + 1;
    state = at == begin ? start : edges[trail_[at - 1 - begin]].target;
  }
}

}  // namespace gazette::cascade

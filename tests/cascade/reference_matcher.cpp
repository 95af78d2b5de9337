#include "cascade/reference_matcher.h"

#include <algorithm>

namespace gazette::cascade {
namespace {

bool fits(const Condition& condition, const Cell& cell) {
  if (cell.blocked) return false;
  for (const lexicon::ClassId id : condition.has) {
    if (!cell.classes.has(id)) return false;
  }
  for (const lexicon::ClassId id : condition.lacks) {
    if (cell.classes.has(id)) return false;
  }
  return true;
}

}  // namespace

ReferenceMatcher::ReferenceMatcher(const Node& tree) {
  number(tree);
  start_ = add(tree, add_step({}));
}

// Groups are numbered in the order in which their captures are written; the copies of a repetition share theirs.
void ReferenceMatcher::number(const Node& node) {
  if (node.kind == Node::Kind::capture) {
    captures_.push_back(node.capture);
    capture_nodes_.push_back(&node);
  }
  for (const Node& child : node.children) number(child);
}

std::size_t ReferenceMatcher::add_step(Step step) {
  steps_.push_back(step);
  return steps_.size() - 1;
}

// Adds the steps of a node, from the back to the front: each knows what comes next. Returns the first.
std::size_t ReferenceMatcher::add(const Node& node, std::size_t next) {
  switch (node.kind) {
    case Node::Kind::element: return add_step({Step::Kind::take, &node.condition, next});
    case Node::Kind::begin: return add_step({Step::Kind::begin, nullptr, next});
    case Node::Kind::end: return add_step({Step::Kind::end, nullptr, next});
    case Node::Kind::sequence:
      for (auto child = node.children.rbegin(); child != node.children.rend(); ++child) next = add(*child, next);
      return next;
    case Node::Kind::choice: {
      std::size_t first = add(node.children.back(), next);
      for (auto child = node.children.rbegin() + 1; child != node.children.rend(); ++child) {
        first = add_step({Step::Kind::either, nullptr, add(*child, next), first});
      }
      return first;
    }
    case Node::Kind::capture: {
      const auto at = std::find(capture_nodes_.begin(), capture_nodes_.end(), &node);
      const auto group = static_cast<std::size_t>(at - capture_nodes_.begin()) + 1;
      const std::size_t close = add_step({Step::Kind::save, nullptr, next, 0, 2 * group + 1});
      return add_step({Step::Kind::save, nullptr, add(node.children[0], close), 0, 2 * group});
    }
    case Node::Kind::repeat: return add_repeat(node, next);
  }
  return next;
}

// A{2,4} is A A (A (A)?)?; A{2,} is A A+; A* is (A+)?.
std::size_t ReferenceMatcher::add_repeat(const Node& node, std::size_t next) {
  const Node& child = node.children[0];
  const auto either = [&](std::size_t more, std::size_t enough) {
    return add_step({Step::Kind::either, nullptr, node.shy ? enough : more, node.shy ? more : enough});
  };
  std::size_t first = next;
  std::size_t copies = node.least;
  if (node.most == Node::unbounded) {
    const std::size_t loop = either(0, next);
    first = add(child, loop);
    (node.shy ? steps_[loop].second : steps_[loop].next) = first;
    if (node.least == 0) return either(first, next);
    --copies;
  } else {
    for (std::size_t i = node.least; i < node.most; ++i) first = either(add(child, first), next);
  }
  for (std::size_t i = 0; i < copies; ++i) first = add(child, first);
  return first;
}

std::optional<Groups> ReferenceMatcher::match(const std::vector<Cell>& tape, std::size_t from) {
  failed_.assign(steps_.size(), std::vector<bool>(tape.size() + 1, false));
  for (std::size_t begin = from; begin <= tape.size(); ++begin) {
    slots_.assign(2 * captures_.size() + 2, std::nullopt);
    slots_[0] = begin;
    if (!run(tape, start_, begin)) continue;
    Groups groups;
    for (std::size_t group = 0; group <= captures_.size(); ++group) {
      const auto first = slots_[2 * group];
      const auto end = slots_[2 * group + 1];
      groups.push_back(first && end ? std::optional(std::pair(*first, *end)) : std::nullopt);
    }
    return groups;
  }
  return std::nullopt;
}

bool ReferenceMatcher::run(const std::vector<Cell>& tape, std::size_t step, std::size_t at) {
  for (;;) {
    if (failed_[step][at]) return false;
    failed_[step][at] = true;  // until it turns out that it leads to the end
    const Step& now = steps_[step];
    switch (now.kind) {
      case Step::Kind::done: slots_[1] = at; return true;
      case Step::Kind::begin:
        if (at != 0) return false;
        break;
      case Step::Kind::end:
        if (at != tape.size()) return false;
        break;
      case Step::Kind::take:
        if (at >= tape.size() || !fits(*now.condition, tape[at])) return false;
        ++at;
        break;
      case Step::Kind::save: {
        const auto before = slots_[now.slot];
        slots_[now.slot] = at;
        if (run(tape, now.next, at)) return true;
        slots_[now.slot] = before;
        return false;
      }
      case Step::Kind::either:
        if (run(tape, now.next, at)) return true;
        step = now.second;
        continue;
    }
    step = now.next;
  }
}

}  // namespace gazette::cascade

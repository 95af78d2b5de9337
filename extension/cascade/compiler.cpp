#include "cascade/compiler.h"

#include <algorithm>
#include <map>

namespace gazette::cascade {
namespace {

using lexicon::ClassId;
using lexicon::ClassSet;

constexpr std::size_t step_limit = 1500;     // of one program
constexpr std::size_t test_limit = 60000;    // of one stage

constexpr std::size_t opening_limit = 6;     // of one program

struct TooLarge {};

bool is_element(const Node& node) { return node.kind == Node::Kind::element; }

// One look at an element: a condition, or a choice of several.
bool is_test(const Node& node) {
  return is_element(node) || (node.kind == Node::Kind::choice && std::all_of(node.children.begin(), node.children.end(), is_element));
}

bool may_be_empty(const Node& node) {
  switch (node.kind) {
    case Node::Kind::element: return false;
    case Node::Kind::begin: case Node::Kind::end: return true;
    case Node::Kind::choice: return std::any_of(node.children.begin(), node.children.end(), may_be_empty);
    case Node::Kind::repeat: return node.least == 0 || may_be_empty(node.children[0]);
    case Node::Kind::sequence: case Node::Kind::capture: return std::all_of(node.children.begin(), node.children.end(), may_be_empty);
  }
  return true;
}

bool opens_with_begin(const Node& node) {
  switch (node.kind) {
    case Node::Kind::begin: return true;
    case Node::Kind::choice: return std::all_of(node.children.begin(), node.children.end(), opens_with_begin);
    case Node::Kind::sequence: case Node::Kind::capture: return !node.children.empty() && opens_with_begin(node.children[0]);
    case Node::Kind::repeat: return node.least > 0 && opens_with_begin(node.children[0]);
    case Node::Kind::element: case Node::Kind::end: return false;
  }
  return false;
}

// Writes the steps of a tree from the back to the front: each knows what comes next.
class Writer {
 public:
  explicit Writer(Alphabet& alphabet) : alphabet_(alphabet) {}

  Program write(const Node& tree) {
    number(tree);
    program_.slots = static_cast<std::uint16_t>(2 * program_.captures.size());
    fail_ = step({Step::Kind::fail});
    program_.start = add(tree, step({Step::Kind::done}));
    program_.at_begin = opens_with_begin(tree);
    for (Step& split : program_.steps) {
      if (split.kind != Step::Kind::split) continue;
      split.test = test_of(first_of({split.next}));
      split.other_test = test_of(first_of({split.other}));
    }
    find_openings();
    if (alphabet_.size() > test_limit) throw TooLarge{};
    return std::move(program_);
  }

 private:
  // The steps that can take the next element, and whether none may have to be taken.
  struct First {
    std::vector<std::uint16_t> takes;
    bool may_end = false;
  };

  First first_of(std::vector<std::uint16_t> todo) {
    First first;
    seen_.assign(program_.steps.size(), false);
    while (!todo.empty()) {
      const std::uint16_t at = todo.back();
      todo.pop_back();
      if (seen_[at]) continue;
      seen_[at] = true;
      const Step& now = program_.steps[at];
      switch (now.kind) {
        case Step::Kind::take: first.takes.push_back(at); break;
        case Step::Kind::split: case Step::Kind::progress: todo.push_back(now.other), todo.push_back(now.next); break;
        case Step::Kind::save: case Step::Kind::begin: todo.push_back(now.next); break;
        case Step::Kind::end: case Step::Kind::done: first.may_end = true; break;
        case Step::Kind::fail: break;
      }
    }
    return first;
  }

  // The first elements of matches, together where the same may follow them.
  void find_openings() {
    const First first = first_of({program_.start});
    if (first.may_end) {
      program_.openings.emplace_back();
      return;
    }
    std::map<TestId, std::vector<TestId>> by_second;
    for (const std::uint16_t take : first.takes) by_second[test_of(first_of({program_.steps[take].next}))].push_back(program_.steps[take].test);
    for (auto& [second, firsts] : by_second) program_.openings.push_back({alphabet_.either(std::move(firsts)), second});
    if (program_.openings.size() <= opening_limit) return;
    // More would cost more than they spare: what is left is one opening, behind which anything may stand.
    std::vector<TestId> rest;
    for (std::size_t i = opening_limit - 1; i < program_.openings.size(); ++i) rest.push_back(program_.openings[i].first);
    program_.openings.resize(opening_limit - 1);
    program_.openings.push_back({alphabet_.either(std::move(rest)), Alphabet::always});
  }

  TestId test_of(const First& first) {
    if (first.may_end || first.takes.empty()) return Alphabet::always;
    std::vector<TestId> tests;
    for (const std::uint16_t take : first.takes) tests.push_back(program_.steps[take].test);
    return alphabet_.either(std::move(tests));
  }

  // Groups are numbered in the order in which their captures are written; the copies of a repetition share theirs.
  void number(const Node& node) {
    if (node.kind == Node::Kind::capture) {
      program_.captures.push_back(node.capture);
      captures_.push_back(&node);
    }
    for (const Node& child : node.children) number(child);
  }

  std::uint16_t step(const Step& step) {
    if (program_.steps.size() >= step_limit) throw TooLarge{};
    program_.steps.push_back(step);
    return static_cast<std::uint16_t>(program_.steps.size() - 1);
  }
  std::uint16_t save(std::size_t slot, std::uint16_t next) { return step({Step::Kind::save, static_cast<std::uint16_t>(slot), next}); }
  std::uint16_t split(std::uint16_t more, std::uint16_t enough, bool shy) {
    return step({Step::Kind::split, 0, shy ? enough : more, shy ? more : enough});
  }

  std::uint16_t add(const Node& node, std::uint16_t next) {
    if (is_test(node)) {
      std::vector<const Condition*> conditions;
      if (is_element(node)) conditions.push_back(&node.condition);
      for (const Node& child : node.children) conditions.push_back(&child.condition);
      return step({Step::Kind::take, 0, next, 0, alphabet_.test(conditions)});
    }
    switch (node.kind) {
      case Node::Kind::element: break;
      case Node::Kind::begin: return step({Step::Kind::begin, 0, next});
      case Node::Kind::end: return step({Step::Kind::end, 0, next});
      case Node::Kind::sequence:
        for (auto child = node.children.rbegin(); child != node.children.rend(); ++child) next = add(*child, next);
        return next;
      case Node::Kind::choice: {
        std::uint16_t first = add(node.children.back(), next);
        for (auto child = node.children.rbegin() + 1; child != node.children.rend(); ++child) first = split(add(*child, next), first, false);
        return first;
      }
      case Node::Kind::capture: {
        const auto group = static_cast<std::size_t>(std::find(captures_.begin(), captures_.end(), &node) - captures_.begin());
        return save(2 * group, add(node.children[0], save(2 * group + 1, next)));
      }
      case Node::Kind::repeat: return node.most == Node::unbounded ? add_unbounded(node, next) : add_bounded(node, next);
    }
    return next;
  }

  // A{2,4} is A A (A (A)?)?.
  std::uint16_t add_bounded(const Node& node, std::uint16_t next) {
    std::uint16_t first = next;
    for (std::size_t i = node.least; i < node.most; ++i) first = split(add(node.children[0], first), next, node.shy);
    for (std::size_t i = 0; i < node.least; ++i) first = add(node.children[0], first);
    return first;
  }

  // A{2,} is A A+; A* is (A+)?.
  std::uint16_t add_unbounded(const Node& node, std::uint16_t next) {
    const Node& child = node.children[0];
    const std::uint16_t loop = step({Step::Kind::split});
    std::uint16_t first = 0;
    if (may_be_empty(child)) {
      // What takes nothing must not go round for ever: the first round may be empty and goes on, a later one fails.
      const auto again_slot = program_.slots++;
      const std::uint16_t again = save(again_slot, add(child, step({Step::Kind::progress, again_slot, loop, fail_})));
      const auto first_slot = program_.slots++;
      first = save(first_slot, add(child, step({Step::Kind::progress, first_slot, loop, next})));
      program_.steps[loop].next = node.shy ? next : again;
      program_.steps[loop].other = node.shy ? again : next;
    } else {
      first = add(child, loop);
      program_.steps[loop].next = node.shy ? next : first;
      program_.steps[loop].other = node.shy ? first : next;
    }
    if (node.least == 0) return split(first, next, node.shy);
    for (std::size_t i = 1; i < node.least; ++i) first = add(child, first);
    return first;
  }

  Alphabet& alphabet_;
  Program program_;
  std::vector<const Node*> captures_;
  std::vector<bool> seen_;
  std::uint16_t fail_ = 0;
};

}  // namespace

std::variant<Program, std::string> compile(const Node& tree, Alphabet& alphabet) {
  try {
    return Writer(alphabet).write(tree);
  } catch (const TooLarge&) {
    return std::string("the pattern is too large");
  }
}

float weight_of(const ClassSet& set, const std::vector<float>& weights) {
  float sum = 0;
  set.each([&](ClassId id) { sum += id < weights.size() ? weights[id] : 0.05F; });
  return sum;
}

std::vector<ClassSet> requirements_of(const Node& node, const std::vector<float>& weights) {
  std::vector<ClassSet> all;
  const auto add = [&](const std::vector<ClassSet>& more) { all.insert(all.end(), more.begin(), more.end()); };
  switch (node.kind) {
    case Node::Kind::element:
      for (const ClassId id : node.condition.has) {
        all.emplace_back();
        all.back().add(id);
      }
      break;
    case Node::Kind::sequence:
      for (const Node& child : node.children) add(requirements_of(child, weights));
      break;
    case Node::Kind::choice: {
      // Of each branch its rarest requirement: one of them is needed.
      const ClassSet any = trigger_of(node, weights);
      if (any.empty()) return {};
      all.push_back(any);
      break;
    }
    case Node::Kind::repeat:
      if (node.least > 0) add(requirements_of(node.children[0], weights));
      break;
    case Node::Kind::capture: add(requirements_of(node.children[0], weights)); break;
    case Node::Kind::begin: case Node::Kind::end: break;
  }
  return all;
}

ClassSet trigger_of(const Node& node, const std::vector<float>& weights) {
  const auto weight = [&](const ClassSet& set) { return weight_of(set, weights); };
  switch (node.kind) {
    case Node::Kind::element: {
      ClassSet best;
      for (const ClassId id : node.condition.has) {
        ClassSet one;
        one.add(id);
        if (best.empty() || weight(one) < weight(best)) best = one;
      }
      return best;
    }
    case Node::Kind::sequence: {
      ClassSet best;
      for (const Node& child : node.children) {
        const ClassSet one = trigger_of(child, weights);
        if (!one.empty() && (best.empty() || weight(one) < weight(best))) best = one;
      }
      return best;
    }
    case Node::Kind::choice: {
      ClassSet all;
      for (const Node& child : node.children) {
        const ClassSet one = trigger_of(child, weights);
        if (one.empty()) return {};
        all |= one;
      }
      return all;
    }
    case Node::Kind::repeat: return node.least == 0 ? ClassSet{} : trigger_of(node.children[0], weights);
    case Node::Kind::capture: return trigger_of(node.children[0], weights);
    case Node::Kind::begin: case Node::Kind::end: return {};
  }
  return {};
}

}  // namespace gazette::cascade

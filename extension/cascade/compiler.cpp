#include "cascade/compiler.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace gazette::cascade {
namespace {

constexpr std::size_t step_limit = 1500;   // of one program
constexpr std::size_t edge_limit = 60000;  // of one program
constexpr std::size_t test_limit = 60000;  // of one stage

struct TooLarge {};

bool is_element(const Node& node) { return node.kind == Node::Kind::element; }

// One look at an element: a condition, or a choice of several.
bool is_test(const Node& node) {
  return is_element(node) || (node.kind == Node::Kind::choice && std::all_of(node.children.begin(), node.children.end(), is_element));
}

bool may_be_empty(const Node& node) {
  switch (node.kind) {
    case Node::Kind::element: return false;
    case Node::Kind::begin:
    case Node::Kind::end: return true;
    case Node::Kind::choice: return std::any_of(node.children.begin(), node.children.end(), may_be_empty);
    case Node::Kind::repeat: return node.least == 0 || may_be_empty(node.children[0]);
    case Node::Kind::sequence:
    case Node::Kind::capture: return std::all_of(node.children.begin(), node.children.end(), may_be_empty);
  }
  return true;
}

// What a rule does, one thing at a time: what stands between two elements is worked out from these.
struct Step {
  enum class Kind : std::uint8_t {
    take,      // an element that passes `test`
    split,     // `next`, or where that fails `other`
    save,      // this place into `slot`
    begin,     // only at the begin of the sentence
    end,       // only at its end
    progress,  // `next` where something was taken since `slot` was saved, else `other`
    fail,
    done,
  };
  Kind kind = Kind::done;
  std::uint16_t slot = 0;
  std::uint16_t next = 0;
  std::uint16_t other = 0;
  TestId test = 0;  // take
};

struct Steps {
  std::vector<Step> all;
  std::uint16_t start = 0;
  std::vector<std::uint8_t> captures;  // the name of each group
};

// Writes the steps of a tree from the back to the front: each knows what comes next.
class Writer {
 public:
  explicit Writer(Alphabet& alphabet) : alphabet_(alphabet) {}

  Steps write(const Node& tree) {
    number(tree);
    slots_ = static_cast<std::uint16_t>(2 * steps_.captures.size());
    fail_ = step({Step::Kind::fail});
    steps_.start = add(tree, step({Step::Kind::done}));
    return std::move(steps_);
  }

 private:
  // Groups are numbered in the order in which their captures are written; the copies of a repetition share theirs.
  void number(const Node& node) {
    if (node.kind == Node::Kind::capture) {
      steps_.captures.push_back(node.capture);
      captures_.push_back(&node);
    }
    for (const Node& child : node.children) number(child);
  }

  std::uint16_t step(const Step& step) {
    if (steps_.all.size() >= step_limit) throw TooLarge{};
    steps_.all.push_back(step);
    return static_cast<std::uint16_t>(steps_.all.size() - 1);
  }
  std::uint16_t save(std::size_t slot, std::uint16_t next) { return step({Step::Kind::save, static_cast<std::uint16_t>(slot), next}); }
  std::uint16_t split(std::uint16_t more, std::uint16_t enough, bool shy) { return step({Step::Kind::split, 0, shy ? enough : more, shy ? more : enough}); }

  std::uint16_t add(const Node& node, std::uint16_t next) {
    if (is_test(node)) return add_test(&node, &node + 1, next);
    switch (node.kind) {
      case Node::Kind::element: break;
      case Node::Kind::begin: return step({Step::Kind::begin, 0, next});
      case Node::Kind::end: return step({Step::Kind::end, 0, next});
      case Node::Kind::sequence:
        for (auto child = node.children.rbegin(); child != node.children.rend(); ++child) next = add(*child, next);
        return next;
      case Node::Kind::choice: return add_choice(node, next);
      case Node::Kind::capture: {
        const auto group = static_cast<std::size_t>(std::find(captures_.begin(), captures_.end(), &node) - captures_.begin());
        return save(2 * group, add(node.children[0], save(2 * group + 1, next)));
      }
      case Node::Kind::repeat: return node.most == Node::unbounded ? add_unbounded(node, next) : add_bounded(node, next);
    }
    return next;
  }

  // One look at an element for all nodes [first, end), which are tests.
  std::uint16_t add_test(const Node* first, const Node* end, std::uint16_t next) {
    std::vector<const Condition*> conditions;
    for (const Node* node = first; node != end; ++node) {
      if (is_element(*node)) conditions.push_back(&node->condition);
      for (const Node& child : node->children) conditions.push_back(&child.condition);
    }
    return step({Step::Kind::take, 0, next, 0, alphabet_.test(conditions)});
  }

  // Ways that take one element and stand side by side become one: which of them fits does not matter.
  std::uint16_t add_choice(const Node& node, std::uint16_t next) {
    const Node* const begin = node.children.data();
    const Node* end = begin + node.children.size();
    std::optional<std::uint16_t> made;  // of the ways behind
    while (end != begin) {
      const Node* first = end - 1;
      while (first != begin && is_test(*first) && is_test(*(first - 1))) --first;
      const std::uint16_t way = is_test(*first) ? add_test(first, end, next) : add(*first, next);
      made = made ? split(way, *made, false) : way;
      end = first;
    }
    return made.value_or(next);
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
      const auto again_slot = slots_++;
      const std::uint16_t again = save(again_slot, add(child, step({Step::Kind::progress, again_slot, loop, fail_})));
      const auto first_slot = slots_++;
      first = save(first_slot, add(child, step({Step::Kind::progress, first_slot, loop, next})));
      steps_.all[loop].next = node.shy ? next : again;
      steps_.all[loop].other = node.shy ? again : next;
    } else {
      first = add(child, loop);
      steps_.all[loop].next = node.shy ? next : first;
      steps_.all[loop].other = node.shy ? first : next;
    }
    if (node.least == 0) return split(first, next, node.shy);
    for (std::size_t i = 1; i < node.least; ++i) first = add(child, first);
    return first;
  }

  Alphabet& alphabet_;
  Steps steps_;
  std::uint16_t slots_ = 0;  // those of the groups, then those that tell progress
  std::vector<const Node*> captures_;
  std::uint16_t fail_ = 0;
};

// Makes the automaton of the steps: a state for each step that takes an element.
class Linker {
 public:
  Linker(const Steps& steps, Alphabet& alphabet) : steps_(steps.all), alphabet_(alphabet), seen_(steps.all.size(), 0), state_of_(steps.all.size(), Edge::done) {
    program_.captures = steps.captures;
  }

  Program link(std::uint16_t start) {
    program_.states.resize(2);
    add_edges(start, Program::at_sentence_begin, true);
    add_edges(start, Program::elsewhere, false);
    for (std::size_t i = 0; i < takes_.size(); ++i) {
      program_.states.emplace_back();
      add_edges(steps_[takes_[i]].next, i + 2, false);
    }
    for (Edge& edge : program_.edges) {
      if (edge.target != Edge::done) edge.ahead = test_of(program_.states[edge.target]);
    }
    return std::move(program_);
  }

 private:
  // The slots of progress that were saved since the last element: behind these nothing was taken yet.
  using Fresh = std::vector<std::uint16_t>;

  void add_edges(std::uint16_t from, std::size_t state, bool at_begin) {
    ++round_;
    seen_fresh_.clear();
    taken_.clear();
    saves_.clear();
    complete_ = false;
    program_.states[state].first = static_cast<std::uint16_t>(program_.edges.size());
    follow(from, {}, at_begin, false);
    program_.states[state].end = static_cast<std::uint16_t>(program_.edges.size());
  }

  // The ways from a step to the next element, in their order. Where two lead to one element, the first has said all that
  // the second could; behind a way that is done nothing is ever tried.
  void follow(std::uint16_t at, const Fresh& fresh, bool at_begin, bool at_end) {
    if (complete_ || seen(at, fresh, at_end)) return;
    const Step& now = steps_[at];
    switch (now.kind) {
      case Step::Kind::take:
        // Behind the end nothing can be taken.
        if (!at_end && std::find(taken_.begin(), taken_.end(), at) == taken_.end()) {
          taken_.push_back(at);
          add_edge(now.test, state_of(at), false);
        }
        return;
      case Step::Kind::split:
        follow(now.next, fresh, at_begin, at_end);
        follow(now.other, fresh, at_begin, at_end);
        return;
      case Step::Kind::save: {
        if (now.slot >= program_.slots()) {
          Fresh more = fresh;
          more.push_back(now.slot);
          follow(now.next, more, at_begin, at_end);
          return;
        }
        saves_.push_back(now.slot);
        follow(now.next, fresh, at_begin, at_end);
        saves_.pop_back();
        return;
      }
      case Step::Kind::begin:
        if (at_begin) follow(now.next, fresh, at_begin, at_end);
        return;
      case Step::Kind::end: follow(now.next, fresh, at_begin, true); return;
      case Step::Kind::progress: {
        const bool taken = std::find(fresh.begin(), fresh.end(), now.slot) == fresh.end();
        follow(taken ? now.next : now.other, fresh, at_begin, at_end);
        return;
      }
      case Step::Kind::fail: return;
      case Step::Kind::done:
        add_edge(Alphabet::always, Edge::done, at_end);
        complete_ = !at_end;
        return;
    }
  }

  bool seen(std::uint16_t at, const Fresh& fresh, bool at_end) {
    if (fresh.empty() && !at_end) {
      const bool before = seen_[at] == round_;
      seen_[at] = round_;
      return before;
    }
    if (seen_fresh_.size() > edge_limit) throw TooLarge{};
    return !seen_fresh_.emplace(at, fresh, at_end).second;
  }

  std::uint16_t state_of(std::uint16_t take) {
    if (state_of_[take] == Edge::done) {
      state_of_[take] = static_cast<std::uint16_t>(takes_.size() + 2);
      takes_.push_back(take);
    }
    return state_of_[take];
  }

  void add_edge(TestId test, std::uint16_t target, bool at_end) {
    if (program_.edges.size() >= edge_limit || saves_.size() > 0xFF) throw TooLarge{};
    const auto [at, added] = known_saves_.emplace(saves_, static_cast<std::uint16_t>(program_.saves.size()));
    if (added) program_.saves.insert(program_.saves.end(), saves_.begin(), saves_.end());
    if (program_.saves.size() > edge_limit) throw TooLarge{};
    program_.edges.push_back({test, Alphabet::always, target, at->second, static_cast<std::uint8_t>(saves_.size()), at_end});
  }

  // What the next element must pass in a state.
  TestId test_of(const State& state) {
    std::vector<TestId> tests;
    for (std::size_t i = state.first; i < state.end; ++i) {
      if (program_.edges[i].target == Edge::done) return Alphabet::always;
      tests.push_back(program_.edges[i].test);
    }
    return tests.empty() ? Alphabet::always : alphabet_.either(std::move(tests));
  }

  const std::vector<Step>& steps_;
  Alphabet& alphabet_;
  Program program_;
  std::vector<std::size_t> seen_;  // of each step, the round in which it was last followed
  std::size_t round_ = 0;
  std::set<std::tuple<std::uint16_t, Fresh, bool>> seen_fresh_;
  std::vector<std::uint16_t> taken_;  // the elements that the state's edges take
  std::vector<std::uint16_t> saves_;  // on the way
  bool complete_ = false;
  std::vector<std::uint16_t> takes_;     // the step of each state from the third on
  std::vector<std::uint16_t> state_of_;  // of each step
  std::map<std::vector<std::uint16_t>, std::uint16_t> known_saves_;
};

}  // namespace

std::variant<Program, std::string> compile(const Node& tree, Alphabet& alphabet) {
  try {
    const Steps steps = Writer(alphabet).write(tree);
    Program program = Linker(steps, alphabet).link(steps.start);
    if (alphabet.size() > test_limit) throw TooLarge{};
    return program;
  } catch (const TooLarge&) {
    return std::string("the pattern is too large");
  }
}

}  // namespace gazette::cascade

#include "cascade/compiler.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace gazette::cascade {
namespace {

using lexicon::ClassId;
using lexicon::ClassSet;

constexpr std::size_t narrow_symbols = 254;   // bytes but 0, which fits nothing, and the separator of sentences
constexpr std::size_t wide_symbols = 1919;    // code points of two bytes in UTF-8, but the last: it stands for what is blocked
constexpr std::size_t memory_of_rule = std::size_t{4} << 20U;

void classes_in(const Node& node, ClassSet& mask) {
  for (const ClassId id : node.condition.has) mask.add(id);
  for (const ClassId id : node.condition.lacks) mask.add(id);
  for (const Node& child : node.children) classes_in(child, mask);
}

bool fits(const Condition& condition, const ClassSet& classes) {
  return std::all_of(condition.has.begin(), condition.has.end(), [&](ClassId id) { return classes.has(id); }) &&
         std::none_of(condition.lacks.begin(), condition.lacks.end(), [&](ClassId id) { return classes.has(id); });
}

// The byte of a symbol on a narrow tape: the separator is left out.
constexpr std::size_t byte_of(std::size_t symbol) { return symbol < '\n' ? symbol : symbol + 1; }

// What one place of a pattern asks of an element: to meet one of these conditions.
using Test = std::vector<Condition>;

bool is_test(const Node& node) {
  const auto single = [](const Node& child) { return child.kind == Node::Kind::element; };
  return single(node) || (node.kind == Node::Kind::choice && std::all_of(node.children.begin(), node.children.end(), single));
}

Test test_of(const Node& node) {
  if (node.kind == Node::Kind::element) return {node.condition};
  Test test;
  for (const Node& child : node.children) test.push_back(child.condition);
  return test;
}

// All tests of a pattern, in the order in which the writer meets them.
void tests_in(const Node& node, std::vector<Test>& tests) {
  if (is_test(node)) {
    tests.push_back(test_of(node));
    return;
  }
  for (const Node& child : node.children) tests_in(child, tests);
}

// The signatures that a rule can tell apart: two sets of classes that pass the same tests are one.
class Alphabet {
 public:
  explicit Alphabet(std::vector<Test> tests) : tests_(std::move(tests)) {}

  std::uint16_t symbol(const ClassSet& classes) {
    std::vector<bool> passed(tests_.size());
    for (std::size_t i = 0; i < tests_.size(); ++i) {
      passed[i] = std::any_of(tests_[i].begin(), tests_[i].end(), [&](const Condition& condition) { return fits(condition, classes); });
    }
    const auto [at, added] = ids_.emplace(passed, static_cast<std::uint16_t>(passed_.size() + 1));
    if (added) passed_.push_back(passed);
    return at->second;
  }
  std::size_t size() const { return passed_.size(); }
  bool passes(std::size_t symbol, std::size_t test) const { return passed_[symbol - 1][test]; }

 private:
  std::vector<Test> tests_;
  std::unordered_map<std::vector<bool>, std::uint16_t> ids_;
  std::vector<std::vector<bool>> passed_;
};

// Writes the tree as a regular expression.
class Writer {
 public:
  Writer(const Alphabet& alphabet, bool wide, std::vector<std::uint8_t>& captures)
      : alphabet_(alphabet), wide_(wide), captures_(captures) {}

  void write(const Node& node) {
    if (is_test(node)) {
      write_set(members(next_test_++));
      return;
    }
    switch (node.kind) {
      case Node::Kind::element: return;
      case Node::Kind::begin: text_ += "(?m:^)"; return;
      case Node::Kind::end: text_ += "(?m:$)"; return;
      case Node::Kind::sequence:
        for (const Node& child : node.children) write_grouped(child);
        return;
      case Node::Kind::choice: write_choice(node); return;
      case Node::Kind::capture:
        captures_.push_back(node.capture);
        text_ += '(';
        write(node.children[0]);
        text_ += ')';
        return;
      case Node::Kind::repeat: write_repeat(node); return;
    }
  }

  std::string take() { return std::move(text_); }

 private:
  std::vector<bool> members(std::size_t test) const {
    std::vector<bool> in(alphabet_.size() + 1, false);
    for (std::size_t i = 1; i <= alphabet_.size(); ++i) in[i] = alphabet_.passes(i, test);
    return in;
  }

  void write_grouped(const Node& node) {
    const bool plain = node.kind != Node::Kind::choice || is_test(node);
    if (!plain) text_ += "(?:";
    write(node);
    if (!plain) text_ += ')';
  }

  void write_choice(const Node& node) {
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      if (i > 0) text_ += '|';
      write(node.children[i]);
    }
  }

  void write_repeat(const Node& node) {
    text_ += "(?:";
    write(node.children[0]);
    text_ += ')';
    if (node.least == 0 && node.most == 1) {
      text_ += '?';
    } else if (node.least == 0 && node.most == Node::unbounded) {
      text_ += '*';
    } else if (node.least == 1 && node.most == Node::unbounded) {
      text_ += '+';
    } else if (node.most == Node::unbounded) {
      text_ += fmt::format("{{{},}}", node.least);
    } else {
      text_ += fmt::format("{{{},{}}}", node.least, node.most);
    }
    if (node.shy) text_ += '?';
  }

  void write_symbol(std::size_t symbol) {
    text_ += wide_ ? fmt::format("\\x{{{:x}}}", 0x7F + symbol) : fmt::format("\\x{:02x}", byte_of(symbol));
  }

  void write_set(const std::vector<bool>& in) {
    if (std::none_of(in.begin(), in.end(), [](bool member) { return member; })) {
      text_ += wide_ ? "[^\\x00-\\x{10ffff}]" : "[^\\x00-\\xff]";  // no word has this class: the rule waits for a user's entry
      return;
    }
    text_ += '[';
    for (std::size_t i = 1; i < in.size(); ++i) {
      if (!in[i]) continue;
      std::size_t last = i;
      while (last + 1 < in.size() && in[last + 1] && (wide_ || byte_of(last + 1) == byte_of(last) + 1)) ++last;
      write_symbol(i);
      if (last > i) {
        text_ += '-';
        write_symbol(last);
      }
      i = last;
    }
    text_ += ']';
  }

  const Alphabet& alphabet_;
  bool wide_;
  std::vector<std::uint8_t>& captures_;
  std::string text_;
  std::size_t next_test_ = 0;
};

// Numbers the distinct parts of sets that the mask leaves.
std::vector<std::uint16_t> project(std::size_t count, const ClassSet& mask, const std::function<const ClassSet&(std::size_t)>& set,
                                   std::vector<ClassSet>& distinct) {
  std::unordered_map<ClassSet, std::uint16_t, lexicon::ClassSetHash> ids;
  std::vector<std::uint16_t> result(count);
  for (std::size_t i = 0; i < count; ++i) {
    const ClassSet part = set(i) & mask;
    const auto [at, added] = ids.emplace(part, static_cast<std::uint16_t>(distinct.size()));
    if (added) distinct.push_back(part);
    result[i] = at->second;
  }
  return result;
}

}  // namespace

namespace {

bool has_capture(const Node& node) {
  return node.kind == Node::Kind::capture || std::any_of(node.children.begin(), node.children.end(), has_capture);
}

// Takes the capture of the last element out of the tree where every match ends in it: where it lies is then known
// without asking RE2 for groups, which costs more than the match. False where there is no such capture.
bool strip_last_capture(Node& node, std::optional<std::uint8_t>& name) {
  if (node.kind == Node::Kind::capture) {
    if (!is_test(node.children[0]) || (name && *name != node.capture)) return false;
    name = node.capture;
    const Node inner = node.children[0];
    node = inner;
    return true;
  }
  if (node.kind == Node::Kind::sequence && !node.children.empty()) return strip_last_capture(node.children.back(), name);
  if (node.kind != Node::Kind::choice || is_test(node)) return false;
  return std::all_of(node.children.begin(), node.children.end(), [&](Node& child) { return strip_last_capture(child, name); });
}

// A pattern that is one element, captured or not: which symbols fit; nothing for any other pattern.
bool prepare_single(const Node& tree, const Alphabet& alphabet, std::vector<std::uint8_t>& fitting, std::vector<std::uint8_t>& taken) {
  const Node* node = &tree;
  std::vector<std::uint8_t> captures;
  while ((node->kind == Node::Kind::capture || (node->kind == Node::Kind::sequence && node->children.size() == 1)) && !is_test(*node)) {
    if (node->kind == Node::Kind::capture) captures.push_back(node->capture);
    node = &node->children[0];
  }
  if (!is_test(*node)) return false;
  taken = std::move(captures);
  fitting.assign(256, 0);
  for (std::size_t i = 1; i <= alphabet.size(); ++i) fitting[byte_of(i)] = alphabet.passes(i, 0) ? 1 : 0;
  return true;
}

}  // namespace

std::variant<std::unique_ptr<CompiledRule>, std::string> CompiledRule::compile(const Rule& rule, const lexicon::Lexicon& lexicon,
                                                                               const LabelSets& labels) {
  auto compiled = std::make_unique<CompiledRule>();
  ClassSet mask;
  classes_in(rule.tree, mask);
  std::vector<ClassSet> rows;
  std::vector<ClassSet> columns;
  compiled->by_set_ = project(
      lexicon.class_set_count(), mask, [&](std::size_t i) -> const ClassSet& { return lexicon.classes(static_cast<lexicon::ClassSetId>(i)); }, rows);
  compiled->by_label_ = project(labels.size(), mask, [&](std::size_t i) -> const ClassSet& { return labels[i]; }, columns);
  compiled->columns_ = columns.size();
  std::vector<Test> tests;
  tests_in(rule.tree, tests);
  Alphabet alphabet(std::move(tests));
  for (const ClassSet& row : rows) {
    for (const ClassSet& column : columns) compiled->symbols_.push_back(alphabet.symbol(row | column));
  }
  if (alphabet.size() > wide_symbols) {
    return fmt::format("the pattern tells {} signatures apart, at most {} are possible; split the rule", alphabet.size(), wide_symbols);
  }
  const bool wide = alphabet.size() > narrow_symbols;
  compiled->width_ = wide ? 2 : 1;
  if (!wide) {
    for (std::uint16_t& symbol : compiled->symbols_) symbol = static_cast<std::uint16_t>(byte_of(symbol));
  }
  if (!wide && prepare_single(rule.tree, alphabet, compiled->single_, compiled->captures_)) return compiled;
  Node tree = rule.tree;
  std::optional<std::uint8_t> last;
  const bool ends_in_capture = strip_last_capture(tree, last) && !has_capture(tree);
  Writer writer(alphabet, wide, compiled->captures_);
  writer.write(ends_in_capture ? tree : rule.tree);
  compiled->ends_in_capture_ = ends_in_capture;
  if (ends_in_capture) compiled->captures_ = {*last};
  RE2::Options options;
  options.set_log_errors(false);
  options.set_encoding(wide ? RE2::Options::EncodingUTF8 : RE2::Options::EncodingLatin1);
  options.set_dot_nl(true);
  options.set_max_mem(memory_of_rule);
  compiled->expression_ = std::make_unique<RE2>(writer.take(), options);
  if (!compiled->expression_->ok()) return "the pattern is too large: " + compiled->expression_->error();
  return compiled;
}

void CompiledRule::append_tape(const lexicon::Element* elements, std::size_t count, const std::uint8_t* blocked, std::string& tape) const {
  const std::size_t before = tape.size();
  tape.resize(before + count * width_);
  char* out = tape.data() + before;
  for (std::size_t i = 0; i < count; ++i) {
    const lexicon::Element& element = elements[i];
    const bool closed = blocked != nullptr && blocked[i] != 0;
    const std::uint16_t symbol = closed ? std::uint16_t{0} : symbols_[by_set_[element.set] * columns_ + by_label_[element.label]];
    if (width_ == 1) {
      out[i] = static_cast<char>(symbol);
    } else {
      const unsigned code = symbol == 0 ? 0x7FFU : 0x7FU + symbol;  // U+07FF stands in no pattern
      out[2 * i] = static_cast<char>(0xC0U | (code >> 6U));
      out[2 * i + 1] = static_cast<char>(0x80U | (code & 0x3FU));
    }
  }
}

bool CompiledRule::match(const std::string& tape, std::size_t from, std::vector<re2::StringPiece>& groups) const {
  if (expression_ == nullptr) return match_single(tape, from, groups);
  groups.resize(captures_.size() + 1);
  if (ends_in_capture_) {
    if (!expression_->Match(tape, from * width_, tape.size(), RE2::UNANCHORED, groups.data(), 1)) return false;
    groups[1] = re2::StringPiece(groups[0].data() + groups[0].size() - width_, width_);
    return true;
  }
  return expression_->Match(tape, from * width_, tape.size(), RE2::UNANCHORED, groups.data(), static_cast<int>(groups.size()));
}

bool CompiledRule::match_single(const std::string& tape, std::size_t from, std::vector<re2::StringPiece>& groups) const {
  for (std::size_t i = from; i < tape.size(); ++i) {
    if (single_[static_cast<unsigned char>(tape[i])] == 0) continue;
    groups.assign(captures_.size() + 1, re2::StringPiece(tape.data() + i, 1));
    return true;
  }
  return false;
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
  const auto weight = [&](const ClassSet& set) {
    float sum = 0;
    set.each([&](ClassId id) { sum += id < weights.size() ? weights[id] : 0.05F; });
    return sum;
  };
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

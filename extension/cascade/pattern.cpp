#include "cascade/pattern.h"

#include <fmt/format.h>

#include <algorithm>

#include "lexicon/fold.h"
#include "text/utf8.h"

namespace gazette::cascade {
namespace {

constexpr std::size_t capture_limit = 32;
constexpr std::size_t node_limit = 20000;  // of one rule with its macros written out
constexpr std::uint16_t repeat_limit = 200;
constexpr int depth_limit = 60;
constexpr std::size_t alternative_limit = 1024;  // of one element, when "&" has multiplied them

struct Failure {
  std::size_t at = 0;  // byte in the statement
  std::string message;
};

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

// The elements of a pattern with its repetitions written out; beyond the limit no more than that it is.
std::size_t size_of(const Node& node) {
  std::size_t size = 1;
  for (const Node& child : node.children) size = std::min(size + size_of(child), node_limit + 1);
  if (node.kind == Node::Kind::repeat && node.most != Node::unbounded) size *= std::max<std::size_t>(1, node.most);
  return std::min(size, node_limit + 1);
}

// A statement of the file: its text with the line breaks kept, so that places can be told.
struct Statement {
  std::string text;
  std::uint32_t line = 0;
};

// Recursive descent over one statement; the first failure is thrown inside this file and caught in parse_rules.
class Parser {
 public:
  Parser(std::string_view text, const Names& names, std::vector<std::string>& captures, const Macros& macros)
      : text_(text), names_(names), captures_(captures), macros_(macros) {}

  // macro NAME = pattern
  std::pair<std::string, Node> macro() {
    const std::string name = word_of("a macro's name in capitals", is_upper);
    if (macros_.contains(name) || names_.class_of(name)) fail(start_, fmt::format("'{}' is taken", name));
    expect('=', "'='");
    Node node = choice();
    skip();
    if (at_ < text_.size()) fail(at_, "expected the end of the macro");
    if (size_of(node) > node_limit) fail(0, "the pattern is too large");
    return {name, std::move(node)};
  }

  // kind name: pattern => CLASS key=value
  Rule rule() {
    Rule rule;
    const std::string kind = word_of("what the rule makes, such as 'quote'", is_lower);
    const std::string name = word_of("the rule's name", is_lower);
    rule.name = kind + "." + name;
    expect(':', "':' behind the rule's name");
    pattern(rule);
    return rule;
  }

  // pattern => CLASS key=value
  void pattern(Rule& rule) {
    skip();
    const std::size_t begin = at_;
    rule.tree = choice();
    std::size_t end = at_;
    while (end > begin && (text_[end - 1] == ' ' || text_[end - 1] == '\n')) --end;
    rule.pattern = text_.substr(begin, end - begin);
    if (size_of(rule.tree) > node_limit) fail(begin, "the pattern is too large");
    skip();
    if (at_ < text_.size()) results(rule);
  }

 private:
  [[noreturn]] static void fail(std::size_t at, std::string message) { throw Failure{at, std::move(message)}; }

  std::string found() const {
    if (at_ >= text_.size()) return "the end";
    std::size_t end = at_ + 1;
    while (end < text_.size() && end < at_ + 20 && text_[end] != ' ' && text_[end] != '\n') ++end;
    return fmt::format("'{}'", text_.substr(at_, end - at_));
  }

  void skip() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n')) ++at_;
  }
  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  void expect(char c, const char* wanted) {
    skip();
    if (!take(c)) fail(at_, fmt::format("expected {}, found {}", wanted, found()));
  }

  template <typename Opens>
  std::string word_of(const char* wanted, Opens opens) {
    skip();
    start_ = at_;
    if (at_ >= text_.size() || !opens(text_[at_])) fail(at_, fmt::format("expected {}, found {}", wanted, found()));
    while (at_ < text_.size() && (is_upper(text_[at_]) || is_lower(text_[at_]) || is_digit(text_[at_]) || text_[at_] == '_' || text_[at_] == '-')) ++at_;
    return std::string(text_.substr(start_, at_ - start_));
  }

  void results(Rule& rule) {
    if (!text_.substr(at_).starts_with("=>")) fail(at_, fmt::format("expected '=>' or the end of the rule, found {}", found()));
    at_ += 2;
    for (skip(); at_ < text_.size(); skip()) {
      if (is_upper(text_[at_])) {
        const std::string name = word_of("a class", is_upper);
        const auto id = names_.class_of(name);
        if (!id) fail(start_, fmt::format("unknown class '{}'", name));
        rule.labels.push_back(*id);
        continue;
      }
      std::string key = word_of("a class or key=value", is_lower);
      if (!take('=')) fail(at_, fmt::format("expected '=' behind '{}', found {}", key, found()));
      const std::size_t begin = at_;
      while (at_ < text_.size() && text_[at_] != ' ' && text_[at_] != '\n' && text_[at_] != '\t') ++at_;
      if (at_ == begin) fail(at_, fmt::format("expected a value behind '{}='", key));
      rule.settings.emplace_back(std::move(key), std::string(text_.substr(begin, at_ - begin)));
    }
  }

  // Brackets, negations and captures nest; what a stranger writes must not use up the stack.
  void deeper() {
    if (++depth_ > depth_limit) fail(at_, "the pattern is nested too deep");
  }

  Node choice() {
    deeper();
    std::vector<Node> branches;
    branches.push_back(sequence());
    for (skip(); take('|'); skip()) branches.push_back(sequence());
    --depth_;
    if (branches.size() == 1) return std::move(branches[0]);
    Node node;
    node.kind = Node::Kind::choice;
    node.children = std::move(branches);
    return node;
  }

  Node sequence() {
    Node node;
    for (skip(); at_ < text_.size() && text_[at_] != '|' && text_[at_] != ')' && !text_.substr(at_).starts_with("=>"); skip()) {
      node.children.push_back(repeated());
    }
    if (node.children.empty()) fail(at_, fmt::format("expected a class, a word or '(', found {}", found()));
    if (node.children.size() == 1) return Node(std::move(node.children[0]));
    return node;
  }

  Node repeated() {
    Node inner = atom();
    std::uint16_t least = 1;
    std::uint16_t most = 1;
    if (take('?')) {
      least = 0;
    } else if (take('*')) {
      least = 0, most = Node::unbounded;
    } else if (take('+')) {
      most = Node::unbounded;
    } else if (take('{')) {
      const std::size_t begin = at_;
      least = number();
      most = least;
      if (take(',')) most = at_ < text_.size() && text_[at_] == '}' ? Node::unbounded : number();
      if (!take('}')) fail(at_, fmt::format("expected '}}', found {}", found()));
      if (least > most || (most != Node::unbounded && most > repeat_limit)) fail(begin, fmt::format("expected {{least,most}} up to {}", repeat_limit));
    } else {
      return inner;
    }
    Node node;
    node.kind = Node::Kind::repeat;
    node.least = least;
    node.most = most;
    node.shy = take('?');
    node.children.push_back(std::move(inner));
    return node;
  }

  std::uint16_t number() {
    if (at_ >= text_.size() || !is_digit(text_[at_])) fail(at_, fmt::format("expected a number, found {}", found()));
    std::uint32_t value = 0;
    while (at_ < text_.size() && is_digit(text_[at_]) && value < 10000) value = value * 10 + static_cast<std::uint32_t>(text_[at_++] - '0');
    return static_cast<std::uint16_t>(std::min<std::uint32_t>(value, 10000));
  }

  Node atom() {
    if (take('^')) return of_kind(Node::Kind::begin);
    if (take('$')) return of_kind(Node::Kind::end);
    if (is_lower(text_[at_])) {
      if (const std::size_t end = capture_name_end(); end != 0) return captured(end);
    }
    Node node = operand();
    while (take('&')) node = both(node, operand());
    return node;
  }

  // What may stand on either side of "&": a class, a word, a negation, a macro or brackets.
  Node operand() {
    if (at_ < text_.size() && text_[at_] == '(') return group();
    if (at_ < text_.size() && is_upper(text_[at_])) {
      const std::size_t before = at_;
      const std::string name = word_of("a class", is_upper);
      if (const auto macro = macros_.find(name); macro != macros_.end()) return macro->second;
      at_ = before;
    }
    return condition();
  }

  // The conditions of which an element must meet one, where the node is such a choice.
  void alternatives(const Node& node, std::vector<Condition>& out) const {
    if (node.kind == Node::Kind::element) {
      out.push_back(node.condition);
    } else if (node.kind == Node::Kind::choice || (node.kind == Node::Kind::sequence && node.children.size() == 1)) {
      for (const Node& child : node.children) alternatives(child, out);
    } else {
      fail(at_, "'&' stands between single elements, but here is a sequence, a repetition or a capture");
    }
  }

  Node both(const Node& left, const Node& right) const {
    std::vector<Condition> first;
    std::vector<Condition> second;
    alternatives(left, first);
    alternatives(right, second);
    std::vector<Condition> conditions;
    if (first.size() * second.size() > alternative_limit) fail(at_, "'&' makes too many alternatives");
    for (const Condition& a : first) {
      for (const Condition& b : second) {
        Condition one = a;
        one.has.insert(one.has.end(), b.has.begin(), b.has.end());
        one.lacks.insert(one.lacks.end(), b.lacks.begin(), b.lacks.end());
        conditions.push_back(std::move(one));
      }
    }
    return of_conditions(std::move(conditions));
  }

  Node group() {
    const std::size_t open = at_++;
    Node node = choice();
    skip();
    if (!take(')')) fail(open, "this '(' has no ')'");
    if (node.kind == Node::Kind::sequence) return node;
    Node wrapped;
    wrapped.children.push_back(std::move(node));
    return wrapped;
  }

  static Node of_kind(Node::Kind kind) {
    Node node;
    node.kind = kind;
    return node;
  }

  // The byte of the '=' behind a capture's name, or 0: "harm=HARM", but not "dead =>".
  std::size_t capture_name_end() const {
    std::size_t end = at_;
    while (end < text_.size() && (is_lower(text_[end]) || text_[end] == '_' || is_digit(text_[end]))) ++end;
    const bool equals = end < text_.size() && text_[end] == '=' && !(end + 1 < text_.size() && text_[end + 1] == '>');
    return equals ? end : 0;
  }

  Node captured(std::size_t equals) {
    const std::string name(text_.substr(at_, equals - at_));
    const auto known = std::find(captures_.begin(), captures_.end(), name);
    if (known == captures_.end() && captures_.size() >= capture_limit) fail(at_, fmt::format("a stage has at most {} capture names", capture_limit));
    Node node;
    node.kind = Node::Kind::capture;
    node.capture = static_cast<std::uint8_t>(known - captures_.begin());
    if (known == captures_.end()) captures_.push_back(name);
    at_ = equals + 1;
    skip();
    if (at_ >= text_.size()) fail(at_, fmt::format("expected a pattern behind '{}='", name));
    deeper();
    node.children.push_back(atom());
    --depth_;
    return node;
  }

  // One element: A, !A, !(A|B), a word, or "."
  Node condition() {
    Node node;
    node.kind = Node::Kind::element;
    if (take('.')) return node;
    if (!take('!')) {
      node.condition.has.push_back(name());
      return node;
    }
    std::vector<Condition> excluded;
    deeper();
    alternatives(operand(), excluded);
    --depth_;
    std::vector<Condition> kept = without(excluded);
    if (kept.empty()) fail(at_, "no element fits what '!' leaves");
    return of_conditions(std::move(kept));
  }

  // What an element meets that meets none of these: of each, it lacks one class that is wanted or has one that is not.
  std::vector<Condition> without(const std::vector<Condition>& excluded) const {
    constexpr std::size_t limit = 64;
    std::vector<Condition> kept(1);
    for (const Condition& one : excluded) {
      std::vector<Condition> next;
      for (const Condition& before : kept) {
        for (const lexicon::ClassId id : one.has) next.push_back(before), next.back().lacks.push_back(id);
        for (const lexicon::ClassId id : one.lacks) next.push_back(before), next.back().has.push_back(id);
      }
      if (next.size() > limit) fail(at_, "what '!' excludes has too many cases");
      kept = std::move(next);
    }
    return kept;
  }

  static Node of_conditions(std::vector<Condition> conditions) {
    Node node;
    node.kind = Node::Kind::choice;
    for (Condition& condition : conditions) {
      Node one;
      one.kind = Node::Kind::element;
      one.condition = std::move(condition);
      node.children.push_back(std::move(one));
    }
    if (node.children.size() == 1) return Node(std::move(node.children[0]));
    return node;
  }

  // A class or a literal word.
  lexicon::ClassId name() {
    if (at_ >= text_.size()) fail(at_, "expected a class or a word, found the end");
    if (is_upper(text_[at_])) {
      const std::string name = word_of("a class", is_upper);
      const auto id = names_.class_of(name);
      if (!id) fail(start_, fmt::format("unknown class or macro '{}'", name));
      return *id;
    }
    std::string word;
    if (take('"')) {
      const std::size_t end = text_.find('"', at_);
      if (end == std::string_view::npos || end == at_) fail(at_, "expected a word and a closing '\"'");
      lexicon::fold(text_.substr(at_, end - at_), word);
      at_ = end + 1;
      return literal(word);
    }
    const std::size_t begin = at_;
    while (at_ < text_.size() && (is_lower(text_[at_]) || is_digit(text_[at_]) || text_[at_] == '\'' || text_[at_] == '-' || is_beyond_ascii(text_[at_]))) {
      const text::Decoded next = text::decode(text_, at_);
      if (!next.valid) fail(at_, "invalid UTF-8");
      at_ += next.length;
    }
    if (at_ == begin) fail(at_, fmt::format("expected a class, a word or '(', found {}", found()));
    lexicon::fold(text_.substr(begin, at_ - begin), word);
    return literal(word);
  }

  lexicon::ClassId literal(const std::string& word) const {
    const auto id = names_.literal(word);
    if (!id) fail(at_, fmt::format("too many different words in all rules, '{}' is one more than there is room for", word));
    return *id;
  }

  std::string_view text_;
  const Names& names_;
  std::vector<std::string>& captures_;
  const Macros& macros_;
  std::size_t at_ = 0;
  std::size_t start_ = 0;  // of the last word read
  int depth_ = 0;
};

// A "#" opens a comment unless it stands in a literal.
std::string_view without_comment(std::string_view line) {
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') quoted = !quoted;
    if (line[i] == '#' && !quoted) return line.substr(0, i);
  }
  return line;
}

std::vector<Statement> statements_of(std::string_view text) {
  std::vector<Statement> statements;
  std::uint32_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    line = without_comment(line);
    const bool blank = line.find_first_not_of(" \t\r") == std::string_view::npos;
    const bool goes_on = !line.empty() && (line[0] == ' ' || line[0] == '\t') && !statements.empty();
    if (blank || goes_on) {
      if (!statements.empty()) statements.back().text.append("\n").append(blank ? std::string_view{} : line);
    } else {
      statements.push_back({std::string(line), number});
    }
  }
  return statements;
}

RuleError error_at(std::string_view file, const Statement& statement, const Failure& failure) {
  RuleError error{std::string(file), statement.line, 1, failure.message};
  for (std::size_t i = 0; i < std::min(failure.at, statement.text.size()); ++i) {
    if (statement.text[i] == '\n') {
      ++error.line;
      error.column = 1;
    } else {
      ++error.column;
    }
  }
  return error;
}

}  // namespace

std::string_view Rule::setting(std::string_view key) const {
  for (const auto& [name, value] : settings) {
    if (name == key) return value;
  }
  return {};
}

std::string RuleError::text() const { return fmt::format("{}:{}:{}: {}", file, line, column, message); }

std::variant<std::vector<Rule>, RuleError> parse_rules(std::string_view file, std::string_view text, const Names& names, std::vector<std::string>& captures,
                                                       Macros& macros) {
  std::vector<Rule> rules;
  for (const Statement& statement : statements_of(text)) {
    const bool is_macro = statement.text.starts_with("macro ");
    Parser parser(std::string_view(statement.text).substr(is_macro ? 6 : 0), names, captures, macros);
    try {
      if (is_macro) {
        macros.insert(parser.macro());
      } else {
        Rule rule = parser.rule();
        rule.line = statement.line;
        const auto same = [&](const Rule& other) { return other.name == rule.name; };
        if (std::any_of(rules.begin(), rules.end(), same)) throw Failure{0, fmt::format("there are two rules '{}'", rule.name)};
        rules.push_back(std::move(rule));
      }
    } catch (const Failure& failure) {
      return error_at(file, statement, {failure.at + (is_macro ? 6 : 0), failure.message});
    }
  }
  return rules;
}

std::variant<Rule, RuleError> parse_rule(std::string_view name, std::string_view pattern, const Names& names, std::vector<std::string>& captures,
                                         const Macros& macros) {
  const auto in_name = [](char c) { return is_lower(c) || is_digit(c) || c == '_' || c == '.'; };
  const bool plain = !name.empty() && std::all_of(name.begin(), name.end(), in_name) && is_lower(name.front()) && name.back() != '.' &&
                     std::count(name.begin(), name.end(), '.') <= 1;
  if (!plain) return RuleError{"rule", 1, 1, fmt::format("expected a name such as quote.mine, found '{}'", text::valid(name))};
  const Statement statement{std::string(pattern), 1};
  Rule rule;
  rule.name = name;
  try {
    Parser(statement.text, names, captures, macros).pattern(rule);
  } catch (const Failure& failure) {
    return error_at(name, statement, failure);
  }
  return rule;
}

}  // namespace gazette::cascade

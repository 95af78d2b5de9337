// The fast matcher (cascade/matcher.h) and the slow one agree: on every built-in rule over all the project's articles,
// and on random rules over random tapes.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "cascade/automaton.h"
#include "cascade/compiler.h"
#include "cascade/grammar.h"
#include "cascade/matcher.h"
#include "cascade/reference_matcher.h"
#include "facts/document.h"

namespace gazette::cascade {
namespace {

std::string shown(const std::optional<Groups>& groups) {
  if (!groups) return "no match";
  std::string out;
  for (const auto& group : *groups) {  // a capture that took no part is none, however many places could have made it
    if (group) out += fmt::format("[{},{}) ", group->first, group->second);
  }
  return out;
}

std::optional<Groups> without_empty(std::optional<Groups> groups) {
  for (std::size_t i = 1; groups && i < groups->size(); ++i) {
    auto& group = (*groups)[i];
    if (group && group->first == group->second) group.reset();
  }
  return groups;
}

// A rule both ways.
struct Both {
  Both(const Rule& rule, const Grammar& grammar) : rule(&rule), slow(rule.tree), alphabet(std::make_unique<Alphabet>()), programs(1) {
    auto made = compile(rule.tree, *alphabet);
    if (auto* const ready = std::get_if<Program>(&made)) programs[0] = std::move(*ready);
    alphabet->freeze(grammar.lexicon(), grammar.labels());
    automaton = std::make_unique<Automaton>(programs, *alphabet);
  }
  bool compiled() const { return !programs[0].states.empty(); }

  // The first match at or behind an element; a capture of nothing took no part.
  std::optional<Groups> fast(const std::vector<Row>& rows, std::size_t from) {
    const auto count = static_cast<std::uint32_t>(rows.size() - 1);
    const Program& program = programs[0];
    matcher.begin(program, rows.data(), count);
    for (auto at = static_cast<std::uint32_t>(from); at <= count; ++at) {
      if (!matcher.match_at(at)) continue;
      Groups groups{std::pair<std::size_t, std::size_t>(at, matcher.end())};
      for (std::size_t i = 0; i < program.captures.size(); ++i) {
        const std::uint32_t first = matcher.slot(2 * i);
        const std::uint32_t end = matcher.slot(2 * i + 1);
        const bool none = first == Matcher::unset || end == Matcher::unset || first >= end;
        groups.push_back(none ? std::nullopt : std::optional(std::pair<std::size_t, std::size_t>(first, end)));
      }
      return groups;
    }
    return std::nullopt;
  }

  // Compares every match from the front to the back. Returns how many there are.
  std::size_t agree(Tape tape, const std::vector<std::uint8_t>& blocked, const Grammar& grammar) {
    std::vector<Cell> cells;
    std::vector<Row> rows;
    std::vector<RowNumber> numbers;
    for (std::size_t i = 0; i < tape.size(); ++i) {
      const bool closed = !blocked.empty() && blocked[i] != 0;
      cells.push_back({grammar.classes(tape[i]), closed});
      rows.push_back(closed ? alphabet->nothing() : alphabet->row(tape[i]));
      numbers.push_back(alphabet->number(tape[i]));
    }
    rows.push_back(alphabet->nothing());
    std::size_t count = 0;
    for (std::size_t from = 0; from <= tape.size();) {
      const std::optional<Groups> wanted = without_empty(slow.match(cells, from));
      const std::optional<Groups> found = fast(rows, from);
      EXPECT_EQ(shown(found), shown(wanted)) << rule->name << ": " << rule->pattern << " from element " << from << " of " << tape.size();
      if (!wanted || !found) break;
      ++count;
      // What is blocked is so for the matcher alone: the automaton may name more places, and must name these.
      const auto& [first, end] = *wanted->front();
      std::uint64_t bits = 0;
      const auto named = [&, begin = first] {
        return automaton->find(numbers.data(), static_cast<std::uint32_t>(tape.size()), static_cast<std::uint32_t>(begin), &bits);
      };
      EXPECT_TRUE(first == end || named()) << rule->pattern << " from element " << first;
      from = wanted->front()->first + 1;
    }
    return count;
  }

  const Rule* rule;
  ReferenceMatcher slow;
  std::unique_ptr<Alphabet> alphabet;
  std::vector<Program> programs;  // the rule's
  std::unique_ptr<Automaton> automaton;
  Matcher matcher;
};

std::vector<std::filesystem::path> articles() {
  std::vector<std::filesystem::path> paths;
  for (const auto& item : std::filesystem::recursive_directory_iterator(GAZETTE_SOURCE "/fixtures")) {
    if (item.path().extension() == ".txt") paths.push_back(item.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

// The tape as the stages of facts see quotations: one element each.
std::vector<Element> with_quoted(const facts::Document& document, std::size_t sentence, const Grammar& grammar) {
  std::vector<Element> tape;
  for (const Element& element : document.tapes[sentence]) {
    const std::int32_t quotation = document.quotation_of(element.first);
    if (quotation < 0) {
      tape.push_back(element);
      continue;
    }
    const bool again = !tape.empty() && tape.back().label == grammar.quoted_label(true) && tape.back().word == static_cast<std::uint32_t>(quotation);
    Element quoted = element;
    quoted.label = grammar.quoted_label(true);
    quoted.set = 0;
    quoted.word = static_cast<std::uint32_t>(quotation);
    if (!again) tape.push_back(quoted);
  }
  return tape;
}

TEST(Reference, AgreesOnEveryRuleOverEveryArticle) {
  const Grammar& grammar = *Grammar::built_in();
  std::vector<std::vector<Both>> stages(stage_count);
  for (std::size_t i = 0; i < stage_count; ++i) {
    const Stage& stage = grammar.stage(static_cast<StageId>(i));
    for (std::size_t r = 0; r < stage.size(); ++r) {
      stages[i].emplace_back(stage.rule(r), grammar);
      ASSERT_TRUE(stages[i].back().compiled()) << stage.rule(r).name;
    }
  }
  std::size_t matches = 0;
  Scratch scratch;
  CapturePool pool;
  for (const std::filesystem::path& path : articles()) {
    SCOPED_TRACE(path.string());
    std::ifstream stream(path, std::ios::binary);
    std::stringstream all;
    all << stream.rdbuf();
    const std::string text = all.str();
    const facts::Document document = facts::read(text, grammar, {});
    for (std::size_t sentence = 0; sentence < document.sentences.size(); ++sentence) {
      const cascade::Tape words = document.words[sentence];
      std::vector<Element> tape(words.begin(), words.end());
      std::vector<Phrase> phrases;
      for (const StageId id : {StageId::names, StageId::dates, StageId::numbers, StageId::groups}) {
        for (Both& both : stages[static_cast<std::size_t>(id)]) matches += both.agree(tape, {}, grammar);
        grammar.stage(id).rewrite(tape, phrases, pool, scratch);
      }
      const std::vector<Element> quoted = with_quoted(document, sentence, grammar);
      for (const StageId id : {StageId::actors, StageId::quotes, StageId::casualties, StageId::events}) {
        for (Both& both : stages[static_cast<std::size_t>(id)]) {
          matches += both.agree(tape, {}, grammar);
          if (quoted.size() != tape.size()) matches += both.agree(quoted, {}, grammar);
        }
      }
      if (testing::Test::HasFailure()) return;  // one sentence tells enough
    }
  }
  EXPECT_GT(matches, 0U) << "no article was read";
}

// Random trees over a few classes, and random tapes of a few kinds of elements.
class Random {
 public:
  explicit Random(std::uint32_t seed) : random_(seed) {}
  std::size_t below(std::size_t limit) { return random_() % limit; }

  Node tree(int depth, std::uint8_t& captures) {
    Node node;
    switch (depth <= 0 ? 0 : below(12)) {
      case 3:
      case 4:
      case 5:
        for (std::size_t i = 0, count = 1 + below(4); i < count; ++i) node.children.push_back(tree(depth - 1, captures));
        return node;
      case 6:
        node.kind = Node::Kind::choice;
        for (std::size_t i = 0, count = 2 + below(3); i < count; ++i) node.children.push_back(tree(depth - 1, captures));
        return node;
      case 7:
      case 8:
        node.kind = Node::Kind::repeat;
        node.children.push_back(tree(depth - 1, captures));
        node.least = static_cast<std::uint16_t>(below(3));
        node.most = below(2) == 0 ? Node::unbounded : static_cast<std::uint16_t>(node.least + below(3));
        node.shy = below(3) == 0;
        return node;
      case 9:
      case 10:
        node.kind = Node::Kind::capture;
        node.capture = captures++;
        node.children.push_back(tree(depth - 1, captures));
        return node;
      case 11: node.kind = below(2) == 0 ? Node::Kind::begin : Node::Kind::end; return node;
      default:
        node.kind = Node::Kind::element;
        for (std::size_t i = 0, count = below(3); i < count; ++i) {
          (below(3) == 0 ? node.condition.lacks : node.condition.has).push_back(class_ids[below(class_ids.size())]);
        }
        return node;
    }
  }

  std::vector<lexicon::ClassId> class_ids;

 private:
  std::mt19937 random_;
};

std::string shown(const Node& node) {
  std::string out;
  const auto inner = [&] {
    for (const Node& child : node.children) out += ' ' + shown(child);
  };
  switch (node.kind) {
    case Node::Kind::begin: return "^";
    case Node::Kind::end: return "$";
    case Node::Kind::element:
      for (const lexicon::ClassId id : node.condition.has) out += fmt::format("&{}", id);
      for (const lexicon::ClassId id : node.condition.lacks) out += fmt::format("&!{}", id);
      return out.empty() ? "." : out;
    case Node::Kind::sequence: inner(); return "(" + out + " )";
    case Node::Kind::choice: inner(); return "[" + out + " ]";
    case Node::Kind::capture: inner(); return fmt::format("{}=({} )", node.capture, out);
    case Node::Kind::repeat:
      inner();
      return fmt::format("({} ){{{},{}}}{}", out, node.least, node.most == Node::unbounded ? "" : fmt::format("{}", node.most), node.shy ? "?" : "");
  }
  return out;
}

TEST(Reference, AgreesOnRandomRules) {
  const Grammar& grammar = *Grammar::built_in();
  Random random(4711);
  for (const char* const name : {"NOUN", "VERB", "ADJECTIVE", "LOWER", "CAPITALIZED", "COMMA"}) random.class_ids.push_back(*grammar.lexicon().class_of(name));
  std::size_t matches = 0;
  for (int round = 0; round < 4000; ++round) {
    Rule rule;
    std::uint8_t captures = 0;
    rule.tree = random.tree(5, captures);
    rule.name = "random." + std::to_string(round);
    rule.pattern = shown(rule.tree);
    Both both(rule, grammar);
    if (!both.compiled()) continue;  // too large
    for (int t = 0; t < 4; ++t) {
      std::vector<Element> tape(random.below(14));
      std::vector<std::uint8_t> blocked;
      for (Element& element : tape) {
        element.set = static_cast<lexicon::ClassSetId>(random.below(grammar.lexicon().class_set_count()));
        element.label = static_cast<std::uint16_t>(random.below(grammar.labels().size()));
        blocked.push_back(random.below(8) == 0 ? 1 : 0);
      }
      matches += both.agree(tape, blocked, grammar);
    }
    ASSERT_FALSE(testing::Test::HasFailure());
  }
  EXPECT_GT(matches, 10000U);
}

}  // namespace
}  // namespace gazette::cascade

#include "cascade/pattern.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace gazette::cascade {
namespace {

constexpr std::string_view classes = "ABCDEFGH";  // a class a letter; a literal word is 100 + its place here
const std::vector<std::string> words{"of", "no.", "al-qaeda", "'s", "caf\xC3\xA9"};

std::string name_of(lexicon::ClassId id) {
  return id < classes.size() ? std::string(1, classes[id]) : id >= 100 && id < 100U + words.size() ? words[id - 100U] : fmt::format("'{}'", id);
}

struct Parsed {
  explicit Parsed(std::string_view text) {
    const Names names{[](std::string_view name) -> std::optional<lexicon::ClassId> {
                        const std::size_t at = name.size() == 1 ? classes.find(name[0]) : std::string_view::npos;
                        if (at == std::string_view::npos) return std::nullopt;
                        return static_cast<lexicon::ClassId>(at);
                      },
                      [](std::string_view word) -> std::optional<lexicon::ClassId> {
                        if (word == "unspeakable") return std::nullopt;
                        for (std::size_t i = 0; i < words.size(); ++i) {
                          if (words[i] == word) return static_cast<lexicon::ClassId>(100 + i);
                        }
                        return static_cast<lexicon::ClassId>(200);
                      }};
    auto result = parse_rules("x.rules", text, names, captures, macros);
    if (auto* const error = std::get_if<RuleError>(&result)) {
      message = error->text();
    } else {
      rules = std::move(std::get<std::vector<Rule>>(result));
    }
  }
  std::vector<Rule> rules;
  std::vector<std::string> captures;
  Macros macros;
  std::string message;
};

// A tree as text: (A B) sequence, [A B] choice, A{1,2} repeat, 0=A capture, A&!B condition.
std::string shown(const Node& node) {
  std::string out;
  switch (node.kind) {
    case Node::Kind::begin: return "^";
    case Node::Kind::end: return "$";
    case Node::Kind::element:
      for (const lexicon::ClassId id : node.condition.has) out.append(out.empty() ? "" : "&").append(name_of(id));
      for (const lexicon::ClassId id : node.condition.lacks) out.append(out.empty() ? "!" : "&!").append(name_of(id));
      return out.empty() ? "." : out;
    case Node::Kind::sequence:
    case Node::Kind::choice:
      for (const Node& child : node.children) out.append(out.empty() ? "" : " ").append(shown(child));
      return node.kind == Node::Kind::choice ? "[" + out + "]" : "(" + out + ")";
    case Node::Kind::capture: return fmt::format("{}={}", node.capture, shown(node.children[0]));
    case Node::Kind::repeat:
      return fmt::format("{}{{{},{}}}{}", shown(node.children[0]), node.least, node.most == Node::unbounded ? "" : std::to_string(node.most),
                         node.shy ? "?" : "");
  }
  return out;
}

TEST(Pattern, Trees) {
  struct Case {
    std::string_view pattern;
    std::string_view expected;
  };
  const Case cases[] = {
      {"A", "A"},
      {"A B C", "(A B C)"},
      {"A | B C | D", "[A (B C) D]"},
      {"A (B | C) D", "(A ([B C]) D)"},
      {"A? B* C+ D{2} E{2,} F{2,4}", "(A{0,1} B{0,} C{1,} D{2,2} E{2,} F{2,4})"},
      {"A?? B*? C+? F{2,4}?", "(A{0,1}? B{0,}? C{1,}? F{2,4}?)"},
      {"(A B)*", "(A B){0,}"},
      {"A&B", "A&B"},
      {"A&!B&!C", "A&!B&!C"},
      {"!A", "!A"},
      {"!(A|B)", "!A&!B"},
      {"!(A&B)", "[!A !B]"},
      {"!(A&!B)", "[!A B]"},
      {"A&!(B|C)", "A&!B&!C"},
      {"A&(B|C)", "[A&B A&C]"},
      {"(A|B)&(C|D)", "[A&C A&D B&C B&D]"},
      {".", "."},
      {"^ A $", "(^ A $)"},
      {"x=A y=( B C ) x=D", "(0=A 1=(B C) 0=D)"},
      {"x=y=A", "0=1=A"},
      {"of A", "(of A)"},
      {"\"no.\" A", "(no. A)"},
      {"al-qaeda 's", "(al-qaeda 's)"},
      {"\"Al-Qaeda\"", "al-qaeda"},  // literals are folded
      {"of&A", "of&A"},
      {"x=of?", "0=of{0,1}"},  // what is captured is the word; the repetition stands around the capture
      {"A\n  B", "(A B)"},
      {"A  # and so on\n  B", "(A B)"},
  };
  for (const Case& c : cases) {
    const Parsed parsed(fmt::format("quote one: {}\n", c.pattern));
    ASSERT_EQ(parsed.message, "") << c.pattern;
    ASSERT_EQ(parsed.rules.size(), 1U) << c.pattern;
    EXPECT_EQ(shown(parsed.rules[0].tree), c.expected) << c.pattern;
  }
}

TEST(Pattern, File) {
  const Parsed parsed(
      "# a comment\n"
      "macro XX = ( A | B )\n"
      "\n"
      "quote one:  x=XX C  => D E kind=direct confidence=0.9\n"
      "quote two:  of\n"
      "            XX&C\n"
      "  => D\n");
  ASSERT_EQ(parsed.message, "");
  ASSERT_EQ(parsed.rules.size(), 2U);
  const Rule& one = parsed.rules[0];
  EXPECT_EQ(one.name, "quote.one");
  EXPECT_EQ(one.pattern, "x=XX C");
  EXPECT_EQ(shown(one.tree), "(0=([A B]) C)");
  EXPECT_EQ(one.labels, (std::vector<lexicon::ClassId>{3, 4}));
  EXPECT_EQ(one.setting("kind"), "direct");
  EXPECT_EQ(one.setting("confidence"), "0.9");
  EXPECT_EQ(one.setting("nothing"), "");
  EXPECT_EQ(one.line, 4U);
  const Rule& two = parsed.rules[1];
  EXPECT_EQ(two.line, 5U);
  EXPECT_EQ(shown(two.tree), "(of [A&C B&C])");
  EXPECT_EQ(two.labels, std::vector<lexicon::ClassId>{3});
  EXPECT_EQ(parsed.captures, std::vector<std::string>{"x"});
  EXPECT_TRUE(parsed.macros.contains("XX"));
}

TEST(Pattern, NothingIsNoRule) {
  EXPECT_EQ(Parsed("").message, "");
  EXPECT_TRUE(Parsed("# only a comment\n\n").rules.empty());
}

TEST(Pattern, ErrorsSayWhereAndWhat) {
  struct Case {
    std::string_view text;
    std::string_view expected;
  };
  const Case cases[] = {
      {"quote one: A NONSENSE\n", "x.rules:1:14: unknown class or macro 'NONSENSE'"},
      {"\n\nquote one: A\n  NONSENSE\n", "x.rules:4:3: unknown class or macro 'NONSENSE'"},
      {"quote one: A ( B\n", "x.rules:1:14: this '(' has no ')'"},
      {"quote one: A ) B\n", "x.rules:1:14: expected '=>' or the end of the rule, found ')'"},
      {"quote one: A | \n", "x.rules:1:16: expected a class, a word or '(', found the end"},
      {"quote one: A !.\n", "x.rules:1:16: no element fits what '!' leaves"},
      {"quote one: A{3,1}\n", "x.rules:1:14: expected {least,most} up to 200"},
      {"quote one: A{1,900}\n", "x.rules:1:14: expected {least,most} up to 200"},
      {"quote one: A{x}\n", "x.rules:1:14: expected a number, found 'x}'"},
      {"quote one: A{1\n", "x.rules:1:15: expected '}', found the end"},
      {"quote one\n", "x.rules:1:10: expected ':' behind the rule's name, found the end"},
      {"quote: A\n", "x.rules:1:6: expected the rule's name, found ':'"},
      {"Quote one: A\n", "x.rules:1:1: expected what the rule makes, such as 'quote', found 'Quote'"},
      {"quote one: A => NONSENSE\n", "x.rules:1:17: unknown class 'NONSENSE'"},
      {"quote one: A => key\n", "x.rules:1:20: expected '=' behind 'key', found the end"},
      {"quote one: A => key=\n", "x.rules:1:21: expected a value behind 'key='"},
      {"quote one: \"no.\n", "x.rules:1:13: expected a word and a closing '\"'"},
      {"quote one: (A B)&C\n", "x.rules:1:19: '&' stands between single elements, but here is a sequence, a repetition or a capture"},
      {"quote one: !(A B)\n", "x.rules:1:18: '&' stands between single elements, but here is a sequence, a repetition or a capture"},
      {"quote one: x=\n", "x.rules:1:14: expected a pattern behind 'x='"},
      {"macro A = B\n", "x.rules:1:7: 'A' is taken"},
      {"macro XX = B\nmacro XX = C\n", "x.rules:2:7: 'XX' is taken"},
      {"macro XX B\n", "x.rules:1:10: expected '=', found 'B'"},
      {"quote one: A\nquote one: B\n", "x.rules:2:1: there are two rules 'quote.one'"},
      {"quote one: A unspeakable\n", "x.rules:1:25: too many different words in all rules, 'unspeakable' is one more than there is room for"},
      {"quote one: A\xff\n", "x.rules:1:13: invalid UTF-8"},
  };
  for (const Case& c : cases) EXPECT_EQ(Parsed(c.text).message, c.expected) << c.text;
}

// Rules may come from strangers: whatever is too large or too deep is refused, and quickly.
TEST(Pattern, RefusesWhatIsTooLarge) {
  const auto repeated = [](std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
  };
  struct Case {
    const char* what;
    std::string pattern;
  };
  const Case cases[] = {
      {"brackets", repeated("(", 100000) + "A"},
      {"negations", repeated("!", 100000) + "A"},
      {"captures", repeated("x=", 100000) + "A"},
      {"negated brackets", repeated("!(", 100000) + "A" + repeated(")", 100000)},
      {"alternatives multiplied", "(A|B)" + repeated("&(A|B)", 40)},
      {"alternatives multiplied, negated", "!((A&B)|(C&D)" + repeated("|(A&B)", 40) + ")"},
      {"repetitions", "A{200}" + repeated("", 1) + " (A{200}){200}"},
      {"elements", repeated("A ", 30000)},
  };
  for (const Case& c : cases) {
    const Parsed parsed("quote one: " + c.pattern + "\n");
    EXPECT_NE(parsed.message, "") << c.what;
  }
  std::string captures;
  for (int i = 0; i < 33; ++i) captures += fmt::format(" c{}=A", i);
  EXPECT_NE(Parsed("quote one:" + captures + "\n").message.find("at most 32 capture names"), std::string::npos);
  std::string macros = "macro XA = A A A A A A A A A A\n";
  for (char c = 'B'; c <= 'J'; ++c)
    macros += fmt::format("macro X{} = X{} X{} X{} X{} X{} X{} X{} X{} X{} X{}\n", c, char(c - 1), char(c - 1), char(c - 1), char(c - 1), char(c - 1),
                          char(c - 1), char(c - 1), char(c - 1), char(c - 1), char(c - 1));
  EXPECT_NE(Parsed(macros + "quote one: XJ\n").message, "");
}

}  // namespace
}  // namespace gazette::cascade

#include "cascade/compiler.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "cascade/matcher.h"
#include "cascade/toy_grammar.h"

namespace gazette::cascade {
namespace {

// A stage's alphabet with the program of its first rule.
struct Ready {
  explicit Ready(const Grammar& grammar, const Node& tree) {
    auto made = compile(tree, alphabet);
    if (auto* const ready = std::get_if<Program>(&made)) {
      program = std::move(*ready);
    } else {
      error = std::get<std::string>(made);
    }
    alphabet.freeze(grammar.lexicon(), grammar.labels());
  }
  std::vector<Row> rows(Tape tape) const {
    std::vector<Row> rows;
    for (const Element& element : tape) rows.push_back(alphabet.row(element));
    rows.push_back(alphabet.nothing());
    return rows;
  }

  Alphabet alphabet;
  Program program;
  std::string error;
};

// The first match of a pattern in a text, with its captures by position: "met the envoys; the; envoys".
std::string first_match(std::string_view pattern, std::string_view text) {
  const std::string rules = fmt::format("toy one: {}\n", pattern);
  const auto grammar = toy(StageId::quotes, rules.c_str());
  const Sentence sentence(text, *grammar);
  const Ready ready(*grammar, grammar->stage(StageId::quotes).rule(0).tree);
  if (!ready.error.empty()) return ready.error;
  const std::vector<Row> rows = ready.rows(sentence.tape);
  const auto count = static_cast<std::uint32_t>(sentence.tape.size());
  const auto words = [&](std::uint32_t first, std::uint32_t end) -> std::string {
    if (first == Matcher::unset || end == Matcher::unset || first >= end) return "-";
    return sentence.words(sentence.tape[first].first, sentence.tape[end - 1].end);
  };
  Matcher matcher;
  matcher.begin(ready.program, rows.data(), count);
  for (std::uint32_t at = 0; at <= count; ++at) {
    if (!matcher.match_at(at)) continue;
    std::string out = words(at, matcher.end());
    for (std::size_t i = 0; i < ready.program.captures.size(); ++i) out += "; " + words(matcher.slot(2 * i), matcher.slot(2 * i + 1));
    return out;
  }
  return "none";
}

TEST(Compiler, Matches) {
  struct Case {
    std::string_view pattern;
    std::string_view text;
    std::string_view expected;
  };
  const Case cases[] = {
      {"the", "He met the envoys", "the"},
      {"the", "he met envoys", "none"},
      {"the .", "He met the envoys", "the envoys"},
      {"x=the y=.", "He met the envoys", "the envoys; the; envoys"},
      {"COUNTRY", "He left Armenia", "Armenia"},
      {"MONTH", "He left Armenia", "none"},
      {"COUNTRY&!MONTH", "in Armenia", "Armenia"},
      {"CAPITALIZED&!COUNTRY", "Armenia Qzxv", "Qzxv"},
      {"!CAPITALIZED", "Armenia Qzxv won", "won"},
      {"COUNTRY | MONTH", "in May Armenia", "May"},
      {"qqa | qqa qqb", "qqa qqb", "qqa"},  // the first alternative wins, not the longest
      {"qqa qqb | qqa", "qqa qqb", "qqa qqb"},
      {"LOWER+", "Armenia met the envoys", "met the envoys"},
      {"LOWER+?", "Armenia met the envoys", "met"},
      {"LOWER{2}", "met the envoys", "met the"},
      {"LOWER{1,2}?", "met the envoys", "met"},
      {"LOWER{4}", "met the envoys", "none"},
      {"^ LOWER", "Armenia met", "none"},
      {"^ LOWER", "met Armenia", "met"},
      {"LOWER $", "met the envoys", "envoys"},
      {"^ . $", "met the", "none"},
      {"x=( qqa | qqb )* qqc", "qqa qqb qqc", "qqa qqb qqc; qqb"},  // a repeated capture is its last
      {"( x=qqa | y=qqb ) qqc", "qqb qqc", "qqb qqc; -; qqb"},
      {"COMMA", "one, two", ","},
      {"FULL_STOP $", "He left.", "."},
      {"OPEN_QUOTE . CLOSE_QUOTE", "a \"word\" here", "\"word\""},
      {"NUMBER", "In 2022 they left", "2022"},  // a year may be a number
      {"YEAR", "12 men in 2022", "2022"},
      {"\"u.s.\"", "the U.S. left", "U.S."},
      {"qqy qqx", "Qqy QQX", "Qqy QQX"},  // case does not matter to a literal
  };
  for (const Case& c : cases) EXPECT_EQ(first_match(c.pattern, c.text), c.expected) << c.pattern << " in: " << c.text;
}

TEST(Compiler, BlockedElementsMatchNothing) {
  const auto grammar = toy(StageId::quotes, "toy one: .\ntoy two: !COMMA\n");
  const Sentence sentence("one two", *grammar);
  for (std::size_t i = 0; i < 2; ++i) {
    const Ready ready(*grammar, grammar->stage(StageId::quotes).rule(i).tree);
    std::vector<Row> rows = ready.rows(sentence.tape);
    rows[0] = ready.alphabet.nothing();
    Matcher matcher;
    matcher.begin(ready.program, rows.data(), 2);
    EXPECT_FALSE(matcher.match_at(0));
    EXPECT_TRUE(matcher.match_at(1));
    EXPECT_FALSE(matcher.match_at(2)) << "nothing stands behind the last";
  }
}

TEST(Compiler, OneTestIsMadeOnce) {
  const auto grammar = toy(StageId::quotes, "toy one: NOUN (NOUN | VERB) (VERB | NOUN)? NOUN&!VERB NOUN\n");
  Alphabet alphabet;
  ASSERT_TRUE(std::holds_alternative<Program>(compile(grammar->stage(StageId::quotes).rule(0).tree, alphabet)));
  // NOUN, NOUN | VERB, VERB | NOUN, NOUN&!VERB; what can follow NOUN | VERB, the last two; and "always".
  EXPECT_EQ(alphabet.size(), 6U);
}

TEST(Compiler, TooLarge) {
  const auto grammar = toy(StageId::quotes, "toy one: (LOWER{200}){9}\ntoy two: (LOWER{200}){7}\n");
  EXPECT_NE(grammar->check().find("toy.one: the pattern is too large"), std::string::npos) << grammar->check();
  EXPECT_EQ(grammar->stage(StageId::quotes).check(1), "");
  // Rounds that may be empty are written out twice, each within each: that must not grow without bounds.
  std::string deep = "NOUN?";
  for (int i = 0; i < 40; ++i) deep = "(" + deep + ")*";
  EXPECT_NE(toy(StageId::quotes, ("toy one: " + deep + "\n").c_str())->check(), "");
}

// Patterns that make a matcher take back without end: the time must grow with the length of the sentence alone.
TEST(Matcher, NeverTakesBackWithoutEnd) {
  const char* const patterns[] = {"(qqa | qqa qqa)+ qqb", "((qqa+)+)+ qqb", "(qqa* qqa* qqa* qqa*)* qqb", "(x=qqa? y=qqa?){0,40} qqb", ".* .* .* .* .* qqb"};
  std::string text;
  for (int i = 0; i < 400; ++i) text += "qqa ";
  for (const char* const pattern : patterns) {
    SCOPED_TRACE(pattern);
    EXPECT_EQ(first_match(pattern, text), "none");
    EXPECT_NE(first_match(pattern, text + "qqb"), "none");
  }
}

}  // namespace
}  // namespace gazette::cascade

#include "cascade/automaton.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <thread>

#include "cascade/matcher.h"
#include "cascade/toy_grammar.h"

namespace gazette::cascade {
namespace {

// The rules of a toy stage, and what they ask.
struct Ready {
  explicit Ready(const Grammar& grammar) {
    const Stage& stage = grammar.stage(StageId::quotes);
    for (std::size_t i = 0; i < stage.size(); ++i) programs.push_back(std::get<Program>(compile(stage.rule(i).tree, alphabet)));
    alphabet.freeze(grammar.lexicon(), grammar.labels());
  }
  std::vector<RowNumber> numbers(Tape tape) const {
    std::vector<RowNumber> numbers(tape.size());
    alphabet.read_numbers(tape, numbers.data());
    return numbers;
  }
  Alphabet alphabet;
  std::vector<Program> programs;
};

// At each element, which rules match there: "0 01 - 1".
std::string found(const Automaton& automaton, const std::vector<RowNumber>& rows) {
  const auto count = static_cast<std::uint32_t>(rows.size());
  std::vector<std::uint32_t> places(rows.size());
  const std::uint32_t begun = automaton.beginnings(rows.data(), count, places.data());
  places.resize(begun);
  std::string out;
  for (std::uint32_t at = 0; at < count; ++at) {
    std::vector<std::uint64_t> rules(automaton.words());
    const bool any = automaton.find(rows.data(), count, at, rules.data());
    EXPECT_TRUE(!any || std::find(places.begin(), places.end(), at) != places.end()) << "no beginning: " << at;
    std::string here;
    for (std::size_t i = 0; i < 64 * automaton.words(); ++i) {
      if ((rules[i / 64] >> (i % 64) & 1U) != 0) here += fmt::format("{}", i);
    }
    EXPECT_EQ(any, !here.empty());
    out.append(out.empty() ? "" : " ").append(here.empty() ? "-" : here);
  }
  return out;
}

TEST(Automaton, NamesTheRulesThatMatch) {
  struct Case {
    std::string_view what;
    const char* rules;
    std::string_view text;
    std::string_view expected;
  };
  const Case cases[] = {
      {"two rules, each in its place", "toy a: the LOWER\ntoy b: LOWER COMMA\n", "met the envoys, one", "- 0 1 - -"},
      {"both in one place", "toy a: qqa qqb\ntoy b: qqa LOWER qqc\n", "qqa qqb qqc", "01 - -"},
      {"begun, and not ended", "toy a: qqa qqb qqc\ntoy b: qqb\n", "qqa qqb qqd", "- 1 -"},
      {"with the sentence alone", "toy a: ^ LOWER\ntoy b: LOWER $\n", "qqa qqb qqc", "0 - 1"},
      {"begin and end", "toy a: ^ LOWER $\n", "qqa", "0"},
      {"the end comes too late", "toy a: qqa LOWER? $\n", "qqa qqb qqc", "- - -"},
      {"as many as there are", "toy a: qqa+ qqb\n", "qqa qqa qqa qqb", "0 0 0 -"},
      {"what is empty says nothing", "toy a: qqa*\ntoy b: ^\n", "qqb qqa", "- 0"},
      {"as few as possible", "toy a: qqa .+? qqc\n", "qqa qqb qqc qqd", "0 - - -"},
      {"either", "toy a: ( qqa | qqb x=qqb ) qqc\n", "qqa qqc qqb qqb qqc", "0 - 0 - -"},
      {"no rules", "", "qqa qqb", "- -"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.what);
    const auto grammar = toy(StageId::quotes, c.rules);
    const Ready ready(*grammar);
    const Sentence sentence(c.text, *grammar);
    const Automaton automaton(ready.programs, ready.alphabet);
    EXPECT_EQ(found(automaton, ready.numbers(sentence.tape)), c.expected);
    EXPECT_EQ(found(automaton, ready.numbers(sentence.tape)), c.expected) << "once more, by what was written down";
  }
}

TEST(Automaton, ManyRulesAreWordsOfBits) {
  std::string rules;
  for (int i = 0; i < 130; ++i) rules += fmt::format("toy r{}: {}\n", i, i == 3 || i == 129 ? "qqa LOWER" : "qqz qqy");
  const auto grammar = toy(StageId::quotes, rules.c_str());
  const Ready ready(*grammar);
  const Sentence sentence("qqb qqa qqb", *grammar);
  EXPECT_EQ(found(Automaton(ready.programs, ready.alphabet), ready.numbers(sentence.tape)), "- 3129 -");
}

// A long walk ends with all that are still under way: what does not match after all may be named, what does must be.
TEST(Automaton, LongWalksNameAllThatGoOn) {
  const auto grammar = toy(StageId::quotes, "toy a: qqa .* qqc\ntoy b: qqa .* qqd\ntoy c: qqa qqz\n");
  const Ready ready(*grammar);
  std::string text = "qqa";
  for (int i = 0; i < 200; ++i) text += " qqb";
  text += " qqc";
  const Sentence sentence(text, *grammar);
  const std::string all = found(Automaton(ready.programs, ready.alphabet), ready.numbers(sentence.tape));
  EXPECT_EQ(all.substr(0, 5), "01 - ");
}

// A rule whose states make as many sets as there are texts: each place of an "a" is one to remember for 20 elements.
TEST(Automaton, TooManySetsNameAllThatMayGoOn) {
  const auto grammar = toy(StageId::quotes, "toy a: .{0,20} qqa .{20} qqb\ntoy b: qqz\n");
  const Ready ready(*grammar);
  const Automaton automaton(ready.programs, ready.alphabet);
  Matcher matcher;
  std::uint32_t random = 4711;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 30; ++i) text += (random = random * 1664525U + 1013904223U) >> 31U != 0 ? "qqa " : "qqb ";
    const Sentence sentence(text, *grammar);
    const std::vector<RowNumber> rows = ready.numbers(sentence.tape);
    std::vector<Row> answers;
    for (const RowNumber row : rows) answers.push_back(ready.alphabet.row_of(row));
    answers.push_back(ready.alphabet.nothing());
    matcher.begin(ready.programs[0], answers.data(), static_cast<std::uint32_t>(rows.size()));
    for (std::uint32_t at = 0; at < rows.size(); ++at) {
      std::uint64_t bits = 0;
      automaton.find(rows.data(), static_cast<std::uint32_t>(rows.size()), at, &bits);
      ASSERT_TRUE((bits & 1U) != 0 || !matcher.match_at(at)) << text << " from " << at;
    }
  }
}

TEST(Automaton, ThreadsFindTheSame) {
  const auto grammar = toy(StageId::quotes, "toy a: qqa+ qqb\ntoy b: LOWER (qqc | qqa)+ $\n");
  const Ready ready(*grammar);
  const Automaton automaton(ready.programs, ready.alphabet);
  const Sentence sentence("qqa qqa qqb qqc qqa", *grammar);
  const std::vector<RowNumber> rows = ready.numbers(sentence.tape);
  std::array<std::string, 4> all;
  std::vector<std::thread> threads;
  for (std::string& one : all) threads.emplace_back([&] { one = found(automaton, rows); });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& one : all) EXPECT_EQ(one, "0 0 1 1 -");
}

}  // namespace
}  // namespace gazette::cascade

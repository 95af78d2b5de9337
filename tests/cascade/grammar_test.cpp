#include "cascade/grammar.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <thread>

#include "cascade/toy_grammar.h"

namespace gazette::cascade {
namespace {

std::string error_of(const std::vector<UserRule>& rules, const std::vector<lexicon::UserEntry>& entries = {}) {
  const auto made = Grammar::make(entries, rules);
  const auto* const message = std::get_if<std::string>(&made);
  return message == nullptr ? "" : *message;
}

TEST(Grammar, BuiltIn) {
  const auto& grammar = Grammar::built_in();
  ASSERT_NE(grammar, nullptr);
  EXPECT_EQ(grammar.get(), Grammar::built_in().get());
  EXPECT_EQ(grammar->check(), "");
  for (std::size_t i = 0; i < stage_count; ++i) {
    const auto id = static_cast<StageId>(i);
    EXPECT_EQ(grammar->stage(id).name(), stage_name(id));
    EXPECT_GT(grammar->stage(id).size(), 0U) << stage_name(id);
  }
}

TEST(Grammar, StageNames) {
  EXPECT_EQ(stage_name(StageId::names), "names");
  EXPECT_EQ(stage_name(StageId::events), "events");
}

TEST(Grammar, ElementsHaveTheirWordsAndTheirLabelsClasses) {
  const auto& grammar = *Grammar::built_in();
  const Sentence sentence("Armenia met 2022", grammar);
  const auto is = [&](std::size_t i, const char* name) { return grammar.is(sentence.tape[i], *grammar.lexicon().class_of(name)); };
  EXPECT_TRUE(is(0, "COUNTRY"));
  EXPECT_TRUE(is(0, "CAPITALIZED"));
  EXPECT_FALSE(is(1, "COUNTRY"));
  EXPECT_TRUE(is(1, "LOWER"));
  EXPECT_TRUE(is(2, "YEAR"));
  EXPECT_TRUE(is(2, "NUMBER"));
}

TEST(Grammar, QuotedLabels) {
  const auto& grammar = *Grammar::built_in();
  const auto quoted = *grammar.lexicon().class_of("QUOTED");
  const auto speech = *grammar.lexicon().class_of("QUOTED_SPEECH");
  EXPECT_TRUE(grammar.label_classes(grammar.quoted_label(true)).has(speech));
  EXPECT_TRUE(grammar.label_classes(grammar.quoted_label(true)).has(quoted));
  EXPECT_FALSE(grammar.label_classes(grammar.quoted_label(false)).has(speech));
}

TEST(Grammar, UserRulesComeFirstAndUseTheFilesMacros) {
  const auto grammar = toy(StageId::quotes, "macro XX = (qzx | qzy)\ntoy a: qzx\n", {{"mine.rule", "quotes", "k=XX qzz => kind=direct"}});
  const Stage& stage = grammar->stage(StageId::quotes);
  ASSERT_EQ(stage.size(), 2U);
  EXPECT_EQ(stage.rule(0).name, "mine.rule");
  EXPECT_EQ(stage.rule(0).pattern, "k=XX qzz");
  EXPECT_EQ(stage.rule(0).setting("kind"), "direct");
  EXPECT_EQ(stage.rule(0).line, 0U);
  EXPECT_EQ(stage.rule(1).name, "toy.a");
  EXPECT_NE(stage.rule(1).line, 0U);
}

TEST(Grammar, ErrorsInUserRules) {
  struct Case {
    UserRule rule;
    std::string_view expected;
  };
  const Case cases[] = {
      {{"quote.mine", "quotes", "NOUN NONSENSE"}, "quote.mine:1:6: unknown class or macro 'NONSENSE'"},
      {{"quote.mine", "quotes", "NOUN\n  NONSENSE"}, "quote.mine:2:3: unknown class or macro 'NONSENSE'"},
      {{"quote.mine", "quotes", "(NOUN"}, "quote.mine:1:1: this '(' has no ')'"},
      {{"quote.mine", "quotes", ""}, "quote.mine:1:1: expected a class, a word or '(', found the end"},
      {{"mine", "quotes", "NOUN )"}, "mine:1:6: expected '=>' or the end of the rule, found ')'"},
  };
  for (const Case& c : cases) EXPECT_EQ(error_of({c.rule}), c.expected) << c.rule.pattern;
}

// A user's pattern is one pattern and a name one name, whatever line breaks they hold.
TEST(Grammar, AUsersRuleIsOneRule) {
  for (const char* const pattern : {"NOUN\nmacro ZZZ = NOUN", "NOUN\nquote other: VERB", "NOUN\n# comment\nquote other: VERB"}) {
    const std::string message = error_of({{"quote.mine", "quotes", pattern}});
    EXPECT_EQ(message.substr(0, 11), "quote.mine:") << pattern;
  }
  for (const char* const name : {"quote.mine: NOUN\nquote other", "macro ZZZ = NOUN\nquote mine", "", ".", "quote.", "quote.a b", "quote.a.b",
                                 "quote.mine:", "#", "Quote.mine", "quote.m\xff"}) {
    const std::string message = error_of({{name, "quotes", "NOUN"}});
    EXPECT_NE(message.find("expected a name such as quote.mine"), std::string::npos) << name << ": " << message;
  }
}

TEST(Grammar, RefusesMoreWordsThanThereAreClasses) {
  std::string pattern;
  for (std::size_t i = 0; i < 2 * lexicon::class_limit; ++i) pattern += fmt::format("qz{}{} ", static_cast<char>('a' + i % 26), std::string(i / 26 + 1, 'x'));
  EXPECT_NE(error_of({{"quote.mine", "quotes", pattern}}).find("too many"), std::string::npos);
}

TEST(Grammar, ErrorsInFilesNameFileLineAndColumn) {
  const auto made = make_toy(StageId::quotes, "toy a: qzx\n\ntoy b: NONSENSE\n");
  ASSERT_TRUE(std::holds_alternative<std::string>(made));
  EXPECT_EQ(std::get<std::string>(made), "toy.rules:3:8: unknown class or macro 'NONSENSE'");
}

TEST(Grammar, UserEntriesThatAreNoTerms) {
  lexicon::UserEntry entry;
  entry.term = "a, b";
  EXPECT_EQ(error_of({}, {entry}), "'a, b' is no term");
}

// Rules are compiled at their first need, by whichever thread comes first.
TEST(Grammar, ThreadsShareOneGrammar) {
  const auto grammar = toy(StageId::names, "name a: CAPITALIZED+ => NAME\nname b: LOWER => NAME\n");
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (std::string& result : results) {
    threads.emplace_back([&] {
      Sentence sentence("the Qzx Qzy left", *grammar);
      std::vector<Phrase> phrases;
      Scratch scratch;
      CapturePool pool;
      grammar->stage(StageId::names).rewrite(sentence.tape, phrases, pool, scratch);
      result = sentence.tape_words();
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) EXPECT_EQ(result, "the|Qzx Qzy|left");
}

}  // namespace
}  // namespace gazette::cascade

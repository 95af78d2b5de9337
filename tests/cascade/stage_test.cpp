#include "cascade/stage.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "cascade/toy_grammar.h"

namespace gazette::cascade {
namespace {

// The tape of a text after a rewriting stage of these rules.
std::string rewritten(const char* rules, std::string_view text) {
  const auto grammar = toy(StageId::names, rules);
  Sentence sentence(text, *grammar);
  std::vector<Phrase> phrases;
  Scratch scratch;
  CapturePool pool;
  grammar->stage(StageId::names).rewrite(sentence.tape, phrases, pool, scratch);
  return sentence.tape_words();
}

// What a stage of facts finds: "rule(key)" of each match.
std::string found(const char* rules, std::string_view text, std::string_view key = "k") {
  const auto grammar = toy(StageId::quotes, rules);
  const Sentence sentence(text, *grammar);
  const Stage& stage = grammar->stage(StageId::quotes);
  Scratch scratch;
  CapturePool pool;
  stage.find(sentence.tape, stage.capture_or_none(key), scratch);
  std::string out;
  for (const Match& match : scratch.matches) {
    const Capture* const capture = match.captured(stage.capture_or_none(key));
    const std::string words = capture == nullptr ? std::string("-") : sentence.words(sentence.tape[capture->begin].first, sentence.tape[capture->end - 1].end);
    out += fmt::format("{}{}({})", out.empty() ? "" : " ", stage.rule(match.rule).name, words);
  }
  return out;
}

TEST(Stage, RewritesWhatItFinds) {
  struct Case {
    const char* rules;
    std::string_view text;
    std::string_view expected;
  };
  const Case cases[] = {
      {"", "one two", "one|two"},
      {"name a: CAPITALIZED+ => NAME\n", "the Qzx Qzy left", "the|Qzx Qzy|left"},
      {"name a: CAPITALIZED+ => NAME\n", "Qzx Qzy and Qzz", "Qzx Qzy|and|Qzz"},
      // What an earlier rule took is closed to a later one.
      {"name a: qzx qzy => NAME\nname b: qzy qzz => NAME\n", "qzx qzy qzz", "qzx qzy|qzz"},
      {"name b: qzy qzz => NAME\nname a: qzx qzy => NAME\n", "qzx qzy qzz", "qzx|qzy qzz"},
      // The capture "phrase" alone is rewritten; its context stays open to the same rule and to others.
      {"name a: qzx phrase=(qzy+) qzz => NAME\n", "qzx qzy qzy qzz", "qzx|qzy qzy|qzz"},
      {"name a: qzx phrase=qzy qzz => NAME\nname b: qzz qzz => NAME\n", "qzx qzy qzz qzz", "qzx|qzy|qzz qzz"},
      {"name a: qzx phrase=(qzy qzy) => NAME\n", "qzx qzy qzy qzx qzy qzy", "qzx|qzy qzy|qzx|qzy qzy"},
      // The same rule, several times.
      {"name a: qzx qzy => NAME\n", "qzx qzy qzx qzy", "qzx qzy|qzx qzy"},
      // A match of nothing makes nothing.
      {"name a: qzx* => NAME\n", "one two", "one|two"},
      {"name a: qzx* => NAME\n", "one qzx qzx two", "one|qzx qzx|two"},
  };
  for (const Case& c : cases) EXPECT_EQ(rewritten(c.rules, c.text), c.expected) << c.rules << c.text;
}

TEST(Stage, RewritingMakesPhrases) {
  const auto grammar = toy(StageId::names, "name a: qza\nname b: title=qzx head=(qzy qzz) => NAME PERSON\n");
  Sentence sentence("the Qzx qzy qzz left", *grammar);
  const std::uint32_t head_word = sentence.tape[3].word;
  std::vector<Phrase> phrases(1);  // one is there already: indices go on
  Scratch scratch;
  CapturePool pool;
  const Stage& stage = grammar->stage(StageId::names);
  ASSERT_TRUE(stage.rewrite(sentence.tape, phrases, pool, scratch));
  ASSERT_EQ(phrases.size(), 2U);
  const Phrase& phrase = phrases[1];
  EXPECT_EQ(phrase.stage, static_cast<std::uint8_t>(StageId::names));
  EXPECT_EQ(phrase.rule, 1);
  EXPECT_EQ(phrase.first, 1U);
  EXPECT_EQ(phrase.end, 4U);
  const Capture* const title = phrase.captured(*stage.capture("title"));
  ASSERT_NE(title, nullptr);
  EXPECT_EQ(sentence.words(title->begin, title->end), "Qzx");
  const Capture* const head = phrase.captured(*stage.capture("head"));
  ASSERT_NE(head, nullptr);
  EXPECT_EQ(sentence.words(head->begin, head->end), "qzy qzz");
  EXPECT_EQ(phrase.captured(0xFE), nullptr);
  ASSERT_EQ(sentence.tape.size(), 3U);
  const Element& element = sentence.tape[1];
  EXPECT_EQ(element.phrase, 1U);
  EXPECT_EQ(element.word, head_word) << "the word of a phrase is the last of its head";
  EXPECT_TRUE(grammar->is(element, *grammar->lexicon().class_of("PERSON")));
  EXPECT_TRUE(grammar->is(element, *grammar->lexicon().class_of("NAME")));
  EXPECT_FALSE(stage.rewrite(sentence.tape, phrases, pool, scratch)) << "what was rewritten is no longer there";
}

TEST(Stage, FindsFacts) {
  struct Case {
    const char* rules;
    std::string_view text;
    std::string_view expected;
  };
  const Case cases[] = {
      {"", "one", ""},
      {"toy a: qzx k=qzy\n", "qzx qzy qzx qzy", "toy.a(qzy) toy.a(qzy)"},
      // Two rules never share a key: the first of the file has it.
      {"toy a: qzx k=qzy\ntoy b: k=qzy qzz\n", "qzx qzy qzz", "toy.a(qzy)"},
      {"toy b: k=qzy qzz\ntoy a: qzx k=qzy\n", "qzx qzy qzz", "toy.b(qzy)"},
      // Matches may overlap outside the key.
      {"toy a: qzx k=qzy qzx\n", "qzx qzy qzx qzy qzx", "toy.a(qzy) toy.a(qzy)"},
      // A rule without the key always counts.
      {"toy a: qzx\ntoy b: qzx\n", "qzx", "toy.a(-) toy.b(-)"},
      // What follows the key is looked at again.
      {"toy a: (k=qzx)? qzy\n", "qzx qzy qzy", "toy.a(qzx) toy.a(-) toy.a(-)"},
  };
  for (const Case& c : cases) EXPECT_EQ(found(c.rules, c.text), c.expected) << c.rules << c.text;
}

TEST(Stage, EmptyMatchesAreNoFacts) { EXPECT_EQ(found("toy a: qzx*\n", "one two"), ""); }

TEST(Stage, EmptyTape) {
  EXPECT_EQ(found("toy a: ^ $\n", ""), "");
  EXPECT_EQ(rewritten("name a: .* => NAME\n", ""), "");
}

TEST(Stage, CaptureNames) {
  const auto grammar = toy(StageId::quotes, "toy a: x=qzx y=qzy\n");
  const Stage& stage = grammar->stage(StageId::quotes);
  EXPECT_EQ(stage.size(), 1U);
  EXPECT_EQ(stage.name(), "quotes");
  EXPECT_EQ(stage.capture("y"), 1);
  EXPECT_EQ(stage.capture("z"), std::nullopt);
  EXPECT_EQ(stage.capture_or_none("z"), 0xFF);
}

}  // namespace
}  // namespace gazette::cascade

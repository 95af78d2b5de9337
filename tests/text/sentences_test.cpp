#include "text/sentences.h"

#include <gtest/gtest.h>

#include "text/orthography.h"
#include "text/quotations.h"

#define LDQ "\xE2\x80\x9C"
#define RDQ "\xE2\x80\x9D"

namespace gazette::text {
namespace {

// The sentences of a text, " / " between them.
std::string sentences(std::string_view text) {
  std::vector<Token> tokens;
  const SmallOrthography orthography;
  const std::vector<Block> blocks = lay_out(text, orthography, tokens);
  std::vector<Quotation> quotations;
  std::vector<Sentence> found;
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    pair_marks(text, tokens, blocks[i].first, blocks[i].end, quotations);
    split_sentences(text, tokens, blocks[i], i, orthography, found);
  }
  std::string out;
  for (const Sentence& sentence : found) {
    if (!out.empty()) out += " / ";
    out += text.substr(tokens[sentence.first].begin, tokens[sentence.end - 1].end - tokens[sentence.first].begin);
  }
  return out;
}

struct Case {
  std::string_view text;
  std::string_view expected;
};

void expect(std::initializer_list<Case> cases) {
  for (const Case& c : cases) EXPECT_EQ(sentences(c.text), c.expected) << c.text;
}

TEST(Sentences, Ends) {
  expect({
      {"One. Two.", "One. / Two."},
      {"One? Two! Three.", "One? / Two! / Three."},
      {"One", "One"},
      {"He paid 3.5 million. 40 men left.", "He paid 3.5 million. / 40 men left."},
      {"It cost $5. $3 was left.", "It cost $5. / $3 was left."},
      {"He waited ... then he left.", "He waited ... then he left."},
      {"They left (all of them). He stayed.", "They left (all of them). / He stayed."},
      {"They left. (He stayed.) We went.", "They left. / (He stayed.) / We went."},
      {"one.two", "one.two"},
  });
}

TEST(Sentences, Abbreviations) {
  expect({
      {"He met Gen. Ali. They spoke.", "He met Gen. Ali. / They spoke."},
      {"He said no. Ali left. It was no. 5 of ten.", "He said no. / Ali left. / It was no. 5 of ten."},
      {"He met Gen. Ali at 5 p.m. They spoke.", "He met Gen. Ali at 5 p.m. They spoke."},  // "They" is no opener here
      {"He met Gen. Ali at 5 p.m. He spoke.", "He met Gen. Ali at 5 p.m. / He spoke."},
      {"It is in the U.S. The vote failed.", "It is in the U.S. / The vote failed."},
      {"The U.S. Congress met.", "The U.S. Congress met."},
      {"Resolution No. 5 failed.", "Resolution No. 5 failed."},
      {"J. R. Smith left.", "J. R. Smith left."},
  });
}

TEST(Sentences, Quotations) {
  expect({
      {LDQ "We won." RDQ " He left.", LDQ "We won." RDQ " / He left."},
      {LDQ "We won. We left." RDQ, LDQ "We won. / We left." RDQ},
      {"He said: " LDQ "We won." RDQ " The end.", "He said: " LDQ "We won." RDQ " / The end."},
      {LDQ "Did we win?" RDQ " he asked.", LDQ "Did we win?" RDQ " he asked."},
      {LDQ "Did we win?" RDQ " Smith asked.", LDQ "Did we win?" RDQ " Smith asked."},
      {LDQ "Did we win?" RDQ " President Ana Paz asked us.", LDQ "Did we win?" RDQ " President Ana Paz asked us."},
      {LDQ "Did we win?" RDQ " Ana Paz, 61, asked.", LDQ "Did we win?" RDQ " Ana Paz, 61, asked."},
      {LDQ "Did we win?" RDQ " New Lomas Port Authority Board is near.", LDQ "Did we win?" RDQ " / New Lomas Port Authority Board is near."},
      {LDQ "Did we win?" RDQ " The crowd roared and left.", LDQ "Did we win?" RDQ " / The crowd roared and left."},
      {"He left. " LDQ "We won." RDQ, "He left. / " LDQ "We won." RDQ},
  });
}

TEST(Sentences, PartsAreSentencesOfTheirOwn) {
  expect({
      {"U.S. talks. Begin in May\n\nOne. Two.", "U.S. talks. Begin in May / One. / Two."},  // a headline is whole
      {"Talks\n\nGENEVA (Agency) \xE2\x80\x94 One. Two.", "Talks / GENEVA (Agency) \xE2\x80\x94 / One. / Two."},
      {"Talks\n\nOne. Two.\nThree.", "Talks / One. / Two. / Three."},
  });
}

TEST(Sentences, CoverEveryTokenOnce) {
  const std::string_view text = "Talks\n\nGENEVA (Agency) \xE2\x80\x94 One. Two\n\n" LDQ "Three. Four\n\n((5";
  std::vector<Token> tokens;
  const SmallOrthography orthography;
  const std::vector<Block> blocks = lay_out(text, orthography, tokens);
  std::vector<Sentence> found;
  for (std::uint32_t i = 0; i < blocks.size(); ++i) split_sentences(text, tokens, blocks[i], i, orthography, found);
  std::uint32_t at = 0;
  for (const Sentence& sentence : found) {
    EXPECT_EQ(sentence.first, at);
    EXPECT_LT(sentence.first, sentence.end);
    EXPECT_EQ(sentence.paragraph, blocks[sentence.block].paragraph);
    at = sentence.end;
  }
  EXPECT_EQ(at, tokens.size());
}

TEST(Sentences, AreCutWhereTheyGoOnForTooLong) {
  std::string text;
  for (int i = 0; i < 750; ++i) text += "and ";
  text += "end.";
  std::vector<Token> tokens;
  const SmallOrthography orthography;
  const std::vector<Block> blocks = lay_out(text, orthography, tokens);
  std::vector<Sentence> found;
  for (std::uint32_t i = 0; i < blocks.size(); ++i) split_sentences(text, tokens, blocks[i], i, orthography, found);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].end, 300U);
  EXPECT_EQ(found[1].end, 600U);
  EXPECT_EQ(found[2].end, tokens.size());
}

}  // namespace
}  // namespace gazette::text

#include "text/quotations.h"

#include <gtest/gtest.h>

#include "text/orthography.h"

#define LDQ "\xE2\x80\x9C"
#define RDQ "\xE2\x80\x9D"
#define LSQ "\xE2\x80\x98"
#define RSQ "\xE2\x80\x99"

namespace gazette::text {
namespace {

// Each quotation on a line: its words, ">" where it is nested, "~" where it is not closed, "+" where it continues.
std::string quotations(std::initializer_list<std::string_view> blocks) {
  std::string text;
  std::vector<Token> tokens;
  std::vector<std::pair<std::size_t, std::size_t>> bytes;
  for (const std::string_view block : blocks) {
    bytes.emplace_back(text.size(), text.size() + block.size());
    text.append(block).push_back('\n');
  }
  std::vector<Quotation> found;
  for (const auto& [begin, end] : bytes) {
    const auto first = static_cast<std::uint32_t>(tokens.size());
    tokenize(text, begin, end, SmallOrthography(), tokens);
    pair_marks(text, tokens, first, static_cast<std::uint32_t>(tokens.size()), found);
  }
  std::string out;
  for (const Quotation& quotation : found) {
    if (quotation.inside >= 0) out += '>';
    if (quotation.continues) out += '+';
    if (!quotation.closed) out += '~';
    if (quotation.first < quotation.end) {
      const std::size_t begin = tokens[quotation.first].begin;
      out += text.substr(begin, tokens[quotation.end - 1].end - begin);
    }
    out += '\n';
  }
  return out;
}

struct Case {
  std::string_view text;
  std::string_view expected;
};

void expect(std::initializer_list<Case> cases) {
  for (const Case& c : cases) EXPECT_EQ(quotations({c.text}), c.expected) << c.text;
}

TEST(Quotations, DoubleMarks) {
  expect({
      {"no marks at all", ""},
      {"\"We won,\" he said.", "We won,\n"},
      {LDQ "We won," RDQ " he said.", "We won,\n"},
      {"He said: " LDQ "We won." RDQ, "We won.\n"},
      {"\"We won,\" he said, \"at last.\"", "We won,\nat last.\n"},
      {LDQ "A" RDQ " and " LDQ "B" RDQ, "A\nB\n"},
      {"He called it \"groundless\".", "groundless\n"},
      {"(\"We won\")", "We won\n"},
      {"\xC2\xABWe won\xC2\xBB, he said.", "We won\n"},
      {"\xE2\x80\x9EWe won" LDQ ", he said.", "We won\n"},  // German
      {"``We won,'' he said.", "We won,\n"},
  });
}

TEST(Quotations, SingleMarksAndApostrophes) {
  expect({
      {LSQ "We won" RSQ "t go," RSQ " he said.", "We won" RSQ "t go,\n"},
      {"'We won't go,' he said.", "We won't go,\n"},
      {"It is Baku" RSQ "s army.", ""},
      {"It is Baku's army, they'll say.", ""},
      {"the soldiers' families came.", ""},
      {LSQ "The soldiers" RSQ " families came," RSQ " he said.", "The soldiers" RSQ " families came,\n"},
      {"'The soldiers' families came,' he said.", "The soldiers' families came,\n"},
      {"rock 'n' roll", "n\n"},  // nothing tells it from a word in quotation marks
      {"He called it " LSQ "groundless" RSQ ".", "groundless\n"},
      {"Get 'em now.", ""},
  });
}

TEST(Quotations, Nested) {
  expect({
      {LDQ "He told us " LSQ "go" RSQ " and we went," RDQ " she said.", "He told us " LSQ "go" RSQ " and we went,\n>go\n"},
      {LSQ "He told us " LDQ "go" RDQ " and we went," RSQ " she said.", "He told us " LDQ "go" RDQ " and we went,\n>go\n"},
      {"\"He told us 'go' and we went,\" she said.", "He told us 'go' and we went,\n>go\n"},
  });
}

TEST(Quotations, Unclosed) {
  expect({
      {LDQ "We won, he said.", "~We won, he said.\n"},
      {"We won," RDQ " he said.", ""},
  });
}

TEST(Quotations, OverSeveralBlocks) {
  EXPECT_EQ(quotations({LDQ "We won.", LDQ "We lost." RDQ " He left."}), "~We won.\n+We lost.\n");
  EXPECT_EQ(quotations({LDQ "We won." RDQ, LDQ "We lost." RDQ}), "We won.\nWe lost.\n");
  EXPECT_EQ(quotations({LDQ "We won.", "He left.", LDQ "We lost." RDQ}), "~We won.\nWe lost.\n");
  EXPECT_EQ(quotations({LDQ "One.", LDQ "Two.", LDQ "Three." RDQ}), "~One.\n+~Two.\n+Three.\n");
  EXPECT_EQ(quotations({LDQ "One.", LSQ "Two." RSQ}), "~One.\nTwo.\n");  // another mark: another quotation
}

TEST(Quotations, Shapes) {
  const std::string_view text = "\"The boys' dog,\" he said.";
  std::vector<Token> tokens = tokens_of(text);
  std::vector<Quotation> found;
  pair_marks(text, tokens, 0, static_cast<std::uint32_t>(tokens.size()), found);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(tokens[found[0].open].shape, Shape::open_quote);
  EXPECT_EQ(tokens[found[0].end].shape, Shape::close_quote);
  EXPECT_EQ(tokens[3].of(text), "'");
  EXPECT_EQ(tokens[3].shape, Shape::clitic);
  for (const Token& token : tokens) EXPECT_NE(token.shape, Shape::mark);
}

TEST(Quotations, ManyMarksEndSomewhere) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += i % 3 == 0 ? LDQ : i % 3 == 1 ? " '" : "\xC2\xAB";
  std::vector<Token> tokens = tokens_of(text);
  std::vector<Quotation> found;
  pair_marks(text, tokens, 0, static_cast<std::uint32_t>(tokens.size()), found);
  for (const Quotation& quotation : found) {
    EXPECT_LE(quotation.first, quotation.end);
    EXPECT_LE(quotation.end, tokens.size());
    EXPECT_LT(quotation.inside, static_cast<std::int32_t>(found.size()));
  }
}

}  // namespace
}  // namespace gazette::text

#include <gtest/gtest.h>

#include "text/orthography.h"
#include "text/utf8.h"

namespace gazette::text {
namespace {

struct Case {
  std::string_view text;
  std::string_view expected;
};

std::string cut(std::string_view text) {
  const std::vector<Token> tokens = tokens_of(text);
  return joined(text, tokens, 0, tokens.size());
}

std::string shapes(std::string_view text) {
  std::string out;
  for (const Token& token : tokens_of(text)) out.append(out.empty() ? "" : " ").append(shape_name(token.shape));
  return out;
}

void expect_cuts(std::initializer_list<Case> cases) {
  for (const Case& c : cases) EXPECT_EQ(cut(c.text), c.expected) << c.text;
}

void expect_shapes(std::initializer_list<Case> cases) {
  for (const Case& c : cases) EXPECT_EQ(shapes(c.text), c.expected) << c.text;
}

TEST(Tokens, Words) {
  expect_cuts({
      {"", ""},
      {" \t\n ", ""},
      {"The talks began.", "The|talks|began|."},
      {"al-Shabaab attacked", "al-Shabaab|attacked"},
      {"a well-known, co-ordinated attack", "a|well-known|,|co-ordinated|attack"},
      {"AT&T sued", "AT&T|sued"},
      {"O'Brien and O\xE2\x80\x99Neill", "O'Brien|and|O\xE2\x80\x99Neill"},
      {"word-", "word|-"},
      {"-word", "-|word"},
      {"one--two", "one|--|two"},
      {"caf\xC3\xA9s d\xC3\xA9j\xC3\xA0", "caf\xC3\xA9s|d\xC3\xA9j\xC3\xA0"},
      {"Znak.com reported", "Znak.com|reported"},
      {"and/or", "and|/|or"},
  });
}

TEST(Tokens, Clitics) {
  expect_cuts({
      {"Baku's army", "Baku|'s|army"},
      {"Baku\xE2\x80\x99s army", "Baku|\xE2\x80\x99s|army"},
      {"they'll, we've, I'm", "they|'ll|,|we|'ve|,|I|'m"},
      {"the soldiers' families", "the|soldiers|'|families"},
      {"the U.S.'s role", "the|U.S.|'s|role"},
      {"don't", "don't"},
      {"the 1990's", "the|1990|'s"},
  });
}

TEST(Tokens, Abbreviations) {
  expect_cuts({
      {"Gen. Ali", "Gen.|Ali"},
      {"Pat Zinke, R-Mont., and Ann Lee, R-S.C., spoke", "Pat|Zinke|,|R-Mont.|,|and|Ann|Lee|,|R-S.C.|,|spoke"},
      {"anti-U.S. marches", "anti-U.S.|marches"},
      {"a sit-in. We left", "a|sit-in|.|We|left"},
      {"Dr. No. 5", "Dr.|No.|5"},
      {"the U.S. and D.C.", "the|U.S.|and|D.C."},
      {"at 5 p.m. today", "at|5|p.m.|today"},
      {"J. R. R. Tolkien", "J.|R.|R.|Tolkien"},
      {"J.R.R. Tolkien", "J.R.R.|Tolkien"},
      {"the end. Then", "the|end|.|Then"},
      {"He met Ali.", "He|met|Ali|."},
  });
}

TEST(Tokens, Numbers) {
  expect_cuts({
      {"1,200 men", "1,200|men"},
      {"3.5 million", "3.5|million"},
      {"12,", "12|,"},
      {"12.", "12|."},
      {"30-40 men", "30-40|men"},
      {"30\xE2\x80\x93"
       "40 men",
       "30\xE2\x80\x93"
       "40|men"},
      {"a 20-year-old", "a|20-year-old"},
      {"3rd, 21st", "3rd|,|21st"},
      {"$5 and \xE2\x82\xAC"
       "3.5bn",
       "$|5|and|\xE2\x82\xAC|3.5bn"},
      {"5%", "5|%"},
      {"at 6:30", "at|6:30"},
      {"F-16s", "F-16s"},
      {"A magnitude-7.7 quake. It was v2.", "A|magnitude-7.7|quake|.|It|was|v2|."},
      {"2020/21", "2020|/|21"},
  });
}

TEST(Tokens, NumberShapes) {
  expect_shapes({
      {"12", "NUMBER"},
      {"1,200", "NUMBER"},
      {"3.5", "NUMBER"},
      {"1999", "YEAR"},
      {"2022", "YEAR"},
      {"1499", "NUMBER"},
      {"2100", "NUMBER"},
      {"20.5", "NUMBER"},  // four characters and no year
      {"15.5", "NUMBER"},
      {"19,5", "NUMBER"},
      {"19:5", "NUMBER"},
      {"30-40", "NUMBER_RANGE"},
      {"2019-2020", "NUMBER_RANGE"},
      {"3rd", "ORDINAL_NUMBER"},
      {"5pm", "COMPOUND"},
      {"20-year-old", "COMPOUND"},
      {"F-16", "COMPOUND"},
  });
}

TEST(Tokens, WordShapes) {
  expect_shapes({
      {"attack", "LOWER"},
      {"Baku", "CAPITALIZED"},
      {"McDonald", "CAPITALIZED"},
      {"al-Shabaab", "CAPITALIZED"},
      {"NATO", "ALL_CAPITALS"},
      {"U.S.", "ALL_CAPITALS"},
      {"J.", "INITIAL"},
      {"A", "INITIAL"},
      {"p.m.", "LOWER"},
      {"\xC3\x89tienne", "CAPITALIZED"},                    // Étienne
      {"\xD0\x9A\xD0\xB8\xD0\xB5\xD0\xB2", "CAPITALIZED"},  // Киев
      {"\xE5\x8C\x97\xE4\xBA\xAC", "LOWER"},                // 北京: a script without case
  });
}

TEST(Tokens, Punctuation) {
  expect_shapes({
      {", . : ; ? ! ?! - -- / ( ) [ ]",
       "COMMA FULL_STOP COLON SEMICOLON QUESTION QUESTION QUESTION DASH DASH SLASH OPEN_BRACKET CLOSE_BRACKET OPEN_BRACKET CLOSE_BRACKET"},
      {"... \xE2\x80\xA6 \xE2\x80\x94 \xE2\x80\x93", "ELLIPSIS ELLIPSIS DASH DASH"},
      {"\" ' \xE2\x80\x9C \xE2\x80\x9D \xC2\xAB \xC2\xBB", "MARK MARK MARK MARK MARK MARK"},
      {"$ \xC2\xA3 \xE2\x82\xAC %", "CURRENCY_SIGN CURRENCY_SIGN CURRENCY_SIGN PERCENT_SIGN"},
      {"\xE2\x80\xA2 \xC2\xA9", "SYMBOL SYMBOL"},
  });
  expect_cuts({
      {"\xE2\x80\x9CWe won,\xE2\x80\x9D he said", "\xE2\x80\x9C|We|won|,|\xE2\x80\x9D|he|said"},
      {"''quoted''", "''|quoted|''"},
      {"wait... what?!", "wait|...|what|?!"},
  });
}

TEST(Tokens, References) {
  expect_cuts({
      {"see https://example.org/a?b=c.", "see|https://example.org/a?b=c|."},
      {"(www.example.org)", "(|www.example.org|)"},
      {"@SecBlinken wrote #Ukraine", "@SecBlinken|wrote|#Ukraine"},
      {"@ home", "@|home"},
  });
  expect_shapes({{"https://example.org @SecBlinken #Ukraine", "REFERENCE REFERENCE REFERENCE"}});
}

TEST(Tokens, InvalidBytesSeparateAndAreNoToken) {
  expect_cuts({
      {"a\xff"
       "b",
       "a|b"},
      {"\xe2\x80", ""},
      {std::string_view("a\0b", 3), "a|b"},
      {"a\x01"
       "b",
       "a|b"},
      {"a\xC2\xA0"
       "b",
       "a|b"},                       // no-break space
      {"\xEF\xBB\xBFThe", "The"},    // byte order mark
      {"Ib\xC3\xA1\xB1 x", "Ib|x"},  // a continuation byte too many: SQLite counts it to the letter before
      {"a\xE2\x80\x8B"
       "b",
       "a|b"},  // zero-width space
  });
}

TEST(Tokens, SpaceBefore) {
  const std::string_view text = "Ali's 5% (now)";
  std::string flags;
  for (const Token& token : tokens_of(text)) flags += token.space_before ? '_' : '.';
  EXPECT_EQ(flags, "_._._..");
}

TEST(Tokens, AbbreviationFlag) {
  const std::string_view text = "Gen. Ali of the U.S. met J. Smith.";
  std::string flagged;
  for (const Token& token : tokens_of(text)) {
    if (token.abbreviation) flagged.append(token.of(text)).push_back(' ');
  }
  EXPECT_EQ(flagged, "Gen. U.S. J. ");
}

TEST(Tokens, RangeOfTheTextAlone) {
  const std::string_view text = "one two three";
  std::vector<Token> tokens;
  tokenize(text, 4, 7, SmallOrthography(), tokens);
  EXPECT_EQ(joined(text, tokens, 0, tokens.size()), "two");
}

TEST(Tokens, ShapeNamesDiffer) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < shape_count; ++i) names.insert(shape_name(static_cast<Shape>(i)));
  EXPECT_EQ(names.size(), shape_count);
}

}  // namespace
}  // namespace gazette::text

#include "lexicon/term.h"

#include <gtest/gtest.h>

#include "text/orthography.h"

namespace gazette::lexicon {
namespace {

TEST(Term, Splits) {
  struct Case {
    std::string_view term;
    std::string_view folded;  // empty: no term
    int words;
    Casing casing;
  };
  const Case cases[] = {
      {"attack", "attack", 1, Casing::any},
      {"prime minister", "prime minister", 2, Casing::any},
      {"New York", "new york", 2, Casing::capital},
      {"Gen.", "gen.", 1, Casing::capital},
      {"NATO", "nato", 1, Casing::all_capitals},
      {"UN Security Council", "un security council", 3, Casing::capital},
      {"F-16", "f-16", 1, Casing::capital},
      {"20-year-old", "20-year-old", 1, Casing::any},
      {"Erdo\xC4\x9F"
       "an",
       "erdogan", 1, Casing::capital},
      {"Baku's", "baku 's", 2, Casing::capital},
      {"AT&T", "at&t", 1, Casing::all_capitals},
      {"", "", 0, Casing::any},
      {" ", "", 0, Casing::any},
      {"a, b", "", 0, Casing::any},
      {"what?", "", 0, Casing::any},
      {"(x)", "", 0, Casing::any},
      {"12", "", 0, Casing::any},  // a number is never looked up
      {"\"x\"", "", 0, Casing::any},
  };
  const text::SmallOrthography orthography;
  for (const Case& c : cases) {
    SCOPED_TRACE(c.term);
    const std::optional<Term> term = split_term(c.term, orthography);
    ASSERT_EQ(term.has_value(), !c.folded.empty());
    if (!term) continue;
    EXPECT_EQ(term->folded, c.folded);
    EXPECT_EQ(term->words, c.words);
    EXPECT_EQ(term->casing, c.casing);
  }
}

TEST(Term, LimitOf250Bytes) {
  const text::SmallOrthography orthography;
  EXPECT_TRUE(split_term(std::string(250, 'a'), orthography).has_value());
  EXPECT_FALSE(split_term(std::string(251, 'a'), orthography).has_value());
}

TEST(Term, ColumnsByName) {
  for (std::size_t i = 0; i < column_count; ++i) {
    const auto column = static_cast<Column>(i);
    EXPECT_EQ(column_of(column_name(column)), column);
  }
  EXPECT_EQ(column_of("nonsense"), std::nullopt);
  EXPECT_EQ(column_name(Column::valid_to), "valid_to");
}

TEST(Term, CapitalShapes) {
  EXPECT_TRUE(has_capital(text::Shape::capitalized));
  EXPECT_TRUE(has_capital(text::Shape::initial));
  EXPECT_FALSE(has_capital(text::Shape::lower));
  EXPECT_FALSE(has_capital(text::Shape::compound));
  EXPECT_TRUE(wordlike(text::Shape::clitic));
  EXPECT_FALSE(wordlike(text::Shape::comma));
  EXPECT_FALSE(wordlike(text::Shape::number));
}

}  // namespace
}  // namespace gazette::lexicon

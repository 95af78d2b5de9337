#include "facts/document.h"

#include <gtest/gtest.h>

#include "facts/knowledge.h"
#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

namespace class_id = lexicon::class_id;

// A text whose last token no full stop closes: facts ask for what stands behind a group.
TEST(Document, NothingStandsBehindTheLastToken) {
  const Document document = read("The army killed two men", *Knowledge::built_in()->grammar().grammar, {});
  const auto count = static_cast<std::uint32_t>(document.tokens.size());
  ASSERT_EQ(count, 5U);
  EXPECT_NE(document.word_at(count - 1), nullptr);
  EXPECT_EQ(document.word_at(count), nullptr);
  EXPECT_TRUE(document.is_at(0, class_id::DEFINITE));
  EXPECT_FALSE(document.is_at(1, class_id::DEFINITE));
  EXPECT_FALSE(document.is_at(count, class_id::COMMA));
}

}  // namespace
}  // namespace gazette::facts

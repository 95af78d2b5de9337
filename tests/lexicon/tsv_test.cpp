#include "lexicon/tsv.h"

#include <gtest/gtest.h>

namespace gazette::lexicon {
namespace {

TEST(Tsv, Reads) {
  const auto result = read_tsv("x.tsv", "term\tclass\nBaku\tCITY\nGori\t\n");
  const auto* const file = std::get_if<Tsv>(&result);
  ASSERT_NE(file, nullptr) << std::get<std::string>(result);
  EXPECT_EQ(file->name, "x.tsv");
  ASSERT_EQ(file->rows.size(), 2U);
  EXPECT_EQ(file->column("class"), 1U);
  EXPECT_EQ(file->column("act"), Tsv::missing);
  EXPECT_EQ(file->rows[0][0], "Baku");
  EXPECT_EQ(file->rows[1][1], "");
  EXPECT_EQ(file->at(1, 0, "wrong"), "x.tsv:3:1: wrong");
}

TEST(Tsv, HeaderAlone) {
  const auto result = read_tsv("x.tsv", "term\n");
  ASSERT_TRUE(std::holds_alternative<Tsv>(result));
  EXPECT_TRUE(std::get<Tsv>(result).rows.empty());
}

TEST(Tsv, ErrorsNameFileLineAndColumn) {
  struct Case {
    std::string_view text;
    std::string_view expected;
  };
  const Case cases[] = {
      {"", "x.tsv:1:1: expected a header line, found an empty file"},
      {"term\tclass\nBaku\tCITY", "x.tsv:2:1: the last line must end in a newline"},
      {"term\tclass\nBaku\n", "x.tsv:2:1: expected 2 cells, as the header has, found 1"},
      {"term\tclass\nBaku\tCITY\tx\n", "x.tsv:2:1: expected 2 cells, as the header has, found 3"},
      {"term\tclass\n\n", "x.tsv:2:1: expected 2 cells, as the header has, found 1"},
      {"term\nb\na\n", "x.tsv:3:1: lines must be sorted by byte order and differ; 'a' stands behind 'b'"},
      {"term\na\na\n", "x.tsv:3:1: lines must be sorted by byte order and differ; 'a' stands behind 'a'"},
      {"term\n a\n", "x.tsv:2:1: a space at the edge of a cell or two spaces in a row"},
      {"term\na \n", "x.tsv:2:2: a space at the edge of a cell or two spaces in a row"},
      {"term\na  b\n", "x.tsv:2:2: a space at the edge of a cell or two spaces in a row"},
      {"term\tclass\na \tb\n", "x.tsv:2:2: a space at the edge of a cell or two spaces in a row"},
      {"term\na\r\n", "x.tsv:2:2: a control character"},
      {"term\nab\xff\n", "x.tsv:2:3: invalid UTF-8"},
  };
  for (const Case& c : cases) {
    const auto result = read_tsv("x.tsv", c.text);
    const auto* const message = std::get_if<std::string>(&result);
    ASSERT_NE(message, nullptr) << c.text;
    EXPECT_EQ(*message, c.expected) << c.text;
  }
}

}  // namespace
}  // namespace gazette::lexicon

#include "text/layout.h"

#include <gtest/gtest.h>

#include "text/orthography.h"

namespace gazette::text {
namespace {

// The blocks as "part: first word … last word", a line each; a body's dateline as "[...]".
std::string layout(std::string_view text) {
  std::vector<Token> tokens;
  std::string out;
  for (const Block& block : lay_out(text, SmallOrthography(), tokens)) {
    out.append(part_name(block.part)).append(": ");
    if (block.dateline_end > block.first) out.append("[").append(joined(text, tokens, block.first, block.dateline_end)).append("] ");
    const std::uint32_t first = std::max(block.first, block.dateline_end);
    out.append(tokens[first].of(text)).append(" ").append(tokens[block.end - 1].of(text)).append("\n");
  }
  return out;
}

TEST(Layout, Parts) {
  struct Case {
    std::string_view text;
    std::string_view expected;
  };
  const Case cases[] = {
      {"", ""},
      {"\n\n \n", ""},
      {"The talks began.", "body: The .\n"},
      {"Talks in Geneva\n\nThe talks began.", "headline: Talks Geneva\nbody: The .\n"},
      {"Talks in Geneva\n4 May 2021\nThe talks began.", "headline: Talks Geneva\ndateline: 4 2021\nbody: The .\n"},
      {"4 May 2021\n\nTalks in Geneva\n\nThe talks began.", "dateline: 4 2021\nheadline: Talks Geneva\nbody: The .\n"},
      {"Talks in Geneva\nBy Ann Lee\nThe talks began.", "headline: Talks Geneva\nbyline: By Lee\nbody: The .\n"},
      {"Will the talks end?\n\nThe talks began.", "headline: Will ?\nbody: The .\n"},
      {"Talks\n\nThe talks began.\n\nThe second day\n\nThey went on.", "headline: Talks Talks\nbody: The .\nheading: The day\nbody: They .\n"},
      {"Talks\n\nThe talks began.\n\n[Read more: another story]\n\nThey went on.", "headline: Talks Talks\nbody: The .\nboilerplate: [ ]\nbody: They .\n"},
      {"Talks\n\nThe talks began.\n\nRead more: another story\n\nThey went on.", "headline: Talks Talks\nbody: The .\nboilerplate: Read story\nbody: They .\n"},
      {"Talks\n\nPhoto: Ann Lee/Agency\n\nThe talks began.", "headline: Talks Talks\ncaption: Photo Agency\nbody: The .\n"},
      {"Talks\n\nThe ministers in Geneva. Official photo.\n\nThe talks began.", "headline: Talks Talks\ncaption: The .\nbody: The .\n"},
      {"Talks\n\nNAIROBI, Kenya (AP) \xE2\x80\x94 The talks began.", "headline: Talks Talks\nbody: [NAIROBI|,|Kenya|(|AP|)|\xE2\x80\x94] The .\n"},
      {"Talks\n\nGENEVA, May 4 (Agency) - The talks began.", "headline: Talks Talks\nbody: [GENEVA|,|May|4|(|Agency|)|-] The .\n"},
      {"Talks\n\nGeneva, May 4 (APN) The talks began.", "headline: Talks Talks\nbody: [Geneva|,|May|4|(|APN|)] The .\n"},
      {"Talks\n\nThe Agency (APN) Director spoke.", "headline: Talks Talks\nbody: The .\n"},
      // An ordinary sentence with a dash opens no dateline.
      {"Talks\n\nThe talks \xE2\x80\x94 the first \xE2\x80\x94 began.", "headline: Talks Talks\nbody: The .\n"},
      // A quotation on a line of its own is no heading.
      {"Talks\n\nThe talks began.\n\n\"Let us talk\"\n\nThey went on.", "headline: Talks Talks\nbody: The .\nbody: \" \"\nbody: They .\n"},
      // The last line is no heading: nothing follows it.
      {"Talks\n\nThe talks began.\n\nThe end", "headline: Talks Talks\nbody: The .\nbody: The end\n"},
      // Line ends of other systems.
      {"Talks\r\n\r\nThe talks began.\r\nThey went on.", "headline: Talks Talks\nbody: The .\nbody: They .\n"},
      {"Talks\r\rThe talks began.", "headline: Talks Talks\nbody: The .\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(layout(c.text), c.expected) << c.text;
}

TEST(Layout, WrappedLinesAreOneParagraph) {
  const std::string_view text =
      "Talks in Geneva\n"
      "\n"
      "The two sides met on the border on Tuesday afternoon and they\n"
      "agreed to nothing at all, as one of those who were there told\n"
      "reporters on the evening of the same day, before leaving that\n"
      "town.\n"
      "\n"
      "They went on.\n";
  EXPECT_EQ(layout(text), "headline: Talks Geneva\nbody: The .\nbody: They .\n");
}

TEST(Layout, ParagraphsCountFromOne) {
  std::vector<Token> tokens;
  const std::vector<Block> blocks = lay_out("Talks\n\nOne.\n\n\xff\n\nTwo.", SmallOrthography(), tokens);
  ASSERT_EQ(blocks.size(), 3U);  // a line without any token is no block
  EXPECT_EQ(blocks[0].paragraph, 1U);
  EXPECT_EQ(blocks[1].paragraph, 2U);
  EXPECT_EQ(blocks[2].paragraph, 3U);
}

TEST(Layout, BlocksCoverAllTokensInOrder) {
  std::vector<Token> tokens;
  const std::vector<Block> blocks = lay_out("Talks\n\nOne. Two.\nThree\n\nFour.", SmallOrthography(), tokens);
  std::uint32_t at = 0;
  for (const Block& block : blocks) {
    EXPECT_EQ(block.first, at);
    EXPECT_LT(block.first, block.end);
    EXPECT_LE(block.dateline_end, block.end);
    at = block.end;
  }
  EXPECT_EQ(at, tokens.size());
}

TEST(Layout, PartNames) {
  EXPECT_EQ(part_name(Part::headline), "headline");
  EXPECT_EQ(part_name(Part::boilerplate), "boilerplate");
}

}  // namespace
}  // namespace gazette::text

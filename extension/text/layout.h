// Layout: the blocks of an article and what each is: headline, date line, byline, caption, heading, body.
//
// A block is a paragraph: a line of its own, or several where the text is wrapped at a fixed width. Parts are
// told by form (length, closing punctuation, brackets) and by a few words that the Orthography knows.
//
//   "Talks in Geneva\n\n4 May 2021\n\nGENEVA (Gazette) — The talks began."
//   ->  headline | dateline | dateline "GENEVA (Gazette) —" + body "The talks began."
#ifndef GAZETTE_TEXT_LAYOUT_H
#define GAZETTE_TEXT_LAYOUT_H

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/tokens.h"

namespace gazette::text {

enum class Part : std::uint8_t { headline, dateline, byline, caption, heading, body, boilerplate };

/// The name of a part as rows show it: "headline".
std::string_view part_name(Part part);

/// A block: tokens [first, end) of the text.
struct Block {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  std::uint32_t paragraph = 0;  // from 1
  Part part = Part::body;
  std::uint32_t dateline_end = 0;  // of a body block: the token behind its "CITY (AGENCY) —", else `first`
};

/// Tokenises `text` block by block. Appends all tokens to `tokens`; returns the blocks that have any. Linear.
std::vector<Block> lay_out(std::string_view text, const Orthography& orthography, std::vector<Token>& tokens, const Pause& pause = {});

}  // namespace gazette::text

#endif

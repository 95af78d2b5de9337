// Quotations: which quotation marks open, which close, and which stretch of text stands between them.
//
// Marks are paired within a block: “ ” « » „ “ by their own direction, straight and single ones by the white
// space around them. A single mark inside a single quotation closes it only where no apostrophe is more
// likely. A quotation over several blocks opens each of them and closes in the last; one that is never closed
// ends with its block.
//
//   ‘We won’t go,’ he said.   ->   one quotation: We won’t go,
#ifndef GAZETTE_TEXT_QUOTATIONS_H
#define GAZETTE_TEXT_QUOTATIONS_H

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/tokens.h"

namespace gazette::text {

/// A stretch in quotation marks: tokens [first, end) stand between the marks.
struct Quotation {
  std::uint32_t open = 0;    // the token of the opening mark
  std::uint32_t first = 0;   // the first token behind it
  std::uint32_t end = 0;     // the closing mark's token, or the end of the block
  bool closed = false;       // has a closing mark in its block
  bool continues = false;    // goes on from the quotation before it, which its block did not close
  std::int32_t inside = -1;  // index of the quotation that this one is nested in
};

/// Pairs the marks among tokens [begin, end) of one block, sets the shapes of marks to open_quote, close_quote
/// or clitic (an apostrophe), and appends the quotations in the order of their opening. Linear.
void pair_marks(std::string_view text, std::vector<Token>& tokens, std::uint32_t begin, std::uint32_t end, std::vector<Quotation>& quotations);

}  // namespace gazette::text

#endif

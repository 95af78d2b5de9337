// Sentences: where each begins and ends.
//
// A sentence ends at a full stop, question mark or ellipsis that a capital, a number or an opening mark
// follows; closing quotation marks and brackets behind it belong to it. A full stop that makes an abbreviation
// ends a sentence only before a word that opens one ("in the U.S. The vote …"). A sentence within a quotation
// ends like any other; what joins the pieces of a quotation is the quotation, not the sentence. What goes on for
// three hundred tokens is no sentence, and is cut there: so nothing that looks through a sentence can take long.
//
//   "He met Gen. Ali at 5 p.m. They spoke."   ->   two sentences
#ifndef GAZETTE_TEXT_SENTENCES_H
#define GAZETTE_TEXT_SENTENCES_H

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/layout.h"
#include "text/tokens.h"

namespace gazette::text {

/// A sentence: tokens [first, end).
struct Sentence {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  std::uint32_t paragraph = 0;
  std::uint32_t block = 0;  // index among the blocks
  Part part = Part::body;
};

inline constexpr std::uint32_t longest_sentence = 300;  // tokens

/// Appends the sentences of a block whose marks are paired (text/quotations). Linear.
void split_sentences(std::string_view text, const std::vector<Token>& tokens, const Block& block, std::uint32_t block_index, const Orthography& orthography,
                     std::vector<Sentence>& sentences);

}  // namespace gazette::text

#endif

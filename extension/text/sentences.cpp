#include "text/sentences.h"

namespace gazette::text {
namespace {

class Splitter {
 public:
  Splitter(std::string_view text, const std::vector<Token>& tokens, const Block& block, const Orthography& orthography)
      : text_(text), tokens_(tokens), block_(block), orthography_(orthography) {}

  /// The end of the sentence that begins at `first`.
  std::uint32_t end_from(std::uint32_t first) const {
    for (std::uint32_t i = first; i < block_.end; ++i) {
      const Token& token = tokens_[i];
      const bool stop = token.shape == Shape::full_stop || token.shape == Shape::question || token.shape == Shape::ellipsis;
      if (!stop && !token.abbreviation) continue;
      std::uint32_t next = i + 1;
      while (next < block_.end && !(tokens_[next].shape == Shape::open_bracket) && closes(next)) ++next;
      if (next >= block_.end) return block_.end;
      if (!tokens_[next].space_before && next == i + 1) continue;
      if (token.abbreviation ? opens_after_abbreviation(i, next) : opens(next, token.shape, next > i + 1)) return next;
    }
    return block_.end;
  }

 private:
  bool closes(std::uint32_t i) const {
    const Shape shape = tokens_[i].shape;
    return (shape == Shape::close_quote || shape == Shape::close_bracket) && !tokens_[i].space_before;
  }

  static bool capital(Shape shape) { return shape == Shape::capitalized || shape == Shape::all_capitals || shape == Shape::initial; }

  // Can a sentence open at `next`, behind a stop? Behind a closed quotation ("…?" he said) a lower-case word goes on.
  bool opens(std::uint32_t next, Shape stop, bool closed) const {
    const Shape shape = tokens_[next].shape;
    if (capital(shape)) {
      if (closed && stop == Shape::question) return !followed_by_attribution(next);
      return true;
    }
    if (shape == Shape::open_quote || shape == Shape::open_bracket || shape == Shape::number || shape == Shape::year || shape == Shape::currency ||
        shape == Shape::compound || shape == Shape::dash || shape == Shape::reference || shape == Shape::number_range || shape == Shape::ordinal ||
        shape == Shape::symbol) {
      return stop != Shape::ellipsis || shape != Shape::number;
    }
    return shape == Shape::lower && !closed && stop == Shape::full_stop && is_caseless(next);
  }

  // "…?" Smith asked, "…!" President Ana Paz, 61, wrote: behind a question in marks a name and a lower-case word or an aside
  // may be the attribution. The text layer knows no verbs, so a few capitals, followed by either, are taken to go on.
  bool followed_by_attribution(std::uint32_t next) const {
    constexpr std::uint32_t longest = 4;  // words: "US President Ana Paz"
    std::uint32_t i = next;
    while (i < block_.end && i < next + longest && capital(tokens_[i].shape)) ++i;
    const bool opener = orthography_.has(tokens_[next].of(text_), Trait::opener);
    return !opener && i < block_.end && (tokens_[i].shape == Shape::lower || tokens_[i].shape == Shape::comma);
  }

  // Letters beyond Latin have no case here: any word can open.
  bool is_caseless(std::uint32_t i) const { return static_cast<unsigned char>(text_[tokens_[i].begin]) >= 0x80; }

  bool opens_after_abbreviation(std::uint32_t i, std::uint32_t next) const {
    const Token& following = tokens_[next];
    const bool named =
        tokens_[i].shape == Shape::initial && (i == block_.first || tokens_[i - 1].shape != Shape::lower);  // John F. “Jack” Reed; a post on X. “…
    if (following.shape == Shape::open_quote) return !named;
    if (!capital(following.shape)) return false;
    if (tokens_[i].shape == Shape::lower && orthography_.has(tokens_[i].of(text_), Trait::numbered)) return true;  // "said no."
    return orthography_.has(following.of(text_), Trait::opener);
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const Block& block_;
  const Orthography& orthography_;
};

}  // namespace

void split_sentences(std::string_view text, const std::vector<Token>& tokens, const Block& block, std::uint32_t block_index, const Orthography& orthography,
                     std::vector<Sentence>& sentences) {
  const Splitter splitter(text, tokens, block, orthography);
  const auto add = [&](std::uint32_t first, std::uint32_t end, Part part) { sentences.push_back({first, end, block.paragraph, block_index, part}); };
  // A piece of text that is cut off where it is longer than any sentence.
  const auto add_all = [&](std::uint32_t first, std::uint32_t end, Part part) {
    for (; end - first > longest_sentence; first += longest_sentence) add(first, first + longest_sentence, part);
    add(first, end, part);
  };
  std::uint32_t first = block.first;
  if (block.part == Part::body && block.dateline_end > block.first) {
    add(first, block.dateline_end, Part::dateline);
    first = block.dateline_end;
  }
  const bool whole = block.part != Part::body && block.part != Part::caption;
  while (first < block.end) {
    const std::uint32_t end = whole ? block.end : splitter.end_from(first);
    add_all(first, end, block.part);
    first = end;
  }
}

}  // namespace gazette::text

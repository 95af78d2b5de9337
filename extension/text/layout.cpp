#include "text/layout.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace gazette::text {
namespace {

constexpr std::uint32_t headline_tokens = 32;
constexpr std::uint32_t heading_tokens = 14;
constexpr std::uint32_t dateline_tokens = 14;

struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool empty = true;
};

std::vector<Line> lines_of(std::string_view text) {
  // Lines end in LF or CRLF; CR alone ends them only where the text has no LF at all.
  const char separator = text.find('\n') == std::string_view::npos ? '\r' : '\n';
  std::vector<Line> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    std::size_t end = text.find(separator, begin);
    if (end == std::string_view::npos) end = text.size();
    std::string_view line = text.substr(begin, end - begin);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    lines.push_back({begin, begin + line.size(), line.find_first_not_of(" \t\v\f") == std::string_view::npos});
    begin = end + 1;
  }
  return lines;
}

// Is the text wrapped at a fixed width? Then lines that another follows directly are nearly all of one length.
bool is_wrapped(const std::vector<Line>& lines) {
  std::size_t followed = 0;
  std::size_t full = 0;
  std::size_t longest = 0;
  bool blank = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t length = lines[i].end - lines[i].begin;
    longest = std::max(longest, length);
    blank |= lines[i].empty && i + 1 < lines.size();
    if (lines[i].empty || i + 1 >= lines.size() || lines[i + 1].empty) continue;
    ++followed;
    full += length >= 50 ? 1 : 0;
  }
  return blank && longest <= 100 && followed >= 3 && full * 10 >= followed * 8;
}

class Classifier {
 public:
  Classifier(std::string_view text, const Orthography& orthography, const std::vector<Token>& tokens, std::vector<Block>& blocks, const Pause& pause)
      : text_(text), orthography_(orthography), tokens_(tokens), blocks_(blocks), pause_(pause) {}

  void run() {
    bool told = false;  // there was a block of the body before
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      pause_();
      Block& block = blocks_[i];
      block.dateline_end = block.first;
      block.part = part_of(i);
      if (block.part != Part::body) continue;
      block.dateline_end = dateline(block);
      if (!told && block.dateline_end == block.first) block.dateline_end = place_in_small_letters(block);
      told = true;
    }
  }

 private:
  std::string_view word(std::uint32_t token) const { return tokens_[token].of(text_); }
  Shape shape(std::uint32_t token) const { return tokens_[token].shape; }

  Part part_of(std::size_t index) const {
    const Block& block = blocks_[index];
    if (is_date(block)) return Part::dateline;
    if (is_boilerplate(block) || is_link(index) || heads_links(index)) return Part::boilerplate;
    if (is_byline(block)) return Part::byline;
    if (is_caption(index)) return Part::caption;
    if (is_title(index)) return index == 0 || above_is_furniture(index) ? Part::headline : Part::heading;
    return Part::body;
  }

  bool above_is_furniture(std::size_t index) const {
    return std::all_of(blocks_.begin(), blocks_.begin() + static_cast<std::ptrdiff_t>(index),
                       [](const Block& above) { return above.part == Part::dateline || above.part == Part::byline || above.part == Part::boilerplate; });
  }

  static bool ends_sentence(Shape shape) {
    return shape == Shape::full_stop || shape == Shape::question || shape == Shape::ellipsis || shape == Shape::colon || shape == Shape::semicolon ||
           shape == Shape::comma;
  }

  // The last token that is no closing mark or bracket.
  std::uint32_t last(const Block& block) const {
    std::uint32_t at = block.end - 1;
    while (at > block.first && (shape(at) == Shape::close_quote || shape(at) == Shape::mark || shape(at) == Shape::close_bracket)) --at;
    return at;
  }

  // A headline or heading: short, not closed by punctuation, something follows, not all of it quoted.
  bool is_title(std::size_t index) const {
    const Block& block = blocks_[index];
    const std::uint32_t size = block.end - block.first;
    if (size > (index == 0 ? headline_tokens : heading_tokens) || index + 1 >= blocks_.size()) return false;
    const bool question = shape(last(block)) == Shape::question;
    if (ends_sentence(shape(last(block))) && !(question && index == 0) && !(index == 0 && is_closed_title(block))) return false;
    if (shape(block.first) == Shape::dash) return false;
    const bool quoted = shape(block.first) == Shape::mark && shape(block.end - 1) == Shape::mark;
    if (quoted && index > 0) return false;
    const Shape opening = shape(block.first);
    return opening != Shape::lower;
  }

  // How many tokens stand before a block's colon where that is among its first: "Ana Paz: …"; 0 where none is.
  std::uint32_t before_colon(const Block& block) const {
    constexpr std::uint32_t longest = 6;
    for (std::uint32_t i = block.first; i < block.end && i <= block.first + longest; ++i) {
      if (shape(i) == Shape::colon) return i - block.first;
    }
    return 0;
  }

  // "Paz: I will stay.", above a paragraph that names Paz: no place ("Lima: Two died"), no "Update:", and no line of an interview.
  bool opens_with_name(const Block& block) const {
    constexpr std::uint32_t reach = 120;  // tokens of the paragraph below
    const std::uint32_t before = before_colon(block);
    if (before == 0 || before_colon(blocks_[1]) != 0) return false;
    const std::uint32_t name = block.first + before - 1;
    for (std::uint32_t i = block.first; i <= name; ++i) {
      if (shape(i) != Shape::capitalized && shape(i) != Shape::initial) return false;
    }
    const Block& below = blocks_[1];
    for (std::uint32_t i = below.first; i < below.end && i < below.first + reach; ++i) {
      if (word(i) == word(name)) return true;
    }
    return false;
  }

  // A headline that a full stop closes, as archives print them: all its words have capitals ("Rebels Take the Capital."),
  // or somebody's name and a colon open it.
  bool is_closed_title(const Block& block) const {
    constexpr std::uint32_t enough = 4;  // capitals
    constexpr std::size_t small = 3;     // bytes of a word that may go without
    if (shape(last(block)) != Shape::full_stop) return false;
    std::uint32_t capitals = 0;
    bool all = true;
    for (std::uint32_t i = block.first; i < last(block); ++i) {
      if (shape(i) == Shape::full_stop || shape(i) == Shape::semicolon) return false;
      capitals += shape(i) == Shape::capitalized ? 1 : 0;
      all &= shape(i) != Shape::lower || word(i).size() <= small;
    }
    return (all && capitals >= enough) || opens_with_name(block);
  }

  bool is_date(const Block& block) const {
    if (block.end - block.first > 12) return false;
    const auto is_number = [&](std::uint32_t i) {
      return shape(i) == Shape::number || shape(i) == Shape::year || shape(i) == Shape::ordinal || shape(i) == Shape::compound;
    };
    bool number = false;
    for (std::uint32_t i = block.first; i < block.end; ++i) number |= is_number(i);
    if (!number) return false;  // without looking a word up
    bool month = false;
    std::uint32_t other = 0;
    for (std::uint32_t i = block.first; i < block.end; ++i) {
      if (orthography_.has(word(i), Trait::date)) {
        month = true;
      } else if (!is_number(i) && (shape(i) == Shape::lower || shape(i) == Shape::capitalized || shape(i) == Shape::all_capitals)) {
        ++other;
      }
    }
    return month && other <= 2;
  }

  bool is_boilerplate(const Block& block) const {
    const bool bracketed = shape(block.first) == Shape::open_bracket && shape(block.end - 1) == Shape::close_bracket;
    // "[Read more: …]", "► Related: …"
    const bool sign = shape(block.first) == Shape::open_bracket || shape(block.first) == Shape::symbol;
    const std::uint32_t first = sign ? block.first + 1 : block.first;
    if (first >= block.end || block.end - block.first > 40) return false;
    if (!orthography_.has(word(first), Trait::boilerplate)) return false;
    if (bracketed || first + 1 >= block.end) return true;
    constexpr std::uint32_t heading = 8;  // tokens: "More from Lomas County:", above links
    if (block.end - first <= heading && shape(block.end - 1) == Shape::colon) return true;
    return block.end - first <= 16 && (shape(first + 1) == Shape::colon || orthography_.has(word(first + 1), Trait::boilerplate));
  }

  bool is_marked(const Block& block) const { return shape(block.first) == Shape::symbol || shape(block.first) == Shape::dash; }

  // "Related stories", above "• Man dies in crash".
  bool heads_links(std::size_t index) const {
    constexpr std::uint32_t longest = 4;  // tokens
    const Block& block = blocks_[index];
    return block.end - block.first <= longest && index + 1 < blocks_.size() && is_marked(blocks_[index + 1]) &&
           orthography_.has(word(block.first), Trait::boilerplate);
  }

  // "• Man dies in crash": an item below furniture, or below another such item, without a full stop.
  bool is_link(std::size_t index) const {
    constexpr std::uint32_t longest = 24;  // tokens
    const Block& block = blocks_[index];
    return index > 0 && blocks_[index - 1].part == Part::boilerplate && is_marked(block) && block.end - block.first <= longest &&
           !ends_sentence(shape(last(block)));
  }

  bool is_byline(const Block& block) const {
    const std::uint32_t size = block.end - block.first;
    if (size < 2 || size > 12 || !orthography_.has(word(block.first), Trait::byline)) return false;
    const Shape next = shape(block.first + 1);
    return !ends_sentence(shape(block.end - 1)) && (next == Shape::capitalized || next == Shape::initial || next == Shape::all_capitals);
  }

  // A caption names its picture: "Photo: …", "… Official photo."
  bool is_caption(std::size_t index) const {
    const Block& block = blocks_[index];
    const std::uint32_t size = block.end - block.first;
    if (index == 0 || size > 60) return false;
    if (size > 1 && orthography_.has(word(block.first), Trait::caption) && shape(block.first + 1) == Shape::colon) return true;
    std::uint32_t at = block.end;
    for (int look = 0; look < 5 && at > block.first; ++look) {
      --at;
      if (look > 0 && shape(at) == Shape::full_stop) break;
      const bool last_sentence_short = look < 4;
      if (last_sentence_short && orthography_.has(word(at), Trait::caption)) return starts_sentence_near(block, at);
    }
    return false;
  }

  // The words before `at` go back to a full stop or bracket within four tokens: the picture's credit, not a sentence.
  bool starts_sentence_near(const Block& block, std::uint32_t at) const {
    for (int look = 0; look < 4; ++look) {
      if (at == block.first) return true;
      --at;
      if (shape(at) == Shape::full_stop || shape(at) == Shape::open_bracket) return true;
    }
    return false;
  }

  // "14 (PTI)": letters in brackets behind a number; `close` is the closing bracket.
  bool closes_agency(std::uint32_t close) const {
    return shape(close - 1) == Shape::all_capitals && shape(close - 2) == Shape::open_bracket && shape(close - 3) == Shape::number;
  }

  // The token behind "NAIROBI, Kenya (AP) —", or the block's first. A city in capitals or an agency in brackets
  // must stand before the dash; a place in ordinary capitals alone is not enough. Behind a date, and an agency in
  // brackets, there need be no dash: "Srinagar, Oct 14 (PTI) Two men".
  std::uint32_t dateline(const Block& block) const {
    bool capitals = false;
    bool bracket = false;
    bool month = false;
    const std::uint32_t limit = std::min(block.end, block.first + dateline_tokens);
    for (std::uint32_t i = block.first; i < limit; ++i) {
      switch (shape(i)) {
        case Shape::dash:
          if (i == block.first || !(bracket || capitals) || !tokens_[i].space_before) return block.first;
          return i + 1 < block.end ? i + 1 : block.first;
        case Shape::all_capitals: capitals |= i == block.first || word(block.first) == word(i); break;
        case Shape::close_bracket:
          bracket = true;
          if (month && i >= block.first + 3 && closes_agency(i) && i + 1 < block.end && shape(i + 1) == Shape::capitalized) return i + 1;
          break;
        case Shape::colon:
          if (bracket || (capitals && i - block.first <= 4 && i > block.first)) return capitals && i + 1 < block.end ? i + 1 : block.first;
          return block.first;
        case Shape::capitalized: month |= orthography_.has(word(i), Trait::date); break;
        case Shape::open_bracket:
        case Shape::comma:
        case Shape::number:
        case Shape::year:
        case Shape::slash:
        case Shape::initial:
        case Shape::ordinal: break;
        case Shape::full_stop: break;
        default: return block.first;
      }
    }
    return block.first;
  }

  // "Harare — The president has left": names alone before the block's one dash, and a sentence behind it.
  std::uint32_t place_in_small_letters(const Block& block) const {
    constexpr std::uint32_t longest = 5;  // tokens
    std::uint32_t dash = block.first;
    while (dash < block.end && dash < block.first + longest && (shape(dash) == Shape::capitalized || (dash > block.first && shape(dash) == Shape::comma)))
      ++dash;
    const bool opens = dash > block.first && dash + 1 < block.end && shape(dash) == Shape::dash && tokens_[dash].space_before &&
                       tokens_[dash + 1].space_before && shape(dash + 1) == Shape::capitalized && !orthography_.has(word(block.first), Trait::opener) &&
                       !(dash == block.first + 1 && orthography_.has(word(block.first), Trait::country));
    if (!opens) return block.first;
    for (std::uint32_t i = dash + 1; i < block.end; ++i) {
      if (shape(i) == Shape::dash) return block.first;
    }
    return dash + 1;
  }

  std::string_view text_;
  const Orthography& orthography_;
  const std::vector<Token>& tokens_;
  std::vector<Block>& blocks_;
  const Pause& pause_;
};

}  // namespace

std::string_view part_name(Part part) {
  static constexpr std::array<std::string_view, 7> names{"headline", "dateline", "byline", "caption", "heading", "body", "boilerplate"};
  return names.at(static_cast<std::size_t>(part));
}

std::vector<Block> lay_out(std::string_view text, const Orthography& orthography, std::vector<Token>& tokens, const Pause& pause) {
  tokens.reserve(tokens.size() + text.size() / 5);
  const std::vector<Line> lines = lines_of(text);
  const bool wrapped = is_wrapped(lines);
  std::vector<Block> blocks;
  std::uint32_t paragraph = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].empty) continue;
    std::size_t end = lines[i].end;
    const std::size_t begin = lines[i].begin;
    while (wrapped && i + 1 < lines.size() && !lines[i + 1].empty) end = lines[++i].end;
    Block block;
    block.first = static_cast<std::uint32_t>(tokens.size());
    tokenize(text, begin, end, orthography, tokens, pause);
    block.end = static_cast<std::uint32_t>(tokens.size());
    if (block.first == block.end) continue;
    block.paragraph = ++paragraph;
    blocks.push_back(block);
  }
  Classifier(text, orthography, tokens, blocks, pause).run();
  return blocks;
}

}  // namespace gazette::text

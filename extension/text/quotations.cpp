#include "text/quotations.h"

#include <algorithm>
#include <cstddef>

#include "text/utf8.h"

namespace gazette::text {
namespace {

constexpr std::size_t deepest = 8;

// A mark opens, closes, or may do either; marks of one family pair with each other.
enum class Family : std::uint8_t { none, twofold, single, guillemet, single_guillemet };

struct Mark {
  Family family = Family::none;
  bool may_open = false;
  bool may_close = false;
  bool apostrophe = false;  // the same character is used as an apostrophe
  bool straight = false;
};

Mark mark_of(std::string_view text) {
  if (text == "''" || text == "\xE2\x80\x99\xE2\x80\x99") return {Family::twofold, true, true, false, true};
  if (text == "``" || text == "\xE2\x80\x98\xE2\x80\x98") return {Family::twofold, true, false, false, false};
  switch (decode(text, 0).code) {
    case '"':
    case 0x201F: return {Family::twofold, true, true, false, true};
    case 0x201C: return {Family::twofold, true, true, false, false};  // German closes with it
    case 0x201D: return {Family::twofold, true, true, false, false};  // Swedish opens with it
    case 0x201E: return {Family::twofold, true, false, false, false};
    case '\'': return {Family::single, true, true, true, true};
    case '`':
    case 0x2018:
    case 0x201B: return {Family::single, true, false, false, false};
    case 0x201A: return {Family::single, true, false, false, false};
    case 0x2019:
    case 0x2BC: return {Family::single, false, true, true, false};
    case 0xAB: return {Family::guillemet, true, true, false, false};
    case 0xBB: return {Family::guillemet, true, true, false, false};
    case 0x2039:
    case 0x203A: return {Family::single_guillemet, true, true, false, false};
    default: return {};
  }
}

class Pairing {
 public:
  Pairing(std::string_view text, std::vector<Token>& tokens, std::uint32_t begin, std::uint32_t end, std::vector<Quotation>& quotations)
      : text_(text), tokens_(tokens), begin_(begin), end_(end), quotations_(quotations) {}

  void run() {
    find_marks();
    if (marks_.empty()) return;
    count_single_closers();
    for (std::size_t at = 0; at < marks_.size(); ++at) decide(at);
    while (!stack_.empty()) close_at(end_, false);
  }

 private:
  struct Open {
    Family family = Family::none;
    std::uint32_t quotation = 0;
  };

  bool space_after(std::uint32_t i) const { return i + 1 >= end_ || tokens_[i + 1].space_before; }
  bool space_before(std::uint32_t i) const { return i == begin_ || tokens_[i].space_before; }

  // Punctuation that closes what it follows: white space or this must stand behind a closing mark.
  static bool closing(Shape shape) {
    switch (shape) {
      case Shape::comma:
      case Shape::full_stop:
      case Shape::question:
      case Shape::ellipsis:
      case Shape::colon:
      case Shape::semicolon:
      case Shape::dash:
      case Shape::close_bracket:
      case Shape::mark:
      case Shape::close_quote:
      case Shape::clitic:
      case Shape::slash: return true;
      default: return false;
    }
  }
  static bool opening(Shape shape) {
    return shape == Shape::open_bracket || shape == Shape::dash || shape == Shape::open_quote || shape == Shape::mark || shape == Shape::colon ||
           shape == Shape::slash || shape == Shape::ellipsis || shape == Shape::symbol;
  }

  bool can_open(std::uint32_t i) const {
    const bool left = space_before(i) || opening(tokens_[i - 1].shape);
    return left && i + 1 < end_ && (!space_after(i) || space_before(i));
  }
  bool can_close(std::uint32_t i) const {
    if (i == begin_) return false;
    const bool right = space_after(i) || closing(tokens_[i + 1].shape);
    return right && !(tokens_[i].space_before && !space_after(i));
  }

  // Most blocks have none, or a few: all else here looks at them alone.
  void find_marks() {
    const auto first = tokens_.begin() + begin_;
    const auto end = tokens_.begin() + end_;
    const auto is_mark = [](const Token& token) { return token.shape == Shape::mark; };
    marks_.reserve(static_cast<std::size_t>(std::count_if(first, end, is_mark)));
    if (marks_.capacity() == 0) return;
    for (auto at = first; at != end; ++at) {
      if (is_mark(*at)) marks_.push_back(static_cast<std::uint32_t>(at - tokens_.begin()));
    }
    stack_.reserve(deepest);
  }

  // For each mark, how many single marks behind it could close a quotation and stand behind punctuation,
  // which an apostrophe does not: with one still to come, a mark behind a letter s is a plural possessive.
  void count_single_closers() {
    closers_behind_.resize(marks_.size());
    std::uint32_t closers = 0;
    for (std::size_t at = marks_.size(); at-- > 0;) {
      closers_behind_[at] = closers;
      const std::uint32_t i = marks_[at];
      const Mark mark = mark_of(tokens_[i].of(text_));
      if (mark.family != Family::single) continue;
      if (mark.may_open && !mark.may_close) closers = 0;  // a new one opens: those behind belong to it
      if (mark.may_close && can_close(i)) ++closers;
      if (mark.straight && can_open(i) && !can_close(i)) closers = 0;
    }
  }

  bool is_open(Family family) const {
    for (const Open& open : stack_) {
      if (open.family == family) return true;
    }
    return false;
  }

  void decide(std::size_t at) {
    const std::uint32_t i = marks_[at];
    const Mark mark = mark_of(tokens_[i].of(text_));
    const char32_t code = decode(text_, tokens_[i].begin).code;
    const bool open_already = is_open(mark.family);
    bool opens = mark.may_open && can_open(i);
    bool closes = mark.may_close && can_close(i) && open_already;
    if (mark.family == Family::twofold && !mark.straight && code == 0x201C) closes = closes && !opens;
    if (mark.family == Family::twofold && code == 0x201D) opens = opens && !open_already && !space_after(i) && space_before(i);
    if (mark.family == Family::guillemet || mark.family == Family::single_guillemet) {
      opens = opens && !open_already;
    }
    if (closes && mark.apostrophe && possessive(i, closers_behind_[at])) closes = false;
    if (opens && closes) {  // straight marks with space on both sides: they alternate
      opens = !open_already;
      closes = open_already;
    }
    // 'em, 'til, '90s: an apostrophe at the start of a word that nothing closes.
    if (mark.straight && mark.apostrophe && opens && !closes && closers_behind_[at] == 0) opens = false;
    if (mark.straight && opens && open_already && !mark.apostrophe && mark.family == Family::twofold && stack_.back().family == mark.family) {
      // "A. "B," he said: the mark before was never closed; this one opens anew.
      close_at(i, false);
    }
    if (closes) {
      close_family(mark.family, i);
      tokens_[i].shape = Shape::close_quote;
    } else if (opens) {
      open_at(i, mark.family);
    } else if (mark.apostrophe) {
      tokens_[i].shape = Shape::clitic;
    } else {
      tokens_[i].shape = mark.may_close && !mark.may_open ? Shape::close_quote : Shape::symbol;
    }
  }

  // "the soldiers' families" inside a single quotation that closes later.
  bool possessive(std::uint32_t i, std::uint32_t closers_behind) const {
    if (!space_after(i) || i + 1 >= end_) return false;
    const Token& before = tokens_[i - 1];
    const char last = text_[before.end - 1];
    if (last != 's' && last != 'z' && last != 'S') return false;
    const Shape next = tokens_[i + 1].shape;
    if (next != Shape::lower && next != Shape::capitalized) return false;
    return closers_behind > 0;
  }

  void open_at(std::uint32_t i, Family family) {
    if (stack_.size() >= deepest) {  // nobody nests so deep: a run of marks is decoration
      tokens_[i].shape = Shape::symbol;
      return;
    }
    Quotation quotation;
    quotation.open = i;
    quotation.first = i + 1;
    quotation.end = end_;
    quotation.inside = stack_.empty() ? -1 : static_cast<std::int32_t>(stack_.back().quotation);
    stack_.push_back({family, static_cast<std::uint32_t>(quotations_.size())});
    quotations_.push_back(quotation);
    tokens_[i].shape = Shape::open_quote;
  }

  void close_family(Family family, std::uint32_t i) {
    while (stack_.back().family != family) close_at(i, false);
    close_at(i, true);
  }

  void close_at(std::uint32_t end, bool closed) {
    Quotation& quotation = quotations_[stack_.back().quotation];
    quotation.end = end;
    quotation.closed = closed;
    stack_.pop_back();
  }

  std::string_view text_;
  std::vector<Token>& tokens_;
  std::uint32_t begin_;
  std::uint32_t end_;
  std::vector<Quotation>& quotations_;
  std::vector<Open> stack_;
  std::vector<std::uint32_t> marks_;           // their tokens
  std::vector<std::uint32_t> closers_behind_;  // of each of them
};

}  // namespace

void pair_marks(std::string_view text, std::vector<Token>& tokens, std::uint32_t begin, std::uint32_t end, std::vector<Quotation>& quotations) {
  const std::size_t before = quotations.size();
  Pairing(text, tokens, begin, end, quotations).run();
  if (before == 0 || quotations.size() == before) return;
  // The block before left one open, and this block opens with a mark: one quotation over two blocks.
  Quotation& first = quotations[before];
  const Quotation* last = &quotations[before - 1];
  while (last->inside >= 0) last = &quotations[static_cast<std::size_t>(last->inside)];
  const bool adjacent = last->end == begin && !last->closed;
  first.continues = adjacent && first.open == begin && tokens[first.open].of(text) == tokens[last->open].of(text);
}

}  // namespace gazette::text

#include "facts/quotes_turns.h"

#include <algorithm>
#include <string_view>

namespace gazette::facts {
namespace {

constexpr std::uint32_t longest_label = 5;  // tokens

// The turn that a paragraph is, which begins at a token; its content ends at `end`. Empty where it is none.
Turn turn_at(const Document& document, std::uint32_t first, std::uint32_t end) {
  for (std::uint32_t i = first; i < end && i <= first + longest_label; ++i) {
    switch (document.tokens[i].shape) {
      case text::Shape::capitalized:
      case text::Shape::all_capitals:
      case text::Shape::initial: continue;
      case text::Shape::colon:
        if (i == first || i + 1 >= end || !document.tokens[i + 1].space_before || document.tokens[i + 1].shape == text::Shape::open_quote) return {};
        return {{first, i}, {i + 1, end}, document.sentences[document.sentence_of(first)].paragraph};
      default: return {};
    }
  }
  return {};
}

// "Q&A: The minister on trade": a headline's label that no other turn has is no speaker's.
void drop_headline(const Document& document, std::vector<Turn>& turns) {
  if (turns.empty() || document.sentences[document.sentence_of(turns.front().label.first)].part != text::Part::headline) return;
  const std::string_view label = document.words_of(turns.front().label);
  if (std::none_of(turns.begin() + 1, turns.end(), [&](const Turn& turn) { return document.words_of(turn.label) == label; })) turns.erase(turns.begin());
}

// Does a label stand more than once, and another beside it?
bool is_dialogue(const Document& document, const std::vector<Turn>& turns) {
  constexpr std::size_t fewest = 3;
  if (turns.size() < fewest) return false;
  std::vector<std::string_view> labels;
  std::size_t answers = 0;  // turns that stand behind another's
  for (std::size_t i = 0; i < turns.size(); ++i) {
    labels.push_back(document.words_of(turns[i].label));
    answers += static_cast<std::size_t>(i > 0 && labels[i] != labels[i - 1] && turns[i].paragraph == turns[i - 1].paragraph + 1);
  }
  std::sort(labels.begin(), labels.end());
  const bool again = std::adjacent_find(labels.begin(), labels.end()) != labels.end();
  return again && 2 * answers + 1 >= turns.size();
}

// "Clinton: 1,769.", "Northern Ward: 46 seats.": most of what stands behind the colons are figures, as in a count, which nobody says.
bool is_count(const Document& document, const std::vector<Turn>& turns) {
  const auto is_figure = [&](const Turn& turn) { return document.tokens[turn.content.first].shape == text::Shape::number; };
  return 2 * std::count_if(turns.begin(), turns.end(), is_figure) > static_cast<std::ptrdiff_t>(turns.size());
}

// Of turns too few for a dialogue, those that stand beside that of another person whom the text has named: "Paz: Where?", "Reed: Here."
void keep_known(const std::function<bool(Stretch)>& is_known, const Document& document, std::vector<Turn>& turns) {
  std::vector<std::uint8_t> kept(turns.size(), 0);
  for (std::size_t i = 1; i < turns.size(); ++i) {
    if (turns[i].paragraph != turns[i - 1].paragraph + 1 || document.words_of(turns[i].label) == document.words_of(turns[i - 1].label)) continue;
    if (is_known(turns[i].label) && is_known(turns[i - 1].label)) kept[i] = kept[i - 1] = 1;
  }
  std::size_t next = 0;
  std::erase_if(turns, [&](const Turn&) { return kept[next++] == 0; });
}

}  // namespace

std::vector<Turn> find_turns(const Document& document, const std::function<bool(Stretch)>& is_known) {
  std::vector<Turn> turns;
  const std::vector<text::Sentence>& sentences = document.sentences;
  for (std::size_t s = 0; s < sentences.size();) {
    std::size_t last = s;
    while (last + 1 < sentences.size() && sentences[last + 1].paragraph == sentences[s].paragraph) ++last;
    const Turn turn = turn_at(document, sentences[s].first, sentences[last].end);
    if (!turn.label.empty()) turns.push_back(turn);
    s = last + 1;
  }
  drop_headline(document, turns);
  if (is_count(document, turns)) return {};
  if (!is_dialogue(document, turns)) keep_known(is_known, document, turns);
  return turns;
}

}  // namespace gazette::facts

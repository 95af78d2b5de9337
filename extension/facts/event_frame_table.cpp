#include "facts/event_frame_table.h"

#include <algorithm>

#include "lexicon/classes.h"

namespace gazette::facts {

namespace class_id = lexicon::class_id;
using lexicon::Column;
using lexicon::Entry;

void EventFrameTable::Lemmas::add(Number number, bool ending) {
  const std::size_t used = count + std::size_t{endings};
  if (number == none || used == limit) return;
  all[used] = number;
  ++(ending ? endings : count);
}

EventFrameTable::EventFrameTable(const cascade::Grammar& grammar) : lexicon_(grammar.lexicon()) {
  of_entry_.assign(lexicon_.entry_count(), 0);
  for (std::uint32_t i = 0; i < of_entry_.size(); ++i) {
    const Entry entry(lexicon_, i);
    if (!entry.is(class_id::EVENT_VERB)) continue;
    frames_.push_back(compile(entry[Column::frame]));
    of_entry_[i] = static_cast<std::uint32_t>(frames_.size());
  }
  number_lemmas();
}

// Most words of a text are named by no frame: what the others are is written down by their records and entries.
void EventFrameTable::number_lemmas() {
  for (const auto& [text, number] : words_) {
    if (const std::uint32_t word = lexicon_.find(text); word != lexicon::none) of_word_.emplace(word, number);
  }
  of_lemma_.assign(of_entry_.size(), none);
  for (std::uint32_t i = 0; i < of_lemma_.size(); ++i) {
    const Entry entry(lexicon_, i);
    if (entry.is(class_id::NOUN) || entry.is(class_id::VERB)) of_lemma_[i] = number_of(words_, entry.term());
  }
}

EventFrameTable::Number EventFrameTable::number_of(const Numbers& numbers, std::string_view text) {
  const auto at = numbers.find(text);
  return at == numbers.end() ? none : at->second;
}

// A word, or in capitals a type.
EventFrameTable::Number EventFrameTable::add(std::string_view text) {
  const bool type = !text.empty() && text[0] >= 'A' && text[0] <= 'Z';
  Numbers& numbers = type ? types_ : words_;
  constexpr std::size_t most = 0xFFFF;  // a user's frames may name many words; those beyond are never met
  if (const Number known = number_of(numbers, text); known != none || size() >= most) return known;
  const auto number = static_cast<Number>(size());
  numbers.emplace(text, number);
  is_type_.push_back(type);
  return number;
}

// A frame's words: choices by spaces, the names of a choice by bars; the spaces of a phrase are underscores ("air_strike").
EventFrameTable::Frame EventFrameTable::compile(std::string_view frame) {
  const auto first = static_cast<std::uint32_t>(choices_.size());
  for (std::size_t begin = 0; begin < frame.size();) {
    const std::size_t end = std::min(frame.find(' ', begin), frame.size());
    const std::string_view all = frame.substr(begin, end - begin);
    begin = end + 1;
    Choice choice;
    choice.first = static_cast<std::uint32_t>(named_.size());
    choice.no_object = all == "-";
    choice.any = all == "*";
    for (std::size_t from = 0; from < all.size() && !choice.no_object;) {
      const std::size_t to = std::min(all.find('|', from), all.size());
      std::string name(all.substr(from, to - from));
      from = to + 1;
      std::replace(name.begin(), name.end(), '_', ' ');
      named_.push_back(name == "*" ? any_noun : add(name));
    }
    choice.end = static_cast<std::uint32_t>(named_.size());
    choices_.push_back(choice);
  }
  return {first, static_cast<std::uint32_t>(choices_.size())};
}

EventFrameTable::Lemmas EventFrameTable::lemmas_of(std::uint32_t word, const lexicon::ClassSet& classes) const {
  Lemmas found;
  if (word == lexicon::none) return found;
  if (lexicon_.is_phrase(word)) return lemmas_of_phrase(word, classes);
  if (const auto at = of_word_.find(word); at != of_word_.end()) found.add(at->second, false);
  if (!classes.has(class_id::NOUN) && !classes.has(class_id::VERB)) return found;
  const bool event_noun = classes.has(class_id::EVENT_NOUN);
  lexicon_.each_entry(word, [&](const Entry& entry, std::uint8_t) {
    if (event_noun && !found.event_noun && entry.is(class_id::EVENT_NOUN)) {
      const std::string_view type = entry[Column::type];
      found.event_noun = !type.empty();
      found.type = number_of(types_, type);
    }
    found.add(of_lemma_[entry.index()], false);
  });
  return found;
}

EventFrameTable::Lemmas EventFrameTable::lemmas_of_phrase(std::uint32_t word, const lexicon::ClassSet& classes) const {
  Lemmas found;
  constexpr std::size_t most_lemmas = 5;
  std::array<std::string_view, most_lemmas> lemmas{lexicon_.folded(word)};
  std::size_t count = 1;
  if (classes.has(class_id::NOUN) || classes.has(class_id::VERB)) {
    lexicon_.each_entry(word, [&](const Entry& entry, std::uint8_t) {
      if (classes.has(class_id::EVENT_NOUN) && !found.event_noun && entry.is(class_id::EVENT_NOUN)) {
        const std::string_view type = entry[Column::type];
        found.event_noun = !type.empty();
        found.type = number_of(types_, type);
      }
      const std::string_view term = entry.term();
      if (count < most_lemmas && term != lemmas[count - 1] && term != lemmas[0]) lemmas[count++] = term;
    });
  }
  for (std::size_t i = 0; i < count; ++i) found.add(number_of(words_, lemmas[i]), false);
  // Of a phrase the last word will do: "diplomatic ties" is "tie" too.
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t space = lemmas[i].find(' '); space != std::string_view::npos; space = lemmas[i].find(' ', space + 1)) {
      found.add(number_of(words_, lemmas[i].substr(space + 1)), true);
    }
  }
  return found;
}

}  // namespace gazette::facts

#include "facts/event_frame_table.h"

#include <algorithm>

#include "lexicon/cell.h"
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
  describe_entries();
  describe_words();
  entries_ = {};
}

void EventFrameTable::describe_entries() {
  entries_.resize(lexicon_.entry_count());
  std::unordered_map<const char*, Frame> compiled;  // by where the lexicon has their text: many verbs share one
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    const Entry entry(lexicon_, i);
    entries_[i].event_verb = entry.is(class_id::EVENT_VERB);
    entries_[i].event_noun = entry.is(class_id::EVENT_NOUN);
    if (!entries_[i].event_verb) continue;
    const std::string_view frame = entry[Column::frame];
    const auto [known, is_new] = compiled.try_emplace(frame.data());
    if (is_new) known->second = compile(frame);
    entries_[i].frame = known->second;
  }
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    const Entry entry(lexicon_, i);
    if (entry.is(class_id::NOUN) || entry.is(class_id::VERB)) entries_[i].lemma = number_of(names_, entry.term());
    for (const FrameClass& named : classes_) entries_[i].of_class = static_cast<std::uint8_t>(entries_[i].of_class + (entry.is(named.id) ? 1 : 0));
  }
}

void EventFrameTable::describe_words() {
  constexpr std::size_t most = 0xFFFF;
  words_.emplace_back();
  of_record_.assign(lexicon_.word_count(), 0);
  const auto add_word = [&](std::uint32_t record) {
    if (of_record_[record] != 0 || words_.size() == most) return;
    Word word = described(record);
    word.first_verb = static_cast<std::uint32_t>(verbs_.size());
    lexicon_.each_entry(record, [&](const Entry& entry, std::uint8_t) {
      if (entries_[entry.index()].event_verb) verbs_.push_back({entry.index(), entries_[entry.index()].frame});
    });
    word.end_verb = static_cast<std::uint32_t>(verbs_.size());
    if (word.lemmas.empty() && word.first_verb == word.end_verb) return;
    of_record_[record] = static_cast<std::uint16_t>(words_.size());
    words_.push_back(word);
  };
  for (const auto& [name, number] : names_) {
    if (const std::uint32_t record = lexicon_.find(name); record != lexicon::none) add_word(record);
  }
  for (std::uint32_t record = 0; record < of_record_.size(); ++record) {
    bool any = false;
    lexicon_.each_entry(record, [&](const Entry& entry, std::uint8_t) {
      const Described& is = entries_[entry.index()];
      any |= is.lemma != none || is.of_class != 0 || is.event_noun || is.event_verb;
    });
    if (any || lexicon_.is_phrase(record)) add_word(record);
  }
}

EventFrameTable::Number EventFrameTable::number_of(const Numbers& numbers, std::string_view text) {
  const auto at = numbers.find(text);
  return at == numbers.end() ? none : at->second;
}

// A word, or in capitals a type or a class.
EventFrameTable::Number EventFrameTable::add(std::string_view text) {
  const bool type = lexicon::names_class(text);
  Numbers& numbers = type ? types_ : names_;
  constexpr std::size_t most = 0xFFFF;  // a user's frames may name many words; those beyond are never met
  if (const Number known = number_of(numbers, text); known != none || size() >= most) return known;
  const auto number = static_cast<Number>(size());
  numbers.emplace(text, number);
  const auto named = type ? lexicon_.class_of(text) : std::nullopt;
  if (named) classes_.push_back({*named, number});
  is_type_.push_back(type && !named);
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
      if (!lexicon::names_class(name)) std::replace(name.begin(), name.end(), '_', ' ');  // "PERSON_NOUN" is a class
      named_.push_back(name == "*" ? any_noun : add(name));
    }
    choice.end = static_cast<std::uint32_t>(named_.size());
    choices_.push_back(choice);
  }
  return {first, static_cast<std::uint32_t>(choices_.size())};
}

EventFrameTable::Word EventFrameTable::described(std::uint32_t record) const {
  constexpr std::size_t most_lemmas = 5;
  Word word;
  Lemmas& found = word.lemmas;
  std::array<std::string_view, most_lemmas> lemmas{lexicon_.folded(record)};
  std::size_t count = 1;
  lexicon_.each_entry(record, [&](const Entry& entry, std::uint8_t) {
    if (!found.event_noun && entries_[entry.index()].event_noun) {
      const std::string_view type = entry[Column::type];
      found.event_noun = !type.empty();
      found.type = number_of(types_, type);
    }
    const std::string_view term = entry.term();
    if (count < most_lemmas && term != lemmas[count - 1] && term != lemmas[0]) lemmas[count++] = term;
  });
  for (std::size_t i = 0; i < count; ++i) {
    const Number number = number_of(names_, lemmas[i]);
    found.as_it_is |= i == 0 && number != none;
    found.add(number, false);
  }
  for (const FrameClass& named : classes_) {
    bool has = false;
    lexicon_.each_entry(record, [&](const Entry& entry, std::uint8_t) { has |= entry.is(named.id); });
    if (has) found.add(named.number, false);
  }
  // Of a phrase the last word will do: "diplomatic ties" is "tie" too; or what stands before "of": "prisoner of war".
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t space = lemmas[i].find(' '); space != std::string_view::npos; space = lemmas[i].find(' ', space + 1)) {
      const std::string_view rest = lemmas[i].substr(space + 1);
      found.add(number_of(names_, rest), true);
      if (lexicon_.entry_of(rest.substr(0, rest.find(' ')), class_id::OF_MARK)) found.add(number_of(names_, lemmas[i].substr(0, space)), true);
    }
  }
  return word;
}

}  // namespace gazette::facts

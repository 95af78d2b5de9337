#include "facts/event_frames.h"

#include <algorithm>

#include "lexicon/classes.h"

namespace gazette::facts {

namespace class_id = lexicon::class_id;
using lexicon::Column;
using lexicon::Entry;

namespace {

EventMeaning meaning_of(const Entry& entry) { return {entry[Column::type], entry[Column::mode], entry[Column::cameo], Clauses::none, Clauses::none}; }

// A frame writes the spaces of a phrase as underscores: "air_strike".
// Of a phrase the last word will do: "diplomatic ties" is "tie" too.
bool same_word(std::string_view lemma, std::string_view wanted) {
  if (lemma.size() > wanted.size() && lemma[lemma.size() - wanted.size() - 1] == ' ') lemma.remove_prefix(lemma.size() - wanted.size());
  if (lemma.size() != wanted.size()) return false;
  for (std::size_t i = 0; i < lemma.size(); ++i) {
    if (lemma[i] != wanted[i] && !(lemma[i] == ' ' && wanted[i] == '_')) return false;
  }
  return true;
}

// One of 64 bits for a word, by its first letter and its length.
std::uint64_t bit_of(std::string_view word) {
  return word.empty() ? 0 : std::uint64_t{1} << ((static_cast<unsigned char>(word[0]) * 5U + word.size()) & 63U);
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

std::optional<EventMeaning> EventFrames::of_word(const Element& element, ClassId id) const {
  const auto entry = document_.grammar->lexicon().entry(element.word, id);
  if (!entry) return std::nullopt;
  return meaning_of(*entry);
}

std::optional<EventMeaning> EventFrames::of_verb(const Clauses& clauses, std::uint32_t sentence, std::size_t at, const Groups& subject, bool passive) {
  const lexicon::Lexicon& lexicon = document_.grammar->lexicon();
  bool gathered = false;
  int best = 0;
  std::optional<EventMeaning> meaning;
  lexicon.each_entry(clauses[at].word, [&](const Entry& entry, std::uint8_t) {
    if (!entry.is(class_id::EVENT_VERB)) return;
    const std::string_view frame = entry[Column::frame];
    int score = 1;
    std::size_t noun = Clauses::none;
    std::size_t last = Clauses::none;
    if (!frame.empty()) {
      if (!gathered) gather(clauses, sentence, at, subject, passive);
      gathered = true;
      score = fit(frame, noun, last);
    }
    if (score <= best) return;
    EventMeaning found = meaning_of(entry);
    if (noun != Clauses::none) {
      const Word& word = words_[noun];
      const auto of_noun = of_word(clauses[word.element], class_id::EVENT_NOUN);
      if (found.type.empty()) {
        if (!of_noun) return;
        found = *of_noun;
      } else if (of_noun && of_noun->type == found.type && !of_noun->mode.empty()) {
        found.mode = of_noun->mode;  // "began a hunger strike"
      }
      found.noun = word.element;
    }
    if (found.type.empty()) {  // "released a statement": what these words make of the verb is no event
      best = score;
      meaning.reset();
      return;
    }
    if (last != Clauses::none) found.last = words_[last].element;
    best = score;
    meaning = found;
  });
  return meaning;
}

// The words that a frame may name: of a passive its subject, then what follows up to the clause's end.
void EventFrames::gather(const Clauses& clauses, std::uint32_t sentence, std::size_t at, const Groups& subject, bool passive) {
  count_ = 0;
  seen_ = 0;
  if (passive && !subject.empty()) {
    for (std::size_t i = subject[0].first; i <= subject[0].head; ++i) gather_words(clauses, sentence, i);
  }
  for (std::size_t i = at + 1; i < clauses.size() && count_ < most_words; ++i) {
    if (clauses.is(i, mark_stop | mark_comma | mark_relative | mark_open)) break;
    if (clauses.is(i, mark_subordinator) && !clauses.is(i, mark_preposition)) break;
    if (i > at + 1 && clauses.is_finite(i) && !clauses.is(i, mark_participle)) break;
    gather_words(clauses, sentence, i);
  }
}

std::uint32_t EventFrames::lemmas_of(std::uint32_t sentence, std::size_t word) {
  const std::vector<Element>& words = document_.words[sentence];
  if (sentence_ != sentence) {
    sentence_ = sentence;
    lemmas_.clear();
    lemmas_of_word_.assign(words.size(), 0);
  }
  std::uint32_t& known = lemmas_of_word_[word];
  if (known != 0) return known - 1;
  const lexicon::Lexicon& lexicon = document_.grammar->lexicon();
  const Element& element = words[word];
  const lexicon::ClassSet& classes = lexicon.classes(element.set);
  Lemmas found;
  found.preposition = classes.has(class_id::PREPOSITION);
  found.particle = found.preposition && classes.has(class_id::ADVERB);
  const bool event_noun = classes.has(class_id::EVENT_NOUN);
  if (element.word != lexicon::none) {
    found.all[found.count++] = lexicon.folded(element.word);
    if (classes.has(class_id::NOUN) || classes.has(class_id::VERB)) {
      lexicon.each_entry(element.word, [&](const Entry& entry, std::uint8_t) {
        if (event_noun && found.type.empty() && entry.is(class_id::EVENT_NOUN)) found.type = entry[Column::type];
        const std::string_view term = entry.term();
        if (found.count < most_lemmas && term != found.all[found.count - 1U] && term != found.all[0]) found.all[found.count++] = term;
      });
    }
    for (std::size_t k = 0; k < found.count; ++k) {
      found.seen |= bit_of(found.all[k]);
      const std::size_t space = found.all[k].rfind(' ');
      if (space != std::string_view::npos) found.seen |= bit_of(found.all[k].substr(space + 1));
    }
  }
  lemmas_.push_back(found);
  known = static_cast<std::uint32_t>(lemmas_.size());
  return known - 1;
}

void EventFrames::gather_words(const Clauses& clauses, std::uint32_t sentence, std::size_t element) {
  const Element& whole = clauses[element];
  const std::vector<Element>& words = document_.words[sentence];
  auto at = words.begin() + document_.places[whole.first].word;
  for (; at != words.end() && at->first < whole.end && count_ < most_words; ++at) {
    Word& word = words_[count_++];
    word.element = element;
    word.skipped = clauses.is(element, mark_date) || (clauses.is(element, mark_adverb) && !clauses.is(element, mark_preposition));
    word.genitive = clauses.is(element, mark_genitive);
    word.lemmas = lemmas_of(sentence, static_cast<std::size_t>(at - words.begin()));
    seen_ |= lemmas(word).seen;
  }
}

int EventFrames::fit(std::string_view frame, std::size_t& noun, std::size_t& last) const {
  int score = 0;
  std::size_t from = 0;
  for (std::size_t begin = 0; begin < frame.size();) {
    const std::size_t end = std::min(frame.find(' ', begin), frame.size());
    const std::string_view choice = frame.substr(begin, end - begin);
    begin = end + 1;
    std::size_t met = Clauses::none;
    if (choice == "-") {  // no object
      if (has_object(from)) return 0;
      score += 5;
      continue;
    }
    bool by_end = false;
    const std::size_t at = find(choice, from, met, by_end);
    if (at == Clauses::none) return 0;
    if (met != Clauses::none) noun = met;
    last = at;
    score += by_end ? 2 : choice == "*" ? 3 : met != Clauses::none ? 4 : 5;  // "hunger strike" is more than a strike
    from = at + 1;
  }
  return score;
}

// Does anything stand there before a preposition?
bool EventFrames::has_object(std::size_t from) const {
  for (std::size_t i = from; i < count_; ++i) {
    if (!words_[i].skipped) return !lemmas(words_[i]).preposition;
  }
  return false;
}

// The first word from `from` on that the choice names and that stands where a frame's word may: a preposition right
// there, a particle also behind the object ("gunned three men down"), a noun before any preposition but "of".
std::size_t EventFrames::find(std::string_view choice, std::size_t from, std::size_t& noun, bool& by_end) const {
  const Named all = words_named(choice);
  const std::uint32_t named = all.words >> from << from;
  if (named == 0) return Clauses::none;
  bool phrase = false;   // a preposition stands between
  bool passed = false;   // any word does
  for (std::size_t i = from; i < count_; ++i) {
    const Word& word = words_[i];
    const Lemmas& can_be = lemmas(word);
    const bool placed = can_be.preposition ? !passed || (can_be.particle && !phrase) : !phrase;
    if (((named >> i) & 1U) != 0 && placed) {
      if (((all.event_nouns >> i) & 1U) != 0) noun = i;
      by_end = ((all.by_end >> i) & 1U) != 0;
      return i;
    }
    if (word.skipped) continue;
    passed = true;
    phrase |= can_be.preposition && !word.genitive;
  }
  return Clauses::none;
}

EventFrames::Named EventFrames::words_named(std::string_view choice) const {
  Named named;
  for (std::size_t begin = 0; begin < choice.size();) {
    const std::size_t end = std::min(choice.find('|', begin), choice.size());
    const std::string_view wanted = choice.substr(begin, end - begin);
    begin = end + 1;
    const bool any = wanted == "*";
    if (any || is_capital(wanted[0])) {
      for (std::size_t i = 0; i < count_; ++i) {
        const std::string_view type = lemmas(words_[i]).type;
        if (type.empty() || (!any && type != wanted)) continue;
        named.words |= 1U << i;
        named.event_nouns |= 1U << i;
      }
      continue;
    }
    if ((seen_ & bit_of(wanted)) == 0) continue;
    for (std::size_t i = 0; i < count_; ++i) {
      const Lemmas& can_be = lemmas(words_[i]);
      for (std::size_t k = 0; k < can_be.count; ++k) {
        if (!same_word(can_be.all[k], wanted)) continue;
        named.words |= 1U << i;
        if (can_be.all[k].size() != wanted.size()) named.by_end |= 1U << i;
      }
    }
  }
  return named;
}

}  // namespace gazette::facts

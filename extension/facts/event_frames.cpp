#include "facts/event_frames.h"

#include <algorithm>

#include "lexicon/classes.h"

namespace gazette::facts {

namespace class_id = lexicon::class_id;
using lexicon::Column;
using lexicon::Entry;

namespace {

EventMeaning meaning_of(const Entry& entry) { return {entry[Column::type], entry[Column::mode], entry[Column::cameo], Clauses::none, Clauses::none}; }

}  // namespace

EventFrames::EventFrames(const Document& document) : document_(document), table_(document.grammar->derived<EventFrameTable>()), met_(table_.size()) {}

std::optional<EventMeaning> EventFrames::of_word(const Element& element, ClassId id) const {
  const auto entry = document_.grammar->lexicon().entry(element.word, id);
  if (!entry) return std::nullopt;
  return meaning_of(*entry);
}

std::optional<EventMeaning> EventFrames::of_verb_alone(const Element& verb) const {
  const EventFrameTable::Word& word = table_.word(verb.word);
  for (std::uint32_t i = word.first_verb; i < word.end_verb; ++i) {
    const EventFrameTable::Frame frame = table_.verb(i).frame;
    if (frame.first == frame.end) return meaning_of(Entry(document_.grammar->lexicon(), table_.verb(i).entry));
  }
  return std::nullopt;
}

std::optional<EventMeaning> EventFrames::of_verb(const Clauses& clauses, std::uint32_t sentence, std::size_t at, const Groups& subject, bool passive) {
  const lexicon::Lexicon& lexicon = document_.grammar->lexicon();
  bool gathered = false;
  int best = 0;
  std::optional<EventMeaning> meaning;
  const EventFrameTable::Word& verb = table_.word(clauses[at].word);
  for (std::uint32_t i = verb.first_verb; i < verb.end_verb; ++i) {
    const EventFrameTable::Frame frame = table_.verb(i).frame;
    Fit fits;
    if (frame.first != frame.end) {
      if (!gathered) gather(clauses, sentence, at, subject, passive);
      gathered = true;
      fits = fit(frame);
    }
    if (fits.score <= best) continue;
    EventMeaning found = meaning_of(Entry(lexicon, table_.verb(i).entry));
    if (fits.noun != Clauses::none) {
      const Word& word = words_[fits.noun];
      const auto of_noun = of_word(clauses[word.element], class_id::EVENT_NOUN);
      if (found.type.empty()) {
        if (!of_noun) continue;
        found = *of_noun;
      } else if (of_noun && of_noun->type == found.type && !of_noun->mode.empty()) {
        found.mode = of_noun->mode;  // "began a hunger strike"
      }
      found.noun = word.element;
    }
    if (found.type.empty()) {  // "released a statement": what these words make of the verb is no event
      best = fits.score;
      meaning.reset();
      continue;
    }
    if (fits.last != Clauses::none) found.last = words_[fits.last].element;
    if (fits.object != Clauses::none) found.object = words_[fits.object].element;
    best = fits.score;
    meaning = found;
  }
  return meaning;
}

// The words that a frame may name: of a passive its subject, then what follows up to the clause's end.
void EventFrames::gather(const Clauses& clauses, std::uint32_t sentence, std::size_t at, const Groups& subject, bool passive) {
  count_ = 0;
  for (const EventFrameTable::Number number : some_) met_[number] = {};
  some_.clear();
  if (passive && !subject.empty()) {
    for (std::size_t i = subject[0].first; i <= subject[0].head; ++i) gather_words(clauses, sentence, i);
  }
  behind_ = count_;
  gather_adverbs(clauses, sentence, at);
  for (std::size_t i = at + 1; i < clauses.size() && count_ < most_words; ++i) {
    if (clauses.is(i, mark_stop | mark_comma | mark_relative | mark_open)) break;
    if (clauses.is(i, mark_subordinator) && !clauses.is(i, mark_preposition)) break;
    if (i > at + 1 && clauses.is_finite(i) && !clauses.is(i, mark_participle)) break;
    if (clauses.is(i, mark_preposition) && clauses.is(i + 1, mark_date)) {  // "acceded | on Wednesday | to demands"
      ++i;
      continue;
    }
    // "gathered | in Parnu | for a summit": where, before what the frame may name
    const std::size_t end = end_of_place(clauses, i);
    const std::size_t first = count_;
    gather_words(clauses, sentence, i);
    for (; i + 1 < end && count_ < most_words;) gather_words(clauses, sentence, ++i);
    for (std::size_t word = first; end > 0 && word < count_; ++word) words_[word].skipped = true;
  }
}

// Where a phrase of place that another preposition follows ends; 0 where none begins at `at`.
std::size_t EventFrames::end_of_place(const Clauses& clauses, std::size_t at) const {
  if (!clauses.is(at, mark_preposition) || !document_.is(clauses[at], class_id::LOCATIVE) || !clauses.is(at + 1, mark_noun)) return 0;
  std::size_t end = at + 2;
  while (clauses.is(end, mark_genitive) && clauses.is(end + 1, mark_noun)) end += 2;
  const Element& place = clauses[end - 1];
  if (!document_.is(place, class_id::PLACE_NAME) && !document_.is(place, class_id::COUNTRY_NAME)) return 0;
  while (clauses.is(end, mark_date) || (clauses.is(end, mark_preposition) && clauses.is(end + 1, mark_date))) ++end;
  return clauses.is(end, mark_preposition) && clauses.is(end + 1, mark_noun) && !clauses.is(end, mark_agent) ? end : 0;
}

// "will jointly build", "was sexually abused": they may stand anywhere.
void EventFrames::gather_adverbs(const Clauses& clauses, std::uint32_t sentence, std::size_t at) {
  const Element& whole = clauses[at];
  if (whole.end < whole.first + 2) return;
  const std::size_t before = count_;
  gather_words(clauses, sentence, at, class_id::ADVERB);
  for (std::size_t i = before; i < count_; ++i) words_[i].skipped = true;
}

std::uint32_t EventFrames::can(std::uint32_t sentence, std::size_t word) {
  const Tape words = document_.words[sentence];
  if (sentence_ != sentence) {
    sentence_ = sentence;
    can_.clear();
    can_of_word_.assign(words.size(), 0);
  }
  std::uint32_t& known = can_of_word_[word];
  if (known != 0) return known - 1;
  const lexicon::ClassSet& classes = document_.grammar->lexicon().classes(words[word].set);
  Can found;
  found.preposition = classes.has(class_id::PREPOSITION);
  found.particle = found.preposition && (classes.has(class_id::ADVERB) || classes.has(class_id::PREDICATIVE));  // "dismissed it as a lie"
  found.lemmas = &table_.word(words[word].word).lemmas;
  const bool word_of_lists = classes.has(class_id::NOUN) || classes.has(class_id::VERB);
  // what a frame asks by its class may be a name: "left for Amman", "took in 3,000 Liberians"
  found.inflected = word_of_lists || classes.has(class_id::NATIONALITY_PLURAL) || classes.has(class_id::COUNTRY) || classes.has(class_id::CITY);
  found.event_noun = word_of_lists && found.lemmas->event_noun && classes.has(class_id::EVENT_NOUN);
  can_.push_back(found);
  known = static_cast<std::uint32_t>(can_.size());
  return known - 1;
}

void EventFrames::gather_words(const Clauses& clauses, std::uint32_t sentence, std::size_t element, std::optional<ClassId> only) {
  const Element& whole = clauses[element];
  const Tape words = document_.words[sentence];
  auto at = words.begin() + document_.places[whole.first].word;
  for (; at != words.end() && at->first < whole.end && count_ < most_words; ++at) {
    if (only && !document_.is(*at, *only)) continue;
    Word& word = words_[count_];
    word.element = element;
    // "voted | 248-171 | against", "retreated | 40 km | from"
    const bool number = document_.is(clauses[element], class_id::MEASURE) || clauses.is(element, mark_counted);
    const bool measure = number && !document_.is(clauses[element], class_id::NOUN) && clauses.is(element + 1, mark_preposition | mark_date) &&
                         !clauses.is(element + 1, mark_genitive);
    word.skipped = measure || clauses.is(element, mark_date) || (clauses.is(element, mark_adverb) && !clauses.is(element, mark_preposition));
    word.genitive = clauses.is(element, mark_genitive) || document_.is(*at, class_id::OF_MARK);  // also in "hundreds of patients"
    word.infinitive = clauses.is(element, mark_infinitive);
    word.verb = clauses.is(element, mark_verb) && !word.infinitive;
    word.can = can(sentence, static_cast<std::size_t>(at - words.begin()));
    const Can& is = can_be(word);
    const EventFrameTable::Lemmas& lemmas = *is.lemmas;
    for (std::size_t i = 0; i < lemmas.count + std::size_t{lemmas.endings}; ++i) {
      const bool counts = is.inflected || i >= lemmas.count || (i == 0 && lemmas.as_it_is);
      if (counts) meet(lemmas.all[i], count_, i >= lemmas.count);
    }
    if (is.event_noun) {
      meet(EventFrameTable::any_noun, count_, false);
      if (lemmas.type != EventFrameTable::none) meet(lemmas.type, count_, false);
    }
    ++count_;
  }
}

void EventFrames::meet(EventFrameTable::Number number, std::size_t word, bool by_end) {
  Met& met = met_[number];
  if (met.words == 0) some_.push_back(number);
  met.words = static_cast<std::uint16_t>(met.words | (1U << word));
  if (by_end) met.by_end = static_cast<std::uint16_t>(met.by_end | (1U << word));
}

EventFrames::Fit EventFrames::fit(EventFrameTable::Frame frame) const {
  Fit found;
  found.score = 0;
  std::size_t from = 0;
  for (std::uint32_t i = frame.first; i < frame.end; ++i) {
    const EventFrameTable::Choice& choice = table_.choice(i);
    if (choice.no_object) {
      if (has_object(from)) return {0};
      found.score += 5;
      continue;
    }
    std::size_t met = Clauses::none;
    bool by_end = false;
    const std::size_t at = find(choice, i + 1 < frame.end ? &table_.choice(i + 1) : nullptr, from, met, by_end);
    if (at == Clauses::none) return {0};
    if (met != Clauses::none) found.noun = met;
    if (found.object == Clauses::none && !can_be(words_[at]).preposition) found.object = at;
    found.last = at;
    found.score += by_end ? 2 : choice.any ? 3 : met != Clauses::none ? 4 : 5;  // "hunger strike" is more than a strike
    from = at + 1;
  }
  return found;
}

// Does the group behind the preposition have the word that the frame names next: "with fines", "with a round of sanctions"?
bool EventFrames::is_idiom(const EventFrameTable::Choice* next, std::size_t preposition) const {
  if (next == nullptr || preposition + 1 >= count_) return false;
  std::size_t end = preposition + 1;
  while (end < count_ && (words_[end].element == words_[preposition + 1].element || words_[end].genitive || words_[end - 1].genitive)) ++end;
  for (std::uint32_t i = next->first; i < next->end; ++i) {
    const std::uint32_t words = met_[table_.named(i)].words;
    for (std::size_t k = preposition + 1; k < end; ++k) {
      if (((words >> k) & 1U) != 0) return true;
    }
  }
  return false;
}

// Does anything stand there before a preposition?
bool EventFrames::has_object(std::size_t from) const {
  for (std::size_t i = from; i < count_; ++i) {
    if (!words_[i].skipped) return !can_be(words_[i]).preposition;
  }
  return false;
}

// The first word from `from` on that the choice names and that stands where a frame's word may: a preposition right
// there, a particle also behind the object ("gunned three men down"), and so a preposition whose noun the frame names too
// ("put the general under house arrest"), a noun before any preposition but "of".
std::size_t EventFrames::find(const EventFrameTable::Choice& choice, const EventFrameTable::Choice* next, std::size_t from, std::size_t& noun,
                              bool& by_end) const {
  std::uint32_t words = 0;
  std::uint32_t event_nouns = 0;
  std::uint32_t ends = 0;
  for (std::uint32_t i = choice.first; i < choice.end; ++i) {
    const EventFrameTable::Number number = table_.named(i);
    words |= met_[number].words;
    ends |= met_[number].by_end;
    if (table_.is_type(number)) event_nouns |= met_[number].words;
  }
  words = words >> from << from;
  if (words == 0) return Clauses::none;
  bool phrase = false;  // a preposition stands between
  bool passed = false;  // any word does
  for (std::size_t i = from; i < count_; ++i) {
    const Word& word = words_[i];
    const Can& is = can_be(word);
    const bool placed = is.preposition && !word.infinitive ? !passed || (!phrase && (is.particle || is_idiom(next, i))) : !phrase;
    if (((words >> i) & 1U) != 0 && placed) {
      if (((event_nouns >> i) & 1U) != 0) noun = i;
      by_end = ((ends >> i) & 1U) != 0;
      return i;
    }
    if (word.skipped) continue;
    passed |= i >= behind_;
    phrase |= word.verb || (is.preposition && !word.genitive);
  }
  return Clauses::none;
}

}  // namespace gazette::facts

// The document: an article after the cascade, which every kind of fact reads.
//
// Tokens, blocks, quotations and sentences come from the text layer; each sentence has its tape, in which names,
// numbers, dates, noun groups and verb groups are one element each, and each such element a Phrase that knows its rule
// and captures. Facts refer to stretches of tokens; span() turns one into bytes.
//
//   "At least 20 soldiers were killed."   tape: NOUN_GROUP(COUNT + soldiers) VERB_GROUP(PASSIVE, killed) FULL_STOP
#ifndef GAZETTE_FACTS_DOCUMENT_H
#define GAZETTE_FACTS_DOCUMENT_H

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cascade/grammar.h"
#include "cascade/tapes.h"
#include "gazette.h"
#include "text/layout.h"
#include "text/pause.h"
#include "text/quotations.h"
#include "text/sentences.h"
#include "text/tokens.h"

namespace gazette::facts {

using cascade::Element;
using cascade::Phrase;
using cascade::Tape;
using lexicon::ClassId;

/// Tokens [first, end).
struct Stretch {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  bool empty() const { return first == end; }
  bool holds(std::uint32_t token) const { return first <= token && token < end; }
  bool holds(const Stretch& other) const { return first <= other.first && other.end <= end; }
  bool meets(const Stretch& other) const { return first < other.end && other.first < end; }
  friend bool operator==(const Stretch&, const Stretch&) = default;
};

/// The first of a list, sorted by tokens, that begins in a stretch or behind it.
template <typename Found>
auto first_in(const std::vector<Found>& all, Stretch stretch) {
  return std::lower_bound(all.begin(), all.end(), stretch.first, [](const Found& found, std::uint32_t token) { return found.tokens.first < token; });
}

struct Document {
  static constexpr std::size_t rewriting_stages = 4;  // names, dates, numbers, groups

  std::string_view text;
  const cascade::Grammar* grammar = nullptr;
  std::vector<text::Token> tokens;
  std::vector<text::Block> blocks;
  std::vector<text::Quotation> quotations;
  std::vector<text::Sentence> sentences;
  cascade::Tapes words;                     // of each sentence, as the lexicon found them
  cascade::Tapes tapes;                     // of each sentence, after the groups
  cascade::Tapes plain;                     // of each sentence whose tape holds quotation marks: the tape without them
  std::vector<Phrase> phrases;              // in the order of the sentences
  cascade::CapturePool captures;            // of the phrases
  std::vector<std::uint32_t> first_phrase;  // of each sentence and of each of its rewriting stages, and behind the last
  // Where a token stands: in which sentence, and as part of which of its words.
  struct Place {
    std::uint32_t sentence = 0;
    std::uint32_t word = 0;
  };
  std::vector<Place> places;  // of each token
  text::Pause pause;          // made by what takes as long as the document is

  std::string_view word(std::uint32_t token) const { return tokens[token].of(text); }
  /// The bytes of a stretch of tokens; from its first token's to its last token's end.
  Span span(Stretch stretch) const {
    if (stretch.empty()) return {};
    return {tokens[stretch.first].begin, tokens[stretch.end - 1].end};
  }
  std::string_view words_of(Stretch stretch) const {
    const Span bytes = span(stretch);
    return text.substr(bytes.begin, bytes.end - bytes.begin);
  }
  /// The words of a stretch without the article or possessive that opens them: "authorities" of "the authorities".
  std::string words_without_opening(Stretch stretch) const;
  static Stretch stretch(const Element& element) { return {element.first, element.end}; }
  bool is(const Element& element, ClassId id) const { return grammar->is(element, id); }
  const Phrase* phrase(const Element& element) const { return element.phrase == lexicon::none ? nullptr : &phrases[element.phrase]; }
  /// Calls `visit(const Phrase&)` for the phrases of one rewriting stage in a sentence, in the order of its rules.
  template <typename Visit>
  void each_phrase(std::uint32_t sentence, cascade::StageId stage, Visit visit) const {
    const std::size_t at = sentence * rewriting_stages + static_cast<std::size_t>(stage);
    for (std::uint32_t i = first_phrase[at]; i < first_phrase[at + 1]; ++i) visit(phrases[i]);
  }
  /// The word of the lexicon that holds a token; nullptr behind the last.
  const Element* word_at(std::uint32_t token) const {
    if (token >= places.size()) return nullptr;
    const Place place = places[token];
    const Tape all = words[place.sentence];
    return place.word < all.size() ? &all[place.word] : nullptr;
  }
  /// Is the word of the lexicon that holds a token of a class?
  bool is_at(std::uint32_t token, ClassId id) const {
    const Element* const word = word_at(token);
    return word != nullptr && is(*word, id);
  }
  /// The tape of a sentence without quotation marks.
  Tape plain_tape(std::uint32_t sentence) const {
    const Tape without = plain[sentence];
    return without.empty() ? tapes[sentence] : without;
  }
  /// The rule that made a phrase.
  const cascade::Rule& rule(const Phrase& phrase) const { return grammar->stage(static_cast<cascade::StageId>(phrase.stage)).rule(phrase.rule); }
  /// The tokens of a phrase's capture by name; empty where it has none.
  Stretch captured(const Phrase& phrase, std::string_view name) const;
  static Stretch captured(const Phrase& phrase, std::uint8_t id) {
    const cascade::Capture* const capture = phrase.captured(id);
    return capture == nullptr ? Stretch{} : Stretch{capture->begin, capture->end};
  }
  /// The sentence (index) that holds a token; of the place behind the last token, the last sentence.
  std::uint32_t sentence_of(std::uint32_t token) const {
    return token < places.size() ? places[token].sentence : static_cast<std::uint32_t>(sentences.size()) - 1;
  }
  /// The innermost quotation (index) that holds a token, or -1.
  std::int32_t quotation_of(std::uint32_t token) const;
};

/// Calls `found(sentence, tape, matches)` for each sentence (index) in which a stage finds something, in the order of
/// the text. `tape_of(sentence)` gives the tape to search (the sentence's own, plain or not), or an empty one to
/// pass the sentence over; `key` is the stage's.
template <typename TapeOf, typename Found>
void search(const Document& document, cascade::StageId id, std::uint8_t key, TapeOf tape_of, Found found) {
  const cascade::Stage& stage = document.grammar->stage(id);
  cascade::Scratch scratch;
  const auto count = static_cast<std::uint32_t>(document.sentences.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    document.pause();
    const Tape tape = tape_of(i);
    if (tape.empty()) continue;
    stage.find(tape, key, scratch);
    if (!scratch.matches.empty()) found(i, tape, scratch.matches);
  }
}

/// Does a word of a sentence belong to a class?
bool holds_word(const Document& document, std::uint32_t sentence, ClassId id);

/// Does the article tell of games: one in five of its sentences?
bool tells_of_sport(const Document& document);

/// Runs the text layer: the document has its sentences, and no words yet. Throws text::Interrupted where a pause ends it,
/// as all that read it do.
Document lay_out(std::string_view text, const cascade::Grammar& grammar, const text::Pause& pause);

/// Looks up the words of a document that was laid out, and runs the rewriting stages over them.
void read_words(Document& document);

/// Both.
Document read(std::string_view text, const cascade::Grammar& grammar, const text::Pause& pause);

}  // namespace gazette::facts

#endif

#include "facts/document.h"

#include <algorithm>

#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

namespace class_id = lexicon::class_id;
using cascade::StageId;
using Capitals = lexicon::Lexicon::Capitals;

// What capitals tell in a sentence: nothing in a headline or line of capitals ("POLICE SHOOT TWO"), nor in one whose words
// all begin with one, but for short ones ("Police Shoot Two Men in a Park").
Capitals capitals_of(const Document& document, const text::Sentence& sentence) {
  constexpr std::uint32_t short_word = 4;  // bytes: of, from
  constexpr std::uint32_t least_words = 4;
  std::uint32_t in_capitals = 0;
  std::uint32_t capitalized = 0;
  std::uint32_t lower = 0;
  std::uint32_t long_lower = 0;
  for (std::uint32_t i = sentence.first; i < sentence.end; ++i) {
    const text::Token& token = document.tokens[i];
    switch (token.shape) {
      case text::Shape::all_capitals: ++in_capitals; break;
      case text::Shape::capitalized: ++capitalized; break;
      case text::Shape::lower: ++lower, long_lower += token.end - token.begin > short_word ? 1 : 0; break;
      default: break;
    }
    if (long_lower != 0 && 4 * (lower + capitalized) >= sentence.end - sentence.first) return Capitals::of_names;  // in most sentences a few words tell
  }
  if (in_capitals >= 3 && in_capitals > 4 * (lower + capitalized)) return Capitals::of_all_letters;
  return long_lower == 0 && capitalized >= least_words && capitalized >= 2 * lower ? Capitals::of_all_words : Capitals::of_names;
}

// Looks up the words of a sentence and runs the rewriting stages over them.
struct Reader {
  Document& document;
  cascade::Scratch scratch;
  lexicon::Lexicon::Buffer buffer;
  std::vector<Element> tape;

  void run(std::uint32_t index) {
    const cascade::Grammar& grammar = *document.grammar;
    const text::Sentence& sentence = document.sentences[index];
    look_up(sentence, capitals_of(document, sentence));
    document.words.end_tape();
    const Tape words = document.words[index];
    auto place = document.places.begin() + sentence.first;
    for (std::uint32_t i = 0; i < words.size(); ++i) {
      for (std::uint32_t token = words[i].first; token < words[i].end; ++token) *place++ = {index, i};
    }
    tape.assign(words.begin(), words.end());
    for (const StageId id : {StageId::names, StageId::dates, StageId::numbers, StageId::groups}) {
      document.first_phrase[index * Document::rewriting_stages + static_cast<std::size_t>(id)] = static_cast<std::uint32_t>(document.phrases.size());
      grammar.stage(id).rewrite(tape, document.phrases, document.captures, scratch);
    }
    document.tapes.add(tape);
    strip_marks(sentence);
  }

  void look_up(const text::Sentence& sentence, Capitals capitals) {
    std::vector<Element>& words = document.words.elements();
    const std::size_t before = words.size();
    document.grammar->lexicon().look_up(document.text, document.tokens, sentence.first, sentence.end, capitals, words, buffer);
    if (capitals != Capitals::of_all_words) return;
    // "La Amistad National Park" is a name and no line: where all words have a capital, a verb must have one too.
    const auto is_verb = [&](const Element& word) {
      const bool finite = document.is(word, class_id::BE) || document.is(word, class_id::HAVE) || document.is(word, class_id::MODAL);
      const bool plain = document.is(word, class_id::VERB) && !document.is(word, class_id::NOUN) &&
                         (!document.is(word, class_id::ADJECTIVE) || document.is(word, class_id::REPORT_VERB));
      return (finite || plain) && document.tokens[word.first].shape == text::Shape::capitalized && static_cast<text::Shape>(word.label) == text::Shape::lower;
    };
    if (std::any_of(words.begin() + static_cast<std::ptrdiff_t>(before), words.end(), is_verb)) return;
    words.resize(before);
    look_up(sentence, Capitals::of_names);
  }

  // Adds the tape without quotation marks; an empty one where it has none.
  void strip_marks(const text::Sentence& sentence) {
    const auto is_mark = [](text::Shape shape) { return shape == text::Shape::open_quote || shape == text::Shape::close_quote; };
    const auto first = document.tokens.begin() + sentence.first;
    const auto end = document.tokens.begin() + sentence.end;
    if (std::any_of(first, end, [&](const text::Token& token) { return is_mark(token.shape); })) {
      for (const Element& element : tape) {
        if (!is_mark(document.tokens[element.first].shape) || element.phrase != lexicon::none) document.plain.elements().push_back(element);
      }
    }
    document.plain.end_tape();
  }
};

}  // namespace

Stretch Document::captured(const Phrase& phrase, std::string_view name) const {
  const auto id = grammar->stage(static_cast<StageId>(phrase.stage)).capture(name);
  if (!id) return {};
  const cascade::Capture* const capture = phrase.captured(*id);
  return capture == nullptr ? Stretch{} : Stretch{capture->begin, capture->end};
}

std::int32_t Document::quotation_of(std::uint32_t token) const {
  auto at = std::upper_bound(quotations.begin(), quotations.end(), token,
                             [](std::uint32_t here, const text::Quotation& quotation) { return here < quotation.first; });
  if (at == quotations.begin()) return -1;
  auto index = static_cast<std::int32_t>(at - quotations.begin()) - 1;
  while (index >= 0 && quotations[static_cast<std::size_t>(index)].end <= token) index = quotations[static_cast<std::size_t>(index)].inside;
  return index;
}

Document lay_out(std::string_view text, const cascade::Grammar& grammar, const text::Pause& pause) {
  Document document;
  document.text = text;
  document.grammar = &grammar;
  document.pause = pause;
  const lexicon::Lexicon& lexicon = grammar.lexicon();
  document.blocks = text::lay_out(text, lexicon, document.tokens, pause);
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    pause();
    const text::Block& block = document.blocks[i];
    text::pair_marks(text, document.tokens, block.first, block.end, document.quotations);
    text::split_sentences(text, document.tokens, block, i, lexicon, document.sentences);
  }
  return document;
}

void read_words(Document& document) {
  document.phrases.clear();
  document.captures = {};
  for (cascade::Tapes* const tapes : {&document.words, &document.tapes, &document.plain}) tapes->clear();
  document.words.reserve(document.tokens.size(), document.sentences.size());
  document.tapes.reserve(document.tokens.size() / 2, document.sentences.size());
  document.plain.reserve(0, document.sentences.size());
  document.first_phrase.assign(document.sentences.size() * Document::rewriting_stages + 1, 0);
  document.places.resize(document.tokens.size());
  Reader reader{document, {}, {}, {}};
  for (std::uint32_t i = 0; i < document.sentences.size(); ++i) {
    document.pause();
    reader.run(i);
  }
  document.first_phrase.back() = static_cast<std::uint32_t>(document.phrases.size());
}

Document read(std::string_view text, const cascade::Grammar& grammar, const text::Pause& pause) {
  Document document = lay_out(text, grammar, pause);
  read_words(document);
  return document;
}

std::string Document::words_without_opening(Stretch stretch) const {
  if (stretch.empty()) return {};
  const Element* const at = word_at(stretch.first);
  if (at != nullptr && at->end < stretch.end && (is(*at, class_id::ARTICLE) || is(*at, class_id::POSSESSIVE))) stretch.first = at->end;
  return std::string(words_of(stretch));
}

bool holds_word(const Document& document, std::uint32_t sentence, ClassId id) {
  for (const Element& word : document.words[sentence]) {
    if (document.is(word, id)) return true;
  }
  return false;
}

bool tells_of_sport(const Document& document) {
  constexpr std::size_t part = 5;
  constexpr std::size_t few = 3;
  std::size_t games = 0;
  const std::size_t all = document.sentences.size();
  for (std::uint32_t i = 0; i < all; ++i) games += holds_word(document, i, lexicon::class_id::SPORT) ? 1 : 0;
  return games >= few && games * part >= all;
}

}  // namespace gazette::facts

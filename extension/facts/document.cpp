#include "facts/document.h"

#include <algorithm>

#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

using cascade::StageId;

// Does casing tell nothing here? A headline or line in capitals.
bool all_in_capitals(const Document& document, const text::Sentence& sentence) {
  std::uint32_t capitals = 0;
  std::uint32_t other = 0;
  for (std::uint32_t i = sentence.first; i < sentence.end; ++i) {
    switch (document.tokens[i].shape) {
      case text::Shape::all_capitals: ++capitals; break;
      case text::Shape::lower:
      case text::Shape::capitalized: ++other; break;
      default: break;
    }
    if (4 * other >= sentence.end - sentence.first) return false;  // in most sentences a few words tell
  }
  return capitals >= 3 && capitals > 4 * other;
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
    grammar.lexicon().look_up(document.text, document.tokens, sentence.first, sentence.end, all_in_capitals(document, sentence), document.words.elements(),
                              buffer);
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

}  // namespace gazette::facts

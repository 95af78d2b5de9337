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
      case text::Shape::lower: case text::Shape::capitalized: ++other; break;
      default: break;
    }
  }
  return capitals >= 3 && capitals > 4 * other;
}

// A stage reads so many sentences at once: enough that a search's own cost does not matter, few enough to stay near.
constexpr std::size_t sentences_together = 64;

// Looks up the words of some sentences and runs the rewriting stages over them.
struct Reader {
  Document& document;
  cascade::Lot lot;
  std::vector<std::vector<Phrase>> phrases;  // of each sentence of the lot
  std::vector<std::uint8_t> made;
  cascade::Scratch scratch;

  void run(std::size_t first, std::size_t end) {
    const cascade::Grammar& grammar = *document.grammar;
    lot.clear();
    phrases.resize(std::max(phrases.size(), end - first));
    for (std::size_t i = first; i < end; ++i) {
      const text::Sentence& sentence = document.sentences[i];
      std::vector<Element>& words = document.words[i];
      grammar.lexicon().look_up(document.text, document.tokens, sentence.first, sentence.end, all_in_capitals(document, sentence), words);
      document.tapes[i] = words;
      lot.add(document.tapes[i], grammar.united(words));
      phrases[i - first].clear();
    }
    for (const StageId id : {StageId::names, StageId::dates, StageId::numbers, StageId::groups}) {
      grammar.stage(id).rewrite(lot, &document.tapes[first], grammar.lexicon(), grammar.labels(), phrases, made, scratch);
      for (std::size_t i = 0; i < lot.size(); ++i) {
        if (made[i] != 0) lot.classes[i] = grammar.united(*lot.tapes[i]);
      }
    }
    for (std::size_t i = first; i < end; ++i) {
      document.first_phrase[i] = static_cast<std::uint32_t>(document.phrases.size());
      for (Element& element : document.tapes[i]) {
        if (element.phrase != lexicon::none) element.phrase += document.first_phrase[i];
      }
      document.phrases.insert(document.phrases.end(), phrases[i - first].begin(), phrases[i - first].end());
      document.classes[i] = lot.classes[i - first];
      strip_marks(i);
    }
  }

  void strip_marks(std::size_t sentence) {
    const lexicon::ClassSet& classes = document.classes[sentence];
    if (!classes.has(lexicon::class_id::OPEN_QUOTE) && !classes.has(lexicon::class_id::CLOSE_QUOTE)) return;
    for (const Element& element : document.tapes[sentence]) {
      const bool mark = document.is(element, lexicon::class_id::OPEN_QUOTE) || document.is(element, lexicon::class_id::CLOSE_QUOTE);
      if (!mark) document.plain[sentence].push_back(element);
    }
  }
};

}  // namespace

Stretch Document::captured(const Phrase& phrase, std::string_view name) const {
  const auto id = grammar->stage(static_cast<StageId>(phrase.stage)).capture(name);
  if (!id) return {};
  const cascade::Capture* const capture = phrase.captured(*id);
  return capture == nullptr ? Stretch{} : Stretch{capture->begin, capture->end};
}

std::uint32_t Document::sentence_of(std::uint32_t token) const {
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), token,
                                      [](std::uint32_t at, const text::Sentence& sentence) { return at < sentence.first; });
  return static_cast<std::uint32_t>(after - sentences.begin()) - 1;
}

const Element* Document::word_at(std::uint32_t token) const {
  const std::vector<Element>& all = words[sentence_of(token)];
  const auto at = std::upper_bound(all.begin(), all.end(), token, [](std::uint32_t t, const Element& e) { return t < e.first; });
  return at == all.begin() ? nullptr : &*(at - 1);
}

std::int32_t Document::quotation_of(std::uint32_t token) const {
  auto at = std::upper_bound(quotations.begin(), quotations.end(), token,
                             [](std::uint32_t here, const text::Quotation& quotation) { return here < quotation.first; });
  if (at == quotations.begin()) return -1;
  auto index = static_cast<std::int32_t>(at - quotations.begin()) - 1;
  while (index >= 0 && quotations[static_cast<std::size_t>(index)].end <= token) index = quotations[static_cast<std::size_t>(index)].inside;
  return index;
}

Document read(std::string_view text, const cascade::Grammar& grammar, const std::function<bool()>& interrupted) {
  Document document;
  document.text = text;
  document.grammar = &grammar;
  const lexicon::Lexicon& lexicon = grammar.lexicon();
  document.blocks = text::lay_out(text, lexicon, document.tokens);
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    const text::Block& block = document.blocks[i];
    text::pair_marks(text, document.tokens, block.first, block.end, document.quotations);
    text::split_sentences(text, document.tokens, block, i, lexicon, document.sentences);
  }
  document.words.resize(document.sentences.size());
  document.tapes.resize(document.sentences.size());
  document.plain.resize(document.sentences.size());
  document.classes.resize(document.sentences.size());
  document.first_phrase.assign(document.sentences.size() + 1, 0);
  Reader reader{document, {}, {}, {}, {}};
  for (std::size_t first = 0; first < document.sentences.size(); first += sentences_together) {
    if (interrupted && interrupted()) {
      document.interrupted = true;
      std::fill(document.first_phrase.begin() + static_cast<std::ptrdiff_t>(first), document.first_phrase.end(), static_cast<std::uint32_t>(document.phrases.size()));
      break;
    }
    reader.run(first, std::min(first + sentences_together, document.sentences.size()));
  }
  document.first_phrase.back() = static_cast<std::uint32_t>(document.phrases.size());
  return document;
}

}  // namespace gazette::facts

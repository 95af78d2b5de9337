#include "facts/quotes.h"

#include <algorithm>
#include <optional>

#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

using cascade::Match;
using cascade::StageId;
using lexicon::Column;
namespace class_id = lexicon::class_id;

// Sentences [first, end) that a quotation joins, with the tape in which each outermost quotation is one element.
struct Passage {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  std::vector<Element> tape;
  std::vector<std::int32_t> quotation;  // of each element: the index of the quotation that it stands for, or -1
};

// Whose words a quote is.
struct Source {
  std::string name;
  Id actor = 0;
  Stretch mention;
  std::string via;
};

class Quoting {
 public:
  Quoting(const Document& document, const Cast& cast)
      : document_(document), cast_(cast), lexicon_(document.grammar->lexicon()), stage_(document.grammar->stage(StageId::quotes)) {
    content_ = stage_.capture_or_none("content");
    content2_ = stage_.capture_or_none("content2");
    speaker_ = stage_.capture_or_none("speaker");
    tail_ = stage_.capture_or_none("speaker_tail");
    cue_ = stage_.capture_or_none("cue");
    via_ = stage_.capture_or_none("via");
  }

  std::vector<FoundQuote> run() {
    covered_.assign(document_.quotations.size(), 0);
    std::uint32_t paragraph = 0;
    for (std::uint32_t s = 0; s < document_.sentences.size();) {
      document_.pause();
      Passage passage = passage_from(s);
      s = passage.end;
      const text::Sentence& sentence = document_.sentences[passage.first];
      if (sentence.part == text::Part::boilerplate || sentence.part == text::Part::byline) continue;
      if (sentence.paragraph != paragraph) paragraph = sentence.paragraph, quotes_before_paragraph_ = found_.size();
      read(passage);
    }
    finish();
    return std::move(found_);
  }

 private:
  // --- passages ------------------------------------------------------------------------------------------------------

  Passage passage_from(std::uint32_t first) {
    Passage passage;
    passage.first = first;
    passage.end = first + 1;
    std::uint32_t inside_until = 0;
    for (std::uint32_t s = first; s < passage.end; ++s) {
      const text::Sentence& sentence = document_.sentences[s];
      for (const Element& element : document_.tapes[s]) {
        if (element.first < inside_until) continue;
        const std::int32_t index = opened_by(element);
        if (index < 0) {
          passage.tape.push_back(element);
          passage.quotation.push_back(-1);
          continue;
        }
        const text::Quotation& quotation = document_.quotations[static_cast<std::size_t>(index)];
        inside_until = quotation.closed ? quotation.end + 1 : quotation.end;
        Element quoted;
        quoted.first = quotation.open;
        quoted.end = inside_until;
        quoted.label = document_.grammar->quoted_label(is_speech(quotation));
        passage.tape.push_back(quoted);
        passage.quotation.push_back(index);
      }
      const bool more = s + 1 < document_.sentences.size() && document_.sentences[s + 1].block == sentence.block;
      if (inside_until > sentence.end && more) passage.end = s + 2;
    }
    return passage;
  }

  std::int32_t opened_by(const Element& element) const {
    if (document_.tokens[element.first].shape != text::Shape::open_quote) return -1;
    const auto at = std::lower_bound(document_.quotations.begin(), document_.quotations.end(), element.first,
                                     [](const text::Quotation& quotation, std::uint32_t token) { return quotation.open < token; });
    if (at == document_.quotations.end() || at->open != element.first || at->inside >= 0) return -1;
    return static_cast<std::int32_t>(at - document_.quotations.begin());
  }

  // Words that can stand as speech of their own: they begin like a sentence and end like one, or hold a verb.
  bool is_speech(const text::Quotation& quotation) const {
    if (quotation.first >= quotation.end) return false;
    const text::Shape first = document_.tokens[quotation.first].shape;
    if (first == text::Shape::lower || first == text::Shape::clitic) return false;
    const text::Shape last = document_.tokens[quotation.end - 1].shape;
    const bool closed = last == text::Shape::comma || last == text::Shape::full_stop || last == text::Shape::question || last == text::Shape::ellipsis || last == text::Shape::dash;
    return closed || (quotation.end - quotation.first >= 4 && holds_verb({quotation.first, quotation.end}));
  }

  bool holds_verb(Stretch tokens) const {
    for (std::uint32_t s = document_.sentence_of(tokens.first); s < document_.sentences.size() && document_.sentences[s].first < tokens.end; ++s) {
      for (const Element& element : document_.tapes[s]) {
        if (element.first >= tokens.first && element.end <= tokens.end && document_.is(element, class_id::VERB_GROUP)) return true;
      }
    }
    return false;
  }

  // --- matches -------------------------------------------------------------------------------------------------------

  void read(Passage& passage) {
    stage_.find(passage.tape, cue_, scratch_);
    std::vector<Match> matches = std::move(scratch_.matches);
    std::sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) { return a.begin < b.begin; });
    std::optional<Source> subject;  // of the clause before, for "…, but claimed that …"
    for (const Match& match : matches) {
      Source source = source_of(passage, match);
      if (match.captured(speaker_) == nullptr && subject) source = *subject;
      if (match.captured(speaker_) != nullptr) subject = source;
      add(passage, match, source);
    }
    leftovers(passage);
  }

  static Stretch tokens_of(const Passage& passage, const cascade::Capture* capture) {
    return capture == nullptr ? Stretch{} : Stretch{passage.tape[capture->begin].first, passage.tape[capture->end - 1].end};
  }

  // The words of a noun group without the determiner that opens it.
  std::string words_without_opening(Stretch tokens) const {
    const std::vector<Element>& words = document_.words[document_.sentence_of(tokens.first)];
    const auto at = std::lower_bound(words.begin(), words.end(), tokens.first, [](const Element& e, std::uint32_t t) { return e.first < t; });
    if (at != words.end() && at->end < tokens.end && (document_.is(*at, class_id::ARTICLE) || document_.is(*at, class_id::POSSESSIVE))) tokens.first = at->end;
    return std::string(document_.words_of(tokens));
  }

  Source source_of(const Passage& passage, const Match& match) const {
    Source source;
    const cascade::Capture* const speaker = match.captured(speaker_);
    if (speaker == nullptr) return source;
    const Element& group = passage.tape[speaker->end - 1];
    const Stretch tokens = Document::stretch(group);
    const Stretch tail = tokens_of(passage, match.captured(tail_));
    source.mention = tokens;
    if (!tail.empty()) source.mention.end = tail.end;
    if (const cascade::Capture* const via = match.captured(via_)) source.via = words_without_opening(tokens_of(passage, via));
    if (document_.is(group, class_id::MEDIUM) || document_.is(group, class_id::REPORT_NOUN)) {
      const bool named = document_.is(group, class_id::ORGANIZATION_NAME) || document_.is(group, class_id::PERSON);
      if (!named) return source_of_document(tokens, tail, source);
    }
    const std::int32_t mention = mention_ending(tokens);
    if (mention >= 0) source.actor = cast_.mentions[static_cast<std::size_t>(mention)].row.actor;
    source.name = cast_.name_of(source.actor);
    if (source.actor == 0 && !document_.is(group, class_id::PERSONAL)) source.name = words_without_opening(tokens);
    return source;
  }

  // "the statement reads", "a letter from the ministry": whose statement it is. The last quote's speaker goes on where it
  // stands near; else the party of the sentence that told of the statement.
  Source source_of_document(Stretch tokens, Stretch tail, Source source) const {
    constexpr std::uint32_t near = 4;  // sentences
    source.via = words_without_opening(tokens);
    source.actor = tail.empty() ? cast_.actor_of(tokens) : cast_.actor_of(tail);
    const std::uint32_t sentence = document_.sentence_of(tokens.first);
    if (source.actor == 0 && !found_.empty() && document_.sentence_of(found_.back().content.first) + near >= sentence) {
      source.actor = found_.back().row.speaker_actor;
      source.name = found_.back().row.speaker;
    }
    for (std::uint32_t back = 1; source.actor == 0 && source.name.empty() && back <= near && back <= sentence; ++back) {
      if (tells_of(sentence - back, tokens)) source.actor = party_of(sentence - back);
    }
    if (source.actor != 0) source.name = cast_.name_of(source.actor);
    return source;
  }

  // Does a sentence hold the head word of a noun group, outside quotation marks?
  bool tells_of(std::uint32_t sentence, Stretch group) const {
    const Element* const head = document_.word_at(group.end - 1);
    if (head == nullptr || head->word == lexicon::none) return false;
    const std::vector<Element>& words = document_.words[sentence];
    return std::any_of(words.begin(), words.end(), [&](const Element& word) { return word.word == head->word && document_.quotation_of(word.first) < 0; });
  }

  // The first person or organisation of a sentence: most often its subject.
  Id party_of(std::uint32_t sentence) const {
    const Stretch all{document_.sentences[sentence].first, document_.sentences[sentence].end};
    for (auto at = first_in(cast_.mentions, all); at != cast_.mentions.end() && all.holds(at->tokens); ++at) {
      const bool party = at->row.kind == ActorKind::person || at->row.kind == ActorKind::organization || at->row.kind == ActorKind::group;
      if (party && at->row.actor != 0) return at->row.actor;
    }
    return 0;
  }

  std::int32_t mention_ending(Stretch tokens) const {
    const std::int32_t index = cast_.mention_in(tokens);
    if (index < 0) return -1;
    return cast_.mentions[static_cast<std::size_t>(index)].tokens.end == tokens.end ? index : -1;
  }

  double confidence_of(const Match& match) const {
    const std::string_view given = stage_.rule(match.rule).setting("confidence");
    return given.empty() ? 0.8 : std::stod(std::string(given));
  }

  FoundQuote base_of(const Passage& passage, const Match& match, const Source& source) const {
    FoundQuote quote;
    quote.mention = source.mention;
    quote.row.speaker = source.name;
    quote.row.speaker_actor = source.actor;
    quote.row.via = source.via;
    quote.row.rule = stage_.rule(match.rule).name;
    quote.row.confidence = confidence_of(match);
    if (const cascade::Capture* const cue = match.captured(cue_)) {
      const Element& element = passage.tape[cue->end - 1];
      quote.cue = Document::stretch(element);
      if (const Phrase* const phrase = document_.phrase(element)) {
        const Stretch head = document_.captured(*phrase, "head");
        if (!head.empty()) quote.cue = head;
      }
      if (const auto entry = lexicon_.entry(element.word, class_id::REPORT_VERB)) quote.row.act = (*entry)[Column::act];
    }
    if (quote.row.act.empty()) quote.row.act = "say";
    return quote;
  }

  void add(Passage& passage, const Match& match, const Source& source) {
    const cascade::Capture* const content = match.captured(content_);
    if (content == nullptr) return;
    const std::string_view kind = stage_.rule(match.rule).setting("kind");
    FoundQuote quote = base_of(passage, match, source);
    const bool quoted = content->end == content->begin + 1 && passage.quotation[content->begin] >= 0;
    if (quoted) {
      if (covered_[static_cast<std::size_t>(passage.quotation[content->begin])] != 0) return;
      quote.row.kind = kind == "fragment" ? QuoteKind::fragment : QuoteKind::direct;
      add_quotation(quote, passage.quotation[content->begin]);
      if (const cascade::Capture* const second = match.captured(content2_)) {
        const std::int32_t more = passage.quotation[second->begin];
        if (more >= 0 && covered_[static_cast<std::size_t>(more)] == 0) {
          quote.row.continues = static_cast<Id>(found_.size());
          add_quotation(quote, more);
        }
      }
      return;
    }
    add_clause(passage, *content, quote);
  }

  void add_quotation(FoundQuote quote, std::int32_t index) {
    const text::Quotation& quotation = document_.quotations[static_cast<std::size_t>(index)];
    if (quotation.first >= quotation.end) return;
    covered_[static_cast<std::size_t>(index)] = 1;
    quote.content = {quotation.first, quotation.end};
    if (quotation.continues && !found_.empty() && quote.row.continues == 0) quote.row.continues = static_cast<Id>(found_.size());
    found_.push_back(std::move(quote));
  }

  // A reported clause: mixed where it holds quoted words, each of which is a fragment of it.
  void add_clause(const Passage& passage, const cascade::Capture& content, FoundQuote quote) {
    std::uint32_t begin = content.begin;
    std::uint32_t end = content.end;
    const auto is_mark = [&](std::uint32_t i) {
      const Element& element = passage.tape[i];
      return document_.is(element, class_id::COMMA) || document_.is(element, class_id::FULL_STOP) || document_.is(element, class_id::COLON);
    };
    while (end > begin && is_mark(end - 1)) --end;
    while (begin < end && is_mark(begin)) ++begin;
    if (begin == end) return;
    quote.content = {passage.tape[begin].first, passage.tape[end - 1].end};
    std::vector<std::int32_t> inside;
    for (std::uint32_t i = begin; i < end; ++i) {
      if (passage.quotation[i] >= 0 && covered_[static_cast<std::size_t>(passage.quotation[i])] == 0) inside.push_back(passage.quotation[i]);
    }
    quote.row.kind = inside.empty() ? QuoteKind::indirect : QuoteKind::mixed;
    found_.push_back(quote);
    const auto whole = static_cast<Id>(found_.size());
    for (const std::int32_t index : inside) {
      FoundQuote fragment = quote;
      fragment.row.kind = QuoteKind::fragment;
      fragment.row.part_of = whole;
      add_quotation(std::move(fragment), index);
    }
  }

  // --- quotations without an attribution of their own ------------------------------------------------------------------

  void leftovers(const Passage& passage) {
    for (std::size_t i = 0; i < passage.tape.size(); ++i) {
      const std::int32_t index = passage.quotation[i];
      if (index < 0 || covered_[static_cast<std::size_t>(index)] != 0) continue;
      const bool speech = document_.is(passage.tape[i], class_id::QUOTED_SPEECH);
      if (!speech && !continues_open(index)) continue;
      FoundQuote quote;
      quote.row.kind = QuoteKind::direct;
      quote.row.act = "say";
      quote.row.rule = "quote.context";
      quote.row.confidence = 0.6;
      take_context_speaker(passage, quote);
      add_quotation(std::move(quote), index);
    }
  }

  bool continues_open(std::int32_t index) const { return document_.quotations[static_cast<std::size_t>(index)].continues; }

  // The speaker of the quote before in the paragraph; else the party of the sentence before in it; else the speaker of
  // the last quote of the paragraph before, or the party of its last sentence.
  void take_context_speaker(const Passage& passage, FoundQuote& quote) const {
    if (found_.size() > quotes_before_paragraph_) return copy_speaker(found_.back(), quote);
    const std::uint32_t paragraph = document_.sentences[passage.first].paragraph;
    const bool before = passage.first > 0;
    if (before && document_.sentences[passage.first - 1].paragraph == paragraph) return take_party(passage.first - 1, quote);
    const bool near = !found_.empty() && document_.sentences[document_.sentence_of(found_.back().content.first)].paragraph + 2 >= paragraph;
    if (near) return copy_speaker(found_.back(), quote);
    if (before && document_.sentences[passage.first - 1].part == text::Part::body) take_party(passage.first - 1, quote);
  }

  void take_party(std::uint32_t sentence, FoundQuote& quote) const {
    quote.row.speaker_actor = party_of(sentence);
    quote.row.speaker = cast_.name_of(quote.row.speaker_actor);
  }

  static void copy_speaker(const FoundQuote& from, FoundQuote& to) {
    to.row.speaker = from.row.speaker;
    to.row.speaker_actor = from.row.speaker_actor;
    to.mention = from.mention;
  }

  // --- rows ----------------------------------------------------------------------------------------------------------

  void finish() {
    std::vector<std::uint32_t> order(found_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      const Stretch& x = found_[a].content;
      const Stretch& y = found_[b].content;
      return x.first != y.first ? x.first < y.first : x.end > y.end;
    });
    std::vector<Id> ids(found_.size() + 1, 0);
    for (std::uint32_t i = 0; i < order.size(); ++i) ids[order[i] + 1] = i + 1;
    std::vector<FoundQuote> sorted;
    for (const std::uint32_t i : order) {
      FoundQuote& quote = found_[i];
      quote.row.continues = ids[quote.row.continues];
      if (quote.row.continues >= ids[i + 1]) quote.row.continues = 0;  // what stands behind it is no beginning
      quote.row.part_of = ids[quote.row.part_of];
      quote.row.content = document_.span(quote.content);
      quote.row.mention = document_.span(quote.mention);
      quote.row.cue = document_.span(quote.cue);
      quote.row.sentence = document_.sentence_of(quote.content.first) + 1;
      sorted.push_back(std::move(quote));
    }
    found_ = std::move(sorted);
  }

  const Document& document_;
  const Cast& cast_;
  const lexicon::Lexicon& lexicon_;
  const cascade::Stage& stage_;
  std::uint8_t content_ = 0;
  std::uint8_t content2_ = 0;
  std::uint8_t speaker_ = 0;
  std::uint8_t tail_ = 0;
  std::uint8_t cue_ = 0;
  std::uint8_t via_ = 0;
  cascade::Scratch scratch_;
  std::vector<std::uint8_t> covered_;  // of each quotation: a row has it
  std::vector<FoundQuote> found_;
  std::size_t quotes_before_paragraph_ = 0;
};

}  // namespace

std::vector<FoundQuote> find_quotes(const Document& document, const Cast& cast) { return Quoting(document, cast).run(); }

Id quote_around(const std::vector<FoundQuote>& quotes, Stretch tokens) {
  // Quotes overlap only where they nest, so the innermost is among the last few that begin before.
  constexpr std::size_t reach = 16;
  const auto behind = std::upper_bound(quotes.begin(), quotes.end(), tokens.first, [](std::uint32_t t, const FoundQuote& quote) { return t < quote.content.first; });
  const auto end = static_cast<std::size_t>(behind - quotes.begin());
  for (std::size_t i = end; i-- > 0 && i + reach >= end;) {
    if (quotes[i].content.holds(tokens)) return static_cast<Id>(i + 1);
  }
  return 0;
}

}  // namespace gazette::facts

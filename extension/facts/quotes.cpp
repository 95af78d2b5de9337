#include "facts/quotes.h"

#include <algorithm>
#include <optional>

#include "facts/quotes_attribution.h"
#include "facts/quotes_confidence.h"
#include "facts/quotes_passage.h"
#include "facts/quotes_speaker.h"
#include "facts/quotes_turns.h"
#include "facts/quotes_words.h"
#include "lexicon/cell.h"
#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

using cascade::Match;
using cascade::StageId;
using lexicon::Column;
namespace class_id = lexicon::class_id;

class Quoting {
 public:
  Quoting(const Document& document, const Cast& cast)
      : document_(document), cast_(cast), lexicon_(document.grammar->lexicon()), stage_(document.grammar->stage(StageId::quotes)), speakers_(document, cast) {
    content_ = stage_.capture_or_none("content");
    speaker_ = stage_.capture_or_none("speaker");
    tail_ = stage_.capture_or_none("speaker_tail");
    cue_ = stage_.capture_or_none("cue");
    via_ = stage_.capture_or_none("via");
  }

  std::vector<FoundQuote> run() {
    covered_.assign(document_.quotations.size(), 0);
    Passages passages(document_);
    std::uint32_t paragraph = 0;
    const std::vector<Turn> turns = find_turns(document_, [&](Stretch label) { return is_named_before(label); });
    auto turn = turns.begin();
    while (const Passage* const passage = passages.next()) {
      document_.pause();
      const text::Sentence& sentence = document_.sentences[passage->first];
      if (sentence.part == text::Part::boilerplate || sentence.part == text::Part::byline) {
        introduction_.reset();
        teller_ = {};
        continue;
      }
      if (sentence.paragraph != paragraph) paragraph = sentence.paragraph, quotes_before_paragraph_ = found_.size();
      while (turn != turns.end() && turn->paragraph < sentence.paragraph) ++turn;
      const bool in_turn = turn != turns.end() && turn->paragraph == sentence.paragraph;
      if (in_turn && sentence.first <= turn->label.first) open_turn(*turn);
      const std::size_t before = found_.size();
      read(*passage);
      if (in_turn) place_in_turn(before);
    }
    finish();
    return std::move(found_);
  }

 private:
  // Is a label the name of a person whom the text has named before?
  bool is_named_before(Stretch label) const {
    const Id person = speakers_.labelled(label);
    if (person == 0) return false;
    const Actor& actor = cast_.actors[person - 1];  // whose span is the first mention
    return actor.kind == ActorKind::person && actor.span.begin < document_.tokens[label.first].begin;
  }

  // The words behind a speaker's name in an interview. Of two letters the first asks and the other answers: the one person
  // of whom the text has told before.
  void open_turn(const Turn& turn) {
    FoundQuote quote;
    quote.row.kind = QuoteKind::direct;  // no marks, but their very words
    quote.row.act = "say";
    quote.row.rule = "quote.turn";
    quote.row.confidence = turn_confidence;
    quote.content = turn.content;
    quote.mention = turn.label;
    quote.cue = {turn.label.end, turn.label.end + 1};
    const bool letter = document_.tokens[turn.label.first].shape == text::Shape::initial && turn.label.end == turn.label.first + 1;
    if (!letter) {
      quote.row.speaker_actor = speakers_.labelled(turn.label);
      quote.row.speaker = quote.row.speaker_actor == 0 ? std::string(document_.words_of(turn.label)) : cast_.name_of(quote.row.speaker_actor);
    } else {
      const std::string_view word = document_.word(turn.label.first);
      if (asks_.empty()) asks_ = word, guest_ = speakers_.only_person_before(turn.label.first);
      if (word != asks_) quote.row.speaker_actor = guest_, quote.row.speaker = cast_.name_of(guest_);
    }
    found_.push_back(std::move(quote));
    turn_ = static_cast<Id>(found_.size());
  }

  // What is reported within a turn is part of it.
  void place_in_turn(std::size_t first) {
    for (std::size_t i = first; i < found_.size(); ++i) {
      if (found_[i].row.part_of == 0) found_[i].row.part_of = turn_;
    }
  }

  void read(const Passage& passage) {
    attributions_.clear();
    find_attributions(document_, passage, attributions_);
    by_rules(passage);
    by_attributions(passage);
    if (!passage.quotation.empty()) leftovers(passage);
    note_introduction(passage);
    note_teller(passage);
  }

  // "Ana Paz, its head, said:" at a paragraph's end: whose words the next one opens with.
  void note_introduction(const Passage& passage) {
    constexpr std::uint32_t near = 8;  // elements
    introduction_.reset();
    if (passage.size() == 0) return;
    const std::uint32_t mark = passage.size() - 1;
    if (!passage.is(mark, trait::colon)) return;
    for (std::uint32_t i = mark; i-- > 0 && i + near >= mark && !passage.is(i, trait::quoted | trait::stop);) {
      if (!passage.is(i, trait::finite)) continue;
      if (!passage.is(i, trait::report)) return;
      const Syntax syntax(passage);
      Attribution made;
      made.frame = Frame::leading;
      made.cue = {i, i + 1};
      made.party = syntax.subject_of(i);
      if (!made.party.found()) made.party = syntax.main_subject(i);
      if (!made.party.found()) return;
      introduction_ = base_of(passage, made);
      introduction_->row.kind = QuoteKind::direct;
      introduction_->row.confidence = confidence_of(made.frame, QuoteKind::direct, 1);
      return;
    }
  }

  // "A banker stood at the counter with two suitcases. “I came for three days.”": the one person of whom a sentence tells what
  // they do, where quoted words come next.
  void note_teller(const Passage& passage) {
    teller_ = {};
    if (passage.end >= document_.sentences.size() || document_.quotation_of(document_.sentences[passage.end].first + 1) < 0) return;
    if (document_.sentences[passage.first].part != text::Part::body) return;
    std::uint32_t verb = 0;
    while (verb < passage.size() && !passage.is(verb, trait::finite | trait::quoted)) ++verb;
    if (!passage.is(verb, trait::finite) || passage.is(verb, trait::passive)) return;
    const Party party = Syntax(passage).subject_of(verb);
    if (party.count != 1 || passage.is(party.heads[0], trait::plural)) return;
    if (!passage.is(party.heads[0], trait::somebody | trait::named | trait::personal)) return;
    Speaker speaker = speakers_.of(passage, party, found_);
    if (speaker.actor != 0 && cast_.actors[speaker.actor - 1].kind != ActorKind::person) return;
    teller_ = std::move(speaker);
  }

  // --- rows of an attribution ------------------------------------------------------------------------------------------

  bool is_quotation(const Passage& passage, Range content) const { return content.end == content.begin + 1 && passage.quotation_at(content.begin) >= 0; }

  void by_attributions(const Passage& passage) {
    for (const Attribution& made : attributions_) {
      if (is_quotation(passage, made.content)) add_quoted(passage, made);
    }
    for (const Attribution& made : attributions_) {
      if (!is_quotation(passage, made.content)) add_reported(passage, made);
    }
  }

  FoundQuote base_of(const Passage& passage, const Attribution& made) const {
    FoundQuote quote;
    const Speaker speaker = made.owner.empty() ? speakers_.of(passage, made.party, found_) : speakers_.of_owner(made.owner, found_);
    take(speaker, quote);
    if (made.frame == Frame::relative && is_antecedent(passage, made, speaker.actor)) copy_speaker(found_.back(), quote), quote.mention = speaker.mention;
    if (has_asked(passage, made, speaker.actor)) quote.row.speaker_actor = 0, quote.row.speaker.clear();
    quote.row.via = made.via.empty() ? speaker.via : document_.words_without_opening(passage.tokens(made.via.begin, made.via.end));
    quote.row.rule = frame_name(made.frame);
    take_cue(passage[made.cue.end - 1], quote);
    return quote;
  }

  // "Ruiz said he had met the mayor, who he said was ready": "he" is not the mayor but goes on with who told it.
  bool is_antecedent(const Passage& passage, const Attribution& made, Id actor) const {
    const std::uint32_t subject = made.party.mention.begin;
    if (actor == 0 || found_.empty() || subject < 2 || !passage.is(made.party.heads[0], trait::personal) || !passage.is(subject - 1, trait::relative))
      return false;
    const std::uint32_t before = subject - (passage.is(subject - 2, trait::comma) && subject > 2 ? 3 : 2);
    const bool within = found_.back().content.holds(Document::stretch(passage[made.cue.begin]));
    return within && found_.back().row.speaker_actor != actor && cast_.actor_of(Document::stretch(passage[before])) == actor;
  }

  // "Asked by Reed if it hurt, she said no": she is not who asked.
  bool has_asked(const Passage& passage, const Attribution& made, Id actor) const {
    if (actor == 0 || attributions_.empty() || made.party.count != 1 || !passage.is(made.party.heads[0], trait::personal)) return false;
    const Attribution& first = attributions_.front();
    if (!first.party.found() || first.content.end > made.cue.begin || first.content.begin < first.cue.end) return false;
    return act_of(lexicon_, first.word, class_id::REPORT_VERB) == "ask" && speakers_.of(passage, first.party, found_).actor == actor &&
           first.party.mention.begin > first.cue.begin;
  }

  void take_cue(const Element& element, FoundQuote& quote) const {
    quote.cue = Document::stretch(element);
    if (const Phrase* const phrase = document_.phrase(element)) {
      const Stretch head = document_.captured(*phrase, "head");
      if (!head.empty()) quote.cue = head;
    }
    const bool noun = document_.is(element, class_id::NOUN_GROUP);  // "its call for a truce"
    for (const lexicon::ClassId id : {noun ? class_id::REPORT_NOUN : class_id::REPORT_VERB, noun ? class_id::REPORT_VERB : class_id::REPORT_NOUN,
                                      class_id::REPORT_ADJECTIVE, class_id::STANCE_VERB}) {
      if (!document_.is(element, id)) continue;
      if (const auto entry = lexicon_.entry(element.word, id)) quote.row.act = (*entry)[Column::act];
      if (!quote.row.act.empty()) return;
    }
    quote.row.act = "say";
  }

  void add_quoted(const Passage& passage, const Attribution& made) {
    const std::int32_t index = passage.quotation[made.content.begin];
    if (covered_[static_cast<std::size_t>(index)] != 0) return;
    FoundQuote quote = base_of(passage, made);
    const bool part = made.frame == Frame::fragment || made.frame == Frame::matter || made.frame == Frame::topic || made.frame == Frame::noun_topic ||
                      made.frame == Frame::relative;
    quote.row.kind = part ? QuoteKind::fragment : QuoteKind::direct;
    quote.row.confidence = confidence_of(made.frame, quote.row.kind, made.strength);
    if (!add_quotation(quote, index)) return;
    const auto first = static_cast<Id>(found_.size());
    if (made.more.empty()) return;
    const std::int32_t more = is_quotation(passage, made.more) ? passage.quotation[made.more.begin] : -1;
    if (more < 0 || covered_[static_cast<std::size_t>(more)] != 0) return;
    quote.row.continues = first;
    add_quotation(std::move(quote), more);
  }

  bool add_quotation(FoundQuote quote, std::int32_t index) {
    const text::Quotation& quotation = document_.quotations[static_cast<std::size_t>(index)];
    if (quotation.first >= quotation.end) return false;
    covered_[static_cast<std::size_t>(index)] = 1;
    quote.content = {quotation.first, quotation.end};
    if (quotation.continues && !found_.empty() && quote.row.continues == 0) quote.row.continues = static_cast<Id>(found_.size());
    found_.push_back(std::move(quote));
    return true;
  }

  void add_reported(const Passage& passage, const Attribution& made) {
    const FoundQuote quote = base_of(passage, made);
    const Id first = add_clause(passage, made.content, quote, &made);
    if (first == 0 || made.more.empty()) return;
    FoundQuote more = quote;
    more.row.continues = first;
    if (is_quotation(passage, made.more)) {
      const std::int32_t index = passage.quotation[made.more.begin];
      const bool speech = passage.is(made.more.begin, trait::speech);
      more.row.kind = speech ? QuoteKind::direct : QuoteKind::fragment;
      if (!speech) found_[first - 1].row.kind = QuoteKind::mixed;  // The report, she said, “will not be read”
      more.row.confidence = confidence_of(made.frame, more.row.kind, made.strength);
      if (covered_[static_cast<std::size_t>(index)] == 0) add_quotation(std::move(more), index);
    } else {
      add_clause(passage, made.more, more, &made);
    }
  }

  // A reported clause: mixed where it holds quoted words, each of which is a fragment of it.
  // Its confidence is that of the attribution, if there is one.
  Id add_clause(const Passage& passage, Range content, FoundQuote quote, const Attribution* made) {
    constexpr Traits marks = trait::comma | trait::stop | trait::colon | trait::dash;
    const auto dangles = [&](std::uint32_t i) {  // "for Puntland, if, she adds, …"
      return passage.is(i, trait::subordinator | trait::conjunction) && passage.is(i - 1, trait::comma) &&
             !passage.is(i, trait::noun | trait::verb | trait::adverb | trait::preposition);
    };
    while (content.end > content.begin && (passage.is(content.end - 1, marks) || (content.end > content.begin + 1 && dangles(content.end - 1)))) --content.end;
    while (content.begin < content.end && passage.is(content.begin, marks)) ++content.begin;
    if (content.empty()) return 0;
    quote.content = passage.tokens(content.begin, content.end);
    inside_.clear();
    for (std::uint32_t i = content.begin; i < content.end && !passage.quotation.empty(); ++i) {
      const std::int32_t index = passage.quotation[i];
      if (index < 0 || covered_[static_cast<std::size_t>(index)] != 0 || is_title(index)) continue;
      if (content.end == content.begin + 1) return 0;
      inside_.push_back(index);
    }
    quote.row.kind = inside_.empty() ? QuoteKind::indirect : QuoteKind::mixed;
    if (made != nullptr) quote.row.confidence = confidence_of(made->frame, quote.row.kind, made->strength);
    found_.push_back(quote);
    const auto whole = static_cast<Id>(found_.size());
    for (const std::int32_t index : inside_) {
      if (nearer(passage, index, content)) continue;
      FoundQuote fragment = quote;
      fragment.row.kind = QuoteKind::fragment;
      if (made != nullptr) fragment.row.confidence = confidence_of(made->frame, QuoteKind::fragment, made->strength);
      fragment.row.part_of = whole;
      fragment.row.continues = 0;
      add_quotation(std::move(fragment), index);
    }
    return whole;
  }

  // Does another reported clause, within this one, hold the quotation? Then it is that one's.
  bool nearer(const Passage& passage, std::int32_t index, Range content) const {
    return std::any_of(attributions_.begin(), attributions_.end(), [&](const Attribution& other) {
      const bool within =
          other.content.begin >= content.begin && other.content.end <= content.end && other.content.end - other.content.begin < content.end - content.begin;
      return within && passage.tokens(other.content.begin, other.content.end).holds(document_.quotations[static_cast<std::size_t>(index)].open);
    });
  }

  // A title, a nickname, a brand: every word but the small ones has a capital.
  bool is_title(std::int32_t index) const {
    const text::Quotation& quotation = document_.quotations[static_cast<std::size_t>(index)];
    constexpr std::uint32_t longest = 10;  // tokens
    if (quotation.end - quotation.first > longest || quotation.first >= quotation.end) return false;
    const text::Part part = document_.sentences[document_.sentence_of(quotation.open)].part;
    if (part == text::Part::headline || part == text::Part::heading) return false;
    for (std::uint32_t i = quotation.first; i < quotation.end; ++i) {
      const text::Shape shape = document_.tokens[i].shape;
      if (shape == text::Shape::question || shape == text::Shape::open_bracket) return false;
      const bool small = shape == text::Shape::lower && document_.word(i).size() > 3;
      const bool outer = i == quotation.first && shape != text::Shape::capitalized && shape != text::Shape::all_capitals;
      if (small || outer || shape == text::Shape::clitic) return false;
    }
    return true;
  }

  // --- rules -----------------------------------------------------------------------------------------------------------

  void by_rules(const Passage& passage) {
    stage_.find(passage.tape, cue_, scratch_);
    for (const Match& match : scratch_.matches) {
      const cascade::Capture* const content = match.captured(content_);
      if (content == nullptr) continue;
      Attribution made = attribution_of(passage, match);
      FoundQuote quote = base_of(passage, made);
      const cascade::Rule& rule = stage_.rule(match.rule);
      quote.row.rule = rule.name;
      quote.row.confidence = lexicon::number_in<double>(rule.setting("confidence")).value_or(0.8);
      if (is_quotation(passage, made.content)) {
        const std::int32_t index = passage.quotation[made.content.begin];
        quote.row.kind = rule.setting("kind") == "fragment" ? QuoteKind::fragment : QuoteKind::direct;
        if (covered_[static_cast<std::size_t>(index)] == 0) add_quotation(std::move(quote), index);
      } else {
        add_clause(passage, made.content, std::move(quote), nullptr);
      }
      const std::uint32_t cue = made.cue.begin;
      std::erase_if(attributions_, [cue](const Attribution& other) { return other.cue.begin == cue; });
    }
  }

  Attribution attribution_of(const Passage& passage, const Match& match) const {
    Attribution made;
    const auto range = [&](std::uint8_t name) {
      const cascade::Capture* const capture = match.captured(name);
      return capture == nullptr ? Range{} : Range{capture->begin, capture->end};
    };
    made.content = range(content_);
    made.cue = range(cue_);
    made.via = range(via_);
    if (made.cue.empty()) made.cue = {made.content.begin > 0 ? made.content.begin - 1 : 0, std::max(made.content.begin, 1U)};
    const Range speaker = range(speaker_);
    if (!speaker.empty()) {
      const Range tail = range(tail_);
      made.party.heads[0] = speaker.end - 1;
      made.party.count = 1;
      made.party.tail = tail.empty() ? speaker.end : tail.end;
      made.party.mention = {speaker.begin, made.party.tail};
    }
    made.word = passage[made.cue.begin].word;
    return made;
  }

  // --- quotations without an attribution of their own ------------------------------------------------------------------

  void leftovers(const Passage& passage) {
    for (std::uint32_t i = 0; i < passage.size(); ++i) {
      const std::int32_t index = passage.quotation[i];
      if (index < 0 || covered_[static_cast<std::size_t>(index)] != 0) continue;
      const text::Quotation& quotation = document_.quotations[static_cast<std::size_t>(index)];
      if (!quotation.continues && !(passage.is(i, trait::speech) && stands_alone(passage, i))) continue;
      if (i == 0 && introduction_) {
        add_quotation(*introduction_, index);
        continue;
      }
      FoundQuote quote;
      quote.row.kind = QuoteKind::direct;
      quote.row.act = "say";
      quote.row.rule = "quote.context";
      quote.row.confidence = context_confidence;
      if (i + 1 >= passage.size() || !take_speaker_behind(passage, i + 1, quote)) take_context_speaker(passage, quote);
      add_quotation(std::move(quote), index);
    }
  }

  // Quoted words that are a sentence of the report: nothing of it stands before or behind them.
  bool stands_alone(const Passage& passage, std::uint32_t i) const {
    const bool opens = i == 0 || passage.is(i - 1, trait::stop | trait::colon | trait::quoted | trait::dash);
    const bool ends = i + 1 >= passage.size() || passage.is(i + 1, trait::stop | trait::quoted | trait::dash);
    return opens && (ends || goes_on(passage.quotation[i]));
  }

  // Quoted words that end in a comma or question mark before the report goes on: what follows is an attribution.
  bool goes_on(std::int32_t index) const {
    const text::Quotation& quotation = document_.quotations[static_cast<std::size_t>(index)];
    const text::Shape last = document_.tokens[quotation.end - 1].shape;
    return last == text::Shape::comma || last == text::Shape::question || last == text::Shape::dash;
  }

  // The one person behind quoted words, “I see nothing,” the pilot is heard to say; else the first one named in their sentence.
  bool take_speaker_behind(const Passage& passage, std::uint32_t i, FoundQuote& quote) const {
    if (passage.is(i, trait::somebody) && passage.is(i, trait::noun) && !passage.is(i, trait::plural)) {
      const Speaker speaker = speakers_.of(passage, Syntax(passage).party_from(i), found_);
      if (!speaker.name.empty()) return take(speaker, quote), true;
    }
    std::uint32_t end = i;
    while (end < passage.size() && !passage.is(end, trait::stop | trait::quoted)) ++end;
    const Stretch rest = passage.tokens(i, end);
    if (rest.empty()) return false;
    const auto at = first_in(cast_.mentions, rest);
    if (at == cast_.mentions.end() || !rest.holds(at->tokens)) return false;
    quote.row.speaker_actor = at->row.actor;
    quote.row.speaker = cast_.name_of(at->row.actor);
    quote.mention = at->tokens;
    return true;
  }

  // The speaker of the quote before in the paragraph; else of whom the sentence before tells; else its party, in the
  // paragraph; else the speaker of the last quote of the paragraph before, or the party of its last sentence.
  void take_context_speaker(const Passage& passage, FoundQuote& quote) const {
    if (found_.size() > quotes_before_paragraph_) {
      copy_speaker(found_.back(), quote);
      const bool adjacent = passage.first > 0 && document_.sentence_of(found_.back().content.end - 1) + 1 >= passage.first;
      if (adjacent && found_.back().row.kind == QuoteKind::direct) go_on_with_last(quote);
      return;
    }
    if (!teller_.name.empty() && passage.quotation_at(0) >= 0) {
      take(teller_, quote);
      return;
    }
    const std::uint32_t paragraph = document_.sentences[passage.first].paragraph;
    const bool before = passage.first > 0;
    if (before && document_.sentences[passage.first - 1].paragraph == paragraph) return take_party(passage.first - 1, quote);
    const bool near = !found_.empty() && document_.sentences[document_.sentence_of(found_.back().content.first)].paragraph + 2 >= paragraph;
    if (near) return copy_speaker(found_.back(), quote);
    if (before && document_.sentences[passage.first - 1].part == text::Part::body) take_party(passage.first - 1, quote);
  }

  // “It is bad,” she said. “We will mend it.”: the words that attribute the first piece attribute all.
  void go_on_with_last(FoundQuote& quote) const {
    quote.row.continues = static_cast<Id>(found_.size());
    quote.cue = found_.back().cue;
    quote.row.via = found_.back().row.via;
  }

  void take_party(std::uint32_t sentence, FoundQuote& quote) const {
    quote.row.speaker_actor = speakers_.party_of(sentence);
    quote.row.speaker = cast_.name_of(quote.row.speaker_actor);
  }

  static void take(const Speaker& speaker, FoundQuote& quote) {
    quote.row.speaker_actor = speaker.actor;
    quote.row.speaker = speaker.name;
    quote.mention = speaker.mention;
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
    sorted.reserve(found_.size());
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
  Speakers speakers_;
  std::uint8_t content_ = 0;
  std::uint8_t speaker_ = 0;
  std::uint8_t tail_ = 0;
  std::uint8_t cue_ = 0;
  std::uint8_t via_ = 0;
  cascade::Scratch scratch_;
  std::vector<Attribution> attributions_;  // of the passage
  std::vector<std::int32_t> inside_;       // quotations within a clause
  std::vector<std::uint8_t> covered_;      // of each quotation: a row has it
  std::vector<FoundQuote> found_;
  std::size_t quotes_before_paragraph_ = 0;
  std::string_view asks_;                   // the letter that asks in an interview
  Id guest_ = 0;                            // who answers
  Id turn_ = 0;                             // the last
  std::optional<FoundQuote> introduction_;  // by the passage before
  Speaker teller_;                          // of whom the passage before tells; nobody where it tells of none
};

}  // namespace

std::vector<FoundQuote> find_quotes(const Document& document, const Cast& cast) { return Quoting(document, cast).run(); }

Id quote_around(const std::vector<FoundQuote>& quotes, Stretch tokens) {
  // Quotes overlap only where they nest, so the innermost is among the last few that begin before.
  constexpr std::size_t reach = 16;
  const auto behind =
      std::upper_bound(quotes.begin(), quotes.end(), tokens.first, [](std::uint32_t t, const FoundQuote& quote) { return t < quote.content.first; });
  const auto end = static_cast<std::size_t>(behind - quotes.begin());
  for (std::size_t i = end; i-- > 0 && i + reach >= end;) {
    if (quotes[i].content.holds(tokens)) return static_cast<Id>(i + 1);
  }
  return 0;
}

}  // namespace gazette::facts

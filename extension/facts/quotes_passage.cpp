#include "facts/quotes_passage.h"

#include <array>
#include <utility>

#include "facts/quotes_words.h"
#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

namespace class_id = lexicon::class_id;

constexpr std::array<std::pair<lexicon::ClassId, Traits>, 57> trait_classes{{
    {class_id::VERB_ING, trait::progressive},
    {class_id::VERB_PAST, trait::past},
    {class_id::VERB_THIRD, trait::present},
    {class_id::VERB_BASE, trait::present},
    {class_id::MODALITY, trait::modality},
    {class_id::MODAL, trait::auxiliary},
    {class_id::NOUN_PLURAL, trait::plural},
    {class_id::NEGATION, trait::auxiliary},
    {class_id::MEASURE, trait::noun | trait::measure},
    {class_id::COMMA, trait::comma},
    {class_id::FULL_STOP, trait::stop},
    {class_id::QUESTION, trait::stop},
    {class_id::ELLIPSIS, trait::stop},
    {class_id::SEMICOLON, trait::stop},
    {class_id::COLON, trait::colon},
    {class_id::DASH, trait::dash},
    {class_id::OPEN_BRACKET, trait::open_bracket},
    {class_id::CLOSE_BRACKET, trait::close_bracket},
    {class_id::QUOTED, trait::quoted},
    {class_id::QUOTED_SPEECH, trait::quoted | trait::speech},
    {class_id::NOUN_GROUP, trait::noun},
    {class_id::VERB_GROUP, trait::verb},
    {class_id::INFINITIVE, trait::infinitive},
    {class_id::GERUND, trait::gerund},
    {class_id::PASSIVE, trait::passive},
    {class_id::COPULA, trait::copula},
    {class_id::REPORT_VERB, trait::report},
    {class_id::REPORT_NOUN, trait::report_noun},
    {class_id::REPORT_ADJECTIVE, trait::report_adjective},
    {class_id::STANCE_VERB, trait::stance},
    {class_id::REPORT_LINK, trait::matter},
    {class_id::CLITIC, trait::clitic},
    {class_id::AGENT_MARK, trait::agent},
    {class_id::SOURCE_PREPOSITION, trait::source},
    {class_id::PREPOSITION, trait::preposition},
    {class_id::CONJUNCTION, trait::conjunction},
    {class_id::CLAUSE_BREAK, trait::clause_break},
    {class_id::COMPLEMENTIZER, trait::complementizer},
    {class_id::QUESTION_WORD, trait::question_word},
    {class_id::RELATIVE, trait::relative},
    {class_id::SUBORDINATOR, trait::subordinator},
    {class_id::DATE, trait::date},
    {class_id::DURATION, trait::date},
    {class_id::ADVERB, trait::adverb},
    {class_id::BOTH, trait::adverb},  // “they both said”, “Paz, Reed and Hill all said”
    {class_id::PERSONAL, trait::personal},
    {class_id::MEDIUM, trait::medium},
    {class_id::MEDIA, trait::medium},
    {class_id::PERSON, trait::named},
    {class_id::ORGANIZATION_NAME, trait::named},
    {class_id::GROUP_NAME, trait::named},
    {class_id::COUNTRY_NAME, trait::named},
    {class_id::UNKNOWN_NAME, trait::named},
    {class_id::PERSON, trait::somebody},
    {class_id::PERSON_NOUN, trait::somebody},
    {class_id::ROLE, trait::somebody},
    {class_id::GROUP_NOUN, trait::somebody},
}};

Traits traits_of(const lexicon::ClassSet& classes) {
  Traits traits = trait::known;
  for (const auto& [id, bits] : trait_classes) {
    if (classes.has(id)) traits |= bits;
  }
  return traits;
}

}  // namespace

WordTraits::WordTraits(const cascade::Grammar& grammar) {
  const lexicon::Lexicon& lexicon = grammar.lexicon();
  for (std::size_t i = 0; i < lexicon.class_set_count(); ++i) of_set_.push_back(facts::traits_of(lexicon.classes(static_cast<lexicon::ClassSetId>(i))));
  for (const lexicon::ClassSet& classes : grammar.labels()) of_label_.push_back(facts::traits_of(classes));
}

Passages::Passages(const Document& document) : document_(document), known_(document.grammar->derived<WordTraits>()) {}

const Passage* Passages::next() {
  if (sentence_ >= document_.sentences.size()) return nullptr;
  passage_.quotation.clear();
  passage_.first = sentence_;
  const text::Sentence& sentence = document_.sentences[sentence_];
  while (quotation_ < document_.quotations.size() && document_.quotations[quotation_].open < sentence.first) ++quotation_;
  if (quotation_ < document_.quotations.size() && document_.quotations[quotation_].open < sentence.end) {
    join(sentence_);
  } else {
    passage_.end = sentence_ + 1;
    passage_.tape = document_.tapes[sentence_];
  }
  add_traits();
  sentence_ = passage_.end;
  return &passage_;
}

void Passages::join(std::uint32_t first) {
  joined_.clear();
  passage_.end = first + 1;
  std::uint32_t inside_until = 0;
  for (std::uint32_t s = first; s < passage_.end; ++s) {
    const text::Sentence& sentence = document_.sentences[s];
    for (const Element& element : document_.tapes[s]) {
      if (element.first < inside_until) continue;
      const std::int32_t index = opened_by(element);
      passage_.quotation.push_back(index);
      if (index < 0) {
        joined_.push_back(element);
        continue;
      }
      const text::Quotation& quotation = document_.quotations[static_cast<std::size_t>(index)];
      inside_until = quotation.closed ? quotation.end + 1 : quotation.end;
      Element quoted;
      quoted.first = quotation.open;
      quoted.end = inside_until;
      quoted.label = document_.grammar->quoted_label(is_speech(quotation));
      joined_.push_back(quoted);
    }
    const bool more = s + 1 < document_.sentences.size() && document_.sentences[s + 1].block == sentence.block;
    if (inside_until > sentence.end && more) passage_.end = s + 2;
  }
  passage_.tape = joined_;
}

void Passages::add_traits() {
  passage_.traits.clear();
  passage_.all = 0;
  for (const Element& element : passage_.tape) {
    Traits traits = traits_of(element);
    if ((traits & trait::report) != 0 && act_of(document_.grammar->lexicon(), element.word, class_id::REPORT_VERB) == "believe") traits |= trait::attitude;
    passage_.traits.push_back(traits);
    passage_.all |= traits;
  }
  for (std::size_t i = 0; i < passage_.quotation.size(); ++i) {
    if (passage_.quotation[i] < 0) continue;
    const text::Quotation& quotation = document_.quotations[static_cast<std::size_t>(passage_.quotation[i])];
    if (quotation.first < quotation.end && document_.tokens[quotation.end - 1].shape == text::Shape::comma) passage_.traits[i] |= trait::comma_inside;
  }
  mend();
}

// Words that stand where only a verb, or only a speaker, can: “…,” Ban said; she vows that; Ruiz hopes to; he's.
void Passages::mend() {
  const Tape tape = passage_.tape;
  std::vector<Traits>& traits = passage_.traits;
  constexpr Traits verb = trait::known | trait::verb | trait::finite;
  bool present = false;  // a verb of the third person before
  for (std::size_t i = 0; i + 1 < traits.size(); ++i) {
    const Element& second = tape[i + 1];
    present |= (traits[i] & trait::finite) != 0 && document_.is(tape[i], class_id::VERB_THIRD);
    // "attacks the bank and vows to break it up": behind one thing no second is joined in the plural.
    if (present && i > 0 && (traits[i] & trait::conjunction) != 0 && (traits[i - 1] & (trait::noun | trait::quoted)) != 0 &&
        !document_.is(tape[i - 1], class_id::NOUN_PLURAL) && (traits[i + 1] & trait::noun) != 0 && second.end == second.first + 1 &&
        document_.is(second, class_id::REPORT_VERB) && document_.is(second, class_id::VERB_THIRD) && i + 2 < traits.size() &&
        (traits[i + 2] & (trait::infinitive | trait::complementizer)) != 0) {
      traits[i + 1] = verb | trait::report;
      passage_.all |= traits[i + 1];
    }
    // "Stone says", "Jolly said": at the sentence's beginning, a word before such a verb is a name whatever else it may be.
    constexpr Traits odd = trait::known | trait::verb | trait::finite | trait::passive | trait::participle | trait::noun_too | trait::report | trait::stance |
                           trait::somebody | trait::form | trait::attitude;
    const bool opens = i == 0 || (traits[i - 1] & (trait::stop | trait::comma)) != 0;
    if (opens && (traits[i] & ~odd) == 0 && tape[i].end == tape[i].first + 1 && document_.tokens[tape[i].first].shape == text::Shape::capitalized &&
        document_.is(second, class_id::REPORT_VERB) && (traits[i + 1] & (trait::finite | trait::passive)) == trait::finite &&
        !document_.is(tape[i], class_id::DETERMINER) && !document_.is(tape[i], class_id::BE) && !document_.is(tape[i], class_id::MODAL) &&
        !document_.is(tape[i], class_id::NAME_SUFFIX)) {
      traits[i] = trait::known | trait::noun | trait::named;
      passage_.all |= traits[i];
    }
    if ((traits[i] & (trait::report | trait::finite | trait::passive)) == (trait::report | trait::finite) && (traits[i + 1] & trait::verb) != 0 &&
        second.end == second.first + 1 && document_.tokens[second.first].shape == text::Shape::capitalized &&
        document_.tokens[tape[i].end - 1].shape == text::Shape::lower && i + 2 < traits.size() &&
        (traits[i + 2] & (trait::complementizer | trait::question_word | trait::infinitive | trait::comma | trait::finite)) != 0) {  // "told Fox that"
      traits[i + 1] = trait::known | trait::noun | trait::named;
      passage_.all |= traits[i + 1];
    }
    if ((traits[i] & (trait::noun | trait::named | trait::complementizer | trait::question_word | trait::comma)) != 0) {
      const bool clitic = document_.is(second, class_id::CLITIC);
      const bool pronoun = (traits[i] & (trait::personal | trait::complementizer | trait::question_word)) != 0;
      if (pronoun && clitic) {
        traits[i + 1] = verb | trait::copula;
      } else if (clitic && (traits[i] & trait::noun) != 0 && i + 2 < traits.size() && (traits[i + 2] & trait::noun) != 0) {
        traits[i + 1] = trait::known | trait::preposition | trait::clitic;  // "the army's Western Command"
      } else if ((traits[i] & (trait::personal | trait::named | trait::comma)) != 0 && (traits[i + 1] & trait::noun) != 0 && second.end == second.first + 1 &&
                 document_.is(second, class_id::REPORT_VERB) && document_.is(second, class_id::VERB_THIRD)) {
        const Traits then = i + 2 < traits.size() ? traits[i + 2] : 0;
        const bool complement = (then & (trait::noun | trait::complementizer | trait::infinitive | trait::quoted | trait::question_word)) != 0;
        const bool behind_quoted = i > 0 && (traits[i - 1] & trait::quoted) != 0;
        if (complement || behind_quoted) traits[i + 1] = verb | trait::report;
      }
      passage_.all |= traits[i + 1];
    } else if ((traits[i] & trait::quoted) != 0 && i + 2 < traits.size() && (traits[i + 1] & trait::verb) != 0 && (traits[i + 2] & trait::report) != 0 &&
               document_.tokens[second.first].shape == text::Shape::capitalized) {
      traits[i + 1] = trait::known | trait::noun | trait::named;
    }
  }
}

Traits Passages::traits_of(const Element& element) const {
  Traits traits = known_.of(element);
  if ((traits & trait::verb) == 0) return traits & ~(trait::report | trait::form);
  if (element.end == element.first + 1 && document_.is(element, class_id::VERB_PARTICIPLE)) traits |= trait::participle;
  if (element.end == element.first + 1 && document_.is(element, class_id::NOUN) && document_.is(element, class_id::VERB_BASE)) traits |= trait::noun_too;
  traits &= ~(trait::adverb | trait::preposition | trait::noun | trait::report_noun);
  if (document_.is_at(element.first, class_id::BEING)) {  // "denied being there", "denied having met him"
    traits |= trait::gerund;
    if (element.end == element.first + 1) traits &= ~trait::copula;
  }
  // A participle alone ("the bodies found there") makes no clause.
  const bool participle = (traits & trait::passive) != 0 && element.end == element.first + 1;
  if ((traits & (trait::infinitive | trait::gerund)) == 0 && !participle) traits |= trait::finite;
  return traits;
}

std::int32_t Passages::opened_by(const Element& element) const {
  if (document_.tokens[element.first].shape != text::Shape::open_quote) return -1;
  const auto at = std::lower_bound(document_.quotations.begin(), document_.quotations.end(), element.first,
                                   [](const text::Quotation& quotation, std::uint32_t token) { return quotation.open < token; });
  if (at == document_.quotations.end() || at->open != element.first || at->inside >= 0) return -1;
  return static_cast<std::int32_t>(at - document_.quotations.begin());
}

// Are quoted words, whose full stop stands behind the mark, a sentence of the report: “They must pay”.
bool Passages::is_sentence(const text::Quotation& quotation) const {
  const text::Sentence& sentence = document_.sentences[document_.sentence_of(quotation.open)];
  const std::uint32_t behind = quotation.end + 1;
  return quotation.closed && sentence.first == quotation.open && behind < document_.tokens.size() && document_.tokens[behind].shape == text::Shape::full_stop &&
         behind + 1 == sentence.end;
}

// Words that can stand as speech of their own: they begin like a sentence and end like one, or hold a verb.
bool Passages::is_speech(const text::Quotation& quotation) const {
  if (quotation.first >= quotation.end) return false;
  const text::Shape first = document_.tokens[quotation.first].shape;
  if (first == text::Shape::lower || first == text::Shape::clitic) return false;
  const text::Shape last = document_.tokens[quotation.end - 1].shape;
  const bool stopped = last == text::Shape::full_stop || last == text::Shape::question || last == text::Shape::ellipsis || last == text::Shape::dash ||
                       last == text::Shape::comma;
  if (!stopped && quotation.end - quotation.first < 4 && !is_sentence(quotation)) return false;
  if (stopped && last != text::Shape::comma && last != text::Shape::full_stop) return true;
  const Stretch all{quotation.first, quotation.end};
  bool small = false;  // a word in small letters other than a verb
  for (std::uint32_t s = document_.sentence_of(all.first); s < document_.sentences.size() && document_.sentences[s].first < all.end; ++s) {
    for (const Element& element : document_.tapes[s]) {
      if (!all.holds(Document::stretch(element))) continue;
      if (document_.is(element, class_id::VERB_GROUP)) return true;
      small |= document_.tokens[element.first].shape == text::Shape::lower;
    }
  }
  return stopped && (small || quotation.end - quotation.first <= 3);
}

}  // namespace gazette::facts

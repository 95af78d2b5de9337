#include "facts/quotes_nouns.h"

namespace gazette::facts {

namespace class_id = lexicon::class_id;

// His claim that X, their promise to X.
void NounAttributions::noun(std::uint32_t cue) {
  Attribution made;
  made.cue = {cue, cue + 1};
  made.word = passage_[cue].word;
  const Use use = use_of(lexicon_, made.word, class_id::REPORT_NOUN);
  made.strength = use.strength;
  std::uint32_t i = cue + 1;
  if (is_class(i, class_id::AGENT_MARK) && is(i + 1, trait::noun)) {
    made.party = syntax_.party_from(i + 1);
    made.party.mention.end = made.party.heads[0] + 1;
    i = made.party.mention.end;
  }
  if (!made.party.found() && is_class(i, class_id::OF_MARK) && is(i + 1, trait::noun) && is(i + 1, trait::somebody | trait::named)) {
    const std::uint32_t behind = syntax_.phrase_end(i + 1);
    if (is(behind, trait::complementizer) && syntax_.is_clause(behind + 1)) {  // "the complaints of fans in the hall that"
      made.party = syntax_.party_from(i + 1);
      made.party.mention.end = i = behind;
    }
  }
  if (!made.party.found()) take_owner(made);
  const bool owned = made.party.found() || !made.owner.empty();
  const bool brought = is_thing(made.party) && act_of(lexicon_, made.word, class_id::REPORT_NOUN) == "demand";
  if (brought) made.party = {};  // "the attacks brought calls for new laws": somebody's, but not theirs
  if (!owned && (made.strength < 0.5F || !is(i, trait::complementizer))) return;
  while (owned && is(i, trait::date) && is(i + 1, trait::complementizer | trait::date)) ++i;  // "the council's call Friday that"
  if (owned && links(i) && !is(i, trait::matter) && is(i + 1, trait::noun | trait::date) && is(i + 2, trait::complementizer))
    i += 2;  // his claim on Monday that
  if (!made.owner.empty() && in_view(cue)) return view(made, i);
  const std::uint32_t said = i + (is(i + 1, trait::comma | trait::colon) ? 2 : 1);
  const bool words = owned && act_of(lexicon_, passage_[cue].word, class_id::REPORT_NOUN) == "say" && !is_reported(cue);
  if (words && is(i, trait::copula) && opens_sentence(cue) && is(said, trait::quoted) && at_end(said + 1)) {  // "Her reply was “Absolutely not”"
    made.frame = Frame::leading;
    made.content = {said, said + 1};
    made.strength = 1;
  } else if (words && cue > 1 && is(cue - 1, trait::copula) && is(cue - 2, trait::quoted)) {  // "“Absolutely not” was her reply"
    made.frame = Frame::trailing;
    made.content = {cue - 2, cue - 1};
    made.strength = 1;
  } else if (is(i, trait::complementizer) && syntax_.is_clause(i + 1)) {
    set(made, Frame::noun_clause, i + 1);
    if (is(made.content.end - 1, trait::report) && is(made.content.end - 1, trait::finite) && at_end(made.content.end)) return;  // "a claim that Ruiz denied"
    const bool stance = is(made.content.end - 1, trait::stance) || links(made.content.end - 1);
    if (stance && at_end(made.content.end)) return;  // "a claim that Ruiz did not comment on"
    if (opens_sentence(cue)) made.content.end = is_adjunct(cue) ? before_clause_behind(made.content) : before_second_verb(made.content);
  } else if (is(i, trait::infinitive) && (use.takes & takes_to) != 0) {
    set(made, Frame::noun_infinitive, i);
    if (opens_sentence(cue)) made.content.end = before_second_verb(made.content);
  } else if (is(i + 1, trait::noun) && ((is_class(i, class_id::REPORT_LINK) && (use.takes & takes_topic) != 0) ||
                                        (is_class(i, class_id::CHARGE) && (use.takes & takes_for) != 0))) {  // "its call for a truce"
    made.frame = Frame::noun_topic;
    made.content = {i + 1, syntax_.object_end(i + 1)};
  } else {
    return;
  }
  add(made);
}

// "in his view", "in the union's opinion", "in her own words"
bool NounAttributions::in_view(std::uint32_t cue) const {
  if (cue == 0 || !is_class(cue - 1, class_id::LOCATIVE) || !links(cue - 1)) return false;
  return is_class(cue, class_id::WORDING) || act_of(lexicon_, passage_[cue].word, class_id::REPORT_NOUN) == "believe";
}

// "In his view, the plan is wrong", "The plan, in his view, is wrong", "The plan is wrong, in his view."
void NounAttributions::view(Attribution& made, std::uint32_t behind) {
  const std::uint32_t in = made.cue.begin - 1;
  const bool opens = in == 0 || is(in - 1, trait::stop | trait::conjunction);
  const bool aside = in > 1 && is(in - 1, trait::comma);
  const bool quoted = is(behind, trait::comma | trait::colon) && is(behind + 1, trait::quoted) && (is(behind + 1, trait::speech) || at_end(behind + 2));
  if ((quoted && (opens || is_class(made.cue.begin, class_id::WORDING))) || (opens && is(behind, trait::comma) && syntax_.is_clause(behind + 1))) {
    made.content = {behind + 1, quoted ? behind + 2 : syntax_.sentence_end(behind + 1)};
  } else if (aside && (at_end(behind) || is(behind, trait::comma))) {
    made.content = {syntax_.clause_begin(in), in - 1};
    if (is(behind, trait::comma) && is(behind + 1, trait::finite)) made.more = {behind + 1, syntax_.clause_end(behind + 1)};
  } else {
    return;
  }
  made.frame = Frame::according;
  made.cue = {in, made.cue.end};
  made.strength = 0.9F;
  add(made);
}

// Is a noun group the first of its sentence, and so its subject?
bool NounAttributions::opens_sentence(std::uint32_t noun) const {
  for (std::uint32_t i = syntax_.clause_begin(noun); i < noun; ++i) {
    if (is(i, trait::verb)) return false;
  }
  return true;
}

// "Amid reports that the king was ill": no subject, though it opens the sentence.
bool NounAttributions::is_adjunct(std::uint32_t noun) const {
  const std::uint32_t begin = syntax_.clause_begin(noun);
  return links(begin) && noun < begin + 4;
}

// Does what looks like the plural at the end of a noun group report, in the third person?
bool NounAttributions::is_verb_behind(const Element& group) const {
  const Element* const last = document_.word_at(group.end - 1);
  return last != nullptr && last->first > group.first && last->first + 1 == group.end && document_.is(*last, class_id::VERB_THIRD) &&
         document_.is(*last, class_id::REPORT_VERB);
}

// Whose claim it is: "his claim", "Ruiz's claim", "Ruiz made the claim", "Ruiz was of the view".
void NounAttributions::take_owner(Attribution& made) const {
  const Element& group = passage_[made.cue.begin];
  if (const Phrase* const phrase = document_.phrase(group)) made.owner = document_.captured(*phrase, "owner");
  if (!made.owner.empty()) {
    const Element* const last = document_.word_at(made.owner.end - 1);
    if (last != nullptr && document_.is(*last, class_id::CLITIC)) --made.owner.end;
    return;
  }
  const Element* const first = document_.word_at(group.first);
  if (first != nullptr && document_.is(*first, class_id::POSSESSIVE)) {
    made.owner = {group.first, first->end};
  } else if (made.cue.begin > 0 && is(made.cue.begin - 1, trait::finite | trait::gerund) &&
             !is(made.cue.begin - 1, trait::copula | trait::report | trait::stance)) {  // "rejected the claim": not his own
    made.party = syntax_.subject_of(made.cue.begin - 1);
  } else if (made.cue.begin > 1 && links(made.cue.begin - 1) && is(made.cue.begin - 2, trait::copula) &&
             act_of(lexicon_, made.word, class_id::REPORT_NOUN) == "believe") {
    made.party = syntax_.subject_of(made.cue.begin - 2);  // "is of the view that", but "is under an order to"
  } else if (is_verb_behind(group)) {
    made.owner = {group.first, group.end - 1};  // "the union fears that": what looks like a plural is a verb
  }
}

// He was confident that X, critical of X.
void NounAttributions::adjective(std::uint32_t cue) {
  std::uint32_t verb = cue;
  if (!is(cue, trait::passive)) {
    while (verb > 0 && plain_adverb(verb - 1)) --verb;
    const bool linked = verb > 0 && is_class(verb - 1, class_id::LINKING_VERB) && is(verb - 1, trait::finite);  // "remains confident that"
    if (verb == 0 || (!linked && !is(verb - 1, trait::copula))) return;
    --verb;
  }
  Attribution made;
  made.cue = {verb, cue + 1};
  made.word = passage_[cue].word;
  const Use use = use_of(lexicon_, made.word, class_id::REPORT_ADJECTIVE);
  made.strength = 0.6F;
  made.party = syntax_.subject_of(verb);
  if (is(cue + 1, trait::complementizer)) {
    set(made, Frame::adjective, cue + 2);
  } else if (is(cue + 1, trait::noun) && syntax_.is_clause(cue + 1)) {
    set(made, Frame::adjective, cue + 1);
  } else if ((use.takes & takes_topic) != 0 && is(cue + 1, trait::matter) && is(cue + 2, trait::noun | trait::gerund) && made.party.found()) {
    made.frame = Frame::topic;
    made.content = {cue + 2, is(cue + 2, trait::noun) ? syntax_.object_end(cue + 2) : syntax_.clause_end(cue + 2)};
  } else {
    return;
  }
  add(made);
}

void NounAttributions::add(const Attribution& made) {
  if (made.frame == Frame::none || made.content.empty()) return;
  constexpr std::size_t near = 4;  // "said in a statement that X" is one report
  for (std::size_t k = found_.size(); k-- > first_ && k + near >= found_.size();) {
    if (found_[k].content.begin != made.content.begin || found_[k].content.end != made.content.end) continue;
    if (found_[k].more.empty()) found_[k].more = made.more;                            // He wrote: “We won,” he said, “and they lost.”
    if (!found_[k].party.found() && made.frame == Frame::according) found_[k] = made;  // "is expected to fail, according to Ruiz": his words
    return;
  }
  found_.push_back(made);
}

}  // namespace gazette::facts

#include "facts/quotes_fronted.h"

namespace gazette::facts {

namespace class_id = lexicon::class_id;

// "The plan failed, Ruiz said | after the vote", "| as she left", "| when asked", "in a letter | that was sent to the press".
bool FrontedAttributions::tells_when(std::uint32_t i) const {
  if (is_occasion(i) || (is_class(i, class_id::OCCASION) && is(i + 1, trait::noun))) return behind_occasion(i) == i;
  return is(i, trait::complementizer) && is(i - 1, trait::medium | trait::report_noun) && is(i + 1, trait::finite);
}

// "The plan failed, Ruiz said in a speech | to be read abroad", "Ruiz said | in answering her": what is left holds no verb of its own.
bool FrontedAttributions::tells_how(std::uint32_t i) const {
  constexpr std::uint32_t longest = 12;
  const bool of_medium = i > 1 && is(i - 1, trait::medium | trait::report_noun) && links(i - 2);  // not "told the firm to pay"
  if (!(of_medium && is(i, trait::infinitive | trait::participle)) && !(links(i) && is(i + 1, trait::gerund))) return false;
  std::uint32_t end = i + 1;
  while (end < i + longest && !at_end(end) && !is(end, trait::finite | trait::quoted | trait::complementizer | trait::comma | trait::colon)) ++end;
  return at_end(end);
}

// “As Ruiz said, the plan failed”; “the plan failed, as Ruiz said”.
bool FrontedAttributions::as_said(Attribution& made, Attribution& tried, std::uint32_t as, std::uint32_t after) {
  if (as > 1 && is(as - 1, trait::comma | trait::dash)) {
    if (!before_clause(tried, as, after, Frame::fronted)) return false;
  } else if ((as == 0 || is(as - 1, trait::stop | trait::conjunction)) && is(after, trait::comma) &&
             (syntax_.is_clause(after + 1) || is(after + 1, trait::quoted | trait::subordinator))) {
    tried.frame = Frame::fronted;
    tried.content = {after + 1, syntax_.clause_end(after + 1)};
    add(tried);
  } else {
    return false;
  }
  made = tried;
  return true;
}

// Quoted words stand before the attribution [edge, behind).
bool FrontedAttributions::before_quoted(Attribution& made, std::uint32_t edge, std::uint32_t behind, Frame frame) {
  std::uint32_t quote = edge - 1;
  if (!is(quote, trait::quoted)) --quote;
  const std::uint32_t begin = syntax_.clause_begin(quote);
  std::uint32_t first = begin;
  while (first < quote && (plain_adverb(first) || is(first, trait::conjunction))) ++first;
  made.frame = frame;
  made.content = {first == quote || (is(quote, trait::speech) && is(quote - 1, trait::quoted | trait::dash)) ? quote : begin, quote + 1};
  if (is(behind, trait::comma | trait::dash | trait::colon | trait::stop) && is(behind + 1, trait::quoted)) {
    const bool whole = is(behind, trait::comma) || is_class(behind, class_id::SEMICOLON) || is(behind + 1, trait::speech);
    if (whole) made.more = {behind + 1, behind + 2};
  } else if (is(behind, trait::quoted) && is(behind, trait::speech)) {
    made.more = {behind, behind + 1};
  } else if (is(quote, trait::comma_inside)) {
    const std::uint32_t second = second_quotation(behind);
    if (second < passage_.size()) made.more = {second, second + 1};
  }
  add(made);
  return true;
}

// A clause without marks stands before the attribution [edge, behind).
bool FrontedAttributions::before_clause(Attribution& made, std::uint32_t edge, std::uint32_t behind, Frame frame) {
  const std::uint32_t begin = syntax_.clause_begin(edge - 1);
  std::uint32_t first = begin;
  while (first < edge && (plain_adverb(first) || is(first, trait::conjunction))) ++first;
  made.frame = frame;
  made.content = {first, edge - 1};
  const bool broken = is(behind, trait::comma | trait::dash);
  if (!broken && links(first) && is(first + 1, trait::medium | trait::report_noun)) return false;  // "In a statement carried by the radio, he warned of"
  if (first + 1 >= edge) {                                                                         // "Still, he said, the plan failed"
    if (!broken || links(behind + 1) || !syntax_.is_clause(behind + 1)) return false;
    made.content = {behind + 1, syntax_.clause_end(behind + 1)};
    add(made);
    return true;
  }
  const bool opened = is(first, trait::subordinator) || is_class(first, class_id::PREDICATIVE);
  const bool behind_too = broken && !is(behind + 1, trait::gerund | trait::subordinator | trait::relative);
  if (is_headline() && !broken && is(first, trait::noun) && holds_any_verb({first, edge - 1})) {  // "Opposition out to divide us, says Paz"
    add(made);
    return true;
  }
  if (!behind_too && !holds_verb({first, edge - 1})) return false;  // "Bangkok – the court ordered a recount, saying"
  if (broken && is_said_by(behind + 1)) return false;
  if (broken && is(behind + 1, trait::finite)) {  // "It had a hall, and | the permit, he said, was dear": the last subject's clause alone
    std::uint32_t joint = edge - 2;
    while (joint > first + 1 && !is(joint, trait::verb | trait::conjunction | trait::comma)) --joint;
    bool relative = false;  // "the men who fled, and the women": no clause of their own
    for (std::uint32_t i = first; i < joint; ++i) relative |= is(i, trait::relative);
    if (!relative && is(joint, trait::conjunction) && is(joint - 1, trait::comma | trait::dash) && is(joint + 1, trait::noun) && holds_verb({first, joint}))
      made.content.begin = first = joint + 1;
  }
  const bool quoted = is(first, trait::quoted) && is(first, trait::speech);  // “We may lose” if it rains, he said
  if (!quoted && !syntax_.is_clause(opened ? first + 1 : first)) {
    if (!broken) return false;
    const bool verb_behind = is(behind + 1, trait::finite | trait::passive) && (!is(behind + 1, trait::report) || is(behind + 1, trait::modality));
    const bool goes_on = verb_behind || is(behind + 1, trait::quoted);                     // "The plan, he said, will fail"
    if (!goes_on && !(links(first) && syntax_.is_plain_clause(behind + 1))) return false;  // "In Lima, he said, it failed"
  } else if (opened && !broken) {
    bool main = false;
    for (std::uint32_t i = first; i + 1 < edge; ++i) main |= is(i, trait::comma) && syntax_.is_clause(i + 1);
    if (!main) return false;  // "When they met, he agreed."
  }
  std::uint32_t rest = behind + 1;
  while (plain_adverb(rest)) ++rest;
  const bool despite = is(rest, trait::clause_break) && is(rest, trait::preposition);
  const bool dated = links(rest) && is(rest + 1, trait::date) && at_end(rest + 2);
  const bool since = is(rest, trait::date) && document_.is_at(passage_[rest].end - 1, class_id::OCCASION);  // "…, he said, days after it rained"
  const bool asks = is(rest, trait::question_word) && !is_class(rest, class_id::OCCASION);                  // "It is unclear, he said, whether"
  // "…, he said, even as it rained": the reporter goes on
  const bool gloss = (is(rest, trait::subordinator) && !asks && !syntax_.quotes_on(rest)) || despite || dated || since;
  const bool lacks_verb = is(rest, trait::finite) && !holds_verb({first, edge - 1});  // "Bringing it back, she said, feels right"
  if (broken && !gloss && (lacks_verb || !is(rest, trait::report)) && !is(rest, trait::gerund | trait::source | trait::relative) &&
      !(links(rest) && is(rest + 1, trait::question_word))) {
    made.more = {behind + 1, syntax_.clause_end(behind + 1)};
  }
  add(made);
  return true;
}

// "Of 600, fifty have testified, | the prosecutor, Ana Paz, told us": who stands there says all of it.
bool FrontedAttributions::is_said_by(std::uint32_t first) const {
  if (!is(first, trait::noun)) return false;
  const std::uint32_t end = syntax_.sentence_end(first);
  std::uint32_t verb = first;
  while (verb < end && !is(verb, trait::finite)) ++verb;
  return is(verb, trait::report) && is(verb - 1, trait::comma) && syntax_.subject_of(verb).mention.begin == first;
}

}  // namespace gazette::facts

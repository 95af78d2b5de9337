// Where a quotation stands for all that is reported: a part of Complements (quotes_complements.h).
//
//   He yelled “You lie!” at the president             ->  “You lie!” alone
//   He said “many” of them were lost                  ->  the clause with “many” in it
//   “We won,” he said of the vote, “and they lost”    ->  the second goes on with the first
#include "facts/quotes_complements.h"

namespace gazette::facts {

namespace class_id = lexicon::class_id;

// Joked, in a voice that was not his own, “…”; said in May, when the story broke, “…”. A second word for saying has its own.
bool Complements::late_quotation(Attribution& made, const Use& use, std::uint32_t at) const {
  constexpr std::uint32_t longest = 14;
  if ((use.takes & takes_quote) == 0) return false;
  std::uint32_t end = at + longest;
  for (std::uint32_t i = at; i < end && !is(i, trait::stop | trait::finite | trait::infinitive | trait::quoted); ++i) {
    if (is(i, trait::gerund) && is(i, trait::report) && is(i - 1, trait::comma)) return false;  // "praised Ruiz, telling Reuters, “…”"
    if (!is(i, trait::comma | trait::colon)) continue;
    if (is(i + 1, trait::quoted) && is(i + 1, trait::speech)) {
      made.frame = Frame::leading;
      made.content = {i + 1, i + 2};
      return true;
    }
    if (!is(i, trait::comma) || !is(i + 1, trait::subordinator | trait::relative)) continue;
    const std::uint32_t behind = behind_aside(i);
    if (behind == i) continue;
    if (is(behind - 2, trait::report)) return false;  // "read out a study, which notes, “…”"
    i = behind - 2;                                   // at its second comma in the next step
    end = behind + longest;
  }
  return false;
}

// Is what stands behind a quotation no part of what was said, but when, where or to whom it was: “You lie!” at the
// president, “no” when asked, “Shame,” raising doubts?
bool Complements::ends_at_quotation(const Use& use, std::uint32_t i) const {
  std::uint32_t next = i + 1;
  if (is(next, trait::comma)) ++next;
  if ((is(i, trait::comma_inside) || next > i + 1) && is(next, trait::gerund)) return true;
  while (plain_adverb(next) || is(next, trait::date)) ++next;
  if (is_occasion(next)) return true;
  const bool shouts = (use.takes & (takes_that | takes_as | takes_object | takes_topic)) == 0;  // “shame” at the minister
  if (!is(i, trait::speech) && !shouts) return false;
  if (is(next, trait::conjunction)) return is(i, trait::speech) && is(next + 1, trait::verb) && !is(next + 1, trait::noun_too);
  if (!links(next)) return false;
  const std::uint32_t end = syntax_.clause_end(next);
  for (std::uint32_t k = next; k < end && !is(k, trait::comma | trait::subordinator | trait::relative | trait::conjunction); ++k) {
    if (is(k, trait::finite)) return false;  // “The Road to the Sea” in Lima was her best
  }
  return true;
}

// "when the vote ended", "after losing", "as they left", but not "as president".
bool Complements::is_occasion(std::uint32_t i) const {
  return is_class(i, class_id::OCCASION) && (is(i + 1, trait::gerund | trait::passive | trait::participle) || syntax_.is_plain_clause(i + 1));
}

// The second half of what was said, where more than a name stands between the two: “We won,” he said of the vote, “and they
// lost.” `passage size` where there is none. A second word for saying between them has its own, unless the second half
// begins within a sentence.
std::uint32_t Complements::second_quotation(std::uint32_t behind) const {
  constexpr std::uint32_t longest = 20;
  bool reports = false;
  for (std::uint32_t i = behind; i < behind + longest && !is(i, trait::stop | trait::colon | trait::quoted); ++i) {
    if (is(i, trait::gerund) && is(i, trait::report)) break;  // “We won,” he said, adding, “They lost.”
    reports |= is(i, trait::report) && is(i, trait::finite);
    if (!is(i, trait::comma) || !is(i + 1, trait::quoted)) continue;
    const bool ends = is(i + 1, trait::speech | trait::comma_inside) || at_end(i + 2);
    return ends && !(reports && is(i + 1, trait::speech)) ? i + 1 : passage_.size();
  }
  return passage_.size();
}

// Has another word for saying brought the quotation: “Cruz,” in: Someone shouted, “Cruz,” Paz joked, “…”?
bool Complements::is_told(std::uint32_t quotation) const {
  constexpr std::size_t near = 16;  // attributions
  for (std::size_t k = reported_.size(); k-- > first_ && k + near >= reported_.size();) {
    if (reported_[k].frame == Frame::leading && reported_[k].content.begin == quotation && reported_[k].cue.end <= quotation) return true;
  }
  return false;
}

bool Complements::quoted(Attribution& made, const Use& use, std::uint32_t i, bool mark) {
  if ((use.takes & (takes_quote | takes_that | takes_as)) == 0) return false;
  const std::uint32_t end = syntax_.clause_end(i);
  const bool of_subject = is(made.cue.begin, trait::gerund) && is(i + 1, trait::finite) && !is(i + 1, trait::report);  // "Those shouting “…” had left"
  const bool alone = end == i + 1 || of_subject || (mark && is(i, trait::speech)) || (is(i, trait::speech) && at_end(i + 1)) ||
                     ((use.takes & takes_quote) != 0 && ends_at_quotation(use, i));
  if (alone) {
    made.frame = is(i, trait::speech) || mark ? Frame::leading : Frame::fragment;
    made.content = {i, i + 1};
    std::uint32_t next = i + 1;  // “A,” and, “B”
    if (is(next, trait::conjunction) && is(i, trait::speech)) next += is(next + 1, trait::comma) ? 2 : 1;
    if (is(next, trait::quoted) && (next == i + 1 || is(next, trait::speech))) made.more = {next, next + 1};
    return true;
  }
  bool finite = false;
  for (std::uint32_t k = i; k < end && !finite; ++k) finite = is(k, trait::finite);
  made.frame = finite || (use.takes & takes_object) == 0 ? Frame::bare : Frame::fragment;  // condemned the “insulting” terms
  made.content = {i, made.frame == Frame::bare ? end : i + 1};
  return true;
}

// Quoted words in the object: condemned “the invasion of a neighbour”.
bool Complements::quoted_object(Attribution& made, std::uint32_t i) {
  const std::uint32_t stop = syntax_.clause_end(i);
  for (std::uint32_t k = i; k < stop; ++k) {
    if (is(k, trait::quoted)) {
      made.frame = Frame::fragment;
      made.content = {k, k + 1};
      return true;
    }
    if (is(k, trait::verb) && !is_noun_of_two_words(k)) break;
  }
  return false;
}

}  // namespace gazette::facts

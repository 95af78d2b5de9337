#include "facts/casualties_time.h"

#include <algorithm>

#include "facts/calendar.h"
#include "facts/nearness.h"
#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

namespace class_id = lexicon::class_id;

constexpr int week = 7;
constexpr int month = ClaimTimes::month;
constexpr int year = ClaimTimes::year;

// The stretch of time that a date means, in days; 0 for a day, and for what hangs on a date told before ("two weeks later").
int stretch_of(const DatePhrase& phrase) {
  if (phrase.form == "clock" || phrase.form == "none" || (phrase.shift && !phrase.shift->kind.empty())) return 0;
  if (phrase.from.day != 0 || phrase.from.weekday != 0 || phrase.from.offset || !phrase.written.empty() || phrase.named_holiday) return 0;
  if (phrase.decade != 0 || phrase.season != 0) return year;
  if (phrase.from.month != 0) return month;
  if (phrase.from.year != 0) return year;
  return phrase.unit && phrase.unit->kind.empty() && phrase.unit->value >= week ? phrase.unit->value : 0;
}

}  // namespace

bool ClaimTimes::is_of_many(const FoundCasualty& claim) const {
  const Tape tape = document_.tapes[document_.sentence_of(claim.tokens.first)];
  bool many = false;
  constexpr std::size_t reach = 40;
  const std::size_t at = element_at(tape, claim.tokens.first);
  for (std::size_t i = at > reach ? at - reach : 0; i + 2 < tape.size() && tape[i].first < claim.tokens.first; ++i) {
    const bool deeds = document_.is(tape[i + 2], class_id::EVENT_NOUN) || document_.is(tape[i + 2], class_id::CAUSE);
    many |= document_.is(tape[i], class_id::COUNTED) && document_.is(tape[i + 1], class_id::OF_MARK) && document_.is(tape[i + 2], class_id::COUNTED) && deeds;
    if (document_.is(tape[i], class_id::RELATIVE) && (many || is_of_larger(tape, i))) return true;
  }
  return false;
}

// "was part of an outbreak that", "was the latest in a series of attacks in which": behind "was", deeds in the plural or what
// the deed is a part of, up to the relative pronoun.
bool ClaimTimes::is_of_larger(Tape tape, std::size_t relative) const {
  std::size_t at = relative;
  if (at > 0 && document_.is(tape[at - 1], class_id::PREPOSITION)) --at;
  if (at < 2) return false;
  const Element& deeds = tape[at - 1];
  if (!document_.is(deeds, class_id::EVENT_NOUN) && !document_.is(deeds, class_id::CAUSE)) return false;
  const bool plural = document_.is(deeds, class_id::NOUN_PLURAL) && !document_.is(deeds, class_id::NOUN_SINGULAR);
  constexpr std::size_t most = 3;  // part | of a wave | of bombings
  std::size_t group = at - 1;
  bool part = false;
  for (std::size_t steps = 0; steps < most && group > 1 && document_.is(tape[group - 1], class_id::PREPOSITION); ++steps) {
    if (!document_.is(tape[group - 2], class_id::NOUN_GROUP)) return plural && steps > 0 && document_.is(tape[group - 2], class_id::COPULA);
    group -= 2;
    part |= document_.is(tape[group], class_id::EPISODE);
  }
  return group + 1 < at && group > 0 && document_.is(tape[group - 1], class_id::COPULA) && (plural || part);
}

bool ClaimTimes::is_before(const FoundCasualty& claim) const {
  const Tape tape = document_.tapes[document_.sentence_of(claim.tokens.first)];
  constexpr std::size_t reach = 40;
  const std::size_t at = element_at(tape, claim.tokens.first);
  for (std::size_t i = at > reach ? at - reach : 1; i + 1 < at; ++i) {
    if (i == 0 || !document_.is(tape[i], class_id::OCCUR_VERB) || !document_.is(tape[i], class_id::VERB_GROUP) || document_.is(tape[i - 1], class_id::PERSON))
      continue;
    constexpr std::size_t most = 3;  // "came a little | more than a year after"
    for (std::size_t date = i + 1; date < at && date <= i + most && !document_.is(tape[date], class_id::VERB_GROUP); ++date) {
      const Element* const last = document_.word_at(tape[date].end - 1);
      if (last != nullptr && document_.is(*last, class_id::AFTER) && document_.is(tape[date], class_id::DATE)) return true;
    }
  }
  return false;
}

// "A day earlier, gunmen | had killed a driver", "his mother died | when he was nine".
bool ClaimTimes::is_told_back(const FoundCasualty& claim) const {
  const std::uint32_t sentence = document_.sentence_of(claim.tokens.first);
  const Tape tape = document_.tapes[sentence];
  const std::size_t at = element_at(tape, claim.tokens.first);
  constexpr std::size_t reach = 10;
  if (opens_with_date(claim)) {
    const DatePhrase opening = phrase(sentence, *first_in(dates_, {document_.sentences[sentence].first, 0}));
    const bool earlier = opening.shift && opening.shift->kind == "context" && opening.shift->value < 0;
    for (std::size_t i = at; earlier && i < tape.size() && i <= at + reach && tape[i].first < claim.tokens.end; ++i) {
      if (document_.is(tape[i], class_id::HARM_VERB) && document_.is_at(tape[i].first, class_id::HAVE)) return true;
    }
  }
  for (std::size_t i = at; i + 3 < tape.size() && i <= at + reach; ++i) {
    if (!document_.is(tape[i], class_id::OCCASION) || !document_.is(tape[i], class_id::SUBORDINATOR)) continue;
    return document_.is(tape[i + 1], class_id::PERSONAL) && document_.is(tape[i + 2], class_id::COPULA) && document_.is(tape[i + 3], class_id::COUNTED) &&
           !document_.is(tape[i + 3], class_id::NOUN);
  }
  return false;
}

// The relative pronoun in whose clause a claim stands; 0 where none is near.
std::size_t ClaimTimes::relative_before(Tape tape, const FoundCasualty& claim, std::size_t reach) const {
  std::size_t at = element_at(tape, claim.tokens.first);
  for (std::size_t steps = 0; at > 0 && steps < reach; ++steps, --at) {
    if (document_.is(tape[at], class_id::RELATIVE)) return at;
    if (document_.is(tape[at], class_id::SEMICOLON)) break;
  }
  return 0;
}

// The first dates of a sentence.
std::span<const FoundDate> ClaimTimes::dates_of(std::uint32_t sentence, std::ptrdiff_t most) const {
  const auto from = first_in(dates_, {document_.sentences[sentence].first, 0});
  auto end = from;
  while (end != dates_.end() && end - from < most && end->row.sentence == sentence + 1) ++end;
  return {from, end};
}

// The date of a claim's sentence that another one shifts ("three days earlier"), where no other harm stands between the two.
DatePhrase ClaimTimes::shifted_near(const FoundCasualty& claim, Stretch& tokens) const {
  const std::uint32_t sentence = document_.sentence_of(claim.tokens.first);
  const Tape tape = document_.tapes[sentence];
  for (const FoundDate& date : dates_of(sentence)) {
    if (is_apart(tape, date.tokens, claim.tokens) || dates_report(tape, date, claim.tokens)) continue;
    const DatePhrase written = phrase(sentence, date);
    const bool ordered = written.order && written.order->kind == "context" && written.unit;  // "the preceding year"
    if (!ordered && (!written.shift || written.shift->kind.empty() || !written.unit)) continue;
    tokens = date.tokens;
    return written;
  }
  return {};
}

// "The bodies of two who had been killed days earlier were found": those are the text's own.
bool ClaimTimes::tells_found_dead(std::uint32_t sentence) const {
  const Tape words = document_.words[sentence];
  constexpr std::size_t reach = 80;  // words: no sentence that tells so is longer
  return std::any_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(std::min(reach, words.size())),
                     [&](const Element& word) { return document_.is(word, class_id::CORPSE) || document_.is(word, class_id::FIND_VERB); });
}

// "Twelve had died in the collapse a day earlier": in what the text has told of.
bool ClaimTimes::tells_known_deed(std::uint32_t sentence) const {
  const Tape tape = document_.tapes[sentence];
  constexpr std::size_t reach = 40;
  for (std::size_t i = 0; i < tape.size() && i < reach; ++i) {
    const bool deed = document_.is(tape[i], class_id::EVENT_NOUN) || document_.is(tape[i], class_id::CAUSE);
    const bool alone =
        deed && document_.is(tape[i], class_id::NOUN_GROUP) && document_.is_at(tape[i].first, class_id::DEFINITE) && tape[i].end == tape[i].first + 2;
    if (alone && !(i + 1 < tape.size() && document_.is(tape[i + 1], class_id::PREPOSITION))) return true;  // not "the massacre at the prison"
  }
  return false;
}

bool ClaimTimes::is_of_days_before(const FoundCasualty& claim) const {
  if (claim.weak) return false;  // "had been shot two days earlier, and died"
  Stretch date;
  const DatePhrase written = shifted_near(claim, date);
  const int shift = written.order ? written.order->value : (written.shift ? written.shift->value : 0);
  const std::uint32_t sentence = document_.sentence_of(claim.tokens.first);
  if (shift >= 0 || tells_found_dead(sentence) || tells_known_deed(sentence)) return false;
  const Tape tape = document_.tapes[sentence];
  const std::size_t relative = relative_before(tape, claim, 8);
  if (relative > 2 && document_.is(tape[relative - 1], class_id::PREPOSITION)) {  // "three days earlier, | in which 118 died"
    std::size_t before = relative - 2;
    while (before > 0 && document_.is(tape[before], class_id::COMMA)) --before;
    if (tape[before].end == date.end) return true;
  }
  return is_past_perfect(claim);
}

// The past perfect of the harm itself, or of the verb before it: "had been levelled, with 30,000 deaths"
bool ClaimTimes::is_past_perfect(const FoundCasualty& claim) const {
  const Tape tape = document_.tapes[document_.sentence_of(claim.tokens.first)];
  constexpr std::size_t reach = 10;
  const std::size_t at = element_at(tape, claim.tokens.end - 1);
  for (std::size_t i = at + 1, steps = 0; i-- > 0 && steps < reach; ++steps) {
    if (!document_.is(tape[i], class_id::VERB_GROUP)) continue;
    return document_.is_at(tape[i].first, class_id::PAST_HAVE) || document_.is_at(tape[i].first, class_id::CLITIC);  // "who'd been killed"
  }
  return false;
}

// "two men killed by police in September", "six had died in the protests of 12 July", in a note of 3 October: of another month,
// or of another day in the past perfect.
bool ClaimTimes::is_of_other_date(const FoundCasualty& claim, std::string_view opening) const {
  constexpr std::size_t to_month = 7;  // 2020-09
  const std::uint32_t sentence = document_.sentence_of(claim.tokens.first);
  const Tape tape = document_.tapes[sentence];
  const FoundDate* nearest = nullptr;
  std::uint32_t least = too_far;
  for (const FoundDate& date : dates_of(sentence)) {
    if (date.row.kind == DateKind::duration || is_apart(tape, date.tokens, claim.tokens) || dates_report(tape, date, claim.tokens)) continue;
    const std::uint32_t far = distance(document_, tape, date.tokens, claim.tokens);
    if (far < least) nearest = &date, least = far;
  }
  if (nearest == nullptr || nearest->row.from.size() < to_month || opening.size() < to_month || claim.weak || tells_found_dead(sentence)) return false;
  const std::string_view told = nearest->row.from;
  if (told.substr(0, to_month) != opening.substr(0, to_month)) return stretch(sentence, *nearest) == month || is_past_perfect(claim);
  return told.size() > to_month && told != opening && is_past_perfect(claim);
}

bool ClaimTimes::is_counted_from(const FoundCasualty& claim) const {
  const Tape tape = document_.tapes[document_.sentence_of(claim.tokens.first)];
  constexpr std::size_t reach = 10;
  std::size_t at = element_at(tape, claim.tokens.first);
  for (std::size_t steps = 0; at-- > 0 && steps < reach; ++steps) {
    const Element* const last = document_.word_at(tape[at].end - 1);
    // "Two years after three were shot, a man was charged": what opens the sentence is its own matter.
    if (document_.is(tape[at], class_id::DATE) && last != nullptr && document_.is(*last, class_id::AFTER)) return at > 1;
    if (document_.is(tape[at], class_id::COMMA) || document_.is(tape[at], class_id::SEMICOLON)) return false;
    if (document_.is(tape[at], class_id::VERB_GROUP) && !document_.is(tape[at], class_id::HARM_VERB)) return false;
  }
  return false;
}

bool ClaimTimes::is_of_earlier_stretch(const FoundCasualty& claim) const {
  const Tape words = document_.words[document_.sentence_of(claim.tokens.first)];
  constexpr std::size_t most = 4;  // Earlier in the | week
  if (words.size() <= most || words[0].first >= claim.tokens.first) return false;
  const lexicon::Lexicon& lexicon = document_.grammar->lexicon();
  const auto shift = lexicon.entry(words[0].word, class_id::DATE_SHIFT);
  if (!shift || (*shift)[lexicon::Column::kind] != "context" || !(*shift)[lexicon::Column::value].starts_with('-')) return false;
  for (std::size_t i = 1; i < most; ++i) {
    const auto unit = lexicon.entry(words[i].word, class_id::DATE_UNIT);
    if (unit) return (*unit)[lexicon::Column::value] != "1";  // not "earlier in the day"
    if (!document_.is(words[i], class_id::LOCATIVE) && !document_.is(words[i], class_id::DETERMINER) && !document_.is(words[i], class_id::DATE_ORDER))
      return false;
  }
  return false;
}

bool ClaimTimes::is_of_later_event(const FoundCasualty& claim) const {
  Stretch date;
  const DatePhrase written = shifted_near(claim, date);
  const std::int64_t days = written.unit ? written.unit->value * written.count.value_or(1) : 0;
  const bool back = written.shift && written.shift->value < 0;  // "Eleven years before, an aircraft had crashed"
  if (!written.shift || (written.shift->kind != "context" && !back) || days < week || (back && days < year)) return false;
  const std::uint32_t sentence = document_.sentence_of(claim.tokens.first);
  const Tape tape = document_.tapes[sentence];
  const std::size_t at = element_at(tape, date.first);
  // "Less than three years later, Cyclone Hudah hit the region, killing 111"
  if (at <= 2 && days >= year && !claim.victims.told() && claim.row.figure.best.value_or(2) > 1) return true;
  if (at == 0) return tape.size() > 1 && document_.is(tape[1], class_id::OCCUR_VERB) && document_.is(tape[1], class_id::VERB_GROUP);
  // "unlike in the derailment seven years later, in which | five died"
  const std::size_t far = relative_before(tape, claim, 8);
  if (far > 2 && document_.is(tape[far - 1], class_id::PREPOSITION) && document_.is(tape[far - 2], class_id::COMMA) && tape[far - 3].end == date.end)
    return true;
  // "the storm, which killed 40 two weeks later"; not "the wounded, of whom two died a week later"
  const std::size_t relative = relative_before(tape, claim, 4);
  return relative > 1 && at > relative && document_.is(tape[relative - 1], class_id::COMMA) &&
         (document_.is(tape[relative - 2], class_id::CAUSE) || document_.is(tape[relative - 2], class_id::EVENT_NOUN) ||
          document_.is(tape[relative - 2], class_id::UNKNOWN_NAME) || document_.is(tape[relative - 2], class_id::NO_NAME));
}

bool ClaimTimes::is_of_measure_since(const FoundCasualty& claim) const {
  const Tape tape = document_.tapes[document_.sentence_of(claim.tokens.first)];
  const std::size_t relative = relative_before(tape, claim, 4);
  constexpr std::size_t reach = 6;
  for (std::size_t i = relative, steps = 0; i-- > 0 && steps < reach; ++steps) {
    if (document_.is(tape[i], class_id::VERB_GROUP)) return false;
    if (!is_since(document_, tape[i].first)) continue;
    // "The storm, the strongest since 1999, which killed 14, hit on Monday": between commas, before any verb, it is the storm's measure
    return std::any_of(tape.begin(), tape.begin() + static_cast<std::ptrdiff_t>(i),
                       [&](const Element& before) { return document_.is(before, class_id::VERB_GROUP); });
  }
  return false;
}

bool ClaimTimes::is_rate(const FoundCasualty& claim) const {
  const Tape tape = document_.tapes[document_.sentence_of(claim.tokens.first)];
  constexpr std::size_t reach = 12;
  const std::size_t from = element_at(tape, claim.tokens.first);
  // "Each year 40 people drown and 200 are hurt"
  if (tape.size() > 1 && document_.is(tape[0], class_id::RATE) && document_.is(tape[1], class_id::DURATION)) return true;
  for (std::size_t i = from + 1; i < tape.size() && i <= from + reach; ++i) {
    if (document_.is(tape[i], class_id::RATE)) {
      if (document_.is(tape[i], class_id::ADVERB) || (i + 1 < tape.size() && document_.is(tape[i + 1], class_id::DURATION))) return true;
    }
    const bool stretch = document_.is(tape[i], class_id::DURATION) && tape[i].end == tape[i].first + 1;
    if (stretch && document_.is(tape[i - 1], class_id::ARTICLE) && !document_.is(tape[i - 1], class_id::DEFINITE) && tape[i - 1].end == tape[i].first &&
        !(i > 1 && document_.is(tape[i - 2], class_id::PREPOSITION)))
      return true;
    if (tape[i].first < claim.tokens.end) continue;
    // "kills 40 people and injures 400 a year": of both
    const bool joined = document_.is(tape[i], class_id::HARM_VERB) &&
                        (document_.is(tape[i - 1], class_id::CONJUNCTION) || (i > 1 && document_.is(tape[i - 2], class_id::CONJUNCTION)));
    if (document_.is(tape[i], class_id::COMMA) || (document_.is(tape[i], class_id::VERB_GROUP) && !joined)) return false;
  }
  return false;
}

bool ClaimTimes::is_of_another_year(const FoundCasualty& claim) const {
  if (claim.victims.told()) return false;
  const std::uint32_t sentence = document_.sentence_of(claim.tokens.first);
  const std::uint32_t first = document_.sentences[sentence].first;
  const auto date = first_in(dates_, {first, 0});
  const Element* const opening = document_.word_at(first);
  if (opening == nullptr || document_.is(*opening, class_id::ARTICLE)) return false;  // "The 1968 tornado"
  return date != dates_.end() && date->tokens.first <= first + 1 && date->row.kind != DateKind::duration && stretch(sentence, *date) >= month;
}

bool ClaimTimes::is_early_report(const FoundCasualty& claim) const {
  const std::uint32_t sentence = document_.sentence_of(claim.tokens.first);
  constexpr std::uint32_t reach = 16;  // tokens before the claim
  constexpr std::uint32_t near = 2;
  const Tape words = document_.words[sentence];
  const Tape tape = document_.tapes[sentence];
  std::size_t stop = element_at(tape, claim.tokens.first);
  while (stop > 0 && !document_.is(tape[stop], class_id::SEMICOLON)) --stop;
  const Element* report = nullptr;
  const Element* early = nullptr;
  for (const Element& word : words) {
    // "revising down an earlier toll of 103"
    const bool before = document_.is(word, class_id::SUPERSEDED) || (document_.is(word, class_id::SEPARATE) && document_.is(word, class_id::DATE_SHIFT));
    if (claim.total && before && word.first >= claim.tokens.first && word.end <= claim.victims.tokens.first) return true;
    if (word.first + reach < claim.tokens.first || word.first < tape[stop].first) continue;
    // "250 deaths were initially confirmed"
    const bool behind = word.first >= claim.tokens.end;
    if (behind && (word.first > claim.tokens.end + near + 1 || document_.is(word, class_id::COMMA) || document_.is(word, class_id::CONJUNCTION) ||
                   document_.is(word, class_id::SUBORDINATOR)))
      break;
    if (document_.is(word, class_id::SUPERSEDED) && document_.is(word, class_id::GROUP_NOUN)) return true;  // "initial reports"
    // not "the first | blast"
    const bool says = document_.is(word, class_id::REPORT_VERB) && !document_.is(tape[element_at(tape, word.first)], class_id::NOUN_GROUP);
    const bool gives = claim.total && document_.is(word, class_id::FIGURE_VERB);  // "initially gave the number as five"
    if (says || gives || document_.is(word, class_id::REPORT_NOUN)) report = &word;
    if (document_.is(word, class_id::SUPERSEDED)) early = &word;
    if (report != nullptr && early != nullptr && report->first <= early->end + near && early->first <= report->end + near) return true;
    if (report != nullptr && early != nullptr && early->first == document_.sentences[sentence].first) return true;  // "Initially eight were reported dead"
  }
  return false;
}

// "Thirteen people were murdered in that 1999 attack": what a demonstrative points at with its year.
bool ClaimTimes::is_of_that_year(const FoundCasualty& claim) const {
  const std::uint32_t sentence = document_.sentence_of(claim.tokens.first);
  const Tape tape = document_.tapes[sentence];
  constexpr std::size_t reach = 6;
  const std::size_t from = element_at(tape, claim.tokens.first);
  for (std::size_t i = from > reach ? from - reach : 0; i + 2 < tape.size() && i <= from + reach; ++i) {
    if (!document_.is(tape[i], class_id::LOCATIVE) || !document_.is_at(tape[i + 1].first, class_id::DEMONSTRATIVE)) continue;
    const auto date = first_in(dates_, {tape[i + 1].first, 0});
    if (date != dates_.end() && date->tokens.first <= tape[i + 1].first + 1 && stretch(sentence, *date) >= year) return true;
  }
  return false;
}

bool ClaimTimes::is_of_series(const FoundCasualty& claim) const {
  const Tape tape = document_.tapes[document_.sentence_of(claim.tokens.first)];
  constexpr std::size_t reach = 6;
  const std::size_t from = element_at(tape, claim.tokens.first);
  for (std::size_t i = from > reach ? from - reach : 0; i + 1 < tape.size() && i <= from + reach; ++i) {
    const Element& group = tape[i + 1];
    if (!document_.is(tape[i], class_id::PREPOSITION) || !document_.is(group, class_id::NOUN_GROUP) || document_.is(group, class_id::DATE)) continue;
    const bool plural = document_.is(group, class_id::NOUN_PLURAL) && !document_.is(group, class_id::NOUN_SINGULAR);
    if (plural && document_.is_at(group.first, class_id::DEMONSTRATIVE) && !document_.is(group, class_id::VICTIM) &&
        !document_.is(group, class_id::PERSON_NOUN))
      return true;
  }
  return false;
}

bool ClaimTimes::is_of_those(const FoundCasualty& claim) const {
  const Tape tape = document_.tapes[document_.sentence_of(claim.tokens.first)];
  constexpr std::size_t reach = 6;
  const std::size_t from = element_at(tape, claim.tokens.first);
  for (std::size_t i = from; i + 1 < tape.size() && i <= from + reach; ++i) {
    const Element& group = tape[i + 1];
    if (!document_.is(tape[i], class_id::LOCATIVE) || !document_.is(group, class_id::NOUN_GROUP) || group.end != group.first + 1) continue;
    if (document_.is_at(group.first, class_id::DEMONSTRATIVE)) return true;
    // "It was the ninth such case this year. Eleven people were killed in them."
    const Element* const word = document_.word_at(group.first);
    const auto pronoun = word == nullptr ? std::nullopt : document_.grammar->lexicon().entry(word->word, class_id::PRONOUN);
    if (pronoun && (*pronoun)[lexicon::Column::number] == "p") return true;
  }
  return false;
}

bool ClaimTimes::is_of_span(const FoundCasualty& claim) const {
  const std::uint32_t sentence = document_.sentence_of(claim.tokens.first);
  const Tape tape = document_.tapes[sentence];
  for (const FoundDate& date : dates_of(sentence, 4)) {
    const std::size_t at = element_at(tape, date.tokens.first);
    // "have been killed in the past two years"
    if (const DatePhrase written = phrase(sentence, date); written.order && written.order->kind == "span" && written.unit && written.unit->value >= month)
      return true;
    const bool opens = document_.is_at(date.tokens.first, class_id::SPAN);
    const bool behind = at > 0 && document_.is(tape[at - 1], class_id::SPAN);
    if (!opens && !behind) continue;
    // "nine were wounded, in the worst such attack in two years"
    bool other_clause = false;
    for (std::size_t i = element_at(tape, claim.tokens.end); i < at; ++i) other_clause |= document_.is(tape[i], class_id::COMMA);
    if (other_clause) continue;
    if (is_since(document_, opens ? date.tokens.first : tape[at - 1].first) || (date.row.kind == DateKind::duration && stretch(sentence, date) >= month))
      return true;
  }
  return false;
}

bool ClaimTimes::is_of_written_day(const FoundCasualty& claim) const {
  const std::uint32_t sentence = document_.sentence_of(claim.tokens.first);
  const auto date = first_in(dates_, {document_.sentences[sentence].first, 0});
  if (date == dates_.end() || date->row.sentence != sentence + 1 || date->row.kind != DateKind::absolute) return false;
  if (date + 1 != dates_.end() && (date + 1)->row.sentence == sentence + 1) return false;
  const DatePhrase written = phrase(sentence, *date);
  for (std::uint32_t token = date->tokens.first; token < date->tokens.end; ++token) {
    if (document_.is_at(token, class_id::WEEKDAY)) return false;  // "Update, Friday 7 January"
  }
  return written.from.day != 0 && (written.from.year != 0 || written.from.month != 0);
}

bool ClaimTimes::opens_with_date(const FoundCasualty& claim) const {
  const std::uint32_t sentence = document_.sentence_of(claim.tokens.first);
  const std::uint32_t first = document_.sentences[sentence].first;
  const auto date = first_in(dates_, {first, 0});
  return date != dates_.end() && date->tokens.first <= first + 1;
}

bool ClaimTimes::tells_weekday(std::uint32_t sentence) const {
  const auto date = first_in(dates_, {document_.sentences[sentence].first, 0});
  return date != dates_.end() && date->row.sentence == sentence + 1 && phrase(sentence, *date).from.weekday != 0;
}

bool ClaimTimes::tells_day(std::uint32_t sentence, bool own) const {
  for (auto date = first_in(dates_, {document_.sentences[sentence].first, 0}); date != dates_.end() && date->row.sentence == sentence + 1; ++date) {
    if (date->row.kind == DateKind::duration || stretch(sentence, *date) != 0) continue;
    const DatePhrase written = phrase(sentence, *date);
    if (!own || !written.shift || written.shift->kind != "context") return true;
  }
  return false;
}

bool ClaimTimes::is_of_earlier(const FoundCasualty& claim, std::string_view own) const {
  const std::uint32_t sentence = document_.sentence_of(claim.tokens.first);
  const Tape tape = document_.tapes[sentence];
  constexpr std::size_t reach = 8;
  std::size_t relative = element_at(tape, claim.tokens.first);
  for (std::size_t steps = 0; relative > 0 && steps < reach && !document_.is(tape[relative], class_id::RELATIVE); ++steps) --relative;
  if (relative == 0 || !document_.is(tape[relative], class_id::RELATIVE)) return false;
  if (document_.is(tape[relative - 1], class_id::PREPOSITION)) {  // "a “golden” reign, during which"
    std::size_t period = relative - 1;
    while (period > 0 && (document_.is(tape[period - 1], class_id::COMMA) || document_.is(tape[period - 1], class_id::CLOSE_QUOTE))) --period;
    if (period > 0 && document_.is(tape[period - 1], class_id::PERIOD)) return true;
    // "missing since the attack | in which 53 died"
    const bool deed = period > 1 && (document_.is(tape[period - 1], class_id::EVENT_NOUN) || document_.is(tape[period - 1], class_id::CAUSE));
    if (deed && is_since(document_, tape[period - 2].first)) return true;
  }
  constexpr std::size_t group = 10;  // "the 2019 dam disaster in Brazil", "the 2018 shooting of two men at a motel on the Avenue"
  std::size_t opening = relative;
  for (std::size_t steps = 0;
       opening > 0 && steps < group && (!document_.is(tape[opening - 1], class_id::VERB_GROUP) || document_.is(tape[opening - 1], class_id::GERUND)); ++steps)
    --opening;
  const std::uint32_t from = tape[opening].first;
  for (auto date = first_in(dates_, {from, 0}); date != dates_.end() && date->tokens.end <= tape[relative].first; ++date) {
    if (date->row.kind == DateKind::duration || (date->row.kind == DateKind::relative && phrase(sentence, *date).from.year == 0)) continue;
    if (own.empty() ? stretch(sentence, *date) >= year : is_years_before(date->row.from, own)) return true;
    constexpr std::size_t to_month = 7;  // 2022-09: "escaped an attempt in March, in which his guard was killed"
    if (own.size() > to_month && date->row.from.size() >= to_month && std::string_view(date->row.from).substr(0, to_month) < own.substr(0, to_month))
      return true;
  }
  return false;
}

// "has left 40 dead", "have died": not "had left"
bool ClaimTimes::is_perfect(const FoundCasualty& claim) const {
  const Tape tape = document_.tapes[document_.sentence_of(claim.tokens.first)];
  constexpr std::size_t reach = 10;
  const std::size_t at = element_at(tape, claim.tokens.first);
  for (std::size_t i = at > reach ? at - reach : 0; i < tape.size() && i <= at + reach; ++i) {
    const bool own = document_.is(tape[i], class_id::HARM_VERB) || document_.is(tape[i], class_id::LEAVE_VERB);
    if (own && document_.is(tape[i], class_id::VERB_GROUP) && document_.is_at(tape[i].first, class_id::HAVE) &&
        !document_.is_at(tape[i].first, class_id::PAST_HAVE))
      return true;
  }
  return false;
}

bool ClaimTimes::is_of_long_matter(const FoundCasualty& claim) const {
  if (!is_perfect(claim)) return false;
  const Tape tape = document_.tapes[document_.sentence_of(claim.tokens.first)];
  constexpr std::size_t reach = 10;
  const std::size_t at = element_at(tape, claim.tokens.first);
  bool matter = false;
  for (std::size_t i = at > reach ? at - reach : 0; i < tape.size() && i <= at + reach; ++i) {
    const bool subject = i < at || (i > 0 && document_.is(tape[i - 1], class_id::PREPOSITION));
    matter |= subject && document_.is(tape[i], class_id::LONG_RUNNING) && document_.is(tape[i], class_id::NOUN_GROUP);
  }
  return matter;
}

bool ClaimTimes::is_of_place_then(const FoundCasualty& claim) const {
  const Tape tape = document_.tapes[document_.sentence_of(claim.tokens.first)];
  constexpr std::size_t reach = 8;
  std::size_t relative = element_at(tape, claim.tokens.first);
  for (std::size_t steps = 0; relative > 0 && steps < reach && !document_.is(tape[relative], class_id::RELATIVE); ++steps) --relative;
  if (relative == 0 || !document_.is(tape[relative], class_id::RELATIVE) || !document_.is(tape[relative], class_id::QUESTION_WORD)) return false;
  const bool place = document_.is(tape[relative - 1], class_id::PREPOSITION) || document_.is(tape[relative], class_id::RELATIVE_PLACE);
  return place && told(claim) >= month;
}

bool ClaimTimes::is_of_named_place(const FoundCasualty& claim) const {
  const Tape tape = document_.tapes[document_.sentence_of(claim.tokens.first)];
  constexpr std::size_t reach = 4;
  std::size_t where = element_at(tape, claim.tokens.first);
  for (std::size_t steps = 0; where > 0 && steps < reach && !document_.is(tape[where], class_id::RELATIVE_PLACE); ++steps) --where;
  if (where < 3 || !document_.is(tape[where], class_id::RELATIVE_PLACE) || !document_.is(tape[where - 1], class_id::COMMA)) return false;
  const Element& place = tape[where - 2];
  const bool named =
      document_.is(place, class_id::PLACE_NAME) || document_.is(place, class_id::UNKNOWN_NAME) || document_.is(place, class_id::ORGANIZATION_NAME);
  if (!named) return false;
  const Element& link = tape[where - 3];
  return document_.is(link, class_id::PREPOSITION) && !document_.is(link, class_id::LOCATIVE) && !document_.is(link, class_id::OF_MARK) &&
         !document_.is(link, class_id::PLACE_PREPOSITION);
}

std::string_view ClaimTimes::written_year(std::uint32_t sentence) const {
  for (auto date = first_in(dates_, {document_.sentences[sentence].first, 0}); date != dates_.end() && date->row.sentence == sentence + 1; ++date) {
    if (date->row.kind == DateKind::absolute && phrase(sentence, *date).from.year != 0) return date->row.from;
  }
  return {};
}

int ClaimTimes::told(const FoundCasualty& claim) const {
  const std::uint32_t sentence = document_.sentence_of(claim.tokens.first);
  const Tape tape = document_.tapes[sentence];
  if (const FoundDate* date = date_of_clause(sentence, claim); date != nullptr) return stretch(sentence, *date);
  const FoundDate* nearest = nullptr;
  std::uint32_t least = too_far;
  for (const FoundDate& date : dates_of(sentence)) {
    constexpr std::uint32_t reach = 400;  // tokens
    if (date.tokens.first > claim.tokens.end + reach || date.tokens.end + reach < claim.tokens.first) continue;
    if (date.row.kind == DateKind::duration || dates_report(tape, date, claim.tokens)) continue;
    if (is_apart(tape, date.tokens, claim.tokens)) continue;
    const std::uint32_t far = distance(document_, tape, date.tokens, claim.tokens);
    if (far < least) nearest = &date, least = far;
  }
  return nearest == nullptr ? 0 : stretch(sentence, *nearest);
}

// "the deadliest since 1996, when a man | killed seven": the date on which the claim's clause hangs; none where it hangs on none.
const FoundDate* ClaimTimes::date_of_clause(std::uint32_t sentence, const FoundCasualty& claim) const {
  const Tape tape = document_.tapes[sentence];
  constexpr std::size_t reach = 8;
  std::size_t when = element_at(tape, claim.tokens.first);
  for (std::size_t steps = 0; when > 0 && steps < reach && !document_.is(tape[when], class_id::OCCASION); ++steps) --when;
  if (when < 2 || !document_.is(tape[when], class_id::OCCASION) || !document_.is(tape[when], class_id::SUBORDINATOR)) return nullptr;
  const Element& before = tape[document_.is(tape[when - 1], class_id::COMMA) ? when - 2 : when - 1];
  const auto date = first_in(dates_, Document::stretch(before));
  return document_.is(before, class_id::DATE) && date != dates_.end() && date->tokens.first < before.end ? &*date : nullptr;
}

DatePhrase ClaimTimes::phrase(std::uint32_t sentence, const FoundDate& date) const {
  const Phrase* found = nullptr;
  document_.each_phrase(sentence, cascade::StageId::dates, [&](const Phrase& phrase) {
    if (phrase.first == date.tokens.first) found = &phrase;
  });
  return found == nullptr ? DatePhrase{} : reader_.read(*found);
}

int ClaimTimes::stretch(std::uint32_t sentence, const FoundDate& date) const { return stretch_of(phrase(sentence, date)); }

bool ClaimTimes::dates_report(Tape tape, const FoundDate& date, Stretch claim) const {
  const std::size_t verb = report_dated(document_, tape, date);
  return verb != no_verb && !document_.is(tape[verb], class_id::HARM_VERB) && !claim.meets(Document::stretch(tape[verb]));  // "claimed 12 lives last year"
}

bool ClaimTimes::is_apart(Tape tape, Stretch date, Stretch claim) const {
  if (claim.meets(date)) return false;
  const std::size_t own = element_at(tape, date.first);
  constexpr std::size_t longest_opening = 40;
  const bool opens = own <= longest_opening && std::none_of(tape.begin(), tape.begin() + static_cast<std::ptrdiff_t>(own),
                                                            [&](const Element& element) { return document_.is(element, class_id::VERB_GROUP); });
  if (opens) return false;
  const std::size_t first = element_at(tape, std::min(claim.end, date.end));
  const std::size_t end = element_at(tape, std::max(claim.first, date.first));
  for (std::size_t i = first; i < end; ++i) {
    const bool harm = document_.is(tape[i], class_id::HARM_VERB) || document_.is(tape[i], class_id::HARM_ADJECTIVE);  // not "a shooting"
    if ((harm && !document_.is(tape[i], class_id::NOUN_GROUP)) || document_.is(tape[i], class_id::OPEN_BRACKET)) return true;
  }
  return false;
}

}  // namespace gazette::facts

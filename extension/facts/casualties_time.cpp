#include "facts/casualties_time.h"

#include <algorithm>

#include "facts/calendar.h"
#include "facts/casualties_links.h"
#include "facts/date_phrase.h"
#include "facts/nearness.h"
#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

namespace class_id = lexicon::class_id;

constexpr int week = 7;
constexpr int month = 30;
constexpr int year = 365;

// The stretch of time that a date means, in days; 0 for a day, and for what hangs on a date told before ("two weeks later").
int stretch_of(const DatePhrase& phrase) {
  if (phrase.form == "clock" || phrase.form == "none" || (phrase.shift && !phrase.shift->kind.empty())) return 0;
  if (phrase.from.day != 0 || phrase.from.weekday != 0 || phrase.from.offset || !phrase.written.empty() || phrase.named_holiday) return 0;
  if (phrase.decade != 0 || phrase.season != 0) return year;
  if (phrase.from.month != 0) return month;
  if (phrase.from.year != 0) return year;
  return phrase.unit && phrase.unit->kind.empty() && phrase.unit->value >= week ? phrase.unit->value : 0;
}

class Times {
 public:
  Times(const Document& document, const std::vector<FoundDate>& dates) : document_(document), dates_(dates), reader_(document) {}

  /// "It was one of eight attacks that killed 171 people": what many deeds came to, of which the text tells one.
  bool is_of_many(const FoundCasualty& claim) const {
    const Tape tape = document_.tapes[document_.sentence_of(claim.tokens.first)];
    bool many = false;
    constexpr std::size_t reach = 40;
    const std::size_t at = element_at(tape, claim.tokens.first);
    for (std::size_t i = at > reach ? at - reach : 0; i + 2 < tape.size() && tape[i].first < claim.tokens.first; ++i) {
      const bool deeds = document_.is(tape[i + 2], class_id::EVENT_NOUN) || document_.is(tape[i + 2], class_id::CAUSE);
      many |= document_.is(tape[i], class_id::COUNTED) && document_.is(tape[i + 1], class_id::OF_MARK) && document_.is(tape[i + 2], class_id::COUNTED) && deeds;
      if (many && document_.is(tape[i], class_id::RELATIVE)) return true;
    }
    return false;
  }

  /// "The attack came two days after a bomb killed 12": what was before it.
  bool is_before(const FoundCasualty& claim) const {
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

  /// "The disease kills 400,000 people a year", "more than 200 people drown here each year": how many at all times, not once.
  bool is_rate(const FoundCasualty& claim) const {
    const Tape tape = document_.tapes[document_.sentence_of(claim.tokens.first)];
    constexpr std::size_t reach = 8;
    const std::size_t from = element_at(tape, claim.tokens.first);
    for (std::size_t i = from + 1; i < tape.size() && i <= from + reach; ++i) {
      if (document_.is(tape[i], class_id::RATE)) {
        if (document_.is(tape[i], class_id::ADVERB) || (i + 1 < tape.size() && document_.is(tape[i + 1], class_id::DURATION))) return true;
      }
      const bool stretch = document_.is(tape[i], class_id::DURATION) && tape[i].end == tape[i].first + 1;
      if (stretch && document_.is(tape[i - 1], class_id::ARTICLE) && !document_.is(tape[i - 1], class_id::DEFINITE) && tape[i - 1].end == tape[i].first &&
          !(i > 1 && document_.is(tape[i - 2], class_id::PREPOSITION)))
        return true;
      const bool other = tape[i].first >= claim.tokens.end && (document_.is(tape[i], class_id::COMMA) || document_.is(tape[i], class_id::VERB_GROUP));
      if (other) return false;
    }
    return false;
  }

  /// "In 2012, a customer was shot in the same place": a month or more that opens the sentence, of somebody not told before.
  bool is_of_another_year(const FoundCasualty& claim) const {
    if (claim.victims.definite || claim.victims.pronoun || claim.victims.actor != 0) return false;
    const std::uint32_t sentence = document_.sentence_of(claim.tokens.first);
    const std::uint32_t first = document_.sentences[sentence].first;
    const auto date = first_in(dates_, {first, 0});
    const Element* const opening = document_.word_at(first);
    if (opening == nullptr || document_.is(*opening, class_id::ARTICLE)) return false;  // "The 1968 tornado"
    return date != dates_.end() && date->tokens.first <= first + 1 && date->row.kind != DateKind::duration && stretch(sentence, *date) >= month;
  }

  /// "Police first said seven had been hurt", "initial reports gave four dead": a figure that the text may correct.
  bool is_early_report(const FoundCasualty& claim) const {
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
      if (word.first + reach < claim.tokens.first || word.first < tape[stop].first) continue;
      if (word.first >= claim.tokens.end) break;
      if (document_.is(word, class_id::SUPERSEDED) && document_.is(word, class_id::GROUP_NOUN)) return true;  // "initial reports"
      if (document_.is(word, class_id::REPORT_VERB) || document_.is(word, class_id::REPORT_NOUN)) report = &word;
      if (document_.is(word, class_id::SUPERSEDED)) early = &word;
      if (report != nullptr && early != nullptr && report->first <= early->end + near && early->first <= report->end + near) return true;
    }
    return false;
  }

  /// "It was the third case since June. Five people died in those cases": several events that the text counts.
  bool is_of_series(const FoundCasualty& claim) const {
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

  /// "Since Friday, 11 people have been shot in the city", "six have died in three years": what is counted over a stretch of time.
  bool is_of_span(const FoundCasualty& claim) const {
    const std::uint32_t sentence = document_.sentence_of(claim.tokens.first);
    const Tape tape = document_.tapes[sentence];
    constexpr std::ptrdiff_t most = 4;
    const auto from = first_in(dates_, {document_.sentences[sentence].first, 0});
    for (auto date = from; date != dates_.end() && date - from < most && date->row.sentence == sentence + 1; ++date) {
      const std::size_t at = element_at(tape, date->tokens.first);
      const bool opens = document_.is_at(date->tokens.first, class_id::SPAN);
      const bool behind = at > 0 && document_.is(tape[at - 1], class_id::SPAN);
      if (!opens && !behind) continue;
      // "nine were wounded, in the worst such attack in two years"
      bool other_clause = false;
      for (std::size_t i = element_at(tape, claim.tokens.end); i < at; ++i) other_clause |= document_.is(tape[i], class_id::COMMA);
      if (other_clause) continue;
      const std::uint32_t word = opens ? date->tokens.first : tape[at - 1].first;
      const bool since = document_.is_at(word, class_id::SUBORDINATOR) && document_.is_at(word, class_id::PREPOSITION);
      if (since || (date->row.kind == DateKind::duration && stretch(sentence, *date) >= month)) return true;
    }
    return false;
  }

  /// Is a day of a month the only date of the claim's sentence?
  bool is_of_written_day(const FoundCasualty& claim) const {
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

  /// Is the first day that a sentence tells one of the week: "late Saturday"?
  bool tells_weekday(std::uint32_t sentence) const {
    const auto date = first_in(dates_, {document_.sentences[sentence].first, 0});
    return date != dates_.end() && date->row.sentence == sentence + 1 && phrase(sentence, *date).from.weekday != 0;
  }

  /// Does a sentence tell a day?
  bool tells_day(std::uint32_t sentence) const {
    for (auto date = first_in(dates_, {document_.sentences[sentence].first, 0}); date != dates_.end() && date->row.sentence == sentence + 1; ++date) {
      if (date->row.kind != DateKind::duration && stretch(sentence, *date) == 0) return true;
    }
    return false;
  }

  /// "Unlike the collapse of 1987, in which 33 men died": what a relative clause tells of an earlier event.
  bool is_of_earlier(const FoundCasualty& claim, std::string_view own) const {
    const std::uint32_t sentence = document_.sentence_of(claim.tokens.first);
    const Tape tape = document_.tapes[sentence];
    constexpr std::size_t reach = 8;
    std::size_t relative = element_at(tape, claim.tokens.first);
    for (std::size_t steps = 0; relative > 0 && steps < reach && !document_.is(tape[relative], class_id::RELATIVE); ++steps) --relative;
    if (relative == 0 || !document_.is(tape[relative], class_id::RELATIVE)) return false;
    if (relative > 1 && document_.is(tape[relative - 1], class_id::PREPOSITION) && document_.is(tape[relative - 2], class_id::PERIOD)) return true;
    constexpr std::size_t group = 5;  // "the 2019 dam disaster in Brazil"
    const std::uint32_t from = tape[relative > group ? relative - group : 0].first;
    for (auto date = first_in(dates_, {from, 0}); date != dates_.end() && date->tokens.end <= tape[relative].first; ++date) {
      if (date->row.kind != DateKind::absolute) continue;
      if (own.empty() ? stretch(sentence, *date) >= year : is_years_before(date->row.from, own)) return true;
    }
    return false;
  }

  /// The day of the first date of a sentence that has its year in it; empty without one.
  std::string_view written_year(std::uint32_t sentence) const {
    for (auto date = first_in(dates_, {document_.sentences[sentence].first, 0}); date != dates_.end() && date->row.sentence == sentence + 1; ++date) {
      if (date->row.kind == DateKind::absolute && phrase(sentence, *date).from.year != 0) return date->row.from;
    }
    return {};
  }

  /// The stretch of time that the sentence gives to the claim.
  int told(const FoundCasualty& claim) const {
    const std::uint32_t sentence = document_.sentence_of(claim.tokens.first);
    const Tape tape = document_.tapes[sentence];
    const FoundDate* nearest = nullptr;
    std::uint32_t least = too_far;
    constexpr std::ptrdiff_t most = 8;  // no sentence dates a claim by its ninth date
    const auto from = first_in(dates_, {document_.sentences[sentence].first, 0});
    for (auto date = from; date != dates_.end() && date - from < most && date->row.sentence == sentence + 1; ++date) {
      constexpr std::uint32_t reach = 400;  // tokens
      if (date->tokens.first > claim.tokens.end + reach || date->tokens.end + reach < claim.tokens.first) continue;
      if (date->row.kind == DateKind::duration || dates_report(tape, *date)) continue;
      if (is_apart(tape, date->tokens, claim.tokens)) continue;
      const std::uint32_t far = distance(document_, tape, date->tokens, claim.tokens);
      if (far < least) nearest = &*date, least = far;
    }
    return nearest == nullptr ? 0 : stretch(sentence, *nearest);
  }

 private:
  DatePhrase phrase(std::uint32_t sentence, const FoundDate& date) const {
    const Phrase* found = nullptr;
    document_.each_phrase(sentence, cascade::StageId::dates, [&](const Phrase& phrase) {
      if (phrase.first == date.tokens.first) found = &phrase;
    });
    return found == nullptr ? DatePhrase{} : reader_.read(*found);
  }

  int stretch(std::uint32_t sentence, const FoundDate& date) const { return stretch_of(phrase(sentence, date)); }

  // "officials said last week", but not "was accused on Tuesday of killing"
  bool dates_report(Tape tape, const FoundDate& date) const {
    const std::size_t verb = report_dated(document_, tape, date);
    return verb != no_verb && !document_.is(tape[verb], class_id::HARM_VERB);
  }

  // "A man has died after a shooting that left two others wounded last week"; "killed 70 and cost $3 million (equivalent
  // to $110 million in 2023)"
  bool is_apart(Tape tape, Stretch date, Stretch claim) const {
    if (claim.meets(date)) return false;
    const std::size_t own = element_at(tape, date.first);
    constexpr std::size_t longest_opening = 40;
    const bool opens = own <= longest_opening && std::none_of(tape.begin(), tape.begin() + static_cast<std::ptrdiff_t>(own),
                                                              [&](const Element& element) { return document_.is(element, class_id::VERB_GROUP); });
    if (opens) return false;
    const std::size_t first = element_at(tape, std::min(claim.end, date.end));
    const std::size_t end = element_at(tape, std::max(claim.first, date.first));
    for (std::size_t i = first; i < end; ++i) {
      if (document_.is(tape[i], class_id::HARM_VERB) || document_.is(tape[i], class_id::HARM_ADJECTIVE) || document_.is(tape[i], class_id::OPEN_BRACKET))
        return true;
    }
    return false;
  }

  const Document& document_;
  const std::vector<FoundDate>& dates_;
  DateReader reader_;
};

// "In a separate incident, a man was shot": of another event.
bool is_of_another_event(const FoundCasualty& claim, const Document& document) {
  const std::uint32_t sentence = document.sentence_of(claim.tokens.first);
  const Tape tape = document.tapes[sentence];
  if (tape.size() < 2 || !document.is(tape[0], class_id::PREPOSITION) || !document.is(tape[1], class_id::NOUN_GROUP)) return false;
  if (claim.tokens.first < tape[1].end || !(document.is(tape[1], class_id::EVENT_NOUN) || document.is(tape[1], class_id::CAUSE))) return false;
  for (const Element& word : document.words[sentence]) {
    if (word.first >= tape[1].end) return false;
    if (document.is(word, class_id::SEPARATE)) return true;
  }
  return false;
}

}  // namespace

void find_other_events(std::vector<FoundCasualty>& claims, const Document& document, const std::vector<FoundDate>& dates) {
  const Times times(document, dates);
  for (FoundCasualty& claim : claims) claim.elsewhere |= &claim != claims.data() && (is_of_another_event(claim, document) || times.is_before(claim));
}

void find_other_times(std::vector<FoundCasualty>& claims, const Document& document, const std::vector<FoundDate>& dates) {
  const auto counts = [](const FoundCasualty& claim) { return claim.row.status == "asserted" && claim.row.part_of == 0 && claim.row.figure.bound != "none"; };
  const Times times(document, dates);
  constexpr std::size_t reach = 64;  // claims: the text's own figures stand among the first
  const auto end = claims.begin() + static_cast<std::ptrdiff_t>(std::min(reach, claims.size()));
  for (FoundCasualty& claim : claims) {
    if (!counts(claim) || !times.is_of_many(claim)) continue;
    // Where the text tells nothing smaller, it is the text's figure.
    const auto own = [&](const FoundCasualty& other) {
      return &other != &claim && counts(other) && other.row.harm == claim.row.harm && !other.elsewhere && other.row.sentence != claim.row.sentence;
    };
    claim.elsewhere = std::any_of(claims.begin(), end, own);
  }
  // A text that opens with a day tells of that; what a year dates is another matter.
  const auto body =
      std::find_if(document.sentences.begin(), document.sentences.end(), [](const text::Sentence& sentence) { return sentence.part == text::Part::body; });
  const bool opens_with_day = body != document.sentences.end() &&
                              (times.tells_day(static_cast<std::uint32_t>(body - document.sentences.begin())) ||
                               (body + 1 != document.sentences.end() && times.tells_day(static_cast<std::uint32_t>(body + 1 - document.sentences.begin()))));
  const bool news = body != document.sentences.end() && body != document.sentences.begin();  // below a headline
  for (FoundCasualty& claim : claims) {
    if (!counts(claim)) continue;
    claim.elsewhere |=
        times.is_before(claim) || times.is_rate(claim) || ((opens_with_day || news) && claim.tokens.first >= body->end && times.is_of_another_year(claim));
  }
  // A figure that was told first, where the text has another; several events' figure, where the lead has the story's own.
  for (FoundCasualty& claim : claims) {
    if (!counts(claim) || claim.elsewhere) continue;
    const auto same_harm = [&](const FoundCasualty& other) {
      return &other != &claim && counts(other) && !other.elsewhere && other.row.harm == claim.row.harm;
    };
    const auto other_figure = [&](const FoundCasualty& other) {
      return same_harm(other) && other.row.figure != claim.row.figure && !times.is_early_report(other);
    };
    if (times.is_early_report(claim)) claim.elsewhere = std::any_of(claims.begin(), end, other_figure);
    const auto lead_figure = [&](const FoundCasualty& other) { return same_harm(other) && other.tokens.end <= body->end; };
    // "1,200 people were killed in the attack of October 7, 2023": of a day with its year, where the lead tells of another.
    const auto told_in_lead = [&](const FoundCasualty& other) {
      return lead_figure(other) && (other.row.figure == claim.row.figure || (!claim.row.date_from.empty() && other.row.date_from == claim.row.date_from));
    };
    if (news && claim.tokens.first >= body->end && !claim.revises && times.is_of_written_day(claim) &&
        times.tells_weekday(static_cast<std::uint32_t>(body - document.sentences.begin())))
      claim.elsewhere |= std::any_of(claims.begin(), end, lead_figure) && std::none_of(claims.begin(), end, told_in_lead);
    if (news && claim.tokens.first >= body->end && (times.is_of_series(claim) || times.is_of_span(claim)))
      claim.elsewhere = std::any_of(claims.begin(), end, lead_figure);
  }
  const std::string_view opening_year =
      body == document.sentences.end() ? std::string_view{} : times.written_year(static_cast<std::uint32_t>(body - document.sentences.begin()));
  for (FoundCasualty& claim : claims) {
    if (counts(claim) && (!opening_year.empty() || (news && claim.tokens.first >= body->end))) claim.elsewhere |= times.is_of_earlier(claim, opening_year);
  }
  // A story that opens with its day tells of its own dead there. What stands further down and is told by the year or month is
  // no part of it, though nothing was told before: "15 people have been killed since January".
  if (opens_with_day && news) {
    constexpr std::ptrdiff_t openings = 3;
    const auto own = body + std::min<std::ptrdiff_t>(openings, document.sentences.end() - body);
    for (FoundCasualty& claim : claims) {
      if (!counts(claim) || claim.elsewhere) continue;
      const bool late = own != document.sentences.end() && claim.tokens.first >= own->first;
      if (!late || times.told(claim) < month) break;
      claim.elsewhere = true;
    }
  }
  // "A deputy was sentenced for shooting a man": a story of a trial tells of the deed alone.
  constexpr std::ptrdiff_t first_sentences = 2;
  const auto told_late = news ? body + std::min<std::ptrdiff_t>(first_sentences, document.sentences.end() - body) : body;
  const std::uint32_t late = told_late == document.sentences.end() ? static_cast<std::uint32_t>(-1) : told_late->first;
  for (FoundCasualty& claim : claims) {
    if (!news || !claim.background || claim.elsewhere || !counts(claim) || claim.tokens.first >= late) continue;
    const auto fact = [&](const FoundCasualty& other) { return other.row.harm == claim.row.harm && counts(other) && !other.background && !other.elsewhere; };
    if (std::none_of(claims.begin(), end, fact)) claim.charged = true;
  }
  for (FoundCasualty& claim : claims) claim.background &= !claim.charged;
  const auto lead = std::find_if(claims.begin(), claims.end(), [&](const FoundCasualty& claim) { return counts(claim) && !claim.elsewhere; });
  if (lead == claims.end()) return;
  // The headline seldom tells when; the sentence behind it does.
  const std::uint32_t opening = lead->row.sentence + (document.sentences[lead->row.sentence - 1].part == text::Part::headline ? 1 : 0);
  bool by_day = true;
  for (auto claim = lead; claim != claims.end() && claim->row.sentence <= opening; ++claim) by_day &= times.told(*claim) == 0;
  for (auto claim = lead; claim != claims.end(); ++claim) {
    if (claim->row.sentence <= opening) continue;
    const bool heading = document.sentences[claim->row.sentence - 1].part == text::Part::heading;
    const bool below = heading && document.sentences[claim->row.sentence - 2].part == text::Part::body;
    // "killed 70 in August 1998 … second only to the storm of 1780, which killed 22,000". A year is none: a trial tells of
    // the deed of the year before.
    claim->elsewhere |= below || (by_day && times.told(*claim) != 0) || is_years_before(claim->row.date_from, lead->row.date_from);
    // "In July a clerk was shot at the same place. The gunman killed a guard, too": the paragraph goes on with the other event.
    const auto own = [&](const FoundCasualty& other) {
      return &other != &*claim && counts(other) && !other.elsewhere && other.row.figure == claim->row.figure && other.row.harm == claim->row.harm &&
             compatible(other.victims, claim->victims);
    };
    if (!claim->elsewhere && news && claim != lead && (claim - 1)->elsewhere && !(claim - 1)->revises && (claim - 1)->row.sentence + 1 >= claim->row.sentence &&
        document.sentences[(claim - 1)->row.sentence - 1].paragraph == document.sentences[claim->row.sentence - 1].paragraph && counts(*claim) &&
        !times.tells_day(claim->row.sentence - 1))
      claim->elsewhere = std::none_of(lead, claim, own);
  }
}

}  // namespace gazette::facts

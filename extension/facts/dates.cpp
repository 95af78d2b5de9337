#include "facts/dates.h"

#include <algorithm>
#include <limits>

#include "facts/date_phrase.h"
#include "facts/date_resolution.h"
#include "facts/knowledge.h"
#include "facts/nearness.h"
#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

using cascade::StageId;
namespace class_id = lexicon::class_id;

DateKind kind_of(std::string_view setting) {
  if (setting == "duration") return DateKind::duration;
  return setting == "relative" ? DateKind::relative : DateKind::absolute;
}

// --- which date tells when something happened ---------------------------------------------------------------------------

bool is_told(const FoundDate& date) { return date.row.kind != DateKind::duration && !date.row.from.empty(); }

std::vector<FoundDate>::const_iterator first_of_sentence(const std::vector<FoundDate>& dates, std::uint32_t sentence) {
  return std::partition_point(dates.begin(), dates.end(), [sentence](const FoundDate& date) { return date.row.sentence < sentence + 1; });
}

// How far a date is from what stands in `tokens`; the day of a report is far from all but the report.
std::uint32_t cost_of(const Document& document, Tape tape, const FoundDate& date, Stretch tokens) {
  const std::size_t verb = report_dated(document, tape, date);
  if (verb != no_verb && !tokens.meets({tape[verb].first, tape[verb].end})) return too_far;
  return distance(document, tape, date.tokens, tokens);
}

class Dating {
 public:
  Dating(const Document& document, std::string_view published) : document_(document), reader_(document) {
    for (std::uint32_t sentence = 0; sentence < document.sentences.size(); ++sentence) {
      document.each_phrase(sentence, StageId::dates, [&](const Phrase& phrase) { phrases_.push_back(&phrase); });
    }
    std::sort(phrases_.begin(), phrases_.end(), [](const Phrase* a, const Phrase* b) { return a->first < b->first; });
    words_.reserve(phrases_.size());
    for (const Phrase* const phrase : phrases_) {
      document_.pause();
      words_.push_back(reader_.read(*phrase));
    }
    base_ = parse_iso_day(published);
    if (!base_) base_ = dateline();
    fixed_ = base_.has_value();
    told_now_ = !fixed_ && std::any_of(words_.begin(), words_.end(), tells_now);
  }

  std::vector<FoundDate> run() {
    found_.reserve(phrases_.size());
    clock_.reserve(phrases_.size());
    for (std::size_t i = 0; i < phrases_.size(); ++i) {
      document_.pause();
      const Phrase* const phrase = phrases_[i];
      const DatePhrase& words = words_[i];
      if (words.form == "none" || (words.named_holiday && words.holiday == 0)) continue;
      FoundDate date;
      date.tokens = {phrase->first, phrase->end};
      date.row.kind = kind_of(document_.rule(*phrase).setting("kind"));
      date.row.span = document_.span(date.tokens);
      const std::uint32_t sentence = document_.sentence_of(phrase->first);
      date.row.sentence = sentence + 1;
      if (date.row.kind != DateKind::duration) resolve(words, sentence, date);
      clock_.push_back(words.form == "clock" ? 1 : 0);
      found_.push_back(std::move(date));
    }
    date_clocks();
    return std::move(found_);
  }

 private:
  // The article's own date line: the first full date of one.
  std::optional<CivilDate> dateline() const {
    for (std::size_t i = 0; i < phrases_.size(); ++i) {
      if (document_.sentences[document_.sentence_of(phrases_[i]->first)].part != text::Part::dateline) continue;
      const auto day = resolve_date(words_[i], {});
      if (day && day->to.has_day()) return day->to;  // of a report on "3-9 October 2021" the last
    }
    return std::nullopt;
  }

  // "on Wednesday", "yesterday", "last week": the news of a day that the text does not name, and no history.
  static bool tells_now(const DatePhrase& words) {
    return words.from.offset || (words.from.weekday != 0 && words.from.day == 0) || (words.unit && words.order);
  }

  void resolve(const DatePhrase& words, std::uint32_t sentence, FoundDate& date) {
    DateContext context;
    context.base = base_;
    context.told = told_;
    context.tense = tense(sentence, date.tokens);
    const std::uint32_t paragraph = document_.sentences[sentence].paragraph;
    const bool to_come = context.tense == Tense::coming && !(base_ && year_ >= base_->year);  // a year that is past is not that of what is to come
    // where the text tells of news, a month before the one told last is no part of its history
    const bool goes_back = fixed_ && year_month_ != 0 && words.from.month != 0 && words.from.month < year_month_;
    if (!to_come && !goes_back && (paragraph == year_paragraph_ || !(fixed_ || told_now_))) context.year = year_;
    context.nearest = !fixed_;
    const auto resolved = in_apposition(words, date) ? told_ : resolve_date(words, context);
    if (!resolved) return;
    date.row.from = resolved->from.iso();
    date.row.to = resolved->to.iso();
    if (document_.sentences[sentence].part == text::Part::dateline || names_what_follows(words, date.tokens)) return;
    told_ = resolved;
    const bool year_told = words.from.year != 0 || words.to.year != 0;
    if (year_told || (fixed_ && resolved->to.year == base_->year)) {
      // A bare year says little of the dates behind it where the article's own day is known.
      const bool holds = year_told && (words.from.month != 0 || !fixed_);
      year_ = holds ? resolved->to.year : 0;
      year_paragraph_ = paragraph;
      year_month_ = holds ? resolved->to.month : 0;
    }
    if (!fixed_ && year_told && resolved->to.has_day()) base_ = resolved->to;  // the last full date of the text
  }

  // "the 1951 Mutual Defence Treaty", "Rwanda's 1994 genocide": the year is part of a name, and what is told behind it is
  // not of that year; "the 2008 floods" may well be.
  bool names_what_follows(const DatePhrase& words, Stretch tokens) const {
    if (words.from.year == 0 || words.from.month != 0 || tokens.first == 0 || tokens.end >= document_.tokens.size()) return false;
    const text::Shape next = document_.tokens[tokens.end].shape;
    const Element* const before = document_.word_at(tokens.first - 1);
    if (before == nullptr || !lexicon::wordlike(next)) return false;
    const bool owned = document_.is(*before, class_id::POSSESSIVE) || document_.is(*before, class_id::CLITIC);
    return owned || (document_.is(*before, class_id::DETERMINER) && next != text::Shape::lower);
  }

  // "on Friday, two days after the attack": two names of one day.
  bool in_apposition(const DatePhrase& words, const FoundDate& date) const {
    if (!told_ || !words.shift || words.shift->kind != "event" || found_.empty()) return false;
    const FoundDate& last = found_.back();
    if (last.row.sentence != date.row.sentence || last.row.kind == DateKind::duration || last.row.from.empty()) return false;
    return last.tokens.end + 1 == date.tokens.first && document_.tokens[last.tokens.end].shape == text::Shape::comma;
  }

  // A time of day lies on the day that its sentence tells, else on the one told before.
  void date_clocks() {
    for (std::size_t i = 0; i < found_.size(); ++i) {
      if (clock_[i] == 0) continue;
      const FoundDate* best = nullptr;
      std::uint32_t nearest = std::numeric_limits<std::uint32_t>::max();
      const auto first = i > 8 ? i - 8 : 0;
      for (std::size_t k = first; k < std::min(found_.size(), i + 8); ++k) {
        const FoundDate& other = found_[k];
        if (clock_[k] != 0 || other.row.sentence != found_[i].row.sentence || !is_day(other.row)) continue;
        const std::uint32_t distance = k < i ? found_[i].tokens.first - other.tokens.first : other.tokens.first - found_[i].tokens.first;
        if (distance < nearest) nearest = distance, best = &other;
      }
      for (std::size_t k = i; best == nullptr && k-- > first;) {
        const bool text = document_.sentences[found_[k].row.sentence - 1].part != text::Part::dateline;
        if (is_day(found_[k].row) && text) best = &found_[k];
      }
      if (best != nullptr) {
        found_[i].row.from = best->row.from;
        found_[i].row.to = best->row.to;
      } else if (base_) {
        found_[i].row.from = found_[i].row.to = base_->iso();
      }
    }
  }

  static bool is_day(const Date& row) {
    constexpr std::size_t day_length = 10;
    return row.kind != DateKind::duration && row.from.size() == day_length && row.from == row.to;
  }

  // What the verb says: will meet, is to meet, is scheduled for; met.
  Tense tense(std::uint32_t sentence, Stretch tokens) const {
    const Tape tape = document_.tapes[sentence];
    const std::size_t date = element_at(tape, tokens.first);
    const std::size_t verb = verb_of(document_, tape, date);
    if (verb == no_verb) return Tense::unknown;
    const Element& group = tape[verb];
    const bool is_or_is_set = document_.is(group, class_id::COPULA) || (document_.is(group, class_id::PASSIVE) && document_.is(group, class_id::INTENT_VERB));
    if (is_or_is_set && is_present(sentence, group) && (date == verb + 1 || (date == verb + 2 && document_.is(tape[verb + 1], class_id::PREPOSITION))))
      return Tense::coming;  // "The vote is on Sunday", "is set for 12 January"
    if (document_.is(group, class_id::FUTURE)) return Tense::coming;
    if (document_.is(group, class_id::MODALITY)) return is_perfect(sentence, group) ? Tense::past : Tense::coming;
    if (document_.is(group, class_id::INFINITIVE)) return tense_of_infinitive(sentence, tape, verb);
    if (document_.is(group, class_id::PASSIVE) && document_.is(group, class_id::PLAN)) return Tense::coming;
    if (document_.is(group, class_id::COPULA)) return planned_behind(tape, verb) ? Tense::coming : Tense::past;
    if (is_present_progressive(sentence, group)) return Tense::coming;
    if (verb > 0 && !document_.is(tape[verb - 1], class_id::VERB_GROUP) && document_.is(tape[verb - 1], class_id::PLAN)) return Tense::coming;  // due to rule
    const bool subject = verb > 0 && document_.is(tape[verb - 1], class_id::NOUN_GROUP);
    if (subject && is_simple_present(group) && group.end <= tokens.first && document_.sentences[sentence].part == text::Part::body) return Tense::coming;
    return Tense::past;
  }

  // "the talks resume", and no "says".
  bool is_simple_present(const Element& group) const {
    const bool present = document_.is(group, class_id::VERB_THIRD) || document_.is(group, class_id::VERB_BASE);
    if (!present || document_.is(group, class_id::VERB_PAST)) return false;
    return document_.is(group, class_id::SCHEDULE_VERB) || (group.end == group.first + 1 && !document_.is(group, class_id::REPORT_VERB));
  }

  // "could have met".
  bool is_perfect(std::uint32_t sentence, const Element& group) const {
    return any_word(sentence, group, [&](const Element& word) { return document_.is(word, class_id::HAVE) && word.end < group.end; });
  }

  // "is meeting": be in the present before a form in -ing, and no have.
  bool is_present_progressive(std::uint32_t sentence, const Element& group) const {
    const bool ing = any_word(sentence, group, [&](const Element& word) { return document_.is(word, class_id::VERB_ING) && word.end == group.end; });
    return ing && is_present(sentence, group);
  }

  bool is_present(std::uint32_t sentence, const Element& group) const {
    return any_word(sentence, group, [&](const Element& word) { return document_.is(word, class_id::PRESENT); });
  }

  template <typename Test>
  bool any_word(std::uint32_t sentence, const Element& group, Test test) const {
    const Tape words = document_.words[sentence];
    for (std::size_t i = element_at(words, group.first); i < words.size() && words[i].first < group.end; ++i) {
      if (test(words[i])) return true;
    }
    return false;
  }

  // "is to meet", "is set to meet", "plans to meet", "agreed to meet" are coming, "refused to meet" is past.
  Tense tense_of_infinitive(std::uint32_t sentence, Tape tape, std::size_t infinitive) const {
    constexpr std::size_t reach = 5;
    if (infinitive > 0 && document_.is(tape[infinitive - 1], class_id::PASSIVE) && is_present(sentence, tape[infinitive - 1])) return Tense::coming;
    for (std::size_t i = infinitive, steps = 0; i-- > 0 && steps < reach; ++steps) {
      if (document_.is(tape[i], class_id::PLAN) || document_.is(tape[i], class_id::FUTURE)) return Tense::coming;
      if (document_.is(tape[i], class_id::COPULA)) return Tense::coming;
      if (document_.is(tape[i], class_id::VERB_GROUP)) return Tense::past;
    }
    return Tense::past;
  }

  // "is due on Friday".
  bool planned_behind(Tape tape, std::size_t verb) const {
    constexpr std::size_t reach = 3;
    for (std::size_t i = verb + 1; i < std::min(tape.size(), verb + 1 + reach); ++i) {
      if (document_.is(tape[i], class_id::PLAN)) return true;
    }
    return false;
  }

  const Document& document_;
  std::vector<const Phrase*> phrases_;
  DateReader reader_;
  std::vector<DatePhrase> words_;  // of each phrase
  std::optional<CivilDate> base_;
  bool fixed_ = false;
  bool told_now_ = false;  // where it is not fixed
  std::optional<Interval> told_;
  int year_ = 0;
  std::uint32_t year_paragraph_ = 0;
  int year_month_ = 0;  // told with that year
  std::vector<FoundDate> found_;
  std::vector<std::uint8_t> clock_;  // of each of them: a time of day
};

}  // namespace

std::size_t report_dated(const Document& document, Tape tape, const FoundDate& date) {
  const std::size_t verb = verb_of(document, tape, element_at(tape, date.tokens.first));
  const bool report = verb != no_verb && document.is(tape[verb], class_id::REPORT_VERB) && tape[verb].end <= date.tokens.first;
  return report ? verb : no_verb;
}

std::vector<FoundDate> find_dates(const Document& document, std::string_view published) { return Dating(document, published).run(); }

const FoundDate* date_near(const std::vector<FoundDate>& dates, const Document& document, Stretch tokens) {
  if (tokens.empty()) return nullptr;
  const std::uint32_t sentence = document.sentence_of(tokens.first);
  const Tape tape = document.tapes[sentence];
  const FoundDate* best = nullptr;
  std::uint32_t lowest = too_far;
  for (auto at = first_of_sentence(dates, sentence); at != dates.end() && at->row.sentence == sentence + 1; ++at) {
    if (at->row.kind == DateKind::duration) continue;
    const std::uint32_t cost = cost_of(document, tape, *at, tokens);
    if (cost < lowest) lowest = cost, best = &*at;
  }
  return best != nullptr && is_told(*best) ? best : nullptr;  // "last year, the most since 2013": when that was, nobody says
}

bool is_since(const Document& document, std::uint32_t token) {
  return document.is_at(token, class_id::SPAN) && document.is_at(token, class_id::SUBORDINATOR) && document.is_at(token, class_id::PREPOSITION);
}

bool opens_stretch(const Document& document, const FoundDate& date) { return date.tokens.first > 0 && is_since(document, date.tokens.first - 1); }

}  // namespace gazette::facts

namespace gazette {

std::optional<std::string> read_date(std::string_view text, std::string_view published) {
  constexpr std::size_t longest = 400;  // nobody writes a date longer than this
  if (text.size() > longest) return std::nullopt;
  if (const auto day = facts::parse_iso_day(text)) return day->iso();  // a time behind it is no matter of words
  const facts::Document document = facts::read(text, *Knowledge::built_in()->grammar().grammar, {});
  std::optional<std::string> result;
  for (const facts::FoundDate& date : facts::find_dates(document, published)) {
    if (date.row.kind == DateKind::duration || date.row.from.empty()) continue;
    if (result) return std::nullopt;  // two dates are none
    result = date.row.from == date.row.to ? date.row.from : date.row.from + "/" + date.row.to;
  }
  return result;
}

}  // namespace gazette

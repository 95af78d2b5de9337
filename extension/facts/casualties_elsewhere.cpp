#include "facts/casualties_elsewhere.h"

#include <algorithm>

#include "facts/calendar.h"
#include "facts/casualties_links.h"
#include "facts/casualties_scenes.h"
#include "facts/casualties_time.h"
#include "facts/nearness.h"
#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

namespace class_id = lexicon::class_id;

// "Bombs elsewhere in the capital killed fifty", "three protesters died elsewhere".
bool is_elsewhere(const FoundCasualty& claim, const Document& document) {
  constexpr std::uint32_t before = 8;  // tokens
  constexpr std::uint32_t behind = 3;
  for (const Element& word : document.words[document.sentence_of(claim.tokens.first)]) {
    if (word.first >= claim.tokens.end + behind) return false;
    if (word.first + before >= claim.tokens.first && document.is(word, class_id::ELSEWHERE)) return true;
  }
  return false;
}

// "Detectives tie the pair to a string of holdups. In one of these, a clerk was shot": of several that are not the text's own.
bool is_of_these(const FoundCasualty& claim, const Document& document) {
  const Tape words = document.words[document.sentence_of(claim.tokens.first)];
  constexpr std::size_t opening = 4;  // In | one | of | these
  return words.size() > opening && document.is(words[0], class_id::LOCATIVE) && document.is(words[1], class_id::CARDINAL) &&
         document.is(words[2], class_id::OF_MARK) && document.is(words[3], class_id::DEMONSTRATIVE);
}

// "In a separate incident, a man was shot": of another event.
bool is_of_another_event(const FoundCasualty& claim, const Document& document) {
  const std::uint32_t sentence = document.sentence_of(claim.tokens.first);
  const Element& opening = document.words[sentence].front();
  if (document.is(opening, class_id::SEPARATE) && document.is(opening, class_id::ADVERB) && !document.is(opening, class_id::DATE_SHIFT))
    return claim.tokens.first > opening.first;  // "Separately, four policemen were killed"
  const Element* const scene = opening_scene(document, sentence);
  if (scene == nullptr || claim.tokens.first < scene->end) return false;
  for (const Element& word : document.words[sentence]) {
    if (word.first >= scene->end) return false;
    if (document.is(word, class_id::SEPARATE)) return true;
  }
  return false;
}

bool counts(const FoundCasualty& claim) { return claim.row.status == "asserted" && claim.row.part_of == 0 && claim.row.figure.bound != "none"; }

// A claim that counts, is not the other one, and is the text's own so far, of the same harm.
bool is_rival(const FoundCasualty& other, const FoundCasualty& claim) {
  return &other != &claim && counts(other) && !other.elsewhere && other.row.harm == claim.row.harm;
}

// The passes over a text's claims, each of which goes by what those before it left to the text.
class OtherTimes {
 public:
  OtherTimes(std::vector<FoundCasualty>& claims, const Document& document, const std::vector<FoundDate>& dates)
      : claims_(claims), document_(document), times_(document, dates), body_(document.sentences.begin()) {
    const auto& sentences = document.sentences;
    body_ = std::find_if(sentences.begin(), sentences.end(), [](const text::Sentence& sentence) { return sentence.part == text::Part::body; });
    if (body_ == sentences.end()) return;
    news_ = body_ != sentences.begin();
    // A text that opens with a day tells of that; what a year dates is another matter.
    opens_with_day_ = times_.tells_day(number(body_)) || (body_ + 1 != sentences.end() && times_.tells_day(number(body_ + 1)));
  }

  void find() {
    leave_series();
    leave_long_matters();
    leave_what_was_before();
    leave_other_figures();
    leave_earlier_years();
    leave_kin();
    leave_stretches();
    find_deed();
    leave_what_follows();
    leave_siblings();
  }

 private:
  using Sentence = std::vector<text::Sentence>::const_iterator;

  std::uint32_t number(Sentence sentence) const { return static_cast<std::uint32_t>(sentence - document_.sentences.begin()); }
  bool has_body() const { return body_ != document_.sentences.end(); }

  // Where the text goes on behind so many sentences of its body: the first token there.
  std::uint32_t behind(std::ptrdiff_t sentences) const {
    const Sentence end = document_.sentences.end();
    const Sentence next = body_ + std::min(sentences, end - body_);
    return next == end ? static_cast<std::uint32_t>(-1) : next->first;
  }

  // Does any of the claims that may be the text's own figures hold?
  template <typename Holds>
  bool any_own(Holds holds) const {
    constexpr std::size_t reach = 64;  // claims: the text's own figures stand among the first
    return std::any_of(claims_.begin(), claims_.begin() + static_cast<std::ptrdiff_t>(std::min(reach, claims_.size())), holds);
  }

  // "One of eight attacks that killed 171 people". Where the text tells nothing smaller, it is the text's figure.
  void leave_series() {
    for (FoundCasualty& claim : claims_) {
      if (!counts(claim) || !times_.is_of_many(claim)) continue;
      claim.elsewhere = any_own([&](const FoundCasualty& other) { return is_rival(other, claim) && other.row.sentence != claim.row.sentence; });
    }
  }

  // "The conflict has left 20,000 dead", where the text told of others before.
  void leave_long_matters() {
    for (FoundCasualty& claim : claims_) {
      if (!counts(claim) || claim.elsewhere || !times_.is_of_long_matter(claim)) continue;
      claim.elsewhere =
          any_own([&](const FoundCasualty& other) { return is_rival(other, claim) && &other < &claim && other.row.sentence != claim.row.sentence; });
    }
  }

  void leave_what_was_before() {
    const bool dated = opens_with_day_ || news_;
    const std::string_view opening = has_body() ? times_.written_year(number(body_)) : std::string_view{};
    for (FoundCasualty& claim : claims_) {
      if (!counts(claim)) continue;
      claim.elsewhere |= times_.is_before(claim) || times_.is_told_back(claim) || times_.is_rate(claim) || times_.is_of_measure_since(claim) ||
                         times_.is_of_later_event(claim) || times_.is_of_that_year(claim) ||
                         (dated && claim.tokens.first >= body_->end && times_.is_of_another_year(claim));
      if (opens_with_day_ && !news_) claim.elsewhere |= times_.is_of_other_date(claim, opening);
      if (claim.elsewhere) continue;
      const bool told = has_own_before(claim);
      claim.elsewhere = (times_.is_of_days_before(claim) && ((opens_with_day_ && !news_) || told)) ||
                        (told && !claim.victims.told() && !claim.victims.own && times_.is_of_earlier_stretch(claim)) ||
                        (opens_with_day_ && !news_ && times_.is_perfect(claim) && times_.is_of_span(claim) && times_.told(claim) >= ClaimTimes::year);
      const auto rival_before = [&](const FoundCasualty& other) {
        return is_rival(other, claim) && other.row.sentence < claim.row.sentence && other.row.figure != claim.row.figure;
      };
      claim.elsewhere |= !claim.victims.told() && times_.is_counted_from(claim) && any_own(rival_before);
    }
  }

  // Did an earlier sentence tell of somebody killed or injured in the text's own event?
  bool has_own_before(const FoundCasualty& claim) const {
    return any_own([&](const FoundCasualty& other) {
      return counts(other) && !other.elsewhere && other.row.sentence < claim.row.sentence && (other.row.harm == "killed" || other.row.harm == "injured");
    });
  }

  // A figure that was told first, where the text has another; several events' figure, where the lead has the story's own.
  void leave_other_figures() {
    for (FoundCasualty& claim : claims_) {
      if (!counts(claim) || claim.elsewhere) continue;
      if (times_.is_early_report(claim)) {
        claim.elsewhere = any_own(
            [&](const FoundCasualty& other) { return is_rival(other, claim) && other.row.figure != claim.row.figure && !times_.is_early_report(other); });
      }
      if (!has_body() || claim.tokens.first < body_->end) continue;
      // Without a headline only what a day opens: "On June 24, nineteen people were killed in the next town."
      if (!news_ && !times_.opens_with_date(claim)) continue;
      const auto lead_figure = [&](const FoundCasualty& other) { return is_rival(other, claim) && other.tokens.end <= body_->end; };
      // "1,200 people were killed in the attack of October 7, 2023": of a day with its year, where the lead tells of another.
      const auto told_in_lead = [&](const FoundCasualty& other) {
        const bool same = other.row.figure == claim.row.figure && compatible(other.victims, claim.victims);
        return lead_figure(other) && (same || (!claim.row.date_from.empty() && other.row.date_from == claim.row.date_from));
      };
      if (!claim.revises && times_.is_of_written_day(claim) && times_.tells_weekday(number(body_))) {
        claim.elsewhere |= any_own(lead_figure) && !any_own(told_in_lead);
        // "Two men were wounded on Friday. … On Nov. 2, a woman was shot dead there": of another harm
        const auto leads = [&](const FoundCasualty& other) {
          return &other != &claim && counts(other) && !other.elsewhere && !other.background && other.tokens.end <= body_->end;
        };
        claim.elsewhere |= news_ && !claim.victims.told() && claim.row.harm == "killed" && !any_own(lead_figure) && any_own(leads);
      }
      const auto told_before = [&](const FoundCasualty& other) { return is_rival(other, claim) && &other < &claim; };
      if (news_ && times_.is_of_those(claim)) claim.elsewhere |= any_own(lead_figure) || any_own(told_before) || !times_.goes_on_with_day(claim);
      if (news_) claim.elsewhere |= times_.is_of_series(claim) && any_own(lead_figure);
      if (news_ && times_.is_of_span(claim))
        claim.elsewhere |= any_own(lead_figure) || any_own(told_before) || (!claim.victims.told() && has_own_before(claim));
    }
  }

  // "Unlike the collapse of 1987, in which 33 men died"
  void leave_earlier_years() {
    const std::string_view opening_year = has_body() ? times_.written_year(number(body_)) : std::string_view{};
    for (FoundCasualty& claim : claims_) {
      if (opens_with_day_ && counts(claim)) claim.elsewhere |= times_.is_of_place_then(claim);
      if (news_ && counts(claim) && claim.tokens.first >= body_->end) claim.elsewhere |= times_.is_of_named_place(claim);
      if (counts(claim) && (!opening_year.empty() || (news_ && claim.tokens.first >= body_->end))) claim.elsewhere |= times_.is_of_earlier(claim, opening_year);
    }
  }

  // "Gunmen shot a lawyer who defended the families of nine workers slain in 2018": whose kin the text tells of, where it has dead
  // of its own.
  void leave_kin() {
    constexpr std::size_t day = 10;  // 2018-09-13
    for (FoundCasualty& claim : claims_) {
      if (!news_ || !counts(claim) || claim.elsewhere || claim.victims.told() || claim.row.date_from.empty() || claim.row.date_from.size() >= day) continue;
      const Tape tape = document_.tapes[claim.row.sentence - 1];
      const std::size_t at = element_at(tape, claim.victims.tokens.first);
      if (at < 2 || !document_.is(tape[at - 1], class_id::OF_MARK) || !document_.is(tape[at - 2], class_id::NOUN_GROUP)) continue;
      if (!document_.is(tape[at - 2], class_id::KINSHIP) && !document_.is(tape[at - 2], class_id::GROUP_NOUN)) continue;
      claim.elsewhere = any_own([&](const FoundCasualty& other) { return is_rival(other, claim) && other.row.sentence < claim.row.sentence; });
    }
  }

  // A story that opens with its day tells of its own dead there. What stands further down and is told by the year or month is
  // no part of it, though nothing was told before: "15 people have been killed since January".
  void leave_stretches() {
    if (!opens_with_day_ || !news_) return;
    constexpr std::ptrdiff_t openings = 3;
    const std::uint32_t late = behind(openings);
    for (FoundCasualty& claim : claims_) {
      if (!counts(claim) || claim.elsewhere) continue;
      if (claim.tokens.first < late || times_.told(claim) < ClaimTimes::month) return;
      claim.elsewhere = true;
    }
  }

  // "A deputy was sentenced for shooting a man": a story of a trial tells of the deed alone.
  void find_deed() {
    if (news_) {
      constexpr std::ptrdiff_t first_sentences = 2;
      const std::uint32_t late = behind(first_sentences);
      for (FoundCasualty& claim : claims_) {
        if (!claim.background || claim.elsewhere || !counts(claim) || claim.tokens.first >= late) continue;
        claim.charged = !any_own([&](const FoundCasualty& other) { return is_rival(other, claim) && !other.background; });
      }
    }
    for (FoundCasualty& claim : claims_) claim.background &= !claim.charged;
  }

  // What comes behind the claim that the text leads with.
  void leave_what_follows() {
    const auto own = [](const FoundCasualty& claim) { return counts(claim) && !claim.elsewhere; };
    auto lead = std::find_if(claims_.begin(), claims_.end(), own);
    // "In 2007 a gunman killed eight. Four others were hurt": the text leads with what was then
    while (news_ && lead != claims_.end() && lead != claims_.begin() && goes_on(*(lead - 1), *lead)) {
      lead->elsewhere = true;
      lead = std::find_if(lead, claims_.end(), own);
    }
    if (lead == claims_.end()) return;
    // The headline seldom tells when; the sentence behind it does.
    const std::uint32_t opening = lead->row.sentence + (part(*lead) == text::Part::headline ? 1 : 0);
    bool by_day = true;
    for (auto claim = lead; claim != claims_.end() && claim->row.sentence <= opening; ++claim) by_day &= times_.told(*claim) == 0;
    for (auto claim = lead; claim != claims_.end(); ++claim) {
      if (claim->row.sentence <= opening) continue;
      const bool below = part(*claim) == text::Part::heading && document_.sentences[claim->row.sentence - 2].part == text::Part::body;
      // "killed 70 in August 1998 … second only to the storm of 1780, which killed 22,000". A year is none: a trial tells of
      // the deed of the year before.
      claim->elsewhere |= below || (by_day && times_.told(*claim) != 0) || is_years_before(claim->row.date_from, lead->row.date_from);
      if (claim->elsewhere || !news_ || claim == lead || !goes_on(*(claim - 1), *claim)) continue;
      constexpr std::ptrdiff_t reach = 64;  // claims
      claim->elsewhere = std::none_of(lead, lead + std::min(reach, claim - lead), [&](const FoundCasualty& other) {
        return is_rival(other, *claim) && other.row.figure == claim->row.figure && compatible(other.victims, claim->victims);
      });
    }
  }

  // "The war began when militants killed 1,200 people and | abducted 251": what one sentence tells of the same time.
  void leave_siblings() {
    if (!news_) return;
    for (std::size_t i = 1; i < claims_.size(); ++i) {
      FoundCasualty& claim = claims_[i];
      FoundCasualty& before = claims_[i - 1];
      if (claim.row.sentence != before.row.sentence || claim.row.date_from != before.row.date_from || claim.victims.told()) continue;
      if (times_.is_early_report(before) || times_.is_early_report(claim)) continue;
      if (before.elsewhere && !claim.elsewhere && counts(claim) && claim.row.harm != before.row.harm) claim.elsewhere = !is_told_before(i);
      if (claim.elsewhere && !before.elsewhere && counts(before) && claim.row.harm != before.row.harm) before.elsewhere = !is_told_before(i - 1);
    }
  }

  bool is_told_before(std::size_t at) const {
    const FoundCasualty& claim = claims_[at];
    return any_own([&](const FoundCasualty& other) {
      return &other < &claim && is_rival(other, claim) && other.row.sentence < claim.row.sentence && other.row.figure == claim.row.figure;
    });
  }

  // "In July a clerk was shot at the same place. The gunman killed a guard, too": the paragraph goes on with the other event.
  bool goes_on(const FoundCasualty& before, const FoundCasualty& claim) const {
    return before.elsewhere && !before.revises && before.row.sentence + 1 >= claim.row.sentence && counts(claim) &&
           document_.sentences[before.row.sentence - 1].paragraph == document_.sentences[claim.row.sentence - 1].paragraph &&
           !times_.tells_day(claim.row.sentence - 1, true) && !times_.is_early_report(before);
  }

  text::Part part(const FoundCasualty& claim) const { return document_.sentences[claim.row.sentence - 1].part; }

  std::vector<FoundCasualty>& claims_;
  const Document& document_;
  ClaimTimes times_;
  Sentence body_;                // the first sentence that is neither headline nor date line
  bool news_ = false;            // it stands below a headline
  bool opens_with_day_ = false;  // it, or the one behind it, tells a day
};

}  // namespace

void find_other_events(std::vector<FoundCasualty>& claims, const Document& document, const std::vector<FoundDate>& dates) {
  const ClaimTimes times(document, dates);
  const bool news = !document.sentences.empty() && document.sentences.front().part == text::Part::headline;
  constexpr std::uint32_t lead = 2;  // sentences: the headline and what it heads
  for (FoundCasualty& claim : claims) {
    // "Gunmen attacked three villages on Monday. In one of these, 12 were killed": the text's own
    const bool of_these = is_of_these(claim, document) && !times.goes_on_with_day(claim);
    claim.elsewhere |= of_these || is_elsewhere(claim, document);
    claim.elsewhere |= &claim != claims.data() && (is_of_another_event(claim, document) || times.is_before(claim) ||
                                                   (news && claim.row.sentence > lead && counts(claim) && times.is_of_another_year(claim)));
  }
}

void find_other_times(std::vector<FoundCasualty>& claims, const Document& document, const std::vector<FoundDate>& dates) {
  OtherTimes(claims, document, dates).find();
}

}  // namespace gazette::facts

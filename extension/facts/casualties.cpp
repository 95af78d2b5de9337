#include "facts/casualties.h"

#include <algorithm>
#include <array>
#include <optional>

#include "facts/numbers.h"
#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

using cascade::Match;
using cascade::StageId;
using lexicon::Column;
namespace class_id = lexicon::class_id;

// The tape of a sentence without its quotation marks.
struct Tape {
  std::uint32_t sentence = 0;
  const std::vector<Element>& elements;
};

class Counting {
 public:
  Counting(const Document& document, const Cast& cast, const std::vector<FoundQuote>& quotes, const std::vector<FoundDate>& dates,
           const FoundPlaces& places)
      : document_(document), cast_(cast), quotes_(quotes), dates_(dates), places_(places), lexicon_(document.grammar->lexicon()),
        stage_(document.grammar->stage(StageId::casualties)) {
    harm_ = stage_.capture_or_none("harm");
    other_ = stage_.capture_or_none("other");
    count_ = stage_.capture_or_none("count");
    perpetrator_ = stage_.capture_or_none("perpetrator");
    victims_ = {stage_.capture_or_none("victims"), stage_.capture_or_none("victims2"), stage_.capture_or_none("victims3")};
  }

  std::vector<FoundCasualty> run() {
    const auto tape_of = [&](std::uint32_t sentence) -> const std::vector<Element>* {
      const text::Part part = document_.sentences[sentence].part;
      const bool furniture = part == text::Part::boilerplate || part == text::Part::dateline || part == text::Part::byline;
      return furniture ? nullptr : &document_.plain_tape(sentence);
    };
    search(document_, StageId::casualties, harm_, tape_of, [&](std::uint32_t sentence, const std::vector<Element>& elements, std::vector<Match> matches) {
      read(Tape{sentence, elements}, matches);
    });
    std::stable_sort(found_.begin(), found_.end(), [](const FoundCasualty& a, const FoundCasualty& b) { return a.tokens.first < b.tokens.first; });
    link_parts();
    return std::move(found_);
  }

 private:
  void read(const Tape& tape, std::vector<Match>& matches) {
    std::stable_sort(matches.begin(), matches.end(), [&](const Match& a, const Match& b) { return a.captured(harm_)->begin < b.captured(harm_)->begin; });
    taken_.assign(tape.elements.size(), 0);
    for (const Match& match : matches) add(tape, match);
  }

  static Stretch tokens_of(const Tape& tape, const cascade::Capture* capture) {
    return capture == nullptr ? Stretch{} : Stretch{tape.elements[capture->begin].first, tape.elements[capture->end - 1].end};
  }

  // --- the harm ------------------------------------------------------------------------------------------------------

  struct Harm {
    std::string name;
    bool subject = false;  // its victim is its subject: die
  };

  std::optional<Harm> harm_of(const Element& element) const {
    for (const ClassId id : {class_id::HARM_VERB, class_id::HARM_ADJECTIVE, class_id::HARM_NOUN}) {
      const auto entry = lexicon_.entry(element.word, id);
      if (entry && !(*entry)[Column::harm].empty()) return Harm{std::string((*entry)[Column::harm]), (*entry)[Column::voice] == "subject"};
    }
    return std::nullopt;
  }

  // A word inside a group that names a harm: "missing persons".
  std::optional<Harm> harm_inside(Stretch tokens) const {
    for (const Element& word : document_.words[document_.sentence_of(tokens.first)]) {
      if (word.first < tokens.first || word.end > tokens.end) continue;
      if (const auto harm = harm_of(word)) return harm;
    }
    return std::nullopt;
  }

  static std::string joined(const std::string& first, const std::string& second) {
    if (first == second) return first;
    const bool missing = first == "missing" || second == "missing";
    const bool injured = first == "injured" || second == "injured";
    if (missing) return "killed_or_missing";
    return injured ? "killed_or_injured" : "casualties";
  }

  // --- the victims ---------------------------------------------------------------------------------------------------

  struct Victims {
    Figure figure;
    Stretch tokens;
    Element group;
    bool singular = false;  // "a policeman", "his wife", a name
  };

  const Phrase* count_in(Stretch tokens) const {
    const Phrase* found = nullptr;
    document_.each_phrase(document_.sentence_of(tokens.first), StageId::numbers, [&](const Phrase& phrase) {
      if (found == nullptr && phrase.first >= tokens.first && phrase.end <= tokens.end) found = &phrase;
    });
    return found;
  }

  std::optional<Victims> victims_of(const Tape& tape, const cascade::Capture* capture) const {
    if (capture == nullptr) return std::nullopt;
    Victims victims;
    victims.tokens = tokens_of(tape, capture);
    victims.group = tape.elements[capture->end - 1];
    if (!can_suffer(victims.group)) return std::nullopt;
    if (document_.is(victims.group, class_id::COUNTED)) {
      const Phrase* const count = count_in(victims.tokens);
      const auto figure = count == nullptr ? std::nullopt : figure_of(document_, *count);
      if (!figure) return std::nullopt;
      victims.figure = *figure;
      return victims;
    }
    if (!is_singular(victims)) return std::nullopt;
    victims.singular = true;
    victims.figure = {1, 1, 1, "exact"};
    return victims;
  }

  // Persons, or a number that stands for them: not sheep, not bills, not houses.
  bool can_suffer(const Element& group) const {
    if (document_.is(group, class_id::ANIMAL) || document_.is(group, class_id::HARM_METAPHOR)) return false;
    if (!document_.is(group, class_id::COUNTED) || !document_.is(group, class_id::NOUN)) return true;
    for (const ClassId id : {class_id::VICTIM, class_id::GROUP_NOUN, class_id::PERSON_NOUN, class_id::KINSHIP, class_id::ROLE, class_id::HARM_NOUN,
                             class_id::HARM_ADJECTIVE, class_id::NATIONALITY_PLURAL, class_id::CARDINAL, class_id::QUANTIFIER}) {
      if (document_.is(group, id)) return true;
    }
    return false;
  }

  bool is_singular(const Victims& victims) const {
    if (document_.is(victims.group, class_id::PERSON)) return true;
    if (document_.is(victims.group, class_id::PERSONAL) || document_.is(victims.group, class_id::UNKNOWN_NAME)) return false;
    const bool plural = document_.is(victims.group, class_id::NOUN_PLURAL) && !document_.is(victims.group, class_id::NOUN_SINGULAR);
    if (plural) return false;
    const Element* const opening = document_.word_at(victims.tokens.first);
    const bool determined = opening != nullptr && (document_.is(*opening, class_id::ARTICLE) || document_.is(*opening, class_id::POSSESSIVE));
    const bool person = document_.is(victims.group, class_id::VICTIM) || document_.is(victims.group, class_id::KINSHIP) || document_.is(victims.group, class_id::PERSON_NOUN);
    return determined && person && document_.is(victims.group, class_id::NOUN_SINGULAR);
  }

  // The words of the victims behind their number, and what they tell.
  void describe(const Victims& victims, Casualty& row) const {
    Stretch rest = victims.tokens;
    if (const Phrase* const count = count_in(victims.tokens)) rest.first = std::min(count->end, rest.end);
    while (rest.first < rest.end) {
      const Element* const opening = document_.word_at(rest.first);
      const bool skip = opening != nullptr && (document_.is(*opening, class_id::DETERMINER) || document_.is(*opening, class_id::PREPOSITION) || document_.is(*opening, class_id::POSSESSIVE));
      if (!skip) break;
      rest.first = opening->end;
    }
    if (!rest.empty()) row.victims = document_.words_of(rest);
    for (const Element& word : document_.words[document_.sentence_of(victims.tokens.first)]) {
      if (word.first < victims.tokens.first || word.end > victims.tokens.end) continue;
      const auto victim = lexicon_.entry(word.word, class_id::VICTIM);
      if (victim && !(*victim)[Column::kind].empty()) row.victim_kind = (*victim)[Column::kind];
      const auto demonym = lexicon_.entry(word.word, class_id::DEMONYM);
      if (demonym) row.victim_country = (*demonym)[Column::country];
    }
  }

  // --- claims --------------------------------------------------------------------------------------------------------

  void add(const Tape& tape, const Match& match) {
    const cascade::Capture* const harm_capture = match.captured(harm_);
    if (harm_capture == nullptr || taken_[harm_capture->begin] != 0) return;
    const Element& word = tape.elements[harm_capture->end - 1];
    const std::string_view rule = stage_.rule(match.rule).name;
    if (document_.is(word, class_id::PARTITIVE)) return add_part(tape, match);
    auto harm = harm_of(word);
    if (!harm) return;
    const bool verb = document_.is(word, class_id::VERB_GROUP) && document_.is(word, class_id::HARM_VERB);
    if (verb && (document_.is(word, class_id::MODALITY) || document_.is(word, class_id::FUTURE))) return;
    const bool active_rule = rule == "casualty.active" || rule == "casualty.participle";
    if (active_rule && harm->subject) return;
    if (const auto* const other = match.captured(other_)) {
      const auto second = harm_inside(tokens_of(tape, other));
      if (second) harm->name = joined(harm->name, second->name);
    }
    std::vector<Victims> all;
    if (const auto* const count = match.captured(count_)) {
      if (auto victims = victims_of(tape, count)) all.push_back(*victims);
    } else {
      for (const std::uint8_t name : victims_) {
        if (auto victims = victims_of(tape, match.captured(name))) all.push_back(*victims);
      }
    }
    if (all.empty() && document_.is(word, class_id::COUNTED)) {
      if (auto victims = victims_of(tape, harm_capture)) all.push_back(*victims);
    }
    if (all.empty() && (rule == "casualty.none" || (rule == "casualty.none_group" && opens_with_no(word)))) {
      all.push_back({{0, 0, 0, "none"}, Document::stretch(word), word, false});
    }
    if (all.empty()) return;
    taken_[harm_capture->begin] = 1;
    join_singulars(all);
    std::sort(all.begin(), all.end(), [](const Victims& a, const Victims& b) { return a.tokens.first < b.tokens.first; });
    for (const Victims& victims : all) add_claim(tape, match, harm->name, victims, word);
  }

  bool opens_with_no(const Element& group) const {
    const Element* const opening = document_.word_at(group.first);
    return opening != nullptr && opening->end < group.end && document_.is(*opening, class_id::NEGATION);
  }

  // "a man and his two sons": one claim of three.
  static void join_singulars(std::vector<Victims>& all) {
    const bool any = std::any_of(all.begin(), all.end(), [](const Victims& victims) { return victims.singular; });
    if (!any || all.size() < 2) return;
    Victims sum = all[0];
    for (std::size_t i = 1; i < all.size(); ++i) {
      if (!all[i].figure.best || !sum.figure.best || all[i].figure.bound != "exact" || sum.figure.bound != "exact") return;
      const std::int64_t total = *sum.figure.best + *all[i].figure.best;
      sum.figure = {total, total, total, "exact"};
      sum.tokens = {std::min(sum.tokens.first, all[i].tokens.first), std::max(sum.tokens.end, all[i].tokens.end)};
    }
    all = {sum};
  }

  void add_claim(const Tape& tape, const Match& match, const std::string& harm, const Victims& victims, const Element& word) {
    FoundCasualty claim;
    Casualty& row = claim.row;
    row.harm = harm;
    row.figure = victims.figure;
    describe(victims, row);
    claim.tokens = {std::min(victims.tokens.first, word.first), std::max(victims.tokens.end, word.end)};
    // "three civilians killed and two missing": a number alone counts the same kind of people.
    const bool alone = row.victims.empty() && victims.figure.bound != "none" && !document_.is(victims.group, class_id::HARM_NOUN);
    if (alone && !found_.empty() && found_.back().row.sentence == tape.sentence + 1) {
      row.victims = found_.back().row.victims;
      row.victim_kind = found_.back().row.victim_kind;
    }
    row.rule = stage_.rule(match.rule).name;
    row.confidence = 0.8;
    if (document_.is(word, class_id::NEGATED)) row.status = "denied";
    if (const auto* const capture = match.captured(perpetrator_)) set_perpetrator(tape, capture, row);
    set_claimant(tape, claim, victims);
    set_date_and_place(claim);
    row.sentence = tape.sentence + 1;
    row.span = document_.span(claim.tokens);
    found_.push_back(std::move(claim));
  }

  void set_perpetrator(const Tape& tape, const cascade::Capture* capture, Casualty& row) const {
    const Element& group = tape.elements[capture->end - 1];
    const Stretch tokens = Document::stretch(group);
    const bool cause = document_.is(group, class_id::CAUSE) || document_.is(group, class_id::WEAPON) || document_.is(group, class_id::EVENT_NOUN);
    if (cause) row.cause = document_.words_of(tokens);
    const Id actor = cast_.actor_of(tokens);
    if (actor != 0) {
      row.perpetrator_actor = actor;
      row.perpetrator = cast_.name_of(actor);
    } else if (!cause && !document_.is(group, class_id::PERSONAL) && (document_.is(group, class_id::VICTIM) || document_.is(group, class_id::GROUP_NOUN) || document_.is(group, class_id::PERSON_NOUN))) {
      row.perpetrator = document_.words_of(tokens);
    }
  }

  // The speaker of the quote that it stands in; else the subject of a verb of claiming whose object it is.
  void set_claimant(const Tape& tape, FoundCasualty& claim, const Victims& victims) const {
    Casualty& row = claim.row;
    row.quote = quote_around(quotes_, claim.tokens);
    if (row.quote != 0) {
      const Quote& quote = quotes_[row.quote - 1].row;
      row.claimant = quote.speaker;
      row.claimant_actor = quote.speaker_actor;
      if (quote.act == "deny") row.status = "denied";
    } else {
      const Element* subject = nullptr;
      for (std::size_t i = 1; i < tape.elements.size() && tape.elements[i].first < claim.tokens.first; ++i) {
        const Element& verb = tape.elements[i];
        if (!document_.is(verb, class_id::VERB_GROUP) || document_.is(verb, class_id::HARM_VERB) || document_.is(verb, class_id::HARM_ADJECTIVE)) continue;
        if (!document_.is(verb, class_id::REPORT_VERB)) {
          if (!document_.is(verb, class_id::COPULA)) subject = nullptr;  // another clause
          continue;
        }
        if (document_.is(tape.elements[i - 1], class_id::NOUN_GROUP)) subject = &tape.elements[i - 1];
      }
      if (subject != nullptr) {
        row.claimant_actor = cast_.actor_of(Document::stretch(*subject));
        row.claimant = row.claimant_actor != 0 ? cast_.name_of(row.claimant_actor) : std::string(document_.words_of(Document::stretch(*subject)));
      }
    }
    if (!row.victim_country.empty() || row.claimant_actor == 0) return;
    const Actor& claimant = cast_.actors[row.claimant_actor - 1];
    const Element* const opening = document_.word_at(victims.tokens.first);
    const bool own = opening != nullptr && document_.is(*opening, class_id::POSSESSIVE);
    if (claimant.kind == ActorKind::country || own) row.victim_country = claimant.country;
  }

  void set_date_and_place(FoundCasualty& claim) const {
    if (const FoundDate* const date = date_near(dates_, document_, claim.tokens)) {
      claim.row.date_from = date->row.from;
      claim.row.date_to = date->row.to;
    }
    if (const PlaceMention* const place = place_near(places_, document_, claim.tokens)) claim.row.place = places_.rows[place->place].name;
  }

  // --- parts ---------------------------------------------------------------------------------------------------------

  // "10 people, including three children": of the claim before it in the sentence, with its harm.
  void add_part(const Tape& tape, const Match& match) {
    if (found_.empty() || found_.back().row.sentence != tape.sentence + 1) return;
    std::size_t whole = found_.size() - 1;
    while (found_[whole].row.part_of != 0 && whole > 0) --whole;
    for (const std::uint8_t name : victims_) {
      const auto victims = victims_of(tape, match.captured(name));
      if (!victims) continue;
      FoundCasualty part = found_[whole];
      part.row.figure = victims->figure;
      part.row.victims.clear();
      part.row.victim_kind.clear();
      describe(*victims, part.row);
      part.tokens = victims->tokens;
      part.row.span = document_.span(part.tokens);
      part.row.part_of = static_cast<Id>(whole + 1);
      part.row.rule = stage_.rule(match.rule).name;
      found_.push_back(std::move(part));
    }
  }

  // Ids were given in the order of finding; rows stand in the order of the text.
  void link_parts() {
    for (FoundCasualty& claim : found_) {
      if (claim.row.part_of == 0) continue;
      const auto first = std::lower_bound(found_.begin(), found_.end(), claim.row.sentence, [](const FoundCasualty& a, Id sentence) { return a.row.sentence < sentence; });
      for (auto at = first; at != found_.end() && at->row.sentence == claim.row.sentence; ++at) {
        const FoundCasualty& whole = *at;
        const auto i = static_cast<std::size_t>(at - found_.begin());
        if (whole.row.part_of == 0 && whole.row.sentence == claim.row.sentence && whole.row.harm == claim.row.harm) claim.row.part_of = static_cast<Id>(i + 1);
      }
    }
  }

  const Document& document_;
  const Cast& cast_;
  const std::vector<FoundQuote>& quotes_;
  const std::vector<FoundDate>& dates_;
  const FoundPlaces& places_;
  const lexicon::Lexicon& lexicon_;
  const cascade::Stage& stage_;
  std::uint8_t harm_ = 0;
  std::uint8_t other_ = 0;
  std::uint8_t count_ = 0;
  std::uint8_t perpetrator_ = 0;
  std::array<std::uint8_t, 3> victims_{};
  std::vector<std::uint8_t> taken_;
  std::vector<FoundCasualty> found_;
};

}  // namespace

std::vector<FoundCasualty> find_casualties(const Document& document, const Cast& cast, const std::vector<FoundQuote>& quotes,
                                           const std::vector<FoundDate>& dates, const FoundPlaces& places) {
  return Counting(document, cast, quotes, dates, places).run();
}

}  // namespace gazette::facts

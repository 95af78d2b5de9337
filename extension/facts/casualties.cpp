#include "facts/casualties.h"

#include <algorithm>
#include <array>
#include <optional>

#include "facts/casualties_antecedents.h"
#include "facts/casualties_attribution.h"
#include "facts/casualties_clause.h"
#include "facts/casualties_doers.h"
#include "facts/casualties_elsewhere.h"
#include "facts/casualties_finding.h"
#include "facts/casualties_kinds.h"
#include "facts/casualties_links.h"
#include "facts/casualties_lists.h"
#include "facts/casualties_parts.h"
#include "facts/casualties_predicates.h"
#include "facts/casualties_scenes.h"
#include "facts/casualties_sentence.h"
#include "lexicon/cell.h"
#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

using cascade::Capture;
using cascade::Match;
using cascade::StageId;
namespace class_id = lexicon::class_id;

class Counting {
 public:
  Counting(const Document& document, const Cast& cast, const std::vector<FoundQuote>& quotes, const std::vector<FoundDate>& dates, const FoundPlaces& places)
      : document_(document),
        stage_(document.grammar->stage(StageId::casualties)),
        reader_(document, cast),
        antecedents_(document, reader_),
        finder_(document, reader_),
        kinds_(document, reader_),
        attribution_(document, cast, quotes, dates, places),
        doers_(document, cast),
        parts_(document, reader_, attribution_, found_),
        dates_(dates),
        places_(places) {
    harm_ = stage_.capture_or_none("harm");
    perpetrator_ = stage_.capture_or_none("perpetrator");
    victims_ = {stage_.capture_or_none("victims"), stage_.capture_or_none("victims2"), stage_.capture_or_none("victims3")};
  }

  std::vector<FoundCasualty> run() {
    const auto tape_of = [&](std::uint32_t sentence) {
      const text::Part part = document_.sentences[sentence].part;
      const bool furniture = part == text::Part::boilerplate || part == text::Part::dateline || part == text::Part::byline;
      return furniture ? Tape{} : document_.plain_tape(sentence);
    };
    search(document_, StageId::casualties, harm_, tape_of,
           [&](std::uint32_t sentence, Tape tape, std::vector<Match>& matches) { read(sentence, tape, matches); });
    put_in_order(found_);
    // "Others" come on top of those whom the claim before tells of: "one was killed and four others hurt" are four hurt.
    for (std::size_t i = 0; i < found_.size(); ++i) {
      FoundCasualty& claim = found_[i];
      if (!claim.victims.besides || claim.row.part_of != 0) continue;
      // "Three were hurt. … The other two were treated": of the three.
      const auto holds = [&](const FoundCasualty& other) {
        return other.row.harm == claim.row.harm && other.row.figure.best.value_or(0) > claim.row.figure.best.value_or(0) &&
               document_.sentences[other.row.sentence - 1].part != text::Part::heading;
      };
      constexpr std::size_t others = 16;
      const auto first = found_.begin() + static_cast<std::ptrdiff_t>(i > others ? i - others : 0);
      const bool rest = claim.victims.definite && !claim.victims.singular && !claim.victims.perpetrator;
      if (rest && std::any_of(first, found_.begin() + static_cast<std::ptrdiff_t>(i), holds)) continue;
      std::size_t before = i;
      while (before > 0 && found_[before - 1].row.part_of != 0) --before;
      // "A bomber blew himself up. … The bomber also died": besides the others, but told already.
      const auto same_doer = [&](const FoundCasualty& other) {
        return other.victims.perpetrator && other.victims.figure.best == 1 && other.row.harm == claim.row.harm && other.row.status == claim.row.status;
      };
      constexpr std::size_t reach = 16;
      const auto from = found_.begin() + static_cast<std::ptrdiff_t>(i > reach ? i - reach : 0);
      const bool doer = claim.victims.perpetrator && claim.victims.definite && claim.victims.singular;
      if (doer && std::any_of(from, found_.begin() + static_cast<std::ptrdiff_t>(i), same_doer)) continue;
      claim.more = before > 0 && found_[before - 1].row.harm == claim.row.harm;
      claim.next =
          claim.more && found_[before - 1].row.sentence + 1 == claim.row.sentence && document_.sentences[claim.row.sentence - 2].part == text::Part::body;
    }
    // "A lawyer was shot dead. His companion was grazed by a bullet": another than he.
    for (std::size_t i = 1; i < found_.size(); ++i) {
      const FoundCasualty& before = found_[i - 1];
      FoundCasualty& claim = found_[i];
      const bool next = before.row.sentence + 1 == claim.row.sentence && before.victims.singular && before.row.harm == "killed";
      const bool opens = document_.sentences[claim.row.sentence - 1].first == claim.victims.tokens.first;
      claim.beside |= next && opens && claim.victims.own && claim.victims.singular && claim.row.harm == "injured";
    }
    find_other_events(found_, document_, dates_);
    find_other_scenes(found_, document_);
    find_new_places(found_, document_, places_);
    merge_told_again(found_);
    find_other_times(found_, document_, dates_);
    find_parts(found_);
    find_scenes(found_, document_, places_);
    doers_.tell_claimed(found_);
    return std::move(found_);
  }

 private:
  void read(std::uint32_t sentence, Tape tape, std::vector<Match>& matches) {
    std::stable_sort(matches.begin(), matches.end(), [&](const Match& a, const Match& b) { return a.captured(harm_)->begin < b.captured(harm_)->begin; });
    const Clause clause(document_, tape);
    first_of_previous_ = sentence == sentence_ + 1 ? first_of_sentence_ : found_.size();
    sentence_ = sentence;
    first_of_sentence_ = found_.size();
    last_agent_ = Clause::none;
    for (const Match& match : matches) {
      document_.pause();  // a long sentence may hold many claims
      if (!clause.is(match.captured(harm_)->end - 1, class_id::PARTITIVE)) add(clause, match);
    }
    settle_sentence(clause, first_of_sentence_, found_);
    for (const Match& match : matches) {
      if (clause.is(match.captured(harm_)->end - 1, class_id::PARTITIVE)) add_parts(clause, match);
    }
  }

  // --- the victims ---------------------------------------------------------------------------------------------------

  bool fits(const Clause& clause, std::size_t at) const {
    if (at == Clause::none || clause.is(clause.of_group(at), class_id::ANIMAL)) return false;  // "20 head of cattle"
    if (document_.is_at(clause[at].end, class_id::CLITIC)) return false;                       // "the senator's | house"
    return reader_.can_suffer(clause[at]) && read_group(clause, at).has_value();
  }

  std::optional<Victims> read_group(const Clause& clause, std::size_t at) const {
    auto victims = reader_.read(clause[at], telegraphic_ || lacks_article(clause, at));
    if (!victims && (!telegraphic_ || clause.is(at, class_id::PERSONAL))) victims = antecedents_.read(clause[at]);
    const bool all_of_them = clause.is(at, class_id::PERSONAL) || document_.is_at(clause[at].first, class_id::POSSESSIVE);  // not "the policemen"
    if (victims && !victims->antecedent.empty() && all_of_them) take_whole_list(*victims);
    return victims;
  }

  // "A nurse and two drivers were abducted. Their bodies were found": all whom one claim told, not those with a number alone.
  void take_whole_list(Victims& victims) const {
    constexpr std::size_t reach = 8;
    for (std::size_t i = found_.size(); i-- > 0 && found_.size() - i <= reach;) {
      const Victims& told = found_[i].victims;
      if (told.tokens == victims.antecedent || !told.tokens.meets(victims.antecedent) || !told.figure.best) continue;
      if (*told.figure.best <= victims.figure.best.value_or(0)) continue;
      victims.figure = told.figure;
      victims.antecedent = told.tokens;
      victims.kind = told.kind;
      victims.words = told.words;
      return;
    }
  }

  // "a group of 12 men": the number stands behind the "of".
  std::size_t counted_of(const Clause& clause, std::size_t at) const {
    if (at == Clause::none || clause.is(at, class_id::COUNTED) || reader_.is_none(clause[at])) return at;
    if (!clause.is(at, class_id::GROUP_NOUN) && reader_.can_suffer(clause[at])) return at;
    const std::size_t inner = clause.of_group(at);
    return inner != Clause::none && clause.is(inner, class_id::COUNTED) && fits(clause, inner) ? inner : at;
  }

  // "the pilot and <a family> of five"; not "the death of two and the wounding of seven"
  bool is_counted_group(const Clause& clause, std::size_t at) const {
    return clause.is(at, class_id::GROUP_NOUN) && !clause.is(at, class_id::HARM_NOUN) && counted_of(clause, at) != at;
  }

  // A group and those coordinated with it, in the order of the text.
  Elements with_conjuncts(const Clause& clause, std::size_t at, bool forward) const {
    Elements groups;
    if (at == Clause::none) return groups;
    const auto fit = [&](std::size_t group) { return fits(clause, group); };
    if (forward) {
      groups.add(at);
      // "killed her son, and she …": a pronoun opens a new clause; "killed the pilot and a family of five"
      const auto fit_behind = [&](std::size_t next) {
        return (!clause.is(next, class_id::PERSONAL) || clause.is(next, class_id::REFLEXIVE)) && (fit(next) || is_counted_group(clause, next));
      };
      for (const std::size_t group : clause.behind(at, fit_behind)) groups.add(fit(group) ? group : counted_of(clause, group));
      // "Father killed wife, two children": a headline's comma joins
      const bool headline = document_.sentences[sentence_].part == text::Part::headline;
      if (headline && groups.size() == 1 && clause.is(at + 1, class_id::COMMA) && clause.is(at + 2, class_id::COUNTED) && clause.is(at + 2, class_id::NOUN) &&
          fit(at + 2) && !clause.is(at + 3, class_id::VERB_GROUP))
        groups.add(at + 2);
      return groups;
    }
    const Elements before = clause.before(at, fit);
    // "Soldier, five rebels | slain in clash", "holdup leaves owner, robber | dead": a headline's comma joins.
    const bool opens = (at == 2 || (at > 2 && clause.is(at - 3, class_id::LEAVE_VERB))) && clause.is(at - 1, class_id::COMMA) &&
                       clause.is(at - 2, class_id::NOUN_GROUP) && !clause.is(at, class_id::PERSON);
    if (before.empty() && opens && document_.sentences[sentence_].part == text::Part::headline && fit(at - 2)) groups.add(at - 2);
    for (const std::size_t* group = before.end(); group != before.begin();) groups.add(*--group);
    groups.add(at);
    return groups;
  }

  Elements victims_of(const Clause& clause, const Finding& finding, std::size_t& agent) const {
    const std::string_view where = stage_.rule(finding.match->rule).setting("victims");
    Elements groups;
    if (where.empty()) {
      for (const std::uint8_t name : victims_) {
        const Capture* const capture = finding.match->captured(name);
        if (capture != nullptr) groups.add(capture->end - 1);
      }
      // "the deaths are fourteen civilians, five soldiers and a guard"
      if (!stage_.rule(finding.match->rule).setting("list").empty() && groups.size() == 1) return with_conjuncts(clause, *groups.begin(), true);
      return groups;
    }
    if (where == "self") {
      groups.add(finding.at);
      // "21 injured persons in Gao, 36 in Mopti and seven in Kidal"
      const auto number_alone = [&](std::size_t group) { return clause.is(group, class_id::COUNTED) && !clause.is(group, class_id::NOUN); };
      if (clause.is(finding.at, class_id::COUNTED)) {
        for (const std::size_t group : clause.behind(finding.at, number_alone)) groups.add(group);
      }
      return groups;
    }
    if (where == "of") {
      groups = with_conjuncts(clause, clause.of_group(finding.at), true);
      // "the bodies of Ali and Omar | were found": the verb is that of the bodies
      const std::size_t next = groups.size() == 1 ? clause.behind_complements(*groups.begin()) : Clause::none;
      const bool several = clause.is(finding.at, class_id::NOUN_PLURAL) && !groups.empty() && !clause.is(*groups.begin(), class_id::NOUN_PLURAL);
      if (several && clause.is(next, class_id::CONJUNCTION) && fits(clause, next + 1)) groups.add(next + 1);
      return groups;
    }
    if (where == "owner" && clause.is(finding.at + 1, class_id::OF_MARK)) return with_conjuncts(clause, clause.of_group(finding.at), true);
    if (where == "owner" || where == "owned") {  // "their bodies", "his body", "the woman's | body"
      const bool named = finding.at > 1 && clause.is(finding.at - 1, class_id::CLITIC) && clause.is(finding.at - 2, class_id::NOUN_GROUP);
      const bool nobody = document_.is_at(clause[finding.at].first, class_id::ARTICLE) && where == "owned";  // "in a killing"
      if (!nobody) groups.add(named ? finding.at - 2 : finding.at);
      return groups;
    }
    if (where == "behind") return with_conjuncts(clause, clause.object(finding.at), true);
    if (where == "object") {
      const bool verb_of_subject = finding.harm.of_subject;
      std::size_t object = counted_of(clause, clause.object(finding.at));
      // "killed Homa Bay executive, Dony Opar": the apposition tells a person
      if (object != Clause::none && !fits(clause, object) && clause.is(object + 1, class_id::COMMA) && clause.is(object + 2, class_id::PERSON)) object += 2;
      // "the surf drowned a man", "she drowned her two sons"; not "they died heroes"
      const std::size_t next = object == Clause::none ? object : clause.behind_complements(object);
      const bool told = object != Clause::none && (clause.is(object, class_id::COUNTED) || document_.is_at(clause[object].first, class_id::POSSESSIVE)) &&
                        !clause.is(next, class_id::VERB_GROUP) && !clause.is(next, class_id::HARM_ADJECTIVE);
      const bool takes_object = !verb_of_subject || (object == finding.at + 1 && (told || !fits(clause, clause.subject(finding.at))));
      if (takes_object && fits(clause, object) && !is_clause_of_its_own(clause, finding, object)) {
        agent = clause.subject(finding.at);
        return with_conjuncts(clause, object, true);
      }
      // "two people killed in Mali": the participle may be passive.
      const bool can_be_passive = clause.is_bare_participle(finding.at) && !clause.is(finding.at, class_id::GERUND) && !follows_active(clause, finding.at) &&
                                  !precedes_active(clause, finding.at) && !is_finite(clause, finding.at);
      if (!verb_of_subject && !can_be_passive) return groups;
      if (!verb_of_subject && object != Clause::none && !is_clause_of_its_own(clause, finding, object)) return groups;
    }
    if (is_of_one(clause, finding.at)) return groups;
    std::size_t subject = clause.subject(finding.at);
    // "Most of the 40 passengers | were hurt": nobody says how many; but "half of the 40 people | killed"
    const std::size_t whole = subject == Clause::none || clause.is(subject, class_id::COUNTED) ? Clause::none : clause.of_group(subject);
    const bool share = whole != Clause::none && clause.is(whole, class_id::COUNTED) && document_.is_at(clause[whole].first, class_id::DEFINITE) &&
                       !clause.is(subject, class_id::BOTH);
    if (share && whole + 1 == finding.at && clause.is_bare_participle(finding.at)) subject = whole;
    if (share && subject != whole) return groups;
    subject = counted_of(clause, subject);
    // "38 people, along with the bombers, were killed": nobody says how many the bombers were
    if (subject != Clause::none && subject > 0 && !fits(clause, subject) && clause.is(subject - 1, class_id::ALONG)) {
      const Elements others = clause.before(subject, [&](std::size_t group) { return fits(clause, group); });
      if (!others.empty()) subject = *others.begin();
    }
    // "NNGO | protection officer stabbed to death"
    const bool body = clause.is(subject, class_id::UNKNOWN_NAME) || clause.is(subject, class_id::ORGANIZATION_NAME);
    if (subject != Clause::none && !fits(clause, subject) && body && subject + 1 < finding.at && fits(clause, subject + 1)) ++subject;
    // "a worker of the agency, Dr. Salim Aden, was shot": where the group tells no number, its apposition may.
    if (subject != Clause::none && !fits(clause, subject)) {
      const std::size_t comma = clause.behind_complements(subject);
      if (comma + 1 < finding.at && clause.is(comma, class_id::COMMA) && clause.is(comma + 1, class_id::PERSON)) subject = comma + 1;
    }
    std::size_t before = finding.at;
    while (before > 0 && clause.transparent(before - 1)) --before;
    const bool relative = before > 0 && clause.is(before - 1, class_id::RELATIVE);  // "Dozens gathered in memory of X, who was killed"
    const bool predicate = clause.is(finding.at, class_id::VERB_GROUP) ||
                           (before > 0 && clause.is(before - 1, class_id::VERB_GROUP) && clause.is(finding.at, class_id::HARM_ADJECTIVE));
    // "The inspector said the boys | had been killed": the boys, though nobody tells how many; not the inspector.
    const bool uncounted = subject != Clause::none && clause.is(subject, class_id::NOUN_PLURAL) && !clause.is(subject, class_id::NOUN_SINGULAR) &&
                           document_.is_at(clause[subject].first, class_id::DEFINITE) && reader_.can_suffer(clause[subject]);
    // "killed 26 people, and a plane | vanished": a thing did, and not those told before it
    const bool thing = finding.harm.of_subject && subject != Clause::none && subject + 1 == finding.at && clause.is(finding.at, class_id::VERB_GROUP) &&
                       document_.is_at(clause[subject].first, class_id::ARTICLE) && !reader_.can_suffer(clause[subject]);
    // "When the driver refused, the tyres | were shot out": things, and not those told before them
    const bool things = subject != Clause::none && subject + 1 == finding.at && clause.is(finding.at, class_id::PASSIVE) &&
                        !clause.is_bare_participle(finding.at) && clause.is(subject, class_id::NOUN_PLURAL) &&
                        document_.is_at(clause[subject].first, class_id::ARTICLE) && !reader_.can_suffer(clause[subject]) &&
                        !clause.is(subject, class_id::CORPSE) && !clause.is(subject, class_id::INSTITUTION);
    if (thing || things) return groups;
    if (!fits(clause, subject) && predicate && !clause.is(finding.at, class_id::GERUND) && !relative && !uncounted && !clause.is(subject, class_id::ANIMAL)) {
      const auto fit = [&](std::size_t group) {
        const bool age = clause.is(group, class_id::COUNTED) && !clause.is(group, class_id::NOUN) && group > 0 && clause.is(group - 1, class_id::COMMA);
        const bool object =
            group > 1 && clause.is(group - 1, class_id::GERUND) && clause.is(group - 2, class_id::OF_MARK);  // "convicted of abusing 11 boys | dies"
        return !age && !object && fits(clause, group);
      };
      subject = counted_of(clause, clause.first_group(clause.is(finding.at, class_id::VERB_GROUP) ? finding.at : before - 1, fit));
    }
    if (!fits(clause, subject)) return groups;
    // "They shot at the police": who shoots. The subject of a reduced participle tells its own number.
    const bool reduced = where == "object" && clause.is_bare_participle(finding.at) && clause.is(finding.at, class_id::ACTIVE) && !finding.harm.of_subject;
    std::size_t last = finding.at;
    while (last > 0 && clause.transparent(last - 1)) --last;
    const bool pronoun = clause.is(subject, class_id::PERSONAL) && subject + 1 == last;     // but "he got shot"
    if (reduced && pronoun && subject > 0 && clause.is(subject - 1, class_id::RELATIVE)) {  // "23 of the students whom they abducted"
      const auto fit = [&](std::size_t group) { return !clause.is(group, class_id::PERSONAL) && fits(clause, group); };
      const std::size_t whom = counted_of(clause, clause.first_group(subject, fit));
      if (whom != Clause::none) groups.add(whom);
      return groups;
    }
    if (reduced && (pronoun || !reader_.read(clause[subject], telegraphic_ || lacks_article(clause, subject)))) return groups;
    agent = clause.agent(finding.at);
    Elements subjects = with_conjuncts(clause, subject, false);
    if (const std::size_t added = clause.added(finding.at); fits(clause, added) && !clause.is(added, class_id::HARMED)) {
      for (const std::size_t group : with_conjuncts(clause, added, true)) subjects.add(group);
    }
    add_elsewhere(clause, finding.at, subjects);
    // "killed himself and four others", "killed herself, a minister and 14 others"
    const bool self = clause.is(finding.at, class_id::REFLEXIVE);
    if (finding.harm.of_subject && (self || !clause.is(clause.behind_complements(finding.at), class_id::COMMA))) {
      const auto fit = [&](std::size_t group) { return fits(clause, group); };
      for (const std::size_t group : clause.behind(finding.at, fit)) {
        if (std::find(subjects.begin(), subjects.end(), group) == subjects.end()) subjects.add(group);
      }
    }
    return subjects;
  }

  void add(const Clause& clause, const Match& match) {
    ToldBefore before{!found_.empty(), found_.size() > first_of_sentence_ && found_.back().row.figure.bound != "none", last_harm_, last_status_, false};
    before.weak = before.here && found_.back().weak;
    before.near = found_.size() > first_of_previous_;
    const auto finding = finder_.read(clause, match, before);
    if (!finding) return;
    // The present tense of headlines, which leave articles out: "Mob kills man".
    telegraphic_ = document_.sentences[sentence_].part == text::Part::headline;
    telegraphic_ |= clause.is(finding->at, class_id::ACTIVE) && (clause.is(finding->at, class_id::VERB_THIRD) || clause.is(finding->at, class_id::VERB_BASE));
    std::size_t agent = Clause::none;
    const Elements groups = victims_of(clause, *finding, agent);
    // "which came hours after five soldiers were killed, | wounded three": those who were harmed themselves did not do it.
    const std::size_t suffered = agent == Clause::none ? Clause::none : clause.behind_complements(agent);
    if (suffered < finding->at && clause.is(suffered, class_id::HARM_VERB) && clause.is(suffered, class_id::PASSIVE)) agent = Clause::none;
    // "Egypt | train crash | injures dozens": the place names where, the noun behind it what.
    const bool place = clause.is(agent, class_id::COUNTRY_NAME) || clause.is(agent, class_id::PLACE_NAME);
    if (place && agent + 1 < finding->at && clause.is(agent + 1, class_id::VERB_BASE)) agent = Clause::none;  // "Hong Kong | tower | blaze | kills"
    if (place && agent != Clause::none && agent + 1 < finding->at && clause.is(agent + 1, class_id::NOUN_GROUP) && !clause.is(agent + 1, class_id::COUNTED))
      ++agent;
    if (const Capture* const perpetrator = match.captured(perpetrator_)) agent = perpetrator->end - 1;
    const bool by_doers = !stage_.rule(match.rule).setting("who").empty();  // "the assailants detonated", not "two bombs detonated"
    std::vector<Victims> all;
    all.reserve(groups.size());
    for (const std::size_t group : groups) {
      auto victims = read_group(clause, group);
      const std::string_view where = stage_.rule(match.rule).setting("victims");
      if (!victims && where == "self") victims = reader_.of_noun(clause[group]);
      if (!victims && (where == "owner" || where == "owned")) victims = reader_.of_owner(clause[group]);
      if (!victims && clause.is(group, class_id::HARM_NOUN) && group == finding->at) victims = reader_.of_noun(clause[group]);  // "caused a death"
      if (victims && (kinds_.is_asked_for(*victims) || kinds_.is_one_more_deed(clause, group, finding->at, *victims))) continue;
      if (!victims || (by_doers && !victims->perpetrator && !clause.is(clause.of_group(group), class_id::PERPETRATOR_NOUN))) continue;
      victims->perpetrator |= by_doers;
      victims->share = kinds_.is_share(clause, group);
      victims->wounded = victims->figure.best == 1 && kinds_.is_wounded(clause, group);  // not "all five of the wounded"
      const std::size_t body = kinds_.take(clause, group, *victims);
      all.push_back(*victims);
      kinds_.add_each(clause, group, body, all);
    }
    // "21 injured in Gao, 36 in Kidal": told by the list already
    if (all.empty() || (!stage_.rule(match.rule).setting("beside").empty() && is_told_here(all[0].tokens))) return;
    take_excepted(clause, finding->at, all);
    // "Neither the owner nor his two children were hurt", "No officer or guest was hurt"
    if (all.size() > 1 && all[0].figure.bound == "none" && clause.is(*(groups.end() - 1) - 1, class_id::CONJUNCTION)) all.resize(1);
    // "no injuries to the two occupants"
    if (clause.is(finding->at, class_id::HARM_NOUN) && reader_.is_none(clause[finding->at]) && all.size() == 1) all[0].figure = {0, 0, 0, "none"};
    // "Two gunmen in a car shot into the crowd": who shoots, not who was shot.
    const bool doer = finding->harm.strength < sure_harm && all.size() == 1 && all[0].perpetrator && agent == Clause::none &&
                      clause.is_bare_participle(finding->at) && clause.is(finding->at, class_id::ACTIVE);
    if (doer && all[0].tokens.end <= clause[finding->at].first) return;
    for (Victims& victims : all) victims.with_doers |= tells_doers(document_, clause, victims.tokens.end, finding->at);
    settle_list(clause, document_, reader_, all);
    const std::size_t told = found_.size();
    for (const Victims& victims : all) {
      if (!is_retold(victims, finding->harm.name)) add_claim(clause, *finding, victims, agent);
    }
    // "rose from 12 to 27", "was corrected to 47": the last figure takes the place of those before.
    if (found_.size() > told && !stage_.rule(match.rule).setting("revises").empty()) found_.back().revises = found_.back().apart = true;
  }

  bool is_told_here(Stretch tokens) const {
    return std::any_of(found_.begin() + static_cast<std::ptrdiff_t>(first_of_sentence_), found_.end(),
                       [&](const FoundCasualty& claim) { return claim.victims.tokens.meets(tokens); });
  }

  // "Nobody except the driver was hurt", "no one was killed other than the bomber": the driver was, and the bomber.
  void take_excepted(const Clause& clause, std::size_t predicate, std::vector<Victims>& all) const {
    if (all.size() != 1 || all[0].figure.bound != "none" || all[0].tokens.end > clause[predicate].first) return;
    // "Apart from the bomber, nobody | was killed"
    if (clause.is(0, class_id::EXCEPT_MARK) && fits(clause, 1) && clause.is(2, class_id::COMMA) && clause[2].first < all[0].tokens.first) {
      if (const auto excepted = read_group(clause, 1); excepted && excepted->figure.best.value_or(0) > 0) all[0] = *excepted;
      return;
    }
    constexpr std::size_t reach = 6;
    for (std::size_t i = clause.from_token(all[0].tokens.end); i < clause.size() && i <= predicate + reach; ++i) {
      if (clause.is(i, class_id::SEMICOLON) || (i > predicate && (clause.is(i, class_id::VERB_GROUP) || clause.is(i, class_id::CONJUNCTION)))) return;
      if (!clause.is(i, class_id::EXCEPT_MARK) || !fits(clause, i + 1)) continue;
      const auto excepted = read_group(clause, i + 1);
      if (excepted && excepted->figure.best.value_or(0) > 0) all[0] = *excepted;
      return;
    }
  }

  // "Two people were killed, but nobody knows how they died": of whom the harm was told.
  bool is_retold(const Victims& victims, std::string_view harm) const {
    constexpr std::size_t reach = 32;
    for (std::size_t i = found_.size(); !victims.antecedent.empty() && i-- > 0 && found_.size() - i <= reach;) {
      const bool same = found_[i].row.harm == harm || (found_[i].row.harm == "killed" && (harm == "injured" || harm == "missing"));
      if (same && found_[i].victims.tokens.meets(victims.antecedent)) return true;
    }
    return false;
  }

  // "The army said there were no wounded on its own side": the army's.
  void take_own_side(const Clause& clause, FoundCasualty& claim) const {
    const std::size_t at = clause.from_token(claim.tokens.end);
    if (!clause.is(at, class_id::PREPOSITION) || !clause.is(at + 1, class_id::OWN_SIDE) || claim.row.claimant_actor == 0) return;
    if (!document_.is_at(clause[at + 1].first, class_id::POSSESSIVE) || !claim.row.victim_kind.empty()) return;
    constexpr std::size_t reach = 40;
    for (std::size_t i = at > reach ? at - reach : 0; i < at; ++i) {
      if (!clause.is(i, class_id::NOUN_GROUP) || !(clause.is(i, class_id::FORCE) || reader_.actor_of(clause[i]) == claim.row.claimant_actor)) continue;
      Victims side;
      reader_.describe(Document::stretch(clause[i]), side);
      claim.row.victim_kind = side.kind;
      claim.row.victim_country = reader_.country_of(claim.row.claimant_actor);
      claim.victims.kind = side.kind;
      return;
    }
  }

  // "A man shot two guards before police shot | him": one harmed several, and then came to harm.
  bool is_last_doer(const Clause& clause, std::uint32_t token, std::size_t agent) const {
    if (last_agent_ == Clause::none || last_agent_ == agent || clause[last_agent_].first >= token || found_.size() == first_of_sentence_) return false;
    const bool one = clause.is(last_agent_, class_id::NOUN_SINGULAR) || clause.is(last_agent_, class_id::PERSONAL) || clause.is(last_agent_, class_id::PERSON);
    const Victims& harmed = found_.back().victims;
    return one && !harmed.singular && harmed.figure.bound != "none" && harmed.figure.best.value_or(2) > 1;
  }

  // "A gunman killed two before police shot | him": the sentence opens with the one who did it, and tells of no other person.
  bool is_doer(const Clause& clause, std::uint32_t token, std::size_t agent) const {
    bool doer = false;
    for (std::size_t i = 0; i < clause.size() && clause[i].first < token; ++i) {
      const bool one = clause.is(i, class_id::NOUN_GROUP) && clause.is(i, class_id::NOUN_SINGULAR) && i != agent && reader_.can_suffer(clause[i]);
      if (!one) continue;
      if (!clause.is(i, class_id::PERPETRATOR_NOUN)) return false;
      doer = true;
    }
    return doer;
  }

  // "to remember the 22 people killed when a bomber | blew himself up"
  bool hangs_on_background(const Clause& clause, std::uint32_t token) const {
    if (found_.size() == first_of_sentence_ || !found_.back().background) return false;
    for (std::size_t i = clause.from_token(found_.back().tokens.end); i < clause.size() && clause[i].first < token; ++i) {
      if (clause.is(i, class_id::SUBORDINATOR) && !clause.is(i, class_id::CLAUSE_BREAK)) return true;
    }
    return false;
  }

  void add_claim(const Clause& clause, const Finding& finding, const Victims& victims, std::size_t agent) {
    const bool somebody = victims.actor != 0 || clause.is(clause.from_token(victims.tokens.first), class_id::ROLE);
    // "the president flees", "his wife fled", "two gunmen fled": no one is driven out
    const bool runs = finding.harm.name == "displaced" && finding.harm.of_subject && (victims.perpetrator || victims.singular);
    if (runs || (finding.harm.name == "displaced" && victims.singular && somebody)) return;
    if (victims.actor != 0 && !victims.pronoun && is_contest(clause, finding, agent)) return;
    const Element& word = clause[finding.at];
    FoundCasualty claim;
    claim.victims = victims;
    claim.weak = finding.harm.strength < sure_harm && !victims.wounded;
    claim.self = finding.self;
    claim.total = stage_.rule(finding.match->rule).setting("victims").empty() && clause.is(finding.at, class_id::HARM_NOUN) && victims.words.empty();
    const std::size_t victim = clause.from_token(victims.tokens.first);
    claim.of_them = clause.is(victim, class_id::COUNTED) && !clause.is(victim, class_id::NOUN) &&
                    (clause.is(victim + 1, class_id::PARTITIVE) || (victim > 0 && clause.is(victim - 1, class_id::PARTITIVE)));
    claim.victims.besides |= finding.also;
    if (victims.pronoun && agent != Clause::none && reader_.can_suffer(clause[agent]) && victims.tokens.first >= word.end) {
      if (is_last_doer(clause, victims.tokens.first, agent)) {
        claim.victims.actor = reader_.actor_of(clause[last_agent_]);
        claim.victims.perpetrator = true;
      } else {
        claim.victims.perpetrator |= victims.actor == 0 && is_doer(clause, victims.tokens.first, agent);
      }
    }
    // "killed three co-workers before killing | himself": none of the three
    bool himself = document_.is(word, class_id::REFLEXIVE) || clause.is(clause.from_token(victims.tokens.first), class_id::REFLEXIVE);
    reader_.each_word(Document::stretch(word), [&](const Element& part) { himself |= document_.is(part, class_id::REFLEXIVE); });
    const bool others = found_.size() > first_of_sentence_ && found_.back().row.figure.bound != "none" && !found_.back().background &&
                        (last_agent_ != Clause::none || (!found_.back().victims.singular && found_.back().victims.figure.best.value_or(2) > 1));
    claim.victims.perpetrator |= himself && others && victims.figure.best == 1 && !finding.background;
    // "A man shot his wife and then shot | himself and | died": he who did it.
    if (last_agent_ != Clause::none && victims.tokens == Document::stretch(clause[last_agent_]) && found_.size() > first_of_sentence_) {
      claim.victims.perpetrator |= others && victims.singular && !finding.background;
      claim.doer = found_.back().himself;
    }
    // "The bombs killed two people. … The suspect, Ali Khan, blew himself up"
    claim.victims.perpetrator |= clause.is(finding.at, class_id::SUICIDE_VERB) && !found_.empty() && found_.back().row.figure.bound != "none";
    claim.himself = claim.victims.reflexive = himself;
    claim.background = finding.background || hangs_on_background(clause, victims.tokens.first);
    claim.headline = document_.sentences[sentence_].part == text::Part::headline;
    claim.tokens = {std::min(victims.tokens.first, word.first), std::max(victims.tokens.end, word.end)};
    if (!stage_.rule(finding.match->rule).setting("span").empty()) claim.tokens.first = std::min(claim.tokens.first, clause[finding.match->begin].first);
    Casualty& row = claim.row;
    row.harm = last_harm_ = finding.harm.name;
    row.figure = victims.figure;
    if (stage_.rule(finding.match->rule).setting("bound") == "more_than" && victims.figure.best)
      row.figure = {*victims.figure.best + 1, std::nullopt, std::nullopt, "more_than"};
    if (stage_.rule(finding.match->rule).setting("bound") == "exact" && victims.figure.high)  // "brought the number | up to 247"
      row.figure = {victims.figure.high, victims.figure.high, victims.figure.high, "exact"};
    row.victims = claim.victims.actor != 0 && victims.pronoun ? reader_.name_of(claim.victims.actor) : std::string(victims.words);
    row.victim_kind = victims.kind;
    row.victim_country = victims.country;
    row.status = last_status_ = finding.status;
    if (finding.negated) row.figure = {0, 0, 0, "none"};
    if (row.victim_country.empty() && victims.actor == 0) row.victim_country = claim.victims.country = kinds_.side_of(clause, finding.at, finding.self);
    // "three civilians killed and two missing": a number alone counts the same kind of people; not "a man killed and three others hurt".
    const bool of_one = found_.size() > first_of_sentence_ && (found_.back().victims.singular || found_.back().victims.generic) &&
                        found_.back().victims.figure.best == 1 && victims.besides && victims.figure.best != 1;
    // "Two pilots killed, drone injures nine": no pilots, since another did it
    const bool anew = agent != Clause::none && !found_.empty() && clause[agent].first >= found_.back().tokens.end && clause[agent].first < word.first;
    if (row.victims.empty() && !anew && row.figure.bound != "none" && found_.size() > first_of_sentence_ && found_.back().row.figure.bound != "none" &&
        !document_.is(word, class_id::HARM_NOUN) && !(found_.back().victims.singular && found_.back().victims.definite) && !of_one) {
      row.victims = found_.back().row.victims;
      row.victim_kind = found_.back().row.victim_kind;
      if (found_.back().row.sentence == sentence_ + 1) row.victim_country = claim.victims.country = found_.back().victims.country;
    }
    doers_.tell(clause, agent, finding.at, claim);
    attribution_.tell(clause, stage_.rule(finding.match->rule), claim);
    take_own_side(clause, claim);
    std::size_t behind = clause.from_token(claim.tokens.end);
    while (behind < clause.size() && clause.transparent(behind)) ++behind;
    claim.local = clause.is(behind, class_id::LOCATIVE) && clause.is(behind + 1, class_id::PLACE_NAME);
    found_.push_back(std::move(claim));
    if (agent != Clause::none) last_agent_ = agent;
  }

  // --- parts ---------------------------------------------------------------------------------------------------------

  // "10 people, including three children", "two of them women": parts of the claim before.
  void add_parts(const Clause& clause, const Match& match) {
    const std::size_t at = match.captured(harm_)->end - 1;
    Elements groups;
    for (const std::uint8_t name : victims_) {
      const Capture* const capture = match.captured(name);
      if (capture != nullptr) groups.add(capture->end - 1);
    }
    // "There were about ten of them": the gunmen, most often
    if (groups.size() == 1 && *groups.begin() + 1 == at && at > 1 && clause.is(at - 2, class_id::COPULA)) return;
    // "A minister and two bodyguards were among those killed"
    if (groups.size() == 1 && clause.is(*groups.begin() + 1, class_id::COPULA)) groups = with_conjuncts(clause, *groups.begin(), false);
    if (groups.empty()) {
      // "Among those killed were two Americans"
      std::size_t last = at;
      while (clause.is(last + 1, class_id::VERB_GROUP) && (clause.is(last + 1, class_id::HARM_VERB) || clause.is(last + 1, class_id::COPULA))) ++last;
      groups = with_conjuncts(clause, clause.object(last), true);
    }
    parts_.add(clause, at, groups, stage_.rule(match.rule), sentence_, first_of_sentence_);
  }

  const Document& document_;
  const cascade::Stage& stage_;
  VictimReader reader_;
  Antecedents antecedents_;
  FindingReader finder_;
  KindReader kinds_;
  ClaimAttribution attribution_;
  ClaimDoers doers_;
  PartReader parts_;
  const std::vector<FoundDate>& dates_;
  const FoundPlaces& places_;
  std::uint8_t harm_ = 0;
  std::uint8_t perpetrator_ = 0;
  std::array<std::uint8_t, 3> victims_{};
  std::uint32_t sentence_ = 0;
  std::size_t first_of_previous_ = 0;  // the first claim of the sentence before
  std::string_view last_harm_;         // of the claim told last
  std::string_view last_status_;
  bool telegraphic_ = false;
  std::size_t first_of_sentence_ = 0;
  std::size_t last_agent_ = Clause::none;  // of the sentence: who did the harm told last
  std::vector<FoundCasualty> found_;
};

}  // namespace

std::vector<FoundCasualty> find_casualties(const Document& document, const Cast& cast, const std::vector<FoundQuote>& quotes,
                                           const std::vector<FoundDate>& dates, const FoundPlaces& places) {
  return Counting(document, cast, quotes, dates, places).run();
}

}  // namespace gazette::facts

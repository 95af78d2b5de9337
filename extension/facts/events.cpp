#include "facts/events.h"

#include <algorithm>
#include <optional>

#include "facts/clauses.h"
#include "facts/event_content.h"
#include "facts/event_false_verbs.h"
#include "facts/event_filling.h"
#include "facts/event_frames.h"
#include "facts/event_parties.h"
#include "facts/event_plans.h"
#include "facts/event_rules.h"
#include "facts/event_types.h"
#include "facts/event_writing.h"
#include "facts/quotes_words.h"
#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

namespace class_id = lexicon::class_id;

class Coding {
 public:
  Coding(const Document& document, const Cast& cast, const std::vector<FoundQuote>& quotes, const std::vector<FoundDate>& dates, const FoundPlaces& places)
      : document_(document),
        clauses_(document),
        frames_(document),
        content_(document, clauses_, frames_),
        false_verbs_(document, clauses_),
        parties_(document, cast, quotes),
        plans_(document, clauses_, parties_, frames_),
        filling_(document, cast, clauses_, parties_, frames_),
        writing_(document, cast, quotes, dates, places, clauses_, parties_),
        rules_(document, clauses_, frames_, content_, filling_, writing_) {}

  std::vector<Event> run() {
    for (std::uint32_t sentence = 0; sentence < document_.sentences.size(); ++sentence) {
      document_.pause();
      const text::Part part = document_.sentences[sentence].part;
      if (part != text::Part::body && part != text::Part::headline && part != text::Part::heading) continue;
      code(sentence);
    }
    return writing_.take();
  }

 private:
  void code(std::uint32_t sentence) {
    sentence_ = sentence;
    clauses_.read(document_.plain_tape(sentence));
    if ((clauses_.all_marks() & (mark_event_verb | mark_event_noun | mark_event_adjective | mark_report)) == 0) return;
    filling_.read(sentence);
    consumed_.assign(clauses_.size(), 0);
    assault_ = Clauses::none;
    rules_.code(sentence, consumed_);
    for (std::size_t i = 0; i < clauses_.size(); ++i) {
      if (consumed_[i] != 0) continue;
      if (clauses_.is(i, mark_verb)) {
        if (false_verbs_.is_one(i, is_body())) continue;
        if (!code_obligation(i) && clauses_.is(i, mark_event_verb)) code_verb(i);
      } else if (clauses_.is(i, mark_event_adjective)) {
        code_adjective(i);
      }
    }
    for (std::size_t i = 0; i < clauses_.size(); ++i) {
      if (consumed_[i] == 0 && clauses_.is(i, mark_noun) && clauses_.is(i, mark_event_noun)) code_noun(i);
    }
  }

  bool is_body() const { return document_.sentences[sentence_].part == text::Part::body; }

  // "Peru and Chile signed", "was signed by officials of Peru and Chile"
  void add_doers(const Groups& doers, std::size_t at, const EventMeaning& meaning, EventRoles& roles) const {
    if (!doers.empty() && is_mutual(meaning.type) && filling_.add_sides(doers[0], roles)) return;
    for (const Group& group : doers) filling_.add_source(roles, group, at);
  }

  // --- verbs ---------------------------------------------------------------------------------------------------------------

  void code_verb(std::size_t at) {
    const bool reduced = clauses_.is_reduced_passive(at);
    const bool passive = clauses_.is(at, mark_passive) || reduced || content_.shares_passive(at);
    if (passive && clauses_.is(at, mark_event_adjective) && !reduced && clauses_.is(clauses_.after(at), mark_preposition | mark_infinitive) &&
        !clauses_.is(clauses_.after(at), mark_agent)) {
      code_adjective(at);
      return;
    }
    // "arrested on suspicion | of plotting": nobody tells it as a fact
    if (at > 1 && clauses_.is(at, mark_gerund) && clauses_.is(at - 1, mark_genitive) && clauses_.is(at - 2, mark_noun) &&
        document_.is(clauses_[at - 2], class_id::REPORT_NOUN) && !clauses_.is(at - 2, mark_animate)) {
      consume_deeds(at);
      return;
    }
    if (at > 0 && clauses_.is(at, mark_gerund) && clauses_.is(at - 1, mark_complementizer)) return;  // "said that | demonstrating is no crime"
    Groups subject;  // of a passive its frames ask for it; else it is only walked to where the verb means an event
    if (passive) subject = clauses_.subjects(at);
    const auto meaning = frames_.of_verb(clauses_, sentence_, at, subject, passive);
    if (!meaning) return;
    if (!passive && !content_.is_inverted(at)) subject = clauses_.subjects(at);
    if (subject.empty() && clauses_.is(at, mark_infinitive) && code_plan(at, *meaning)) return;
    if (meaning->noun != Clauses::none) consumed_[meaning->noun] = 1;
    if (!passive &&
        ((meaning->noun != Clauses::none && content_.names_it(at, meaning->noun)) || (meaning->last != Clauses::none && content_.names_it(at, meaning->last))))
      return;
    for (const std::size_t told : {meaning->last, meaning->object}) {
      if (told != Clauses::none && clauses_.is(told, mark_event_noun)) consumed_[told] = 1;
    }
    if (meaning->type == "REQUEST" && (content_.tells_that(at) || content_.asks_question(at) || content_.claims(at))) return;
    if (meaning->type == "AGREE" && content_.thinks_alike(at)) return;
    if (meaning->type == "AGREE" && content_.takes_money(at)) return;
    if (meaning->mode == "seize" && document_.is(clauses_[at], class_id::SEARCH_VERB) && content_.looks_for(at)) return;
    if (meaning->type == "ASSAULT" && meaning->mode.empty() && content_.is_accident(at)) return;
    EventRoles roles;
    const bool material = is_one_of(meaning->type, {"ASSAULT", "COERCE"});  // things can suffer it
    if (clauses_.is(at, mark_gerund) && clauses_.is(at + 1, mark_genitive) && clauses_.is(at + 2, mark_noun)) {
      code_gerund(at, *meaning);  // "the wounding of ten men"
      return;
    }
    if (passive) {
      const Groups agents = clauses_.agents(at);
      add_doers(agents, at, *meaning, roles);
      // "was hit by a truck", "hurt by high prices"; but "killed by shelling"
      if (meaning->type == "ASSAULT" && !agents.empty() && roles.source_count == 0 && document_.is(clauses_[agents[0].head], class_id::ACCIDENT_CAUSE)) return;
      if (roles.source_count == 0 && clauses_.is_finite(at) && is_of_authority(*meaning)) filling_.add_state(at, roles);
      if (!subject.empty() && meaning->last != Clauses::none && subject[0].head == meaning->last && !clauses_.is(subject[0].head, mark_animate | mark_name)) {
        filling_.find_sides(subject[0], at, *meaning, roles);
        if (roles.source_count == 0) take_sides(subject[0].head, *meaning, roles);
      } else {
        const bool own =
            roles.source_count == 0 && (meaning->mode == "withdraw" || meaning->mode == "disarm" || meaning->type == "MOBILIZE");  // "the rebels were disarmed"
        // "was handed over to the marshals by Peru", "has been put at the disposal of Morocco": who is given it
        if (is_one_of(meaning->type, {"AID", "COOPERATE"}) && roles.source_count > 0) filling_.find_receiver(at, roles);
        for (const Group& group : roles.target_count > 0 ? Groups{} : subject)
          own ? filling_.add_source(roles, group, at) : filling_.add_target(roles, group, at, material, true);
        if (own && meaning->type == "MOBILIZE") filling_.find_targets(at, *meaning, roles);  // "were sent to the border"
      }
    } else {
      add_doers(subject, at, *meaning, roles);
      // "the airline's new flights allow us to grow"
      if (roles.source_count > 0 && roles.sources[0].kind == EventParty::Kind::holder && roles.sources[0].head != 0 &&
          is_one_of(meaning->type, {"CONCEDE", "AID", "SUPPORT", "COOPERATE", "AGREE", "REQUEST", "CONSULT"}))
        return;
      // "A car bomb planted by rebels killed ten"
      const bool deed = subject.size() == 1 && (filling_.is_deed(subject[0]) || document_.is(clauses_[subject[0].head], class_id::WEAPON));
      if (roles.source_count == 0 && material && deed) filling_.add_doer(subject[0], at, roles);
      const std::size_t left = clauses_.before(at);
      if (subject.empty() && clauses_.is(at, mark_report) && !(left != Clauses::none && clauses_.is(left, mark_verb))) {
        const std::size_t next = clauses_.after(at);  // "…, warned the minister"
        if (clauses_.is(next, mark_noun)) filling_.add_source(roles, clauses_.group_from(next), at);
      }
      filling_.find_targets(at, *meaning, roles);
      if (roles.source_count == 0 && (material || meaning->type == "SANCTION") && !subject.empty() && !filling_.is_deed(subject[0]))
        return;  // "the quake struck the town"
    }
    EventMeaning told = *meaning;
    if (passive && told.type == "ASSAULT" && told.mode.empty()) told.mode = content_.mode_of_scene(at);
    if (is_one_of(told.type, {"SANCTION", "REJECT"}) && told.mode.empty()) tell_dismissal(at, passive ? subject : clauses_.objects(at), told);
    tell_demonstration(at, roles, told);
    roles.journey = plans_.is_journey(sentence_, at, told);
    roles.planned = plans_.is_decided(at);
    if (told.type == "THREATEN" && content_.foresees(sentence_, at, roles.source_count > 0 && roles.sources[0].actor != 0)) return;
    if (!tells_intent(at, told) || is_outcome(at, told)) return;
    if (told.type == "ASSAULT" && told.mode.empty() && clauses_.is(at, mark_report) && is_in_words(at, roles)) told = {"ACCUSE", "disapprove", "11"};
    // "stormed a village, | slaughtering 22 villagers": whom, where only the place was told
    if (told.type == "ASSAULT" && roles.target_count > 0) assault_ = at, assaulted_people_ = roles.targets[0].kind >= EventParty::Kind::holder;
    if (told.type == "AGREE" && intends_harm(at)) told.type = "THREATEN", told.cameo = "13";
    if (has_content(told.type) || (told.type == "MOBILIZE" && clauses_.is(clauses_.after(at), mark_infinitive))) consume_content(at);
    if (is_one_of(told.mode, {"allege", "investigate", "arrest"}) || told.type == "RETREAT") consume_deeds(at);
    if (told.type == "THREATEN" && roles.target_count == 0 && !passive) filling_.find_targets(at, told, roles);  // "unless the government yields"
    if (told.type == "ACCUSE" && roles.target_count == 0 && !passive && clauses_.is(at, mark_report)) take_accused(at, roles);
    if (told.type == "MOBILIZE" && roles.target_count == 0) filling_.take_adversary(at, roles);
    if (told.type == "PROTEST" && roles.target_count == 0 && !passive) filling_.take_reason(at, roles);
    if (told.type == "AGREE" && roles.target_count == 0 && !passive && clauses_.is_finite(at)) filling_.take_hearer(at, roles, roles);
    if (!passive && roles.target_count == 0 && is_hostile(told.type) && clauses_.is_finite(at)) {
      EventRoles threatened = roles;  // "will strike unless the government yields"
      filling_.find_targets(at, {"THREATEN", "", "13"}, threatened);
      if (threatened.target_count == 0) filling_.take_hearer(at, roles, threatened);
      writing_.write(sentence_, at, at, told, roles, "event.active", &threatened);
      return;
    }
    // "would strike in Lebanon | if the militia fired": on whom it depends is who is threatened, rather than where
    EventRoles threatened = roles;
    const bool thing = roles.scene || (roles.target_count > 0 && !roles.targets[0].acts());
    const bool depends = !passive && thing && is_hostile(told.type) && clauses_.is_finite(at) && filling_.take_condition(at, threatened);
    writing_.write(sentence_, at, at, told, roles, passive ? "event.passive" : "event.active", depends ? &threatened : nullptr);
  }

  // "Soldiers burned the village, the union alleged": who did what stands before its charge.
  void take_accused(std::size_t at, EventRoles& roles) {
    const Groups accusers = clauses_.subjects(at);
    if (accusers.empty() || accusers[0].first < 2 || !clauses_.is(accusers[0].first - 1, mark_comma)) return;
    for (std::size_t i = accusers[0].first - 1; i-- > 0;) {
      if (clauses_.is(i, mark_relative | mark_subordinator | mark_stop)) return;
      if (!clauses_.is_finite(i) || !clauses_.is(i, mark_event_verb) || clauses_.is(i, mark_report)) continue;
      const bool passive = clauses_.is_passive(i);
      const auto deed = frames_.of_verb(clauses_, sentence_, i, passive ? clauses_.subjects(i) : Groups{}, passive);
      if (!deed || !is_hostile(deed->type)) return;
      for (const Group& group : passive ? clauses_.agents(i) : clauses_.subjects(i)) filling_.add_target(roles, group, i, false);
      return;
    }
  }

  // "Canada's decision to cut off aid": Canada does. "The rebels' threat to close the port": they threaten.
  bool code_plan(std::size_t at, const EventMeaning& deed) {
    const auto plan = plans_.of(at);
    if (!plan) return false;
    EventMeaning told = deed;
    const auto named = clauses_.is(plan->noun, mark_event_noun) ? frames_.of_word(clauses_[plan->noun], class_id::EVENT_NOUN) : std::nullopt;
    if (named && has_content(named->type)) {
      told = *named;
      if (told.type == "REJECT" && is_hostile(deed.type)) return true;
    } else if (plans_.is_intent(plan->noun)) {
      told = {"AGREE", "", "03"};
    }
    if ((told.type == "AGREE" && is_hostile(deed.type)) || told.type == "ASSAULT") told = {"THREATEN", "", "13"};
    EventRoles roles;
    roles.add_source(plan->owner);
    roles.planned = true;
    filling_.find_targets(at, deed, roles);
    consumed_[plan->noun] = 1;
    consume_content(at);
    writing_.write(sentence_, plan->noun, plan->noun, told, roles, "event.noun");
    return true;
  }

  // "dismissed the sanctions": a thing is rejected; "dismissed the general as governor": a person loses an office.
  void tell_dismissal(std::size_t at, const Groups& dismissed, EventMeaning& told) const {
    const lexicon::Lexicon& lexicon = document_.grammar->lexicon();
    if (dismissed.empty() || (use_of(lexicon, clauses_[at].word, class_id::REPORT_VERB).takes & takes_matter) == 0) return;
    const std::size_t head = dismissed[0].head;
    const bool person = clauses_.is(head, mark_animate | mark_pronoun) || document_.is(clauses_[head], class_id::PERSON);
    if (told.type == "SANCTION" && !person && !clauses_.is(head, mark_name | mark_counted)) told = {"REJECT", "", "12"};
    const std::size_t as = dismissed[dismissed.size() - 1].head + std::size_t{1};
    const bool office = as < clauses_.size() && document_.is(clauses_[as], class_id::PREDICATIVE) && clauses_.is(as + 1, mark_noun) &&
                        document_.is(clauses_[as + 1], class_id::ROLE);
    if (told.type == "REJECT" && person && office) told = {"RETREAT", "resign", "08"};
  }

  // "Residents protested against the mine": a crowd does so in the street, not in a note.
  void tell_demonstration(std::size_t at, const EventRoles& roles, EventMeaning& told) const {
    if (told.mode != "disapprove" || roles.source_count == 0 || !parties_.is_crowd(roles.sources[0])) return;
    const auto alone = frames_.of_verb_alone(clauses_[at]);
    if (alone && alone->type == "PROTEST") told.type = alone->type, told.mode = alone->mode, told.cameo = alone->cameo;
  }

  // "Mr Trump attacked the lawmakers": one who holds an office does so in words; but not a place, nor women at a market, nor
  // with a knife.
  bool is_in_words(std::size_t at, const EventRoles& roles) const {
    if (roles.source_count != 1 || roles.target_count == 0 || !parties_.is_person(roles.sources[0])) return false;
    constexpr std::size_t reach = 16;
    for (std::size_t i = at + 1; i < clauses_.size() && i < at + reach; ++i) {
      if (document_.is(clauses_[i], class_id::WEAPON) || document_.is(clauses_[i], class_id::ARMAMENT)) return false;
    }
    const EventParty& target = roles.targets[0];
    if (parties_.is_person(target)) return parties_.holds_office(roles.sources[0]);
    const Element* const head = target.tokens.empty() ? nullptr : document_.word_at(target.tokens.end - 1);
    return head != nullptr && (document_.is(*head, class_id::ROLE) || document_.is(*head, class_id::INSTITUTION) || document_.is(*head, class_id::MEDIA));
  }

  // What only those in power do: "were jailed in Egypt".
  static bool is_of_authority(const EventMeaning& meaning) {
    return is_one_of(meaning.mode, {"arrest", "convict", "deport", "execute", "censor", "expel", "curfew", "martial-law"});
  }

  // "opened fire on the crowd, | killing four": it is one deed.
  bool is_outcome(std::size_t at, const EventMeaning& told) const {
    if (told.type != "ASSAULT" || !told.mode.empty() || !clauses_.is(at, mark_gerund) || assault_ == Clauses::none || !assaulted_people_) return false;
    std::size_t verb = at;
    while (verb > 0 && (verb == at || !clauses_.is_finite(verb) || clauses_.is_reduced_passive(verb))) --verb;
    return verb == assault_;
  }

  void code_gerund(std::size_t at, const EventMeaning& meaning) {
    EventRoles roles;
    const Groups groups = clauses_.groups_from(at + 2);
    const bool own = meaning.mode == "withdraw" || meaning.mode == "disarm";  // "the disbanding of the militia"
    for (const Group& group : groups) own ? filling_.add_source(roles, group, at) : filling_.add_target(roles, group, at, true);
    const std::size_t behind = groups[groups.size() - 1].head + std::size_t{1};
    if (clauses_.is(behind, mark_agent) && clauses_.is(behind + 1, mark_noun)) filling_.add_source(roles, clauses_.group_from(behind + 1), at);
    writing_.write(sentence_, at, meaning, roles, "event.noun");
  }

  // "vowed to punish them", "is prepared to impose martial law", "vowed it would strike back"
  bool intends_harm(std::size_t at) {
    const auto deed = filling_.deed_of(at);
    std::size_t next = clauses_.after(at);
    if (clauses_.is(next, mark_complementizer)) next = clauses_.after(next);
    if (clauses_.is(next, mark_pronoun) && clauses_.is(next + 1, mark_event_verb)) {
      const auto told = frames_.of_verb(clauses_, sentence_, next + 1, {}, false);
      const bool to_come = document_.is(clauses_[next + 1], class_id::FUTURE) || document_.is(clauses_[next + 1], class_id::MODALITY);
      const Groups whom = clauses_.objects(next + 1);
      if (!whom.empty() && !parties_.party(clauses_, whom[0]).acts()) return false;  // "would attack poverty"
      return told && to_come && told->type == "ASSAULT" && !document_.is(clauses_[next + 1], class_id::NEGATED);
    }
    const bool kept_from = next < clauses_.size() && document_.is_at(clauses_[next].first, class_id::NEGATION);  // "agreed not to use force"
    return deed && !kept_from && clauses_.is(next, mark_infinitive) && is_one_of(deed->type, {"ASSAULT", "COERCE", "SANCTION", "PROTEST", "REJECT"});
  }

  // "plans to visit", "intends to join", "is considering cutting ties": as the deed is, an agreement or a threat; else nothing.
  bool tells_intent(std::size_t at, EventMeaning& told) {
    if (told.type == "REJECT" && clauses_.is(clauses_.after(at), mark_infinitive)) {  // "refused to attack her", "declined to criticise him"
      const auto deed = filling_.deed_of(at);
      if (deed && (deed->type == "ASSAULT" || deed->mode == "disapprove")) {
        consume_content(at);
        return false;
      }
    }
    if (!is_one_of(told.type, {"AGREE", "REJECT"}) || !document_.is(clauses_[at], class_id::INTENT_VERB)) return true;
    if (clauses_.is(at, mark_gerund)) {  // "criticised for planning to sell it"
      if (clauses_.is(clauses_.after(at), mark_infinitive)) consumed_[clauses_.after(at)] = 1;
      return false;
    }
    const auto deed = filling_.deed_of(at);
    if (told.type == "REJECT") {  // "failed to hand over the suspects"
      const bool refused = deed && is_cooperative(deed->type);
      if (!refused && deed) consumed_[clauses_.after(at)] = 1;
      return refused;
    }
    if (!deed || !(is_cooperative(deed->type) || is_hostile(deed->type))) return false;
    if (is_hostile(deed->type) && deed->type != "MOBILIZE") told.type = "THREATEN", told.cameo = "13";
    return true;
  }

  // The verbs of what is promised, demanded, refused or threatened.
  void consume_content(std::size_t at) {
    bool clause = false;
    for (std::size_t i = at + 1; i < clauses_.size(); ++i) {
      if (clause && clauses_.is(i, mark_comma) && clauses_.is(i + 1, mark_noun)) {  // "demanded that the minister, Leila Haddad, resign"
        const std::size_t end = clauses_.group_from(i + 1).head + std::size_t{1};
        if (clauses_.is(end, mark_comma)) {
          i = end;
          continue;
        }
      }
      if (clauses_.is(i, mark_stop | mark_comma)) return;
      if (clauses_.is(i, mark_complementizer)) clause = true;
      if (clauses_.is(i, mark_subordinator) && !clauses_.is(i, mark_preposition)) return;
      if (clauses_.is(i, mark_noun | mark_event_adjective)) consumed_[i] = 1;
      if (!clauses_.is(i, mark_verb)) continue;
      if (clauses_.is_finite(i) && !clauses_.is_reduced_passive(i)) {
        // "demanded that the state double their pay and | fly in doctors"
        const bool second = i > at + 1 && clauses_.is(i - 1, mark_conjunction) && document_.is(clauses_[i], class_id::VERB_BASE) &&
                            !document_.is(clauses_[i], class_id::VERB_PAST) && clauses_[i].end == clauses_[i].first + 1;
        if (!clause && !second) return;
        clause = false;
      }
      consumed_[i] = 1;
    }
  }

  // The verbs of what somebody is accused of or will stop: "accused them of plotting to kill him", "stopped bombing the port".
  void consume_deeds(std::size_t at) {
    for (std::size_t i = at + 1; i < clauses_.size() && !clauses_.is(i, mark_stop | mark_comma | mark_relative); ++i) {
      if (!clauses_.is(i, mark_verb)) continue;
      if (!clauses_.is(i, mark_gerund | mark_infinitive)) return;
      consumed_[i] = 1;
    }
  }

  // "ready to help", "opposed to the plan", "critical of the government"
  void code_adjective(std::size_t at) {
    const bool verb = clauses_.is(at, mark_verb);
    const std::size_t copula = verb ? at : clauses_.before(at);
    if (copula == Clauses::none || !clauses_.is(copula, mark_verb)) return;
    const std::size_t next = clauses_.after(at);
    const auto meaning = frames_.of_word(clauses_[at], class_id::EVENT_ADJECTIVE);
    if (!meaning) return;
    if (meaning->mode != "allege" && (!clauses_.is(next, mark_preposition | mark_infinitive) || clauses_.is(next, mark_agent))) return;
    // "critical in reaching the goal", "critical to growth"
    if (meaning->mode == "disapprove" && clauses_.is(next, mark_preposition) && !document_.is(clauses_[next], class_id::TOPIC_LINK) &&
        (clauses_.is(next, mark_addressee) || document_.is(clauses_[next], class_id::SPAN)))
      return;
    if (meaning->type == "AGREE" && !clauses_.is(next, mark_infinitive) && !verb) return;
    EventRoles roles;
    if (meaning->mode == "allege") {  // "Turkey said that the PKK was responsible": Turkey accuses
      const std::size_t report = clauses_.reporting_verb(copula);
      if (report == Clauses::none) return;
      for (const Group& group : clauses_.subjects(report)) filling_.add_source(roles, group, report);
      for (const Group& group : clauses_.subjects(copula)) filling_.add_target(roles, group, copula, false);
      if (roles.source_count == 0 || roles.target_count == 0) return;
      writing_.write(sentence_, copula, at, *meaning, roles, "event.adjective");
      return;
    }
    EventMeaning told = *meaning;
    if (!tells_intent(at, told)) return;
    for (const Group& group : clauses_.subjects(copula)) filling_.add_source(roles, group, copula);
    filling_.find_targets(at, *meaning, roles);
    if (told.type == "AGREE" && intends_harm(at)) told.type = "THREATEN", told.cameo = "13";
    if (has_content(told.type)) consume_content(at);
    if (told.type == "AGREE" && roles.target_count == 0) filling_.take_hearer(copula, roles, roles);
    writing_.write(sentence_, copula, at, told, roles, "event.adjective");
  }

  // "Britain said that the rebels must withdraw": a request
  bool code_obligation(std::size_t at) {
    if (!document_.is(clauses_[at], class_id::MODALITY) && !clauses_.is(at, mark_copula)) return false;
    const Element* const first = document_.word_at(clauses_[at].first);
    if (first == nullptr || !document_.is(*first, class_id::OBLIGATION)) return false;
    if (clauses_[at].end > first->end + 1 && document_.is_at(first->end, class_id::HAVE)) return false;  // "must have known"
    std::size_t report = clauses_.reporting_verb(at);
    const bool behind = report == Clauses::none;
    if (behind) report = clauses_.reporting_verb_behind(at);
    if (report == Clauses::none) return false;
    const EventMeaning meaning{"REQUEST", "", "10"};
    EventRoles roles;
    if (behind && !clauses_.is(clauses_.before(report), mark_noun)) {
      for (const Group& group : clauses_.groups_from(clauses_.after(report))) filling_.add_source(roles, group, report);  // "…, said the minister"
    } else {
      for (const Group& group : clauses_.subjects(report)) filling_.add_source(roles, group, report);
    }
    const Groups subject = clauses_.subjects(at);
    // "there is no reason why a mother should suffer"
    const std::size_t left = subject.empty() || subject[0].first == 0 ? Clauses::none : clauses_.before(subject[0].first);
    if (left != Clauses::none && clauses_.is(left, mark_relative | mark_subordinator) && !clauses_.is(left, mark_complementizer)) return false;
    for (const Group& group : subject) filling_.add_target(roles, group, at, false);
    if (roles.source_count == 0 || roles.target_count == 0) return false;
    if (roles.has_source(roles.targets[0])) {
      const Groups told = behind ? Groups{} : clauses_.objects(report);  // "told the government it must withdraw"
      roles.target_count = 0;
      if (!told.empty() && told[0].head + std::size_t{1} < at) filling_.add_target(roles, told[0], report, false);
      if (roles.target_count == 0 || roles.has_source(roles.targets[0])) return false;
    }
    consumed_[at] = 1;
    consume_content(at);
    writing_.write(sentence_, at, meaning, roles, "event.obligation");
    return true;
  }

  // --- nouns ---------------------------------------------------------------------------------------------------------------

  void code_noun(std::size_t at) {
    const auto meaning = frames_.of_word(clauses_[at], class_id::EVENT_NOUN);
    if (!meaning) return;
    const Group group = clauses_.group_to(at);
    if (content_.is_yet_to_come(sentence_, group)) return;
    if (meaning->type == "ASSAULT" && is_told_by_verb(group)) return;
    EventRoles roles;
    // "Israeli air strikes", "Iran's refusal"
    const EventParty inside = parties_.party(clauses_, group);
    if (inside.kind == EventParty::Kind::holder && clauses_.tokens(group).holds(inside.tokens)) roles.add_source(inside);
    for (std::size_t i = at + 1, steps = 0; i + 1 < clauses_.size() && steps < 12; ++steps) {
      if (clauses_.is(i, mark_date)) {
        ++i;
        continue;
      }
      if (!clauses_.is(i, mark_preposition) || !clauses_.is(i + 1, mark_noun | mark_date)) break;
      if (clauses_.is(i + 1, mark_date)) {
        i += 2;
        continue;
      }
      const Groups groups = clauses_.groups_from(i + 1);
      // "a battle for control | of the party"
      const bool of_other = clauses_.is(i, mark_genitive) && i > at + 1 && clauses_.is(i - 1, mark_noun) && !clauses_.is(i - 1, mark_animate | mark_name) &&
                            !document_.is(clauses_[i - 1], class_id::PLACE_NOUN);
      // "a complaint by an aide | of the governor"
      const bool of_people = clauses_.is(i, mark_genitive) && i > at + 1 && clauses_.is(i - 1, mark_noun) && clauses_.is(i - 1, mark_animate);
      if (!of_people && (!of_other || !clauses_.is(i - 1, mark_event_noun))) take_phrase(i, groups, *meaning, roles);
      i = groups[groups.size() - 1].head + std::size_t{1};
    }
    if (roles.source_count == 0 && roles.target_count > 0 && is_mutual(meaning->type)) {
      // "patrolled the road in cooperation with the police": whoever the clause is about
      std::size_t before = clauses_.before(group.first);
      const bool of_days = before != Clauses::none && before > 1 && clauses_.is(before, mark_genitive) && clauses_.is(before - 1, mark_date);
      if (of_days) before -= 2;  // "for | two days | of | talks"
      std::size_t verb = at;
      while (verb > 0 && !clauses_.is(verb, mark_verb | mark_stop)) --verb;
      // not "broke off | talks", nor "removed her | over a call with Oman"
      const bool phrase = before != Clauses::none && clauses_.is(before, mark_preposition) && before != verb + 1 &&
                          !document_.is(clauses_[before], class_id::TOPIC_PREPOSITION) && !document_.is(clauses_[before], class_id::TOPIC_LINK);
      // "India had | talks with Pakistan"
      const bool had = meaning->type == "CONSULT" && verb + 1 == group.first && document_.is(clauses_[verb], class_id::HAVE);
      if ((phrase || had) && clauses_.is(verb, mark_verb)) {
        for (const Group& subject : clauses_.subjects(verb)) filling_.add_source(roles, subject, verb);
        if (roles.source_count > 0 && roles.has_source(roles.targets[0])) return;
      }
    }
    if (roles.source_count == 0 && roles.target_count > 0) {
      if (EventParty seat = parties_.seat_of(clauses_, group); seat.kind != EventParty::Kind::none) roles.add_source(std::move(seat));
    }
    if (roles.source_count == 0 && (roles.target_count == 0 || meaning->type != "ASSAULT" || document_.is(clauses_[at], class_id::LASTING_NOUN))) return;
    if (roles.source_count > 0 && roles.target_count > 0 && roles.has_source(roles.targets[0])) return;  // "the repatriation of refugees"
    writing_.write(sentence_, at, *meaning, roles, "event.noun");
  }

  // "six were killed in | a strike on the base", "killed two soldiers in | an ambush"
  bool is_told_by_verb(Group group) const {
    if (group.first < 2 || !clauses_.is(group.first - 1, mark_preposition) || !document_.is(clauses_[group.first - 1], class_id::LOCATIVE)) return false;
    std::size_t verb = group.first - 2;
    const bool object = clauses_.is(verb, mark_noun);
    if (object) verb = clauses_.group_to(verb).first;
    if (object && verb-- == 0) return false;
    if (!clauses_.is(verb, mark_verb) || !document_.is(clauses_[verb], class_id::HARM_VERB)) return false;
    return object || (clauses_.is_passive(verb) && parties_.party(clauses_, group).kind != EventParty::Kind::holder);  // "in a Russian strike" tells by whom
  }

  // "Ties were restored between Gabon and Benin", "The ties between them were restored": those behind "between".
  void take_sides(std::size_t from, const EventMeaning& meaning, EventRoles& roles) const {
    constexpr std::size_t reach = 8;
    if (!is_mutual(meaning.type)) return;  // "the ban on flights between two lands was lifted": by neither
    for (std::size_t i = from; i + 1 < clauses_.size() && i < from + reach && !clauses_.is(i, mark_stop | mark_comma); ++i) {
      if (!clauses_.is(i, mark_mutual) || !clauses_.is(i + 1, mark_noun)) continue;
      const Groups groups = clauses_.groups_from(i + 1);
      if (groups.size() != 2) return;
      roles.target_count = 0;
      take_phrase(i, groups, meaning, roles);
      return;
    }
  }

  // A phrase behind an event noun: "by rebels", "between A and B", "on the town", "of the president".
  void take_phrase(std::size_t preposition, const Groups& groups, const EventMeaning& meaning, EventRoles& roles) const {
    if (clauses_.is(preposition, mark_mutual) && groups.size() == 2) {
      const EventParty first = parties_.party(clauses_, groups[0]);
      const EventParty second = parties_.party(clauses_, groups[1]);
      if (first.kind < EventParty::Kind::place || second.kind < EventParty::Kind::place) return;
      roles.add_source(first);
      roles.add_target(second);
      return;
    }
    const bool of = clauses_.is(preposition, mark_genitive);
    const bool doer = clauses_.is(preposition, mark_agent) || (of && !is_of_target(meaning));
    if (meaning.type == "CONSULT" && meaning.mode != "visit" && document_.is(clauses_[preposition], class_id::LOCATIVE)) return;  // "talks in Lusaka"
    for (const Group& group : groups) {
      EventParty party = parties_.party(clauses_, group);
      if (doer ? party.kind < EventParty::Kind::people : party.kind < EventParty::Kind::place) continue;
      if (doer) {
        if (roles.source_count == 0 || !of) roles.add_source(std::move(party));
      } else if (roles.target_count == 0 || &group != groups.begin()) {
        roles.add_target(std::move(party));
      }
    }
  }

  const Document& document_;
  Clauses clauses_;
  EventFrames frames_;
  EventContent content_;
  FalseVerbs false_verbs_;
  EventParties parties_;
  EventPlans plans_;
  EventFilling filling_;
  EventWriting writing_;
  EventRules rules_;
  std::uint32_t sentence_ = 0;           // that is read
  std::size_t assault_ = Clauses::none;  // its last verb that told an attack on somebody
  bool assaulted_people_ = false;        // and not on a thing or place alone
  std::vector<std::uint8_t> consumed_;   // elements of its tape that are no event of their own
};

}  // namespace

std::vector<Event> find_events(const Document& document, const Cast& cast, const std::vector<FoundQuote>& quotes, const std::vector<FoundDate>& dates,
                               const FoundPlaces& places) {
  return Coding(document, cast, quotes, dates, places).run();
}

}  // namespace gazette::facts

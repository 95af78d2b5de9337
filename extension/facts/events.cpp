#include "facts/events.h"

#include <algorithm>
#include <array>
#include <optional>

#include "facts/clauses.h"
#include "facts/event_confidence.h"
#include "facts/event_frames.h"
#include "facts/event_merging.h"
#include "facts/event_parties.h"
#include "facts/event_scene.h"
#include "facts/event_slots.h"
#include "facts/event_telling.h"
#include "facts/event_types.h"
#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

namespace class_id = lexicon::class_id;

class Coding {
 public:
  Coding(const Document& document, const Cast& cast, const std::vector<FoundQuote>& quotes, const std::vector<FoundDate>& dates, const FoundPlaces& places)
      : document_(document), cast_(cast), quotes_(quotes), scene_(document, dates, places), telling_(document, dates), clauses_(document), frames_(document),
        parties_(document, cast, quotes), stage_(document.grammar->stage(cascade::StageId::events)), trigger_(stage_.capture_or_none("trigger")),
        sides_{{stage_.capture_or_none("source"), stage_.capture_or_none("source2"), stage_.capture_or_none("target"), stage_.capture_or_none("target2")}} {}

  std::vector<Event> run() {
    for (std::uint32_t sentence = 0; sentence < document_.sentences.size(); ++sentence) {
      document_.pause();
      const text::Part part = document_.sentences[sentence].part;
      if (part != text::Part::body && part != text::Part::headline && part != text::Part::heading) continue;
      code(sentence);
    }
    return rows_.take();
  }

 private:
  void code(std::uint32_t sentence) {
    sentence_ = sentence;
    clauses_.read(document_.plain_tape(sentence));
    if ((clauses_.all_marks() & (mark_event_verb | mark_event_noun | mark_event_adjective | mark_report)) == 0) return;
    consumed_.assign(clauses_.size(), 0);
    code_rules();
    for (std::size_t i = 0; i < clauses_.size(); ++i) {
      if (consumed_[i] != 0) continue;
      if (clauses_.is(i, mark_verb)) {
        if (!code_obligation(i) && clauses_.is(i, mark_event_verb)) code_verb(i);
      } else if (clauses_.is(i, mark_event_adjective)) {
        code_adjective(i);
      }
    }
    for (std::size_t i = 0; i < clauses_.size(); ++i) {
      if (consumed_[i] == 0 && clauses_.is(i, mark_noun) && clauses_.is(i, mark_event_noun)) code_noun(i);
    }
  }

  // --- rules ---------------------------------------------------------------------------------------------------------------

  void code_rules() {
    if (!cascade::holds(document_.stages[sentence_], cascade::StageId::events)) return;
    stage_.find(document_.plain_tape(sentence_), trigger_, scratch_);
    for (const cascade::Match& match : scratch_.matches) {
      const cascade::Capture* const trigger = match.captured(trigger_);
      if (trigger == nullptr) continue;
      const std::size_t at = trigger->end - 1;
      const cascade::Rule& rule = stage_.rule(match.rule);
      const auto meaning = meaning_by(rule, at);
      if (!meaning) continue;
      EventRoles roles;
      for (std::size_t side = 0; side < sides_.size(); ++side) {
        const cascade::Capture* const capture = match.captured(sides_[side]);
        if (capture == nullptr) continue;
        Group group{capture->begin, capture->end - 1};
        if (side < 2) group.first = std::min(group.first, clauses_.group_to(group.head).first);  // "U.S. | troops"
        side < 2 ? add_source(roles, group, at) : add_target(roles, group, at, true);
      }
      const bool one_side = rule.setting("sides") == "source";
      if (one_side) add_conjuncts(match, roles, at);
      if (!rule.setting("claimed").empty()) add_claimer(roles, match, at);
      if (roles.source_count == 0 || (roles.target_count == 0 && !one_side)) continue;
      consumed_[at] = 1;
      finish(at, *meaning, roles, stage_.rule(match.rule).name);
    }
  }

  // What a rule says that its trigger means, else what the lexicon says.
  std::optional<EventMeaning> meaning_by(const cascade::Rule& rule, std::size_t at) {
    if (const std::string_view type = rule.setting("type"); !type.empty()) return EventMeaning{type, rule.setting("mode"), rule.setting("cameo"), Clauses::none, Clauses::none};
    return clauses_.is(at, mark_verb) ? frames_.of_verb(clauses_, sentence_, at, {}, false) : frames_.of_word(clauses_[at], class_id::EVENT_NOUN);
  }

  // "Condemnation has come from the Pope, Turkey and the Union": those side by side with the first.
  void add_conjuncts(const cascade::Match& match, EventRoles& roles, std::size_t at) {
    const cascade::Capture* const first = match.captured(sides_[0]);
    if (first == nullptr) return;
    const Groups groups = clauses_.groups_from(first->begin);
    for (std::size_t i = 1; i < groups.size(); ++i) add_source(roles, groups[i], at);
  }

  // "The minister said that the rebels were behind the attack": whoever says so accuses them.
  void add_claimer(EventRoles& roles, const cascade::Match& match, std::size_t at) {
    const cascade::Capture* const target = match.captured(sides_[2]);
    const std::size_t copula = target == nullptr ? at : clauses_.after(target->end - 1);
    const std::size_t report = clauses_.reporting_verb(copula);
    if (report == Clauses::none) return;
    for (const Group& group : clauses_.subjects(report)) add_source(roles, group, report);
    if (roles.source_count > 0 && roles.target_count > 0 && is_source(roles, roles.targets[0])) roles.source_count = 0;
  }

  // --- verbs ---------------------------------------------------------------------------------------------------------------

  void code_verb(std::size_t at) {
    const bool reduced = clauses_.is_reduced_passive(at);
    const bool passive = clauses_.is(at, mark_passive) || reduced;
    if (passive && clauses_.is(at, mark_event_adjective) && !reduced && clauses_.is(clauses_.after(at), mark_preposition | mark_infinitive) && !clauses_.is(clauses_.after(at), mark_agent)) {
      code_adjective(at);
      return;
    }
    const Groups subject = clauses_.subjects(at);
    const auto meaning = frames_.of_verb(clauses_, sentence_, at, subject, passive);
    if (!meaning) return;
    if (meaning->noun != Clauses::none) consumed_[meaning->noun] = 1;
    if (meaning->last != Clauses::none && clauses_.is(meaning->last, mark_event_noun)) consumed_[meaning->last] = 1;
    EventRoles roles;
    const bool material = is_one_of(meaning->type, {"ASSAULT", "COERCE"});  // things can suffer it
    if (clauses_.is(at, mark_gerund) && clauses_.is(at + 1, mark_genitive) && clauses_.is(at + 2, mark_noun)) {
      code_gerund(at, *meaning);  // "the wounding of ten men"
      return;
    }
    if (passive) {
      for (const Group& group : clauses_.agents(at)) add_source(roles, group, at);
      if (!subject.empty() && meaning->last != Clauses::none && subject[0].head == meaning->last) {
        find_targets(at, *meaning, roles);  // "sanctions were imposed on Iran"
      } else {
        const bool own = roles.source_count == 0 && (meaning->mode == "withdraw" || meaning->mode == "disarm");  // "the rebels were disarmed"
        for (const Group& group : subject) own ? add_source(roles, group, at) : add_target(roles, group, at, material, true);
      }
    } else {
      for (const Group& group : subject) add_source(roles, group, at);
      if (subject.empty() && clauses_.is(at, mark_report)) {
        const std::size_t next = clauses_.after(at);  // "…, warned the minister"
        if (clauses_.is(next, mark_noun)) add_source(roles, clauses_.group_from(next), at);
      }
      find_targets(at, *meaning, roles);
      if (roles.source_count == 0 && material && !subject.empty() && !is_deed(subject[0])) return;  // "the quake struck the town"
    }
    EventMeaning told = *meaning;
    if (told.type == "AGREE" && intends_harm(at)) told.type = "THREATEN", told.cameo = "13";
    if (has_content(told.type)) consume_content(at);
    finish(at, told, roles, passive ? "event.passive" : "event.active");
  }

  // Is a thing that acts an attack, a weapon or the like?
  bool is_deed(Group group) const {
    if (document_.is(clauses_[group.head], class_id::WEAPON)) return true;
    if (!clauses_.is(group.head, mark_event_noun)) return false;
    const auto meaning = frames_.of_word(clauses_[group.head], class_id::EVENT_NOUN);
    return meaning && meaning->type == "ASSAULT";
  }

  // "condemned the shelling of": what follows is a deed, told by its verb.
  bool is_deed_done(std::size_t at) {
    const std::size_t next = clauses_.after(at);
    if (!clauses_.is(next, mark_gerund) || !clauses_.is(next, mark_event_verb) || !clauses_.is(next + 1, mark_genitive)) return false;
    const auto deed = frames_.of_verb(clauses_, sentence_, next, {}, false);
    return deed && deed->type == "ASSAULT";
  }

  void code_gerund(std::size_t at, const EventMeaning& meaning) {
    EventRoles roles;
    const Groups groups = clauses_.groups_from(at + 2);
    for (const Group& group : groups) add_target(roles, group, at, true);
    const std::size_t behind = groups[groups.size() - 1].head + std::size_t{1};
    if (clauses_.is(behind, mark_agent) && clauses_.is(behind + 1, mark_noun)) add_source(roles, clauses_.group_from(behind + 1), at);
    finish(at, meaning, roles, "event.noun");
  }

  // "vowed to punish them", "is prepared to impose martial law"
  bool intends_harm(std::size_t at) {
    const std::size_t next = clauses_.after(at);
    if (!clauses_.is(next, mark_infinitive) || !clauses_.is(next, mark_event_verb)) return false;
    const auto deed = frames_.of_verb(clauses_, sentence_, next, {}, false);
    return deed && is_one_of(deed->type, {"ASSAULT", "COERCE", "SANCTION"});
  }

  // The verbs of what is promised, demanded, refused or threatened.
  void consume_content(std::size_t at) {
    bool clause = false;
    for (std::size_t i = at + 1; i < clauses_.size(); ++i) {
      if (clauses_.is(i, mark_stop | mark_comma)) return;
      if (clauses_.is(i, mark_complementizer)) clause = true;
      if (clauses_.is(i, mark_subordinator) && !clauses_.is(i, mark_preposition)) return;
      if (clauses_.is(i, mark_noun | mark_event_adjective)) consumed_[i] = 1;
      if (!clauses_.is(i, mark_verb)) continue;
      if (clauses_.is_finite(i) && !clauses_.is_reduced_passive(i)) {
        if (!clause) return;
        clause = false;
      }
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
    if (meaning->type == "AGREE" && !clauses_.is(next, mark_infinitive) && !verb) return;
    EventRoles roles;
    if (meaning->mode == "allege") {  // "Turkey said that the PKK was responsible": Turkey accuses
      const std::size_t report = clauses_.reporting_verb(copula);
      if (report == Clauses::none) return;
      for (const Group& group : clauses_.subjects(report)) add_source(roles, group, report);
      for (const Group& group : clauses_.subjects(copula)) add_target(roles, group, copula, false);
      if (roles.source_count == 0 || roles.target_count == 0) return;
      finish(copula, at, *meaning, roles, "event.adjective");
      return;
    }
    for (const Group& group : clauses_.subjects(copula)) add_source(roles, group, copula);
    find_targets(at, *meaning, roles);
    EventMeaning told = *meaning;
    if (told.type == "AGREE" && intends_harm(at)) told.type = "THREATEN", told.cameo = "13";
    if (has_content(told.type)) consume_content(at);
    finish(copula, at, told, roles, "event.adjective");
  }

  // "Britain said that the rebels must withdraw": a request
  bool code_obligation(std::size_t at) {
    if (!document_.is(clauses_[at], class_id::MODALITY) && !clauses_.is(at, mark_copula)) return false;
    const Element* const first = document_.word_at(clauses_[at].first);
    if (first == nullptr || !document_.is(*first, class_id::OBLIGATION)) return false;
    const std::size_t report = clauses_.reporting_verb(at);
    if (report == Clauses::none) return false;
    const EventMeaning meaning{"REQUEST", "", "10", Clauses::none, Clauses::none};
    EventRoles roles;
    for (const Group& group : clauses_.subjects(report)) add_source(roles, group, report);
    for (const Group& group : clauses_.subjects(at)) add_target(roles, group, at, false);
    if (roles.source_count == 0 || roles.target_count == 0 || is_source(roles, roles.targets[0])) return false;
    consumed_[at] = 1;
    consume_content(at);
    finish(at, meaning, roles, "event.obligation");
    return true;
  }

  // --- nouns ---------------------------------------------------------------------------------------------------------------

  void code_noun(std::size_t at) {
    const auto meaning = frames_.of_word(clauses_[at], class_id::EVENT_NOUN);
    if (!meaning) return;
    const Group group = clauses_.group_to(at);
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
      take_phrase(i, groups, *meaning, roles);
      i = groups[groups.size() - 1].head + std::size_t{1};
    }
    if (roles.source_count == 0 && roles.target_count > 0 && is_mutual(meaning->type)) {
      // "patrolled the road in cooperation with the police": whoever the clause is about
      const std::size_t before = clauses_.before(group.first);
      std::size_t verb = at;
      while (verb > 0 && !clauses_.is(verb, mark_verb | mark_stop)) --verb;
      const bool phrase = before != Clauses::none && clauses_.is(before, mark_preposition) && before != verb + 1;  // not "broke off | talks"
      if (phrase && clauses_.is(verb, mark_verb)) {
        for (const Group& subject : clauses_.subjects(verb)) add_source(roles, subject, verb);
        if (roles.source_count > 0 && is_source(roles, roles.targets[0])) return;
      }
    }
    if (roles.source_count == 0 && roles.target_count == 0) return;
    if (roles.source_count == 0 && meaning->type != "ASSAULT") return;
    finish(at, *meaning, roles, "event.noun");
  }

  // A phrase behind an event noun: "by rebels", "between A and B", "on the town", "of the president".
  void take_phrase(std::size_t preposition, const Groups& groups, const EventMeaning& meaning, EventRoles& roles) {
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

  // --- parties --------------------------------------------------------------------------------------------------------------

  // A doer; a pronoun that nobody owns is the speaker in whose words it stands.
  void add_source(EventRoles& roles, Group group, std::size_t at) {
    EventParty party = parties_.resolved(clauses_, group, at);
    if (party.kind < EventParty::Kind::place) return;
    roles.add_source(std::move(party));
  }

  void add_target(EventRoles& roles, Group group, std::size_t at, bool anything, bool with_phrase = false) {
    EventParty party = parties_.resolved(clauses_, group, at);
    const std::size_t behind = group.head + std::size_t{1};
    if (with_phrase && party.kind == EventParty::Kind::thing && clauses_.is(behind, mark_preposition) && clauses_.is(behind + 1, mark_noun)) {
      EventParty other = parties_.resolved(clauses_, clauses_.group_from(behind + 1), at);  // "a camp for refugees"
      if (other.acts()) party = std::move(other);
    }
    if (party.kind == EventParty::Kind::none || party.kind == EventParty::Kind::pronoun || (!anything && party.kind == EventParty::Kind::thing)) return;
    roles.add_target(std::move(party));
  }

  void find_targets(std::size_t at, const EventMeaning& meaning, EventRoles& roles) {
    std::array<Slot, most_slots> slots;
    const bool content = has_content(meaning.type) || meaning.type == "ACCUSE" || meaning.type == "CONCEDE" || meaning.type == "PROTEST";
    const std::size_t count = slots_from(clauses_, at, content || meaning.last != Clauses::none, meaning.type == "THREATEN", slots);
    const bool means = uses_people(meaning);
    // "condemned the attack on Zakho": Zakho is not whom they condemn
    const bool of_deed = is_one_of(meaning.type, {"ACCUSE", "SUPPORT"}) && count > 0 && slots[0].preposition == Clauses::none && (is_deed(slots[0].group) || is_deed_done(at));
    std::optional<EventParty> fallback;
    bool fallback_located = false;
    const Group* taken = nullptr;
    for (std::size_t i = 0; i < count; ++i) {
      const Slot& slot = slots[i];
      if (slot.group.head == meaning.last || slot.group.head == meaning.noun) {
        // what the frame names is no target, but whose it is may be one
        EventParty owner = parties_.party(clauses_, slot.group);
        if (owner.kind != EventParty::Kind::holder || is_source(roles, owner)) continue;
      }
      if (slot.preposition != Clauses::none && clauses_.is(slot.preposition, mark_agent) && i == 0) continue;
      EventParty party = parties_.resolved(clauses_, slot.group, at);
      if (of_deed && !(slot.preposition != Clauses::none && clauses_.is(slot.preposition, mark_agent)) &&
          !(i == 0 && party.kind == EventParty::Kind::holder && clauses_.tokens(slot.group).holds(party.tokens))) continue;
      if (party.kind <= EventParty::Kind::pronoun && !(party.kind == EventParty::Kind::thing && slot.preposition == Clauses::none && !slot.nested)) continue;
      if (is_source(roles, party)) continue;
      const bool object = slot.preposition == Clauses::none;
      const bool addressee = meaning.type == "ACCUSE" && !object && clauses_.is(slot.preposition, mark_addressee);
      const bool located = !object && document_.is(clauses_[slot.preposition], class_id::LOCATIVE) && is_region(party);
      const bool weak = party.kind < EventParty::Kind::holder || addressee || located || (means && object && party.kind == EventParty::Kind::people);
      if (weak && !(party.kind == EventParty::Kind::place && meaning.mode == "visit")) {
        if (!fallback || (party.kind > fallback->kind && !(located && fallback->kind == EventParty::Kind::place))) {
          fallback = std::move(party);
          fallback_located = located;
        }
        continue;
      }
      roles.scene = !object && roles.source_count == 0 && !clauses_.is(at, mark_passive);
      // those side by side with it are targets too: "killed a soldier and two policemen"
      roles.add_target(std::move(party));
      taken = &slot.group;
      for (std::size_t k = i + 1; k < count && slots[k].preposition == slot.preposition && slots[k].nested == slot.nested && slots[k].group.first <= taken->head + 3; ++k) {
        EventParty other = parties_.resolved(clauses_, slots[k].group, at);
        if (other.acts() && !is_source(roles, other)) roles.add_target(std::move(other));
        taken = &slots[k].group;
      }
      return;
    }
    if (!fallback) return;
    const bool scene = is_region(*fallback) && fallback_located;  // where it happens is not whom it is done to
    if (scene && ((roles.source_count == 2 && is_mutual(meaning.type)) || meaning.type == "PROTEST")) return;
    if (fallback->kind == EventParty::Kind::place && meaning.type == "CONSULT" && meaning.mode != "visit") return;
    if (fallback->kind != EventParty::Kind::thing || is_one_of(meaning.type, {"ASSAULT", "COERCE"})) {
      roles.add_target(std::move(*fallback));
      roles.scene = scene;
    }
  }

  bool is_region(const EventParty& party) const {
    if (party.kind == EventParty::Kind::place) return true;
    return party.kind == EventParty::Kind::named && party.actor != 0 && cast_.actors[party.actor - 1].kind == ActorKind::country;
  }

  static bool is_source(const EventRoles& roles, const EventParty& party) {
    return std::any_of(roles.sources.begin(), roles.sources.begin() + static_cast<std::ptrdiff_t>(roles.source_count), [&](const EventParty& source) {
      if (source.words.empty() && party.words.empty()) return source.actor == party.actor;
      return source.tokens == party.tokens || (party.kind >= EventParty::Kind::holder && source.actor != 0 && source.actor == party.actor && source.kind == party.kind);
    });
  }

  // --- rows ------------------------------------------------------------------------------------------------------------------

  // Both sides, or somebody with a name: "three people were hurt" tells of no deed between parties.
  bool tells_enough(std::size_t at, const EventMeaning& meaning, const EventRoles& roles) const {
    if (roles.source_count > 0 && roles.target_count > 0) return true;
    if (roles.source_count == 2 && is_mutual(meaning.type)) return true;
    const bool finite = clauses_.is_finite(at);
    if (roles.source_count > 0) {
      if (is_one_of(meaning.type, {"SUPPORT", "AID", "COOPERATE"}) || (meaning.type == "CONSULT" && meaning.mode != "visit")) return false;
      if (clauses_.is(at, mark_passive) && !clauses_.is(at, mark_event_adjective) && meaning.mode != "withdraw" && meaning.mode != "disarm") return false;
      if (meaning.type == "ASSAULT" && (roles.sources[0].actor == 0 || !finite)) return false;
      if (!finite && !is_one_of(meaning.type, {"PROTEST", "RETREAT"}) && !(meaning.type == "ACCUSE" && !clauses_.is(at, mark_verb))) return false;
      if (has_content(meaning.type) && !has_complement(at)) return false;
      return roles.sources[0].kind >= EventParty::Kind::people || roles.sources[0].actor != 0;
    }
    if (roles.target_count == 0 || roles.targets[0].actor == 0 || roles.scene) return false;
    if (!clauses_.is(at, mark_verb) && roles.targets[0].kind == EventParty::Kind::people) return false;
    return is_one_of(meaning.type, {"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "AID", "RETREAT", "THREATEN"});
  }

  // Does something follow that is asked, promised or refused? Not in "“Why?” he asked."
  bool has_complement(std::size_t at) const {
    const std::size_t next = clauses_.after(at);
    return next < clauses_.size() && !clauses_.is(next, mark_comma | mark_stop | mark_close | mark_conjunction);
  }

  void finish(std::size_t at, const EventMeaning& meaning, EventRoles& roles, std::string_view rule) { finish(at, at, meaning, roles, rule); }

  // `trigger` names the event, `at` is the verb that tells its time.
  void finish(std::size_t at, std::size_t trigger, const EventMeaning& meaning, EventRoles& roles, std::string_view rule) {
    const bool intent = clauses_.is(at, mark_verb) && roles.source_count > 0 && meaning.mode != "visit" && telling_.auxiliary(clauses_, at) == "future";
    const bool enough = tells_enough(at, meaning, roles);
    if (!enough && !intent) return;
    Event event;
    event.type = meaning.type;
    event.mode = meaning.mode;
    event.cameo = meaning.cameo;
    event.auxiliary = clauses_.is(at, mark_verb) ? telling_.auxiliary(clauses_, at) : "actual";
    if (rule == "event.obligation") event.auxiliary = "actual";
    if (event.auxiliary == "hypothetical" && !clauses_.is_finite(at)) return;  // "plans to attack": nothing is done yet
    event.rule = rule;
    event.trigger = document_.span(head_of(clauses_[trigger]));
    event.sentence = sentence_ + 1;
    const bool joint = roles.source_count == 2 && roles.target_count == 0 && (is_mutual(meaning.type) || meaning.mode == "ceasefire");
    const bool between = !clauses_.is(at, mark_verb) && roles.source_count == 1 && roles.target_count == 1 && is_mutual(meaning.type);
    event.reciprocal = joint || between || (meaning.type == "CONSULT" && meaning.mode != "visit" && roles.source_count > 0 && roles.target_count > 0);
    if (joint) {
      roles.add_target(std::move(roles.sources[1]));
      roles.source_count = 1;
    }
    scene_.set(clauses_, at, roles.target_count > 0 ? roles.targets[0].tokens : Stretch{}, event);
    if (event.auxiliary == "actual" && telling_.is_historical(event.date_from)) event.auxiliary = "historical";
    if (enough) add_rows(event, clauses_[at], roles);
    // What is intended is an agreement or a threat now, beside the deed to come.
    if (event.auxiliary == "future" && intent) {
      if (is_cooperative(meaning.type) && meaning.type != "AGREE") add_intent("AGREE", "03", event, clauses_[at], roles);
      if (is_hostile(meaning.type) && meaning.type != "THREATEN") add_intent("THREATEN", "13", event, clauses_[at], roles);
    }
    if (event.auxiliary == "actual" && enough && is_hostile(meaning.type)) add_accusation(at, event, roles);
    if (event.auxiliary == "negation" && roles.source_count > 0 && is_cooperative(meaning.type) && telling_.is_intent(clauses_, at)) add_intent("REJECT", "12", event, clauses_[at], roles);
  }

  // "Iraq's prime minister said that Turkish troops had violated Iraq's borders": who tells of a deed done to their own
  // accuses the doer.
  void add_accusation(std::size_t at, const Event& deed, const EventRoles& roles) {
    if (roles.source_count == 0 || roles.target_count == 0 || !clauses_.is_finite(at)) return;
    const std::size_t report = clauses_.reporting_verb(at);
    if (report == Clauses::none || clauses_.is(report, mark_event_verb)) return;
    const Groups speakers = clauses_.subjects(report);
    if (speakers.empty()) return;
    const EventParty speaker = parties_.resolved(clauses_, speakers[0], report);
    const EventParty& doer = roles.sources[0];
    if (!speaker.acts() || speaker.actor == 0 || doer.actor == 0 || speaker.actor == doer.actor) return;
    const std::string_view own = country_of(speaker);
    if (own.empty() || own != country_of(roles.targets[0]) || own == country_of(doer)) return;
    EventRoles accusing;
    accusing.add_source(speaker);
    accusing.add_target(doer);
    Event event = deed;
    event.type = "ACCUSE";
    event.mode = "allege";
    event.cameo = "11";
    event.rule = "event.accusation";
    event.trigger = document_.span(head_of(clauses_[report]));
    event.date_from.clear();
    event.date_to.clear();
    event.place.clear();
    event.place_country.clear();
    event.reciprocal = false;
    add_rows(event, clauses_[report], accusing);
  }

  std::string_view country_of(const EventParty& party) const { return party.actor == 0 ? std::string_view{} : std::string_view(cast_.actors[party.actor - 1].country); }

  void add_intent(std::string_view type, std::string_view cameo, Event event, const Element& trigger, const EventRoles& roles) {
    event.type = type;
    event.mode.clear();
    event.cameo = cameo;
    event.auxiliary = "actual";
    event.reciprocal = event.reciprocal && type == "AGREE";
    event.date_from.clear();
    event.date_to.clear();
    add_rows(event, trigger, roles);
  }

  void add_rows(const Event& event, const Element& trigger, const EventRoles& roles) {
    const EventParty nobody;
    for (std::size_t s = 0; s < std::max<std::size_t>(roles.source_count, 1); ++s) {
      const EventParty& source = roles.source_count == 0 ? nobody : roles.sources[s];
      for (std::size_t t = 0; t < std::max<std::size_t>(roles.target_count, 1); ++t) {
        add_row(event, trigger, source, roles.target_count == 0 ? nobody : roles.targets[t]);
      }
    }
  }

  void add_row(Event event, const Element& trigger, const EventParty& source, const EventParty& target) {
    event.source = parties_.name_of(source);
    event.source_actor = source.actor;
    event.source_mention = document_.span(source.tokens);
    event.target = parties_.name_of(target);
    event.target_actor = target.actor;
    event.target_mention = document_.span(target.tokens);
    Stretch all = Document::stretch(trigger);
    for (const EventParty* const party : {&source, &target}) {
      if (!party->tokens.empty()) all = {std::min(all.first, party->tokens.first), std::max(all.end, party->tokens.end)};
    }
    event.span = document_.span(all);
    event.quote = quote_around(quotes_, all);
    event.confidence = confidence_of(event);
    rows_.add(std::move(event));
  }

  Stretch head_of(const Element& trigger) const {
    if (const Phrase* const phrase = document_.phrase(trigger)) {
      const Stretch head = document_.captured(*phrase, "head");
      if (!head.empty()) return head;
    }
    return Document::stretch(trigger);
  }

  const Document& document_;
  const Cast& cast_;
  const std::vector<FoundQuote>& quotes_;
  EventScene scene_;
  EventTelling telling_;
  Clauses clauses_;
  EventFrames frames_;
  EventParties parties_;
  const cascade::Stage& stage_;
  std::uint8_t trigger_;
  std::array<std::uint8_t, 4> sides_;    // captures: source, source2, target, target2
  cascade::Scratch scratch_;
  std::uint32_t sentence_ = 0;           // that is read
  std::vector<std::uint8_t> consumed_;   // elements of its tape that are no event of their own
  EventRows rows_;
};

}  // namespace

std::vector<Event> find_events(const Document& document, const Cast& cast, const std::vector<FoundQuote>& quotes,
                               const std::vector<FoundDate>& dates, const FoundPlaces& places) {
  return Coding(document, cast, quotes, dates, places).run();
}

}  // namespace gazette::facts

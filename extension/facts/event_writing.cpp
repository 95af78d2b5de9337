#include "facts/event_writing.h"

#include <algorithm>

#include "facts/event_confidence.h"
#include "facts/event_types.h"
#include "lexicon/classes.h"

namespace gazette::facts {

// "The ministers of the Rio Group met": people of one body are both sides.
bool EventWriting::is_body(const EventParty& source, bool finite) { return finite && source.kind == EventParty::Kind::people && source.actor != 0; }

// Do several parties stand as doers alone? Then each is the others' party; but those by whom something is done ("backed by the
// mayor and the union") do it side by side.
bool EventWriting::is_joint(std::size_t at, const EventRoles& roles) const {
  const bool object = clauses_.is(clauses_.after(at), mark_pronoun);                    // "Turkey and Egypt welcomed it"
  const bool signed_by = document_.is(clauses_[at], lexicon::class_id::DOCUMENT_VERB);  // "was signed by Chad and Libya"
  if (roles.source_count < 2 || roles.target_count > 0 || object || (clauses_.is_passive(at) && !signed_by) || is_of_charge(at)) return false;
  // "Paz, Reed and other members met": three or more are sides where each has a name of its own
  const auto sides = roles.sources.begin() + static_cast<std::ptrdiff_t>(roles.source_count);
  if (roles.source_count > 2 && clauses_.is(clauses_.after(at), mark_infinitive)) return false;  // "A, B and C agreed to pay": each
  return roles.source_count == 2 || std::all_of(roles.sources.begin(), sides, [](const EventParty& party) { return party.actor != 0; });
}

// "thanked Iraq and Oman for hosting": a gerund behind a preposition is said of each.
bool EventWriting::is_of_charge(std::size_t at) const {
  const std::size_t left = clauses_.before(at);
  return clauses_.is(at, mark_gerund) && left != Clauses::none && clauses_.is(left, mark_preposition);
}

// What two do to each other: "Afghan and Pakistani forces clashed".
bool EventWriting::is_between(std::size_t at, const EventMeaning& meaning) const {
  // but "A and B endorsed the plan": each of them does; "A and B restored ties"
  if (meaning.type == "SUPPORT" && (meaning.last == Clauses::none || meaning.noun != Clauses::none) && clauses_.is(at, mark_verb) &&
      !document_.is(clauses_[at], lexicon::class_id::DOCUMENT_VERB))
    return false;
  return is_mutual(meaning.type) || (is_one_of(meaning.type, {"ASSAULT", "RETREAT"}) && document_.is(clauses_[at], lexicon::class_id::MUTUAL_VERB));
}

// Both sides, or somebody with a name: "three people were hurt" tells of no deed between parties.
bool EventWriting::tells_enough(std::size_t at, const EventMeaning& meaning, const EventRoles& roles) const {
  if (roles.source_count > 0 && roles.target_count > 0) return true;
  if (is_joint(at, roles) && is_between(at, meaning)) return true;
  const bool finite = clauses_.is_finite(at);
  if (roles.source_count > 0) {
    if (is_one_of(meaning.type, {"SUPPORT", "AID", "COOPERATE"}) ||
        (meaning.type == "CONSULT" && meaning.mode != "visit" && !is_body(roles.sources[0], finite)))
      return false;
    // "The curfew was lifted by police": who has power over others is told behind "by"
    const bool by_power = is_one_of(meaning.type, {"CONCEDE", "RETREAT", "SANCTION", "REJECT", "COERCE"}) && meaning.last != Clauses::none &&
                          !clauses_.agents(at).empty() && (roles.sources[0].actor != 0 || is_authority(roles.sources[0])) &&
                          !parties_.is_person(roles.sources[0]);
    if (clauses_.is_passive(at) && !clauses_.is(at, mark_event_adjective) && meaning.mode != "withdraw" && meaning.mode != "disarm" &&
        meaning.type != "MOBILIZE" && !by_power)
      return false;
    if (meaning.type == "ASSAULT" && document_.is(clauses_[at], lexicon::class_id::MUTUAL_VERB) && !clauses_.objects(at).empty())
      return false;  // "China battles a wave of infections"
    const bool unlikely = roles.sources[0].actor == 0 || !finite || (meaning.mode.empty() && parties_.is_person(roles.sources[0]));
    if (meaning.type == "ASSAULT" && !roles.planned && unlikely) return false;
    const bool stands_alone = is_one_of(meaning.type, {"PROTEST", "RETREAT"}) || (meaning.type == "ACCUSE" && !clauses_.is(at, mark_verb));
    if (!finite && !roles.planned && !stands_alone) return false;
    if (meaning.mode == "arrest" || (meaning.mode == "visit" && document_.is(clauses_[at], lexicon::class_id::RECEIVE_VERB)))
      return false;                                                                                                     // "hosts 100 species"
    if (meaning.mode == "investigate" && roles.sources[0].actor == 0 && !is_authority(roles.sources[0])) return false;  // "a mechanic inspected the bus"
    if (has_content(meaning.type) && !roles.planned && !has_complement(at)) return false;
    return roles.sources[0].kind >= EventParty::Kind::people || roles.sources[0].actor != 0;
  }
  // "exploiting the country would be wrong", "it helps him", "to provide services to the railway"
  const bool undone = clauses_.is(at, mark_gerund) && !clauses_.is(at + 1, mark_genitive);
  if (clauses_.is(at, mark_verb) && !clauses_.is_passive(at) && (undone || meaning.type == "AID")) return false;
  if (roles.target_count == 0 || roles.targets[0].actor == 0 || roles.scene) return false;
  if (!clauses_.is(at, mark_verb) && roles.targets[0].kind == EventParty::Kind::people) return false;
  return is_one_of(meaning.type, {"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "AID", "RETREAT", "THREATEN"});
}

// "police", "federal authorities", "the ministry": do they act for a body?
bool EventWriting::is_authority(const EventParty& party) const {
  const Stretch words = party.words.empty() ? party.tokens : party.words;
  for (std::uint32_t token = words.first; token < words.end; ++token) {
    const bool many = document_.is_at(token, lexicon::class_id::GROUP_NOUN) && !document_.is_at(token, lexicon::class_id::VICTIM);
    if (many || document_.is_at(token, lexicon::class_id::ACTOR_NOUN) || document_.is_at(token, lexicon::class_id::INSTITUTION)) return true;
  }
  return false;
}

// Does "unless" stand behind it?
bool EventWriting::is_conditional(std::size_t at) const {
  for (std::size_t i = at + 1; i < clauses_.size(); ++i) {
    if (clauses_.is(i, mark_subordinator) && document_.is(clauses_[i], lexicon::class_id::UNLESS)) return true;
  }
  return false;
}

// Does another verb of the sentence tell who says so?
bool EventWriting::is_told(std::size_t at) const {
  for (std::size_t i = 0; i < clauses_.size(); ++i) {
    if (i != at && clauses_.is(i, mark_report) && clauses_.is_finite(i)) return true;
  }
  return false;
}

// Does something follow that is asked, promised or refused? Not in "“Why?” he asked."
bool EventWriting::has_complement(std::size_t at) const {
  const std::size_t next = clauses_.after(at);
  return next < clauses_.size() && !clauses_.is(next, mark_comma | mark_stop | mark_close | mark_conjunction);
}

// "Two boys drowned": who does is who suffers, and nobody did it.
bool EventWriting::is_suffered(std::size_t at) const {
  if (!clauses_.is(at, mark_verb) || clauses_.is(at, mark_passive)) return false;
  const auto harm = document_.grammar->lexicon().entry(clauses_[at].word, lexicon::class_id::HARM_VERB);
  return harm && (*harm)[lexicon::Column::voice] == "subject";
}

// "killed the amendment", "repulsed the attack": no one whom one can attack.
bool EventWriting::is_figure(const EventParty& target) const {
  if (target.kind != EventParty::Kind::thing || target.tokens.empty()) return false;
  const Element* const head = document_.word_at(target.tokens.end - 1);
  if (head == nullptr) return false;
  if (document_.is(*head, lexicon::class_id::HARM_METAPHOR)) return true;
  const auto noun = document_.grammar->lexicon().entry(head->word, lexicon::class_id::EVENT_NOUN);
  return noun && (*noun)[lexicon::Column::type] == "ASSAULT";
}

// "The senator will hold a rally": a politician's own
bool EventWriting::is_campaign(std::size_t trigger, const EventMeaning& meaning, const EventRoles& roles) const {
  if (meaning.mode != "demo" || roles.source_count == 0 || !parties_.is_person(roles.sources[0])) return false;
  const std::size_t noun = meaning.noun != Clauses::none ? meaning.noun : trigger;
  const std::size_t next = noun + 1;  // "a rally against the government"
  if (clauses_.is(next, mark_preposition) && !clauses_.is(next, mark_genitive) && document_.is(clauses_[next], lexicon::class_id::TOPIC_LINK)) return false;
  return document_.is(clauses_[noun], lexicon::class_id::CAMPAIGN_NOUN);
}

// "The union said two were among the dead and blamed the army": the quotes know whose verb of saying it is.
void EventWriting::take_speaker(std::uint32_t sentence, std::size_t at, EventRoles& roles) const {
  if (!clauses_.is(at, mark_report) || !clauses_.is_finite(at) || roles.source_count != 1 || clauses_.relative_of(at) != Clauses::none) return;
  const Stretch verb = Document::stretch(clauses_[at]);
  const text::Sentence& here = document_.sentences[sentence];
  auto quote = std::partition_point(quotes_.begin(), quotes_.end(), [&](const FoundQuote& before) { return before.row.sentence < sentence + 1; });
  for (; quote != quotes_.end() && quote->content.first < here.end; ++quote) {
    if (!quote->cue.meets(verb) || quote->row.speaker_actor == 0 || quote->mention.empty()) continue;
    EventParty& source = roles.sources[0];
    if (source.actor == quote->row.speaker_actor || quote->mention.end > verb.first) return;
    source = EventParty{};
    source.kind = EventParty::Kind::named;
    source.actor = quote->row.speaker_actor;
    source.tokens = quote->mention;
    return;
  }
}

void EventWriting::write(std::uint32_t sentence, std::size_t at, std::size_t trigger, const EventMeaning& meaning, EventRoles& roles, std::string_view rule,
                         const EventRoles* threatened) {
  if (rule != "event.obligation") take_speaker(sentence, at, roles);
  const bool undone = meaning.type == "ASSAULT" && meaning.mode.empty() && clauses_.objects(at).empty();
  if ((roles.target_count == 0 || undone) && is_suffered(at)) return;  // "drowned near the pier"
  // "Iran and Iraq exchanged prisoners", "exchanged prisoners with Iraq"
  const bool swap = meaning.type == "RETREAT" && document_.is(clauses_[at], lexicon::class_id::MUTUAL_VERB);
  const bool side_by_side = is_joint(at, roles);
  const bool to_each_other = side_by_side && is_between(at, meaning);
  if (!standing_.is_public(sentence, meaning, roles) || !(swap || to_each_other || standing_.can_suffer(meaning, roles))) return;
  // "visited her sons", "helped her husband"; but "urged its partners"
  const bool among_people = is_one_of(meaning.type, {"AID", "SUPPORT", "CONCEDE", "REQUEST", "REJECT"});
  if ((meaning.type == "CONSULT" || among_people) && roles.target_count == 1 && !roles.targets[0].words.empty()) {
    const std::uint32_t head = roles.targets[0].words.end - 1;
    if (document_.is_at(head, lexicon::class_id::KINSHIP) && (!among_people || !document_.is_at(head, lexicon::class_id::NOUN_PLURAL))) return;
  }
  if (is_campaign(trigger, meaning, roles)) return;
  // "organises visits to the sick"
  if (meaning.mode == "visit" && meaning.noun != Clauses::none && roles.target_count == 0 && roles.source_count > 0 && !parties_.is_person(roles.sources[0]))
    return;
  // "was forced to sell": by nobody
  if (meaning.type == "COERCE" && meaning.mode.empty() && roles.source_count == 0 && clauses_.is_passive(at)) return;
  // "kicked stones": nobody is beaten
  if (meaning.mode == "beat" && roles.target_count == 1 && roles.targets[0].kind == EventParty::Kind::thing) return;
  // "tourists can stay in the villages"
  if (meaning.mode == "visit" && roles.source_count == 1 && roles.sources[0].kind == EventParty::Kind::people && !is_authority(roles.sources[0]) &&
      (roles.target_count == 0 || !document_.is_at(roles.sources[0].head, lexicon::class_id::ROLE)))
    return;
  // "China battles a wave of infections"
  if (meaning.type == "ASSAULT" && roles.target_count > 0 && roles.targets[0].kind == EventParty::Kind::thing && clauses_.is(at, mark_verb) &&
      document_.is(clauses_[at], lexicon::class_id::MUTUAL_VERB))
    return;
  // "would host services": who is received is somebody
  if (meaning.mode == "visit" && clauses_.is(at, mark_verb) && !clauses_.is_passive(at) && document_.is(clauses_[at], lexicon::class_id::RECEIVE_VERB) &&
      roles.target_count > 0 && (roles.targets[0].actor == 0 || roles.targets[0].kind == EventParty::Kind::place))
    return;
  // "he walked out": nobody strikes alone
  if (meaning.mode == "strike" && rule == "event.active" && meaning.noun == Clauses::none && roles.source_count == 1 && parties_.is_person(roles.sources[0]))
    return;
  if (meaning.type == "ASSAULT" && clauses_.is(at, mark_verb) && roles.target_count == 1 && is_figure(roles.targets[0])) return;
  if (clauses_.is(at, mark_verb) && telling_.is_condition(clauses_, at)) return;
  std::string_view auxiliary = clauses_.is(at, mark_verb) ? telling_.auxiliary(clauses_, at) : telling_.is_to_come(clauses_, at) ? "future" : "actual";
  if (roles.journey && auxiliary == "hypothetical") auxiliary = "actual";
  // "Turkey could invade Cyprus, a minister said"
  const bool may = auxiliary == "hypothetical" && is_told(at) && clauses_.is_finite(at) && is_hostile(meaning.type) && roles.source_count > 0 &&
                   roles.target_count > 0 && roles.sources[0].actor != 0;
  const bool intent = roles.source_count > 0 && clauses_.is(at, mark_verb) && ((auxiliary == "future" && meaning.mode != "visit") || may);
  // "could not shoot down the idea": what nobody did to anybody is no event
  if (auxiliary == "negation" && roles.target_count == 0 && is_one_of(meaning.type, {"ASSAULT", "COERCE", "ACCUSE", "SANCTION", "REJECT"})) return;
  if (auxiliary == "negation" && roles.source_count == 0 && is_one_of(meaning.type, {"ASSAULT", "COERCE", "THREATEN"})) return;
  const bool enough = tells_enough(at, meaning, roles);
  const bool refused =
      auxiliary == "negation" && roles.source_count > 0 && is_cooperative(meaning.type) && telling_.is_intent(clauses_, at);  // "will never recognise it"
  if (!enough && !intent && !refused) return;
  Event event;
  event.type = meaning.type;
  event.mode = meaning.mode;
  event.cameo = meaning.cameo;
  event.auxiliary = auxiliary;
  // "does not accept the timetable", "is not prepared to let them in"; but "have not yet agreed", "A and B did not agree": nobody refused
  if (meaning.type == "AGREE" && auxiliary == "negation" && !side_by_side && !telling_.holds(clauses_[at], lexicon::class_id::NOT_YET)) {
    event.type = "REJECT";
    event.mode = {};
    event.cameo = "12";
    event.auxiliary = "actual";
  }
  if (rule == "event.obligation") event.auxiliary = "actual";
  if (event.auxiliary == "actual" && telling_.is_planned(clauses_, at, meaning.mode == "visit")) event.auxiliary = "future";
  if (event.auxiliary == "hypothetical" && (!clauses_.is_finite(at) || roles.target_count == 0)) return;  // "plans to attack": nothing is done yet
  event.rule = rule;
  event.trigger = document_.span(head_of(clauses_[trigger]));
  event.sentence = sentence + 1;
  const bool joint = to_each_other || (side_by_side && meaning.mode == "ceasefire");
  const bool between = !clauses_.is(at, mark_verb) && roles.source_count == 1 && roles.target_count == 1 && is_mutual(meaning.type) &&
                       meaning.mode != "visit" && (meaning.type != "SUPPORT" || rule != "event.noun");
  const bool both = roles.source_count > 0 && roles.target_count > 0;
  event.reciprocal = joint || between || (both && (swap || (meaning.type == "CONSULT" && meaning.mode != "visit")));
  roles.together = joint;
  const Stretch other = joint ? roles.sources[1].tokens : roles.target_count > 0 ? roles.targets[0].tokens : Stretch{};
  scene_.set(clauses_, at, other, event);
  if (event.auxiliary == "actual" && telling_.is_historical(event.date_from)) event.auxiliary = "historical";
  // one act in one row where no other is told of: "will meet" is a meeting to come, "will allow the rally" an agreement
  const bool alone = enough && intent && roles.target_count == 0 && !joint && is_cooperative(meaning.type) && meaning.type != "AGREE";
  const bool promised = alone && meaning.type != "CONSULT" && clauses_.reporting_verb(at) != Clauses::none;
  if (enough && !promised) add_rows(event, clauses_[at], roles);
  // What is intended is an agreement or a threat now, beside the deed to come.
  if (intent) {
    const bool threat = meaning.type == "RETREAT" && is_conditional(at);  // "will withdraw unless the government yields"
    const bool meets = meaning.type == "CONSULT" && !is_own_word(at, roles);
    if (is_cooperative(meaning.type) && meaning.type != "AGREE" && !meets && !threat && promised == alone)
      add_intent("AGREE", "03", event, clauses_[at], roles);
    if (threat) add_intent("THREATEN", "13", event, clauses_[at], roles);
    const bool at_somebody = meaning.type != "MOBILIZE" || (roles.target_count > 0 && roles.targets[0].actor != 0);  // "the army will join patrols"
    if (is_hostile(meaning.type) && !is_one_of(meaning.type, {"THREATEN", "REJECT"}) && at_somebody)
      add_intent("THREATEN", "13", event, clauses_[at], threatened == nullptr ? roles : *threatened);
  }
  if (event.auxiliary == "actual" && enough && is_hostile(meaning.type)) add_accusation(at, event, roles);
  if (refused) add_intent("REJECT", "12", event, clauses_[at], roles);
}

// "The rebels said they would meet the envoy": whoever does it says so.
bool EventWriting::is_own_word(std::size_t at, const EventRoles& roles) const {
  const std::size_t report = clauses_.reporting_verb(at);
  const Groups speakers = report == Clauses::none ? Groups{} : clauses_.subjects(report);
  return !speakers.empty() && roles.has_source(parties_.resolved(clauses_, speakers[0], report));
}

// "Iraq's prime minister said that Turkish troops had violated Iraq's borders": who tells of a deed done to their own
// accuses the doer.
void EventWriting::add_accusation(std::size_t at, const Event& deed, const EventRoles& roles) {
  if (roles.source_count == 0 || roles.target_count == 0 || !clauses_.is_finite(at)) return;
  const std::size_t report = clauses_.reporting_verb(at);
  if (report == Clauses::none || clauses_.is(report, mark_event_verb | mark_passive)) return;
  for (std::size_t i = report + 1; i < at; ++i) {
    if (clauses_.opens_clause(i)) return;  // "said it shot down a drone hours after | jets bombed the port"
  }
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

// "Djokovic beat Murray", "Senegal beat Uganda": of two persons by name the one has won, and nobody beats a country or body
// with fists.
bool EventWriting::is_contest(const EventParty& source, const EventParty& target) const {
  if (target.actor == 0 || target.kind != EventParty::Kind::named) return target.kind == EventParty::Kind::place && source.actor != 0;
  return !parties_.is_person(target) || parties_.is_person(source);
}

std::string_view EventWriting::country_of(const EventParty& party) const {
  return party.actor == 0 ? std::string_view{} : std::string_view(cast_.actors[party.actor - 1].country);
}

void EventWriting::add_intent(std::string_view type, std::string_view cameo, Event event, const Element& trigger, const EventRoles& roles) {
  event.type = type;
  event.mode.clear();
  event.cameo = cameo;
  event.auxiliary = "actual";
  event.reciprocal = event.reciprocal && type == "AGREE";
  event.date_from.clear();
  event.date_to.clear();
  add_rows(event, trigger, roles);
}

void EventWriting::add_rows(const Event& event, const Element& trigger, const EventRoles& roles) {
  // "A, B and C met": a row a pair
  for (std::size_t s = 0; roles.together && s < roles.source_count; ++s) {
    for (std::size_t t = s + 1; t < roles.source_count; ++t) add_row(event, trigger, roles.sources[s], roles.sources[t]);
  }
  if (roles.together) return;
  const EventParty nobody;
  for (std::size_t s = 0; s < std::max<std::size_t>(roles.source_count, 1); ++s) {
    const EventParty& source = roles.source_count == 0 ? nobody : roles.sources[s];
    for (std::size_t t = 0; t < std::max<std::size_t>(roles.target_count, 1); ++t) {
      add_row(event, trigger, source, roles.target_count == 0 ? nobody : roles.targets[t]);
    }
  }
}

void EventWriting::add_row(Event event, const Element& trigger, const EventParty& source, const EventParty& target) {
  if (event.mode == "beat" && document_.is(trigger, lexicon::class_id::CONTEST_VERB) && is_contest(source, target)) return;
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
  event.confidence = confidence_of(event, target.loose);
  rows_.add(std::move(event));
}

Stretch EventWriting::head_of(const Element& trigger) const {
  if (const Phrase* const phrase = document_.phrase(trigger)) {
    const Stretch head = document_.captured(*phrase, "head");
    if (!head.empty()) return head;
  }
  return Document::stretch(trigger);
}

}  // namespace gazette::facts

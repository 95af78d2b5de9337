#include "facts/event_filling.h"

#include <algorithm>
#include <array>

#include "facts/event_types.h"
#include "facts/quotes_words.h"
#include "lexicon/classes.h"

namespace gazette::facts {

namespace class_id = lexicon::class_id;

// A doer; a pronoun that nobody owns is the speaker in whose words it stands.
void EventFilling::add_source(EventRoles& roles, Group group, std::size_t at) const {
  EventParty party = parties_.resolved(clauses_, group, at);
  if (party.kind < EventParty::Kind::place) return;
  roles.add_source(std::move(party));
}

void EventFilling::add_target(EventRoles& roles, Group group, std::size_t at, bool anything, bool with_phrase) const {
  EventParty party = parties_.resolved(clauses_, group, at);
  const std::size_t behind = group.head + std::size_t{1};
  if (with_phrase && party.kind == EventParty::Kind::thing && clauses_.is(behind, mark_preposition) && clauses_.is(behind + 1, mark_noun)) {
    EventParty other = parties_.resolved(clauses_, clauses_.group_from(behind + 1), at);  // "a camp for refugees"
    if (other.acts()) party = std::move(other);
  }
  if (party.kind == EventParty::Kind::none || party.kind == EventParty::Kind::pronoun || (!anything && party.kind == EventParty::Kind::thing)) return;
  roles.add_target(std::move(party));
}

void EventFilling::add_met(EventRoles& roles, Group group, std::size_t at) const {
  EventParty party = parties_.resolved(clauses_, group, at);
  if (party.kind == EventParty::Kind::thing) {
    EventParty owner = parties_.owner_of(clauses_, group);
    if (!owner.acts()) owner = parties_.seat_of(clauses_, group);
    if (owner.acts() || owner.kind == EventParty::Kind::place) party = std::move(owner);
  }
  if (party.kind != EventParty::Kind::none && party.kind != EventParty::Kind::pronoun) roles.add_target(std::move(party));
}

void EventFilling::find_targets(std::size_t at, const EventMeaning& meaning, EventRoles& roles) {
  std::array<Slot, most_slots> slots;
  const bool content = has_content(meaning.type) || meaning.type == "ACCUSE" || meaning.type == "CONCEDE" || meaning.type == "PROTEST";
  const std::size_t count = slots_from(clauses_, at, content || meaning.last != Clauses::none, meaning.type == "THREATEN", slots);
  // "took in refugees", "called in the envoy": the object of verb and particle
  const bool named = count > 0 && (slots[0].group.head == meaning.last || slots[0].group.head == meaning.object);
  if (named && slots[0].preposition == at + 1 && (meaning.type == "AID" || clauses_.is(at + 1, mark_adverb))) slots[0].preposition = Clauses::none;
  const bool means = uses_people(meaning);
  // "condemned the attack on Zakho": Zakho is not whom they condemn
  const bool of_deed =
      is_one_of(meaning.type, {"ACCUSE", "SUPPORT"}) && count > 0 && slots[0].preposition == Clauses::none && (is_deed(slots[0].group) || is_deed_done(at));
  // "condemned the shelling of the town by rebels", "protested against the measures by the government": the doer is meant;
  // "sent tents and medicine to Haiti": who is given it
  const bool of_doer = is_one_of(meaning.type, {"ACCUSE", "PROTEST", "REJECT"});
  const auto deed = has_content(meaning.type) ? deed_of(at) : std::nullopt;
  // but "evacuated the wounded to Sennar": who is brought somewhere is whom it is done to
  const bool of_people = meaning.type == "AID" && count > 0 && slots[0].preposition == Clauses::none && clauses_.is(slots[0].group.head, mark_animate) &&
                         !is_gift(slots[0]) && !document_.is(clauses_[slots[0].group.head], class_id::TROOPS);
  // "returned the obelisk to Ethiopia"
  const bool given_back = meaning.type == "RETREAT" && meaning.mode.empty() && count > 0 && slots[0].preposition == Clauses::none;
  const bool of_receiver = !of_people && (is_one_of(meaning.type, {"AID", "COOPERATE"}) || given_back || (deed && is_one_of(deed->type, {"AID", "COOPERATE"})));
  for (std::size_t i = 0; i < count && (of_doer || of_receiver); ++i) {
    const Slot& slot = slots[i];
    if (slot.preposition == Clauses::none || (of_doer && i == 0 && !slot.nested) || !clauses_.is(slot.preposition, of_receiver ? mark_addressee : mark_agent))
      continue;
    EventParty party = parties_.resolved(clauses_, slot.group, at);
    if (!party.acts() && !(of_receiver && is_region(party))) continue;
    if (roles.has_source(party)) continue;
    roles.add_target(std::move(party));
    return;
  }
  // "Laotian and Chinese guards patrolled the river": they do it with each other
  const auto with_whom = [&](const Slot& slot) { return slot.preposition != Clauses::none && document_.is(clauses_[slot.preposition], class_id::WITH); };
  const auto with = [&](const Slot& slot) { return !slot.nested && with_whom(slot); };
  const bool with_somebody = std::any_of(slots.begin(), slots.begin() + static_cast<std::ptrdiff_t>(count), with);
  if (roles.source_count == 2 && meaning.type == "COOPERATE" && !with_somebody) return;
  // "threatened to bring in soldiers", but "threatened to kill soldiers"
  const bool of_deed_to_people = deed && is_one_of(deed->type, {"ASSAULT", "COERCE", "SANCTION"});
  // "Iran and Iraq exchanged prisoners", "Iran exchanged prisoners with Iraq": these are not whom it is done to
  const bool swaps = meaning.last != Clauses::none && count > 0 && slots[0].preposition == Clauses::none && slots[0].group.head == meaning.last &&
                     document_.is(clauses_[at], class_id::MUTUAL_VERB);
  const bool third = count > 1 && with(slots[1]) && clauses_.is(slots[1].group.head, mark_animate | mark_name);  // not "with the help of Oman"
  if (swaps && roles.source_count > 1 && !third) return;
  const bool swapped = swaps && with_somebody;
  std::optional<EventParty> fallback;
  bool fallback_located = false;
  bool fallback_suffers = false;
  bool fallback_means = false;  // "put its forces on alert"
  bool aside = false;
  const Group* taken = nullptr;
  for (std::size_t i = 0; i < count; ++i) {
    const Slot& slot = slots[i];
    if (!slot.nested && is_circumstance(slot)) break;
    if (swapped && i == 0) continue;
    // "dismissed him as chairman"; but "dismissed as inadequate | a plan"
    const bool as = slot.preposition != Clauses::none && document_.is(clauses_[slot.preposition], class_id::PREDICATIVE);
    const bool behind_as = as && slot.group.first > slot.preposition + 1 && document_.is_at(clauses_.tokens(slot.group).first, class_id::ARTICLE);
    if (as && !behind_as) continue;
    // "complained to the UN | about Israel" accuses Israel
    const bool to_country = fallback && is_region(*fallback);  // but "protested to Poland | over Ukraine"
    const bool of_object = meaning.type != "ACCUSE" || slots[0].preposition == Clauses::none || to_country;
    if (i > 0 || meaning.type == "CONSULT")
      aside = (of_object && opens_aside(slot, meaning)) || (aside && stays_within(slot) && !(meaning.type == "AGREE" && with_whom(slot)));
    if (aside || (i > 0 && slots[0].preposition == Clauses::none && is_content(slot, meaning))) continue;
    // "left Baghdad | for Amman"
    if (meaning.mode == "visit" && i == 0 && slot.preposition == Clauses::none && document_.is(clauses_[at], class_id::DEPART_VERB)) continue;
    if ((slot.group.head == meaning.last || slot.group.head == meaning.noun || slot.group.head == meaning.object) && !is_sufferer(slot, meaning)) {
      // what the frame names is no target, but whose it is may be one
      EventParty owner = parties_.party(clauses_, slot.group);
      // "reimposed UN sanctions | on Iran": whose they are is told beside whom they hit
      const bool on = i + 1 < count && slots[i + 1].preposition != Clauses::none && document_.is(clauses_[slots[i + 1].preposition], class_id::REPORT_LINK) &&
                      !clauses_.is(slots[i + 1].preposition, mark_genitive);
      if (meaning.type == "SANCTION" && owner.kind == EventParty::Kind::holder && on) continue;
      // "turned down the cabinet's request"
      const bool body =
          (meaning.type == "CONCEDE" || (meaning.type == "REJECT" && slot.preposition == Clauses::none)) && parties_.owner_of(clauses_, slot.group).acts();
      const bool country = document_.is(clauses_[slot.group.head], class_id::COUNTRY_NAME);      // "suspended operations in Russia"
      const bool seat = parties_.seat_of(clauses_, slot.group).kind == EventParty::Kind::place;  // "Pyongyang's demand"
      if ((owner.kind != EventParty::Kind::holder && owner.kind != EventParty::Kind::place && !body && !country && !seat) || roles.has_source(owner)) continue;
    }
    // "rejected a government plan | to send soldiers", "marched against the government's plan | to sell the port": whose plan it is
    if (is_one_of(meaning.type, {"REJECT", "PROTEST"}) && slot.nested && fallback && fallback->acts() && clauses_.is(slot.verb, mark_infinitive)) continue;
    if (slot.preposition != Clauses::none && clauses_.is(slot.preposition, mark_agent) && i == 0) continue;
    if (of_receiver && is_gift(slot)) continue;
    if (meaning.type == "AGREE" && slot.nested && slot.preposition != Clauses::none && document_.is(clauses_[slot.preposition], class_id::ORIGIN_MARK))
      continue;
    if (is_manner(slot) || is_framework(slot) || (meaning.type == "THREATEN" && is_threatener(slot))) continue;
    if (is_one_of(meaning.type, {"SUPPORT", "ACCUSE"}) && is_quoted_description(slot, at)) break;
    if (meaning.type == "PROTEST" && i > 0 && is_support(slot)) continue;
    // "accusing them | of separatist activities"
    if (meaning.type == "ACCUSE" && i > 0 && slots[0].preposition == Clauses::none && clauses_.is(slots[0].group.head, mark_pronoun)) break;
    if (meaning.type == "REQUEST" && is_of_what_is_asked(slot, slots[0])) break;
    const bool document = document_.is(clauses_[at], class_id::DOCUMENT_VERB);
    if ((document || is_one_of(meaning.type, {"AGREE", "CONSULT", "COOPERATE", "REQUEST"}) || meaning.mode == "meet") && slot.nested &&
        is_agent_of_participle(slot))
      break;
    if (is_one_of(meaning.type, {"THREATEN", "AGREE"}) && slot.nested && !of_deed_to_people && !with_whom(slot) &&
        document_.is(clauses_[slot.group.head], class_id::TROOPS))
      continue;
    EventParty party = parties_.resolved(clauses_, slot.group, at);
    if (meaning.type == "ACCUSE" && slot.preposition == Clauses::none) leave_charge(slot.group, party);
    // "signed his commission | in the Oval Office"
    const bool apart = slot.preposition == Clauses::none ? party.kind == EventParty::Kind::people
                                                         : document_.is(clauses_[slot.preposition], class_id::LOCATIVE) && !is_region(party);
    if (apart && document) break;
    bool owned = false;
    const bool ownable = !slot.nested && (slot.preposition == Clauses::none || is_one_of(meaning.type, {"PROTEST", "REJECT", "CONCEDE"}));
    if (ownable && party.kind == EventParty::Kind::thing && meaning.type != "ASSAULT" && meaning.type != "COERCE") {
      EventParty owner = parties_.owner_of(clauses_, slot.group);  // "a government offer"
      if (!owner.acts()) {
        owner = parties_.seat_of(clauses_, slot.group);  // "Beijing's offer"
        if (owner.kind == EventParty::Kind::place) owner.kind = EventParty::Kind::holder;
      }
      if (owner.acts()) party = std::move(owner), owned = true;
    }
    if (meaning.type == "REQUEST" && i == 0 && slot.preposition == Clauses::none && takes_person(at)) {
      const bool asked_to = clauses_.is(slot.group.head + std::size_t{1}, mark_infinitive);
      const bool deed = clauses_.is(slot.group.head, mark_event_noun);                                        // "demanded a deal to free them"
      if (party.kind == EventParty::Kind::thing && asked_to && !deed) party.kind = EventParty::Kind::people;  // "urged other countries to help"
      if (clauses_.is(slot.group.head, mark_pronoun) && party.kind <= EventParty::Kind::pronoun) return;      // "asked anyone to call the police"
    }
    if (meaning.type == "AGREE" && slot.clause && i == 0 && slot.preposition == Clauses::none) continue;   // "promised that | Turkey would stand by Oman"
    if (meaning.mode == "disapprove" && slots[0].clause && slots[0].preposition == Clauses::none) break;   // "fired back that | the voters knew"
    if (meaning.type == "REQUEST" && slots[0].clause && slot.nested && slots[0].verb != slot.verb) break;  // "insisted that it must be made | public"
    if (is_compound(slot.group) || is_means(slot, meaning)) continue;
    if (of_deed && !(slot.preposition != Clauses::none && clauses_.is(slot.preposition, mark_agent)) &&
        !(i == 0 && party.kind == EventParty::Kind::holder && clauses_.tokens(slot.group).holds(party.tokens)))
      continue;
    if (party.kind <= EventParty::Kind::pronoun && !(party.kind == EventParty::Kind::thing && slot.preposition == Clauses::none && !slot.nested)) continue;
    if (roles.has_source(party)) continue;
    if (meaning.type == "REQUEST" && i > 0 && slots[0].preposition == Clauses::none && clauses_.is(slots[0].group.head, mark_pronoun) &&
        slot.preposition != Clauses::none && clauses_.is(slot.preposition, mark_addressee) && is_region(party))
      continue;  // "invited her to Lima"
    const bool object = slot.preposition == Clauses::none;
    const bool addressee = meaning.type == "ACCUSE" && !object && clauses_.is(slot.preposition, mark_addressee);
    const bool locative = !object && document_.is(clauses_[slot.preposition], class_id::LOCATIVE);
    const bool located = (locative || (!object && is_beside(slot.preposition))) && is_region(party);
    // "opposed the plan | at the Labour Office": where they said so
    const bool framed = !object && slot.preposition == meaning.last;  // "pointed the finger | at the rebels"
    if (locative && !framed && i > 0 && slots[0].preposition == Clauses::none && is_one_of(meaning.type, {"ACCUSE", "REJECT"}) && !parties_.is_person(party))
      continue;
    // "a night of haggling | at the Labour Office"
    if (locative && meaning.type == "CONSULT" && meaning.mode != "visit" && clauses_.is(at, mark_gerund)) continue;
    // "received the visitors | at the Labour Office"
    if (locative && fallback && fallback->kind == EventParty::Kind::people && meaning.type == "CONSULT" && !parties_.is_person(party)) continue;
    party.loose = owned || slot.nested || (!object && stays_within(slot));
    const bool told = is_one_of(meaning.type, {"ACCUSE", "REQUEST", "THREATEN", "SUPPORT", "SANCTION", "REJECT"});
    const bool asked =
        told && party.kind == EventParty::Kind::place &&
        ((object && i == 0) || (meaning.type == "REQUEST" && clauses_.is(slot.group.head + std::size_t{1}, mark_infinitive)));  // "urged Ottawa to"
    const bool weak = (owned && meaning.type != "CONCEDE") || (party.kind < EventParty::Kind::holder && !asked) || addressee || located ||
                      (means && object && meaning.type != "CONSULT" && party.kind == EventParty::Kind::people);
    if (weak && !(party.kind == EventParty::Kind::place && meaning.mode == "visit")) {
      const bool stays = located && (fallback_suffers || (fallback && fallback->kind == EventParty::Kind::place));  // "stormed a post in Ayacucho"
      if (!fallback || (party.kind > fallback->kind && !stays)) {
        fallback_suffers =
            (object || !located) && i == 0 && is_one_of(meaning.type, {"ASSAULT", "COERCE"}) && !clauses_.is(slot.group.head + std::size_t{1}, mark_genitive);
        fallback_means = means && object && party.kind == EventParty::Kind::people;
        fallback = std::move(party);
        fallback_located = located;
      }
      continue;
    }
    roles.scene = !object && roles.source_count == 0 && !clauses_.is(at, mark_passive);
    // those side by side with it are targets too: "killed a soldier and two policemen"
    roles.add_target(std::move(party));
    taken = &slot.group;
    for (std::size_t k = i + 1;
         k < count && slots[k].preposition == slot.preposition && slots[k].nested == slot.nested && are_joined(taken->head, slots[k].group.first); ++k) {
      EventParty other = parties_.resolved(clauses_, slots[k].group, at);
      const bool seat = asked && other.kind == EventParty::Kind::place;  // "warned Paris and Rome"
      if ((other.acts() || seat) && !roles.has_source(other)) roles.add_target(std::move(other));
      taken = &slots[k].group;
    }
    return;
  }
  if (!fallback || (meaning.type == "MOBILIZE" && fallback_means)) return;
  const bool scene = is_region(*fallback) && fallback_located;  // where it happens is not whom it is done to
  // but roads are blocked and shops looted at somebody's cost: theirs who live there
  const bool suffers = meaning.mode == "obstruct" || meaning.mode == "riot";
  const bool mutual = is_mutual(meaning.type) || document_.is(clauses_[at], class_id::MUTUAL_VERB);
  if (scene && ((mutual && (roles.source_count > 1 || !is_mutual(meaning.type))) || (meaning.type == "PROTEST" && !suffers) || meaning.mode == "ceasefire"))
    return;
  if (fallback->kind == EventParty::Kind::place && meaning.type == "CONSULT" && meaning.mode != "visit") return;
  if (fallback->kind != EventParty::Kind::thing || is_one_of(meaning.type, {"ASSAULT", "COERCE"})) {
    roles.add_target(std::move(*fallback));
    roles.scene = scene;
  }
}

// Does a verb of asking name who is asked: "urged A to X"?
bool EventFilling::takes_person(std::size_t at) const {
  const lexicon::Lexicon& lexicon = document_.grammar->lexicon();
  const std::uint32_t takes = use_of(lexicon, clauses_[at].word, class_id::REPORT_VERB).takes;
  if ((takes & takes_person_to) == 0) return false;
  const auto verb = lexicon.entry(clauses_[at].word, class_id::REPORT_VERB);
  return (takes & takes_topic) == 0 || verb->term().find(' ') == std::string_view::npos;  // not "called for efforts to help"
}

// Does nothing but a comma and "and" stand between?
bool EventFilling::are_joined(std::size_t left, std::size_t right) const {
  if (right > left + 3) return false;
  for (std::size_t i = left + 1; i < right; ++i) {
    if (clauses_.is(i, mark_verb | mark_subordinator | mark_relative)) return false;
  }
  return true;
}

// "attacked the post | with drones": with what it is done; "condemned shelling | of Zakho": who suffers what one condemns.
bool EventFilling::is_means(const Slot& slot, const EventMeaning& meaning) const {
  if (meaning.type == "ACCUSE" && slot.nested && clauses_.is(slot.verb, mark_gerund) && clauses_.is(slot.verb + 1, mark_genitive))
    return slot.preposition == Clauses::none || !clauses_.is(slot.preposition, mark_agent);
  if (clauses_.is(slot.group.head, mark_animate) && !document_.is(clauses_[slot.group.head], class_id::WEAPON)) return false;  // "clashed with fighters"
  return meaning.type == "ASSAULT" && slot.preposition != Clauses::none && !clauses_.is(slot.preposition, mark_adverb) &&
         !document_.is(clauses_[slot.preposition], class_id::LOCATIVE) &&
         (document_.is(clauses_[slot.group.head], class_id::WEAPON) || document_.is(clauses_[slot.group.head], class_id::ARMAMENT));
}

// "a U.N.-brokered agreement": a name that a hyphen joins to what follows is no party.
bool EventFilling::is_compound(Group group) const {
  const std::size_t word = group.head + std::size_t{2};
  return clauses_.is(word, mark_participle) && clauses_[word].first == clauses_[group.head].end + 1 && !document_.tokens[clauses_[word].first].space_before;
}

// "accused the ministry | of fraud", but "accused members of the party": of a thing one is charged with.
void EventFilling::leave_charge(Group group, EventParty& party) const {
  const Stretch own = clauses_.tokens(group);
  if (party.kind != EventParty::Kind::people || party.words.end <= own.end) return;
  const std::size_t charge = group.head + std::size_t{2};
  if (clauses_.is(charge, mark_noun) && clauses_.is(clauses_.group_from(charge).head, mark_animate | mark_name)) return;
  party.words.end = party.tokens.end = own.end;
}

// "an agreement | on patrols", "a protest | over an attack on Chitral": what it is about, with all that stands within.
bool EventFilling::opens_aside(const Slot& slot, const EventMeaning& meaning) const {
  if (slot.nested || slot.preposition == Clauses::none || clauses_.is(slot.preposition, mark_genitive)) return false;
  const bool topic = document_.is(clauses_[slot.preposition], class_id::TOPIC_PREPOSITION);
  const bool link = document_.is(clauses_[slot.preposition], class_id::TOPIC_LINK);
  const bool named = slot.group.head == meaning.noun || slot.group.head == meaning.last || slot.group.head == meaning.object;
  if (meaning.type == "CONSULT" && !named && clauses_.is(slot.group.head, mark_event_noun)) return true;  // "met during a summit | of the bloc"
  if (is_mutual(meaning.type)) return topic;
  if (meaning.type == "REQUEST") return link;
  return is_one_of(meaning.type, {"ACCUSE", "REJECT"}) && topic && link;
}

bool EventFilling::stays_within(const Slot& slot) const {
  if (slot.preposition == Clauses::none) return true;
  return clauses_.is(slot.preposition, mark_genitive) || document_.is(clauses_[slot.preposition], class_id::LOCATIVE) ||
         document_.is(clauses_[slot.preposition], class_id::TOPIC_PREPOSITION);
}

// "accused the ministry | of arming the rebels", "rejected the claim | that Canada had dumped steel": behind an object, what
// is said of it.
bool EventFilling::is_content(const Slot& slot, const EventMeaning& meaning) const {
  if (meaning.type == "REJECT") return slot.clause;
  if (!slot.nested) return false;
  // "forced the villagers | to flee to Chad"; but "seized property | belonging to a bank"
  const bool owner =
      slot.preposition != Clauses::none && clauses_.is(slot.preposition, mark_agent | mark_addressee) && !clauses_.is(slot.verb, mark_infinitive);
  return meaning.type == "ACCUSE" || (meaning.type == "COERCE" && !owner);
}

// "captured three soldiers": those whom the frame names are whom it is done to, unless they are what is sent or pledged.
bool EventFilling::is_sufferer(const Slot& slot, const EventMeaning& meaning) const {
  if (slot.group.head == meaning.noun) return false;
  // "pulled out of the court"
  if (slot.preposition != Clauses::none && meaning.mode == "withdraw" && meaning.type == "SANCTION" &&
      document_.is(clauses_[slot.group.head], class_id::ORGANIZATION_NAME))
    return true;
  // "handed in their rifles to observers"
  if (slot.preposition != Clauses::none && meaning.type == "RETREAT" && clauses_.is(slot.preposition, mark_addressee))
    return clauses_.is(slot.group.head, mark_animate | mark_name);
  if (slot.preposition != Clauses::none)  // "clashed with police", "a ban on officials"
    return clauses_.is(slot.group.head, mark_animate) && is_one_of(meaning.type, {"ASSAULT", "COERCE", "SANCTION", "PROTEST"});
  if (meaning.type == "CONSULT" && clauses_.is(slot.group.head, mark_name)) return true;  // "hosted the president": not one that is sent
  const std::size_t governor = clauses_.before(slot.group.first);                         // "received a Laotian delegation", not "sent a delegation"
  if (meaning.type == "CONSULT" && governor != Clauses::none && document_.is(clauses_[governor], class_id::RECEIVE_VERB) &&
      !clauses_.is(slot.group.head, mark_counted))
    return true;
  if (uses_people(meaning)) return false;
  if (meaning.type == "CONCEDE" && clauses_.is(slot.group.head, mark_event_noun)) return false;  // "dropped its opposition"
  if (meaning.type == "AID" && document_.is(clauses_[slot.group.head], class_id::SUPPLIES)) return false;
  // "overran the town", "torched a police post"
  static constexpr lexicon::ClassSet assets =
      lexicon::set_of({class_id::ASSET, class_id::PLACE_NOUN, class_id::PLACE_KIND, class_id::PLACE_HEAD, class_id::INSTITUTION});
  if ((meaning.type == "ASSAULT" || meaning.mode == "seize") && document_.grammar->classes(clauses_[slot.group.head]).meets(assets)) return true;
  return clauses_.is(slot.group.head, mark_animate | mark_name);
}

// "warned that | Russia would retaliate": who does what is threatened.
bool EventFilling::is_threatener(const Slot& slot) {
  const std::size_t verb = slot.clause && slot.preposition == Clauses::none ? clauses_.after(slot.group.head) : Clauses::none;
  if (!clauses_.is_finite(verb) || clauses_.is(verb, mark_passive) || !clauses_.is(verb, mark_event_verb)) return false;
  const auto deed = frames_.of_verb(clauses_, sentence_, verb, {}, false);
  return deed && is_hostile(deed->type);
}

// "seized a freighter | off Crete"; but "suspended aid | to Honduras", "drove a bus | into soldiers"
bool EventFilling::is_beside(std::size_t preposition) const {
  const auto entry = document_.grammar->lexicon().entry(clauses_[preposition].word, class_id::PLACE_PREPOSITION);
  return entry && (*entry)[lexicon::Column::value] == "2";
}

// "in public": a bare word for people behind a preposition of place is nobody.
bool EventFilling::is_manner(const Slot& slot) const {
  if (slot.preposition == Clauses::none || !document_.is(clauses_[slot.preposition], class_id::LOCATIVE)) return false;
  const Element& head = clauses_[slot.group.head];
  return slot.group.first == slot.group.head && head.end == head.first + 1 && !clauses_.is(slot.group.head, mark_name | mark_pronoun) &&
         document_.is(head, class_id::NOUN_SINGULAR) && !document_.is(head, class_id::NOUN_PLURAL);
}

// "sent crews | under the Union's mechanism": by whose rules something is done is not whom it is done to.
bool EventFilling::is_framework(const Slot& slot) const {
  return slot.preposition != Clauses::none && document_.is(clauses_[slot.preposition], class_id::FRAMEWORK);
}

// "directed | the eviction of families", "demanded a deal | to free the hostages": who suffers what is asked for is not asked.
bool EventFilling::is_of_what_is_asked(const Slot& slot, const Slot& first) const {
  const bool thing = first.preposition == Clauses::none && !first.nested && !clauses_.is(first.group.head, mark_animate | mark_name | mark_pronoun);
  if (thing && slot.nested && clauses_.is(first.group.head, mark_event_noun) && clauses_.is(slot.verb, mark_infinitive) &&
      clauses_.before(slot.verb) == first.group.head)
    return true;
  const bool of = slot.preposition != Clauses::none && slot.preposition > 0 && clauses_.is(slot.preposition, mark_genitive);
  const std::size_t deed = of ? slot.preposition - 1 : slot.group.head;
  if (!clauses_.is(deed, mark_noun) || !clauses_.is(deed, mark_event_noun) || !clauses_.is(deed + 1, mark_genitive)) return false;
  const auto meaning = frames_.of_word(clauses_[deed], class_id::EVENT_NOUN);
  return meaning && is_one_of(meaning->type, {"ASSAULT", "COERCE", "SANCTION"});
}

// "staged a sit-in | in support of their teachers"
bool EventFilling::is_support(const Slot& slot) const {
  if (slot.preposition == Clauses::none || !clauses_.is(slot.group.head, mark_event_noun)) return false;
  const auto meaning = frames_.of_word(clauses_[slot.group.head], class_id::EVENT_NOUN);
  return meaning && meaning->type == "SUPPORT";
}

// "paid tribute to “a creative force and a visionary”": in somebody's words what somebody is, and not who.
bool EventFilling::is_quoted_description(const Slot& slot, std::size_t at) const {
  const std::uint32_t first = clauses_.tokens(slot.group).first;
  return document_.is_at(first, class_id::ARTICLE) && !document_.is_at(first, class_id::DEFINITE) &&
         document_.quotation_of(first) != document_.quotation_of(clauses_[at].first);
}

// "signed the accord in a ceremony | witnessed by the president"
bool EventFilling::is_agent_of_participle(const Slot& slot) const {
  return slot.preposition != Clauses::none && clauses_.is(slot.preposition, mark_agent) && slot.verb != Clauses::none && clauses_.is_passive(slot.verb) &&
         clauses_.after(slot.verb) == slot.preposition;
}

// "closed the crossing | after clashes between the two armies": what went on around the deed has other parties.
bool EventFilling::is_circumstance(const Slot& slot) const {
  return slot.preposition != Clauses::none && document_.is_at(clauses_[slot.preposition].end - 1, class_id::CIRCUMSTANCE);
}

// "contributed 350 soldiers", "sent 50 doctors from Brussels": what is given, and where it comes from.
bool EventFilling::is_gift(const Slot& slot) const {
  if (slot.preposition != Clauses::none)
    return document_.is(clauses_[slot.preposition], class_id::ORIGIN_MARK) || (slot.nested && clauses_.is(slot.preposition, mark_agent));
  const bool supplies = document_.is(clauses_[slot.group.head], class_id::SUPPLIES);
  if (slot.nested && supplies) return true;  // "offered to send divers"
  return clauses_.is(slot.group.head, mark_counted) && (supplies || document_.is(clauses_[slot.group.head], class_id::TROOPS));
}

bool EventFilling::is_region(const EventParty& party) const {
  if (party.kind == EventParty::Kind::place) return true;
  return party.kind == EventParty::Kind::named && party.actor != 0 && cast_.actors[party.actor - 1].kind == ActorKind::country;
}

void EventFilling::find_sides(Group subject, std::size_t at, const EventMeaning& meaning, EventRoles& roles) {
  // "Support for Taiwan was voiced by the premier of Malta": what it is for stands nearer than what follows the doer
  std::size_t next = subject.head + std::size_t{1};
  if (clauses_.is(next, mark_conjunction) && clauses_.is(next + 1, mark_noun)) next = clauses_.group_from(next + 1).head + std::size_t{1};
  const bool nearer =
      clauses_.is(next, mark_preposition) && !clauses_.is(next, mark_genitive | mark_agent) && !document_.is(clauses_[next], class_id::LOCATIVE);
  if (nearer) read_subject_phrases(subject, at, meaning, roles);
  if (roles.target_count == 0) find_targets(at, meaning, roles);
  if (!nearer) read_subject_phrases(subject, at, meaning, roles);
  if (roles.target_count > 0 || meaning.type != "SANCTION") return;
  EventRoles owner;  // "Fiji's membership was suspended"
  add_met(owner, subject, at);
  if (owner.target_count > 0 && owner.targets[0].acts()) roles.add_target(std::move(owner.targets[0]));
}

void EventFilling::find_receiver(std::size_t at, EventRoles& roles) const {
  std::array<Slot, most_slots> slots;
  const std::size_t count = slots_from(clauses_, at, false, false, slots);
  for (std::size_t i = 0; i < count; ++i) {
    const Slot& slot = slots[i];
    if (slot.nested || slot.preposition == Clauses::none || !clauses_.is(slot.preposition, mark_addressee)) continue;
    EventParty party = parties_.resolved(clauses_, slot.group, at);
    if ((!party.acts() && !is_region(party)) || roles.has_source(party)) continue;
    roles.add_target(std::move(party));
    return;
  }
}

// "officials from Peru and Chile met": Peru and Chile did.
bool EventFilling::add_sides(Group subject, EventRoles& roles) const {
  const std::size_t link = subject.head + std::size_t{1};
  if (!clauses_.is(subject.head, mark_animate) || !document_.is(clauses_[subject.head], class_id::NOUN_PLURAL)) return false;
  if (!clauses_.is(link, mark_genitive) && !(clauses_.is(link, mark_preposition) && document_.is(clauses_[link], class_id::ORIGIN_MARK))) return false;
  EventRoles sides;
  // "and Chile" may belong to the officials, too: then these and Chile met, and Peru's they are all the same
  for (std::size_t at = link + 1; sides.source_count < Groups::limit && clauses_.is(at, mark_noun);) {
    const Group group = clauses_.group_from(at);
    at = group.head + std::size_t{1};
    while (clauses_.is(at, mark_comma | mark_conjunction)) ++at;
    EventParty party = parties_.party(clauses_, group);
    const bool body = party.kind == EventParty::Kind::named && party.actor != 0 && cast_.actors[party.actor - 1].kind != ActorKind::person;
    if (!body || sides.has_source(party)) return false;
    sides.add_source(std::move(party));
  }
  if (sides.source_count < 2) return false;
  for (std::size_t i = 0; i < sides.source_count; ++i) roles.add_source(std::move(sides.sources.at(i)));
  return true;
}

// "shelling by the army killed three": the army killed them.
void EventFilling::add_doer(Group deed, std::size_t at, EventRoles& roles) const {
  std::size_t first = deed.head + std::size_t{1};
  if (clauses_.is(first, mark_participle) && clauses_.is(first + 1, mark_agent)) ++first;  // "Rockets fired by the rebels hit"
  for (std::size_t i = first; i + 1 < at && clauses_.is(i, mark_preposition) && clauses_.is(i + 1, mark_noun);) {
    const Group group = clauses_.group_from(i + 1);
    if (clauses_.is(i, mark_agent)) {
      add_source(roles, group, at);
      return;
    }
    i = group.head + std::size_t{1};
  }
}

// "sanctions against Iraq were lifted", "a visit by the minister was cancelled": the sides stand before the verb.
void EventFilling::read_subject_phrases(Group subject, std::size_t at, const EventMeaning& meaning, EventRoles& roles) const {
  for (std::size_t i = subject.head + std::size_t{1}; i + 1 < at && clauses_.is(i, mark_preposition) && clauses_.is(i + 1, mark_noun);) {
    const Groups groups = clauses_.groups_from(i + 1);
    for (const Group& group : groups) {
      // "the pullback of troops was completed"
      const bool doer = clauses_.is(i, mark_agent) || (meaning.mode == "withdraw" && clauses_.is(i, mark_genitive));
      if (doer && roles.source_count == 0)
        add_source(roles, group, at);
      else if (!doer && roles.target_count == 0)
        add_target(roles, group, at, false);
    }
    i = groups[groups.size() - 1].head + std::size_t{1};
  }
}

// "Two journalists were sentenced to twelve years in North Korea": by North Korea.
void EventFilling::add_state(std::size_t at, EventRoles& roles) const {
  std::array<Slot, most_slots> slots;
  const std::size_t count = slots_from(clauses_, at, false, false, slots);
  for (std::size_t i = 0; i < count; ++i) {
    const Slot& slot = slots[i];
    if (slot.nested || slot.preposition == Clauses::none) continue;
    const bool from = document_.is(clauses_[slot.preposition], class_id::ORIGIN_MARK);  // "deported from Algeria"
    if (!from && !document_.is(clauses_[slot.preposition], class_id::LOCATIVE)) continue;
    EventParty party = parties_.party(clauses_, slot.group);
    if (party.kind != EventParty::Kind::named || !is_region(party)) continue;
    roles.add_source(std::move(party));
    return;
  }
}

// Is a thing that acts an attack, a weapon or the like?
bool EventFilling::is_deed(Group group) const {
  if (document_.is(clauses_[group.head], class_id::WEAPON) || document_.is(clauses_[group.head], class_id::ATTEMPT_NOUN)) return true;
  if (!clauses_.is(group.head, mark_event_noun)) return false;
  const auto meaning = frames_.of_word(clauses_[group.head], class_id::EVENT_NOUN);
  return meaning && is_one_of(meaning->type, {"ASSAULT", "COERCE"});
}

// "condemned the shelling of": what follows is a deed, told by its verb.
bool EventFilling::is_deed_done(std::size_t at) {
  const std::size_t next = clauses_.after(at);
  if (!clauses_.is(next, mark_gerund) || !clauses_.is(next, mark_event_verb) || !clauses_.is(next + 1, mark_genitive)) return false;
  const auto deed = frames_.of_verb(clauses_, sentence_, next, {}, false);
  return deed && deed->type == "ASSAULT";
}

// What the infinitive or gerund right behind a verb or adjective tells: "vowed | to punish", "is considering | cutting".
std::optional<EventMeaning> EventFilling::deed_of(std::size_t at) {
  const std::size_t next = clauses_.after(at);
  if (!clauses_.is(next, mark_infinitive | mark_gerund) || !clauses_.is(next, mark_event_verb)) return std::nullopt;
  return frames_.of_verb(clauses_, sentence_, next, {}, false);
}

}  // namespace gazette::facts

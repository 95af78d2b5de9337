#include "facts/casualties_attribution.h"

#include <algorithm>
#include <cmath>

#include "facts/nearness.h"
#include "lexicon/cell.h"
#include "lexicon/classes.h"

namespace gazette::facts {

namespace class_id = lexicon::class_id;

// Who can claim: an actor, or a noun for persons or bodies; not "it", not "the total".
bool ClaimAttribution::can_claim(const Clause& clause, std::size_t group) const {
  if (!clause.is(group, class_id::NOUN_GROUP) || clause.is(group, class_id::HARM_NOUN)) return false;
  if (cast_.actor_of(Document::stretch(clause[group])) != 0) return true;
  for (const ClassId id :
       {class_id::GROUP_NOUN, class_id::PERSON_NOUN, class_id::ROLE, class_id::INSTITUTION, class_id::MEDIA, class_id::REPORT_NOUN, class_id::MEDIUM}) {
    if (clause.is(group, id)) return true;
  }
  return false;
}

// The subject of a verb of claiming before the claim in its clause; the source behind "according to"; the subject of a
// verb of claiming that follows the claim: "12 were hurt, officials said".
std::size_t ClaimAttribution::source_of(const Clause& clause, Stretch claim) const {
  std::size_t subject = Clause::none;
  std::size_t i = 1;
  // "Residents demonstrated after a student was killed": what is told when is not what is told.
  std::size_t opening = clause.from_token(claim.first);
  while (opening > 0 && clause.transparent(opening - 1)) --opening;
  const bool adverbial = opening > 0 && clause.is(opening - 1, class_id::SUBORDINATOR) && !clause.is(opening - 1, class_id::CLAUSE_BREAK);
  bool counted = false;
  for (; !adverbial && i < clause.size() && clause[i].first < claim.first; ++i) {
    if (counted && clause.is(i, class_id::COMPLEMENTIZER)) subject = Clause::none;  // "officers were counting bodies and | that the toll could rise"
    if (!clause.is(i, class_id::VERB_GROUP) || clause.is(i, class_id::HARM_VERB) || clause.is(i, class_id::HARM_ADJECTIVE)) continue;
    // "The police put the number of the dead at four"
    const bool puts = clause.is(i, class_id::FIGURE_VERB);
    const bool revises = clause.is(i, class_id::REVISE_VERB);  // "The office raised the death toll to 21"
    if ((puts || revises) && clause.is(i, class_id::ACTIVE) && clause[i + 1].first <= claim.first &&
        ((clause.is(i, class_id::COUNT_VERB) && clause[i + 1].first == claim.first) || clause.is(i + 1, class_id::HARM_NOUN) ||
         clause.is(i + 1, class_id::HARM_ADJECTIVE) || clause.is(i + 1, class_id::FIGURE_NOUN))) {
      const std::size_t far = puts ? clause.subject(i) : Clause::none;
      const std::size_t who = can_claim(clause, i - 1) ? i - 1 : far;
      const bool place = clause.is(who, class_id::COUNTRY_NAME) || clause.is(who, class_id::PLACE_NAME);  // "that struck Peru on Monday raised the toll"
      if (who != Clause::none && can_claim(clause, who) && (puts || !place)) subject = who, counted = true;
      continue;
    }
    if (!clause.is(i, class_id::REPORT_VERB)) {
      if (!clause.is(i, class_id::COPULA)) subject = Clause::none;  // another clause
      continue;
    }
    const auto verb = document_.grammar->lexicon().entry(clause[i].word, class_id::REPORT_VERB);
    if (verb && presupposes((*verb)[lexicon::Column::act])) continue;                // "attacked the border": nobody says anything
    if (clause.is(i, class_id::PASSIVE) && !clause.is_bare_participle(i)) continue;  // "Eight people were reported killed"
    if (can_claim(clause, i - 1)) {
      subject = i - 1;
    } else if (clause.is(i - 1, class_id::COMMA) && can_claim(clause, i + 1) && clause.is(i + 2, class_id::COMMA)) {
      subject = i + 1;  // "…, reported officials, with 25 others injured"
    } else if (const std::size_t far = clause.subject(i);
               clause.is(i, class_id::ACTIVE) && can_claim(clause, far) &&
               (clause.is(i - 1, class_id::COMMA) || clause.is(far, class_id::REPORT_NOUN) || clause.is(far, class_id::PERSON_NOUN))) {
      subject = far;  // "The agency, which runs the port, reported", "A report from the ministry at the weekend said"
    }
  }
  if (subject != Clause::none) return subject;
  for (i = 0; i + 1 < clause.size(); ++i) {
    if (clause.is(i, class_id::SOURCE_PREPOSITION) && can_claim(clause, i + 1)) return i + 1;
    if (clause.is(i, class_id::SOURCE_PREPOSITION) && clause.is(i + 2, class_id::PREPOSITION) && can_claim(clause, i + 3))
      return i + 3;  // "according to data from …"
    const bool opens = i == 0 || clause.is(i - 1, class_id::COMMA) || clause.is(i - 1, class_id::CONJUNCTION);
    if (opens && clause.is(i, class_id::AGENT_MARK) && clause[i].first < claim.first && can_claim(clause, i + 1) && !is_agent(clause, i + 1))
      return i + 1;  // "by early reports"
  }
  for (i = 0; i + 2 < clause.size(); ++i) {
    if (clause[i].first < claim.end || !clause.is(i, class_id::COMMA)) continue;
    const auto reports = [&](std::size_t at) {
      return clause.is(at, class_id::VERB_GROUP) && clause.is(at, class_id::REPORT_VERB) && clause.is(at, class_id::ACTIVE);
    };
    if (can_claim(clause, i + 1) && reports(i + 2)) return i + 1;
    if (reports(i + 1) && can_claim(clause, i + 2) && !in_aside(clause, claim)) return i + 2;
  }
  return Clause::none;
}

// "Munyi, who was slightly hurt, said her husband had drowned": what reports is the verb of her whom the aside is about.
bool ClaimAttribution::in_aside(const Clause& clause, Stretch claim) {
  constexpr std::size_t longest = 12;
  std::size_t i = clause.from_token(claim.end - 1);
  for (std::size_t k = i; k <= i + 4; ++k) {
    if (clause.is(k, class_id::COMMA) && clause.is(k + 1, class_id::RELATIVE)) return true;
  }
  for (std::size_t steps = 0; i > 1 && steps < longest; --i, ++steps) {
    if (clause.is(i, class_id::RELATIVE)) return clause.is(i - 1, class_id::COMMA);
    if (clause.is(i, class_id::COMMA)) return false;
  }
  return false;
}

// Somebody who acts rather than tells.
bool ClaimAttribution::is_agent(const Clause& clause, std::size_t group) const {
  for (const ClassId id : {class_id::VICTIM, class_id::PERSON_NOUN, class_id::ACTOR_NOUN, class_id::INSTITUTION}) {
    if (clause.is(group, id)) return true;
  }
  return cast_.actor_of(Document::stretch(clause[group])) != 0;
}

// "data from the ministry", "a report by the UN": whose data.
std::size_t ClaimAttribution::owner_of(const Clause& clause, std::size_t group) const {
  const bool telling = clause.is(group, class_id::REPORT_NOUN) || clause.is(group, class_id::MEDIUM);
  if (!telling || !clause.is(group + 1, class_id::PREPOSITION) || !clause.is(group + 2, class_id::NOUN_GROUP)) return group;
  const Id actor = cast_.actor_of(Document::stretch(clause[group + 2]));
  const bool body = actor != 0 && cast_.actors[actor - 1].kind != ActorKind::place && cast_.actors[actor - 1].kind != ActorKind::country;
  return body ? group + 2 : group;
}

// Who promises or demands tells of others' deaths as known: "vowed to act after clashes left eight injured".
bool ClaimAttribution::presupposes(std::string_view act) { return act == "promise" || act == "demand" || act == "ask" || act == "condemn"; }

// Can the quote's speaker claim anything? Not "the total".
bool ClaimAttribution::has_speaker(const Clause& clause, const Quote& quote) const {
  if (quote.speaker_actor != 0 || quote.mention.empty()) return true;
  std::size_t i = clause.size();  // the group that begins last before the mention, or with it
  for (std::size_t step = clause.size(); step > 0; step /= 2) {
    while (i >= step && document_.span(Document::stretch(clause[i - step])).begin > quote.mention.begin) i -= step;
  }
  return i == 0 || document_.span(Document::stretch(clause[i - 1])).end <= quote.mention.begin || can_claim(clause, i - 1);
}

// "deplored a strike in which 22 were killed, | according to the network": the source right behind the claim, whoever else speaks.
std::size_t ClaimAttribution::source_behind(const Clause& clause, Stretch claim) const {
  constexpr std::size_t reach = 8;
  const std::size_t from = clause.from_token(claim.end);
  for (std::size_t i = from; i + 1 < clause.size() && i < from + reach; ++i) {
    if (clause.is(i, class_id::SEMICOLON) || clause.is(i, class_id::CONJUNCTION) || (clause.is(i, class_id::VERB_GROUP) && !clause.is(i, class_id::HARM_VERB)))
      break;
    if (clause.is(i, class_id::SOURCE_PREPOSITION)) return can_claim(clause, i + 1) ? i + 1 : Clause::none;
  }
  return Clause::none;
}

void ClaimAttribution::set_claimant(const Clause& clause, FoundCasualty& claim) const {
  Casualty& row = claim.row;
  row.quote = quote_around(quotes_, claim.tokens);
  if (row.quote != 0 && presupposes(quotes_[row.quote - 1].row.act)) return;
  if (row.quote != 0 && has_speaker(clause, quotes_[row.quote - 1].row)) {
    const Quote& quote = quotes_[row.quote - 1].row;
    row.claimant = quote.speaker;
    row.claimant_actor = quote.speaker_actor;
    if (quote.act == "deny") row.status = "denied";
  } else if (const std::size_t source = source_of(clause, claim.tokens); source != Clause::none) {
    take_claimant(clause, source, row);
  }
  const bool before = row.quote != 0 && !row.claimant.empty() && quotes_[row.quote - 1].mention.end <= claim.tokens.first;
  const std::size_t source = before ? source_behind(clause, claim.tokens) : Clause::none;
  if (source != Clause::none) take_claimant(clause, source, row);
  if (!row.victim_country.empty() || row.claimant_actor == 0) return;
  const Actor& claimant = cast_.actors[row.claimant_actor - 1];
  const bool another = claim.victims.pronoun && claim.victims.singular;  // "Israel confirmed that he was dead"
  if ((claimant.kind == ActorKind::country && !another) || claim.victims.own) row.victim_country = claimant.country;
}

void ClaimAttribution::take_claimant(const Clause& clause, std::size_t source, Casualty& row) const {
  const Stretch tokens = Document::stretch(clause[owner_of(clause, source)]);
  row.claimant_actor = cast_.actor_of(tokens);
  row.claimant = row.claimant_actor != 0 ? cast_.name_of(row.claimant_actor) : document_.words_without_opening(tokens);
}

// Does the date tell when the harm was done? Not the day on which a toll rose, nor that on which somebody spoke of it.
bool ClaimAttribution::dates_harm(const FoundCasualty& claim, Stretch date) const {
  if (claim.tokens.meets(date)) return true;
  if (claim.total) return false;
  const Tape tape = document_.tapes[document_.sentence_of(claim.tokens.first)];
  if (date.first >= claim.tokens.end) {
    // "39 are confirmed dead, officials said, adding that the search ended on Friday"
    for (std::size_t i = element_at(tape, claim.tokens.end); i + 1 < tape.size() && tape[i].first < date.first; ++i) {
      const bool says = document_.is(tape[i], class_id::REPORT_VERB) && document_.is(tape[i], class_id::VERB_GROUP);
      if (says && document_.is(tape[i + 1], class_id::COMPLEMENTIZER) && tape[i + 1].first < date.first) return false;
    }
    return true;
  }
  // "On Friday police said that 12 people had been killed"
  if (claim.row.quote == 0) return true;
  const Stretch cue = quotes_[claim.row.quote - 1].cue;
  const std::size_t day = element_at(tape, date.first);
  const bool opens = std::none_of(tape.begin(), tape.begin() + static_cast<std::ptrdiff_t>(std::min(day, tape.size())),
                                  [&](const Element& element) { return document_.is(element, class_id::VERB_GROUP); });
  const std::size_t verb = opens ? verb_of(document_, tape, day) : no_verb;
  const bool told = verb != no_verb && document_.is(tape[verb], class_id::VERB_PAST);  // "On Friday, police believe, he shot two": he did
  return !told || !cue.meets(Document::stretch(tape[verb])) || cue.first < date.end || claim.tokens.first < cue.end;
}

void ClaimAttribution::set_scene(FoundCasualty& claim) const {
  if (const FoundDate* const date = date_near(dates_, document_, claim.tokens); date != nullptr && dates_harm(claim, date->tokens)) {
    claim.row.date_from = date->row.from;
    if (!opens_stretch(document_, *date)) claim.row.date_to = date->row.to;
  }
  // "nine died in Panama, | ten in Costa Rica": where those died stands right behind their number
  const std::uint32_t behind = claim.victims.tokens.end;
  constexpr std::uint32_t article = 2;  // "in the Netherlands"
  const auto own = [&](const PlaceMention& place) { return place.tokens.first > behind && place.tokens.first <= behind + article; };
  const bool here = document_.is_at(behind, class_id::LOCATIVE) && !claim.victims.told();
  const PlaceMention* place = here ? place_near(places_, document_, claim.tokens, own) : nullptr;
  if (place == nullptr) place = place_near(places_, document_, claim.tokens);
  if (place != nullptr) claim.row.place = places_.rows[place->place].name;
}

double confidence_of(const cascade::Rule& rule, const FoundCasualty& claim) {
  double confidence = lexicon::number_in<double>(rule.setting("confidence")).value_or(0.8);
  constexpr double of_weak = 0.85;
  constexpr double of_ground = 0.5;
  if (claim.weak) confidence *= of_weak;
  if (claim.background) confidence *= of_ground;
  return std::round(confidence * 1000) / 1000;  // a product's last digits say nothing, and not every program prints them alike
}

void ClaimAttribution::tell(const Clause& clause, const cascade::Rule& rule, FoundCasualty& claim) const {
  claim.row.rule = rule.name;
  claim.row.confidence = confidence_of(rule, claim);
  set_claimant(clause, claim);
  set_scene(claim);
  claim.row.sentence = document_.sentence_of(claim.tokens.first) + 1;
  claim.row.span = document_.span(claim.tokens);
}

}  // namespace gazette::facts

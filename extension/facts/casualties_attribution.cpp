#include "facts/casualties_attribution.h"

#include "lexicon/classes.h"

namespace gazette::facts {

namespace class_id = lexicon::class_id;

void ClaimAttribution::set_perpetrator(const Clause& clause, std::size_t group, Casualty& row) const {
  if (group == Clause::none) return;
  const Element& element = clause[group];
  const Stretch tokens = Document::stretch(element);
  const bool cause = document_.is(element, class_id::CAUSE) || document_.is(element, class_id::WEAPON) || document_.is(element, class_id::EVENT_NOUN);
  if (cause) row.cause = document_.words_of(tokens);
  const std::int32_t mention = cast_.mention_in(tokens);
  const Id actor = mention < 0 ? 0 : cast_.mentions[static_cast<std::size_t>(mention)].row.actor;
  const bool is_head = mention >= 0 && cast_.mentions[static_cast<std::size_t>(mention)].tokens.end == tokens.end;
  if (actor != 0) row.perpetrator_actor = actor;
  if (actor != 0 && is_head && cast_.actors[actor - 1].kind != ActorKind::place) {
    row.perpetrator = cast_.name_of(actor);
  } else if (!cause && !document_.is(element, class_id::PERSONAL) &&
             (document_.is(element, class_id::VICTIM) || document_.is(element, class_id::GROUP_NOUN) || document_.is(element, class_id::PERSON_NOUN))) {
    row.perpetrator = document_.words_of(tokens);
  }
}

// Who can claim: an actor, or a noun for persons or bodies; not "it", not "the total".
bool ClaimAttribution::can_claim(const Clause& clause, std::size_t group) const {
  if (!clause.is(group, class_id::NOUN_GROUP) || clause.is(group, class_id::HARM_NOUN)) return false;
  if (cast_.actor_of(Document::stretch(clause[group])) != 0) return true;
  for (const ClassId id : {class_id::GROUP_NOUN, class_id::PERSON_NOUN, class_id::ROLE, class_id::INSTITUTION, class_id::MEDIA, class_id::REPORT_NOUN, class_id::MEDIUM}) {
    if (clause.is(group, id)) return true;
  }
  return false;
}

// The subject of a verb of claiming before the claim in its clause; the source behind "according to"; the subject of a
// verb of claiming that follows the claim: "12 were hurt, officials said".
std::size_t ClaimAttribution::source_of(const Clause& clause, Stretch claim) const {
  std::size_t subject = Clause::none;
  std::size_t i = 1;
  for (; i < clause.size() && clause[i].first < claim.first; ++i) {
    if (!clause.is(i, class_id::VERB_GROUP) || clause.is(i, class_id::HARM_VERB) || clause.is(i, class_id::HARM_ADJECTIVE)) continue;
    if (!clause.is(i, class_id::REPORT_VERB)) {
      if (!clause.is(i, class_id::COPULA)) subject = Clause::none;  // another clause
      continue;
    }
    if (can_claim(clause, i - 1)) subject = i - 1;
  }
  if (subject != Clause::none) return subject;
  for (i = 0; i + 1 < clause.size(); ++i) {
    if (clause.is(i, class_id::SOURCE_PREPOSITION) && can_claim(clause, i + 1)) return i + 1;
  }
  for (i = 0; i + 2 < clause.size(); ++i) {
    if (clause[i].first < claim.end || !clause.is(i, class_id::COMMA)) continue;
    const auto reports = [&](std::size_t at) { return clause.is(at, class_id::VERB_GROUP) && clause.is(at, class_id::REPORT_VERB) && clause.is(at, class_id::ACTIVE); };
    if (can_claim(clause, i + 1) && reports(i + 2)) return i + 1;
    if (reports(i + 1) && can_claim(clause, i + 2)) return i + 2;
  }
  return Clause::none;
}

void ClaimAttribution::set_claimant(const Clause& clause, FoundCasualty& claim) const {
  Casualty& row = claim.row;
  row.quote = quote_around(quotes_, claim.tokens);
  if (row.quote != 0) {
    const Quote& quote = quotes_[row.quote - 1].row;
    row.claimant = quote.speaker;
    row.claimant_actor = quote.speaker_actor;
    if (quote.act == "deny") row.status = "denied";
  } else if (const std::size_t source = source_of(clause, claim.tokens); source != Clause::none) {
    const Stretch tokens = Document::stretch(clause[source]);
    row.claimant_actor = cast_.actor_of(tokens);
    row.claimant = row.claimant_actor != 0 ? cast_.name_of(row.claimant_actor) : std::string(document_.words_of(tokens));
  }
  if (!row.victim_country.empty() || row.claimant_actor == 0) return;
  const Actor& claimant = cast_.actors[row.claimant_actor - 1];
  if (claimant.kind == ActorKind::country || claim.victims.own) row.victim_country = claimant.country;
}

void ClaimAttribution::set_scene(FoundCasualty& claim) const {
  if (const FoundDate* const date = date_near(dates_, document_, claim.tokens)) {
    claim.row.date_from = date->row.from;
    claim.row.date_to = date->row.to;
  }
  if (const PlaceMention* const place = place_near(places_, document_, claim.tokens)) claim.row.place = places_.rows[place->place].name;
}

}  // namespace gazette::facts

#include "facts/casualties_attribution.h"

#include "lexicon/classes.h"

namespace gazette::facts {

namespace class_id = lexicon::class_id;

void Attribution::set_perpetrator(const Clause& clause, std::size_t group, Casualty& row) const {
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

void Attribution::set_claimant(const Clause& clause, FoundCasualty& claim) const {
  Casualty& row = claim.row;
  row.quote = quote_around(quotes_, claim.tokens);
  if (row.quote != 0) {
    const Quote& quote = quotes_[row.quote - 1].row;
    row.claimant = quote.speaker;
    row.claimant_actor = quote.speaker_actor;
    if (quote.act == "deny") row.status = "denied";
  } else {
    const Element* subject = nullptr;
    for (std::size_t i = 1; i < clause.size() && clause[i].first < claim.tokens.first; ++i) {
      const Element& verb = clause[i];
      if (!document_.is(verb, class_id::VERB_GROUP) || document_.is(verb, class_id::HARM_VERB) || document_.is(verb, class_id::HARM_ADJECTIVE)) continue;
      if (!document_.is(verb, class_id::REPORT_VERB)) {
        if (!document_.is(verb, class_id::COPULA)) subject = nullptr;  // another clause
        continue;
      }
      if (document_.is(clause[i - 1], class_id::NOUN_GROUP)) subject = &clause[i - 1];
    }
    if (subject != nullptr) {
      row.claimant_actor = cast_.actor_of(Document::stretch(*subject));
      row.claimant = row.claimant_actor != 0 ? cast_.name_of(row.claimant_actor) : std::string(document_.words_of(Document::stretch(*subject)));
    }
  }
  if (!row.victim_country.empty() || row.claimant_actor == 0) return;
  const Actor& claimant = cast_.actors[row.claimant_actor - 1];
  if (claimant.kind == ActorKind::country || claim.victims.own) row.victim_country = claimant.country;
}

void Attribution::set_scene(FoundCasualty& claim) const {
  if (const FoundDate* const date = date_near(dates_, document_, claim.tokens)) {
    claim.row.date_from = date->row.from;
    claim.row.date_to = date->row.to;
  }
  if (const PlaceMention* const place = place_near(places_, document_, claim.tokens)) claim.row.place = places_.rows[place->place].name;
}

}  // namespace gazette::facts

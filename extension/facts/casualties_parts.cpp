#include "facts/casualties_parts.h"

#include <algorithm>

#include "lexicon/classes.h"

namespace gazette::facts {

namespace class_id = lexicon::class_id;

// "Among the wounded", "among those killed": of whom they are part; empty where any may be meant.
std::string_view PartReader::harm_told(const Clause& clause, std::size_t at) const {
  const lexicon::Lexicon& lexicon = document_.grammar->lexicon();
  auto entry = lexicon.entry(clause[at].word, class_id::PARTITIVE);
  if (entry && (*entry)[lexicon::Column::harm].empty() && clause.is(at + 1, class_id::HARM_VERB))
    entry = lexicon.entry(clause[at + 1].word, class_id::HARM_VERB);
  return entry ? (*entry)[lexicon::Column::harm] : std::string_view{};
}

// "40 of them minors", "25 of them were civilians", "one of them, a guard": who they are stands behind.
void PartReader::tell_kind(const Clause& clause, std::size_t at, Victims& victims) const {
  std::size_t noun = at + 1;
  const bool aside = clause.is(noun, class_id::COMMA);
  if (aside || clause.is(noun, class_id::COPULA)) ++noun;
  if (!clause.is(noun, class_id::NOUN_GROUP)) return;
  // ", a guard," is an aside; ", police said" is who says so.
  const bool article = document_.is_at(clause[noun].first, class_id::ARTICLE);
  if ((aside && !article) || clause.is(noun + 1, class_id::REPORT_VERB)) return;
  reader_.tell_who(clause[noun], victims);
}

void PartReader::add(const Clause& clause, std::size_t at, const Elements& groups, const cascade::Rule& rule, std::uint32_t sentence,
                     std::size_t first_of_sentence) {
  sentence_ = sentence;
  first_of_sentence_ = first_of_sentence;
  const std::size_t first = groups.empty() ? at : std::min(at, *groups.begin());
  const std::string_view harm = harm_told(clause, at);
  const std::size_t whole = whole_of(clause[first].first, harm);
  if (whole == Clause::none) return add_among(clause, rule, groups, harm);
  // "Four of them were taken away, and their bodies were found": of whom another sentence tells.
  if (first != at && found_[whole].row.sentence == sentence_ + 1 && found_[whole].victims.tokens.first > clause[first].first &&
      !found_[whole].victims.antecedent.empty())
    return;
  // "damaged 143 buildings, including 70 schools", "four shootings, including one in Ohio": parts of something else.
  constexpr std::size_t near = 40;
  for (std::size_t i = first; i-- > 0 && first - i <= near;) {
    if (!clause.is(i, class_id::COUNTED) || !clause.is(i, class_id::NOUN)) continue;
    const bool between = clause[i].first >= found_[whole].victims.tokens.end || found_[whole].victims.tokens.first >= clause[first].end;
    if (!reader_.can_suffer(clause[i]) && !clause.is(i, class_id::HARM_NOUN) && between) return;
    break;
  }
  // "carried 350 people, many of them students": of those right before, whom no claim tells.
  if (first != at && first > 1 && clause.is(first - 1, class_id::COMMA) && clause.is(first - 2, class_id::COUNTED) && clause.is(first - 2, class_id::NOUN) &&
      reader_.can_suffer(clause[first - 2]) && !found_[whole].victims.tokens.meets(Document::stretch(clause[first - 2])) &&
      found_[whole].row.sentence != sentence_ + 1)
    return;
  // Of persons told between, who came to no harm that was found: "…, and three women, including two teachers, …".
  for (std::size_t i = first; i-- > 0 && clause[i].first >= found_[whole].victims.tokens.end;) {
    if (found_[whole].row.sentence == sentence_ + 1 && clause.is(i, class_id::COUNTED) && !clause.is(clause.of_group(i), class_id::ANIMAL) &&
        reader_.read(clause[i]))
      return;
  }
  // "Campers, among them a doctor, tried to revive him": of many who did something, and came to no harm; but "the victims".
  if (first == at && at == 2 && clause.is(at - 1, class_id::COMMA) && clause.is(at - 2, class_id::NOUN_PLURAL) && !clause.is(at - 2, class_id::COUNTED) &&
      !found_[whole].victims.tokens.meets(Document::stretch(clause[at - 2])) && !clause.is(at - 2, class_id::HARM_NOUN) &&
      clause[at - 2].end == clause[at - 2].first + 1 && harm.empty())
    return;
  // "were killed when one of them fell on a barracks": of the missiles, perhaps
  if (at > 1 && clause.is(at - 1, class_id::COUNTED) && clause.is(at - 2, class_id::SUBORDINATOR) && clause.is(at + 1, class_id::VERB_GROUP) &&
      !clause.is(at + 1, class_id::HARM_VERB))
    return;
  // "Materials including two AK rifles were recovered": of what the sentence tells, not of persons told before.
  if (first == at && at > 0 && found_[whole].row.sentence != sentence_ + 1) {
    const std::size_t told = clause.is(at - 1, class_id::COMMA) && at > 1 ? at - 2 : at - 1;
    if (clause.is(told, class_id::NOUN_GROUP) && !reader_.can_suffer(clause[told]) && !clause.is(told, class_id::HARM_NOUN)) return;
    // "Police arrested 47 rebels, including their leader": of these
    const bool others = clause.is(told, class_id::COUNTED) && clause.is(told, class_id::NOUN) && !clause.is(told, class_id::HARM_NOUN);
    if (others && told > 0 && clause.is(told - 1, class_id::EVENT_VERB) && !clause.is(told - 1, class_id::REPORT_VERB)) return;
  }
  const std::size_t first_added = found_.size();
  for (const std::size_t group : groups) {
    found_[whole].victims.with_doers |= clause.is(group, class_id::PERPETRATOR_NOUN);
    auto victims = reader_.read(clause[group]);
    if (!victims) continue;
    // "including a woman and her two daughters": three
    if (victims->own && victims->figure.best && found_.size() > first_added && found_.back().victims.singular) {
      add_kin(*victims, found_.back());
      continue;
    }
    if (group + 1 == at && victims->words.empty()) tell_kind(clause, at, *victims);
    // "treated 27 victims, including five children, three of whom were dead": of those whom no claim tells.
    const Figure& all = found_[whole].row.figure;
    if (found_[whole].victims.tokens.first >= victims->tokens.end && all.best && victims->figure.best.value_or(0) > *all.best) continue;
    if (all.best && all.bound == "exact" && victims->figure.best.value_or(0) > *all.best) continue;  // no part of so few
    // "13 were shot, one of whom died": the part has a harm of its own.
    const auto told = std::find_if(found_.begin() + static_cast<std::ptrdiff_t>(first_of_sentence_), found_.end(),
                                   [&](const FoundCasualty& claim) { return claim.victims.tokens == victims->tokens; });
    if (told != found_.end()) {
      const bool more = told->row.figure.best && found_[whole].row.figure.best && *told->row.figure.best > *found_[whole].row.figure.best;
      if (!more && told->row.harm == found_[whole].row.harm && told != found_.begin() + static_cast<std::ptrdiff_t>(whole))
        told->row.part_of = static_cast<Id>(whole + 1);
      continue;
    }
    FoundCasualty part = found_[whole];
    part.victims = *victims;
    part.tokens = victims->tokens;
    part.row.figure = victims->figure;
    part.row.victims = victims->words;
    part.row.victim_kind = victims->kind;
    if (!victims->country.empty()) part.row.victim_country = victims->country;
    if (part.row.victim_kind == "military" && found_[whole].row.victim_kind == "militant" && victims->country.empty()) part.row.victim_kind = "militant";
    // "Other victims included a guard": not of those told before.
    part.more = at > 0 && clause.is(at - 1, class_id::BESIDES);
    if (!part.more) part.row.part_of = static_cast<Id>(whole + 1);
    const bool told_here = found_[whole].row.sentence == sentence_ + 1;
    part.row.sentence = sentence_ + 1;
    part.row.span = document_.span(part.tokens);
    part.row.rule = rule.name;
    part.row.confidence = confidence_of(rule, part);
    // "The ministry said that 80 had died. Among them was a colonel": who says so in another sentence need not say this.
    if (!told_here) {
      part.row.claimant.clear();
      part.row.claimant_actor = 0;
      attribution_.set_claimant(clause, part);
    }
    found_.push_back(std::move(part));
  }
}

// Adds somebody's own to him.
void PartReader::add_kin(const Victims& kin, FoundCasualty& part) const {
  const std::int64_t sum = part.row.figure.best.value_or(0) + *kin.figure.best;
  part.row.figure = {sum, sum, sum, "exact"};
  part.tokens.end = kin.tokens.end;
  part.row.span = document_.span(part.tokens);
  if (part.row.victim_kind != kin.kind) part.row.victim_kind = {};
}

// "Eight Americans were among the dead": where the text tells of no total, they are what it tells.
void PartReader::add_among(const Clause& clause, const cascade::Rule& rule, const Elements& groups, std::string_view harm) {
  for (const std::size_t group : groups) {
    const auto victims = reader_.read(clause[group]);
    if (harm.empty() || !victims || victims->figure.bound == "none") continue;
    FoundCasualty claim;
    claim.victims = *victims;
    claim.tokens = victims->tokens;
    claim.row.harm = harm;
    claim.row.figure = victims->figure;
    claim.row.victims = victims->words;
    claim.row.victim_kind = victims->kind;
    claim.row.victim_country = victims->country;
    claim.row.status = "asserted";
    attribution_.tell(clause, rule, claim);
    found_.push_back(std::move(claim));
  }
}

// The claim whose victims stand nearest before the token; else the sentence's first; else the last one told.
std::size_t PartReader::whole_of(std::uint32_t token, std::string_view harm) const {
  const auto fits = [&](const FoundCasualty& claim) {
    return claim.row.part_of == 0 && claim.row.figure.bound != "none" && (harm.empty() || claim.row.harm == harm);
  };
  std::size_t best = Clause::none;
  for (std::size_t i = first_of_sentence_; i < found_.size(); ++i) {
    if (!fits(found_[i])) continue;
    const bool before = found_[i].victims.tokens.end <= token;
    if (best == Clause::none || (before && found_[i].victims.tokens.end >= found_[best].victims.tokens.end)) best = i;
  }
  if (best != Clause::none) return best;
  for (std::size_t i = first_of_sentence_; i-- > 0;) {
    if (found_[i].row.sentence + 2 < sentence_ + 1) break;
    if (fits(found_[i])) return i;
  }
  return Clause::none;
}

}  // namespace gazette::facts

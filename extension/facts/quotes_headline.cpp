#include "facts/quotes_headline.h"

namespace gazette::facts {

namespace class_id = lexicon::class_id;

// A headline: "Ruiz: I will not resign", "Police: Driver was asleep". Who stands before the colon says what is behind it.
void HeadlineAttributions::headline() {
  if (!is_headline() || passage_.size() < 3) return;
  if (headline_behind() || !is(0, trait::noun) || !is(1, trait::colon)) return;
  const bool persons = is_class(0, class_id::NOUN_PLURAL) && is(0, trait::somebody);
  const bool many = is_class(0, class_id::ORGANIZATION_NAME) || is_class(0, class_id::ACTOR_NOUN) || is_class(0, class_id::FINDINGS) || persons;
  const bool one = is_class(0, class_id::PERSON) || is_class(0, class_id::UNKNOWN_NAME) || is_class(0, class_id::ROLE);
  const Range behind{2, passage_.size()};
  const bool told = is(2, trait::noun) ? holds_any_verb(behind) : holds_verb(behind);
  const bool about = one && is(2, trait::somebody) && !is(2, trait::named | trait::personal) && !is_class(2, class_id::NOUN_PLURAL) &&
                     !document_.is_at(passage_[2].first, class_id::DETERMINER) && !document_.is_at(passage_[2].first, class_id::POSSESSIVE);
  if ((!many && !one) || !told || about || is(2, trait::question_word)) return;  // "Paz: How she won", "Paz: Living alone", "Paz: Singer dies"
  Attribution made;
  made.party = syntax_.party_from(0);
  made.frame = Frame::leading;
  made.cue = {1, 2};
  made.word = passage_[1].word;
  // "Paz: I will stay" is what she says; "Paz: Fans turn on team" may be what is told of her
  made.strength = many && !persons ? 0.5F : (speaks(behind) ? 0.5F : 0.25F);
  made.content = behind;
  add(made);
}

// "No plan to raise fares: minister", "“We were robbed”: the mayor": who stands behind the colon has said what is before it.
bool HeadlineAttributions::headline_behind() {
  std::uint32_t colon = 1;
  while (colon < passage_.size() && !is(colon, trait::colon | trait::stop)) ++colon;
  if (!is(colon, trait::colon) || is(0, trait::question_word) || document_.is_at(passage_[0].first, class_id::QUESTION_WORD)) return false;
  const std::uint32_t who = colon + 1;
  const bool somebody = is(who, trait::somebody) || is_class(who, class_id::ORGANIZATION_NAME) || is_class(who, class_id::INSTITUTION) ||
                        is_class(who, class_id::UNKNOWN_NAME) || is_class(who, class_id::VICTIM);
  if (!is(who, trait::noun) || !somebody || !at_end(syntax_.phrase_end(who))) return false;
  const Range content{0, colon};
  const bool quoted = colon == 1 && is(0, trait::quoted);
  if (!quoted && (!is(0, trait::noun) || !holds_any_verb(content))) return false;  // "Best of May: Ana Paz"
  Attribution made;
  made.party = syntax_.party_from(who);
  made.frame = Frame::leading;
  made.cue = {colon, colon + 1};
  made.word = passage_[colon].word;
  made.strength = 0.5F;
  made.content = content;
  add(made);
  return true;
}

// A headline leaves out what makes a verb finite: "Opposition dividing us", "Fares to rise", but not "Singer who moved us".
bool HeadlineAttributions::holds_any_verb(Range range) const {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (is(i, trait::relative)) return false;
    if (is(i, trait::verb | trait::quoted)) return true;
  }
  return false;
}

// "I will stay", "My plans are firm", "The party must unite": is it what somebody would say, or in somebody's words?
bool HeadlineAttributions::speaks(Range range) const {
  if (document_.is_at(passage_[range.begin].first, class_id::DETERMINER) || document_.is_at(passage_[range.begin].first, class_id::POSSESSIVE)) return true;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (is(i, trait::quoted) || is_class(i, class_id::FIRST_PERSON) || is_class(i, class_id::MODALITY) || is_class(i, class_id::FUTURE)) return true;
  }
  return false;
}

bool HeadlineAttributions::holds_verb(Range range) const {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (is(i, trait::finite | trait::quoted)) return true;
  }
  return false;
}

}  // namespace gazette::facts

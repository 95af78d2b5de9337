// Whom a description means: a part of Speakers (quotes_speaker.h).
//
//   "Novak lost. “I was tired,” the Serb said"       ->  Novak
//   "“It was dark,” the mother of five said"          ->  who spoke last, if she may be that
#include <algorithm>

#include "facts/quotes_speaker.h"
#include "lexicon/classes.h"

namespace gazette::facts {

namespace class_id = lexicon::class_id;

// The one person in a stretch of text whom it fits; 0 where there is none, or more.
template <typename Fits>
Id Speakers::one_person_in(Stretch all, Fits fits) const {
  Id one = 0;
  for (auto at = first_in(cast_.mentions, all); at != cast_.mentions.end() && all.holds(at->tokens); ++at) {
    if (at->row.kind != ActorKind::person || at->row.actor == 0 || at->row.actor == one || !fits(*at)) continue;
    if (one != 0) return 0;
    one = at->row.actor;
  }
  return one;
}

// "the 35-year-old", "the Serb", "the mother of five", "the Cuban striker": a description of the person whom the sentence
// before is about, or who spoke there.
bool Speakers::take_described(Stretch tokens, Stretch tail, std::uint32_t sentence, Speaker& speaker, const std::vector<FoundQuote>& before) const {
  if (tokens.first > 1 && document_.tokens[tokens.first - 1].shape == text::Shape::close_quote) {  // the “Paper Moon” singer
    const std::int32_t title = document_.quotation_of(tokens.first - 2);
    const std::uint32_t open = title < 0 ? 0 : document_.quotations[static_cast<std::size_t>(title)].open;
    if (open > 0 && document_.is_at(open - 1, class_id::DEFINITE)) tokens.first = open - 1;
  }
  const Element* const first = document_.word_at(tokens.first);
  const Element* const last = document_.word_at(tokens.end - 1);
  if (first == nullptr || last == nullptr || first == last || sentence == 0 || !document_.is(*first, class_id::DEFINITE)) return false;
  if (!describes(*last, tokens, tail)) return false;
  const bool within = document_.sentences[sentence].paragraph == document_.sentences[sentence - 1].paragraph;
  const bool role = document_.is(*last, class_id::ROLE);
  const bool of_place = is_of_place(*last, tokens);
  const bool alone = calls_one(*last, tail) || (!role && (of_place || tells_age(tokens)));  // "the Ohio Republican", "the 58-year-old farmer"
  const bool office = role && !alone;
  const bool told_of = tells_of(sentence - 1, tokens);
  if (((!within && office) || told_of) && !of_place) return false;  // "the deputy mayor" is another
  const Stretch told{document_.sentences[sentence - 1].first, document_.sentences[sentence - 1].end};
  if (told_of && one_person_in(told, [](const FoundMention&) { return true; }) == 0) return false;
  speaker.actor = described_person(tokens, alone, sentence, before);
  if (!within && office && speaker.actor != 0 && shares_office(speaker.actor, *last)) speaker.actor = 0;
  speaker.name = cast_.name_of(speaker.actor);
  return speaker.actor != 0;
}

// "the neuroscientist", "the mother of five", "the 35-year-old": who is called so has been named.
bool Speakers::calls_one(const Element& head, Stretch tail) const {
  if (document_.is(head, class_id::EPITHET)) return true;
  if (document_.is(head, class_id::KINSHIP)) {
    const Element* const link = tail.empty() ? nullptr : document_.word_at(tail.first);
    return link != nullptr && document_.is(*link, class_id::OF_MARK) &&
           (document_.is_at(link->end, class_id::NUMBER) || document_.is_at(link->end, class_id::CARDINAL));
  }
  const std::string_view word = document_.word(head.first);
  return !document_.is(head, class_id::ROLE) && std::count(word.begin(), word.end(), '-') > 1;  // "the mother-of-two"
}

// "58-year-old", "fifty-two-year-old": a word of three parts or more before the noun.
bool Speakers::tells_age(Stretch tokens) const {
  for (std::uint32_t i = tokens.first + 1; i + 1 < tokens.end; ++i) {
    const std::string_view word = document_.word(i);
    if (document_.tokens[i].shape == text::Shape::compound && std::count(word.begin(), word.end(), '-') > 1) return true;
  }
  return false;
}

// "the Wajir governor", "the Leeds East MP", "the former minister": an office of a place, and of no body that has one for each office.
bool Speakers::is_of_place(const Element& head, Stretch tokens) const {
  const Stretch before{tokens.first, head.first};
  if (document_.is_at(tokens.first + 1, class_id::PAST_OFFICE)) return true;  // "the former minister" is in no office now
  for (auto at = first_in(cast_.mentions, before); at != cast_.mentions.end() && before.holds(at->tokens); ++at) {
    if (at->row.kind == ActorKind::organization || at->row.kind == ActorKind::group || at->row.kind == ActorKind::country) return false;
  }
  if (document_.is(head, class_id::SPOKESPERSON) || document_.is(head, class_id::NOUN_PLURAL)) return false;
  bool place = false;
  for (std::uint32_t i = tokens.first + 1; i < head.first; ++i) {
    if (document_.tokens[i].shape == text::Shape::clitic) return false;  // "the Centre's advocate"
    place |= document_.tokens[i].shape == text::Shape::capitalized;
  }
  return place;
}

// Does the text have another person in such an office? "The Vermont senator" may be that one.
bool Speakers::shares_office(Id actor, const Element& office) const {
  constexpr std::size_t most = 256;  // actors
  const std::string_view word = document_.word(office.end - 1);
  const auto same = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
  for (Id id = 1; id <= std::min(most, cast_.actors.size()); ++id) {
    const std::string& role = cast_.actors[id - 1].role;
    if (id != actor && role.size() >= word.size() && std::equal(word.rbegin(), word.rend(), role.rbegin(), same)) return true;
  }
  return false;
}

// Is it a description by which one person is called again, and no office that another may hold ("the judge")?
bool Speakers::describes(const Element& head, Stretch tokens, Stretch tail) const {
  if (document_.word(head.first).find('-') != std::string_view::npos || document_.is(head, class_id::DEMONYM)) return true;
  if (document_.is(head, class_id::NOUN_PLURAL)) return false;
  if (calls_one(head, tail)) return true;
  if (document_.is(head, class_id::KINSHIP)) return false;
  const bool office = document_.is(head, class_id::ROLE);
  if (!office && !document_.is(head, class_id::VICTIM) && !document_.is(head, class_id::PERSON_NOUN)) return false;
  if (office && !tail.empty() && document_.is_at(tail.first, class_id::PREPOSITION) && !document_.is_at(tail.first, class_id::OF_MARK) &&
      document_.is_at(tail.end - 1, class_id::CITY))
    return true;  // "the MP for Wells"
  if (is_of_place(head, tokens)) return true;
  const Tape words = document_.words[document_.sentence_of(tokens.first)];
  if (head.end > head.first + 1 && document_.grammar->lexicon().entry_of(document_.word(head.first), class_id::OFFICE_RANK))
    return true;  // "the shadow minister"
  return std::any_of(words.begin(), words.end(), [&](const Element& word) {
    if (word.first <= tokens.first || word.end > head.first) return false;
    return document_.is(word, class_id::DEMONYM) || document_.is(word, class_id::OFFICE_RANK) || (!office && document_.is(word, class_id::ADJECTIVE)) ||
           document_.tokens[word.first].shape == text::Shape::compound || (!office && document_.is(word, class_id::CITY));  // "the Picton nurse"
  });
}

// Who spoke last, if that was in the sentence before, or within the paragraph; else the one person of the sentence before.
Id Speakers::described_person(Stretch tokens, bool alone, std::uint32_t sentence, const std::vector<FoundQuote>& before) const {
  const text::Sentence& last = document_.sentences[sentence - 1];
  const bool within = document_.sentences[sentence].paragraph == last.paragraph;
  if (!before.empty() && before.back().content.end <= document_.sentences[sentence].first) {
    const Id speaker = before.back().row.speaker_actor;
    const std::uint32_t spoke = document_.sentence_of(before.back().content.end - 1);
    if (speaker != 0 && spoke + 1 == sentence && may_be_of(speaker, tokens)) return speaker;
  }
  if (!within && !alone) return 0;
  const Stretch all{last.first, last.end};
  const Id named = one_person_in(
      all, [&](const FoundMention& mention) { return (within || mention.row.form == MentionForm::name) && may_be_of(mention.row.actor, tokens); });
  if (named != 0 || within || !tells_age({tokens.first, tokens.end + 1})) return named;
  return one_person_in(all, [&](const FoundMention& mention) { return may_be_of(mention.row.actor, tokens); });  // "she", and then "the 39-year-old"
}

// A person of no other country than the description has, and not named beside it: "the Serb told Novak" is not Novak.
bool Speakers::may_be_of(Id actor, Stretch tokens) const {
  const Actor& person = cast_.actors[actor - 1];
  if (person.kind != ActorKind::person) return false;
  const Element* const head = document_.word_at(tokens.end - 1);
  const char gender = head == nullptr ? char{0} : gender_of_entry(head->word, class_id::PERSON_NOUN);
  const char known = cast_.genders[actor - 1];
  if ((gender == 'f' && known == 'm') || (gender == 'm' && known == 'f')) return false;
  const std::uint32_t sentence = document_.sentence_of(tokens.first);
  const Tape words = document_.words[sentence];
  for (const Element& word : words) {
    if (word.first < tokens.first || word.end > tokens.end || !document_.is(word, class_id::DEMONYM) || person.country.empty() || cast_.guessed[actor - 1] != 0)
      continue;
    const auto entry = document_.grammar->lexicon().entry(word.word, class_id::DEMONYM);
    if (entry && (*entry)[lexicon::Column::country] != person.country) return false;
  }
  return !is_named_in(actor, {document_.sentences[sentence].first, document_.sentences[sentence].end});
}

}  // namespace gazette::facts

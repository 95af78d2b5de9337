#include "facts/quotes_speaker.h"

#include <algorithm>

#include "facts/names.h"
#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

// Are these the first letters of the words of a name, each of them?
bool has_initials(std::string_view name, std::string_view letters) {
  std::size_t spelled = 0;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (i > 0 && name[i - 1] != ' ' && name[i - 1] != '-') continue;
    if (spelled == letters.size() || name[i] != letters[spelled]) return false;
    ++spelled;
  }
  return spelled == letters.size();
}

}  // namespace

namespace class_id = lexicon::class_id;

Speaker Speakers::of(const Passage& passage, const Party& party, const std::vector<FoundQuote>& before) const {
  Speaker speaker;
  for (std::uint32_t i = 0; i < party.count; ++i) {
    std::uint32_t head = party.heads.at(i);
    if (head > party.mention.begin && document_.is(passage[head], class_id::INSTITUTION) && document_.is(passage[head - 1], class_id::UNKNOWN_NAME))
      --head;  // "the judiciary's Mizan news agency"
    Speaker one;
    const std::uint32_t tail = i == 0 ? party.tail : head + 1;
    take(passage[head], passage.tokens(head + 1, tail), passage.first, one, before);
    if (i == 0) {
      speaker = std::move(one);
    } else if (!(one.actor == 0 && is_person(speaker.actor) && accompanies(passage, head)) && !one.name.empty() && !speaker.name.empty() &&
               one.name != speaker.name) {  // "the president, Ana Paz, and the mayor"
      speaker.name += '|';
      speaker.name += one.name;
    }
  }
  const Range words = party.pronoun.empty() ? party.mention : party.pronoun;
  if (party.found()) speaker.mention = passage.tokens(words.begin, words.end);
  return speaker;
}

bool Speakers::is_person(Id actor) const { return actor != 0 && cast_.actors[actor - 1].kind == ActorKind::person; }

// "Ruiz and her delegation", "Ruiz and the lawmakers at her side": those around one who is named.
bool Speakers::accompanies(const Passage& passage, std::uint32_t head) const {
  if (document_.is_at(passage[head].first, class_id::POSSESSIVE)) return true;
  return passage.is(head + 1, trait::preposition) && head + 2 < passage.size() && document_.is_at(passage[head + 2].first, class_id::POSSESSIVE);
}

Speaker Speakers::of_owner(Stretch owner, const std::vector<FoundQuote>& before) const {
  Speaker speaker;
  speaker.mention = owner;
  speaker.actor = cast_.actor_of(owner);
  speaker.name = cast_.name_of(speaker.actor);
  const Element* const word = document_.word_at(owner.first);
  const bool pronoun = word != nullptr && document_.is(*word, class_id::POSSESSIVE);
  if (speaker.actor == 0 && !pronoun) speaker.name = document_.words_without_opening(owner);
  if (speaker.actor == 0 && pronoun) speaker.actor = owner_in_sentence(owner), speaker.name = cast_.name_of(speaker.actor);
  const std::uint32_t sentence = document_.sentence_of(owner.first);
  if (speaker.actor == 0 && pronoun && !take_last(owner, speaker, before) && sentence > 0 &&
      document_.sentences[sentence].paragraph == document_.sentences[sentence - 1].paragraph) {
    speaker.actor = party_of(sentence - 1);
    speaker.name = cast_.name_of(speaker.actor);
  }
  return speaker;
}

// "Ruiz repeated his call", "the union renewed its demand": the first one of the sentence whom the pronoun fits.
Id Speakers::owner_in_sentence(Stretch owner) const {
  const char gender = gender_of_entry(document_.word_at(owner.first)->word, class_id::POSSESSIVE);
  if (gender == 0) return 0;
  constexpr int most = 16;  // mentions
  const Stretch before{document_.sentences[document_.sentence_of(owner.first)].first, owner.first};
  auto at = first_in(cast_.mentions, before);
  for (int i = 0; i < most && at != cast_.mentions.end() && before.holds(at->tokens); ++i, ++at) {
    if (at->row.actor == 0) continue;
    const char known = cast_.genders[at->row.actor - 1];
    const bool fits = gender == 'n' ? at->row.kind != ActorKind::person : at->row.kind == ActorKind::person && (known == 0 || known == gender);
    if (fits) return at->row.actor;
  }
  return 0;
}

// The speaker that a noun group of a passage means; `sentence`: the passage's first.
void Speakers::take(const Element& group, Stretch tail, std::uint32_t sentence, Speaker& speaker, const std::vector<FoundQuote>& before) const {
  const Stretch tokens = Document::stretch(group);
  const bool named = document_.is(group, class_id::ORGANIZATION_NAME) || document_.is(group, class_id::PERSON);
  if (!named && (document_.is(group, class_id::MEDIUM) || document_.is(group, class_id::REPORT_NOUN))) return take_document(tokens, tail, speaker, before);
  if (!named && document_.is(group, class_id::SPOKESPERSON)) {
    speaker.actor = tail.empty() ? 0 : cast_.actor_of(tail);
    if (speaker.actor == 0) speaker.actor = cast_.actor_of(tokens);
  } else {
    const std::int32_t mention = mention_ending(tokens);
    if (mention >= 0 && !is_one_of_a_people(group) && !is_foreign(tokens, cast_.mentions[static_cast<std::size_t>(mention)]))
      speaker.actor = cast_.mentions[static_cast<std::size_t>(mention)].row.actor;
  }
  const bool pronoun = document_.is(group, class_id::PERSONAL);
  if (const Id namesake = pronoun ? 0 : namesake_who_spoke(tokens, speaker.actor, before); namesake != 0) speaker.actor = namesake;
  if (speaker.actor == 0 && !named && !pronoun && document_.is(group, class_id::ROLE)) speaker.actor = named_behind_body(tail);
  if (pronoun && goes_on(tokens, speaker.actor, before)) {
    speaker.actor = before.back().row.speaker_actor;
    speaker.name = before.back().row.speaker;
    return;
  }
  if (pronoun && is_nameless_again(tokens, speaker.actor, before)) {
    speaker.actor = 0;
    speaker.name = before.back().row.speaker;
    return;
  }
  if (speaker.actor == 0 && !named && !pronoun && take_body(tokens, sentence, speaker, before)) return;
  if (speaker.actor == 0 && !named && !pronoun && take_described(tokens, tail, sentence, speaker, before)) return;
  const bool spokesperson = !named && document_.is(group, class_id::SPOKESPERSON);
  if (spokesperson && speaker.actor == 0) speaker.actor = body_told_of(sentence);
  if (speaker.actor == 0 && pronoun && is_neuter(tokens.first)) return take_thing(tokens, sentence, speaker, before);
  if (const Stretch owner = spokesperson && speaker.actor == 0 ? owner_before(group) : Stretch{}; !owner.empty()) {
    speaker.actor = cast_.actor_of(owner);
    speaker.name = speaker.actor == 0 ? document_.words_without_opening(owner) : cast_.name_of(speaker.actor);
    return;
  }
  if (spokesperson && speaker.actor == 0 && take_represented(tail, speaker)) return;
  if (speaker.actor == 0 && (pronoun || spokesperson) && take_last(tokens, speaker, before)) {
    if (!spokesperson || !is_person(speaker.actor) || document_.is_at(tokens.first, class_id::DEFINITE)) return;
    speaker.actor = 0;  // "A spokesman said": no person who spoke before
  }
  speaker.name = cast_.name_of(speaker.actor);
  if (speaker.actor == 0 && !pronoun) speaker.name = document_.words_without_opening(tokens);
}

// "Paz said", of two persons of that name: the one who spoke last, if that was nearby.
Id Speakers::namesake_who_spoke(Stretch tokens, Id meant, const std::vector<FoundQuote>& before) const {
  constexpr std::uint32_t near = 1;  // sentences
  if (before.empty() || !is_person(meant)) return 0;
  const Id last = before.back().row.speaker_actor;
  const std::string_view word = document_.word(tokens.end - 1);
  if (last == meant || !is_person(last) || tokens.end != tokens.first + 1) return 0;  // "Mrs. Paz"
  const std::string& name = cast_.actors[last - 1].name;
  const bool same =
      name.size() > word.size() + 1 && name.ends_with(document_.words_of({tokens.end - 1, tokens.end})) && name[name.size() - word.size() - 1] == ' ';
  const std::uint32_t sentence = document_.sentence_of(tokens.first);
  return same && document_.sentence_of(before.back().content.first) + near >= sentence && before.back().content.first < tokens.first ? last : 0;
}

// "Leader of the opposition in the National Assembly Ana Paz": the person whose name stands behind that of the body.
Id Speakers::named_behind_body(Stretch tail) const {
  if (tail.empty()) return 0;
  const std::int32_t last = cast_.mention_in(tail);
  if (last < 0) return 0;
  const FoundMention& person = cast_.mentions[static_cast<std::size_t>(last)];
  if (person.row.kind != ActorKind::person || person.tokens.end != tail.end) return 0;
  for (auto at = first_in(cast_.mentions, tail); at != cast_.mentions.end() && tail.holds(at->tokens); ++at) {
    if (at->row.kind == ActorKind::organization && at->tokens.end == person.tokens.first) return person.row.actor;
  }
  return 0;
}

// "A spokesman for the hospital trust": the body that has no name in the text.
bool Speakers::take_represented(Stretch tail, Speaker& speaker) const {
  if (tail.empty()) return false;
  const Element* const link = document_.word_at(tail.first);
  if (link == nullptr || link->end >= tail.end || !document_.is(*link, class_id::CHARGE_LINK)) return false;
  const std::uint32_t word = tail.end - 1;
  if (!document_.is_at(word, class_id::INSTITUTION) && !document_.is_at(word, class_id::COMPANY_NOUN) && !document_.is_at(word, class_id::GROUP_NOUN) &&
      !document_.is_at(word, class_id::ORGANIZATION_HEAD))
    return false;
  speaker.name = document_.words_without_opening({link->end, tail.end});
  return true;
}

// "Labour's spokesperson": the words for whose it is, which stand before the noun group.
Stretch Speakers::owner_before(const Element& group) const {
  if (group.first < 2 || document_.tokens[group.first - 1].shape != text::Shape::clitic) return {};
  for (const Element& element : document_.tapes[document_.sentence_of(group.first)]) {
    if (element.end == group.first - 1) return Document::stretch(element);
  }
  return {};
}

// "The union rejected that. “It is false,” a spokeswoman said": the body that opens the sentence before, within the paragraph.
Id Speakers::body_told_of(std::uint32_t sentence) const {
  if (sentence == 0 || document_.sentences[sentence].paragraph != document_.sentences[sentence - 1].paragraph) return 0;
  const Id body = party_of(sentence - 1);
  return body != 0 && cast_.actors[body - 1].kind == ActorKind::organization ? body : 0;
}

// "the Serb": somebody, not the country.
bool Speakers::is_one_of_a_people(const Element& group) const {
  const Element* const first = document_.word_at(group.first);
  return document_.is(group, class_id::DEMONYM) && !document_.is(group, class_id::NATIONALITY_PLURAL) && first != nullptr && first->end < group.end &&
         document_.is(*first, class_id::ARTICLE);
}

// Is "the Kurdish minister" taken for the minister of another country?
bool Speakers::is_foreign(Stretch tokens, const FoundMention& mention) const {
  if (mention.row.form != MentionForm::nominal || mention.row.actor == 0) return false;
  const std::string& country = cast_.actors[mention.row.actor - 1].country;
  if (country.empty()) return false;
  const Tape words = document_.words[document_.sentence_of(tokens.first)];
  return std::any_of(words.begin(), words.end(), [&](const Element& word) {
    if (word.first < tokens.first || word.end >= tokens.end || !document_.is(word, class_id::DEMONYM)) return false;
    const auto entry = document_.grammar->lexicon().entry(word.word, class_id::DEMONYM);
    return entry && (*entry)[lexicon::Column::country] != country;
  });
}

// Do the words stand right behind a quote, in its sentence or the next, and has nobody named the one meant since?
bool Speakers::just_spoke(const FoundQuote& last, Stretch tokens, Id meant) const {
  if (last.content.end > tokens.first || document_.sentence_of(last.content.first) + 1 < document_.sentence_of(tokens.first)) return false;
  for (auto at = first_in(cast_.mentions, {last.content.end, tokens.first}); at != cast_.mentions.end() && at->tokens.first < tokens.first; ++at) {
    if (at->row.actor == meant && at->row.form != MentionForm::pronoun) return false;
  }
  return true;
}

// Does a pronoun mean the speaker of the sentence before? "Ruiz told Paz to wait. He added" is Ruiz again, whoever else
// could be meant and has not been named since. Both must be persons, of one gender as far as that is known.
bool Speakers::goes_on(Stretch tokens, Id meant, const std::vector<FoundQuote>& before) const {
  if (before.empty() || meant == 0) return false;
  const FoundQuote& last = before.back();
  const Id actor = last.row.speaker_actor;
  if (actor == 0 || actor == meant || !just_spoke(last, tokens, meant)) return false;
  const char gender = gender_of_pronoun(tokens.first);
  const char speaker = cast_.genders[actor - 1];
  if (gender != 0 && speaker != 0 && gender != speaker) return false;
  return cast_.actors[actor - 1].kind == ActorKind::person && cast_.actors[meant - 1].kind == ActorKind::person;
}

// "A motorist blamed Paz. “I was ill,” he said": one whom the text does not name, and who spoke in the sentence before,
// goes on; not who asked.
bool Speakers::is_nameless_again(Stretch tokens, Id meant, const std::vector<FoundQuote>& before) const {
  if (before.empty() || meant == 0) return false;
  const FoundQuote& last = before.back();
  if (last.row.speaker_actor != 0 || last.row.speaker.empty() || last.mention.empty() || !just_spoke(last, tokens, meant)) return false;
  const Element* const first = document_.word_at(last.mention.first);
  const bool one_of_many = first != nullptr && document_.is(*first, class_id::DETERMINER) && !document_.is(*first, class_id::DEFINITE);
  if (!one_of_many || document_.is(*first, class_id::POSSESSIVE) || last.row.act == "ask") return false;
  const char pronoun = gender_of_pronoun(tokens.first);
  const char one = gender_of_one(last.mention);
  return pronoun != 0 && one != 0 && (one == 'u' || one == pronoun);
}

bool Speakers::is_neuter(std::uint32_t token) const {
  const Element* const word = document_.word_at(token);
  const auto entry = word == nullptr ? std::nullopt : document_.grammar->lexicon().entry(word->word, class_id::PRONOUN);
  return entry && (*entry)[lexicon::Column::gender] == "n";
}

bool Speakers::is_gendered(std::uint32_t token) const {
  const char gender = gender_of_pronoun(token);
  return gender == 'f' || gender == 'm';
}

char Speakers::gender_of_pronoun(std::uint32_t token) const {
  const Element* const word = document_.word_at(token);
  return word == nullptr ? char{0} : gender_of_entry(word->word, class_id::PRONOUN);
}

char Speakers::gender_of_entry(std::uint32_t word, lexicon::ClassId id) const {
  const auto entry = document_.grammar->lexicon().entry(word, id);
  return entry ? gender_of((*entry)[lexicon::Column::gender]) : char{0};
}

// Of a phrase for one person, "the witness", "a woman who fled": the gender that its word tells, or 'u'; 0 where it is none.
char Speakers::gender_of_one(Stretch mention) const {
  const Tape words = document_.words[document_.sentence_of(mention.first)];
  const Element* head = nullptr;
  for (const Element& word : words) {
    if (word.first < mention.first) continue;
    if (word.end > mention.end || document_.is(word, class_id::COMMA) || document_.is(word, class_id::PREPOSITION) || document_.is(word, class_id::RELATIVE))
      break;
    head = &word;
  }
  if (head == nullptr || document_.is(*head, class_id::NOUN_PLURAL)) return 0;
  const bool person = document_.is(*head, class_id::PERSON_NOUN) || document_.is(*head, class_id::ROLE) || document_.is(*head, class_id::VICTIM);
  if (!person) return 0;
  const char gender = gender_of_entry(head->word, class_id::PERSON_NOUN);
  return gender == 0 ? 'u' : gender;
}

// "The military said", "the ministry said": the body of that kind that spoke last.
bool Speakers::take_body(Stretch tokens, std::uint32_t sentence, Speaker& speaker, const std::vector<FoundQuote>& before) const {
  constexpr std::size_t far = 8;  // quotes
  const Element* const head = document_.word_at(tokens.end - 1);
  const Element* const first = document_.word_at(tokens.first);
  if (head == nullptr || first == nullptr || head == first || !document_.is(*first, class_id::ARTICLE)) return false;
  const bool force = document_.is(*head, class_id::FORCE);
  if (!force && !document_.is(*head, class_id::INSTITUTION)) return false;
  for (std::size_t i = before.size(); i-- > 0 && i + far >= before.size();) {
    const FoundQuote& quote = before[i];
    if (quote.row.speaker_actor == 0 || quote.mention.empty() || cast_.actors[quote.row.speaker_actor - 1].kind == ActorKind::person) continue;
    const Element* const last = document_.word_at(quote.mention.end - 1);
    if (last == nullptr || (last->word != head->word && !(force && document_.is(*last, class_id::FORCE)))) continue;
    speaker.actor = quote.row.speaker_actor;
    speaker.name = quote.row.speaker;
    return true;
  }
  if (!document_.is(*first, class_id::DEFINITE) || document_.is(*head, class_id::NOUN_PLURAL)) return false;
  // "The African Union met. The doctors' union said": a body of others
  for (std::uint32_t token = tokens.first; token < tokens.end; ++token) {
    if (document_.tokens[token].shape == text::Shape::clitic) return false;
  }
  if (!before.empty() && before.back().row.speaker_actor != 0 && !before.back().mention.empty() &&
      calls_body(*head, before.back().row.speaker_actor, before.back().mention.end - 1) && take_last(tokens, speaker, before))
    return true;
  // "Boeing will close the plant, the company said", "Boeing will close the plant. “We are sorry,” the company said"
  for (std::uint32_t back = 0; back < 2 && back <= sentence && speaker.actor == 0; ++back) {
    Speaker told;
    const Stretch opening = take_opening_body(sentence - back, told);
    if (told.actor != 0 && opening.end <= tokens.first && calls_body(*head, told.actor, opening.end - 1)) speaker.actor = told.actor;
  }
  if (speaker.actor == 0 && tokens.end == tokens.first + 2 && !document_.is(*head, class_id::GROUP_NOUN)) speaker.actor = only_body_before(*head, tokens.first);
  speaker.name = cast_.name_of(speaker.actor);
  return speaker.actor != 0;
}

// The one body of this kind whom the text has named: at its opening, and again. 0 where it has named more, or none.
Id Speakers::only_body_before(const Element& head, std::uint32_t token) const {
  constexpr std::size_t most = 256;     // mentions
  constexpr std::uint32_t opening = 5;  // sentences
  Id one = 0;
  for (std::size_t i = 0; i < std::min(most, cast_.mentions.size()) && cast_.mentions[i].tokens.first < token; ++i) {
    const FoundMention& mention = cast_.mentions[i];
    if (mention.row.actor == 0 || mention.row.actor == one || cast_.actors[mention.row.actor - 1].mentions < 2) continue;
    if (!calls_body(head, mention.row.actor, mention.tokens.end - 1)) continue;
    if (one != 0 || mention.row.sentence > opening) return 0;
    one = mention.row.actor;
  }
  return one;
}

// "Boeing said … The company added": is a body of this kind, whose name has no such word? `word`: the last of the name.
bool Speakers::calls_body(const Element& head, Id body, std::uint32_t word) const {
  const ActorKind kind = cast_.actors[body - 1].kind;
  if (kind == ActorKind::group) return document_.is(head, class_id::GROUP_NOUN);
  if (kind != ActorKind::organization || document_.is_at(word, class_id::INSTITUTION)) return false;  // no ministry is "the company"
  return document_.is_at(word, class_id::MEDIA) || document_.is(head, class_id::MEDIA_NOUN)
             ? document_.is_at(word, class_id::MEDIA) && document_.is(head, class_id::MEDIA_NOUN)
             : document_.is(head, class_id::COMPANY_NOUN);
}

// "The court was not impressed. It noted": the body that opens the sentence before, within the paragraph, though the text has
// no name for it; else who spoke last, but for a person.
void Speakers::take_thing(Stretch tokens, std::uint32_t sentence, Speaker& speaker, const std::vector<FoundQuote>& before) const {
  if (sentence > 0 && document_.sentences[sentence].paragraph == document_.sentences[sentence - 1].paragraph) take_opening_body(sentence - 1, speaker);
  Speaker last = speaker;
  if (speaker.name.empty() && take_last(tokens, last, before) && last.actor != 0 && !is_person(last.actor)) speaker = last;
}

// The body that is the subject of a sentence: an actor, or "the court", for which the text has no name. Returns its words.
Stretch Speakers::take_opening_body(std::uint32_t sentence, Speaker& speaker) const {
  for (const Element& element : document_.tapes[sentence]) {
    if (document_.is(element, class_id::VERB_GROUP)) break;
    if (!document_.is(element, class_id::NOUN_GROUP)) continue;
    const Stretch words = Document::stretch(element);
    if (!document_.is(element, class_id::INSTITUTION) && !document_.is(element, class_id::ORGANIZATION_NAME)) break;
    if (const Id actor = cast_.actor_of(words); !is_person(actor)) {
      speaker.actor = actor;
      speaker.name = actor == 0 ? document_.words_without_opening(words) : cast_.name_of(actor);
    }
    return words;
  }
  return {};
}

// The speaker of the quote before, where it stands near: "It said", "A spokesman said".
bool Speakers::take_last(Stretch tokens, Speaker& speaker, const std::vector<FoundQuote>& before) const {
  constexpr std::uint32_t near = 3;  // sentences
  if (before.empty() || before.back().row.speaker.empty()) return false;
  const FoundQuote& last = before.back();
  if (document_.sentence_of(last.content.first) + near < document_.sentence_of(tokens.first) || last.content.first > tokens.first) return false;
  const std::uint32_t word = last.mention.empty() ? 0 : last.mention.end - 1;
  const bool nobody = last.row.speaker_actor != 0 ? !is_person(last.row.speaker_actor)
                                                  : word != 0 && (document_.is_at(word, class_id::INSTITUTION) || document_.is_at(word, class_id::NOUN_PLURAL));
  if (nobody && is_gendered(tokens.first)) return false;  // no ministry is a "she"
  const Element* const owner = document_.word_at(tokens.first);
  const char gender = owner == nullptr ? char{0} : gender_of_entry(owner->word, class_id::POSSESSIVE);
  const char known = last.row.speaker_actor == 0 ? char{0} : cast_.genders[last.row.speaker_actor - 1];
  if ((gender == 'f' || gender == 'm') && known != 0 && known != gender) return false;  // "her claim" is not his
  speaker.actor = last.row.speaker_actor;
  speaker.name = last.row.speaker;
  return true;
}

// "the statement reads", "a letter from the ministry": whose statement it is. The last quote's speaker goes on where it
// stands near; else the party of the sentence that told of the statement.
void Speakers::take_document(Stretch tokens, Stretch tail, Speaker& speaker, const std::vector<FoundQuote>& before) const {
  constexpr std::uint32_t near = 4;  // sentences
  constexpr std::uint32_t far = 24;
  speaker.via = document_.words_without_opening(tokens);
  speaker.actor = tail.empty() ? cast_.actor_of(tokens) : party_in(tail);
  if (speaker.actor == 0) speaker.actor = cast_.actor_of(tokens);
  if (speaker.actor == 0) take_author(tokens, speaker);
  if (speaker.actor == 0 && speaker.name.empty()) take_origin(tail, speaker);
  if (speaker.actor == 0 && speaker.name.empty()) take_inquiry(tail, speaker);
  if (!speaker.name.empty()) return;
  if (speaker.actor == 0 && is_new(tokens)) {
    const Element* const first = document_.word_at(tokens.first);
    if (!document_.is(*first, class_id::DETERMINER)) speaker.name = speaker.via;  // "court documents say": they are many, like officials
    return;
  }
  const std::uint32_t sentence = document_.sentence_of(tokens.first);
  if (speaker.actor == 0) {
    const std::uint32_t reach = std::min(far, sentence);
    std::uint32_t back = 1;
    while (back <= reach && !tells_of(sentence - back, tokens)) ++back;
    // What was told of before the person who spoke last is hardly theirs: "the traffic report", and then the mayor.
    const Id last = before.empty() ? 0 : before.back().row.speaker_actor;
    const bool of_another = back > near && back <= reach && is_person(last);
    const bool since = back <= near && !before.empty() && document_.sentence_of(before.back().content.first) + back < sentence;
    if (since) {  // "The union sent out a letter. “We are late,” the letter said"
      speaker.actor = party_of(sentence - back);
      if (speaker.actor == 0) take_opening_body(sentence - back, speaker);
    }
    const bool alone =
        back > reach && is_person(last) && document_.is_at(tokens.end - 1, class_id::REPORT_NOUN) &&
        document_.sentences[document_.sentence_of(before.back().content.first)].paragraph != document_.sentences[sentence].paragraph;  // "the report showed"
    if (!since && !of_another && !alone && !before.empty() && document_.sentence_of(before.back().content.first) + near >= sentence) {
      speaker.actor = before.back().row.speaker_actor;
      speaker.name = before.back().row.speaker;
    }
    if (speaker.actor == 0 && speaker.name.empty() && back <= std::min(near, sentence)) speaker.actor = party_of(sentence - back);
    if (speaker.actor != 0 && is_named_behind(speaker.actor, tokens)) speaker = {{}, 0, speaker.mention, speaker.via};
  }
  if (speaker.actor != 0) speaker.name = cast_.name_of(speaker.actor);
}

// "The complaint accuses Paz": it is not hers.
bool Speakers::is_named_behind(Id actor, Stretch tokens) const {
  return is_named_in(actor, {tokens.end, document_.sentences[document_.sentence_of(tokens.first)].end});
}

bool Speakers::is_named_in(Id actor, Stretch rest) const {
  for (auto at = first_in(cast_.mentions, rest); at != cast_.mentions.end() && rest.holds(at->tokens); ++at) {
    if (at->row.actor == actor && at->row.form == MentionForm::name) return true;
  }
  return false;
}

// Is a document told of for the first time, with "a" or in the plural? Then it is not that of the speaker before.
bool Speakers::is_new(Stretch tokens) const {
  const Element* const first = document_.word_at(tokens.first);
  return first != nullptr && !document_.is(*first, class_id::DEFINITE) && !document_.is(*first, class_id::POSSESSIVE);
}

// "a letter signed by forty lawmakers", "the study, published in May by the bank,": whose it is, who is no mere reader of it.
void Speakers::take_author(Stretch tokens, Speaker& speaker) const {
  constexpr std::uint32_t near = 8;  // elements
  const Tape tape = document_.tapes[document_.sentence_of(tokens.first)];
  const auto behind = std::lower_bound(tape.begin(), tape.end(), tokens.end, [](const Element& element, std::uint32_t token) { return element.first < token; });
  auto i = static_cast<std::uint32_t>(behind - tape.begin());
  if (i < tape.size() && document_.is(tape[i], class_id::COMMA)) ++i;
  if (i >= tape.size() || !document_.is(tape[i], class_id::AUTHOR_VERB) || !document_.is(tape[i], class_id::VERB_PARTICIPLE)) return;
  const std::uint32_t end = std::min<std::uint32_t>(static_cast<std::uint32_t>(tape.size()), i + near);
  for (++i; i + 1 < end && !document_.is(tape[i], class_id::COMMA) && !document_.is(tape[i], class_id::VERB_GROUP); ++i) {
    if (!document_.is(tape[i], class_id::AGENT_MARK) || !document_.is(tape[i + 1], class_id::NOUN_GROUP)) continue;
    const Stretch author = Document::stretch(tape[i + 1]);
    const std::int32_t mention = mention_ending(author);
    if (mention >= 0) speaker.actor = cast_.mentions[static_cast<std::size_t>(mention)].row.actor;
    speaker.name = speaker.actor != 0 ? cast_.name_of(speaker.actor) : document_.words_without_opening(author);
    return;
  }
}

// "figures from the statistics office": whose they are, though the text has no name for it.
void Speakers::take_origin(Stretch tail, Speaker& speaker) const {
  if (tail.empty()) return;
  const Element* const link = document_.word_at(tail.first);
  if (link == nullptr || link->end >= tail.end || !(document_.is(*link, class_id::ORIGIN_MARK) || document_.is(*link, class_id::AGENT_MARK))) return;
  if (document_.is_at(tail.end - 1, class_id::PLACE_NOUN) && !document_.is_at(tail.end - 1, class_id::INSTITUTION)) return;  // "reports from the town"
  speaker.name = document_.words_without_opening({link->end, tail.end});
}

// "the report of a public inquiry": of a body or an occasion that is told with it, not of who spoke before.
void Speakers::take_inquiry(Stretch tail, Speaker& speaker) const {
  if (tail.empty() || !document_.is_at(tail.first, class_id::OF_MARK) || tail.end < tail.first + 2) return;
  const std::uint32_t word = tail.end - 1;
  if (document_.is_at(word, class_id::INSTITUTION) || (document_.is_at(word, class_id::EVENT_NOUN) && document_.is_at(word, class_id::REPORT_NOUN)))
    speaker.name = document_.words_without_opening({tail.first + 1, tail.end});
}

// Does a sentence hold the head word of a noun group, outside quotation marks?
bool Speakers::tells_of(std::uint32_t sentence, Stretch group) const {
  const Element* const head = document_.word_at(group.end - 1);
  if (head == nullptr || head->word == lexicon::none) return false;
  const Tape words = document_.words[sentence];
  return std::any_of(words.begin(), words.end(), [&](const Element& word) { return word.word == head->word && document_.quotation_of(word.first) < 0; });
}

Id Speakers::party_of(std::uint32_t sentence) const { return party_in({document_.sentences[sentence].first, document_.sentences[sentence].end}); }

// The one person of the cast whom it fits; 0 where there is none, or more.
template <typename Fits>
Id Speakers::only_person(Fits fits) const {
  constexpr std::size_t most = 256;  // actors: those of an interview are few
  Id one = 0;
  for (Id id = 1; id <= std::min(most, cast_.actors.size()); ++id) {
    if (cast_.actors[id - 1].kind != ActorKind::person || !fits(cast_.actors[id - 1])) continue;
    if (one != 0) return 0;
    one = id;
  }
  return one;
}

// "MARSH:" is Ana Marsh, "Spokesman:" the one person of that office, "TF:" Tom Fenwick.
Id Speakers::labelled(Stretch label) const {
  if (const Id named = cast_.actor_of(label); named != 0 && cast_.actors[named - 1].name.size() > document_.words_of(label).size()) return named;
  const std::string_view words = document_.words_of(label);
  const auto same = [](char a, char b) { return a == b || ((a ^ b) == 0x20 && (a | 0x20) >= 'a' && (a | 0x20) <= 'z'); };
  if (document_.tokens[label.first].shape == text::Shape::all_capitals && label.end == label.first + 1) {
    const Id one = only_person([&](const Actor& actor) { return has_initials(actor.name, words); });
    if (one != 0) return one;
  }
  const Id one = only_person([&](const Actor& actor) {
    const std::string& name = actor.name;
    return name.size() > words.size() && name[name.size() - words.size() - 1] == ' ' && std::equal(words.rbegin(), words.rend(), name.rbegin(), same);
  });
  if (one != 0) return one;
  if (const Id named = cast_.actor_of(label); named != 0) return named;
  return only_person([&](const Actor& actor) { return std::equal(words.begin(), words.end(), actor.role.begin(), actor.role.end(), same); });
}

Id Speakers::only_person_before(std::uint32_t token) const {
  Id one = 0;
  for (const FoundMention& mention : cast_.mentions) {
    if (mention.tokens.first >= token) break;
    if (mention.row.kind != ActorKind::person || mention.row.actor == 0 || mention.row.actor == one) continue;
    if (one != 0) return 0;
    one = mention.row.actor;
  }
  return one;
}

Id Speakers::party_in(Stretch all) const {
  for (auto at = first_in(cast_.mentions, all); at != cast_.mentions.end() && all.holds(at->tokens); ++at) {
    const bool party = at->row.kind == ActorKind::person || at->row.kind == ActorKind::organization || at->row.kind == ActorKind::group;
    if (party && at->row.actor != 0) return at->row.actor;
  }
  return 0;
}

std::int32_t Speakers::mention_ending(Stretch tokens) const {
  const std::uint32_t end = tokens.end;
  while (tokens.end > tokens.first + 1 && document_.is_at(tokens.end - 1, class_id::POSTNOMINAL)) --tokens.end;  // "Ana Paz MP"
  const std::int32_t index = cast_.mention_in(tokens);
  if (index < 0) return -1;
  if (tokens.end != end && cast_.mentions[static_cast<std::size_t>(index)].row.kind != ActorKind::person) return -1;  // "the Lomas East MP"
  return cast_.mentions[static_cast<std::size_t>(index)].tokens.end == tokens.end ? index : -1;
}

}  // namespace gazette::facts

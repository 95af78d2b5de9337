#include "facts/casualties_scenes.h"

#include <charconv>

#include "facts/nearness.h"
#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

namespace class_id = lexicon::class_id;

enum class Opening {
  none,
  next,       // "In a second raid, …"
  following,  // "A second blast killed …", "The second killed …"
  earlier
};

// "In a second raid", "In another attack"
bool opens_next(const Document& document, std::uint32_t sentence) {
  const Element* const scene = opening_scene(document, sentence);
  if (scene == nullptr) return false;
  const std::uint32_t first = scene->first;
  if (document.is_at(first, class_id::ONE_MORE)) return true;
  return document.is_at(first, class_id::ARTICLE) && !document.is_at(first, class_id::DEFINITE) && document.is_at(first + 1, class_id::ORDINAL);
}

// "A second blast killed", "The second killed": one more of what the text tells of
bool follows(const Document& document, std::uint32_t sentence) {
  const Tape tape = document.tapes[sentence];
  if (tape.size() < 2 || !document.is(tape[0], class_id::NOUN_GROUP) || !document.is(tape[1], class_id::VERB_GROUP)) return false;
  const std::uint32_t first = tape[0].first;
  const bool scene = (document.is(tape[0], class_id::EVENT_NOUN) || document.is(tape[0], class_id::CAUSE) || document.is(tape[0], class_id::WEAPON)) &&
                     !document.is(tape[0], class_id::REPORT_NOUN);
  if (!document.is_at(first, class_id::ARTICLE) || !(scene || tape[0].end == first + 2)) return false;
  const Element* const word = document.word_at(first + 1);
  const auto ordinal = word == nullptr ? std::nullopt : document.grammar->lexicon().entry(word->word, class_id::ORDINAL);
  return ordinal && (*ordinal)[lexicon::Column::value] != "1";
}

// "A day earlier", "Two months ago": a week or more, or a day before the text's own, and what shifts it back.
bool opens_earlier(const Document& document, std::uint32_t sentence, std::uint32_t first) {
  const Tape words = document.words[sentence];
  constexpr std::size_t reach = 4;
  constexpr int week = 7;
  const std::size_t from = element_at(words, first);
  for (std::size_t i = from; i < from + reach && i + 1 < words.size(); ++i) {
    if (!document.is(words[i], class_id::DATE_UNIT) || !document.is(words[i + 1], class_id::DATE_SHIFT)) continue;
    const lexicon::Lexicon& lexicon = document.grammar->lexicon();
    const auto unit = lexicon.entry(words[i].word, class_id::DATE_UNIT);
    const auto shift = lexicon.entry(words[i + 1].word, class_id::DATE_SHIFT);
    if (!unit || !shift) return false;
    const std::string_view days = (*unit)[lexicon::Column::value];
    int value = 0;
    std::from_chars(days.data(), days.data() + days.size(), value);
    const bool hangs = (*shift)[lexicon::Column::kind] == "context";  // "A day earlier": than what the text tells of
    return value >= (hangs ? 1 : week) && (*shift)[lexicon::Column::value].starts_with('-');
  }
  return false;
}

Opening opening_of(const Document& document, std::uint32_t sentence) {
  if (opens_next(document, sentence)) return Opening::next;
  if (follows(document, sentence)) return Opening::following;
  return opens_earlier(document, sentence, document.sentences[sentence].first) ? Opening::earlier : Opening::none;
}

// "Nine were killed on Friday; a year earlier | 85 people had died there"
bool opens_earlier_clause(const Document& document, const FoundCasualty& claim) {
  const Tape tape = document.tapes[claim.row.sentence - 1];
  constexpr std::size_t reach = 8;
  for (std::size_t i = element_at(tape, claim.tokens.first), steps = 0; i-- > 0 && steps < reach; ++steps) {
    if (document.is(tape[i], class_id::SEMICOLON)) return opens_earlier(document, claim.row.sentence - 1, tape[i].end);
    if (document.is(tape[i], class_id::VERB_GROUP)) return false;
  }
  return false;
}

// "nine such mishaps this year in which | 41 people have died": what several deeds came to.
bool is_of_several(const Document& document, const FoundCasualty& claim) {
  // "bringing the month's toll to 60"
  for (std::uint32_t token = claim.tokens.first > 1 ? claim.tokens.first - 2 : 0; token + 1 < claim.tokens.end; ++token) {
    if (document.is_at(token, class_id::DATE_UNIT) && document.is_at(token + 1, class_id::CLITIC)) return true;
  }
  const Tape tape = document.tapes[claim.row.sentence - 1];
  constexpr std::size_t reach = 6;
  bool relative = false;
  for (std::size_t i = element_at(tape, claim.tokens.first), steps = 0; i-- > 0 && steps < reach; ++steps) {
    if (relative && document.is(tape[i], class_id::COUNTED)) return document.is(tape[i], class_id::EVENT_NOUN) || document.is(tape[i], class_id::CAUSE);
    if (document.is(tape[i], class_id::VERB_GROUP) || document.is(tape[i], class_id::COMMA)) return false;
    relative |= i > 0 && document.is(tape[i], class_id::RELATIVE) && document.is(tape[i - 1], class_id::PREPOSITION);
  }
  return false;
}

}  // namespace

const Element* opening_scene(const Document& document, std::uint32_t sentence) {
  const Tape tape = document.tapes[sentence];
  if (tape.size() < 2 || !document.is(tape[0], class_id::PREPOSITION) || !document.is(tape[1], class_id::NOUN_GROUP)) return nullptr;
  return document.is(tape[1], class_id::EVENT_NOUN) || document.is(tape[1], class_id::CAUSE) ? &tape[1] : nullptr;
}

void find_other_scenes(std::vector<FoundCasualty>& claims, const Document& document) {
  const bool news = !document.sentences.empty() && document.sentences.front().part == text::Part::headline;
  std::uint32_t sentence = 0;
  Opening opening = Opening::none;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    FoundCasualty& claim = claims[i];
    if (claim.row.sentence != sentence) sentence = claim.row.sentence, opening = opening_of(document, sentence - 1);
    const bool several = news && is_of_several(document, claim);
    const bool earlier = opens_earlier_clause(document, claim);
    if ((opening == Opening::none && !several && !earlier) || claim.row.part_of != 0) continue;
    constexpr std::size_t reach = 32;
    bool own = false;
    for (std::size_t at = i > reach ? i - reach : 0; at < i && !own; ++at) {
      const FoundCasualty& before = claims[at];
      own =
          before.row.harm == claim.row.harm && (several || earlier || before.row.sentence < sentence) && before.row.figure.bound != "none" && !before.elsewhere;
    }
    if (opening == Opening::next || opening == Opening::following) claim.more = claim.scene = claim.more || (own && !news && !claim.victims.told());
    const bool other = several || earlier || (opening == Opening::next ? news : opening == Opening::earlier);
    claim.elsewhere |= other && own && !claim.victims.told();
  }
}

void find_new_places(std::vector<FoundCasualty>& claims, const Document& document, const FoundPlaces& places) {
  std::vector<std::uint32_t> first(places.rows.size(), 0);  // the token behind that of a place's first mention; 0 before
  auto mention = places.mentions.begin();
  for (FoundCasualty& claim : claims) {
    const std::uint32_t sentence = claim.row.sentence - 1;
    const std::uint32_t end = document.sentences[sentence].end;
    for (; mention != places.mentions.end() && mention->tokens.first < end; ++mention) {
      if (first[mention->place] == 0) first[mention->place] = mention->tokens.end;
    }
    const Tape tape = document.tapes[sentence];
    if (tape.size() < 3 || !document.is(tape[0], class_id::LOCATIVE) || !document.is(tape[2], class_id::COMMA)) continue;
    const auto opening = first_in(places.mentions, Document::stretch(tape[1]));
    claim.there = opening != places.mentions.end() && opening->tokens.first < tape[1].end && first[opening->place] == opening->tokens.end;
  }
}

void find_scenes(std::vector<FoundCasualty>& claims, const Document& document, const FoundPlaces& places) {
  for (FoundCasualty& claim : claims) {
    const text::Sentence& sentence = document.sentences[claim.row.sentence - 1];
    constexpr std::ptrdiff_t most = 16;  // a sentence with more is a list of places
    const auto from = first_in(places.mentions, {sentence.first, 0});
    for (auto mention = from; mention != places.mentions.end() && mention->tokens.first < sentence.end; ++mention) {
      const std::string_view country = places.rows[mention->place].country;
      const bool one = mention - from < most && !country.empty() && (claim.country.empty() || claim.country == country);
      claim.country = one ? country : std::string_view{};
      if (!one) break;
    }
  }
  // "killed 89 people, including 85 in India": the total is of other countries too.
  for (const FoundCasualty& claim : claims) {
    if (claim.row.part_of != 0) claims[claim.row.part_of - 1].country = {};
  }
}

}  // namespace gazette::facts

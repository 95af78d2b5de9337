#include "facts/casualties_scenes.h"

#include <algorithm>

#include "lexicon/cell.h"
#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

namespace class_id = lexicon::class_id;

enum class Opening { none, next, earlier, aftermath };

std::int64_t value_of(const Document& document, const Element& word, ClassId id) {
  const auto entry = document.grammar->lexicon().entry(word.word, id);
  return entry ? lexicon::number_in<std::int64_t>((*entry)[lexicon::Column::value]).value_or(0) : 0;
}

// "In a second raid", "In another attack"
bool opens_next(const Document& document, std::uint32_t sentence) {
  const Tape tape = document.tapes[sentence];
  if (tape.size() < 3 || !document.is(tape[0], class_id::PREPOSITION) || !document.is(tape[1], class_id::NOUN_GROUP)) return false;
  if (!document.is(tape[1], class_id::EVENT_NOUN) && !document.is(tape[1], class_id::CAUSE)) return false;
  bool indefinite = false;
  for (const Element& word : document.words[sentence]) {
    if (word.first < tape[1].first) continue;
    if (word.first >= tape[1].end) break;
    if (document.is(word, class_id::ONE_MORE)) return true;
    indefinite |= document.is(word, class_id::ARTICLE) && !document.is(word, class_id::DEFINITE);
    if (indefinite && value_of(document, word, class_id::ORDINAL) > 1) return true;
  }
  return false;
}

// "A week earlier", "Barely two weeks after …": a week or more, and what shifts it.
Opening opening_of(const Document& document, std::uint32_t sentence) {
  if (opens_next(document, sentence)) return Opening::next;
  const Tape words = document.words[sentence];
  constexpr std::size_t reach = 4;
  constexpr std::int64_t week = 7;
  for (std::size_t i = 0; i < reach && i + 1 < words.size(); ++i) {
    if (!document.is(words[i], class_id::DATE_UNIT)) continue;
    if (value_of(document, words[i], class_id::DATE_UNIT) < week || !document.is(words[i + 1], class_id::DATE_SHIFT)) return Opening::none;
    if (value_of(document, words[i + 1], class_id::DATE_SHIFT) < 0) return Opening::earlier;
    return document.is(words[i + 1], class_id::AFTER) ? Opening::aftermath : Opening::none;
  }
  return Opening::none;
}

// "… after a tanker exploded, killing 30, another | went up in flames": does the sentence go on with one more?
bool goes_on_with_another(const Document& document, const FoundCasualty& claim) {
  const std::uint32_t sentence = claim.row.sentence - 1;
  constexpr std::uint32_t reach = 6;
  bool comma = false;
  for (const Element& word : document.words[sentence]) {
    if (word.first < claim.tokens.end) continue;
    if (word.first > claim.tokens.end + reach) return false;
    if (comma && document.is(word, class_id::ONE_MORE)) return true;
    comma |= document.is(word, class_id::COMMA);
  }
  return false;
}

// "nine such mishaps this year in which | 41 people have died": what several deeds came to.
bool is_of_several(const Document& document, const FoundCasualty& claim) {
  const Tape tape = document.tapes[claim.row.sentence - 1];
  constexpr std::size_t reach = 6;
  const auto at = std::partition_point(tape.begin(), tape.end(), [&](const Element& element) { return element.first < claim.tokens.first; });
  bool relative = false;
  for (std::size_t i = static_cast<std::size_t>(at - tape.begin()), steps = 0; i-- > 0 && steps < reach; ++steps) {
    if (relative && document.is(tape[i], class_id::COUNTED)) return document.is(tape[i], class_id::EVENT_NOUN) || document.is(tape[i], class_id::CAUSE);
    if (document.is(tape[i], class_id::VERB_GROUP) || document.is(tape[i], class_id::COMMA)) return false;
    relative |= i > 0 && document.is(tape[i], class_id::RELATIVE) && document.is(tape[i - 1], class_id::PREPOSITION);
  }
  return false;
}

}  // namespace

void find_other_scenes(std::vector<FoundCasualty>& claims, const Document& document) {
  const bool news =
      std::any_of(document.sentences.begin(), document.sentences.end(), [](const text::Sentence& sentence) { return sentence.part == text::Part::headline; });
  std::uint32_t sentence = 0;
  Opening opening = Opening::none;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    FoundCasualty& claim = claims[i];
    if (claim.row.sentence != sentence) sentence = claim.row.sentence, opening = opening_of(document, sentence - 1);
    const bool several = news && is_of_several(document, claim);
    if ((opening == Opening::none && !several) || claim.row.part_of != 0) continue;
    const bool told = claim.victims.definite || claim.victims.pronoun || claim.victims.actor != 0;
    constexpr std::size_t reach = 32;
    const auto from = claims.begin() + static_cast<std::ptrdiff_t>(i > reach ? i - reach : 0);
    const bool own = std::any_of(from, claims.begin() + static_cast<std::ptrdiff_t>(i), [&](const FoundCasualty& before) {
      return before.row.harm == claim.row.harm && before.row.sentence < sentence && before.row.figure.bound != "none" && !before.elsewhere;
    });
    if (opening == Opening::next) claim.more = claim.scene = claim.more || (own && !news && !told);
    const bool other = several || (opening == Opening::next ? news : opening == Opening::earlier);
    claim.elsewhere |= (other && own && !told) || (opening == Opening::aftermath && goes_on_with_another(document, claim));
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

#include "facts/casualties_antecedents.h"

#include "lexicon/classes.h"

namespace gazette::facts {

namespace class_id = lexicon::class_id;
using lexicon::Column;

namespace {

constexpr std::size_t most = 60;  // elements of a sentence

}  // namespace

bool Antecedents::is_plural_pronoun(const Element& word) const {
  const auto entry = document_.grammar->lexicon().entry(word.word, document_.is(word, class_id::POSSESSIVE) ? class_id::POSSESSIVE : class_id::PRONOUN);
  return entry && (*entry)[Column::number] == "p" && !document_.is(word, class_id::FIRST_PERSON);
}

std::optional<Victims> Antecedents::read(const Element& group) const {
  auto victims = persons_of(group);
  if (victims) victims->antecedent = victims->tokens, victims->tokens = Document::stretch(group);
  return victims;
}

std::optional<Victims> Antecedents::persons_of(const Element& group) const {
  if (document_.is(group, class_id::COUNTED)) return std::nullopt;
  const Element* const opening = document_.word_at(group.first);
  if (opening == nullptr) return std::nullopt;
  if (document_.is(group, class_id::EVERYBODY)) {
    const bool aboard = document_.is(group, class_id::NO_SURVIVOR) || document_.is_at(group.end, class_id::ABOARD);
    return aboard ? aboard_before(group.first) : before(group.first, nullptr, false);
  }
  if (document_.is(group, class_id::PERSONAL))
    return is_plural_pronoun(*opening) ? before(group.first, nullptr, document_.is(*opening, class_id::ACCUSATIVE)) : std::nullopt;
  if (document_.is(*opening, class_id::POSSESSIVE))
    return (document_.is(group, class_id::HARM_NOUN) || document_.is(group, class_id::BODY_PART)) && is_plural_pronoun(*opening)
               ? before(group.first, nullptr, false)
               : std::nullopt;
  const bool plural = document_.is(group, class_id::NOUN_PLURAL) && !document_.is(group, class_id::NOUN_SINGULAR);
  if (!plural || !document_.is(*opening, class_id::DEFINITE) || !reader_.can_suffer(group)) return std::nullopt;
  return before(group.first, &group, false);
}

// Persons with a number before a token: of the same noun, or those who do it; without a noun the only ones, or the nearest.
std::optional<Victims> Antecedents::before(std::uint32_t token, const Element* noun, bool nearest) const {
  constexpr std::uint32_t sentences = 2;
  const std::uint32_t last = document_.sentence_of(token);
  const std::uint32_t first = earliest(last, sentences);
  for (std::uint32_t sentence = last + 1; sentence-- > first;) {
    const Tape tape = document_.plain_tape(sentence);
    const Element* found = nullptr;
    std::optional<Victims> pair;  // two persons told one by one
    std::size_t several = 0;
    for (std::size_t i = 0; i < tape.size() && i < most && tape[i].first < token; ++i) {
      const Element& group = tape[i];
      const bool of_them = i + 1 < tape.size() && document_.is(tape[i + 1], class_id::PARTITIVE);  // "Four of them were taken away"
      const bool persons = document_.is(group, class_id::COUNTED) && (document_.is(group, class_id::NOUN) || of_them) && reader_.can_suffer(group);
      // "dragged a chief and his son from their house and shot | them"
      if (nearest && noun == nullptr && sentence == last && i + 2 < tape.size() && tape[i + 2].first < token &&
          document_.is(tape[i + 1], class_id::CONJUNCTION)) {
        const auto one = reader_.read(group);
        const auto other = reader_.read(tape[i + 2]);
        const bool known = one && other && one->figure.best && other->figure.best && one->figure.bound == "exact" && other->figure.bound == "exact";
        if (known && other->singular && !one->pronoun && !other->pronoun) {
          const std::int64_t both = *one->figure.best + *other->figure.best;
          pair = *one;
          pair->figure = {both, both, both, "exact"};
          pair->tokens.end = other->tokens.end;
          pair->singular = false;
          pair->generic = true;
          pair->actor = 0;
          found = nullptr;
          continue;
        }
      }
      // "pulled out the injured and rushed | them": the injured, however many
      const bool harmed = nearest && noun == nullptr && document_.is(group, class_id::HARM_ADJECTIVE) && i > 0 &&
                          (document_.is_at(group.first, class_id::DEFINITE) || document_.is(tape[i - 1], class_id::DEFINITE));
      if (harmed && !document_.is(group, class_id::COUNTED)) return std::nullopt;
      if (!persons) continue;
      const bool same =
          noun == nullptr || noun->word == group.word || (document_.is(*noun, class_id::PERPETRATOR_NOUN) && document_.is(group, class_id::PERPETRATOR_NOUN));
      const bool part = i > 0 && document_.is(tape[i - 1], class_id::PARTITIVE);
      if (!same || part) continue;
      found = &group;
      pair.reset();
      ++several;
    }
    if (pair) {
      pair->definite = true;
      pair->besides = false;
      return pair;
    }
    if (found == nullptr) continue;
    if (several > 1 && !nearest) return std::nullopt;
    return told_again(*found);
  }
  return std::nullopt;
}

// "A plane with 12 people on board", "a ferry carrying 300 passengers": the only ones so told of before a token.
std::optional<Victims> Antecedents::aboard_before(std::uint32_t token) const {
  constexpr std::uint32_t sentences = 3;
  const std::uint32_t last = document_.sentence_of(token);
  const std::uint32_t first = earliest(last, sentences);
  for (std::uint32_t sentence = last + 1; sentence-- > first;) {
    const Tape tape = document_.plain_tape(sentence);
    const Element* found = nullptr;
    for (std::size_t i = 1; i < tape.size() && i < most && tape[i].first < token; ++i) {
      const bool persons = document_.is(tape[i], class_id::COUNTED) && document_.is(tape[i], class_id::NOUN) && reader_.can_suffer(tape[i]);
      const bool carried = document_.is(tape[i - 1], class_id::WITH) || document_.is(tape[i - 1], class_id::GERUND);
      if (!persons || !(carried || (i + 1 < tape.size() && document_.is(tape[i + 1], class_id::ABOARD)))) continue;
      if (found != nullptr) return std::nullopt;
      found = &tape[i];
    }
    if (found == nullptr) continue;
    return told_again(*found);
  }
  return std::nullopt;
}

// The earliest of as many `sentences` before one that are of its part of the text.
std::uint32_t Antecedents::earliest(std::uint32_t last, std::uint32_t sentences) const {
  std::uint32_t first = last;
  while (first > 0 && last - first < sentences && document_.sentences[first - 1].part == document_.sentences[last].part) --first;
  return first;
}

// Several persons, as those who were told of before.
std::optional<Victims> Antecedents::told_again(const Element& group) const {
  auto victims = reader_.read(group);
  if (!victims || victims->figure.best.value_or(2) < 2 || victims->figure.bound == "none") return std::nullopt;
  victims->definite = true;
  victims->besides = false;
  return victims;
}

}  // namespace gazette::facts

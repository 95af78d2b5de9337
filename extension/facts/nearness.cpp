#include "facts/nearness.h"

#include <algorithm>

#include "lexicon/classes.h"

namespace gazette::facts {

namespace class_id = lexicon::class_id;

std::size_t element_at(Tape tape, std::uint32_t token) {
  const auto at = std::partition_point(tape.begin(), tape.end(), [token](const Element& element) { return element.end <= token; });
  return static_cast<std::size_t>(at - tape.begin());
}

bool is_boundary(const Document& document, const Element& element) {
  static constexpr lexicon::ClassSet boundaries = [] {
    lexicon::ClassSet all;
    for (const ClassId id : {class_id::COMMA, class_id::SEMICOLON, class_id::COLON, class_id::SUBORDINATOR, class_id::RELATIVE, class_id::DASH,
                             class_id::OPEN_QUOTE, class_id::CLOSE_QUOTE}) {
      all.add(id);
    }
    return all;
  }();
  return document.grammar->lexicon().classes(element.set).meets(boundaries) || document.grammar->label_classes(element.label).meets(boundaries);
}

std::size_t verb_of(const Document& document, Tape tape, std::size_t at) {
  std::size_t before = no_verb;
  bool same_clause = true;
  for (std::size_t i = std::min(at, tape.size()); i-- > 0 && before == no_verb;) {
    if (document.is(tape[i], class_id::VERB_GROUP)) {
      before = i;
    } else if (is_boundary(document, tape[i])) {
      same_clause = false;
    }
  }
  if (before != no_verb && same_clause) return before;
  for (std::size_t i = at + 1; i < tape.size(); ++i) {
    if (document.is(tape[i], class_id::VERB_GROUP)) return i;
    if (i > at + 1 && is_boundary(document, tape[i]) && before != no_verb) break;
  }
  return before;
}

std::uint32_t distance(const Document& document, Tape tape, Stretch adverbial, Stretch tokens) {
  if (tokens.meets(adverbial)) return 0;
  constexpr std::uint32_t of_verb = 8;
  constexpr std::uint32_t of_boundary = 6;
  constexpr std::uint32_t of_standing_before = 2;
  const bool before = adverbial.end <= tokens.first;
  const std::size_t first = element_at(tape, before ? adverbial.end : tokens.end);
  const std::size_t end = element_at(tape, before ? tokens.first : adverbial.first);
  std::uint32_t cost = before ? of_standing_before : 0;
  for (std::size_t i = first; i < end && cost < too_far; ++i) {
    ++cost;
    if (document.is(tape[i], class_id::VERB_GROUP)) cost += of_verb;
    if (is_boundary(document, tape[i])) cost += of_boundary;
  }
  if (!before) return cost;
  const std::size_t own = element_at(tape, adverbial.first);
  for (std::size_t i = 0; i < own; ++i) {
    if (document.is(tape[i], class_id::VERB_GROUP)) return cost;
  }
  return std::min(cost, of_boundary);
}

}  // namespace gazette::facts

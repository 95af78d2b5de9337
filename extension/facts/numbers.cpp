#include "facts/numbers.h"

#include <algorithm>
#include <charconv>

#include "facts/knowledge.h"
#include "lexicon/cell.h"
#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

using lexicon::Column;
namespace class_id = lexicon::class_id;

constexpr std::int64_t largest = 1'000'000'000'000;

// Digits with separators; a decimal part only where a power follows ("1.5 million"), which `scale` tells.
std::optional<double> digits_of(std::string_view word) {
  std::string plain;
  for (const char c : word) {
    if (c == ',') continue;
    if ((c < '0' || c > '9') && c != '.') return std::nullopt;
    plain += c;
  }
  double value = 0;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  if (error != std::errc() || end != plain.data() + plain.size() || value > static_cast<double>(largest)) return std::nullopt;
  return value;
}

std::optional<std::int64_t> value_of(const lexicon::Lexicon& lexicon, std::uint32_t word, ClassId id) {
  const auto entry = lexicon.entry(word, id);
  return entry ? lexicon::number_in<std::int64_t>((*entry)[Column::value]) : std::nullopt;
}

// The two ends of "30-40" or "30–40".
std::pair<std::optional<std::int64_t>, std::optional<std::int64_t>> ends_of(std::string_view range) {
  const std::size_t first = range.find_first_not_of("0123456789,.:");
  const std::size_t second = range.find_last_not_of("0123456789,.:");
  if (first == std::string_view::npos) return {};
  const auto low = digits_of(range.substr(0, first));
  const auto high = digits_of(range.substr(second + 1));
  if (!low || !high) return {};
  return {static_cast<std::int64_t>(*low), static_cast<std::int64_t>(*high)};
}

}  // namespace

std::optional<std::int64_t> cardinal_of(const Document& document, Stretch tokens) {
  const lexicon::Lexicon& lexicon = document.grammar->lexicon();
  double total = 0;
  double current = 0;
  bool any = false;
  for (std::uint32_t i = tokens.first; i < tokens.end;) {
    const Element* const element = document.word_at(i);
    if (element == nullptr) return std::nullopt;
    i = std::max(element->end, i + 1);
    if (element->label == static_cast<std::uint16_t>(text::Shape::number) || element->label == static_cast<std::uint16_t>(text::Shape::year)) {
      const auto digits = digits_of(document.words_of(Document::stretch(*element)));
      if (!digits) return std::nullopt;
      current += *digits;
      any = true;
      continue;
    }
    const auto value = value_of(lexicon, element->word, class_id::CARDINAL);
    if (!value) continue;  // "and", "the"
    any = true;
    if (*value >= 1000) {
      total += std::max(current, 1.0) * static_cast<double>(*value);
      current = 0;
    } else if (*value == 100 || (*value == 12 && current > 0)) {
      current = std::max(current, 1.0) * static_cast<double>(*value);
    } else {
      current += static_cast<double>(*value);
    }
    if (total > static_cast<double>(largest)) return std::nullopt;
  }
  if (!any) return std::nullopt;
  return static_cast<std::int64_t>(total + current);
}

std::optional<Figure> figure_of(const Document& document, const Phrase& phrase) {
  const cascade::Rule& rule = document.rule(phrase);
  const std::string_view bound = rule.setting("bound");
  if (bound.empty()) return std::nullopt;
  if (bound == "same") {  // "three soldiers and as many militants"
    const Phrase* before = nullptr;
    document.each_phrase(document.sentence_of(phrase.first), cascade::StageId::numbers, [&](const Phrase& other) {
      const std::string_view own = document.rule(other).setting("bound");
      if (other.end <= phrase.first && !own.empty() && own != "same") before = &other;
    });
    return before == nullptr ? std::nullopt : figure_of(document, *before);
  }
  Figure figure;
  figure.bound = bound;
  const auto number = [&](std::string_view name) -> std::optional<std::int64_t> {
    const Stretch tokens = document.captured(phrase, name);
    return tokens.empty() ? std::nullopt : cardinal_of(document, tokens);
  };
  const Stretch range = document.captured(phrase, "range");
  if (!range.empty() || bound == "between") {
    if (range.empty()) {
      figure.low = number("low");
      figure.high = number("high");
    } else {
      std::tie(figure.low, figure.high) = ends_of(document.words_of(range));
    }
    if (!figure.low || !figure.high) return range.empty() || !figure.low ? std::nullopt : std::optional(figure);
    if (*figure.low > *figure.high) std::swap(figure.low, figure.high);  // "between 40 and 30"
    return figure;
  }
  std::optional<std::int64_t> best = number("best");
  if (const auto fixed = lexicon::number_in<std::int64_t>(rule.setting("value"))) best = fixed;
  if (const Stretch vague = document.captured(phrase, "vague"); !best && !vague.empty()) {
    const Element* const element = document.word_at(vague.end - 1);
    figure.low = element == nullptr ? std::nullopt : value_of(document.grammar->lexicon(), element->word, class_id::QUANTIFIER);
    if (const auto times = number("times"); times && figure.low) {
      if (*times == 0 || *figure.low > largest / *times) return std::nullopt;
      *figure.low *= *times;
    }
    return figure.low ? std::optional(figure) : std::nullopt;
  }
  if (!best) return std::nullopt;
  if (bound == "exact") figure.low = figure.best = figure.high = best;
  if (bound == "at_least") figure.low = figure.best = best;
  if (bound == "more_than") figure.low = *best + 1;
  if (bound == "at_most") figure.high = best;
  if (bound == "about") figure.best = best;
  return figure;
}

}  // namespace gazette::facts

namespace gazette {

std::optional<Figure> read_number(std::string_view text) {
  constexpr std::size_t longest = 400;  // nobody writes a number longer than this
  if (text.size() > longest) return std::nullopt;
  const facts::Document document = facts::read(text, *Knowledge::built_in()->grammar().grammar, {});
  for (const facts::Phrase& phrase : document.phrases) {
    if (phrase.stage != static_cast<std::uint8_t>(cascade::StageId::numbers)) continue;
    if (phrase.first != 0 || phrase.end != document.tokens.size()) continue;
    return facts::figure_of(document, phrase);
  }
  return std::nullopt;
}

}  // namespace gazette

// Grammars of a few rules, for the tests of the cascade.
#ifndef GAZETTE_TESTS_CASCADE_TOY_GRAMMAR_H
#define GAZETTE_TESTS_CASCADE_TOY_GRAMMAR_H

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "cascade/grammar.h"
#include "text/quotations.h"

namespace gazette::cascade {

/// A grammar whose stage `id` has these rules, and whose other stages have none.
inline std::variant<std::shared_ptr<const Grammar>, std::string> make_toy(StageId id, const char* rules, const std::vector<lexicon::UserEntry>& entries = {},
                                                                          const std::vector<UserRule>& user_rules = {}) {
  std::array<RuleFile, stage_count> files{};
  for (std::size_t i = 0; i < stage_count; ++i) files.at(i) = {"toy.rules", i == static_cast<std::size_t>(id) ? rules : ""};
  return Grammar::make(entries, user_rules, files);
}

inline std::shared_ptr<const Grammar> toy(StageId id, const char* rules, const std::vector<UserRule>& user_rules = {}) {
  auto made = make_toy(id, rules, {}, user_rules);
  if (auto* const message = std::get_if<std::string>(&made)) {
    ADD_FAILURE() << *message;
    return Grammar::built_in();
  }
  return std::get<std::shared_ptr<const Grammar>>(made);
}

/// A sentence with its tape.
struct Sentence {
  Sentence(std::string_view text, const Grammar& grammar) : text(text), grammar(grammar) {
    text::tokenize(text, 0, text.size(), grammar.lexicon(), tokens);
    std::vector<text::Quotation> quotations;
    text::pair_marks(text, tokens, 0, static_cast<std::uint32_t>(tokens.size()), quotations);
    lexicon::Lexicon::Buffer buffer;
    grammar.lexicon().look_up(text, tokens, 0, static_cast<std::uint32_t>(tokens.size()), lexicon::Lexicon::Capitals::of_names, tape, buffer);
  }
  std::string words(std::uint32_t first, std::uint32_t end) const {
    if (first == end) return "";
    return std::string(text.substr(tokens[first].begin, tokens[end - 1].end - tokens[first].begin));
  }
  std::string tape_words() const {
    std::string out;
    for (const Element& element : tape) out.append(out.empty() ? "" : "|").append(words(element.first, element.end));
    return out;
  }

  std::string_view text;
  const Grammar& grammar;
  std::vector<text::Token> tokens;
  std::vector<Element> tape;
};

}  // namespace gazette::cascade

#endif

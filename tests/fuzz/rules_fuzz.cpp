// Fuzzes the rule compiler: any text is refused with a message, or makes a grammar that reads a sentence.
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "cascade/grammar.h"
#include "cascade/matcher.h"
#include "lexicon/classes.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace gazette;  // NOLINT(google-build-using-namespace): a program of one function
  const std::string_view pattern(reinterpret_cast<const char*>(data), size);
  static const lexicon::Lexicon words;
  const cascade::Names names{[](std::string_view name) { return words.class_of(name); }, [](std::string_view) { return lexicon::class_id::NOUN; }};
  std::vector<std::string> captures;
  cascade::Macros macros;
  auto parsed = cascade::parse_rules("fuzz", "toy rule: " + std::string(pattern), names, captures, macros);
  if (const auto* const error = std::get_if<cascade::RuleError>(&parsed)) {
    if (error->message.empty() || error->line == 0) std::abort();
    return 0;
  }
  const cascade::LabelSets labels(text::shape_count);
  for (const cascade::Rule& rule : std::get<std::vector<cascade::Rule>>(parsed)) {
    cascade::Alphabet alphabet;
    auto compiled = cascade::compile(rule.tree, alphabet);
    const auto* const program = std::get_if<cascade::Program>(&compiled);
    if (program == nullptr) continue;
    alphabet.freeze(words, labels, 0, [](const lexicon::ClassSet&, const std::uint64_t*, std::uint64_t*) {});
    std::vector<cascade::Row> rows(12, alphabet.row(lexicon::Element{}));
    rows.push_back(alphabet.nothing());
    cascade::Matcher matcher;
    matcher.begin(*program, rows.data(), 12);
    for (std::uint32_t at = 0; at <= 12; ++at) matcher.match_at(at);
  }
  return 0;
}

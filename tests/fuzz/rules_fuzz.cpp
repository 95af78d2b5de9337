// Fuzzes the rule compiler: any text is refused with a message, or makes a grammar that reads a sentence.
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "cascade/grammar.h"
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
    auto compiled = cascade::CompiledRule::compile(rule, words, labels);
    auto* const ready = std::get_if<std::unique_ptr<cascade::CompiledRule>>(&compiled);
    if (ready == nullptr) continue;
    std::vector<lexicon::Element> elements(12);
    std::string tape;
    (*ready)->write_tape(elements.data(), elements.size(), nullptr, tape);
    std::vector<re2::StringPiece> groups;
    (*ready)->match(tape, 0, groups);
  }
  return 0;
}

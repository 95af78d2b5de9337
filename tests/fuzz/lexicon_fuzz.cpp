// Fuzzes what INSERT INTO gazette_lexicon and gazette_rules take: any fields, separated by line feeds, are refused with
// a message or make knowledge that reads a text which holds the term.
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <variant>

#include "facts/check.h"
#include "gazette.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace gazette;  // NOLINT(google-build-using-namespace): a program of one function
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  std::array<std::string, 8> fields;
  for (std::string& field : fields) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    field = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  const LexiconEntry entry{fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6], false};
  const bool refused = !Knowledge::check(entry).empty();
  // Making knowledge takes some milliseconds: for a part of the entries.
  if (refused || std::hash<std::string>{}(fields[0]) % 8 != 0) return 0;
  std::vector<RuleEntry> rules;
  if (!fields[7].empty()) rules.push_back({"quote.own", "quotes", fields[7], false});
  auto made = Knowledge::with({entry}, rules);
  if (const auto* const message = std::get_if<std::string>(&made)) {
    if (message->empty() || rules.empty()) std::abort();  // what check() takes is taken
    return 0;
  }
  const auto knowledge = std::get<std::shared_ptr<const Knowledge>>(made);
  const std::string text = "Talks\n\n\"We met,\" " + fields[0] + " said on Monday. At least 20 soldiers of " + fields[0] + " were killed.";
  const std::string flaw = flaw_of(analyze(text, {.published = "2024-05-14", .knowledge = knowledge, .interrupted = {}}));
  if (!flaw.empty()) {
    std::fprintf(stderr, "%s\n", flaw.c_str());
    std::abort();
  }
  return 0;
}

// Fuzzes analyze(): any bytes are a text. What check.h asks of every article holds: spans lie in the text and cut no
// character, ids resolve, values are those that the interface names. The same text gives the same rows.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "facts/check.h"
#include "gazette.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const gazette::Options options{.published = "2024-05-14", .knowledge = nullptr, .interrupted = {}};
  const gazette::Article article = gazette::analyze(text, options);
  const std::string flaw = gazette::flaw_of(article);
  if (!flaw.empty()) {
    std::fprintf(stderr, "%s\n", flaw.c_str());
    std::abort();
  }
  if (gazette::to_json(gazette::analyze(text, options)) != gazette::to_json(article)) std::abort();
  return 0;
}

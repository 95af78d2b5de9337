// Fuzzes analyze(): any bytes are a text. Every span must lie in the text, every id must resolve, and what goes out as
// JSON and HTML must be made without a crash.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "gazette.h"

namespace {

void demand(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const gazette::Article article = gazette::analyze(text, {.published = "2024-05-14", .knowledge = nullptr, .interrupted = {}});
  const auto inside = [&](gazette::Span span) { demand(span.begin <= span.end && span.end <= size); };
  const auto row = [](gazette::Id id, std::size_t rows) { demand(id <= rows); };
  for (const auto& sentence : article.sentences) inside(sentence.span);
  for (const auto& actor : article.actors) inside(actor.span);
  for (const auto& mention : article.mentions) {
    inside(mention.span);
    row(mention.actor, article.actors.size());
    row(mention.sentence, article.sentences.size());
  }
  for (const auto& quote : article.quotes) {
    inside(quote.content), inside(quote.cue), inside(quote.mention);
    row(quote.speaker_actor, article.actors.size());
    row(quote.continues, article.quotes.size());
    row(quote.part_of, article.quotes.size());
  }
  for (const auto& claim : article.casualties) {
    inside(claim.span);
    row(claim.part_of, article.casualties.size());
    row(claim.quote, article.quotes.size());
  }
  for (const auto& event : article.events) {
    inside(event.span), inside(event.trigger), inside(event.source_mention), inside(event.target_mention);
    row(event.quote, article.quotes.size());
  }
  for (const auto& date : article.dates) inside(date.span);
  for (const auto& place : article.places) inside(place.span);
  demand(!gazette::to_json(article).empty());
  demand(!gazette::to_html(article).empty());
  return 0;
}

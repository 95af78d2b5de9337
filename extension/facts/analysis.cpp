// analyze(): the layers one after the other.
#include <algorithm>
#include <array>

#include "facts/actors.h"
#include "facts/casualties.h"
#include "facts/dates.h"
#include "facts/document.h"
#include "facts/events.h"
#include "facts/knowledge.h"
#include "facts/numbers.h"
#include "facts/places.h"
#include "facts/quotes.h"
#include "gazette.h"
#include "text/utf8.h"

namespace gazette {

struct Article::Characters {
  text::CharacterIndex index;
};

Article::Article(std::string text, bool stray_bytes_together) : text_(std::move(text)), characters_(std::make_unique<Characters>()) {
  characters_->index = text::CharacterIndex(text_, stray_bytes_together ? text::StrayBytes::together : text::StrayBytes::apart);
}
Article::Article(Article&&) noexcept = default;
Article& Article::operator=(Article&&) noexcept = default;
Article::~Article() = default;

std::size_t Article::character(std::size_t byte) const { return characters_->index.character(byte); }

std::string_view version() { return GAZETTE_VERSION; }

namespace {

// The article's own day: as the caller says, else as its dateline does.
std::string_view day_of(const facts::Document& document, const std::vector<facts::FoundDate>& dates, std::string_view published) {
  if (!published.empty()) return published;
  const auto at = std::find_if(dates.begin(), dates.end(), [&](const facts::FoundDate& date) { return document.sentences[date.row.sentence - 1].part == text::Part::dateline; });
  return at == dates.end() ? std::string_view{} : std::string_view(at->row.from);
}

// Takes the rows of what was found.
template <typename Row, typename Found>
void take_rows(std::vector<Row>& rows, std::vector<Found>& all) {
  rows.reserve(all.size());
  for (Found& found : all) rows.push_back(std::move(found.row));
}

// Fills the tables, after all that can be interrupted.
void read_facts(Article& article, const cascade::Grammar& grammar, const Options& options) {
  const facts::Document document = facts::read(article.text(), grammar, text::Pause(options.interrupted));
  std::vector<facts::FoundDate> dates = facts::find_dates(document, options.published);
  facts::Cast cast = facts::find_actors(document, day_of(document, dates, options.published));
  facts::FoundPlaces places = facts::find_places(document, cast);
  std::vector<facts::FoundQuote> quotes = facts::find_quotes(document, cast);
  std::vector<facts::FoundCasualty> casualties = facts::find_casualties(document, cast, quotes, dates, places);
  article.events = facts::find_events(document, cast, quotes, dates, places);
  article.tolls = facts::add_up(casualties);
  article.sentences.reserve(document.sentences.size());
  for (const text::Sentence& sentence : document.sentences) {
    article.sentences.push_back({sentence.paragraph, static_cast<Part>(sentence.part), document.span({sentence.first, sentence.end})});
  }
  article.places = std::move(places.rows);
  take_rows(article.dates, dates);
  take_rows(article.quotes, quotes);
  take_rows(article.casualties, casualties);
  take_rows(article.mentions, cast.mentions);
  article.actors = std::move(cast.actors);
}

}  // namespace

Article analyze(std::string_view text, const Options& options) {
  constexpr std::size_t longest = std::size_t{1} << 31U;  // offsets are 32 bits wide
  Article article(std::string(text.size() < longest ? text : std::string_view{}), options.stray_bytes_together);
  const std::shared_ptr<const Knowledge> knowledge = options.knowledge ? options.knowledge : Knowledge::built_in();
  try {
    read_facts(article, *knowledge->grammar().grammar, options);
  } catch (const text::Interrupted&) {
    article.interrupted = true;
  }
  return article;
}

std::string_view name_of(Part part) { return text::part_name(static_cast<text::Part>(part)); }

std::string_view name_of(ActorKind kind) {
  static constexpr std::array<std::string_view, 5> names{"person", "organization", "group", "country", "place"};
  return names.at(static_cast<std::size_t>(kind));
}

std::string_view name_of(MentionForm form) {
  static constexpr std::array<std::string_view, 4> names{"name", "demonym", "nominal", "pronoun"};
  return names.at(static_cast<std::size_t>(form));
}

std::string_view name_of(QuoteKind kind) {
  static constexpr std::array<std::string_view, 4> names{"direct", "indirect", "mixed", "fragment"};
  return names.at(static_cast<std::size_t>(kind));
}

std::string_view name_of(DateKind kind) {
  static constexpr std::array<std::string_view, 3> names{"absolute", "relative", "duration"};
  return names.at(static_cast<std::size_t>(kind));
}

}  // namespace gazette

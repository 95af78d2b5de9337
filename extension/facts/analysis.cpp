// How an article is read: the layers one after the other, as far as they are asked for.
#include <algorithm>
#include <array>
#include <functional>

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

// The layers one after the other, each when it is first asked for. What a layer found stays here for those behind it;
// its rows go to the article when the reading ends for now.
struct Article::Reading {
  std::shared_ptr<const Knowledge> knowledge;
  std::string published;
  Depth next = Depth::sentences;   // to be read
  Depth given = Depth::sentences;  // whose rows are to be given
  facts::Document document;
  std::vector<facts::FoundDate> dates;
  facts::Cast cast;
  std::vector<facts::FoundQuote> quotes;
  facts::FoundPlaces places;
  std::vector<facts::FoundCasualty> casualties;
  std::vector<Event> events;

  // The article's own day: as the caller says, else as its dateline does.
  std::string_view day() const {
    if (!published.empty()) return published;
    const auto at = std::find_if(dates.begin(), dates.end(),
                                 [&](const facts::FoundDate& date) { return document.sentences[date.row.sentence - 1].part == text::Part::dateline; });
    return at == dates.end() ? std::string_view{} : std::string_view(at->row.from);
  }

  // Reads one depth. What is interrupted, or finds no memory, can be tried again.
  void read(std::string_view text) {
    switch (next) {
      case Depth::sentences: document = facts::lay_out(text, *knowledge->grammar().grammar, document.pause); break;
      case Depth::dates:
        facts::read_words(document);
        dates = facts::find_dates(document, published);
        break;
      case Depth::actors: cast = facts::find_actors(document, day()); break;
      case Depth::quotes: quotes = facts::find_quotes(document, cast); break;
      case Depth::places: places = facts::find_places(document, cast); break;
      case Depth::casualties: casualties = facts::find_casualties(document, cast, quotes, dates, places); break;
      case Depth::events: events = facts::find_events(document, cast, quotes, dates, places); break;
    }
    next = behind(next);
  }

  // Gives the rows of one depth: they are copied where a layer still to come needs them.
  void give(Article& article) {
    const bool last = next == behind(Depth::events);
    switch (given) {
      case Depth::sentences:
        article.sentences.clear();
        article.sentences.reserve(document.sentences.size());
        for (const text::Sentence& sentence : document.sentences) {
          article.sentences.push_back({sentence.paragraph, static_cast<Part>(sentence.part), document.span({sentence.first, sentence.end})});
        }
        break;
      case Depth::dates: give_rows(article.dates, dates, last, &facts::FoundDate::row); break;
      case Depth::actors:
        give_rows(article.mentions, cast.mentions, last, &facts::FoundMention::row);
        give_rows(article.actors, cast.actors, last);
        break;
      case Depth::quotes: give_rows(article.quotes, quotes, last, &facts::FoundQuote::row); break;
      case Depth::places: give_rows(article.places, places.rows, last); break;
      case Depth::casualties:
        article.tolls = facts::add_up(casualties);
        give_rows(article.casualties, casualties, last, &facts::FoundCasualty::row);
        break;
      case Depth::events: article.events = std::move(events); break;
    }
    given = behind(given);
  }

  static Depth behind(Depth depth) { return static_cast<Depth>(static_cast<std::uint8_t>(depth) + 1); }

 private:
  // The rows of what was found: `row` is a member of it, or it is one itself.
  template <typename Row, typename Found, typename RowOf = std::identity>
  static void give_rows(std::vector<Row>& rows, std::vector<Found>& all, bool last, RowOf row = {}) {
    rows.clear();
    rows.reserve(all.size());
    for (Found& found : all) {
      if (last) {
        rows.push_back(std::move(std::invoke(row, found)));
      } else {
        rows.push_back(std::invoke(row, found));
      }
    }
  }
};

Article::Article(std::string_view text, const Options& options)
    : text_(std::make_unique<const std::string>(text)), characters_(std::make_unique<Characters>()), reading_(std::make_unique<Reading>()) {
  characters_->index = text::CharacterIndex(*text_, options.stray_bytes_together ? text::StrayBytes::together : text::StrayBytes::apart);
  reading_->knowledge = options.knowledge ? options.knowledge : Knowledge::built_in();
  reading_->published = options.published;
}
Article::Article(Article&&) noexcept = default;
Article& Article::operator=(Article&&) noexcept = default;
Article::~Article() = default;

std::size_t Article::character(std::size_t byte) const { return characters_->index.character(byte); }

bool Article::read_on(Depth depth, const std::function<bool()>& interrupted) {
  if (reading_ == nullptr || reading_->given > depth) return true;
  try {
    reading_->document.pause = text::Pause(interrupted);
    while (reading_->next <= depth) reading_->read(*text_);
  } catch (const text::Interrupted&) {
    return false;
  }
  while (reading_->given <= depth) reading_->give(*this);
  if (depth == Depth::events) {
    reading_.reset();
  } else {
    reading_->document.pause = {};  // what it asks is the caller's, and may be gone when it reads on
  }
  return true;
}

std::string_view version() { return GAZETTE_VERSION; }

Article analyze(std::string_view text, const Options& options) {
  constexpr std::size_t longest = std::size_t{1} << 31U;  // offsets are 32 bits wide
  Article article(text.size() < longest ? text : std::string_view{}, options);
  article.interrupted = !article.read_on(options.depth, options.interrupted);
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

#include "render/columns.h"

namespace gazette::render {
namespace {

// --- how a value becomes a cell: what the article does not have is NULL ----------------------------------------------

Cell value(std::string_view text) { return text.empty() ? Cell() : Cell(text); }
Cell value(Id id) { return id == 0 ? Cell() : Cell(std::int64_t{id}); }
Cell value(const std::optional<std::int64_t>& number) { return number ? Cell(*number) : Cell(); }
Cell value(const std::optional<double>& number) { return number ? Cell(*number) : Cell(); }
Cell count(std::uint32_t number) { return std::int64_t{number}; }
Cell flag(bool set) { return std::int64_t{set ? 1 : 0}; }
Cell confidence(double number) { return number; }
Cell list(const std::vector<std::string>& texts) { return &texts; }
// Characters from 1, as substr() takes them.
Cell start(const Article& article, Span span) { return span.empty() ? Cell() : Cell(static_cast<std::int64_t>(article.character(span.begin)) + 1); }
Cell length(const Article& article, Span span) {
  return span.empty() ? Cell() : Cell(static_cast<std::int64_t>(article.character(span.end) - article.character(span.begin)));
}

}  // namespace

// The cell of a row `r` of the article `a`.
#define CELL(member, expression)                  \
  [](const Article& a, std::size_t i) -> Cell {   \
    [[maybe_unused]] const auto& r = a.member[i]; \
    return expression;                            \
  }
#define ROW_ID [](const Article&, std::size_t i) -> Cell { return static_cast<std::int64_t>(i) + 1; }

const std::vector<Table>& tables() {
  static const std::vector<Table> all{
      {"gazette_sentences",
       "every sentence, and the part of the article it stands in",
       {{"id", "INTEGER", "counts from 1", ROW_ID},
        {"paragraph", "INTEGER", "counts from 1", CELL(sentences, value(r.paragraph))},
        {"part", "TEXT", "headline, dateline, byline, caption, heading, body or boilerplate", CELL(sentences, value(name_of(r.part)))},
        {"content", "TEXT", "the sentence", CELL(sentences, value(a.words(r.span)))},
        {"start", "INTEGER", "its first character", CELL(sentences, start(a, r.span))},
        {"length", "INTEGER", "in characters", CELL(sentences, length(a, r.span))}},
       [](const Article& a) { return a.sentences.size(); },
       Depth::sentences},
      {"gazette_actors",
       "who is in the text: one row an actor, however it is named",
       {{"id", "INTEGER", "counts from 1", ROW_ID},
        {"name", "TEXT", "the fullest form in the text, without title", CELL(actors, value(r.name))},
        {"kind", "TEXT", "person, organization, group, country or place", CELL(actors, value(name_of(r.kind)))},
        {"country", "TEXT", "ISO 3166-1 alpha-3", CELL(actors, value(r.country))},
        {"role", "TEXT", "the role alone", CELL(actors, value(r.role))},
        {"affiliation", "TEXT", "the role's body", CELL(actors, value(r.affiliation))},
        {"aliases", "TEXT", "the other forms, a JSON array", CELL(actors, list(r.aliases))},
        {"mentions", "INTEGER", "how many", CELL(actors, count(r.mentions))},
        {"start", "INTEGER", "of the first mention", CELL(actors, start(a, r.span))},
        {"length", "INTEGER", "of the first mention", CELL(actors, length(a, r.span))}},
       [](const Article& a) { return a.actors.size(); },
       Depth::actors},
      {"gazette_mentions",
       "every place where an actor is named",
       {{"id", "INTEGER", "counts from 1", ROW_ID},
        {"actor", "INTEGER", "id in gazette_actors", CELL(mentions, value(r.actor))},
        {"form", "TEXT", "name, demonym, nominal or pronoun", CELL(mentions, value(name_of(r.form)))},
        {"kind", "TEXT", "of the actor", CELL(mentions, value(name_of(r.kind)))},
        {"content", "TEXT", "as written", CELL(mentions, value(a.words(r.span)))},
        {"sentence", "INTEGER", "id in gazette_sentences", CELL(mentions, value(r.sentence))},
        {"start", "INTEGER", "its first character", CELL(mentions, start(a, r.span))},
        {"length", "INTEGER", "in characters", CELL(mentions, length(a, r.span))}},
       [](const Article& a) { return a.mentions.size(); },
       Depth::actors},
      {"gazette_quotes",
       "who said what: direct, indirect and mixed speech, and quoted fragments",
       {{"id", "INTEGER", "counts from 1", ROW_ID},
        {"kind", "TEXT", "direct, indirect, mixed or fragment", CELL(quotes, value(name_of(r.kind)))},
        {"content", "TEXT", "the words, without outer marks", CELL(quotes, value(a.words(r.content)))},
        {"speaker", "TEXT", "the canonical name", CELL(quotes, value(r.speaker))},
        {"speaker_actor", "INTEGER", "id in gazette_actors", CELL(quotes, value(r.speaker_actor))},
        {"mention", "TEXT", "of the speaker, as written", CELL(quotes, value(a.words(r.mention)))},
        {"mention_start", "INTEGER", "its first character", CELL(quotes, start(a, r.mention))},
        {"mention_length", "INTEGER", "in characters", CELL(quotes, length(a, r.mention))},
        {"cue", "TEXT", "the reporting words", CELL(quotes, value(a.words(r.cue)))},
        {"cue_start", "INTEGER", "its first character", CELL(quotes, start(a, r.cue))},
        {"cue_length", "INTEGER", "in characters", CELL(quotes, length(a, r.cue))},
        {"act", "TEXT", "say, claim, deny, accuse …", CELL(quotes, value(r.act))},
        {"via", "TEXT", "the channel, as written", CELL(quotes, value(r.via))},
        {"continues", "INTEGER", "id of the quote that this one goes on from", CELL(quotes, value(r.continues))},
        {"part_of", "INTEGER", "id of the quote that this one stands in", CELL(quotes, value(r.part_of))},
        {"sentence", "INTEGER", "id in gazette_sentences", CELL(quotes, value(r.sentence))},
        {"start", "INTEGER", "its first character", CELL(quotes, start(a, r.content))},
        {"length", "INTEGER", "in characters", CELL(quotes, length(a, r.content))},
        {"confidence", "REAL", "0 to 1", CELL(quotes, confidence(r.confidence))},
        {"rule", "TEXT", "name in gazette_rules", CELL(quotes, value(r.rule))}},
       [](const Article& a) { return a.quotes.size(); },
       Depth::quotes},
      {"gazette_casualties",
       "who says that how many of whom came to what harm",
       {{"id", "INTEGER", "counts from 1", ROW_ID},
        {"harm", "TEXT", "killed, injured, missing, captured, abducted, displaced …", CELL(casualties, value(r.harm))},
        {"low", "INTEGER", "the least number", CELL(casualties, value(r.figure.low))},
        {"best", "INTEGER", "the number told", CELL(casualties, value(r.figure.best))},
        {"high", "INTEGER", "the largest number", CELL(casualties, value(r.figure.high))},
        {"bound", "TEXT", "exact, at_least, more_than, at_most, about, between or none", CELL(casualties, value(r.figure.bound))},
        {"victims", "TEXT", "as written", CELL(casualties, value(r.victims))},
        {"victim_kind", "TEXT", "civilian, military, police, militant, child, medic or journalist", CELL(casualties, value(r.victim_kind))},
        {"victim_country", "TEXT", "ISO 3166-1 alpha-3", CELL(casualties, value(r.victim_country))},
        {"claimant", "TEXT", "to whom the text attributes the figure", CELL(casualties, value(r.claimant))},
        {"claimant_actor", "INTEGER", "id in gazette_actors", CELL(casualties, value(r.claimant_actor))},
        {"perpetrator", "TEXT", "who did it", CELL(casualties, value(r.perpetrator))},
        {"perpetrator_actor", "INTEGER", "id in gazette_actors", CELL(casualties, value(r.perpetrator_actor))},
        {"status", "TEXT", "asserted, denied, feared or expected", CELL(casualties, value(r.status))},
        {"cause", "TEXT", "as written", CELL(casualties, value(r.cause))},
        {"part_of", "INTEGER", "id of the claim that includes this one", CELL(casualties, value(r.part_of))},
        {"date_from", "TEXT", "ISO 8601", CELL(casualties, value(r.date_from))},
        {"date_to", "TEXT", "ISO 8601", CELL(casualties, value(r.date_to))},
        {"place", "TEXT", "where", CELL(casualties, value(r.place))},
        {"quote", "INTEGER", "id of the quote that it stands in", CELL(casualties, value(r.quote))},
        {"sentence", "INTEGER", "id in gazette_sentences", CELL(casualties, value(r.sentence))},
        {"start", "INTEGER", "its first character", CELL(casualties, start(a, r.span))},
        {"length", "INTEGER", "in characters", CELL(casualties, length(a, r.span))},
        {"confidence", "REAL", "0 to 1", CELL(casualties, confidence(r.confidence))},
        {"rule", "TEXT", "name in gazette_rules", CELL(casualties, value(r.rule))}},
       [](const Article& a) { return a.casualties.size(); },
       Depth::casualties},
      {"gazette_tolls",
       "the text's figure for each harm",
       {{"harm", "TEXT", "as in gazette_casualties", CELL(tolls, value(r.harm))},
        {"low", "INTEGER", "the lowest figure", CELL(tolls, value(r.low))},
        {"best", "INTEGER", "the figure that the text stands by", CELL(tolls, value(r.best))},
        {"high", "INTEGER", "the highest figure", CELL(tolls, value(r.high))},
        {"claims", "INTEGER", "how many claims went into it", CELL(tolls, count(r.claims))},
        {"claimants", "TEXT", "whose, a JSON array", CELL(tolls, list(r.claimants))},
        {"disputed", "INTEGER", "1 where claimants differ", CELL(tolls, flag(r.disputed))}},
       [](const Article& a) { return a.tolls.size(); },
       Depth::casualties},
      {"gazette_events",
       "who did what to whom, when and where",
       {{"id", "INTEGER", "counts from 1", ROW_ID},
        {"type", "TEXT", "a PLOVER category: AGREE … ASSAULT", CELL(events, value(r.type))},
        {"mode", "TEXT", "its mode", CELL(events, value(r.mode))},
        {"auxiliary", "TEXT", "actual, negation, future, hypothetical or historical", CELL(events, value(r.auxiliary))},
        {"cameo", "TEXT", "two-digit CAMEO root", CELL(events, value(r.cameo))},
        {"trigger", "TEXT", "the words that name it", CELL(events, value(a.words(r.trigger)))},
        {"source", "TEXT", "who does it", CELL(events, value(r.source))},
        {"source_actor", "INTEGER", "id in gazette_actors", CELL(events, value(r.source_actor))},
        {"source_mention", "TEXT", "as written", CELL(events, value(a.words(r.source_mention)))},
        {"target", "TEXT", "whom it is done to", CELL(events, value(r.target))},
        {"target_actor", "INTEGER", "id in gazette_actors", CELL(events, value(r.target_actor))},
        {"target_mention", "TEXT", "as written", CELL(events, value(a.words(r.target_mention)))},
        {"reciprocal", "INTEGER", "1 where both sides do it", CELL(events, flag(r.reciprocal))},
        {"date_from", "TEXT", "ISO 8601", CELL(events, value(r.date_from))},
        {"date_to", "TEXT", "ISO 8601", CELL(events, value(r.date_to))},
        {"place", "TEXT", "where", CELL(events, value(r.place))},
        {"place_country", "TEXT", "ISO 3166-1 alpha-3", CELL(events, value(r.place_country))},
        {"quote", "INTEGER", "id of the quote that it stands in", CELL(events, value(r.quote))},
        {"sentence", "INTEGER", "id in gazette_sentences", CELL(events, value(r.sentence))},
        {"start", "INTEGER", "its first character", CELL(events, start(a, r.span))},
        {"length", "INTEGER", "in characters", CELL(events, length(a, r.span))},
        {"confidence", "REAL", "0 to 1", CELL(events, confidence(r.confidence))},
        {"rule", "TEXT", "name in gazette_rules", CELL(events, value(r.rule))}},
       [](const Article& a) { return a.events.size(); },
       Depth::events},
      {"gazette_dates",
       "every date, resolved",
       {{"id", "INTEGER", "counts from 1", ROW_ID},
        {"kind", "TEXT", "absolute, relative or duration", CELL(dates, value(name_of(r.kind)))},
        {"content", "TEXT", "as written", CELL(dates, value(a.words(r.span)))},
        {"date_from", "TEXT", "ISO 8601", CELL(dates, value(r.from))},
        {"date_to", "TEXT", "ISO 8601", CELL(dates, value(r.to))},
        {"sentence", "INTEGER", "id in gazette_sentences", CELL(dates, value(r.sentence))},
        {"start", "INTEGER", "its first character", CELL(dates, start(a, r.span))},
        {"length", "INTEGER", "in characters", CELL(dates, length(a, r.span))}},
       [](const Article& a) { return a.dates.size(); },
       Depth::dates},
      {"gazette_places",
       "every place, with coordinates where they are known",
       {{"id", "INTEGER", "counts from 1", ROW_ID},
        {"name", "TEXT", "the usual name", CELL(places, value(r.name))},
        {"country", "TEXT", "ISO 3166-1 alpha-3", CELL(places, value(r.country))},
        {"latitude", "REAL", "degrees", CELL(places, value(r.latitude))},
        {"longitude", "REAL", "degrees", CELL(places, value(r.longitude))},
        {"mentions", "INTEGER", "how many", CELL(places, count(r.mentions))},
        {"start", "INTEGER", "of the first mention", CELL(places, start(a, r.span))},
        {"length", "INTEGER", "of the first mention", CELL(places, length(a, r.span))}},
       [](const Article& a) { return a.places.size(); },
       Depth::places},
  };
  return all;
}

#undef CELL
#undef ROW_ID

}  // namespace gazette::render

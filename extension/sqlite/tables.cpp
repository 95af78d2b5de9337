// The tables of the interface: each a list of columns.
#include <fmt/format.h>

#include <string>

#include "sqlite/table_function.h"
#include "text/utf8.h"

namespace gazette::sqlite {
namespace {

// --- how a value becomes a cell ------------------------------------------------------------------------------------

void put(sqlite3_context* context, std::string_view text) {
  if (!text.empty()) sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}
void put(sqlite3_context* context, Id id) {
  if (id != 0) sqlite3_result_int64(context, id);
}
void put(sqlite3_context* context, const std::optional<std::int64_t>& number) {
  if (number) sqlite3_result_int64(context, *number);
}
void put(sqlite3_context* context, const std::optional<double>& number) {
  if (number) sqlite3_result_double(context, *number);
}
void put_list(sqlite3_context* context, const std::vector<std::string>& list) {
  std::string json = "[";
  for (const std::string& item : list) {
    if (json.size() > 1) json += ',';
    json += '"';
    for (const char c : text::valid(item)) {
      if (c == '"' || c == '\\') json += '\\';
      if (static_cast<unsigned char>(c) < ' ') {
        json += fmt::format("\\u{:04x}", static_cast<int>(c));
      } else {
        json += c;
      }
    }
    json += '"';
  }
  json += ']';
  put(context, json);
}
void start(sqlite3_context* context, const Article& article, Span span) {
  if (!span.empty()) sqlite3_result_int64(context, static_cast<sqlite3_int64>(article.character(span.begin)) + 1);
}
void length(sqlite3_context* context, const Article& article, Span span) {
  if (!span.empty()) sqlite3_result_int64(context, static_cast<sqlite3_int64>(article.character(span.end) - article.character(span.begin)));
}

}  // namespace

// The cells of a table read a row `r` of the article `a` into the context `c`.
#define CELL(member, expression)                                            \
  [](sqlite3_context* c, const Article& a, std::size_t i) {                 \
    [[maybe_unused]] const auto& r = a.member[i];                           \
    expression;                                                             \
  }
#define ROW_ID [](sqlite3_context* c, const Article&, std::size_t i) { sqlite3_result_int64(c, static_cast<sqlite3_int64>(i) + 1); }

const std::vector<Table>& tables() {
  static const std::vector<Table> all{
      {"gazette_sentences",
       "every sentence, and the part of the article it stands in",
       {{"id", "INTEGER", "counts from 1", ROW_ID},
        {"paragraph", "INTEGER", "counts from 1", CELL(sentences, put(c, r.paragraph))},
        {"part", "TEXT", "headline, dateline, byline, caption, heading, body or boilerplate", CELL(sentences, put(c, name_of(r.part)))},
        {"content", "TEXT", "the sentence", CELL(sentences, put(c, a.words(r.span)))},
        {"start", "INTEGER", "its first character", CELL(sentences, start(c, a, r.span))},
        {"length", "INTEGER", "in characters", CELL(sentences, length(c, a, r.span))}},
       [](const Article& a) { return a.sentences.size(); }},
      {"gazette_actors",
       "who is in the text: one row an actor, however it is named",
       {{"id", "INTEGER", "counts from 1", ROW_ID},
        {"name", "TEXT", "the fullest form in the text, without title", CELL(actors, put(c, r.name))},
        {"kind", "TEXT", "person, organization, group, country or place", CELL(actors, put(c, name_of(r.kind)))},
        {"country", "TEXT", "ISO 3166-1 alpha-3", CELL(actors, put(c, r.country))},
        {"role", "TEXT", "the role alone", CELL(actors, put(c, r.role))},
        {"affiliation", "TEXT", "the role's body", CELL(actors, put(c, r.affiliation))},
        {"aliases", "TEXT", "the other forms, a JSON array", CELL(actors, put_list(c, r.aliases))},
        {"mentions", "INTEGER", "how many", CELL(actors, sqlite3_result_int64(c, r.mentions))},
        {"start", "INTEGER", "of the first mention", CELL(actors, start(c, a, r.span))},
        {"length", "INTEGER", "of the first mention", CELL(actors, length(c, a, r.span))}},
       [](const Article& a) { return a.actors.size(); }},
      {"gazette_mentions",
       "every place where an actor is named",
       {{"id", "INTEGER", "counts from 1", ROW_ID},
        {"actor", "INTEGER", "id in gazette_actors", CELL(mentions, put(c, r.actor))},
        {"form", "TEXT", "name, demonym, nominal or pronoun", CELL(mentions, put(c, name_of(r.form)))},
        {"kind", "TEXT", "of the actor", CELL(mentions, put(c, name_of(r.kind)))},
        {"content", "TEXT", "as written", CELL(mentions, put(c, a.words(r.span)))},
        {"sentence", "INTEGER", "id in gazette_sentences", CELL(mentions, put(c, r.sentence))},
        {"start", "INTEGER", "its first character", CELL(mentions, start(c, a, r.span))},
        {"length", "INTEGER", "in characters", CELL(mentions, length(c, a, r.span))}},
       [](const Article& a) { return a.mentions.size(); }},
      {"gazette_quotes",
       "who said what: direct, indirect and mixed speech, and quoted fragments",
       {{"id", "INTEGER", "counts from 1", ROW_ID},
        {"kind", "TEXT", "direct, indirect, mixed or fragment", CELL(quotes, put(c, name_of(r.kind)))},
        {"content", "TEXT", "the words, without outer marks", CELL(quotes, put(c, a.words(r.content)))},
        {"speaker", "TEXT", "the canonical name", CELL(quotes, put(c, r.speaker))},
        {"speaker_actor", "INTEGER", "id in gazette_actors", CELL(quotes, put(c, r.speaker_actor))},
        {"mention", "TEXT", "of the speaker, as written", CELL(quotes, put(c, a.words(r.mention)))},
        {"mention_start", "INTEGER", "its first character", CELL(quotes, start(c, a, r.mention))},
        {"mention_length", "INTEGER", "in characters", CELL(quotes, length(c, a, r.mention))},
        {"cue", "TEXT", "the reporting words", CELL(quotes, put(c, a.words(r.cue)))},
        {"cue_start", "INTEGER", "its first character", CELL(quotes, start(c, a, r.cue))},
        {"cue_length", "INTEGER", "in characters", CELL(quotes, length(c, a, r.cue))},
        {"act", "TEXT", "say, claim, deny, accuse …", CELL(quotes, put(c, r.act))},
        {"via", "TEXT", "the channel, as written", CELL(quotes, put(c, r.via))},
        {"continues", "INTEGER", "id of the quote that this one goes on from", CELL(quotes, put(c, r.continues))},
        {"part_of", "INTEGER", "id of the quote that this one stands in", CELL(quotes, put(c, r.part_of))},
        {"sentence", "INTEGER", "id in gazette_sentences", CELL(quotes, put(c, r.sentence))},
        {"start", "INTEGER", "its first character", CELL(quotes, start(c, a, r.content))},
        {"length", "INTEGER", "in characters", CELL(quotes, length(c, a, r.content))},
        {"confidence", "REAL", "0 to 1", CELL(quotes, sqlite3_result_double(c, r.confidence))},
        {"rule", "TEXT", "name in gazette_rules", CELL(quotes, put(c, r.rule))}},
       [](const Article& a) { return a.quotes.size(); }},
      {"gazette_casualties",
       "who says that how many of whom came to what harm",
       {{"id", "INTEGER", "counts from 1", ROW_ID},
        {"harm", "TEXT", "killed, injured, missing, captured, abducted, displaced …", CELL(casualties, put(c, r.harm))},
        {"low", "INTEGER", "the least number", CELL(casualties, put(c, r.figure.low))},
        {"best", "INTEGER", "the number told", CELL(casualties, put(c, r.figure.best))},
        {"high", "INTEGER", "the largest number", CELL(casualties, put(c, r.figure.high))},
        {"bound", "TEXT", "exact, at_least, more_than, at_most, about, between or none", CELL(casualties, put(c, r.figure.bound))},
        {"victims", "TEXT", "as written", CELL(casualties, put(c, r.victims))},
        {"victim_kind", "TEXT", "civilian, military, police, militant, child, medic or journalist", CELL(casualties, put(c, r.victim_kind))},
        {"victim_country", "TEXT", "ISO 3166-1 alpha-3", CELL(casualties, put(c, r.victim_country))},
        {"claimant", "TEXT", "to whom the text attributes the figure", CELL(casualties, put(c, r.claimant))},
        {"claimant_actor", "INTEGER", "id in gazette_actors", CELL(casualties, put(c, r.claimant_actor))},
        {"perpetrator", "TEXT", "who did it", CELL(casualties, put(c, r.perpetrator))},
        {"perpetrator_actor", "INTEGER", "id in gazette_actors", CELL(casualties, put(c, r.perpetrator_actor))},
        {"status", "TEXT", "asserted, denied, feared or expected", CELL(casualties, put(c, r.status))},
        {"cause", "TEXT", "as written", CELL(casualties, put(c, r.cause))},
        {"part_of", "INTEGER", "id of the claim that includes this one", CELL(casualties, put(c, r.part_of))},
        {"date_from", "TEXT", "ISO 8601", CELL(casualties, put(c, r.date_from))},
        {"date_to", "TEXT", "ISO 8601", CELL(casualties, put(c, r.date_to))},
        {"place", "TEXT", "where", CELL(casualties, put(c, r.place))},
        {"quote", "INTEGER", "id of the quote that it stands in", CELL(casualties, put(c, r.quote))},
        {"sentence", "INTEGER", "id in gazette_sentences", CELL(casualties, put(c, r.sentence))},
        {"start", "INTEGER", "its first character", CELL(casualties, start(c, a, r.span))},
        {"length", "INTEGER", "in characters", CELL(casualties, length(c, a, r.span))},
        {"confidence", "REAL", "0 to 1", CELL(casualties, sqlite3_result_double(c, r.confidence))},
        {"rule", "TEXT", "name in gazette_rules", CELL(casualties, put(c, r.rule))}},
       [](const Article& a) { return a.casualties.size(); }},
      {"gazette_tolls",
       "the text's figure for each harm",
       {{"harm", "TEXT", "as in gazette_casualties", CELL(tolls, put(c, r.harm))},
        {"low", "INTEGER", "the lowest figure", CELL(tolls, put(c, r.low))},
        {"best", "INTEGER", "the figure that the text stands by", CELL(tolls, put(c, r.best))},
        {"high", "INTEGER", "the highest figure", CELL(tolls, put(c, r.high))},
        {"claims", "INTEGER", "how many claims went into it", CELL(tolls, sqlite3_result_int64(c, r.claims))},
        {"claimants", "TEXT", "whose, a JSON array", CELL(tolls, put_list(c, r.claimants))},
        {"disputed", "INTEGER", "1 where claimants differ", CELL(tolls, sqlite3_result_int(c, r.disputed ? 1 : 0))}},
       [](const Article& a) { return a.tolls.size(); }},
      {"gazette_events",
       "who did what to whom, when and where",
       {{"id", "INTEGER", "counts from 1", ROW_ID},
        {"type", "TEXT", "a PLOVER category: AGREE … ASSAULT", CELL(events, put(c, r.type))},
        {"mode", "TEXT", "its mode", CELL(events, put(c, r.mode))},
        {"auxiliary", "TEXT", "actual, negation, future, hypothetical or historical", CELL(events, put(c, r.auxiliary))},
        {"cameo", "TEXT", "two-digit CAMEO root", CELL(events, put(c, r.cameo))},
        {"trigger", "TEXT", "the words that name it", CELL(events, put(c, a.words(r.trigger)))},
        {"source", "TEXT", "who does it", CELL(events, put(c, r.source))},
        {"source_actor", "INTEGER", "id in gazette_actors", CELL(events, put(c, r.source_actor))},
        {"source_mention", "TEXT", "as written", CELL(events, put(c, a.words(r.source_mention)))},
        {"target", "TEXT", "whom it is done to", CELL(events, put(c, r.target))},
        {"target_actor", "INTEGER", "id in gazette_actors", CELL(events, put(c, r.target_actor))},
        {"target_mention", "TEXT", "as written", CELL(events, put(c, a.words(r.target_mention)))},
        {"reciprocal", "INTEGER", "1 where both sides do it", CELL(events, sqlite3_result_int(c, r.reciprocal ? 1 : 0))},
        {"date_from", "TEXT", "ISO 8601", CELL(events, put(c, r.date_from))},
        {"date_to", "TEXT", "ISO 8601", CELL(events, put(c, r.date_to))},
        {"place", "TEXT", "where", CELL(events, put(c, r.place))},
        {"place_country", "TEXT", "ISO 3166-1 alpha-3", CELL(events, put(c, r.place_country))},
        {"quote", "INTEGER", "id of the quote that it stands in", CELL(events, put(c, r.quote))},
        {"sentence", "INTEGER", "id in gazette_sentences", CELL(events, put(c, r.sentence))},
        {"start", "INTEGER", "its first character", CELL(events, start(c, a, r.span))},
        {"length", "INTEGER", "in characters", CELL(events, length(c, a, r.span))},
        {"confidence", "REAL", "0 to 1", CELL(events, sqlite3_result_double(c, r.confidence))},
        {"rule", "TEXT", "name in gazette_rules", CELL(events, put(c, r.rule))}},
       [](const Article& a) { return a.events.size(); }},
      {"gazette_dates",
       "every date, resolved",
       {{"id", "INTEGER", "counts from 1", ROW_ID},
        {"kind", "TEXT", "absolute, relative or duration", CELL(dates, put(c, name_of(r.kind)))},
        {"content", "TEXT", "as written", CELL(dates, put(c, a.words(r.span)))},
        {"date_from", "TEXT", "ISO 8601", CELL(dates, put(c, r.from))},
        {"date_to", "TEXT", "ISO 8601", CELL(dates, put(c, r.to))},
        {"sentence", "INTEGER", "id in gazette_sentences", CELL(dates, put(c, r.sentence))},
        {"start", "INTEGER", "its first character", CELL(dates, start(c, a, r.span))},
        {"length", "INTEGER", "in characters", CELL(dates, length(c, a, r.span))}},
       [](const Article& a) { return a.dates.size(); }},
      {"gazette_places",
       "every place, with coordinates where they are known",
       {{"id", "INTEGER", "counts from 1", ROW_ID},
        {"name", "TEXT", "the usual name", CELL(places, put(c, r.name))},
        {"country", "TEXT", "ISO 3166-1 alpha-3", CELL(places, put(c, r.country))},
        {"latitude", "REAL", "degrees", CELL(places, put(c, r.latitude))},
        {"longitude", "REAL", "degrees", CELL(places, put(c, r.longitude))},
        {"mentions", "INTEGER", "how many", CELL(places, sqlite3_result_int64(c, r.mentions))},
        {"start", "INTEGER", "of the first mention", CELL(places, start(c, a, r.span))},
        {"length", "INTEGER", "of the first mention", CELL(places, length(c, a, r.span))}},
       [](const Article& a) { return a.places.size(); }},
  };
  return all;
}

#undef CELL
#undef ROW_ID

}  // namespace gazette::sqlite

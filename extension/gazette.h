// Gazette: ask any news text a question. The public interface of the engine; it needs no SQLite.
//
//   #include "gazette.h"
//
//   const gazette::Article article = gazette::analyze("\xE2\x80\x9CWe agreed,\xE2\x80\x9D Ms Diallo said on Monday.", {.published = "2024-05-14"});
//   for (const gazette::Quote& quote : article.quotes) {
//     std::cout << quote.speaker << ": " << article.words(quote.content) << '\n';   // Diallo: We agreed,
//   }
//
// Spans are bytes of the text; article.character() turns them into the characters that SQLite's substr() counts.
// analyze() is pure: the same text, date and knowledge give the same article. It throws nothing but std::bad_alloc.
#ifndef GAZETTE_GAZETTE_H
#define GAZETTE_GAZETTE_H

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gazette {

/// The version of the engine: "0.1.0".
std::string_view version();

/// Bytes [begin, end) of the text; empty where there is nothing to point at.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool empty() const { return begin == end; }
  friend bool operator==(const Span&, const Span&) = default;
};

/// The number of a row of its table, from 1; 0 is none.
using Id = std::uint32_t;

enum class Part : std::uint8_t { headline, dateline, byline, caption, heading, body, boilerplate };
struct Sentence {
  std::uint32_t paragraph = 0;  // from 1
  Part part = Part::body;
  Span span;
};

enum class ActorKind : std::uint8_t { person, organization, group, country, place };
/// Somebody or something that can act, under every name that the text gives it.
struct Actor {
  std::string name;  // the fullest form in the text, without title
  ActorKind kind = ActorKind::person;
  std::string country;      // ISO 3166-1 alpha-3
  std::string role;         // "Secretary of State"
  std::string affiliation;  // the role's body
  std::vector<std::string> aliases;
  std::uint32_t mentions = 0;
  Span span;  // the first mention
};

enum class MentionForm : std::uint8_t { name, demonym, nominal, pronoun };
struct Mention {
  Id actor = 0;  // 0: a pronoun or nominal without a clear owner
  MentionForm form = MentionForm::name;
  ActorKind kind = ActorKind::person;
  Span span;
  Id sentence = 0;
};

enum class QuoteKind : std::uint8_t { direct, indirect, mixed, fragment };
struct Quote {
  QuoteKind kind = QuoteKind::direct;
  Span content;         // without outer marks
  std::string speaker;  // canonical; empty where the text gives none
  Id speaker_actor = 0;
  Span mention;  // of the speaker
  Span cue;
  std::string act;
  std::string via;
  Id continues = 0;
  Id part_of = 0;
  Id sentence = 0;
  double confidence = 0;
  std::string rule;
};

/// A number with what the text leaves open.
struct Figure {
  std::optional<std::int64_t> low;
  std::optional<std::int64_t> best;
  std::optional<std::int64_t> high;
  std::string bound;  // exact, at_least, more_than, at_most, about, between, none
  friend bool operator==(const Figure&, const Figure&) = default;
};

/// A claim that somebody came to harm.
struct Casualty {
  std::string harm;
  Figure figure;
  std::string victims;
  std::string victim_kind;
  std::string victim_country;
  std::string claimant;
  Id claimant_actor = 0;
  std::string perpetrator;
  Id perpetrator_actor = 0;
  std::string status = "asserted";  // asserted, denied, feared, expected
  std::string cause;
  Id part_of = 0;
  std::string date_from;
  std::string date_to;
  std::string place;
  Id quote = 0;
  Id sentence = 0;
  Span span;
  double confidence = 0;
  std::string rule;
};

/// The text's figure for one harm.
struct Toll {
  std::string harm;
  std::optional<std::int64_t> low;
  std::optional<std::int64_t> best;
  std::optional<std::int64_t> high;
  std::uint32_t claims = 0;
  std::vector<std::string> claimants;
  bool disputed = false;
};

/// Who did what to whom, in PLOVER's terms.
struct Event {
  std::string type;
  std::string mode;
  std::string auxiliary = "actual";
  std::string cameo;
  Span trigger;
  std::string source;
  Id source_actor = 0;
  Span source_mention;
  std::string target;
  Id target_actor = 0;
  Span target_mention;
  bool reciprocal = false;
  std::string date_from;
  std::string date_to;
  std::string place;
  std::string place_country;
  Id quote = 0;
  Id sentence = 0;
  Span span;
  double confidence = 0;
  std::string rule;
};

enum class DateKind : std::uint8_t { absolute, relative, duration };
struct Date {
  DateKind kind = DateKind::absolute;
  std::string from;  // ISO 8601: 2022-09-13, 2022-09, 2022; empty where it can't be told
  std::string to;
  Span span;
  Id sentence = 0;
};

struct Place {
  std::string name;
  std::string country;
  std::optional<double> latitude;
  std::optional<double> longitude;
  std::uint32_t mentions = 0;
  Span span;  // the first mention
};

class Knowledge;

/// How far a text is read. Each depth has the rows of its table, and of those before it.
enum class Depth : std::uint8_t { sentences, dates, actors, quotes, places, casualties, events };

struct Options {
  /// An ISO 8601 date, which resolves "Tuesday" and "13 September"; empty: the article's own dateline serves.
  std::string_view published = {};
  /// Whose knowledge; nullptr: the built-in one.
  std::shared_ptr<const Knowledge> knowledge = {};
  /// Asked again and again; true ends the analysis early, with an article that has no rows and says so (interrupted).
  std::function<bool()> interrupted = {};
  /// How character() counts bytes of broken UTF-8: continuation bytes that belong to no character are one each, as SQLite
  /// has it up to 3.53, or one together where they stand together, as later ones have it.
  bool stray_bytes_together = false;
  /// How far to read; Article::read_on() goes on from there.
  Depth depth = Depth::events;
};

/// What an article says. Rows stand in the order of the text; an Id is a row's index plus 1. Mentions come with the
/// actors, tolls with the casualties.
class Article {
 public:
  std::vector<Sentence> sentences;
  std::vector<Actor> actors;
  std::vector<Mention> mentions;
  std::vector<Quote> quotes;
  std::vector<Casualty> casualties;
  std::vector<Toll> tolls;
  std::vector<Event> events;
  std::vector<Date> dates;
  std::vector<Place> places;
  bool interrupted = false;

  explicit Article(std::string_view text, const Options& options = {});
  Article(Article&&) noexcept;
  Article& operator=(Article&&) noexcept;
  Article(const Article&) = delete;
  Article& operator=(const Article&) = delete;
  ~Article();

  /// Reads on to a depth; rows that are there already stay as they are. False where `interrupted` ended it: what was read
  /// until then can be read on.
  bool read_on(Depth depth, const std::function<bool()>& interrupted = {});

  std::string_view text() const { return *text_; }
  /// The text of a span.
  std::string_view words(Span span) const { return text().substr(span.begin, span.end - span.begin); }
  /// How many characters, as SQLite counts them, stand before a byte.
  std::size_t character(std::size_t byte) const;

 private:
  struct Characters;
  struct Reading;
  std::unique_ptr<const std::string> text_;  // stays where it is when the article is moved
  std::unique_ptr<Characters> characters_;
  std::unique_ptr<Reading> reading_;  // what is needed to read on; nothing when all is read
};

/// Reads a text. Texts of 2 GiB and more give no rows.
Article analyze(std::string_view text, const Options& options = {});

/// An entry of the lexicon, as gazette_lexicon shows it.
struct LexiconEntry {
  std::string term;
  std::string classes;  // names separated by spaces
  std::string name;
  std::string country;
  std::string role;
  std::string valid_from;
  std::string valid_to;
  bool built_in = true;
};
/// A rule, as gazette_rules shows it.
struct RuleEntry {
  std::string name;
  std::string stage;
  std::string pattern;
  bool built_in = true;
};

/// What the engine knows: the built-in lexicon and rules, and a user's own. Immutable; a change makes a new one.
class Knowledge {
 public:
  /// The built-in knowledge, shared by the process.
  static std::shared_ptr<const Knowledge> built_in();
  /// The built-in knowledge with a user's entries and rules. The other alternative is an error that says where and why.
  static std::variant<std::shared_ptr<const Knowledge>, std::string> with(std::vector<LexiconEntry> entries, std::vector<RuleEntry> rules);
  /// Is the entry one that with() would take? Empty, or what was wanted and what was found.
  static std::string check(const LexiconEntry& entry);

  /// Every entry and rule, built-in ones first: by index, so that a reader can stop.
  std::size_t entry_count() const;
  LexiconEntry entry(std::size_t index) const;
  std::size_t rule_count() const;
  RuleEntry rule(std::size_t index) const;

  ~Knowledge();
  Knowledge(const Knowledge&) = delete;
  Knowledge& operator=(const Knowledge&) = delete;

  struct Grammar;  // of the engine
  const Grammar& grammar() const { return *grammar_; }

 private:
  explicit Knowledge(std::unique_ptr<Grammar> grammar);
  std::unique_ptr<Grammar> grammar_;
};

/// The figure that a written number stands for ("at least a dozen"); nothing where it is none.
std::optional<Figure> read_number(std::string_view text);

/// The ISO date or interval ("2022-09-13", "2022-09-13/2022-09-14") of a written date; nothing where it is none.
std::optional<std::string> read_date(std::string_view text, std::string_view published);

/// The whole analysis as a JSON object: always valid JSON, whatever the text.
std::string to_json(const Article& article);

/// The article as a self-contained, escaped HTML page, its facts marked and linked.
std::string to_html(const Article& article);

std::string_view name_of(Part part);
std::string_view name_of(ActorKind kind);
std::string_view name_of(MentionForm form);
std::string_view name_of(QuoteKind kind);
std::string_view name_of(DateKind kind);

}  // namespace gazette

#endif

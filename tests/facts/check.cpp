#include "facts/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string_view>

namespace gazette {
namespace {

class Checker {
 public:
  explicit Checker(const Article& article) : article_(article) {}

  std::string run() {
    for (const Sentence& row : article_.sentences) {
      span("sentence", row.span, true);
      if (row.paragraph == 0) wrong("sentence: no paragraph");
    }
    for (const Actor& row : article_.actors) {
      span("actor", row.span, true);
      if (row.name.empty()) wrong("actor: no name");
      if (row.mentions == 0) wrong(fmt::format("actor {}: no mentions", row.name));
    }
    for (const Mention& row : article_.mentions) {
      span("mention", row.span, true);
      id("mention.actor", row.actor, article_.actors.size());
      sentence("mention", row.sentence, row.span);
    }
    for (const Quote& row : article_.quotes) quote(row);
    for (const Casualty& row : article_.casualties) casualty(row);
    for (const Toll& row : article_.tolls) {
      one_of("toll.harm", row.harm, harms);
      figure("toll", row.low, row.high);
    }
    for (const Event& row : article_.events) event(row);
    for (const Date& row : article_.dates) {
      span("date", row.span, true);
      sentence("date", row.sentence, row.span);
      dates("date", row.from, row.to);
    }
    for (const Place& row : article_.places) {
      span("place", row.span, true);
      if (row.name.empty()) wrong("place: no name");
      if (row.latitude && (*row.latitude < -90 || *row.latitude > 90)) wrong("place: latitude");
      if (row.longitude && (*row.longitude < -180 || *row.longitude > 180)) wrong("place: longitude");
    }
    in_order();
    return flaw_;
  }

 private:
  using Names = std::span<const std::string_view>;
  static constexpr std::string_view harms[] = {"killed",    "injured",           "missing",           "captured",  "abducted",
                                               "displaced", "killed_or_missing", "killed_or_injured", "casualties"};
  static constexpr std::string_view bounds[] = {"exact", "at_least", "more_than", "at_most", "about", "between", "none"};
  static constexpr std::string_view acts[] = {"",        "say",  "claim",    "deny", "accuse", "condemn", "demand",
                                              "promise", "warn", "announce", "ask",  "agree",  "believe"};
  static constexpr std::string_view kinds[] = {"", "civilian", "military", "police", "militant", "child", "medic", "journalist"};
  static constexpr std::string_view statuses[] = {"asserted", "denied", "feared", "expected"};
  static constexpr std::string_view types[] = {"AGREE",  "CONSULT", "SUPPORT",  "CONCEDE", "COOPERATE", "AID",      "RETREAT", "REQUEST",
                                               "ACCUSE", "REJECT",  "THREATEN", "PROTEST", "SANCTION",  "MOBILIZE", "COERCE",  "ASSAULT"};
  static constexpr std::string_view auxiliaries[] = {"actual", "negation", "future", "hypothetical", "historical"};

  void wrong(std::string what) {
    if (flaw_.empty()) flaw_ = std::move(what);
  }
  void one_of(const char* what, std::string_view value, Names names) {
    if (std::find(names.begin(), names.end(), value) == names.end()) wrong(fmt::format("{}: '{}'", what, value));
  }
  // Inside the text, and not in the middle of a character.
  void span(const char* what, Span span, bool wanted) {
    if (span.begin > span.end || span.end > article_.text().size())
      return wrong(fmt::format("{}: span {}..{} of {} bytes", what, span.begin, span.end, article_.text().size()));
    if (span.empty()) {
      if (wanted) wrong(fmt::format("{}: no span", what));
      return;
    }
    for (const std::size_t at : {static_cast<std::size_t>(span.begin), static_cast<std::size_t>(span.end)}) {
      if (at == 0 || at >= article_.text().size() || (static_cast<unsigned char>(article_.text()[at]) & 0xC0U) != 0x80U) continue;
      // A continuation byte that stands alone is a character; one behind a lead byte is not.
      std::size_t lead = at;
      while (lead > 0 && (static_cast<unsigned char>(article_.text()[lead]) & 0xC0U) == 0x80U) --lead;
      if (static_cast<unsigned char>(article_.text()[lead]) >= 0xC0U) wrong(fmt::format("{}: span {}..{} cuts a character", what, span.begin, span.end));
    }
  }
  void id(const char* what, Id id, std::size_t rows) {
    if (id > rows) wrong(fmt::format("{}: {} of {}", what, id, rows));
  }
  void sentence(const char* what, Id sentence, Span span) {
    if (sentence == 0 || sentence > article_.sentences.size()) return wrong(fmt::format("{}: sentence {} of {}", what, sentence, article_.sentences.size()));
    const Span whole = article_.sentences[sentence - 1].span;
    if (span.begin < whole.begin || span.begin >= whole.end)
      wrong(fmt::format("{}: span {}..{} does not begin in sentence {}, {}..{}", what, span.begin, span.end, sentence, whole.begin, whole.end));
  }
  void figure(const char* what, const std::optional<std::int64_t>& low, const std::optional<std::int64_t>& high) {
    if (low && *low < 0) wrong(fmt::format("{}: low {}", what, *low));
    if (low && high && *low > *high) wrong(fmt::format("{}: {}..{}", what, *low, *high));
  }
  static bool is_date(std::string_view date) {
    std::string shape;
    for (const char c : date) shape += c >= '0' && c <= '9' ? '0' : c;
    return shape == "0000" || shape == "0000-00" || shape == "0000-00-00";
  }
  void dates(const char* what, const std::string& from, const std::string& to) {
    if (!from.empty() && !is_date(from)) wrong(fmt::format("{}: date '{}'", what, from));
    if (!to.empty() && !is_date(to)) wrong(fmt::format("{}: date '{}'", what, to));
    if (!from.empty() && !to.empty() && from.size() == to.size() && from > to) wrong(fmt::format("{}: {} to {}", what, from, to));
  }
  void confidence(const char* what, double value) {
    if (!(value >= 0 && value <= 1)) wrong(fmt::format("{}: confidence {}", what, value));
  }

  void quote(const Quote& row) {
    const auto own = static_cast<std::size_t>(&row - article_.quotes.data()) + 1;
    span("quote", row.content, true);
    span("quote.mention", row.mention, false);
    span("quote.cue", row.cue, false);
    sentence("quote", row.sentence, row.content);
    id("quote.speaker_actor", row.speaker_actor, article_.actors.size());
    id("quote.part_of", row.part_of, article_.quotes.size());
    id("quote.continues", row.continues, article_.quotes.size());
    if (row.part_of == own) wrong("quote: part of itself");
    if (row.continues != 0 && row.continues >= own) wrong("quote: continues a later one");
    if (row.speaker.empty() && row.speaker_actor != 0) wrong("quote: an actor without a name speaks");
    one_of("quote.act", row.act, acts);
    confidence("quote", row.confidence);
  }
  void casualty(const Casualty& row) {
    const auto own = static_cast<std::size_t>(&row - article_.casualties.data()) + 1;
    span("casualty", row.span, true);
    sentence("casualty", row.sentence, row.span);
    one_of("casualty.harm", row.harm, harms);
    one_of("casualty.bound", row.figure.bound, bounds);
    one_of("casualty.victim_kind", row.victim_kind, kinds);
    one_of("casualty.status", row.status, statuses);
    figure("casualty", row.figure.low, row.figure.high);
    if (row.figure.best && row.figure.low && *row.figure.best < *row.figure.low) wrong("casualty: best below low");
    if (row.figure.best && row.figure.high && *row.figure.best > *row.figure.high) wrong("casualty: best above high");
    id("casualty.claimant_actor", row.claimant_actor, article_.actors.size());
    id("casualty.perpetrator_actor", row.perpetrator_actor, article_.actors.size());
    id("casualty.quote", row.quote, article_.quotes.size());
    id("casualty.part_of", row.part_of, article_.casualties.size());
    if (row.part_of == own) wrong("casualty: part of itself");
    country("casualty.victim_country", row.victim_country);
    dates("casualty", row.date_from, row.date_to);
    confidence("casualty", row.confidence);
  }
  void event(const Event& row) {
    span("event", row.span, true);
    span("event.trigger", row.trigger, true);
    span("event.source_mention", row.source_mention, false);
    span("event.target_mention", row.target_mention, false);
    sentence("event", row.sentence, row.span);
    one_of("event.type", row.type, types);
    one_of("event.auxiliary", row.auxiliary, auxiliaries);
    if (row.cameo.size() != 2) wrong(fmt::format("event.cameo: '{}'", row.cameo));
    id("event.source_actor", row.source_actor, article_.actors.size());
    id("event.target_actor", row.target_actor, article_.actors.size());
    id("event.quote", row.quote, article_.quotes.size());
    country("event.place_country", row.place_country);
    dates("event", row.date_from, row.date_to);
    confidence("event", row.confidence);
  }
  void country(const char* what, std::string_view code) {
    const bool right = code.empty() || (code.size() == 3 && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; }));
    if (!right) wrong(fmt::format("{}: '{}'", what, code));
  }
  // Rows stand in the order of the text.
  void in_order() {
    const auto ordered = [&](const char* what, const auto& rows, auto begin) {
      for (std::size_t i = 1; i < rows.size(); ++i) {
        if (begin(rows[i]) < begin(rows[i - 1])) return wrong(fmt::format("{} {} stands before {} in the text", what, i + 1, i));
      }
    };
    const auto by_span = [](const auto& row) { return row.span.begin; };
    ordered("sentence", article_.sentences, by_span);
    ordered("actor", article_.actors, by_span);
    ordered("mention", article_.mentions, by_span);
    ordered("date", article_.dates, by_span);
    ordered("place", article_.places, by_span);
    ordered("quote", article_.quotes, [](const Quote& row) { return row.content.begin; });
    ordered("casualty", article_.casualties, by_span);
    ordered("event", article_.events, by_span);
  }

  const Article& article_;
  std::string flaw_;
};

}  // namespace

std::string flaw_of(const Article& article) { return Checker(article).run(); }

}  // namespace gazette

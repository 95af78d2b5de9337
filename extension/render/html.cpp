// The article as a page: its text with marks, and beside it who speaks, who claims, who did what and who is named.
//
// Ids: a mark is quote-1, claim-1, event-1, mention-1; its row is row-quote-1, row-claim-1, row-event-1, and
// row-actor-1 for a mention's actor. Every mark links to its row and every row back to its marks.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "render/columns.h"
#include "render/escape.h"
#include "render/json.h"
#include "render/marks.h"
#include "render/style.h"

namespace gazette::render {
namespace {

// No script and nothing from outside; the style sheet is the page's own, the icon an empty one, so that none is asked for.
constexpr const char* policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
constexpr std::size_t colours = 8;

const char* name_of(MarkKind kind) {
  switch (kind) {
    case MarkKind::quote: return "quote";
    case MarkKind::claim: return "claim";
    case MarkKind::event: return "event";
    default: return "mention";
  }
}

const Table& table_of(std::string_view short_name) {
  return *std::find_if(tables().begin(), tables().end(), [&](const Table& table) { return table.short_name() == short_name; });
}

std::string plain(const Cell& cell) {
  if (const auto* const text = std::get_if<std::string_view>(&cell)) return std::string(*text);
  if (const auto* const list = std::get_if<List>(&cell)) return fmt::format("{}", fmt::join(**list, ", "));
  std::string out;
  append_json(out, cell);
  return out;
}

// A row as the panel shows it: what the table has, but for where it stands.
std::string card(const Article& article, const Table& table, std::size_t row) {
  std::string out;
  for (const Column& column : table.columns) {
    const std::string_view name = column.name;
    if (name.ends_with("start") || name.ends_with("length") || name == "sentence") continue;
    const std::string text = plain(column.cell(article, row));
    if (text.empty() || text == "null") continue;
    out += "<span><b>";
    append_html(out, name);
    out += "</b> ";
    append_html(out, text);
    out += "</span> ";
  }
  return out;
}

std::string figure(const Figure& figure) {
  if (figure.low && figure.high && *figure.low != *figure.high) return fmt::format("{}\xE2\x80\x93{}", *figure.low, *figure.high);
  if (figure.best && figure.low && figure.bound == "at_least") return fmt::format("\xE2\x89\xA5 {}", *figure.low);
  if (figure.best && !figure.low && !figure.high) return fmt::format("about {}", *figure.best);
  if (figure.best) return fmt::format("{}", *figure.best);
  if (figure.low) return fmt::format("\xE2\x89\xA5 {}", *figure.low);
  if (figure.high) return fmt::format("\xE2\x89\xA4 {}", *figure.high);
  return "";
}

std::string escaped(std::string_view text) {
  std::string out;
  append_html(out, text);
  return out;
}

// A value of several words, as a reader writes it: "killed or missing".
std::string spaced(std::string_view value) {
  std::string words(value);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

// White space alone, also where it may not break.
bool blank(std::string_view text) {
  constexpr std::string_view no_break_space = "\xC2\xA0";
  while (!text.empty()) {
    if (text.starts_with(no_break_space)) {
      text.remove_prefix(no_break_space.size());
    } else if (std::string_view(" \t\r\n\f\v").find(text[0]) != std::string_view::npos) {
      text.remove_prefix(1);
    } else {
      return false;
    }
  }
  return true;
}

// "2022-09-13–2022-09-14", or one day.
std::string days(std::string_view from, std::string_view to) {
  if (from.empty() && to.empty()) return {};
  std::string out = "<span class=\"number\">" + escaped(from) + "</span>";
  if (!to.empty() && to != from) out += "\xE2\x80\x93<span class=\"number\">" + escaped(to) + "</span>";
  return out;
}

// A name, apart from its surroundings for a reader from right to left.
std::string bdi(std::string_view text) {
  if (text.empty()) return {};
  std::string out = "<bdi>";
  append_html(out, text);
  return out + "</bdi>";
}

// Names that stand for the same one: an actor, or the same words. Those with the most rows come first.
struct Party {
  Id actor = 0;
  std::string name;
  std::vector<std::size_t> rows;
};
template <typename Row, typename Key>
std::vector<Party> parties(const std::vector<Row>& rows, Key key) {
  std::vector<Party> out;
  std::map<std::pair<Id, std::string>, std::size_t> found;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& [actor, name] = key(rows[i]);
    const auto [at, fresh] = found.try_emplace({actor, actor == 0 ? name : std::string()}, out.size());
    if (fresh) out.push_back({actor, name, {}});
    out[at->second].rows.push_back(i);
  }
  std::stable_sort(out.begin(), out.end(), [](const Party& a, const Party& b) {
    return std::make_pair(a.name.empty(), b.rows.size()) < std::make_pair(b.name.empty(), a.rows.size());
  });
  return out;
}

class Page final : public Sink {
 public:
  explicit Page(const Article& article);
  std::string html() &&;

  void text(Span span) override { append_html(out_, article_.words(span)); }
  void open(const Mark& mark, bool first) override;
  void close(const Mark& mark, bool last) override;
  void point(const Mark& mark) override;
  void leaf(Span span, const std::vector<const Mark*>& leaves, const std::vector<const Mark*>& begins) override;

 private:
  template <typename... Parts>
  void put(fmt::format_string<Parts...> format, Parts&&... parts) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Parts>(parts)...);
  }
  void id(const Mark& mark);
  void reference(const Mark& mark);
  void own_card(const Mark& mark);
  std::string jump(MarkKind kind, std::size_t row, std::string_view label) const;
  std::string colour(const Mark& mark) const;
  std::string described(const Mark& mark) const;
  std::string named(Id actor, std::string_view name) const;

  void head();
  void body();
  void paragraph(std::size_t first, std::size_t last, Span span);
  void tolls();
  void speakers();
  void claims();
  void events();
  void actors();

  const Article& article_;
  Marks marks_;
  std::vector<Party> speakers_;
  std::vector<std::size_t> speaker_of_;      // by quote: its place among speakers_
  std::array<std::vector<bool>, 4> marked_;  // by kind and row: does the text have the id?
  bool has_title_ = false;
  std::string out_;
};

std::vector<Mark> marks_of(const Article& article) {
  std::vector<Mark> marks;
  for (std::size_t i = 0; i < article.quotes.size(); ++i) marks.push_back({article.quotes[i].content, MarkKind::quote, i});
  for (std::size_t i = 0; i < article.casualties.size(); ++i) marks.push_back({article.casualties[i].span, MarkKind::claim, i});
  for (std::size_t i = 0; i < article.mentions.size(); ++i) {
    if (article.mentions[i].actor != 0) marks.push_back({article.mentions[i].span, MarkKind::mention, i});
  }
  for (std::size_t i = 0; i < article.events.size(); ++i) {
    const Event& event = article.events[i];
    marks.push_back({event.trigger.empty() ? event.span : event.trigger, MarkKind::event, i});
  }
  return marks;
}

Page::Page(const Article& article) : article_(article), marks_(marks_of(article)), speaker_of_(article.quotes.size()) {
  speakers_ = parties(article.quotes, [](const Quote& quote) { return std::make_pair(quote.speaker_actor, quote.speaker); });
  for (std::size_t i = 0; i < speakers_.size(); ++i) {
    for (const std::size_t row : speakers_[i].rows) speaker_of_[row] = i;
  }
  marked_[static_cast<std::size_t>(MarkKind::quote)].resize(article.quotes.size());
  marked_[static_cast<std::size_t>(MarkKind::claim)].resize(article.casualties.size());
  marked_[static_cast<std::size_t>(MarkKind::mention)].resize(article.mentions.size());
  marked_[static_cast<std::size_t>(MarkKind::event)].resize(article.events.size());
}

// --- marks in the text -----------------------------------------------------------------------------------------------

std::string Page::colour(const Mark& mark) const {
  if (mark.kind != MarkKind::quote) return {};
  const std::size_t at = speaker_of_[mark.row];
  return at < colours && !speakers_[at].name.empty() ? fmt::format(" s{}", at) : std::string();
}

// What a screen reader says of a mark.
std::string Page::described(const Mark& mark) const {
  std::string out = fmt::format("{} {}", name_of(mark.kind), mark.row + 1);
  if (mark.kind == MarkKind::quote) {
    const Quote& quote = article_.quotes[mark.row];
    out += ", " + std::string(gazette::name_of(quote.kind)) + (quote.speaker.empty() ? ", no speaker given" : ", by " + quote.speaker);
  } else if (mark.kind == MarkKind::claim) {
    const Casualty& claim = article_.casualties[mark.row];
    out += fmt::format(": {} {}", figure(claim.figure), spaced(claim.harm)) + (claim.claimant.empty() ? std::string() : ", says " + claim.claimant);
  }
  return out;
}

// The first piece of a mark carries its id; later ones have none.
void Page::id(const Mark& mark) {
  auto& marked = marked_[static_cast<std::size_t>(mark.kind)];
  if (marked[mark.row]) return;
  marked[mark.row] = true;
  put(" id=\"{}-{}\"", name_of(mark.kind), mark.row + 1);
}

void Page::reference(const Mark& mark) {
  put("<a class=\"ref ref-{}{}\" href=\"#row-{}-{}\" aria-label=\"", name_of(mark.kind), colour(mark), name_of(mark.kind), mark.row + 1);
  append_attribute(out_, described(mark));
  put("\">{}{}</a>", name_of(mark.kind)[0], mark.row + 1);
}

void Page::own_card(const Mark& mark) {
  const Table& table = table_of(mark.kind == MarkKind::quote ? "quotes" : "casualties");
  put("<span class=\"card own\">{}</span>", card(article_, table, mark.row));
}

void Page::open(const Mark& mark, bool /*first*/) {
  put("<span class=\"mark {}{}\"", name_of(mark.kind), colour(mark));
  id(mark);
  out_ += '>';
}

void Page::close(const Mark& mark, bool last) {
  if (last) reference(mark);
  own_card(mark);
  out_ += "</span>";
}

void Page::point(const Mark& mark) {
  out_ += "<span";
  id(mark);
  out_ += '>';
  reference(mark);
  own_card(mark);
  out_ += "</span>";
}

void Page::leaf(Span span, const std::vector<const Mark*>& leaves, const std::vector<const Mark*>& begins) {
  const Mark& shown = *leaves.front();
  for (const Mark* mark : begins) {
    if (mark == &shown) continue;
    out_ += "<span";
    id(*mark);
    out_ += "></span>";
  }
  std::string classes;
  for (const Mark* mark : leaves) {
    const char* const name = mark->kind == MarkKind::mention ? "actor" : "event";
    if (classes.find(name) == std::string::npos) classes += (classes.empty() ? "" : " ") + std::string(name);
  }
  const bool first = std::find(begins.begin(), begins.end(), &shown) != begins.end();
  put("<a class=\"{}\"{}", classes, first ? "" : " tabindex=\"-1\"");
  id(shown);
  if (shown.kind == MarkKind::mention) {
    put(" href=\"#row-actor-{}\">", article_.mentions[shown.row].actor);
  } else {
    put(" href=\"#row-event-{}\">", shown.row + 1);
  }
  append_html(out_, article_.words(span));
  out_ += "</a><span class=\"card\">";
  for (const Mark* mark : leaves) {
    if (mark != &shown) out_ += "<br>";
    if (mark->kind == MarkKind::mention) {
      out_ += card(article_, table_of("actors"), article_.mentions[mark->row].actor - 1);
    } else {
      out_ += card(article_, table_of("events"), mark->row);
    }
  }
  out_ += "</span>";
}

// --- the page --------------------------------------------------------------------------------------------------------

void Page::head() {
  std::string_view title;
  for (const Sentence& sentence : article_.sentences) {
    if (sentence.part == Part::headline && title.empty()) title = article_.words(sentence.span);
  }
  has_title_ = !title.empty();
  out_ += "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n";
  put("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n", policy);
  out_ += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n";
  put("<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" content=\"Gazette {}\">\n<link rel=\"icon\" href=\"data:,\">\n<title>",
      version());
  append_attribute(out_, has_title_ ? title : "Article");
  put("</title>\n<style>{}</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#facts\">Skip to the facts</a>\n", style);
  out_ +=
      "<p class=\"legend\"><span><span class=\"quote s0\">quote</span></span><span><span class=\"claim\">casualty claim</span></span>"
      "<span><span class=\"event\">event</span></span><span><span class=\"actor\">actor</span></span>"
      "<span class=\"hint\">Point at a mark, tap it or tab to it to see its row; follow it to the row among the others.</span></p>\n";
}

void Page::paragraph(std::size_t first, std::size_t last, Span span) {
  const Part part = article_.sentences[last].part;
  const bool headline = article_.sentences[first].part == Part::headline && part == Part::headline;
  std::string element = "p";
  if (headline && has_title_) {
    element = "h1";
    has_title_ = false;  // there is one
  } else if (headline || part == Part::heading) {
    element = "h2";
  }
  put("<{} class=\"{}\">", element, gazette::name_of(part));
  marks_.write(span, *this);
  put("</{}>\n", element);
}

void Page::body() {
  out_ += "<main><article>\n";
  if (!has_title_) out_ += "<h1 class=\"small\">Article</h1>\n";
  std::uint32_t at = 0;
  const auto rest = [&](std::uint32_t end) {  // what lies between paragraphs: seldom more than blanks
    if (end <= at) return;
    if (!blank(article_.words({at, end}))) {
      out_ += "<p>";
      marks_.write({at, end}, *this);
      out_ += "</p>\n";
    }
    at = end;
  };
  const auto& sentences = article_.sentences;
  for (std::size_t first = 0; first < sentences.size();) {
    std::size_t last = first;
    while (last + 1 < sentences.size() && sentences[last + 1].paragraph == sentences[first].paragraph) ++last;
    const Span span{std::max(at, sentences[first].span.begin), sentences[last].span.end};
    rest(span.begin);
    if (span.end > span.begin) {
      paragraph(first, last, span);
      at = span.end;
    }
    first = last + 1;
  }
  rest(static_cast<std::uint32_t>(article_.text().size()));
  out_ += "</article></main>\n";
}

// --- beside the text -------------------------------------------------------------------------------------------------

std::string Page::jump(MarkKind kind, std::size_t row, std::string_view label) const {
  if (!marked_[static_cast<std::size_t>(kind)][row]) return std::string(label);
  return fmt::format("<a href=\"#{}-{}\" aria-label=\"{} {} in the text\">{}</a>", name_of(kind), row + 1, name_of(kind), row + 1, label);
}

std::string Page::named(Id actor, std::string_view name) const {
  return actor == 0 || name.empty() ? bdi(name) : fmt::format("<a href=\"#row-actor-{}\">{}</a>", actor, bdi(name));
}

void Page::tolls() {
  if (article_.tolls.empty()) return;
  out_ +=
      "<h2>Tolls</h2>\n<div class=\"scroll\"><table><thead><tr><th scope=\"col\">harm</th><th scope=\"col\">low</th><th scope=\"col\">best</th>"
      "<th scope=\"col\">high</th><th scope=\"col\">claims</th><th scope=\"col\">claimants</th></tr></thead><tbody>\n";
  const auto number = [](const std::optional<std::int64_t>& value) { return value ? fmt::format("{}", *value) : std::string(); };
  for (const Toll& toll : article_.tolls) {
    put("<tr><th scope=\"row\">{}{}</th>", escaped(spaced(toll.harm)), toll.disputed ? " <span class=\"small\">disputed</span>" : "");
    put("<td class=\"number\">{}</td><td class=\"number\">{}</td><td class=\"number\">{}</td><td class=\"number\">{}</td><td>", number(toll.low),
        number(toll.best), number(toll.high), toll.claims);
    for (const std::string& claimant : toll.claimants) put("{}{}", &claimant == toll.claimants.data() ? "" : ", ", bdi(claimant));
    out_ += "</td></tr>\n";
  }
  out_ += "</tbody></table></div>\n";
}

void Page::speakers() {
  if (speakers_.empty()) return;
  out_ += "<h2>Who says what</h2>\n";
  for (std::size_t i = 0; i < speakers_.size(); ++i) {
    const Party& party = speakers_[i];
    const std::string style = i < colours && !party.name.empty() ? fmt::format(" s{}", i) : std::string();
    put("<details open><summary><span class=\"swatch{}\"></span><b>{}</b> <span class=\"small\">{} quote{}", style,
        party.name.empty() ? "No speaker given" : bdi(party.name), party.rows.size(), party.rows.size() == 1 ? "" : "s");
    if (party.actor != 0 && !article_.actors[party.actor - 1].role.empty()) {
      out_ += ", ";
      append_html(out_, article_.actors[party.actor - 1].role);
    }
    out_ += "</span></summary>\n<ol>\n";
    for (const std::size_t row : party.rows) {
      const Quote& quote = article_.quotes[row];
      put("<li id=\"row-quote-{}\">{} ", row + 1, jump(MarkKind::quote, row, fmt::format("q{}", row + 1)));
      append_html(out_, article_.words(quote.content));
      put(" <span class=\"small\">{}", gazette::name_of(quote.kind));
      for (const std::string_view more : {std::string_view(quote.act), std::string_view(quote.via)}) {
        if (more.empty()) continue;
        out_ += " \xC2\xB7 ";
        append_html(out_, more);
      }
      if (!quote.cue.empty()) {
        out_ += " \xC2\xB7 \xE2\x80\x9C";
        append_html(out_, article_.words(quote.cue));
        out_ += "\xE2\x80\x9D";
      }
      if (quote.continues != 0) put(" \xC2\xB7 goes on from <a href=\"#row-quote-{}\">q{}</a>", quote.continues, quote.continues);
      if (quote.part_of != 0) put(" \xC2\xB7 part of <a href=\"#row-quote-{}\">q{}</a>", quote.part_of, quote.part_of);
      out_ += "</span></li>\n";
    }
    out_ += "</ol></details>\n";
  }
}

void Page::claims() {
  if (article_.casualties.empty()) return;
  out_ +=
      "<h2>Who claims what</h2>\n<div class=\"scroll\"><table><thead><tr><th scope=\"col\"><span class=\"small\">claim</span></th><th scope=\"col\">harm</th>"
      "<th scope=\"col\">number</th><th scope=\"col\">victims</th><th scope=\"col\">by</th><th scope=\"col\">when, where</th></tr></thead>\n";
  for (const Party& party : parties(article_.casualties, [](const Casualty& claim) { return std::make_pair(claim.claimant_actor, claim.claimant); })) {
    put("<tbody><tr><th colspan=\"6\" scope=\"rowgroup\">{}</th></tr>\n", party.name.empty() ? "The report itself" : named(party.actor, party.name));
    for (const std::size_t row : party.rows) {
      const Casualty& claim = article_.casualties[row];
      put("<tr id=\"row-claim-{}\"><td>{}</td><td>{}", row + 1, jump(MarkKind::claim, row, fmt::format("c{}", row + 1)), escaped(spaced(claim.harm)));
      if (claim.status != "asserted") put(" <span class=\"small\">{}</span>", escaped(claim.status));
      put("</td><td class=\"number\">{}</td><td>{}", figure(claim.figure), bdi(claim.victims));
      if (claim.part_of != 0) put(" <span class=\"small\">in <a href=\"#row-claim-{}\">c{}</a></span>", claim.part_of, claim.part_of);
      put("</td><td>{}</td><td>{} {}</td></tr>\n", named(claim.perpetrator_actor, claim.perpetrator), days(claim.date_from, claim.date_to), bdi(claim.place));
    }
    out_ += "</tbody>\n";
  }
  out_ += "</table></div>\n";
}

void Page::events() {
  if (article_.events.empty()) return;
  out_ +=
      "<h2>Who did what to whom</h2>\n<div class=\"scroll\"><table><thead><tr><th scope=\"col\">event</th><th scope=\"col\">type</th><th "
      "scope=\"col\">source</th>"
      "<th scope=\"col\">target</th><th scope=\"col\">words</th><th scope=\"col\">when, where</th></tr></thead><tbody>\n";
  for (std::size_t row = 0; row < article_.events.size(); ++row) {
    const Event& event = article_.events[row];
    put("<tr id=\"row-event-{}\"><td>{}</td><td>{} <span class=\"small\">{}{}</span></td>", row + 1, jump(MarkKind::event, row, fmt::format("e{}", row + 1)),
        escaped(event.type), escaped(event.mode), event.auxiliary == "actual" ? std::string() : (event.mode.empty() ? "" : ", ") + escaped(event.auxiliary));
    put("<td>{}</td><td>{}{}</td><td>", named(event.source_actor, event.source), event.reciprocal ? "with " : "", named(event.target_actor, event.target));
    append_html(out_, article_.words(event.trigger));
    put("</td><td>{} {}</td></tr>\n", days(event.date_from, event.date_to), bdi(event.place));
  }
  out_ += "</tbody></table></div>\n";
}

void Page::actors() {
  if (article_.actors.empty()) return;
  std::vector<std::vector<std::size_t>> mentions(article_.actors.size());
  for (std::size_t i = 0; i < article_.mentions.size(); ++i) {
    if (article_.mentions[i].actor != 0) mentions[article_.mentions[i].actor - 1].push_back(i);
  }
  out_ +=
      "<h2>Who is named</h2>\n<div class=\"scroll\"><table><thead><tr><th scope=\"col\">actor</th><th scope=\"col\">kind</th><th scope=\"col\">country</th>"
      "<th scope=\"col\">role</th><th scope=\"col\">mentions</th></tr></thead><tbody>\n";
  for (std::size_t i = 0; i < article_.actors.size(); ++i) {
    const Actor& actor = article_.actors[i];
    put("<tr id=\"row-actor-{}\"><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{} {}</td><td><span class=\"number\">{}</span> <span class=\"jumps "
        "small\">",
        i + 1, bdi(actor.name), gazette::name_of(actor.kind), bdi(actor.country), bdi(actor.role), bdi(actor.affiliation), actor.mentions);
    for (std::size_t k = 0; k < mentions[i].size(); ++k) out_ += jump(MarkKind::mention, mentions[i][k], fmt::format("{}", k + 1)) + ' ';
    out_ += "</span></td></tr>\n";
  }
  out_ += "</tbody></table></div>\n";
}

std::string Page::html() && {
  head();
  body();
  out_ += "<aside id=\"facts\" aria-label=\"Facts\" tabindex=\"-1\">\n";
  tolls();
  speakers();
  claims();
  events();
  actors();
  put("<p class=\"small\">Read by Gazette {}, by rule: what it shows is what the text says, not what is true.</p>\n</aside>\n</body>\n</html>\n", version());
  return std::move(out_);
}

}  // namespace
}  // namespace gazette::render

namespace gazette {

std::string to_html(const Article& article) { return render::Page(article).html(); }

}  // namespace gazette

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

// A name, apart from its surroundings for a reader from right to left.
std::string bdi(std::string_view text) {
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
  std::vector<std::size_t> speaker_of_;  // by quote: its place among speakers_
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

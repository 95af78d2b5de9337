#include "render/json.h"

#include <fmt/format.h>

#include <cmath>

#include "text/utf8.h"

namespace gazette::render {

void append_json(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x80) {
      const text::Decoded code = text::decode(text, at);
      if (code.valid) {
        out += text.substr(at, code.length);
      } else {
        out += "\xEF\xBF\xBD";
      }
      at += code.length;
      continue;
    }
    switch (byte) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default:
        if (byte < ' ' || byte == 0x7F) {
          fmt::format_to(std::back_inserter(out), "\\u{:04x}", byte);
        } else {
          out += text[at];
        }
    }
    ++at;
  }
  out += '"';
}

void append_json(std::string& out, const std::vector<std::string>& list) {
  out += '[';
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) out += ',';
    append_json(out, std::string_view(list[i]));
  }
  out += ']';
}

void append_json(std::string& out, const Cell& cell) {
  if (const auto* const text = std::get_if<std::string_view>(&cell)) return append_json(out, *text);
  if (const auto* const list = std::get_if<List>(&cell)) return append_json(out, **list);
  if (const auto* const whole = std::get_if<std::int64_t>(&cell)) {
    fmt::format_to(std::back_inserter(out), "{}", *whole);
    return;
  }
  const auto* const real = std::get_if<double>(&cell);
  if (real == nullptr || !std::isfinite(*real)) {
    out += "null";
  } else {
    fmt::format_to(std::back_inserter(out), "{}", *real);  // the shortest that reads back as the same number
  }
}

}  // namespace gazette::render

namespace gazette {

std::string to_json(const Article& article) {
  using render::append_json;
  std::string out = "{\"version\":";
  append_json(out, version());
  for (const render::Table& table : render::tables()) {
    out += ',';
    append_json(out, table.short_name());
    out += ":[";
    const std::size_t rows = table.rows(article);
    for (std::size_t row = 0; row < rows; ++row) {
      out += row > 0 ? ",{" : "{";
      for (const render::Column& column : table.columns) {
        if (&column != table.columns.data()) out += ',';
        append_json(out, std::string_view(column.name));
        out += ':';
        append_json(out, column.cell(article, row));
      }
      out += '}';
    }
    out += ']';
  }
  out += '}';
  return out;
}

}  // namespace gazette

#include "render/escape.h"

#include <fmt/format.h>

#include <cstdint>

#include "text/utf8.h"

namespace gazette::render {
namespace {

// Control characters, and those that change how others are shown while they show nothing themselves.
bool unseen(char32_t code) {
  return (code < 0x20 && code != '\t' && code != '\n' && code != '\r') || (code >= 0x7F && code <= 0x9F) || code == 0x61C || code == 0x200B || code == 0x200E ||
         code == 0x200F || (code >= 0x2028 && code <= 0x202E) || (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF || (code >= 0xFFF9 && code <= 0xFFFB) ||
         (code >= 0xE0000 && code <= 0xE007F);
}

void append(std::string& out, std::string_view text, bool in_element) {
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded code = text::decode(text, at);
    if (!code.valid || code.code == 0) {
      out += "\xEF\xBF\xBD";
    } else if (unseen(code.code)) {
      const std::string number = fmt::format("U+{:04X}", static_cast<std::uint32_t>(code.code));
      out += in_element ? "<span class=\"unseen\">" + number + "</span>" : number;
    } else if (code.code == '&') {
      out += "&amp;";
    } else if (code.code == '<') {
      out += "&lt;";
    } else if (code.code == '>') {
      out += "&gt;";
    } else if (code.code == '"') {
      out += "&quot;";
    } else if (code.code == '\'') {
      out += "&#39;";
    } else {
      out += text.substr(at, code.length);
    }
    at += code.length;
  }
}

}  // namespace

void append_html(std::string& out, std::string_view text) { append(out, text, true); }
void append_attribute(std::string& out, std::string_view text) { append(out, text, false); }

}  // namespace gazette::render

// JSON from cells. What comes out is valid JSON (RFC 8259) and valid UTF-8, whatever the text holds.
#ifndef GAZETTE_RENDER_JSON_H
#define GAZETTE_RENDER_JSON_H

#include <string>
#include <string_view>

#include "render/columns.h"

namespace gazette::render {

/// Appends a text as a JSON string: quotes, backslashes and control characters escaped, invalid bytes as U+FFFD.
void append_json(std::string& out, std::string_view text);

/// Appends a list as an array of strings.
void append_json(std::string& out, const std::vector<std::string>& list);

/// Appends a cell: null, a number, a string or an array.
void append_json(std::string& out, const Cell& cell);

}  // namespace gazette::render

#endif

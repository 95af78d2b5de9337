// Text as HTML that stays text.
//
// An article may hold tags, scripts, and characters that nobody sees but that turn the order of the others round
// (bidirectional controls) or hide words (tag characters). Tags are escaped; such characters are shown by their
// number, so that a reader knows that they are there; invalid bytes are U+FFFD.
//
//   append_html(out, "<b>\xE2\x80\xAE");   // &lt;b&gt;<span class="unseen">U+202E</span>
#ifndef GAZETTE_RENDER_ESCAPE_H
#define GAZETTE_RENDER_ESCAPE_H

#include <string>
#include <string_view>

namespace gazette::render {

/// Appends a text to the content of an element.
void append_html(std::string& out, std::string_view text);

/// Appends a text to an attribute's value, which stands in double quotation marks.
void append_attribute(std::string& out, std::string_view text);

}  // namespace gazette::render

#endif

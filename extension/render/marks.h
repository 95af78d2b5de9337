// How marks that nest and cross become elements, which can only nest.
//
// Two sorts of mark lie over a text. A stretch (a quotation, a claim) holds others; where two cross, or a paragraph
// ends inside one, it goes on in a second piece. A leaf (a name, a word that tells of an event) holds none: the text
// is cut where leaves overlap, and each cut knows all its leaves. Marks::write() goes through a part of the text and
// tells a Sink what begins and ends where; time grows with the text and the marks.
//
//   text:    She said "12 soldiers of Freedonia died"
//   told:    text, open quote, open claim, text, leaf Freedonia, text, close claim, close quote
#ifndef GAZETTE_RENDER_MARKS_H
#define GAZETTE_RENDER_MARKS_H

#include <cstddef>
#include <cstdint>
#include <vector>

#include "gazette.h"

namespace gazette::render {

enum class MarkKind : std::uint8_t { quote, claim, mention, event };

struct Mark {
  Span span;
  MarkKind kind = MarkKind::quote;
  std::size_t row = 0;  // from 0, in its table
  bool leaf() const { return kind == MarkKind::mention || kind == MarkKind::event; }
};

/// Is told of the pieces of a part of a text, in order.
class Sink {
 public:
  Sink() = default;
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;
  virtual ~Sink() = default;
  virtual void text(Span span) = 0;
  /// A piece of a stretch; `first` and `last` say whether the stretch begins or ends with it.
  virtual void open(const Mark& mark, bool first) = 0;
  virtual void close(const Mark& mark, bool last) = 0;
  /// A stretch that lies too deep in others to be opened; it ends here.
  virtual void point(const Mark& mark) = 0;
  /// A cut that one or more leaves cover, the shortest first; `begins` are those that begin with it.
  virtual void leaf(Span span, const std::vector<const Mark*>& leaves, const std::vector<const Mark*>& begins) = 0;
};

class Marks {
 public:
  explicit Marks(std::vector<Mark> marks);
  /// Writes one part of the text; parts must come in the order of the text.
  void write(Span part, Sink& sink);

 private:
  struct Cut {
    Span span;
    std::vector<const Mark*> leaves;
    std::vector<const Mark*> begins;
  };
  void cut_leaves();

  std::vector<Mark> stretches_;  // by where they begin, the longer first
  std::vector<Mark> leaves_;
  std::vector<Cut> cuts_;
  std::size_t next_stretch_ = 0;
  std::size_t next_cut_ = 0;
  std::vector<const Mark*> carried_;  // stretches that began in an earlier part
};

}  // namespace gazette::render

#endif

#include "render/marks.h"

#include <algorithm>

namespace gazette::render {
namespace {

// A page with more levels than these can't be read, and hostile text could ask for thousands.
constexpr std::size_t deepest = 8;
constexpr std::size_t most_leaves = 8;

std::uint32_t length(Span span) { return span.end - span.begin; }

bool before(const Mark& a, const Mark& b) {
  if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
  if (a.span.end != b.span.end) return a.span.end > b.span.end;
  if (a.kind != b.kind) return a.kind < b.kind;
  return a.row < b.row;
}

}  // namespace

Marks::Marks(std::vector<Mark> marks) {
  std::sort(marks.begin(), marks.end(), before);
  for (const Mark& mark : marks) {
    if (!mark.span.empty()) (mark.leaf() ? leaves_ : stretches_).push_back(mark);
  }
  cut_leaves();
}

void Marks::cut_leaves() {
  std::vector<const Mark*> over;
  std::size_t next = 0;
  std::uint32_t at = 0;
  while (next < leaves_.size() || !over.empty()) {
    if (over.empty()) at = std::max(at, leaves_[next].span.begin);
    std::vector<const Mark*> begins;
    for (; next < leaves_.size() && leaves_[next].span.begin <= at; ++next) {
      if (over.size() == most_leaves) continue;
      over.push_back(&leaves_[next]);
      begins.push_back(&leaves_[next]);
    }
    std::uint32_t end = next < leaves_.size() ? leaves_[next].span.begin : UINT32_MAX;
    for (const Mark* mark : over) end = std::min(end, mark->span.end);
    std::vector<const Mark*> shortest = over;
    std::stable_sort(shortest.begin(), shortest.end(), [](const Mark* a, const Mark* b) { return length(a->span) < length(b->span); });
    cuts_.push_back({{at, end}, std::move(shortest), std::move(begins)});
    at = end;
    std::erase_if(over, [&](const Mark* mark) { return mark->span.end <= at; });
  }
}

void Marks::write(Span part, Sink& sink) {
  std::vector<const Mark*> open;
  const auto enter = [&](const Mark* mark, bool first) {
    if (open.size() == deepest) {
      if (mark->span.end <= part.end) sink.point(*mark);
      return false;
    }
    sink.open(*mark, first);
    open.push_back(mark);
    return true;
  };
  std::vector<const Mark*> later;  // what goes on in the next part
  for (const Mark* mark : carried_) {
    if (mark->span.end > part.end) later.push_back(mark);
    enter(mark, false);
  }
  for (std::uint32_t at = part.begin; at < part.end;) {
    // What ends here is closed; what lies inside it but goes on is closed with it and opened again.
    std::size_t keep = open.size();
    for (std::size_t i = open.size(); i-- > 0;) {
      if (open[i]->span.end <= at) keep = i;
    }
    const std::vector<const Mark*> closed(open.begin() + static_cast<std::ptrdiff_t>(keep), open.end());
    for (std::size_t i = closed.size(); i-- > 0;) sink.close(*closed[i], closed[i]->span.end <= at);
    open.resize(keep);
    for (const Mark* mark : closed) {
      if (mark->span.end > at) enter(mark, false);
    }
    for (; next_stretch_ < stretches_.size() && stretches_[next_stretch_].span.begin <= at; ++next_stretch_) {
      const Mark& mark = stretches_[next_stretch_];
      if (mark.span.end > part.end) later.push_back(&mark);
      if (mark.span.end > at) enter(&mark, true);
    }
    std::uint32_t next = part.end;
    if (next_stretch_ < stretches_.size()) next = std::min(next, stretches_[next_stretch_].span.begin);
    for (const Mark* mark : open) next = std::min(next, mark->span.end);
    while (next_cut_ < cuts_.size() && cuts_[next_cut_].span.end <= at) ++next_cut_;
    if (next_cut_ == cuts_.size() || cuts_[next_cut_].span.begin >= next) {
      sink.text({at, next});
    } else if (Cut& cut = cuts_[next_cut_]; cut.span.begin > at) {
      next = cut.span.begin;
      sink.text({at, next});
    } else {
      next = std::min(next, cut.span.end);
      sink.leaf({at, next}, cut.leaves, cut.begins);
      cut.begins.clear();
    }
    at = next;
  }
  for (std::size_t i = open.size(); i-- > 0;) sink.close(*open[i], open[i]->span.end <= part.end);
  carried_ = std::move(later);
}

}  // namespace gazette::render

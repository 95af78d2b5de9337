// The tapes of many sentences, one behind the other in one piece of memory: a document of 100,000 sentences is made and
// freed in a moment, and what is read one after the other lies one after the other.
//
//   Tapes tapes;
//   lexicon.look_up(text, tokens, sentence.first, sentence.end, capitals, tapes.elements(), buffer);
//   tapes.end_tape();
//   for (const Element& element : tapes[0]) ...
#ifndef GAZETTE_CASCADE_TAPES_H
#define GAZETTE_CASCADE_TAPES_H

#include <cstdint>
#include <vector>

#include "lexicon/lexicon.h"

namespace gazette::cascade {

using lexicon::Element;
using lexicon::Tape;

class Tapes {
 public:
  void clear() {
    elements_.clear();
    ends_.clear();
  }
  /// Room for so many elements, in so many tapes.
  void reserve(std::size_t elements, std::size_t tapes) {
    elements_.reserve(elements);
    ends_.reserve(tapes);
  }
  /// All elements: what is appended belongs to the tape that the next end_tape() ends.
  std::vector<Element>& elements() { return elements_; }
  void end_tape() { ends_.push_back(static_cast<std::uint32_t>(elements_.size())); }
  void add(Tape tape) {
    elements_.insert(elements_.end(), tape.begin(), tape.end());
    end_tape();
  }

  /// How many tapes have ended.
  std::size_t size() const { return ends_.size(); }
  /// Holds until elements are added.
  Tape operator[](std::size_t index) const {
    const std::uint32_t first = index == 0 ? 0 : ends_[index - 1];
    return {elements_.data() + first, ends_[index] - first};
  }

 private:
  std::vector<Element> elements_;
  std::vector<std::uint32_t> ends_;  // of each tape, where the next begins
};

}  // namespace gazette::cascade

#endif

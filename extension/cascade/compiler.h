// Compiles a rule onto RE2.
//
// Each set of classes that a word can have is a signature. A rule asks few things of an element, so to this rule most
// signatures look alike: the compiler numbers those that it can tell apart, one byte each, and writes the pattern as
// a regular expression over these bytes, in which a class is the character class of all bytes that hold it. To match,
// a sentence's signatures are translated into a string of bytes, its tape; an offset in it is the number of an element.
//
//   "DETERMINER? NOUN+" tells apart {neither, DETERMINER, NOUN, both}:
//   "DETERMINER? NOUN+"   ->   [\x02\x04]?[\x03\x04]+
#ifndef GAZETTE_CASCADE_COMPILER_H
#define GAZETTE_CASCADE_COMPILER_H

#include <re2/re2.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "cascade/pattern.h"
#include "lexicon/lexicon.h"

namespace gazette::cascade {

/// The classes that each label (a Shape or a rule's result) gives an element.
using LabelSets = std::vector<lexicon::ClassSet>;

/// A rule that is ready to run.
class CompiledRule {
 public:
  /// `message` says why, where the result is a string: the pattern is too large for RE2 or tells too many signatures apart.
  static std::variant<std::unique_ptr<CompiledRule>, std::string> compile(const Rule& rule, const lexicon::Lexicon& lexicon,
                                                                          const LabelSets& labels);

  /// The bytes of one element: `width` of them.
  std::size_t width() const { return width_; }
  /// Writes the tape of `elements`; an element for which blocked[i] is set matches nothing.
  void write_tape(const lexicon::Element* elements, std::size_t count, const std::uint8_t* blocked, std::string& tape) const {
    tape.clear();
    append_tape(elements, count, blocked, tape);
  }
  /// Appends the tape of a further sentence; separate() stands between two, and no match crosses it. One search over
  /// many sentences costs far less than many searches.
  void append_tape(const lexicon::Element* elements, std::size_t count, const std::uint8_t* blocked, std::string& tape) const;
  void separate(std::string& tape) const { tape.append(width_, '\n'); }
  /// Finds the first match at or behind element `from`; fills `groups` (whole match first, then one group for each capture).
  bool match(const std::string& tape, std::size_t from, std::vector<re2::StringPiece>& groups) const;

 private:
  bool match_single(const std::string& tape, std::size_t from, std::vector<re2::StringPiece>& groups) const;

 public:
  /// The capture name of each group behind the first.
  const std::vector<std::uint8_t>& captures() const { return captures_; }

 private:
  std::vector<std::uint16_t> by_set_;    // lexicon class set -> row
  std::vector<std::uint16_t> by_label_;  // label -> column
  std::size_t columns_ = 0;
  std::vector<std::uint16_t> symbols_;   // row * columns + column -> symbol, from 1
  std::size_t width_ = 1;
  std::unique_ptr<RE2> expression_;      // none where the pattern is one element: a look at each is enough
  std::vector<std::uint8_t> single_;     // then: which symbols fit
  bool ends_in_capture_ = false;         // its one capture is the last element of every match
  std::vector<std::uint8_t> captures_;
};

/// Of the classes one of which every match must hold, the rarest group by `weights`; empty where a match may hold none.
lexicon::ClassSet trigger_of(const Node& node, const std::vector<float>& weights);

/// All groups of classes of which every match must hold one: a sentence that lacks one of them can't match.
std::vector<lexicon::ClassSet> requirements_of(const Node& node, const std::vector<float>& weights);

}  // namespace gazette::cascade

#endif

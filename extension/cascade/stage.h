// A stage: the rules of one file, run over the tape of a sentence.
//
// One walk through all rules together tells which of them match where (Automaton); these alone are run, in their order,
// for what they capture (Matcher). The rules are compiled at the stage's first need, once, and shared by all threads.
//
// A stage that rewrites (names, numbers, dates, groups) replaces what a rule found by one element with the rule's
// labels; earlier rules take precedence, and what one took is closed to the others. A stage that finds facts leaves
// the tape as it is: matches may overlap, but two rules never share the element of the stage's key capture ("harm").
#ifndef GAZETTE_CASCADE_STAGE_H
#define GAZETTE_CASCADE_STAGE_H

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cascade/alphabet.h"
#include "cascade/automaton.h"
#include "cascade/compiler.h"
#include "cascade/matcher.h"
#include "cascade/pattern.h"
#include "lexicon/lexicon.h"

namespace gazette::cascade {

using lexicon::Element;
using lexicon::Tape;

/// A stretch [begin, end) with a name: of elements of a tape in a Match, of tokens in a Phrase.
struct Capture {
  std::uint8_t name = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// The captures of a match, kept in place: most have two or three.
class Captures {
 public:
  static constexpr std::size_t limit = 10;
  void add(const Capture& capture) {
    if (count_ < limit) all_[count_++] = capture;
  }
  const Capture* begin() const { return all_.data(); }
  const Capture* end() const { return all_.data() + count_; }
  /// The first capture of that name, or nullptr.
  const Capture* find(std::uint8_t name) const {
    for (const Capture& capture : *this) {
      if (capture.name == name) return &capture;
    }
    return nullptr;
  }

 private:
  std::array<Capture, limit> all_;
  std::size_t count_ = 0;
};

/// One place where a rule fits: elements [begin, end) of the tape.
struct Match {
  std::uint16_t rule = 0;  // index in the stage
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Captures captures;

  /// The first capture of that name that took part in the match.
  const Capture* captured(std::uint8_t name) const { return captures.find(name); }
};

/// Keeps the captures of phrases: they stay where they are for as long as it lives, also when it is moved.
class CapturePool {
 public:
  /// Room for as many as `most` captures that stand together, of which used() keeps some.
  Capture* room(std::size_t most) {
    if (left_ < most) {
      left_ = std::max(most, chunk);
      chunks_.push_back(std::make_unique_for_overwrite<Capture[]>(left_));
      next_ = chunks_.back().get();
    }
    return next_;
  }
  void used(std::size_t count) {
    next_ += count;
    left_ -= count;
  }

 private:
  static constexpr std::size_t chunk = 512;
  std::vector<std::unique_ptr<Capture[]>> chunks_;
  Capture* next_ = nullptr;
  std::size_t left_ = 0;
};

/// What a rewriting stage made: which rule, and its captures in tokens, which a CapturePool keeps.
struct Phrase {
  std::uint8_t stage = 0;
  std::uint8_t capture_count = 0;
  std::uint16_t rule = 0;
  std::uint32_t first = 0;  // tokens [first, end)
  std::uint32_t end = 0;
  const Capture* captures = nullptr;

  const Capture* captured(std::uint8_t name) const {
    for (std::size_t i = 0; i < capture_count; ++i) {
      if (captures[i].name == name) return captures + i;
    }
    return nullptr;
  }
};

/// A match that is to become a phrase, in elements; its captures, in tokens, are in the pool already.
struct Found {
  std::uint16_t rule = 0;
  std::uint8_t capture_count = 0;
  lexicon::ClassSetId set = 0;         // of the head
  std::uint32_t word = lexicon::none;  // of the head
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  const Capture* captures = nullptr;
};

/// Buffers that a run over many sentences uses again.
struct Scratch {
  std::vector<Match> matches;  // what find() found

  Matcher matcher;
  std::vector<RowNumber> numbers;         // of the rows of the sentence's elements
  std::vector<std::uint32_t> beginnings;  // where a match may begin
  std::vector<Row> rows;                  // these rows, and one behind
  std::vector<std::uint64_t> fitting;     // the rules that match at an element
  std::vector<std::uint64_t> rules;       // and anywhere
  std::vector<std::uint64_t> places;      // of each of these, a bit for each element where a match begins
  std::vector<std::uint8_t> taken;        // keys of matches
  std::vector<Found> found;               // what rewrite() found
  std::vector<std::uint32_t> found_at;    // of each element, which of them begins with it
};

class Stage {
 public:
  /// The lexicon and the labels are the grammar's and must outlive the stage.
  Stage(std::uint8_t id, std::string name, std::vector<Rule> rules, std::vector<std::string> captures, const lexicon::Lexicon& lexicon,
        const LabelSets& labels);

  const std::string& name() const { return name_; }
  std::size_t size() const { return rules_.size(); }
  const Rule& rule(std::size_t index) const { return rules_[index].rule; }
  /// The number of a capture name; nothing where no rule uses it.
  std::optional<std::uint8_t> capture(std::string_view name) const;
  /// The same, or a number that no capture has.
  std::uint8_t capture_or_none(std::string_view name) const { return capture(name).value_or(0xFF); }
  /// Sets the label that a rule gives what it makes.
  void set_label(std::size_t rule, std::uint16_t label) { rules_[rule].label = label; }

  /// Compiles the stage now. Empty, or why this rule does not compile.
  std::string check(std::size_t rule) const;

  /// Finds facts: fills `scratch.matches` with the matches in a sentence, in the order of the rules. Matches of two
  /// rules, or of one rule twice, never share the first element of the capture `key`.
  void find(Tape tape, std::uint8_t key, Scratch& scratch) const;

  /// Rewrites the tape of a sentence: each match becomes one element, with the word of the capture `head` where the rule
  /// has one. What it makes is appended to `phrases`, with its captures in the pool. True where there is anything.
  bool rewrite(std::vector<Element>& tape, std::vector<Phrase>& phrases, CapturePool& pool, Scratch& scratch) const;

 private:
  struct Labelled {
    Rule rule;
    std::uint16_t label = 0;
  };
  // The stage as it runs.
  struct Compiled {
    Alphabet alphabet;
    std::vector<Program> programs;    // of each rule; one that does not compile never matches
    std::vector<std::string> errors;  // of each rule
    std::optional<Automaton> automaton;
  };

  const Compiled& compiled() const;
  void compile_all(Compiled& made) const;
  static bool prepare(const Compiled& stage, Tape tape, Scratch& scratch);
  template <typename Take>
  void each_match(const Compiled& stage, std::uint32_t count, Scratch& scratch, Take take) const;
  Found keep(const Program& program, std::uint16_t rule, std::uint32_t begin, Tape tape, CapturePool& pool, Scratch& scratch) const;
  void apply(std::vector<Element>& tape, std::vector<Phrase>& phrases, Scratch& scratch) const;

  std::uint8_t id_;
  std::string name_;
  std::vector<Labelled> rules_;
  std::vector<std::string> captures_;
  std::uint8_t phrase_;  // the captures of these names
  std::uint8_t head_;
  const lexicon::Lexicon* lexicon_;
  const LabelSets* labels_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<Compiled> compiled_;
};

}  // namespace gazette::cascade

#endif

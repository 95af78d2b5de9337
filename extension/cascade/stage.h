// A stage: the rules of one file, run over the tape of a sentence.
//
// Cheap first: the classes of all elements are united, and only rules whose trigger class stands in the union are
// tried at all; a rule is compiled at its first need, once, and shared by all threads.
//
// A stage that rewrites (names, numbers, dates, groups) replaces what a rule found by one element with the rule's
// labels; earlier rules take precedence, and what one took is closed to the others. A stage that finds facts leaves
// the tape as it is: matches may overlap, but two rules never share the element of the stage's key capture ("harm").
#ifndef GAZETTE_CASCADE_STAGE_H
#define GAZETTE_CASCADE_STAGE_H

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cascade/compiler.h"
#include "cascade/pattern.h"
#include "lexicon/lexicon.h"

namespace gazette::cascade {

using lexicon::Element;

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

/// What a rewriting stage made: which rule, and its captures in tokens.
struct Phrase {
  std::uint8_t stage = 0;
  std::uint16_t rule = 0;
  std::uint32_t first = 0;  // tokens [first, end)
  std::uint32_t end = 0;
  Captures captures;

  const Capture* captured(std::uint8_t name) const { return captures.find(name); }
};

/// Sentences that a stage reads together: their tapes, and the classes of all elements of each.
struct Lot {
  std::vector<const std::vector<Element>*> tapes;
  std::vector<lexicon::ClassSet> classes;
  void add(const std::vector<Element>& tape, const lexicon::ClassSet& united) {
    tapes.push_back(&tape);
    classes.push_back(united);
  }
  void clear() {
    tapes.clear();
    classes.clear();
  }
  std::size_t size() const { return tapes.size(); }
};

/// Buffers that a run over many sentences uses again.
struct Scratch {
  std::string tape;
  std::vector<std::uint32_t> chosen;                // sentences on the tape
  std::vector<std::uint32_t> starts;                // where each begins, in elements and separators
  std::vector<std::vector<std::uint8_t>> blocked;   // of each sentence of the lot
  std::vector<re2::StringPiece> groups;
  std::vector<std::vector<Match>> found;            // of each sentence of the lot
  std::vector<Match> matches;                       // of a lot of one sentence
  std::vector<Element> rewritten;
};

class Stage {
 public:
  /// `labels` has room for the labels of this stage's rules from `first_label` on; see Grammar.
  Stage(std::uint8_t id, std::string name, std::vector<Rule> rules, std::vector<std::string> captures, const std::vector<float>& weights);

  const std::string& name() const { return name_; }
  std::size_t size() const { return rules_.size(); }
  const Rule& rule(std::size_t index) const { return rules_[index]->rule; }
  /// The number of a capture name; nothing where no rule uses it.
  std::optional<std::uint8_t> capture(std::string_view name) const;
  /// The same, or a number that no capture has.
  std::uint8_t capture_or_none(std::string_view name) const { return capture(name).value_or(0xFF); }
  /// Sets the label that a rule gives what it makes.
  void set_label(std::size_t rule, std::uint16_t label) { rules_[rule]->label = label; }

  /// Compiles a rule now. Empty, or why it does not compile.
  std::string check(std::size_t rule, const lexicon::Lexicon& lexicon, const LabelSets& labels) const;

  /// Finds facts: fills `scratch.found` with the matches of each sentence of the lot, in the order of the rules.
  /// Matches of two rules, or of one rule twice, never share the first element of the capture `key`.
  void find(const Lot& lot, std::uint8_t key, const lexicon::Lexicon& lexicon, const LabelSets& labels, Scratch& scratch) const;
  /// The same for one sentence: fills `scratch.matches`.
  void find(const std::vector<Element>& tape, const lexicon::ClassSet& classes, std::uint8_t key, const lexicon::Lexicon& lexicon,
            const LabelSets& labels, Scratch& scratch) const;

  /// Rewrites the tapes of the lot, tapes[i] being that of its sentence i: each match becomes one element, with the word of the capture `head` where the rule
  /// has one. What it makes is appended to phrases[i] for sentence i of the lot; made[i] tells whether there is any.
  void rewrite(const Lot& lot, std::vector<Element>* tapes, const lexicon::Lexicon& lexicon, const LabelSets& labels,
               std::vector<std::vector<Phrase>>& phrases, std::vector<std::uint8_t>& made, Scratch& scratch) const;
  /// The same for one sentence. True where anything was found.
  bool rewrite(std::vector<Element>& tape, const lexicon::ClassSet& classes, const lexicon::Lexicon& lexicon, const LabelSets& labels,
               std::vector<Phrase>& phrases, Scratch& scratch) const;

 private:
  struct Prepared {
    Rule rule;
    std::vector<lexicon::ClassSet> requirements;  // a sentence must meet each; the rarest, the trigger, first
    std::uint16_t label = 0;
    mutable std::once_flag once;
    mutable std::unique_ptr<CompiledRule> compiled;
    mutable std::string error;
  };

  const CompiledRule* compiled(const Prepared& rule, const lexicon::Lexicon& lexicon, const LabelSets& labels) const;
  bool put_on_tape(const Prepared& rule, const CompiledRule& compiled, const Lot& lot, bool with_blocked, Scratch& scratch) const;
  static Match match_of(const CompiledRule& rule, std::uint16_t index, std::uint32_t& sentence, const Scratch& scratch);
  void apply(std::vector<Element>& tape, std::vector<Match>& matches, std::vector<Phrase>& phrases, Scratch& scratch) const;

  std::uint8_t id_;
  std::string name_;
  std::vector<std::unique_ptr<Prepared>> rules_;
  std::vector<std::string> captures_;
};

}  // namespace gazette::cascade

#endif

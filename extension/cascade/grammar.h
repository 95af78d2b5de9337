// A grammar: the lexicon and all stages, ready to run; what one connection knows.
//
// The built-in grammar is made once a process. A user with words or rules of their own gets a grammar of their own.
//
//   auto grammar = Grammar::make({}, {});
//   grammar->stage(StageId::quotes).find(...);
#ifndef GAZETTE_CASCADE_GRAMMAR_H
#define GAZETTE_CASCADE_GRAMMAR_H

#include <array>
#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <typeindex>
#include <variant>
#include <vector>

#include "cascade/stage.h"
#include "lexicon/lexicon.h"

namespace gazette::cascade {

/// The stages, in the order in which a sentence passes them. Each is a file of cascade/rules.
enum class StageId : std::uint8_t { names, dates, numbers, groups, actors, quotes, casualties, events };
inline constexpr std::size_t stage_count = 8;
std::string_view stage_name(StageId id);

/// Some of the stages, a bit each.
using StageSet = std::uint8_t;
inline constexpr StageSet all_stages = 0xFF;
inline bool holds(StageSet set, StageId id) { return ((set >> static_cast<unsigned>(id)) & 1U) != 0; }

/// A rule file as compiled in: its name and its text.
struct RuleFile {
  const char* name;
  const char* text;
};
/// The built-in rule files, in the order of the stages; generated from cascade/rules.
const std::array<RuleFile, stage_count>& built_in_rules();

/// A rule that a user added: the stage's name, the rule's name ("quote.mine"), and the pattern with its results.
struct UserRule {
  std::string name;
  std::string stage;
  std::string pattern;
};

class Grammar {
 public:
  /// Builds a grammar. The other alternative is the message of the first error.
  static std::variant<std::shared_ptr<const Grammar>, std::string> make(const std::vector<lexicon::UserEntry>& entries, const std::vector<UserRule>& rules,
                                                                        const std::array<RuleFile, stage_count>& files = built_in_rules());
  /// The built-in grammar, shared by the process.
  static const std::shared_ptr<const Grammar>& built_in();

  const lexicon::Lexicon& lexicon() const { return lexicon_; }
  const Stage& stage(StageId id) const { return *stages_[static_cast<std::size_t>(id)]; }
  const LabelSets& labels() const { return labels_; }
  const lexicon::ClassSet& label_classes(std::uint16_t label) const { return labels_[label]; }

  /// The label of an element that code makes, not a rule: quoted words, as speech of their own or not.
  std::uint16_t quoted_label(bool speech) const { return speech ? quoted_speech_ : quoted_; }

  /// All classes of an element: its word's and its label's.
  lexicon::ClassSet classes(const Element& element) const { return lexicon_.classes(element.set) | labels_[element.label]; }
  bool is(const Element& element, lexicon::ClassId id) const { return lexicon_.classes(element.set).has(id) || labels_[element.label].has(id); }
  /// The stages that may find anything on a tape: the others have no rule that can begin with any two neighbours of its.
  StageSet stages_in(lexicon::Tape tape) const;
  /// The classes of all elements together.
  lexicon::ClassSet united(lexicon::Tape tape) const;

  /// What a layer above works out of this grammar once, for all who read with it: `Made(grammar)`, at the first need.
  template <typename Made>
  const Made& derived() const {
    const std::lock_guard<std::mutex> lock(deriving_);
    std::shared_ptr<const void>& made = derived_[typeid(Made)];
    if (made == nullptr) made = std::make_shared<const Made>(*this);
    return *static_cast<const Made*>(made.get());
  }

  /// Compiles every rule now. Empty, or the first error, with the rule's name.
  std::string check() const;

 private:
  Grammar() = default;
  std::uint16_t openers_of(const Element& element) const;
  std::uint16_t read_openers(const Element& element, std::atomic<std::uint16_t>& cell) const;
  std::string add_stage(StageId id, const RuleFile& file, const std::vector<UserRule>& rules);

  lexicon::Lexicon lexicon_;
  std::vector<std::unique_ptr<Stage>> stages_;
  LabelSets labels_;
  // Of each class set and label: the stages in which such an element can open no rule (bits 0 to 7), and those in which it
  // can't be the second (8 to 15). Zero where that was not found out yet, and where it can all.
  std::unique_ptr<std::atomic<std::uint16_t>[]> closed_;
  std::uint16_t quoted_ = 0;
  std::uint16_t quoted_speech_ = 0;
  mutable std::mutex deriving_;
  mutable std::map<std::type_index, std::shared_ptr<const void>> derived_;
};

inline std::uint16_t Grammar::openers_of(const Element& element) const {
  std::atomic<std::uint16_t>& cell = closed_[element.set * labels_.size() + element.label];
  const std::uint16_t known = cell.load(std::memory_order_relaxed);
  return known != 0 ? static_cast<std::uint16_t>(~known) : read_openers(element, cell);
}

}  // namespace gazette::cascade

#endif

// A grammar: the lexicon and all stages, ready to run; what one connection knows.
//
// The built-in grammar is made once a process. A user with words or rules of their own gets a grammar of their own.
//
//   auto grammar = Grammar::make({}, {});
//   grammar->stage(StageId::quotes).find(...);
#ifndef GAZETTE_CASCADE_GRAMMAR_H
#define GAZETTE_CASCADE_GRAMMAR_H

#include <array>
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
  std::string add_stage(StageId id, const RuleFile& file, const std::vector<UserRule>& rules);

  lexicon::Lexicon lexicon_;
  std::vector<std::unique_ptr<Stage>> stages_;
  LabelSets labels_;
  std::uint16_t quoted_ = 0;
  std::uint16_t quoted_speech_ = 0;
  mutable std::mutex deriving_;
  mutable std::map<std::type_index, std::shared_ptr<const void>> derived_;
};

}  // namespace gazette::cascade

#endif

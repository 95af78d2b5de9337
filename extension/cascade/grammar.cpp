#include "cascade/grammar.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "lexicon/classes.h"

namespace gazette::cascade {

using lexicon::ClassId;
using lexicon::ClassSet;

std::string_view stage_name(StageId id) {
  static constexpr std::array<std::string_view, stage_count> names{"names", "dates", "numbers", "groups", "actors", "quotes", "casualties", "events"};
  return names.at(static_cast<std::size_t>(id));
}

std::string Grammar::add_stage(StageId id, const RuleFile& file, const std::vector<UserRule>& user_rules) {
  Macros macros;  // a file's macros are its own, and its users'
  const Names names{[this](std::string_view name) { return lexicon_.class_of(name); }, [this](std::string_view word) { return lexicon_.add_literal(word); }};
  std::vector<std::string> captures;
  auto parsed = parse_rules(file.name, file.text, names, captures, macros);
  if (const auto* const error = std::get_if<RuleError>(&parsed)) return error->text();
  std::vector<Rule> rules = std::move(std::get<std::vector<Rule>>(parsed));
  std::vector<Rule> own;
  for (const UserRule& rule : user_rules) {
    if (rule.stage != stage_name(id)) continue;
    auto one = parse_rule(rule.name, rule.pattern, names, captures, macros);
    if (const auto* const error = std::get_if<RuleError>(&one)) return error->text();
    own.push_back(std::move(std::get<Rule>(one)));  // its line is 0: of no file
  }
  rules.insert(rules.begin(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));  // a user's rule comes first
  std::vector<ClassSet> results;
  for (const Rule& rule : rules) {
    ClassSet labels;
    for (const ClassId label : rule.labels) labels.add(label);
    results.push_back(labels);
  }
  auto stage = std::make_unique<Stage>(static_cast<std::uint8_t>(id), std::string(stage_name(id)), std::move(rules), std::move(captures), lexicon_, labels_);
  for (std::size_t i = 0; i < results.size(); ++i) {
    const auto at = std::find(labels_.begin() + text::shape_count, labels_.end(), results[i]);
    stage->set_label(i, static_cast<std::uint16_t>(at - labels_.begin()));
    if (at == labels_.end()) labels_.push_back(results[i]);
  }
  stages_.push_back(std::move(stage));
  return {};
}

std::variant<std::shared_ptr<const Grammar>, std::string> Grammar::make(const std::vector<lexicon::UserEntry>& entries, const std::vector<UserRule>& rules,
                                                                        const std::array<RuleFile, stage_count>& files) {
  const std::shared_ptr<Grammar> grammar(new Grammar());  // the constructor is private
  for (const lexicon::UserEntry& entry : entries) {
    if (!grammar->lexicon_.add(entry)) return fmt::format("'{}' is no term", entry.term);
  }
  for (std::size_t i = 0; i < text::shape_count; ++i) {
    ClassSet classes;
    const auto shape = static_cast<text::Shape>(i);
    if (const auto id = grammar->lexicon_.class_of(text::shape_name(shape))) classes.add(*id);
    if (shape == text::Shape::year) classes.add(lexicon::class_id::NUMBER);
    grammar->labels_.push_back(classes);
  }
  for (const bool speech : {false, true}) {
    ClassSet classes;
    classes.add(lexicon::class_id::QUOTED);
    if (speech) classes.add(lexicon::class_id::QUOTED_SPEECH);
    (speech ? grammar->quoted_speech_ : grammar->quoted_) = static_cast<std::uint16_t>(grammar->labels_.size());
    grammar->labels_.push_back(classes);
  }
  for (std::size_t i = 0; i < stage_count; ++i) {
    std::string error = grammar->add_stage(static_cast<StageId>(i), files.at(i), rules);
    if (!error.empty()) return error;
  }
  return std::shared_ptr<const Grammar>(grammar);
}

const std::shared_ptr<const Grammar>& Grammar::built_in() {
  // The build checks the rule files, so this can't fail; were it to, an empty pointer would be noticed at once.
  static const std::shared_ptr<const Grammar> grammar = [] {
    auto made = make({}, {});
    auto* const ready = std::get_if<std::shared_ptr<const Grammar>>(&made);
    return ready != nullptr ? *ready : nullptr;
  }();
  return grammar;
}

std::string Grammar::check() const {
  for (const auto& stage : stages_) {
    for (std::size_t i = 0; i < stage->size(); ++i) {
      const std::string error = stage->check(i);
      if (!error.empty()) return fmt::format("{}.rules:{}:1: {}: {}", stage->name(), stage->rule(i).line, stage->rule(i).name, error);
    }
  }
  return {};
}

}  // namespace gazette::cascade

#include "cascade/grammar.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "lexicon/classes.h"

namespace gazette::cascade {

using lexicon::ClassId;
using lexicon::ClassSet;

namespace {

// How many sentences of news in a hundred hold the class, as far as it matters for choosing a rule's trigger: the
// commonest are named, all others are rare.
std::vector<float> weights_of(const lexicon::Lexicon& lexicon) {
  std::vector<float> weights(lexicon.class_count() + 64, 0.1F);
  const auto set = [&](ClassId id, float weight) { weights[id] = weight; };
  using namespace lexicon;  // NOLINT(google-build-using-namespace)
  set(class_id::LOWER, 1.0F), set(class_id::CAPITALIZED, 0.95F), set(class_id::FULL_STOP, 0.9F), set(class_id::COMMA, 0.6F);
  set(class_id::NOUN, 1.0F), set(class_id::NOUN_SINGULAR, 0.98F), set(class_id::VERB, 1.0F), set(class_id::VERB_BASE, 0.95F);
  set(class_id::PREPOSITION, 0.95F), set(class_id::DETERMINER, 0.9F), set(class_id::ARTICLE, 0.85F), set(class_id::ADJECTIVE, 0.95F);
  set(class_id::ADVERB, 0.8F), set(class_id::VERB_PAST, 0.8F), set(class_id::VERB_PARTICIPLE, 0.85F), set(class_id::VERB_ING, 0.5F);
  set(class_id::CONJUNCTION, 0.6F), set(class_id::NOUN_PLURAL, 0.8F), set(class_id::PRONOUN, 0.5F), set(class_id::BE, 0.5F);
  set(class_id::HAVE, 0.4F), set(class_id::VERB_THIRD, 0.6F), set(class_id::EVENT_VERB, 0.6F), set(class_id::REPORT_VERB, 0.6F);
  set(class_id::NOUN_GROUP, 1.0F), set(class_id::VERB_GROUP, 0.95F), set(class_id::NAME, 0.8F), set(class_id::REPORT_NOUN, 0.5F);
  set(class_id::EVENT_NOUN, 0.5F), set(class_id::MODAL, 0.3F), set(class_id::SUBORDINATOR, 0.4F), set(class_id::ALL_CAPITALS, 0.3F);
  set(class_id::VICTIM, 0.4F), set(class_id::SURNAME, 0.4F), set(class_id::WORD_SURNAME, 0.4F), set(class_id::GIVEN_NAME, 0.3F);
  return weights;
}

}  // namespace

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
  auto stage = std::make_unique<Stage>(static_cast<std::uint8_t>(id), std::string(stage_name(id)), std::move(rules), std::move(captures), weights_of(lexicon_),
                                       lexicon_, labels_);
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
  grammar->closed_ = std::make_unique<std::atomic<std::uint16_t>[]>(grammar->lexicon_.class_set_count() * grammar->labels_.size());
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

std::uint16_t Grammar::read_openers(const Element& element, std::atomic<std::uint16_t>& cell) const {
  std::uint16_t all = 0;
  for (std::size_t i = 0; i < stages_.size(); ++i) {
    const Stage::Openings openings = stages_[i]->openings_of(element);
    if (openings.first) all = static_cast<std::uint16_t>(all | (1U << i));
    if (openings.second) all = static_cast<std::uint16_t>(all | (0x100U << i));
  }
  cell.store(static_cast<std::uint16_t>(~all), std::memory_order_relaxed);  // whoever asks finds out the same
  return all;
}

StageSet Grammar::stages_in(Tape tape) const {
  std::uint32_t found = 0;
  std::uint32_t before = 0;
  for (const Element& element : tape) {
    const std::uint32_t here = openers_of(element);
    found |= before & (here >> 8U);
    before = here;
  }
  return static_cast<StageSet>(found | before);  // nothing need stand behind the last
}

ClassSet Grammar::united(Tape tape) const {
  ClassSet all;
  for (const Element& element : tape) {
    all |= lexicon_.classes(element.set);
    all |= labels_[element.label];
  }
  return all;
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

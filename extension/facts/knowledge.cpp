#include "facts/knowledge.h"

#include <fmt/format.h>

#include <algorithm>

#include "lexicon/term.h"

namespace gazette {
namespace {

using cascade::StageId;
using lexicon::Column;

bool is_iso_date(std::string_view text) {
  const auto digits = [&](std::size_t from, std::size_t count) {
    for (std::size_t i = from; i < from + count; ++i) {
      if (i >= text.size() || text[i] < '0' || text[i] > '9') return false;
    }
    return true;
  };
  if (!digits(0, 4)) return false;
  if (text.size() == 4) return true;
  if (text[4] != '-' || !digits(5, 2)) return false;
  if (text.size() == 7) return true;
  return text.size() == 10 && text[7] == '-' && digits(8, 2);
}

// The entry as the lexicon takes it, or why not.
std::variant<lexicon::UserEntry, std::string> convert(const LexiconEntry& entry, const lexicon::Lexicon& known) {
  lexicon::UserEntry made;
  made.term = entry.term;
  if (!lexicon::split_term(entry.term, known)) {
    return fmt::format("gazette_lexicon: term: expected words of letters, digits, hyphens and apostrophes, up to 250 bytes, found '{}'", entry.term);
  }
  for (std::size_t begin = 0; begin < entry.classes.size();) {
    const std::size_t end = std::min(entry.classes.find(' ', begin), entry.classes.size());
    const std::string_view name = std::string_view(entry.classes).substr(begin, end - begin);
    begin = end + 1;
    if (name.empty()) continue;
    const auto id = known.class_of(name);
    if (!id) return fmt::format("gazette_lexicon: class: expected a class such as PERSON_NOUN (select distinct class from gazette_lexicon), found '{}'", name);
    made.classes.add(*id);
  }
  if (made.classes.empty()) return std::string("gazette_lexicon: class: expected one or more classes, found none");
  if (!entry.country.empty() &&
      (entry.country.size() != 3 || !std::all_of(entry.country.begin(), entry.country.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))) {
    return fmt::format("gazette_lexicon: country: expected an ISO 3166-1 alpha-3 code, found '{}'", entry.country);
  }
  for (const auto& [title, date] : {std::pair("valid_from", &entry.valid_from), std::pair("valid_to", &entry.valid_to)}) {
    if (!date->empty() && !is_iso_date(*date)) return fmt::format("gazette_lexicon: {}: expected an ISO 8601 date, found '{}'", title, *date);
  }
  const auto put = [&](Column column, const std::string& value) {
    if (!value.empty()) made.attributes.emplace_back(column, value);
  };
  put(Column::name, entry.name);
  put(Column::country, entry.country);
  put(Column::role, entry.role);
  put(Column::valid_from, entry.valid_from);
  put(Column::valid_to, entry.valid_to);
  made.class_text = entry.classes;
  return made;
}

}  // namespace

Knowledge::Knowledge(std::unique_ptr<Grammar> grammar) : grammar_(std::move(grammar)) {}
Knowledge::~Knowledge() = default;

std::shared_ptr<const Knowledge> Knowledge::built_in() {
  static const std::shared_ptr<const Knowledge> knowledge(
      new Knowledge(std::make_unique<Grammar>(Grammar{cascade::Grammar::built_in()})));  // the constructor is private
  return knowledge;
}

std::string Knowledge::check(const LexiconEntry& entry) {
  auto made = convert(entry, built_in()->grammar().grammar->lexicon());
  const auto* const message = std::get_if<std::string>(&made);
  return message != nullptr ? *message : std::string();
}

std::variant<std::shared_ptr<const Knowledge>, std::string> Knowledge::with(std::vector<LexiconEntry> entries, std::vector<RuleEntry> rules) {
  const lexicon::Lexicon& known = built_in()->grammar().grammar->lexicon();
  std::vector<lexicon::UserEntry> user_entries;
  user_entries.reserve(entries.size());
  for (const LexiconEntry& entry : entries) {
    auto made = convert(entry, known);
    if (auto* const message = std::get_if<std::string>(&made)) return *message;
    user_entries.push_back(std::move(std::get<lexicon::UserEntry>(made)));
  }
  std::vector<cascade::UserRule> user_rules;
  for (RuleEntry& rule : rules) {
    bool known_stage = false;
    for (std::size_t i = 0; i < cascade::stage_count; ++i) known_stage |= rule.stage == cascade::stage_name(static_cast<StageId>(i));
    if (!known_stage) {
      return fmt::format("gazette_rules: stage: expected names, numbers, dates, groups, actors, quotes, casualties or events, found '{}'", rule.stage);
    }
    user_rules.push_back({rule.name, rule.stage, rule.pattern});
  }
  auto made = cascade::Grammar::make(user_entries, user_rules);
  if (auto* const message = std::get_if<std::string>(&made)) return "gazette_rules: " + *message;
  auto grammar = std::get<std::shared_ptr<const cascade::Grammar>>(made);
  for (std::size_t i = 0; i < cascade::stage_count; ++i) {
    const cascade::Stage& stage = grammar->stage(static_cast<StageId>(i));
    for (std::size_t r = 0; r < stage.size(); ++r) {
      const auto own = std::find_if(user_rules.begin(), user_rules.end(), [&](const cascade::UserRule& rule) { return rule.name == stage.rule(r).name; });
      if (own == user_rules.end()) continue;
      const std::string error = stage.check(r);
      if (!error.empty()) return fmt::format("gazette_rules: {}:1:1: {}", own->name, error);
    }
  }
  return std::shared_ptr<const Knowledge>(new Knowledge(std::make_unique<Grammar>(Grammar{std::move(grammar)})));  // the constructor is private
}

std::size_t Knowledge::entry_count() const { return grammar_->grammar->lexicon().entry_count(); }

LexiconEntry Knowledge::entry(std::size_t index) const {
  const lexicon::Lexicon& lexicon = grammar_->grammar->lexicon();
  const lexicon::Entry entry(lexicon, static_cast<std::uint32_t>(index));
  LexiconEntry row;
  row.term = entry.term();
  entry.classes().each([&](lexicon::ClassId id) {
    if (!row.classes.empty()) row.classes += ' ';
    row.classes += lexicon.class_name(id);
  });
  row.name = entry[Column::name];
  row.country = entry[Column::country];
  row.role = entry[Column::role];
  row.valid_from = entry[Column::valid_from];
  row.valid_to = entry[Column::valid_to];
  row.built_in = !entry.is_user();
  return row;
}

std::size_t Knowledge::rule_count() const {
  std::size_t count = 0;
  for (std::size_t i = 0; i < cascade::stage_count; ++i) count += grammar_->grammar->stage(static_cast<StageId>(i)).size();
  return count;
}

RuleEntry Knowledge::rule(std::size_t index) const {
  for (std::size_t i = 0; i < cascade::stage_count; ++i) {
    const cascade::Stage& stage = grammar_->grammar->stage(static_cast<StageId>(i));
    if (index < stage.size()) {
      const cascade::Rule& rule = stage.rule(index);
      return {rule.name, stage.name(), rule.pattern, rule.line != 0};
    }
    index -= stage.size();
  }
  return {};
}

}  // namespace gazette

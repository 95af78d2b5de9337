#include "cascade/stage.h"

#include <algorithm>

namespace gazette::cascade {

using lexicon::ClassId;
using lexicon::ClassSet;
using lexicon::Lexicon;

Stage::Stage(std::uint8_t id, std::string name, std::vector<Rule> rules, std::vector<std::string> captures, const std::vector<float>& weights)
    : id_(id), name_(std::move(name)), captures_(std::move(captures)), by_trigger_(lexicon::class_limit) {
  for (Rule& rule : rules) {
    const auto index = static_cast<std::uint16_t>(rules_.size());
    auto prepared = std::make_unique<Prepared>();
    prepared->trigger = trigger_of(rule.tree, weights);
    for (const ClassSet& one : requirements_of(rule.tree)) {
      if (std::find(prepared->requirements.begin(), prepared->requirements.end(), one) == prepared->requirements.end()) prepared->requirements.push_back(one);
    }
    prepared->rule = std::move(rule);
    if (prepared->trigger.empty()) {
      always_.push_back(index);
    } else {
      triggers_ |= prepared->trigger;
      prepared->trigger.each([&](ClassId trigger) { by_trigger_[trigger].push_back(index); });
    }
    rules_.push_back(std::move(prepared));
  }
}

std::optional<std::uint8_t> Stage::capture(std::string_view name) const {
  const auto at = std::find(captures_.begin(), captures_.end(), name);
  if (at == captures_.end()) return std::nullopt;
  return static_cast<std::uint8_t>(at - captures_.begin());
}

const CompiledRule* Stage::compiled(const Prepared& rule, const Lexicon& lexicon, const LabelSets& labels) const {
  std::call_once(rule.once, [&] {
    auto result = CompiledRule::compile(rule.rule, lexicon, labels);
    if (auto* const ready = std::get_if<std::unique_ptr<CompiledRule>>(&result)) {
      rule.compiled = std::move(*ready);
    } else {
      rule.error = std::get<std::string>(result);
    }
  });
  return rule.compiled.get();
}

std::string Stage::check(std::size_t rule, const Lexicon& lexicon, const LabelSets& labels) const {
  compiled(*rules_[rule], lexicon, labels);
  return rules_[rule]->error;
}

// The rules to try, in the order of the file.
void Stage::candidates(const ClassSet& classes, std::vector<std::uint16_t>& rules) const {
  rules.assign(always_.begin(), always_.end());
  (classes & triggers_).each([&](ClassId trigger) { rules.insert(rules.end(), by_trigger_[trigger].begin(), by_trigger_[trigger].end()); });
  std::sort(rules.begin(), rules.end());
  rules.erase(std::unique(rules.begin(), rules.end()), rules.end());
  std::erase_if(rules, [&](std::uint16_t rule) {
    const std::vector<ClassSet>& all = rules_[rule]->requirements;
    return std::any_of(all.begin(), all.end(), [&](const ClassSet& one) { return !one.meets(classes); });
  });
}

void Stage::add_match(const std::vector<re2::StringPiece>& groups, const CompiledRule& rule, const std::string& tape, std::uint16_t index,
                      std::vector<Match>& matches) {
  const std::size_t width = rule.width();
  const auto offset = [&](const char* at) { return static_cast<std::uint32_t>(static_cast<std::size_t>(at - tape.data()) / width); };
  Match match;
  match.rule = index;
  match.begin = offset(groups[0].data());
  match.end = offset(groups[0].data() + groups[0].size());
  for (std::size_t i = 1; i < groups.size(); ++i) {
    if (groups[i].data() == nullptr || groups[i].empty()) continue;
    match.captures.add({rule.captures()[i - 1], offset(groups[i].data()), offset(groups[i].data() + groups[i].size())});
  }
  matches.push_back(match);
}

void Stage::find(const std::vector<Element>& tape, const ClassSet& classes, std::uint8_t key, const Lexicon& lexicon,
                 const LabelSets& labels, Scratch& scratch) const {
  scratch.matches.clear();
  candidates(classes, scratch.rules);
  if (scratch.rules.empty()) return;
  scratch.blocked.assign(tape.size() + 1, 0);  // here: elements that are the key of a match
  for (const std::uint16_t index : scratch.rules) {
    const CompiledRule* const rule = compiled(*rules_[index], lexicon, labels);
    if (rule == nullptr) continue;
    rule->write_tape(tape.data(), tape.size(), nullptr, scratch.tape);
    for (std::size_t from = 0; from < tape.size() && rule->match(scratch.tape, from, scratch.groups);) {
      add_match(scratch.groups, *rule, scratch.tape, index, scratch.matches);
      const Match& match = scratch.matches.back();
      const Capture* const captured = match.captured(key);
      from = std::max<std::size_t>(match.begin + 1, captured != nullptr ? captured->end : match.end);
      if (match.end == match.begin) {
        scratch.matches.pop_back();
        continue;
      }
      if (captured == nullptr) continue;
      if (scratch.blocked[captured->begin] != 0) {
        scratch.matches.pop_back();
        continue;
      }
      scratch.blocked[captured->begin] = 1;
    }
  }
}

bool Stage::rewrite(std::vector<Element>& tape, const ClassSet& classes, const Lexicon& lexicon, const LabelSets& labels,
                    std::vector<Phrase>& phrases, Scratch& scratch) const {
  scratch.matches.clear();
  candidates(classes, scratch.rules);
  if (scratch.rules.empty()) return false;
  scratch.blocked.assign(tape.size(), 0);
  for (const std::uint16_t index : scratch.rules) {
    const CompiledRule* const rule = compiled(*rules_[index], lexicon, labels);
    if (rule == nullptr) continue;
    rule->write_tape(tape.data(), tape.size(), scratch.blocked.data(), scratch.tape);
    for (std::size_t from = 0; from < tape.size() && rule->match(scratch.tape, from, scratch.groups);) {
      add_match(scratch.groups, *rule, scratch.tape, index, scratch.matches);
      const Match& match = scratch.matches.back();
      from = std::max<std::size_t>(match.begin + 1, match.end);
      if (match.end == match.begin) {
        scratch.matches.pop_back();
        continue;
      }
      // What stands around a capture "phrase" is context: it is not rewritten and stays open.
      const Capture* const whole = match.captured(capture_or_none("phrase"));
      Match& kept = scratch.matches.back();
      if (whole != nullptr) {
        kept.begin = whole->begin;
        kept.end = whole->end;
        from = std::max<std::size_t>(from > kept.end ? kept.end : from, kept.begin + 1);
      }
      std::fill(scratch.blocked.begin() + kept.begin, scratch.blocked.begin() + kept.end, std::uint8_t{1});
    }
  }
  if (scratch.matches.empty()) return false;
  std::sort(scratch.matches.begin(), scratch.matches.end(), [](const Match& a, const Match& b) { return a.begin < b.begin; });
  const std::uint8_t head = capture_or_none("head");
  scratch.rewritten.clear();
  std::size_t at = 0;
  for (const Match& match : scratch.matches) {
    scratch.rewritten.insert(scratch.rewritten.end(), tape.begin() + static_cast<std::ptrdiff_t>(at), tape.begin() + match.begin);
    Phrase phrase{id_, match.rule, tape[match.begin].first, tape[match.end - 1].end, {}};
    for (const Capture& capture : match.captures) {
      phrase.captures.add({capture.name, tape[capture.begin].first, tape[capture.end - 1].end});
    }
    Element element;
    element.first = phrase.first;
    element.end = phrase.end;
    element.label = rules_[match.rule]->label;
    element.phrase = static_cast<std::uint32_t>(phrases.size());
    if (const Capture* const captured = match.captured(head)) {
      element.word = tape[captured->end - 1].word;
      element.set = tape[captured->end - 1].set;
    }
    scratch.rewritten.push_back(element);
    phrases.push_back(phrase);
    at = match.end;
  }
  scratch.rewritten.insert(scratch.rewritten.end(), tape.begin() + static_cast<std::ptrdiff_t>(at), tape.end());
  tape.swap(scratch.rewritten);
  return true;
}

}  // namespace gazette::cascade

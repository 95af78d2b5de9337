#include "cascade/stage.h"

#include <algorithm>

namespace gazette::cascade {

using lexicon::ClassId;
using lexicon::ClassSet;
using lexicon::Lexicon;

Stage::Stage(std::uint8_t id, std::string name, std::vector<Rule> rules, std::vector<std::string> captures, const std::vector<float>& weights)
    : id_(id), name_(std::move(name)), captures_(std::move(captures)) {
  for (Rule& rule : rules) {
    auto prepared = std::make_unique<Prepared>();
    const ClassSet trigger = trigger_of(rule.tree, weights);
    if (!trigger.empty()) prepared->requirements.push_back(trigger);
    for (const ClassSet& one : requirements_of(rule.tree, weights)) {
      const auto known = std::find(prepared->requirements.begin(), prepared->requirements.end(), one);
      if (known == prepared->requirements.end()) prepared->requirements.push_back(one);
    }
    prepared->rule = std::move(rule);
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

// Writes the sentences that can match onto the tape. False where there are none.
bool Stage::put_on_tape(const Prepared& rule, const CompiledRule& compiled, const Lot& lot, bool with_blocked, Scratch& scratch) const {
  scratch.tape.clear();
  scratch.chosen.clear();
  scratch.starts.clear();
  std::uint32_t at = 0;
  for (std::uint32_t i = 0; i < lot.size(); ++i) {
    const ClassSet& classes = lot.classes[i];
    const bool possible = std::all_of(rule.requirements.begin(), rule.requirements.end(), [&](const ClassSet& one) { return one.meets(classes); });
    if (!possible || lot.tapes[i]->empty()) continue;
    if (!scratch.chosen.empty()) {
      compiled.separate(scratch.tape);
      ++at;
    }
    scratch.chosen.push_back(i);
    scratch.starts.push_back(at);
    compiled.append_tape(lot.tapes[i]->data(), lot.tapes[i]->size(), with_blocked ? scratch.blocked[i].data() : nullptr, scratch.tape);
    at += static_cast<std::uint32_t>(lot.tapes[i]->size());
  }
  scratch.starts.push_back(at + 1);
  return !scratch.chosen.empty();
}

// The match that the groups tell. `sentence` is the number of the sentence on the tape in which the match before
// stood; it moves on to this one's.
Match Stage::match_of(const CompiledRule& rule, std::uint16_t index, std::uint32_t& sentence, const Scratch& scratch) {
  const auto offset = [&](const char* at) { return static_cast<std::uint32_t>(static_cast<std::size_t>(at - scratch.tape.data()) / rule.width()); };
  const std::vector<re2::StringPiece>& groups = scratch.groups;
  const std::uint32_t begin = offset(groups[0].data());
  while (scratch.starts[sentence + 1] <= begin) ++sentence;
  const std::uint32_t start = scratch.starts[sentence];
  Match match;
  match.rule = index;
  match.begin = begin - start;
  match.end = offset(groups[0].data() + groups[0].size()) - start;
  for (std::size_t i = 1; i < groups.size(); ++i) {
    if (groups[i].data() == nullptr || groups[i].empty()) continue;
    match.captures.add({rule.captures()[i - 1], offset(groups[i].data()) - start, offset(groups[i].data() + groups[i].size()) - start});
  }
  return match;
}

void Stage::find(const Lot& lot, std::uint8_t key, const Lexicon& lexicon, const LabelSets& labels, Scratch& scratch) const {
  scratch.found.resize(std::max(scratch.found.size(), lot.size()));
  scratch.blocked.resize(std::max(scratch.blocked.size(), lot.size()));
  for (std::size_t i = 0; i < lot.size(); ++i) {
    scratch.found[i].clear();
    scratch.blocked[i].assign(lot.tapes[i]->size() + 1, 0);  // here: elements that are the key of a match
  }
  for (std::uint16_t index = 0; index < rules_.size(); ++index) {
    const CompiledRule* const rule = compiled(*rules_[index], lexicon, labels);
    if (rule == nullptr || !put_on_tape(*rules_[index], *rule, lot, false, scratch)) continue;
    const std::uint32_t end = scratch.starts.back() - 1;
    std::uint32_t sentence = 0;
    for (std::uint32_t from = 0; from < end && rule->match(scratch.tape, from, scratch.groups);) {
      const Match match = match_of(*rule, index, sentence, scratch);
      const Capture* const captured = match.captured(key);
      const std::uint32_t next = std::max(match.begin + 1, captured != nullptr ? captured->end : match.end);
      from = scratch.starts[sentence] + next;
      if (match.end == match.begin) continue;  // an empty match says nothing
      const std::uint32_t tape = scratch.chosen[sentence];
      if (captured != nullptr) {
        std::uint8_t& taken = scratch.blocked[tape][captured->begin];
        if (taken != 0) continue;
        taken = 1;
      }
      scratch.found[tape].push_back(match);
    }
  }
}

void Stage::find(const std::vector<Element>& tape, const ClassSet& classes, std::uint8_t key, const Lexicon& lexicon, const LabelSets& labels,
                 Scratch& scratch) const {
  Lot lot;
  lot.add(tape, classes);
  find(lot, key, lexicon, labels, scratch);
  scratch.matches = scratch.found[0];
}

void Stage::rewrite(const Lot& lot, std::vector<Element>* tapes, const Lexicon& lexicon, const LabelSets& labels,
                    std::vector<std::vector<Phrase>>& phrases, std::vector<std::uint8_t>& made, Scratch& scratch) const {
  scratch.found.resize(std::max(scratch.found.size(), lot.size()));
  scratch.blocked.resize(std::max(scratch.blocked.size(), lot.size()));
  for (std::size_t i = 0; i < lot.size(); ++i) {
    scratch.found[i].clear();
    scratch.blocked[i].assign(lot.tapes[i]->size(), 0);
  }
  const std::uint8_t around = capture_or_none("phrase");
  for (std::uint16_t index = 0; index < rules_.size(); ++index) {
    const CompiledRule* const rule = compiled(*rules_[index], lexicon, labels);
    if (rule == nullptr || !put_on_tape(*rules_[index], *rule, lot, true, scratch)) continue;
    const std::uint32_t end = scratch.starts.back() - 1;
    std::uint32_t sentence = 0;
    for (std::uint32_t from = 0; from < end && rule->match(scratch.tape, from, scratch.groups);) {
      Match match = match_of(*rule, index, sentence, scratch);
      std::uint32_t next = std::max(match.begin + 1, match.end);
      // What stands around a capture "phrase" is context: it is not rewritten and stays open.
      if (const Capture* const whole = match.captured(around)) {
        match.begin = whole->begin;
        match.end = whole->end;
        next = std::max(std::min(next, match.end), match.begin + 1);
      }
      from = scratch.starts[sentence] + next;
      if (match.end == match.begin) continue;
      std::vector<std::uint8_t>& blocked = scratch.blocked[scratch.chosen[sentence]];
      std::fill(blocked.begin() + match.begin, blocked.begin() + match.end, std::uint8_t{1});
      scratch.found[scratch.chosen[sentence]].push_back(match);
    }
  }
  made.assign(lot.size(), 0);
  for (std::size_t i = 0; i < lot.size(); ++i) {
    if (scratch.found[i].empty()) continue;
    made[i] = 1;
    apply(tapes[i], scratch.found[i], phrases[i], scratch);
  }
}

bool Stage::rewrite(std::vector<Element>& tape, const ClassSet& classes, const Lexicon& lexicon, const LabelSets& labels,
                    std::vector<Phrase>& phrases, Scratch& scratch) const {
  Lot lot;
  lot.add(tape, classes);
  std::vector<std::vector<Phrase>> all{phrases};
  std::vector<std::uint8_t> made;
  rewrite(lot, &tape, lexicon, labels, all, made, scratch);
  phrases = std::move(all[0]);
  return made[0] != 0;
}

// Puts the matches in the place of their elements.
void Stage::apply(std::vector<Element>& tape, std::vector<Match>& matches, std::vector<Phrase>& phrases, Scratch& scratch) const {
  std::sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) { return a.begin < b.begin; });
  const std::uint8_t head = capture_or_none("head");
  scratch.rewritten.clear();
  std::size_t at = 0;
  for (const Match& match : matches) {
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
}

}  // namespace gazette::cascade

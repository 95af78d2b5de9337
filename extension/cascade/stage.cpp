#include "cascade/stage.h"

#include <algorithm>
#include <bit>

namespace gazette::cascade {
namespace {

std::size_t place_words(std::uint32_t count) { return (count + std::size_t{63}) / 64; }

void clear_places(std::size_t words, std::uint32_t count, Scratch& scratch) {
  scratch.rules.assign(words, 0);
  const std::size_t room = 64 * words * place_words(count);
  if (scratch.places.size() < room) scratch.places.resize(2 * room);
}

// Notes that the rules of a set match at an element. The places of a rule are cleared when it is first met.
void note_places(const std::uint64_t* fitting, std::size_t words, std::uint32_t count, std::uint32_t at, Scratch& scratch) {
  const std::size_t length = place_words(count);
  for (std::size_t w = 0; w < words; ++w) {
    for (std::uint64_t rest = fitting[w]; rest != 0; rest &= rest - 1) {
      std::uint64_t* const places = scratch.places.data() + (w * 64 + static_cast<std::size_t>(std::countr_zero(rest))) * length;
      if ((scratch.rules[w] & rest & -rest) == 0) std::fill_n(places, length, 0);
      places[at / 64] |= std::uint64_t{1} << (at % 64);
    }
    scratch.rules[w] |= fitting[w];
  }
}

}  // namespace

Stage::Stage(std::uint8_t id, std::string name, std::vector<Rule> rules, std::vector<std::string> captures, const lexicon::Lexicon& lexicon,
             const LabelSets& labels)
    : id_(id),
      name_(std::move(name)),
      captures_(std::move(captures)),
      phrase_(capture_or_none("phrase")),
      head_(capture_or_none("head")),
      lexicon_(&lexicon),
      labels_(&labels) {
  for (Rule& rule : rules) rules_.push_back({std::move(rule)});
}

std::optional<std::uint8_t> Stage::capture(std::string_view name) const {
  const auto at = std::find(captures_.begin(), captures_.end(), name);
  if (at == captures_.end()) return std::nullopt;
  return static_cast<std::uint8_t>(at - captures_.begin());
}

const Stage::Compiled& Stage::compiled() const {
  std::call_once(once_, [this] {
    auto made = std::make_unique<Compiled>();
    compile_all(*made);
    compiled_ = std::move(made);
  });
  return *compiled_;
}

void Stage::compile_all(Compiled& made) const {
  made.errors.resize(rules_.size());
  made.programs.resize(rules_.size());
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    auto result = compile(rules_[i].rule.tree, made.alphabet);
    if (auto* const program = std::get_if<Program>(&result)) {
      made.programs[i] = std::move(*program);
    } else {
      made.errors[i] = std::get<std::string>(result);
    }
  }
  made.alphabet.freeze(*lexicon_, *labels_);
  made.automaton.emplace(made.programs, made.alphabet);
}

std::string Stage::check(std::size_t rule) const { return compiled().errors[rule]; }

// Tells, of each rule, where its matches begin. False where none does.
bool Stage::prepare(const Compiled& stage, Tape tape, Scratch& scratch) {
  const auto count = static_cast<std::uint32_t>(tape.size());
  const Automaton& automaton = *stage.automaton;
  const std::size_t words = automaton.words();
  if (scratch.numbers.size() < count) {
    scratch.numbers.resize(2 * tape.size());
    scratch.beginnings.resize(2 * tape.size());
    scratch.rows.resize(2 * tape.size() + 1);
  }
  RowNumber* const numbers = scratch.numbers.data();
  stage.alphabet.read_numbers(tape, numbers);
  const std::uint32_t* const end = scratch.beginnings.data() + automaton.beginnings(numbers, count, scratch.beginnings.data());
  scratch.fitting.resize(words);
  bool some = false;
  for (const std::uint32_t* at = scratch.beginnings.data(); at != end; ++at) {
    if (!automaton.find(numbers, count, *at, scratch.fitting.data())) continue;
    if (!some) clear_places(words, count, scratch);
    some = true;
    note_places(scratch.fitting.data(), words, count, *at, scratch);
  }
  if (!some) return false;
  for (std::uint32_t i = 0; i < count; ++i) scratch.rows[i] = stage.alphabet.row_of(numbers[i]);
  scratch.rows[count] = stage.alphabet.nothing();
  return true;
}

// Calls `take(program, rule, begin)` for the matches of the rules in their order, which the matcher has; it returns where
// the same rule may go on.
template <typename Take>
void Stage::each_match(const Compiled& stage, std::uint32_t count, Scratch& scratch, Take take) const {
  const std::size_t length = place_words(count);
  const Row nothing = stage.alphabet.nothing();
  const Row* const rows = scratch.rows.data();
  for (std::size_t w = 0; w < scratch.rules.size(); ++w) {
    for (std::uint64_t rules = scratch.rules[w]; rules != 0; rules &= rules - 1) {
      const std::size_t index = w * 64 + static_cast<std::size_t>(std::countr_zero(rules));
      const Program& program = stage.programs[index];
      const std::uint64_t* const places = scratch.places.data() + index * length;
      scratch.matcher.begin(program, rows, count);
      std::uint32_t from = 0;
      for (std::size_t p = 0; p < length; ++p) {
        for (std::uint64_t rest = places[p]; rest != 0; rest &= rest - 1) {
          const auto at = static_cast<std::uint32_t>(p * 64 + static_cast<std::size_t>(std::countr_zero(rest)));
          if (at < from || rows[at] == nothing) continue;
          if (!scratch.matcher.match_at(at)) continue;
          if (scratch.matcher.end() == at) continue;  // an empty match says nothing
          from = take(program, static_cast<std::uint16_t>(index), at);
        }
      }
    }
  }
}

// Calls `visit(name, first, end)` for the captures of the last match that hold anything.
template <typename Visit>
static void each_capture(const Program& program, const Matcher& matcher, Visit visit) {
  for (std::size_t i = 0; i < program.captures.size(); ++i) {
    const std::uint32_t first = matcher.slot(2 * i);
    const std::uint32_t end = matcher.slot(2 * i + 1);
    if (first != Matcher::unset && end != Matcher::unset && first < end) visit(program.captures[i], first, end);
  }
}

void Stage::find(Tape tape, std::uint8_t key, Scratch& scratch) const {
  scratch.matches.clear();
  const Compiled& stage = compiled();
  if (!prepare(stage, tape, scratch)) return;
  scratch.taken.assign(tape.size(), 0);
  each_match(stage, static_cast<std::uint32_t>(tape.size()), scratch, [&](const Program& program, std::uint16_t rule, std::uint32_t begin) {
    Match match{rule, begin, scratch.matcher.end(), {}};
    each_capture(program, scratch.matcher, [&](std::uint8_t name, std::uint32_t first, std::uint32_t end) { match.captures.add({name, first, end}); });
    const Capture* const captured = match.captured(key);
    if (captured == nullptr) {
      scratch.matches.push_back(match);
      return std::max(match.begin + 1, match.end);
    }
    std::uint8_t& taken = scratch.taken[captured->begin];
    if (taken == 0) scratch.matches.push_back(match);
    taken = 1;
    return std::max(match.begin + 1, captured->end);
  });
}

// The last match, with its captures in the pool.
Found Stage::keep(const Program& program, std::uint16_t rule, std::uint32_t begin, Tape tape, CapturePool& pool, Scratch& scratch) const {
  Found found;
  found.rule = rule;
  found.begin = begin;
  found.end = scratch.matcher.end();
  Capture* const captures = pool.room(program.captures.size());
  bool inside = false;
  bool headed = false;
  each_capture(program, scratch.matcher, [&](std::uint8_t name, std::uint32_t first, std::uint32_t end) {
    // What stands around a capture "phrase" is context: it is not rewritten and stays open.
    if (name == phrase_ && !inside) {
      inside = true;
      found.begin = first;
      found.end = end;
    }
    if (name == head_ && !headed) {
      headed = true;
      found.word = tape[end - 1].word;
      found.set = tape[end - 1].set;
    }
    captures[found.capture_count++] = {name, tape[first].first, tape[end - 1].end};
  });
  pool.used(found.capture_count);
  found.captures = captures;
  return found;
}

bool Stage::rewrite(std::vector<Element>& tape, std::vector<Phrase>& phrases, CapturePool& pool, Scratch& scratch) const {
  const Compiled& stage = compiled();
  if (!prepare(stage, tape, scratch)) return false;
  scratch.found.clear();
  each_match(stage, static_cast<std::uint32_t>(tape.size()), scratch, [&](const Program& program, std::uint16_t rule, std::uint32_t begin) {
    const Found& found = scratch.found.emplace_back(keep(program, rule, begin, tape, pool, scratch));
    std::fill(scratch.rows.begin() + found.begin, scratch.rows.begin() + found.end, stage.alphabet.nothing());
    return std::max(found.begin + 1, found.end);
  });
  if (scratch.found.empty()) return false;
  apply(tape, phrases, scratch);
  return true;
}

// Puts the matches in the place of their elements.
void Stage::apply(std::vector<Element>& tape, std::vector<Phrase>& phrases, Scratch& scratch) const {
  const std::size_t count = tape.size();
  scratch.found_at.assign(count, lexicon::none);
  for (std::size_t i = 0; i < scratch.found.size(); ++i) scratch.found_at[scratch.found[i].begin] = static_cast<std::uint32_t>(i);
  // A match takes the place of its first element, and what follows moves up: nothing is ever written before it is read.
  std::size_t into = 0;
  for (std::size_t at = 0; at < count;) {
    if (scratch.found_at[at] == lexicon::none) {
      tape[into++] = tape[at++];
      continue;
    }
    const Found& found = scratch.found[scratch.found_at[at]];
    const Element element{
        tape[found.begin].first, tape[found.end - 1].end, found.word, found.set, rules_[found.rule].label, static_cast<std::uint32_t>(phrases.size())};
    phrases.push_back({id_, found.capture_count, found.rule, element.first, element.end, found.captures});
    at = found.end;
    tape[into++] = element;
  }
  tape.resize(into);
}

}  // namespace gazette::cascade

#include "cascade/stage.h"

#include <algorithm>
#include <bit>

namespace gazette::cascade {

using lexicon::ClassSet;

namespace {

constexpr float common = 0.5F;  // of sentences

// What a row has besides its tests: the openings that its element can begin, those that it can follow the first
// element of, and the requirements that it meets.
struct RowParts {
  std::size_t openings = 0;      // words
  std::size_t requirements = 0;  // words
};

// One pass over a tape: takes up the rows of its elements, which openings stand where, and, in `bits`, which stand
// anywhere and which requirements are met. Known lengths (0: as the parts say) make short loops straight code.
template <std::size_t Openings, std::size_t Requirements>
void scan(const Alphabet& alphabet, Tape tape, RowParts parts, Row* rows, std::uint64_t* openings, std::uint64_t* bits) {
  const std::size_t n = Openings != 0 ? Openings : parts.openings;
  const std::size_t m = Requirements != 0 ? Requirements : parts.requirements;
  const std::size_t last = tape.size() - 1;
  for (std::size_t i = 0; i <= last; ++i) {
    rows[i] = alphabet.row(tape[i]);
    const std::uint64_t* const first = alphabet.extra_of(rows[i]);
    const std::uint64_t* const second = first + n;
    const std::uint64_t* const met = second + n;
    if (i > 0) {
      for (std::size_t w = 0; w < n; ++w) bits[w] |= openings[(i - 1) * n + w] &= second[w];
    }
    for (std::size_t w = 0; w < n; ++w) openings[i * n + w] = first[w];
    for (std::size_t w = 0; w < m; ++w) bits[n + w] |= met[w];
  }
  // Behind the last element stands nothing: whether a match may end there is for the matcher to see.
  for (std::size_t w = 0; w < n; ++w) bits[w] |= openings[last * n + w];
}

}  // namespace

Stage::Stage(std::uint8_t id, std::string name, std::vector<Rule> rules, std::vector<std::string> captures, const std::vector<float>& weights,
             const lexicon::Lexicon& lexicon, const LabelSets& labels)
    : id_(id),
      name_(std::move(name)),
      captures_(std::move(captures)),
      phrase_(capture_or_none("phrase")),
      head_(capture_or_none("head")),
      lexicon_(&lexicon),
      labels_(&labels) {
  for (Rule& rule : rules) {
    Prepared prepared;
    for (const ClassSet& one : requirements_of(rule.tree, weights)) {
      if (weight_of(one, weights) < common) prepared.requirements.push_back(one);  // what nearly every sentence has spares nothing
    }
    prepared.rule = std::move(rule);
    rules_.push_back(std::move(prepared));
  }
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
  std::vector<ClassSet> requirements;
  std::vector<std::vector<std::size_t>> of_rule(rules_.size());
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    auto result = compile(rules_[i].rule.tree, made.alphabet);
    if (auto* const program = std::get_if<Program>(&result)) {
      made.programs[i] = std::move(*program);
    } else {
      made.errors[i] = std::get<std::string>(result);
    }
    for (const ClassSet& one : rules_[i].requirements) {
      const auto at = std::find(requirements.begin(), requirements.end(), one);
      of_rule[i].push_back(static_cast<std::size_t>(at - requirements.begin()));
      if (at == requirements.end()) requirements.push_back(one);
    }
  }
  std::vector<Opening> openings;
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    for (const Opening& opening : made.programs[i].openings) {
      openings.push_back(opening);
      made.rule_of.push_back(static_cast<std::uint16_t>(i));
    }
  }
  made.opening_words = (openings.size() + 63) / 64;
  made.requirement_words = (requirements.size() + 63) / 64;
  made.requirements.assign(rules_.size() * made.requirement_words, 0);
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    for (const std::size_t one : of_rule[i]) made.requirements[i * made.requirement_words + one / 64] |= std::uint64_t{1} << (one % 64);
  }
  const std::size_t second_at = made.opening_words;
  const std::size_t requirements_at = 2 * made.opening_words;
  made.alphabet.freeze(*lexicon_, *labels_, requirements_at + made.requirement_words,
                       [openings, requirements, second_at, requirements_at](const ClassSet& classes, const std::uint64_t* tests, std::uint64_t* extra) {
                         const auto put = [](std::uint64_t* words, std::size_t bit, bool set) {
                           if (set) words[bit / 64] |= std::uint64_t{1} << (bit % 64);
                         };
                         for (std::size_t i = 0; i < openings.size(); ++i) {
                           put(extra, i, passes(tests, openings[i].first));
                           put(extra + second_at, i, passes(tests, openings[i].second));
                         }
                         for (std::size_t i = 0; i < requirements.size(); ++i) put(extra + requirements_at, i, requirements[i].meets(classes));
                       });
}

std::string Stage::check(std::size_t rule) const { return compiled().errors[rule]; }

Stage::Openings Stage::openings_of(const Element& element) const {
  const Compiled& stage = compiled();
  const std::uint64_t* const extra = stage.alphabet.extra_of(stage.alphabet.row(element));
  Openings found;
  for (std::size_t w = 0; w < stage.opening_words; ++w) {
    found.first |= extra[w] != 0;
    found.second |= extra[stage.opening_words + w] != 0;
  }
  return found;
}

// Reads the rows of the sentence and tells, of each rule, where its matches may begin. False where none may.
bool Stage::prepare(const Compiled& stage, Tape tape, Scratch& scratch) const {
  const std::size_t count = tape.size();
  if (count == 0 || rules_.empty()) return false;
  const RowParts parts{stage.opening_words, stage.requirement_words};
  if (scratch.rows.size() < count + 1) scratch.rows.resize(2 * count + 1);
  if (scratch.openings.size() < count * parts.openings) scratch.openings.resize(2 * count * parts.openings);
  scratch.bits.assign(parts.openings + parts.requirements, 0);
  Row* const rows = scratch.rows.data();
  std::uint64_t* const openings = scratch.openings.data();
  std::uint64_t* const bits = scratch.bits.data();
  switch (parts.openings * 8 + parts.requirements) {
    case 8 + 1: scan<1, 1>(stage.alphabet, tape, parts, rows, openings, bits); break;
    case 8 + 2: scan<1, 2>(stage.alphabet, tape, parts, rows, openings, bits); break;
    case 16 + 1: scan<2, 1>(stage.alphabet, tape, parts, rows, openings, bits); break;
    case 16 + 2: scan<2, 2>(stage.alphabet, tape, parts, rows, openings, bits); break;
    case 24 + 1: scan<3, 1>(stage.alphabet, tape, parts, rows, openings, bits); break;
    case 24 + 2: scan<3, 2>(stage.alphabet, tape, parts, rows, openings, bits); break;
    case 32 + 1: scan<4, 1>(stage.alphabet, tape, parts, rows, openings, bits); break;
    case 32 + 2: scan<4, 2>(stage.alphabet, tape, parts, rows, openings, bits); break;
    default: scan<0, 0>(stage.alphabet, tape, parts, rows, openings, bits);
  }
  rows[count] = stage.alphabet.nothing();
  if (!sift_openings(stage, bits)) return false;
  const std::size_t place_words = (count + 63) / 64;
  scratch.places.assign(rules_.size() * place_words, 0);
  scratch.rules.assign((rules_.size() + 63) / 64, 0);
  std::uint64_t* const places = scratch.places.data();
  for (std::size_t w = 0; w < parts.openings; ++w) {
    const std::uint64_t possible = bits[w];
    if (possible == 0) continue;
    for (std::size_t i = 0; i < count; ++i) {
      for (std::uint64_t rest = openings[i * parts.openings + w] & possible; rest != 0; rest &= rest - 1) {
        const std::size_t rule = stage.rule_of[w * 64 + static_cast<std::size_t>(std::countr_zero(rest))];
        places[rule * place_words + i / 64] |= std::uint64_t{1} << (i % 64);
        scratch.rules[rule / 64] |= std::uint64_t{1} << (rule % 64);
      }
    }
  }
  return true;
}

// Leaves the openings whose rules have all that they require. False where none is left.
bool Stage::sift_openings(const Compiled& stage, std::uint64_t* bits) {
  const std::uint64_t* const met = bits + stage.opening_words;
  bool some = false;
  for (std::size_t w = 0; w < stage.opening_words; ++w) {
    for (std::uint64_t rest = bits[w]; rest != 0; rest &= rest - 1) {
      const std::size_t opening = w * 64 + static_cast<std::size_t>(std::countr_zero(rest));
      const std::uint64_t* const needs = stage.requirements.data() + stage.rule_of[opening] * stage.requirement_words;
      std::uint64_t lacking = 0;
      for (std::size_t n = 0; n < stage.requirement_words; ++n) lacking |= needs[n] & ~met[n];
      if (lacking != 0) bits[w] &= ~(std::uint64_t{1} << (opening % 64));
    }
    some |= bits[w] != 0;
  }
  return some;
}

// Calls `take(program, rule, begin)` for the matches of the rules in their order, which the matcher has; it returns where
// the same rule may go on.
template <typename Take>
void Stage::each_match(const Compiled& stage, std::uint32_t count, Scratch& scratch, Take take) const {
  const std::size_t place_words = (count + std::size_t{63}) / 64;
  const Row nothing = stage.alphabet.nothing();
  const Row* const rows = scratch.rows.data();
  for (std::size_t w = 0; w < scratch.rules.size(); ++w) {
    for (std::uint64_t rules = scratch.rules[w]; rules != 0; rules &= rules - 1) {
      const std::size_t index = w * 64 + static_cast<std::size_t>(std::countr_zero(rules));
      const Program& program = stage.programs[index];
      const std::uint64_t* const places = scratch.places.data() + index * place_words;
      scratch.matcher.begin(program, rows, count);
      std::uint32_t from = 0;
      for (std::size_t p = 0; p < place_words; ++p) {
        for (std::uint64_t rest = places[p]; rest != 0; rest &= rest - 1) {
          const auto at = static_cast<std::uint32_t>(p * 64 + static_cast<std::size_t>(std::countr_zero(rest)));
          if (program.at_begin && at > 0) break;
          if (at < from || rows[at] == nothing) continue;
          // What a match took since may have been the second element.
          const auto fits = [&](const Opening& opening) { return opening.fits(rows[at], nothing); };
          if (rows[at + 1] == nothing && std::none_of(program.openings.begin(), program.openings.end(), fits)) continue;
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

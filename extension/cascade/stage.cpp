#include "cascade/stage.h"

#include <algorithm>
#include <bit>

namespace gazette::cascade {

using lexicon::ClassSet;

Stage::Stage(std::uint8_t id, std::string name, std::vector<Rule> rules, std::vector<std::string> captures, const std::vector<float>& weights,
             const lexicon::Lexicon& lexicon, const LabelSets& labels)
    : id_(id), name_(std::move(name)), captures_(std::move(captures)), phrase_(capture_or_none("phrase")), head_(capture_or_none("head")),
      lexicon_(&lexicon), labels_(&labels) {
  for (Rule& rule : rules) {
    Prepared prepared;
    prepared.requirements = requirements_of(rule.tree, weights);
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
  made.rule_words = (rules_.size() + 63) / 64;
  made.requirement_words = (requirements.size() + 63) / 64;
  made.requirements.assign(rules_.size() * made.requirement_words, 0);
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    for (const std::size_t one : of_rule[i]) made.requirements[i * made.requirement_words + one / 64] |= std::uint64_t{1} << (one % 64);
  }
  // Behind the tests of a row stand the rules that can begin with its elements, those that can have them second, and
  // the requirements that they bring.
  const Compiled& stage = made;
  made.alphabet.freeze(*lexicon_, *labels_, 2 * made.rule_words + made.requirement_words,
                       [&stage, requirements](const ClassSet& classes, const std::uint64_t* tests, std::uint64_t* extra) {
                         const auto put = [](std::uint64_t* words, std::size_t bit, bool set) {
                           if (set) words[bit / 64] |= std::uint64_t{1} << (bit % 64);
                         };
                         for (std::size_t i = 0; i < stage.programs.size(); ++i) {
                           const Program& program = stage.programs[i];
                           if (program.steps.empty()) continue;
                           put(extra, i, program.first == Alphabet::any_number || passes(tests, program.first));
                           put(extra + stage.rule_words, i, program.second == Alphabet::any_number || passes(tests, program.second));
                         }
                         for (std::size_t i = 0; i < requirements.size(); ++i) put(extra + 2 * stage.rule_words, i, requirements[i].meets(classes));
                       });
}

std::string Stage::check(std::size_t rule) const { return compiled().errors[rule]; }

// Reads the rows of the sentence and tells, of each rule, where its matches may begin. False where none may.
bool Stage::prepare(const Compiled& stage, const std::vector<Element>& tape, Scratch& scratch) const {
  const std::size_t count = tape.size();
  if (count == 0 || rules_.empty()) return false;
  const std::size_t rule_words = stage.rule_words;
  const std::size_t need_words = stage.requirement_words;
  const std::size_t extra = stage.alphabet.extra_at();
  const std::size_t place_words = (count + 63) / 64;
  scratch.rows.resize(count + 1);
  scratch.brought.assign(need_words, 0);
  scratch.any.assign(rule_words, 0);
  for (std::size_t i = 0; i < count; ++i) {
    const Row row = stage.alphabet.row(tape[i]);
    scratch.rows[i] = row;
    for (std::size_t w = 0; w < need_words; ++w) scratch.brought[w] |= row[extra + 2 * rule_words + w];
    for (std::size_t w = 0; w < rule_words; ++w) scratch.any[w] |= row[extra + w];
  }
  scratch.rows[count] = stage.alphabet.nothing();
  bool some = false;
  for (std::size_t w = 0; w < rule_words; ++w) {
    for (std::uint64_t rest = scratch.any[w]; rest != 0; rest &= rest - 1) {
      const std::size_t rule = w * 64 + static_cast<std::size_t>(std::countr_zero(rest));
      const std::uint64_t* const needs = stage.requirements.data() + rule * need_words;
      std::uint64_t lacking = 0;
      for (std::size_t n = 0; n < need_words; ++n) lacking |= needs[n] & ~scratch.brought[n];
      if (lacking != 0) scratch.any[w] &= ~(std::uint64_t{1} << (rule % 64));
    }
    some |= scratch.any[w] != 0;
  }
  if (!some) return false;
  scratch.places.assign(rules_.size() * place_words, 0);
  for (std::size_t i = 0; i < count; ++i) {
    const Row row = scratch.rows[i];
    const Row next = scratch.rows[i + 1];
    for (std::size_t w = 0; w < rule_words; ++w) {
      // Behind the last element stands nothing: whether a match may end there is for the matcher to see.
      const std::uint64_t second = i + 1 < count ? next[extra + rule_words + w] : ~std::uint64_t{0};
      for (std::uint64_t rest = row[extra + w] & second & scratch.any[w]; rest != 0; rest &= rest - 1) {
        const std::size_t rule = w * 64 + static_cast<std::size_t>(std::countr_zero(rest));
        scratch.places[rule * place_words + i / 64] |= std::uint64_t{1} << (i % 64);
      }
    }
  }
  return true;
}

Match Stage::match_of(const Program& program, std::uint16_t rule, std::uint32_t begin, const Matcher& matcher) {
  Match match;
  match.rule = rule;
  match.begin = begin;
  match.end = matcher.end();
  for (std::size_t i = 0; i < program.captures.size(); ++i) {
    const std::uint32_t first = matcher.slot(2 * i);
    const std::uint32_t end = matcher.slot(2 * i + 1);
    if (first == Matcher::unset || end == Matcher::unset || first >= end) continue;
    match.captures.add({program.captures[i], first, end});
  }
  return match;
}

// Calls `found(match)` for the matches of the rules in their order; it returns where the same rule may go on.
template <typename Found>
void Stage::each_match(const Compiled& stage, std::uint32_t count, Scratch& scratch, Found found) const {
  const std::size_t place_words = (count + std::size_t{63}) / 64;
  for (std::size_t w = 0; w < stage.rule_words; ++w) {
    for (std::uint64_t rules = scratch.any[w]; rules != 0; rules &= rules - 1) {
      const std::size_t index = w * 64 + static_cast<std::size_t>(std::countr_zero(rules));
      const Program& program = stage.programs[index];
      const std::uint64_t* const places = scratch.places.data() + index * place_words;
      scratch.matcher.begin(program, scratch.rows.data(), count);
      std::uint32_t from = 0;
      for (std::size_t p = 0; p < place_words; ++p) {
        for (std::uint64_t rest = places[p]; rest != 0; rest &= rest - 1) {
          const auto at = static_cast<std::uint32_t>(p * 64 + static_cast<std::size_t>(std::countr_zero(rest)));
          if (program.at_begin && at > 0) break;
          if (at < from || scratch.rows[at] == stage.alphabet.nothing() || !scratch.matcher.match_at(at)) continue;
          if (scratch.matcher.end() == at) continue;  // an empty match says nothing
          from = found(match_of(program, static_cast<std::uint16_t>(index), at, scratch.matcher));
        }
      }
    }
  }
}

void Stage::find(const std::vector<Element>& tape, std::uint8_t key, Scratch& scratch) const {
  scratch.matches.clear();
  const Compiled& stage = compiled();
  if (!prepare(stage, tape, scratch)) return;
  scratch.taken.assign(tape.size(), 0);
  each_match(stage, static_cast<std::uint32_t>(tape.size()), scratch, [&](const Match& match) {
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

bool Stage::rewrite(std::vector<Element>& tape, std::vector<Phrase>& phrases, Scratch& scratch) const {
  scratch.matches.clear();
  const Compiled& stage = compiled();
  if (!prepare(stage, tape, scratch)) return false;
  each_match(stage, static_cast<std::uint32_t>(tape.size()), scratch, [&](Match match) {
    std::uint32_t next = std::max(match.begin + 1, match.end);
    // What stands around a capture "phrase" is context: it is not rewritten and stays open.
    if (const Capture* const whole = match.captured(phrase_)) {
      match.begin = whole->begin;
      match.end = whole->end;
      next = std::max(std::min(next, match.end), match.begin + 1);
    }
    std::fill(scratch.rows.begin() + match.begin, scratch.rows.begin() + match.end, stage.alphabet.nothing());
    scratch.matches.push_back(match);
    return next;
  });
  if (scratch.matches.empty()) return false;
  apply(tape, phrases, scratch);
  return true;
}

// Puts the matches in the place of their elements.
void Stage::apply(std::vector<Element>& tape, std::vector<Phrase>& phrases, Scratch& scratch) const {
  std::sort(scratch.matches.begin(), scratch.matches.end(), [](const Match& a, const Match& b) { return a.begin < b.begin; });
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
    element.label = rules_[match.rule].label;
    element.phrase = static_cast<std::uint32_t>(phrases.size());
    if (const Capture* const captured = match.captured(head_)) {
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

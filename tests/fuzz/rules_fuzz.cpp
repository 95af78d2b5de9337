// Fuzzes the rule compiler: any text is refused with a message and its place, or makes a program which finds in a
// sentence what the slow matcher (cascade/reference_matcher.h) finds, and that without a class that it requires missing.
// The first eight bytes make the sentence, the others are the rule.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "cascade/automaton.h"
#include "cascade/compiler.h"
#include "cascade/grammar.h"
#include "cascade/matcher.h"
#include "cascade/reference_matcher.h"
#include "lexicon/classes.h"

namespace {

using namespace gazette;  // NOLINT(google-build-using-namespace): a program of its own

void demand(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

// A capture of nothing took no part, however many places could have made it.
bool same(const std::optional<std::pair<std::size_t, std::size_t>>& slow, std::uint32_t first, std::uint32_t end) {
  const bool none = first == cascade::Matcher::unset || end == cascade::Matcher::unset || first >= end;
  if (!slow || slow->first == slow->second) return none;
  return !none && slow->first == first && slow->second == end;
}

void compare(const cascade::Rule& rule, const cascade::Program& program, const cascade::Alphabet& alphabet, lexicon::Tape tape,
             const cascade::Grammar& grammar) {
  std::vector<cascade::Row> rows;
  std::vector<cascade::Cell> cells;
  for (const lexicon::Element& element : tape) {
    rows.push_back(alphabet.row(element));
    cells.push_back({grammar.classes(element), false});
  }
  rows.push_back(alphabet.nothing());
  const auto count = static_cast<std::uint32_t>(tape.size());
  cascade::ReferenceMatcher slow(rule.tree);
  const std::optional<cascade::Groups> wanted = slow.match(cells, 0);
  cascade::Matcher fast;
  fast.begin(program, rows.data(), count);
  std::uint32_t at = 0;
  while (at <= count && !fast.match_at(at)) ++at;
  demand(wanted.has_value() == (at <= count), "one matcher finds, the other does not");
  if (!wanted) return;
  demand((*wanted)[0]->first == at && (*wanted)[0]->second == fast.end(), "the matches differ");
  for (std::size_t i = 0; i < program.captures.size(); ++i) demand(same((*wanted)[i + 1], fast.slot(2 * i), fast.slot(2 * i + 1)), "the captures differ");
  std::vector<cascade::RowNumber> numbers;
  for (const lexicon::Element& element : tape) numbers.push_back(alphabet.number(element));
  const std::vector<cascade::Program> programs{program};
  const cascade::Automaton automaton(programs, alphabet);
  std::uint64_t bits = 0;
  demand((*wanted)[0]->first == (*wanted)[0]->second || automaton.find(numbers.data(), count, at, &bits), "a match that the automaton does not see");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t elements = 8;
  if (size < elements) return 0;
  static const cascade::Grammar& grammar = *cascade::Grammar::built_in();
  std::vector<lexicon::Element> tape(elements);
  for (std::size_t i = 0; i < elements; ++i) {
    tape[i].set = static_cast<lexicon::ClassSetId>(data[i] * 5U % grammar.lexicon().class_set_count());
    tape[i].label = static_cast<std::uint16_t>(data[i] % 7U == 0 ? data[i] % grammar.labels().size() : 0);
  }
  const std::string_view pattern(reinterpret_cast<const char*>(data) + elements, size - elements);
  const cascade::Names names{[](std::string_view name) { return grammar.lexicon().class_of(name); }, [](std::string_view) { return lexicon::class_id::NOUN; }};
  std::vector<std::string> captures;
  auto parsed = cascade::parse_rule("quote.fuzz", pattern, names, captures, {});
  if (const auto* const error = std::get_if<cascade::RuleError>(&parsed)) {
    demand(!error->message.empty() && error->line != 0, "an error that does not say what and where");
    return 0;
  }
  const auto& rule = std::get<cascade::Rule>(parsed);
  cascade::Alphabet alphabet;
  auto compiled = cascade::compile(rule.tree, alphabet);
  const auto* const program = std::get_if<cascade::Program>(&compiled);
  if (program == nullptr) return 0;
  alphabet.freeze(grammar.lexicon(), grammar.labels());
  compare(rule, *program, alphabet, tape, grammar);
  return 0;
}

#include "cascade/compiler.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "cascade/toy_grammar.h"

namespace gazette::cascade {
namespace {

// The first match of a pattern in a text, with its captures by position: "met the envoys; the; envoys".
std::string first_match(std::string_view pattern, std::string_view text) {
  const std::string rules = fmt::format("toy one: {}\n", pattern);
  const auto grammar = toy(StageId::quotes, rules.c_str());
  const Sentence sentence(text, *grammar);
  auto made = CompiledRule::compile(grammar->stage(StageId::quotes).rule(0), grammar->lexicon(), grammar->labels());
  if (const auto* const message = std::get_if<std::string>(&made)) return *message;
  const CompiledRule& rule = *std::get<std::unique_ptr<CompiledRule>>(made);
  std::string tape;
  rule.write_tape(sentence.tape.data(), sentence.tape.size(), nullptr, tape);
  std::vector<re2::StringPiece> groups;
  if (!rule.match(tape, 0, groups)) return "none";
  std::string out;
  for (const re2::StringPiece& group : groups) {
    if (!out.empty()) out += "; ";
    if (group.empty()) {
      out += "-";
      continue;
    }
    const auto begin = static_cast<std::size_t>(group.data() - tape.data()) / rule.width();
    const std::size_t end = begin + group.size() / rule.width();
    out += sentence.words(sentence.tape[begin].first, sentence.tape[end - 1].end);
  }
  return out;
}

TEST(Compiler, Matches) {
  struct Case {
    std::string_view pattern;
    std::string_view text;
    std::string_view expected;
  };
  const Case cases[] = {
      {"the", "He met the envoys", "the"},
      {"the", "he met envoys", "none"},
      {"the .", "He met the envoys", "the envoys"},
      {"x=the y=.", "He met the envoys", "the envoys; the; envoys"},
      {"COUNTRY", "He left Armenia", "Armenia"},
      {"MONTH", "He left Armenia", "none"},
      {"COUNTRY&!MONTH", "in Armenia", "Armenia"},
      {"CAPITALIZED&!COUNTRY", "Armenia Qzxv", "Qzxv"},
      {"!CAPITALIZED", "Armenia Qzxv won", "won"},
      {"COUNTRY | MONTH", "in May Armenia", "May"},
      {"qqa | qqa qqb", "qqa qqb", "qqa"},            // the first alternative wins, not the longest
      {"qqa qqb | qqa", "qqa qqb", "qqa qqb"},
      {"LOWER+", "Armenia met the envoys", "met the envoys"},
      {"LOWER+?", "Armenia met the envoys", "met"},
      {"LOWER{2}", "met the envoys", "met the"},
      {"LOWER{1,2}?", "met the envoys", "met"},
      {"LOWER{4}", "met the envoys", "none"},
      {"^ LOWER", "Armenia met", "none"},
      {"^ LOWER", "met Armenia", "met"},
      {"LOWER $", "met the envoys", "envoys"},
      {"^ . $", "met the", "none"},
      {"x=( qqa | qqb )* qqc", "qqa qqb qqc", "qqa qqb qqc; qqb"},  // a repeated capture is its last
      {"( x=qqa | y=qqb ) qqc", "qqb qqc", "qqb qqc; -; qqb"},
      {"COMMA", "one, two", ","},
      {"FULL_STOP $", "He left.", "."},
      {"OPEN_QUOTE . CLOSE_QUOTE", "a \"word\" here", "\"word\""},
      {"NUMBER", "In 2022 they left", "2022"},        // a year may be a number
      {"YEAR", "12 men in 2022", "2022"},
      {"\"u.s.\"", "the U.S. left", "U.S."},
      {"qqy qqx", "Qqy QQX", "Qqy QQX"},              // case does not matter to a literal
  };
  for (const Case& c : cases) EXPECT_EQ(first_match(c.pattern, c.text), c.expected) << c.pattern << " in: " << c.text;
}

TEST(Compiler, BlockedElementsMatchNothing) {
  const auto grammar = toy(StageId::quotes, "toy one: .\ntoy two: !COMMA\n");
  const Sentence sentence("one two", *grammar);
  for (std::size_t i = 0; i < 2; ++i) {
    auto made = CompiledRule::compile(grammar->stage(StageId::quotes).rule(i), grammar->lexicon(), grammar->labels());
    const CompiledRule& rule = *std::get<std::unique_ptr<CompiledRule>>(made);
    std::string tape;
    std::vector<re2::StringPiece> groups;
    const std::vector<std::uint8_t> first{1, 0};
    rule.write_tape(sentence.tape.data(), 2, first.data(), tape);
    ASSERT_TRUE(rule.match(tape, 0, groups));
    EXPECT_EQ(groups[0].data() - tape.data(), static_cast<std::ptrdiff_t>(rule.width()));
    const std::vector<std::uint8_t> both{1, 1};
    rule.write_tape(sentence.tape.data(), 2, both.data(), tape);
    EXPECT_FALSE(rule.match(tape, 0, groups));
  }
}

// A rule that tells so many signatures apart that one byte an element is too little, at the edges of one byte and of two.
// Its first branch wants an element without any of twelve classes; its second never fits (a beginning behind an element),
// but asks for each of the classes, so that every set of them is a signature. Label i is the set of the bits of i.
TEST(Compiler, ManySignatures) {
  const auto grammar = Grammar::built_in();
  constexpr unsigned bits = 12;
  const auto class_of_bit = [](unsigned bit) { return static_cast<lexicon::ClassId>(lexicon::class_limit - bits + bit); };
  Node none;
  none.kind = Node::Kind::element;
  Node never;
  never.children.resize(2);
  never.children[0].kind = Node::Kind::element;
  never.children[1].kind = Node::Kind::begin;
  for (unsigned bit = 0; bit < bits; ++bit) {
    none.condition.lacks.push_back(class_of_bit(bit));
    Node one;
    one.kind = Node::Kind::element;
    one.condition.has.push_back(class_of_bit(bit));
    never.children.push_back(one);
  }
  Rule rule;
  rule.name = "toy.many";
  rule.tree.kind = Node::Kind::choice;
  rule.tree.children = {none, never};
  Rule any = rule;
  any.tree.children[0].condition = {};
  struct Case {
    std::size_t signatures;
    std::size_t width;  // 0: refused
  };
  const Case cases[] = {{100, 1}, {254, 1}, {255, 2}, {1000, 2}, {1919, 2}, {1920, 0}, {1921, 0}, {4000, 0}};
  for (const Case& c : cases) {
    SCOPED_TRACE(c.signatures);
    LabelSets labels(c.signatures);
    for (std::size_t i = 0; i < c.signatures; ++i) {
      for (unsigned bit = 0; bit < bits; ++bit) {
        if ((i >> bit & 1U) != 0) labels[i].add(class_of_bit(bit));
      }
    }
    auto made = CompiledRule::compile(rule, grammar->lexicon(), labels);
    if (c.width == 0) {
      ASSERT_TRUE(std::holds_alternative<std::string>(made));
      EXPECT_NE(std::get<std::string>(made).find(fmt::format("tells {} signatures apart", c.signatures)), std::string::npos) << std::get<std::string>(made);
      continue;
    }
    ASSERT_TRUE(std::holds_alternative<std::unique_ptr<CompiledRule>>(made)) << std::get<std::string>(made);
    const CompiledRule& compiled = *std::get<std::unique_ptr<CompiledRule>>(made);
    EXPECT_EQ(compiled.width(), c.width);
    // Only the element of label 0, which is the last, lacks all; and where that is blocked, none.
    std::vector<lexicon::Element> tape(c.signatures);
    for (std::size_t i = 0; i < tape.size(); ++i) tape[i].label = static_cast<std::uint16_t>(tape.size() - 1 - i);
    std::string bytes;
    std::vector<re2::StringPiece> groups;
    compiled.write_tape(tape.data(), tape.size(), nullptr, bytes);
    ASSERT_TRUE(compiled.match(bytes, 0, groups));
    EXPECT_EQ(static_cast<std::size_t>(groups[0].data() - bytes.data()) / compiled.width(), tape.size() - 1);
    std::vector<std::uint8_t> blocked(tape.size(), 0);
    blocked.back() = 1;
    compiled.write_tape(tape.data(), tape.size(), blocked.data(), bytes);
    EXPECT_FALSE(compiled.match(bytes, 0, groups));
    // "Any element" fits each symbol, the last too, but nothing that is blocked.
    auto made_any = CompiledRule::compile(any, grammar->lexicon(), labels);
    const CompiledRule& compiled_any = *std::get<std::unique_ptr<CompiledRule>>(made_any);
    EXPECT_EQ(compiled_any.width(), c.width);
    blocked.assign(tape.size(), 1);
    compiled_any.write_tape(tape.data(), tape.size(), blocked.data(), bytes);
    EXPECT_FALSE(compiled_any.match(bytes, 0, groups)) << "a blocked element looks like a symbol";
    for (std::size_t i = 0; i < tape.size(); ++i) {
      compiled_any.write_tape(&tape[i], 1, nullptr, bytes);
      ASSERT_TRUE(compiled_any.match(bytes, 0, groups)) << "symbol " << i;
    }
  }
}

TEST(Compiler, TooLargeForRe2) {
  const auto grammar = toy(StageId::quotes, "toy one: (LOWER{200}){20}\n");
  EXPECT_NE(grammar->check().find("toy.one: the pattern is too large"), std::string::npos) << grammar->check();
}

TEST(Compiler, Trigger) {
  const auto grammar = Grammar::built_in();
  const auto& lexicon = grammar->lexicon();
  std::vector<float> weights(lexicon::class_limit, 0.1F);
  weights[*lexicon.class_of("NOUN")] = 1.0F;
  weights[*lexicon.class_of("VERB")] = 0.5F;
  struct Case {
    std::string_view pattern;
    std::string_view expected;  // the names of the trigger's classes
  };
  const Case cases[] = {
      {"NOUN", "NOUN"},
      {"NOUN VERB", "VERB"},
      {"VERB NOUN", "VERB"},
      {"NOUN&VERB", "VERB"},
      {"NOUN | VERB", "NOUN VERB"},
      {"(NOUN | VERB) MONTH", "MONTH"},
      {"NOUN | .", ""},
      {"NOUN?", ""},
      {"NOUN*", ""},
      {"NOUN+", "NOUN"},
      {"MONTH{0,3} NOUN", "NOUN"},
      {"MONTH{1,3} NOUN", "MONTH"},
      {"x=MONTH NOUN", "MONTH"},
      {"!NOUN", ""},
      {"^ NOUN $", "NOUN"},
      {".", ""},
  };
  for (const Case& c : cases) {
    const std::string rules = fmt::format("toy one: {}\n", c.pattern);
    const auto own = toy(StageId::quotes, rules.c_str());
    std::string found;
    trigger_of(own->stage(StageId::quotes).rule(0).tree, weights).each([&](lexicon::ClassId id) {
      found.append(found.empty() ? "" : " ").append(lexicon.class_name(id));
    });
    EXPECT_EQ(found, c.expected) << c.pattern;
  }
}

}  // namespace
}  // namespace gazette::cascade

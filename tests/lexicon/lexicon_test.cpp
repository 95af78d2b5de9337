#include "lexicon/lexicon.h"

#include <gtest/gtest.h>

#include <array>

#include "lexicon/classes.h"
#include "text/quotations.h"

namespace gazette::lexicon {
namespace {

// Looks up a text as one sentence.
struct Found {
  explicit Found(std::string_view text, const Lexicon& lexicon, Lexicon::Capitals capitals = Lexicon::Capitals::of_names) : text(text) {
    text::tokenize(text, 0, text.size(), lexicon, tokens);
    Lexicon::Buffer buffer;
    lexicon.look_up(text, tokens, 0, static_cast<std::uint32_t>(tokens.size()), capitals, elements, buffer);
  }
  std::string words() const {
    std::string out;
    for (const Element& element : elements) {
      const std::uint32_t begin = tokens[element.first].begin;
      out.append(out.empty() ? "" : "|").append(text.substr(begin, tokens[element.end - 1].end - begin));
    }
    return out;
  }
  std::string_view text;
  std::vector<text::Token> tokens;
  std::vector<Element> elements;
};

UserEntry entry(std::string term, std::initializer_list<ClassId> classes, std::vector<std::pair<Column, std::string>> attributes = {}) {
  UserEntry made;
  made.term = std::move(term);
  for (const ClassId id : classes) made.classes.add(id);
  made.attributes = std::move(attributes);
  return made;
}

TEST(Lexicon, ClassesByName) {
  const Lexicon lexicon;
  EXPECT_EQ(lexicon.class_of("COUNTRY"), class_id::COUNTRY);
  EXPECT_EQ(lexicon.class_name(class_id::COUNTRY), "COUNTRY");
  EXPECT_EQ(lexicon.class_of("NO_SUCH_CLASS"), std::nullopt);
}

// Where capitals tell nothing, words get the label of how they are usually written.
TEST(Lexicon, AHeadlineIsReadAsUsuallyWritten) {
  struct Case {
    std::string_view text;
    Lexicon::Capitals capitals;
    std::string_view words;
    std::string_view labels;  // of each: small letters, a capital, all capitals
  };
  constexpr std::array cases{
      Case{"COURT RULES AGAINST KANSAS CITY AND TOMAS PRICE", Lexicon::Capitals::of_all_letters, "COURT|RULES|AGAINST|KANSAS CITY|AND|TOMAS|PRICE", "lllClCC"},
      Case{"Trump Says NATO Never Wanted Talks", Lexicon::Capitals::of_all_words, "Trump|Says|NATO|Never|Wanted|Talks", "ClAlll"},
      Case{"Trump Says NATO Never Wanted Talks", Lexicon::Capitals::of_names, "Trump|Says|NATO|Never|Wanted|Talks", "CCACCC"},
  };
  const Lexicon lexicon;
  for (const Case& expected : cases) {
    const Found found(expected.text, lexicon, expected.capitals);
    std::string labels;
    for (const Element& element : found.elements) {
      const auto shape = static_cast<text::Shape>(element.label);
      labels += shape == text::Shape::lower ? 'l' : shape == text::Shape::capitalized ? 'C' : 'A';
    }
    EXPECT_EQ(found.words(), expected.words);
    EXPECT_EQ(labels, expected.labels) << expected.text;
  }
}

TEST(Lexicon, AnAttributeIsFoundByItsColumn) {
  const Lexicon lexicon;
  const Tables& tables = built_in();
  for (std::uint32_t i = 0; i < tables.entry_count; ++i) {
    const Entry found(lexicon, i);
    std::uint32_t told = 0;
    for (std::size_t column = 0; column < column_count; ++column) told += found[static_cast<Column>(column)].empty() ? 0 : 1;
    const AttributeRecord* cell = tables.attributes + tables.entries[i].first_attribute;
    ASSERT_EQ(cell->column == AttributeRecord::no_column, told == 0) << found.term();
    std::uint32_t cells = 0;  // as many as columns that are told, with those that stand elsewhere
    for (; cell->last == 0 && cells <= told; cell = cell->column == AttributeRecord::elsewhere ? tables.attributes + cell->value : cell + 1) {
      cells += cell->column == AttributeRecord::elsewhere ? 0 : 1;
    }
    ASSERT_EQ(cells + (told == 0 ? 0 : 1), told) << found.term();
  }
  const auto baku = lexicon.entry_of("Baku", class_id::CITY);
  ASSERT_TRUE(baku.has_value());
  EXPECT_EQ((*baku)[Column::country], "AZE");
  EXPECT_EQ((*baku)[Column::cameo], "");
  const auto abdicate = lexicon.entry_of("abdicate", class_id::EVENT_VERB);
  ASSERT_TRUE(abdicate.has_value());
  EXPECT_EQ((*abdicate)[Column::type], "RETREAT");
  EXPECT_EQ((*abdicate)[Column::mode], "resign");
  const auto abide = lexicon.entry_of("abide", class_id::EVENT_VERB);  // whose other cells stand elsewhere
  ASSERT_TRUE(abide.has_value());
  EXPECT_EQ((*abide)[Column::type], "AGREE");
  EXPECT_FALSE((*abide)[Column::frame].empty());
  EXPECT_EQ((*abide)[Column::mode], "");
}

TEST(Lexicon, ATermIsFoundHoweverItIsWritten) {
  const Lexicon lexicon;
  ASSERT_NE(lexicon.find("baku"), none);
  EXPECT_EQ(lexicon.find_term("BAKU"), lexicon.find("baku"));
  EXPECT_EQ(lexicon.find_term(" Prime  MINISTER"), lexicon.find("prime minister"));
  EXPECT_EQ(lexicon.find_term(""), none);
  EXPECT_EQ(lexicon.find_term(std::string(300, 'a')), none);
}

TEST(Lexicon, BuiltInTablesHoldTogether) {
  const Lexicon lexicon;
  const Tables& tables = built_in();
  ASSERT_GT(tables.word_count, 1000U);
  EXPECT_EQ(lexicon.entry_count(), tables.entry_count);
  for (std::uint32_t i = 0; i < tables.word_count; ++i) {
    const std::string_view folded = lexicon.folded(i);
    ASSERT_EQ(lexicon.find(folded), i) << folded;  // every record is found under its own word
    lexicon.each_entry(i, [&](const Entry& found, std::uint8_t) { ASSERT_LT(found.index(), tables.entry_count) << folded; });
  }
  for (std::uint32_t i = 0; i < tables.entry_count; ++i) {
    const Entry found(lexicon, i);
    ASSERT_FALSE(found.term().empty());
    ASSERT_FALSE(found.classes().empty()) << found.term();
    ASSERT_FALSE(found.is_user());
  }
}

TEST(Lexicon, FindsTermsInAnyCaseWithAnySpaces) {
  const Lexicon lexicon;
  EXPECT_NE(lexicon.find_term("Armenia"), none);
  EXPECT_EQ(lexicon.find_term("ARMENIA"), lexicon.find_term("Armenia"));
  EXPECT_EQ(lexicon.find_term(" Foreign  Minister "), lexicon.find("foreign minister"));
  EXPECT_EQ(lexicon.find_term("qzxv"), none);
  const std::optional<Entry> armenia = lexicon.entry_of("armenia", class_id::COUNTRY);
  ASSERT_TRUE(armenia.has_value());
  EXPECT_EQ((*armenia)[Column::country], "ARM");
  EXPECT_EQ((*armenia)[Column::harm], "");
  EXPECT_FALSE(lexicon.entry_of("armenia", class_id::MONTH).has_value());
}

TEST(Lexicon, LongestPhraseFirst) {
  Lexicon lexicon;
  ASSERT_TRUE(lexicon.add(entry("qqa", {class_id::NOUN})));
  ASSERT_TRUE(lexicon.add(entry("qqa qqb qqc", {class_id::ARMED_GROUP})));
  struct Case {
    std::string_view text;
    std::string_view expected;
  };
  const Case cases[] = {
      {"qqa", "qqa"},
      {"qqa qqb qqc", "qqa qqb qqc"},
      {"qqa qqb qqd", "qqa|qqb|qqd"},
      {"the qqa qqb qqc left", "the|qqa qqb qqc|left"},
      {"qqa qqb, qqc", "qqa|qqb|,|qqc"},  // a phrase does not reach over a comma
      {"Qqa Qqb Qqc", "Qqa Qqb Qqc"},
  };
  for (const Case& c : cases) EXPECT_EQ(Found(c.text, lexicon).words(), c.expected) << c.text;
}

TEST(Lexicon, CasingOfTheTerm) {
  Lexicon lexicon;
  ASSERT_TRUE(lexicon.add(entry("qqlower", {class_id::NOUN})));
  ASSERT_TRUE(lexicon.add(entry("Qqcapital", {class_id::CITY})));
  ASSERT_TRUE(lexicon.add(entry("QQALL", {class_id::ORGANIZATION})));
  struct Case {
    std::string_view text;
    ClassId id;
    bool headline;
    bool expected;
  };
  const Case cases[] = {
      {"qqlower", class_id::NOUN, false, true},        {"Qqlower", class_id::NOUN, false, true},        {"QQLOWER", class_id::NOUN, false, true},
      {"qqcapital", class_id::CITY, false, false},     {"Qqcapital", class_id::CITY, false, true},      {"QQCAPITAL", class_id::CITY, false, true},
      {"qqall", class_id::ORGANIZATION, false, false}, {"Qqall", class_id::ORGANIZATION, false, false}, {"QQALL", class_id::ORGANIZATION, false, true},
      {"Qqall", class_id::ORGANIZATION, true, true},  // in a headline casing tells nothing
      {"qqcapital", class_id::CITY, true, true},
  };
  for (const Case& c : cases) {
    const Found found(c.text, lexicon, c.headline ? Lexicon::Capitals::of_all_letters : Lexicon::Capitals::of_names);
    ASSERT_EQ(found.elements.size(), 1U);
    EXPECT_EQ(lexicon.classes(found.elements[0].set).has(c.id), c.expected) << c.text << (c.headline ? " in a headline" : "");
  }
}

TEST(Lexicon, AWordKeepsAllThatItCanBe) {
  Lexicon lexicon;
  ASSERT_TRUE(lexicon.add(entry("qqboth", {class_id::NOUN})));
  ASSERT_TRUE(lexicon.add(entry("qqboth", {class_id::VERB}, {{Column::act, "say"}})));
  const Found found("qqboth", lexicon);
  const ClassSet& set = lexicon.classes(found.elements[0].set);
  EXPECT_TRUE(set.has(class_id::NOUN) && set.has(class_id::VERB));
  int entries = 0;
  lexicon.each_entry(found.elements[0].word, [&](const Entry&, std::uint8_t) { ++entries; });
  EXPECT_EQ(entries, 2);
  EXPECT_EQ((*lexicon.entry(found.elements[0].word, class_id::VERB))[Column::act], "say");
}

TEST(Lexicon, UserEntriesJoinBuiltInOnes) {
  Lexicon lexicon;
  const std::uint32_t before = lexicon.entry_count();
  ASSERT_TRUE(lexicon.add(entry("Armenia", {class_id::ARMED_GROUP})));
  EXPECT_EQ(lexicon.entry_count(), before + 1);
  const std::uint32_t word = lexicon.find_term("Armenia");
  EXPECT_TRUE(lexicon.entry(word, class_id::COUNTRY).has_value());
  ASSERT_TRUE(lexicon.entry(word, class_id::ARMED_GROUP).has_value());
  EXPECT_TRUE(lexicon.entry(word, class_id::ARMED_GROUP)->is_user());
  EXPECT_EQ(lexicon.entry(word, class_id::ARMED_GROUP)->term(), "Armenia");
  EXPECT_FALSE(lexicon.add(entry("a, b", {class_id::NOUN})));
}

TEST(Lexicon, UnknownWordsGetUnknownOrTheirEndingsClasses) {
  const Lexicon lexicon;
  const Found found("qzxv", lexicon);
  EXPECT_TRUE(lexicon.classes(found.elements[0].set).has(class_id::UNKNOWN));
  EXPECT_EQ(found.elements[0].word, none);
}

TEST(Lexicon, LettersWithStopsAreThoseWithout) {
  const Lexicon lexicon;
  struct Case {
    std::string_view text;
    bool organization;
    bool initials;
  };
  for (const Case& one : {Case{"F.B.I. agents", true, false}, {"E.U. leaders", true, false}, {"Q.X.Z. agents", false, true}, {"J.K. Rowling", false, true},
                          {"FBI agents", true, false}}) {
    const Found found(one.text, lexicon);
    const ClassSet& set = lexicon.classes(found.elements[0].set);
    EXPECT_EQ(set.has(class_id::ORGANIZATION), one.organization) << one.text;
    EXPECT_EQ(set.has(class_id::DOTTED_LETTERS), one.initials) << one.text;
  }
}

TEST(Lexicon, LiteralsGetAClassOfTheirOwn) {
  Lexicon lexicon;
  const ClassId of = *lexicon.add_literal("qqof");
  EXPECT_EQ(lexicon.add_literal("qqof"), of);
  const ClassId phrase = *lexicon.add_literal("qqx qqy");
  EXPECT_NE(phrase, of);
  const Found found("qqof Qqx qqy", lexicon);
  EXPECT_EQ(found.words(), "qqof|Qqx qqy");
  EXPECT_TRUE(lexicon.classes(found.elements[0].set).has(of));
  EXPECT_FALSE(lexicon.classes(found.elements[0].set).has(phrase));
  EXPECT_TRUE(lexicon.classes(found.elements[1].set).has(phrase));
}

TEST(Lexicon, LiteralsEndWhereTheClassesEnd) {
  Lexicon lexicon;
  std::size_t added = 0;
  std::string word = "qq";
  while (lexicon.add_literal(word += 'x').has_value()) ++added;
  EXPECT_EQ(lexicon.class_count(), class_limit);
  EXPECT_GT(added, 0U);
  EXPECT_TRUE(lexicon.add_literal("qqx").has_value()) << "one that is there stays";
}

TEST(Lexicon, Orthography) {
  const Lexicon lexicon;
  EXPECT_TRUE(lexicon.is_abbreviation("Gen."));
  EXPECT_FALSE(lexicon.is_abbreviation("qzxv."));
  EXPECT_TRUE(lexicon.is_clitic("'s"));
  EXPECT_FALSE(lexicon.is_clitic("'qzxv"));
  EXPECT_TRUE(lexicon.has("September", text::Trait::date));
  EXPECT_TRUE(lexicon.has("FRIDAY", text::Trait::date));
  EXPECT_FALSE(lexicon.has("table", text::Trait::date));
  EXPECT_TRUE(lexicon.has("By", text::Trait::byline));
}

TEST(Lexicon, EveryTokenStandsInOneElement) {
  const Lexicon lexicon;
  const Found found("The Foreign Minister, Gen. J. Smith's 1,200 men (\"all\") left\xE2\x80\xA6", lexicon);
  std::uint32_t at = 0;
  for (const Element& element : found.elements) {
    EXPECT_EQ(element.first, at);
    EXPECT_LT(element.first, element.end);
    at = element.end;
  }
  EXPECT_EQ(at, found.tokens.size());
}

TEST(ClassSet, Operations) {
  ClassSet a;
  EXPECT_TRUE(a.empty());
  a.add(0), a.add(63), a.add(64), a.add(class_limit - 1);
  ClassSet b;
  b.add(64), b.add(100);
  EXPECT_TRUE(a.has(63) && a.has(64) && !a.has(65) && a.has(class_limit - 1));
  EXPECT_TRUE(a.meets(b));
  std::vector<ClassId> seen;
  (a | b).each([&](ClassId id) { seen.push_back(id); });
  EXPECT_EQ(seen, (std::vector<ClassId>{0, 63, 64, 100, class_limit - 1}));
  seen.clear();
  (a & b).each([&](ClassId id) { seen.push_back(id); });
  EXPECT_EQ(seen, std::vector<ClassId>{64});
  ClassSet c;
  c.add(1);
  EXPECT_FALSE(a.meets(c));
  EXPECT_FALSE(a == b);
  EXPECT_EQ((a | b).hash(), (b | a).hash());
}

}  // namespace
}  // namespace gazette::lexicon

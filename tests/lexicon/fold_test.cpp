#include "lexicon/fold.h"

#include <gtest/gtest.h>

#include <set>

#include "lexicon/term.h"

namespace gazette::lexicon {
namespace {

std::string folded(std::string_view word) {
  std::string out;
  fold(word, out);
  return out;
}

TEST(Fold, Cases) {
  struct Case {
    std::string_view word;
    std::string_view expected;
  };
  const Case cases[] = {
      {"", ""},
      {"Baku", "baku"},
      {"NATO", "nato"},
      {"Erdo\xC4\x9F"
       "an",
       "erdogan"},
      {"Qur\xE2\x80\x99"
       "an",
       "qur'an"},
      {"O\xCA\xBC"
       "Brien",
       "o'brien"},
      {"co\xE2\x80\x91operate", "co-operate"},
      {"\xC3\x89tienne", "etienne"},
      {"\xC5\x81\xC3\xB3"
       "d\xC5\xBA",
       "lodz"},  // Łódź
      {"Stra\xC3\x9F"
       "e",
       "strasse"},
      {"\xC3\x86gir", "aegir"},
      {"\xC5\x92uvre", "oeuvre"},
      {"\xC8\x98tefan", "stefan"},                                               // Ș with a comma
      {"\xC6\x8Fliyev", "eliyev"},                                               // Ə
      {"Nguy\xE1\xBB\x85n", "nguyen"},                                           // ễ
      {"\xC4\xB0stanbul", "istanbul"},                                           // dotted I
      {"e\xCC\x81", "e"},                                                        // a combining accent
      {"\xD0\x9A\xD0\xB8\xD0\xB5\xD0\xB2", "\xD0\xBA\xD0\xB8\xD0\xB5\xD0\xB2"},  // Киев: lower case, its own letters
      {"\xD0\x81", "\xD1\x91"},                                                  // Ё
      {"\xCE\x91\xCE\xA9", "\xCE\xB1\xCF\x89"},                                  // ΑΩ
      {"\xE5\x8C\x97", "\xE5\x8C\x97"},                                          // 北
      {"a\xff"
       "B",
       "a\xff"
       "b"},                     // invalid bytes stay
      {"\xC3\x97", "\xC3\x97"},  // ×: no letter
  };
  for (const Case& c : cases) EXPECT_EQ(folded(c.word), c.expected) << c.word;
}

TEST(Fold, Appends) {
  std::string out = "x ";
  fold("Y", out);
  EXPECT_EQ(out, "x y");
}

TEST(Fold, FoldedWordsStayAsTheyAre) {
  for (const std::string_view word : {"Erdo\xC4\x9F"
                                      "an",
                                      "Stra\xC3\x9F"
                                      "e",
                                      "\xC6\x8Fliyev", "\xD0\x9A\xD0\xB8", "Nguy\xE1\xBB\x85n"}) {
    EXPECT_EQ(folded(folded(word)), folded(word));
  }
}

TEST(Fold, HashesOfShortWordsDiffer) {
  std::set<std::uint64_t> hashes;
  std::size_t words = 0;
  for (char a = 'a'; a <= 'z'; ++a) {
    for (char b = 'a'; b <= 'z'; ++b) {
      for (const std::string& word : {std::string{a, b}, std::string{a, ' ', b}, std::string{a, b, 'q', 'u', 'e', 's', 't', 'i', 'o', 'n'}}) {
        hashes.insert(hash_of(word));
        ++words;
      }
    }
  }
  EXPECT_EQ(hashes.size(), words);
}

// As it stands in a text, with more behind it or none.
TEST(Fold, HashOfAsciiIsThatOfTheFoldedWord) {
  const std::string text = "@[`{ The Quick-Brown O'Brien's 20-YEAR-OLD Internationalisation-of-AZ az[]";
  for (std::size_t begin = 0; begin <= text.size(); ++begin) {
    for (std::size_t end = begin; end <= text.size(); ++end) {
      EXPECT_EQ(hash_of_ascii(text, begin, end), hash_of(folded(text.substr(begin, end - begin)))) << begin << ' ' << end;
    }
  }
}

TEST(Fold, OtherBytesThanAsciiHaveNoSuchHash) {
  const std::string text = "Internationalisation ";
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (const char other : {'\x80', '\xC3', '\xFF'}) {
      std::string changed = text;
      changed[at] = other;
      EXPECT_EQ(hash_of_ascii(changed, 0, changed.size()), std::nullopt) << at;
      EXPECT_EQ(hash_of_ascii(changed, 0, at), hash_of(folded(text.substr(0, at)))) << at;
    }
  }
}

TEST(Fold, HashOfAPhraseIsTheJoinOfItsWords) {
  EXPECT_EQ(hash_of_term("prime"), hash_of("prime"));
  EXPECT_EQ(hash_of_term("prime minister"), join(hash_of("prime"), hash_of("minister")));
  EXPECT_EQ(hash_of_term("a b c"), join(join(hash_of("a"), hash_of("b")), hash_of("c")));
  EXPECT_NE(hash_of_term("a b"), hash_of_term("b a"));
}

}  // namespace
}  // namespace gazette::lexicon

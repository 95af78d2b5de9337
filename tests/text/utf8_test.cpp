#include "text/utf8.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <random>

namespace gazette::text {
namespace {

TEST(Utf8, Decode) {
  struct Case {
    std::string_view bytes;
    char32_t code;
    int length;
    bool valid;
  };
  const Case cases[] = {
      {"A", 'A', 1, true},
      {"\x7f", 0x7F, 1, true},
      {"\xc2\x80", 0x80, 2, true},
      {"\xdf\xbf", 0x7FF, 2, true},
      {"\xe0\xa0\x80", 0x800, 3, true},
      {"\xe2\x80\x9c", 0x201C, 3, true},
      {"\xef\xbf\xbf", 0xFFFF, 3, true},
      {"\xf0\x90\x80\x80", 0x10000, 4, true},
      {"\xf4\x8f\xbf\xbf", 0x10FFFF, 4, true},
      {"\x80", 0x80, 1, false},  // a continuation byte alone
      {"\xbf", 0xBF, 1, false},
      {"\xc0\x80", 0xC0, 1, false},          // overlong NUL
      {"\xc1\xbf", 0xC1, 1, false},          // overlong
      {"\xe0\x9f\xbf", 0xE0, 1, false},      // overlong
      {"\xf0\x8f\xbf\xbf", 0xF0, 1, false},  // overlong
      {"\xed\xa0\x80", 0xED, 1, false},      // a surrogate
      {"\xf4\x90\x80\x80", 0xF4, 1, false},  // beyond U+10FFFF
      {"\xf5\x80\x80\x80", 0xF5, 1, false},
      {"\xff", 0xFF, 1, false},
      {"\xe2\x80", 0xE2, 1, false},  // cut off
      {"\xe2", 0xE2, 1, false},
      {"\xe2\x80"
       "A",
       0xE2, 1, false},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(testing::PrintToString(std::string(c.bytes)));
    const Decoded decoded = decode(c.bytes, 0);
    EXPECT_EQ(decoded.valid, c.valid);
    EXPECT_EQ(decoded.length, c.length);
    EXPECT_EQ(decoded.code, c.code);
  }
}

TEST(Utf8, AppendIsDecodesInverse) {
  for (char32_t code = 1; code <= 0x10FFFF; code += code < 0x3000 ? 1 : 251) {
    if (code >= 0xD800 && code <= 0xDFFF) continue;
    std::string bytes;
    append(bytes, code);
    const Decoded decoded = decode(bytes, 0);
    ASSERT_TRUE(decoded.valid) << std::hex << static_cast<unsigned>(code);
    ASSERT_EQ(decoded.code, code);
    ASSERT_EQ(decoded.length, bytes.size());
  }
}

TEST(Utf8, Valid) {
  struct Case {
    std::string_view bytes;
    std::string_view expected;
  };
  const Case cases[] = {
      {"", ""},
      {"plain", "plain"},
      {"d\xc3\xa9j\xc3\xa0", "d\xc3\xa9j\xc3\xa0"},
      {"a\xff"
       "b",
       "a\xef\xbf\xbd"
       "b"},
      {std::string_view("a\0b", 3),
       "a\xef\xbf\xbd"
       "b"},
      {"\xe2\x80", "\xef\xbf\xbd\xef\xbf\xbd"},
      {"\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
  };
  for (const Case& c : cases) EXPECT_EQ(valid(c.bytes), c.expected) << testing::PrintToString(std::string(c.bytes));
}

TEST(Utf8, CharacterIndexCounts) {
  struct Case {
    std::string_view text;
    std::size_t byte;
    std::size_t character;
  };
  const Case cases[] = {
      {"", 0, 0},
      {"abc", 2, 2},
      {"d\xc3\xa9j\xc3\xa0", 3, 2},
      {"d\xc3\xa9j\xc3\xa0", 6, 4},
      {"\xe2\x80\x9cWe\xe2\x80\x9d", 3, 1},
      {"\xe2\x80\x9cWe\xe2\x80\x9d", 8, 4},
      {"\x80\x80"
       "a",
       2, 2},  // continuation bytes that follow no lead byte stand alone
      {"\xc3\xa9\xa9\xa9"
       "a",
       4, 1},  // a lead byte takes all that follow it
      {"\xff\x80"
       "a",
       2, 1},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(CharacterIndex(c.text).character(c.byte), c.character) << testing::PrintToString(std::string(c.text)) << " byte " << c.byte;
  }
}

// SQLite from 3.54 on.
TEST(Utf8, StrayBytesThatAreCountedTogether) {
  const std::string_view text = "a\x80\x80\x80z\xc3\xa9\xa9.";
  const CharacterIndex apart(text);
  EXPECT_EQ(apart.character(4), 4U);
  EXPECT_EQ(apart.character(text.size()), 7U);
  const CharacterIndex together(text, StrayBytes::together);
  EXPECT_EQ(together.character(1), 1U);
  EXPECT_EQ(together.character(4), 2U);
  EXPECT_EQ(together.character(text.size()), 5U);
}

// Byte by byte, as it was thought up: the index itself reads 64 bytes at once.
std::vector<std::size_t> counted_byte_by_byte(std::string_view text, StrayBytes stray) {
  std::vector<std::size_t> before{0};
  bool inside = false;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool belongs = (byte & 0xC0U) == 0x80U && inside;
    if (!belongs) inside = byte >= (stray == StrayBytes::together ? 0x80 : 0xC0);
    before.push_back(before.back() + (belongs ? 0 : 1));
  }
  return before;
}

TEST(Utf8, CharacterIndexCountsPiecesAsItWouldCountBytes) {
  std::mt19937 random(20220914);
  const std::string_view pieces[] = {"a",
                                     "\xc3\xa9",
                                     "\xe2\x80\x9c",
                                     "\x80",
                                     "\xbf\x80",
                                     "\xff",
                                     "\xe2",
                                     "\xc3",
                                     std::string_view("\0", 1),
                                     "plain words of some length, longer than a piece of 64 bytes is long"};
  for (int round = 0; round < 400; ++round) {
    std::string text;
    const std::size_t kinds = 1 + random() % std::size(pieces);
    const std::size_t size = random() % 400;
    while (text.size() < size) text += pieces[random() % kinds];
    if (round % 4 == 0) text.insert(text.size() / 2, 150, '\x80');  // longer than two pieces
    for (const StrayBytes stray : {StrayBytes::apart, StrayBytes::together}) {
      const CharacterIndex index(text, stray);
      const std::vector<std::size_t> expected = counted_byte_by_byte(text, stray);
      for (std::size_t at = 0; at <= text.size(); ++at) {
        ASSERT_EQ(index.character(at), expected[at]) << testing::PrintToString(text) << " byte " << at;
      }
    }
  }
}

// What substr() counts, asked of SQLite itself: text of random bytes, valid or not.
TEST(Utf8, CharacterIndexCountsAsSqliteDoes) {
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open(":memory:", &db), SQLITE_OK);
  sqlite3_stmt* statement = nullptr;
  ASSERT_EQ(sqlite3_prepare_v2(db, "SELECT length(?1)", -1, &statement, nullptr), SQLITE_OK);
  std::mt19937 random(20220913);
  const std::string_view pieces[] = {"a", "\xc3\xa9", "\xe2\x80\x9c", "\xf0\x9f\x98\x80", "\x80", "\xff", "\xe2", "\xed\xa0\x80", "\xc3", " "};
  for (int round = 0; round < 300; ++round) {
    std::string text;
    const std::size_t size = random() % 200;
    while (text.size() < size) text += pieces[random() % std::size(pieces)];
    const CharacterIndex index(text);
    for (const std::size_t at : {text.size(), text.empty() ? 0 : random() % text.size()}) {
      // A prefix that does not cut a character in two.
      if (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) continue;
      sqlite3_bind_text(statement, 1, text.data(), static_cast<int>(at), SQLITE_STATIC);
      ASSERT_EQ(sqlite3_step(statement), SQLITE_ROW);
      EXPECT_EQ(index.character(at), static_cast<std::size_t>(sqlite3_column_int64(statement, 0))) << testing::PrintToString(text) << " byte " << at;
      sqlite3_reset(statement);
    }
  }
  sqlite3_finalize(statement);
  sqlite3_close(db);
}

}  // namespace
}  // namespace gazette::text

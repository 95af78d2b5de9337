// The scalar functions of the interface.
#include "sqlite/database.h"

namespace gazette::sqlite {
namespace {

TEST(Functions, Version) {
  Database db;
  EXPECT_EQ(db.run("SELECT gazette_version() GLOB '[0-9]*.[0-9]*.[0-9]*'"), "1");
}

TEST(Functions, WrongNumbersOfArgumentsSayWhatIsWanted) {
  struct Case {
    const char* call;
    const char* expected;
  };
  const Case cases[] = {
      {"gazette_version(1)", "error: expected gazette_version(), found 1 argument"},
      {"gazette_json()", "error: expected gazette_json(text) or gazette_json(text, published), found 0 arguments"},
      {"gazette_json('a', 'b', 'c')", "error: expected gazette_json(text) or gazette_json(text, published), found 3 arguments"},
      {"gazette_html()", "error: expected gazette_html(text) or gazette_html(text, published), found 0 arguments"},
      {"gazette_html(1, 2, 3)", "error: expected gazette_html(text) or gazette_html(text, published), found 3 arguments"},
      {"gazette_number()", "error: expected gazette_number(text), found 0 arguments"},
      {"gazette_number('a', 'b')", "error: expected gazette_number(text), found 2 arguments"},
      {"gazette_date()", "error: expected gazette_date(text, published), found 0 arguments"},
      {"gazette_date(1, 2, 3)", "error: expected gazette_date(text, published), found 3 arguments"},
  };
  Database db;
  for (const Case& c : cases) EXPECT_EQ(db.run(std::string("SELECT ") + c.call), c.expected) << c.call;
}

TEST(Functions, NullGivesNull) {
  Database db;
  for (const char* const call :
       {"gazette_json(NULL)", "gazette_html(NULL)", "gazette_number(NULL)", "gazette_date(NULL, NULL)", "gazette_date(NULL, '2022-09-20')"}) {
    EXPECT_EQ(db.run(std::string("SELECT ") + call), "NULL") << call;
  }
}

TEST(Functions, Number) {
  struct Case {
    const char* text;
    const char* expected;
  };
  const Case cases[] = {
      {"two", R"({"low":2,"best":2,"high":2,"bound":"exact"})"},
      {"0", R"({"low":0,"best":0,"high":0,"bound":"exact"})"},
      {"1,200", R"({"low":1200,"best":1200,"high":1200,"bound":"exact"})"},
      {"at least 20", R"({"low":20,"best":20,"high":null,"bound":"at_least"})"},
      {"several hundred", R"({"low":300,"best":null,"high":null,"bound":"at_least"})"},
      {"a few dozen", R"({"low":36,"best":null,"high":null,"bound":"at_least"})"},
      {"millions million million", "NULL"},
      {"more than 200", R"({"low":201,"best":null,"high":null,"bound":"more_than"})"},
      {"around a dozen", R"({"low":null,"best":12,"high":null,"bound":"about"})"},
      {"between 30 and 40", R"({"low":30,"best":null,"high":40,"bound":"between"})"},
      {"between 40 and 30", R"({"low":30,"best":null,"high":40,"bound":"between"})"},
  };
  Database db;
  for (const Case& c : cases) EXPECT_EQ(db.run("SELECT gazette_number(?1)", {std::string(c.text)}), c.expected) << c.text;
  for (const char* const text : {"", "table", "two tables", "2022-09-20", "\xff"})
    EXPECT_EQ(db.run("SELECT gazette_number(?1)", {std::string(text)}), "NULL") << text;
  EXPECT_EQ(db.run("SELECT gazette_number(42) ->> 'best'"), "42");
  EXPECT_EQ(db.run("SELECT json(json_array(gazette_number('two')))"), R"([{"low":2,"best":2,"high":2,"bound":"exact"}])") << "it has the JSON subtype";
}

TEST(Functions, Date) {
  struct Case {
    const char* text;
    const char* published;
    const char* expected;
  };
  const Case cases[] = {
      {"13 September 2022", "", "2022-09-13"}, {"September 13, 2022", "2000-01-01", "2022-09-13"}, {"13 September", "2022-09-20", "2022-09-13"},
      {"September 2022", "", "2022-09"},       {"yesterday", "2022-09-20", "2022-09-19"},          {"today", "2022-09-20", "2022-09-20"},
  };
  Database db;
  for (const Case& c : cases) EXPECT_EQ(db.run("SELECT gazette_date(?1, ?2)", {std::string(c.text), std::string(c.published)}), c.expected) << c.text;
  for (const char* const text : {"", "table", "\xff"}) EXPECT_EQ(db.run("SELECT gazette_date(?1, '2022-09-20')", {std::string(text)}), "NULL") << text;
}

TEST(Functions, JsonIsValidWhateverTheText) {
  Database db;
  const std::string texts[] = {
      "",
      "One.",
      "\xE2\x80\x9CWe \"agreed\",\xE2\x80\x9D Ms Diallo said on Monday.\n\tShe \\ left.",
      "a\xff\xfe"
      "b \xed\xa0\x80 c.",
      "\xE2\x80\x9CWe \xff agreed,\xE2\x80\x9D Ms Dia\xffllo said.",
      std::string("before\0behind", 13),
      "\x01\x02\x1f.",
  };
  for (const std::string& text : texts) {
    EXPECT_EQ(db.run("SELECT json_valid(gazette_json(?1))", {text}), "1") << testing::PrintToString(text);
    EXPECT_EQ(db.run("SELECT json_type(gazette_json(?1, '2022-09-20'))", {text}), "object") << testing::PrintToString(text);
    EXPECT_EQ(db.run("SELECT json_type(json_array(gazette_json(?1)), '$[0]')", {text}), "object") << "it has the JSON subtype";
  }
  for (const auto& [path, text] : fixture_texts()) EXPECT_EQ(db.run("SELECT json_valid(gazette_json(?1))", {text}), "1") << path;
}

TEST(Functions, HtmlIsEscaped) {
  Database db;
  const std::string evil = "<script>alert(1)</script> & \"quotes\"\n\n\xE2\x80\x9C<b>We</b> won\xE2\x80\x9D & left,\xE2\x80\x9D Ms <i>Diallo</i> said.\n";
  const std::string html = db.run("SELECT gazette_html(?1)", {evil});
  EXPECT_EQ(html.find("<script>alert"), std::string::npos);
  EXPECT_EQ(html.find("<b>We"), std::string::npos);
  EXPECT_EQ(html.find("<i>Diallo"), std::string::npos);
  EXPECT_NE(html.find("&lt;script&gt;alert"), std::string::npos);
  EXPECT_EQ(html.find("http://"), std::string::npos) << "self-contained";
  EXPECT_EQ(html.find("https://"), std::string::npos) << "self-contained";
  EXPECT_NE(html.find("<html"), std::string::npos);
  EXPECT_NE(html.find("</html>"), std::string::npos);
}

// A function that is deterministic may stand in an index, one that is innocuous in a view; both are tried.
TEST(Functions, MayStandInAnIndex) {
  Database db;
  EXPECT_EQ(db.run("CREATE TABLE t(x)"), "");
  EXPECT_EQ(db.run("CREATE INDEX i ON t(gazette_number(x))"), "");
}

}  // namespace
}  // namespace gazette::sqlite

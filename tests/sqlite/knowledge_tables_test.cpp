// gazette_lexicon and gazette_rules: reading, adding, taking back.
#include <algorithm>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>

#include "sqlite/database.h"

namespace gazette::sqlite {
namespace {

TEST(KnowledgeTables, ShowWhatIsBuiltIn) {
  Database db;
  EXPECT_EQ(db.run("SELECT count(*) > 1000, count(DISTINCT origin), min(origin) FROM gazette_lexicon"), "1|1|built-in");
  EXPECT_EQ(db.run("SELECT country FROM gazette_lexicon WHERE term = 'Armenia' AND class LIKE '%COUNTRY%'"), "ARM");
  EXPECT_EQ(db.run("SELECT count(DISTINCT stage) FROM gazette_rules"), "8");
  EXPECT_EQ(db.run("SELECT count(*) FROM gazette_rules WHERE name IS NULL OR stage IS NULL OR pattern IS NULL"), "0");
  EXPECT_EQ(db.run("SELECT count(*) - count(DISTINCT rowid) FROM gazette_lexicon"), "0");
}

TEST(KnowledgeTables, AnEntryCountsFromTheNextQueryOn) {
  Database db;
  const std::string text = "Officials met in Qzxvia on Monday.";
  const std::string sql = "SELECT name, kind, country FROM gazette_actors(?1) WHERE name = 'Qzxvian Republic'";
  EXPECT_EQ(db.run(sql, {text}), "");
  EXPECT_EQ(db.run("INSERT INTO gazette_lexicon(term, class, name, country) VALUES('Qzxvia', 'COUNTRY', 'Qzxvian Republic', 'QZX')"), "");
  EXPECT_EQ(db.run("SELECT term, class, name, country, role, valid_from, valid_to, origin FROM gazette_lexicon WHERE origin = 'user'"),
            "Qzxvia|COUNTRY|Qzxvian Republic|QZX|NULL|NULL|NULL|user");
  EXPECT_EQ(db.run(sql, {text}), "Qzxvian Republic|country|QZX");
  EXPECT_EQ(db.run("DELETE FROM gazette_lexicon WHERE term = 'Qzxvia' AND origin = 'user'"), "");
  EXPECT_EQ(db.run(sql, {text}), "");
  Database other;
  EXPECT_EQ(other.run("SELECT count(*) FROM gazette_lexicon WHERE origin = 'user'"), "0");
}

TEST(KnowledgeTables, WrongEntriesAreRefusedAndChangeNothing) {
  struct Case {
    const char* values;
    const char* expected;
  };
  const Case cases[] = {
      {"('a, b', 'NOUN', NULL)", "error: gazette_lexicon: term: expected words of letters, digits, hyphens and apostrophes, up to 250 bytes, found 'a, b'"},
      {"(NULL, 'NOUN', NULL)", "error: gazette_lexicon: term: expected words"},
      {"('Znak', NULL, NULL)", "error: gazette_lexicon: class: expected one or more classes, found none"},
      {"('Znak', 'NONSENSE', NULL)", "error: gazette_lexicon: class: expected a class such as PERSON_NOUN"},
      {"('Znak', 'NOUN', 'Russia')", "error: gazette_lexicon: country: expected an ISO 3166-1 alpha-3 code, found 'Russia'"},
  };
  Database db;
  for (const Case& c : cases) {
    const std::string result = db.run(std::string("INSERT INTO gazette_lexicon(term, class, country) VALUES") + c.values);
    EXPECT_EQ(result.substr(0, std::string_view(c.expected).size()), c.expected) << c.values;
  }
  EXPECT_EQ(db.run("SELECT count(*) FROM gazette_lexicon WHERE origin = 'user'"), "0");
  EXPECT_EQ(db.run("INSERT INTO gazette_lexicon(term, class, valid_from) VALUES('Znak', 'NOUN', 'Monday')"),
            "error: gazette_lexicon: valid_from: expected an ISO 8601 date, found 'Monday'");
}

TEST(KnowledgeTables, BuiltInRowsStay) {
  Database db;
  const std::string before = db.run("SELECT count(*) FROM gazette_lexicon");
  EXPECT_EQ(db.run("DELETE FROM gazette_lexicon WHERE term = 'Armenia'"),
            "error: gazette_lexicon: expected a row of the user's, found a built-in one; add AND origin = 'user'");
  EXPECT_EQ(db.run("UPDATE gazette_lexicon SET country = 'XXX' WHERE term = 'Armenia'"),
            "error: gazette_lexicon: expected INSERT or DELETE, found UPDATE; delete the row and insert it anew");
  EXPECT_EQ(db.run("SELECT count(*) FROM gazette_lexicon"), before);
  EXPECT_EQ(db.run("DELETE FROM gazette_rules").substr(0, 51), "error: gazette_rules: expected a row of the user's,");
}

// SQLite may collect the row ids first and delete then, or delete while it reads: each row has its own id for good.
TEST(KnowledgeTables, SeveralRowsGoInOneStatement) {
  for (const char* const condition :
       {"origin = 'user'", "origin = 'user' AND term <> 'qzb'", "origin = 'user' AND term IN ('qza', 'qzc', 'qze')", "origin = 'user' AND term > 'qzc'",
        "rowid IN (SELECT rowid FROM gazette_lexicon WHERE origin = 'user' AND term < 'qzd')"}) {
    Database db;
    for (const char* const term : {"qza", "qzb", "qzc", "qzd", "qze"}) {
      ASSERT_EQ(db.run("INSERT INTO gazette_lexicon(term, class) VALUES(?1, 'NOUN')", {std::string(term)}), "");
    }
    const std::string where = condition;
    const std::string expected = db.run("SELECT group_concat(term) FROM gazette_lexicon WHERE origin = 'user' AND NOT (" + where + ")");
    EXPECT_EQ(db.run("DELETE FROM gazette_lexicon WHERE " + where), "") << condition;
    EXPECT_EQ(db.run("SELECT group_concat(term) FROM gazette_lexicon WHERE origin = 'user'"), expected) << condition;
  }
}

TEST(KnowledgeTables, ARowKeepsItsId) {
  Database db;
  for (const char* const term : {"qza", "qzb", "qzc"}) db.run("INSERT INTO gazette_lexicon(term, class) VALUES(?1, 'NOUN')", {std::string(term)});
  const std::string id = db.run("SELECT rowid FROM gazette_lexicon WHERE term = 'qzc'");
  db.run("DELETE FROM gazette_lexicon WHERE term = 'qza' AND origin = 'user'");
  EXPECT_EQ(db.run("SELECT rowid FROM gazette_lexicon WHERE term = 'qzc'"), id);
  EXPECT_EQ(db.run("INSERT INTO gazette_lexicon(term, class) VALUES('qzd', 'NOUN') RETURNING term"), "qzd");
  EXPECT_EQ(db.run("SELECT last_insert_rowid() = rowid FROM gazette_lexicon WHERE term = 'qzd'"), "1");
  EXPECT_EQ(db.run("SELECT count(DISTINCT rowid) FROM gazette_lexicon WHERE origin = 'user'"), "3");
}

TEST(KnowledgeTables, WhileItIsRead) {
  Database db;
  EXPECT_EQ(
      db.run("INSERT INTO gazette_lexicon(term, class) SELECT 'qz' || term, 'NOUN' FROM gazette_lexicon WHERE class LIKE '%WEEKDAY%' AND term NOT LIKE '%.'"),
      "");
  EXPECT_NE(db.run("SELECT count(*) FROM gazette_lexicon WHERE origin = 'user'"), "0");
  EXPECT_EQ(db.run("DELETE FROM gazette_lexicon WHERE origin = 'user' AND term IN (SELECT term FROM gazette_lexicon WHERE origin = 'user')"), "");
  EXPECT_EQ(db.run("SELECT count(*) FROM gazette_lexicon WHERE origin = 'user'"), "0");
}

TEST(KnowledgeTables, Rules) {
  Database db;
  const std::string text = "Qzxv lotor the fence is high.";
  EXPECT_EQ(db.run("SELECT count(*) FROM gazette_quotes(?1)", {text}), "0");
  EXPECT_EQ(db.run("INSERT INTO gazette_rules(name, stage, pattern) VALUES('quote.lotor', 'quotes', 'speaker=NOUN_GROUP cue=lotor content=( .+ ) FULL_STOP => "
                   "kind=indirect')"),
            "");
  EXPECT_EQ(db.run("SELECT name, stage, pattern, origin FROM gazette_rules WHERE origin = 'user'"),
            "quote.lotor|quotes|speaker=NOUN_GROUP cue=lotor content=( .+ ) FULL_STOP => kind=indirect|user");
  EXPECT_EQ(db.run("SELECT kind, speaker, cue, content FROM gazette_quotes(?1)", {text}), "indirect|Qzxv|lotor|the fence is high");
  EXPECT_EQ(db.run("INSERT INTO gazette_rules(name, stage, pattern) VALUES('quote.lotor', 'quotes', 'NOUN')"),
            "error: gazette_rules: name: there is a rule 'quote.lotor' already");
  EXPECT_EQ(db.run("DELETE FROM gazette_rules WHERE origin = 'user'"), "");
  EXPECT_EQ(db.run("SELECT count(*) FROM gazette_rules WHERE origin = 'user'"), "0");
}

TEST(KnowledgeTables, WrongRulesAreRefusedWithReasonAndPlace) {
  struct Case {
    const char* values;
    const char* expected;
  };
  const Case cases[] = {
      {"('quote.mine', 'nonsense', 'NOUN')",
       "error: gazette_rules: stage: expected names, numbers, dates, groups, actors, quotes, casualties or events, found 'nonsense'"},
      {"('quote.mine', 'quotes', 'NOUN NONSENSE')", "error: gazette_rules: quote.mine:1:6: unknown class or macro 'NONSENSE'"},
      {"('quote.mine', 'quotes', NULL)", "error: gazette_rules: quote.mine:1:1: expected a class, a word or '(', found the end"},
      {"(NULL, 'quotes', 'NOUN')", "error: gazette_rules: rule:1:1: expected a name such as quote.mine, found ''"},
      {"('quote.mine', 'quotes', '(NOUN{200}){200}')", "error: gazette_rules: quote.mine:1:1: the pattern is too large"},
      {"('quote.mine', 'quotes', '(NOUN{200}){9}')", "error: gazette_rules: quote.mine:1:1: the pattern is too large"},
  };
  Database db;
  for (const Case& c : cases) {
    const std::string result = db.run(std::string("INSERT INTO gazette_rules(name, stage, pattern) VALUES") + c.values);
    EXPECT_EQ(result.substr(0, std::string_view(c.expected).size()), c.expected) << c.values;
  }
  EXPECT_EQ(db.run("SELECT count(*) FROM gazette_rules WHERE origin = 'user'"), "0");
}

TEST(KnowledgeTables, NamesOfBuiltInRulesAreTaken) {
  Database db;
  const std::string name = db.run("SELECT name FROM gazette_rules WHERE stage = 'quotes' LIMIT 1");
  EXPECT_EQ(db.run("INSERT INTO gazette_rules(name, stage, pattern) VALUES(?1, 'quotes', 'NOUN')", {name}),
            "error: gazette_rules: name: there is a rule '" + name + "' already");
}

// A statement that fails in the middle leaves nothing behind, and so does a transaction that is rolled back.
TEST(KnowledgeTables, RollBack) {
  Database db;
  EXPECT_EQ(db.run("INSERT INTO gazette_lexicon(term, class) VALUES('qza', 'NOUN'), ('qzb', 'NONSENSE')").substr(0, 5), "error");
  EXPECT_EQ(db.run("SELECT count(*) FROM gazette_lexicon WHERE origin = 'user'"), "0");
  db.run("BEGIN");
  EXPECT_EQ(db.run("INSERT INTO gazette_lexicon(term, class) VALUES('qza', 'NOUN')"), "");
  db.run("SAVEPOINT s");
  EXPECT_EQ(db.run("INSERT INTO gazette_rules(name, stage, pattern) VALUES('quote.mine', 'quotes', 'NOUN')"), "");
  db.run("ROLLBACK TO s");
  EXPECT_EQ(db.run("SELECT count(*) FROM gazette_rules WHERE origin = 'user'"), "0");
  EXPECT_EQ(db.run("SELECT count(*) FROM gazette_lexicon WHERE origin = 'user'"), "1");
  db.run("ROLLBACK");
  EXPECT_EQ(db.run("SELECT count(*) FROM gazette_lexicon WHERE origin = 'user'"), "0");
  db.run("BEGIN");
  db.run("INSERT INTO gazette_lexicon(term, class) VALUES('qza', 'NOUN')");
  db.run("COMMIT");
  EXPECT_EQ(db.run("SELECT count(*) FROM gazette_lexicon WHERE origin = 'user'"), "1");
}

TEST(KnowledgeTables, ARoleHoldsOnTheArticlesDay) {
  Database db;
  EXPECT_EQ(db.run("INSERT INTO gazette_lexicon(term, class, country, role, valid_from, valid_to) VALUES"
                   "('Qorin Zel', 'PERSON', 'QZX', 'governor', '2014', '2017'), ('Qorin Zel', 'PERSON', 'QZX', 'president', '2018-03-01', '2022')"),
            "");
  const std::string sql = "SELECT kind, country, role FROM gazette_actors('Qorin Zel spoke in Lima on Monday. Zel left at noon.', ?1) WHERE name = 'Qorin Zel'";
  struct Case {
    const char* published;
    const char* row;
  };
  for (const Case& c : {Case{"2016-05-01", "person|QZX|governor"}, Case{"2017-12-31", "person|QZX|governor"}, Case{"2018-02-28", "person|PER|NULL"},
                        Case{"2018-03-01", "person|QZX|president"}, Case{"2022-12-31", "person|QZX|president"}, Case{"2023-01-01", "person|PER|NULL"}}) {
    EXPECT_EQ(db.run(sql, {std::string(c.published)}), c.row) << c.published;
  }
  EXPECT_EQ(db.run(sql, {nullptr}), "person|PER|NULL");  // no day, so no role that depends on one
  EXPECT_EQ(db.run("SELECT role FROM gazette_actors('LIMA, 4 May 2019 (Andina) - Qorin Zel spoke in Lima.') WHERE name = 'Qorin Zel'"), "president");
  EXPECT_EQ(db.run("DELETE FROM gazette_lexicon WHERE origin = 'user'"), "");
  EXPECT_EQ(db.run(sql, {std::string("2016-05-01")}), "person|PER|NULL");
}

// What the user adds is looked up as the rest is: a hundred thousand names load in less than a second and cost a
// reader nothing. Processor time, and the best of several rounds, since other programs run beside the test.
TEST(KnowledgeTables, AHundredThousandEntries) {
  Database db;
  std::ifstream stream(GAZETTE_SOURCE "/fixtures/articles/border-talks.txt", std::ios::binary);
  const std::string article{std::istreambuf_iterator<char>(stream), {}};
  const auto seconds = [](auto task) {
    const std::clock_t begin = std::clock();
    task();
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  };
  int round = 0;
  const auto read = [&] {
    double best = 1e9;
    for (int i = 0; i < 7; ++i) {
      best = std::min(best, seconds([&] {
                        for (int k = 0; k < 20; ++k) db.run("SELECT count(*) FROM gazette_actors(?1)", {article + std::to_string(++round)});
                      }));
    }
    return best;
  };
  const double before = read();
  const auto load = [&](Database& into) {
    return seconds([&] {
      EXPECT_EQ(into.run("INSERT INTO gazette_lexicon(term, class, country, role) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) "
                         "SELECT 'Qz' || char(97 + i % 26, 97 + i / 26 % 26, 97 + i / 676 % 26, 97 + i / 17576) || ' Zqsur', 'PERSON', 'ARM', 'minister' FROM n"),
                "");
      EXPECT_EQ(into.run("SELECT name, role FROM gazette_actors('Qzaaba Zqsur left.')"), "Qzaaba Zqsur|minister");
    });
  };
  double loading = load(db);
  for (int i = 0; i < 2; ++i) {  // the best of three, as above: what else the machine does can double one alone
    Database other;
    loading = std::min(loading, load(other));
  }
#ifndef GAZETTE_INSTRUMENTED
  EXPECT_LT(loading, 1.0);
  EXPECT_LT(read(), before * 1.10 + 0.005);
#else
  EXPECT_GT(loading + before, 0.0);
#endif
}

}  // namespace
}  // namespace gazette::sqlite

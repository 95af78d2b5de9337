// The tables of the interface: their columns, and what they do with any kind of argument.
#include <fmt/format.h>

#include "sqlite/database.h"

namespace gazette::sqlite {
namespace {

struct Promise {
  const char* table;
  const char* columns;
};
// As the interface has them: a promise.
constexpr Promise promises[] = {
    {"gazette_sentences", "id,paragraph,part,content,start,length"},
    {"gazette_actors", "id,name,kind,country,role,affiliation,aliases,mentions,start,length"},
    {"gazette_mentions", "id,actor,form,kind,content,sentence,start,length"},
    {"gazette_quotes",
     "id,kind,content,speaker,speaker_actor,mention,mention_start,mention_length,cue,cue_start,cue_length,act,via,continues,part_of,sentence,start,length,"
     "confidence,rule"},
    {"gazette_casualties",
     "id,harm,low,best,high,bound,victims,victim_kind,victim_country,claimant,claimant_actor,perpetrator,perpetrator_actor,status,cause,part_of,date_from,"
     "date_to,place,quote,sentence,start,length,confidence,rule"},
    {"gazette_tolls", "harm,low,best,high,claims,claimants,disputed"},
    {"gazette_events",
     "id,type,mode,auxiliary,cameo,trigger,source,source_actor,source_mention,target,target_actor,target_mention,reciprocal,date_from,date_to,place,"
     "place_country,quote,sentence,start,length,confidence,rule"},
    {"gazette_dates", "id,kind,content,date_from,date_to,sentence,start,length"},
    {"gazette_places", "id,name,country,latitude,longitude,mentions,start,length"},
};

const std::string article =
    "Talks end\n\nBAKU (Gazette) \xE2\x80\x94 \xE2\x80\x9CWe agreed,\xE2\x80\x9D Foreign Minister Nadia Diallo said on Monday. "
    "At least 20 soldiers were killed in Armenia on 13 September 2022, she said.\n";

TEST(Tables, HaveTheirColumnsInOrder) {
  Database db;
  for (const Promise& promise : promises) {
    EXPECT_EQ(db.run(fmt::format("SELECT group_concat(name) FROM pragma_table_xinfo('{}') WHERE hidden = 0", promise.table)), promise.columns);
    EXPECT_EQ(db.run(fmt::format("SELECT group_concat(name) FROM pragma_table_xinfo('{}') WHERE hidden <> 0", promise.table)), "text,published");
  }
  EXPECT_EQ(db.run("SELECT group_concat(name) FROM pragma_table_xinfo('gazette_lexicon')"), "term,class,name,country,role,valid_from,valid_to,origin");
  EXPECT_EQ(db.run("SELECT group_concat(name) FROM pragma_table_xinfo('gazette_rules')"), "name,stage,pattern,origin");
}

TEST(Tables, EveryColumnCanBeRead) {
  Database db;
  for (const Promise& promise : promises) {
    for (const char* const arguments : {"?1", "?1, '2022-09-20'", "?1, NULL"}) {
      const std::string rows = db.run(fmt::format("SELECT * FROM {}({})", promise.table, arguments), {article});
      EXPECT_NE(rows.substr(0, 5), "error") << promise.table << ": " << rows;
    }
  }
  EXPECT_EQ(db.run("SELECT part, content FROM gazette_sentences(?1) LIMIT 2", {article}), "headline|Talks end\ndateline|BAKU (Gazette) \xE2\x80\x94");
  EXPECT_EQ(db.run("SELECT content, speaker FROM gazette_quotes(?1) WHERE kind = 'direct'", {article}), "We agreed,|Nadia Diallo");
  EXPECT_EQ(db.run("SELECT harm, low FROM gazette_casualties(?1)", {article}), "killed|20");
}

TEST(Tables, TextsAreWholeHoweverLongTheyAre) {
  Database db;
  for (const std::size_t length : {1U, 8U, 31U, 32U, 33U, 254U, 255U, 256U, 257U, 1000U}) {
    std::string sentence(length, 'b');
    sentence[0] = 'A';
    EXPECT_EQ(db.run("SELECT content, length(content), length(CAST(content AS BLOB)), content = ?1 FROM gazette_sentences(?1)", {sentence}),
              fmt::format("{0}|{1}|{1}|1", sentence, length));
  }
}

TEST(Tables, IdsCountFromOneAndAreTheRowIds) {
  Database db;
  EXPECT_EQ(db.run("SELECT count(*) > 2, min(id), max(id) = count(*), sum(id <> rowid) FROM gazette_sentences(?1)", {article}), "1|1|1|0");
}

TEST(Tables, ColumnsNamedAfterATableHoldItsIds) {
  Database db;
  const char* const references[][3] = {
      {"mentions", "actor", "actors"},
      {"mentions", "sentence", "sentences"},
      {"quotes", "speaker_actor", "actors"},
      {"quotes", "part_of", "quotes"},
      {"quotes", "continues", "quotes"},
      {"quotes", "sentence", "sentences"},
      {"casualties", "quote", "quotes"},
      {"casualties", "claimant_actor", "actors"},
      {"casualties", "perpetrator_actor", "actors"},
      {"casualties", "part_of", "casualties"},
      {"casualties", "sentence", "sentences"},
      {"events", "source_actor", "actors"},
      {"events", "target_actor", "actors"},
      {"events", "quote", "quotes"},
      {"events", "sentence", "sentences"},
      {"dates", "sentence", "sentences"},
  };
  std::vector<std::pair<std::string, std::string>> texts = fixture_texts();
  texts.emplace_back("article", article);
  for (const auto& [path, text] : texts) {
    for (const auto& [table, column, target] : references) {
      const std::string sql =
          fmt::format("SELECT count(*) FROM gazette_{0}(?1) WHERE {1} IS NOT NULL AND {1} NOT IN (SELECT id FROM gazette_{2}(?1))", table, column, target);
      EXPECT_EQ(db.run(sql, {text}), "0") << path << ": " << sql;
    }
  }
}

TEST(Tables, AnyKindOfArgument) {
  Database db;
  for (const Promise& promise : promises) {
    SCOPED_TRACE(promise.table);
    const auto count = [&](Value text, Value date) {
      return db.run(fmt::format("SELECT count(*) FROM {}(?1, ?2)", promise.table), {std::move(text), std::move(date)});
    };
    const std::string rows = count(article, nullptr);
    EXPECT_EQ(count(nullptr, nullptr), "0");
    EXPECT_EQ(count("", nullptr), "0");
    EXPECT_EQ(count(Blob{article}, nullptr), rows);
    EXPECT_EQ(count(article, "no date at all"), rows);
    EXPECT_EQ(count(article, Blob{"2022-09-20"}), rows);
    EXPECT_EQ(count(article, std::int64_t{20220920}), rows);
    EXPECT_EQ(count(std::int64_t{42}, nullptr), std::string(promise.table) == "gazette_sentences" ? "1" : "0");
    EXPECT_NE(count(3.5, nullptr).substr(0, 5), "error");
    EXPECT_NE(count(Blob{std::string("\xff\x00\xfe", 3)}, nullptr).substr(0, 5), "error");
  }
}

TEST(Tables, WithoutATextSayWhatTheyWant) {
  Database db;
  EXPECT_EQ(db.run("SELECT * FROM gazette_quotes"), "error: gazette_quotes: expected a text, as in gazette_quotes(text) or gazette_quotes(text, published)");
  EXPECT_EQ(db.run("SELECT * FROM gazette_quotes()"), "error: gazette_quotes: expected a text, as in gazette_quotes(text) or gazette_quotes(text, published)");
  EXPECT_EQ(db.run("SELECT * FROM gazette_quotes('a', 'b', 'c')"), "error: too many arguments on gazette_quotes() - max 2");
}

TEST(Tables, TheTextMayComeFromAnyPlaceOfTheQuery) {
  Database db;
  db.run("CREATE TABLE article(id INTEGER PRIMARY KEY, body TEXT, day TEXT)");
  db.run("INSERT INTO article(body, day) VALUES(?1, '2022-09-20'), ('', NULL), (NULL, NULL), ('One. Two.', NULL)", {article});
  const std::string sentences = db.run("SELECT count(*) FROM gazette_sentences(?1)", {article});
  for (const char* const sql : {
           "SELECT a.id, count(*) FROM article a, gazette_sentences(a.body) s GROUP BY a.id",
           "SELECT a.id, count(*) FROM article a JOIN gazette_sentences(a.body, a.day) s GROUP BY a.id",
           "SELECT a.id, count(*) FROM gazette_sentences s, article a WHERE s.text = a.body GROUP BY a.id",
           "SELECT id, n FROM (SELECT a.id, (SELECT count(*) FROM gazette_sentences(a.body)) AS n FROM article a) WHERE n > 0",
       }) {
    EXPECT_EQ(db.run(sql), fmt::format("1|{}\n4|2", sentences)) << sql;
  }
  EXPECT_EQ(db.run("SELECT count(*) - count(q.id), count(q.id) > 0 FROM article a LEFT JOIN gazette_quotes(a.body) q"), "3|1");
  EXPECT_EQ(db.run("SELECT text, published FROM gazette_sentences('One.', '2022-09-20')"), "One.|2022-09-20");
  EXPECT_EQ(db.run("SELECT count(*) FROM gazette_sentences WHERE text IN ('One. Two.', 'Three.', NULL)"), "3");
}

// SQLite asks for a plan of each side of an OR, too.
TEST(Tables, ConditionsWithOr) {
  Database db;
  for (const char* const condition : {"id = 1 OR id = 2", "id = 1 OR content = 'Two.'", "id = 1 OR id IS NULL OR id = 2", "id IN (1, 2)",
                                      "(id = 1 AND part = 'body') OR (id = 2 AND start > 1)", "text = 'x' OR id < 3", "published IS NULL OR id > 0"}) {
    const std::string expected = std::string(condition).substr(0, 9) == "published" ? "3" : "2";
    EXPECT_EQ(db.run(std::string("SELECT count(*) FROM gazette_sentences('One. Two. Three.') WHERE ") + condition), expected) << condition;
  }
  EXPECT_EQ(db.run("SELECT content FROM gazette_sentences WHERE text = 'One.' OR text = 'Two.'"), "One.\nTwo.");
}

TEST(Tables, InAViewThatNobodyTrusts) {
  Database db;
  db.run("CREATE TABLE article(body TEXT)");
  db.run("INSERT INTO article VALUES(?1)", {article});
  for (const Promise& promise : promises) {
    db.run(fmt::format("CREATE VIEW v_{0} AS SELECT t.* FROM article, {0}(article.body) t", promise.table));
  }
  db.run(
      "CREATE VIEW v_functions AS SELECT gazette_version(), gazette_json(body), gazette_html(body), gazette_number('two'), gazette_date('Monday', "
      "'2022-09-20') FROM article");
  db.run("CREATE TRIGGER follow AFTER INSERT ON article BEGIN INSERT INTO log SELECT count(*) FROM gazette_sentences(new.body); END");
  db.run("CREATE TABLE log(n)");
  db.run("CREATE VIEW v_lexicon AS SELECT count(*) FROM gazette_lexicon");
  db.run("PRAGMA trusted_schema = off");
  for (const Promise& promise : promises) {
    const std::string rows = db.run(fmt::format("SELECT count(*) FROM v_{}", promise.table));
    EXPECT_EQ(rows, db.run(fmt::format("SELECT count(*) FROM {}(?1)", promise.table), {article})) << promise.table;
  }
  EXPECT_NE(db.run("SELECT * FROM v_functions").substr(0, 5), "error");
  EXPECT_EQ(db.run("INSERT INTO article VALUES('One. Two.')"), "");
  EXPECT_EQ(db.run("SELECT n FROM log"), "2");
  EXPECT_EQ(db.run("SELECT * FROM v_lexicon"), "error: unsafe use of virtual table \"gazette_lexicon\"") << "what is known is for direct use alone";
}

TEST(Tables, InAnUtf16Database) {
  Database db;
  db.run("PRAGMA encoding = 'UTF-16'");
  db.run("CREATE TABLE article(body TEXT)");
  db.run("INSERT INTO article VALUES(?1)", {article});
  ASSERT_EQ(db.run("PRAGMA encoding"), "UTF-16le");
  EXPECT_EQ(db.run("SELECT q.content, q.speaker FROM article, gazette_quotes(body) q WHERE q.kind = 'direct'"), "We agreed,|Nadia Diallo");
  EXPECT_EQ(db.run("SELECT count(*) FROM article, gazette_quotes(body) q WHERE substr(body, q.start, q.length) IS NOT q.content"), "0");
  EXPECT_EQ(db.run("SELECT json_valid(gazette_json(body)) FROM article"), "1");
}

TEST(Tables, ACursorMayBeLeftAndTakenUpAgain) {
  Database db;
  EXPECT_EQ(db.run("SELECT (SELECT content FROM gazette_sentences(b.body) LIMIT 1) FROM (SELECT 'One. Two.' AS body UNION ALL SELECT 'Three. Four.') b"),
            "One.\nThree.");
  EXPECT_EQ(db.run("SELECT a.content, b.content FROM gazette_sentences('One. Two.') a, gazette_sentences('Three. Four.') b"),
            "One.|Three.\nOne.|Four.\nTwo.|Three.\nTwo.|Four.");
}

}  // namespace
}  // namespace gazette::sqlite

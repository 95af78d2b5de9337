-- Articles and their facts in ordinary tables, which any SQLite program can read and write without the extension.
--
--   sqlite3 news.db < sql/schema.sql          may be run again: it leaves alone what is there
--
-- Facts are read from `body`: substr(body, start, length) is the thing itself. A headline is read if it stands there.
-- `engine_version` names the engine that read this very text; NULL means that the facts are not there yet. No hash of
-- the text is needed to notice a change: the triggers below belong to the file, so whoever changes body or published,
-- with the extension or without, forgets the old facts in the same transaction. Stale facts are never seen.
-- Who has the extension fills them in: sql/follow.sql at once, sql/refresh.sql later.

CREATE TABLE IF NOT EXISTS article(
  id INTEGER PRIMARY KEY,
  title TEXT,
  body TEXT,
  published TEXT,           -- ISO 8601; what "Tuesday" is told from
  url TEXT,
  engine_version TEXT
) STRICT;

CREATE TABLE IF NOT EXISTS sentence(
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE ON UPDATE CASCADE, id INTEGER NOT NULL,
  paragraph INTEGER, part TEXT, content TEXT, start INTEGER, length INTEGER,
  PRIMARY KEY(article, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS actor(
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE ON UPDATE CASCADE, id INTEGER NOT NULL,
  name TEXT, kind TEXT, country TEXT, role TEXT, affiliation TEXT, aliases TEXT, mentions INTEGER, start INTEGER, length INTEGER,
  PRIMARY KEY(article, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS mention(
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE ON UPDATE CASCADE, id INTEGER NOT NULL,
  actor INTEGER, form TEXT, kind TEXT, content TEXT, sentence INTEGER, start INTEGER, length INTEGER,
  PRIMARY KEY(article, id),
  FOREIGN KEY(article, actor) REFERENCES actor ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY(article, sentence) REFERENCES sentence ON DELETE CASCADE ON UPDATE CASCADE
) STRICT, WITHOUT ROWID;

-- `key` is for full-text search (sql/views.sql), which wants one number a row.
CREATE TABLE IF NOT EXISTS quote(
  key INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE ON UPDATE CASCADE, id INTEGER NOT NULL,
  kind TEXT, content TEXT, speaker TEXT, speaker_actor INTEGER, mention TEXT, mention_start INTEGER, mention_length INTEGER,
  cue TEXT, cue_start INTEGER, cue_length INTEGER, act TEXT, via TEXT, continues INTEGER, part_of INTEGER,
  sentence INTEGER, start INTEGER, length INTEGER, confidence REAL, rule TEXT,
  UNIQUE(article, id),
  FOREIGN KEY(article, speaker_actor) REFERENCES actor ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY(article, continues) REFERENCES quote(article, id) ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY(article, part_of) REFERENCES quote(article, id) ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY(article, sentence) REFERENCES sentence ON DELETE CASCADE ON UPDATE CASCADE
) STRICT;

CREATE TABLE IF NOT EXISTS casualty(
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE ON UPDATE CASCADE, id INTEGER NOT NULL,
  harm TEXT, low INTEGER, best INTEGER, high INTEGER, bound TEXT, victims TEXT, victim_kind TEXT, victim_country TEXT,
  claimant TEXT, claimant_actor INTEGER, perpetrator TEXT, perpetrator_actor INTEGER, status TEXT, cause TEXT, part_of INTEGER,
  date_from TEXT, date_to TEXT, place TEXT, quote INTEGER, sentence INTEGER, start INTEGER, length INTEGER, confidence REAL, rule TEXT,
  PRIMARY KEY(article, id),
  FOREIGN KEY(article, claimant_actor) REFERENCES actor ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY(article, perpetrator_actor) REFERENCES actor ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY(article, part_of) REFERENCES casualty ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY(article, quote) REFERENCES quote(article, id) ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY(article, sentence) REFERENCES sentence ON DELETE CASCADE ON UPDATE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS toll(
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE ON UPDATE CASCADE,
  harm TEXT NOT NULL, low INTEGER, best INTEGER, high INTEGER, claims INTEGER, claimants TEXT, disputed INTEGER,
  PRIMARY KEY(article, harm)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS event(
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE ON UPDATE CASCADE, id INTEGER NOT NULL,
  type TEXT, mode TEXT, auxiliary TEXT, cameo TEXT, "trigger" TEXT, source TEXT, source_actor INTEGER, source_mention TEXT,
  target TEXT, target_actor INTEGER, target_mention TEXT, reciprocal INTEGER, date_from TEXT, date_to TEXT,
  place TEXT, place_country TEXT, quote INTEGER, sentence INTEGER, start INTEGER, length INTEGER, confidence REAL, rule TEXT,
  PRIMARY KEY(article, id),
  FOREIGN KEY(article, source_actor) REFERENCES actor ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY(article, target_actor) REFERENCES actor ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY(article, quote) REFERENCES quote(article, id) ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY(article, sentence) REFERENCES sentence ON DELETE CASCADE ON UPDATE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS date(
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE ON UPDATE CASCADE, id INTEGER NOT NULL,
  kind TEXT, content TEXT, date_from TEXT, date_to TEXT, sentence INTEGER, start INTEGER, length INTEGER,
  PRIMARY KEY(article, id),
  FOREIGN KEY(article, sentence) REFERENCES sentence ON DELETE CASCADE ON UPDATE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS place(
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE ON UPDATE CASCADE, id INTEGER NOT NULL,
  name TEXT, country TEXT, latitude REAL, longitude REAL, mentions INTEGER, start INTEGER, length INTEGER,
  PRIMARY KEY(article, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS article_by_engine ON article(engine_version);
CREATE INDEX IF NOT EXISTS article_by_day ON article(published);
CREATE INDEX IF NOT EXISTS article_by_url ON article(url);
CREATE INDEX IF NOT EXISTS actor_by_name ON actor(name, kind);
CREATE INDEX IF NOT EXISTS mention_by_actor ON mention(article, actor);
CREATE INDEX IF NOT EXISTS quote_by_speaker ON quote(speaker);
CREATE INDEX IF NOT EXISTS quote_by_actor ON quote(article, speaker_actor);
CREATE INDEX IF NOT EXISTS casualty_by_claimant ON casualty(claimant, harm);
CREATE INDEX IF NOT EXISTS event_by_type ON event(type, source, target);

-- INSERT INTO forget VALUES (an article's id) takes its facts away: the one list of what depends on an article.
CREATE VIEW IF NOT EXISTS forget(article) AS SELECT id FROM article;
CREATE TRIGGER IF NOT EXISTS forget_facts INSTEAD OF INSERT ON forget BEGIN
  DELETE FROM place WHERE article = new.article;
  DELETE FROM date WHERE article = new.article;
  DELETE FROM event WHERE article = new.article;
  DELETE FROM toll WHERE article = new.article;
  DELETE FROM casualty WHERE article = new.article;
  DELETE FROM quote WHERE article = new.article;
  DELETE FROM mention WHERE article = new.article;
  DELETE FROM actor WHERE article = new.article;
  DELETE FROM sentence WHERE article = new.article;
END;

-- These fire whoever writes, and whether or not PRAGMA foreign_keys is on. (A REPLACE fires no trigger for the row
-- that it removes; that one has the same id, so the new row's trigger forgets its facts.)
CREATE TRIGGER IF NOT EXISTS article_inserted AFTER INSERT ON article BEGIN
  INSERT INTO forget VALUES (new.id);
  UPDATE article SET engine_version = NULL WHERE id = new.id;
END;
CREATE TRIGGER IF NOT EXISTS article_changed AFTER UPDATE OF id, body, published ON article
WHEN old.id IS NOT new.id OR old.body IS NOT new.body OR old.published IS NOT new.published BEGIN
  INSERT INTO forget VALUES (old.id);
  INSERT INTO forget VALUES (new.id);
  UPDATE article SET engine_version = NULL WHERE id = new.id;
END;
CREATE TRIGGER IF NOT EXISTS article_deleted AFTER DELETE ON article BEGIN
  INSERT INTO forget VALUES (old.id);
END;

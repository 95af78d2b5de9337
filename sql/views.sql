-- Questions to a database of facts (sql/schema.sql), as views: they need no extension.
--
--   sqlite3 news.db < sql/views.sql           may be run again
--
-- A view's comment is its question, with an example of its use.

-- Who claims what? Every casualty claim by the one who makes it, with the side that the claimant belongs to; a claim
-- that is part of another says so, so that sums can leave it out.
--   SELECT claimant, side, number, victims FROM claim_by_claimant WHERE harm = 'killed' AND NOT included;
CREATE VIEW IF NOT EXISTS claim_by_claimant AS
SELECT c.article, c.id, a.published, coalesce(c.claimant, 'the report') AS claimant, w.country AS side, c.harm, c.bound,
       coalesce(c.best, c.low, c.high) AS number, c.low, c.high, c.victims, c.victim_kind, c.victim_country,
       c.victim_country IS NOT NULL AND c.victim_country = w.country AS own_losses,
       c.perpetrator, c.status, c.part_of IS NOT NULL AS included, c.date_from, c.date_to, c.place, c.start, c.length, c.confidence
FROM casualty AS c
JOIN article AS a ON a.id = c.article
LEFT JOIN actor AS w ON w.article = c.article AND w.id = c.claimant_actor;

-- Where do the accounts of an article differ, and how far apart are they?
--   SELECT title, harm, low, high, spread FROM dispute ORDER BY spread DESC;
CREATE VIEW IF NOT EXISTS dispute AS
SELECT t.article, a.title, a.published, t.harm, t.low, t.high, t.high - t.low AS spread,
       CASE WHEN t.low > 0 THEN round(1.0 * t.high / t.low, 2) END AS ratio, t.claimants
FROM toll AS t JOIN article AS a ON a.id = t.article
WHERE t.disputed AND t.high > t.low;

-- How did a toll grow from one article, and one day, to the next? Each article's figure beside the one before it that
-- tells of the same harm at the same place.
--   SELECT published, best, change FROM toll_history WHERE place = 'Mindanao' AND harm = 'killed';
CREATE VIEW IF NOT EXISTS toll_history AS
WITH told AS (
  SELECT t.article, a.published, a.title, t.harm, t.low, t.best, t.high, t.disputed,
         (SELECT c.place FROM casualty AS c WHERE c.article = t.article AND c.harm = t.harm AND c.place IS NOT NULL
          ORDER BY c.part_of IS NOT NULL, coalesce(c.best, c.low, 0) DESC, c.id LIMIT 1) AS place
  FROM toll AS t JOIN article AS a ON a.id = t.article
)
SELECT place, harm, published, article, title, low, best, high, disputed,
       coalesce(best, low) - lag(coalesce(best, low)) OVER (PARTITION BY place, harm ORDER BY published, article) AS change
FROM told WHERE place IS NOT NULL;

-- Who said what of whom? Each quote with each actor who is named inside it, other than the speaker.
--   SELECT speaker, content FROM said_of WHERE whom = 'Armenia';
CREATE VIEW IF NOT EXISTS said_of AS
SELECT DISTINCT q.article, a.published, q.id AS quote, q.speaker, w.name AS whom, w.kind AS whom_kind, w.country AS whom_country,
       q.act, q.kind, q.content
FROM quote AS q
JOIN article AS a ON a.id = q.article
JOIN mention AS m ON m.article = q.article AND m.start >= q.start AND m.start + m.length <= q.start + q.length
JOIN actor AS w ON w.article = m.article AND w.id = m.actor
WHERE q.speaker IS NOT NULL AND m.actor IS NOT q.speaker_actor;

-- What do they do by speaking? Speech acts by actor: how often each claims, denies, accuses, warns …
--   SELECT * FROM speech_act WHERE act = 'deny' ORDER BY times DESC;
CREATE VIEW IF NOT EXISTS speech_act AS
SELECT speaker, act, count(*) AS times, count(DISTINCT article) AS articles, sum(kind IN ('direct', 'fragment')) AS own_words
FROM quote
WHERE speaker IS NOT NULL AND act IS NOT NULL AND continues IS NULL AND part_of IS NULL
GROUP BY speaker, act;

-- Who met, accused, attacked whom? One edge for each pair and type, with how often and when; only what is told as done.
-- What both sides do is one edge, its ends in the order of the alphabet.
--   SELECT source, target, times FROM edge WHERE type = 'ACCUSE' ORDER BY times DESC;
CREATE VIEW IF NOT EXISTS edge AS
SELECT CASE WHEN reciprocal AND target < source THEN target ELSE source END AS source, type,
       CASE WHEN reciprocal AND target < source THEN source ELSE target END AS target,
       max(reciprocal) AS reciprocal, count(*) AS times, count(DISTINCT article) AS articles, min(date_from) AS first_day, max(coalesce(date_to, date_from)) AS last_day
FROM event
WHERE auxiliary = 'actual' AND source IS NOT NULL AND target IS NOT NULL
GROUP BY 1, type, 3;

-- Who is the same in different articles? Each actor with the one name (`entity`) that stands for it in the whole
-- database, and the rule that joined them, to keep or leave out:
--   same name        written alike, capitals aside
--   middle initial   Donald J. Trump: Donald Trump
--   spelling         two words and more, of a person, with the same consonants: Volodymyr Zelenskyy: Volodymyr Zelensky
--   surname          one word, which ends the name of one person only in the whole database
--   alias            a name that an article gives to one actor of this kind only
-- The entity is the form that most articles use.
--   SELECT entity, count(DISTINCT article) AS articles FROM actor_across WHERE rule <> 'surname' GROUP BY entity, kind ORDER BY articles DESC;
CREATE VIEW IF NOT EXISTS actor_across AS
WITH form AS MATERIALIZED (
  SELECT name, kind, count(*) AS articles, CASE WHEN kind = 'person' AND substr(name, instr(name, '. ') - 2, 1) = ' ' THEN max(instr(name, '. ') - 1, 0) ELSE 0 END AS initial
  FROM actor WHERE name IS NOT NULL GROUP BY name, kind
), bare AS MATERIALIZED (  -- in lower case, without a middle initial
  SELECT name, kind, articles, lower(CASE WHEN initial > 2 THEN substr(name, initial, 1) END) AS initial,
         lower(CASE WHEN initial > 2 THEN substr(name, 1, initial - 1) || substr(name, initial + 3) ELSE name END) AS plain
  FROM form
), plain AS MATERIALIZED (  -- George P. and George W. are two
  SELECT name, kind, articles,
         CASE WHEN min(initial) OVER same <> max(initial) OVER same THEN lower(name) ELSE plain END AS plain
  FROM bare WINDOW same AS (PARTITION BY plain, kind)
), bones AS MATERIALIZED (  -- consonants alone, after the first letter; hyphens, apostrophes and doubled letters aside
  SELECT name, kind, articles, plain,
         CASE WHEN kind = 'person' AND instr(plain, ' ') THEN substr(plain, 1, 1) ||
           replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(substr(plain, 2),
             'a', ''), 'e', ''), 'i', ''), 'o', ''), 'u', ''), 'y', ''), '-', ''), '''', ''), '’', ''), 'é', ''), 'í', ''), 'á', ''),
             'mm', 'm'), 'ss', 's'), 'll', 'l'), 'nn', 'n'), 'kh', 'h')
         END AS bones
  FROM plain
), joined AS MATERIALIZED (
  SELECT name, kind, plain, first_value(name) OVER same AS entity, first_value(plain) OVER same AS entity_plain
  FROM bones
  WINDOW same AS (PARTITION BY kind, CASE WHEN length(bones) >= 8 THEN bones ELSE plain END ORDER BY articles DESC, length(name), name)
), surname AS MATERIALIZED (
  SELECT lower(replace(entity, rtrim(entity, replace(entity, ' ', '')), '')) AS last, min(entity) AS entity
  FROM joined WHERE kind = 'person' AND instr(entity, ' ') GROUP BY 1 HAVING count(DISTINCT entity) = 1
), alias AS MATERIALIZED (
  SELECT a.value AS alias, j.kind, min(j.entity) AS entity
  FROM actor AS w JOIN joined AS j ON j.name = w.name AND j.kind = w.kind, json_each(w.aliases) AS a
  WHERE instr(a.value, ' ') OR w.kind <> 'person'
  GROUP BY a.value, j.kind HAVING count(DISTINCT j.entity) = 1
), candidate AS MATERIALIZED (  -- forms, and what else they may stand for: grouped below, not joined, since no index would serve
  SELECT lower(name) AS key, kind, name, entity, plain, entity_plain, NULL AS by_surname, NULL AS by_alias FROM joined
  UNION ALL SELECT last, 'person', NULL, NULL, NULL, NULL, entity, NULL FROM surname
  UNION ALL SELECT lower(alias), kind, NULL, NULL, NULL, NULL, NULL, entity FROM alias
), offered AS MATERIALIZED (
  SELECT name, kind, entity, plain, entity_plain, max(by_surname) OVER same AS by_surname, max(by_alias) OVER same AS by_alias
  FROM candidate WINDOW same AS (PARTITION BY key, kind)
), resolved AS MATERIALIZED (
  SELECT name, kind, iif(entity <> name, entity, coalesce(by_surname, by_alias, entity)) AS entity,
         CASE WHEN lower(entity) <> lower(name) THEN iif(plain = entity_plain, 'middle initial', 'spelling')
              WHEN entity = name AND by_surname IS NOT NULL THEN 'surname'
              WHEN entity = name AND by_alias <> name THEN 'alias'
              ELSE 'same name' END AS rule
  FROM offered WHERE name IS NOT NULL
)
SELECT w.article, w.id, w.name, w.kind, w.country, w.role, w.mentions, r.entity, r.rule
FROM actor AS w JOIN resolved AS r ON r.name = w.name AND r.kind = w.kind;

-- In which words? (Programs that write must have FTS5 from here on.) Full-text search over quotes, joined to speaker and day. The index follows the table quote.
--   SELECT q.speaker, a.published, highlight(quote_text, 0, '[', ']') AS words
--   FROM quote_text JOIN quote AS q ON q.key = quote_text.rowid JOIN article AS a ON a.id = q.article
--   WHERE quote_text MATCH 'ceasefire OR truce' ORDER BY quote_text.rank;
CREATE VIRTUAL TABLE IF NOT EXISTS quote_text USING fts5(content, content='quote', content_rowid='key', tokenize='porter unicode61');
CREATE TRIGGER IF NOT EXISTS quote_text_inserted AFTER INSERT ON quote BEGIN
  INSERT INTO quote_text(rowid, content) VALUES (new.key, new.content);
END;
CREATE TRIGGER IF NOT EXISTS quote_text_deleted AFTER DELETE ON quote BEGIN
  INSERT INTO quote_text(quote_text, rowid, content) VALUES ('delete', old.key, old.content);
END;
CREATE TRIGGER IF NOT EXISTS quote_text_changed AFTER UPDATE OF key, content ON quote BEGIN
  INSERT INTO quote_text(quote_text, rowid, content) VALUES ('delete', old.key, old.content);
  INSERT INTO quote_text(rowid, content) VALUES (new.key, new.content);
END;
INSERT INTO quote_text(quote_text) VALUES ('rebuild');

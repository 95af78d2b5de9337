-- Reads the articles that other programs wrote without the extension, or that an older engine read.
--
--   sqlite3 -cmd '.load build/gazette' -cmd '.read sql/follow.sql' news.db '.read sql/refresh.sql'
--
-- Wants sql/follow.sql first ("no such table: temp.stale" says that it is missing). The work is cut into twenty runs,
-- each a transaction of its own, so that a stop or a crash loses at most one of them; run it again to go on. With
-- nothing to do it does nothing. It ends by saying how many articles it read.

DROP TABLE IF EXISTS temp.refresh;
CREATE TEMP TABLE refresh AS SELECT count(*) AS before, (count(*) + 19) / 20 AS run FROM temp.stale;

UPDATE article SET engine_version = NULL WHERE id IN (SELECT id FROM temp.stale ORDER BY id LIMIT (SELECT run FROM temp.refresh));
UPDATE article SET engine_version = NULL WHERE id IN (SELECT id FROM temp.stale ORDER BY id LIMIT (SELECT run FROM temp.refresh));
UPDATE article SET engine_version = NULL WHERE id IN (SELECT id FROM temp.stale ORDER BY id LIMIT (SELECT run FROM temp.refresh));
UPDATE article SET engine_version = NULL WHERE id IN (SELECT id FROM temp.stale ORDER BY id LIMIT (SELECT run FROM temp.refresh));
UPDATE article SET engine_version = NULL WHERE id IN (SELECT id FROM temp.stale ORDER BY id LIMIT (SELECT run FROM temp.refresh));
UPDATE article SET engine_version = NULL WHERE id IN (SELECT id FROM temp.stale ORDER BY id LIMIT (SELECT run FROM temp.refresh));
UPDATE article SET engine_version = NULL WHERE id IN (SELECT id FROM temp.stale ORDER BY id LIMIT (SELECT run FROM temp.refresh));
UPDATE article SET engine_version = NULL WHERE id IN (SELECT id FROM temp.stale ORDER BY id LIMIT (SELECT run FROM temp.refresh));
UPDATE article SET engine_version = NULL WHERE id IN (SELECT id FROM temp.stale ORDER BY id LIMIT (SELECT run FROM temp.refresh));
UPDATE article SET engine_version = NULL WHERE id IN (SELECT id FROM temp.stale ORDER BY id LIMIT (SELECT run FROM temp.refresh));
UPDATE article SET engine_version = NULL WHERE id IN (SELECT id FROM temp.stale ORDER BY id LIMIT (SELECT run FROM temp.refresh));
UPDATE article SET engine_version = NULL WHERE id IN (SELECT id FROM temp.stale ORDER BY id LIMIT (SELECT run FROM temp.refresh));
UPDATE article SET engine_version = NULL WHERE id IN (SELECT id FROM temp.stale ORDER BY id LIMIT (SELECT run FROM temp.refresh));
UPDATE article SET engine_version = NULL WHERE id IN (SELECT id FROM temp.stale ORDER BY id LIMIT (SELECT run FROM temp.refresh));
UPDATE article SET engine_version = NULL WHERE id IN (SELECT id FROM temp.stale ORDER BY id LIMIT (SELECT run FROM temp.refresh));
UPDATE article SET engine_version = NULL WHERE id IN (SELECT id FROM temp.stale ORDER BY id LIMIT (SELECT run FROM temp.refresh));
UPDATE article SET engine_version = NULL WHERE id IN (SELECT id FROM temp.stale ORDER BY id LIMIT (SELECT run FROM temp.refresh));
UPDATE article SET engine_version = NULL WHERE id IN (SELECT id FROM temp.stale ORDER BY id LIMIT (SELECT run FROM temp.refresh));
UPDATE article SET engine_version = NULL WHERE id IN (SELECT id FROM temp.stale ORDER BY id LIMIT (SELECT run FROM temp.refresh));
UPDATE article SET engine_version = NULL WHERE id IN (SELECT id FROM temp.stale ORDER BY id LIMIT (SELECT run FROM temp.refresh));

-- How many articles were read, and how many are left? (None, unless others wrote meanwhile.)
SELECT before - (SELECT count(*) FROM temp.stale) AS articles_read, (SELECT count(*) FROM temp.stale) AS articles_left FROM temp.refresh;

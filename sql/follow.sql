-- Facts that follow their articles, for as long as this connection lasts.
--
--   sqlite3 -cmd '.load build/gazette' -cmd '.read sql/follow.sql' news.db
--
-- Wants sql/schema.sql in the file and the extension in the connection. Every article that this connection inserts or
-- changes is read in the same transaction: a rollback takes both back. The trigger is TEMP, so the file itself asks
-- for no extension. It waits for engine_version to become NULL, which is how the file's own triggers mark an article
-- unread; so UPDATE article SET engine_version = NULL reads articles anew, say after you added words or rules.
-- An article is analysed once: the tables that follow each other here share the analysis.

DROP TRIGGER IF EXISTS temp.follow_article;
CREATE TEMP TRIGGER follow_article AFTER UPDATE OF engine_version ON main.article WHEN new.engine_version IS NULL BEGIN
  INSERT INTO forget VALUES (new.id);
  INSERT INTO sentence(article, id, paragraph, part, content, start, length)
    SELECT new.id, id, paragraph, part, content, start, length FROM gazette_sentences(new.body, new.published);
  INSERT INTO actor(article, id, name, kind, country, role, affiliation, aliases, mentions, start, length)
    SELECT new.id, id, name, kind, country, role, affiliation, aliases, mentions, start, length FROM gazette_actors(new.body, new.published);
  INSERT INTO mention(article, id, actor, form, kind, content, sentence, start, length)
    SELECT new.id, id, actor, form, kind, content, sentence, start, length FROM gazette_mentions(new.body, new.published);
  INSERT INTO quote(article, id, kind, content, speaker, speaker_actor, mention, mention_start, mention_length, cue, cue_start, cue_length,
                    act, via, continues, part_of, sentence, start, length, confidence, rule)
    SELECT new.id, id, kind, content, speaker, speaker_actor, mention, mention_start, mention_length, cue, cue_start, cue_length,
           act, via, continues, part_of, sentence, start, length, confidence, rule FROM gazette_quotes(new.body, new.published);
  INSERT INTO casualty(article, id, harm, low, best, high, bound, victims, victim_kind, victim_country, claimant, claimant_actor,
                       perpetrator, perpetrator_actor, status, cause, part_of, date_from, date_to, place, quote, sentence, start, length, confidence, rule)
    SELECT new.id, id, harm, low, best, high, bound, victims, victim_kind, victim_country, claimant, claimant_actor,
           perpetrator, perpetrator_actor, status, cause, part_of, date_from, date_to, place, quote, sentence, start, length, confidence, rule
    FROM gazette_casualties(new.body, new.published);
  INSERT INTO toll(article, harm, low, best, high, claims, claimants, disputed)
    SELECT new.id, harm, low, best, high, claims, claimants, disputed FROM gazette_tolls(new.body, new.published);
  INSERT INTO event(article, id, type, mode, auxiliary, cameo, "trigger", source, source_actor, source_mention, target, target_actor,
                    target_mention, reciprocal, date_from, date_to, place, place_country, quote, sentence, start, length, confidence, rule)
    SELECT new.id, id, type, mode, auxiliary, cameo, "trigger", source, source_actor, source_mention, target, target_actor,
           target_mention, reciprocal, date_from, date_to, place, place_country, quote, sentence, start, length, confidence, rule
    FROM gazette_events(new.body, new.published);
  INSERT INTO date(article, id, kind, content, date_from, date_to, sentence, start, length)
    SELECT new.id, id, kind, content, date_from, date_to, sentence, start, length FROM gazette_dates(new.body, new.published);
  INSERT INTO place(article, id, name, country, latitude, longitude, mentions, start, length)
    SELECT new.id, id, name, country, latitude, longitude, mentions, start, length FROM gazette_places(new.body, new.published);
  UPDATE article SET engine_version = gazette_version() WHERE id = new.id;
END;

-- Which articles has no engine read, or another one than this?
DROP VIEW IF EXISTS temp.stale;
CREATE TEMP VIEW stale AS SELECT id FROM main.article WHERE engine_version IS NOT gazette_version();

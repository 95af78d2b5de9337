-- A page about a whole database: tolls over time by claimant, who is quoted most, who accuses whom.
--
--   sqlite3 news.db < sql/report.sql > report.html
--
-- Wants sql/schema.sql and sql/views.sql in the file; needs no extension. It prints lines of HTML, with charts in SVG:
-- no script, nothing from outside. Other programs run it statement by statement and write the last one's rows.

-- Every name as it may stand in HTML: tags escaped, and the characters that turn text round taken out.
DROP TABLE IF EXISTS temp.report_name;
CREATE TEMP TABLE report_name(name TEXT PRIMARY KEY, html TEXT);
INSERT INTO temp.report_name
SELECT name, replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
         name, char(8234), ''), char(8235), ''), char(8236), ''), char(8237), ''), char(8238), ''), char(8294), ''), char(8295), ''), char(8296), ''), char(8297), ''),
         '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;')
FROM (SELECT speaker AS name FROM quote UNION SELECT claimant FROM casualty UNION SELECT place FROM casualty UNION SELECT source FROM event UNION SELECT target FROM event UNION SELECT entity FROM actor_across UNION SELECT 'the report')
WHERE name IS NOT NULL;

-- The one name that stands for an actor in all articles.
DROP TABLE IF EXISTS temp.report_actor;
CREATE TEMP TABLE report_actor(article INTEGER, id INTEGER, entity TEXT, PRIMARY KEY(article, id)) WITHOUT ROWID;
INSERT INTO temp.report_actor SELECT article, id, entity FROM actor_across;

-- How many were killed where, says who, on which day? The highest figure of each claimant on each day, for the six
-- places that most claims are about (a place with one claim makes no chart), and for each the six claimants that say most.
DROP TABLE IF EXISTS temp.report_point;
CREATE TEMP TABLE report_point AS
WITH point AS (
  SELECT place, claimant, date(published) AS day, max(number) AS number FROM claim_by_claimant
  WHERE harm = 'killed' AND NOT included AND status = 'asserted' AND place IS NOT NULL AND number IS NOT NULL AND date(published) IS NOT NULL
  GROUP BY place, claimant, date(published)
), placed AS (
  SELECT place, dense_rank() OVER (ORDER BY points DESC, place) AS chart FROM (SELECT place, count(*) AS points FROM point GROUP BY place HAVING count(*) > 1)
), said AS (
  SELECT place, claimant, dense_rank() OVER (PARTITION BY place ORDER BY points DESC, claimant) AS line
  FROM (SELECT place, claimant, count(*) AS points FROM point GROUP BY place, claimant)
)
SELECT chart, line, p.place, p.claimant, day, number,
       -- the drawing is 560 wide and 180 high; a single day stands in the middle
       round(40 + 560.0 * coalesce((julianday(day) - min(julianday(day)) OVER chart) / nullif(max(julianday(day)) OVER chart - min(julianday(day)) OVER chart, 0), 0.5), 1) AS x,
       round(200 - 180.0 * number / max(max(number) OVER chart, 1), 1) AS y
FROM point AS p JOIN placed USING (place) JOIN said USING (place, claimant)
WHERE chart <= 6 AND line <= 6
WINDOW chart AS (PARTITION BY chart);

-- Who accuses, rejects, threatens, attacks whom? Each under the one name that stands for it in all articles.
DROP TABLE IF EXISTS temp.report_edge;
CREATE TEMP TABLE report_edge AS
SELECT coalesce(s.entity, e.source) AS source, e.type, coalesce(t.entity, e.target) AS target, count(*) AS times,
       min(e.date_from) AS first_day, max(coalesce(e.date_to, e.date_from)) AS last_day
FROM event AS e
LEFT JOIN temp.report_actor AS s ON s.article = e.article AND s.id = e.source_actor
LEFT JOIN temp.report_actor AS t ON t.article = e.article AND t.id = e.target_actor
WHERE e.auxiliary = 'actual' AND e.type IN ('ACCUSE', 'REJECT', 'THREATEN', 'ASSAULT') AND e.source IS NOT NULL AND e.target IS NOT NULL
GROUP BY 1, e.type, 3 HAVING coalesce(s.entity, e.source) <> coalesce(t.entity, e.target);

-- The sixteen that have most to do with each other, on a circle: evenly,
-- so that fewer take every second or third of its places.
DROP TABLE IF EXISTS temp.report_node;
CREATE TEMP TABLE report_node AS
WITH spot(place, x, y) AS (VALUES (0, 300, 40), (1, 361, 52), (2, 413, 87), (3, 448, 139), (4, 460, 200), (5, 448, 261), (6, 413, 313), (7, 361, 348),
    (8, 300, 360), (9, 239, 348), (10, 187, 313), (11, 152, 261), (12, 140, 200), (13, 152, 139), (14, 187, 87), (15, 239, 52)),
end_of(name, times) AS (SELECT source, times FROM temp.report_edge UNION ALL SELECT target, times FROM temp.report_edge),
ranked AS (SELECT name, sum(times) AS times, row_number() OVER (ORDER BY sum(times) DESC, name) AS rank FROM end_of GROUP BY name ORDER BY rank LIMIT 16)
SELECT name, x, y, times FROM (SELECT name, times, (rank - 1) * 16 / count(*) OVER () AS place FROM ranked) JOIN spot USING (place);

-- The page.
WITH page(part, line, html) AS (
  SELECT 0, 0, '<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src ''none''; style-src ''unsafe-inline''; img-src data:"><link rel="icon" href="data:,"><title>What the articles say</title>
<style>
:root { color-scheme: light dark; --paper: #fdfcf9; --ink: #1d1c1a; --dim: #5f5b54; --line: #d8d3c8; --c1: #2457a6; --c2: #b3261e; --c3: #0d7377; --c4: #a15c00; --c5: #8a3ea8; --c6: #5a6b12; }
@media (prefers-color-scheme: dark) { :root { --paper: #17181b; --ink: #e8e6e1; --dim: #a8a49b; --line: #3b3d42; --c1: #8ab4f8; --c2: #ff9d8f; --c3: #6fd3d6; --c4: #f0b267; --c5: #d7a6ec; --c6: #c2d36b; } }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
table { border-collapse: collapse; } th, td { text-align: left; padding: .2rem .8rem .2rem 0; border-bottom: 1px solid var(--line); vertical-align: top; } td.n { text-align: right; font-variant-numeric: tabular-nums; }
svg { width: 100%; max-width: 44rem; height: auto; display: block; } svg text { fill: var(--ink); font-size: 12px; unicode-bidi: isolate; } .axis { stroke: var(--line); } .dim, svg .dim { color: var(--dim); fill: var(--dim); }
.l1 { --c: var(--c1); } .l2 { --c: var(--c2); } .l3 { --c: var(--c3); } .l4 { --c: var(--c4); } .l5 { --c: var(--c5); } .l6 { --c: var(--c6); }
polyline { fill: none; stroke: var(--c); stroke-width: 2; } circle { fill: var(--c, var(--ink)); } .key { color: var(--c); margin-right: 1.2rem; white-space: nowrap; } .edge { stroke: var(--c2); stroke-opacity: .6; fill: none; }
.bar { display: inline-block; height: .8em; background: var(--c1); } @media print { body { color: #000; background: none; } figure, tr { break-inside: avoid; } } figure { margin: 1rem 0 2rem; } .scroll { overflow-x: auto; } @media (max-width: 40rem) { th, td { padding-right: .4rem; font-size: .875rem; } .bar { max-width: 20vw; } svg text { font-size: 19px; } }
</style></head><body><h1>What the articles say</h1>'
  UNION ALL SELECT 1, 0, CASE WHEN count(*) = 0 THEN '<p>No articles.</p>' ELSE printf('<p>%d articles, %s to %s: %d quotes, %d casualty claims, %d events.</p>', count(*), coalesce(date(min(published)), '?'), coalesce(date(max(published)), '?'),
    (SELECT count(*) FROM quote), (SELECT count(*) FROM casualty), (SELECT count(*) FROM event)) END FROM article

  -- tolls over time: a figure for each place
  UNION ALL SELECT 2, 0, '<h2>Killed, over time, by claimant</h2>' || CASE WHEN EXISTS (SELECT 1 FROM temp.report_point) THEN '' ELSE '<p class="dim">No claims with a place and a day.</p>' END
  UNION ALL SELECT 3, chart * 1000, printf('<figure><figcaption><b><bdi>%s</bdi></b>, up to %d</figcaption><svg viewBox="0 0 640 230" role="img" aria-label="Killed in %s by day and claimant">', n.html, max(number), n.html)
    || printf('<line class="axis" x1="40" y1="200" x2="600" y2="200"/><line class="axis" x1="40" y1="20" x2="600" y2="20"/><text class="dim" x="40" y="14">%d</text><text class="dim" x="34" y="206" text-anchor="end">0</text>', max(number))
    || printf('<text class="dim" x="40" y="220">%s</text>', min(day)) || CASE WHEN min(day) < max(day) THEN printf('<text class="dim" x="600" y="220" text-anchor="end">%s</text>', max(day)) ELSE '' END
    FROM temp.report_point JOIN temp.report_name AS n ON n.name = place GROUP BY chart
  UNION ALL SELECT 3, chart * 1000 + line, printf('<g class="l%d"><polyline points="%s"/>%s</g>', line, group_concat(x || ',' || y, ' '),
      group_concat(printf('<circle cx="%s" cy="%s" r="4"><title>%s: %d, %s</title></circle>', x, y, html, number, day), ''))
    FROM (SELECT p.*, n.html FROM temp.report_point AS p JOIN temp.report_name AS n ON n.name = p.claimant ORDER BY chart, line, day) GROUP BY chart, line
  UNION ALL SELECT 3, chart * 1000 + 900, '</svg><p>' || group_concat(printf('<span class="key l%d">&#9679; <bdi>%s</bdi></span>', line, html), ' ') || '</p>'
    FROM (SELECT DISTINCT chart, line, n.html FROM temp.report_point JOIN temp.report_name AS n ON n.name = claimant ORDER BY chart, line) GROUP BY chart
  UNION ALL SELECT 3, chart * 1000 + 950, '<details><summary>The same in figures</summary><table><thead><tr><th scope="col">day</th><th scope="col">claimant</th><th scope="col">killed</th></tr></thead><tbody>'
      || group_concat(printf('<tr><td>%s</td><td><bdi>%s</bdi></td><td class="n">%d</td></tr>', day, html, number), '') || '</tbody></table></details></figure>'
    FROM (SELECT p.chart, p.day, p.number, n.html FROM temp.report_point AS p JOIN temp.report_name AS n ON n.name = p.claimant ORDER BY p.chart, p.day, p.line) GROUP BY chart

  -- most quoted speakers, each under the one name that stands for it in all articles
  UNION ALL SELECT 4, 0, '<h2>Most quoted</h2><table><thead><tr><th scope="col">speaker</th><th scope="col">quotes</th><th scope="col">own words</th><th scope="col">articles</th><th scope="col"></th></tr></thead><tbody>'
  UNION ALL SELECT 5, row_number() OVER (ORDER BY quotes DESC, name), printf('<tr><th scope="row"><bdi>%s</bdi></th><td class="n">%d</td><td class="n">%d</td><td class="n">%d</td><td><span class="bar" style="width:%.1frem"></span></td></tr>',
      html, quotes, own_words, articles, 12.0 * quotes / max(quotes) OVER ())
    FROM (SELECT n.name, n.html, count(*) AS quotes, sum(q.kind IN ('direct', 'fragment')) AS own_words, count(DISTINCT q.article) AS articles
          FROM quote AS q LEFT JOIN temp.report_actor AS w ON w.article = q.article AND w.id = q.speaker_actor
          JOIN temp.report_name AS n ON n.name = coalesce(w.entity, q.speaker)
          WHERE q.part_of IS NULL AND q.continues IS NULL GROUP BY n.name ORDER BY quotes DESC, n.name LIMIT 20)
  UNION ALL SELECT 6, 0, '</tbody></table>'

  -- who accuses whom: the drawing, and the same as a table
  UNION ALL SELECT 7, 0, '<h2>Who accuses, rejects, threatens or attacks whom</h2>' || CASE WHEN EXISTS (SELECT 1 FROM temp.report_node) THEN '' ELSE '<p class="dim">Nobody does.</p>' END
  UNION ALL SELECT 7, 1, '<figure><svg viewBox="-90 0 780 400" role="img" aria-label="A network; the table below says the same"><defs><marker id="head" viewBox="0 0 8 8" refX="13" refY="4" markerUnits="userSpaceOnUse" markerWidth="10" markerHeight="10" orient="auto"><path d="M0 0 8 4 0 8z" fill="var(--c2)"/></marker></defs>' WHERE EXISTS (SELECT 1 FROM temp.report_node)
  UNION ALL SELECT 8, row_number() OVER (ORDER BY s.name, t.name), printf('<path class="edge" d="M%d %d Q%d %d %d %d" stroke-width="%.1f" marker-end="url(#head)"><title>%s: %s, %d times</title></path>',
      s.x, s.y, (s.x + t.x + 300) / 3, (s.y + t.y + 200) / 3, t.x, t.y, min(1.0 + sum(e.times) / 2.0, 6.0), a.html, b.html, sum(e.times))
    FROM temp.report_edge AS e JOIN temp.report_node AS s ON s.name = e.source JOIN temp.report_node AS t ON t.name = e.target
    JOIN temp.report_name AS a ON a.name = e.source JOIN temp.report_name AS b ON b.name = e.target
    GROUP BY s.name, t.name
  UNION ALL SELECT 9, row_number() OVER (ORDER BY p.name), printf('<circle cx="%d" cy="%d" r="5"/><text x="%d" y="%d" text-anchor="%s">%s</text>', x, y,
      CASE WHEN x < 300 THEN x - 9 WHEN x > 300 THEN x + 9 ELSE x END, CASE WHEN y < 200 THEN y - 8 WHEN y > 200 THEN y + 16 ELSE y + 4 END,
      CASE WHEN x < 300 THEN 'end' WHEN x > 300 THEN 'start' ELSE 'middle' END, n.html)
    FROM temp.report_node AS p JOIN temp.report_name AS n USING (name)
  UNION ALL SELECT 10, 0, '</svg></figure><div class="scroll"><table><thead><tr><th scope="col">who</th><th scope="col">does what</th><th scope="col">to whom</th><th scope="col">times</th><th scope="col">first</th><th scope="col">last</th></tr></thead><tbody>' WHERE EXISTS (SELECT 1 FROM temp.report_node)
  UNION ALL SELECT 11, row_number() OVER (ORDER BY e.times DESC, a.name, e.type, b.name), printf('<tr><td><bdi>%s</bdi></td><td>%s</td><td><bdi>%s</bdi></td><td class="n">%d</td><td>%s</td><td>%s</td></tr>',
      a.html, lower(e.type), b.html, e.times, coalesce(e.first_day, ''), coalesce(e.last_day, ''))
    FROM (SELECT * FROM temp.report_edge ORDER BY times DESC, source, type, target LIMIT 40) AS e
    JOIN temp.report_name AS a ON a.name = e.source JOIN temp.report_name AS b ON b.name = e.target
  UNION ALL SELECT 12, 0, '</tbody></table></div>' WHERE EXISTS (SELECT 1 FROM temp.report_node)
  UNION ALL SELECT 13, 0, '</body></html>'
)
SELECT html FROM page ORDER BY part, line;

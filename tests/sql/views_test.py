"""views.sql: each view's question, asked of facts written by hand, so that the engine has no say in the answers."""
import os
import tempfile

from shell import check, done, run

folder = tempfile.mkdtemp(prefix="gazette-views-")
path = os.path.join(folder, "news.db")
run(path, ".read sql/schema.sql\n.read sql/views.sql\n" + """
INSERT INTO article(id, title, body, published) VALUES (1, 'First day', 'x', '2024-05-01'), (2, 'Second day', 'x', '2024-05-02'), (3, 'Third day', 'x', '2024-05-03');
INSERT INTO sentence(article, id) VALUES (1, 1), (2, 1), (3, 1);
INSERT INTO actor(article, id, name, kind, country, aliases) VALUES
  (1, 1, 'Donald Trump', 'person', 'USA', '["Trump"]'), (1, 2, 'Armenia', 'country', 'ARM', '[]'), (1, 3, 'Azerbaijan', 'country', 'AZE', '[]'),
  (1, 4, 'Volodymyr Zelensky', 'person', 'UKR', '[]'), (1, 5, 'Mia Berg', 'person', NULL, '[]'), (1, 6, 'George W. Bush', 'person', 'USA', '[]'),
  (2, 1, 'Donald J. Trump', 'person', 'USA', '[]'), (2, 2, 'Volodymyr Zelenskyy', 'person', 'UKR', '[]'), (2, 3, 'Berg', 'person', NULL, '[]'),
  (2, 4, 'World Health Organization', 'organization', NULL, '["WHO"]'), (2, 5, 'George P. Bush', 'person', 'USA', '[]'), (2, 6, 'Armenia', 'country', 'ARM', '[]'),
  (3, 1, 'Donald Trump', 'person', 'USA', '[]'), (3, 2, 'WHO', 'organization', NULL, '[]'), (3, 3, 'Volodymyr Zelensky', 'person', 'UKR', '[]');
INSERT INTO quote(article, id, kind, content, speaker, speaker_actor, act, part_of, continues, start, length) VALUES
  (1, 1, 'direct', 'Armenia broke the ceasefire', 'Azerbaijan', 3, 'accuse', NULL, NULL, 10, 27),
  (1, 2, 'mixed', 'Azerbaijan is ''lying''', 'Armenia', 2, 'deny', NULL, NULL, 50, 21),
  (1, 3, 'fragment', 'lying', 'Armenia', 2, 'deny', 2, NULL, 65, 5),
  (2, 1, 'indirect', 'it wants peace', 'Armenia', 6, 'say', NULL, NULL, 5, 14);
INSERT INTO mention(article, id, actor, form, content, sentence, start, length) VALUES
  (1, 1, 2, 'name', 'Armenia', 1, 10, 7), (1, 2, 3, 'name', 'Azerbaijan', 1, 50, 10), (1, 3, 3, 'name', 'Azerbaijan', 1, 90, 10);
INSERT INTO casualty(article, id, harm, low, best, high, bound, victims, victim_country, claimant, claimant_actor, status, part_of, place) VALUES
  (1, 1, 'killed', 10, 10, 10, 'exact', 'soldiers', 'AZE', 'Azerbaijan', 3, 'asserted', NULL, 'Jermuk'),
  (1, 2, 'killed', 3, 3, 3, 'exact', 'officers', 'AZE', 'Azerbaijan', 3, 'asserted', 1, 'Jermuk'),
  (1, 3, 'killed', 40, 40, NULL, 'at_least', 'people', NULL, NULL, NULL, 'asserted', NULL, 'Jermuk'),
  (2, 1, 'killed', 55, 55, 55, 'exact', 'people', NULL, NULL, NULL, 'asserted', NULL, 'Jermuk');
INSERT INTO toll(article, harm, low, best, high, claims, claimants, disputed) VALUES
  (1, 'killed', 10, 40, 40, 3, '["Azerbaijan"]', 1), (2, 'killed', 55, 55, 55, 1, '[]', 0);
INSERT INTO event(article, id, type, auxiliary, source, target, reciprocal, date_from) VALUES
  (1, 1, 'CONSULT', 'actual', 'Blinken', 'Armenia', 1, '2024-05-01'), (2, 1, 'CONSULT', 'actual', 'Armenia', 'Blinken', 1, '2024-05-02'),
  (2, 2, 'ACCUSE', 'actual', 'Azerbaijan', 'Armenia', 0, '2024-05-02'), (3, 1, 'ACCUSE', 'negation', 'Azerbaijan', 'Armenia', 0, '2024-05-03');
""", extension=False)


def ask(question, expected):
    check(question, run(path, question, extension=False), expected)


ask("SELECT claimant, side, number, own_losses FROM claim_by_claimant WHERE harm = 'killed' AND NOT included ORDER BY article, id;",
    "Azerbaijan|AZE|10|1\nthe report||40|0\nthe report||55|0\n")
ask("SELECT title, harm, low, high, spread, ratio FROM dispute;", "First day|killed|10|40|30|4.0\n")
ask("SELECT published, best, change FROM toll_history WHERE place = 'Jermuk' AND harm = 'killed' ORDER BY published;", "2024-05-01|40|\n2024-05-02|55|15\n")
ask("SELECT speaker, whom, content FROM said_of ORDER BY quote;", "Azerbaijan|Armenia|Armenia broke the ceasefire\nArmenia|Azerbaijan|Azerbaijan is 'lying'\n")
ask("SELECT * FROM speech_act ORDER BY speaker, act;", "Armenia|deny|1|1|0\nArmenia|say|1|1|0\nAzerbaijan|accuse|1|1|1\n")
ask("SELECT source, type, target, times, articles, first_day, last_day FROM edge ORDER BY type;",
    "Azerbaijan|ACCUSE|Armenia|1|1|2024-05-02|2024-05-02\nArmenia|CONSULT|Blinken|2|2|2024-05-01|2024-05-02\n")
ask("SELECT DISTINCT name, entity, rule FROM actor_across WHERE name <> entity OR name LIKE '%Bush' ORDER BY name;",
    "Berg|Mia Berg|surname\nDonald J. Trump|Donald Trump|middle initial\nGeorge P. Bush|George P. Bush|same name\n"
    "George W. Bush|George W. Bush|same name\nVolodymyr Zelenskyy|Volodymyr Zelensky|spelling\nWHO|World Health Organization|alias\n")
search = ("SELECT q.speaker, a.published, highlight(quote_text, 0, '[', ']') FROM quote_text JOIN quote AS q ON q.key = quote_text.rowid "
          "JOIN article AS a ON a.id = q.article WHERE quote_text MATCH 'ceasefires OR peace' ORDER BY a.published;")
ask(search, "Azerbaijan|2024-05-01|Armenia broke the [ceasefire]\nArmenia|2024-05-02|it wants [peace]\n")
run(path, "DELETE FROM article WHERE id = 2;", extension=False)
ask(search, "Azerbaijan|2024-05-01|Armenia broke the [ceasefire]\n")
ask("SELECT name FROM sqlite_master WHERE type = 'view' AND name NOT IN ('forget', 'claim_by_claimant', 'dispute', 'toll_history', 'said_of', 'speech_act', 'edge', 'actor_across');", "")
os.remove(path)
os.rmdir(folder)
done()

"""gazette_lexicon and gazette_rules as a user keeps them: in tables of their own, back in a new connection with one INSERT each.

Knowledge belongs to the connection; a wrong row among many is refused with its place and reason, and none of them counts.
"""
import os
import tempfile

from shell import check, done, quoted, run

folder = tempfile.mkdtemp(prefix="gazette-knowledge-")
path = os.path.join(folder, "news.db")
TEXT = quoted("The committee minuted that Blue Shield had attacked Qzxvia.")
QUOTES = f"SELECT speaker, cue, content, rule FROM gazette_quotes({TEXT});\n"
ACTORS = f"SELECT name, kind, country FROM gazette_actors({TEXT}) WHERE country IN ('FRA', 'QZX') ORDER BY id;\n"
OWN = "SELECT (SELECT count(*) FROM gazette_lexicon WHERE origin = 'user'), (SELECT count(*) FROM gazette_rules WHERE origin = 'user');\n"
RELOAD = "INSERT INTO gazette_lexicon SELECT * FROM my_lexicon;\nINSERT INTO gazette_rules SELECT * FROM my_rules;\n"
SAID = "committee|minuted|Blue Shield had attacked Qzxvia|quote.minuted\n"
NAMED = "Blue Shield|group|FRA\nQzxvian Republic|country|QZX\n"

run(path, """CREATE TABLE my_lexicon(term TEXT, class TEXT, name TEXT, country TEXT, role TEXT, valid_from TEXT, valid_to TEXT, origin TEXT DEFAULT 'user') STRICT;
CREATE TABLE my_rules(name TEXT PRIMARY KEY, stage TEXT, pattern TEXT, origin TEXT DEFAULT 'user') STRICT;
INSERT INTO my_lexicon(term, class, name, country) VALUES ('Blue Shield', 'ARMED_GROUP', NULL, 'FRA'), ('Qzxvia', 'COUNTRY', 'Qzxvian Republic', 'QZX');
INSERT INTO my_rules(name, stage, pattern) VALUES ('quote.minuted', 'quotes', 'speaker=NOUN_GROUP cue=minuted that content=( .+ ) FULL_STOP => kind=indirect');
""", extension=False)
check("a new connection knows nothing of it", run(path, OWN), "0|0\n")
for time in ("first", "second"):  # each shell is a connection of its own
    check(f"reloaded, {time} connection", run(path, RELOAD + OWN + QUOTES + ACTORS), "2|1\n" + SAID + NAMED)
check("with the columns named", run(path, "INSERT INTO gazette_lexicon(term, class, name, country) SELECT term, class, name, country FROM my_lexicon;\n" + ACTORS), NAMED)
check("kept, and the same again", run(path, RELOAD + "CREATE TEMP TABLE kept AS SELECT * FROM gazette_lexicon WHERE origin = 'user';\n"
      "SELECT count(*) FROM (SELECT * FROM kept EXCEPT SELECT * FROM my_lexicon);\nSELECT count(*) FROM (SELECT * FROM my_lexicon EXCEPT SELECT * FROM kept);\n"), "0\n0\n")
check("a trigger can't reach it from a file", "unsafe use" in run(path, "CREATE TABLE t(x); CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT INTO gazette_lexicon(term, class) VALUES ('qzx', 'NOUN'); END;\n"
      "INSERT INTO t VALUES (1);\n", fails=True), True)

# One wrong row: refused with its reason, and none of the statement's rows counts.
bad = RELOAD.replace("INSERT INTO gazette_rules SELECT * FROM my_rules;", "INSERT INTO gazette_rules SELECT * FROM my_rules UNION ALL VALUES ('quote.bad', 'quotes', 'speaker=NOUN_GROUP cue=( minuted', 'user');")
error = run(path, bad, fails=True)
check("which rule, where and why", "gazette_rules: quote.bad:1:24: " in error, True)
after = run(path, ".bail off\n.output /dev/null\n" + RELOAD.split("\n")[0] + "\nBEGIN;\n.output\n"
            "SELECT count(*) FROM gazette_rules WHERE origin = 'user';\nINSERT INTO gazette_rules SELECT * FROM my_rules;\nROLLBACK;\n" + OWN)
check("a rollback takes rules back and leaves earlier words", after, "0\n2|0\n")
# What is added in one connection counts there at once and nowhere else; facts are read anew, not taken from the cache.
check("between two queries", run(path, QUOTES + RELOAD + QUOTES + "DELETE FROM gazette_rules WHERE origin = 'user';\n" + QUOTES).count("quote.minuted"), 1)
check("every class can be asked for", run(path, "SELECT count(*) > 1000 FROM gazette_lexicon WHERE class LIKE '%GIVEN_NAME%';\nSELECT origin FROM gazette_lexicon WHERE term = 'Armenia' AND class = 'COUNTRY';\n"), "1\nbuilt-in\n")
os.remove(path)
os.rmdir(folder)
done()

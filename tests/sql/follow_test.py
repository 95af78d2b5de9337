"""schema.sql, follow.sql and refresh.sql: facts follow their articles, whoever writes and whatever stops it."""
import os
import random
import signal
import tempfile
import time

from shell import check, done, quoted, run, start

FOLLOW = ".read sql/follow.sql\n"
FIRST = 'Six miners were killed on Monday, Interior Minister Leila Haddad said. "We warned the owners," she said.'
SECOND = "At least 20 soldiers were wounded, the army said in a statement on 3 May 2024."
TABLES = {"sentence": "id", "actor": "id", "mention": "id", "quote": "id", "casualty": "id", "toll": "harm", "event": "id", "date": "id", "place": "id"}
FACTS = "".join(f"SELECT '{t}', * FROM {t} ORDER BY article, {key};\n" if t != "quote" else
                "SELECT 'quote', article, id, kind, content, speaker, start, length FROM quote ORDER BY article, id;\n" for t, key in TABLES.items())
COUNT = "SELECT " + " + ".join(f"(SELECT count(*) FROM {t})" for t in TABLES) + ";\n"

folder = tempfile.mkdtemp(prefix="gazette-follow-")
number = 0


def fresh():
    global number
    number += 1
    path = os.path.join(folder, f"{number}.db")
    for _ in range(2):  # the second time is harmless
        run(path, ".read sql/schema.sql\n.read sql/views.sql\n", extension=False)
    return path


def clean(what, path):
    check(what + ": integrity", run(path, "PRAGMA integrity_check; PRAGMA foreign_key_check;", extension=False), "ok\n")
    run(path, "INSERT INTO quote_text(quote_text, rank) VALUES ('integrity-check', 1);", extension=False)


def facts(path):
    return run(path, FACTS, extension=False)


def of(*bodies):
    """What a database holds where these articles were inserted, and nothing else happened."""
    path = fresh()
    run(path, FOLLOW + "".join(f"INSERT INTO article(id, body, published) VALUES ({i + 1}, {quoted(b)}, '2024-05-14');" for i, b in enumerate(bodies)))
    return facts(path)


one, two = of(FIRST), of(SECOND)
check("there are facts", min(len(one), len(two)) > 200, True)
for keys in ("", "PRAGMA foreign_keys = ON;", "PRAGMA recursive_triggers = ON;"):
    with_keys = FOLLOW + keys
    path = fresh()
    run(path, with_keys + f"INSERT INTO article(id, body, published) VALUES (1, {quoted(FIRST)}, '2024-05-14');")
    check("insert", facts(path), one)
    run(path, with_keys + f"BEGIN; UPDATE article SET body = {quoted(SECOND)}; ROLLBACK;")
    check("rolled back", facts(path), one)
    run(path, with_keys + f"UPDATE article SET body = {quoted(SECOND)};")
    check("update", facts(path), two)
    run(path, with_keys + "UPDATE article SET title = 'new';")
    check("a title changes nothing", facts(path), two)
    run(path, with_keys + f"REPLACE INTO article(id, body, published) VALUES (1, {quoted(FIRST)}, '2024-05-14');")
    check("replace", facts(path), one)
    run(path, with_keys + "UPDATE article SET id = 7; UPDATE article SET id = 1;")
    check("a new id and back", facts(path), one)
    clean("after changes", path)
    # A writer without the extension: the old facts are gone at once, and a refresh brings the new ones.
    run(path, keys + f"UPDATE article SET body = {quoted(SECOND)};", extension=False)
    check("no facts of a text that is gone", run(path, COUNT, extension=False), "0\n")
    check("refresh", run(path, FOLLOW + ".read sql/refresh.sql\n"), "1|0\n")
    check("refreshed", facts(path), two)
    check("nothing to do", run(path, FOLLOW + ".read sql/refresh.sql\n"), "0|0\n")
    run(path, f"REPLACE INTO article(id, body) VALUES (1, NULL);", extension=False)
    check("replaced by another program", run(path, COUNT, extension=False), "0\n")
    run(path, with_keys + f"INSERT INTO article(id, body, published) VALUES (2, {quoted(FIRST)}, '2024-05-14'); DELETE FROM article WHERE id = 2;")
    check("delete", run(path, COUNT, extension=False), "0\n")
    run(path, FOLLOW + f"UPDATE article SET body = {quoted(FIRST)}, published = '2024-05-14' WHERE id = 1;")
    run(path, "UPDATE article SET engine_version = 'old';", extension=False)
    check("another engine's", run(path, FOLLOW + ".read sql/refresh.sql\n"), "1|0\n")
    check("read anew", facts(path), one)
    run(path, keys + "DELETE FROM article;", extension=False)
    check("deleted by another program", run(path, COUNT, extension=False), "0\n")
    clean("at the end", path)
check("refresh without follow", "stale" in run(fresh(), ".read sql/refresh.sql\n", fails=True), True)

# Killed in mid-refresh, again and again: the end is the same.
ARTICLES, KILLS = 10000, 20
random.seed(7)
names = ["Leila Haddad", "Tomas Berg", "Ana Petrova", "John Mwangi", "Sofia Marino"]
rows = []
for i in range(1, ARTICLES + 1):
    name, n = random.choice(names), random.randint(2, 400)
    rows.append(f"INSERT INTO article(id, body, published) VALUES ({i}, "
                + quoted(f'{n} people were killed in the flood, Minister {name} said on Monday. "It is number {i}," he added. The army attacked rebels near Kabul.')
                + ", '2024-05-14');")
filled = fresh()
run(filled, "BEGIN;" + "".join(rows) + "COMMIT;", extension=False)
copies = []
for name in ("whole", "killed"):
    copies.append(os.path.join(folder, name + ".db"))
    run(filled, f".backup '{copies[-1]}'\n", extension=False)
whole, killed = copies
begun = time.monotonic()
check("all at once", run(whole, FOLLOW + ".read sql/refresh.sql\n"), f"{ARTICLES}|0\n")
seconds = time.monotonic() - begun
begun = time.monotonic()
check("nothing to do", run(whole, FOLLOW + ".read sql/refresh.sql\n"), "0|0\n")
idle = time.monotonic() - begun
reached = [0]
struck = 0
for kill in range(KILLS):
    process = start(killed, FOLLOW + ".read sql/refresh.sql\n")
    # Somewhere in the first runs, of twenty, over what is left.
    time.sleep(idle + random.uniform(0, 3) * (seconds - idle) * (ARTICLES - reached[-1]) / ARTICLES / 20)
    struck += process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    process.stderr.close()
    reached.append(int(run(killed, "SELECT count(engine_version) FROM article;", extension=False)))
check("kills that struck", struck > KILLS / 2, True)
check("each kill keeps what was done", reached, sorted(reached))
left = ARTICLES - reached[-1]
check("the rest", run(killed, FOLLOW + ".read sql/refresh.sql\n"), f"{left}|0\n")
check("the end is the same", facts(killed) == facts(whole), True)
clean("killed", killed)
print(f"{ARTICLES} articles in {seconds:.1f} s; read after each kill: {reached}")
for file in os.listdir(folder):
    os.remove(os.path.join(folder, file))
os.rmdir(folder)
done()

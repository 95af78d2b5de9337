"""gazette_json: valid for every input, and the same rows as the tables, column by column."""
import glob
import json
import os
import random
import tempfile

from shell import ROOT, check, done, exact, run

TABLES = ["sentences", "actors", "mentions", "quotes", "casualties", "tolls", "events", "dates", "places"]
LISTS = {"aliases", "claimants"}
texts = ["", "x", 'At least 12 miners were killed, "Mr Smith" said.\r\n\t"A \\ B," he said.',
         "KYIV, May 5 (Reuters) - “We agreed,” Foreign Minister Anna Diallo said on Monday. Police said 20 people died in Paris, and she met Joe Biden."]
for path in sorted(glob.glob(os.path.join(ROOT, "fixtures", "articles", "*.txt"))):
    with open(path, encoding="utf-8", newline="") as file:
        texts.append(file.read())

for text in texts:
    said = json.loads(run(":memory:", f"SELECT gazette_json({exact(text)}, '2024-05-14');"))
    check("its parts", list(said), ["version"] + TABLES)
    check("version", said["version"], run(":memory:", "SELECT gazette_version();").strip())
    for table in TABLES:
        columns = json.loads(run(":memory:", f"SELECT json_group_array(name) FROM pragma_table_info('gazette_{table}');"))
        pairs = ", ".join(f"'{c}', " + (f'json("{c}")' if c in LISTS else f'"{c}"') for c in columns)
        rows = json.loads(run(":memory:", f"SELECT json_group_array(json_object({pairs})) FROM gazette_{table}({exact(text)}, '2024-05-14');"))
        check(f"rows of {table}", said[table], rows)
        check(f"columns of {table}", [list(row) for row in said[table]], [columns] * len(rows))
    # Spans are what they say.
    for row in said["quotes"] + said["mentions"] + said["sentences"]:
        check("a span", text[row["start"] - 1:row["start"] - 1 + row["length"]], row["content"])

# SQLite's own functions take it apart, also where the text is no text.
random.seed(3)
check("json_each", run(":memory:", "SELECT group_concat(key) FROM json_each(gazette_json('x'));").strip(), "version," + ",".join(TABLES))
check("subtype", run(":memory:", "SELECT json_type(json_array(gazette_json('x')), '$[0]');").strip(), "object")
check("NULL", run(":memory:", "SELECT gazette_json(NULL) IS NULL;").strip(), "1")
pieces = [b'"', b"\xff", b"\xc3", b"\xe2\x80\x9c", b"\xe2\x80\x9d", b"\x01", b"\x1f", b"\x7f", b"\\", b" Mr ", b"Smith ", b"said ", b"12 ", b"people ", b"died ", b". ", b"\n\n",
          b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x80\xa8", b"Paris ", b"on Monday ", b"\xc0\x80", b"</script>"]
sql = []
for _ in range(400):
    bytes_ = b"".join(random.choice(pieces) for _ in range(random.randint(1, 60)))
    sql.append(f"SELECT json_valid(gazette_json(CAST(x'{bytes_.hex()}' AS TEXT)));")
check("hostile bytes", set(run(":memory:", "\n".join(sql)).split()), {"1"})
folder = tempfile.mkdtemp(prefix="gazette-json-")
out = os.path.join(folder, "out.json")
sql = [s.replace("SELECT json_valid(", f"SELECT writefile('{out}.{i}', ").replace(")));", ")));") for i, s in enumerate(sql)]
run(":memory:", "\n".join(sql))
for name in sorted(os.listdir(folder)):
    with open(os.path.join(folder, name), "rb") as file:
        json.loads(file.read().decode("utf-8"))  # valid UTF-8, valid JSON; raises otherwise
    os.remove(os.path.join(folder, name))
os.rmdir(folder)
done()

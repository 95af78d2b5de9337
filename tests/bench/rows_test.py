#!/usr/bin/env python3
"""Speed never changes a row: all rows of all tables, as one hash.

    rows_test.py EXTENSION [--update]

Reads every article of fixtures/ and, where they are there, the articles of ../shared/eval/dev/quotes.jsonl, each
through all tables, and compares the hashes of the rows with those of rows.md5, one line a set of texts. A change that is
meant to change rows writes them anew with --update; one that is meant to be faster must not need it.
"""
import hashlib, json, pathlib, sqlite3, subprocess, sys, tempfile

TABLES = "sentences actors mentions quotes casualties tolls events dates places".split()
HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def fixtures():
    for path in sorted(ROOT.glob("fixtures/**/*.txt")):
        yield path.read_bytes().decode("utf8", "replace")


def news():
    path = ROOT.parent / "shared" / "eval" / "dev" / "quotes.jsonl"
    if path.exists():
        with path.open(encoding="utf8") as lines:
            for line in lines:
                yield json.loads(line)["text"]


def rows_hash(extension, texts):
    """The hash of all rows, and how many lines they have as the sqlite3 shell prints them."""
    with tempfile.TemporaryDirectory() as folder:
        file = f"{folder}/texts.db"
        db = sqlite3.connect(file)
        db.execute("CREATE TABLE article(id INTEGER PRIMARY KEY, text TEXT)")
        db.executemany("INSERT INTO article(text) VALUES (?)", ((text,) for text in texts))
        db.commit()
        db.close()
        script = f'.load "{extension}"\n.mode list\n'
        script += "".join(f"SELECT '{table}', a.id, x.* FROM article a, gazette_{table}(a.text) x;\n" for table in TABLES)
        shown = subprocess.run(["sqlite3", "-bail", "-init", "/dev/null", file], input=script.encode(), stdout=subprocess.PIPE, check=True).stdout
    return hashlib.md5(shown).hexdigest(), shown.count(b"\n")


def main():
    extension = pathlib.Path(sys.argv[1]).resolve()
    file = HERE / "rows.md5"
    known = dict(line.split()[::-1] for line in file.read_text().splitlines()) if file.exists() else {}
    update, wrong = "--update" in sys.argv, False
    for name, texts in (("fixtures", fixtures()), ("news", news())):
        found, count = rows_hash(extension, texts)
        if count == 0:
            print(f"{name}: no texts here")
            continue
        same = known.get(name) == found
        print(f"{name}: {count} lines of rows, {'the same' if same else 'other rows than before'}")
        wrong |= not same
        known[name] = found
    if update:
        file.write_text("".join(f"{value} {name}\n" for name, value in sorted(known.items())))
    elif wrong:
        sys.exit("rows have changed: if they were meant to, run this with --update")


main()

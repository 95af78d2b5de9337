#!/usr/bin/env python3
"""Print whether the confidence of quotes means what it says, on annotated text.

    calibration.py EXTENSION GOLD.jsonl

EXTENSION  the loadable file, e.g. build/gazette.so
GOLD       one JSON object a line: {"text": …, "attributions": [{"content": [[start, end], …]}, …]}, spans in
           characters from 0

For each tenth of the range of confidence: how many rows, the mean of what they say, and the share that is right. A row
is right where at least half of the letters of its content are reported in the gold too. Exit status 1 where a tenth
with 200 rows or more is off by more than 0.07.
"""
import collections
import json
import os
import sqlite3
import subprocess
import sys
import tempfile

ENOUGH = 200
TOLERANCE = 0.07
QUERY = "SELECT a.id AS article, q.start, q.length, q.confidence FROM article AS a, gazette_quotes(a.text) AS q"


def rows_of(extension, texts):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "articles.db")
        database = sqlite3.connect(path)
        database.execute("CREATE TABLE article(id INTEGER PRIMARY KEY, text)")
        database.executemany("INSERT INTO article VALUES(?, ?)", enumerate(texts))
        database.commit()
        database.close()
        run = subprocess.run(["sqlite3", "-bail", path], input=f".load '{os.path.abspath(extension)}'\n.mode json\n{QUERY};\n",
                             capture_output=True, text=True, check=False)
    if run.returncode or run.stderr.strip():
        sys.exit(f"calibration.py: sqlite3 failed: {run.stderr.strip()[:1000]}")
    return json.loads(run.stdout) if run.stdout.strip() else []


def letters(text, start, end):
    return {i for i in range(start, min(end, len(text))) if text[i].isalnum()}


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[2], encoding="utf8") as lines:
        records = [json.loads(line) for line in lines if line.strip()]
    reported = []
    for record in records:
        spans = [span for attribution in record["attributions"] for span in attribution["content"] or []]
        reported.append(set().union(*(letters(record["text"], start, end) for start, end in spans)))
    tenths = collections.defaultdict(list)
    for row in rows_of(sys.argv[1], [record["text"] for record in records]):
        article = row["article"]
        own = letters(records[article]["text"], row["start"] - 1, row["start"] - 1 + row["length"])
        if own:
            tenths[min(9, int(row["confidence"] * 10))].append((row["confidence"], 2 * len(own & reported[article]) >= len(own)))
    off = False
    print("confidence  rows    says   right")
    for tenth, rows in sorted(tenths.items()):
        says = sum(confidence for confidence, _ in rows) / len(rows)
        right = sum(good for _, good in rows) / len(rows)
        wrong = len(rows) >= ENOUGH and abs(says - right) > TOLERANCE
        off |= wrong
        print(f"{tenth / 10:.1f}..{(tenth + 1) / 10:.1f}  {len(rows):6}   {says:.3f}   {right:.3f}{'   off' if wrong else ''}")
    return 1 if off else 0


if __name__ == "__main__":
    sys.exit(main())

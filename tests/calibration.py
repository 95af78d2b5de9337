#!/usr/bin/env python3
"""How right claims are that say they are: confidence of gazette_casualties against annotated tolls.

    calibration.py EXTENSION TOLLS.jsonl...

Each file has a JSON object a line: text, killed, injured (../shared/eval). A claim counts where its text tells one
figure for its harm, so that the text's figure judges it. Prints, for each rule and for each tenth of confidence, how
many claims there are, what they say of themselves, and how many of them are right.
"""
import collections
import json
import os
import sqlite3
import subprocess
import sys
import tempfile

QUERY = """select a.id as article, c.harm, c.low, c.best, c.high, c.confidence, c.rule
           from article a, gazette_casualties(a.text) c
           where c.part_of is null and c.status = 'asserted' and c.harm in ('killed', 'injured')"""


def claims_of(extension, records):
    """The claims of each record, by its position."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "texts.db")
        db = sqlite3.connect(path)
        db.execute("create table article(id integer primary key, text text)")
        db.executemany("insert into article values(?, ?)", ((i, r["text"]) for i, r in enumerate(records)))
        db.commit()
        db.close()
        run = subprocess.run(["sqlite3", "-bail", path], input=f".load '{os.path.abspath(extension)}'\n.mode json\n{QUERY};\n", capture_output=True, text=True)
    if run.returncode or run.stderr.strip():
        sys.exit(f"calibration.py: {run.stderr.strip()[:1000]}")
    by_article = collections.defaultdict(list)
    for row in json.loads(run.stdout or "[]"):
        by_article[row["article"]].append(row)
    return by_article


def judged(records, claims):
    """(rule, confidence, right) of the claims that the text's figure can judge."""
    for i, record in enumerate(records):
        for harm in ("killed", "injured"):
            gold = record.get(harm)
            rows = [row for row in claims[i] if row["harm"] == harm]
            if gold is None or len(rows) != 1:
                continue
            row = rows[0]
            said = next((row[k] for k in ("best", "low", "high") if row[k] is not None), 0)
            yield row["rule"], row["confidence"], said == gold


def table(title, groups):
    print(f"{title:28} {'claims':>7} {'say':>6} {'right':>6}")
    for name, rows in sorted(groups.items()):
        print(f"{name:28} {len(rows):7} {sum(c for c, _ in rows) / len(rows):6.2f} {sum(r for _, r in rows) / len(rows):6.2f}")
    print()


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    by_rule, by_tenth = collections.defaultdict(list), collections.defaultdict(list)
    for path in sys.argv[2:]:
        with open(path, encoding="utf8") as file:
            records = [json.loads(line) for line in file]
        for rule, confidence, right in judged(records, claims_of(sys.argv[1], records)):
            by_rule[rule].append((confidence, right))
            by_tenth[f"{int(confidence * 10) / 10:.1f}"].append((confidence, right))
    table("rule", by_rule)
    table("confidence", by_tenth)


if __name__ == "__main__":
    main()

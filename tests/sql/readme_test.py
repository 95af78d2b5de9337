#!/usr/bin/env python3
"""Runs the SQL of README.md, or of another page, and compares what the sqlite3 shell prints with the text block below each query.

    readme_test.py EXTENSION [PAGE.md] [--update]

The ```sql blocks run in order in one shell, from the project's folder; the one ```text block that follows a block, if
any, must be what it printed. --update writes what was printed into the page instead.
"""
import os, re, subprocess, sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BLOCK = re.compile(r"```sql\n(.*?)```\n(?:```text\n(.*?)```\n)?", re.S)
MARK = "-- 8< --"


def printed(blocks, extension):
    """What each block prints, run one after the other."""
    script = f"\n.print {MARK!r}\n".join(sql.replace(".load build/gazette", f".load '{extension}'") for sql in blocks)
    run = subprocess.run(["sqlite3", "-batch", ":memory:"], input=script, capture_output=True, text=True, cwd=ROOT)
    if run.returncode or run.stderr.strip():
        sys.exit(f"readme_test.py: sqlite3 says: {run.stderr.strip()[:2000]}")
    return [part.strip("\n") for part in run.stdout.split(MARK)]


def main():
    extension = os.path.splitext(os.path.abspath(sys.argv[1]))[0]
    page = next((a for a in sys.argv[2:] if a.endswith(".md")), "README.md")
    path = os.path.join(ROOT, page)
    with open(path, encoding="utf8") as f:
        readme = f.read()
    # The blocks up to the first that has no database of its own: those that follow show scripts, not results.
    found = [m for m in BLOCK.finditer(readme) if "<" not in m.group(1).split("\n")[0]]
    last = max((i for i, m in enumerate(found) if m.group(2) is not None), default=-1)
    found = found[:last + 1]
    if not found:
        sys.exit("readme_test.py: expected queries with results in " + page + ", found none")
    outputs = printed([m.group(1) for m in found], extension)
    wrong, new = 0, readme
    for match, output in zip(found, outputs):
        if match.group(2) is None:
            continue
        if "--update" in sys.argv:
            new = new.replace(match.group(0), f"```sql\n{match.group(1)}```\n```text\n{output}\n```\n")
        elif match.group(2).strip("\n") != output:
            wrong += 1
            print(f"{page} says that\n\n{match.group(1)}\nprints\n\n{match.group(2)}\nbut it prints\n\n{output}\n")
    if "--update" in sys.argv:
        with open(path, "w", encoding="utf8") as f:
            f.write(new)
    print(f"{len(found)} blocks of {page} run, {wrong} print something else")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()

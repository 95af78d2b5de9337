"""gate_test.py LEXICON_GENERATE CASCADE_GENERATE: the build's gate for knowledge.

A wrong line in a table of words, or a wrong rule, stops the build with its file, line and column and what was wanted;
nothing is written then. The right ones pass.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
lexicon_generate, cascade_generate = map(os.path.abspath, sys.argv[1:])
failures = 0


def attempt(what, kind, change, expected):
    """Runs a generator over a changed copy of the data; `expected` is a pattern of its complaint, or None."""
    global failures
    with tempfile.TemporaryDirectory(prefix="gazette gate ") as folder:
        data = os.path.join(folder, "data")
        if kind == "lexicon":
            shutil.copytree(os.path.join(ROOT, "extension", "lexicon", "data"), data)
            outputs = [os.path.join(folder, name) for name in ("tables.cpp", "classes.h")]
            command = [lexicon_generate, data, *outputs]
        else:
            shutil.copytree(os.path.join(ROOT, "extension", "cascade", "rules"), data)
            outputs = [os.path.join(folder, "rules.cpp")]
            command = [cascade_generate, data, *outputs]
        change(data)
        done = subprocess.run(command, capture_output=True, text=True)
        said = done.stderr + done.stdout
        if expected is None:
            right = done.returncode == 0 and all(map(os.path.exists, outputs))
        else:
            right = done.returncode != 0 and re.search(expected, said) and not any(map(os.path.exists, outputs))
        if not right:
            failures += 1
            print(f"{what}: expected {expected!r}, exit code {done.returncode}, said:\n{said}")


def append(name, line):
    def change(data):
        with open(os.path.join(data, name), "a", encoding="utf-8") as file:
            file.write(line)
    return change


def count(folder, name):
    with open(os.path.join(ROOT, "extension", folder, name), encoding="utf-8") as file:
        return sum(1 for _ in file)


def insert_at(name, number, line):
    def change(data):
        path = os.path.join(data, name)
        with open(path, encoding="utf-8") as file:
            lines = file.readlines()
        lines.insert(number - 1, line)
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(lines)
    return change


words = count("lexicon/data", "weapons.tsv")
rules = count("cascade/rules", "quotes.rules")
unchanged = lambda data: None
attempt("the words as they are", "lexicon", unchanged, None)
attempt("the rules as they are", "cascade", unchanged, None)
attempt("a class that is none", "lexicon", append("weapons.tsv", "zzz\tNO_SUCH_CLASS\tnoun\n"), rf"weapons\.tsv:{words + 1}:\d+: .*NO_SUCH_CLASS")
attempt("a line out of order", "lexicon", append("weapons.tsv", "aaa\tWEAPON\tnoun\n"), rf"weapons\.tsv:{words + 1}:\d+: ")
attempt("too many fields", "lexicon", append("weapons.tsv", "zzz\tWEAPON\tone\ttwo\tthree\tfour\tfive\tsix\tseven\n"), rf"weapons\.tsv:{words + 1}:\d+: ")
attempt("a wrong line in the middle", "lexicon", insert_at("weapons.tsv", 3, "\n"), r"weapons\.tsv:3:\d+: ")
attempt("a frame that names no class", "lexicon", append("event_verbs.tsv", "zzz\tEVENT_VERB\tverb\tAID\t\t07\tNO_CLASS|food\n"),
        r"event_verbs\.tsv:\d+:7: .*NO_CLASS")
attempt("no such class in a rule", "cascade", append("quotes.rules", "\nquote wrong: speaker=NO_SUCH_CLASS cue=REPORT_VERB\n"),
        rf"quotes\.rules:{rules + 2}:22: .*NO_SUCH_CLASS")
attempt("an open parenthesis", "cascade", append("quotes.rules", "\nquote wrong: speaker=( NOUN_GROUP cue=REPORT_VERB\n"), rf"quotes\.rules:{rules + 2}:22: .*has no")
attempt("a repetition without an element", "cascade", append("quotes.rules", "\nquote wrong: * cue=REPORT_VERB\n"), rf"quotes\.rules:{rules + 2}:14: expected")
attempt("a rule without a name", "cascade", append("quotes.rules", "\n: speaker=NOUN_GROUP\n"), rf"quotes\.rules:{rules + 2}:1: expected")
attempt("a missing file", "cascade", lambda data: os.remove(os.path.join(data, "dates.rules")), r"dates\.rules:1:1: expected")
print("failed" if failures else "all as expected")
sys.exit(1 if failures else 0)

"""The sqlite3 shell as the tests use it: Python's own sqlite3 may be built without extensions, the shell never is."""
import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
EXTENSION = os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else os.path.join(ROOT, "build", "gazette.so")
failures = []


def quoted(text):
    return "NULL" if text is None else "'" + text.replace("'", "''") + "'"


def exact(text):
    """The text byte for byte: the shell takes a carriage return before a newline out of what it reads."""
    return f"CAST(x'{text.encode().hex()}' AS TEXT)"


def start(database, sql, extension=True, options=()):
    """A shell that runs `sql`, in this repository's folder."""
    commands = [f".load '{EXTENSION}'"] if extension else []
    arguments = ["sqlite3", "-batch", "-bail", *options]
    for command in commands:
        arguments += ["-cmd", command]
    process = subprocess.Popen(arguments + [database], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT)
    process.stdin.write(sql.encode())
    process.stdin.close()
    return process


def run(database, sql, extension=True, options=(), fails=False):
    """What the shell prints; stops the test where it fails (or, with `fails`, where it does not) and gives the error then."""
    process = start(database, sql, extension, options)
    out, error = process.stdout.read().decode(), process.stderr.read().decode()
    code = process.wait()
    if (code != 0 or error != "") != fails:
        sys.exit(f"{'expected an error from' if fails else 'an error from'}:\n{sql}\n{error}")
    return error if fails else out


def check(what, found, expected):
    if found != expected:
        failures.append(what)
        print(f"{what}: expected {expected!r}, found {found!r}")


def done():
    print("failed: " + ", ".join(failures) if failures else "all as expected")
    sys.exit(1 if failures else 0)

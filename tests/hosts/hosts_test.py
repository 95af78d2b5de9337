"""hosts_test.py BUILD_FOLDER HOST: the README's example for a host runs as it stands, and says what the sqlite3 shell says.

An example is a file of this folder; the README shows it word for word. It runs in an empty folder where build/ holds the
extension. A host that this machine lacks is skipped by name (exit code 77); install.sh installs them all.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
build, host = os.path.abspath(sys.argv[1]), sys.argv[2]
installed = os.path.join(build, "hosts")  # by install.sh
environment = {**os.environ, "PATH": os.path.join(installed, "python", "bin") + os.pathsep + os.environ["PATH"], "NODE_PATH": os.path.join(installed, "node", "node_modules")}
JARS = ("/usr/share/java/sqlite-jdbc.jar", os.path.join(installed, "sqlite-jdbc.jar"))


def says(*command):
    """Does the command end well? That is, is the host here?"""
    try:
        return subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0
    except OSError:
        return False


def python():
    """A Python whose sqlite3 loads extensions."""
    loads = "import sqlite3; assert hasattr(sqlite3.Connection, 'enable_load_extension')"
    return next((path for path in ("/usr/bin/python3", shutil.which("python3")) if path and says(path, "-c", loads)), None)


def jar():
    return next(filter(os.path.exists, JARS), None)


def compiled(*libraries):
    return ["sh", "-c", 'g++ -std=c++20 -I"$1/extension" "$2" ' + " ".join(f'"$3/lib{name}.a"' for name in libraries) + " -lsqlite3 -pthread -o example && ./example",
            "sh", ROOT, os.path.join(HERE, EXAMPLES[host][0]), build]


# Host: its example, whether it is here, how the example is run.
EXAMPLES = {
    "shell": ("shell.sh", lambda: shutil.which("sqlite3"), lambda path: ["bash", path]),
    "python": ("python.py", python, lambda path: [python(), path]),
    "sqlite-utils": ("sqlite_utils.sh", lambda: says("sqlite-utils", "--version"), lambda path: ["bash", path]),
    "datasette": ("datasette.sh", lambda: says("datasette", "--version"), lambda path: ["bash", path]),
    "node": ("node.cjs", lambda: says("node", "-e", "require('better-sqlite3')(':memory:')"), lambda path: ["node", path]),
    "php": ("php.php", lambda: says("php", "-r", "new SQLite3(':memory:');"), lambda path: ["php", "-d", "sqlite3.extension_dir=" + build, path]),
    "perl": ("perl.pl", lambda: says("perl", "-MDBD::SQLite", "-e", "1"), lambda path: ["perl", path]),
    "ruby": ("ruby.rb", lambda: says("ruby", "-rsqlite3", "-e", "1"), lambda path: ["ruby", path]),
    "java": ("Example.java", lambda: jar() and says("javac", "-version"), lambda path: ["java", "-cp", jar() + ":/usr/share/java/*", path]),
    "linked": ("linked.cpp", lambda: shutil.which("g++"), lambda path: compiled("gazette_static", "gazette_engine")),
    "engine": ("engine.cpp", lambda: shutil.which("g++"), lambda path: compiled("gazette_engine")),
}

example, present, command = EXAMPLES[host]
path = os.path.join(HERE, example)
with open(path, encoding="utf-8") as file:
    code = file.read()
with open(os.path.join(ROOT, "README.md"), encoding="utf-8") as file:
    if f"\n{code}```\n" not in file.read():
        sys.exit(f"README.md: expected the example {path} word for word, found none")
if not present():
    print(f"skipped: no {host} on this machine")
    sys.exit(77)
with tempfile.TemporaryDirectory(prefix="gazette host ") as folder:
    os.chdir(folder)
    os.mkdir("build")
    os.symlink(os.path.join(build, "gazette.so"), os.path.join("build", "gazette.so"))
    # A file with a table in it, as a user's has: Datasette opens no empty one.
    subprocess.run(["sqlite3", "news.db", "CREATE TABLE article(id INTEGER PRIMARY KEY, body TEXT, published TEXT);"], check=True)
    expected = subprocess.run(["bash", os.path.join(HERE, "shell.sh")], stdout=subprocess.PIPE, text=True, check=True).stdout
    done = subprocess.run(command(path), env=environment, capture_output=True, text=True)
    os.chdir("/")
if done.returncode != 0:
    sys.exit(f"{host}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
found = done.stdout
if host == "datasette":
    found = "".join(line + "\n" for line in json.loads(found))
if "Diallo: " not in expected or found.rstrip("\n") != expected.rstrip("\n"):
    sys.exit(f"{host}: expected {expected!r}, as the shell says, found {found!r}\n{done.stderr}")
print("as the shell says:", found, end="")

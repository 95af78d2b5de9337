"""packages_test.py BUILD_FOLDER: the wheel and the npm package, each installed into an empty folder and used from there.

Nothing of the build is in reach: another working folder, an environment of its own, no network. What a machine lacks
(a Python with venv that loads extensions, npm) is named and left out.
"""
import glob
import os
import shutil
import subprocess
import sys
import tempfile

build = os.path.abspath(sys.argv[1])
failures = 0
CLEAN = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "LANG": "C.UTF-8"}


def check(what, found, expected):
    global failures
    if found != expected:
        failures += 1
        print(f"{what}: expected {expected!r}, found {found!r}")


def run(*command, **more):
    done = subprocess.run(command, capture_output=True, text=True, env=CLEAN, **more)
    return done.stdout if done.returncode == 0 else f"exit code {done.returncode}\n{done.stdout}{done.stderr}"


def loads_extensions(python):
    return python and run(python, "-c", "import sqlite3, venv, ensurepip; print(hasattr(sqlite3.Connection, 'enable_load_extension'))").strip() == "True"


PYTHON = r'''
import os, sqlite3, sys, gazette
assert gazette.__version__ == 'VERSION', gazette.__version__
assert gazette.loadable_path().startswith(sys.prefix), gazette.loadable_path()
assert os.path.exists(gazette.loadable_path() + ".so")
db = sqlite3.connect(":memory:")
gazette.load(db)
assert db.execute("SELECT gazette_version()").fetchone()[0] == gazette.__version__
try:
    db.execute("SELECT load_extension(?)", (gazette.loadable_path(),))
except sqlite3.OperationalError as error:
    assert "not authorized" in str(error)
else:
    raise SystemExit("loading was left on")
for name in ("schema", "views", "follow"):
    db.executescript(gazette.script(name))
db.execute("INSERT INTO article(body, published) VALUES (?, ?)", ('"We agreed," Ms Diallo said on Monday.', "2024-05-14"))
print(db.execute("SELECT speaker FROM quote").fetchall())
class Old: pass
try:
    gazette.load(Old())
except RuntimeError as error:
    assert "without loadable extensions" in str(error)
'''
NODE = r'''
const gazette = require("sqlite-gazette");
const fs = require("node:fs");
if (!fs.existsSync(gazette.loadablePath() + ".so")) throw new Error("no file " + gazette.loadablePath());
if (!gazette.script("schema").includes("CREATE TABLE")) throw new Error("no schema");
const asked = [];
gazette.load({ loadExtension: (path) => asked.push(path) });
console.log(asked[0] === gazette.loadablePath() ? "loaded" : asked, require("sqlite-gazette/package.json").version);
console.log(gazette.loadablePath());
'''
folder = tempfile.mkdtemp(prefix="gazette packages ")
version = run("sqlite3", "-cmd", f".load '{build}/portable/gazette.so'", ":memory:", "SELECT gazette_version();").strip()

python = next(filter(loads_extensions, map(shutil.which, ("/usr/bin/python3", "python3"))), None)
if python is None:
    print("skipped: wheel: no Python here that loads extensions and makes environments")
else:
    wheels = glob.glob(build + "/packages/*.whl")
    check("one wheel", len(wheels), 1)
    environment = os.path.join(folder, "environment")
    check("environment", run(python, "-m", "venv", environment), "")
    installed = run(os.path.join(environment, "bin", "python"), "-m", "pip", "install", "--no-index", "--disable-pip-version-check", *wheels, cwd=folder)
    check("pip install", "Successfully installed sqlite-gazette-" + version in installed or installed, True)
    check("Python", run(os.path.join(environment, "bin", "python"), "-c", PYTHON.replace("VERSION", version), cwd=folder), "[('Diallo',)]\n")
    check("pip check", "No broken" in run(os.path.join(environment, "bin", "python"), "-m", "pip", "check", cwd=folder), True)
    check("what it installed is what it says", "gazette.so" in run(os.path.join(environment, "bin", "python"), "-m", "pip", "show", "-f", "sqlite-gazette", cwd=folder), True)

npm = shutil.which("npm")
if npm is None:
    print("skipped: npm package: no npm here")
else:
    packages = glob.glob(build + "/packages/*.tgz")
    check("one package", len(packages), 1)
    project = os.path.join(folder, "project")
    os.mkdir(project)
    with open(os.path.join(project, "package.json"), "w") as file:
        file.write('{"name": "user", "version": "1.0.0", "private": true}')
    CLEAN["HOME"] = folder
    installed = run(npm, "install", "--offline", "--no-audit", "--no-fund", "--no-update-notifier", *packages, cwd=project)
    check("npm install", installed.startswith("exit code"), False)
    printed = run("node", "-e", NODE, cwd=project).split("\n")
    check("Node", printed[0], f"loaded {version}")
    check("its file loads", run("sqlite3", "-cmd", f".load '{printed[1]}'", ":memory:", "SELECT gazette_version();").strip(), version)
shutil.rmtree(folder)
print("failed" if failures else "all as expected")
sys.exit(1 if failures else 0)

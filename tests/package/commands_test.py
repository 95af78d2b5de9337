"""commands_test.py GAZETTE.so: the README's two commands, on systems that this one stands in for.

sql/quickstart.sh and tests/run.sh run in a copy of the project whose path has a space and a quotation mark, twice, from
another folder. What takes minutes (cmake, ninja, ctest) and what would change this machine (apt-get, sudo) is played by
small scripts that write down what they were asked; the shell that prints the tables is the real one.
"""
import os
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
module = os.path.abspath(sys.argv[1])
failures = 0


def check(what, found, expected):
    global failures
    if found != expected:
        failures += 1
        print(f"{what}: expected {expected!r}, found {found!r}")


folder = tempfile.mkdtemp(prefix="gazette commands ")
project = os.path.join(folder, "a news'room")
for part in ("sql", "fixtures/articles"):
    shutil.copytree(os.path.join(ROOT, part), os.path.join(project, part))
os.mkdir(os.path.join(project, "tests"))
shutil.copy(os.path.join(ROOT, "tests", "run.sh"), os.path.join(project, "tests"))
elsewhere = os.path.join(folder, "else where")
os.mkdir(elsewhere)
log = os.path.join(folder, "log")
SCRIPTS = {
    "cmake": 'mkdir -p "${6}"',  # cmake -G Ninja -S SOURCE -B BUILD …
    "ninja": f'cp "{module}" "$2/gazette.so"',
    "ctest": "true",
    "apt-get": "true",
    "sudo": 'exec "$@"',
    "dpkg-query": 'case " $MISSING " in *" ${!#} "*) exit 1;; *) printf "install ok installed";; esac',
}


def tools(name, without=()):
    """A folder with the system's programs that the scripts may use, and the played ones."""
    path = os.path.join(folder, name)
    os.mkdir(path)
    for tool in ("bash", "env", "dirname", "basename", "grep", "id", "mkdir", "cp", "rm", "tail", "sqlite3", "nproc", "cat"):
        os.symlink(shutil.which(tool), os.path.join(path, tool))
    for tool, script in SCRIPTS.items():
        if tool in without:
            continue
        with open(os.path.join(path, tool), "w") as file:
            file.write(f'#!{shutil.which("bash")}\nprintf "%s" {tool} >>"{log}"; printf " [%s]" "$@" >>"{log}"; echo >>"{log}"\n{script}\n')
        os.chmod(os.path.join(path, tool), 0o755)
    return path


debian, bare = tools("debian"), tools("bare", without=("apt-get", "sudo", "dpkg-query"))


def run(command, *arguments, path=debian, missing="", **more):
    if os.path.exists(log):
        os.remove(log)
    done = subprocess.run(["bash", os.path.join(project, command), *arguments], capture_output=True, text=True, cwd=elsewhere,
                          env={"PATH": path, "MISSING": missing, "HOME": folder, "LANG": "C.UTF-8", **more})
    asked = open(log, encoding="utf-8").read() if os.path.exists(log) else ""
    return done.returncode, done.stdout, done.stderr, asked


build = os.path.join(project, "build")
for time in ("first", "second"):
    code, out, error, asked = run("sql/quickstart.sh")
    check(f"quickstart, {time} time", (code, error), (0, ""))
    check("its tables", [title for title in ("Who says what", "Who is in the text", "Who says that how many of whom came to what harm", "What it comes to") if title not in out], [])
    check("names of the article", [name for name in ("Harutyunyan", "Armenia", "killed", "┌") if name not in out], [])
    check("its build", f"cmake [-G] [Ninja] [-S] [{project}] [-B] [{build}]" in asked and f"ninja [-C] [{build}] [gazette]" in asked, True)
    check("nothing is installed where nothing is missing", "apt-get" in asked, False)
with open(os.path.join(elsewhere, "it's mine.txt"), "w", encoding="utf-8") as file:
    file.write('"We agreed," Ms Diallo said on Monday.\n')
for argument in ("it's mine.txt", os.path.join(elsewhere, "it's mine.txt"), "./it's mine.txt"):
    code, out, error, asked = run("sql/quickstart.sh", argument)
    check(f"quickstart {argument}", (code, "Diallo" in out, error), (0, True, ""))
code, out, error, asked = run("sql/quickstart.sh", "nothing.txt")
check("no such article", (code, error, asked), (1, "quickstart.sh: expected a text file, can't read 'nothing.txt'\n", ""))

code, out, error, asked = run("sql/quickstart.sh", missing="libfmt-dev ninja-build")
check("installs what is missing, and says so", (code, "Installing: ninja-build libfmt-dev\n" in out), (0, True))
check("and that alone", "[--no-install-recommends] [ninja-build] [libfmt-dev]\n" in asked, True)
check("sudo where needed only", "sudo" in asked, os.getuid() != 0)

for command in ("sql/quickstart.sh", "tests/run.sh"):
    code, out, error, asked = run(command, path=bare)
    check(f"{command} without apt stops", (code, asked), (1, ""))
    check("and names the packages", [name for name in ("g++", "cmake", "ninja-build", "libsqlite3-dev", "libfmt-dev", "GAZETTE_INSTALLED=1") if name not in error], [])
    code, out, error, asked = run(command, path=bare, GAZETTE_INSTALLED="1")
    check(f"{command} where they are installed", (code, "ninja" in asked), (0, True))
for time in ("first", "second"):
    code, out, error, asked = run("tests/run.sh")
    check(f"run.sh, {time} time", (code, f"ctest [--test-dir] [{build}]" in asked), (0, True))
shutil.rmtree(folder)
print("failed" if failures else "all as expected")
sys.exit(1 if failures else 0)

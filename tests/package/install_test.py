"""install_test.py BUILD_FOLDER: what `cmake --install` puts where, tried as a user of the result would.

The module loads by its name and its path, both static libraries link by pkg-config and by CMake, the scripts are there,
and the man page renders without a complaint and lists every column.
"""
import glob
import os
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
build = os.path.abspath(sys.argv[1])
failures = 0
TEXT = '"We agreed," Ms Diallo said on Monday.'
ENGINE = r'''
#include <gazette.h>
#include <iostream>
int main() {
  const gazette::Article article = gazette::analyze(R"(%s)", {.published = "2024-05-14"});
  for (const gazette::Quote& quote : article.quotes) std::cout << quote.speaker << '|' << article.words(quote.content) << '\n';
}
''' % TEXT
LINKED = r'''
#include <sqlite3.h>
#include <gazette_sqlite.h>
#include <cstdio>
int main() {
  sqlite3_auto_extension(reinterpret_cast<void (*)()>(sqlite3_gazette_init));
  sqlite3* db = nullptr;
  sqlite3_open(":memory:", &db);
  const auto print = [](void*, int, char** cells, char**) { return std::printf("%%s|%%s\n", cells[0], cells[1]) < 0 ? 1 : 0; };
  char* message = nullptr;
  if (sqlite3_exec(db, R"(SELECT speaker, content FROM gazette_quotes('%s', '2024-05-14'))", print, nullptr, &message) != SQLITE_OK) std::puts(message);
  sqlite3_close(db);
}
''' % TEXT
PROJECT = '''cmake_minimum_required(VERSION 3.25)
project(user LANGUAGES CXX)
find_package(gazette 0.1 REQUIRED)
add_executable(engine engine.cpp)
target_link_libraries(engine PRIVATE gazette::engine)
add_executable(linked linked.cpp)
target_link_libraries(linked PRIVATE gazette::sqlite)
if(NOT EXISTS ${gazette_MODULE} OR NOT EXISTS ${gazette_SQL}/schema.sql)
  message(FATAL_ERROR "not where the package says: ${gazette_MODULE}, ${gazette_SQL}")
endif()
'''


def check(what, found, expected):
    global failures
    if found != expected:
        failures += 1
        print(f"{what}: expected {expected!r}, found {found!r}")


def run(*command, **more):
    done = subprocess.run(command, capture_output=True, text=True, **more)
    return done.stdout if done.returncode == 0 else f"exit code {done.returncode}\n{done.stdout}{done.stderr}"


folder = tempfile.mkdtemp(prefix="gazette install ")
prefix = os.path.join(folder, "usr")
said = run("cmake", "--install", build, "--prefix", prefix)
check("installs", said.startswith("exit code"), False)
module = next(iter(glob.glob(prefix + "/lib*/**/gazette.so", recursive=True)), "no module")
libraries = os.path.dirname(module)
for wanted in ("include/gazette.h", "include/gazette_sqlite.h", "share/gazette/sql/schema.sql", "share/gazette/sql/follow.sql", "share/gazette/sql/refresh.sql",
               "share/gazette/sql/views.sql", "share/gazette/sql/report.sql", "share/man/man7/gazette.7", "share/doc/gazette/README.md", "share/doc/gazette/LICENSE"):
    check(wanted, os.path.isfile(os.path.join(prefix, wanted)), True)

query = f"SELECT speaker, content FROM gazette_quotes('{TEXT}', '2024-05-14');"
expected = run("sqlite3", "-cmd", f".load '{module}'", ":memory:", query)
check("there is something to say", "Diallo|" in expected, True)
check("by its name alone", run("sqlite3", "-cmd", ".load gazette", ":memory:", query, env={**os.environ, "LD_LIBRARY_PATH": libraries}), expected)

for name, code in (("engine.cpp", ENGINE), ("linked.cpp", LINKED), ("CMakeLists.txt", PROJECT)):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write(code)
search = {**os.environ, "PKG_CONFIG_PATH": os.path.join(libraries, "pkgconfig")}
for package, source in (("gazette", "engine"), ("gazette-sqlite", "linked")):
    flags = run("pkg-config", "--cflags", "--libs", "--define-variable=prefix=" + prefix.replace(" ", "\\ "), package, env=search)
    check(package + ".pc", flags.startswith("exit code"), False)
    # pkg-config knows the prefix of the configuration; the one of this test is given by hand, which its paths must follow.
    binary = os.path.join(folder, source + "-by-pkg-config")
    parts = [f"-I{prefix}/include", f"-L{libraries}"] + [flag for flag in flags.split() if flag.startswith(("-l", "-pthread"))]
    check(f"{source} by pkg-config", run("g++", "-std=c++20", os.path.join(folder, source + ".cpp"), "-o", binary, *parts), "")
    check(f"{source} by pkg-config runs", run(binary), expected)
made = os.path.join(folder, "made")
check("CMake package", run("cmake", "-G", "Ninja", "-S", folder, "-B", made, "-DCMAKE_PREFIX_PATH=" + prefix).startswith("exit code"), False)
check("builds", run("ninja", "-C", made).startswith("exit code"), False)
for program in ("engine", "linked"):
    check(f"{program} by CMake runs", run(os.path.join(made, program)), expected)

# As a part of another project: its own standard, no tests, nothing installed, no warning turned into an error.
os.mkdir(os.path.join(folder, "parent"))
with open(os.path.join(folder, "parent", "CMakeLists.txt"), "w", encoding="utf-8") as file:
    file.write(f'''cmake_minimum_required(VERSION 3.25)
project(parent LANGUAGES CXX)
set(CMAKE_CXX_STANDARD 17)
add_subdirectory("{ROOT}" gazette)
add_executable(engine ../engine.cpp)
target_link_libraries(engine PRIVATE gazette_engine)
''')
inside = os.path.join(folder, "parent", "build")
configured = run("cmake", "-G", "Ninja", "-S", os.path.dirname(inside), "-B", inside, "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON")
check("as a part of another project", "exit code" in configured and configured, False)
with open(os.path.join(inside, "compile_commands.json"), encoding="utf-8") as file:
    commands = file.read()
check("its flags", ("-Werror" in commands, "gtest" in commands, "-std=gnu++20" in commands or "-std=c++20" in commands), (False, False, True))

page = os.path.join(prefix, "share/man/man7/gazette.7")
with open(page, encoding="utf-8") as file:
    manual = file.read()
tables = run("sqlite3", "-cmd", f".load '{module}'", ":memory:", "SELECT name FROM pragma_module_list WHERE name LIKE 'gazette%' ORDER BY name;").split()
check("there are tables", len(tables), 11)
for table in tables:
    columns = run("sqlite3", "-cmd", f".load '{module}'", ":memory:", f"SELECT group_concat(name, ', ') FROM pragma_table_info('{table}');").strip()
    check(f"man page: {table}", (table in manual, f"Columns: {columns}." in manual), (True, True))
for function in ("version", "json", "html", "number", "date"):
    check(f"man page: gazette_{function}()", f".BR gazette_{function} (" in manual, True)
if shutil.which("groff"):
    done = subprocess.run(["groff", "-man", "-Tutf8", "-ww", "-z", page], capture_output=True, text=True)
    check("man page renders", (done.returncode, done.stderr), (0, ""))
else:
    print("skipped: no groff here, so the man page was not rendered")
shutil.rmtree(folder)
print("failed" if failures else "all as expected")
sys.exit(1 if failures else 0)

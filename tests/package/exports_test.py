"""exports_test.py GAZETTE.so PORTABLE.so: what the two builds show, and what they need.

Both export the entry point alone, so that nothing of theirs can meet the host's own C++; neither brings or asks for an
SQLite. The portable one needs the C library alone (glibc comes as libc, libm and the dynamic linker).
"""
import os
import re
import subprocess
import sys

C_LIBRARY = {"libc.so.6", "libm.so.6", "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1", "libpthread.so.0"}
failures = 0


def check(what, found, expected):
    global failures
    if found != expected:
        failures += 1
        print(f"{what}: expected {expected!r}, found {found!r}")


def lines(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()


def needed(module):
    return set(re.findall(r"\(NEEDED\).*\[(.*?)\]", "\n".join(lines("readelf", "-dW", module))))


ordinary, portable = sys.argv[1:]
for module in (ordinary, portable):
    check(module + ": exports", [line.split()[-1] for line in lines("nm", "-D", "--defined-only", module)], ["sqlite3_gazette_init"])
    check(module + ": asks for an SQLite", [line for line in lines("nm", "-D", "--undefined-only", module) if "sqlite3" in line], [])
    check(module + ": needs an SQLite", [name for name in needed(module) if "sqlite" in name], [])
    check(module + ": stays loaded (its threads and statics outlive a connection)", "NODELETE" in "\n".join(lines("readelf", "-dW", module)), True)
    check(module + ": no library is missing", [line for line in lines("ldd", module) if "not found" in line], [])
    check(module + ": no stack or text that is both written and run", [line for line in lines("readelf", "-lW", module) if "RWE" in line], [])
# The world's cities and names are in it, and it is loaded by every process that reads a text.
check(ordinary + ": stays under 8 MB", os.path.getsize(ordinary) < 8_000_000, True)
check("portable: needs more than the C library", needed(portable) - C_LIBRARY, set())
# What ldd sees is what the loader would bring, libraries of libraries as well.
brought = {line.split()[0].rsplit("/", 1)[-1] for line in lines("ldd", portable)} - {"linux-vdso.so.1"}
check("portable: brings more than the C library", brought - C_LIBRARY, set())
print("failed" if failures else "all as expected")
sys.exit(1 if failures else 0)

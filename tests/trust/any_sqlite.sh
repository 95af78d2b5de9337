#!/usr/bin/env bash
# any_sqlite.sh BUILD: the same gazette.so passes its tests with the SQLite of this system, with the newest that the npm
# registry has, built to check how it is called, and with one that has neither JSON nor FTS5. Prints a line for each.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$(cd "$1" && pwd)
work=$build/any-sqlite
mkdir -p "$work"

# The extension must take SQLite from whoever loads it.
if nm -D --undefined-only "$build/gazette.so" | grep -q ' sqlite3_'; then
  echo "gazette.so asks the linker for SQLite"
  exit 1
fi

# passes NAME FOLDER [FILTER]
passes() {
  local log=$work/$1.log
  if ! LD_LIBRARY_PATH=$2 "$build/tests/loaded-tests" --gtest_brief=1 --gtest_filter="${3:-*}" >"$log" 2>&1; then
    tail -n 60 "$log"
    echo "SQLite $1: FAILED"
    return 1
  fi
  echo "SQLite $1: $(sed -n 's/^\[  PASSED  \] \([0-9]*\) tests.*/\1 tests/p' "$log") passed with the same gazette.so"
}

passes "$(sqlite3 --version | cut -d' ' -f1)" ""
version=$("$root/tests/trust/sqlite_libraries.sh" "$build")
if [ -z "$version" ]; then
  echo "newest SQLite: SKIPPED, it is not to be had here"
  exit 0
fi
passes "$version, checking its callers" "$work/newest"
# What asks SQLite's own JSON functions about our JSON can't run there.
passes "$version without JSON and FTS5" "$work/bare" '-*Json*:Functions.Number:Tables.InAnUtf16Database'

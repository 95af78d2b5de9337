#!/usr/bin/env bash
# any_sqlite.sh BUILD: the same gazette.so passes its tests with the SQLite of this system, with the newest that the npm
# registry has, built to check how it is called, and with one that has neither JSON nor FTS5. Prints a line for each.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$(cd "$1" && pwd)
work=$build/any-sqlite
carrier=better-sqlite3@13.2.0  # an npm package that carries SQLite's amalgamation
mkdir -p "$work/newest" "$work/bare"

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
if ! [ -f "$work/package/deps/sqlite3/sqlite3.c" ]; then
  if ! (cd "$work" && npm pack --silent "$carrier" >archive.txt 2>npm.log && tar xzf "$(tail -n 1 archive.txt)" package/deps/sqlite3); then
    echo "newest SQLite: SKIPPED, $carrier is not to be had here"
    exit 0
  fi
fi
source=$work/package/deps/sqlite3/sqlite3.c
version=$(sed -n 's/^#define SQLITE_VERSION  *"\(.*\)"/\1/p' "$source")
library() {
  [ -f "$work/$1/libsqlite3.so.0" ] && return
  cc -shared -fPIC -w -Wl,-soname,libsqlite3.so.0 "${@:2}" "$source" -lm -lpthread -ldl -o "$work/$1/libsqlite3.so.0"
}
library newest -O1 -DSQLITE_DEBUG -DSQLITE_ENABLE_API_ARMOR -DSQLITE_ENABLE_FTS5 &
library bare -O1 -DSQLITE_OMIT_JSON
wait $!
passes "$version, checking its callers" "$work/newest"
# What asks SQLite's own JSON functions about our JSON can't run there.
passes "$version without JSON and FTS5" "$work/bare" '-*Json*:Functions.Number:Tables.InAnUtf16Database'

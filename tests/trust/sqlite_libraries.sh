#!/usr/bin/env bash
# sqlite_libraries.sh BUILD: makes what any_sqlite.sh loads, if it is not there yet: BUILD/any-sqlite/newest, the newest
# SQLite that the npm registry has, checking its callers, and BUILD/any-sqlite/bare, the same without JSON and FTS5. Prints
# its version, or nothing where it can't be had.
set -euo pipefail
build=$(cd "$1" && pwd)
work=$build/any-sqlite
carrier=better-sqlite3@13.2.0  # an npm package that carries SQLite's amalgamation
mkdir -p "$work/newest" "$work/bare"
source=$work/package/deps/sqlite3/sqlite3.c
if ! [ -f "$source" ]; then
  (cd "$work" && npm pack --silent "$carrier" >archive.txt 2>npm.log && tar xzf "$(tail -n 1 archive.txt)" package/deps/sqlite3) || exit 0
fi
library() {
  [ -f "$work/$1/libsqlite3.so.0" ] && return
  cc -shared -fPIC -w -Wl,-soname,libsqlite3.so.0 "${@:2}" "$source" -lm -lpthread -ldl -o "$work/$1/unfinished"
  mv "$work/$1/unfinished" "$work/$1/libsqlite3.so.0"
}
library newest -O1 -DSQLITE_DEBUG -DSQLITE_ENABLE_API_ARMOR -DSQLITE_ENABLE_FTS5 & newest=$!
library bare -O1 -DSQLITE_OMIT_JSON
wait "$newest"
sed -n 's/^#define SQLITE_VERSION  *"\(.*\)"/\1/p' "$source"

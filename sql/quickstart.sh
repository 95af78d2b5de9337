#!/usr/bin/env bash
# quickstart.sh [ARTICLE.txt]: builds Gazette and prints who is quoted, who is in the text, who came to harm, and the
# toll of an article; without an argument, of fixtures/articles/border-talks.txt. Installs what is missing (Debian).
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
article=${1:-$root/fixtures/articles/border-talks.txt}
[ -r "$article" ] || { echo "quickstart.sh: expected a text file, can't read '$article'" >&2; exit 1; }
article=$(cd "$(dirname "$article")" && pwd)/$(basename "$article")

"$root/sql/install.sh" g++ cmake ninja-build pkg-config sqlite3 libsqlite3-dev libre2-dev libfmt-dev

build=$root/build
echo "Building in $build (the first time takes a few minutes) …"
cmake -G Ninja -S "$root" -B "$build" -DGAZETTE_TESTS=OFF >"$root/build-quickstart.log" 2>&1 \
  && ninja -C "$build" gazette >>"$root/build-quickstart.log" 2>&1 \
  || { tail -n 30 "$root/build-quickstart.log" >&2; exit 1; }
rm -f "$root/build-quickstart.log"

# The shell's dot commands know single quotes alone; SQL text doubles them.
quoted=${article//\'/\'\'}
cd "$build"
sqlite3 :memory: <<SQL
.load ./gazette
.mode box --wrap 60
CREATE TABLE article(body TEXT);
INSERT INTO article VALUES (CAST(readfile('$quoted') AS TEXT));
.print Who says what
SELECT kind, speaker, cue, content FROM article, gazette_quotes(body) WHERE kind <> 'mixed';
.print
.print Who is in the text
SELECT name, kind, country, role, mentions FROM article, gazette_actors(body) ORDER BY mentions DESC, id;
.print
.print Who says that how many of whom came to what harm
SELECT harm, low, best, high, bound, victims, claimant, date_from, date_to FROM article, gazette_casualties(body);
.print
.print What it comes to
SELECT harm, low, best, high, claims, claimants, disputed FROM article, gazette_tolls(body);
SQL

#!/usr/bin/env bash
# run.sh BUILD SECONDS: fuzzes each target so long, two at a time, from the project's own articles, rules and statements.
# Prints a line for each; where one finds something, what it printed, and the input is kept as BUILD/fuzz/NAME-crash-*.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
build=$(cd "$1" && pwd)
seconds=$2
work=$build/fuzz
mkdir -p "$work"/{news,rules,lexicon,sql,analyze-new,render-new,rules-new,lexicon-new,sql-new}

for article in "$root"/fixtures/articles/*.txt "$root"/fixtures/T_*/article.txt; do
  cp "$article" "$work/news/$(basename "$(dirname "$article")")-$(basename "$article")"
done
# A rule without its name, behind eight bytes for the sentence.
number=0
while IFS= read -r rule; do
  printf 'fuzzseed%s' "$rule" >"$work/rules/$((number += 1))"
done < <(sed -nE 's/^[a-z_]+ [a-z_]+: *//p' "$root"/extension/cascade/rules/*.rules)
while IFS=$'\t' read -r term class _; do
  printf '%s\n%s\n%s\nRUS\nminister\n2020\n2022-01-01\nspeaker=NOUN cue=lotor' "$term" "${class:-NOUN}" "$term" >"$work/lexicon/$((number += 1))"
done < <(sed -n '2,12p' "$root"/extension/lexicon/data/{organizations,titles,victims}.tsv)
while IFS= read -r statement; do
  printf '%s' "$statement" >"$work/sql/$((number += 1))"
done <"$here/seeds.sql"

# fuzz TARGET CORPUS DICTIONARY LONGEST
fuzz() {
  local log=$work/$1.log
  if ! "$build/tests/fuzz-$1" -seed=1 -max_total_time="$seconds" -max_len="$4" -dict="$here/$3.dict" -timeout=20 -rss_limit_mb=4096 -verbosity=0 -print_final_stats=1 \
    -artifact_prefix="$work/$1-" "$work/$1-new" "$work/$2" >"$log" 2>&1; then
    cat "$log"
    echo "fuzz-$1: a finding, kept in $work"
    return 1
  fi
  echo "fuzz-$1: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs in $seconds s, no finding"
}

failed=0
fuzz analyze news news 4096 & first=$!
fuzz render news news 2048 || failed=1
wait "$first" || failed=1
fuzz rules rules rules 400 & first=$!
fuzz lexicon lexicon rules 400 || failed=1
wait "$first" || failed=1
fuzz sql sql sql 1000 || failed=1
exit "$failed"

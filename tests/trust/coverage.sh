#!/usr/bin/env bash
# coverage.sh BUILD: runs the tests of a build that counts lines (GAZETTE_COVERAGE) and prints how many of extension/ ran.
# Fails where a test fails, or where it is fewer than 92 in a hundred.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$(cd "$1" && pwd)
version=$(clang --version | sed -n 's/.*clang version \([0-9]*\).*/\1/p')
objects=()
rm -f "$build"/*.profraw
# As many at a time as there are processors, the longest first, and the longest of all in parts.
long="cascade trust"
short="sqlite lexicon text"
parts=4
for tests in facts $long $short; do objects+=(-object "$build/tests/$tests-tests"); done
{
  for tests in $long; do echo "$tests 0 1"; done
  for ((part = 0; part < parts; ++part)); do echo "facts $part $parts"; done
  for tests in $short; do echo "$tests 0 1"; done
} | xargs -P "$(nproc)" -L 1 bash -c 'LLVM_PROFILE_FILE=$0/$1-$2.profraw GTEST_SHARD_INDEX=$2 GTEST_TOTAL_SHARDS=$3 "$0/tests/$1-tests" --gtest_brief=1' "$build"
"llvm-profdata-$version" merge -sparse "$build"/*.profraw -o "$build/tests.profdata"
# The last line but the totals' own columns: lines, missed, percentage. generate.cpp makes tables while building.
"llvm-cov-$version" report -instr-profile "$build/tests.profdata" "${objects[@]}" \
  -ignore-filename-regex="$root/tests/|/generated/|/usr/|generate.cpp" >"$build/coverage.txt" 2>/dev/null
percent=$(awk '$1 == "TOTAL" { print $10 }' "$build/coverage.txt")
echo "lines of extension/ that the tests run: $percent (promised: 92 %)"
awk -v percent="${percent%\%}" 'BEGIN { exit percent < 92 }'

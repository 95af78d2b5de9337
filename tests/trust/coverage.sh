#!/usr/bin/env bash
# coverage.sh BUILD: runs the tests of a build that counts lines (GAZETTE_COVERAGE) and prints how many of extension/ ran.
# Fails where a test fails, or where it is fewer than 92 in a hundred.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$(cd "$1" && pwd)
version=$(clang --version | sed -n 's/.*clang version \([0-9]*\).*/\1/p')
objects=()
rm -f "$build"/*.profraw
# The longest first, as many at a time as there are processors.
names="facts trust sqlite cascade lexicon text"
for tests in $names; do objects+=(-object "$build/tests/$tests-tests"); done
printf '%s\n' $names | xargs -P "$(nproc)" -I NAME env "LLVM_PROFILE_FILE=$build/NAME.profraw" "$build/tests/NAME-tests" --gtest_brief=1
"llvm-profdata-$version" merge -sparse "$build"/*.profraw -o "$build/tests.profdata"
# The last line but the totals' own columns: lines, missed, percentage. generate.cpp makes tables while building.
"llvm-cov-$version" report -instr-profile "$build/tests.profdata" "${objects[@]}" \
  -ignore-filename-regex="$root/tests/|$build/|/usr/|generate.cpp" >"$build/coverage.txt" 2>/dev/null
percent=$(awk '$1 == "TOTAL" { print $10 }' "$build/coverage.txt")
echo "lines of extension/ that the tests run: $percent (promised: 92 %)"
awk -v percent="${percent%\%}" 'BEGIN { exit percent < 92 }'

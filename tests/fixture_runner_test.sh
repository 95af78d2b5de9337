#!/usr/bin/env bash
# The fixture runner must see what is wrong: fixture_runner_test.sh RUNNER
set -u
runner=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

# expect NAME WANTED-CODE WANTED-OUTPUT TSV-NAME TSV-TEXT
expect() {
  local folder="$work/$1"
  mkdir -p "$folder"
  printf 'Talks end\n\nOne. The second.\n' > "$folder/article.txt"
  printf '%b' "$5" > "$folder/$4"
  local output code
  output=$("$runner" "$folder" 2>&1)
  code=$?
  if [ $code -ne "$2" ] || [[ "$output" != *"$3"* ]]; then
    echo "$1: expected code $2 and '$3', found code $code and: $output"
    failures=$((failures + 1))
  fi
}

expect right 0 '' sentences.tsv 'part\tcontent\nheadline\tTalks end\nbody\tOne.\nbody\tThe second.\n'
expect cell 1 "row 2, content: expected 'Two.', found 'One.'" sentences.tsv 'part\tcontent\nheadline\tTalks end\nbody\tTwo.\nbody\tThe second.\n'
expect null 1 "row 1, part: expected NULL, found 'headline'" sentences.tsv 'part\tcontent\n\tTalks end\nbody\tOne.\nbody\tThe second.\n'
expect missing 1 "row 4: missing  'body' | 'Three.'" sentences.tsv 'part\tcontent\nheadline\tTalks end\nbody\tOne.\nbody\tThe second.\nbody\tThree.\n'
expect many 1 "row 3: too many 'body' | 'The second.'" sentences.tsv 'part\tcontent\nheadline\tTalks end\nbody\tOne.\n'
expect order 1 "row 2, content: expected 'The second.', found 'One.'" sentences.tsv 'content\nTalks end\nThe second.\nOne.\n'
expect no_rows 1 "3 found" sentences.tsv 'content\n'
expect column 1 "no such column: t.nonsense" sentences.tsv 'nonsense\nx\n'
expect table 1 "no such table: gazette_nonsense" nonsense.tsv 'content\nx\n'
expect ragged 1 "sentences.tsv:3: expected 2 cells" sentences.tsv 'part\tcontent\nheadline\tTalks end\nbody\n'
expect newline 1 "the last line must end in a newline" sentences.tsv 'content\nx'
expect empty 1 "expected a file such as quotes.tsv" nothing.txt 'x'
exit $((failures > 0))

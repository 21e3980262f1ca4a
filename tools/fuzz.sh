#!/usr/bin/env bash
# Every fuzz target for a while (default a minute): a crash ends it with the input kept under testdata/fuzz.
set -euo pipefail
cd "$(dirname "$0")/.."
each=${1:-60s}
count=0
while IFS=: read -r file target; do
	pkg=./$(dirname "$file")
	echo "fuzz $pkg $target for $each"
	go test "$pkg" -run '^$' -fuzz "^$target\$" -fuzztime "$each" | tail -n 1
	count=$((count + 1))
done < <(git ls-files '*_test.go' | xargs grep -Ho 'func Fuzz[A-Za-z0-9_]*' | sed 's/func //' | sort)
echo "$count targets, $each each, no crash"

#!/usr/bin/env bash
# Bundles internal/web/script, with its npm packages by the lock file, and says what it lacks. Where npm cannot be had the program
# is built without: its pages work without script. In CI that is an error.
set -euo pipefail
cd "$(dirname "$0")/.."
./tools/setup.sh go node
dir=internal/web/script
if ! command -v npm >/dev/null; then
	echo "entente: built without the pages' scripts (npm is missing); the pages work without" >&2
	[ -z "${CI:-}" ] || exit 2
	exit 0
fi
if ! cmp -s "$dir/package-lock.json" "$dir/node_modules/.entente-lock"; then
	npm ci --prefix "$dir" --ignore-scripts --no-audit --no-fund --loglevel=error
	cp "$dir/package-lock.json" "$dir/node_modules/.entente-lock"
fi
newest=$(find "$dir" -maxdepth 1 -newer internal/web/assets/built -print -quit 2>/dev/null || echo none)
if [ ! -d internal/web/assets/built ] || [ -n "$newest" ]; then
	go run ./tools/bundle
fi

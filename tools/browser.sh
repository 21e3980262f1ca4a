#!/usr/bin/env bash
# What the browser tests need: node, Chromium, and the npm packages of e2e/browser by their lock file.
set -euo pipefail
cd "$(dirname "$0")/.."
CI=1 ./tools/setup.sh node chromium # what is missing is an error here, not a note
dir=e2e/browser
if ! cmp -s "$dir/package-lock.json" "$dir/node_modules/.entente-lock"; then
	npm ci --prefix "$dir" --ignore-scripts --no-audit --no-fund --loglevel=error
	cp "$dir/package-lock.json" "$dir/node_modules/.entente-lock"
fi

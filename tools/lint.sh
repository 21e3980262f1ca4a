#!/usr/bin/env bash
# gofumpt, go vet, staticcheck. What is left out, and why, stands in staticcheck.conf.
set -euo pipefail
cd "$(dirname "$0")/.."
sources=$(git ls-files --cached --others --exclude-standard '*.go' | grep -v -e '_templ\.go$' || true)
bad=$(printf '%s\n' "$sources" | xargs -r go tool -modfile=tools/dev.mod gofumpt -l)
if [ -n "$bad" ]; then
	printf 'not formatted (gofumpt -w):\n%s\n' "$bad" >&2
	exit 1
fi
go vet ./...
go tool -modfile=tools/dev.mod staticcheck ./...

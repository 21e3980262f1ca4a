#!/bin/sh
# Makes internal/store/*.gen.go from the SQL files, with the pinned sqlc.
# "tools/generate.sh --check" makes nothing and fails where the committed code is not current.
set -eu
cd "$(dirname "$0")/.."

version=v1.31.1
sqlc=$(command -v sqlc || true)
if [ -z "$sqlc" ] && [ -x "$(go env GOPATH)/bin/sqlc" ]; then
	sqlc=$(go env GOPATH)/bin/sqlc
fi
if [ -z "$sqlc" ] || [ "$("$sqlc" version)" != "$version" ]; then
	echo "sqlc $version is missing: (cd / && go install github.com/sqlc-dev/sqlc/cmd/sqlc@$version)" >&2
	exit 3
fi
case "${1:-}" in
--check) exec "$sqlc" diff ;;
"") exec "$sqlc" generate ;;
*)
	echo "usage: tools/generate.sh [--check]" >&2
	exit 2
	;;
esac

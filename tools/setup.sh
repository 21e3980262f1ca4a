#!/usr/bin/env bash
# Set-up for the two commands: says what it installs, or, where it may not, what is missing.
#   tools/setup.sh go postgres node chromium
set -euo pipefail

missing=()
install() { # package, why
	if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
		echo "entente: installing the Debian package $1 ($2)"
		export DEBIAN_FRONTEND=noninteractive
		apt-get install -y -q "$1" >/tmp/entente-apt.$$ 2>&1 ||
			{ apt-get update -q >/dev/null 2>&1 && apt-get install -y -q "$1" >/tmp/entente-apt.$$ 2>&1; } ||
			{ tail -n 5 /tmp/entente-apt.$$ >&2; rm -f /tmp/entente-apt.$$; missing+=("$1: $2"); return; }
		rm -f /tmp/entente-apt.$$
	else
		missing+=("$1: $2 (on Debian, as root: apt-get install $1)")
	fi
}

for need in "$@"; do
	case "$need" in
	go)
		command -v go >/dev/null || { echo "entente: Go 1.26 or newer is missing; see the README" >&2; exit 2; }
		have=$(go env GOVERSION | sed 's/^go//')
		[ "$(printf '%s\n1.26\n' "$have" | sort -V | head -n 1)" = 1.26 ] || { echo "entente: Go $have is too old, 1.26 is needed" >&2; exit 2; }
		;;
	postgres)
		ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null ||
			install postgresql "the storage tests run on PostgreSQL too"
		;;
	node)
		if ! command -v node >/dev/null; then install nodejs "the pages' scripts and the browser tests"; fi
		if ! command -v npm >/dev/null; then install npm "the pages' scripts and the browser tests"; fi
		;;
	chromium)
		command -v chromium >/dev/null || install chromium "the browser tests"
		dpkg -s fonts-noto-core >/dev/null 2>&1 || fc-list 2>/dev/null | grep -q 'Noto Sans Arabic' || install fonts-noto-core "Arabic in the browser tests"
		dpkg -s fonts-noto-cjk >/dev/null 2>&1 || fc-list 2>/dev/null | grep -q 'CJK' || install fonts-noto-cjk "Chinese in the browser tests"
		;;
	esac
done

if [ ${#missing[@]} -gt 0 ]; then
	printf 'entente: missing: %s\n' "${missing[@]}" >&2
	[ -z "${CI:-}" ] || exit 2
fi

#!/usr/bin/env bash
# install.sh PACKAGE...: installs the Debian packages that are missing, and says which; does nothing where none is.
# Elsewhere it names the packages and fails; with GAZETTE_INSTALLED=1, where you have installed what they hold, it goes on.
set -euo pipefail
[ -z "${GAZETTE_INSTALLED:-}" ] || exit 0
missing=()
for package in "$@"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0
if ! command -v apt-get >/dev/null; then
  echo "This needs what Debian calls: ${missing[*]}" >&2
  echo "There is no apt-get here: install them as your system does, and run this again with GAZETTE_INSTALLED=1." >&2
  exit 1
fi
echo "Installing: ${missing[*]}"
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "This needs root or sudo to install: ${missing[*]}" >&2; exit 1; }
  as_root=(sudo)
fi
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null

#!/usr/bin/env bash
# install.sh [BUILD_FOLDER]: installs the hosts that hosts_test.py runs: from Debian, and into BUILD_FOLDER/hosts from PyPI
# (sqlite-utils, Datasette) and npm (better-sqlite3). The tests skip what is not there.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
hosts=${1:-$root/build}/hosts
"$root/sql/install.sh" php-cli php-sqlite3 libdbd-sqlite3-perl ruby ruby-sqlite3 libxerial-sqlite-jdbc-java libxerial-sqlite-jdbc-jni \
  python3-venv chromium
mkdir -p "$hosts"
if [ ! -x "$hosts/python/bin/datasette" ]; then
  /usr/bin/python3 -m venv "$hosts/python"
  "$hosts/python/bin/pip" install --quiet --disable-pip-version-check 'sqlite-utils>=3.30' 'datasette>=0.64,<1'
fi
if command -v npm >/dev/null && [ ! -d "$hosts/node/node_modules/better-sqlite3/build" ]; then
  npm install --no-audit --no-fund --no-update-notifier --prefix "$hosts/node" better-sqlite3@12
fi

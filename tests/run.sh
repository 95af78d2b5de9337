#!/usr/bin/env bash
# run.sh: installs what is missing (Debian), builds, and runs every test.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$root/sql/install.sh" g++ cmake ninja-build pkg-config sqlite3 libsqlite3-dev libre2-dev \
  libfmt-dev libgtest-dev libbenchmark-dev binutils python3
build=$root/build
cmake -G Ninja -S "$root" -B "$build" -DGAZETTE_TESTS=ON >/dev/null
ninja -C "$build"
ctest --test-dir "$build" --output-on-failure -j "$(nproc)"

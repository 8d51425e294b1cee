#!/bin/sh
# Write requirements-dev.lock anew: the newest versions that pyproject.toml allows, resolved without constraints.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check --editable "$here[dev]"
{
    echo "# The versions that development and CI use, as constraints for pip (\`make lock\` writes this file anew)."
    echo "# reltui itself asks only for the ranges in pyproject.toml."
    # names and versions alone: no index, no file, no host
    "$work/venv/bin/python" -m pip freeze --exclude-editable | grep '^[A-Za-z0-9._-]*==' | LC_ALL=C sort -f
} > "$work/lock"
mv "$work/lock" "$here/requirements-dev.lock"

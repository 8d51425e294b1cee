#!/bin/sh
# Make or refresh the virtual environment that `make run`, `make test` and `make check` work in.
#
#   tools/venv.sh DIRECTORY EXTRA        EXTRA: run, test or dev (what of pyproject.toml is installed)
#
# Nothing is done, and no network is needed, where the environment is up to date: what was installed is
# remembered as a checksum of everything that decides it. Needs Python 3.11 or newer, and nothing else.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "$(dirname "$1")"
venv=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
extra=$2

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
        if new_enough "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    found=$(${PYTHON:-python3} --version 2>&1) || found="no python3"
    echo "reltui needs Python 3.11 or newer, and this machine has $found: install a newer one," \
        "or say where it is with 'make PYTHON=/path/to/python3.11 …'." >&2
    exit 2
}

# What decides the contents of the environment; the checkout's own place too, which the editable install holds.
wanted=$(cd "$here" && { cat pyproject.toml requirements-dev.lock tools/venv.sh; echo "$here"; } | cksum)

for done_before in "$extra" dev $([ "$extra" = run ] && echo test); do
    stamp="$venv/.reltui-$done_before"
    if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && new_enough "$venv/bin/python"; then
        exit 0
    fi
done

if ! new_enough "$venv/bin/python" || ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    python=$(find_python)
    echo "Making $venv with $("$python" --version) …" >&2
    if ! said=$("$python" -m venv --clear "$venv" 2>&1); then
        echo "$said" >&2
        echo "Python could not make a virtual environment in $venv: on Debian and Ubuntu install the package" \
            "python3-venv; elsewhere see the lines above." >&2
        exit 2
    fi
fi

case $extra in
    run) what=. ;;
    *) what=".[$extra]" ;;
esac
echo "Installing reltui and what it needs into $venv (once; under a minute) …" >&2
rm -f "$venv"/.reltui-*
if ! (cd "$here" && "$venv/bin/python" -m pip install --quiet --disable-pip-version-check \
        --constraint requirements-dev.lock --editable "$what"); then
    echo "The packages could not be installed: see pip's lines above. The first set-up needs the network;" \
        "run the same command again once it is there." >&2
    exit 5
fi
echo "$wanted" > "$venv/.reltui-$extra"

#!/bin/sh
# Makes .venv with the packages of a lock file, and installs the system libraries Qt needs where it may.
set -eu
lock=$1
debian="libgl1 libegl1 libdbus-1-3 libfontconfig1 libglib2.0-0 libxkbcommon0 libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"

say() { printf '%s\n' "exhibit: $*"; }

install_debian() {
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "installing with apt: $*"
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
    else
        say "this machine lacks packages; as its administrator run"
        say "    apt-get install --no-install-recommends $*"
        return 1
    fi
}

missing_libraries() {
    command -v dpkg-query >/dev/null || return 0
    for package in $debian; do
        dpkg-query -W -f '${Status}\n' "$package" 2>/dev/null | grep -q 'ok installed' || printf '%s ' "$package"
    done
}

python=$(command -v python3.11 || command -v python3 || true)
if [ -z "$python" ] || ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    say "Python 3.11 or newer is needed and was not found; install it and run make again"
    exit 1
fi
if [ ! -x .venv/bin/python ]; then
    say "making .venv with $("$python" --version)"
    "$python" -c 'import ensurepip, venv' 2>/dev/null || install_debian python3-venv
    "$python" -m venv .venv
fi
say "installing the packages of $lock (the first time takes a minute or two)"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r "$lock"
missing=$(missing_libraries)
if [ -n "$missing" ]; then
    # shellcheck disable=SC2086  # one word a package
    install_debian $missing || say "going on: without them Qt may not start"
fi

#!/bin/sh
# Finds a Python and has it set everything up: `sh tools/setup.sh LOCK`.
set -eu
python=$(command -v python3.11 || command -v python3 || true)
if [ -z "$python" ] || ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "exhibit: Python 3.11 or newer is needed and was not found; install it and run make again"
    exit 1
fi
exec "$python" tools/setup.py "$@"

#!/bin/sh
# Writes the lock files anew from pyproject.toml: every package with its hashes, no index address.
set -eu
lock() {
    .venv/bin/python -m piptools compile --quiet --generate-hashes --strip-extras --allow-unsafe \
        --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header \
        --constraint tools/locked.txt "$@" pyproject.toml
}
lock --extra compiler --output-file requirements.lock
lock --extra compiler --extra dev --output-file requirements-dev.lock

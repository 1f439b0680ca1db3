#!/bin/sh
# Writes the lock files anew from pyproject.toml: every package with its hashes, no index address.
set -eu
lock() {
    .venv/bin/python -m piptools compile --quiet --generate-hashes --strip-extras --allow-unsafe \
        --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header "$@" pyproject.toml
}
lock --constraint tools/locked.txt --extra compiler --output-file requirements.lock
lock --constraint tools/locked.txt --extra compiler --extra dev --output-file requirements-dev.lock
# What makes the wheel: the same compiler makes the same first exhibit.
lock --constraint requirements.lock --only-build-deps --build-deps-for wheel --output-file requirements-build.lock

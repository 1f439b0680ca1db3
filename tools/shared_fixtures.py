"""A pytest plugin for runs with `--cov-context=test`: lines that a shared fixture runs belong to no single test.

A fixture of a wider scope than a function is set up during one test and used by others, so that test alone must not
stand for its lines. They have the context `SHARED` instead.
"""

import os
from collections.abc import Generator
from typing import Final

import pytest
from coverage import Coverage

SHARED: Final = "shared"
_PHASES: Final = {"setup": "setup", "call": "run", "teardown": "teardown"}
"""The phases of a test as pytest names them in the environment, and as pytest-cov does."""


class SharedFixtures:
    """Switches the context while shared fixtures are set up, which may set up others."""

    def __init__(self) -> None:
        self._depth = 0

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[object]) -> Generator[None, object, object]:
        """Counts how deep shared fixtures are nested."""
        coverage = Coverage.current()
        if coverage is None or fixturedef.scope == "function":
            return (yield)
        self._depth += 1
        coverage.switch_context(SHARED)
        try:
            return (yield)
        finally:
            self._depth -= 1
            coverage.switch_context(SHARED if self._depth else _context_of_test())


def pytest_configure(config: pytest.Config) -> None:
    """Registers the plugin."""
    config.pluginmanager.register(SharedFixtures())


def _context_of_test() -> str:
    """The context of the test that runs now, in the form of pytest-cov."""
    name, _, phase = os.environ["PYTEST_CURRENT_TEST"].rpartition(" ")
    return f"{name}|{_PHASES[phase.strip('()')]}"

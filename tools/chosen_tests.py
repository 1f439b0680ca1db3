"""A pytest plugin that runs chosen tests first, or only them, and limits the memory of a mutant.

`-p tools.chosen_tests --chosen-tests FILE`; the file holds a JSON list of node ids. `--only-chosen` leaves the other
tests out; if a chosen test is not there, it leaves none out.
"""

import json
import resource
from pathlib import Path
from typing import Final

import pytest

KILLED_BY: Final = "KILLED BY "
"""Begins the line that names a failed test, at the end of the output."""
_MEMORY_LIMIT: Final = 8 << 30
"""Bytes of address space: a mutant that fills the memory fails before the machine does."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds the options of this plugin."""
    parser.addoption("--chosen-tests", type=Path, required=True)
    parser.addoption("--only-chosen", action="store_true")


def pytest_configure() -> None:
    """Limits the memory of this process and of those it starts."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_LIMIT, _MEMORY_LIMIT))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Puts the chosen tests first; both they and the others keep their order."""
    chosen = set(json.loads(config.getoption("chosen_tests").read_text(encoding="utf-8")))
    first = [item for item in items if item.nodeid in chosen]
    others = [item for item in items if item.nodeid not in chosen]
    is_complete = len(first) == len(chosen)
    items[:] = first if config.getoption("only_chosen") and is_complete else [*first, *others]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Names the failed tests, alone on their lines: in pytest's own summary a message follows the node id."""
    for kind in ("failed", "error"):
        for report in terminalreporter.getreports(kind):
            terminalreporter.write_line(f"{KILLED_BY}{report.nodeid}")

"""Runs the tests in temporary copies of the project: once with coverage, and once for each mutant."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from time import monotonic
from typing import Final, NamedTuple

from coverage import CoverageData

from tools.chosen_tests import KILLED_BY
from tools.mutations import Mutation
from tools.shared_fixtures import SHARED

_NOT_COPIED: Final = shutil.ignore_patterns(".*", "build", "dist", "*.exhibit")
_READ_THE_SOURCE: Final = ("tests/test_names.py", "tests/tools")
"""Tests of the source and of the tools: they say nothing about what the program does."""
_PYTEST: Final = (sys.executable, "-m", "pytest", "-q", "--tb=no", "-p", "no:cacheprovider")
_HANGING: Final = re.compile(r'^  File ".*/(tests/[^"]+)", line \d+ in (test_\w+)', re.MULTILINE)
"""The test in the stack that faulthandler prints at the time limit."""
_FAILED: Final = re.compile(f"^{KILLED_BY}(.+)$", re.MULTILINE)
_LINES_SHOWN: Final = 15
_SLOWER: Final = 5
"""How many times the seconds of the whole suite a mutant may take in all."""


class Mutant(NamedTuple):
    """A mutation of the module at `path`, which is relative to the root."""

    path: Path
    mutation: Mutation

    def __str__(self) -> str:
        return f"{self.path}:{self.mutation.line}"


class ChosenTests(NamedTuple):
    """The tests for a mutant: `first` by node id, then, unless `only_first`, all others.

    `is_covered` is False if the line did not run in the process of the tests, not even at import.
    """

    first: Sequence[str]
    only_first: bool
    is_covered: bool


class MutantVerdict(NamedTuple):
    """Whether a mutant survived, and why if that is known: the test or event that killed it."""

    survived: bool
    reason: str

    def __str__(self) -> str:
        if not self.survived:
            return f"killed by {self.reason}"
        return f"**survived**: {self.reason}" if self.reason else "**survived**"


class TimeLimits(NamedTuple):
    """Seconds that one test and all tests of a mutant may take."""

    test: float
    mutant: float


class SuiteError(Exception):
    """The tests fail without a mutation; the message ends with their output."""


class CoveredProject:
    """A copy of a project whose tests have run, and which tests executed which line."""

    def __init__(self, copy: Path, seconds: float) -> None:
        self.copy = copy
        self.seconds = seconds
        self._data = CoverageData(str(copy / "coverage.data"))
        self._data.read()
        self._reading = Lock()  # mutants are judged in several threads
        self._contexts: dict[Path, Mapping[int, Sequence[str]]] = {}

    def choose_tests(self, mutant: Mutant) -> ChosenTests:
        """The tests for a mutant, from the contexts of the statement it is in."""
        contexts, mutation = self._contexts_of(mutant.path), mutant.mutation
        lines = range(mutation.first_line, mutation.last_line + 1)
        of_lines = {context for line in lines for context in contexts.get(line, ())}
        return choose_tests(of_lines, {context for found in contexts.values() for context in found})

    def _contexts_of(self, path: Path) -> Mapping[int, Sequence[str]]:
        with self._reading:
            if path not in self._contexts:
                self._contexts[path] = self._data.contexts_by_lineno(str(self.copy / path))
            return self._contexts[path]

    def judge(self, mutant: Mutant, limits: TimeLimits) -> MutantVerdict:
        """Runs the tests of a mutant in a copy of its own until one fails."""
        choice = self.choose_tests(mutant)
        with TemporaryDirectory(prefix="mutant-") as folder:
            root = Path(folder) / "project"
            shutil.copytree(self.copy, root)
            path = root / mutant.path
            path.write_text(mutant.mutation.apply(path.read_text(encoding="utf-8")), encoding="utf-8")
            (root / "chosen.json").write_text(json.dumps(choice.first), encoding="utf-8")
            status, output = _run(_mutant_command(choice, limits.test), root, limits.mutant)
        return judge_run(status, output, choice.is_covered)


def cover_project(root: Path, copy: Path, jobs: int) -> CoveredProject:
    """Copies a project, runs its tests there and notes which test executes which line.

    Raises SuiteError if a test fails.
    """
    shutil.copytree(root, copy, ignore=_NOT_COPIED)
    workers = ("-n", str(jobs), "--dist", "worksteal")
    coverage = ("-p", "tools.shared_fixtures", "--cov=exhibit", "--cov-context=test", "--cov-report=")
    began = monotonic()
    status, output = _run((*_PYTEST, *_ignored(), *workers, *coverage), copy, None)
    if status:
        raise SuiteError("\n".join(["the tests fail without a mutation:", *output.splitlines()[-_LINES_SHOWN:]]))
    return CoveredProject(copy, monotonic() - began)


def choose_tests(of_lines: Collection[str], of_module: Collection[str]) -> ChosenTests:
    """The tests for a mutant, from the contexts of its lines and of its module.

    A context is `NODE_ID|PHASE` of a test, SHARED, or empty at import. The tests that ran the lines are enough if
    nothing else did. If the lines also ran at import or in a shared fixture, or not in this process, all others follow.
    If no test ran the lines, those that ran the module come first.
    """
    first = _tests_in(of_lines)
    only_first = bool(first) and not {"", SHARED} & set(of_lines)
    return ChosenTests(first or _tests_in(of_module), only_first, bool(of_lines))


def _tests_in(contexts: Iterable[str]) -> list[str]:
    return sorted({context.rpartition("|")[0] for context in contexts} - {""})


def limits_for(project: CoveredProject, jobs: int, test_seconds: float) -> TimeLimits:
    """The limits of a mutant, from how long the suite took with so many jobs."""
    return TimeLimits(test_seconds, _SLOWER * jobs * project.seconds)


def judge_run(status: int | None, output: str, is_covered: bool) -> MutantVerdict:
    """The verdict of a run of pytest by its exit status, which is None if the run was ended, and its output."""
    failed = _FAILED.search(output)
    if status == 0:
        return MutantVerdict(True, "" if is_covered else "no test runs the line")
    if status is None or "Timeout (" in output:
        hanging = _HANGING.search(output)
        return MutantVerdict(False, "the time limit" + (f" in {'::'.join(hanging.groups())}" if hanging else ""))
    if failed:
        return MutantVerdict(False, failed.group(1))
    if status < 0:
        return MutantVerdict(False, f"a crash ({signal.Signals(-status).name})")
    return MutantVerdict(False, f"an error before the tests (pytest exit status {status})")


def _mutant_command(choice: ChosenTests, test_seconds: float) -> tuple[str, ...]:
    files = sorted({name.partition("::")[0] for name in choice.first}) if choice.only_first else []
    limit = ("-o", f"faulthandler_timeout={test_seconds:g}", "-o", "faulthandler_exit_on_timeout=true")
    plugin = ("-p", "tools.chosen_tests", "--chosen-tests", "chosen.json", *(["--only-chosen"] if files else []))
    seed = ("--hypothesis-seed", "0")
    return (*_PYTEST, "-x", "-p", "no:xdist", *plugin, *limit, *seed, *_ignored(), *files)


def _ignored() -> tuple[str, ...]:
    return tuple(f"--ignore={path}" for path in _READ_THE_SOURCE)


def _run(command: Sequence[str], root: Path, seconds: float | None) -> tuple[int | None, str]:
    """Runs a command in a copy; returns its exit status, None after so many seconds, and its output."""
    with subprocess.Popen(
        (*command, f"--basetemp={root.parent / 'tests'}"),
        cwd=root,
        env=_environment(root),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,
    ) as process:
        try:
            output, _ = process.communicate(timeout=seconds)
            return process.returncode, output
        except subprocess.TimeoutExpired:
            return None, ""
        finally:
            _end_group(process.pid)


def _end_group(group: int) -> None:
    """Ends a process and what it started, if any of it is left."""
    with suppress(ProcessLookupError):
        os.killpg(group, signal.SIGKILL)


def _environment(root: Path) -> dict[str, str]:
    """No test of a mutant reads or writes the files of this user or the modules of another copy."""
    return {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(root.parent),
        "XDG_CACHE_HOME": str(root.parent),
        "PYTHONPATH": str(root),
        "COVERAGE_FILE": str(root / "coverage.data"),
    }

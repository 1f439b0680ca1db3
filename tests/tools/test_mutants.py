"""The sample of mutants, the choice of their tests, and runs of the tests of a small project."""

import shutil
from pathlib import Path

import pytest

from tests.tools.sources import write_package
from tools.code_survey import ROOT
from tools.mutant_run import (
    ChosenTests,
    CoveredProject,
    Mutant,
    MutantVerdict,
    SuiteError,
    TimeLimits,
    choose_tests,
    cover_project,
    judge_run,
)
from tools.mutants import PathError, format_report, main, read_mutations, sample
from tools.mutations import Mutation, find_mutations

SOURCE = """LIMIT = 5
def clamp(value):
    if value > LIMIT:
        return LIMIT
    return value
def count_down(value):
    while value > 0:
        value -= 1
    return value
def unused():
    return 1
def shared():
    return 2
"""
TESTS = """from exhibit.a import clamp, count_down, shared
import pytest
@pytest.mark.parametrize("value", [4, 6], ids=["4", "6 - 1"])
def test_clamp(value):
    assert clamp(value) == min(value, 5)
def test_count_down():
    assert count_down(3) == 0
@pytest.fixture(scope="module")
def inner():
    return shared()
@pytest.fixture(scope="module")
def outer(inner):
    return inner + shared()
@pytest.fixture
def clamped():
    return clamp(7)
def test_set_up(clamped, outer):
    assert clamped == 5
def test_other(outer):
    assert outer == 4
"""
PATIENT = TimeLimits(60, 300)


def mutant(line: int, description: str) -> Mutant:
    """The mutant of SOURCE on a line with a description."""
    found = [one for one in read_source() if (one.line, one.description) == (line, description)]
    return Mutant(Path("exhibit/a.py"), found[0])


def read_source() -> list[Mutation]:
    """All mutations of SOURCE."""
    return find_mutations(SOURCE)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> CoveredProject:
    """SOURCE after its tests have run."""
    folder = tmp_path_factory.mktemp("small")
    return cover_project(write_project(folder / "root", TESTS), folder / "copy", 1)


def write_project(root: Path, tests: str) -> Path:
    """A project of SOURCE with tests and with the tools of this one."""
    shutil.copytree(ROOT / "tools", root / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    write_package(root, {"__init__.py": "", "a.py": SOURCE})
    (root / "tests").mkdir()
    (root / "tests" / "test_a.py").write_text(tests, encoding="utf-8")
    return root


def test_the_tests_of_a_line_are_those_that_ran_it(small: CoveredProject) -> None:
    clamped, other, set_up = (f"tests/test_a.py::test_{name}" for name in ("clamp[6 - 1]", "clamp[4]", "set_up"))
    count_down = "tests/test_a.py::test_count_down"
    assert small.choose_tests(mutant(4, "return LIMIT -> return None")) == ChosenTests([clamped, set_up], True, True)
    every = [other, clamped, count_down, set_up]
    assert small.choose_tests(mutant(1, "5 -> 6")) == ChosenTests(every, False, True)
    assert small.choose_tests(mutant(11, "1 -> 2")) == ChosenTests(every, False, False)
    assert small.choose_tests(mutant(13, "2 -> 3")) == ChosenTests(every, False, True)


@pytest.mark.parametrize(
    ("line", "description", "verdict"),
    [
        (4, "return LIMIT -> return None", MutantVerdict(False, "tests/test_a.py::test_clamp[6 - 1]")),
        (1, "5 -> 6", MutantVerdict(False, "tests/test_a.py::test_clamp[6 - 1]")),
        (13, "2 -> 3", MutantVerdict(False, "tests/test_a.py::test_other")),
        (3, "value > LIMIT -> value >= LIMIT", MutantVerdict(True, "")),
        (11, "1 -> 2", MutantVerdict(True, "no test runs the line")),
    ],
)
def test_a_mutant_is_judged(line: int, description: str, verdict: MutantVerdict, small: CoveredProject) -> None:
    assert small.judge(mutant(line, description), PATIENT) == verdict


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (TimeLimits(1, 300), "the time limit in tests/test_a.py::test_count_down"),
        (TimeLimits(300, 2), "the time limit"),
    ],
)
def test_a_mutant_that_never_ends_is_killed_by_either_limit(
    limits: TimeLimits, reason: str, small: CoveredProject
) -> None:
    assert small.judge(mutant(8, "value -= 1 -> pass"), limits) == MutantVerdict(False, reason)


def test_the_project_stays_as_it_is(small: CoveredProject) -> None:
    assert (small.copy / "exhibit" / "a.py").read_text(encoding="utf-8") == SOURCE


def test_tests_that_fail_by_themselves_judge_nothing(tmp_path: Path) -> None:
    root = write_project(tmp_path / "root", "def test_wrong():\n    assert False\n")
    with pytest.raises(SuiteError, match="test_wrong"):
        cover_project(root, tmp_path / "copy", 1)


@pytest.mark.parametrize(
    ("contexts", "expected"),
    [
        ({"t.py::b|run", "t.py::a|run"}, ChosenTests(["t.py::a", "t.py::b"], True, True)),
        ({"t.py::a|run", "t.py::a|setup", "t.py::b|teardown"}, ChosenTests(["t.py::a", "t.py::b"], True, True)),
        ({"t.py::a[x|y]|run"}, ChosenTests(["t.py::a[x|y]"], True, True)),
        ({"t.py::a|run", ""}, ChosenTests(["t.py::a"], False, True)),
        ({"t.py::a|run", "shared"}, ChosenTests(["t.py::a"], False, True)),
        ({""}, ChosenTests(["t.py::module"], False, True)),
        ({"shared"}, ChosenTests(["t.py::module"], False, True)),
        (set(), ChosenTests(["t.py::module"], False, False)),
    ],
)
def test_other_tests_follow_unless_only_tests_ran_the_line(contexts: set[str], expected: ChosenTests) -> None:
    assert choose_tests(contexts, {*contexts, "t.py::module|run", "", "shared"}) == expected


@pytest.mark.parametrize(
    ("status", "output", "expected"),
    [
        (0, "3 passed", "**survived**"),
        (1, "FAILED t.py::a\nKILLED BY t.py::a[b - c]\n", "killed by t.py::a[b - c]"),
        (1, "Timeout (0:00:30)!", "killed by the time limit"),
        (
            1,
            'Timeout (0:00:30)!\n  File "/a/tests/conftest.py", line 4 in wait\n  File "/a/tests/t.py", line 7 in test_a\n',
            "killed by the time limit in tests/t.py::test_a",
        ),
        (None, "", "killed by the time limit"),
        (-6, "", "killed by a crash (SIGABRT)"),
        (4, "", "killed by an error before the tests (pytest exit status 4)"),
    ],
)
def test_a_run_is_judged_by_its_status_and_output(status: int | None, output: str, expected: str) -> None:
    assert str(judge_run(status, output, True)) == expected


def test_a_survivor_that_no_test_ran_says_so() -> None:
    assert str(judge_run(0, "", False)) == "**survived**: no test runs the line"


def test_a_seed_draws_the_same_lines_again_and_each_once() -> None:
    mutations = {Path("exhibit/a.py"): read_source()}
    lines = {one.line for one in read_source()}
    drawn = sample(mutations, 4, 1)
    assert drawn == sample(mutations, 4, 1)
    assert len({one.mutation.line for one in drawn}) == 4
    assert any(drawn != sample(mutations, 4, seed) for seed in range(2, 5))
    assert {one.mutation.line for one in sample(mutations, 100, 1)} == lines
    assert [str(one) for one in drawn] == [f"exhibit/a.py:{one.mutation.line}" for one in drawn]


def test_paths_are_files_and_folders_of_the_package(tmp_path: Path) -> None:
    root = write_package(tmp_path, {"a.py": "x = 1", "ui/b.py": "y = 1", "ui/c.py": ""})
    assert {str(path): len(found) for path, found in read_mutations(root, [Path("exhibit/ui"), Path("exhibit/a.py")]).items()} == {
        "exhibit/a.py": 1,
        "exhibit/ui/b.py": 1,
        "exhibit/ui/c.py": 0,
    }  # fmt: skip


@pytest.mark.parametrize("path", ["exhibit/none", "tools", "exhibit/../tools", "pyproject.toml"])
def test_other_paths_are_refused(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(PathError, match=path):
        read_mutations(ROOT, [Path(path)])
    assert main(["--paths", path]) == 1
    assert f"{path}: no module of exhibit/ is there" in capsys.readouterr().err


def test_the_report_begins_with_the_survivors() -> None:
    killed, survived = mutant(1, "5 -> 6"), mutant(11, "1 -> 2")
    report = format_report([killed, survived], [MutantVerdict(False, "t.py::a[x|y]"), MutantVerdict(True, "")], 7)
    assert report.splitlines() == [
        "1 of 2 mutants survived (50.0%; seed 7; equivalent ones included).",
        "",
        "| line | mutation | result |",
        "|---|---|---|",
        "| exhibit/a.py:11 | `1 -> 2` | **survived** |",
        "| exhibit/a.py:1 | `5 -> 6` | killed by t.py::a[x\\|y] |",
    ]

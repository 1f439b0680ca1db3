"""Setting up: what is asked for, what is said, and that an interrupted run goes on."""

import os
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import pytest

from exhibit.libraries import QT_LIBRARIES, X11_LIBRARIES
from tests.processes import ROOT
from tools import setup

EVERY_LIBRARY = [*QT_LIBRARIES.values(), *X11_LIBRARIES.values()]
OFFLINE = (
    "WARNING: Retrying: NewConnectionError('Temporary failure in name resolution')\nERROR: No matching distribution"
)


@dataclass
class Machine:
    """A machine that runs no program, but notes what it is asked to run."""

    lacks: list[str] = field(default_factory=list)
    """Libraries."""
    user: int = 1000
    said: dict[str, str] = field(default_factory=dict)
    """What a program says as it fails, by a word of its command."""
    stopped_in: str | None = None
    """The program during which Ctrl+C is pressed."""
    ran: list[list[str]] = field(default_factory=list)

    def run(
        self, command: Sequence[object], stdout: BinaryIO | None = None, **_: object
    ) -> subprocess.CompletedProcess[bytes]:
        """Stands for subprocess.run."""
        words = [str(word) for word in command]
        self.ran.append(words)
        if self.stopped_in in words:
            raise KeyboardInterrupt
        if "venv" in words:
            setup.PYTHON.parent.mkdir(parents=True)
            setup.PYTHON.touch()
        failed = [said for word, said in self.said.items() if word in words]
        if stdout:
            stdout.write("".join(failed).encode())
            stdout.flush()
        return subprocess.CompletedProcess(words, len(failed))

    def did(self, word: str) -> int:
        """How often a program was run with this word."""
        return sum(word in words for words in self.ran)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Machine:
    made = Machine()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(setup, "missing_libraries", lambda wanted: [one for one in wanted if one in made.lacks])
    monkeypatch.setattr(setup, "find_spec", lambda name: object())
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr("os.geteuid", lambda: made.user)
    monkeypatch.setattr("subprocess.run", made.run)
    return made


Say = Callable[[], tuple[int, str]]


@pytest.fixture
def set_up(machine: Machine, capsys: pytest.CaptureFixture[str]) -> Say:
    """Sets the machine up: the exit code, and what was said."""

    def run() -> tuple[int, str]:
        code = setup.main("some.lock")
        out, err = capsys.readouterr()
        assert err == ""
        return code, out

    return run


def test_a_machine_that_has_everything_hears_what_is_done(machine: Machine, set_up: Say) -> None:
    code, said = set_up()
    assert (code, said.count("\n"), machine.did("venv"), machine.did("install")) == (0, 2, 1, 1)
    assert "making .venv with Python" in said
    assert "installing the packages of some.lock" in said
    (pip,) = [words for words in machine.ran if "install" in words]
    assert {"--require-hashes", "--only-binary", ":all:"} <= set(pip)


def test_what_is_there_is_kept(machine: Machine, set_up: Say) -> None:
    set_up()
    code, said = set_up()
    assert (code, said.count("\n"), machine.did("venv"), machine.did("install")) == (0, 1, 1, 2)


def test_everything_that_lacks_is_asked_for_at_once(
    machine: Machine, set_up: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setup, "find_spec", lambda name: None)
    machine.lacks = [*QT_LIBRARIES, *X11_LIBRARIES]
    for _ in range(2):
        code, said = set_up()
        assert (code, machine.ran) == (1, [])
        assert f"apt-get install --no-install-recommends python3-venv {' '.join(EVERY_LIBRARY)}\n" in said
        assert "run make again" in said


def test_what_only_windows_need_stops_nothing(machine: Machine, set_up: Say) -> None:
    machine.lacks = list(X11_LIBRARIES)
    code, said = set_up()
    assert (code, machine.did("install")) == (0, 1)
    assert f"apt-get install --no-install-recommends {' '.join(X11_LIBRARIES.values())}\n" in said
    assert "going on: only a window needs them" in said


def test_root_has_it_installed(machine: Machine, set_up: Say) -> None:
    machine.user, machine.lacks = 0, ["libEGL.so.1"]
    code, _ = set_up()
    assert code == 0
    assert machine.ran[:2] == [
        ["apt-get", "update", "-q"],
        ["apt-get", "install", "-y", "-q", "--no-install-recommends", "libegl1"],
    ]


@pytest.mark.parametrize(("program", "output", "reason"), [
    ("apt-get", "W: Temporary failure resolving 'the.server'\n", "apt could not install them: there is no network"),
    ("apt-get", "E: Unable to locate package libegl1\n", "apt could not install them: E: Unable to locate package libegl1"),
    ("pip", OFFLINE, "the packages could not be installed: there is no network"),
    ("pip", "ERROR: [Errno 28] No space left on device\n", "installed: ERROR: [Errno 28] No space left on device"),
    ("pip", "", "installed: no reason was given"),
    ("venv", "Error: the disk is odd\n", ".venv could not be made: Error: the disk is odd"),
])  # fmt: skip
def test_why_it_failed_is_one_line(machine: Machine, set_up: Say, program: str, output: str, reason: str) -> None:
    machine.user, machine.lacks = 0, ["libEGL.so.1"] if program == "apt-get" else []
    machine.said = {program: output}
    code, said = set_up()
    assert code == 1
    assert [reason in line for line in said.splitlines()].count(True) == 1


@pytest.mark.parametrize("program", ["venv", "pip"])
def test_an_interrupted_run_goes_on(machine: Machine, set_up: Say, program: str) -> None:
    machine.stopped_in = program
    code, said = set_up()
    assert (code, said.splitlines()[-1]) == (130, "exhibit: stopped; run make again to go on")
    assert setup.UNFINISHED.exists()
    machine.stopped_in = None
    half = setup.VENV / "lib" / "half"
    half.mkdir(parents=True)
    code, _ = set_up()
    assert (code, half.exists(), setup.UNFINISHED.exists()) == (0, False, False)


def test_a_folder_of_root_is_named(machine: Machine, set_up: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", ".venv/unfinished")

    set_up()
    monkeypatch.setattr(Path, "touch", refuse)
    code, said = set_up()
    assert code == 1
    assert ".venv/unfinished cannot be written: Permission denied\n" in said
    assert "have root remove .venv and build, then run make again\n" in said


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can give a file away")
def test_what_root_makes_is_given_to_the_owner_of_the_folder(tmp_path: Path) -> None:
    os.chown(tmp_path, 4711, 4712)
    line = ["sh", str(ROOT / "tools" / "shell.sh"), "mkdir made && touch made/file && ln -s file made/link; exit 3"]
    assert subprocess.run(line, cwd=tmp_path, check=False).returncode == 3
    owners = [(one.lstat().st_uid, one.lstat().st_gid) for one in (tmp_path / "made", *(tmp_path / "made").iterdir())]
    assert owners == [(4711, 4712)] * 3

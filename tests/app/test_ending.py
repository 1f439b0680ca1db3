"""Each way in which the window ends: at once, with the state kept, and with nothing left behind."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from exhibit.app.signals import SIGNALS
from exhibit.model.state import Location, State
from exhibit.saved_state import SavedState, save_state
from tests.processes import ROOT, run_python

DIALOG = """
import shiboken6
from PySide6.QtWidgets import QApplication, QFileDialog
from exhibit.app.desktop import keep_no_dialog_history

application = QApplication([])
if {forgets}:
    keep_no_dialog_history()
dialog = QFileDialog()
dialog.open()
dialog.reject()
shiboken6.delete(dialog)
"""
"""A dialog for the name of a file, opened and left."""
CODES = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGHUP: 129}
NO_FULL_DEVICE = not Path("/dev/full").exists()
Started = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home folder of its own, empty."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def start(sample: Path, home: Path) -> Iterator[Started]:
    """Opens the window in a process of its own, with a shell's redirection, and waits until all of it is made."""
    started: list[subprocess.Popen[str]] = []

    def open_window(redirection: str = "") -> subprocess.Popen[str]:
        surroundings = {"HOME": str(home), "XDG_STATE_HOME": str(home / "state"), "QT_QPA_PLATFORM": "offscreen"}
        command = ["sh", "-c", f'exec "$@" {redirection}', "sh", sys.executable, "-m", "exhibit", "open", str(sample)]
        process = subprocess.Popen(
            command, cwd=ROOT, env=os.environ | surroundings, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            start_new_session=True,
        )  # fmt: skip
        started.append(process)
        wait_for(home / "state" / "exhibit" / "exhibit.log", process)
        return process

    yield open_window
    for process in started:
        process.kill()
        process.communicate()


def wait_for(file: Path, process: subprocess.Popen[str]) -> None:
    """Waits for a file that a process makes, a minute at most."""
    for _ in range(600):
        if file.exists():
            return
        try:
            raise AssertionError((process.wait(0.1), process.communicate()))
        except subprocess.TimeoutExpired:
            continue
    raise AssertionError(f"{file} never came")


def is_anything_left(group: int) -> bool:
    """Whether a process of a group lives."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_every_signal_has_a_row() -> None:
    assert set(CODES) == set(SIGNALS)


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_ends_the_window_at_once_and_keeps_its_state(number: int, start: Started, home: Path) -> None:
    file = home / "state" / "exhibit" / "sample.json"
    save_state(file, SavedState(State(Location("west", "west", "retold"), "hant")))
    before = file.stat().st_mtime_ns
    process = start()
    process.send_signal(number)
    output, complaint = process.communicate(timeout=60)
    assert (process.returncode, output) == (CODES[signal.Signals(number)], "")
    assert "Traceback" not in complaint
    kept = json.loads(file.read_text(encoding="utf-8"))
    assert (kept["place"]["article"], kept["script"]) == ("west", "hant")
    assert file.stat().st_mtime_ns > before, "it was written again"
    assert not is_anything_left(process.pid)


@pytest.mark.parametrize("redirection", [
    ">&-", "2>&-", "<&- >&- 2>&-",
    pytest.param(">/dev/full 2>/dev/full", marks=pytest.mark.skipif(NO_FULL_DEVICE, reason="no /dev/full here")),
])  # fmt: skip
def test_outputs_that_take_nothing_change_nothing(redirection: str, start: Started, home: Path) -> None:
    process = start(redirection)
    process.terminate()
    output, complaint = process.communicate(timeout=60)
    assert (process.returncode, output) == (143, "")
    assert "Traceback" not in complaint
    assert (home / "state" / "exhibit" / "sample.json").exists()


def test_nothing_is_written_outside_the_state_folder(start: Started, home: Path) -> None:
    process = start()
    process.terminate()
    process.communicate(timeout=60)
    written = {path.relative_to(home).parts[:2] for path in home.rglob("*") if path.is_file()}
    assert written == {("state", "exhibit")}


@pytest.mark.parametrize(("forgets", "written"), [(False, ["QtProject.conf"]), (True, [])])
def test_a_dialog_keeps_no_history(
    forgets: bool, written: list[str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    done = run_python("-c", DIALOG.format(forgets=forgets))
    assert (done.returncode, [path.name for path in home.rglob("*")]) == (0, written)

"""Each hostile folder is refused in words, or built to a package that verifies; none hangs or breaks the compiler."""

import re
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from exhibit.__main__ import main
from exhibit.package.verify import verify
from tests.compiler.hostile_folders import hostile_folders, make_hostile

FOLDERS = hostile_folders()
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]")
pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="pipes and alarms are of POSIX")


@pytest.fixture(autouse=True)
def _alarm() -> Iterator[None]:
    """Ends what hangs; nothing here takes a tenth of that."""

    def stop(*_: object) -> None:
        raise TimeoutError("hangs")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, 30)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


def test_there_are_enough() -> None:
    assert len(FOLDERS) >= 100


@pytest.mark.parametrize("name", FOLDERS)
def test_it_is_refused_or_built(name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    folder, output = make_hostile(FOLDERS[name], tmp_path / "content"), tmp_path / "x.exhibit"
    code = main(["build", str(folder), "-o", str(output)])
    printed = capfd.readouterr()
    assert code in (0, 1)
    assert output.exists() == (code == 0)
    assert ": error: " in printed.err or code == 0
    assert printed.err.count("\n") <= 505
    assert not CONTROLS.search(printed.err + printed.out)
    if code == 0:
        verify(output)


@pytest.mark.parametrize("name", [name for name in FOLDERS if " as " in name or "articles" in name])
def test_check_and_review_refuse_it_or_not(name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    folder = make_hostile(FOLDERS[name], tmp_path / "content")
    checked = main(["check", str(folder)])
    has_errors = ": error: " in capfd.readouterr().out
    assert (checked == 1) == has_errors
    reviewed = main(["review", str(folder)])
    assert (": error: " in capfd.readouterr().err) == has_errors
    assert reviewed == 1


@pytest.mark.parametrize("command", ["build", "check", "review"])
@pytest.mark.parametrize("kind", ["loop", "nothing", "file"])
def test_a_folder_that_is_none_is_refused(
    tmp_path: Path, command: str, kind: str, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "content"
    if kind == "loop":
        folder.symlink_to(folder)
    elif kind == "file":
        folder.write_text("x")
    words = [command, str(folder)] + (["-o", str(tmp_path / "x")] if command == "build" else [])
    assert main(words) == 1
    printed = capfd.readouterr()
    assert "Traceback" not in printed.err
    assert printed.err

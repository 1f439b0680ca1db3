"""What is said of a machine that lacks something, and that nothing is started which cannot work."""

import os
import re
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

import exhibit.app.desktop
from exhibit import display
from exhibit.__main__ import main
from exhibit.commands import open as open_command
from exhibit.commands import remedies
from exhibit.display import display_trouble, known_platforms
from exhibit.libraries import QT_LIBRARIES, X11_LIBRARIES, library_remedy, missing_libraries, qt_trouble
from exhibit.options import Options
from tests.processes import ROOT, run_python

BUS = "DBUS_SESSION_BUS_ADDRESS"


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A Linux without a display, that lacks no library."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR", BUS):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(display, "missing_libraries", lambda wanted: [])
    return monkeypatch


@pytest.fixture
def windows(bare: pytest.MonkeyPatch) -> Iterator[list[dict[str, str]]]:
    """The environments of the windows that were opened."""
    found: list[dict[str, str]] = []

    def run(file: Path, options: Options) -> int:
        found.append(dict(os.environ))
        return 0

    before = signal.getsignal(signal.SIGINT)
    bare.setattr(exhibit.app.desktop, "run_desktop", run)
    bare.setattr(open_command, "display_trouble", lambda: None)
    yield found
    signal.signal(signal.SIGINT, before)


# Displays


@pytest.mark.parametrize(("environment", "said"), [
    ({"DISPLAY": ":4711"}, "no display answers at DISPLAY=:4711"),
    ({"WAYLAND_DISPLAY": "wayland-4711"}, "no Wayland display answers"),
    ({"WAYLAND_DISPLAY": "wayland-4711", "DISPLAY": ":4711"}, "no display answers at DISPLAY=:4711"),
    ({"QT_QPA_PLATFORM": "flat"}, "QT_QPA_PLATFORM names flat, which Qt does not know here"),
    ({"QT_QPA_PLATFORM": "wayland"}, "no Wayland display answers"),
    ({"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":4711"}, "no display answers at DISPLAY=:4711"),
])  # fmt: skip
def test_no_window_is_tried_where_none_can_open(
    bare: pytest.MonkeyPatch, environment: dict[str, str], said: str
) -> None:
    bare.setattr(display, "_x11_answers", lambda: False)
    for name, value in environment.items():
        bare.setenv(name, value)
    trouble = display_trouble() or ""
    assert said in trouble
    assert "\n" not in trouble


@pytest.mark.parametrize("environment", [
    {"DISPLAY": ":1"}, {"DISPLAY": ":1", "WAYLAND_DISPLAY": "wayland-4711"}, {"QT_QPA_PLATFORM": "offscreen"},
    {"QT_QPA_PLATFORM": "flat;offscreen"}, {"QT_QPA_PLATFORM": "offscreen:size=9x9"}, {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":1"},
])  # fmt: skip
def test_a_window_is_tried_where_one_can_open(bare: pytest.MonkeyPatch, environment: dict[str, str]) -> None:
    bare.setattr(display, "_x11_answers", lambda: True)
    for name, value in environment.items():
        bare.setenv(name, value)
    assert display_trouble() is None


def test_a_window_on_x11_needs_its_libraries(bare: pytest.MonkeyPatch) -> None:
    bare.setenv("DISPLAY", ":1")
    bare.setattr(display, "missing_libraries", lambda wanted: ["libxcb-cursor.so.0"])
    bare.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    assert display_trouble() == (
        "exhibit: a window needs libraries of this system; as its administrator: "
        "apt-get install --no-install-recommends libxcb-cursor0"
    )


def test_where_there_is_no_qt_its_platforms_are_not_judged(bare: pytest.MonkeyPatch) -> None:
    bare.setattr(display, "known_platforms", set)
    bare.setenv("QT_QPA_PLATFORM", "offscreen")
    assert display_trouble() is None


def test_the_installed_qt_knows_its_platforms() -> None:
    assert {"offscreen", "xcb", "wayland"} <= known_platforms()


@pytest.mark.parametrize("environment", [{"DISPLAY": ":4711"}, {"QT_QPA_PLATFORM": "flat"}], ids=str)
def test_open_says_it_each_time_in_one_line(
    sample: Path, environment: dict[str, str], bare: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        bare.setenv(name, value)
    for _ in range(2):
        done = run_python("-m", "exhibit", "open", sample)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
        assert done.stderr.startswith("exhibit: ")


# Libraries and packages


def test_a_library_that_is_nowhere_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert missing_libraries(["libnowhere-4711.so.0"]) == ["libnowhere-4711.so.0"]
    monkeypatch.setattr("sys.platform", "darwin")
    assert missing_libraries(["libnowhere-4711.so.0"]) == []


@pytest.mark.parametrize(("apt", "remedy"), [
    ("/usr/bin/apt-get", "apt-get install --no-install-recommends python3-venv libegl1 libxcb1"),
    (None, "install from the packages of this system what holds python3-venv, libEGL.so.1, libxcb.so.1"),
])  # fmt: skip
def test_the_administrator_is_told_what_this_system_calls_it(
    monkeypatch: pytest.MonkeyPatch, apt: str | None, remedy: str
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: apt)
    assert library_remedy(["libEGL.so.1", "libxcb.so.1"], ["python3-venv"]) == remedy


@pytest.mark.parametrize(("error", "missing", "said"), [
    (ImportError("libEGL.so.1: cannot open shared object file"), ["libEGL.so.1"], "Qt lacks libraries of this system"),
    (ImportError("libodd.so.1: cannot open shared object file"), [], "Qt cannot be loaded: libodd.so.1"),
    (ModuleNotFoundError("No module named 'PySide6'", name="PySide6"), [], "Qt cannot be loaded: No module named"),
    (ImportError("cannot import name 'run_desktop'", name="exhibit.app.desktop"), [], None),
])  # fmt: skip
def test_qt_that_cannot_be_loaded_is_told_from_a_mistake_of_ours(
    monkeypatch: pytest.MonkeyPatch, error: ImportError, missing: list[str], said: str | None
) -> None:
    monkeypatch.setattr("exhibit.libraries.missing_libraries", lambda wanted: missing)
    trouble = qt_trouble(error)
    assert said in trouble if said and trouble else trouble is said, trouble


@pytest.mark.parametrize("words", [["open"], ["pictures", "{folder}"]], ids=" ".join)
def test_qt_that_is_not_there_is_one_line(
    sample: Path, tmp_path: Path, words: list[str], bare: pytest.MonkeyPatch
) -> None:
    command, *rest = (word.format(folder=tmp_path / "out") for word in words)
    code = (
        "import sys; sys.modules['PySide6'] = None\n"
        "from exhibit.commands import open\nopen.display_trouble = lambda: None\n"
        "from exhibit.__main__ import main\nsys.exit(main(sys.argv[1:]))"
    )
    done = run_python("-c", code, command, sample, *rest)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "PySide6" in done.stderr or "libraries of this system" in done.stderr


def test_no_advice_names_the_program_of_somebody_else() -> None:
    texts = [
        *(ROOT / "exhibit").rglob("*.py"),
        *(ROOT / "tools").iterdir(),
        *(ROOT / "docs").glob("*.md"),
        ROOT / "README.md",
    ]
    stranger = re.compile(r"pip3? install (?:-\S+ )*['\"]?exhibit(?![\w.-]*\.whl)")
    assert stranger.search("pip install 'exhibit[compiler]'")
    assert [path for path in texts if path.is_file() and stranger.search(path.read_text(encoding="utf-8"))] == []


def test_packages_are_got_from_where_we_came_from(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert "`make run`" in remedies.packages_remedy("compiler")
    monkeypatch.setattr(remedies, "_CLONE", tmp_path)
    assert (
        remedies.packages_remedy("compiler") == "install Exhibit again from its wheel: pip install 'FILE.whl[compiler]'"
    )
    assert remedies.packages_remedy() == "install Exhibit again from its wheel: pip install 'FILE.whl'"


# The message bus


@pytest.mark.parametrize("has_bus", [True, False])
def test_no_program_is_started_to_make_a_bus(
    windows: list[dict[str, str]], bare: pytest.MonkeyPatch, sample: Path, tmp_path: Path, has_bus: bool
) -> None:
    if has_bus:
        (tmp_path / "bus").touch()
        bare.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    bare.setenv(BUS, "")
    bare.delenv(BUS)  # so that it is undone
    assert main(["open", str(sample)]) == 0
    assert windows[0].get(BUS) == (None if has_bus else "disabled:")


def test_a_bus_that_is_named_is_left_alone(
    windows: list[dict[str, str]], bare: pytest.MonkeyPatch, sample: Path
) -> None:
    bare.setenv(BUS, "unix:path=/somewhere")
    assert main(["open", str(sample)]) == 0
    assert windows[0][BUS] == "unix:path=/somewhere"


def test_every_library_has_a_package() -> None:
    assert all((QT_LIBRARIES | X11_LIBRARIES).values())

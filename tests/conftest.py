"""What every test has: Qt off screen, the shipped fonts, a sample package, and no widget left behind."""

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hypothesis import HealthCheck, settings
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from exhibit.model.text import SCRIPTS
from exhibit.ui.fonts import load_fonts
from tests.samples import write_sample

# A busy machine is no mistake
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


@pytest.fixture(scope="session", autouse=True)
def _settings_of_no_one(tmp_path_factory: pytest.TempPathFactory) -> None:
    os.environ["XDG_STATE_HOME"] = str(tmp_path_factory.mktemp("settings"))
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(autouse=True)
def _garbage_collected_between_tests() -> Iterator[None]:
    """As in the window: never on another thread, where Qt objects of this one would be destroyed."""
    gc.disable()
    yield
    if gc.get_count()[0] > 50_000:
        gc.collect()


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application of pytest-qt with the shipped fonts."""
    for script in SCRIPTS:
        load_fonts(script)
    return qapp


class PatientBot(QtBot):
    """Waits longer than pytest-qt's five seconds, so that only what never comes is missed."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = 60_000) -> None:
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture(scope="session")
def sample_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The sample as a package, for tests that spoil it."""
    return write_sample(tmp_path_factory.mktemp("sample") / "sample.exhibit").read_bytes()


@pytest.fixture
def sample(tmp_path: Path, sample_bytes: bytes) -> Path:
    """A package file of the sample, this test's own."""
    path = tmp_path / "sample.exhibit"
    path.write_bytes(sample_bytes)
    return path


@pytest.fixture(autouse=True)
def _no_widget_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test after which a window lives that did not live before."""
    if "qtbot" not in request.fixturenames:
        yield
        return
    before = _windows()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if _windows() - before:
        gc.collect()
    left = [f"{type(widget).__name__} {widget.objectName()}" for widget in _windows() - before]
    assert not left, f"widgets left alive: {', '.join(left)}"


def _windows() -> set[QWidget]:
    return set(QApplication.topLevelWidgets())

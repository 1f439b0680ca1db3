"""The real window on the sample, as a visitor meets it."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from exhibit.model.state import State
from exhibit.package.reader import PackageReader
from exhibit.session import Session
from exhibit.ui.window.view import ExhibitWindow
from tests.pages import WindowPage

OpenWindow = Callable[..., WindowPage]


@pytest.fixture
def visit(qtbot: QtBot, sample: Path) -> Iterator[OpenWindow]:
    """Opens the window at its first article, in a size and a state."""
    packages: list[PackageReader] = []
    windows: list[ExhibitWindow] = []

    def open_window(width: int = 1440, height: int = 900, state: State | None = None) -> WindowPage:
        packages.append(PackageReader(sample))
        session = Session(packages[-1], state or State())
        session.home()
        window = ExhibitWindow(session)
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(width, height)
        window.show()
        page = WindowPage(window, session)
        qtbot.waitUntil(lambda: window.complete)
        return page

    yield open_window
    for window in windows:
        window.close_threads()
    assert [thread.name for thread in threading.enumerate() if thread.name == "search"] == []
    for package in packages:
        package.close()

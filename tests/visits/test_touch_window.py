"""The whole window on a touch screen: every control has a finger's size and its place, every text can be read."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final, get_args

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from exhibit.model.state import MiddlePage, State
from exhibit.options import Options
from exhibit.package.reader import PackageReader
from exhibit.session import Session
from exhibit.ui.window.view import ExhibitWindow
from tests.touch import TOUCH_DISPLAY, small_controls, small_fonts

PAGES: Final[tuple[MiddlePage, ...]] = get_args(MiddlePage)


@pytest.fixture(params=[(1920, 1080), (1080, 1920)], ids=["landscape", "portrait"])
def window(qtbot: QtBot, sample: Path, request: pytest.FixtureRequest) -> Iterator[ExhibitWindow]:
    """The window at its first article."""
    package = PackageReader(sample)
    session = Session(package, State(), options=Options(display=TOUCH_DISPLAY), deferred=False)
    session.choose_region("east")
    made = ExhibitWindow(session)
    qtbot.addWidget(made)
    made.resize(*request.param)
    made.show()
    qtbot.waitUntil(lambda: made.complete)
    yield made
    made.close_threads()
    package.close()


@pytest.mark.parametrize("page", PAGES)
def test_every_control_and_text_is_large_enough(window: ExhibitWindow, page: MiddlePage) -> None:
    window.session.show_page(page)
    assert small_controls(window) == []
    assert small_fonts(window) == []


@pytest.mark.parametrize("page", PAGES)
def test_the_bar_has_room_for_its_buttons(window: ExhibitWindow, page: MiddlePage) -> None:
    window.session.show_page(page)
    home = window.findChild(QAbstractButton, "home")
    assert home is not None
    bar = home.parentWidget()
    assert bar is not None
    buttons = [one for one in bar.findChildren(QAbstractButton) if one.isVisible() and one.parentWidget() is bar]
    assert [one.objectName() for one in buttons if not bar.rect().contains(one.geometry())] == []

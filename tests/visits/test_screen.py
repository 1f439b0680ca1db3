"""The window on screens of all sizes: never larger than its screen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QScreen

from exhibit.ui.window.view import ExhibitWindow
from tests.pages import WindowPage


@pytest.mark.parametrize("screen", [(1366, 768), (800, 480), (480, 800), (640, 360)])
@pytest.mark.parametrize("wanted", [(1440, 900), (3840, 2100), (300, 200)])
def test_the_window_is_never_larger_than_its_screen(
    visit: Callable[..., WindowPage], monkeypatch: pytest.MonkeyPatch, screen: tuple[int, int], wanted: tuple[int, int]
) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _: QSize(*screen))
    window = visit().window
    assert isinstance(window, ExhibitWindow)
    window.resize_within_screen(QSize(*wanted))
    assert window.width() <= screen[0]
    assert window.height() <= screen[1]
    assert window.minimumWidth() <= screen[0]
    assert window.minimumHeight() <= screen[1]

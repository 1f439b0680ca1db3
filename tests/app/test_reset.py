"""A reset leaves nothing of the last visitor: the window is as it was at the start, to the pixel."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from exhibit.app.desktop import DesktopRun
from exhibit.app.opening import opened
from exhibit.model.search import SearchQuery
from exhibit.model.state import State
from exhibit.options import Options
from exhibit.ui.window.view import ExhibitWindow


class WindowTraces(NamedTuple):
    """All that a visitor could find out of the one before."""

    state: State
    ways: tuple[bool, bool]
    """Whether there is a way back, and one forward."""
    texts: frozenset[tuple[str, ...]]
    undo: frozenset[str]
    """Fields whose last change can be undone."""
    clipboard: str
    picture: QImage


@pytest.fixture
def run(sample: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[DesktopRun]:
    """A run on the sample that nobody has used."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # a run takes it over
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    QGuiApplication.clipboard().clear()
    run = DesktopRun(opened(sample, Options()), Options())
    run.begin()
    yield run
    window = window_of()
    run.end()
    window.close()
    window.deleteLater()


def window_of() -> ExhibitWindow:
    """The window on the screen."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    windows = [one for one in QApplication.topLevelWidgets() if isinstance(one, ExhibitWindow) and one.isVisible()]
    assert len(windows) == 1
    return windows[0]


def traces(qtbot: QtBot) -> WindowTraces:
    """What the window shows once it is complete."""
    window = window_of()
    qtbot.waitUntil(lambda: window.complete)
    window.reader.setFocus()
    for _ in range(5):
        QApplication.processEvents()
    session = window.session
    fields = [one for one in window.findChildren(QLineEdit) if one.isUndoAvailable()]
    return WindowTraces(
        session.state,
        (session.can_go_back, session.can_go_forward),
        frozenset(texts(window)),
        frozenset(one.objectName() for one in fields),
        QGuiApplication.clipboard().text(),
        window.grab().toImage(),
    )


def texts(window: ExhibitWindow) -> Iterator[tuple[str, ...]]:
    """What is written in the window, said of it, and can be chosen in it, hidden parts included."""
    for widget in [window, *window.findChildren(QWidget)]:
        kind = type(widget).__name__
        yield kind, widget.objectName(), widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()
        yield kind, widget.windowTitle(), "visible" if widget.isVisible() else "hidden"
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            yield kind, widget.objectName(), widget.text()
        if isinstance(widget, QAbstractItemView) and (model := widget.model()):
            yield from ((kind, str(model.index(row, 0).data())) for row in range(model.rowCount()))
    for action in window.findChildren(QAction):
        yield "action", action.text(), "enabled" if action.isEnabled() else "disabled"


def visit(qtbot: QtBot) -> None:
    """A visitor who uses everything and leaves it open."""
    window = window_of()
    session = window.session
    session.choose_region("west")
    session.choose_metric("west.one-guests")
    session.filter_topic("people")
    session.set_order("size")
    window.open_search()
    QTest.keyClicks(QApplication.focusWidget() or window, "dongjie")
    session.search(SearchQuery("东街"))
    qtbot.waitUntil(lambda: window.searching.stage == "counted")
    window.open_keyboard()
    session.open_term("ticket")
    session.choose_part("east-system", "door")
    window.searching.open_find()
    QTest.keyClicks(QApplication.focusWidget() or window, "shuhua")
    window.reader.select_all()
    window.reader.copy()
    session.set_script("hant")
    session.set_english(True)
    session.set_appearance("dark")
    session.rescale(2)
    window.show_help()
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    QApplication.processEvents()


def test_after_a_reset_the_window_is_as_at_the_start(run: DesktopRun, qtbot: QtBot) -> None:
    fresh = traces(qtbot)
    visit(qtbot)
    used = traces(qtbot)
    for name in ("state", "ways", "texts", "undo", "clipboard", "picture"):
        assert getattr(used, name) != getattr(fresh, name), f"the visit left no trace in {name}"
    run.reset()
    again = traces(qtbot)
    assert again._replace(picture=fresh.picture) == fresh
    assert again.picture == fresh.picture


def test_a_reset_ends_the_dialogs_of_the_last_visitor(run: DesktopRun, qtbot: QtBot) -> None:
    window = window_of()
    qtbot.waitUntil(lambda: window.complete)
    window.show_help()
    assert QApplication.activeModalWidget() is not None
    run.reset()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert QApplication.activeModalWidget() is None
    assert window_of() is not window

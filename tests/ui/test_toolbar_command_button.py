"""The buttons of the bar: they show their command, run it, and leave no connection behind when it changes."""

import pytest
from PySide6.QtCore import SIGNAL, Qt
from PySide6.QtGui import QAction, QIcon, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from exhibit.session import Session
from exhibit.ui.toolbar.command_button import CommandButton
from exhibit.ui.window.view import ExhibitWindow


@pytest.fixture
def action(qtbot: QtBot) -> QAction:
    """A command."""
    return QAction("find")


def shown(qtbot: QtBot, action: QAction) -> CommandButton:
    """A button of a command, on the screen."""
    button = CommandButton("find")
    qtbot.addWidget(button)
    button.show_action(action)
    button.show()
    return button


def test_a_button_follows_its_command(qtbot: QtBot, action: QAction) -> None:
    button = shown(qtbot, action)
    picture = QPixmap(8, 8)
    picture.fill(Qt.GlobalColor.red)
    action.setText("search")
    action.setToolTip("search it all")
    action.setIcon(QIcon(picture))
    action.setEnabled(False)
    assert (button.text(), button.toolTip(), button.isEnabled()) == ("search", "search it all", False)
    assert button.icon().cacheKey() == action.icon().cacheKey()


def test_a_click_runs_the_command(qtbot: QtBot, action: QAction) -> None:
    button = shown(qtbot, action)
    with qtbot.waitSignal(action.triggered):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_qt_leaves_connections_behind_for_a_default_action(qtbot: QtBot, action: QAction) -> None:
    """Why there is a button of our own; where this fails, Qt was mended and it can go."""
    button = QToolButton()
    qtbot.addWidget(button)
    button.setDefaultAction(action)
    before = followers(action)
    for number in range(10):
        action.setText(str(number))
    assert followers(action) > before


def test_switches_leave_no_connection_behind(qtbot: QtBot, session: Session) -> None:
    session.home()
    window = ExhibitWindow(session)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.complete)
    switch(session)
    before = {id: followers(action) for id, action in window.actions_by_id.items()}
    for _ in range(10):
        switch(session)
    assert {id: followers(action) for id, action in window.actions_by_id.items()} == before
    window.close_threads()


def switch(session: Session) -> None:
    """Switches everything there and back."""
    session.set_english(not session.state.english)
    session.toggle_script()
    session.set_appearance("dark")
    session.rescale(1)
    QApplication.processEvents()
    session.set_appearance("light")
    session.rescale(-1)
    QApplication.processEvents()


def followers(action: QAction) -> int:
    """Connections that a change of a command goes through."""
    return action.receivers(SIGNAL("changed()"))

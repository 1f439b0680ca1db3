"""Text is text: nothing in the window takes what a package says for HTML or for the mark of a key."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, Final

import pytest
from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QPushButton,
    QTabBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from exhibit.model.article import Body
from exhibit.model.metric import Evidence
from exhibit.model.search import SearchQuery
from exhibit.model.state import TABS, State
from exhibit.model.text import Text
from exhibit.package.reader import PackageReader
from exhibit.package.search.index_writer import IndexOptions
from exhibit.package.writer import PackageContents, write_package
from exhibit.session import Session
from exhibit.ui.labels import plain_tool_tip, without_mnemonic
from exhibit.ui.window.view import ExhibitWindow
from tests.accessible import accessible_name
from tests.pages import PAGES
from tests.samples import sample_contents

NAMES: Final = ("<b>&amp;§", "&amp;<img src=x>§", "<img src='/dev/zero'>§", "a&lt;b>§")
"""How names begin; § tells them apart from the texts of the window."""
_ROLES: Final = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


def renamed(value: Any, name: str) -> Any:
    """The same contents with `name` before each text but those of the articles, in which marks have their places."""
    if isinstance(value, Text):
        return Text(name + value.hans, name + value.hant)
    if isinstance(value, Body | Evidence | IndexOptions):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{one.name: renamed(getattr(value, one.name), name) for one in fields(value) if one.init}
        )
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*(renamed(one, name) for one in value))
    if isinstance(value, tuple | list):
        return type(value)(renamed(one, name) for one in value)
    return value


def of_rich_text(text: str) -> str:
    """What a label or a tool tip shows that takes HTML."""
    if not QtGui.Qt.mightBeRichText(text):
        return text
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText()


def of_mnemonics(text: str) -> str:
    """What a button or an action shows."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def texts(window: ExhibitWindow) -> Iterator[tuple[str, str]]:
    """The kind of each text of the window, and what is seen or heard of it."""
    for widget in [window, *window.findChildren(QWidget)]:
        yield "tool tip", of_rich_text(widget.toolTip())
        yield "title", widget.windowTitle()
        yield "accessible", accessible_name(widget)
        yield "accessible", widget.accessibleDescription()
        assert not widget.whatsThis() + widget.statusTip()
        yield from texts_of(widget)
    for action in window.findChildren(QAction):
        yield "action", of_mnemonics(action.text())
        yield "tool tip", of_rich_text(action.toolTip())


def texts_of(widget: QWidget) -> Iterator[tuple[str, str]]:
    """What widgets of Qt's own show."""
    if isinstance(widget, QLabel):
        plain = widget.textFormat() == Qt.TextFormat.PlainText
        yield "label", widget.text() if plain else of_rich_text(widget.text())
    if isinstance(widget, QPushButton | QToolButton):
        yield "button", of_mnemonics(widget.text())
    elif isinstance(widget, QAbstractButton):
        assert widget.shortcut().isEmpty(), "a painted button shows its text as it is"
    if isinstance(widget, QTabBar):
        yield from (("tab", of_mnemonics(widget.tabText(number))) for number in range(widget.count()))
    if isinstance(widget, QAbstractItemView) and (model := widget.model()):
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            yield from (("row", str(index.data(role) or "")) for role in _ROLES)
            yield "tool tip", of_rich_text(str(index.data(Qt.ItemDataRole.ToolTipRole) or ""))


def tour(session: Session) -> Iterator[str]:
    """Goes to every page and tab, with whatever can be opened there."""
    for tab in TABS:
        session.show_tab(tab)
        yield tab
    for page in PAGES:
        session.show_page(page)
        yield page
    session.search(SearchQuery("书"))
    yield "hits"
    session.open_term("ticket")
    yield "term"
    session.open_article("east")
    session.choose_metric("east.one-guests")
    session.choose_part("east-system", "door")
    yield "part"
    session.filter_topic("people")
    session.show_tab("metrics")
    yield "topic"
    session.find("书")
    yield "find"
    session.toggle_script()
    yield "script"


@pytest.fixture
def contents() -> PackageContents:
    return sample_contents(2)


@pytest.mark.parametrize("name", NAMES)
def test_no_name_is_taken_for_html_or_for_a_key(
    name: str, contents: PackageContents, qtbot: QtBot, tmp_path: Path
) -> None:
    write_package(renamed(contents, name), tmp_path / "named")
    package = PackageReader(tmp_path / "named")
    session = Session(package, State(), deferred=False)
    session.home()
    window = ExhibitWindow(session)
    qtbot.addWidget(window)
    window.resize(1080, 1920)  # the panel is a strip with its topics in a menu
    window.show()
    qtbot.waitUntil(lambda: window.complete)
    told: set[str] = set()
    for place in tour(session):
        for _ in range(3):
            QApplication.processEvents()
        for kind, text in texts(window):
            assert text.count("§") == text.count(name), (place, kind, text)
            told |= {kind} if "§" in text else set()
    window.close_threads()
    package.close()
    assert told >= {"tool tip", "title", "accessible", "action", "button", "row"}


@pytest.mark.parametrize("text", [*NAMES, "a\nb <b>c</b>", "<b>two  spaces\nand a line</b>", "plain & simple", "&lt;"])
def test_a_tool_tip_shows_a_text_as_it_is(text: str) -> None:
    assert of_rich_text(plain_tool_tip(text)) == text


def test_a_label_of_a_button_keeps_its_ampersands(qtbot: QtBot) -> None:
    button = QPushButton(without_mnemonic("Q&A && <b>"))
    qtbot.addWidget(button)
    assert button.shortcut().isEmpty()
    assert of_mnemonics(button.text()) == "Q&A && <b>"

"""Keys scroll the text and extend the selection."""

from PySide6.QtCore import Qt

from exhibit.model.state import Anchor
from tests.ui.reader.page import ReaderPage


def test_keys_extend_the_selection_from_the_top_line(page: ReaderPage) -> None:
    page.session.read_to(Anchor("one-2", 0))
    shift = Qt.KeyboardModifier.ShiftModifier
    page.key(Qt.Key.Key_Right, shift)
    page.key(Qt.Key.Key_Right, shift)
    page.key(Qt.Key.Key_Right, shift)
    assert page.copied().startswith("赵孟𫖯\n")
    page.key(Qt.Key.Key_Left, shift)
    assert page.copied().startswith("赵孟\n")
    page.key(Qt.Key.Key_Down, shift)
    assert page.text.selector.selection
    assert page.text.selector.selection.focus == (page.layout.shown.index("one-2"), page.layout.at(6).start(1) + 4)
    page.key(Qt.Key.Key_End, shift)
    assert page.text.selector.selection.focus[0] == page.layout.count - 2
    page.view.select_all()
    assert page.copied().startswith("门前的书画\n赵孟𫖯")


def test_keys_scroll(page: ReaderPage) -> None:
    page.key(Qt.Key.Key_Down)
    line = page.y()
    assert line == page.layout.setting.faces["paragraph"].line
    page.key(Qt.Key.Key_Space)
    assert page.y() == line + page.text.viewport().height() - line
    page.key(Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert page.y() == line
    page.key(Qt.Key.Key_End)
    assert page.y() == page.layout.height - page.text.viewport().height()
    page.key(Qt.Key.Key_Home)
    assert page.top() is None

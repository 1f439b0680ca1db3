"""The contents follow the text and lead to its sections."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from exhibit.model.state import Anchor
from exhibit.ui.reader.shown import reader_shown
from tests.ui.reader.page import ReaderPage


def test_the_contents_shrink_while_their_last_row_is_current(page: ReaderPage) -> None:
    page.toc.setFocus()
    page.toc.setCurrentRow(1)
    shown = reader_shown(page.session.package, page.session.state)
    page.toc.show_page(replace(shown, contents=shown.contents[:1]), page.view.look)
    assert page.toc.count() == 1


def test_the_contents_follow_the_text_and_lead_to_sections(page: ReaderPage) -> None:
    assert page.toc.isVisible()
    assert page.toc.currentRow() == 0
    page.scroll(100_000)
    assert page.toc.currentRow() == 1
    box = page.toc.visualItemRect(page.toc.item(0))
    QTest.mouseClick(page.toc.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert page.top() == Anchor("one")
    assert page.height_of("one", 0) == page.view.theme.px(12)
    page.scroll(300)
    QTest.mouseClick(page.toc.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert page.height_of("one", 0) == page.view.theme.px(12)
    page.session.back()
    assert page.session.state.place.passage is None
    page.session.forward()
    page.toc.setFocus()
    QTest.keyClick(page.toc, Qt.Key.Key_Down)
    assert page.top() == Anchor("two")
    assert page.session.state.place.passage == "two"
    page.view.resize(600, 600)
    assert not page.toc.isVisible()


def test_rows_of_the_chosen_topic_name_it_for_screen_readers(page: ReaderPage) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    page.session.filter_topic("people")
    assert [page.toc.item(row).data(role) for row in range(2)] == [None, "二 东街的长账，主题：人"]

"""Mouse and finger choose marks and passages and select text."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.reader.page import ReaderPage


def test_a_figure_is_chosen_on_release(page: ReaderPage) -> None:
    figure = page.first_figure()
    viewport = page.text.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=page.mark(figure))
    assert page.session.state.place.metric is None
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=page.mark(figure))
    assert page.session.state.place.metric == "east.one-guests"
    page.key(Qt.Key.Key_Escape)
    assert page.session.state.place.metric is None


def test_hovering_a_figure_shows_a_hand(page: ReaderPage) -> None:
    figure = page.first_figure()
    QTest.mouseMove(page.text.viewport(), page.mark(figure))
    assert page.text.scene.hovered == figure
    assert page.text.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(page.text.viewport(), QPoint(2, 2))
    assert page.text.scene.hovered is None


def test_a_tap_chooses_and_a_finger_scrolls(page: ReaderPage, qapp: QApplication) -> None:
    device = QTest.createTouchDevice()
    page.scroll(40)
    start = page.mark(page.first_figure())
    QTest.touchEvent(page.text, device).press(0, page.text.viewport().mapTo(page.text, start), page.text).commit()
    QTest.touchEvent(page.text, device).release(0, page.text.viewport().mapTo(page.text, start), page.text).commit()
    assert page.session.state.place.metric == "east.one-guests"
    assert not page.view.has_selection()


def test_dragging_selects_across_passages_and_survives_the_script_switch(page: ReaderPage) -> None:
    first = page.first_figure()[0]
    viewport = page.text.viewport()
    start, end = page.point(first, 0), page.point(first + 1, 3)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start - QPoint(3, 0))
    QTest.mouseMove(viewport, end - QPoint(3, 0))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end - QPoint(3, 0))
    assert page.view.has_selection()
    assert page.copied().startswith("赵孟𫖯的书画在east展出")
    assert "\n赵孟𫖯\n——《east：书画上街》" in page.copied()
    page.session.toggle_script()
    assert page.copied().startswith("赵孟頫的書畫在east展出")
    page.key(Qt.Key.Key_Escape)
    assert not page.view.has_selection()


def test_dragging_beyond_the_edge_scrolls_until_released(page: ReaderPage, qtbot: QtBot) -> None:
    viewport, bar = page.text.viewport(), page.text.verticalScrollBar()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    QTest.mouseMove(viewport, QPoint(300, viewport.height() + 40))
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(300, viewport.height() + 40))
    assert page.text.selector.selection
    assert page.text.selector.selection.end[0] >= page.layout.count - 2


def test_double_and_triple_click(page: ReaderPage) -> None:
    index = page.first_figure()[0] + 1
    text = page.layout.shown.passage(index).text
    inside = page.point(index, text.index("长街的人") + 1)
    QTest.mouseDClick(page.text.viewport(), Qt.MouseButton.LeftButton, pos=inside)
    assert page.copied().startswith("长街的人都说东西好看\n")
    page.click(inside)
    assert page.copied().startswith(text + "\n")


def test_a_click_on_a_paragraph_marks_it_without_moving(page: ReaderPage) -> None:
    page.scroll(150)
    y, top, index = page.y(), page.top(), page.first_figure()[0]
    page.click(page.point(index + 1, 30))
    assert page.session.state.place.passage == "one-2"
    assert page.layout.shown.marked == (index + 1, index + 2)
    assert (page.y(), page.top()) == (y, top)
    page.click(page.point(index, 3))
    assert page.session.state.place.passage == "one-1"
    page.click(page.point(index, 3))
    assert page.session.state.place.passage is None
    page.click(page.point(index, 3))
    page.click(QPoint(4, 200))
    assert page.session.state.place.passage is None


@pytest.fixture
def _single_taps(qapp: QApplication) -> Iterator[None]:
    """Taps that follow at once are no double tap."""
    interval = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(0)
    yield
    qapp.setDoubleClickInterval(interval)


@pytest.mark.usefixtures("_single_taps")
def test_a_finger_taps_terms_and_passages_and_scrolls_without_choosing(page: ReaderPage) -> None:
    device = QTest.createTouchDevice()
    term = page.mark(page.first_term())
    touch(page, device, term, term)
    assert page.card
    elsewhere = page.point(page.first_figure()[0], 3)
    touch(page, device, elsewhere, elsewhere)
    assert page.card is None
    touch(page, device, elsewhere, elsewhere)
    assert page.session.state.place.passage == "one-1"
    touch(page, device, term, term - QPoint(0, 120))
    assert page.card is None
    assert page.session.state.place.passage == "one-1"


def test_a_click_with_a_selection_only_clears_the_selection(page: ReaderPage) -> None:
    page.view.select_all()
    page.click(page.point(page.first_figure()[0] + 1, 30))
    assert not page.view.has_selection()
    assert page.session.state.place.passage is None


def touch(page: ReaderPage, device: QPointingDevice, start: QPoint, end: QPoint) -> None:
    """A finger goes down and up again, over the text in five steps if it moves."""
    text = page.text
    finger = QTest.touchEvent(text, device)
    finger.press(0, text.viewport().mapTo(text, start), text).commit()
    for step in range(1, 6) if start != end else ():
        at = start + (end - start) * step / 5
        QTest.touchEvent(text, device).move(0, text.viewport().mapTo(text, at), text).commit()
    QTest.touchEvent(text, device).release(0, text.viewport().mapTo(text, end), text).commit()

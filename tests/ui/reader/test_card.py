"""The card of a term: where it is, what opens and closes it, how keys go through it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from exhibit.ui.reader.card import card_position
from exhibit.ui.widgets.layout import PixelBox
from exhibit.ui.widgets.link_button import LinkButton
from tests.ui.reader.conftest import OpenPage
from tests.ui.reader.page import ReaderPage

ROOM = PixelBox(10, 10, 400, 300)


@pytest.mark.parametrize(
    ("term", "size", "below", "box", "side", "pointer"),
    [
        # below where there is room for it, its middle under the term's
        (PixelBox(200, 50, 20, 30), (100, 80), None, PixelBox(160, 88, 100, 80), True, 50),
        # above where there is none below
        (PixelBox(200, 250, 20, 30), (100, 80), None, PixelBox(160, 162, 100, 80), False, 50),
        # inside at the left and at the right, still pointing at the term
        (PixelBox(12, 50, 20, 30), (100, 80), None, PixelBox(10, 88, 100, 80), True, 12),
        (PixelBox(390, 50, 20, 30), (100, 80), None, PixelBox(310, 88, 100, 80), True, 90),
        # where neither side has room it is cut to the larger
        (PixelBox(200, 100, 20, 30), (100, 500), None, PixelBox(160, 138, 100, 172), True, 50),
        (PixelBox(200, 220, 20, 30), (100, 500), None, PixelBox(160, 10, 100, 202), False, 50),
        # it stays on its side while it fits there
        (PixelBox(200, 150, 20, 30), (100, 80), False, PixelBox(160, 62, 100, 80), False, 50),
        (PixelBox(200, 50, 20, 30), (100, 80), False, PixelBox(160, 88, 100, 80), True, 50),
        # no wider than the room; of a term half out of sight, the visible part counts
        (PixelBox(200, -10, 20, 30), (900, 80), None, PixelBox(10, 28, 400, 80), True, 200),
    ],
)
def test_a_card_is_placed_beside_its_term(
    term: PixelBox, size: tuple[int, int], below: bool | None, box: PixelBox, side: bool, pointer: int
) -> None:
    found = card_position(term, size, ROOM, 8, below)
    assert (found.box, found.below, found.pointer) == (box, side, pointer)


def test_a_term_opens_and_closes_its_explanation(page: ReaderPage) -> None:
    term = page.first_term()
    page.click(page.mark(term))
    assert page.session.state.place.term == "ticket"
    assert page.session.state.place.term_at == page.term_anchor()
    assert page.card
    assert page.card.accessibleName() == "门票"
    page.session.toggle_script()
    assert page.card.accessibleName() == "門票"
    page.click(page.mark(term))
    assert page.card is None
    page.click(page.mark(term))
    page.key(Qt.Key.Key_Escape)
    assert page.session.state.place.term is None
    page.click(page.mark(term))
    page.click(page.point(term[0] + 1, 3))
    assert page.card is None
    assert page.session.state.place.passage is None


def test_a_card_moves_with_its_term_and_closes_when_it_scrolls_out_of_sight(page: ReaderPage) -> None:
    page.click(page.mark(page.first_term()))
    assert page.card
    y = page.card.y()
    page.scroll(30)
    assert page.card.y() == y - 30
    page.scroll(2000)
    assert page.card is None
    page.session.explain("ticket", page.term_anchor())
    assert page.card
    assert page.text.viewport().rect().contains(page.mark(page.first_term()))


def test_keys_move_the_focus_into_the_card_and_back(page: ReaderPage) -> None:
    page.text.setFocus()
    page.key(Qt.Key.Key_Tab)
    page.key(Qt.Key.Key_Tab)
    page.key(Qt.Key.Key_Return)
    assert page.card
    assert page.card.hasFocus()
    for label in ("国门", "看所有出现处", "关闭"):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        assert focused().accessibleName() == label
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert page.text.hasFocus()
    assert page.text.marks.focused == page.first_term()
    page.key(Qt.Key.Key_Return)
    page.key(Qt.Key.Key_Return)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert page.session.state.place.term == "house"
    assert page.session.state.place.term_at == page.term_anchor()
    assert page.card.hasFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert page.card is None
    assert page.text.hasFocus()
    assert page.text.marks.focused == page.first_term()


def test_a_card_links_to_all_places_of_its_term(page: ReaderPage) -> None:
    page.click(page.mark(page.first_term()))
    assert page.card
    (link,) = page.card.findChildren(LinkButton)
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert (page.session.state.place.page, page.session.state.place.term) == ("glossary", "ticket")
    assert page.card is None


@pytest.mark.parametrize(("width", "height"), [(1020, 600), (640, 480), (320, 360)])
@pytest.mark.parametrize("steps", [-2, 0, 5])
def test_a_card_stays_inside_the_reader_and_off_its_term(
    open_page: OpenPage, width: int, height: int, steps: int
) -> None:
    page = open_page(width=width, height=height)
    page.session.rescale(steps)
    page.session.explain("ticket", page.term_anchor())
    for _ in range(2):
        assert page.card
        assert page.view.rect().contains(page.card.geometry())
        middle = page.text.viewport().mapTo(page.view, page.mark(page.first_term()))
        assert not page.card.geometry().contains(middle)
        page.session.toggle_script()


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found

"""The focus goes through the marks of a page."""

import pytest
from PySide6.QtCore import Qt

from exhibit.model.package import Package
from exhibit.model.state import Location, State
from exhibit.ui.reader.mark_focus import next_mark
from exhibit.ui.reader.shown import MarkId, reader_shown
from tests.ui.reader.page import ReaderPage

EAST = State(Location("east", "east", "retold"))


@pytest.mark.parametrize(
    ("mark", "step", "to"),
    [((5, 0), 1, (5, 1)), ((5, 2), 1, (12, 0)), ((12, 0), -1, (5, 2)), ((5, 0), -1, None), ((12, 2), 1, None)],
)
def test_marks_follow_one_another(package: Package, mark: MarkId, step: int, to: MarkId | None) -> None:
    assert next_mark(reader_shown(package, EAST), mark, step) == to


def test_tab_goes_through_figures_and_terms_and_enter_chooses(page: ReaderPage) -> None:
    page.text.setFocus()
    page.key(Qt.Key.Key_Tab)
    assert page.text.marks.focused == page.first_figure()
    page.key(Qt.Key.Key_Tab)
    assert page.text.marks.focused == page.first_term()
    page.key(Qt.Key.Key_Tab)
    page.key(Qt.Key.Key_Return)
    assert page.session.state.place.metric == "east.one-sum"
    page.key(Qt.Key.Key_Tab)
    focused = page.text.marks.focused
    assert focused
    assert page.layout.shown.passage(focused[0]).block == "two-1"
    assert page.text.viewport().rect().contains(page.mark(focused))
    for _ in range(3):
        page.key(Qt.Key.Key_Tab)
    assert not page.text.hasFocus()
    assert page.text.marks.focused is None

"""Passages are chosen one after the other."""

from exhibit.model.state import Anchor
from tests.ui.reader.page import ReaderPage


def test_steps_go_from_passage_to_passage(page: ReaderPage) -> None:
    chosen = []
    for step in (1, 1, 1, -1, -1, -1):
        page.view.step_passage(step)
        chosen.append(page.session.state.place.passage)
        assert 0 <= page.height_of(chosen[-1] or "", 0) < page.text.viewport().height()
    assert chosen == ["one", "one-1", "one-2", "one-1", "one", "one"]
    page.session.leave_passage()
    page.session.read_to(Anchor("two-3"))
    page.view.step_passage(1)
    assert page.session.state.place.passage == "two-3"

"""The page goes where the state says."""

from PySide6.QtCore import Qt

from tests.ui.reader.page import ReaderPage


def test_back_and_forward_restore_the_line(page: ReaderPage) -> None:
    page.scroll(700)
    there = page.top()
    page.session.open_article("west")
    assert page.top() is None
    assert page.y() == 0
    page.session.back()
    assert there
    assert page.height_of(there.block, there.offset) == page.view.theme.px(12)
    page.session.forward()
    assert page.y() == 0


def test_a_figure_chosen_elsewhere_is_brought_into_sight_once(page: ReaderPage) -> None:
    page.session.choose_metric("east.two-sum")
    top = page.height_of("two-1", 0)
    assert abs(top - page.text.viewport().height() // 3) <= 1
    y = page.y()
    page.session.choose_metric("east.two-guests")
    assert page.y() == y
    page.session.back()
    page.session.back()
    assert page.y() == 0
    assert page.session.state.place.metric is None


def test_an_article_opened_at_a_figure_shows_its_sentence(page: ReaderPage) -> None:
    page.session.choose_metric("west.two-sum")
    assert 0 <= page.height_of("two-1", 0) < page.text.viewport().height()
    assert page.top() is not None


def test_a_passage_chosen_elsewhere_is_scrolled_to(page: ReaderPage) -> None:
    for _ in range(2):
        page.session.choose_passage("east", "retold", "two-2")
        assert page.height_of("two-2", 0) == page.view.theme.px(12)
        page.scroll(-500)
    page.key(Qt.Key.Key_Escape)
    assert page.session.state.place.passage is None


def test_going_back_returns_to_the_line_and_not_to_the_place_found(page: ReaderPage) -> None:
    page.session.find("展出")
    found = page.session.state.place.find_at
    page.scroll(600)
    there = page.top()
    assert there
    assert found
    assert page.height_of(found.block, found.offset) < 0
    page.session.choose_metric("east.one-guests")
    page.session.back()
    assert page.top() == there
    assert page.height_of(there.block, there.offset) == page.view.theme.px(12)


def test_the_next_place_found_is_brought_into_sight(page: ReaderPage) -> None:
    page.session.find("的")
    page.scroll(-100_000)
    for _ in range(3):
        page.session.step_find(-1)
        found = page.session.state.place.find_at
        assert found
        assert 0 <= page.height_of(found.block, found.offset) < page.text.viewport().height()

"""The search page: it shows the results and goes where a row leads."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from exhibit.model.search import SearchQuery
from exhibit.model.state import SCALES, Anchor, State
from exhibit.options import Display
from exhibit.session import Session
from exhibit.ui.search.filters import ChoiceList, FilterChip
from exhibit.ui.search.result_list import ResultList
from exhibit.ui.search.search_client import SearchClient
from exhibit.ui.search.shown import SearchRow
from exhibit.ui.search.view import SearchPage
from exhibit.ui.widgets.chips import ChipButton
from exhibit.ui.widgets.text_look import look_for
from tests.touch import TOUCH_DISPLAY, small_controls, small_fonts, touch_session
from tests.ui.slow_package import SearchGate, SlowPackage

_POPUP_WARNING = pytest.mark.qt_log_ignore("This plugin does not support")
"""The offscreen platform warns whenever a popup opens."""


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> SearchPage:
    session.home()
    made = SearchPage(session, SearchClient(session, session))
    qtbot.addWidget(made)
    made.resize(700, 800)
    made.show()
    return made


def results(page: SearchPage) -> ResultList:
    found = page.findChild(ResultList)
    assert found is not None
    return found


def search(qtbot: QtBot, page: SearchPage, session: Session, query: SearchQuery) -> None:
    session.search(query)
    qtbot.waitUntil(lambda: query.text in page.accessibleName())


def middle(session: Session) -> str:
    return session.state.place.page


def test_arrows_lead_from_hit_to_hit_and_enter_goes_there(qtbot: QtBot, page: SearchPage, session: Session) -> None:
    search(qtbot, page, session, SearchQuery("国体之书"))
    page.enter_list()
    view = results(page)
    assert view.currentIndex() == view.first()
    QTest.keyClick(view, Qt.Key.Key_Down)
    row = view.rows.rows[view.currentIndex().row()]
    assert row.target
    QTest.keyClick(view, Qt.Key.Key_Return)
    place = session.state.place
    assert (place.page, place.find) == ("text", "国体之书")
    assert place.find_at == Anchor("one-2", 47)


def test_up_from_the_first_hit_leads_back_to_the_field(qtbot: QtBot, page: SearchPage, session: Session) -> None:
    search(qtbot, page, session, SearchQuery("书画"))
    page.enter_list()
    with qtbot.waitSignal(page.left):
        QTest.keyClick(results(page), Qt.Key.Key_Up)


def test_back_restores_the_position_of_the_list(qtbot: QtBot, page: SearchPage, session: Session) -> None:
    search(qtbot, page, session, SearchQuery("长街", kinds=("text",)))
    view = results(page)
    view.verticalScrollBar().setValue(700)
    index = view.rows.index(9)
    view.setCurrentIndex(index)
    stood = view.verticalScrollBar().value()
    assert stood > 0
    view.chosen.emit(view.rows.rows[9].target)
    assert middle(session) == "text"
    search(qtbot, page, session, SearchQuery("书画"))
    session.back()
    session.back()
    qtbot.waitUntil(lambda: "长街" in page.accessibleName())
    assert (view.verticalScrollBar().value(), view.currentIndex().row()) == (stood, 9)


def test_the_end_of_the_list_fetches_more(qtbot: QtBot, page: SearchPage, session: Session) -> None:
    search(qtbot, page, session, SearchQuery("长街", kinds=("text",)))
    view = results(page)
    before = len(view.rows.rows)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: len(view.rows.rows) > before)
    assert view.verticalScrollBar().value() > 0


@_POPUP_WARNING
def test_kinds_and_filters_go_to_the_session(qtbot: QtBot, page: SearchPage, session: Session) -> None:
    search(qtbot, page, session, SearchQuery("书画"))
    choices = opened(page, "filter-region", touched=False)
    press(choices, "west门区")
    assert session.state.place.query == SearchQuery("书画", region="west")
    assert not choices.isVisible()
    session.back()
    assert session.state.place.query == SearchQuery("书画")


def heights(view: ResultList) -> list[int]:
    """The heights of all rows, in pixels."""
    return [view.visualRect(view.rows.index(number)).height() for number in range(view.rows.rowCount())]


def test_visible_rows_are_laid_out_at_once_and_the_rest_later(qtbot: QtBot, page: SearchPage, session: Session) -> None:
    session.search(SearchQuery("长街", kinds=("text",)))
    view, client = results(page), session.findChild(SearchClient)
    assert client is not None
    first: list[list[int]] = []
    client.answered.connect(lambda: first.append(heights(view)) if client.progress.is_visible else None)
    qtbot.waitUntil(lambda: client.progress.is_visible)
    sight = next(number for number in range(40) if sum(first[0][:number]) >= view.height())
    qtbot.waitUntil(lambda: heights(view) != first[0])
    assert heights(view)[:sight] == first[0][:sight]
    assert len(set(first[0][sight:])) == 1


def test_a_scroll_bar_does_not_change_the_height_of_rows(qtbot: QtBot, page: SearchPage, session: Session) -> None:
    search(qtbot, page, session, SearchQuery("书画"))
    view = results(page)
    page.resize(700, 4000)
    qtbot.waitUntil(lambda: not view.verticalScrollBar().isVisible())
    without_bar = heights(view)
    page.resize(700, 400)
    qtbot.waitUntil(lambda: view.verticalScrollBar().isVisible())
    assert heights(view) == without_bar


def opened(page: SearchPage, filter: str, *, touched: bool) -> ChoiceList:
    chip = page.findChild(FilterChip, filter)
    assert chip is not None
    if touched:
        finger, at = QTest.createTouchDevice(), chip.rect().center()
        QTest.touchEvent(chip, finger).press(0, at, chip).commit()
        assert page.findChild(ChoiceList) is None
        QTest.touchEvent(chip, finger).release(0, at, chip).commit()
    else:
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    found = page.findChild(ChoiceList)
    assert found is not None
    assert found.isVisible()
    return found


def press(choices: ChoiceList, text: str) -> None:
    number = next(number for number, row in enumerate(choices.rows.rows) if row.text == text)
    box = choices.visualRect(choices.rows.index(number))
    QTest.mouseClick(choices.viewport(), Qt.MouseButton.LeftButton, pos=box.center())


@_POPUP_WARNING
def test_choices_are_20_mm_high_for_a_finger_and_beside_the_keyboard(
    qtbot: QtBot, page: SearchPage, session: Session
) -> None:
    search(qtbot, page, session, SearchQuery("书画"))
    choices = opened(page, "filter-topic", touched=True)
    assert min(heights(choices)) >= Display().pixels(20)
    choices.hide()
    assert max(heights(opened(page, "filter-topic", touched=False))) < Display().pixels(20)
    choices.hide()
    page.set_min_target(48)
    assert min(heights(opened(page, "filter-topic", touched=False))) >= Display().pixels(20)
    choices.hide()


@_POPUP_WARNING
def test_a_finger_scrolls_choices_without_choosing_one(qtbot: QtBot, page: SearchPage, session: Session) -> None:
    search(qtbot, page, session, SearchQuery("书画"))
    chip, look = page.findChild(FilterChip, "filter-region"), look_for(session.theme, session.state.script)
    assert chip is not None
    choices = ChoiceList(look, page)
    rows = [SearchRow("choice" if year else "chosen", str(year), target=SearchQuery(str(year))) for year in range(40)]
    choices.open_below(chip, rows, look, min_height=Display().pixels(20), by_finger=True)
    bar, finger = choices.verticalScrollBar(), QTest.createTouchDevice()
    assert bar.maximum() > 0
    assert choices.height() <= page.height()
    with qtbot.assertNotEmitted(choices.chosen):
        QTest.touchEvent(choices, finger).press(0, QPoint(60, 500), choices).commit()
        for y in range(480, 100, -40):
            QTest.touchEvent(choices, finger).move(0, QPoint(60, y), choices).commit()
        QTest.touchEvent(choices, finger).release(0, QPoint(60, 100), choices).commit()
        qtbot.waitUntil(lambda: bar.value() > 0)
    assert choices.isVisible()
    choices.hide()


@_POPUP_WARNING
def test_keys_open_choose_and_close_the_choices(qtbot: QtBot, page: SearchPage, session: Session) -> None:
    search(qtbot, page, session, SearchQuery("书画"))
    choices = opened(page, "filter-region", touched=False)
    QTest.keyClick(choices, Qt.Key.Key_Escape)
    assert not choices.isVisible()
    choices = opened(page, "filter-region", touched=False)
    QTest.keyClick(choices, Qt.Key.Key_Up)
    QTest.keyClick(choices, Qt.Key.Key_Down)
    QTest.keyClick(choices, Qt.Key.Key_Return)
    assert session.state.place.query is not None
    assert session.state.place.query.region == session.package.regions()[0].id


def test_later_counts_move_nothing(qtbot: QtBot, sample: Path) -> None:
    gate = SearchGate()
    gate.may_search.set()
    package = SlowPackage(sample, gate)
    slow = Session(package, State(), deferred=False)
    client = SearchClient(slow, slow)
    page = SearchPage(slow, client)
    qtbot.addWidget(page)
    page.resize(400, 500)
    page.show()
    slow.search(SearchQuery("书画"))
    qtbot.waitUntil(lambda: client.progress.is_whole)
    view = results(page)
    page.enter_list()
    view.setCurrentIndex(view.rows.index(6))
    view.verticalScrollBar().setValue(180)
    before, stood = view.rows.rows, (view.geometry(), view.verticalScrollBar().value(), view.currentIndex().row())
    qtbot.waitUntil(lambda: "以上" in page.accessibleName())
    with qtbot.assertNotEmitted(view.rows.modelReset):
        gate.may_count.set()
        qtbot.waitUntil(lambda: client.progress.stage == "counted" and "以上" not in page.accessibleName())
    assert [row.text for row in view.rows.rows] == [row.text for row in before]
    assert [row.where for row in view.rows.rows] != [row.where for row in before]
    assert stood == (view.geometry(), view.verticalScrollBar().value(), view.currentIndex().row())
    assert view.hasFocus()
    client.close()
    package.close()


@_POPUP_WARNING
@pytest.mark.parametrize("scale", SCALES)
def test_the_page_suits_fingers_on_a_touch_screen(qtbot: QtBot, session: Session, scale: int) -> None:
    touch = touch_session(session, scale)
    touch.setParent(session)  # its client is closed with it
    touch.home()
    page = SearchPage(touch, SearchClient(touch, touch))
    qtbot.addWidget(page)
    page.resize(1080, 1600)
    page.show()
    for text in ("书画", "书画船"):  # hits, and suggestions
        search(qtbot, page, touch, SearchQuery(text))
        view = results(page)
        rows = [height for height, row in zip(heights(view), view.rows.rows, strict=True) if row.target]
        assert rows
        assert min(rows) >= TOUCH_DISPLAY.pixels(20)
        chips = [chip for chip in page.findChildren(ChipButton) if chip.isVisible()]
        assert len(chips) > 3
        assert small_controls(page) == []
        assert small_fonts(page) == []
    choices = opened(page, "filter-topic", touched=False)
    assert min(heights(choices)) >= TOUCH_DISPLAY.pixels(20)
    choices.hide()

"""The page of search: it shows what was found, goes where a row leads, and never shows what nobody asked for any more."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from exhibit.model.search import GroupCursor, HitGroup, HitKind, SearchQuery
from exhibit.model.state import Anchor, State
from exhibit.package.format import PackageError
from exhibit.package.reader import PackageReader
from exhibit.session import Session
from exhibit.ui.search.field import SearchField
from exhibit.ui.search.filters import ChoiceList, FilterChip
from exhibit.ui.search.result_list import ResultList
from exhibit.ui.search.results import SearchFacts, SearchResults
from exhibit.ui.search.search_thread import ResultSignal, SearchClient, SearchWorker
from exhibit.ui.search.shown import SearchRow
from exhibit.ui.search.view import SearchPage
from exhibit.ui.widgets.text_look import look_for
from tests.ui.conftest import end_asking
from tests.ui.finger_sizes import DESKTOP_TARGET

_OF_MENUS = pytest.mark.qt_log_ignore("This plugin does not support")
"""The offscreen platform, whenever a list of choices opens."""


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
    assert row.goal
    QTest.keyClick(view, Qt.Key.Key_Return)
    place = session.state.place
    assert (place.page, place.find) == ("text", "国体之书")
    assert place.find_at == Anchor("one-2", 47)


def test_up_from_the_first_hit_leads_back_to_the_field(qtbot: QtBot, page: SearchPage, session: Session) -> None:
    search(qtbot, page, session, SearchQuery("书画"))
    page.enter_list()
    with qtbot.waitSignal(page.left):
        QTest.keyClick(results(page), Qt.Key.Key_Up)


def test_back_brings_the_list_as_it_stood(qtbot: QtBot, page: SearchPage, session: Session) -> None:
    search(qtbot, page, session, SearchQuery("长街", kinds=("text",)))
    view = results(page)
    view.verticalScrollBar().setValue(700)
    index = view.rows.index(9)
    view.setCurrentIndex(index)
    stood = view.verticalScrollBar().value()
    assert stood > 0
    view.chosen.emit(view.rows.rows[9].goal)
    assert middle(session) == "text"
    search(qtbot, page, session, SearchQuery("书画"))
    session.back()
    session.back()
    qtbot.waitUntil(lambda: "长街" in page.accessibleName())
    assert (view.verticalScrollBar().value(), view.currentIndex().row()) == (stood, 9)


def test_the_end_in_sight_fetches_more(qtbot: QtBot, page: SearchPage, session: Session) -> None:
    search(qtbot, page, session, SearchQuery("长街", kinds=("text",)))
    view = results(page)
    before = len(view.rows.rows)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: len(view.rows.rows) > before)
    assert view.verticalScrollBar().value() > 0


@_OF_MENUS
def test_kinds_and_filters_go_to_the_session(qtbot: QtBot, page: SearchPage, session: Session) -> None:
    search(qtbot, page, session, SearchQuery("书画"))
    choices = opened(page, "filter-region", touched=False)
    press(choices, "west门区")
    assert session.state.place.query == SearchQuery("书画", region="west")
    assert not choices.isVisible()
    session.back()
    assert session.state.place.query == SearchQuery("书画")


def heights(view: ResultList) -> list[int]:
    """How high the rows stand in the list."""
    return [view.visualRect(view.rows.index(number)).height() for number in range(view.rows.rowCount())]


def test_rows_in_sight_stand_at_once_and_the_rest_when_they_are_painted(
    qtbot: QtBot, page: SearchPage, session: Session
) -> None:
    session.search(SearchQuery("长街", kinds=("text",)))
    view, asker = results(page), session.findChild(SearchClient)
    assert asker is not None
    first: list[list[int]] = []
    asker.answered.connect(lambda: first.append(heights(view)) if asker.begun else None)
    qtbot.waitUntil(lambda: asker.begun is not None)
    sight = next(number for number in range(40) if sum(first[0][:number]) >= view.height())
    qtbot.waitUntil(lambda: heights(view) != first[0])
    assert heights(view)[:sight] == first[0][:sight]
    assert len(set(first[0][sight:])) == 1


def test_a_row_is_as_high_beside_a_scroll_bar_as_without(qtbot: QtBot, page: SearchPage, session: Session) -> None:
    search(qtbot, page, session, SearchQuery("书画"))
    view = results(page)
    page.resize(700, 4000)
    qtbot.waitUntil(lambda: not view.verticalScrollBar().isVisible())
    tall = heights(view)
    page.resize(700, 400)
    qtbot.waitUntil(lambda: view.verticalScrollBar().isVisible())
    assert heights(view) == tall


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


@_OF_MENUS
def test_choices_are_20_mm_high_for_a_finger_and_while_one_types(
    qtbot: QtBot, page: SearchPage, session: Session
) -> None:
    search(qtbot, page, session, SearchQuery("书画"))
    choices = opened(page, "filter-topic", touched=True)
    assert min(heights(choices)) >= DESKTOP_TARGET
    choices.hide()
    assert max(heights(opened(page, "filter-topic", touched=False))) < DESKTOP_TARGET
    choices.hide()
    page.serve_finger(48)
    assert min(heights(opened(page, "filter-topic", touched=False))) >= DESKTOP_TARGET
    choices.hide()


@_OF_MENUS
def test_choices_that_have_no_room_are_scrolled_by_one_finger_and_none_is_chosen(
    qtbot: QtBot, page: SearchPage, session: Session
) -> None:
    search(qtbot, page, session, SearchQuery("书画"))
    chip, look = page.findChild(FilterChip, "filter-region"), look_for(session.theme, session.state.script)
    assert chip is not None
    choices = ChoiceList(look, page)
    rows = [SearchRow("choice" if year else "chosen", str(year), goal=SearchQuery(str(year))) for year in range(40)]
    choices.offer(rows, look, chip, DESKTOP_TARGET)
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


@_OF_MENUS
def test_choices_are_reached_and_left_by_keys(qtbot: QtBot, page: SearchPage, session: Session) -> None:
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


class SlowPackage(PackageReader):
    """Finds and counts only when it is allowed to, and remembers what it was asked."""

    go = threading.Event()
    count = threading.Event()
    asked: list[str] = []  # noqa: RUF012  # of a test
    threads: list[int] = []  # noqa: RUF012  # the same

    counted: list[str] = []  # noqa: RUF012  # of a test

    def another(self) -> "SlowPackage":
        return SlowPackage(self.path)

    def search(self, query: SearchQuery, count: int = 8) -> Iterator[HitGroup]:
        self.asked.append(query.text)
        self.threads.append(threading.get_ident())
        assert self.go.wait(10)
        return super().search(query, count)

    def hits(self, query: SearchQuery, kind: HitKind, after: GroupCursor | None = None, count: int = 50) -> HitGroup:
        self.counted.append(query.text)
        assert self.count.wait(10)
        return super().hits(query, kind, after, count)


@pytest.fixture
def slow(sample: Path, qapp: QApplication) -> Iterator[Session]:
    SlowPackage.go.clear()
    SlowPackage.count.clear()
    SlowPackage.asked.clear()
    SlowPackage.threads.clear()

    SlowPackage.counted.clear()
    package = SlowPackage(sample)
    session = Session(package, State(), deferred=False)
    session.home()
    yield session
    SlowPackage.go.set()
    SlowPackage.count.set()
    end_asking(session)
    package.close()


def test_what_was_asked_before_is_never_shown_and_what_nobody_waits_for_is_not_asked(
    qtbot: QtBot, slow: Session
) -> None:
    asker = SearchClient(slow, slow)
    shown: list[str] = []
    asker.answered.connect(lambda: shown.append(asker.begun.query.text) if asker.begun else None)
    slow.search(SearchQuery("书"))
    qtbot.waitUntil(lambda: SlowPackage.asked == ["书"])
    for text in ("书画", "书画在", "长街"):
        slow.search(SearchQuery(text))
    SlowPackage.go.set()
    qtbot.waitUntil(lambda: not asker.waits)
    assert set(shown) == {"长街"}
    assert set(SlowPackage.asked) == {"书", "长街"}
    assert asker.answer is not None
    assert asker.answer.query == SearchQuery("长街")


def test_one_thread_answers_all(qtbot: QtBot, slow: Session) -> None:
    SlowPackage.go.set()
    asker = SearchClient(slow, slow)
    for text in ("书", "书画"):
        slow.search(SearchQuery(text))
        qtbot.waitUntil(lambda: not asker.waits)
    assert len(set(SlowPackage.threads)) == 1


def test_what_makes_ready_is_not_shown(qtbot: QtBot, slow: Session) -> None:
    SlowPackage.go.set()
    asker = SearchClient(slow, slow)
    shown: list[str] = []
    asker.answered.connect(lambda: shown.append(asker.answer.query.text if asker.answer else ""))
    asker.warm()
    qtbot.waitUntil(lambda: len(SlowPackage.threads) == 1)
    slow.search(SearchQuery("书画"))
    qtbot.waitUntil(lambda: not asker.waits)
    assert set(shown) == {"书画"}


def test_a_package_that_fails_before_anybody_looks_is_told_to_who_does(
    qtbot: QtBot, slow: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed: list[str] = []

    def fail(package: SlowPackage) -> SlowPackage:
        failed.append(threading.current_thread().name)
        raise PackageError(package.path, "damaged", "cut short")

    monkeypatch.setattr(SlowPackage, "another", fail)
    asker = SearchClient(slow, slow)
    asker.warm()
    qtbot.waitUntil(lambda: len(failed) == 1)
    QApplication.processEvents()
    with qtbot.captureExceptions() as raised:
        slow.search(SearchQuery("书画"))
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is PackageError


def test_numbers_that_come_later_move_nothing(qtbot: QtBot, slow: Session) -> None:
    SlowPackage.go.set()
    asker = SearchClient(slow, slow)
    page = SearchPage(slow, asker)
    qtbot.addWidget(page)
    page.resize(400, 500)
    page.show()
    slow.search(SearchQuery("书画"))
    qtbot.waitUntil(lambda: not asker.waits)
    view = results(page)
    page.enter_list()
    view.setCurrentIndex(view.rows.index(6))
    view.verticalScrollBar().setValue(180)
    before, stood = view.rows.rows, (view.geometry(), view.verticalScrollBar().value(), view.currentIndex().row())
    qtbot.waitUntil(lambda: "以上" in page.accessibleName())
    with qtbot.assertNotEmitted(view.rows.modelReset):
        SlowPackage.count.set()
        qtbot.waitUntil(lambda: not asker.counts and "以上" not in page.accessibleName())
    assert [row.text for row in view.rows.rows] == [row.text for row in before]
    assert [row.where for row in view.rows.rows] != [row.where for row in before]
    assert stood == (view.geometry(), view.verticalScrollBar().value(), view.currentIndex().row())
    assert view.hasFocus()


def test_what_is_no_longer_asked_for_is_counted_no_further(qtbot: QtBot, slow: Session) -> None:
    SlowPackage.go.set()
    asker = SearchClient(slow, slow)
    slow.search(SearchQuery("书画"))
    qtbot.waitUntil(lambda: SlowPackage.counted == ["书画"])
    slow.search(SearchQuery("长街"))
    SlowPackage.count.set()
    qtbot.waitUntil(lambda: not asker.waits and not asker.counts)
    assert SlowPackage.counted.count("书画") == 1
    assert asker.answer is not None
    assert asker.answer.query == SearchQuery("长街")


def test_what_was_left_half_counted_is_counted_on_the_way_back(qtbot: QtBot, slow: Session) -> None:
    SlowPackage.go.set()
    asker = SearchClient(slow, slow)
    slow.search(SearchQuery("长街"))
    qtbot.waitUntil(lambda: SlowPackage.counted == ["长街"])
    slow.show_page("text")
    assert asker.counts
    SlowPackage.count.set()
    slow.back()
    qtbot.waitUntil(lambda: not asker.counts)
    slow.search(SearchQuery("书画"))
    qtbot.waitUntil(lambda: not asker.waits)
    slow.search(SearchQuery("长街"))
    assert not asker.waits
    assert not asker.counts


def test_what_rests_gives_way_to_what_comes_next(qtbot: QtBot, session: Session) -> None:
    answered: list[str] = []
    worker = SearchWorker(session.package, ResultSignal())

    def question(name: str) -> Callable[[SearchFacts], tuple[SearchResults, ...]]:
        def answer(facts: SearchFacts) -> tuple[SearchResults, ...]:
            answered.append(name)
            return ()

        return answer

    worker.ask(question("first"), rest=60)
    worker.ask(question("next"))
    qtbot.waitUntil(lambda: answered == ["next"])


@pytest.fixture
def field(qtbot: QtBot, session: Session) -> SearchField:
    session.home()
    made = SearchField(session, None)  # type: ignore[arg-type]  # a window of its own
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


def test_each_key_is_a_query(field: SearchField, session: Session) -> None:
    QTest.keyClicks(field, "gm")
    assert middle(session) == "search"
    assert session.state.place.query == SearchQuery("gm")
    session.back()
    assert middle(session) == "text"


def test_nothing_is_searched_while_an_input_method_composes(field: SearchField, session: Session) -> None:
    QTest.keyClicks(field, "a")
    field.selectAll()
    QApplication.sendEvent(field, QInputMethodEvent("shu", []))
    QApplication.sendEvent(field, QInputMethodEvent("shu hua", []))
    assert session.state.place.query == SearchQuery("a")
    done = QInputMethodEvent("", [])
    done.setCommitString("书画")
    QApplication.sendEvent(field, done)
    assert session.state.place.query == SearchQuery("书画")


def test_a_composition_that_loses_the_keyboard_is_over(field: SearchField, session: Session) -> None:
    QApplication.sendEvent(field, QInputMethodEvent("shu", []))
    QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusOut))
    QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusIn))
    assert session.state.place.query is None
    QTest.keyClicks(field, "gm")
    assert session.state.place.query == SearchQuery("gm")


def test_escape_clears_then_leaves(qtbot: QtBot, field: SearchField, session: Session) -> None:
    QTest.keyClicks(field, "gm")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert middle(session) == "search"
    with qtbot.waitSignal(field.left):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert middle(session) == "text"


def test_the_field_follows_the_session(field: SearchField, session: Session) -> None:
    session.search(SearchQuery("书画"))
    assert field.text() == "书画"
    session.home()
    assert field.text() == ""

"""The page of search: it shows what was found, goes where a row leads, and never shows what nobody asked for any more."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from exhibit.model.search import Found, Query
from exhibit.model.state import Anchor, State
from exhibit.package.format import PackageError
from exhibit.package.reader import PackageReader
from exhibit.session import Session
from exhibit.ui.search.asking import Asker
from exhibit.ui.search.field import SearchField
from exhibit.ui.search.filters import FilterChip
from exhibit.ui.search.results import ResultList
from exhibit.ui.search.shown import filter_choices
from exhibit.ui.search.view import SearchPage


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> SearchPage:
    session.home()
    made = SearchPage(session, Asker(session, session))
    qtbot.addWidget(made)
    made.resize(700, 800)
    made.show()
    return made


def results(page: SearchPage) -> ResultList:
    found = page.findChild(ResultList)
    assert found is not None
    return found


def search(qtbot: QtBot, page: SearchPage, session: Session, query: Query) -> None:
    session.search(query)
    qtbot.waitUntil(lambda: query.text in page.accessibleName())


def middle(session: Session) -> str:
    return session.state.place.page


def test_arrows_lead_from_hit_to_hit_and_enter_goes_there(qtbot: QtBot, page: SearchPage, session: Session) -> None:
    search(qtbot, page, session, Query("国体之书"))
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
    search(qtbot, page, session, Query("书画"))
    page.enter_list()
    with qtbot.waitSignal(page.left):
        QTest.keyClick(results(page), Qt.Key.Key_Up)


def test_back_brings_the_list_as_it_stood(qtbot: QtBot, page: SearchPage, session: Session) -> None:
    search(qtbot, page, session, Query("长街", kinds=("text",)))
    view = results(page)
    view.verticalScrollBar().setValue(700)
    index = view.rows.index(9)
    view.setCurrentIndex(index)
    stood = view.verticalScrollBar().value()
    assert stood > 0
    view.chosen.emit(view.rows.rows[9].goal)
    assert middle(session) == "text"
    search(qtbot, page, session, Query("书画"))
    session.back()
    session.back()
    qtbot.waitUntil(lambda: "长街" in page.accessibleName())
    assert (view.verticalScrollBar().value(), view.currentIndex().row()) == (stood, 9)


def test_the_end_in_sight_fetches_more(qtbot: QtBot, page: SearchPage, session: Session) -> None:
    search(qtbot, page, session, Query("长街", kinds=("text",)))
    view = results(page)
    before = len(view.rows.rows)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: len(view.rows.rows) > before)
    assert view.verticalScrollBar().value() > 0


def test_kinds_and_filters_go_to_the_session(qtbot: QtBot, page: SearchPage, session: Session) -> None:
    search(qtbot, page, session, Query("书画"))
    chip = page.findChild(FilterChip, "filter-region")
    assert chip is not None
    chip.fill(filter_choices(session.package, session.state, "region", None))
    next(action for action in chip.choices() if action.data() == "west").trigger()
    assert session.state.place.query == Query("书画", region="west")
    session.back()
    assert session.state.place.query == Query("书画")


def heights(view: ResultList) -> list[int]:
    """How high the rows stand in the list."""
    return [view.visualRect(view.rows.index(number)).height() for number in range(view.rows.rowCount())]


def test_rows_in_sight_stand_at_once_and_the_rest_when_they_are_painted(
    qtbot: QtBot, page: SearchPage, session: Session
) -> None:
    session.search(Query("长街", kinds=("text",)))
    view, asker = results(page), session.findChild(Asker)
    assert asker is not None
    first: list[list[int]] = []
    asker.answered.connect(lambda: first.append(heights(view)))
    qtbot.waitUntil(lambda: not asker.waits)
    sight = next(number for number in range(40) if sum(first[-1][:number]) >= view.height())
    qtbot.waitUntil(lambda: heights(view) != first[-1])
    assert heights(view)[:sight] == first[-1][:sight]
    assert len(set(first[-1][sight:])) == 1


def test_a_row_is_as_high_beside_a_scroll_bar_as_without(qtbot: QtBot, page: SearchPage, session: Session) -> None:
    search(qtbot, page, session, Query("书画"))
    view = results(page)
    page.resize(700, 4000)
    qtbot.waitUntil(lambda: not view.verticalScrollBar().isVisible())
    tall = heights(view)
    page.resize(700, 400)
    qtbot.waitUntil(lambda: view.verticalScrollBar().isVisible())
    assert heights(view) == tall


class SlowPackage(PackageReader):
    """Finds the first thing it is asked for only when it is allowed to."""

    go = threading.Event()
    asked: list[str] = []  # noqa: RUF012  # of a test
    threads: list[int] = []  # noqa: RUF012  # the same

    def another(self) -> "SlowPackage":
        return SlowPackage(self.path)

    def search(self, query: Query, count: int = 8) -> Found:
        self.asked.append(query.text)
        self.threads.append(threading.get_ident())
        assert self.go.wait(10)
        return super().search(query, count)


@pytest.fixture
def slow(sample: Path, qapp: QApplication) -> Iterator[Session]:
    SlowPackage.go.clear()
    SlowPackage.asked.clear()
    SlowPackage.threads.clear()
    package = SlowPackage(sample)
    session = Session(package, State())
    session.home()
    yield session
    SlowPackage.go.set()
    package.close()


def test_what_was_asked_before_is_never_shown_and_what_nobody_waits_for_is_not_asked(
    qtbot: QtBot, slow: Session
) -> None:
    asker = Asker(slow, slow)
    shown: list[str] = []
    asker.answered.connect(lambda: shown.append(asker.answer.query.text if asker.answer else ""))
    slow.search(Query("书"))
    qtbot.waitUntil(lambda: SlowPackage.asked == ["书"])
    for text in ("书画", "书画在", "长街"):
        slow.search(Query(text))
    SlowPackage.go.set()
    qtbot.waitUntil(lambda: not asker.waits)
    assert set(shown) == {"长街"}
    assert set(SlowPackage.asked) == {"书", "长街"}
    assert asker.answer is not None
    assert asker.answer.query == Query("长街")


def test_one_thread_answers_all(qtbot: QtBot, slow: Session) -> None:
    SlowPackage.go.set()
    asker = Asker(slow, slow)
    for text in ("书", "书画"):
        slow.search(Query(text))
        qtbot.waitUntil(lambda: not asker.waits)
    assert len(set(SlowPackage.threads)) == 1


def test_what_makes_ready_is_not_shown(qtbot: QtBot, slow: Session) -> None:
    SlowPackage.go.set()
    asker = Asker(slow, slow)
    shown: list[Asker] = []
    asker.answered.connect(lambda: shown.append(asker))
    asker.warm()
    qtbot.waitUntil(lambda: len(SlowPackage.threads) == 1)
    slow.search(Query("书画"))
    qtbot.waitUntil(lambda: not asker.waits)
    assert len(shown) == 1


def test_a_package_that_fails_before_anybody_looks_is_told_to_who_does(
    qtbot: QtBot, slow: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed: list[str] = []

    def fail(package: SlowPackage) -> SlowPackage:
        failed.append(threading.current_thread().name)
        raise PackageError(package.path, "damaged", "cut short")

    monkeypatch.setattr(SlowPackage, "another", fail)
    asker = Asker(slow, slow)
    asker.warm()
    qtbot.waitUntil(lambda: len(failed) == 1)
    QApplication.processEvents()
    with qtbot.captureExceptions() as raised:
        slow.search(Query("书画"))
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is PackageError


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
    assert session.state.place.query == Query("gm")
    session.back()
    assert middle(session) == "text"


def test_nothing_is_searched_while_an_input_method_composes(field: SearchField, session: Session) -> None:
    QTest.keyClicks(field, "a")
    field.selectAll()
    QApplication.sendEvent(field, QInputMethodEvent("shu", []))
    QApplication.sendEvent(field, QInputMethodEvent("shu hua", []))
    assert session.state.place.query == Query("a")
    done = QInputMethodEvent("", [])
    done.setCommitString("书画")
    QApplication.sendEvent(field, done)
    assert session.state.place.query == Query("书画")


def test_a_composition_that_loses_the_keyboard_is_over(field: SearchField, session: Session) -> None:
    QApplication.sendEvent(field, QInputMethodEvent("shu", []))
    QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusOut))
    QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusIn))
    assert session.state.place.query is None
    QTest.keyClicks(field, "gm")
    assert session.state.place.query == Query("gm")


def test_escape_clears_then_leaves(qtbot: QtBot, field: SearchField, session: Session) -> None:
    QTest.keyClicks(field, "gm")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert middle(session) == "search"
    with qtbot.waitSignal(field.left):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert middle(session) == "text"


def test_the_field_follows_the_session(field: SearchField, session: Session) -> None:
    session.search(Query("书画"))
    assert field.text() == "书画"
    session.home()
    assert field.text() == ""

"""The timeline: what it shows, and what mouse, keys and fingers do; rows out of sight have no widget."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from exhibit.compiler.descriptions.dates import read_date
from exhibit.model.event import Event
from exhibit.model.state import State
from exhibit.package.reader import PackageReader
from exhibit.session import Session
from exhibit.ui.timeline.event_button import EventButton
from exhibit.ui.timeline.event_list import EventList
from exhibit.ui.timeline.lane import timeline_lane
from exhibit.ui.timeline.mark_widgets import CertaintyLegend, GapMark, HeadingMark
from exhibit.ui.timeline.view import TimelinePage
from exhibit.ui.widgets.chips import ChipButton
from tests.touch import small_controls, small_fonts, touch_session


class Dated:
    """The sample with an event on each of some printed dates."""

    def __init__(self, package: PackageReader, dates: Sequence[str]) -> None:
        self._package = package
        self._dates = [read_date(date) for date in dates]

    def __getattr__(self, name: str) -> object:
        return getattr(self._package, name)

    def events(self, article: str | None = None) -> Sequence[Event]:
        first, *_ = self._package.events()
        return [first._replace(id=f"e{number}", date=date, sure="printed") for number, date in enumerate(self._dates)]


@pytest.fixture
def large(sample: Path, qapp: QApplication) -> Iterator[Session]:
    package = PackageReader(sample)
    years = [f"{1000 + number // 10}" for number in range(10_000)]
    yield Session(Dated(package, years), State(), deferred=False)  # type: ignore[arg-type]
    package.close()


@pytest.fixture
def spans(sample: Path, qapp: QApplication) -> Iterator[Session]:
    package = PackageReader(sample)
    dates = ["-209-12-31/960-12-31", "1936", "1937/1945", "../1949", "2018/.."]
    yield Session(Dated(package, dates), State(), deferred=False)  # type: ignore[arg-type]
    package.close()


def shown(qtbot: QtBot, session: Session, size: tuple[int, int] = (1150, 900)) -> TimelinePage:
    session.open_article("east")
    session.show_page("timeline")
    page = TimelinePage(session)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: page.isActiveWindow() and bool(events(page)))
    return page


def events(page: TimelinePage) -> list[EventButton]:
    found = [one for one in page.findChildren(EventButton) if one.isVisible()]
    return sorted(found, key=lambda one: one.y())


def box(page: TimelinePage, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


def press(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def key(code: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused
    QTest.keyClick(focused, code)


def test_an_event_leads_into_the_text(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    assert [one.accessibleName()[:10] for one in events(page)] == [
        "1926年，日期由文",
        "2022年6月，日期",
        "2022年6月23日",
    ]
    press(events(page)[1])
    place = session.state.place
    assert (place.article, place.edition, place.passage, place.page) == ("west", "retold", "two-1", "text")


def test_years_gaps_and_the_legend_stand_between(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    kinds = (CertaintyLegend, HeadingMark, GapMark, EventButton)
    rows = [one for kind in kinds for one in page.findChildren(kind) if one.isVisible()]
    rows.sort(key=lambda one: one.y())
    names = [one.accessibleName() if not isinstance(one, EventButton) else "event" for one in rows]
    assert names == [
        "日期有多确定：原文印有日期；日期由文中推知；日期定不下来，暂放这里",
        "1926年", "event", "相隔 96 年，1927年至2021年没有列出的事", "2022年", "event", "event",
    ]  # fmt: skip
    tops = [(one.y(), one.y() + one.height()) for one in rows]
    assert [top for top, _ in tops[1:]] == [bottom for _, bottom in tops[:-1]]


def test_keys_move_among_events_and_choose(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    page.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert QApplication.focusWidget() is events(page)[0]
    key(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is events(page)[1]
    assert events(page)[1].ring
    key(Qt.Key.Key_End)
    key(Qt.Key.Key_Return)
    assert session.state.place.passage == "two"


def test_tab_leads_from_the_way_back_to_the_line(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    page.findChildren(ChipButton)[0].setFocus(Qt.FocusReason.TabFocusReason)
    key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is events(page)[0]
    key(Qt.Key.Key_Escape)
    assert session.state.place.page == "text"


def test_it_follows_script_scale_and_article(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    before = events(page)[0].height()
    session.set_script("hant")
    session.rescale(3)
    assert events(page)[0].accessibleName().endswith("east的書畫展，本篇")
    assert events(page)[0].height() > before
    page.hide()
    session.open_article("west")
    session.show_page("timeline")
    page.show()
    assert not events(page)[0].accessibleName().endswith("本篇")
    assert events(page)[1].accessibleName().endswith("本篇")


def test_ten_thousand_events_share_a_few_widgets(qtbot: QtBot, large: Session) -> None:
    page = shown(qtbot, large)
    bar = page.findChildren(EventList)[0].verticalScrollBar()
    assert bar.maximum() > 500_000
    page.setFocus(Qt.FocusReason.ShortcutFocusReason)
    key(Qt.Key.Key_PageDown)
    second = QApplication.focusWidget()
    assert second in events(page)
    key(Qt.Key.Key_End)
    last = QApplication.focusWidget()
    assert isinstance(last, EventButton)
    assert last.accessibleName().startswith("1999年")
    assert page.rect().contains(box(page, last))
    assert len(page.findChildren(EventButton)) < 60


def marked_rows(button: EventButton, page: TimelinePage) -> list[int]:
    """The rows of pixels in which the line has the colour of marks."""
    image, line = button.grab().toImage(), timeline_lane(button.width(), page.look).line
    return [y for y in range(image.height()) if image.pixelColor(line, y) == QColor(page.theme.colours.accent)]


def test_a_span_is_a_bar_and_a_date_a_dot(qtbot: QtBot, spans: Session) -> None:
    page = shown(qtbot, spans, (1150, 1400))
    buttons = events(page)[1:]
    year, span, until, since = (marked_rows(button, page) for button in buttons)
    last_of = [button.height() - 1 for button in buttons]
    assert len(year) < 20 < 40 < len(span)
    assert 0 < span[0] < span[-1] < last_of[1]
    assert 0 == until[0] < until[-1] < last_of[2]
    assert 0 < since[0] < since[-1] == last_of[3]


def test_the_ends_of_a_span_stand_on_two_lines_where_one_is_too_short(qtbot: QtBot, spans: Session) -> None:
    page = shown(qtbot, spans)
    first = events(page)[0]
    assert [words.layout.text() for words in first.words[:2]] == ["公元前209年12月31日", "至公元960年12月31日"]
    assert events(page)[2].words[0].layout.text() == "1937年至1945年"
    assert first.accessibleName().startswith("公元前209年12月31日至公元960年12月31日，")


def test_a_gap_of_a_thousand_years_is_no_higher_than_one_of_two(qtbot: QtBot, spans: Session) -> None:
    page = shown(qtbot, spans, (1150, 1400))
    gaps = [one.height() for one in page.findChildren(GapMark) if one.isVisible()]
    assert len(gaps) == 2
    assert len(set(gaps)) == 1
    assert gaps[0] < 60


@pytest.mark.parametrize(("width", "height"), [(371, 360), (500, 700), (1150, 700), (2000, 900)])
@pytest.mark.parametrize("scale", [80, 200])
@pytest.mark.parametrize("held", ["session", "spans"])
def test_every_text_is_inside_its_row(
    qtbot: QtBot, request: pytest.FixtureRequest, held: str, width: int, height: int, scale: int
) -> None:
    session: Session = request.getfixturevalue(held)
    while session.state.scale != scale:
        session.rescale(1 if session.state.scale < scale else -1)
    page = shown(qtbot, session, (width, height))
    for one in events(page):
        assert one.height() >= round(44 * scale / 100)
        for words in one.words:
            assert words.x >= 0
            assert words.x + words.width <= one.width()
            assert words.y + words.height <= one.height()


def test_a_high_head_scrolls_away_and_comes_back(qtbot: QtBot, session: Session) -> None:
    session.rescale(5)
    page = shown(qtbot, session, (371, 360))
    way = page.findChildren(ChipButton)[0]
    bar = page.findChildren(EventList)[0].verticalScrollBar()
    page.setFocus(Qt.FocusReason.ShortcutFocusReason)
    bar.setValue(400)
    assert box(page, way).bottom() < 0
    way.setFocus(Qt.FocusReason.BacktabFocusReason)
    assert page.rect().contains(box(page, way))


def test_a_screen_reader_finds_years_as_headings(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    year = QAccessible.queryAccessibleInterface(page.findChildren(HeadingMark)[0])
    assert year.role() == QAccessible.Role.Heading
    event = QAccessible.queryAccessibleInterface(events(page)[0])
    assert event.role() == QAccessible.Role.Button


@pytest.mark.parametrize("scale", [80, 100, 200])
@pytest.mark.parametrize("size", [(600, 900), (1150, 900), (1920, 1080)])
def test_fingers_and_eyes_can_use_it_on_a_touch_screen(
    qtbot: QtBot, session: Session, size: tuple[int, int], scale: int
) -> None:
    page = shown(qtbot, touch_session(session, scale), size)
    assert small_controls(page) == []
    assert small_fonts(page) == []

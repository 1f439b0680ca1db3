"""Home: what mouse, keys and fingers do; it can be played; cards out of sight have no widget."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from exhibit.model.article import Article
from exhibit.model.region import Region
from exhibit.model.state import SCALES, Location, State
from exhibit.package.reader import PackageReader
from exhibit.session import Session
from exhibit.ui.home.card import HeroButton, HomeCard
from exhibit.ui.home.view import PLAY_INTERVAL, HomePage, map_box
from tests.touch import small_controls, small_fonts, touch_session

WIDE, TALL, SMALL = (1440, 840), (1080, 1860), (640, 420)
EVERY = 20_000
"""Articles of each region of a large exhibit."""


class Large:
    """The sample with very many articles."""

    def __init__(self, package: PackageReader) -> None:
        self._package = package
        self.asked = 0

    def __getattr__(self, name: str) -> object:
        return getattr(self._package, name)

    def regions(self) -> Sequence[Region]:
        return [region._replace(articles=EVERY) for region in self._package.regions()]

    def articles(self, region: str, start: int = 0, count: int = 50) -> Sequence[Article]:
        self.asked += 1
        found = self._package.articles(region)[0]
        return [replace(found, id=f"{region}-{number}") for number in range(start, min(start + count, EVERY))]


@pytest.fixture
def large(sample: Path, qapp: QApplication) -> Iterator[Session]:
    package = PackageReader(sample)
    yield Session(Large(package), State().at_home(), deferred=False)  # type: ignore[arg-type]
    package.close()


def shown(qtbot: QtBot, session: Session, size: tuple[int, int] = WIDE) -> HomePage:
    session.home()
    page = HomePage(session)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: page.isActiveWindow() and bool(cards(page)))
    return page


def cards(page: HomePage) -> list[HomeCard]:
    """The cards in sight, from top to bottom."""
    found = [card for card in page.findChildren(HomeCard) if card.isVisible()]
    return sorted(found, key=lambda card: (card.y(), card.x()))


def articles(page: HomePage) -> list[str]:
    return [card.card.article for card in cards(page) if card.card]


def chosen(page: HomePage) -> list[str]:
    return [card.card.article for card in cards(page) if card.card and card.card.chosen]


def button(page: HomePage, name: str) -> QAbstractButton:
    found = page.findChild(QAbstractButton, name)
    assert found is not None
    return found


def in_page(page: HomePage, widget: QAbstractButton) -> QRect:
    return QRect(widget.mapTo(page, QPoint()), widget.size())


def click(widget: QAbstractButton) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def picture(page: HomePage) -> QImage:
    return page.grab().toImage()


@pytest.mark.parametrize("size", [WIDE, TALL])
def test_all_cards_of_a_few_are_in_sight(qtbot: QtBot, session: Session, size: tuple[int, int]) -> None:
    page = shown(qtbot, session, size)
    assert articles(page) == ["east", "west", "gate", "gate-2"]
    assert all(card.visibleRegion().boundingRect() == card.rect() for card in cards(page))


def test_a_card_opens_its_article_at_the_top(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    click(cards(page)[1])
    assert session.state.place == Location("west", "west", "retold")


def test_the_figure_of_a_card_opens_the_article_at_its_sentence(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    click(cards(page)[0].hero)
    assert (session.state.place.page, session.state.place.metric) == ("text", "east.one-guests")


def test_a_card_without_a_figure_has_no_button_for_it(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    assert [card.hero.isVisible() for card in cards(page)] == [True, False, False, False]


def test_the_next_touch_opens_the_first_article(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    click(button(page, "home-begin"))
    assert session.state.place.article == "east"
    assert not button(page, "home-go-on").isVisible()


def test_the_other_button_goes_on_where_the_reading_was(qtbot: QtBot, session: Session) -> None:
    session.open_article("west")
    page = shown(qtbot, session)
    click(button(page, "home-go-on"))
    assert session.state.place == Location("west", "west", "retold")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("home-compare", ("text", "compare")),
        ("home-timeline", ("timeline", "metrics")),
        ("home-glossary", ("glossary", "metrics")),
        ("home-sources", ("text", "sources")),
    ],
)
@pytest.mark.parametrize("size", [WIDE, TALL, SMALL])
def test_a_link_leads_where_it_says(
    qtbot: QtBot, session: Session, size: tuple[int, int], name: str, expected: tuple[str, str]
) -> None:
    page = shown(qtbot, session, size)
    link = button(page, name)
    assert page.rect().contains(in_page(page, link))
    click(link)
    assert (session.state.place.page, session.state.place.tab) == expected


# Keys


def test_arrows_lead_from_card_to_card_and_enter_opens_one(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    cards(page)[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Down)
    assert page.focusWidget() is cards(page)[1]
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert session.state.place.article == "west"


def test_right_and_left_lead_to_the_figure_and_back(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    first = cards(page)[0]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert page.focusWidget() is first.hero
    QTest.keyClick(first.hero, Qt.Key.Key_Left)
    assert page.focusWidget() is first
    QTest.keyClick(first, Qt.Key.Key_Right)
    QTest.keyClick(first.hero, Qt.Key.Key_Down)
    assert page.focusWidget() is cards(page)[1]


def test_tab_goes_from_the_next_touch_to_one_card_its_figure_and_the_links(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    button(page, "home-begin").setFocus(Qt.FocusReason.TabFocusReason)
    seen = []
    for _ in range(7):
        focused = page.focusWidget()
        assert focused is not None
        seen.append("hero" if isinstance(focused, HeroButton) else focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    links = ["home-compare", "home-timeline", "home-glossary", "home-sources"]
    assert seen == ["home-begin", "home-card", "hero", *links]


def test_the_ring_of_the_keyboard_does_not_change_the_size(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    first, plain = cards(page)[0], picture(page)
    size = first.size()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    assert first.size() == size
    assert picture(page) != plain


# With the map


def test_a_card_tells_that_it_is_pointed_at(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    told: list[str] = []
    page.pointed.connect(told.append)
    first, other = cards(page)[:2]
    QApplication.sendEvent(first, QEvent(QEvent.Type.Leave))
    first.setFocus(Qt.FocusReason.TabFocusReason)
    first.hero.setFocus(Qt.FocusReason.TabFocusReason)
    other.setFocus(Qt.FocusReason.TabFocusReason)
    assert told == ["", "east", "", "east", "west"]


def test_a_region_pointed_at_on_the_map_lights_its_cards(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    plain = picture(page)
    page.highlight("gate")
    assert [card.lit for card in cards(page)] == [False, False, True, True]
    assert picture(page) != plain
    page.highlight("")
    assert picture(page) == plain


@pytest.mark.parametrize("size", [WIDE, TALL])
def test_the_map_has_room_and_nothing_stands_on_it(qtbot: QtBot, session: Session, size: tuple[int, int]) -> None:
    page = shown(qtbot, session, size)
    box = map_box(session, *size)
    assert box is not None
    room = QRect(*box)
    assert room.width() * room.height() > size[0] * size[1] * 0.25
    on_it = [child for child in page.findChildren(QAbstractButton) if child.isVisible()]
    assert not any(in_page(page, child).intersects(room) for child in on_it)


# Played


def test_the_play_chooses_one_card_after_the_other_and_moves_nothing(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    told: list[str] = []
    page.pointed.connect(told.append)
    places, state = [card.geometry() for card in cards(page)], session.state
    page.play()
    seen = [chosen(page)]
    for _ in range(4):
        page.play_on()
        seen.append(chosen(page))
    assert seen == [["east"], ["west"], ["gate"], ["gate-2"], ["east"]]
    assert told == ["east", "west", "gate", "gate", "east"]
    assert [card.geometry() for card in cards(page)] == places
    assert session.state == state
    page.stop()
    assert chosen(page) == []


def test_a_card_is_played_for_six_seconds() -> None:
    assert PLAY_INTERVAL == 6000


# Everywhere


@pytest.mark.parametrize("size", [WIDE, TALL, SMALL])
@pytest.mark.parametrize("scale", SCALES)
def test_home_suits_fingers_on_a_touch_screen(
    qtbot: QtBot, session: Session, size: tuple[int, int], scale: int
) -> None:
    page = shown(qtbot, touch_session(session, scale), size)
    assert small_controls(page) == []
    assert small_fonts(page) == []


@pytest.mark.parametrize("scale", [80, 100, 200])
@pytest.mark.parametrize("size", [WIDE, TALL, SMALL, (3840, 2100), (1024, 640)])
def test_every_button_is_whole_in_the_page_or_scrolls(
    qtbot: QtBot, session: Session, size: tuple[int, int], scale: int
) -> None:
    for _ in SCALES:
        session.rescale(-1)
    while session.state.scale < scale:
        session.rescale(1)
    session.open_article("west")
    page = shown(qtbot, session, size)
    begin, go_on = button(page, "home-begin"), button(page, "home-go-on")
    assert page.rect().contains(in_page(page, begin))
    scrolls = go_on.parentWidget() is not page
    assert scrolls or page.rect().contains(in_page(page, go_on))
    assert scrolls or not in_page(page, begin).intersects(in_page(page, go_on))


SIGHTS: dict[str, Callable[[Session], None]] = {
    "the other script": lambda session: session.toggle_script(),
    "English": lambda session: session.set_english(True),
    "dark": lambda session: session.set_appearance("dark"),
    "large": lambda session: session.rescale(2),
}


@pytest.mark.parametrize("change", SIGHTS.values(), ids=SIGHTS.keys())
def test_a_page_that_changed_looks_like_a_new_one(
    qtbot: QtBot, session: Session, change: Callable[[Session], None]
) -> None:
    page = shown(qtbot, session)
    change(session)
    assert picture(page) == picture(shown(qtbot, session))


def test_very_many_articles_have_few_widgets(qtbot: QtBot, large: Session) -> None:
    page = shown(qtbot, large)
    assert len(cards(page)) < 12
    package = large.package
    assert isinstance(package, Large)
    assert package.asked < 60
    cards(page)[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_End)
    assert articles(page)[-1] == f"gate-{EVERY - 1}"
    assert len(cards(page)) < 16

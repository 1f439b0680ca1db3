"""The panel and the strip of figures: what they show, and what a press and a key do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from exhibit.model.state import Anchor, State
from exhibit.package.reader import PackageReader
from exhibit.session import Session
from exhibit.ui.metrics.tile import MetricTile
from exhibit.ui.metrics.view import MetricsPanel, MetricStrip
from exhibit.ui.widgets.chips import ChipButton
from exhibit.ui.widgets.link_button import LinkButton
from tests.touch import small_controls, small_fonts, touch_session

View = MetricsPanel | MetricStrip


@pytest.fixture
def session(sample: Path, qapp: QApplication) -> Iterator[Session]:
    package = PackageReader(sample)
    session = Session(package, State(), deferred=False)
    session.open_article("east")
    yield session
    package.close()


def shown(qtbot: QtBot, view: View, width: int = 345, height: int = 700) -> View:
    qtbot.addWidget(view)
    view.resize(width, height)
    view.show()
    qtbot.waitUntil(lambda: bool(tiles(view)))
    return view


def tiles(view: View) -> list[MetricTile]:
    return [tile for tile in view.findChildren(MetricTile) if tile.isVisible()]


def tile(view: View, id: str) -> MetricTile:
    return next(one for one in tiles(view) if one.tile and one.tile.id == id)


def link(view: View, text: str) -> LinkButton:
    return next(one for one in view.findChildren(LinkButton) if one.isVisible() and one.text() == text)


def press(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def chip(view: View, text: str) -> ChipButton:
    return next(one for one in view.findChildren(ChipButton) if one.isVisible() and one.text() == text)


@pytest.mark.parametrize("kind", [MetricsPanel, MetricStrip])
def test_tiles_are_named_and_chosen_by_a_click(qtbot: QtBot, session: Session, kind: type[View]) -> None:
    view = shown(qtbot, kind(session))
    assert [one.accessibleName() for one in tiles(view)][1] == "one-sum书，93.28 万元，2022年"
    press(tile(view, "east.one-sum"))
    assert session.state.place.metric == "east.one-sum"
    assert tile(view, "east.one-sum").isChecked()
    press(tile(view, "east.one-sum"))
    assert session.state.place.metric is None


def test_keys_move_and_choose(qtbot: QtBot, session: Session) -> None:
    view = shown(qtbot, MetricsPanel(session))
    view.activateWindow()
    view.setFocus(Qt.FocusReason.ShortcutFocusReason)
    qtbot.waitUntil(lambda: tiles(view)[0].hasFocus())
    QTest.keyClick(tiles(view)[0], Qt.Key.Key_Down)
    assert tiles(view)[2].hasFocus()
    QTest.keyClick(tiles(view)[2], Qt.Key.Key_Return)
    assert session.state.place.metric == "east.two-guests"
    assert [one.focusPolicy() == Qt.FocusPolicy.StrongFocus for one in tiles(view)] == [
        False,
        False,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize("kind", [MetricsPanel, MetricStrip])
def test_the_way_into_the_text(qtbot: QtBot, session: Session, kind: type[View]) -> None:
    session.choose_metric("east.two-sum")
    view = shown(qtbot, kind(session))
    session.read_to(Anchor("one-3", 4))
    press(link(view, "在文中查看"))
    assert session.state.place.anchor == Anchor("two-1", 0)
    assert session.state.place.metric == "east.two-sum"


def test_a_computed_figure_leads_to_its_figures(qtbot: QtBot, session: Session) -> None:
    session.choose_metric("east.each")
    view = shown(qtbot, MetricsPanel(session))
    assert link(view, "one-guests书").accessibleName() == "one-guests书 120 余人"
    press(link(view, "one-sum书"))
    assert session.state.place.metric == "east.one-sum"
    assert tile(view, "east.one-sum").isChecked()


def test_a_figure_leads_to_its_part(qtbot: QtBot, session: Session) -> None:
    session.choose_metric("east.one-guests")
    view = shown(qtbot, MetricsPanel(session))
    press(link(view, "机制：door门"))
    place = session.state.place
    assert (place.tab, place.system, place.part) == ("systems", "east-system", "door")


def test_scope_topic_and_order(qtbot: QtBot, session: Session) -> None:
    view = shown(qtbot, MetricsPanel(session))
    press(chip(view, "全部地区"))
    assert session.state.place.everywhere
    assert not chip(view, "本篇").isChecked()
    press(chip(view, "人"))
    assert session.state.place.topic == "people"
    assert len(tiles(view)) == 8
    press(chip(view, "大小"))
    assert session.state.order == "size"
    press(chip(view, "全部"))
    assert session.state.place.topic is None


@pytest.mark.parametrize("kind", [MetricsPanel, MetricStrip])
def test_a_figure_chosen_elsewhere_comes_in_sight(qtbot: QtBot, session: Session, kind: type[View]) -> None:
    view = shown(qtbot, kind(session), 300, 260)
    session.choose_metric("east.two-sum")
    opened = tile(view, "east.two-sum")
    assert view.viewport().rect().contains(opened.mapTo(view.viewport(), opened.rect().topLeft()))


@pytest.mark.parametrize("kind", [MetricsPanel, MetricStrip])
def test_a_figure_chosen_before_is_in_sight_once_there_is_a_size(
    qtbot: QtBot, session: Session, kind: type[View]
) -> None:
    session.choose_metric("east.two-sum")
    view = kind(session)
    view.setMinimumSize(0, 0)
    shown(qtbot, view, 0, 0)
    view.resize(300, 260)
    opened = tile(view, "east.two-sum")
    assert view.viewport().rect().contains(opened.mapTo(view.viewport(), opened.rect().topLeft()))


@pytest.mark.parametrize("scale", [1, 5])
@pytest.mark.parametrize("kind", [MetricsPanel, MetricStrip])
def test_a_figure_chosen_before_is_in_sight_from_the_start(
    qtbot: QtBot, session: Session, kind: type[View], scale: int
) -> None:
    session.rescale(scale)
    session.choose_metric("east.two-sum")
    view = shown(qtbot, kind(session), 300, 260)
    opened = tile(view, "east.two-sum")
    assert view.viewport().rect().contains(opened.mapTo(view.viewport(), opened.rect().topLeft()))


@pytest.mark.parametrize("kind", [MetricsPanel, MetricStrip])
def test_the_chosen_figure_is_in_sight_again_when_the_view_is_shown_again(
    qtbot: QtBot, session: Session, kind: type[View]
) -> None:
    session.choose_metric("east.two-sum")
    view = shown(qtbot, kind(session), 300, 260)
    found = [bar for bar in (view.horizontalScrollBar(), view.verticalScrollBar()) if bar.value()]
    positions = [bar.value() for bar in found]
    assert positions
    for bar in found:
        bar.setValue(0)
    view.hide()
    assert not any(bar.value() for bar in found)
    view.show()
    assert [bar.value() for bar in found] == positions


@pytest.mark.parametrize(("width", "scale"), [(240, 200), (240, 80), (345, 100), (700, 150)])
def test_nothing_is_outside_the_panel(qtbot: QtBot, session: Session, width: int, scale: int) -> None:
    while session.state.scale != scale:
        session.rescale(1 if session.state.scale < scale else -1)
    session.choose_metric("east.one-sum")
    view = shown(qtbot, MetricsPanel(session), width)
    for one in [*tiles(view), *(chip for chip in view.findChildren(ChipButton) if chip.isVisible())]:
        left = one.mapTo(view, one.rect().topLeft()).x()
        assert left >= 0
        assert left + one.width() <= width
    for one in tiles(view):
        for text in one.tile_layout.texts:
            assert text.x + text.width <= one.width()
            assert text.y + text.height <= one.height()


def test_tiles_are_made_once(qtbot: QtBot, session: Session) -> None:
    view = shown(qtbot, MetricsPanel(session))
    before = view.findChildren(MetricTile)
    for article in ("west", "gate", "east", "west"):
        session.open_article(article)
    assert view.findChildren(MetricTile) == before


def test_a_hidden_view_follows_once_it_is_shown(qtbot: QtBot, session: Session) -> None:
    view = shown(qtbot, MetricsPanel(session))
    view.hide()
    session.open_article("west")
    view.show()
    assert [one.tile.id.split(".")[0] for one in tiles(view) if one.tile] == ["west"] * 5


def test_many_tiles_come_after_the_first_and_on_demand(qtbot: QtBot, session: Session) -> None:
    session.show_everywhere(True)
    view = shown(qtbot, MetricsPanel(session, tiles_per_page=15), height=300)
    qtbot.waitUntil(lambda: len(tiles(view)) == 15)
    press(chip(view, "再列 5 个（共 20 个）"))
    assert len(tiles(view)) == 20


def links(view: View) -> dict[str, LinkButton]:
    return {one.text(): one for one in view.findChildren(LinkButton) if one.isVisible()}


def test_a_topic_leads_into_the_text_and_the_systems(qtbot: QtBot, session: Session) -> None:
    view = shown(qtbot, MetricsPanel(session))
    assert not links(view)
    session.filter_topic("trade")
    assert list(links(view)) == ["门前的书画", "door门", "book门"]
    press(links(view)["门前的书画"])
    assert (session.state.place.passage, session.state.place.topic) == ("one", "trade")
    QTest.keyClick(links(view)["book门"], Qt.Key.Key_Return)
    assert (session.state.place.tab, session.state.place.part) == ("systems", "book")
    session.filter_topic(None)
    assert not links(view)


def test_one_chip_is_chosen_after_each_change_of_topic(qtbot: QtBot, session: Session) -> None:
    view = shown(qtbot, MetricsPanel(session))
    for topic, text in (("trade", "门市"), ("people", "人"), ("trade", "门市"), (None, "全部"), ("people", "人")):
        session.filter_topic(topic)
        checked = [one.text() for one in view.findChildren(ChipButton) if one.isVisible() and one.isChecked()]
        assert checked == ["本篇", "文中", text]


@pytest.mark.parametrize("scale", [80, 100, 200])
@pytest.mark.parametrize("metric", ["east.one-guests", "east.each"])
@pytest.mark.parametrize("kind", [MetricsPanel, MetricStrip])
def test_on_a_touch_screen_controls_fit_a_finger_and_texts_can_be_read(
    qtbot: QtBot, session: Session, kind: type[View], metric: str, scale: int
) -> None:
    touched = touch_session(session, scale)
    touched.choose_metric(metric)
    touched.filter_topic("trade")
    view = shown(qtbot, kind(touched), 480)
    assert small_controls(view) == []
    assert small_fonts(view.ground) == []


def test_on_a_touch_screen_the_button_for_more_tiles_fits_a_finger(qtbot: QtBot, session: Session) -> None:
    touched = touch_session(session, 80)
    touched.show_everywhere(True)
    view = shown(qtbot, MetricsPanel(touched, tiles_per_page=15), 480)
    qtbot.waitUntil(lambda: len(tiles(view)) == 15)
    assert chip(view, "再列 5 个（共 20 个）")
    assert small_controls(view) == []

"""The panel of comparisons: what it shows, and what a press and a key do."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from exhibit.model.state import Anchor
from exhibit.session import Session
from exhibit.ui.compare.card import ComparisonCard
from exhibit.ui.compare.row import ComparisonRow
from exhibit.ui.compare.view import CompareView
from exhibit.ui.widgets.chips import ChipButton
from exhibit.ui.widgets.text_label import TextLabel
from tests.touch import small_controls, small_fonts, touch_session


def shown(qtbot: QtBot, session: Session, width: int = 324, height: int = 700) -> CompareView:
    if session.state.place.article is None:
        session.open_article("east")
    session.show_tab("compare")
    view = CompareView(session)
    qtbot.addWidget(view)
    view.resize(width, height)
    view.show()
    return view


def rows(view: CompareView) -> list[ComparisonRow]:
    return [row for row in view.findChildren(ComparisonRow) if row.isVisible()]


def row(view: CompareView, id: str) -> ComparisonRow:
    return next(one for one in rows(view) if one.row and one.row.id == id)


def press(widget: ComparisonRow | ChipButton) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def chip(view: CompareView, text: str) -> ChipButton:
    return next(one for one in view.findChildren(ChipButton) if one.isVisible() and one.text() == text)


def test_a_row_is_named_and_leads_to_its_sentence(qtbot: QtBot, session: Session) -> None:
    view = shown(qtbot, session)
    assert [one.accessibleName().split("，")[:2] for one in rows(view)] == [
        ["east门区", "120 余人"],
        ["west门区", "120 余人"],
    ]
    press(row(view, "west.one-guests"))
    assert (session.state.place.article, session.state.place.metric) == ("west", "west.one-guests")
    assert session.state.place.tab == "compare"
    assert row(view, "west.one-guests").isChecked()


def test_a_chosen_row_leads_back_to_its_sentence(qtbot: QtBot, session: Session) -> None:
    view = shown(qtbot, session)
    press(row(view, "east.one-guests"))
    session.read_to(Anchor("two-3", 5))
    press(row(view, "east.one-guests"))
    assert session.state.place.anchor == Anchor("one-1", 0)
    assert session.state.place.metric == "east.one-guests"


def test_scope(qtbot: QtBot, session: Session) -> None:
    view = shown(qtbot, session)
    press(chip(view, "全部地区"))
    assert session.state.place.everywhere
    assert len(rows(view)) == 4
    assert not chip(view, "本篇").isChecked()
    press(chip(view, "本篇"))
    assert len(rows(view)) == 2


def test_keys_move_and_choose(qtbot: QtBot, session: Session) -> None:
    view = shown(qtbot, session)
    session.show_everywhere(True)
    view.activateWindow()
    view.setFocus(Qt.FocusReason.ShortcutFocusReason)
    qtbot.waitUntil(lambda: rows(view)[0].hasFocus())
    QTest.keyClick(rows(view)[0], Qt.Key.Key_Down)
    assert rows(view)[1].hasFocus()
    QTest.keyClick(rows(view)[1], Qt.Key.Key_End)
    assert rows(view)[3].hasFocus()
    QTest.keyClick(rows(view)[3], Qt.Key.Key_Up)
    QTest.keyClick(rows(view)[2], Qt.Key.Key_Return)
    assert session.state.place.metric == "gate.one-guests"
    assert [one.focusPolicy() == Qt.FocusPolicy.StrongFocus for one in rows(view)] == [False, False, True, False]


def test_the_caveat_is_in_sight_of_a_screen_reader(qtbot: QtBot, session: Session) -> None:
    view = shown(qtbot, session)
    card = next(one for one in view.findChildren(ComparisonCard) if one.isVisible())
    assert card.accessibleName() == "书画的来客"
    assert "不同之处：两处长街不同。" in [label.text() for label in card.findChildren(TextLabel) if label.isVisible()]


def test_a_figure_chosen_elsewhere_comes_in_sight(qtbot: QtBot, session: Session) -> None:
    view = shown(qtbot, session, 324, 200)
    session.show_everywhere(True)
    session.choose_metric("gate-2.one-guests")
    chosen = row(view, "gate-2.one-guests")
    assert view.viewport().rect().contains(chosen.mapTo(view.viewport(), chosen.rect().topLeft()))


def test_a_figure_chosen_before_is_in_sight_from_the_start(qtbot: QtBot, session: Session) -> None:
    session.show_everywhere(True)
    session.choose_metric("gate-2.one-guests")
    view = shown(qtbot, session, 324, 200)
    chosen = row(view, "gate-2.one-guests")
    assert view.viewport().rect().contains(chosen.mapTo(view.viewport(), chosen.rect().topLeft()))


def test_a_hidden_view_follows_once_it_is_shown(qtbot: QtBot, session: Session) -> None:
    view = shown(qtbot, session)
    view.hide()
    session.open_article("gate")
    view.show()
    assert [one.row.id for one in rows(view) if one.row] == ["gate.one-guests", "gate-2.one-guests"]


def test_rows_are_made_once(qtbot: QtBot, session: Session) -> None:
    view = shown(qtbot, session)
    session.show_everywhere(True)
    before = view.findChildren(ComparisonRow)
    for article in ("west", "gate", "east"):
        session.open_article(article)
    assert view.findChildren(ComparisonRow) == before


@pytest.mark.parametrize(("width", "scale"), [(240, 200), (240, 80), (324, 100), (700, 150), (1080, 100)])
def test_nothing_is_outside_the_panel(qtbot: QtBot, session: Session, width: int, scale: int) -> None:
    while session.state.scale != scale:
        session.rescale(1 if session.state.scale < scale else -1)
    session.open_article("east")
    session.show_everywhere(True)
    view = shown(qtbot, session, width)
    for one in [*rows(view), *(chip for chip in view.findChildren(ChipButton) if chip.isVisible())]:
        left = one.mapTo(view, one.rect().topLeft()).x()
        assert left >= 0
        assert left + one.width() <= width
    for one in rows(view):
        assert all(text.x + text.width <= one.width() + 1 for text in one.texts)
        assert all(text.y + text.height <= one.height() + 1 for text in one.texts)


@pytest.mark.parametrize("scale", [80, 100, 200])
def test_on_a_touch_screen_rows_fit_a_finger_and_texts_can_be_read(qtbot: QtBot, session: Session, scale: int) -> None:
    touched = touch_session(session, scale)
    touched.filter_topic("trade")
    view = shown(qtbot, touched, 480)
    assert small_controls(view) == []
    assert small_fonts(view.ground) == []

"""The panel of sources: what it shows, copies and leads to."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from exhibit.session import Session
from exhibit.ui.sources.cards import SourceCard
from exhibit.ui.sources.view import SourcesView
from exhibit.ui.widgets.chips import ChipButton
from exhibit.ui.widgets.link_button import LinkButton
from tests.touch import small_controls, small_fonts, touch_session


def shown(qtbot: QtBot, session: Session, width: int = 324, height: int = 700) -> SourcesView:
    if session.state.place.article is None:
        session.open_article("east")
    session.show_tab("sources")
    view = SourcesView(session)
    qtbot.addWidget(view)
    view.resize(width, height)
    view.show()
    return view


def texts(view: SourcesView) -> list[str]:
    return [label.text() for label in view.findChildren(QLabel) if label.isVisible()]


def button(view: SourcesView, text: str) -> QAbstractButton:
    return next(one for one in view.findChildren(QAbstractButton) if one.isVisible() and one.text() == text)


def press(widget: QAbstractButton) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_it_reads_out_what_it_shows(qtbot: QtBot, session: Session) -> None:
    view = shown(qtbot, session)
    assert view.accessibleName() == "出处"
    assert "报纸：东江日报" in texts(view)
    assert "年份：2022年 网页印有日期。" in texts(view)
    assert "事实和数字都照报道所说，本展没有另行核实。" in texts(view)


def test_references_are_copied_and_it_is_said(qtbot: QtBot, session: Session) -> None:
    view = shown(qtbot, session)
    press(button(view, "复制 GB/T 7714 格式"))
    assert QGuiApplication.clipboard().text() == "east：书画上街[N/OL]. 东江日报, 2022-06-23."
    assert "已复制 GB/T 7714 格式" in texts(view)
    QTest.keyClick(button(view, "复制普通格式"), Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text().startswith("《east：书画上街》，东江日报")
    assert "已复制普通格式" in texts(view)
    session.open_article("west")
    assert not any(text.startswith("已复制") for text in texts(view))


def test_buttons_are_reached_by_tab(qtbot: QtBot, session: Session) -> None:
    view = shown(qtbot, session)
    wanted = Qt.FocusPolicy.TabFocus
    controls = [one for one in view.findChildren(QAbstractButton) if one.isVisible()]
    assert len(controls) == 5
    assert all(one.focusPolicy() & wanted for one in controls)


def test_a_remark_leads_to_its_figure(qtbot: QtBot, session: Session) -> None:
    view = shown(qtbot, session)
    press(button(view, "one-sum书"))
    assert (session.state.place.metric, session.state.place.tab) == ("east.one-sum", "metrics")


def test_a_remark_leads_to_its_note(qtbot: QtBot, session: Session) -> None:
    view = shown(qtbot, session)
    press(button(view, "在文中查看"))
    assert (session.state.place.passage, session.state.place.tab) == ("two-note", "sources")


def test_it_follows_the_article_the_script_and_the_language(qtbot: QtBot, session: Session) -> None:
    view = shown(qtbot, session)
    session.open_article("west")
    assert "标题：west：书画上街" in texts(view)
    session.toggle_script()
    assert "標題：west：書畫上街" in texts(view)
    session.set_english(True)
    assert "Newspaper：東江日报" in texts(view)


def test_without_an_article_it_says_so(qtbot: QtBot, session: Session) -> None:
    view = SourcesView(session)
    qtbot.addWidget(view)
    view.resize(324, 400)
    view.show()
    assert texts(view) == ["出处", "这里还没有文章。"]


def test_a_hidden_view_follows_once_it_is_shown(qtbot: QtBot, session: Session) -> None:
    view = shown(qtbot, session)
    view.hide()
    session.open_article("west")
    view.show()
    assert "标题：west：书画上街" in texts(view)


@pytest.mark.parametrize(("width", "scale"), [(240, 200), (240, 80), (324, 100), (700, 150), (1080, 100)])
def test_nothing_is_outside_its_card(qtbot: QtBot, session: Session, width: int, scale: int) -> None:
    while session.state.scale != scale:
        session.rescale(1 if session.state.scale < scale else -1)
    view = shown(qtbot, session, width)
    cards = [card for card in view.findChildren(SourceCard) if card.isVisible()]
    assert len(cards) == 4
    for card in cards:
        assert card.mapTo(view, card.rect().topLeft()).x() >= 0
        assert card.mapTo(view, card.rect().topRight()).x() < width
        for kind in (ChipButton, LinkButton, QLabel):
            for one in card.findChildren(kind):
                assert not one.isVisible() or card.rect().contains(one.geometry())


@pytest.mark.parametrize("scale", [80, 100, 200])
def test_on_a_touch_screen_buttons_fit_a_finger_and_texts_can_be_read(
    qtbot: QtBot, session: Session, scale: int
) -> None:
    view = shown(qtbot, touch_session(session, scale), 480)
    press(button(view, "复制普通格式"))
    assert small_controls(view) == []
    assert small_fonts(view.ground) == []

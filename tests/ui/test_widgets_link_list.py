"""A list of links under a heading."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from exhibit.options import Display
from exhibit.theme import Theme, theme_for
from exhibit.ui.widgets.choice import LinkShown
from exhibit.ui.widgets.link_button import LinkButton
from exhibit.ui.widgets.link_list import LinkList, LinkListStyle
from exhibit.ui.widgets.text_look import look_for

STACKED = LinkListStyle("serif", 16, "ink")
BESIDE = STACKED._replace(side_by_side=True)
DESKTOP = theme_for("light", 100)
LINKS = (LinkShown("一", "", "first"), LinkShown("二", "第二节", "second"))


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def link_list(
    holder: QWidget, style: LinkListStyle, links: tuple[LinkShown[str], ...] = LINKS, theme: Theme = DESKTOP
) -> LinkList:
    made = LinkList(holder, style)
    made.show_links("标题", links, look_for(theme, "hans"))
    made.resize(300, made.fit(300))
    holder.show()
    return made


def buttons(made: LinkList) -> list[LinkButton]:
    return [one for one in made.findChildren(LinkButton) if one.isVisible()]


@pytest.mark.parametrize("style", [STACKED, BESIDE])
def test_a_link_followed_carries_its_target(qtbot: QtBot, holder: QWidget, style: LinkListStyle) -> None:
    made = link_list(holder, style)
    with qtbot.waitSignal(made.followed) as caught:
        QTest.mouseClick(buttons(made)[1], Qt.MouseButton.LeftButton)
    assert caught.args == ["second"]


def test_it_is_read_out(holder: QWidget) -> None:
    made = link_list(holder, STACKED)
    assert made.accessibleName() == "标题"
    assert [one.accessibleName() for one in buttons(made)] == ["一", "二 第二节"]


def test_links_take_a_line_each_or_share_one(holder: QWidget) -> None:
    first, second = buttons(link_list(holder, STACKED))
    assert (first.width(), second.width()) == (300, 300)
    assert second.y() == first.y() + first.height()
    first, second = buttons(link_list(holder, BESIDE))
    assert second.y() == first.y()
    assert second.x() > first.x() + first.width()


def test_what_it_holds_is_inside_the_height_it_asks_for(holder: QWidget) -> None:
    for style in (STACKED, BESIDE, STACKED._replace(heading_gap=2, link_height=46, link_size=17)):
        made = link_list(holder, style)
        assert all(made.rect().contains(one.geometry()) for one in buttons(made))


def test_without_links_it_is_hidden_and_takes_no_room(holder: QWidget) -> None:
    made = link_list(holder, STACKED)
    made.show_links("标题", LINKS[:1], look_for(DESKTOP, "hans"))
    assert len(buttons(made)) == 1
    made.show_links("标题", (), look_for(DESKTOP, "hans"))
    assert (made.isVisible(), made.fit(300)) == (False, 0)


def test_tab_goes_from_link_to_link_whenever_they_were_made(holder: QWidget) -> None:
    made = link_list(holder, STACKED, LINKS[:1])
    made.show_links("标题", LINKS, look_for(DESKTOP, "hans"))
    first, second = buttons(made)
    assert first.nextInFocusChain() is second


@pytest.mark.parametrize("style", [STACKED, BESIDE])
@pytest.mark.parametrize("scale", [80, 100])
def test_on_a_touch_screen_every_link_fits_a_finger(holder: QWidget, style: LinkListStyle, scale: int) -> None:
    display = Display(mm_per_pixel=0.248, viewing_distance=600, touch=True)
    made = link_list(holder, style, theme=theme_for("light", scale, display))
    assert min(min(one.width(), one.height()) for one in buttons(made)) * display.mm_per_pixel >= 20

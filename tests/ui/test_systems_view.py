"""The tab and the page of a system: what they show, and what mouse, keys and fingers do."""

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from exhibit.model.state import Location
from exhibit.session import Session
from exhibit.ui.systems.diagram import DiagramView
from exhibit.ui.systems.figures import FigureButton
from exhibit.ui.systems.head import SystemHead
from exhibit.ui.systems.neighbours import PartRect, neighbour_spot
from exhibit.ui.systems.part_button import PartButton
from exhibit.ui.systems.part_card import PartCard
from exhibit.ui.systems.view import DrawingPage, SystemPanes, SystemsView
from exhibit.ui.widgets.chips import ChipButton
from exhibit.ui.widgets.close_button import CloseButton
from exhibit.ui.widgets.link_button import LinkButton
from tests.touch import small_controls, small_fonts, touch_session

ARTICLES = ("east", "west", "gate", "gate-2")
"""Each of another shape."""
Kind = TypeVar("Kind", bound=QWidget)
KINDS = (SystemsView, DrawingPage)
_OF_MENUS = pytest.mark.qt_log_ignore("This plugin does not support")
"""The offscreen platform, whenever a menu opens."""


def shown(qtbot: QtBot, view: SystemPanes, width: int = 345, height: int = 780) -> SystemPanes:
    qtbot.addWidget(view)
    view.resize(width, height)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    return view


def only(view: QWidget, kind: type[Kind]) -> Kind:
    return next(iter(view.findChildren(kind)))


def place(session: Session) -> Location:
    return session.state.place


def parts(view: QWidget) -> list[PartButton]:
    return [button for button in view.findChildren(PartButton) if button.isVisible()]


def part(view: QWidget, id: str) -> PartButton:
    return next(button for button in parts(view) if button.part == id)


def press(button: QAbstractButton) -> None:
    """In the middle, of a part in that of its first box."""
    at = button.boxes[0].center() - button.pos() if isinstance(button, PartButton) else button.rect().center()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=at)


def chip(view: QWidget, text: str) -> ChipButton:
    return next(one for one in view.findChildren(ChipButton) if one.isVisible() and one.text() == text)


def link(view: QWidget, text: str) -> LinkButton:
    return next(one for one in view.findChildren(LinkButton) if one.isVisible() and one.text() == text)


def focused(view: QWidget) -> str:
    widget = view.focusWidget()
    return widget.part if isinstance(widget, PartButton) else ""


def in_sight(view: QWidget, widget: QWidget) -> bool:
    """Whether none of it is scrolled away."""
    return widget.visibleRegion().boundingRect() == widget.rect()


@pytest.mark.parametrize("article", ARTICLES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_part_is_a_named_button(qtbot: QtBot, session: Session, kind: type[SystemPanes], article: str) -> None:
    session.open_article(article)
    view = shown(qtbot, kind(session), 700, 900)
    assert view.shown
    assert view.shown.system
    assert [button.part for button in parts(view)] == [one.id for one in view.shown.system.parts]
    for button, one in zip(parts(view), view.shown.parts, strict=True):
        told = QAccessible.queryAccessibleInterface(button)
        assert told.role() == QAccessible.Role.Button
        assert told.text(QAccessible.Text.Name) == one.name
        assert told.text(QAccessible.Text.Description) == one.description
    drawing = QAccessible.queryAccessibleInterface(only(view, DiagramView))
    assert drawing.text(QAccessible.Text.Name) == view.shown.name
    assert drawing.childCount() == len(parts(view))


@pytest.mark.parametrize("article", ARTICLES)
def test_a_click_chooses_and_another_clears(qtbot: QtBot, session: Session, article: str) -> None:
    session.open_article(article)
    view = shown(qtbot, SystemsView(session))
    for id in [button.part for button in parts(view)]:
        press(part(view, id))
        assert (place(session).system, place(session).part) == (f"{article}-system", id)
        assert only(view, PartCard).accessibleName() == part(view, id).text().split("，")[0]
    press(part(view, id))
    assert place(session).part is None
    assert not only(view, PartCard).isVisible()


def test_only_a_release_on_the_same_part_chooses(qtbot: QtBot, session: Session) -> None:
    session.open_article("east")
    view = shown(qtbot, SystemsView(session))
    first, other = parts(view)[:2]
    QTest.mousePress(first, Qt.MouseButton.LeftButton)
    assert place(session).part is None
    QTest.mouseRelease(first, Qt.MouseButton.LeftButton, pos=other.geometry().center() - first.pos())
    assert place(session).part is None


@pytest.mark.parametrize("article", ARTICLES)
def test_keys_reach_every_part(qtbot: QtBot, session: Session, article: str) -> None:
    session.open_article(article)
    view = shown(qtbot, SystemsView(session))
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: focused(view) == "whole")
    ids = [button.part for button in parts(view)]
    QTest.keyClick(part(view, "whole"), Qt.Key.Key_End)
    assert focused(view) == ids[-1]
    QTest.keyClick(part(view, ids[-1]), Qt.Key.Key_Home)
    assert focused(view) == "whole"
    boxes: list[list[PartRect]] = [
        [(box.x(), box.y(), box.width(), box.height()) for box in button.boxes] for button in parts(view)
    ]
    reached, ahead = {(0, 0)}, [(0, 0)]
    while ahead:
        found = {neighbour_spot(boxes, ahead[-1], way) for way in ("left", "right", "up", "down")}
        ahead = ahead[:-1] + list(found - reached)
        reached |= found
    assert {index for index, _ in reached} == set(range(len(ids)))


def test_arrow_keys_go_where_they_point(qtbot: QtBot, session: Session) -> None:
    session.open_article("gate-2")
    view = shown(qtbot, SystemsView(session))
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: focused(view) == "whole")
    way = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up):
        QTest.keyClick(view.focusWidget(), key)
        way.append(focused(view))
    assert way == ["roof", "cap", "door", "book", "door", "cap"]
    assert session.state.place.part is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_choose_and_escape_clears(qtbot: QtBot, session: Session, key: Qt.Key) -> None:
    session.open_article("east")
    view = shown(qtbot, SystemsView(session))
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(part(view, "whole"), Qt.Key.Key_End)
    QTest.keyClick(part(view, "book"), key)
    assert place(session).part == "book"
    assert focused(view) == "book"
    QTest.keyClick(part(view, "book"), Qt.Key.Key_Escape)
    assert place(session).part is None


def test_tab_enters_at_the_chosen_part_and_goes_on_to_the_card(qtbot: QtBot, session: Session) -> None:
    session.choose_part("east-system", "door")
    view = shown(qtbot, SystemsView(session))
    chip(view, "看大图").setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: chip(view, "看大图").hasFocus())
    way: list[object] = []
    for _ in range(5):
        QTest.keyClick(view.focusWidget(), Qt.Key.Key_Tab)
        way.append(type(view.focusWidget()))
        if focused(view):
            assert focused(view) == "door"
            QTest.keyClick(view.focusWidget(), Qt.Key.Key_Home)
            assert focused(view) == "whole"
    assert way == [ChipButton, PartButton, CloseButton, FigureButton, LinkButton]
    assert [one.focusPolicy() == Qt.FocusPolicy.StrongFocus for one in parts(view)] == [False, True, False]


@pytest.mark.parametrize("kind", KINDS)
def test_the_card_leads_to_figures_and_passages(qtbot: QtBot, session: Session, kind: type[SystemPanes]) -> None:
    session.choose_part("east-system", "whole")
    view = shown(qtbot, kind(session), 700, 900)
    press(link(view, "第二节 · 第 2 段"))
    assert (place(session).passage, place(session).part) == ("two-2", "whole")
    press(link(view, "第一节"))
    assert (place(session).passage, place(session).part) == ("one", "whole")
    press(part(view, "door"))
    press(next(one for one in view.findChildren(FigureButton) if one.isVisible()))
    now = place(session)
    assert (now.metric, now.system, now.part, now.tab) == ("east.one-guests", "east-system", "door", "systems")


def test_closing_the_card_gives_the_keyboard_back(qtbot: QtBot, session: Session) -> None:
    session.choose_part("east-system", "book")
    view = shown(qtbot, SystemsView(session))
    close = only(view, CloseButton)
    close.setFocus(Qt.FocusReason.TabFocusReason)
    press(close)
    assert place(session).part is None
    assert focused(view) == "book"


def test_a_figure_chosen_elsewhere_reveals_its_part(qtbot: QtBot, session: Session) -> None:
    session.rescale(5)
    session.open_article("gate-2")
    session.show_tab("systems")
    view = shown(qtbot, SystemsView(session), 300, 480)
    session.choose_metric("gate-2.one-guests")
    assert place(session).part == "foot"
    assert in_sight(view, part(view, "foot"))
    assert only(view, PartCard).isVisible()


@pytest.mark.parametrize(("width", "height"), [(240, 480), (345, 780), (700, 400), (1080, 460)])
@pytest.mark.parametrize("steps", [-2, 0, 5])
@pytest.mark.parametrize("article", ARTICLES)
def test_every_control_is_inside_the_panel(
    qtbot: QtBot, session: Session, article: str, steps: int, width: int, height: int
) -> None:
    session.rescale(steps)
    session.choose_part(f"{article}-system", "whole")
    view = shown(qtbot, SystemsView(session), width, height)
    for kind in (PartButton, LinkButton, ChipButton, FigureButton):
        for one in view.findChildren(kind):
            if one.isVisible():
                left = one.mapTo(view, QPoint()).x()
                assert left >= 0
                assert left + one.width() <= width
    drawn = only(view, DiagramView).rect()
    assert all(drawn.contains(one.geometry()) for one in parts(view))


def test_the_drawing_does_not_move_from_part_to_part(qtbot: QtBot, session: Session) -> None:
    session.choose_part("east-system", "whole")
    view = shown(qtbot, SystemsView(session))
    before = [one.geometry() for one in parts(view)]
    session.choose_part("east-system", "book")
    assert [one.geometry() for one in parts(view)] == before


def test_a_place_without_a_system_leads_to_others(qtbot: QtBot, session: Session) -> None:
    view = shown(qtbot, SystemsView(session))
    assert parts(view) == []
    assert next(one.accessibleName() for one in view.findChildren(LinkButton) if one.isVisible()) == "书画的门 east门区"
    press(next(one for one in view.findChildren(LinkButton) if one.accessibleName() == "书画的门 west门区"))
    assert (place(session).article, place(session).system) == ("west", "west-system")
    assert len(parts(view)) == 6


def test_buttons_are_made_once(qtbot: QtBot, session: Session) -> None:
    session.open_article("gate")
    view = shown(qtbot, SystemsView(session))
    before = view.findChildren(PartButton)
    for article in (*ARTICLES, *ARTICLES):
        session.open_article(article)
    assert view.findChildren(PartButton) == before


def test_a_hidden_view_catches_up_when_it_is_shown(qtbot: QtBot, session: Session) -> None:
    session.open_article("east")
    view = shown(qtbot, SystemsView(session))
    view.hide()
    session.open_article("west")
    assert view.shown
    assert view.shown.system
    assert view.shown.system.id == "east-system"
    view.show()
    assert view.shown.system.id == "west-system"


def test_the_page_opens_and_closes(qtbot: QtBot, session: Session) -> None:
    session.choose_part("east-system", "door")
    view = shown(qtbot, SystemsView(session))
    press(chip(view, "看大图"))
    assert place(session).page == "drawing"
    page = shown(qtbot, DrawingPage(session), 1200, 800)
    page.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(lambda: focused(page) == "door")
    QTest.keyClick(part(page, "door"), Qt.Key.Key_Escape)
    assert (place(session).page, place(session).part) == ("drawing", None)
    QTest.keyClick(part(page, "door"), Qt.Key.Key_Escape)
    assert place(session).page == "text"
    session.show_page("drawing")
    press(chip(page, "回到正文"))
    assert place(session).page == "text"


def notice(view: QWidget) -> str:
    return only(view, SystemHead).notice


def save(qtbot: QtBot, view: QWidget, kind: str, name: Path) -> None:
    """As a visitor saves: the button, a kind in its menu, a name in the dialog."""
    press(chip(view, "保存图"))
    menu = only(view, QMenu)
    next(action for action in menu.actions() if action.text() == kind).trigger()
    menu.close()
    (dialog,) = view.window().findChildren(QFileDialog)
    assert dialog.windowTitle() == "保存图"
    dialog.fileSelected.emit(str(name))
    dialog.reject()
    qtbot.waitUntil(lambda: not view.window().findChildren(QFileDialog))


@_OF_MENUS
@pytest.mark.parametrize(("kind", "begins"), [("SVG", b"<?xml"), ("PNG", b"\x89PNG"), ("PDF", b"%PDF")])
def test_the_drawing_is_saved(qtbot: QtBot, session: Session, tmp_path: Path, kind: str, begins: bytes) -> None:
    session.open_article("east")
    view = shown(qtbot, SystemsView(session))
    name = tmp_path / f"a.{kind.lower()}"
    save(qtbot, view, kind, name)
    assert name.read_bytes().startswith(begins)
    assert notice(view) == f"已保存：{name}"
    session.open_article("west")
    assert notice(view) == ""


@_OF_MENUS
def test_a_failure_to_save_is_reported(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    session.open_article("east")
    view = shown(qtbot, SystemsView(session))
    save(qtbot, view, "SVG", tmp_path / "missing" / "a.svg")
    assert notice(view).startswith("没有保存成功。")
    save(qtbot, view, "PNG", tmp_path / "a.jpg")
    assert notice(view) == "没有保存：文件名要以 .png 结尾。"
    assert list(tmp_path.glob("a*")) == []


@_OF_MENUS
def test_a_notice_about_saving_goes_with_another_script(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    session.open_article("east")
    view = shown(qtbot, SystemsView(session))
    save(qtbot, view, "PNG", tmp_path / "a.jpg")
    session.set_script("hant")
    assert notice(view) == ""


@pytest.mark.parametrize("kind", KINDS)
def test_escape_in_the_card_closes_it_first(qtbot: QtBot, session: Session, kind: type[SystemPanes]) -> None:
    session.choose_part("east-system", "door")
    session.show_page("drawing")
    view = shown(qtbot, kind(session), 900, 700)
    close = only(view, CloseButton)
    close.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(close, Qt.Key.Key_Escape)
    assert (place(session).page, place(session).part) == ("drawing", None)
    assert focused(view) == "door"


def test_a_part_chosen_before_the_page_is_shown_is_in_sight(qtbot: QtBot, session: Session) -> None:
    session.rescale(7)
    last = session.package.systems("gate-2")[0].parts[-1].id
    session.choose_part("gate-2-system", last)
    view = shown(qtbot, DrawingPage(session), 700, 420)
    assert in_sight(view, part(view, last))


def test_scripts_and_looks_follow(qtbot: QtBot, session: Session) -> None:
    session.choose_part("east-system", "door")
    view = shown(qtbot, SystemsView(session))
    session.set_script("hant")
    session.set_appearance("dark")
    assert part(view, "door").text().startswith("door門")


@pytest.mark.parametrize("scale", [80, 100, 200])
@pytest.mark.parametrize("article", ARTICLES)
@pytest.mark.parametrize(("kind", "size"), [(SystemsView, (560, 900)), (DrawingPage, (1920, 1080))])
def test_fingers_and_eyes_can_use_it_on_a_touch_screen(
    qtbot: QtBot, session: Session, kind: type[SystemPanes], size: tuple[int, int], article: str, scale: int
) -> None:
    touched = touch_session(session, scale)
    touched.choose_part(f"{article}-system", touched.package.systems(article)[0].parts[1].id)
    view = shown(qtbot, kind(touched), *size)
    assert small_controls(view) == []
    assert small_fonts(view) == []


def test_links_to_other_systems_are_large_enough_for_fingers(qtbot: QtBot, session: Session) -> None:
    view = shown(qtbot, SystemsView(touch_session(session, 80)), 560, 900)
    assert small_controls(view) == []
    assert small_fonts(view) == []

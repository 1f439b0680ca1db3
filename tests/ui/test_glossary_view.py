"""The glossary: what it shows, and what mouse, keys and fingers do; rows out of sight have no widget."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from exhibit.model.state import State
from exhibit.model.term import Term
from exhibit.package.reader import PackageReader
from exhibit.session import Session
from exhibit.ui.glossary.entry import EntryPane, TermEntryView
from exhibit.ui.glossary.index import TermIndex
from exhibit.ui.glossary.occurrence_button import OccurrenceButton
from exhibit.ui.glossary.occurrences import BATCH_SIZE
from exhibit.ui.glossary.row import TermButton
from exhibit.ui.glossary.view import GlossaryPage
from exhibit.ui.widgets.chips import ChipButton
from tests.touch import small_controls, small_fonts, touch_session

WIDE, NARROW = (1150, 700), (600, 700)


class Large:
    """The sample with very many words."""

    def __init__(self, package: PackageReader) -> None:
        self._package = package

    def __getattr__(self, name: str) -> object:
        return getattr(self._package, name)

    def terms(self) -> Sequence[Term]:
        ticket, house = self._package.terms()
        made = [ticket._replace(id=f"t{number}", see=()) for number in range(3000)]
        return [*made, ticket, house]


@pytest.fixture
def large(sample: Path, qapp: QApplication) -> Iterator[Session]:
    package = PackageReader(sample)
    yield Session(Large(package), State(), deferred=False)  # type: ignore[arg-type]
    package.close()


def shown(qtbot: QtBot, session: Session, size: tuple[int, int] = WIDE, batch_size: int = BATCH_SIZE) -> GlossaryPage:
    session.open_article("east")
    session.show_page("glossary")
    page = GlossaryPage(session, batch_size=batch_size)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: page.isActiveWindow() and bool(terms(page)))
    return page


def terms(page: GlossaryPage) -> list[TermButton]:
    return [one for one in page.findChildren(TermButton) if one.isVisible()]


def term(page: GlossaryPage, id: str) -> TermButton:
    return next(one for one in terms(page) if one.row and one.row.id == id)


def places(page: GlossaryPage) -> list[OccurrenceButton]:
    return [one for one in page.findChildren(OccurrenceButton) if one.isVisible()]


def entry(page: GlossaryPage) -> TermEntryView:
    return next(one for one in page.findChildren(TermEntryView) if one.isVisible())


def press(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def chip(page: GlossaryPage, text: str) -> ChipButton:
    return next(one for one in page.findChildren(ChipButton) if one.isVisible() and one.text() == text)


def box(page: GlossaryPage, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


def key(code: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused
    QTest.keyClick(focused, code)


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_a_word_opens_by_a_click_and_closes_by_another(qtbot: QtBot, session: Session, size: tuple[int, int]) -> None:
    page = shown(qtbot, session, size)
    assert [one.accessibleName() for one in terms(page)] == ["门票", "国门"]
    assert not places(page)
    press(term(page, "ticket"))
    assert session.state.place.term == "ticket"
    assert len(places(page)) == 8
    assert term(page, "ticket").accessibleName() == "门票，已打开"
    press(term(page, "ticket"))
    assert session.state.place.term is None
    assert not places(page)
    assert session.state.place.page == "glossary"


def test_the_entry_is_beside_the_index_or_below_its_row(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    session.open_term("ticket")
    assert box(page, entry(page)).left() > box(page, term(page, "ticket")).right()
    page.resize(NARROW[0], 1600)
    assert box(page, entry(page)).top() == box(page, term(page, "ticket")).bottom() + 1
    assert box(page, term(page, "house")).top() == box(page, entry(page)).bottom() + 1
    page.resize(*WIDE)
    assert box(page, entry(page)).left() > box(page, term(page, "ticket")).right()


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_an_occurrence_leads_into_the_text(qtbot: QtBot, session: Session, size: tuple[int, int]) -> None:
    page = shown(qtbot, session, size)
    session.open_term("ticket")
    found = next(one for one in places(page) if one.accessibleName().startswith("west门区 · west的书画展，第二节"))
    press(found)
    place = session.state.place
    assert (place.article, place.edition, place.passage, place.page) == ("west", "retold", "two-1", "text")


def test_see_also_leads_to_another_entry(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    session.open_term("ticket")
    press(chip(page, "国门"))
    assert session.state.place.term == "house"
    assert entry(page).accessibleName() == "国门"
    press(chip(page, "关闭"))
    assert session.state.place.term is None
    assert QApplication.focusWidget() is term(page, "house")


def test_the_way_back_and_escape_lead_to_the_text(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    press(chip(page, "回到正文"))
    assert session.state.place.page == "text"
    session.show_page("glossary")
    page.setFocus(Qt.FocusReason.ShortcutFocusReason)
    key(Qt.Key.Key_Escape)
    assert session.state.place.page == "text"


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_keys_move_open_and_go_on_into_the_entry(qtbot: QtBot, session: Session, size: tuple[int, int]) -> None:
    page = shown(qtbot, session, size)
    page.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert QApplication.focusWidget() is term(page, "ticket")
    key(Qt.Key.Key_Right)
    assert QApplication.focusWidget() is term(page, "house")
    assert term(page, "house").ring
    key(Qt.Key.Key_Home)
    key(Qt.Key.Key_Return)
    assert session.state.place.term == "ticket"
    assert QApplication.focusWidget() is term(page, "ticket")
    key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is chip(page, "国门")
    key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is places(page)[0]
    key(Qt.Key.Key_Return)
    assert session.state.place.passage == "one-1"


def test_tab_goes_from_the_last_occurrence_to_the_way_back(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session, NARROW)
    session.open_term("ticket")
    page.setFocus(Qt.FocusReason.ShortcutFocusReason)
    reached = []
    for _ in range(11):
        focused = QApplication.focusWidget()
        assert focused
        reached.append(focused)
        key(Qt.Key.Key_Tab)
    assert reached == [term(page, "ticket"), chip(page, "国门"), *places(page), chip(page, "回到正文")]


def test_thousands_of_terms_share_a_few_widgets(qtbot: QtBot, large: Session) -> None:
    page = shown(qtbot, large)
    made = len(page.findChildren(TermButton))
    assert made < 60
    bar = page.findChildren(TermIndex)[0].verticalScrollBar()
    for _ in range(20):
        bar.setValue(bar.value() + bar.pageStep())
    assert terms(page)[0].row is not None
    assert len(page.findChildren(TermButton)) < 80
    page.setFocus(Qt.FocusReason.ShortcutFocusReason)
    key(Qt.Key.Key_End)
    assert box(page, term(page, "house")).bottom() < page.height()
    assert QApplication.focusWidget() is term(page, "house")


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_a_word_opened_elsewhere_comes_in_sight(qtbot: QtBot, large: Session, size: tuple[int, int]) -> None:
    page = shown(qtbot, large, size)
    large.open_term("ticket")
    assert page.rect().contains(box(page, term(page, "ticket")))


def test_rows_in_sight_do_not_move_while_rows_above_are_laid_out(qtbot: QtBot, large: Session) -> None:
    page = shown(qtbot, large, NARROW)
    index = page.findChildren(TermIndex)[0]
    bar = index.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    held = sorted((box(page, one).top(), one.row.id) for one in terms(page) if one.row)[2]
    bar.setValue(bar.value() - 200)
    assert box(page, term(page, held[1])).top() == held[0] + 200


def test_more_occurrences_come_on_demand(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session, batch_size=5)
    session.open_term("ticket")
    assert len(places(page)) == 5
    press(chip(page, "再列 3 处（还有 3 处）"))
    assert len(places(page)) == 8
    session.open_term("house")
    session.open_term("ticket")
    assert len(places(page)) == 5


def test_a_hidden_page_catches_up_when_it_is_shown(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    page.hide()
    session.open_term("ticket")
    session.set_script("hant")
    page.show()
    assert term(page, "ticket").accessibleName() == "門票，已打開"
    assert entry(page).accessibleName() == "門票"


@pytest.mark.parametrize(("width", "height"), [(371, 360), (500, 700), (1150, 700), (2000, 900)])
@pytest.mark.parametrize("scale", [80, 200])
def test_every_control_is_inside_the_page(qtbot: QtBot, session: Session, width: int, height: int, scale: int) -> None:
    while session.state.scale != scale:
        session.rescale(1 if session.state.scale < scale else -1)
    page = shown(qtbot, session, (width, height))
    session.open_term("ticket")
    for one in [*terms(page), *places(page), *(chip for chip in page.findChildren(ChipButton) if chip.isVisible())]:
        assert 0 <= box(page, one).left() < box(page, one).right() < width
        assert one.height() >= round(44 * scale / 100)


def test_a_screen_reader_finds_a_list_of_buttons(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    ground = QAccessible.queryAccessibleInterface(page.findChildren(TermIndex)[0].ground)
    assert (ground.role(), ground.text(QAccessible.Text.Name)) == (QAccessible.Role.List, "词语")
    button = QAccessible.queryAccessibleInterface(term(page, "ticket"))
    assert button.role() == QAccessible.Role.Button
    assert button.text(QAccessible.Text.Description) == "进门要给的长条。，3 个地方"
    assert page.findChildren(EntryPane)


@pytest.mark.parametrize("scale", [80, 100, 200])
@pytest.mark.parametrize("size", [WIDE, (700, 1200), (1920, 1080)])
def test_fingers_and_eyes_can_use_it_on_a_touch_screen(
    qtbot: QtBot, session: Session, size: tuple[int, int], scale: int
) -> None:
    touched = touch_session(session, scale)
    page = shown(qtbot, touched, size, batch_size=3)
    touched.open_term("ticket")
    assert small_controls(page) == []
    assert small_fonts(page) == []

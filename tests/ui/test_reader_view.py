"""The reader shows the shown, sends the verbs, keeps the place, and works by mouse, touch and keys."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from exhibit.model.article import Block, Body
from exhibit.model.state import Anchor, State
from exhibit.model.text import same
from exhibit.package.reader import PackageReader
from exhibit.package.writer import ArticleContents, write_package
from exhibit.session import Session
from exhibit.ui.reader.card import TermCard
from exhibit.ui.reader.page_layout import PageLayout
from exhibit.ui.reader.shown import MarkId, reader_shown
from exhibit.ui.reader.text import TextView
from exhibit.ui.reader.toc import TocView
from exhibit.ui.reader.view import ReaderView
from exhibit.ui.widgets.link_button import LinkButton
from tests.samples import entry, region, sample_contents

Open = Callable[..., "Page"]


@dataclass
class Page:
    """A reader on screen, and what a test asks of it."""

    session: Session
    view: ReaderView

    @property
    def text(self) -> TextView:
        found = self.view.findChild(TextView, "text")
        assert isinstance(found, TextView)
        return found

    @property
    def toc(self) -> TocView:
        found = self.view.findChild(TocView, "contents")
        assert isinstance(found, TocView)
        return found

    @property
    def flow(self) -> PageLayout:
        return self.text.page_scroll.page

    def top(self) -> Anchor | None:
        return self.session.state.place.anchor

    def height_of(self, block: str, offset: int) -> int:
        """Where a character's line stands, from the top of the sight."""
        index = self.flow.shown.index(block)
        assert index is not None
        return self.text.page_scroll.line_in_viewport((index, offset))[0]

    def height_at_top(self) -> tuple[Anchor, int]:
        anchor = self.top()
        assert anchor
        return anchor, self.height_of(anchor.block, anchor.offset)

    def scroll(self, pixels: int) -> None:
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.value() + pixels)

    def point(self, index: int, offset: int) -> QPoint:
        """The middle of a character, in the viewport."""
        laid, line = self.flow.at(index), self.flow.at(index).line_of(offset)
        top, bottom = self.text.page_scroll.line_in_viewport((index, offset))
        left = self.text.page_scroll.columns.left + laid.x(line, offset)
        return QPoint(round(left + laid.face.em * 0.3), (top + bottom) // 2)

    def mark(self, mark: MarkId) -> QPoint:
        """The middle of a figure or a word."""
        box = self.flow.at(mark[0]).mark_boxes(mark[1])[0].toRect()
        return box.center() + QPoint(
            self.text.page_scroll.columns.left, self.flow.top(mark[0]) - self.text.page_scroll.y
        )

    def first_figure(self) -> MarkId:
        return next(
            (index, 0) for index in range(self.flow.count) if self.flow.shown.passage(index).marks
        )  # fmt: skip

    def first_word(self) -> MarkId:
        """The first mark that is a word of the glossary: between two figures."""
        index, number = self.first_figure()
        assert self.flow.shown.marks(index)[number + 1].kind == "term"
        return index, number + 1

    def word_anchor(self) -> Anchor:
        index, number = self.first_word()
        return Anchor(self.flow.shown.passage(index).block, self.flow.shown.marks(index)[number].start)

    @property
    def card(self) -> TermCard | None:
        """The explanation, if it is on screen."""
        found = self.view.findChild(TermCard, "term-card")
        return found if isinstance(found, TermCard) and found.isVisible() else None

    def click(self, point: QPoint, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.mouseClick(self.text.viewport(), Qt.MouseButton.LeftButton, modifier, point)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.text, key, modifier)

    def copied(self) -> str:
        self.view.copy()
        return QGuiApplication.clipboard().text()


@pytest.fixture
def open_page(sample: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Open]:
    opened: list[PackageReader] = []

    def show(path: Path = sample, width: int = 1020, height: int = 600, article: str = "east") -> Page:
        opened.append(PackageReader(path))
        session = Session(opened[-1], State(), deferred=False)
        session.open_article(article)
        view = ReaderView(session)
        qtbot.addWidget(view)
        view.resize(width, height)
        view.show()
        qtbot.waitExposed(view)
        return Page(session, view)

    yield show
    for package in opened:
        package.close()


@pytest.fixture
def page(open_page: Open) -> Page:
    return open_page()


def package_of(path: Path, *blocks: Block) -> Path:
    """A package with one article made of the blocks."""
    base = sample_contents()
    plain = entry("east")
    made = ArticleContents(plain.article, (Body("east", "retold", blocks),), ())
    write_package(replace(base, map=None, regions=(region("east", 1, 0),), entries=[made]), path)
    return path


def test_scrolling_tells_what_is_at_the_top(page: Page) -> None:
    assert page.top() is None
    page.scroll(500)
    anchor, height = page.height_at_top()
    assert anchor.block.startswith("one-")
    assert abs(height - page.view.theme.px(12)) <= page.flow.at(5).face.line / 2
    page.scroll(-500)
    assert page.top() is None


def test_back_and_forward_restore_the_line(page: Page) -> None:
    page.scroll(700)
    there = page.top()
    page.session.open_article("west")
    assert page.top() is None
    assert page.text.page_scroll.y == 0
    page.session.back()
    assert there
    assert page.height_of(there.block, there.offset) == page.view.theme.px(12)
    page.session.forward()
    assert page.text.page_scroll.y == 0


@pytest.mark.parametrize("pixels", [0, 333, 901, 100_000])
def test_the_script_switch_keeps_the_same_character_at_the_same_height(page: Page, pixels: int) -> None:
    page.scroll(pixels)
    anchor = page.top() or Anchor("one")
    before = page.height_of(anchor.block, anchor.offset)
    for script in ("hant", "hans", "hant"):
        page.session.toggle_script()
        assert page.flow.shown.script == script
        assert page.height_of(anchor.block, anchor.offset) == before
        assert page.top() == (anchor if pixels else None)


def test_resizing_and_larger_text_keep_the_line_and_come_back_without_drift(page: Page) -> None:
    page.scroll(901)
    anchor, before = page.height_at_top()
    for width in (700, 500, 320, 640):
        page.view.resize(width, 600)
        assert page.height_of(anchor.block, anchor.offset) == before
    for step in (1, 1, -1, -1):
        page.session.rescale(step)
        assert page.height_of(anchor.block, anchor.offset) == before
    page.view.resize(1020, 600)
    assert page.height_at_top() == (anchor, before)


def test_a_figure_chosen_elsewhere_is_brought_into_sight_once(page: Page) -> None:
    page.session.choose_metric("east.two-sum")
    top = page.height_of("two-1", 0)
    assert abs(top - page.text.viewport().height() // 3) <= 1
    y = page.text.page_scroll.y
    page.session.choose_metric("east.two-guests")
    assert page.text.page_scroll.y == y
    page.session.back()
    page.session.back()
    assert page.text.page_scroll.y == 0
    assert page.session.state.place.metric is None


def test_an_article_opened_at_a_figure_shows_its_sentence(page: Page) -> None:
    page.session.choose_metric("west.two-sum")
    assert 0 <= page.height_of("two-1", 0) < page.text.viewport().height()
    assert page.top() is not None


def test_a_figure_is_chosen_on_release(page: Page) -> None:
    figure = page.first_figure()
    viewport = page.text.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=page.mark(figure))
    assert page.session.state.place.metric is None
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=page.mark(figure))
    assert page.session.state.place.metric == "east.one-guests"
    page.key(Qt.Key.Key_Escape)
    assert page.session.state.place.metric is None


def test_hovering_a_figure_shows_a_hand(page: Page) -> None:
    figure = page.first_figure()
    QTest.mouseMove(page.text.viewport(), page.mark(figure))
    assert page.text.scene.hovered == figure
    assert page.text.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(page.text.viewport(), QPoint(2, 2))
    assert page.text.scene.hovered is None


def test_a_tap_chooses_and_a_finger_scrolls(page: Page, qapp: QApplication) -> None:
    device = QTest.createTouchDevice()
    page.scroll(40)
    start = page.mark(page.first_figure())
    QTest.touchEvent(page.text, device).press(0, page.text.viewport().mapTo(page.text, start), page.text).commit()
    QTest.touchEvent(page.text, device).release(0, page.text.viewport().mapTo(page.text, start), page.text).commit()
    assert page.session.state.place.metric == "east.one-guests"
    assert not page.view.has_selection()


def test_dragging_selects_across_passages_and_survives_the_script_switch(page: Page) -> None:
    first = page.first_figure()[0]
    viewport = page.text.viewport()
    start, end = page.point(first, 0), page.point(first + 1, 3)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start - QPoint(3, 0))
    QTest.mouseMove(viewport, end - QPoint(3, 0))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end - QPoint(3, 0))
    assert page.view.has_selection()
    assert page.copied().startswith("赵孟𫖯的书画在east展出")
    assert "\n赵孟𫖯\n——《east：书画上街》" in page.copied()
    page.session.toggle_script()
    assert page.copied().startswith("赵孟頫的書畫在east展出")
    page.key(Qt.Key.Key_Escape)
    assert not page.view.has_selection()


def test_dragging_beyond_the_edge_scrolls_until_released(page: Page, qtbot: QtBot) -> None:
    viewport, bar = page.text.viewport(), page.text.verticalScrollBar()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    QTest.mouseMove(viewport, QPoint(300, viewport.height() + 40))
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(300, viewport.height() + 40))
    assert page.text.selector.selection
    assert page.text.selector.selection.end[0] >= page.flow.count - 2


def test_double_and_triple_click(page: Page) -> None:
    index = page.first_figure()[0] + 1
    text = page.flow.shown.passage(index).text
    inside = page.point(index, text.index("长街的人") + 1)
    QTest.mouseDClick(page.text.viewport(), Qt.MouseButton.LeftButton, pos=inside)
    assert page.copied().startswith("长街的人都说东西好看\n")
    page.click(inside)
    assert page.copied().startswith(text + "\n")


def test_keys_extend_the_selection_from_the_top_line(page: Page) -> None:
    page.session.read_to(Anchor("one-2", 0))
    shift = Qt.KeyboardModifier.ShiftModifier
    page.key(Qt.Key.Key_Right, shift)
    page.key(Qt.Key.Key_Right, shift)
    page.key(Qt.Key.Key_Right, shift)
    assert page.copied().startswith("赵孟𫖯\n")
    page.key(Qt.Key.Key_Left, shift)
    assert page.copied().startswith("赵孟\n")
    page.key(Qt.Key.Key_Down, shift)
    assert page.text.selector.selection
    assert page.text.selector.selection.focus == (page.flow.shown.index("one-2"), page.flow.at(6).start(1) + 4)
    page.key(Qt.Key.Key_End, shift)
    assert page.text.selector.selection.focus[0] == page.flow.count - 2
    page.view.select_all()
    assert page.copied().startswith("门前的书画\n赵孟𫖯")


def test_keys_scroll(page: Page) -> None:
    page.key(Qt.Key.Key_Down)
    line = page.text.page_scroll.y
    assert line == page.flow.setting.faces["paragraph"].line
    page.key(Qt.Key.Key_Space)
    assert page.text.page_scroll.y == line + page.text.viewport().height() - line
    page.key(Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert page.text.page_scroll.y == line
    page.key(Qt.Key.Key_End)
    assert page.text.page_scroll.y == page.flow.height - page.text.viewport().height()
    page.key(Qt.Key.Key_Home)
    assert page.top() is None


def test_tab_walks_through_figures_and_words_and_enter_chooses(page: Page) -> None:
    page.text.setFocus()
    page.key(Qt.Key.Key_Tab)
    assert page.text.marks.focused == page.first_figure()
    page.key(Qt.Key.Key_Tab)
    assert page.text.marks.focused == page.first_word()
    page.key(Qt.Key.Key_Tab)
    page.key(Qt.Key.Key_Return)
    assert page.session.state.place.metric == "east.one-sum"
    page.key(Qt.Key.Key_Tab)
    focused = page.text.marks.focused
    assert focused
    assert page.flow.shown.passage(focused[0]).block == "two-1"
    assert page.text.viewport().rect().contains(page.mark(focused))
    for _ in range(3):
        page.key(Qt.Key.Key_Tab)
    assert not page.text.hasFocus()
    assert page.text.marks.focused is None


def test_fewer_contents_follow_more_of_which_the_last_was_current(page: Page) -> None:
    page.toc.setFocus()
    page.toc.setCurrentRow(1)
    shown = reader_shown(page.session.package, page.session.state)
    page.toc.show_page(replace(shown, contents=shown.contents[:1]), page.view.look)
    assert page.toc.count() == 1


def test_the_contents_follow_and_lead(page: Page) -> None:
    assert page.toc.isVisible()
    assert page.toc.currentRow() == 0
    page.scroll(100_000)
    assert page.toc.currentRow() == 1
    box = page.toc.visualItemRect(page.toc.item(0))
    QTest.mouseClick(page.toc.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert page.top() == Anchor("one")
    assert page.height_of("one", 0) == page.view.theme.px(12)
    page.scroll(300)
    QTest.mouseClick(page.toc.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert page.height_of("one", 0) == page.view.theme.px(12)
    page.session.back()
    assert page.session.state.place.passage is None
    page.session.forward()
    page.toc.setFocus()
    QTest.keyClick(page.toc, Qt.Key.Key_Down)
    assert page.top() == Anchor("two")
    assert page.session.state.place.passage == "two"
    page.view.resize(600, 600)
    assert not page.toc.isVisible()


def test_a_word_opens_its_explanation_and_closes_it(page: Page) -> None:
    word = page.first_word()
    page.click(page.mark(word))
    assert page.session.state.place.term == "ticket"
    assert page.session.state.place.term_at == page.word_anchor()
    assert page.card
    assert page.card.accessibleName() == "门票"
    page.session.toggle_script()
    assert page.card.accessibleName() == "門票"
    page.click(page.mark(word))
    assert page.card is None
    page.click(page.mark(word))
    page.key(Qt.Key.Key_Escape)
    assert page.session.state.place.term is None
    page.click(page.mark(word))
    page.click(page.point(word[0] + 1, 3))
    assert page.card is None
    assert page.session.state.place.passage is None


def test_an_explanation_goes_along_and_closes_with_its_word_out_of_sight(page: Page) -> None:
    page.click(page.mark(page.first_word()))
    assert page.card
    y = page.card.y()
    page.scroll(30)
    assert page.card.y() == y - 30
    page.scroll(2000)
    assert page.card is None
    page.session.explain("ticket", page.word_anchor())
    assert page.card
    assert page.text.viewport().rect().contains(page.mark(page.first_word()))


def test_keys_go_into_an_explanation_and_back(page: Page) -> None:
    page.text.setFocus()
    page.key(Qt.Key.Key_Tab)
    page.key(Qt.Key.Key_Tab)
    page.key(Qt.Key.Key_Return)
    assert page.card
    assert page.card.hasFocus()
    for label in ("国门", "看所有出现处", "关闭"):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        assert focused().accessibleName() == label
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert page.text.hasFocus()
    assert page.text.marks.focused == page.first_word()
    page.key(Qt.Key.Key_Return)
    page.key(Qt.Key.Key_Return)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert page.session.state.place.term == "house"
    assert page.session.state.place.term_at == page.word_anchor()
    assert page.card.hasFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert page.card is None
    assert page.text.hasFocus()
    assert page.text.marks.focused == page.first_word()


def test_an_explanation_leads_to_all_places(page: Page) -> None:
    page.click(page.mark(page.first_word()))
    assert page.card
    (link,) = page.card.findChildren(LinkButton)
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert (page.session.state.place.page, page.session.state.place.term) == ("glossary", "ticket")
    assert page.card is None


@pytest.mark.parametrize(("width", "height"), [(1020, 600), (640, 480), (320, 360)])
@pytest.mark.parametrize("steps", [-2, 0, 5])
def test_an_explanation_stays_inside_and_off_its_word(open_page: Open, width: int, height: int, steps: int) -> None:
    page = open_page(width=width, height=height)
    page.session.rescale(steps)
    page.session.explain("ticket", page.word_anchor())
    for _ in range(2):
        assert page.card
        assert page.view.rect().contains(page.card.geometry())
        middle = page.text.viewport().mapTo(page.view, page.mark(page.first_word()))
        assert not page.card.geometry().contains(middle)
        page.session.toggle_script()


def test_a_click_on_a_paragraph_marks_it_where_it_stands(page: Page) -> None:
    page.scroll(150)
    y, top, index = page.text.page_scroll.y, page.top(), page.first_figure()[0]
    page.click(page.point(index + 1, 30))
    assert page.session.state.place.passage == "one-2"
    assert page.flow.shown.marked == (index + 1, index + 2)
    assert (page.text.page_scroll.y, page.top()) == (y, top)
    page.click(page.point(index, 3))
    assert page.session.state.place.passage == "one-1"
    page.click(page.point(index, 3))
    assert page.session.state.place.passage is None
    page.click(page.point(index, 3))
    page.click(QPoint(4, 200))
    assert page.session.state.place.passage is None


@pytest.fixture
def _single_taps(qapp: QApplication) -> Iterator[None]:
    """Taps that follow at once are no double tap."""
    interval = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(0)
    yield
    qapp.setDoubleClickInterval(interval)


@pytest.mark.usefixtures("_single_taps")
def test_a_finger_taps_words_and_passages_and_scrolls_without_choosing(page: Page) -> None:
    device = QTest.createTouchDevice()
    word = page.mark(page.first_word())
    touch(page, device, word, word)
    assert page.card
    elsewhere = page.point(page.first_figure()[0], 3)
    touch(page, device, elsewhere, elsewhere)
    assert page.card is None
    touch(page, device, elsewhere, elsewhere)
    assert page.session.state.place.passage == "one-1"
    touch(page, device, word, word - QPoint(0, 120))
    assert page.card is None
    assert page.session.state.place.passage == "one-1"


def test_a_click_with_a_selection_clears_only_that(page: Page) -> None:
    page.view.select_all()
    page.click(page.point(page.first_figure()[0] + 1, 30))
    assert not page.view.has_selection()
    assert page.session.state.place.passage is None


def test_a_passage_chosen_elsewhere_is_gone_to(page: Page) -> None:
    for _ in range(2):
        page.session.choose_passage("east", "retold", "two-2")
        assert page.height_of("two-2", 0) == page.view.theme.px(12)
        page.scroll(-500)
    page.key(Qt.Key.Key_Escape)
    assert page.session.state.place.passage is None


def test_steps_lead_from_passage_to_passage(page: Page) -> None:
    chosen = []
    for step in (1, 1, 1, -1, -1, -1):
        page.view.step_passage(step)
        chosen.append(page.session.state.place.passage)
        assert 0 <= page.height_of(chosen[-1] or "", 0) < page.text.viewport().height()
    assert chosen == ["one", "one-1", "one-2", "one-1", "one", "one"]
    page.session.leave_passage()
    page.session.read_to(Anchor("two-3"))
    page.view.step_passage(1)
    assert page.session.state.place.passage == "two-3"


def test_sections_of_the_chosen_topic_are_said(page: Page) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    page.session.filter_topic("people")
    assert [page.toc.item(row).data(role) for row in range(2)] == [None, "二 东街的长账，主题：人"]


def test_what_is_found_out_about_heights_moves_nothing_in_sight(open_page: Open, tmp_path: Path) -> None:
    blocks = [Block(f"b{n}", "paragraph", "", same("abc def，" * (n % 7 + 1) * 9)) for n in range(300)]
    page = open_page(package_of(tmp_path / "many.exhibit", *blocks))
    page.session.read_to(Anchor("b200"))
    for _ in range(60):
        anchor, before = page.height_at_top()
        page.scroll(-90)
        assert page.height_of(anchor.block, anchor.offset) == before + 90


@pytest.mark.parametrize(
    ("length", "width", "scale"),
    [(None, 200, 200), (None, 2400, 80), (0, 640, 80), (1, 200, 200), (400, 200, 200), (20_000, 640, 200)],
)
def test_any_text_at_any_size(open_page: Open, tmp_path: Path, length: int | None, width: int, scale: int) -> None:
    blocks = (
        []
        if length is None
        else [Block("only", "paragraph", "", same("字𫖯，1" * (length // 4) + "字" * (length % 4)))]
    )
    page = open_page(package_of(tmp_path / "any.exhibit", *blocks), width=width)
    page.session.rescale(-2 if scale == 80 else 5)
    assert page.session.state.scale == scale
    page.key(Qt.Key.Key_End)
    page.view.select_all()
    page.key(Qt.Key.Key_Tab)
    page.session.toggle_script()
    assert page.view.grab().width() == width
    assert not page.toc.isVisible()


def test_the_page_is_read_out(page: Page) -> None:
    page.session.choose_metric("east.one-sum")
    document = QAccessible.queryAccessibleInterface(page.text.viewport())
    assert document.role() == QAccessible.Role.Document
    children = [document.child(number) for number in range(document.childCount())]
    heading = next(child for child in children if name(child) == "一 门前的书画")
    assert heading.role() == QAccessible.Role.Heading
    figures = [child.child(number) for child in children for number in range(child.childCount())]
    assert [name(figure) for figure in figures[:3]] == ["120余人", "门票", "93.28万元"]
    assert {figure.role() for figure in figures} == {QAccessible.Role.Link}
    assert figures[2].state().selected
    assert document.rect().contains(figures[2].rect())
    assert figures[2].parent().child(2) is figures[2]
    page.session.explain("ticket", page.word_anchor())
    assert [figure.state().expanded for figure in figures[:3]] == [False, True, False]
    assert figures[1].text(QAccessible.Text.Description) == "词语，有解释"
    page.session.toggle_script()
    assert name(heading) == "一 門前的書畫"
    page.view.close()


def name(part: QAccessibleInterface) -> str:
    return str(part.text(QAccessible.Text.Name))


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def touch(page: Page, device: QPointingDevice, start: QPoint, end: QPoint) -> None:
    """A finger goes down and up again, over the text in five steps if it moves."""
    text = page.text
    finger = QTest.touchEvent(text, device)
    finger.press(0, text.viewport().mapTo(text, start), text).commit()
    for step in range(1, 6) if start != end else ():
        at = start + (end - start) * step / 5
        QTest.touchEvent(text, device).move(0, text.viewport().mapTo(text, at), text).commit()
    QTest.touchEvent(text, device).release(0, text.viewport().mapTo(text, end), text).commit()

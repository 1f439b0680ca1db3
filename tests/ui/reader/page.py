"""A reader on the screen, as tests see it."""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from exhibit.model.article import Block, Body
from exhibit.model.state import Anchor
from exhibit.package.writer import ArticleContents, write_package
from exhibit.session import Session
from exhibit.ui.reader.card import TermCard
from exhibit.ui.reader.page_layout import PageLayout
from exhibit.ui.reader.shown import MarkId
from exhibit.ui.reader.text import TextView
from exhibit.ui.reader.toc import TocView
from exhibit.ui.reader.view import ReaderView
from tests.samples import entry, region, sample_contents


@dataclass
class ReaderPage:
    """What a test asks of a reader, and what it does with it."""

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
    def layout(self) -> PageLayout:
        return self.text.page_scroll.page

    def top(self) -> Anchor | None:
        """The reading position."""
        return self.session.state.place.anchor

    def y(self) -> int:
        """The y of the page at the top of the viewport."""
        return self.text.page_scroll.y

    def height_of(self, block: str, offset: int) -> int:
        """The y of a character's line in the viewport."""
        index = self.layout.shown.index(block)
        assert index is not None
        return self.text.page_scroll.line_in_viewport((index, offset))[0]

    def height_at_top(self) -> tuple[Anchor, int]:
        """The reading position, and the y of its line in the viewport."""
        anchor = self.top()
        assert anchor
        return anchor, self.height_of(anchor.block, anchor.offset)

    def scroll(self, pixels: int) -> None:
        """Scrolls as the user does."""
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.value() + pixels)

    def point(self, index: int, offset: int) -> QPoint:
        """The middle of a character in the viewport."""
        passage = self.layout.at(index)
        top, bottom = self.text.page_scroll.line_in_viewport((index, offset))
        left = self.text.page_scroll.columns.left + passage.x(passage.line_of(offset), offset)
        return QPoint(round(left + passage.face.em * 0.3), (top + bottom) // 2)

    def mark(self, mark: MarkId) -> QPoint:
        """The middle of a mark in the viewport."""
        centre = self.layout.at(mark[0]).mark_boxes(mark[1])[0].toRect().center()
        corner = QPoint(self.text.page_scroll.columns.left, self.layout.top(mark[0]) - self.y())
        return QPoint(centre.x() + corner.x(), centre.y() + corner.y())

    def first_figure(self) -> MarkId:
        """The first mark of the text."""
        return next((index, 0) for index in range(self.layout.count) if self.layout.shown.marks(index))

    def first_term(self) -> MarkId:
        """The first mark that is a term: it is between two figures."""
        index, number = self.first_figure()
        assert self.layout.shown.marks(index)[number + 1].kind == "term"
        return index, number + 1

    def term_anchor(self) -> Anchor:
        """Where the first term is."""
        index, number = self.first_term()
        return Anchor(self.layout.shown.passage(index).block, self.layout.shown.marks(index)[number].start)

    @property
    def card(self) -> TermCard | None:
        """The card of a term, if it is on the screen."""
        found = self.view.findChild(TermCard, "term-card")
        return found if isinstance(found, TermCard) and found.isVisible() else None

    def click(self, point: QPoint, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.mouseClick(self.text.viewport(), Qt.MouseButton.LeftButton, modifier, point)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.text, key, modifier)

    def copied(self) -> str:
        self.view.copy()
        return QGuiApplication.clipboard().text()


def package_of(path: Path, *blocks: Block) -> Path:
    """A package with one article made of the blocks."""
    base = sample_contents()
    plain = entry("east")
    made = ArticleContents(plain.article, (Body("east", "retold", blocks),), ())
    write_package(replace(base, map=None, regions=(region("east", 1, 0),), entries=[made]), path)
    return path

"""The card that explains a word: what it means, how else it is written, where else to read, a way to its places."""

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from exhibit.theme import theme_for
from exhibit.ui.reader.accessibility import TextOverlay
from exhibit.ui.reader.card_position import CardPosition, card_position
from exhibit.ui.reader.definition import TermDefinition
from exhibit.ui.reader.shown import ReaderShown
from exhibit.ui.reader.term import TermShown
from exhibit.ui.widgets.close_button import CloseButton
from exhibit.ui.widgets.layout import PixelBox
from exhibit.ui.widgets.paint import paint_ring
from exhibit.ui.widgets.text_label import TextLabel
from exhibit.ui.widgets.text_look import TextLook

_WIDTH: Final = 430
_RIM: Final = 9
"""Design pixels around the card: there the pointer to the word and the shadow are painted."""
_PAD: Final = 16
_FOOT: Final = 6
"""Design pixels below what scrolls, and right of it."""
_CORNER: Final = 10
_TARGET: Final = 40


class TermCard(TextOverlay):
    """Shows a TermShown beside its word."""

    followed = Signal(str)
    """Another word to be explained in its place."""
    sought = Signal(str)
    """The word whose places are asked for."""
    closed = Signal()
    left = Signal()
    """The keyboard goes on in the text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: TextLook | None = None
        self._term: TermShown | None = None
        self._standing: CardPosition | None = None
        self.ring = False
        self.hide()
        self._make()

    def show_term(self, term: TermShown, page: ReaderShown) -> None:
        """Shows it in the look of the page."""
        theme = theme_for(page.appearance, page.scale)
        if self._look is None or (self._look.theme, self._look.script) != (theme, page.script):
            self._look = TextLook(theme, page.script)
        if self._term is None or self._term.at != term.at:
            self._standing = None
        self._term = term
        self.setAccessibleName(term.term)
        self.setAccessibleDescription(term.text)
        self._title.show_text(term.term, self._look)
        self._close.show_label(term.close_label, self._look)
        self._meaning.show_term(term, self._look)
        self.update()

    def stand_by(self, word: QRect, column: QRect) -> None:
        """Stands beside a word, inside a column of text, and is seen."""
        if self._look is None:
            return
        rim = self._look.px(_RIM)
        inner = column.adjusted(0, rim, 0, -rim)
        width = min(self._look.px(_WIDTH), inner.width())
        below = self._standing.below if self._standing else None
        found = card_position(_box(word), (width, self._needed(width)), _box(inner), rim, below)
        at = found.box
        self._standing = found
        self.setGeometry(at.x - rim, at.y - rim, at.width + 2 * rim, at.height + 2 * rim)
        self._fill()
        self.show()
        self.raise_()
        self.update()

    def put_away(self) -> None:
        """Is seen no more; the next time it looks for the better side anew."""
        self.hide()
        self._standing = None

    def holds_focus(self) -> bool:
        """Whether the keyboard is in it."""
        focused = QApplication.focusWidget()
        return focused is self or (focused is not None and self.isAncestorOf(focused))

    def is_by_key(self) -> bool:
        """Whether the keyboard is in it, and not just the focus a pointer left there."""
        buttons = (*self._meaning.controls, self._close)
        return self.ring or any(button.ring and button.hasFocus() for button in buttons)

    def _make(self) -> None:
        self.setObjectName("term-card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title = TextLabel("serif", 21, "ink", self, bold=True)
        self._meaning = TermDefinition(self)
        self._meaning.followed.connect(self._see)
        self._meaning.sought.connect(self.sought)
        self._close = CloseButton("term-close", self)
        self._close.clicked.connect(self.closed)

    def _see(self, term: str) -> None:
        """Another word: it is read out from its beginning."""
        reason = Qt.FocusReason.ShortcutFocusReason if self.is_by_key() else Qt.FocusReason.MouseFocusReason
        self.setFocus(reason)
        self.followed.emit(term)

    def _needed(self, width: int) -> int:
        look = self._sure
        return self._head(width) + self._meaning.needed(self._inside(width)) + look.px(_FOOT)

    def _inside(self, width: int) -> int:
        """The width of what scrolls in the card, its scroll bar included."""
        look = self._sure
        return width - look.px(_PAD) - look.px(_FOOT)

    def _head(self, width: int) -> int:
        """The height of the line with the word and the button."""
        look = self._sure
        room = width - 2 * look.px(_PAD) - look.px(_TARGET)
        return look.px(_PAD) + max(self._title.fit(room), look.px(_TARGET) - look.px(_PAD))

    def _fill(self) -> None:
        """Puts the word, the button and the text in the card."""
        look, rim = self._sure, self._sure.px(_RIM)
        width, height = self.width() - 2 * rim, self.height() - 2 * rim
        pad, target, head = look.px(_PAD), look.px(_TARGET), self._head(width)
        room = width - 2 * pad - target
        self._title.setGeometry(rim + pad, rim + pad, room, self._title.fit(room))
        self._close.setGeometry(rim + width - target - look.px(4), rim + look.px(4), target, target)
        self._meaning.setGeometry(rim + pad, rim + head, self._inside(width), max(0, height - head - look.px(_FOOT)))
        self._meaning.fit()

    @property
    def _sure(self) -> TextLook:
        assert self._look is not None, "a card is laid out after it was told what to show"
        return self._look

    def _outline(self, rect: QRectF, standing: CardPosition, look: TextLook) -> QPainterPath:
        """The card with its pointer to the word."""
        corner, deep = look.px(_CORNER), look.px(_RIM) - 1.5
        at = min(max(standing.pointer, corner + deep), rect.width() - corner - deep) + rect.left()
        edge, out = (rect.top(), -1) if standing.below else (rect.bottom(), 1)
        inside, tip = edge - out, edge + out * deep
        outline, pointer = QPainterPath(), QPainterPath(QPointF(at - deep - 1, inside))
        outline.addRoundedRect(rect, corner, corner)
        pointer.lineTo(at, tip)
        pointer.lineTo(at + deep + 1, inside)
        pointer.closeSubpath()
        return outline.united(pointer)

    # Qt calls these

    def paintEvent(self, event: QPaintEvent) -> None:
        look, where = self._look, self._standing
        if look is None or where is None:
            return
        rim, colours = look.px(_RIM), look.theme.colours
        card = QRectF(self.rect()).adjusted(rim + 0.5, rim + 0.5, -rim - 0.5, -rim - 0.5)
        outline = self._outline(card, where, look)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_shadow(painter, outline, look)
        painter.setPen(QPen(QColor(colours.edge), 1))
        painter.setBrush(QColor(colours.card))
        painter.drawPath(outline)
        if self.ring:
            paint_ring(painter, card.adjusted(-3, -3, 3, 3), look, _CORNER + 2)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._look:
            self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.closed.emit()
        elif not self._meaning.scroll_by_key(event.key()):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What is pressed on the card is not pressed in the text."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.ring = event.reason() != Qt.FocusReason.MouseFocusReason
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.ring = False
        self.update()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Through the card and its controls; behind the last, and before the card itself, back to the word."""
        stops = [self, *self._meaning.controls, self._close]
        at = next((number for number, stop in enumerate(stops) if stop.hasFocus()), 0) + (1 if forward else -1)
        if 0 <= at < len(stops):
            stops[at].setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        else:
            self.left.emit()
        return True


def _paint_shadow(painter: QPainter, outline: QPainterPath, look: TextLook) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    shade = QColor(look.theme.colours.shadow)
    shade.setAlphaF(0.4)
    painter.setBrush(shade)
    for away in (3, 2):
        painter.drawPath(outline.translated(0, look.px(away)))


def _box(rect: QRect) -> PixelBox:
    return PixelBox(rect.x(), rect.y(), rect.width(), rect.height())

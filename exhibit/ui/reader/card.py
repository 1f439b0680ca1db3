"""The card that explains a term: its meaning, other spellings, related terms, a link to all its places."""

from typing import Final, NamedTuple

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

from exhibit.ui.qt_override import qt_override, qt_override_or
from exhibit.ui.reader.accessibility import TextOverlay
from exhibit.ui.reader.definition import TermDefinition
from exhibit.ui.reader.term import TermShown
from exhibit.ui.widgets.close_button import CloseButton
from exhibit.ui.widgets.layout import PixelBox
from exhibit.ui.widgets.paint import paint_ring
from exhibit.ui.widgets.text_label import TextLabel
from exhibit.ui.widgets.text_look import TextLook

_WIDTH: Final = 430
"""Design pixels."""
_RIM: Final = 9
"""Design pixels around the card for the pointer to the term and the shadow."""
_PADDING: Final = 16
"""Design pixels left of the text and above it."""
_SCROLL_GAP: Final = 6
"""Design pixels below and right of the part that scrolls."""
_CORNER: Final = 10
"""Design pixels."""
_TITLE_SIZE: Final = 21
"""Design pixels."""
_CLOSE_SIZE: Final = 40
"""Design pixels of the close button."""
_CLOSE_GAP: Final = 4
"""Design pixels between the close button and the edges of the card."""
_RING_GAP: Final = 3
"""Design pixels between the card and the outside of its ring of focus."""
_SHADOW_DROPS: Final = (3, 2)
"""Design pixels that each layer of the shadow is lower than the card."""
_SHADOW_OPACITY: Final = 0.4


class CardPosition(NamedTuple):
    """Where a card is, and where it points at its term."""

    box: PixelBox
    below: bool
    """Whether the card is below its term."""
    pointer: int
    """Pixels from the left edge of the card to its pointer."""


def card_position(
    term: PixelBox, size: tuple[int, int], room: PixelBox, gap: int, below: bool | None = None
) -> CardPosition:
    """Places a card of a size (width, height) beside the box of its term, cut to the room. All in pixels.

    The card stays on the side it is on (`below`; None at first) while it fits there.
    """
    top = max(room.y, min(term.y, room.y + room.height))
    bottom = max(top, min(term.y + term.height, room.y + room.height))
    room_above, room_below = top - gap - room.y, room.y + room.height - bottom - gap
    width, height = min(size[0], room.width), size[1]
    is_below = _is_below(height, room_above, room_below, below)
    height = max(0, min(height, room_below if is_below else room_above))
    middle = term.x + term.width // 2
    x = max(room.x, min(middle - width // 2, room.x + room.width - width))
    y = bottom + gap if is_below else top - gap - height
    return CardPosition(PixelBox(x, y, width, height), is_below, max(0, min(middle - x, width)))


def _is_below(height: int, room_above: int, room_below: int, below: bool | None) -> bool:
    """The side the card is on, else a side with room for it, else the side with more room."""
    preferred = below is not False
    if height <= (room_below if preferred else room_above):
        return preferred
    if height <= (room_above if preferred else room_below):
        return not preferred
    return room_below >= room_above


class TermCard(TextOverlay):
    """Shows a TermShown beside its term."""

    related_chosen = Signal(str)
    """Another term to explain in the same place."""
    places_chosen = Signal(str)
    """The term of which all places are to be shown."""
    closed = Signal()
    left = Signal()
    """The focus leaves the card by Tab."""

    def __init__(self, term: TermShown, look: TextLook, parent: QWidget) -> None:
        super().__init__(parent)
        self.ring = False
        """Whether the focus is on the card as a whole."""
        self._term = term
        self._look = look
        self._position: CardPosition | None = None
        """None while the card is hidden."""
        self.hide()
        self.setObjectName("term-card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title = TextLabel("serif", _TITLE_SIZE, "ink", self, bold=True)
        self._definition = TermDefinition(self)
        self._definition.related_chosen.connect(self._choose_related)
        self._definition.places_chosen.connect(self.places_chosen)
        self._close = CloseButton("term-close", self)
        self._close.clicked.connect(self.closed)
        self.show_term(term, look)

    def show_term(self, term: TermShown, look: TextLook) -> None:
        """Shows a term."""
        if self._term.at != term.at:
            self._position = None
        self._term, self._look = term, look
        self.setAccessibleName(term.term)
        self.setAccessibleDescription(term.text)
        self._title.show_text(term.term, look)
        self._close.show_label(term.close_label, look)
        self._definition.show_term(term, look)
        self.update()

    def show_beside(self, term: QRect, column: QRect) -> None:
        """Shows the card beside the box of its term, inside the column of the text."""
        rim = self._look.px(_RIM)
        inner = column.adjusted(0, rim, 0, -rim)
        width = min(self._look.px(_WIDTH), inner.width())
        below = self._position.below if self._position else None
        self._position = card_position(_box(term), (width, self._needed_height(width)), _box(inner), rim, below)
        box = self._position.box
        self.setGeometry(box.x - rim, box.y - rim, box.width + 2 * rim, box.height + 2 * rim)
        self._arrange()
        self.show()
        self.raise_()
        self.update()

    def dismiss(self) -> None:
        """Hides the card. The next time it looks for the better side again."""
        self.hide()
        self._position = None

    def has_focus_inside(self) -> bool:
        """Whether the card or a control in it has the focus."""
        focused = QApplication.focusWidget()
        return focused is self or (focused is not None and self.isAncestorOf(focused))

    def is_used_by_keyboard(self) -> bool:
        """Whether the focus came into the card by the keyboard, not by a click."""
        buttons = (*self._definition.controls, self._close)
        return self.ring or any(button.ring and button.hasFocus() for button in buttons)

    def _choose_related(self, term: str) -> None:
        """Moves the focus to the card, so that a screen reader reads the other term from its beginning."""
        by_keyboard = self.is_used_by_keyboard()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason if by_keyboard else Qt.FocusReason.MouseFocusReason)
        self.related_chosen.emit(term)

    # Sizes in pixels, without the rim

    def _needed_height(self, width: int) -> int:
        needed = self._definition.needed_height(self._definition_width(width))
        return self._title_height(width) + needed + self._look.px(_SCROLL_GAP)

    def _definition_width(self, width: int) -> int:
        """The width of the part that scrolls, with its scroll bar."""
        return width - self._look.px(_PADDING) - self._look.px(_SCROLL_GAP)

    def _title_width(self, width: int) -> int:
        return width - 2 * self._look.px(_PADDING) - self._close_size

    def _title_height(self, width: int) -> int:
        """The height of the title and the close button, with the padding above."""
        padding = self._look.px(_PADDING)
        return padding + max(self._title.fit(self._title_width(width)), self._close_size - padding)

    @property
    def _close_size(self) -> int:
        return self._look.theme.target(_CLOSE_SIZE)

    def _arrange(self) -> None:
        """Puts title, button and definition in their places."""
        look, rim, padding, close = self._look, self._look.px(_RIM), self._look.px(_PADDING), self._close_size
        width, height = self.width() - 2 * rim, self.height() - 2 * rim
        top, title_width, gap = self._title_height(width), self._title_width(width), look.px(_CLOSE_GAP)
        self._title.setGeometry(rim + padding, rim + padding, title_width, self._title.fit(title_width))
        self._close.setGeometry(rim + width - close - gap, rim + gap, close, close)
        definition_height = max(0, height - top - look.px(_SCROLL_GAP))
        self._definition.setGeometry(rim + padding, rim + top, self._definition_width(width), definition_height)
        self._definition.fit()

    def _outline(self, card: QRectF, position: CardPosition) -> QPainterPath:
        """The card and its pointer to the term."""
        corner, depth = self._look.px(_CORNER), self._look.px(_RIM) - 1.5
        x = min(max(position.pointer, corner + depth), card.width() - corner - depth) + card.left()
        edge, outwards = (card.top(), -1) if position.below else (card.bottom(), 1)
        base, tip = edge - outwards, edge + outwards * depth
        outline, pointer = QPainterPath(), QPainterPath(QPointF(x - depth - 1, base))
        outline.addRoundedRect(card, corner, corner)
        pointer.lineTo(x, tip)
        pointer.lineTo(x + depth + 1, base)
        pointer.closeSubpath()
        return outline.united(pointer)

    # Qt calls these

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._position is None:
            return
        look, rim, gap = self._look, self._look.px(_RIM), self._look.px(_RING_GAP)
        card = QRectF(self.rect()).adjusted(rim + 0.5, rim + 0.5, -rim - 0.5, -rim - 0.5)
        outline = self._outline(card, self._position)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_shadow(painter, outline, look)
        painter.setPen(QPen(QColor(look.theme.colours.edge), 1))
        painter.setBrush(QColor(look.theme.colours.card))
        painter.drawPath(outline)
        if self.ring:
            paint_ring(painter, card.adjusted(-gap, -gap, gap, gap), look, _CORNER + 2)
        painter.end()

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.closed.emit()
        elif not self._definition.scroll_by_key(event.key()):
            super().keyPressEvent(event)

    @qt_override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Accepts the event: a click on the card is no click on the text."""

    @qt_override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.ring = event.reason() != Qt.FocusReason.MouseFocusReason
        self.update()

    @qt_override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.ring = False
        self.update()

    @qt_override_or(True)
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Goes through the card and its controls; after the last and before the card, back to the term."""
        stops = [self, *self._definition.controls, self._close]
        at = next((number for number, stop in enumerate(stops) if stop.hasFocus()), 0) + (1 if forward else -1)
        if 0 <= at < len(stops):
            stops[at].setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        else:
            self.left.emit()
        return True


def _paint_shadow(painter: QPainter, outline: QPainterPath, look: TextLook) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    colour = QColor(look.theme.colours.shadow)
    colour.setAlphaF(_SHADOW_OPACITY)
    painter.setBrush(colour)
    for drop in _SHADOW_DROPS:
        painter.drawPath(outline.translated(0, look.px(drop)))


def _box(rect: QRect) -> PixelBox:
    return PixelBox(rect.x(), rect.y(), rect.width(), rect.height())

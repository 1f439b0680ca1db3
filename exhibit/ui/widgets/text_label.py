"""A label that paints its text, and the layout of labels and buttons in lines."""

from collections.abc import Sequence
from math import ceil
from typing import Final, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from exhibit.theme import TypeFace
from exhibit.ui.qt_override import qt_override
from exhibit.ui.widgets.layout import flow
from exhibit.ui.widgets.paint import RING
from exhibit.ui.widgets.text_look import TextLines, TextLook, TextRun

UNBOUND: Final = 1 << 20
"""A width in pixels that no text fills."""


class WidthFitting(Protocol):
    """A widget that can be laid out in lines."""

    def natural(self) -> int:
        """The width it prefers, in pixels."""
        ...

    def fit(self, width: int) -> int:
        """Lays itself out in a width and returns the height it needs; both in pixels."""
        ...

    def setGeometry(self, x: int, y: int, w: int, h: int, /) -> None:
        """Takes a position and a size in pixels."""


class TextLabel(QLabel):
    """Shows a text in one font and colour."""

    def __init__(self, face: TypeFace, size: float, colour: str, parent: QWidget, *, bold: bool = False) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._face: TypeFace = face
        self._size = size
        self._bold = bold
        self._colour = colour
        self._look: TextLook | None = None
        self._words: TextLines | None = None

    def show_text(self, text: str, look: TextLook) -> None:
        """Shows a text, in a look."""
        if (text, look) != (self.text(), self._look):
            self._look, self._words = look, None
            self.setText(text)
            self.update()

    def natural(self) -> int:
        """The width in pixels that it prefers: all of its text in one line."""
        self.fit(UNBOUND)
        return ceil(self._words.width + self._words.x) if self._words else 0

    def fit(self, width: int) -> int:
        if self._look is None or not self.text():
            return 0
        if self._words is None or not fits_in(self._words, width - self._words.x):
            look, inset = self._look, self._look.px(RING)
            colour: str = getattr(look.theme.colours, self._colour)
            style = look.style(self._face, self._size, bold=self._bold)
            self._words = look.words([TextRun(self.text(), style)], (inset, 0), width - inset, colour)
        return ceil(self._words.height)

    # Qt calls this

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._words:
            painter = QPainter(self)
            self._words.paint(painter)
            painter.end()


def fits_in(words: TextLines, width: float) -> bool:
    """Whether a text of one line fits in a width without a new layout."""
    return words.layout.lineCount() == 1 and words.width <= width


def place(held: Sequence[WidthFitting], where: tuple[int, int, int], gap: int, *, spread: bool = False) -> int:
    """Lays widgets out in lines at `where` (left, top, width in pixels) and returns the height they take."""
    left, top, width = where
    sizes = []
    for one in held:
        wide = min(one.natural(), width)
        sizes.append((wide, one.fit(wide)))
    boxes = flow(sizes, width, gap, spread=spread)
    for one, box in zip(held, boxes, strict=True):
        one.setGeometry(left + box.x, top + box.y, box.width, box.height)
    return max((box.y + box.height for box in boxes), default=0)

"""A link: a line of text that leads somewhere."""

from math import ceil
from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from exhibit.ui.qt_override import qt_override
from exhibit.ui.widgets.button import PaintedButton
from exhibit.ui.widgets.paint import RING, SIGN, paint_ring, paint_sign
from exhibit.ui.widgets.text_label import UNBOUND, fits_in
from exhibit.ui.widgets.text_look import TextLines, TextLook, TextRun

_TARGET: Final = 32
_SIZE: Final = 14
_GAP: Final = 4


class LinkButton(PaintedButton):
    """A sign, a label in the accent colour, and behind it, softer, where it leads; `followed` carries its key.

    It is `tall` design pixels high, its label `size` large.
    """

    followed = Signal(str)

    def __init__(self, parent: QWidget, *, tall: int = _TARGET, size: int = _SIZE) -> None:
        super().__init__(parent)
        self._tall, self._size = tall, size
        self.key = ""
        self._said = ("", "")
        self._look: TextLook | None = None
        self._words: TextLines | None = None
        self.clicked.connect(self._follow)

    def show_link(self, key: str, label: str, look: TextLook, where: str = "") -> None:
        """Shows another link, or the same in another look."""
        self.key = key
        if (label, where, look) != (*self._said, self._look):
            self._said, self._look, self._words = (label, where), look, None
            self.set_plain_text(label)
            self.setAccessibleName(f"{label} {where}".strip())
            self.update()

    def natural(self) -> int:
        """The width in pixels that it prefers: all of its text in one line."""
        self.fit(UNBOUND)
        return _width(self._words, self._look) if self._words and self._look else 0

    def fit(self, width: int) -> int:
        if self._look is None:
            return 0
        if self._words is None or not fits_in(self._words, width - self._words.x - self._inset()):
            self._words = _words(self._said, self._look, width, self._size)
        return _height(self._words, self._look, self._tall)

    def _inset(self) -> int:
        return self._look.px(RING) if self._look else 0

    def _follow(self) -> None:
        self.followed.emit(self.key)

    # Qt calls this

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None or self._words is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words, top = self._words, (self.height() - self._words.height) / 2
        paint_sign(painter, self._inset(), top + words.layout.lineAt(0).height() / 2, self._look)
        words.paint(painter, 0, top)
        if self.underMouse():
            painter.fillRect(QRectF(words.x, top + words.height, words.width, 1), painter.pen().color())
        if self.ring:
            paint_ring(painter, QRectF(self.rect()), self._look, 4)
        painter.end()


def link_size(label: str, where: str, look: TextLook, width: int) -> tuple[int, int]:
    """The size in pixels of a link of the usual height, at most `width` wide."""
    words = _words((label, where), look, width, _SIZE)
    return min(_width(words, look), width), _height(words, look, _TARGET)


def _words(said: tuple[str, str], look: TextLook, width: int, size: int) -> TextLines:
    """Lays out the label and, behind it or in a line of its own, where it leads."""
    label, where = said
    left = look.px(RING) + look.px(SIGN) + look.px(_GAP)
    at, room, colours = (left, 0), width - left - look.px(RING), look.theme.colours
    first = TextRun(label, look.style("sans", size, bold=True))
    soft = look.style("sans", size - 1, colour=colours.soft)
    words = look.words([first, TextRun(f"\u3000{where}", soft)] if where else [first], at, room, colours.accent)
    if where and words.layout.lineCount() > 1:
        return look.words([first, TextRun(f"\u2028{where}", soft)], at, room, colours.accent)
    return words


def _width(words: TextLines, look: TextLook) -> int:
    return max(look.theme.target(0), ceil(words.x + words.width) + look.px(RING))


def _height(words: TextLines, look: TextLook, tall: int) -> int:
    return max(look.theme.target(tall), ceil(words.height) + 2 * look.px(RING))

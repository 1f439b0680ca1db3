"""A line of text that leads somewhere."""

from math import ceil
from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from exhibit.ui.kit.button import PaintedButton
from exhibit.ui.kit.captions import UNBOUND, fits_in
from exhibit.ui.kit.look import Look, Run, Words
from exhibit.ui.kit.paint import RING, SIGN, paint_ring, paint_sign

_TARGET: Final = 32
_GAP: Final = 4


class Link(PaintedButton):
    """A sign, a label in the accent colour, and behind it, softer, where it leads; `followed` carries its key."""

    followed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = ""
        self._said = ("", "")
        self._look: Look | None = None
        self._words: Words | None = None
        self.clicked.connect(self._follow)

    def show_link(self, key: str, label: str, look: Look, where: str = "") -> None:
        """Says another way, or the same in another look."""
        self.key = key
        if (label, where, look) != (*self._said, self._look):
            self._said, self._look, self._words = (label, where), look, None
            self.setText(label)
            self.setAccessibleName(f"{label} {where}".strip())
            self.update()

    def natural(self) -> int:
        self.fit(UNBOUND)
        return ceil(self._words.x + self._words.width) + self._inset() if self._words else 0

    def fit(self, width: int) -> int:
        if self._look is None:
            return 0
        look = self._look
        left = self._inset() + look.px(SIGN) + look.px(_GAP)
        if self._words is None or not fits_in(self._words, width - left - self._inset()):
            self._words = look.words(
                self._runs(look), (left, 0), width - left - self._inset(), look.theme.colours.accent
            )
        return max(look.px(_TARGET), ceil(self._words.height) + 2 * self._inset())

    def _runs(self, look: Look) -> list[Run]:
        label, where = self._said
        runs = [Run(label, look.style("sans", 14, bold=True))]
        if where:
            runs.append(Run(f"　{where}", look.style("sans", 13, colour=look.theme.colours.soft)))
        return runs

    def _inset(self) -> int:
        return self._look.px(RING) if self._look else 0

    def _follow(self) -> None:
        self.followed.emit(self.key)

    # Qt calls this

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

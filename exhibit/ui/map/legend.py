"""The line that says what the dashed ring around a pin means."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from exhibit.ui.map.symbols import paint_legend_ring
from exhibit.ui.qt_override import qt_override, qt_override_or
from exhibit.ui.widgets.text_look import TextLook

_SIZE: Final = 12
"""The font, in design pixels like the other sizes."""
_MARGIN: Final = 14
"""Left and right of the line."""
_RING_ROOM: Final = 24
"""From the left margin to the words."""
_WRAPPED: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_UNBOUNDED: Final = 10_000


class MapLegend(QWidget):
    """A dashed ring, and words beside it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = ""
        self._look: TextLook | None = None
        self.setObjectName("map-legend")
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def display(self, text: str, look: TextLook) -> None:
        """Takes the words and their look."""
        self._text, self._look = text, look
        self.setFont(look.style("sans", _SIZE).font)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def _words(self, look: TextLook, width: int) -> QRect:
        left = look.px(_MARGIN + _RING_ROOM)
        return QRect(left, 0, max(1, width - left - look.px(_MARGIN)), _UNBOUNDED)

    # Qt calls these

    @qt_override_or(0)
    def heightForWidth(self, width: int) -> int:
        if self._look is None:
            return 0
        words = QFontMetrics(self.font()).boundingRect(self._words(self._look, width), _WRAPPED, self._text)
        return max(words.height(), self._look.px(_RING_ROOM)) + self._look.px(2)

    @qt_override_or(QSize())
    def sizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(self.width()))

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        look, words = self._look, self._words(self._look, self.width())
        words.setHeight(self.height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = (float(look.px(_MARGIN) + look.px(_RING_ROOM) / 2 - look.px(2)), self.height() / 2)
        paint_legend_ring(painter, middle, look.theme)
        painter.setPen(QColor(look.theme.colours.soft))
        painter.drawText(words, _WRAPPED, self._text)
        painter.end()

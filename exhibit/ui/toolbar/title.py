"""The title of the exhibit: in one line where there is room, else in two of a smaller font, shortened at last."""

from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from exhibit.ui.qt_override import qt_override

_SMALL: Final = 0.7
"""The size of the letters in two lines, against those in one."""


class BarTitle(QLabel):
    """Shows its text in the room there is; its accessible name is all of it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("title")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @property
    def least(self) -> int:
        """The width that two lines need, so that nothing is cut."""
        small = _smaller(self.font())
        return QFontMetrics(small).horizontalAdvance(self.text()) // 2 + small.pixelSize()

    # Qt calls this

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        font, text, width = self.font(), self.text(), self.width()
        lines = [text]
        if QFontMetrics(font).horizontalAdvance(text) > width:
            font = _smaller(font)
            lines = _lines(text, font, width)
        painter = QPainter(self)
        painter.setFont(font)
        high = painter.fontMetrics().height()
        box = QRect(0, (self.height() - high * len(lines)) // 2, width, high)
        for number, line in enumerate(lines):
            painter.drawText(box.translated(0, number * high), int(Qt.AlignmentFlag.AlignVCenter), line)
        painter.end()


def _smaller(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(max(1, round(font.pixelSize() * _SMALL)))
    return small


def _lines(text: str, font: QFont, width: int) -> list[str]:
    """The text in two lines, the second of which ends in dots where it has no room."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    first = text.encode("utf-16-le")[: 2 * line.textLength()].decode("utf-16-le")
    rest = text[len(first) :]
    cut = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return [first.rstrip(), cut] if rest else [first]

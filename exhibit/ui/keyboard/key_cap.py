"""The painted cap of a key: a button for fingers."""

from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from exhibit.theme import TypeFace
from exhibit.ui.qt_override import qt_override
from exhibit.ui.widgets.button import PaintedButton
from exhibit.ui.widgets.text_look import TextLook

_MAX_TEXT_SHARE: Final = 0.46
"""The share of a cap's height that its font takes at most."""
_MIN_TEXT: Final = 5
"""Design pixels below which the font of a cap does not shrink."""


class KeyCapStyle(NamedTuple):
    """How a cap is painted; colours are names of `ThemeColours`, `size` is a font size of the design."""

    face: TypeFace
    size: float
    bold: bool = False
    ground: str = "card"
    edge: str = "edge"
    ink: str = "ink"
    shrinks: bool = True
    """Whether a text that is too long gets a smaller font before it is cut."""


class KeyCap(PaintedButton):
    """A button with a text on it. It never takes the keyboard focus from the field that is typed into."""

    def __init__(self, style: KeyCapStyle, look: TextLook, parent: QWidget) -> None:
        super().__init__(parent)
        self._style = style
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_cap(self, text: str, look: TextLook) -> None:
        """Shows a text in a look."""
        self._look = look
        self.set_plain_text(text)
        self.setAccessibleName(text)
        self.update()

    # Qt calls this

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_text(painter)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        radius = self._look.px(8)
        painter.setPen(QPen(self._colour(self._style.edge), 1))
        painter.setBrush(self._colour("lit" if self.isDown() else self._style.ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _paint_text(self, painter: QPainter) -> None:
        style, theme = self._style, self._look.theme
        size = min(theme.text(style.size), max(theme.text(_MIN_TEXT), int(self.height() * _MAX_TEXT_SHARE)))
        self._set_font(painter, size)
        room, width = self.width() - theme.px(6), painter.fontMetrics().horizontalAdvance(self.text())
        if style.shrinks and width > room:
            self._set_font(painter, max(theme.text(_MIN_TEXT), size * room // width))
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - theme.px(4))
        painter.setPen(self._colour("ink" if self.isDown() else style.ink))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), text)

    def _set_font(self, painter: QPainter, pixels: int) -> None:
        painter.setFont(self._look.exact_style(self._style.face, pixels, bold=self._style.bold).font)

    def _colour(self, name: str) -> QColor:
        return QColor(getattr(self._look.theme.colours, name))

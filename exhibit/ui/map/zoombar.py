"""The map's own buttons: larger, smaller, the whole map."""

from typing import Final, Literal

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from exhibit.theme import Theme
from exhibit.ui.map.shown import MapLabels
from exhibit.ui.qt_override import qt_override

ZoomSign = Literal["larger", "smaller", "whole"]
_SIDE: Final = 32
"""The side of a button, in design pixels."""
_SIGN_SIZE: Final = 6
"""Half the width of a sign, in design pixels."""
_SIGN_SHARE: Final = 1 / 7
"""The least share of a button's side that is half the width of its sign: it grows in buttons for fingers."""


class ZoomButton(QAbstractButton):
    """A small square button with a sign; it paints itself, because the window's style sheet would stretch it."""

    def __init__(self, sign: ZoomSign, parent: QWidget) -> None:
        super().__init__(parent)
        self._sign = sign
        self._theme: Theme | None = None
        self._images: dict[tuple[bool, bool, bool, bool, float], QPixmap] = {}
        self.setObjectName(f"map-{sign}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def display(self, name: str, theme: Theme) -> None:
        """Takes its name and its theme."""
        if theme != self._theme:
            self._theme = theme
            self._images.clear()
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFixedSize(theme.target(_SIDE), theme.target(_SIDE))
        self.update()

    def _image(self, theme: Theme) -> QPixmap:
        """The button as it looks now, kept because it is painted in each frame of a moving map."""
        ratio = self.devicePixelRatioF()
        image = QPixmap(self.size() * ratio)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, theme)
        painter.end()
        return image

    def _paint(self, painter: QPainter, theme: Theme) -> None:
        colours = theme.colours
        inset = theme.px(2) + 0.5
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        hovered = self.underMouse() and self.isEnabled()
        painter.setPen(QPen(QColor(colours.ink if hovered else colours.edge), 1))
        painter.setBrush(QColor(colours.tint if self.isDown() else colours.card))
        painter.drawRoundedRect(box, theme.px(6), theme.px(6))
        painter.setPen(_round_pen(colours.ink if self.isEnabled() else colours.line, theme.px(2)))
        size = max(theme.px(_SIGN_SIZE), round(self.width() * _SIGN_SHARE))
        _paint_sign(painter, self._sign, box.center(), float(size))
        if self.hasFocus():
            edge = theme.px(2) / 2
            ring = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
            painter.setPen(QPen(QColor(colours.focus), theme.px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ring, theme.px(7), theme.px(7))

    # Qt calls this

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme:
            look = (self.isEnabled(), self.underMouse(), self.isDown(), self.hasFocus(), self.devicePixelRatioF())
            if look not in self._images:
                self._images[look] = self._image(self._theme)
            painter = QPainter(self)
            painter.drawPixmap(0, 0, self._images[look])
            painter.end()


class ZoomBar(QWidget):
    """The buttons in a row; the one for the whole map shows only when less than the whole is in view."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.larger = ZoomButton("larger", self)
        self.smaller = ZoomButton("smaller", self)
        self.whole = ZoomButton("whole", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in (self.larger, self.smaller, self.whole):
            row.addWidget(button)
        row.addStretch()

    def display(self, labels: MapLabels, theme: Theme) -> None:
        """Takes names and theme; its size is that of three buttons, whether all show or not."""
        self.larger.display(labels.larger, theme)
        self.smaller.display(labels.smaller, theme)
        self.whole.display(labels.whole, theme)
        self.resize(3 * theme.target(_SIDE), theme.target(_SIDE))

    def enable(self, *, larger: bool, smaller: bool) -> None:
        """Sets whether the map can be made larger and smaller."""
        self.larger.setEnabled(larger)
        self.smaller.setEnabled(smaller)
        self.whole.setVisible(smaller)


def _paint_sign(painter: QPainter, sign: ZoomSign, centre: QPointF, size: float) -> None:
    if sign == "whole":
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for right in (-1, 1):
            for down in (-1, 1):
                corner = centre + QPointF(right * size, down * size)
                painter.drawLine(QLineF(corner, corner - QPointF(right * size * 0.65, 0)))
                painter.drawLine(QLineF(corner, corner - QPointF(0, down * size * 0.65)))
        return
    painter.drawLine(QLineF(centre - QPointF(size, 0), centre + QPointF(size, 0)))
    if sign == "larger":
        painter.drawLine(QLineF(centre - QPointF(0, size), centre + QPointF(0, size)))


def _round_pen(colour: str, width: int) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen

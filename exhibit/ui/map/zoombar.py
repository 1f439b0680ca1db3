"""The map's own buttons: larger, smaller, the whole."""

from typing import Final, Literal

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from exhibit.theme import Theme
from exhibit.ui.map.shown import MapLabels

ZoomSign = Literal["larger", "smaller", "whole"]
_SIDE: Final = 32


class ZoomButton(QAbstractButton):
    """A small square button with a sign; painted here, so that the window's style sheet does not stretch it."""

    def __init__(self, sign: ZoomSign, parent: QWidget) -> None:
        super().__init__(parent)
        self._sign = sign
        self._theme: Theme | None = None
        self._pictures: dict[tuple[bool, bool, bool, bool, float], QPixmap] = {}
        self.setObjectName(f"map-{sign}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def display(self, name: str, theme: Theme) -> None:
        """Takes its name and its look."""
        if theme != self._theme:
            self._theme = theme
            self._pictures.clear()
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFixedSize(QSize(theme.px(_SIDE), theme.px(_SIDE)))
        self.update()

    def _picture(self, theme: Theme) -> QPixmap:
        """Kept, since it is painted anew in each frame of a moving map."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, theme)
        painter.end()
        return picture

    def _paint(self, painter: QPainter, theme: Theme) -> None:
        colours = theme.colours
        inset = theme.px(2) + 0.5
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        lit = self.underMouse() and self.isEnabled()
        painter.setPen(QPen(QColor(colours.ink if lit else colours.edge), 1))
        painter.setBrush(QColor(colours.tint if self.isDown() else colours.card))
        painter.drawRoundedRect(box, theme.px(6), theme.px(6))
        painter.setPen(_pen(colours.ink if self.isEnabled() else colours.line, theme.px(2)))
        _paint_sign(painter, self._sign, box.center(), float(theme.px(6)))
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.focus), theme.px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            edge = theme.px(2) / 2
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), theme.px(7), theme.px(7)
            )  # fmt: skip

    # Qt calls these

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme:
            look = (self.isEnabled(), self.underMouse(), self.isDown(), self.hasFocus(), self.devicePixelRatioF())
            if look not in self._pictures:
                self._pictures[look] = self._picture(self._theme)
            QPainter(self).drawPixmap(0, 0, self._pictures[look])


class ZoomBar(QWidget):
    """The buttons in a row; the one back to the whole is there when there is a way back."""

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
        """Takes names and look; its size is that of three buttons, whether they show or not."""
        self.larger.display(labels.larger, theme)
        self.smaller.display(labels.smaller, theme)
        self.whole.display(labels.whole, theme)
        self.resize(3 * theme.px(_SIDE), theme.px(_SIDE))

    def allow(self, larger: bool, smaller: bool) -> None:
        """Which of them do something now."""
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


def _pen(colour: str, width: int) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen

"""The map's labels: their fonts, sizes and pictures with a halo of paper."""

from math import ceil
from typing import Final, Literal

from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from exhibit.model.text import Script
from exhibit.theme import Theme, families
from exhibit.ui.map.box import Box

Kind = Literal["pin", "chosen", "city"]
_PIXELS: Final[dict[Kind, float]] = {"pin": 13, "chosen": 15, "city": 11}
_HALO: Final = 2.5


class Lettering:
    """Labels in one theme and script on a screen of one device pixel ratio."""

    def __init__(self, theme: Theme, script: Script, ratio: float) -> None:
        self._ratio = ratio
        self._halo = theme.px(_HALO * 10) / 10
        self._paper = QColor(theme.colours.paper)
        soft, ink = QColor(theme.colours.soft), QColor(theme.colours.ink)
        self._inks: dict[Kind, QColor] = {"pin": ink, "chosen": ink, "city": soft}
        self._fonts = {kind: _font(kind, theme, script) for kind in _PIXELS}
        self._metrics = {kind: QFontMetricsF(font) for kind, font in self._fonts.items()}
        self._pictures: dict[tuple[str, Kind], QPixmap] = {}

    def size(self, text: str, kind: Kind) -> tuple[float, float]:
        """Width and height of a label without its halo."""
        metrics = self._metrics[kind]
        return metrics.horizontalAdvance(text), metrics.height() * 0.9

    def fitted(self, text: str, kind: Kind, most: float) -> str:
        """The text, its end left out where it is wider than `most`."""
        return self._metrics[kind].elidedText(text, Qt.TextElideMode.ElideRight, most)

    def paint(self, painter: QPainter, text: str, kind: Kind, box: Box) -> None:
        """Draws a label whose letters fill a box."""
        picture = self._pictures.get((text, kind))
        if picture is None:
            picture = self._pictures[text, kind] = self._picture(text, kind)
        painter.drawPixmap(QPointF(box.x - self._halo, box.y - self._halo), picture)

    def _picture(self, text: str, kind: Kind) -> QPixmap:
        width, height = self.size(text, kind)
        size = QSizeF(width + 2 * self._halo, height + 2 * self._halo) * self._ratio
        picture = QPixmap(ceil(size.width()), ceil(size.height()))
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        metrics = self._metrics[kind]
        foot = QPointF(self._halo, self._halo + (height - metrics.height()) / 2 + metrics.ascent())
        path = QPainterPath()
        path.addText(foot, self._fonts[kind], text)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._paper, 2 * self._halo)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)
        painter.setFont(self._fonts[kind])
        painter.setPen(self._inks[kind])
        painter.drawText(foot, text)
        painter.end()
        return picture


def _font(kind: Kind, theme: Theme, script: Script) -> QFont:
    font = QFont()
    font.setFamilies(families("sans", script))
    font.setPixelSize(theme.px(_PIXELS[kind]))
    font.setBold(kind != "city")
    return font

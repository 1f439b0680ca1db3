"""The map's labels: their fonts, sizes and pictures with a halo of paper."""

from math import ceil, cos, pi, sin
from typing import Final, Literal

from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPixmap, QStaticText

from exhibit.model.text import Script
from exhibit.theme import Theme
from exhibit.ui.fonts import font_of
from exhibit.ui.map.box import Box

Kind = Literal["pin", "chosen", "city"]
_PIXELS: Final[dict[Kind, float]] = {"pin": 13, "chosen": 15, "city": 11}
_AROUND: Final[dict[Kind, int]] = {"pin": 16, "chosen": 16, "city": 8}
"""A halo is the text itself, drawn so many times around its place: far quicker than a stroked outline."""
_HALO: Final[dict[Kind, float]] = {"pin": 2.5, "chosen": 2.5, "city": 1.5}


class Lettering:
    """Labels in one theme and script on a screen of one device pixel ratio."""

    def __init__(self, theme: Theme, script: Script, ratio: float) -> None:
        self._ratio = ratio
        self._halos = {kind: theme.px(halo * 10) / 10 for kind, halo in _HALO.items()}
        self._paper = QColor(theme.colours.paper)
        soft, ink = QColor(theme.colours.soft), QColor(theme.colours.ink)
        self._inks: dict[Kind, QColor] = {"pin": ink, "chosen": ink, "city": soft}
        self._fonts = {
            kind: font_of("sans", script, theme.px(size), bold=kind != "city") for kind, size in _PIXELS.items()
        }
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
        halo = self._halos[kind]
        painter.drawPixmap(QPointF(box.x - halo, box.y - halo), picture)

    def _picture(self, text: str, kind: Kind) -> QPixmap:
        width, height = self.size(text, kind)
        halo = self._halos[kind]
        size = QSizeF(width + 2 * halo, height + 2 * halo) * self._ratio
        picture = QPixmap(ceil(size.width()), ceil(size.height()))
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        letters = QStaticText(text)
        letters.setTextFormat(Qt.TextFormat.PlainText)
        corner = QPointF(halo, halo + (height - self._metrics[kind].height()) / 2)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._fonts[kind])
        painter.setPen(self._paper)
        around = _AROUND[kind]
        for step in range(around):
            reach = halo if step % 2 or kind == "city" else halo * 0.6
            angle = 2 * pi * step / around
            painter.drawStaticText(corner + QPointF(cos(angle), sin(angle)) * reach, letters)
        painter.setPen(self._inks[kind])
        painter.drawStaticText(corner, letters)
        painter.end()
        return picture

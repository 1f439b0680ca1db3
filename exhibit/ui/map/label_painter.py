"""The map's labels: their fonts, sizes and pictures with a halo of paper."""

from math import ceil, cos, pi, sin
from typing import Final, Literal, NamedTuple

from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPixmap, QStaticText

from exhibit.model.text import Script
from exhibit.theme import Theme
from exhibit.ui.fonts import font_of
from exhibit.ui.map.box import MapBox

LabelKind = Literal["pin", "chosen", "faded", "city"]
_PIXELS: Final[dict[LabelKind, float]] = {"pin": 13, "chosen": 15, "faded": 13, "city": 11}
_AROUND: Final[dict[LabelKind, int]] = {"pin": 16, "chosen": 16, "faded": 16, "city": 8}
"""A halo is the text itself, drawn so many times around its place: far quicker than a stroked outline."""
_HALO: Final[dict[LabelKind, float]] = {"pin": 2.5, "chosen": 2.5, "faded": 2.5, "city": 1.5}
_BEFORE_NUMBER: Final = 0.35
"""Between a name and its number, in heights of a letter."""


class LabelWords(NamedTuple):
    """What a label says: a name, and behind it a number in the accent colour where there is one."""

    text: str
    kind: LabelKind
    number: str = ""


class LabelPainter:
    """Labels in one theme and script on a screen of one device pixel ratio."""

    def __init__(self, theme: Theme, script: Script, ratio: float) -> None:
        self._ratio = ratio
        self._halos = {kind: theme.px(halo * 10) / 10 for kind, halo in _HALO.items()}
        self._paper = QColor(theme.colours.paper)
        soft, ink = QColor(theme.colours.soft), QColor(theme.colours.ink)
        self._inks: dict[LabelKind, QColor] = {"pin": ink, "chosen": ink, "faded": soft, "city": soft}
        self._accent = QColor(theme.colours.accent)
        self._fonts = {
            kind: font_of("sans", script, theme.px(size), bold=kind in ("pin", "chosen"))
            for kind, size in _PIXELS.items()
        }
        self._metrics = {kind: QFontMetricsF(font) for kind, font in self._fonts.items()}
        self._pictures: dict[LabelWords, QPixmap] = {}

    def size(self, words: LabelWords) -> tuple[float, float]:
        """Width and height of a label without its halo."""
        metrics = self._metrics[words.kind]
        return metrics.horizontalAdvance(words.text) + self._number_width(words), metrics.height() * 0.9

    def fitted(self, words: LabelWords, most: float) -> LabelWords:
        """The words, the end of the name left out where all is wider than `most`."""
        room = most - self._number_width(words)
        return words._replace(text=self._metrics[words.kind].elidedText(words.text, Qt.TextElideMode.ElideRight, room))

    def paint(self, painter: QPainter, words: LabelWords, box: MapBox) -> None:
        """Draws a label whose letters fill a box."""
        picture = self._pictures.get(words)
        if picture is None:
            picture = self._pictures[words] = self._picture(words)
        halo = self._halos[words.kind]
        painter.drawPixmap(QPointF(box.x - halo, box.y - halo), picture)

    def _number_width(self, words: LabelWords) -> float:
        """What the number takes with the room before it."""
        metrics = self._metrics[words.kind]
        return metrics.horizontalAdvance(words.number) + metrics.ascent() * _BEFORE_NUMBER if words.number else 0.0

    def _picture(self, words: LabelWords) -> QPixmap:
        kind = words.kind
        width, height = self.size(words)
        halo = self._halos[kind]
        size = QSizeF(width + 2 * halo, height + 2 * halo) * self._ratio
        picture = QPixmap(ceil(size.width()), ceil(size.height()))
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        corner = QPointF(halo, halo + (height - self._metrics[kind].height()) / 2)
        far = width - self._metrics[kind].horizontalAdvance(words.number)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._fonts[kind])
        self._paint_haloed(painter, words.text, kind, corner, self._inks[kind])
        if words.number:
            self._paint_haloed(painter, words.number, kind, corner + QPointF(far, 0), self._accent)
        painter.end()
        return picture

    def _paint_haloed(self, painter: QPainter, text: str, kind: LabelKind, corner: QPointF, ink: QColor) -> None:
        letters = QStaticText(text)
        letters.setTextFormat(Qt.TextFormat.PlainText)
        painter.setPen(self._paper)
        halo, around = self._halos[kind], _AROUND[kind]
        for step in range(around):
            reach = halo if step % 2 or kind == "city" else halo * 0.6
            angle = 2 * pi * step / around
            painter.drawStaticText(corner + QPointF(cos(angle), sin(angle)) * reach, letters)
        painter.setPen(ink)
        painter.drawStaticText(corner, letters)

"""The map's labels: their fonts, their sizes, and their images with a halo of the paper's colour."""

from math import ceil, cos, pi, sin
from typing import Final, Literal, NamedTuple

from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPixmap, QStaticText

from exhibit.ui.map.geometry import MapBox
from exhibit.ui.map.symbols import fine_px
from exhibit.ui.widgets.text_look import TextLook

LabelKind = Literal["pin", "chosen", "faded", "city"]
_FONT_SIZES: Final[dict[LabelKind, float]] = {"pin": 13, "chosen": 15, "faded": 13, "city": 11}
"""Design pixels."""
_HALO_COPIES: Final[dict[LabelKind, int]] = {"pin": 16, "chosen": 16, "faded": 16, "city": 8}
"""A halo is the text drawn so often around its place, which is far quicker than a stroked outline."""
_HALO_WIDTHS: Final[dict[LabelKind, float]] = {"pin": 2.5, "chosen": 2.5, "faded": 2.5, "city": 1.5}
"""Design pixels."""
_NUMBER_GAP: Final = 0.35
"""Between a name and its number, in ascents of the font."""


class MapLabelText(NamedTuple):
    """A name and, if it has one, a number after it in the accent colour."""

    text: str
    kind: LabelKind
    number: str = ""


class LabelPainter:
    """Paints labels in one look on a screen of one device pixel ratio; the images are kept."""

    def __init__(self, look: TextLook, ratio: float) -> None:
        self._ratio = ratio
        self._halos = {kind: fine_px(look.theme, width) for kind, width in _HALO_WIDTHS.items()}
        colours = look.theme.colours
        self._paper = QColor(colours.paper)
        soft, ink = QColor(colours.soft), QColor(colours.ink)
        self._inks: dict[LabelKind, QColor] = {"pin": ink, "chosen": ink, "faded": soft, "city": soft}
        self._accent = QColor(colours.accent)
        self._fonts = {
            kind: look.style("sans", size, bold=kind in ("pin", "chosen")).font for kind, size in _FONT_SIZES.items()
        }
        self._metrics = {kind: QFontMetricsF(font) for kind, font in self._fonts.items()}
        self._images: dict[MapLabelText, QPixmap] = {}

    def size(self, label: MapLabelText) -> tuple[float, float]:
        """Width and height of a label without its halo, in pixels."""
        metrics = self._metrics[label.kind]
        return metrics.horizontalAdvance(label.text) + self._number_width(label), metrics.height() * 0.9

    def elided(self, label: MapLabelText, max_width: float) -> MapLabelText:
        """The label; an ellipsis ends a name that makes it wider than `max_width`."""
        room = max_width - self._number_width(label)
        return label._replace(text=self._metrics[label.kind].elidedText(label.text, Qt.TextElideMode.ElideRight, room))

    def paint(self, painter: QPainter, label: MapLabelText, box: MapBox) -> None:
        """Draws a label whose letters fill a box."""
        image = self._images.get(label)
        if image is None:
            image = self._images[label] = self._image(label)
        halo = self._halos[label.kind]
        painter.drawPixmap(QPointF(box.x - halo, box.y - halo), image)

    def _number_width(self, label: MapLabelText) -> float:
        """The width of the number with the gap before it."""
        metrics = self._metrics[label.kind]
        return metrics.horizontalAdvance(label.number) + metrics.ascent() * _NUMBER_GAP if label.number else 0.0

    def _image(self, label: MapLabelText) -> QPixmap:
        kind = label.kind
        width, height = self.size(label)
        halo = self._halos[kind]
        size = QSizeF(width + 2 * halo, height + 2 * halo) * self._ratio
        image = QPixmap(ceil(size.width()), ceil(size.height()))
        image.setDevicePixelRatio(self._ratio)
        image.fill(Qt.GlobalColor.transparent)
        corner = QPointF(halo, halo + (height - self._metrics[kind].height()) / 2)
        number_x = width - self._metrics[kind].horizontalAdvance(label.number)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._fonts[kind])
        self._paint_with_halo(painter, label.text, kind, corner, self._inks[kind])
        if label.number:
            self._paint_with_halo(painter, label.number, kind, corner + QPointF(number_x, 0), self._accent)
        painter.end()
        return image

    def _paint_with_halo(self, painter: QPainter, text: str, kind: LabelKind, corner: QPointF, ink: QColor) -> None:
        letters = QStaticText(text)
        letters.setTextFormat(Qt.TextFormat.PlainText)
        painter.setPen(self._paper)
        halo, copies = self._halos[kind], _HALO_COPIES[kind]
        for step in range(copies):
            reach = halo if step % 2 or kind == "city" else halo * 0.6
            angle = 2 * pi * step / copies
            painter.drawStaticText(corner + QPointF(cos(angle), sin(angle)) * reach, letters)
        painter.setPen(ink)
        painter.drawStaticText(corner, letters)

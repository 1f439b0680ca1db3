"""The map's labels: their fonts, their sizes, and their images with a halo of the paper's colour."""

from math import ceil, cos, pi, sin
from typing import Final, Literal, NamedTuple

from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPixmap, QStaticText

from exhibit.theme import ThemeColours
from exhibit.ui.map.geometry import MapBox
from exhibit.ui.map.symbols import blend, fine_px
from exhibit.ui.widgets.text_look import TextLook

LabelKind = Literal[
    "pin", "chosen", "faded", "large-pin", "large-chosen", "large-faded", "card", "card-faded",
    "city", "large-city", "water", "large-water",
]  # fmt: skip

LARGE_KINDS: Final[dict[LabelKind, LabelKind]] = {
    "pin": "large-pin", "chosen": "large-chosen", "faded": "large-faded", "city": "large-city", "water": "large-water",
}  # fmt: skip
"""The kinds of labels on a large map, by those on a small one."""


class _LabelStyle(NamedTuple):
    """How labels of a kind look; sizes in design pixels."""

    size: float
    halo: float
    bold: bool = False
    copies: int = 8
    """A halo is the text drawn so often around its place, which is far quicker than a stroked outline."""


_STYLES: Final[dict[LabelKind, _LabelStyle]] = {
    "pin": _LabelStyle(13, 2.5, bold=True, copies=16),
    "chosen": _LabelStyle(15, 2.5, bold=True, copies=16),
    "faded": _LabelStyle(13, 2.5, copies=16),
    "large-pin": _LabelStyle(16, 2.5, bold=True, copies=16),
    "large-chosen": _LabelStyle(18, 2.5, bold=True, copies=16),
    "large-faded": _LabelStyle(16, 2.5, copies=16),
    "card": _LabelStyle(17, 0, bold=True, copies=0),
    "card-faded": _LabelStyle(17, 0, copies=0),
    "city": _LabelStyle(11, 1.5),
    "large-city": _LabelStyle(16, 2.0, copies=16),
    "water": _LabelStyle(12, 1.5),
    "large-water": _LabelStyle(19, 2.0, copies=16),
}
_LETTER_STEP: Final = 1.4
"""From letter to letter of a river's or lake's name, in sizes of its font."""
_WATER_INK: Final = 0.5
"""How much of the ink is in the colour of the names of waters; the rest is the colour of shores."""
_FIRST_WIDE: Final = 0x2E80
"""The first of the East Asian characters in Unicode."""
_NUMBER_GAP: Final = 0.35
"""Between a name and its number, in ascents of the font."""


class MapLabelText(NamedTuple):
    """A name and, if it has one, a number after it in the accent colour."""

    text: str
    kind: LabelKind
    number: str = ""
    upright: bool = False
    """Whether the letters stand one below the other."""

    @property
    def spaced(self) -> bool:
        """Whether its letters stand apart: Chinese names of waters."""
        return self.kind in ("water", "large-water") and all(ord(letter) >= _FIRST_WIDE for letter in self.text)


class LabelPainter:
    """Paints labels in one look on a screen of one device pixel ratio; the images are kept."""

    def __init__(self, look: TextLook, ratio: float) -> None:
        self._ratio = ratio
        self._halos = {kind: fine_px(look.theme, style.halo) if style.halo else 0.0 for kind, style in _STYLES.items()}
        colours = look.theme.colours
        self._paper = QColor(colours.paper)
        self._inks = {kind: _ink(kind, colours) for kind in _STYLES}
        self._accent = QColor(colours.accent)
        self._fonts = {
            kind: look.style("serif" if kind in ("water", "large-water") else "sans", style.size, bold=style.bold).font
            for kind, style in _STYLES.items()
        }
        self._metrics = {kind: QFontMetricsF(font) for kind, font in self._fonts.items()}
        self._images: dict[MapLabelText, QPixmap] = {}

    def size(self, label: MapLabelText) -> tuple[float, float]:
        """Width and height of a label without its halo, in pixels."""
        metrics = self._metrics[label.kind]
        if label.spaced:
            letter = metrics.horizontalAdvance(label.text[:1])
            long = letter * (1 + _LETTER_STEP * (len(label.text) - 1))
            return (letter, long) if label.upright else (long, metrics.height() * 0.9)
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
        for text, right, down in self._letters(label):
            self._paint_with_halo(painter, text, kind, corner + QPointF(right, down), self._inks[kind])
        if label.number:
            self._paint_with_halo(painter, label.number, kind, corner + QPointF(number_x, 0), self._accent)
        painter.end()
        return image

    def _letters(self, label: MapLabelText) -> list[tuple[str, float, float]]:
        """What is drawn in one piece, and how far right of and below the label's corner."""
        if not label.spaced:
            return [(label.text, 0.0, 0.0)]
        metrics = self._metrics[label.kind]
        letter = metrics.horizontalAdvance(label.text[:1])
        if not label.upright:
            return [(one, place * letter * _LETTER_STEP, 0.0) for place, one in enumerate(label.text)]
        _, height = self.size(label)
        lift = (metrics.height() - height) / 2 + (letter - metrics.height()) / 2
        return [(one, 0.0, lift + place * letter * _LETTER_STEP) for place, one in enumerate(label.text)]

    def _paint_with_halo(self, painter: QPainter, text: str, kind: LabelKind, corner: QPointF, ink: QColor) -> None:
        letters = QStaticText(text)
        letters.setTextFormat(Qt.TextFormat.PlainText)
        painter.setPen(self._paper)
        halo, copies = self._halos[kind], _STYLES[kind].copies
        for step in range(copies):
            reach = halo if step % 2 or copies < 16 else halo * 0.6
            angle = 2 * pi * step / copies
            painter.drawStaticText(corner + QPointF(cos(angle), sin(angle)) * reach, letters)
        painter.setPen(ink)
        painter.drawStaticText(corner, letters)


def _ink(kind: LabelKind, colours: ThemeColours) -> QColor:
    if kind in ("water", "large-water"):
        return blend(colours.water_line, colours.ink, _WATER_INK)
    return QColor(colours.ink if _STYLES[kind].bold else colours.soft)

"""Draws the symbols on the map base: pins, dots, rings, frames and lines."""

from typing import Final, Literal, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from exhibit.model.region import MapPoint
from exhibit.theme import Theme
from exhibit.ui.map.furniture import MapFurniture
from exhibit.ui.map.geometry import MapBox
from exhibit.ui.widgets.number_disc import disc_radius, paint_number
from exhibit.ui.widgets.text_look import TextLook

PinSize = Literal["small", "large", "card"]
"""On a small map, on a large one, or on a call-out of a large one."""
_RADII: Final[dict[PinSize, float]] = {"small": 9.5, "large": 12.0, "card": 17.0}
"""Radii of pins, in design pixels, like all sizes below."""
_CHOSEN_RADII: Final[dict[PinSize, float]] = {"small": 13.0, "large": 15.5, "card": 17.0}
"""Radii of the chosen pin."""
_DASHED_GAP: Final = 3.0
"""How far outside its pin the ring of an approximate place is."""
_MARK_REACH: Final = 8.0
"""How far halo and focus ring reach outside a pin."""
_DOT_RADIUS: Final = 2.0
"""The radius of a city's dot."""
_BADGE_PLACE: Final = 0.68
"""Where the check mark of a visited place is: right of and below the middle, as a share of the pin's radius."""
_BADGE_SIZE: Final = 0.46
"""The radius of the disc of that check mark, as such a share."""
_CROWD_RADIUS: Final = 9.0
"""The radius of the disc of a crowd, without what its digits add."""
_FURNITURE_GROUND: Final = 0.72
"""The opacity of the ground under the scale bar."""
_CENTRED: Final = int(Qt.AlignmentFlag.AlignCenter)
_CITY_RADIUS: Final = 3.2
"""The radius of a city's ring on a large map."""
_HALO_OPACITY: Final = 0.28
"""The opacity of the halo around the pin under the pointer."""
_RING_OPACITY: Final = 0.55
"""The opacity of the ground inside the ring around a cluster."""


class PinLook(NamedTuple):
    """How a pin looks; each mark differs by form as well as by colour. A chosen one has a ring around it."""

    chosen: bool
    visited: bool
    approximate: bool
    hovered: bool = False
    focused: bool = False
    faded: bool = False
    number: str = ""
    size: PinSize = "small"


def fine_px(theme: Theme, size: float) -> float:
    """A size of the design in pixels, to a tenth of a pixel."""
    return theme.px(round(size * 10)) / 10


def blend(one: str, other: str, share: float) -> QColor:
    """A colour between two; `share` is that of the other, from 0 to 1."""
    first, second = QColor(one), QColor(other)
    return QColor.fromRgbF(
        *(a + (b - a) * share for a, b in zip(first.getRgbF()[:3], second.getRgbF()[:3], strict=True))  # type: ignore[index]
    )


def pin_radius(chosen: bool, approximate: bool, theme: Theme, size: PinSize = "small") -> int:
    """A pin's radius with its rings, in pixels."""
    return disc_radius((_CHOSEN_RADII if chosen else _RADII)[size], theme) + (
        theme.px(_DASHED_GAP) if approximate else 0
    )


def pin_reach(theme: Theme, size: PinSize = "small") -> int:
    """How far from its middle any pin may paint, in pixels."""
    return pin_radius(True, True, theme, size) + theme.px(_MARK_REACH)


def paint_pin(painter: QPainter, at: MapPoint, look: PinLook, text: TextLook) -> None:
    """Draws a pin with its middle in a point."""
    theme, centre = text.theme, QPointF(*at)
    colours = theme.colours
    size = float(pin_radius(look.chosen, False, theme, look.size))
    painter.setPen(Qt.PenStyle.NoPen)
    outer = pin_radius(look.chosen, look.approximate, theme, look.size)
    if look.hovered:
        halo = QColor(colours.accent)
        halo.setAlphaF(_HALO_OPACITY)
        _paint_disc(painter, centre, outer + theme.px(4), halo)
        size += theme.px(1)
    if look.approximate:
        colour = colours.edge if look.faded else colours.accent
        _paint_dashed(painter, centre, size + theme.px(_DASHED_GAP) - 0.5, colour, theme)
    if look.chosen:
        _paint_disc(painter, centre, size, QColor(colours.accent))
        size -= fine_px(theme, 1.5)
    _paint_disc(painter, centre, size, QColor(colours.card))
    _paint_inner(painter, centre, size - theme.px(1.5), look, text)
    if look.focused:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.focus), theme.px(2)))
        painter.drawEllipse(centre, outer + theme.px(3), outer + theme.px(3))


def _paint_inner(painter: QPainter, centre: QPointF, size: float, look: PinLook, text: TextLook) -> None:
    """The disc of a pin and the number on it: hollow if it is faded, with a check mark if it was visited."""
    theme, colours = text.theme, text.theme.colours
    colour = (
        colours.accent if look.chosen else colours.edge if look.faded
        else colours.visited if look.visited else colours.accent
    )  # fmt: skip
    _paint_disc(painter, centre, size, QColor(colour))
    if look.faded:
        _paint_disc(painter, centre, size - fine_px(theme, 1.5), QColor(colours.card))
    sign = colours.soft if look.faded else colours.on_accent
    paint_number(painter, centre, size, look.number, sign, text)
    if look.visited and not look.chosen:
        _paint_badge(painter, centre + QPointF(size, size) * _BADGE_PLACE, size * _BADGE_SIZE, theme)


def _paint_badge(painter: QPainter, centre: QPointF, size: float, theme: Theme) -> None:
    """The check mark of a visited place on a small disc at the pin's rim."""
    _paint_disc(painter, centre, size, QColor(theme.colours.card))
    paint_check(painter, centre, size * 0.9, theme.colours.visited)
    painter.setPen(Qt.PenStyle.NoPen)


def paint_legend_ring(painter: QPainter, at: MapPoint, theme: Theme) -> None:
    """Draws a small place with the dashed ring of one whose position is approximate."""
    painter.setPen(Qt.PenStyle.NoPen)
    _paint_dashed(painter, QPointF(*at), theme.px(8), theme.colours.accent, theme)
    _paint_disc(painter, QPointF(*at), theme.px(4), QColor(theme.colours.accent))


def paint_crowd(painter: QPainter, at: MapPoint, count: int, marked: bool, text: TextLook) -> None:
    """Draws the disc that stands for so many places; `marked` while it is pointed at or has the focus."""
    theme, colours, centre = text.theme, text.theme.colours, QPointF(*at)
    size = float(crowd_radius(count, theme))
    painter.setPen(QPen(QColor(colours.focus if marked else colours.accent), theme.px(2)))
    painter.setBrush(QColor(colours.card))
    painter.drawEllipse(centre, size - theme.px(1), size - theme.px(1))
    paint_number(painter, centre, size * 0.9, str(count), colours.accent, text)


def crowd_radius(count: int, theme: Theme) -> int:
    """The radius of the disc for so many places, in pixels."""
    return disc_radius(_CROWD_RADIUS + 2 * len(str(count)), theme)


def paint_check(painter: QPainter, centre: QPointF, size: float, colour: str) -> None:
    """Draws a check mark that fits a circle of radius `size`."""
    path = QPainterPath(centre + QPointF(-0.46, 0.04) * size)
    path.lineTo(centre + QPointF(-0.12, 0.4) * size)
    path.lineTo(centre + QPointF(0.5, -0.36) * size)
    pen = QPen(QColor(colour), max(1.2, size * 0.28))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)


def paint_dot(painter: QPainter, at: MapPoint, theme: Theme, colour: str, radius: float = _DOT_RADIUS) -> None:
    """Draws a small dot; `radius` in design pixels."""
    painter.setPen(QPen(QColor(theme.colours.card), fine_px(theme, max(1.0, radius * 0.3))))
    painter.setBrush(QColor(colour))
    size = fine_px(theme, radius)
    painter.drawEllipse(QPointF(*at), size, size)


def paint_city(painter: QPainter, at: MapPoint, theme: Theme, *, large: bool) -> None:
    """Draws the mark of a city: a dot, on a large map a small ring."""
    if not large:
        paint_dot(painter, at, theme, theme.colours.soft)
        return
    painter.setPen(QPen(QColor(theme.colours.soft), fine_px(theme, 1.4)))
    painter.setBrush(QColor(theme.colours.card))
    painter.drawEllipse(QPointF(*at), fine_px(theme, _CITY_RADIUS), fine_px(theme, _CITY_RADIUS))


def paint_leader(painter: QPainter, start: MapPoint, end: MapPoint, theme: Theme) -> None:
    """Draws the fine line from a pin to its label or its true place."""
    for colour, width in ((theme.colours.paper, 3), (theme.colours.soft, 1)):
        painter.setPen(QPen(QColor(colour), theme.px(width)))
        painter.drawLine(QPointF(*start), QPointF(*end))


def paint_card_line(painter: QPainter, start: MapPoint, end: MapPoint, theme: Theme, *, strong: bool) -> None:
    """Draws the line from a place to its call-out."""
    paper = QColor(theme.colours.paper)
    paper.setAlphaF(0.8)
    width = fine_px(theme, 2.2 if strong else 1.4)
    for colour, wide in ((paper, width + theme.px(2)), (QColor(theme.colours.accent), width)):
        painter.setPen(QPen(colour, wide))
        painter.drawLine(QPointF(*start), QPointF(*end))


def paint_card(painter: QPainter, box: MapBox, theme: Theme, *, chosen: bool, lit: bool) -> None:
    """Draws the ground of a call-out."""
    colours, radius = theme.colours, float(theme.px(8))
    frame = QRectF(*box)
    shadow = QColor(colours.shadow)
    shadow.setAlphaF(0.6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shadow)
    painter.drawRoundedRect(frame.translated(0, theme.px(2)), radius, radius)
    width = fine_px(theme, 2.0 if chosen else 1.0)
    painter.setPen(QPen(QColor(colours.accent if chosen else colours.edge if lit else colours.line), width))
    painter.setBrush(QColor(colours.tint if chosen else colours.card))
    painter.drawRoundedRect(frame.adjusted(width / 2, width / 2, -width / 2, -width / 2), radius, radius)


def paint_furniture(painter: QPainter, furniture: MapFurniture, text: TextLook) -> None:
    """Draws the scale bar, its length above it, and the sign for north at its right."""
    theme, box, bar = text.theme, furniture.box, furniture.bar
    ground = QColor(theme.colours.paper)
    ground.setAlphaF(_FURNITURE_GROUND)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(*box.grown(theme.px(4))), theme.px(8), theme.px(8))
    colour = QColor(theme.colours.soft)
    font = text.style("sans", 14).font
    painter.setFont(font)
    height = QFontMetricsF(font).height()
    left, bottom = box.x + theme.px(2), box.bottom - theme.px(2)
    tick = theme.px(6)
    painter.setPen(QPen(colour, fine_px(theme, 1.4)))
    for part in (0.0, 0.5, 1.0):
        x = left + bar.length * part
        painter.drawLine(QPointF(x, bottom - tick * (0.6 if part == 0.5 else 1.0)), QPointF(x, bottom))
    painter.drawLine(QPointF(left, bottom), QPointF(left + bar.length, bottom))
    line = QRectF(left, bottom - tick - height, bar.length, height)
    painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft), "0")
    words_right = QRectF(line.left(), line.top(), line.width() + theme.px(8), height)
    painter.drawText(words_right, int(Qt.AlignmentFlag.AlignRight), f"{bar.kilometres:g}\u00a0{furniture.unit}")
    _paint_north(painter, QPointF(left + bar.length + theme.px(34), bottom), furniture.north, height, text)


def _paint_north(painter: QPainter, foot: QPointF, word: str, height: float, text: TextLook) -> None:
    theme = text.theme
    half, tip = theme.px(6), theme.px(16)
    painter.drawText(QRectF(foot.x() - height, foot.y() - height, 2 * height, height), _CENTRED, word)
    base = foot.y() - height - theme.px(1)
    arrow = QPainterPath(QPointF(foot.x(), base - tip))
    for right, up in ((half, 0.0), (0.0, tip * 0.3), (-half, 0.0)):
        arrow.lineTo(QPointF(foot.x() + right, base - up))
    arrow.closeSubpath()
    painter.fillPath(arrow, QColor(theme.colours.soft))


def paint_cluster_ring(painter: QPainter, centre: MapPoint, radius: float, theme: Theme) -> None:
    """Draws the ring around a cluster."""
    ground = QColor(theme.colours.paper)
    ground.setAlphaF(_RING_OPACITY)
    painter.setBrush(ground)
    painter.setPen(QPen(QColor(theme.colours.soft), theme.px(1)))
    painter.drawEllipse(QPointF(*centre), radius, radius)


def frame_path(frame: MapBox, theme: Theme) -> QPainterPath:
    """The outline of an inset."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(*frame), theme.px(6), theme.px(6))
    return path


def _paint_disc(painter: QPainter, centre: QPointF, size: float, fill: QColor) -> None:
    painter.setBrush(fill)
    painter.drawEllipse(centre, size, size)


def _paint_dashed(painter: QPainter, centre: QPointF, size: float, colour: str, theme: Theme) -> None:
    pen = QPen(QColor(colour), fine_px(theme, 1.2))
    pen.setDashPattern([2.2, 2.2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, size, size)
    painter.setPen(Qt.PenStyle.NoPen)

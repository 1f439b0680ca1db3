"""Draws the symbols on the map base: pins, dots, rings, frames and lines."""

from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from exhibit.model.region import MapPoint
from exhibit.theme import Theme
from exhibit.ui.map.geometry import MapBox

_PIN_RADIUS: Final = 8.0
"""Design pixels, like all sizes below."""
_CHOSEN_RADIUS: Final = 11.0
"""The radius of the chosen pin."""
_DASHED_GAP: Final = 3.0
"""How far outside its pin the ring of an approximate place is."""
_MARK_REACH: Final = 8.0
"""How far halo and focus ring reach outside a pin."""
_DOT_RADIUS: Final = 2.0
"""The radius of a city's dot."""
_HALO_OPACITY: Final = 0.28
"""The opacity of the halo around the pin under the pointer."""
_RING_OPACITY: Final = 0.55
"""The opacity of the ground inside the ring around a cluster."""


class PinLook(NamedTuple):
    """How a pin looks; each mark differs by form as well as by colour."""

    chosen: bool
    visited: bool
    approximate: bool
    hovered: bool = False
    focused: bool = False
    faded: bool = False


def fine_px(theme: Theme, size: float) -> float:
    """A size of the design in pixels, to a tenth of a pixel."""
    return theme.px(round(size * 10)) / 10


def pin_radius(chosen: bool, approximate: bool, theme: Theme) -> int:
    """A pin's radius with its rings, in pixels."""
    return theme.px(_CHOSEN_RADIUS if chosen else _PIN_RADIUS) + (theme.px(_DASHED_GAP) if approximate else 0)


def pin_reach(theme: Theme) -> int:
    """How far from its middle any pin may paint, in pixels."""
    return pin_radius(True, True, theme) + theme.px(_MARK_REACH)


def paint_pin(painter: QPainter, at: MapPoint, look: PinLook, theme: Theme) -> None:
    """Draws a pin with its middle in a point."""
    colours, centre = theme.colours, QPointF(*at)
    size = float(theme.px(_CHOSEN_RADIUS if look.chosen else _PIN_RADIUS))
    painter.setPen(Qt.PenStyle.NoPen)
    if look.hovered:
        halo = QColor(colours.accent)
        halo.setAlphaF(_HALO_OPACITY)
        _paint_disc(painter, centre, pin_radius(look.chosen, look.approximate, theme) + theme.px(4), halo)
        size += theme.px(1)
    if look.approximate:
        colour = colours.edge if look.faded else colours.accent
        _paint_dashed(painter, centre, size + theme.px(_DASHED_GAP) - 0.5, colour, theme)
    _paint_disc(painter, centre, size, QColor(colours.card))
    _paint_inner(painter, centre, size - theme.px(2), look, theme)
    if look.focused:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.focus), theme.px(2)))
        ring = pin_radius(look.chosen, look.approximate, theme) + theme.px(3)
        painter.drawEllipse(centre, ring, ring)


def _paint_inner(painter: QPainter, centre: QPointF, size: float, look: PinLook, theme: Theme) -> None:
    """The filled disc of a pin, and on it a point if it is chosen, or a check mark if it was visited."""
    colours = theme.colours
    colour = (
        colours.accent if look.chosen else colours.edge if look.faded
        else colours.visited if look.visited else colours.accent
    )  # fmt: skip
    _paint_disc(painter, centre, size, QColor(colour))
    if look.faded:
        _paint_disc(painter, centre, size - fine_px(theme, 1.5), QColor(colours.card))
    sign = colour if look.faded else colours.on_accent
    if look.chosen:
        _paint_disc(painter, centre, size * 0.36, QColor(sign))
    elif look.visited:
        paint_check(painter, centre, size * (0.8 if look.faded else 1), sign)


def paint_check(painter: QPainter, centre: QPointF, size: float, colour: str) -> None:
    """Draws a check mark that fits a circle of radius `size`."""
    path = QPainterPath(centre + QPointF(-0.46, 0.04) * size)
    path.lineTo(centre + QPointF(-0.12, 0.4) * size)
    path.lineTo(centre + QPointF(0.5, -0.36) * size)
    pen = QPen(QColor(colour), max(1.2, size * 0.28))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)


def paint_dot(painter: QPainter, at: MapPoint, theme: Theme, colour: str) -> None:
    """Draws a small dot."""
    painter.setPen(QPen(QColor(theme.colours.paper), theme.px(1)))
    painter.setBrush(QColor(colour))
    size = fine_px(theme, _DOT_RADIUS)
    painter.drawEllipse(QPointF(*at), size, size)


def paint_leader(painter: QPainter, start: MapPoint, end: MapPoint, theme: Theme) -> None:
    """Draws the fine line from a pin to its label or its true place."""
    for colour, width in ((theme.colours.paper, 3), (theme.colours.soft, 1)):
        painter.setPen(QPen(QColor(colour), theme.px(width)))
        painter.drawLine(QPointF(*start), QPointF(*end))


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

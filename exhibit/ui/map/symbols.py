"""Draws what stands on the map base: pins, dots, rings, frames and lines."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from exhibit.model.region import MapPoint
from exhibit.theme import Theme
from exhibit.ui.map.box import MapBox

_PIN: Final = 8.0
_CHOSEN: Final = 11.0
_DASHED: Final = 3.0
"""How far outside its pin the ring of an approximate place lies."""
_REACH: Final = 8.0
"""How far halo and focus ring reach outside a pin."""
_DOT: Final = 2.0


@dataclass(frozen=True, slots=True)
class PinLook:
    """How a pin looks; each of these differs by form as well as by colour."""

    chosen: bool
    visited: bool
    approximate: bool
    hovered: bool = False
    focused: bool = False
    faded: bool = False


def radius(chosen: bool, approximate: bool, theme: Theme) -> int:
    """A pin's radius with its rings."""
    return theme.px(_CHOSEN if chosen else _PIN) + (theme.px(_DASHED) if approximate else 0)


def reach(theme: Theme) -> int:
    """How far from its middle any pin may paint."""
    return radius(True, True, theme) + theme.px(_REACH)


def paint_pin(painter: QPainter, at: MapPoint, look: PinLook, theme: Theme) -> None:
    """Draws a pin with its middle in a point."""
    colours = theme.colours
    centre = QPointF(*at)
    size = float(theme.px(_CHOSEN if look.chosen else _PIN))
    painter.setPen(Qt.PenStyle.NoPen)
    if look.hovered:
        halo = QColor(colours.accent)
        halo.setAlphaF(0.28)
        _disc(painter, centre, radius(look.chosen, look.approximate, theme) + theme.px(4), halo)
        size += theme.px(1)
    if look.approximate:
        _dashed(painter, centre, size + theme.px(_DASHED) - 0.5, colours.edge if look.faded else colours.accent, theme)
    _disc(painter, centre, size, QColor(colours.card))
    inner = size - theme.px(2)
    full = colours.accent if look.chosen else colours.edge if look.faded else colours.visited if look.visited else ""
    _disc(painter, centre, inner, QColor(full or colours.accent))
    if look.faded:
        _disc(painter, centre, inner - theme.px(15) / 10, QColor(colours.card))
    sign = (full or colours.accent) if look.faded else colours.on_accent
    if look.chosen:
        _disc(painter, centre, inner * 0.36, QColor(sign))
    elif look.visited:
        paint_check(painter, centre, inner * (0.8 if look.faded else 1), sign)
    if look.focused:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.focus), theme.px(2)))
        far = radius(look.chosen, look.approximate, theme) + theme.px(3)
        painter.drawEllipse(centre, far, far)


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
    """Draws a small soft dot."""
    painter.setPen(QPen(QColor(theme.colours.paper), theme.px(1)))
    painter.setBrush(QColor(colour))
    size = theme.px(_DOT * 10) / 10
    painter.drawEllipse(QPointF(*at), size, size)


def paint_leader(painter: QPainter, start: MapPoint, end: MapPoint, theme: Theme) -> None:
    """Draws the fine line from a pin to what belongs to it."""
    for colour, width in ((theme.colours.paper, 3), (theme.colours.soft, 1)):
        painter.setPen(QPen(QColor(colour), theme.px(width)))
        painter.drawLine(QPointF(*start), QPointF(*end))


def paint_ring(painter: QPainter, centre: MapPoint, radius: float, theme: Theme) -> None:
    """Draws the ring around a crowd."""
    wash = QColor(theme.colours.paper)
    wash.setAlphaF(0.55)
    painter.setBrush(wash)
    painter.setPen(QPen(QColor(theme.colours.soft), theme.px(1)))
    painter.drawEllipse(QPointF(*centre), radius, radius)


def frame_path(frame: MapBox, theme: Theme) -> QPainterPath:
    """The outline of an inset."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(*frame), theme.px(6), theme.px(6))
    return path


def _disc(painter: QPainter, centre: QPointF, size: float, fill: QColor) -> None:
    painter.setBrush(fill)
    painter.drawEllipse(centre, size, size)


def _dashed(painter: QPainter, centre: QPointF, size: float, colour: str, theme: Theme) -> None:
    pen = QPen(QColor(colour), theme.px(12) / 10)
    pen.setDashPattern([2.2, 2.2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, size, size)
    painter.setPen(Qt.PenStyle.NoPen)

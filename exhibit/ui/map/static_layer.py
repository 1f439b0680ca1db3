"""Draws what stands on the map base under the pins: insets, lines, cities and labels."""

from collections.abc import Collection, Mapping
from math import dist

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from exhibit.model.region import MapPoint
from exhibit.theme import Theme
from exhibit.ui.map.base import MapBase
from exhibit.ui.map.box import MapBox
from exhibit.ui.map.insets import MapInset
from exhibit.ui.map.label_painter import LabelPainter, LabelWords
from exhibit.ui.map.layout import MapLayout
from exhibit.ui.map.pixmap_cache import MarkPixmaps
from exhibit.ui.map.symbols import frame_path, paint_leader

LabelNames = Mapping[str, LabelWords]
"""The label of each pin and city."""


def paint_calls(painter: QPainter, layout: MapLayout, faded: Collection[str], kept: MarkPixmaps, theme: Theme) -> None:
    """The true places of pins that stand elsewhere, and the lines from there."""
    for one in layout.insets:
        centre, radius = one.ring.centre, one.ring.width / 2
        end = one.frame.nearest(centre)
        far = dist(centre, end)
        if far > radius:
            part = radius / far
            start = (centre[0] + (end[0] - centre[0]) * part, centre[1] + (end[1] - centre[1]) * part)
            paint_leader(painter, start, end, theme)
        kept.paint_ring(painter, centre, radius)
    for pin in layout.pins.values():
        if pin.at != pin.home:
            if pin.inset is None:
                paint_leader(painter, pin.at, pin.home, theme)
            kept.paint_dot(painter, pin.home, theme.colours.edge if pin.id in faded else theme.colours.accent)


def paint_cities(
    painter: QPainter, layout: MapLayout, names: LabelNames, lettering: LabelPainter, kept: MarkPixmaps, theme: Theme
) -> None:
    """Dots and names of cities."""
    for city in layout.cities:
        kept.paint_dot(painter, city.at, theme.colours.soft)
        if city.label:
            lettering.paint(painter, names[city.id], city.label.box)


def paint_inset(painter: QPainter, one: MapInset, base: MapBase, chosen: str | None, theme: Theme) -> None:
    """The frame of an inset with the enlarged base in it."""
    path = frame_path(one.frame, theme)
    painter.save()
    painter.fillPath(path, QColor(theme.colours.side))
    painter.setClipPath(path)
    base.paint(painter, one.scale, one.origin, theme)
    if chosen:
        base.paint_area(painter, one.scale, one.origin, theme, chosen)
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.colours.edge), theme.px(1)))
    painter.drawPath(path)


def paint_labels(
    painter: QPainter, layout: MapLayout, names: LabelNames, lettering: LabelPainter, theme: Theme
) -> None:
    """Labels of pins and the lines that lead to them."""
    for pin in layout.pins.values():
        if pin.label:
            if pin.label.leader:
                paint_leader(painter, pin.at, pin.label.box.nearest(pin.at), theme)
            words = names[pin.id]
            lettering.paint(painter, words, _snug(pin.at, pin.label.box, lettering.size(words)))


def _snug(at: MapPoint, box: MapBox, size: tuple[float, float]) -> MapBox:
    """A label's own box in the room kept for it, on the side of its pin."""
    width, height = size
    spare = box.width - width
    x = box.x + (spare if box.right < at[0] else 0.0 if box.x > at[0] else spare / 2)
    return MapBox(x, box.y + (box.height - height) / 2, width, height)

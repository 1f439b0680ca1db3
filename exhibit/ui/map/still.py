"""Draws what stands on the map base under the pins: insets, lines, cities and labels."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from exhibit.theme import Theme
from exhibit.ui.map.insets import Inset
from exhibit.ui.map.layout import Layout, Placed
from exhibit.ui.map.lettering import Kind, Lettering
from exhibit.ui.map.marks import frame_path, paint_call, paint_dot, paint_leader
from exhibit.ui.map.sheet import Sheet

Names = Mapping[str, tuple[str, Kind]]
"""The label of each pin and city."""


def paint_under(painter: QPainter, layout: Layout, names: Names, lettering: Lettering, theme: Theme) -> None:
    """What lies under insets: lines to them, true places of pins that stand elsewhere, cities."""
    for one in layout.insets:
        paint_call(painter, one.ring, one.frame, theme)
    for pin in layout.pins.values():
        if pin.at != pin.home:
            _paint_home(painter, pin, theme)
    for city in layout.cities:
        paint_dot(painter, city.at, theme, theme.colours.soft)
        if city.label:
            lettering.paint(painter, *names[city.id], city.label.box)


def paint_inset(painter: QPainter, one: Inset, sheet: Sheet, theme: Theme) -> None:
    """The frame of an inset with the enlarged base in it."""
    path = frame_path(one.frame, theme)
    painter.save()
    painter.fillPath(path, QColor(theme.colours.side))
    painter.setClipPath(path)
    sheet.paint_enlarged(painter, one.scale, one.origin)
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.colours.edge), theme.px(1)))
    painter.drawPath(path)


def paint_labels(painter: QPainter, layout: Layout, names: Names, lettering: Lettering, theme: Theme) -> None:
    """Labels of pins and the lines that lead to them."""
    for pin in layout.pins.values():
        if pin.label:
            if pin.label.leader:
                paint_leader(painter, pin.at, pin.label.box.nearest(pin.at), theme)
            lettering.paint(painter, *names[pin.id], pin.label.box)


def _paint_home(painter: QPainter, pin: Placed, theme: Theme) -> None:
    if pin.inset is None:
        paint_leader(painter, pin.at, pin.home, theme)
    paint_dot(painter, pin.home, theme, theme.colours.accent)

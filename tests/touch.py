"""What a touch screen asks of a view: controls of at least 20 mm, and texts of at least 22 arc minutes."""

import re
from typing import Final

from PySide6.QtCore import QBuffer, QPoint
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QAbstractButton, QWidget

from exhibit.model.state import State
from exhibit.options import Display
from exhibit.session import Session
from exhibit.theme import least_text

TOUCH_DISPLAY: Final = Display(mm_per_pixel=0.248, viewing_distance=600, touch=True)
"""A monitor of 21.5 inches that a visitor touches."""
_MIN_CONTROL: Final = 20
"""Millimetres."""
_FONT_SIZE: Final = re.compile(rb'<text[^>]* font-size="([\d.]+)"')


def touch_session(session: Session, scale: int) -> Session:
    """A session of the same package on a touch screen, at a text size in per cent."""
    return Session(session.package, State(scale=scale), display=TOUCH_DISPLAY, deferred=False)


def small_controls(view: QWidget) -> list[tuple[str, float, float]]:
    """Name, width and height in millimetres of each visible button that is smaller than a finger needs."""
    pixel = TOUCH_DISPLAY.mm_per_pixel
    buttons = [one for one in view.findChildren(QAbstractButton) if one.isVisible()]
    assert buttons, "a view without buttons proves nothing"
    sizes = [(one.accessibleName(), one.width() * pixel, one.height() * pixel) for one in buttons]
    return [size for size in sizes if min(size[1:]) < _MIN_CONTROL]


def small_fonts(view: QWidget) -> list[float]:
    """Sizes in pixels of fonts in a painted widget that are smaller than a visitor can read."""
    sizes = {float(size) for size in _FONT_SIZE.findall(_svg(view))}
    assert sizes, "a view without texts proves nothing"
    return sorted(size for size in sizes if size < least_text(TOUCH_DISPLAY))


def _svg(view: QWidget) -> bytes:
    """A widget as SVG, in which each text keeps its font size."""
    buffer, generator = QBuffer(), QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(view.size())
    painter = QPainter(generator)
    view.render(painter, QPoint(0, 0))
    painter.end()
    return bytes(buffer.data().data())

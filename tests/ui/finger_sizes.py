"""A touch screen, and what of a widget is too small for it."""

import re
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from exhibit.options import Display, Options
from exhibit.theme import least_text

TOUCH_DISPLAY: Final = Display(mm_per_pixel=0.248, viewing_distance=600, touch=True)
TOUCH_OPTIONS: Final = Options(display=TOUCH_DISPLAY)
TARGET: Final = TOUCH_DISPLAY.pixels(20)
"""Pixels of a side of a control, at least."""
DESKTOP_TARGET: Final = Display().pixels(20)
"""Pixels of 20 mm on a desktop screen."""


def too_small(controls: list[QWidget]) -> list[tuple[str, int, int]]:
    """Names and sizes of the controls that measure less than 20 mm in a direction."""
    sizes = [(one.objectName(), one.width(), one.height()) for one in controls]
    return [size for size in sizes if min(size[1:]) < TARGET]


def painted_font_sizes(widget: QWidget) -> set[float]:
    """The sizes in pixels of all fonts that a widget and its children paint with."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator()
    drawing.setResolution(96)
    drawing.setOutputDevice(buffer)
    widget.render(drawing)
    texts = re.findall(r'<text [^>]*font-size="([\d.]+)"', bytes(buffer.data().data()).decode())
    return {float(size) for size in texts}


def too_small_fonts(widget: QWidget) -> set[float]:
    """The sizes among them that cover less than 22 arc minutes."""
    sizes = painted_font_sizes(widget)
    assert sizes, "nothing was painted"
    return {size for size in sizes if size < least_text(TOUCH_DISPLAY)}

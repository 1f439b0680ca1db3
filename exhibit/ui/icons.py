"""One-colour icons of resources/icons, in any colour and size."""

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from exhibit.resources import resource

_DRAWN_IN = b"#000"


def icon(name: str, colour: str, size: int, ratio: float) -> QIcon:
    """The icon `name` in `colour`, `size` pixels square on a screen of that device pixel ratio.

    Raises MissingResourceError.
    """
    return QIcon(pixmap(name, colour, size, ratio))


def pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """The same as a pixmap."""
    drawing = resource(f"icons/{name}.svg").read_bytes().replace(_DRAWN_IN, colour.encode())
    renderer = QSvgRenderer(QByteArray(drawing))
    pixels = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    pixels.fill("transparent")
    painter = QPainter(pixels)
    renderer.render(painter)
    painter.end()
    pixels.setDevicePixelRatio(ratio)
    return pixels

"""The pictures of a map's relief: each is decoded when it is asked for, and kept."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QBrush, QImage, QPixmap, QTransform

from exhibit.model.region import MapRelief
from exhibit.model.state import Appearance
from exhibit.theme import Theme

_FLAT: Final[tuple[Appearance, ...]] = ("contrast",)
"""Appearances in which the land is flat."""


class ReliefPictures:
    """What the land is filled with in each appearance."""

    def __init__(self, relief: MapRelief, read: Callable[[str], bytes]) -> None:
        self._relief, self._read = relief, read
        self._brushes: dict[str, QBrush] = {}

    def prepare(self, theme: Theme) -> bool:
        """Decodes what a theme needs; whether there was anything to decode."""
        name = self._name(theme)
        if name is None or name in self._brushes:
            return False
        self._brushes[name] = self._brush(QImage.fromData(QByteArray(self._read(name))))
        return True

    def brush(self, theme: Theme) -> QBrush | None:
        """Fills shapes in map units; None if there is nothing for a theme, or it is not decoded yet."""
        return self._brushes.get(self._name(theme) or "")

    def _name(self, theme: Theme) -> str | None:
        if theme.appearance in _FLAT:
            return None
        return self._relief.dark if theme.appearance == "dark" else self._relief.light

    def _brush(self, image: QImage) -> QBrush:
        brush, relief = QBrush(QPixmap.fromImage(image)), self._relief
        x_scale, y_scale = relief.width / max(1, image.width()), relief.height / max(1, image.height())
        brush.setTransform(QTransform(x_scale, 0.0, 0.0, y_scale, relief.x, relief.y))
        return brush

"""Saves a drawing as a slide: SVG, PNG or PDF, whole or not at all."""

from collections.abc import Callable, Mapping
from math import ceil
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRect, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPdfWriter

from exhibit.drawing.items import DrawingItem, PlateItem
from exhibit.drawing.scene import DrawingScene, draw
from exhibit.drawing.sheet import DrawingSheet, TypeStyle, in_lines
from exhibit.model.system import System
from exhibit.model.text import Script
from exhibit.theme import Theme
from exhibit.ui.systems.paint import QtLetterWidths, paint_scene

_WIDTH: Final = 1920
_HEIGHT: Final = 1080
"""Of a slide; a drawing that needs more room makes it higher."""
_MARGIN: Final = 72
_GAP: Final = 30
_TITLE: Final = TypeStyle("serif", 54, True, "ink")
_SOURCE: Final = TypeStyle("sans", 22, False, "soft")
_BAR: Final = 8
_FINER: Final = 2
"""Pixels of a PNG for each pixel of a slide."""
_POINTS: Final = 0.5
"""Points of a PDF for each pixel of a slide: a page 13.3 inches wide, as slides are."""


class DrawingSlide(NamedTuple):
    """A drawing, what stands around it, and how it is painted."""

    around: DrawingScene
    scene: DrawingScene
    at: tuple[float, float]
    """Where the drawing stands."""
    title: str
    theme: Theme
    script: Script

    @property
    def size(self) -> QSize:
        """In pixels."""
        return QSize(ceil(self.around.width), ceil(self.around.height))

    def paint(self, painter: QPainter, *, outlines: bool = False) -> None:
        """All of it."""
        painter.fillRect(QRect(0, 0, self.size.width(), self.size.height()), QColor(self.theme.colours.paper))
        paint_scene(painter, self.around, self.theme, self.script, None, outlines=outlines)
        painter.translate(*self.at)
        paint_scene(painter, self.scene, self.theme, self.script, None, outlines=outlines)


def save_drawing(
    system: System, script: Script, theme: Theme, path: Path, *, source: str, values: Mapping[str, str]
) -> None:
    """Writes a drawing as a slide with its title above and `source` below; the suffix says as what.

    `values` are those of `draw`. Raises ValueError for another suffix than .svg, .png or .pdf; OSError, and then the
    file is as it was.
    """
    make = _MAKERS.get(path.suffix.lower())
    if make is None:
        raise ValueError(f"{path}: a drawing is saved as .svg, .png or .pdf")
    _keep(path, make(slide_of(system, script, theme, source=source, values=values)))


def slide_of(system: System, script: Script, theme: Theme, *, source: str, values: Mapping[str, str]) -> DrawingSlide:
    """A drawing as a slide."""
    letters, width, title = QtLetterWidths(script), _WIDTH - 2 * _MARGIN, system.title.in_(script)
    titles, sources = in_lines(title, _TITLE, width, letters), in_lines(source, _SOURCE, width, letters)
    top = _MARGIN * 0.75 + len(titles) * _TITLE.height + _GAP
    bottom = _GAP + len(sources) * _SOURCE.height + _MARGIN * 0.6
    scene = draw(system, script, width, _HEIGHT - top - bottom, letters, 1.0, values)
    height = top + scene.height + bottom
    bar = PlateItem((_MARGIN, _MARGIN * 0.75 + 9, _BAR, len(titles) * _TITLE.height - 18), 0, "accent")
    above = _lines(titles, _TITLE, _MARGIN + 3 * _BAR, _MARGIN * 0.75)
    below = _lines(sources, _SOURCE, _MARGIN, top + scene.height + _GAP)
    around = DrawingScene(_WIDTH, height, (), (bar, *above, *below))
    return DrawingSlide(around, scene, (_MARGIN, top), title, Theme(theme.appearance, theme.colours, 1.0), script)


def _lines(lines: tuple[str, ...], type: TypeStyle, left: float, top: float) -> tuple[DrawingItem, ...]:
    sheet = DrawingSheet(_WIDTH, _HEIGHT)
    sheet.write(lines, type, (left, top, _WIDTH - _MARGIN - left, len(lines) * type.height), align="left")
    return tuple(sheet.items)


def _svg(slide: DrawingSlide) -> bytes:
    from PySide6.QtSvg import QSvgGenerator

    device = _device()
    generator = QSvgGenerator()
    generator.setOutputDevice(device)
    generator.setSize(slide.size)
    generator.setViewBox(QRect(0, 0, slide.size.width(), slide.size.height()))
    generator.setTitle(slide.title)
    generator.setDescription("")
    painter = QPainter(generator)
    slide.paint(painter, outlines=True)  # a text would need our fonts wherever the file is read
    painter.end()
    return bytes(device.data().data())


def _png(slide: DrawingSlide) -> bytes:
    image = QImage(slide.size * _FINER, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(_FINER, _FINER)
    slide.paint(painter)
    painter.end()
    device = _device()
    if not image.save(device, "PNG"):  # type: ignore[call-overload]  # the stubs know bytes here, Qt takes str
        raise OSError("the picture cannot be made")
    return bytes(device.data().data())


def _pdf(slide: DrawingSlide) -> bytes:
    device = _device()
    writer = QPdfWriter(device)
    writer.setTitle(slide.title)
    writer.setResolution(round(72 / _POINTS))
    page = QSizeF(slide.size) * _POINTS
    writer.setPageSize(QPageSize(page, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    slide.paint(painter)  # the file carries the fonts
    painter.end()
    return bytes(device.data().data())


_MAKERS: Final[Mapping[str, Callable[[DrawingSlide], bytes]]] = {".svg": _svg, ".png": _png, ".pdf": _pdf}


def _device() -> QBuffer:
    device = QBuffer()
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    return device


def _keep(path: Path, data: bytes) -> None:
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        raise OSError(f"{path}: cannot be written: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)

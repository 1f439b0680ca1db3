"""Saves a drawing as a slide: SVG, PNG or PDF, whole or not at all."""

from collections.abc import Callable, Mapping
from math import ceil
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRect, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from exhibit.drawing.items import DrawingItem, PlateItem
from exhibit.drawing.scene import DrawingScene, draw
from exhibit.drawing.sheet import DrawingSheet, TypeStyle, in_lines
from exhibit.model.system import System
from exhibit.model.text import Script
from exhibit.theme import Theme
from exhibit.ui.systems.paint import QtLetterWidths, ScenePaint, paint_scene

_WIDTH: Final = 1920
"""Pixels of a slide's width."""
_MIN_HEIGHT: Final = 1080
"""Pixels of a slide's height; a drawing that needs more room makes it higher."""
_MARGIN: Final = 72
"""Pixels left and right of everything."""
_TOP: Final = 54
"""Pixels above the title."""
_BOTTOM: Final = 43.2
"""Pixels below the source."""
_GAP: Final = 30
"""Pixels between the drawing and the texts."""
_TITLE: Final = TypeStyle("serif", 54, bold=True, colour="ink")
_SOURCE: Final = TypeStyle("sans", 22, bold=False, colour="soft")
_BAR: Final = 8
"""Pixels of the width of the bar before the title."""
_BAR_INSET: Final = 9
"""Pixels that the bar is shorter than the title at each end."""
_PNG_SCALE: Final = 2
"""Pixels of a PNG for each pixel of a slide."""
_PDF_SCALE: Final = 0.5
"""Points of a PDF for each pixel of a slide: a page is 13.3 inches wide, as slides are."""


class DrawingSlide(NamedTuple):
    """A drawing on a slide with its title and its source."""

    frame: DrawingScene
    """Title and source, as large as the slide."""
    drawing: DrawingScene
    position: tuple[float, float]
    """The upper left corner of the drawing, in pixels of the slide."""
    title: str
    theme: Theme
    script: Script

    @property
    def size(self) -> QSize:
        """The size in pixels."""
        return QSize(ceil(self.frame.width), ceil(self.frame.height))

    def paint(self, painter: QPainter, *, outlines: bool = False) -> None:
        """Paints the slide, with `outlines` instead of letters."""
        paint = ScenePaint(self.theme, self.script, outlines=outlines)
        painter.fillRect(QRect(0, 0, self.size.width(), self.size.height()), QColor(self.theme.colours.paper))
        paint_scene(painter, self.frame, paint)
        painter.translate(*self.position)
        paint_scene(painter, self.drawing, paint)


def save_drawing(
    system: System, script: Script, theme: Theme, path: Path, *, source: str, values: Mapping[str, str]
) -> None:
    """Writes a drawing as a slide, with its title above and `source` below, in the format of the path's suffix.

    `values` are those of `draw`. Raises ValueError for a suffix other than .svg, .png and .pdf. Raises OSError if the
    file cannot be written; a file that was there is then unchanged.
    """
    encode = _ENCODERS.get(path.suffix.lower())
    if encode is None:
        raise ValueError(f"{path}: a drawing is saved as .svg, .png or .pdf")
    _replace(path, encode(slide_of(system, script, theme, source=source, values=values)))


def slide_of(system: System, script: Script, theme: Theme, *, source: str, values: Mapping[str, str]) -> DrawingSlide:
    """A drawing as a slide, whatever the text size and the screen of the window."""
    letters, width, title = QtLetterWidths(script), _WIDTH - 2 * _MARGIN, system.title.in_(script)
    titles, sources = in_lines(title, _TITLE, width, letters), in_lines(source, _SOURCE, width, letters)
    title_height = len(titles) * _TITLE.height
    top = _TOP + title_height + _GAP
    bottom = _GAP + len(sources) * _SOURCE.height + _BOTTOM
    plain_theme = Theme(theme.appearance, theme.colours, scale=1.0)
    box = width, _MIN_HEIGHT - top - bottom
    drawing = draw(system, script, box, letters=letters, theme=plain_theme, values=values)
    bar = PlateItem((_MARGIN, _TOP + _BAR_INSET, _BAR, title_height - 2 * _BAR_INSET), 0, "accent")
    above = _lines(titles, _TITLE, _MARGIN + 3 * _BAR, _TOP)
    below = _lines(sources, _SOURCE, _MARGIN, top + drawing.height + _GAP)
    frame = DrawingScene(_WIDTH, top + drawing.height + bottom, (), (bar, *above, *below))
    return DrawingSlide(
        frame=frame, drawing=drawing, position=(_MARGIN, top), title=title, theme=plain_theme, script=script
    )


def _lines(lines: tuple[str, ...], style: TypeStyle, left: float, top: float) -> tuple[DrawingItem, ...]:
    sheet = DrawingSheet(_WIDTH, _MIN_HEIGHT)
    sheet.write(lines, style, (left, top, _WIDTH - _MARGIN - left, len(lines) * style.height), align="left")
    return tuple(sheet.items)


def _svg(slide: DrawingSlide) -> bytes:
    device = _device()
    generator = QSvgGenerator()
    generator.setOutputDevice(device)
    generator.setSize(slide.size)
    generator.setViewBox(QRect(0, 0, slide.size.width(), slide.size.height()))
    generator.setTitle(slide.title)
    generator.setDescription("")
    painter = QPainter(generator)
    slide.paint(painter, outlines=True)  # letters would need the exhibit's fonts where the file is opened
    painter.end()
    return bytes(device.data().data())


def _png(slide: DrawingSlide) -> bytes:
    image = QImage(slide.size * _PNG_SCALE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(_PNG_SCALE, _PNG_SCALE)
    slide.paint(painter)
    painter.end()
    device = _device()
    if not image.save(device, "PNG"):  # type: ignore[call-overload]  # the stubs know bytes here, Qt takes str
        raise OSError("the picture cannot be encoded")
    return bytes(device.data().data())


def _pdf(slide: DrawingSlide) -> bytes:
    device = _device()
    writer = QPdfWriter(device)
    writer.setTitle(slide.title)
    writer.setResolution(round(72 / _PDF_SCALE))
    page = QSizeF(slide.size) * _PDF_SCALE
    writer.setPageSize(QPageSize(page, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    slide.paint(painter)  # the file carries the fonts
    painter.end()
    return bytes(device.data().data())


_ENCODERS: Final[Mapping[str, Callable[[DrawingSlide], bytes]]] = {".svg": _svg, ".png": _png, ".pdf": _pdf}


def _device() -> QBuffer:
    device = QBuffer()
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    return device


def _replace(path: Path, data: bytes) -> None:
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        raise OSError(f"{path}: cannot be written: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)

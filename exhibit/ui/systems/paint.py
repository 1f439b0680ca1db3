"""Paints a scene in the colours of a theme, and measures its letters in the exhibit's fonts."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPainterPathStroker, QPen

from exhibit.drawing.items import DrawingPath, PlateItem, ShapeItem, StrokeItem, TextItem
from exhibit.drawing.scene import DrawingScene
from exhibit.model.text import Script
from exhibit.theme import Theme, TypeFace
from exhibit.ui.fonts import font_of
from exhibit.ui.widgets.text_look import TextLook

MARK_SIZE: Final = 16
"""Design pixels that a topic mark takes, with its border."""
_MARK_RADIUS: Final = 0.35
"""The radius of a topic mark, in its size."""
_MARK_BORDER: Final = 2
"""Design pixels."""
_SOLID_FILLS: Final = ("ink", "gold")
"""Fills that become the accent on a chosen part; others become the tint."""
_CHARACTER_MIDDLE: Final = 0.38
"""How far the middle of a Chinese character is above its baseline, in the size of its font."""
_RING_DISTANCE: Final = 3.5
"""Design pixels between a part and its focus ring."""
_CHOSEN_COLOURS: Final = {"paper": "on_accent", "ink": "accent", "soft": "accent", "gold": "accent"}
"""What the colours of texts become on a chosen part."""
_MEASURED_SIZE: Final = 200
"""Pixels of the font in which letters are measured; widths in other sizes follow from it."""


class QtLetterWidths:
    """The widths of letters in the fonts of one script; each letter is measured once."""

    def __init__(self, script: Script) -> None:
        self._script: Script = script
        self._metrics: dict[tuple[TypeFace, bool], QFontMetricsF] = {}
        self._widths: dict[tuple[str, TypeFace, bool], float] = {}

    def width(self, text: str, face: TypeFace, size: float, *, bold: bool = False) -> float:
        """The width of a text in one line, in pixels; `size` is the font's size in pixels."""
        return sum([self._width(letter, face, bold) for letter in text]) * size / _MEASURED_SIZE

    def _width(self, letter: str, face: TypeFace, bold: bool) -> float:
        key = letter, face, bold
        if key not in self._widths:
            if (face, bold) not in self._metrics:
                self._metrics[face, bold] = QFontMetricsF(font_of(face, self._script, _MEASURED_SIZE, bold=bold))
            self._widths[key] = self._metrics[face, bold].horizontalAdvance(letter)
        return self._widths[key]


class ScenePaint(NamedTuple):
    """How a scene is painted: in which theme and fonts, and which part is chosen, focused or under the pointer."""

    theme: Theme
    script: Script
    chosen: str | None = None
    focused: str | None = None
    hovered: str | None = None
    outlines: bool = False
    """Whether letters are painted as shapes, for files that are opened without the exhibit's fonts."""


def paint_scene(painter: QPainter, scene: DrawingScene, paint: ScenePaint) -> None:
    """Paints all items of a scene, and a ring around the focused part."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    brush = _ScenePainter(painter, paint)
    for item in scene.items:
        match item:
            case PlateItem() | ShapeItem():
                brush.fill(item)
            case StrokeItem():
                brush.stroke(item)
            case TextItem():
                brush.write(item)
    if paint.focused:
        shapes = [item for item in scene.items if isinstance(item, PlateItem | ShapeItem)]
        brush.ring([shape for shape in shapes if shape.parts == (paint.focused,)])
    painter.restore()


def paint_topic_mark(painter: QPainter, centre: QPointF, look: TextLook) -> None:
    """Paints the dot that marks a part of the topic in view."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(look.theme.colours.card), look.px(_MARK_BORDER)))
    painter.setBrush(QColor(look.theme.colours.gold))
    radius = look.px(MARK_SIZE) * _MARK_RADIUS
    painter.drawEllipse(centre, radius, radius)


class _ScenePainter(NamedTuple):
    painter: QPainter
    paint: ScenePaint

    def fill(self, shape: PlateItem | ShapeItem) -> None:
        """Paints a plate or another shape."""
        fill, border, width, scale = shape.fill, shape.border, shape.border_width, self.paint.theme.scale
        if self.paint.chosen in shape.parts:
            fill = "" if not fill else "accent" if fill in _SOLID_FILLS else "tint"
            border, width = "accent", max(width * 1.6, 2 * scale)
        elif self.paint.hovered in shape.parts:
            border, width = "accent", max(width, 1.5 * scale)
        self.painter.setBrush(self.colour(fill) if fill else Qt.BrushStyle.NoBrush)
        self.painter.setPen(QPen(self.colour(border), width) if border and width else Qt.PenStyle.NoPen)
        self.painter.drawPath(outline(shape))

    def stroke(self, line: StrokeItem) -> None:
        """Paints a line or an arrow."""
        chosen = self.paint.chosen in line.parts
        colour = self.colour("accent" if chosen else line.colour)
        pen = QPen(colour, line.width * (1.4 if chosen else 1))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawPath(path_of(line.path))
        if line.head_length:
            self.painter.setPen(Qt.PenStyle.NoPen)
            self.painter.setBrush(colour)
            self.painter.drawPath(_arrow_head(line))

    def write(self, line: TextItem) -> None:
        """Paints a line of text."""
        font = font_of(line.face, self.paint.script, line.size, bold=line.bold)
        chosen = self.paint.chosen in line.parts
        colour = self.colour(_CHOSEN_COLOURS.get(line.colour, line.colour) if chosen else line.colour)
        x, y, width, height = line.box
        spare = width - QFontMetricsF(font).horizontalAdvance(line.text)
        left = x + spare * {"left": 0.0, "middle": 0.5, "right": 1.0}[line.align]
        baseline = QPointF(left, y + height / 2 + line.size * _CHARACTER_MIDDLE)
        self.letters(baseline, line.text, font, colour)

    def letters(self, baseline: QPointF, text: str, font: QFont, colour: QColor) -> None:
        """Paints letters, or their outlines."""
        if self.paint.outlines:
            path = QPainterPath()
            path.addText(baseline, font, text)
            self.painter.fillPath(path, colour)
        else:
            self.painter.setFont(font)
            self.painter.setPen(colour)
            self.painter.drawText(baseline, text)

    def ring(self, shapes: Sequence[PlateItem | ShapeItem]) -> None:
        """Paints the focus ring around the shapes of a part; the wider their borders, the wider the ring."""
        width = max([self.paint.theme.scale, *(0.8 * shape.border_width for shape in shapes)])
        self.painter.setPen(QPen(self.colour("focus"), 2 * width))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        stroker = QPainterPathStroker()
        stroker.setWidth(2 * _RING_DISTANCE * width)
        stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        rim = QPainterPath()
        for shape in shapes:
            path = outline(shape)
            rim = rim.united(stroker.createStroke(path).united(path))
        self.painter.drawPath(rim.simplified())

    def colour(self, name: str) -> QColor:
        """A colour of an item in the theme."""
        return colour_of(name, self.paint.theme)


def colour_of(name: str, theme: Theme) -> QColor:
    """The colour of a theme token, or of `token:14`: 14 per cent of the token's colour on a card."""
    token, _, strength = name.partition(":")
    colour = QColor(str(getattr(theme.colours, token)))
    return _mixed(colour, QColor(theme.colours.card), int(strength) / 100) if strength else colour


def _mixed(colour: QColor, ground: QColor, share: float) -> QColor:
    return QColor(
        *(
            round(top * share + below * (1 - share))
            for top, below in (
                (colour.red(), ground.red()), (colour.green(), ground.green()), (colour.blue(), ground.blue()),
            )
        )
    )  # fmt: skip


def outline(shape: PlateItem | ShapeItem) -> QPainterPath:
    """The outline of a plate or another shape."""
    if isinstance(shape, ShapeItem):
        path = path_of(shape.path)
        path.closeSubpath()
        return path
    path = QPainterPath()
    path.addRoundedRect(QRectF(*shape.box), shape.radius, shape.radius)
    return path


def path_of(steps: DrawingPath) -> QPainterPath:
    """A path of an item as a path of Qt."""
    path = QPainterPath(QPointF(*steps[0][0]))
    for step in steps[1:]:
        if len(step) == 1:
            path.lineTo(QPointF(*step[0]))
        else:
            path.cubicTo(*(QPointF(*point) for point in step))
    return path


def _arrow_head(line: StrokeItem) -> QPainterPath:
    (before, tip) = [point for step in line.path for point in step][-2:]
    direction = QPointF(tip[0] - before[0], tip[1] - before[1])
    length = (direction.x() ** 2 + direction.y() ** 2) ** 0.5 or 1.0
    along = direction * (line.head_length / length)
    across = QPointF(-along.y(), along.x()) * 0.55
    end = QPointF(*tip)
    path = QPainterPath(end)
    path.lineTo(end - along + across)
    path.lineTo(end - along - across)
    path.closeSubpath()
    return path

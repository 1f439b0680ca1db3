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

MARK: Final = 16
"""Design pixels a dot and its border take."""
_SOLID: Final = ("ink", "gold")
"""What is filled with one of these turns to the accent when it is chosen, not to the tint."""
_CENTRE: Final = 0.38
"""How far above its baseline a Chinese character has its middle, in its size."""
_RING: Final = 3.5
"""How far the focus ring is from what it surrounds, in design pixels."""
_WORN: Final = {"paper": "on_accent", "ink": "accent", "soft": "accent", "gold": "accent"}
"""Colours of text and lines on a chosen part."""
_MEASURED: Final = 200
"""Pixels in which letters are measured; widths in other sizes follow from it."""


class QtLetterWidths:
    """The letters of one script; each is measured once."""

    def __init__(self, script: Script) -> None:
        self._script: Script = script
        self._metrics: dict[tuple[TypeFace, bool], QFontMetricsF] = {}
        self._widths: dict[tuple[str, TypeFace, bool], float] = {}

    def width(self, text: str, face: TypeFace, size: float, *, bold: bool = False) -> float:
        """The width of a text in one line; `size` in pixels."""
        return sum([self._width(letter, face, bold) for letter in text]) * size / _MEASURED

    def _width(self, letter: str, face: TypeFace, bold: bool) -> float:
        key = letter, face, bold
        if key not in self._widths:
            if (face, bold) not in self._metrics:
                self._metrics[face, bold] = QFontMetricsF(font_of(face, self._script, _MEASURED, bold=bold))
            self._widths[key] = self._metrics[face, bold].horizontalAdvance(letter)
        return self._widths[key]


def paint_mark(painter: QPainter, middle: QPointF, look: TextLook) -> None:
    """A dot of gold, set off from what is below."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(look.theme.colours.card), look.px(2)))
    painter.setBrush(QColor(look.theme.colours.gold))
    half = look.px(MARK) * 0.35
    painter.drawEllipse(middle, half, half)


def paint_scene(
    painter: QPainter,
    scene: DrawingScene,
    theme: Theme,
    script: Script,
    chosen: str | None,
    focused: str | None = None,
    hovered: str | None = None,
    *,
    outlines: bool = False,
) -> None:
    """Paints all of it; `outlines` makes forms of the letters, for a file that is read where the fonts are missing."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    brush = _ScenePainter(painter, theme, script, chosen, hovered, outlines)
    for item in scene.items:
        match item:
            case PlateItem() | ShapeItem():
                brush.fill(item)
            case StrokeItem():
                brush.stroke(item)
            case TextItem():
                brush.write(item)
    if focused:
        brush.ring(
            [item for item in scene.items if isinstance(item, PlateItem | ShapeItem) and item.parts == (focused,)]
        )
    painter.restore()


class _ScenePainter(NamedTuple):
    painter: QPainter
    theme: Theme
    script: Script
    chosen: str | None
    hovered: str | None
    outlines: bool

    def fill(self, form: PlateItem | ShapeItem) -> None:
        """A plate or another form, dressed."""
        fill, border, wide = form.fill, form.border, form.wide
        if self.chosen in form.parts:
            fill = "" if not fill else "accent" if fill in _SOLID else "tint"
            border, wide = "accent", max(wide * 1.6, 2 * self.theme.scale)
        elif self.hovered in form.parts:
            border, wide = "accent", max(wide, 1.5 * self.theme.scale)
        self.painter.setBrush(self.colour(fill) if fill else Qt.BrushStyle.NoBrush)
        self.painter.setPen(QPen(self.colour(border), wide) if border and wide else Qt.PenStyle.NoPen)
        self.painter.drawPath(outline(form))

    def stroke(self, line: StrokeItem) -> None:
        """A line or an arrow."""
        worn = self.chosen in line.parts
        colour = self.colour("accent" if worn else line.colour)
        pen = QPen(colour, line.wide * (1.4 if worn else 1))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawPath(path_of(line.path))
        if line.head:
            self.painter.setPen(Qt.PenStyle.NoPen)
            self.painter.setBrush(colour)
            self.painter.drawPath(_head(line))

    def write(self, line: TextItem) -> None:
        """A line of text."""
        font = font_of(line.face, self.script, line.size, bold=line.bold)
        colour = _WORN.get(line.colour, line.colour) if self.chosen in line.parts else line.colour
        x, y, width, height = line.box
        spare = width - QFontMetricsF(font).horizontalAdvance(line.text)
        left = x + spare * {"left": 0.0, "middle": 0.5, "right": 1.0}[line.align]
        self.letters(QPointF(left, y + height / 2 + line.size * _CENTRE), line.text, font, self.colour(colour))

    def letters(self, at: QPointF, text: str, font: QFont, colour: QColor) -> None:
        """Letters, or their outlines."""
        if self.outlines:
            path = QPainterPath()
            path.addText(at, font, text)
            self.painter.fillPath(path, colour)
        else:
            self.painter.setFont(font)
            self.painter.setPen(colour)
            self.painter.drawText(at, text)

    def ring(self, forms: Sequence[PlateItem | ShapeItem]) -> None:
        """Where the keyboard is: a line around the forms of a part, wider in a large drawing."""
        wide = max([self.theme.scale, *(0.8 * form.wide for form in forms)])
        self.painter.setPen(QPen(self.colour("focus"), 2 * wide))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        around = QPainterPathStroker()
        around.setWidth(2 * _RING * wide)
        around.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        rim = QPainterPath()
        for form in forms:
            path = outline(form)
            rim = rim.united(around.createStroke(path).united(path))
        self.painter.drawPath(rim.simplified())

    def colour(self, name: str) -> QColor:
        """In the topic."""
        return colour_of(name, self.theme)


def colour_of(name: str, theme: Theme) -> QColor:
    """A token, or so much of it on a card."""
    token, _, strength = name.partition(":")
    colour = QColor(str(getattr(theme.colours, token)))
    return _mixed(colour, QColor(theme.colours.card), int(strength) / 100) if strength else colour


def _mixed(colour: QColor, ground: QColor, part: float) -> QColor:
    return QColor(
        *(
            round(top * part + below * (1 - part))
            for top, below in (
                (colour.red(), ground.red()), (colour.green(), ground.green()), (colour.blue(), ground.blue()),
            )
        )
    )  # fmt: skip


def outline(form: PlateItem | ShapeItem) -> QPainterPath:
    """The rim of a form."""
    if isinstance(form, ShapeItem):
        path = path_of(form.path)
        path.closeSubpath()
        return path
    path = QPainterPath()
    path.addRoundedRect(QRectF(*form.box), form.radius, form.radius)
    return path


def path_of(steps: DrawingPath) -> QPainterPath:
    """Steps as Qt draws them."""
    path = QPainterPath(QPointF(*steps[0][0]))
    for step in steps[1:]:
        if len(step) == 1:
            path.lineTo(QPointF(*step[0]))
        else:
            path.cubicTo(*(QPointF(*point) for point in step))
    return path


def _head(line: StrokeItem) -> QPainterPath:
    (before, tip) = [point for step in line.path for point in step][-2:]
    way = QPointF(tip[0] - before[0], tip[1] - before[1])
    length = (way.x() ** 2 + way.y() ** 2) ** 0.5 or 1.0
    along = way * (line.head / length)
    across = QPointF(-along.y(), along.x()) * 0.55
    end = QPointF(*tip)
    path = QPainterPath(end)
    path.lineTo(end - along + across)
    path.lineTo(end - along - across)
    path.closeSubpath()
    return path

"""The face of a tile: its texts and its picture laid out in a width."""

from dataclasses import dataclass, field, replace
from typing import Final

from PySide6.QtGui import QFont, QFontMetricsF

from exhibit.ui.metrics.look import Look, Run, Words, words
from exhibit.ui.metrics.pictures import Bar, PictureShown, Role, drawing
from exhibit.ui.metrics.placing import Box
from exhibit.ui.metrics.quotes import Quote
from exhibit.ui.metrics.tiles import OpenShown, TileShown
from exhibit.ui.metrics.values import ValueText

RING: Final = 4
"""Design pixels around a tile's card that the focus ring takes."""
SIGN: Final = 16
"""Design pixels of the sign before the way into the text."""
_TARGET: Final = 32
_PADDING: Final = 12
_NUMBER: Final = 30
_TAIL: Final = 15
_LABEL: Final = 14
_SMALL: Final = 13


@dataclass(slots=True)
class Face:
    """Everything a tile paints, in its own coordinates."""

    height: int = 0
    words: list[Words] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)
    limit: Bar | None = None
    """The line that marks the whole where a value passes it."""
    quote: Box | None = None
    link: Box | None = None
    """Where the way into the text stands; a button of its own paints `link_words` there."""
    link_words: Words | None = None


def face(tile: TileShown, look: Look, width: int, *, whole: bool) -> Face:
    """Lays out a tile; `whole` adds the sentence and the note of the chosen one, else only the way into the text."""
    stack = _Stack(look, width)
    stack.text(tile.label, _LABEL)
    stack.value(tile.value, chosen=tile.open is not None)
    if tile.foot:
        stack.text(tile.foot, _SMALL)
    if tile.picture:
        stack.picture(tile.picture, large=whole and tile.open is not None)
    if tile.open and whole:
        if tile.open.quote:
            stack.quote(tile.open.quote, tile.open)
        if tile.open.note:
            stack.note(tile.open.note_label, tile.open.note)
    elif tile.open and tile.open.anchor:
        stack.link(tile.open.link, "")
    return stack.done()


class _Stack:
    """Puts one thing below the other."""

    def __init__(self, look: Look, width: int) -> None:
        self._look = look
        self._face = Face()
        self._x = look.px(RING) + min(look.px(_PADDING), width // 16)
        self._width = width - 2 * self._x
        self._y: float = look.px(RING + _PADDING - 2)

    def text(self, text: str, size: float) -> None:
        runs = [Run(text, self._look.font("sans", size))]
        self._add(words(runs, self._x, self._y, self._width, self._look.theme.colours.soft))

    def value(self, value: ValueText, *, chosen: bool) -> None:
        """The number large, its words small around it; smaller where it has no room."""
        look, colours = self._look, self._look.theme.colours
        small = look.font("serif", _TAIL, bold=True)
        number = _fitting(look.font("serif", _NUMBER, bold=True), value.number, self._width, small.pixelSize())
        runs = [Run(text, font) for text, font in ((value.lead, small), (value.number, number), (value.rest, small))]
        colour = colours.accent if chosen else colours.ink
        self._y -= look.px(4)
        self._add(words([run for run in runs if run.text], self._x, self._y, self._width, colour))
        self._y -= look.px(3)

    def picture(self, picture: PictureShown, *, large: bool) -> None:
        self._y += self._look.px(8)
        drawn = drawing(picture, self._width, self._look.px(14 if large else 8))
        self._face.bars = [Bar(bar.x + self._x, bar.y + self._y, bar.width, bar.height, bar.role) for bar in drawn.bars]
        if drawn.limit is not None:
            over = self._look.px(3)
            self._face.limit = Bar(self._x + drawn.limit, self._y - over, 0, drawn.height + 2 * over, "base")
        self._y += drawn.height + self._look.px(5)
        if large:
            self._caption(picture.value_caption, "value")
        self._caption(picture.base_caption, "base")

    def quote(self, quote: Quote, way: OpenShown) -> None:
        """The sentence on its own ground, the way into the text below it."""
        look, top = self._look, self._y + self._look.px(8)
        inside = look.px(12)
        plain, bold = look.font("serif", 15), look.font("serif", 15, bold=True)
        runs = [Run(quote.before, plain), Run(quote.number, bold), Run(quote.after, plain)]
        x, width = self._x, self._width
        self._x, self._width, self._y = x + inside, width - inside - look.px(8), top + look.px(6)
        self._add(words([run for run in runs if run.text], self._x, self._y, self._width, look.theme.colours.ink))
        self.link(way.link, way.where)
        self._x, self._width = x, width
        self._face.quote = Box(round(x), round(top), round(width), round(self._y - top))

    def link(self, text: str, where: str) -> None:
        """Room for the way into the text: a sign, what it does, where it leads."""
        look, colours = self._look, self._look.theme.colours
        indent = look.px(SIGN + 6)
        runs = [Run(text, look.font("sans", _LABEL, bold=True), colours.accent)]
        if where:
            runs.append(Run(f"\u3000{where}", look.font("sans", _SMALL), colours.soft))
        put = words(runs, indent, 0, self._width - indent, colours.accent)
        height = max(look.px(_TARGET), round(put.height) + look.px(6))
        self._face.link = Box(round(self._x), round(self._y), round(self._width), height)
        self._face.link_words = replace(put, y=(height - put.height) / 2)
        self._y += height

    def note(self, label: str, note: str) -> None:
        look, colours = self._look, self._look.theme.colours
        self._y += look.px(8)
        runs = [Run(f"{label}  ", look.font("sans", _SMALL, bold=True)), Run(note, look.font("sans", _SMALL))]
        self._add(words(runs, self._x, self._y, self._width, colours.soft))

    def done(self) -> Face:
        self._face.height = round(self._y + self._look.px(RING + _PADDING - 2))
        return self._face

    def _caption(self, text: str, role: Role) -> None:
        """A small square in the colour of what it explains, and the text."""
        look = self._look
        side = look.px(9)
        indent = side + look.px(6)
        font = look.font("sans", _SMALL)
        put = words([Run(text, font)], self._x + indent, self._y, self._width - indent, look.theme.colours.soft)
        first = put.layout.lineAt(0)
        middle = self._y + first.ascent() - QFontMetricsF(font).capHeight() / 2
        self._face.bars.append(Bar(self._x, middle - side / 2, side, side, role))
        self._add(put)

    def _add(self, put: Words) -> None:
        self._face.words.append(put)
        self._y += put.height


def _fitting(font: QFont, number: str, width: float, least: int) -> QFont:
    """The font, made smaller if the number has no room in it."""
    needed = QFontMetricsF(font).horizontalAdvance(number)
    if needed <= width:
        return font
    smaller = QFont(font)
    smaller.setPixelSize(max(least, int(font.pixelSize() * width / needed)))
    return smaller

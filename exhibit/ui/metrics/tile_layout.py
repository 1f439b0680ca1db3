"""The face of a tile: its texts and its picture laid out in a width."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from PySide6.QtGui import QFontMetricsF

from exhibit.ui.metrics.chart import ChartBar, ChartBarRole, ChartShown, drawing
from exhibit.ui.metrics.tile_shown import LinkShown, TileDetailShown, TileShown
from exhibit.ui.widgets.layout import PixelBox, flow
from exhibit.ui.widgets.link_button import link_size
from exhibit.ui.widgets.paint import RING
from exhibit.ui.widgets.quotes import ShortQuote
from exhibit.ui.widgets.text_look import TextLines, TextLook, TextRun, TextStyle
from exhibit.ui.widgets.values import ValueText

TileExtent = Literal["whole", "brief", "least"]
"""How much the chosen tile shows."""

_PADDING: Final = 12
_NUMBER: Final = 30
_TAIL: Final = 15
_LABEL: Final = 14
_SMALL: Final = 13
_BEFORE_UNIT: Final = re.compile(r"(?<=\d)(?=[^\d\s.,)])")
_BEFORE_RESULT: Final = re.compile(r" (?=[=≈] [^=≈]*$)")
_JOINER: Final = "\u2060"
_NEW_LINE: Final = "\u2028"
_LEAST_NUMBER: Final = 0.4
"""The share of a line a number keeps beside its words; below that they go to the next line."""


@dataclass(slots=True)
class TileLayout:
    """Everything a tile paints, in its own coordinates."""

    height: int = 0
    words: list[TextLines] = field(default_factory=list)
    bars: list[ChartBar] = field(default_factory=list)
    quote: PixelBox | None = None
    links: list[tuple[LinkShown, PixelBox]] = field(default_factory=list)
    """Ways, and where a button of its own stands for each."""


def tile_layout(tile: TileShown, look: TextLook, width: int, extent: TileExtent) -> TileLayout:
    """Lays out a tile; of the chosen one `whole` shows all, `brief` no sentence, `least` no picture either."""
    stack, opened = _TileStack(look, width), tile.open
    stack.text(tile.label, _LABEL)
    stack.value(tile.value, chosen=opened is not None)
    if tile.foot:
        stack.text(tile.foot, _SMALL)
    if tile.picture and (extent != "least" or opened is None):
        stack.picture(tile.picture, large=extent == "whole" and opened is not None)
    if opened and extent == "whole":
        stack.ground(opened)
        if opened.note:
            stack.note(opened.note_label, opened.note)
    elif opened and opened.quote:
        stack.links([link._replace(where="") for link in opened.ways if link.anchor])
    elif opened and extent == "brief":
        stack.sum(opened.sum, _LABEL)
    return stack.done()


class _TileStack:
    """Puts one thing below the other."""

    def __init__(self, look: TextLook, width: int) -> None:
        self._look = look
        self._face = TileLayout()
        self._x = look.px(RING) + min(look.px(_PADDING), width // 16)
        self._width = width - 2 * self._x
        self._y: float = look.px(RING + _PADDING - 2)

    def text(self, text: str, size: float) -> None:
        self._add([TextRun(text, self._look.style("sans", size))], self._look.theme.colours.soft)

    def value(self, value: ValueText, *, chosen: bool) -> None:
        """The number large, its words small around it; smaller where it has no room."""
        look, colours = self._look, self._look.theme.colours
        small = look.style("serif", _TAIL, bold=True)
        around = _advance(small, value.lead + value.rest)
        number = _fitting(look, value.number, max(self._width - around, self._width * _LEAST_NUMBER))
        runs = [
            TextRun(text, style) for text, style in ((value.lead, small), (value.number, number), (value.rest, small))
        ]
        self._y -= look.px(4)
        self._add([run for run in runs if run.text], colours.accent if chosen else colours.ink)
        self._y -= look.px(3)

    def picture(self, picture: ChartShown, *, large: bool) -> None:
        self._y += self._look.px(8)
        drawn = drawing(picture, self._width, self._look.px(14 if large else 8))
        self._face.bars = [
            ChartBar(bar.x + self._x, bar.y + self._y, bar.width, bar.height, bar.role) for bar in drawn.bars
        ]
        if drawn.limit is not None:
            line = self._look.px(2)
            x, y = self._x + drawn.limit - line / 2, self._y - 2 * line
            self._face.bars.append(ChartBar(x, y, line, drawn.height + 4 * line, "limit"))
        self._y += drawn.height + self._look.px(5)
        if large:
            self._caption(picture.value_caption, "value")
        self._caption(picture.base_caption, "base" if drawn.limit is None else "limit")

    def ground(self, opened: TileDetailShown) -> None:
        """The sentence or the sum on its own ground, the ways from it below."""
        look, top = self._look, self._y + self._look.px(8)
        inside = min(look.px(12), self._width // 12)
        x, width = self._x, self._width
        self._x, self._width, self._y = x + inside, width - inside - inside // 2, top + look.px(6)
        if opened.quote:
            self._add(_quoted(opened.quote, look), look.theme.colours.ink)
        elif opened.sum:
            self.sum(opened.sum, 15)
        self.links(opened.ways)
        self._x, self._width = x, width
        self._face.quote = PixelBox(round(x), round(top), round(width), round(self._y - top))

    def links(self, ways: Sequence[LinkShown]) -> None:
        """Room for ways, side by side where there is room; their signs begin where the texts do."""
        if not ways:
            return
        look, ring = self._look, self._look.px(RING)
        width = round(self._width) + 2 * ring
        boxes = flow([link_size(way.label, way.where, look, width) for way in ways], width, look.px(6))
        for way, box in zip(ways, boxes, strict=True):
            placed = PixelBox(round(self._x) - ring + box.x, round(self._y) + box.y, box.width, box.height)
            self._face.links.append((way, placed))
        self._y += max(box.y + box.height for box in boxes)

    def note(self, label: str, note: str) -> None:
        look, colours = self._look, self._look.theme.colours
        self._y += look.px(8)
        small = look.style("sans", _SMALL, bold=True)
        self._add([TextRun(f"{label}  ", small), TextRun(note, look.style("sans", _SMALL))], colours.soft)

    def done(self) -> TileLayout:
        self._face.height = round(self._y + self._look.px(RING + _PADDING - 2))
        return self._face

    def sum(self, text: str, size: float) -> None:
        """A sum in one line, or its result in a line of its own; a number keeps its unit."""
        look, joined = self._look, _BEFORE_UNIT.sub(_JOINER, text)
        style, colour = look.style("serif", size, bold=True), look.theme.colours.ink
        put = look.words([TextRun(joined, style)], (self._x, self._y), self._width, colour)
        if put.layout.lineCount() > 1:
            broken = _BEFORE_RESULT.sub(_NEW_LINE, joined)
            put = look.words([TextRun(broken, style)], (self._x, self._y), self._width, colour)
        self._put(put)

    def _caption(self, text: str, role: ChartBarRole) -> None:
        """A small square in the colour of what it explains, and the text."""
        look = self._look
        side = look.px(9)
        indent = side + look.px(6)
        style = look.style("sans", _SMALL)
        at = self._x + indent, self._y
        put = look.words([TextRun(text, style)], at, self._width - indent, look.theme.colours.soft)
        middle = self._y + put.layout.lineAt(0).ascent() - QFontMetricsF(style.font).capHeight() / 2
        self._face.bars.append(_swatch(self._x, middle, side, look.px(2), role))
        self._put(put)

    def _add(self, runs: Sequence[TextRun], colour: str) -> None:
        self._put(self._look.words(runs, (self._x, self._y), self._width, colour))

    def _put(self, put: TextLines) -> None:
        self._face.words.append(put)
        self._y += put.height


def _swatch(x: float, middle: float, side: int, line: int, role: ChartBarRole) -> ChartBar:
    if role == "limit":
        return ChartBar(x + (side - line) / 2, middle - side / 2 - line / 2, line, side + line, role)
    return ChartBar(x, middle - side / 2, side, side, role)


def _quoted(quote: ShortQuote, look: TextLook) -> list[TextRun]:
    """A sentence with its number."""
    plain, bold = look.style("serif", 15), look.style("serif", 15, bold=True)
    runs = [TextRun(quote.before, plain), TextRun(quote.number, bold), TextRun(quote.after, plain)]
    return [run for run in runs if run.text]


def _fitting(look: TextLook, number: str, width: float) -> TextStyle:
    """The style of the number, made smaller if it has no room."""
    style = look.style("serif", _NUMBER, bold=True)
    needed = _advance(style, number)
    if needed <= width:
        return style
    return look.exact_style("serif", max(look.px(_TAIL), int(style.font.pixelSize() * width / needed)), bold=True)


def _advance(style: TextStyle, text: str) -> float:
    return QFontMetricsF(style.font).horizontalAdvance(text)

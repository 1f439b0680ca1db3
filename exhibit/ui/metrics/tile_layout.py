"""Lays out a tile: its texts, its chart and the room for its links."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from PySide6.QtGui import QFontMetricsF

from exhibit.model.figure_words import ValueText
from exhibit.model.state import Anchor
from exhibit.ui.metrics.chart import ChartBar, ChartBarRole, ChartShown, chart_layout
from exhibit.ui.metrics.links import MetricLink
from exhibit.ui.metrics.tile_shown import TileDetailShown, TileShown
from exhibit.ui.widgets.layout import PixelBox, flow
from exhibit.ui.widgets.link_button import link_size
from exhibit.ui.widgets.paint import RING
from exhibit.ui.widgets.quotes import ShortQuote
from exhibit.ui.widgets.text_look import TextLines, TextLook, TextRun, TextStyle

TileExtent = Literal["whole", "brief", "minimal"]
"""How much the chosen tile shows: all, no sentence, or no chart either."""

_MIN_SIZE: Final = 32
"""Design pixels of a tile's height, at least."""
_PADDING: Final = 12
"""Design pixels from the card's border to the texts."""
_NUMBER_SIZE: Final = 30
"""Font size of the number, in design pixels."""
_UNIT_SIZE: Final = 15
"""Font size of the words around the number, in design pixels."""
_LABEL_SIZE: Final = 14
"""Font size of the label and of a brief sum, in design pixels."""
_QUOTE_SIZE: Final = 15
"""Font size of the sentence and of a whole sum, in design pixels."""
_SMALL_SIZE: Final = 13
"""Font size of the foot, the captions and the note, in design pixels."""
_MIN_NUMBER_SHARE: Final = 0.4
"""The share of a line that a number keeps beside its words; with less the words go to the next line."""
_BEFORE_UNIT: Final = re.compile(r"(?<=\d)(?=[^\d\s.,)])")
"""Between a number and its unit."""
_BEFORE_RESULT: Final = re.compile(r" (?=[=≈<>≤≥] [^=≈<>≤≥]*$)")
"""The blank before the result of a sum."""
_VALUE_ROLES: Final[tuple[ChartBarRole, ...]] = ("value", "lost", "possible", "open")
"""What a value is drawn as, the surest first."""
_WORD_JOINER: Final = "\u2060"
_LINE_SEPARATOR: Final = "\u2028"


@dataclass(slots=True)
class TileLayout:
    """Everything a tile paints, in its own pixels."""

    height: int = 0
    texts: list[TextLines] = field(default_factory=list)
    bars: list[ChartBar] = field(default_factory=list)
    quote: PixelBox | None = None
    """The ground of the sentence or the sum."""
    links: list[tuple[MetricLink, PixelBox]] = field(default_factory=list)
    """Links, and the box of the button of each."""


def tile_layout(tile: TileShown, look: TextLook, width: int, extent: TileExtent) -> TileLayout:
    """Lays out a tile in a width in pixels."""
    stack, detail = _TileStack(look, width), tile.detail
    stack.add_text(tile.label, _LABEL_SIZE)
    stack.add_value(tile.value, chosen=detail is not None)
    if tile.foot:
        stack.add_text(tile.foot, _SMALL_SIZE)
    if tile.chart and (extent != "minimal" or detail is None):
        stack.add_chart(tile.chart, large=extent == "whole" and detail is not None)
    if detail and extent == "whole":
        stack.add_detail(detail)
    elif detail and detail.quote:
        stack.add_links([link._replace(where="") for link in detail.links if isinstance(link.target, Anchor)])
    elif detail and extent == "brief":
        stack.add_sum(detail.sum, _LABEL_SIZE)
    return stack.finish()


class _TileStack:
    """Lays out one thing below the other."""

    def __init__(self, look: TextLook, width: int) -> None:
        self._look = look
        self._layout = TileLayout()
        self._x = look.px(RING) + min(look.px(_PADDING), width // 16)
        self._width = width - 2 * self._x
        self._y: float = look.px(RING + _PADDING - 2)

    def add_text(self, text: str, size: float) -> None:
        self._add([TextRun(text, self._look.style("sans", size))], self._look.theme.colours.soft)

    def add_value(self, value: ValueText, *, chosen: bool) -> None:
        """Adds the large number with its small words around it; the number is smaller if it has no room."""
        look, colours = self._look, self._look.theme.colours
        small = look.style("serif", _UNIT_SIZE, bold=True)
        around = _advance(small, value.lead + value.rest)
        number = _number_style(look, value.number, max(self._width - around, self._width * _MIN_NUMBER_SHARE))
        runs = [
            TextRun(text, style) for text, style in ((value.lead, small), (value.number, number), (value.rest, small))
        ]
        self._y -= look.px(4)
        self._add([run for run in runs if run.text], colours.accent if chosen else colours.ink)
        self._y -= look.px(3)

    def add_chart(self, chart: ChartShown, *, large: bool) -> None:
        self._y += self._look.px(8)
        drawn = chart_layout(chart, self._width, self._look.px(14 if large else 8))
        self._layout.bars = [bar._replace(x=bar.x + self._x, y=bar.y + self._y) for bar in drawn.bars]
        if drawn.limit is not None:
            line = self._look.px(2)
            x, y = self._x + drawn.limit - line / 2, self._y - 2 * line
            self._layout.bars.append(ChartBar(x, y, line, drawn.height + 4 * line, "limit"))
        self._y += drawn.height + self._look.px(5)
        if large:
            self._add_caption(chart.value_caption, _captioned(drawn.bars))
        if chart.base_caption:
            self._add_caption(chart.base_caption, "base" if drawn.limit is None else "limit")

    def add_detail(self, detail: TileDetailShown) -> None:
        """Adds the sentence or the sum and the links on a ground of their own, and the note below it."""
        look, top = self._look, self._y + self._look.px(8)
        inside = min(look.px(12), self._width // 12)
        x, width = self._x, self._width
        self._x, self._width, self._y = x + inside, width - inside - inside // 2, top + look.px(6)
        if detail.quote:
            self._add(_quote_runs(detail.quote, look), look.theme.colours.ink)
        elif detail.sum:
            self.add_sum(detail.sum, _QUOTE_SIZE)
        self.add_links(detail.links)
        self._x, self._width = x, width
        self._layout.quote = PixelBox(round(x), round(top), round(width), round(self._y - top))
        if detail.note:
            self._add_note(detail.note_label, detail.note)

    def add_sum(self, text: str, size: float) -> None:
        """Adds a sum in one line, or with its result in a line of its own; a number keeps its unit."""
        look, joined = self._look, _BEFORE_UNIT.sub(_WORD_JOINER, text)
        style, colour = look.style("serif", size, bold=True), look.theme.colours.ink
        lines = look.words([TextRun(joined, style)], (self._x, self._y), self._width, colour)
        if lines.layout.lineCount() > 1:
            broken = _BEFORE_RESULT.sub(_LINE_SEPARATOR, joined)
            lines = look.words([TextRun(broken, style)], (self._x, self._y), self._width, colour)
        self._add_lines(lines)

    def add_links(self, links: Sequence[MetricLink]) -> None:
        """Adds room for links, side by side if possible; their signs are aligned with the texts."""
        if not links:
            return
        look, ring = self._look, self._look.px(RING)
        width = round(self._width) + 2 * ring
        boxes = flow([link_size(link.label, link.where, look, width) for link in links], width, look.px(6))
        for link, box in zip(links, boxes, strict=True):
            placed = PixelBox(round(self._x) - ring + box.x, round(self._y) + box.y, box.width, box.height)
            self._layout.links.append((link, placed))
        self._y += max(box.y + box.height for box in boxes)

    def finish(self) -> TileLayout:
        look = self._look
        self._layout.height = max(look.theme.target(_MIN_SIZE), round(self._y + look.px(RING + _PADDING - 2)))
        return self._layout

    def _add_note(self, label: str, note: str) -> None:
        look, colours = self._look, self._look.theme.colours
        self._y += look.px(8)
        bold = look.style("sans", _SMALL_SIZE, bold=True)
        self._add([TextRun(f"{label}  ", bold), TextRun(note, look.style("sans", _SMALL_SIZE))], colours.soft)

    def _add_caption(self, text: str, role: ChartBarRole) -> None:
        """Adds a small square in the colour of what it explains, and the text."""
        look = self._look
        side = look.px(9)
        indent = side + look.px(6)
        style = look.style("sans", _SMALL_SIZE)
        at = self._x + indent, self._y
        lines = look.words([TextRun(text, style)], at, self._width - indent, look.theme.colours.soft)
        middle = self._y + lines.layout.lineAt(0).ascent() - QFontMetricsF(style.font).capHeight() / 2
        self._layout.bars.append(_swatch(self._x, middle, side, look.px(2), role))
        self._add_lines(lines)

    def _add(self, runs: Sequence[TextRun], colour: str) -> None:
        self._add_lines(self._look.words(runs, (self._x, self._y), self._width, colour))

    def _add_lines(self, lines: TextLines) -> None:
        self._layout.texts.append(lines)
        self._y += lines.height


def _captioned(bars: Sequence[ChartBar]) -> ChartBarRole:
    """What of the bars the value is; what was lost, or is only possible, where nothing of it is filled."""
    roles = {bar.role for bar in bars}
    found: list[ChartBarRole] = [role for role in _VALUE_ROLES if role in roles]
    return found[0] if found else "value"


def _swatch(x: float, middle: float, side: int, line: int, role: ChartBarRole) -> ChartBar:
    if role == "limit":
        return ChartBar(x + (side - line) / 2, middle - side / 2 - line / 2, line, side + line, role)
    return ChartBar(x, middle - side / 2, side, side, role)


def _quote_runs(quote: ShortQuote, look: TextLook) -> list[TextRun]:
    """A sentence with its number in bold."""
    plain, bold = look.style("serif", _QUOTE_SIZE), look.style("serif", _QUOTE_SIZE, bold=True)
    runs = [TextRun(quote.before, plain), TextRun(quote.number, bold), TextRun(quote.after, plain)]
    return [run for run in runs if run.text]


def _number_style(look: TextLook, number: str, width: float) -> TextStyle:
    """The style of the number; smaller if the usual one is wider than `width`, but not smaller than its words."""
    style = look.style("serif", _NUMBER_SIZE, bold=True)
    needed = _advance(style, number)
    if needed <= width:
        return style
    size = max(look.theme.text(_UNIT_SIZE), int(style.font.pixelSize() * width / needed))
    return look.exact_style("serif", size, bold=True)


def _advance(style: TextStyle, text: str) -> float:
    return QFontMetricsF(style.font).horizontalAdvance(text)

"""Lays out a card: its drawing at the left, its texts, its figure at the right or below."""

from dataclasses import dataclass, field
from itertools import product
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from exhibit.drawing.text_lines import break_lines
from exhibit.ui.home.shown import HeroShown, HomeCardShown
from exhibit.ui.widgets.chart import ChartBar, ChartLayout, ChartShown, chart_layout
from exhibit.ui.widgets.text_look import TextLines, TextLook, TextRun, TextStyle

INSET: Final = 6.5
"""Design pixels around a card: half of the gap to the next, in which the focus ring stands."""
_MIN_BESIDE: Final = 560.0
"""Design pixels of a card from which on the figure stands beside the texts."""
_FIELD: Final = (84.0, 176.0)
"""Design pixels of the field of the drawing beside the texts, at least and at most."""
_FIELD_SHARE: Final = 0.46
_WITHOUT_FIELD: Final = 430.0
"""Its width, as a share of what a card has beyond this width in design pixels."""
_FIELD_SHAPE: Final = 1.17
"""Its width at most, in heights of the card."""
_NARROW_FIELD: Final = (92.0, 0.18)
"""Design pixels of the field above the figure, at most; and as a share of the card."""
_HERO: Final = 206.0
"""Design pixels of the figure beside the texts, at most; and as a share of the card."""
_HERO_SHARE: Final = 0.27
_CHEVRON: Final = 46.0
"""Design pixels at the right end for the sign that the card leads somewhere."""
_PADDING: Final = 8.0
_BADGE: Final = 13.0
"""Design pixels: half the height of the disc around the number of the place."""
_BADGE_TEXT: Final = 15.5
"""Design pixels of the letters of the number."""
_NAME_SIZES: Final = (28.0, 26.0, 24.0, 22.0)
_QUESTION_SIZES: Final = (19.0, 18.0, 17.0, 16.0)
"""Design pixels of the letters of name and question: the first with which both have room."""
_NUMBER_SIZES: Final = (44.0, 41.0, 38.0, 35.0, 32.0, 26.0)
"""Design pixels of the letters of a number."""
_UNIT_SHARE: Final = 0.42
"""The size of a unit, in sizes of its number."""
_BARS: Final = ((14.0, True), (10.0, True), (7.0, True), (14.0, False), (10.0, False), (7.0, False))
"""Design pixels of the thickness of a bar, and whether it has its caption."""
_LINE_END: Final = "\u2028"
_NO_BREAK: Final = "\u00a0"
_WORD_JOINER: Final = "\u2060"
_PULLED_OUT: Final = {"“": 0.45, "‘": 0.45, "「": 0.5, "『": 0.5, "《": 0.5}
"""How far an opening mark stands out at the left, in sizes of the letters."""


class CardBadge(NamedTuple):
    """The disc with the number of the place, longer for a long number."""

    box: QRectF
    number: TextLines


@dataclass(slots=True)
class CardLayout:
    """Everything a card paints, in its own pixels."""

    height: int = 0
    ground: QRectF | None = None
    """The ground of the drawing."""
    badge: CardBadge | None = None
    check: QRectF | None = None
    """The sign of a visited article."""
    texts: list[TextLines] = field(default_factory=list)
    number: TextLines | None = None
    """The figure and its unit."""
    bars: list[ChartBar] = field(default_factory=list)
    hero: QRectF | None = None
    """Where the figure is pressed."""


class _Block(NamedTuple):
    """What stands one below the other from y = 0."""

    texts: list[TextLines]
    bars: list[ChartBar]
    height: float


def card_layout(card: HomeCardShown, look: TextLook, width: int, height: int) -> CardLayout:
    """Lays out a card in a width, at least `height` high; both are pixels and hold the gap around it."""
    inset = look.px(INSET)
    room = width - 2 * inset
    if room >= look.px(_MIN_BESIDE):
        return _Card(card, look, room, height - 2 * inset).beside()
    return _Card(card, look, room, height - 2 * inset).stacked()


class _Card:
    """Lays out one card; `room` is its width and `height` its least height."""

    def __init__(self, card: HomeCardShown, look: TextLook, room: int, height: int) -> None:
        self._card, self._look, self._room, self._height = card, look, room, height
        self._inset = look.px(INSET)
        self._made = CardLayout()

    def beside(self) -> CardLayout:
        """The texts and the figure side by side."""
        look, card = self._look, self._card
        field_width = self._field_width() if card.drawing else 0
        left = field_width + look.px(26 if field_width else 20)
        chevron = look.px(_CHEVRON)
        hero_width = min(look.px(_HERO), round(self._room * _HERO_SHARE)) if card.hero else 0
        text_width = self._room - left - chevron - hero_width - (look.px(16) if hero_width else 0)
        high = self._height - 2 * look.px(_PADDING)
        texts = self._texts(text_width, high)
        hero = self._hero(card.hero, hero_width, high) if card.hero else None
        inner = max(texts.height, hero.height if hero else 0) + 2 * look.px(_PADDING)
        height = max(self._height, round(inner), look.theme.target(0))
        self._put(texts, self._inset + left, self._inset + (height - texts.height) / 2)
        if hero:
            x = self._inset + self._room - chevron - hero_width
            self._put_hero(hero, x, self._inset + (height - hero.height) / 2, hero_width)
            self._made.hero = QRectF(x - look.px(8), self._inset, hero_width + look.px(16), height)
        return self._finish(field_width, height)

    def _field_width(self) -> int:
        look = self._look
        spare = (self._room - look.px(_WITHOUT_FIELD)) * _FIELD_SHARE
        most = min(look.px(_FIELD[1]), round(self._height * _FIELD_SHAPE))
        return max(look.px(_FIELD[0]), min(most, round(spare)))

    def stacked(self) -> CardLayout:
        """The figure below the texts."""
        look, card = self._look, self._card
        field_width = min(look.px(_NARROW_FIELD[0]), round(self._room * _NARROW_FIELD[1])) if card.drawing else 0
        left, pad = field_width + look.px(16), look.px(_PADDING + 4)
        text_width = self._room - left - look.px(30)
        texts = self._texts(text_width, look.px(400))
        height = pad + texts.height + pad
        self._put(texts, self._inset + left, self._inset + pad)
        if card.hero:
            hero = self._hero(card.hero, text_width, look.px(200))
            top = pad + texts.height + look.px(6)
            self._put_hero(hero, self._inset + left, self._inset + top, text_width)
            high = max(hero.height, look.theme.target(0))
            self._made.hero = QRectF(self._inset + left - look.px(8), self._inset + top, text_width + look.px(16), high)
            height = top + high + pad
        return self._finish(field_width, max(self._height, round(height)))

    def _finish(self, field_width: int, height: int) -> CardLayout:
        self._made.height = height + 2 * self._inset
        if field_width:
            self._made.ground = QRectF(self._inset, self._inset, field_width, height)
        return self._made

    def _texts(self, width: int, height: int) -> _Block:
        """Place and minutes, name and question, in the largest letters with which they have room."""
        first = self._first_line(width)
        last = _Block([], [], 0)
        for name, question in product(_NAME_SIZES, _QUESTION_SIZES):
            last = self._text_block(first, width, name, question)
            if last.height <= height and all(lines.layout.lineCount() == 1 for lines in last.texts[1:]):
                break
        return last

    def _first_line(self, width: int) -> TextLines:
        """The place and how long reading takes; room is left for the number of the place and a sign."""
        look, card, colours = self._look, self._card, self._look.theme.colours
        badge = self._badge().box
        indent, check = badge.width() + look.px(12), look.px(22) if card.visited else 0
        place = TextRun(f"{card.place}  ", look.style("sans", 18, bold=True))
        minutes = _WORD_JOINER.join(card.minutes.replace(" ", _NO_BREAK))
        time = TextRun(minutes, look.style("sans", 15, colour=colours.soft))
        lines = look.words([place, time], (indent, 0), width - indent - check, colours.ink)
        return lines.at(indent, max(0.0, (badge.height() - lines.layout.lineAt(0).height()) / 2))

    def _badge(self) -> CardBadge:
        """The number of the place on its disc, from (0, 0) on."""
        look = self._look
        style = look.style("serif", _BADGE_TEXT, bold=True)
        number = look.words([TextRun(self._card.number, style)], (0, 0), self._room, look.theme.colours.on_accent)
        high = max(look.px(2 * _BADGE), round(number.height))
        wide = max(high, round(number.width) + look.px(_BADGE))
        return CardBadge(QRectF(0, 0, wide, high), number.at((wide - number.width) / 2, (high - number.height) / 2))

    def _text_block(self, first: TextLines, width: int, name_size: float, question_size: float) -> _Block:
        """The texts in letters of these sizes."""
        look, card, colours = self._look, self._card, self._look.theme.colours
        y = max(first.height + first.y, self._badge().box.height()) + look.px(3)
        name = self._even(card.name, look.style("serif", name_size, bold=True), width, colours.ink)
        out = _PULLED_OUT.get(card.name[:1], 0.0) if name.layout.lineCount() == 1 else 0.0
        texts = [first, name.at(-out * name.layout.font().pixelSize(), y)]
        y += name.height
        if card.question:
            question = self._even(card.question, look.style("serif", question_size), width, colours.soft)
            texts.append(question.at(0, y + look.px(2)))
            y += question.height + look.px(2)
        return _Block(texts, [], y)

    def _even(self, text: str, style: TextStyle, width: int, colour: str) -> TextLines:
        """A text in as few lines as it needs, as even as possible."""
        metrics = QFontMetricsF(style.font)
        lines = break_lines(text, width, metrics.horizontalAdvance)
        return self._look.words([TextRun(_LINE_END.join(lines), style)], (0, 0), width + 1, colour)

    def _hero(self, hero: HeroShown, width: int, height: int) -> _Block:
        """The number, what it counts, and its picture: the largest with which all have room."""
        last = _Block([], [], 0)
        for size, (bar, caption) in product(_NUMBER_SIZES, _BARS):
            last = self._hero_block(hero, width, size, bar, caption=caption)
            if last.height <= height and last.texts[0].layout.lineCount() == 1:
                break
        return last

    def _hero_block(self, hero: HeroShown, width: int, size: float, thickness: float, *, caption: bool) -> _Block:
        look, colours = self._look, self._look.theme.colours
        number = self._number(hero, width, size)
        number = number.at(0, -look.px(6))
        label = look.words([TextRun(hero.label, look.style("sans", 15))], (0, 0), width, colours.soft)
        label = label.at(0, number.height - look.px(10))
        texts, y = [number, label], number.height - look.px(10) + label.height
        if hero.chart is None:
            return _Block(texts, [], y)
        drawn = self._chart(hero.chart, width, thickness, y + look.px(6))
        y += look.px(6) + drawn.height
        if caption and hero.chart.base_caption:
            style = look.style("sans", 13)
            base = look.words([TextRun(hero.chart.base_caption, style)], (0, 0), width, colours.soft)
            x = 0.0 if drawn.limit is None else max(0.0, min(drawn.limit - base.width / 2, width - base.width))
            texts.append(base.at(x, y + look.px(1)))
            y += look.px(1) + base.height
        return _Block(texts, list(drawn.bars), y)

    def _number(self, hero: HeroShown, width: int, size: float) -> TextLines:
        """The number in letters of a size, with its words."""
        look = self._look
        small, large = look.style("serif", size * _UNIT_SHARE, bold=True), look.style("serif", size, bold=True)
        tail = f" {hero.value.tail}" if hero.value.tail else ""
        parts = ((hero.value.lead, small), (hero.value.number, large), (tail, small))
        runs = [TextRun(text, style) for text, style in parts if text]
        return look.words(runs, (0, 0), width, look.theme.colours.ink)

    def _chart(self, chart: ChartShown, width: int, thickness: float, top: float) -> ChartLayout:
        """A picture from `top` on, with the line of the whole."""
        drawn, line = chart_layout(chart, width, self._look.px(thickness)), self._look.px(2)
        bars = [bar._replace(y=bar.y + top) for bar in drawn.bars]
        if drawn.limit is not None:
            bars.append(ChartBar(drawn.limit - line / 2, top - 2 * line, line, drawn.height + 4 * line, "limit"))
        return drawn._replace(bars=tuple(bars))

    def _put(self, block: _Block, x: float, y: float) -> None:
        """Places the texts, the number of the place, and the sign of a visit."""
        look = self._look
        self._made.texts += [lines.at(lines.x + x, lines.y + y) for lines in block.texts]
        badge = self._badge()
        self._made.badge = CardBadge(
            badge.box.translated(x, y), badge.number.at(badge.number.x + x, badge.number.y + y)
        )
        if self._card.visited:
            first, side = self._made.texts[0], look.px(14)
            line = first.layout.lineAt(0)
            self._made.check = QRectF(
                first.x + line.naturalTextWidth() + look.px(6), first.y + (line.height() - side) / 2, side, side
            )

    def _put_hero(self, block: _Block, x: float, y: float, width: int) -> None:
        placed = [lines.at(lines.x + x, lines.y + y) for lines in block.texts]
        self._made.number = placed[0]
        self._made.texts += placed[1:]
        self._made.bars = [bar._replace(x=bar.x + x, y=bar.y + y) for bar in block.bars]

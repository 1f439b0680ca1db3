"""Where things stand at home, from the size of the page, the text size and the title; no Qt."""

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from exhibit.drawing.text_lines import can_be_upright
from exhibit.theme import Theme
from exhibit.ui.widgets.layout import PixelBox

HomeArrangement = Literal["wide", "tall", "small"]
"""The map beside the cards; above them; a page for little room, whose head scrolls with the cards."""

CARD_HEIGHT: Final = 152.0
"""Design pixels that a card is high where there is room."""
CARD_GAP: Final = 13.0
"""Design pixels between two cards."""
_WIDE: Final = (1120.0, 540.0)
"""Design pixels of width and height from which on the map stands beside the cards."""
_DESIGNED: Final = {"wide": (1920.0, 1020.0), "tall": (930.0, 1600.0)}
"""Design pixels of a page at its usual size; a larger page has all of it enlarged evenly."""
_CARDS_WIDTH: Final = (680.0, 800.0)
"""Design pixels of the column of cards beside the map, at least and at most."""
_TWO_COLUMNS: Final = 1240.0
"""Design pixels of width from which on cards stand in two columns, where there is no map."""
_TITLE_SIZES: Final = (82.0, 64.0, 48.0)
"""Design pixels of the letters of an upright title."""
_LEVEL_SIZE: Final = 40.0
"""Design pixels of the letters of a level title."""
TITLE_PITCH: Final = 1.22
"""From a letter of an upright title to the next, in sizes of the letters."""
_MOST_UPRIGHT: Final = (3, 8)
"""Columns of an upright title, and letters in each."""
_HEAD: Final = 98.0
"""Design pixels of the promise beside the next touch, with the gap to the cards."""
_FOOT: Final = 60.0
_FOOT_WITH_BUTTONS: Final = 92.0
"""Design pixels of the line at the bottom."""
_FEW: Final = 0.3
"""Where few cards leave room: the share of it that stands above them."""
_MAP_SHARE: Final = (0.39, 0.74)
"""The share of a tall page that the map takes, at least and at most."""


_DesignBox = tuple[float, float, float, float]
"""Left, top, width, height in design pixels."""


class TitleBox(NamedTuple):
    """Where the title stands; `size` is that of its letters in pixels, `upright` that its lines are columns."""

    box: PixelBox
    size: float
    upright: bool


class HomeLayout(NamedTuple):
    """The boxes of a page, in pixels; `enlarged` is how much larger than its text size everything is."""

    arrangement: HomeArrangement
    enlarged: float
    title: TitleBox | None
    """None where the title scrolls with the cards."""
    map: PixelBox | None
    head: PixelBox
    """The promise; in the small arrangement, how wide it may be."""
    cards: PixelBox
    foot: PixelBox
    columns: int

    @property
    def buttons_in_head(self) -> bool:
        """Whether the next touch stands beside the promise; otherwise at the bottom, in reach."""
        return self.arrangement == "wide"


def home_layout(size: tuple[int, int], theme: Theme, title: Sequence[str], cards: int, *, has_map: bool) -> HomeLayout:
    """Lays out a page of `size` (width and height in pixels) with a title of these lines and so many cards."""
    width, height = size[0] / theme.scale, size[1] / theme.scale
    arrangement = _arrangement(width, height)
    enlarged = 1.0
    if arrangement in _DESIGNED:
        usual = _DESIGNED[arrangement]
        enlarged = max(1.0, round(min(width / usual[0], height / usual[1]), 2))
    page = _Page(width / enlarged, height / enlarged, theme.scale * enlarged, title, cards, has_map)
    made = {"wide": page.wide, "tall": page.tall, "small": page.small}[arrangement]()
    return made._replace(enlarged=enlarged)


def is_upright(title: Sequence[str]) -> bool:
    """Whether a title can be set in columns: a few short lines of Chinese characters."""
    columns, letters = _MOST_UPRIGHT
    return len(title) <= columns and all(0 < len(line) <= letters and can_be_upright(line) for line in title)


def _arrangement(width: float, height: float) -> HomeArrangement:
    if height > width * 1.1:
        return "tall" if height >= _WIDE[1] else "small"
    return "wide" if width >= _WIDE[0] and height >= _WIDE[1] else "small"


class _Page(NamedTuple):
    """A page in design pixels."""

    width: float
    height: float
    scale: float
    title: Sequence[str]
    cards: int
    has_map: bool

    def wide(self) -> HomeLayout:
        """The title and the map at the left, the cards at the right."""
        margin = 56.0 if self.width >= 1600 else 40.0
        column = min(_CARDS_WIDTH[1], max(_CARDS_WIDTH[0], self.width * 0.4167))
        left = self.width - margin - column
        title, right, below = self._title(margin, 36.0, left - margin - 44, self.height * 0.7)
        if not self.has_map:
            left = right + 40 if title.upright else margin
            column = self.width - margin - left
        map_left, map_top = (right + 16, 8.0) if title.upright else (margin, below + 8)
        land = (map_left, map_top, left - 44 - map_left, self.height - map_top - 8) if self.has_map else None
        top = 20.0 if self.has_map or title.upright else below + 8
        return self._beside(title, land, (left, top, column, self.height - top - 8))

    def _beside(self, title: TitleBox, land: _DesignBox | None, room: _DesignBox) -> HomeLayout:
        """The promise, the cards and the links in a column; few cards stand a little above its middle."""
        left, top, column, height = room
        columns = 2 if column >= _TWO_COLUMNS and self.cards > 1 else 1
        area = height - _HEAD - _FOOT
        used = min(area, -(-self.cards // columns) * (CARD_HEIGHT + CARD_GAP))
        if area - used < CARD_HEIGHT:
            used = area
        top += (area - used) * _FEW
        return HomeLayout(
            "wide", 1.0, title, self._pixels(land), self._box(left, top, column, _HEAD - 10),
            self._box(left, top + _HEAD, column, used), self._box(left, top + _HEAD + used, column, _FOOT), columns,
        )  # fmt: skip

    def tall(self) -> HomeLayout:
        """The title and the map above, the cards below, the next touch at the bottom."""
        margin = 40.0 if self.width >= 800 else 20.0
        room = self.width - 2 * margin
        foot_height = _FOOT_WITH_BUTTONS if self.width >= 700 else _FOOT_WITH_BUTTONS + _FOOT
        foot = self.height - foot_height - 8
        high = self._map_height(foot) if self.has_map else self.height * 0.3
        title, right, below = self._title(margin + 16, 36.0, room / 2, high - 40)
        land: _DesignBox | None = None
        head = (margin, high + 16, room, 64.0)
        if self.has_map:
            beside = (right + 16, 8.0, self.width - right - 16, high)
            land = beside if title.upright else (margin, below + 8, room, high - below)
        elif title.upright:
            head = (right + 40, 36.0, self.width - margin - right - 40, below - 36)
        else:
            head = (margin, below + 8, room, 64.0)
        top = max(head[1] + head[3] + 4, below + 16 if not self.has_map else 0.0)
        return HomeLayout(
            "tall", 1.0, title, self._pixels(land), self._box(*head), self._box(margin, top, room, foot - top - 8),
            self._box(margin, foot, room, foot_height), 1,
        )  # fmt: skip

    def _map_height(self, foot: float) -> float:
        """The map takes what the cards leave, within a share of the page."""
        needed = self.cards * (CARD_HEIGHT + CARD_GAP) + 100
        return max(self.height * _MAP_SHARE[0], min(self.height * _MAP_SHARE[1], foot - needed))

    def small(self) -> HomeLayout:
        """Cards that scroll, with the title and the promise above them; the map beside them if it has room."""
        margin = 20.0
        side = self.width * 0.38 if self.has_map and self.width >= 640 and self.height >= 300 else 0.0
        left = side + margin
        room = self.width - left - margin
        foot = self.height - _FOOT_WITH_BUTTONS
        land = (0.0, 0.0, side, self.height) if side else None
        return HomeLayout(
            "small", 1.0, None, self._pixels(land), self._box(left, 0, room, 0), self._box(left, 0, room, foot),
            self._box(left, foot, room, _FOOT_WITH_BUTTONS), 1,
        )  # fmt: skip

    def _title(self, left: float, top: float, width: float, height: float) -> tuple[TitleBox, float, float]:
        """The title within a room, its right edge, and its bottom edge."""
        columns, letters = len(self.title), max((len(line) for line in self.title), default=0)
        sizes = _TITLE_SIZES if self.width >= 1600 or self.height > self.width else _TITLE_SIZES[1:]
        for size in sizes if self.title and is_upright(self.title) else ():
            pitch = size * TITLE_PITCH
            if columns * pitch <= width / 2 and letters * pitch <= height:
                box = self._box(left, top, columns * pitch, letters * pitch)
                return TitleBox(box, size * self.scale, True), left + columns * pitch, top + letters * pitch
        high = _LEVEL_SIZE * 1.4 * max(1, columns)
        box = self._box(left, top - 12, width, high)
        return TitleBox(box, _LEVEL_SIZE * self.scale, False), left + width, top - 12 + high

    def _pixels(self, box: _DesignBox | None) -> PixelBox | None:
        return self._box(*box) if box else None

    def _box(self, x: float, y: float, width: float, height: float) -> PixelBox:
        x, y, width, height = (round(side * self.scale) for side in (x, y, width, height))
        return PixelBox(x, y, max(1, width), max(0, height))

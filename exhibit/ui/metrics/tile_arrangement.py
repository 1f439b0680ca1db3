"""Where tiles are placed: in columns, or in one row."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from exhibit.ui.metrics.tile import MetricTile
from exhibit.ui.metrics.tile_layout import TileExtent
from exhibit.ui.metrics.tile_pool import GAP, TilePool, TileRows
from exhibit.ui.widgets.text_label import TextLabel
from exhibit.ui.widgets.text_look import TextLook

_LEAST_TILE: Final = 138
"""Design pixels a tile is wide at least where several share a row."""
_MOST_COLUMNS: Final = 3
_WIDTHS: Final = (176, 230, 300)
"""Design pixels a tile is wide: the first with which it is low enough."""
_OPEN_WIDTHS: Final = (400, 520, 640)
"""The same with the sentence of the chosen one."""
_MARGIN: Final = 10


class TileColumns(TilePool):
    """The panel's tiles; the chosen one spans all columns."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._headings: list[TextLabel] = []

    def fit(self, width: int) -> int:
        """Places the tiles in a width; the height they take."""
        if self._shown is None or self._look is None:
            return 0
        y = self._place(width, self._look) if self._used else self._place_empty(width)
        y += self._place_more(0, y, width)[1]
        self._place_links()
        return y

    def _place(self, width: int, look: TextLook) -> int:
        """Groups one below the other, each in rows of equal height; returns where they end."""
        assert self._shown is not None
        gap = look.px(GAP)
        across = columns(width, look.theme.scale, gap)
        y = start = headings = 0
        self._rows = []
        for group in self._shown.groups:
            indexes = range(start, min(start + len(group.tiles), self._used))
            start += len(group.tiles)
            if not indexes:
                break
            if group.heading:
                y = self._place_heading(headings, group.heading, width, y)
                headings += 1
            wide = next((index for index in indexes if self._tiles[index].isChecked()), None)
            for row in rows_of(indexes, across, wide):
                self._rows.append(row)
                y += self._place_row(row, [width] if row == [wide] else _shares(width, across, gap), y) + gap
        for heading in self._headings[headings:]:
            heading.hide()
        return y

    def _place_row(self, row: list[int], widths: list[int], y: int) -> int:
        height = max(self._tiles[index].fit(wide, "whole") for index, wide in zip(row, widths, strict=False))
        x = 0
        for index, wide in zip(row, widths, strict=False):
            self._tiles[index].setGeometry(x, y, wide, height)
            x += wide + (self._look.px(GAP) if self._look else 0)
        return height

    def _place_heading(self, number: int, text: str, width: int, y: int) -> int:
        assert self._look is not None
        if number == len(self._headings):
            self._headings.append(TextLabel("serif", 16, "ink", self, bold=True))
        heading = self._headings[number]
        heading.show_text(text, self._look)
        height = heading.fit(width)
        top = y + self._look.px(10 if y else 2)
        heading.setGeometry(0, top, width, height)
        heading.show()
        return top + height + self._look.px(4)

    def _place_empty(self, width: int) -> int:
        self._rows = []
        for heading in self._headings:
            heading.hide()
        height = self._empty.fit(width)
        self._empty.setGeometry(0, 0, width, height)
        return height


class TileRow(TilePool):
    """The strip's tiles; the chosen one has its sentence, or only the way into the text where the row is low."""

    def fit(self, width: int, height: int) -> tuple[int, int]:
        """Places the tiles in a height, or in what they need; the size they take. They are seen `width` at a time."""
        if self._look is None:
            return 0, 0
        look = self._look
        margin = look.px(_MARGIN)
        widths, tall = self._sizes(width - 2 * margin, height - 2 * margin)
        x, y = margin, max(margin, (height - tall) // 2)
        for index, wide in enumerate(widths):
            self._tiles[index].setGeometry(x, y, wide, tall)
            x += wide + look.px(GAP)
        self._rows = [list(range(len(widths)))]
        if not widths:
            wide = width - 2 * margin
            self._empty.setGeometry(x, y, wide, self._empty.fit(wide))
        x += self._place_more(x, y, look.px(_WIDTHS[0]))[0]
        self._place_links()
        return x + margin, max(height, tall + 2 * margin)

    def _sizes(self, widest: int, room: int) -> tuple[list[int], int]:
        """The width of each tile, and the height of all."""
        sizes = [self._size(tile, widest, room) for tile in self._tiles[: self._used]]
        return [wide for wide, _ in sizes], max((height for _, height in sizes), default=0)

    def _size(self, tile: MetricTile, widest: int, room: int) -> tuple[int, int]:
        """The first width with which a tile has room, else the size that is least high."""
        assert self._look is not None
        ways: list[tuple[int, TileExtent]] = [(wide, "brief") for wide in _WIDTHS]
        if tile.isChecked():
            ways = [*((wide, "whole") for wide in _OPEN_WIDTHS), *ways, (_WIDTHS[0], "least")]
        for design, extent in ways:
            wide = min(self._look.px(design), widest)
            height = tile.fit(wide, extent)
            if height <= room:
                break
        return wide, height


def columns(width: float, scale: float, gap: float) -> int:
    """How many tiles stand side by side in `width` pixels."""
    return max(1, min(_MOST_COLUMNS, int((width + gap) / (_LEAST_TILE * scale + gap))))


def rows_of(indexes: Sequence[int], columns: int, wide: int | None) -> TileRows:
    """Tiles in rows; `wide` has one to itself, and those after it fill the row before it."""
    narrow = [index for index in indexes if index != wide]
    before = len([index for index in narrow if wide is not None and index < wide])
    rows = [narrow[start : start + columns] for start in range(0, len(narrow), columns)]
    if wide is not None and wide in indexes:
        rows.insert(-(-before // columns), [wide])
    return rows


def _shares(width: int, across: int, gap: int) -> list[int]:
    """Widths of tiles side by side that fill a width."""
    least, over = divmod(width - gap * (across - 1), across)
    return [least + (1 if column < over else 0) for column in range(across)]

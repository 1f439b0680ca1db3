"""Where tiles are placed: in columns, or in one row."""

from collections.abc import Sequence
from typing import Final, NamedTuple, Protocol

from PySide6.QtWidgets import QWidget

from exhibit.ui.metrics.shown import TileGroupShown
from exhibit.ui.metrics.tile import MetricTile
from exhibit.ui.metrics.tile_layout import TileExtent
from exhibit.ui.widgets.row_heights import RowLines
from exhibit.ui.widgets.text_label import TextLabel
from exhibit.ui.widgets.text_look import TextLook

_TILE_GAP: Final = 2
"""Design pixels between tiles, beside the room for their focus rings."""
_MIN_TILE_WIDTH: Final = 138
"""Design pixels of a tile that shares a row of a column layout, at least."""
_MAX_COLUMNS: Final = 3
"""Tiles in a row of a column layout, at most."""
_TILE_WIDTHS: Final = (176, 230, 300)
"""Design pixels of a tile in the one row: the first width whose height has room."""
_CHOSEN_TILE_WIDTHS: Final = (400, 520, 640)
"""The same for the chosen tile with its sentence."""


class ArrangedTiles(NamedTuple):
    """The numbers of the tiles row by row, and the size of all in pixels."""

    rows: RowLines
    width: int
    height: int
    end: tuple[int, int, int]
    """Where something can follow the tiles: left, top, and the width it may take, in pixels."""


class TileArrangement(Protocol):
    """Places tiles."""

    def arrange(
        self, tiles: Sequence[MetricTile], groups: Sequence[TileGroupShown], look: TextLook, room: tuple[int, int]
    ) -> ArrangedTiles:
        """Places the first tiles of groups. `room` is the width and the height that can be seen, in pixels."""
        ...


class TileColumns:
    """Groups under headings, each in rows of tiles of equal height; the chosen tile has a row of its own."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent
        self._headings: list[TextLabel] = []

    def arrange(
        self, tiles: Sequence[MetricTile], groups: Sequence[TileGroupShown], look: TextLook, room: tuple[int, int]
    ) -> ArrangedTiles:
        """Places the tiles in the width of `room`; the height may be larger."""
        width, gap = room[0], look.px(_TILE_GAP)
        columns = column_count(width, look.theme.scale, gap)
        y = start = headings = 0
        rows: list[list[int]] = []
        for group in groups:
            indexes = range(start, min(start + len(group.tiles), len(tiles)))
            start += len(group.tiles)
            if indexes and group.heading:
                y = self._place_heading(headings, group.heading, look, (width, y))
                headings += 1
            wide = next((index for index in indexes if tiles[index].isChecked()), None)
            for row in rows_of(indexes, columns, wide):
                rows.append(row)
                widths = [width] if row == [wide] else _equal_widths(width, columns, gap)
                y += _place_row([tiles[index] for index in row], widths, y, gap) + gap
        for heading in self._headings[headings:]:
            heading.hide()
        return ArrangedTiles(rows, width, y, (0, y, width))

    def _place_heading(self, number: int, text: str, look: TextLook, where: tuple[int, int]) -> int:
        """Places a heading in a width, below a height; returns where it ends."""
        width, y = where
        if number == len(self._headings):
            self._headings.append(TextLabel("serif", 16, "ink", self._parent, bold=True))
        heading = self._headings[number]
        heading.show_text(text, look)
        height = heading.fit(width)
        top = y + look.px(10 if y else 2)
        heading.setGeometry(0, top, width, height)
        heading.show()
        return top + height + look.px(4)


class TileRow:
    """One row of tiles of equal height. A chosen tile without room for its sentence shows less."""

    def arrange(
        self, tiles: Sequence[MetricTile], _groups: Sequence[TileGroupShown], look: TextLook, room: tuple[int, int]
    ) -> ArrangedTiles:
        """Places the tiles in the middle of the height of `room`; both width and height may be larger."""
        width, height = room
        sizes = [_row_tile_size(tile, look, room) for tile in tiles]
        tile_height = max((high for _, high in sizes), default=0)
        x, y = 0, max(0, (height - tile_height) // 2)
        for tile, (tile_width, _) in zip(tiles, sizes, strict=True):
            tile.setGeometry(x, y, tile_width, tile_height)
            x += tile_width + look.px(_TILE_GAP)
        end = (x, y, look.px(_TILE_WIDTHS[0]) if tiles else width)
        return ArrangedTiles([range(len(tiles))], x, max(height, tile_height), end)


def column_count(width: float, scale: float, gap: float) -> int:
    """How many tiles share a row in a width; width and gap in pixels, `scale` of the theme."""
    return max(1, min(_MAX_COLUMNS, int((width + gap) / (_MIN_TILE_WIDTH * scale + gap))))


def rows_of(indexes: Sequence[int], columns: int, wide: int | None) -> list[list[int]]:
    """Tiles in rows; the tile `wide` has a row of its own, and the tiles after it fill the row before it."""
    narrow = [index for index in indexes if index != wide]
    before = len([index for index in narrow if wide is not None and index < wide])
    rows = [narrow[start : start + columns] for start in range(0, len(narrow), columns)]
    if wide is not None and wide in indexes:
        rows.insert(-(-before // columns), [wide])
    return rows


def _place_row(tiles: Sequence[MetricTile], widths: Sequence[int], y: int, gap: int) -> int:
    """Places tiles side by side; returns the height of all."""
    sized = list(zip(tiles, widths, strict=False))  # the last row may have fewer tiles
    height = max(tile.fit(width, "whole") for tile, width in sized)
    x = 0
    for tile, width in sized:
        tile.setGeometry(x, y, width, height)
        x += width + gap
    return height


def _row_tile_size(tile: MetricTile, look: TextLook, room: tuple[int, int]) -> tuple[int, int]:
    """The first size of a tile in the one row that has room, else the last that is tried; in pixels."""
    width = height = 0
    for design_width, extent in _row_tile_forms(chosen=tile.isChecked()):
        width = min(look.px(design_width), room[0])
        height = tile.fit(width, extent)
        if height <= room[1]:
            break
    return width, height


def _row_tile_forms(*, chosen: bool) -> Sequence[tuple[int, TileExtent]]:
    """Widths in design pixels, and how much a tile shows in each; the best first."""
    brief: list[tuple[int, TileExtent]] = [(width, "brief") for width in _TILE_WIDTHS]
    if not chosen:
        return brief
    return [*((width, "whole") for width in _CHOSEN_TILE_WIDTHS), *brief, (_TILE_WIDTHS[0], "minimal")]


def _equal_widths(width: int, columns: int, gap: int) -> list[int]:
    """Widths of tiles side by side that fill a width, in pixels."""
    share, over = divmod(width - gap * (columns - 1), columns)
    return [share + (1 if column < over else 0) for column in range(columns)]

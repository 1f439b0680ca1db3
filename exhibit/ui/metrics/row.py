"""Tiles in one row, all of one height."""

from typing import Final

from exhibit.ui.metrics.tile import MetricTile
from exhibit.ui.metrics.tile_layout import TileExtent
from exhibit.ui.metrics.tile_pool import GAP, TilePool

_WIDTHS: Final = (176, 230, 300)
"""Design pixels a tile is wide: the first with which it is low enough."""
_OPEN_WIDTHS: Final = (400, 520, 640)
"""The same with the sentence of the chosen one."""
_MARGIN: Final = 10


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

"""Tiles in one row, all of one size."""

from typing import Final

from exhibit.ui.metrics.field import GAP, TileField

_TILE: Final = 176
"""Design pixels a tile is wide."""
_MARGIN: Final = 10


class TileRow(TileField):
    """The strip's tiles; the chosen one only adds the way into the text."""

    def fit(self, height: int) -> tuple[int, int]:
        """Places the tiles in a height, or in what they need; the size they take."""
        if self._look is None:
            return 0, 0
        look, tiles = self._look, self._tiles[: self._used]
        wide, gap, margin = look.px(_TILE), look.px(GAP), look.px(_MARGIN)
        tall = max([height - 2 * margin, *(tile.fit(wide, whole=False) for tile in tiles)])
        for index, tile in enumerate(tiles):
            tile.setGeometry(margin + index * (wide + gap), margin, wide, tall)
        self._rows = [list(range(len(tiles)))]
        x = margin + max(1, len(tiles)) * (wide + gap)
        if not tiles:
            self._empty.setGeometry(margin, margin, wide, self._empty.fit(wide))
        x += self._place_more(x, margin, wide)[0]
        self._place_way()
        return x + margin, tall + 2 * margin

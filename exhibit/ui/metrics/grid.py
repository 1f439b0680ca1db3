"""In how many columns tiles stand, and which tile an arrow key leads to; no Qt."""

from collections.abc import Sequence
from typing import Final

from exhibit.ui.widgets.layout import FocusDirection

TileRows = list[list[int]]

_LEAST_TILE: Final = 138
"""Design pixels a tile is wide at least where several share a row."""
_MOST_COLUMNS: Final = 3


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


def neighbour(rows: TileRows, index: int, way: FocusDirection) -> int:
    """The tile one step away, or the same at an edge."""
    order = [one for row in rows for one in row]
    if way in ("first", "last"):
        return order[0] if way == "first" else order[-1]
    if way in ("left", "right"):
        at = order.index(index) + (1 if way == "right" else -1)
        return order[max(0, min(at, len(order) - 1))]
    row = next(number for number, row in enumerate(rows) if index in row)
    target = row + (1 if way == "down" else -1)
    if not 0 <= target < len(rows):
        return index
    return rows[target][min(rows[row].index(index), len(rows[target]) - 1)]

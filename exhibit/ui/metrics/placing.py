"""Where tiles and chips stand, and which tile an arrow key leads to; no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

Way = Literal["left", "right", "up", "down", "first", "last"]
Rows = list[list[int]]

_LEAST_TILE: Final = 138
"""Design pixels a tile is wide at least where several share a row."""
_MOST_COLUMNS: Final = 3


def columns(width: float, scale: float, gap: float) -> int:
    """How many tiles stand side by side in `width` pixels."""
    return max(1, min(_MOST_COLUMNS, int((width + gap) / (_LEAST_TILE * scale + gap))))


def rows_of(indexes: Sequence[int], columns: int, wide: int | None) -> Rows:
    """Tiles in rows; `wide` has one to itself, and those after it fill the row before it."""
    narrow = [index for index in indexes if index != wide]
    before = len([index for index in narrow if wide is not None and index < wide])
    rows = [narrow[start : start + columns] for start in range(0, len(narrow), columns)]
    if wide is not None and wide in indexes:
        rows.insert(-(-before // columns), [wide])
    return rows


def neighbour(rows: Rows, index: int, way: Way) -> int:
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


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in whole pixels."""

    x: int
    y: int
    width: int
    height: int


def flow(sizes: Sequence[tuple[int, int]], width: int, gap: int, *, spread: bool = False) -> list[Box]:
    """Sizes put one after the other, in as many lines as they need; `spread` sends the last of a line to its end."""
    lines: list[list[int]] = []
    used = width
    for index, (wide, _) in enumerate(sizes):
        if not lines or used + gap + wide > width:
            lines.append([])
            used = -gap
        lines[-1].append(index)
        used += gap + wide
    boxes, y = [], 0
    for line in lines:
        tall = max(sizes[index][1] for index in line)
        boxes += _line(line, sizes, (width, y, tall, gap), spread)
        y += tall + gap
    return boxes


def _line(
    line: Sequence[int], sizes: Sequence[tuple[int, int]], room: tuple[int, int, int, int], spread: bool
) -> list[Box]:
    width, y, tall, gap = room
    boxes, x = [], 0
    for index in line:
        wide, high = sizes[index]
        if spread and len(line) > 1 and index == line[-1]:
            x = width - wide
        boxes.append(Box(x, y + (tall - high) // 2, wide, high))
        x += wide + gap
    return boxes


def scrolled(at: int, view: int, top: int, bottom: int) -> int:
    """The scroll position nearest to `at` that shows `top` to `bottom`; the top where both have no room."""
    if top < at or bottom - top > view:
        return top
    return max(at, bottom - view)

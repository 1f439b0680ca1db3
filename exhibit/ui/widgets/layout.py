"""Layout of boxes: in lines, in columns, and how far to scroll to one; no Qt."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

FocusDirection = Literal["left", "right", "up", "down", "first", "last"]
"""Where an arrow key, Home or End moves the focus."""


class PixelBox(NamedTuple):
    """A rectangle in whole pixels."""

    x: int
    y: int
    width: int
    height: int


def flow(sizes: Sequence[tuple[int, int]], width: int, gap: int, *, spread: bool = False) -> list[PixelBox]:
    """Lays sizes out in lines from left to right; `spread` puts the last of a line at its end."""
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
) -> list[PixelBox]:
    width, y, tall, gap = room
    boxes, x = [], 0
    for index in line:
        wide, high = sizes[index]
        if spread and len(line) > 1 and index == line[-1]:
            x = width - wide
        boxes.append(PixelBox(x, y + (tall - high) // 2, wide, high))
        x += wide + gap
    return boxes


def stacked(heights: Sequence[int], across: int, width: int, gap: int) -> list[PixelBox]:
    """Lays boxes of one width out in columns, each in the column that is shortest so far."""
    ends = [0] * across
    boxes = []
    for height in heights:
        column = ends.index(min(ends))
        boxes.append(PixelBox(column * (width + gap), ends[column], width, height))
        ends[column] += height + gap
    return boxes


def scrolled(at: int, view: int, top: int, bottom: int) -> int:
    """The scroll position nearest to `at` that shows `top` to `bottom`, or `top` where both have no room."""
    if top < at or bottom - top > view:
        return top
    return max(at, bottom - view)

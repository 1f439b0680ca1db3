"""A table for a terminal: columns as wide as their widest cell."""

from collections.abc import Sequence


def print_table(rows: Sequence[Sequence[str]]) -> None:
    """Prints rows of cells; the first row is the head."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
        print("  ".join(cells).rstrip())


def _width(cell: str) -> int:
    """Columns of a terminal: a Chinese character takes two."""
    return sum(2 if ord(character) >= 0x1100 else 1 for character in cell)

"""Tiles in columns, in groups under headings."""

from PySide6.QtWidgets import QWidget

from exhibit.ui.metrics.grid import columns, rows_of
from exhibit.ui.metrics.tile_pool import GAP, TilePool
from exhibit.ui.widgets.text_label import TextLabel
from exhibit.ui.widgets.text_look import TextLook


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


def _shares(width: int, across: int, gap: int) -> list[int]:
    """Widths of tiles side by side that fill a width."""
    least, over = divmod(width - gap * (across - 1), across)
    return [least + (1 if column < over else 0) for column in range(across)]

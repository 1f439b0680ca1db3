"""The tiles of a list: buttons that are made once and filled again for another list."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from exhibit.model.state import InterfaceLanguage
from exhibit.strings import say
from exhibit.ui.metrics.shown import MetricsShown
from exhibit.ui.metrics.tile import MetricTile
from exhibit.ui.metrics.tile_arrangement import TileArrangement
from exhibit.ui.metrics.tile_shown import TileShown
from exhibit.ui.qt_override import qt_override
from exhibit.ui.widgets.button import ways
from exhibit.ui.widgets.chips import ChipButton
from exhibit.ui.widgets.choice import ChoiceShown
from exhibit.ui.widgets.layout import FocusDirection
from exhibit.ui.widgets.link_button import LinkButton
from exhibit.ui.widgets.row_heights import RowLines, neighbour
from exhibit.ui.widgets.text_label import TextLabel
from exhibit.ui.widgets.text_look import TextLook

TILES_PER_PAGE: Final = 60
"""Tiles shown before the button for more is pressed, and added by it."""
_FIRST_TILES: Final = 14
"""Tiles made before the first paint; it does not wait for the others."""


class TilePool(QWidget):
    """Shows figures as tiles, with the links on the chosen tile and a button for more tiles.

    Where the tiles are placed is up to its arrangement. Arrow keys go from tile to tile.
    """

    chosen = Signal(str)
    """A tile was pressed: the id of its figure."""
    followed = Signal(object)
    """A link on the chosen tile was pressed: its LinkTarget."""
    grown = Signal()
    """There are more tiles; `fit` must follow."""
    reached = Signal(QRect)
    """An arrow key moved the focus to the tile in this box."""

    def __init__(self, parent: QWidget, *, tiles_per_page: int = TILES_PER_PAGE) -> None:
        super().__init__(parent)
        self._tiles_per_page = tiles_per_page
        self._shown: MetricsShown | None = None
        self._look: TextLook | None = None
        self._language: InterfaceLanguage = "hans"
        self._tiles: list[MetricTile] = []
        self._rows: RowLines = []
        self._current = 0
        self._max_tiles = _FIRST_TILES
        self._make()

    def _make(self) -> None:
        self._empty = TextLabel("sans", 15, "soft", self)
        self._more = ChipButton(self, bordered=True)
        self._more.setCheckable(False)
        self._more.hide()
        self._more.clicked.connect(self._show_more)
        self._links = ChosenTileLinks(self)
        self._links.followed.connect(self.followed)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._group.buttonClicked.connect(self._choose)
        self._after_paint = QTimer(self)
        self._after_paint.setSingleShot(True)
        self._after_paint.timeout.connect(self._show_page)

    # What the view asks for

    def fill(self, shown: MetricsShown, look: TextLook, language: InterfaceLanguage) -> None:
        """Shows other tiles, or the same in another look; `fit` must follow."""
        before, self._shown = self._shown, shown
        self._look, self._language = look, language
        tiles = shown.tiles
        if before is None or [tile.id for tile in before.tiles] != [tile.id for tile in tiles]:
            self._max_tiles = min(self._max_tiles, self._tiles_per_page)
        chosen = next((index for index, tile in enumerate(tiles) if tile.detail), None)
        if chosen is not None:
            self._max_tiles = max(self._max_tiles, chosen + 1)
        self._fill_tiles(tiles[: self._max_tiles], look)
        self._fill_more(len(tiles), look)
        self._empty.show_text(shown.empty, look)
        self._empty.setVisible(bool(shown.empty))
        if chosen is not None:
            self._set_current(chosen)

    def fit(self, arrangement: TileArrangement, room: tuple[int, int]) -> tuple[int, int]:
        """Places everything in the width and height that can be seen; returns the size it takes, all in pixels."""
        if self._shown is None or self._look is None:
            return 0, 0
        arranged = arrangement.arrange(self._used_tiles, self._shown.groups, self._look, room)
        self._rows = arranged.rows
        right, bottom = self._place_end(*arranged.end)
        if self._tiles:
            self._links.place(self._chosen_tile, self._tiles[-1], self._look)
        return max(arranged.width, right), max(arranged.height, bottom)

    @property
    def chosen_box(self) -> QRect | None:
        """The box of the chosen tile, in pixels of this widget."""
        return self._chosen_tile.geometry() if self._chosen_tile else None

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Moves the focus to the tile that had it last."""
        if self._used_tiles:
            self._used_tiles[self._current].setFocus(reason)

    # Tiles

    @property
    def _used_tiles(self) -> Sequence[MetricTile]:
        """The tiles that show a figure; the others are hidden."""
        return self._tiles[: min(len(self._shown.tiles), self._max_tiles)] if self._shown else ()

    @property
    def _chosen_tile(self) -> MetricTile | None:
        return next((tile for tile in self._used_tiles if tile.isChecked()), None)

    def _fill_tiles(self, tiles: Sequence[TileShown], look: TextLook) -> None:
        """Shows figures; the focus stays on its figure, or goes to the first."""
        focused = next((tile.tile.id for tile in self._tiles if tile.hasFocus() and tile.tile), None)
        while len(self._tiles) < len(tiles):
            self._add_tile()
        for tile, shown in zip(self._tiles, tiles, strict=False):
            tile.show_tile(shown, look)
        if focused is not None and tiles:
            index = next((index for index, shown in enumerate(tiles) if shown.id == focused), 0)
            self._set_current(index)
            self._tiles[index].setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._current >= len(tiles):
            self._set_current(0)
        for index, tile in enumerate(self._tiles):
            tile.setVisible(index < len(tiles))

    def _add_tile(self) -> None:
        tile = MetricTile(self)
        tile.setFocusPolicy(Qt.FocusPolicy.ClickFocus if self._tiles else Qt.FocusPolicy.StrongFocus)
        self._group.addButton(tile)
        QWidget.setTabOrder(self._tiles[-1] if self._tiles else self._empty, tile)
        self._tiles.append(tile)

    def _choose(self, tile: MetricTile) -> None:
        self._set_current(self._tiles.index(tile))
        if tile.tile:
            self.chosen.emit(tile.tile.id)

    def _set_current(self, index: int) -> None:
        """Makes a tile the only one that Tab reaches."""
        if index != self._current and self._current < len(self._tiles):
            self._tiles[self._current].setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._current = index
        if index < len(self._tiles):
            self._tiles[index].setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # More tiles

    @property
    def _has_more(self) -> bool:
        return self._shown is not None and self._tiles_per_page <= self._max_tiles < len(self._shown.tiles)

    def _fill_more(self, total: int, look: TextLook) -> None:
        if self._has_more:
            count = min(self._tiles_per_page, total - self._max_tiles)
            label = say("metrics-more", self._language, count=count, total=total)
            self._more.show_choice(ChoiceShown("", label, False), look)
        self._more.setVisible(self._has_more)

    def _place_end(self, x: int, y: int, width: int) -> tuple[int, int]:
        """Places the button for more tiles, or the text if there is no tile; returns its right and its bottom."""
        if self._shown and self._shown.empty:
            size = width, self._empty.fit(width)
            self._empty.setGeometry(x, y, *size)
        elif self._has_more:
            natural = min(self._more.natural(), width)
            size = natural, self._more.fit(natural)
            self._more.setGeometry(x, y, *size)
        else:
            size = 0, 0
        return x + size[0], y + size[1]

    def _show_more(self) -> None:
        self._max_tiles += self._tiles_per_page
        self._fill_again()

    def _show_page(self) -> None:
        self._max_tiles = max(self._max_tiles, self._tiles_per_page)
        self._fill_again()

    def _fill_again(self) -> None:
        if self._shown and self._look:
            self.fill(self._shown, self._look, self._language)
            self.grown.emit()

    # Keys

    def _step(self, start: int, direction: FocusDirection) -> None:
        index = neighbour(self._rows, start, direction, lambda _: True)
        self._set_current(index)
        self._tiles[index].setFocus(Qt.FocusReason.TabFocusReason)
        self.reached.emit(self._tiles[index].geometry())

    # Qt calls these

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = next((index for index, tile in enumerate(self._tiles) if tile.hasFocus()), None)
        if focused is not None and (direction := ways().get(event.key())):
            self._step(focused, direction)
        else:
            super().keyPressEvent(event)

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints nothing, but makes the tiles that the first paint did not wait for."""
        if self._max_tiles < self._tiles_per_page:
            self._after_paint.start(0)


class ChosenTileLinks(QObject):
    """The buttons of the links on the chosen tile. They lie over the tile, because a button cannot hold others."""

    followed = Signal(object)
    """A LinkTarget."""

    def __init__(self, pool: QWidget) -> None:
        super().__init__(pool)
        self._pool = pool
        self._buttons: list[LinkButton] = []
        self._targets: list[object] = []

    def place(self, tile: MetricTile | None, last_tile: MetricTile, look: TextLook) -> None:
        """Shows the links of a laid out tile on it, or none; Tab reaches them after the last tile."""
        links = tile.tile_layout.links if tile else []
        left, top = (tile.x(), tile.y()) if tile else (0, 0)
        self._targets = [link.target for link, _ in links]
        while len(self._buttons) < len(links):
            self._add_button(self._buttons[-1] if self._buttons else last_tile)
        for number, (button, (link, box)) in enumerate(zip(self._buttons, links, strict=False)):
            button.show_link(str(number), link.label, look, link.where)
            button.fit(box.width)
            button.setGeometry(left + box.x, top + box.y, box.width, box.height)
            button.raise_()
        for number, button in enumerate(self._buttons):
            button.setVisible(number < len(links))

    def _add_button(self, before: QWidget) -> None:
        button = LinkButton(self._pool)
        button.setObjectName("tile-link")
        button.followed.connect(self._follow)
        QWidget.setTabOrder(before, button)
        self._buttons.append(button)

    def _follow(self, number: str) -> None:
        self.followed.emit(self._targets[int(number)])

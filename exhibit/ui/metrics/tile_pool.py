"""The tiles: a pool of buttons that is filled again for every list."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from exhibit.model.state import InterfaceLanguage
from exhibit.strings import say
from exhibit.ui.metrics.shown import MetricsShown
from exhibit.ui.metrics.tile import MetricTile
from exhibit.ui.metrics.tile_shown import TileShown
from exhibit.ui.widgets.button import ways
from exhibit.ui.widgets.chips import ChipButton
from exhibit.ui.widgets.choice import ChoiceShown
from exhibit.ui.widgets.layout import FocusDirection
from exhibit.ui.widgets.link_button import LinkButton
from exhibit.ui.widgets.row_heights import neighbour
from exhibit.ui.widgets.text_label import TextLabel
from exhibit.ui.widgets.text_look import TextLook

TileRows = list[list[int]]

_FIRST: Final = 14
"""Tiles made before the first paint; the others follow it."""
_AT_ONCE: Final = 60
GAP: Final = 2
"""Design pixels between tiles, beside the room for their rings."""


class TilePool(QWidget):
    """Fills tiles; a kind of it says where they stand (`fit`)."""

    chosen = Signal(str)
    followed = Signal(object)
    """A way from the chosen tile: a LinkShown."""
    outgrown = Signal()
    """It holds more than when it was last fitted."""
    reached = Signal(QRect)
    """The keyboard went to a tile that stands there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: MetricsShown | None = None
        self._look: TextLook | None = None
        self._language: InterfaceLanguage = "hans"
        self._tiles: list[MetricTile] = []
        self._rows: TileRows = []
        self._current = 0
        self._most = _FIRST
        self._make()

    def _make(self) -> None:
        self._empty = TextLabel("sans", 15, "soft", self)
        self._links: list[LinkButton] = []
        self._more = ChipButton(self, bordered=True)
        self._more.setCheckable(False)
        self._more.hide()
        self._more.clicked.connect(self._show_more)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._group.buttonClicked.connect(self._choose)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._make_rest)

    def fill(self, shown: MetricsShown, look: TextLook, language: InterfaceLanguage) -> None:
        """Shows other tiles, or the same in another look; `fit` must follow."""
        before, self._shown = self._shown, shown
        self._look, self._language = look, language
        tiles = shown.tiles
        if before is None or [tile.id for tile in before.tiles] != [tile.id for tile in tiles]:
            self._most = min(self._most, _AT_ONCE)
        at = next((index for index, tile in enumerate(tiles) if tile.open), None)
        self._most = max(self._most, (at or 0) + 1)
        self._fill_tiles(tiles[: self._most], look)
        self._fill_more(len(tiles), look)
        self._empty.show_text(shown.empty, look)
        self._empty.setVisible(bool(shown.empty))
        if at is not None:
            self._stand(at)

    def open_tile(self) -> QRect | None:
        """Where the chosen tile stands."""
        found = next((tile for tile in self._tiles[: self._used] if tile.isChecked()), None)
        return found.geometry() if found else None

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """The keyboard goes to the tile it was at last."""
        if self._used:
            self._tiles[self._current].setFocus(reason)

    @property
    def _used(self) -> int:
        return min(len(self._shown.tiles), self._most) if self._shown else 0

    @property
    def _more_wanted(self) -> bool:
        return self._shown is not None and _AT_ONCE <= self._most < len(self._shown.tiles)

    def _fill_tiles(self, tiles: tuple[TileShown, ...], look: TextLook) -> None:
        focused = next((tile.tile.id for tile in self._tiles if tile.hasFocus() and tile.tile), None)
        self._make_tiles(len(tiles))
        for tile, shown in zip(self._tiles, tiles, strict=False):
            tile.show_tile(shown, look)
        if focused is not None and tiles:
            index = next((index for index, shown in enumerate(tiles) if shown.id == focused), 0)
            self._stand(index)
            self._tiles[index].setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._current >= len(tiles):
            self._stand(0)
        for index, tile in enumerate(self._tiles):
            tile.setVisible(index < len(tiles))

    def _make_tiles(self, count: int) -> None:
        while len(self._tiles) < count:
            tile = MetricTile(self)
            first = not self._tiles
            tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus if first else Qt.FocusPolicy.ClickFocus)
            self._group.addButton(tile)
            QWidget.setTabOrder(self._tiles[-1] if self._tiles else self._empty, tile)
            self._tiles.append(tile)
            if len(self._tiles) == count:
                self._order_links()

    def _place_more(self, x: int, y: int, width: int) -> tuple[int, int]:
        """Places the way to more tiles, if there are more; its size."""
        if not self._more_wanted:
            return 0, 0
        wide = min(self._more.natural(), width)
        high = self._more.fit(wide)
        self._more.setGeometry(x, y, wide, high)
        return wide, high

    def _fill_more(self, total: int, look: TextLook) -> None:
        if self._more_wanted:
            count = min(_AT_ONCE, total - self._most)
            label = say("metrics-more", self._language, count=count, total=total)
            self._more.show_choice(ChoiceShown("", label, False), look)
        self._more.setVisible(self._more_wanted)

    def _place_links(self) -> None:
        """The ways from the chosen tile stand on it."""
        chosen = next((tile for tile in self._tiles[: self._used] if tile.isChecked()), None)
        ways = chosen.face.links if chosen and self._look else []
        while len(self._links) < len(ways):
            link = LinkButton(self)
            link.setObjectName("tile-link")
            link.followed.connect(self._follow)
            self._links.append(link)
            self._order_links()
        for number, (link, (way, box)) in enumerate(zip(self._links, ways, strict=False)):
            assert chosen is not None
            assert self._look is not None
            link.show_link(str(number), way.label, self._look, way.where)
            link.fit(box.width)
            link.setGeometry(chosen.x() + box.x, chosen.y() + box.y, box.width, box.height)
            link.raise_()
        for number, link in enumerate(self._links):
            link.setVisible(number < len(ways))

    def _order_links(self) -> None:
        """Tab goes from the tiles to the ways, and on to more tiles."""
        for before, after in pairwise([*self._tiles[-1:], *self._links, self._more]):
            QWidget.setTabOrder(before, after)

    def _follow(self, number: str) -> None:
        chosen = next((tile for tile in self._tiles[: self._used] if tile.isChecked()), None)
        if chosen:
            self.followed.emit(chosen.face.links[int(number)][0])

    def _show_more(self) -> None:
        self._most += _AT_ONCE
        self._fill_again()

    def _make_rest(self) -> None:
        self._most = max(self._most, _AT_ONCE)
        self._fill_again()

    def _fill_again(self) -> None:
        if self._shown and self._look:
            self.fill(self._shown, self._look, self._language)
            self.outgrown.emit()

    def _step(self, start: int, way: FocusDirection) -> None:
        index = neighbour(self._rows, start, way, lambda _: True)
        self._stand(index)
        self._tiles[index].setFocus(Qt.FocusReason.TabFocusReason)
        self.reached.emit(self._tiles[index].geometry())

    def _choose(self, tile: MetricTile) -> None:
        self._stand(self._tiles.index(tile))
        if tile.tile:
            self.chosen.emit(tile.tile.id)

    def _stand(self, index: int) -> None:
        """Makes a tile the one that Tab enters."""
        if index != self._current and self._current < len(self._tiles):
            self._tiles[self._current].setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._current = index
        if index < len(self._tiles):
            self._tiles[index].setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # Qt calls these

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = next((index for index, tile in enumerate(self._tiles) if tile.hasFocus()), None)
        if focused is not None and (way := ways().get(event.key())):
            self._step(focused, way)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look:
            painter = QPainter(self)
            painter.fillRect(event.rect(), QColor(self._look.theme.colours.panel))
            painter.end()
        if self._most < _AT_ONCE:
            self._rest.start(0)

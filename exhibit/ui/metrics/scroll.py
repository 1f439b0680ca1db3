"""What the panel and the strip share: they follow the session and bring the chosen tile in sight."""

from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from exhibit.model.state import State
from exhibit.session import Session
from exhibit.ui.metrics.shown import MetricsShown, metrics_shown
from exhibit.ui.metrics.tile_pool import TilePool
from exhibit.ui.metrics.tile_shown import LinkShown
from exhibit.ui.session_view import is_explicitly_hidden
from exhibit.ui.widgets.layout import scrolled
from exhibit.ui.widgets.scroll import follow_finger, without_reading
from exhibit.ui.widgets.text_look import TextLook, look_for

_LEAST: Final = 40
"""Pixels below which a size is none: the window has not placed it yet."""


class MetricScroll(QScrollArea):
    """Scrolls over tiles. It does not refresh while it is hidden."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._seen: State | None = None
        self._shown: MetricsShown | None = None
        self._look: TextLook | None = None
        self._sized = False
        self._was_seen = False
        self._field = self._make()
        follow_finger(self)
        self._connect()
        self._refresh()

    def _make(self) -> TilePool:
        """Makes the page and sets it; returns its tiles."""
        raise NotImplementedError

    def _fill(self, shown: MetricsShown, look: TextLook) -> None:
        """Shows other content; `_fit` follows."""
        raise NotImplementedError

    def _fit(self) -> None:
        """Lays the page out for the size there is."""
        raise NotImplementedError

    def _connect(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._field.chosen.connect(self._choose)
        self._field.followed.connect(self._follow)
        self._field.outgrown.connect(self._grow)
        self._field.reached.connect(self._reveal)
        self._session.settled.connect(self._refresh)

    def _refresh(self) -> None:
        state = without_reading(self._session.state)
        if is_explicitly_hidden(self) or state == self._seen:
            return
        self._seen = state
        before, shown = self._shown, metrics_shown(self._session.package, state)
        look = look_for(self._session.theme, state.script)
        if shown == before and look == self._look:
            return
        self._shown, self._look = shown, look
        self._fill(shown, look)
        if self._sized:
            self._fit()
            self._scroll_on(before, shown)

    def _scroll_on(self, before: MetricsShown | None, shown: MetricsShown) -> None:
        """To the tile that was chosen, or to the beginning of another list."""
        if shown.chosen and (before is None or shown.chosen != before.chosen):
            self._reveal(self._field.open_tile())
        elif before and [tile.id for tile in before.tiles] != [tile.id for tile in shown.tiles]:
            self.verticalScrollBar().setValue(0)
            self.horizontalScrollBar().setValue(0)

    def _place_of(self, tile: QRect) -> QRect:
        """Where it stands on the page."""
        return tile if self._field is self.widget() else tile.translated(self._field.pos())

    def _view(self) -> QRect:
        """The part of the page in sight; asking for the viewport itself would load every enum of Qt."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        width = self.width() - (down.width() if down.isVisible() else 0)
        height = self.height() - (across.height() if across.isVisible() else 0)
        return QRect(across.value(), down.value(), width, height)

    def _in_sight(self, tile: QRect | None) -> bool:
        return tile is not None and self._view().intersects(self._place_of(tile))

    def _reveal(self, tile: QRect | None) -> bool:
        """Scrolls no further than needed. Returns whether it could: a page not yet laid out has nowhere to scroll."""
        if tile is None:
            return True
        place, view = self._place_of(tile), self._view()
        wanted = (
            (self.horizontalScrollBar(), scrolled(view.left(), view.width(), place.left(), place.right() + 1)),
            (self.verticalScrollBar(), scrolled(view.top(), view.height(), place.top(), place.bottom() + 1)),
        )
        for bar, value in wanted:
            bar.setValue(value)
        return all(bar.value() == value for bar, value in wanted)

    def _reveal_first(self) -> None:
        tile = self._field.open_tile()
        awaited = tile is None and self._shown is not None and bool(self._shown.chosen)
        if self._sized and self.isVisible() and not self._was_seen and not awaited:
            self._was_seen = self._reveal(tile)

    def _grow(self) -> None:
        """More tiles have come, perhaps the chosen one."""
        self._fit()
        self._reveal_first()

    def _choose(self, metric: str) -> None:
        """Chooses a figure, or none where it was the chosen one."""
        self._session.choose_metric(None if metric == self._session.state.place.metric else metric)

    def _follow(self, link: LinkShown) -> None:
        """To another figure, to a part, or to the sentence of the chosen figure, in an edition that has it."""
        if link.part:
            self._session.choose_part(*link.part)
        elif link.metric:
            self._session.choose_metric(link.metric)
        elif link.anchor:
            self._session.choose_metric(self._session.state.place.metric)
            self._session.read_to(link.anchor)

    # Qt calls these

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()
        self._reveal_first()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._was_seen = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if min(self.width(), self.height()) < _LEAST:
            return
        keep = self._in_sight(self._field.open_tile())
        self._sized = True
        self._fit()
        if keep:
            self._reveal(self._field.open_tile())
        self._reveal_first()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._field.take_focus(event.reason())

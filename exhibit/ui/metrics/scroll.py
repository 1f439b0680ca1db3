"""What the panel and the strip of figures share."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QFocusEvent, QHideEvent, QResizeEvent

from exhibit.model.state import Anchor, State
from exhibit.ui.metrics.links import LinkedMetric, LinkedPart, LinkTarget
from exhibit.ui.metrics.shown import MetricsShown, metrics_shown
from exhibit.ui.metrics.tile_pool import TilePool
from exhibit.ui.qt_override import qt_override
from exhibit.ui.session_view import SessionView
from exhibit.ui.widgets.scroll import ColumnScroll, without_reading


class MetricScroll(SessionView[MetricsShown], ColumnScroll):
    """Scrolls over the tiles of figures, and keeps the chosen tile in sight.

    A subclass makes the tiles, passes them to `hold`, and then follows the session.
    """

    _tiles: TilePool

    def hold(self, tiles: TilePool) -> None:
        """Takes the tiles, which are children of `ground`."""
        self._tiles = tiles
        tiles.chosen.connect(self._choose)
        tiles.followed.connect(self._follow)
        tiles.grown.connect(self.fit)
        tiles.reached.connect(self._reveal_box)

    # Following the session

    def relevant(self, state: State) -> State:
        return without_reading(state)

    def derive(self, state: State) -> MetricsShown:
        return metrics_shown(self._session.package, state)

    def display(self, before: MetricsShown | None) -> None:
        self.setAccessibleName(self.shown.title)
        self.ground.look = self.look
        self._tiles.fill(self.shown, self.look, self._session.state.language)
        self._fill_head()
        self.ground.update()
        if self.isVisible():  # else it is laid out when it is shown
            self.fit()
        self._scroll_on(before)

    def _fill_head(self) -> None:
        """Shows what a subclass places around the tiles."""

    def _scroll_on(self, before: MetricsShown | None) -> None:
        """Scrolls to a tile that was not chosen before, or to the start of another list."""
        if self.shown.chosen and (before is None or self.shown.chosen != before.chosen):
            self.reveal_when_visible()
        elif before and [tile.id for tile in before.tiles] != [tile.id for tile in self.shown.tiles]:
            self.verticalScrollBar().setValue(0)
            self.horizontalScrollBar().setValue(0)

    # Scrolling

    def reveal(self) -> None:
        if box := self._tiles.chosen_box:
            self._reveal_box(box)

    def _reveal_box(self, box: QRect) -> None:
        """Scrolls to a tile's box, in pixels of the tiles."""
        self.scroll_to(box.translated(self._tiles.pos()))

    def _sees_chosen(self) -> bool:
        """Whether the chosen tile is at least partly in sight."""
        x, y = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        view, box = self.viewport().rect().translated(x, y), self._tiles.chosen_box
        return box is not None and view.intersects(box.translated(self._tiles.pos()))

    # What the visitor does

    def _choose(self, metric: str) -> None:
        """Chooses a figure, or none if it is the chosen one."""
        self._session.choose_metric(None if metric == self._session.state.place.metric else metric)

    def _follow(self, target: LinkTarget) -> None:
        """Goes where a link leads."""
        session = self._session
        if isinstance(target, Anchor):
            session.choose_metric(session.state.place.metric)  # opens an edition that has the sentence
            session.read_to(target)
        elif isinstance(target, LinkedMetric):
            session.choose_metric(target.metric)
        elif isinstance(target, LinkedPart):
            session.choose_part(target.system, target.part)
        else:
            session.choose_passage(target.article, target.edition, target.section)

    # Qt calls these

    @qt_override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.reveal_when_visible()

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        seen = self._sees_chosen()
        super().resizeEvent(event)
        if seen:
            self.reveal()

    @qt_override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._tiles.take_focus(event.reason())

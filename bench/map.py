"""The map in the real window against a QGraphicsView of the same map: a frame of hovering, a frame of zooming."""

from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from bench.desk import Desk, desk_on
from bench.effort import Effort
from bench.map_peer import GraphicsMap
from bench.painted import Watch
from bench.rows import Peer, Ratio, Row, interleaved, middle
from exhibit.ui.map.canvas import MapCanvas
from exhibit.ui.map.pins import PinButton

_TURN: Final = 30
"""A quarter of a wheel's notch, as a touchpad sends it."""
_FACTOR: Final = 1.4 ** (_TURN / 120)
_STEPS: Final = 10
"""In so many steps larger, then smaller again."""


def map_rows(first: Path, areas: Path, effort: Effort) -> list[Row]:
    """Rows of the first exhibit's own map, and of a richer one a hall may bring."""
    rows = []
    for file, which in ((first, "map"), (areas, "map of 10,000 points")):
        with desk_on(file) as desk:
            hands = _Hands(desk)
            peer = GraphicsMap(desk.session.package, hands.canvas.size())
            rows.append(_hover_row(which, hands, peer, effort))
            rows += _zoom_rows(which, hands, peer, effort)
            peer.close()
    return rows


def _hover_row(which: str, hands: "_Hands", peer: GraphicsMap, effort: Effort) -> Row:
    ours, theirs = interleaved(
        effort.frames, partial(hands.view.cost, hands.hover), partial(peer.view.cost, peer.hover)
    )
    name = "QGraphicsView, minimal update"
    return Row(f"{which}, hover frame", middle(ours), "ms", Peer(name, middle(theirs)), Ratio(1.0))


def _zoom_rows(which: str, hands: "_Hands", peer: GraphicsMap, effort: Effort) -> list[Row]:
    ways = [1] * _STEPS + [-1] * _STEPS
    our_ways, sharp_ways, their_ways = cycle(ways), cycle(ways), cycle(ways)
    hands.zoom(1)
    hands.canvas.rest()
    ours, theirs = interleaved(
        effort.frames,
        lambda: hands.view.cost(partial(hands.zoom, next(our_ways))),
        lambda: peer.view.cost(partial(peer.zoom, _FACTOR ** next(their_ways))),
    )
    (sharp,) = interleaved(
        effort.actions,
        lambda: hands.view.cost(partial(hands.zoom_sharply, next(sharp_ways))),
    )
    what, frame = f"{which}, zoom frame", middle(ours)
    return [
        Row(what, frame, "ms", Peer("the same step, all of it drawn anew", middle(sharp)), Ratio(0.2)),
        Row(what, frame, "ms", Peer("QGraphicsView, which draws all anew", middle(theirs))),
    ]


class _Hands:
    """Points at pins and turns the wheel over the map of a desk; `view` watches it."""

    def __init__(self, desk: Desk) -> None:
        canvas = desk.window.findChild(MapCanvas)
        assert isinstance(canvas, MapCanvas)
        self.canvas = canvas
        self.view = Watch(canvas)
        self._pins = canvas.findChildren(PinButton)
        self._pointed = 0

    def hover(self) -> None:
        """From one pin to the next."""
        QApplication.sendEvent(self._pins[self._pointed], QEvent(QEvent.Type.Leave))
        self._pointed = (self._pointed + 1) % len(self._pins)
        QApplication.sendEvent(self._pins[self._pointed], QEnterEvent(QPointF(), QPointF(), QPointF()))

    def zoom(self, way: int) -> None:
        """A step larger or smaller about the middle."""
        at = QPointF(self.canvas.rect().center())
        event = QWheelEvent(
            at, self.canvas.mapToGlobal(at), QPoint(), QPoint(0, way * _TURN),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(self.canvas, event)

    def zoom_sharply(self, way: int) -> None:
        """The same without the frames in between: nothing of the last view is of use."""
        self.zoom(way)
        self.canvas.rest()

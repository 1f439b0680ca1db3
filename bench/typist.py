"""A program: types into the search of a window; `python -m bench.typist FILE COUNT`.

COUNT queries of each length; of each all is there but the last character, and then that key is pressed. Prints of each
key, until what is in sight of its answer is painted: milliseconds by the clock, of processor time, and of that the
window's own thread; and of processor time until all of it is there. The first is the first key after the start.
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter, process_time, thread_time
from typing import Final

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QWidget

from bench.desk import Desk, desk_on
from exhibit.model.package import Package
from exhibit.model.search import SearchQuery

_LENGTHS: Final = (1, 2, 3, 4, 8)
_PATIENCE: Final = 20_000
"""Milliseconds after which an answer is no longer expected."""
_PAUSE: Final = 120
"""Milliseconds between keys, in which all that was put off gets done."""
_REACH: Final = 200
"""Milliseconds from the field to its first key: hands take longer."""
_IDLE: Final = 1_500
"""Milliseconds from the start to the first key."""


class Typist(QObject):
    """Presses keys in the window of a desk, and sees when what they find is painted."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._loop = QEventLoop(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._loop.quit)
        self._awaited: str | None = None
        self._list: QWidget | None = None
        """What the sentences are painted on; made when it is first shown."""
        self._seen = False
        """Whether the sentences that are awaited were painted."""
        self._end = _now()
        desk.window.installEventFilter(self)

    def key(self, query: str) -> tuple[float, float, float, float]:
        """Presses the last key of a query of which the rest is there: what its answer costs."""
        field = self._desk.window.findChild(QLineEdit, "search")
        assert isinstance(field, QLineEdit)
        self._awaited = query
        press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, query[-1])
        start = _now()
        QApplication.sendEvent(field, press)
        self.rest(_PATIENCE)
        if self._awaited is not None:
            raise TimeoutError(f"the answer to {query!r} was not painted")
        clock, processor, window = (1000 * (after - before) for before, after in zip(start, self._end, strict=True))
        return clock, processor, window, 1000 * (self._whole() - start[1])

    def prepare(self, query: str) -> None:
        """All of a query but its last character is there."""
        self._desk.session.search(SearchQuery(query[:-1]))
        self._whole()

    def rest(self, milliseconds: int) -> None:
        """Runs the event loop, as the program does while nobody types."""
        self._rest.start(milliseconds)
        self._loop.exec()
        self._rest.stop()

    def _whole(self) -> float:
        """Lets the rest be found and painted; the processor time then."""
        self.rest(_PAUSE)
        while self._desk.window.searching.stage not in ("whole", "counted"):
            self.rest(_PAUSE)
        return process_time()

    def _is_there(self) -> bool:
        """Whether the page in sight is the answer to what is awaited."""
        query = self._desk.session.state.place.query
        shown = self._desk.window.searching.stage not in ("asked", "names")
        return query is not None and query.text == self._awaited and shown

    # Qt calls this

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._seen = self._seen or (watched is self._list and self._is_there())
        elif event.type() == QEvent.Type.UpdateRequest and self._awaited is not None:
            return self._paint(event)
        return False

    def _paint(self, request: QEvent) -> bool:
        """Has the window paint all that is due, to know when that is done."""
        self._watch_list()
        self._seen = False
        self._desk.window.event(request)
        if self._seen:
            self._awaited, self._end = None, _now()
            self._loop.quit()
        return True

    def _watch_list(self) -> None:
        found = None if self._list else self._desk.window.findChild(QAbstractScrollArea, "results")
        if isinstance(found, QAbstractScrollArea):
            self._list = found.viewport()
            self._list.installEventFilter(self)


def _now() -> tuple[float, float, float]:
    """Seconds by the clock, of the process and of this thread."""
    return perf_counter(), process_time(), thread_time()


def main(file: Path, count: int) -> None:
    """Types all queries, the first without anything prepared for it."""
    application = QApplication([])
    with desk_on(file) as desk:
        first, *others = _queries(desk.session.package, count)
        typist = Typist(desk)
        typist.rest(_IDLE)
        desk.window.open_search()
        typist.rest(_REACH)
        print(*typist.key(first))
        for query in others:
            typist.prepare(query)
            print(*typist.key(query))
    application.quit()


def _queries(package: Package, count: int) -> Iterator[str]:
    """Pieces of the texts, drawn at random, the same again each time."""
    chance = random.Random(count)
    for _ in range(count):
        for length in _LENGTHS:
            text = _text(package, chance)
            start = chance.randrange(max(1, len(text) - length))
            yield text[start : start + length].strip() or text[:length]


def _text(package: Package, chance: random.Random) -> str:
    """A paragraph, or a heading."""
    region = chance.choice([region for region in package.regions() if region.articles])
    article = package.articles(region.id, chance.randrange(region.articles), 1)[0]
    return chance.choice(package.body(article.id, article.editions[0].id).blocks).text.hans


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))

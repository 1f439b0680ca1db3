"""Searches for the session's query in a background thread; results of outdated queries are dropped."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal

from exhibit.model.search import KINDS, HitKind, SearchQuery
from exhibit.session import Session
from exhibit.ui.search.progress import SearchProgress, SearchStepName
from exhibit.ui.search.results import PackageCache, SearchResults, count_on, is_counted, more_of, search_in_stages
from exhibit.ui.search.search_thread import ResultSignal, SearchWorker

_CACHE_SIZE: Final = 16
"""Answers kept with all their pages, so that the way back shows them at once."""
_WARM_UP_QUERY: Final = SearchQuery("一a")
"""Characters and pinyin: after it, everything is loaded that a search of either needs."""
_TEXT_NAMES: Final[tuple[HitKind, ...]] = ("text",)
"""Kinds of names that complete a query where all other names are among the hits."""
_COUNT_DELAY_S: Final = 0.4
"""Seconds before results are counted, so that painting and typing come first."""
_VISIBLE_ROWS: Final = 12
"""Rows visible at once before the page says how many."""

_STEPS: Final[dict[SearchStepName, Callable[[PackageCache, SearchResults], SearchResults]]] = {
    "page": more_of,
    "count": count_on,
}


class SearchClient(QObject):
    """Answers the session's query while the search page is shown; `answered` tells that there are other results.

    A PackageError of the thread is raised again in a slot of this object, and so reaches `sys.excepthook`. Its owner
    must close it.
    """

    answered = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._signal = ResultSignal()
        self._worker = SearchWorker(session.package, self._signal)
        self._cache: OrderedDict[SearchQuery, SearchResults] = OrderedDict()
        self._completed_kinds = _TEXT_NAMES
        self._progress = SearchProgress()
        self.visible_rows = _VISIBLE_ROWS
        """Rows that are visible at once."""
        self._signal.arrived.connect(self._take)
        session.changed.connect(self._follow)  # at once: the thread works while the window is painted
        self._follow()

    @property
    def progress(self) -> SearchProgress:
        """How far the answer to the session's query is."""
        return self._progress

    def close(self) -> None:
        """Ends the thread. Nothing is answered any more."""
        self._worker.close()

    def warm_up(self) -> None:
        """Lets the thread load what every search needs, unless something was searched for already."""
        if self._progress.query is None:
            self._worker.ask(
                partial(search_in_stages, query=_WARM_UP_QUERY, names=_TEXT_NAMES, visible_rows=_VISIBLE_ROWS)
            )

    def complete_all_kinds(self, every_kind: bool) -> None:
        """Completes the query with names of every kind, or with names that only texts hold. The hits stay."""
        kinds = KINDS if every_kind else _TEXT_NAMES
        if kinds != self._completed_kinds:
            self._completed_kinds = kinds
            self._cache.clear()
            self._ask_again()

    def fetch_more(self) -> None:
        """Fetches another page, where only one kind is listed."""
        self._progress = self._progress.with_page_wanted()
        if self._progress.page_wanted:
            self._worker.wake()
            self._go_on()

    def _query(self) -> SearchQuery | None:
        """The query of the session; None while another page than the search is shown."""
        state = self._session.state
        if state.place.page != "search":
            return None
        return (state.place.query or SearchQuery(""))._replace(script=state.script)

    def _follow(self) -> None:
        query = self._query()
        if query is None:
            return
        if query == self._progress.query:
            self._go_on(_COUNT_DELAY_S)
        elif query in self._cache:
            self._progress = self._progress.asking(query, self._cache[query])
            self._keep_results()
            self.answered.emit()
            self._go_on(_COUNT_DELAY_S)
        else:
            self._ask(query)

    def _ask_again(self) -> None:
        query = self._query()
        if query is None:
            self._progress = SearchProgress(None, self._progress.results)
        else:
            self._ask(query)

    def _ask(self, query: SearchQuery) -> None:
        self._progress = self._progress.asking(query)
        names, rows = self._completed_kinds, self.visible_rows
        self._worker.ask(partial(search_in_stages, query=query, names=names, visible_rows=rows))

    def _go_on(self, delay: float = 0) -> None:
        """Fetches another page if one is wanted, and counts some more hits otherwise."""
        step, results = self._progress.next_step, self._progress.results
        if step and results and self._query() is not None:
            self._progress = self._progress.fetching(step)
            self._worker.ask(partial(_step, _STEPS[step], results), delay)

    def _take(self, arrived: SearchResults | Exception) -> None:
        if isinstance(arrived, Exception):
            self._progress = self._progress._replace(step=None)
            if self._progress.query is not None:  # a warm-up that failed: the first search will fail and tell
                raise arrived
        elif arrived.query == self._progress.query:
            step = self._progress.step
            self._progress = self._progress.with_results(arrived)
            if step != "count" or is_counted(arrived):
                self.answered.emit()
            if arrived.stage == "whole":
                self._keep_results()
                self._go_on(0 if step else _COUNT_DELAY_S)

    def _keep_results(self) -> None:
        """Remembers the latest results for the way back."""
        if results := self._progress.results:
            self._cache[results.query] = results
            self._cache.move_to_end(results.query)
            if len(self._cache) > _CACHE_SIZE:
                self._cache.popitem(last=False)


def _step(
    step: Callable[[PackageCache, SearchResults], SearchResults], results: SearchResults, package: PackageCache
) -> Iterator[SearchResults]:
    yield step(package, results)

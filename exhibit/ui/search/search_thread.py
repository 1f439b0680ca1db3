"""Asks the package behind the window's back: the window never waits, and what is no longer wanted is not shown."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal

from exhibit.model.package import Package
from exhibit.model.search import KINDS, HitKind, SearchQuery
from exhibit.session import Session
from exhibit.ui.search.results import SearchFacts, SearchResults, answers_to, count_on, has_more, is_counted, more_of

_KEPT: Final = 16
"""Answers kept, so that the way back shows them at once, with all pages that were fetched."""
_ANYTHING: Final = SearchQuery("一a")
"""Characters and pinyin: what a search of either needs is there when this was looked for."""
_NAMES: Final[tuple[HitKind, ...]] = ("text",)
"""Kinds whose names complete what is typed where all others are among what is found."""
_REST: Final = 0.4
"""Seconds that what was found is left alone before it is counted: it is painted, and whoever types is not held up."""
_SIGHT: Final = 12
"""Rows in sight as long as nobody has told."""
_PAINTED: Final = 0.03
"""Seconds in which what is in sight is painted; the rest is asked for after that, for threads of Python take turns."""

SearchQuestion = Callable[[SearchFacts], Iterable[SearchResults]]
SearchStep = Callable[[SearchFacts, SearchResults], SearchResults]
"""What makes more of an answer."""


class ResultSignal(QObject):
    """Brings what the thread found to the window's thread. Nobody owns it but who uses it: either may end first."""

    came = Signal(object)


class SearchClient(QObject):
    """Answers the query of the session while its page is shown; `answered` tells that `answer` is another."""

    answered = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._post = ResultSignal()
        self._worker = SearchWorker(session.package, self._post)
        self._kept: OrderedDict[SearchQuery, SearchResults] = OrderedDict()
        self._wanted: SearchQuery | None = None
        self._names = _NAMES
        self.sight = _SIGHT
        """Rows that are in sight at once."""
        self._pages = False
        """Whether another page is wanted."""
        self._asked: SearchStep | None = None
        """What is being made of the answer."""
        self.answer: SearchResults | None = None
        self._post.came.connect(self._take)
        session.changed.connect(self._follow)  # the thread works while the rest of the window follows
        self._follow()

    @property
    def begun(self) -> SearchResults | None:
        """The answer to what was asked for, once it is there as far as it is in sight."""
        answer = self.answer
        return answer if answer and answer.query == self._wanted and answer.stage != "names" else None

    @property
    def found(self) -> SearchResults | None:
        """The same once it is there as a whole."""
        return self.begun if self.begun and self.begun.stage == "whole" else None

    @property
    def waits(self) -> bool:
        """Whether not all is found yet of what was asked for."""
        return self.found is None

    @property
    def counts(self) -> bool:
        """Whether what was found is not yet counted."""
        return self.found is not None and not is_counted(self.found)

    def close(self) -> None:
        """Ends the thread and waits for it."""
        self._worker.close()

    def warm(self) -> None:
        """Has the thread open its own way into the package and read what every search needs, before the first key."""
        if self._wanted is None:
            self._worker.ask(partial(answers_to, query=_ANYTHING, names=_NAMES, sight=_SIGHT))

    def complete(self, everything: bool) -> None:
        """Whether names of every kind are wanted that complete what is typed; what was found stays."""
        names = KINDS if everything else _NAMES
        if names != self._names:
            self._names, self._wanted = names, None
            self._kept.clear()
            self._follow()

    def fetch_more(self) -> None:
        """Asks for another page of the only kind that is shown."""
        if self.found and has_more(self.found):
            self._pages = True
            self._worker.wake()
            self._go_on()

    def _follow(self) -> None:
        state = self._session.state
        if state.place.page != "search":
            return
        query = (state.place.query or SearchQuery(""))._replace(script=state.script)
        if query == self._wanted:
            self._go_on(_REST)
            return
        self._wanted, self._asked, self._pages = query, None, False
        if query in self._kept:
            self._show(self._kept[query])
            self._go_on(_REST)
        else:
            self._worker.ask(partial(answers_to, query=query, names=self._names, sight=self.sight))

    def _go_on(self, rest: float = 0) -> None:
        """Asks for another page, if it is wanted, or else counts on: one after the other, as the window finds time."""
        found = self.found
        if found is None or self._asked or self._session.state.place.page != "search":
            return
        if self._pages or self.counts:
            self._asked = more_of if self._pages else count_on
            self._worker.ask(partial(_stepped, self._asked, found), rest)
            self._pages = False

    def _take(self, come: SearchResults | Exception) -> None:
        if isinstance(come, Exception):
            self._asked = None
            if self._wanted:  # else nobody asked yet; whoever does will be told
                raise come
        elif come.query == self._wanted and come.stage == "whole":
            asked, self._asked = self._asked, None
            self._show(come, told=asked is not count_on or is_counted(come))
            self._go_on(0 if asked else _REST)
        elif come.query == self._wanted:
            self.answer = self.found._replace(completions=come.completions) if self.found else come
            self.answered.emit()

    def _show(self, answer: SearchResults, *, told: bool = True) -> None:
        self.answer = self._kept[answer.query] = answer
        self._kept.move_to_end(answer.query)
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        if told:
            self.answered.emit()


def _stepped(step: SearchStep, answer: SearchResults, facts: SearchFacts) -> Iterator[SearchResults]:
    yield step(facts, answer)


class SearchWorker:
    """A thread that answers questions; of those that wait only the last is answered."""

    def __init__(self, package: Package, post: ResultSignal) -> None:
        self._given = package
        self._own: SearchFacts | None = None
        """The thread's own way into the file: a connection answers one thread at a time."""
        self._post = post
        self._thread = ThreadPoolExecutor(1, "search")
        """One that stays: to start a thread takes as long as a whole search, and the window waits for it."""
        self._asked = threading.Condition()
        self._next: tuple[SearchQuestion, float] | None = None
        self._works = False

    def ask(self, question: SearchQuestion, rest: float = 0) -> None:
        """Answers a question, if none comes within so many seconds of rest."""
        with self._asked:
            self._next = question, rest
            self._asked.notify()
            starts, self._works = not self._works, True
        if starts:
            self._thread.submit(self._work)

    def close(self) -> None:
        """Ends the thread and waits for it."""
        with self._asked:
            self._next = None
            self._asked.notify()
        self._thread.shutdown()

    def wake(self) -> None:
        """Ends the rest."""
        with self._asked:
            self._asked.notify()

    def _work(self) -> None:
        while question := self._take():
            try:
                for answer in self._answers(question):
                    self._send(answer)
            except Exception as error:  # raised again in the window's thread, where somebody sees it
                self._send(error)

    def _send(self, come: SearchResults | Exception) -> None:
        with suppress(RuntimeError):  # the window was closed meanwhile
            self._post.came.emit(come)

    def _take(self) -> SearchQuestion | None:
        with self._asked:
            while self._next:
                (question, rest), self._next = self._next, None
                if rest:
                    self._asked.wait(rest)
                if not self._has_next():
                    return question
            self._works = False
            return None

    def _has_next(self) -> bool:
        return self._next is not None

    def _answers(self, question: SearchQuestion) -> Iterator[SearchResults]:
        if self._own is None:
            self._own = SearchFacts(self._given.another())
        for answer in question(self._own):
            yield answer
            if answer.stage == "sight":
                self._pause()
            if self._has_next():  # nobody waits for the rest
                return

    def _pause(self) -> None:
        """Leaves the processor to the window."""
        with self._asked:
            if not self._next:
                self._asked.wait(_PAINTED)

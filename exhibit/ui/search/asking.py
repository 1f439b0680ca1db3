"""Asks the package behind the window's back: the window never waits, and what is no longer wanted is not shown."""

import threading
from collections import OrderedDict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from typing import Final

from exhibit.model.package import Package
from exhibit.model.search import Query
from exhibit.session import Session
from exhibit.ui.search.answer import Answer, Facts, answers_to, has_more, more_of

from PySide6.QtCore import QObject, QTimer, Signal  # isort: skip

_KEPT: Final = 16
"""Answers kept, so that the way back shows them at once, with all pages that were fetched."""
_ANYTHING: Final = Query("一a")
"""Characters and pinyin: what a search of either needs is there when this was looked for."""
_SOON: Final = 30
"""Milliseconds that completions wait for what was found, so that the list does not flicker."""

Question = tuple[Query, Answer | None]
"""A query, and the answer of which more is wanted."""


class Post(QObject):
    """Brings what the thread found to the window's thread. Nobody owns it but who uses it: either may end first."""

    came = Signal(object)


class Asker(QObject):
    """Answers the query of the session while its page is shown; `answered` tells that `answer` is another."""

    answered = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._post = Post()
        self._worker = Worker(session.package, self._post)
        self._kept: OrderedDict[Query, Answer] = OrderedDict()
        self._wanted: Query | None = None
        self._early: Answer | None = None
        """The completions, as long as they are all there is."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self._show_early)
        self.answer: Answer | None = None
        self._post.came.connect(self._take)
        session.changed.connect(self._follow)  # the thread works while the rest of the window follows
        self._follow()

    @property
    def waits(self) -> bool:
        """Whether what is shown is not yet what was asked for."""
        return self.answer is None or self.answer.query != self._wanted or not self.answer.whole

    @property
    def begun(self) -> bool:
        """Whether at least the completions of what was asked for are there."""
        return self.answer is not None and self.answer.query == self._wanted

    def warm(self) -> None:
        """Has the thread open its own way into the package and read what every search needs, before the first key."""
        if self._wanted is None:
            self._worker.ask((_ANYTHING, None))

    def fetch_more(self) -> None:
        """Asks for another page of the only kind that is shown."""
        if self.answer and not self.waits and has_more(self.answer):
            self._worker.ask((self.answer.query, self.answer))

    def _follow(self) -> None:
        state = self._session.state
        if state.place.page != "search":
            return
        query = replace(state.place.query or Query(""), script=state.script)
        if query == self._wanted:
            return
        self._wanted = query
        if query in self._kept:
            self._show(self._kept[query])
        else:
            self._worker.ask((query, None))

    def _take(self, come: Answer | Exception) -> None:
        if isinstance(come, Exception):
            if self._wanted:  # else nobody asked yet; whoever does will be told
                raise come
        elif come.query == self._wanted and come.whole:
            self._show(come)
        elif come.query == self._wanted:
            self._early = come
            self._soon.start()

    def _show_early(self) -> None:
        if self._early and self._early.query == self._wanted:
            self.answer, self._early = self._early, None
            self.answered.emit()

    def _show(self, answer: Answer) -> None:
        self._soon.stop()
        self._early = None
        self.answer = self._kept[answer.query] = answer
        self._kept.move_to_end(answer.query)
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self.answered.emit()


class Worker:
    """A thread that answers questions; of those that wait only the last is answered."""

    def __init__(self, package: Package, post: Post) -> None:
        self._given = package
        self._own: Facts | None = None
        """The thread's own way into the file: a connection answers one thread at a time."""
        self._post = post
        self._thread = ThreadPoolExecutor(1, "search")
        """One that stays: to start a thread takes as long as a whole search, and the window waits for it."""
        self._lock = threading.Lock()
        self._next: Question | None = None
        self._works = False

    def ask(self, question: Question) -> None:
        with self._lock:
            self._next = question
            starts, self._works = not self._works, True
        if starts:
            self._thread.submit(self._work)

    def _work(self) -> None:
        while question := self._take():
            try:
                for answer in self._answers(*question):
                    self._send(answer)
            except Exception as error:  # raised again in the window's thread, where somebody sees it
                self._send(error)

    def _send(self, come: Answer | Exception) -> None:
        with suppress(RuntimeError):  # the window was closed meanwhile
            self._post.came.emit(come)

    def _take(self) -> Question | None:
        with self._lock:
            question, self._next = self._next, None
            self._works = question is not None
            return question

    def _answers(self, query: Query, before: Answer | None) -> Iterator[Answer]:
        if self._own is None:
            self._own = Facts(self._given.another())
        if before:
            yield more_of(self._own, before)
            return
        for answer in answers_to(self._own, query):
            yield answer
            if self._next is not None:  # nobody waits for the rest
                return

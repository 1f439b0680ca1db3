"""The thread that searches: it answers one question after another with a package connection of its own."""

import threading
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Signal

from exhibit.model.package import Package
from exhibit.ui.search.results import PackageCache, SearchResults

_PAINT_PAUSE_S: Final = 0.03
"""Seconds in which the visible rows are painted before the rest is looked for: threads of Python take turns."""

SearchQuestion = Callable[[PackageCache], Iterable[SearchResults]]
"""Reads the answer from a package, stage by stage. May raise PackageError."""


class WaitingQuestion(NamedTuple):
    """A question, and the seconds in which a newer one replaces it."""

    question: SearchQuestion
    delay: float


class ResultSignal(QObject):
    """Carries results, or the exception that a question raised, to the window's thread."""

    arrived = Signal(object)


class SearchWorker:
    """Answers questions in a thread; of those that wait only the last is answered.

    The thread starts with the first question and stays, because a start takes as long as a whole search. Its owner
    must close it.
    """

    def __init__(self, package: Package, signal: ResultSignal) -> None:
        self._given = package
        self._signal = signal
        self._changed = threading.Condition()
        """Guards the attributes below."""
        self._next: WaitingQuestion | None = None
        self._thread: threading.Thread | None = None
        self._closed = False

    def ask(self, question: SearchQuestion, delay: float = 0) -> None:
        """Answers a question, unless another comes within `delay` seconds. A closed worker answers none."""
        with self._changed:
            if self._closed:
                return
            self._next = WaitingQuestion(question, delay)
            self._changed.notify()
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="search", daemon=True)
                self._thread.start()

    def wake(self) -> None:
        """Ends the delay of the question that waits."""
        with self._changed:
            self._changed.notify()

    def close(self) -> None:
        """Ends the thread and closes its connection; returns when both are done. It can be called again."""
        with self._changed:
            self._closed, self._next = True, None
            self._changed.notify()
        if self._thread:
            self._thread.join()

    # In the thread

    def _run(self) -> None:
        own: PackageCache | None = None
        try:
            while question := self._take():
                try:
                    own = own or PackageCache(self._given.another())  # a connection serves one thread
                    self._answer(question, own)
                except Exception as error:  # raised again in the window's thread
                    self._signal.arrived.emit(error)
        finally:
            if own:
                own.package.close()

    def _answer(self, question: SearchQuestion, own: PackageCache) -> None:
        for results in question(own):
            self._signal.arrived.emit(results)
            if results.stage == "visible":
                self._pause()
            if self._is_outdated():
                return

    def _take(self) -> SearchQuestion | None:
        """Waits for a question; None once the worker is closed."""
        with self._changed:
            while not self._closed:
                if self._next is None:
                    self._changed.wait()
                    continue
                (question, delay), self._next = self._next, None
                if delay:
                    self._changed.wait(delay)
                if not self._is_outdated():
                    return question
            return None

    def _is_outdated(self) -> bool:
        """Whether a newer question waits, or the worker is closed."""
        return self._next is not None or self._closed

    def _pause(self) -> None:
        """Leaves the processor to the window."""
        with self._changed:
            if not self._is_outdated():
                self._changed.wait(_PAINT_PAUSE_S)

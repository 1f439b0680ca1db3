"""A package that searches and counts only when a test lets it."""

import threading
from collections.abc import Iterator
from pathlib import Path

from exhibit.model.search import GroupCursor, HitGroup, HitKind, SearchQuery
from exhibit.package.format import PackageError
from exhibit.package.reader import PackageReader


class SearchGate:
    """What all connections to a slow package wait for, and what was asked of them."""

    def __init__(self) -> None:
        self.may_search = threading.Event()
        self.may_count = threading.Event()
        self.fails = False
        """Whether no further connection can be opened."""
        self.failures = 0
        self.searched: list[str] = []
        self.counted: list[str] = []
        self.threads: set[int] = set()
        self.closed: list[int] = []
        """The threads in which connections were closed."""

    def open(self) -> None:
        """Lets everything through."""
        self.may_search.set()
        self.may_count.set()


class SlowPackage(PackageReader):
    """A connection that waits for its gate."""

    def __init__(self, path: Path, gate: SearchGate) -> None:
        super().__init__(path)
        self._gate = gate

    def another(self) -> "SlowPackage":
        if self._gate.fails:
            self._gate.failures += 1
            raise PackageError(self.path, "damaged", "cut short")
        return SlowPackage(self.path, self._gate)

    def close(self) -> None:
        self._gate.closed.append(threading.get_ident())
        super().close()

    def search(self, query: SearchQuery, count: int = 8) -> Iterator[HitGroup]:
        self._gate.searched.append(query.text)
        self._gate.threads.add(threading.get_ident())
        assert self._gate.may_search.wait(10)
        return super().search(query, count)

    def hits(self, query: SearchQuery, kind: HitKind, after: GroupCursor | None = None, count: int = 50) -> HitGroup:
        self._gate.counted.append(query.text)
        assert self._gate.may_count.wait(10)
        return super().hits(query, kind, after, count)

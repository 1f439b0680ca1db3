"""What a content package offers to whoever shows it, without saying how it is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from exhibit.model.article import Article, Body
from exhibit.model.metric import Metric
from exhibit.model.region import Map, Region
from exhibit.model.text import Text, same


@dataclass(frozen=True, slots=True)
class Name:
    """An id of the exhibit's own vocabulary (a theme, an edition) and what it is called."""

    id: str
    label: Text
    note: Text


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of each a package holds."""

    regions: int
    articles: int
    metrics: int
    characters: int


@dataclass(frozen=True, slots=True)
class Exhibit:
    """What the exhibit says of itself."""

    id: str
    title: Text
    subtitle: Text
    about: Text
    version: str
    editions: tuple[Name, ...]
    themes: tuple[Name, ...]
    counts: Counts

    def theme(self, id: str) -> Name:
        """A theme by its id; one nobody named is called by its id."""
        return _named(self.themes, id)

    def edition(self, id: str) -> Name:
        """An edition's name by its id; one nobody named is called by its id."""
        return _named(self.editions, id)


def _named(names: tuple[Name, ...], id: str) -> Name:
    return next((name for name in names if name.id == id), Name(id, same(id), same("")))


class Package(Protocol):
    """A compiled exhibit. Reading raises PackageError where the package proves damaged."""

    @property
    def exhibit(self) -> Exhibit: ...

    @property
    def digest(self) -> str:
        """SHA-256 of the content, 64 hexadecimal digits."""
        ...

    def map(self) -> Map | None: ...

    def regions(self) -> Sequence[Region]:
        """All regions, in the editor's order."""
        ...

    def region(self, id: str) -> Region | None: ...

    def articles(self, region: str, start: int = 0, count: int = 50) -> Sequence[Article]:
        """Articles of a region in the editor's order, from `start` on, `count` at most."""
        ...

    def article(self, id: str) -> Article | None: ...

    def body(self, article: str, edition: str) -> Body: ...

    def metric(self, id: str) -> Metric | None: ...

    def metrics(
        self, *, article: str | None = None, region: str | None = None, theme: str | None = None, count: int = 200
    ) -> Sequence[Metric]:
        """Figures of an article, a region or a theme (all that are given must hold), in reading order."""
        ...

    def blob(self, id: str) -> bytes:
        """A file carried in the package, such as a map picture."""
        ...

    def fonts(self) -> Sequence[bytes]:
        """Font files with the characters that the shipped fonts lack."""
        ...

    def close(self) -> None: ...

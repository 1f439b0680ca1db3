"""Finds a text in an article: all its places, and the next one from a position."""

from collections.abc import Sequence
from dataclasses import dataclass

from exhibit.model.article import Block
from exhibit.model.package import Package
from exhibit.model.search import SearchHit, SearchQuery, TextSpan
from exhibit.model.state import Anchor
from exhibit.model.text import Script


@dataclass(frozen=True, slots=True)
class FoundPlaces:
    """The places of a text in an article, in reading order: the number of a block and a span in it. False if empty."""

    blocks: Sequence[Block]
    found: tuple[tuple[int, TextSpan], ...]

    def __bool__(self) -> bool:
        return bool(self.found)

    def number(self, at: Anchor | None) -> int | None:
        """The number of the place at an anchor, counted from 0."""
        wanted = self._order(at)
        return next((n for n, (block, place) in enumerate(self.found) if (block, place.start) == wanted), None)

    def first_from(self, at: Anchor | None) -> Anchor:
        """The first place from an anchor on, or the first of all if none follows."""
        wanted = self._order(at)
        later = (n for n, (block, place) in enumerate(self.found) if (block, place.start) >= wanted)
        return self._anchor(next(later, 0))

    def beside(self, at: Anchor | None, reading: Anchor | None, step: int) -> Anchor:
        """The place `step` places after the one at an anchor, around the ends; else the first one in view."""
        number = self.number(at) if at else None
        return self.first_from(reading) if number is None else self._anchor((number + step) % len(self.found))

    def _anchor(self, number: int) -> Anchor:
        block, place = self.found[number]
        return Anchor(self.blocks[block].id, place.start)

    def _order(self, at: Anchor | None) -> tuple[int, int]:
        blocks = (number for number, block in enumerate(self.blocks) if at and block.id == at.block)
        return next(blocks, 0), at.offset if at else 0


def places_in(package: Package, article: str, edition: str, text: str) -> FoundPlaces:
    """All places of a text in an edition, in whichever script it is written."""
    blocks = package.body(article, edition).blocks
    found = package.places(SearchQuery(text), article, edition)
    placed = ((number, place) for number, block in enumerate(blocks) for place in found.get(block.id, ()))
    return FoundPlaces(blocks, tuple(placed))


def query_of(text: str, script: Script, before: SearchQuery | None) -> SearchQuery:
    """A query for a text with the kinds and filters of the query before."""
    kept = before or SearchQuery("")
    return SearchQuery(text, script, kept.kinds, kept.region, kept.topic, kept.period)


def matched_text(hit: SearchHit, query: SearchQuery) -> str:
    """The text to highlight for a hit: the query as typed, or the characters that sound like it."""
    if hit.match_kind != "sound":
        return query.text.strip()
    return hit.sentence.in_(query.script)[hit.marked.start : hit.marked.end]

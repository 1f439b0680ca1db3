"""The places of the text that was searched for; no Qt."""

from collections.abc import Mapping
from typing import NamedTuple

from exhibit.model.package import Package
from exhibit.model.search import SearchQuery
from exhibit.model.state import Anchor, State

TextRange = tuple[int, int]
"""The first code point of a range, and the one after its last."""


class FindMarks(NamedTuple):
    """All places of a text in the blocks of an edition, and the current one."""

    text: str
    places: Mapping[str, tuple[TextRange, ...]]
    """The places in each block, by the block's id."""
    current: Anchor | None
    """The beginning of the current place; None where no place was gone to."""

    def of(self, block: str) -> tuple[tuple[TextRange, bool], ...]:
        """The places in a block, each with whether it is the current one."""
        at = self.current.offset if self.current and self.current.block == block else -1
        return tuple((place, place[0] == at) for place in self.places.get(block, ()))

    @property
    def target(self) -> tuple[str, int, int] | None:
        """The block, the start and the end of the current place."""
        for place, current in self.of(self.current.block) if self.current else ():
            if current and self.current:
                return self.current.block, *place
        return None


def finds_shown(package: Package, state: State, before: FindMarks | None) -> FindMarks | None:
    """The places to highlight in the article in view; `before` was highlighted in the same edition."""
    place = state.place
    if not place.find or not place.article or not place.edition:
        return None
    if before and before.text == place.find:
        return FindMarks(before.text, before.places, place.find_at)
    found = package.places(SearchQuery(place.find), place.article, place.edition)
    ranges = {block: tuple((one.start, one.end) for one in places) for block, places in found.items()}
    return FindMarks(place.find, ranges, place.find_at)


def same_finds(finds: FindMarks | None, state: State) -> bool:
    """Whether a state has the same places highlighted."""
    place = state.place
    return (finds.text, finds.current) == (place.find, place.find_at) if finds else not place.find

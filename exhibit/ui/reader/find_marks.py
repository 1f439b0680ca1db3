"""What of the text is lit because it was looked for; no Qt."""

from collections.abc import Mapping
from typing import NamedTuple

from exhibit.model.package import Package
from exhibit.model.state import Anchor, State

TextRange = tuple[int, int]


class FindMarks(NamedTuple):
    """All places of a text in the blocks of an edition, by block, and the one that was gone to."""

    text: str
    places: Mapping[str, tuple[TextRange, ...]]
    current: Anchor | None
    """It is one of the places."""

    def of(self, block: str) -> tuple[tuple[TextRange, bool], ...]:
        """The places in a block, and whether it is the current one."""
        at = self.current.offset if self.current and self.current.block == block else -1
        return tuple((place, place[0] == at) for place in self.places.get(block, ()))

    @property
    def target(self) -> tuple[str, int, int] | None:
        """Block, start and end of the current place."""
        for place, current in self.of(self.current.block) if self.current else ():
            if current and self.current:
                return self.current.block, *place
        return None


def finds_shown(package: Package, state: State, before: FindMarks | None) -> FindMarks | None:
    """What is lit; `before` is what was lit in the same blocks."""
    place = state.place
    if not place.find or not place.article or not place.edition:
        return None
    if before and before.text == place.find:
        return FindMarks(before.text, before.places, place.find_at)
    from exhibit.model.search import SearchQuery  # not before somebody looks

    found = package.places(SearchQuery(place.find), place.article, place.edition)
    lit = {block: tuple((one.start, one.end) for one in places) for block, places in found.items()}
    return FindMarks(place.find, lit, place.find_at)


def same_finds(finds: FindMarks | None, state: State) -> bool:
    """Whether a state lights just this."""
    place = state.place
    return (finds.text, finds.current) == (place.find, place.find_at) if finds else not place.find

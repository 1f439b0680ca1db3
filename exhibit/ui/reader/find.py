"""What of the text is lit because it was looked for; no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass

from exhibit.model.package import Package
from exhibit.model.state import Anchor, State

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Finds:
    """All places of a text in the blocks of an edition, by block, and the one that was gone to."""

    text: str
    places: Mapping[str, tuple[Stretch, ...]]
    current: Anchor | None
    """It is one of the places."""

    def of(self, block: str) -> tuple[tuple[Stretch, bool], ...]:
        """The places in a block, and whether it is the current one."""
        at = self.current.offset if self.current and self.current.block == block else -1
        return tuple((place, place[0] == at) for place in self.places.get(block, ()))

    @property
    def goal(self) -> tuple[str, int, int] | None:
        """Block, start and end of the current place."""
        for place, current in self.of(self.current.block) if self.current else ():
            if current and self.current:
                return self.current.block, *place
        return None


def finds_shown(package: Package, state: State, before: Finds | None) -> Finds | None:
    """What is lit; `before` is what was lit in the same blocks."""
    place = state.place
    if not place.find or not place.article or not place.edition:
        return None
    if before and before.text == place.find:
        return Finds(before.text, before.places, place.find_at)
    from exhibit.model.search import Query  # not before somebody looks

    found = package.places(Query(place.find), place.article, place.edition)
    lit = {block: tuple((one.start, one.end) for one in places) for block, places in found.items()}
    return Finds(place.find, lit, place.find_at)


def same_finds(finds: Finds | None, state: State) -> bool:
    """Whether a state lights just this."""
    place = state.place
    return (finds.text, finds.current) == (place.find, place.find_at) if finds else not place.find

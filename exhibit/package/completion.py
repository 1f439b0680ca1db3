"""Completes what is being typed with the names of the exhibit: those that begin so first, each kind in its turn."""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from exhibit.model.search import Completion, Kind, Place, Way
from exhibit.package.format import ROW_SHIFT
from exhibit.package.lore import NUMBERS
from exhibit.package.passages import Passage
from exhibit.package.rows import row_of

if TYPE_CHECKING:
    from exhibit.package.search import Asked, Matches, Searcher

_KINDS: Final[tuple[Kind, ...]] = ("region", "term", "part", "text", "title", "heading")
_MOST: Final = 16
"""Rows of a kind that are looked at."""


def completions(searcher: "Searcher", asked: "Asked", count: int) -> tuple[Completion, ...]:
    """Names that hold what was typed; none twice."""
    found: dict[str, Completion] = {}
    share = max(2, count // 2)
    for begins in (True, False):
        sources = _sources(searcher, asked, begins)
        later: dict[str, Completion] = {}
        for kind in _KINDS:
            fitting = _of_kind(searcher, asked, sources, kind, begins)
            new = {one.text.hans: one for one in islice(fitting, 2 * count) if one.text.hans not in found}
            found |= dict(islice(new.items(), share))
            later |= dict(islice(new.items(), share, None))
            if len(found) >= count:
                break
        found |= {key: one for key, one in later.items() if key not in found}
        if len(found) >= count:
            break
    return tuple(islice(found.values(), count))


def _sources(searcher: "Searcher", asked: "Asked", begins: bool) -> "list[Matches]":
    written = searcher.matches("names", searcher.written("names", asked.wanted.forms, begins))
    if not asked.cuts:
        return [written]
    return [written, searcher.matches("names", searcher.sounds.expression(asked.cuts, begins))]


def _of_kind(
    searcher: "Searcher", asked: "Asked", sources: "list[Matches]", kind: Kind, begins: bool
) -> Iterator[Completion]:
    first, end = NUMBERS[kind].start << ROW_SHIFT, NUMBERS[kind].stop << ROW_SHIFT
    for source in sources:
        for row in islice(source.between(first, end), _MOST):
            found = searcher.row("names", row, False)
            for passage in map(found.passage, range(found.count)) if found else ():
                fitting = _fitting(searcher, asked, passage) if passage.name else None
                if fitting and (fitting[0].start == 0) == begins:
                    yield Completion(passage.text, kind, _id(passage), fitting[1], fitting[0])


def _fitting(searcher: "Searcher", asked: "Asked", passage: Passage) -> tuple[Place, Way] | None:
    """The first place in a name that was typed."""
    written = row_of([passage]).met(asked.wanted)
    if written:
        return written[0].places[0], written[0].way
    place = next(searcher.sounds.find(searcher.folding.flat(passage.text.hans), asked.cuts), None)
    return (place, "sound") if place else None


def _id(passage: Passage) -> str:
    return f"{passage.article}/{passage.edition}/{passage.block}" if passage.kind == "heading" else passage.id

"""The order of hits: as typed in the script in view, by other characters, by sound; and the hits themselves."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from exhibit.model.search import GroupCursor, HitKind, SearchHit, TextSpan
from exhibit.package.search.matching import PassageMatch, sentence_around

if TYPE_CHECKING:
    from exhibit.package.search.searcher import RowSources

EVERYWHERE: Final = 1 << 62
"""Beyond every row."""


def ranked(
    sources: "RowSources", kind: HitKind, after: GroupCursor | None, most: int
) -> Iterator[tuple[GroupCursor, PassageMatch | None]]:
    """What is as typed in the script in view, what else holds the query, what sounds like it; None where nothing was.

    The first gives up after `most` rows in a row without such a hit; what lies beyond takes its place in the second.
    """
    phase, row0, number0, bound = after or (0, 0, 0, EVERYWHERE)
    looked = 0
    if phase == 0:
        for row, met in sources.literal(kind, row0):
            typed = [one for one in met if one.way == "script"]
            looked = 0 if typed else looked + 1
            if looked > most:
                bound = row
                break
            yield from _cursors(typed, 0, row, number0 if row == row0 else 0, EVERYWHERE)
    if phase < 2:
        first, skipped = (row0, number0) if phase == 1 else (0, 0)
        for row, met in sources.literal(kind, first):
            rest = [one for one in met if one.way != "script" or row >= bound]
            yield from _cursors(rest, 1, row, skipped if row == first else 0, bound)
    first, skipped = (row0, number0) if phase == 2 else (0, 0)
    for row, met in sources.heard(kind, first):
        yield from _cursors(met, 2, row, skipped if row == first else 0, bound)


def _cursors(
    met: list[PassageMatch], phase: int, row: int, first: int, bound: int
) -> Iterator[tuple[GroupCursor, PassageMatch | None]]:
    for one in met:
        if one.number >= first:
            yield (phase, row, one.number, bound), one
    if not met:
        yield (phase, row, 0, bound), None


def hit_of(met: PassageMatch) -> SearchHit:
    """What was met, with its sentence and where to go."""
    passage, first = met.passage, met.places[0]
    around = sentence_around(passage.text.hans, first)
    marked = TextSpan(first.start - around.start, first.end - around.start)
    sentence = passage.text.cut(around.start, around.end)
    return SearchHit(
        passage.kind, passage.id, passage.article, passage.edition, passage.block, passage.span or first,
        met.places, sentence, marked, met.way,
    )  # fmt: skip

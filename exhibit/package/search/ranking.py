"""The order of hits: as typed in the script in view, by other characters, by sound; and the hits themselves."""

from collections.abc import Iterator

from exhibit.model.search import GroupCursor, HitKind, SearchHit, TextSpan
from exhibit.package.search.index_lookup import LAST_ROW
from exhibit.package.search.matching import PassageMatch, sentence_around
from exhibit.package.search.row_sources import RowSources


def ranked(
    sources: RowSources, kind: HitKind, after: GroupCursor | None, max_rows: int
) -> Iterator[tuple[GroupCursor, PassageMatch | None]]:
    """Three phases: what is as typed in the script in view, what else holds the query, what sounds like it.

    None stands for a row without a match. The first phase gives up after `max_rows` such rows; the rows beyond are
    left to the second.
    """
    phase, row0, number0, bound = after or (0, 0, 0, LAST_ROW)
    rows_in_vain = 0
    if phase == 0:
        for row, matches in sources.literal(kind, row0):
            typed = [one for one in matches if one.match_kind == "script"]
            rows_in_vain = 0 if typed else rows_in_vain + 1
            if rows_in_vain > max_rows:
                bound = row
                break
            yield from _with_cursors(typed, 0, row, number0 if row == row0 else 0, LAST_ROW)
    if phase < 2:
        first, skipped = (row0, number0) if phase == 1 else (0, 0)
        for row, matches in sources.literal(kind, first):
            rest = [one for one in matches if one.match_kind != "script" or row >= bound]
            yield from _with_cursors(rest, 1, row, skipped if row == first else 0, bound)
    first, skipped = (row0, number0) if phase == 2 else (0, 0)
    for row, matches in sources.by_sound(kind, first):
        yield from _with_cursors(matches, 2, row, skipped if row == first else 0, bound)


def hit_of(match: PassageMatch) -> SearchHit:
    """The hit of a match, with its sentence and where it leads to."""
    passage, first = match.passage, match.places[0]
    around = sentence_around(passage.text.hans, first)
    return SearchHit(
        kind=passage.kind,
        id=passage.id,
        article=passage.article,
        edition=passage.edition,
        block=passage.block,
        span=passage.span or first,
        places=match.places,
        sentence=passage.text.cut(around.start, around.end),
        marked=TextSpan(first.start - around.start, first.end - around.start),
        match_kind=match.match_kind,
    )


def _with_cursors(
    matches: list[PassageMatch], phase: int, row: int, first: int, bound: int
) -> Iterator[tuple[GroupCursor, PassageMatch | None]]:
    for one in matches:
        if one.number >= first:
            yield (phase, row, one.number, bound), one
    if not matches:
        yield (phase, row, 0, bound), None

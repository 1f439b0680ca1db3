"""Reads the figures of a text: finds its numbers, joins them, and looks at the words around them."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Final

from exhibit.figures.accepted import is_figure, is_index, is_marked_figure
from exhibit.figures.clauses import clause_borders
from exhibit.figures.directions import DirectionWord, direction_before, direction_behind
from exhibit.figures.folding import fold
from exhibit.figures.forms import terms_of
from exhibit.figures.hedges import HedgeSpan, bound_behind, bounds_before, told_before
from exhibit.figures.joined import joined
from exhibit.figures.kinds import HEDGES, FigureKind, Hedge
from exhibit.figures.reading import FigureReading, RoleSpan
from exhibit.figures.terms import FiguresSource, FigureTerm, source_of
from exhibit.figures.units import refused_at, shown

_AROUND: Final = 100
"""Characters around a mark that are read with it."""
_FAR: Final = 40
"""Characters before a number that are looked at, in its clause."""
_LASTED: Final = re.compile("[了达期有时已历费约续长经用花需去耗仅过前晚早]$")
_YEAR: Final = re.compile("([12][0-9]{3}|[〇零一二三四五六七八九]{4})年")
_DIGITS: Final = str.maketrans("〇一二三四五六七八九", "0123456789")
_NO_DIRECTION: Final = ("rank", "ratio", "score", "scale", "index")

_Accepting = Callable[[FigureTerm, FigureReading, FiguresSource], bool]


def read_figures(text: str) -> tuple[FigureReading, ...]:
    """The figures of a text in either script, in their order. Dates, names, set phrases and a mere 一个 are none."""
    return tuple(_readings(source_of(text), is_figure))


def read_marked(text: str, start: int, end: int) -> tuple[FigureReading, ...]:
    """The figures whose number stands in the place of a text that someone marked as one.

    What surrounds the place is read with it, so a stretch may be longer than the mark. The mark says that it is a
    figure: 一个 counts, a number without a unit, and an unknown unit of one or two characters that ends the mark.
    Of dates only a whole year does, where the mark holds nothing else; names and set phrases do not.
    """
    if year := _marked_year(text, start, end):
        return (year,)
    first, last = max(0, start - _AROUND), end + _AROUND
    source = source_of(text[first:last])

    def accepted(term: FigureTerm, reading: FigureReading, source: FiguresSource) -> bool:
        inside = term.number < end - first and start - first < term.end
        return is_marked_figure(term, source, end - first) if inside else is_figure(term, reading, source)

    found = [one for one in _readings(source, accepted) if one.start < end - first and start - first < one.end]
    whole = [_with_rest(one, source, start - first, end - first) for one in found]
    return tuple(_moved(one, first) for one in whole if one)


def _marked_year(text: str, start: int, end: int) -> FigureReading | None:
    """A mark that is a year of four digits, in either kind of digits, as a number with the unit 年."""
    found = _YEAR.fullmatch(fold(text[start:end]))
    if found is None:
        return None
    value = Fraction(found[1].translate(_DIGITS))
    roles = RoleSpan("number", start, end - 1), RoleSpan("unit", end - 1, end)
    return FigureReading(start, end, text[start:end], "quantity", value, value, "年", (), None, roles)


def _readings(source: FiguresSource, accepted: _Accepting) -> Iterator[FigureReading]:
    borders = clause_borders(source.folded)
    last = 0
    for term in joined(terms_of(source), source):
        at = bisect_right(borders, term.start)
        reading = _reading(term, source, max(borders[at - 1] if at else 0, term.start - _FAR), last)
        if accepted(term, reading, source):
            last = reading.end
            yield reading


def _reading(term: FigureTerm, source: FiguresSource, clause: int, last: int) -> FigureReading:
    """The number with the words around it; its clause begins at `clause`, the last figure ended at `last`."""
    folded, floor = source.folded, max(clause, last)
    start, around = _hedges_before(term, folded, floor)
    end, behind = _hedges_behind(term, folded)
    turn = _turn(term, folded, floor, start, end)
    if turn and turn.end == start and folded.startswith("翻", turn.start):
        start = turn.start
    spans = [*around, *behind, *told_before(folded, clause, term.start)]
    roles = [*term.roles, *(RoleSpan("hedge", begin, stop) for _, begin, stop in spans)]
    if turn:
        roles.append(RoleSpan("direction", turn.start, turn.end))
    hedges = {*term.hedges, *(hedge for hedge, *_ in spans)}
    said = tuple(hedge for hedge in HEDGES if hedge in hedges)
    doubled = term.roles[0].role == "direction"
    direction = "up" if doubled else turn.direction if turn and not term.signed else None
    kind = _kind(term, folded, turn is not None)
    low, high = _ends(term, said)
    roles.sort(key=lambda role: role.start)
    return FigureReading(
        start, end, source.text[start:end], kind, low, high, term.printed_unit, said, direction, tuple(roles)
    )


def _hedges_before(term: FigureTerm, folded: str, floor: int) -> tuple[int, list[HedgeSpan]]:
    """Where the stretch begins, and the hedges before the number, those apart from it, too."""
    bounds = bounds_before(folded, floor, term.start)
    if [hedge for hedge, *_ in bounds.hedges] == ["nearly"] and _is_last(term, folded, bounds.start):
        return term.start, []
    return bounds.start, [*bounds.hedges, *bounds.apart]


def _is_last(term: FigureTerm, folded: str, word: int) -> bool:
    """Whether 近 before a span of time is `the last`, as in 近5年, and not `nearly`."""
    span = term.unit_kind == "time" and fold(term.unit) not in ("岁", "周岁", "旬", "分", "秒")
    return span and folded.startswith("近", word) and not _LASTED.search(folded, max(0, word - 1), word)


def _hedges_behind(term: FigureTerm, folded: str) -> tuple[int, list[HedgeSpan]]:
    """Where the stretch ends, and the hedges behind the unit."""
    end, found = term.end, []
    while behind := bound_behind(folded, end, term.unit_kind):
        found.append((behind[0], end, behind[1]))
        end = behind[1]
    return end, found


def _turn(term: FigureTerm, folded: str, floor: int, start: int, end: int) -> DirectionWord | None:
    """The word that tells of a rise or a fall."""
    if term.kind in _NO_DIRECTION or term.low < 0 < term.high or term.roles[0].role == "direction":
        return None
    relative = term.unit_kind in ("share", "percent", "times")
    return direction_before(folded, floor, start, relative) or direction_behind(folded, end)


def _kind(term: FigureTerm, folded: str, turned: bool) -> FigureKind:
    if term.kind != "quantity":
        return term.kind
    if term.unit_kind == "times" and fold(term.unit) != "折":
        return "multiple"
    if term.unit_kind == "share":
        return "share"
    return "change" if turned else "index" if is_index(term, folded) else "quantity"


def _ends(term: FigureTerm, hedges: tuple[Hedge, ...]) -> tuple[Fraction | None, Fraction | None]:
    """Its ends, one of them opened by a bound; a range and a vague number keep both."""
    below, above = not {"under", "at-most"}.isdisjoint(hedges), not {"over", "at-least"}.isdisjoint(hedges)
    if term.high < 0 and "over" in term.hedges:  # 零下20多度 is colder than -20
        below, above = True, False
    if term.low != term.high or below == above:
        return term.low, term.high
    return (None, term.high) if below else (term.low, None)


def _with_rest(reading: FigureReading, source: FiguresSource, start: int, end: int) -> FigureReading | None:
    """The reading with an unknown unit that the mark names (猇, A级); None where what follows makes it no figure."""
    rest = source.text[reading.end : end]
    if reading.unit is not None or not rest or not rest[0].isalpha():
        return reading
    if len(rest) > 2 or rest[0] == "半" or refused_at(source.folded, reading.end):  # 一多半 is no one and more
        return None
    roles = (*reading.roles, RoleSpan("unit", reading.end, end))
    return reading._replace(end=end, text=source.text[reading.start : end], unit=shown(rest), roles=roles)


def _moved(reading: FigureReading, by: int) -> FigureReading:
    """The reading with the places of the whole text."""
    roles = tuple(RoleSpan(role, start + by, end + by) for role, start, end in reading.roles)
    return reading._replace(start=reading.start + by, end=reading.end + by, roles=roles)

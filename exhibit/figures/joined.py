"""Joins numbers that stand together: ranges, ratios, scores, scales, approximate pairs, compound measures."""

import re
from dataclasses import replace
from fractions import Fraction
from typing import Final

from exhibit.figures.folding import fold
from exhibit.figures.kinds import FigureKind
from exhibit.figures.numerals import large_value
from exhibit.figures.reading import RoleSpan
from exhibit.figures.terms import FiguresSource, FigureTerm
from exhibit.figures.units import factor

_RANGE: Final = re.compile("[-–—―─~]{1,2}|至|到")
_RATIO: Final = re.compile("[:∶比]")
_SIDES: Final = re.compile("[×╳xX*]|乘以?")
_AND: Final = re.compile("[零又]?")
_SCORED: Final = re.compile("[^，。；、]{0,3}(?:战胜|击败|获胜|取胜|胜|负|逆转|领先|落后|战平|淘汰|力克|不敌|完胜|赢)")
_SCORE_BEFORE: Final = re.compile("(?:比分|比数|战成|打成)[^，。；、]{0,4}$")
_RATIO_BEFORE: Final = re.compile("[比按][^，。；、]{0,7}$")
_SCALE_BEFORE: Final = re.compile("比例尺[为是约]?$")
_SCALE_BEHIND: Final = re.compile("(?:比例尺)?的?(?:地形图|地图|平面图|航测图|比例尺)")
_BESIDE_SCALE: Final = 1000
"""From here on the second term of a ratio that begins with 1 makes it the scale of a map."""

_LONGEST: Final = 20
"""Roles of what goes on being joined; a longer row is a table or a list."""


def joined(terms: list[FigureTerm], source: FiguresSource) -> list[FigureTerm]:
    """The figures that the numbers make together, in the order of the text."""
    made: list[FigureTerm] = []
    for term in terms:
        while made and (both := _joined(made[-1], term, source, made[-2] if len(made) > 1 else None)):
            made.pop()
            term = both
        made.append(term)
    return made


def _joined(
    first: FigureTerm, second: FigureTerm, source: FiguresSource, before: FigureTerm | None
) -> FigureTerm | None:
    gap = source.folded[first.end : second.start]
    if first.ordinal and not second.ordinal and fold(second.unit) in ("位", "名") and _RANGE.fullmatch(gap):
        second = replace(second, ordinal=True)
    if len(gap) > 2 or first.ordinal != second.ordinal or len(first.roles) > _LONGEST:
        return None
    if gap == "、":
        return _pair(first, second, before)
    if _RATIO.fullmatch(gap) or (gap == "-" and _scored(first, second, source)):
        return _ratio(first, second, gap, source)
    if _RANGE.fullmatch(gap):
        return _range(first, second)
    if _SIDES.fullmatch(gap):
        return _sides(first, second)
    if not gap and first.kind == second.kind == "vague" and "at-least" in second.hedges:
        return _together(first, second, "vague", first.low, second.high, second)
    if _AND.fullmatch(gap):
        return _compound(first, second, source)
    return None


def _together(
    first: FigureTerm, second: FigureTerm, kind: FigureKind, low: Fraction, high: Fraction, unit: FigureTerm
) -> FigureTerm:
    """Both as one, with the unit and the currency of `unit`."""
    joint = (RoleSpan("joint", first.end, second.start),) if first.end < second.start else ()
    return replace(
        unit, start=first.start, end=second.end, number=first.number, low=low, high=high, kind=kind,
        roles=(*first.roles, *joint, *second.roles), hedges=tuple(dict.fromkeys((*first.hedges, *second.hedges))),
        bare=False, words=first.words, signed=first.signed or second.signed, ordinal=first.ordinal,
        certain=first.certain and second.certain,
    )  # fmt: skip


# Ranges


def _range(first: FigureTerm, second: FigureTerm) -> FigureTerm | None:
    if second.unit_kind is None and not second.large and (first.per or first.currency):
        return _ordered(first, second, first.low, second.high, first)
    if second.large and not second.unit and first.unit:
        second = replace(second, unit=first.unit, unit_kind=first.unit_kind)
    if second.currency and not first.currency:
        return None
    unit = replace(second, currency=first.currency or second.currency)
    times = _times(first, second)
    if times is None:
        return None
    low, high = first.low * times, second.high
    if first.below and not second.signed:
        high = -second.low
    if high < low <= 0:
        low, high = high, low
    made = _ordered(first, second, low, high, unit)
    if made or first.unit or first.large or not second.large:
        return made
    return _ordered(first, second, first.low / large_value(fold(second.large)), second.high, unit)


def _times(first: FigureTerm, second: FigureTerm) -> Fraction | None:
    """What the first number is multiplied by to be in the unit of the second; None where their units do not meet."""
    if not first.unit and not first.large:
        return Fraction(1)
    if second.unit_kind is None and first.unit_kind is not None and not second.large:
        return None
    units = factor(fold(first.unit), fold(second.unit)) if first.unit else Fraction(1)
    if units is None:
        return None
    return units * large_value(fold(first.large)) / large_value(fold(second.large))


def _ordered(
    first: FigureTerm, second: FigureTerm, low: Fraction, high: Fraction, unit: FigureTerm
) -> FigureTerm | None:
    if low >= high:
        return None
    return _together(first, second, "rank" if first.ordinal else "range", low, high, unit)


# Ratios, scores, scales


def _ratio(first: FigureTerm, second: FigureTerm, gap: str, source: FiguresSource) -> FigureTerm | None:
    simple = not (first.unit or first.large or first.signed) and first.low == first.high
    if second.unit or second.signed or second.low != second.high or not (simple or first.kind in ("ratio", "score")):
        return None
    kind = _ratio_kind(first, second, gap, source)
    if kind is None:
        return None
    high = second.high * large_value(fold(second.large))
    return _together(first, replace(second, large=""), kind, first.low, high, replace(second, large=""))


def _ratio_kind(first: FigureTerm, second: FigureTerm, gap: str, source: FiguresSource) -> FigureKind | None:
    before = source.folded[max(0, first.start - 8) : first.start]
    size = second.low * large_value(fold(second.large))
    if (
        gap != "比"
        and first.low == 1
        and (size >= _BESIDE_SCALE or _SCALE_BEFORE.search(before) or _SCALE_BEHIND.match(source.folded, second.end))
    ):
        return "scale"
    if _scored(first, second, source):
        return "score"
    if gap == ":" and _clock(first, second, source.folded) and not _RATIO_BEFORE.search(before):
        return None
    return "ratio"


def _scored(first: FigureTerm, second: FigureTerm, source: FiguresSource) -> bool:
    if first.unit or second.unit or first.large or second.large or max(first.high, second.high) > 200:
        return False
    before = source.folded[max(0, first.start - 8) : first.start]
    return bool(_SCORED.match(source.folded, second.end) or _SCORE_BEFORE.search(before))


def _clock(first: FigureTerm, second: FigureTerm, folded: str) -> bool:
    """Whether it looks like a time of day: 8:30."""
    return second.end - second.start == 2 and first.low < 24 and second.low < 60 and folded[second.start] < "6"


# Pairs and compounds


def _pair(first: FigureTerm, second: FigureTerm, before: FigureTerm | None) -> FigureTerm | None:
    """三、四个; not within a longer row (一、二、三产业)."""
    follows = before is not None and before.end + 1 == first.start
    single = first.end - first.start == 1 and not first.bare and second.unit_kind not in (None, "grade")
    if follows or not single or not 0 < first.low == first.high == second.low - 1 or second.high != second.low < 10:
        return None
    return _together(first, second, "approximate", first.low, second.low, second)


def _sides(first: FigureTerm, second: FigureTerm) -> FigureTerm | None:
    if second.unit_kind != "measure" or first.unit not in ("", second.unit):
        return None
    low, high = min(first.low, second.low), max(first.high, second.high)
    return _together(first, second, "compound", low, high, second)


def _compound(first: FigureTerm, second: FigureTerm, source: FiguresSource) -> FigureTerm | None:
    """2小时30分, 3元5角, 1米75."""
    if first.kind not in ("quantity", "compound") or second.kind != "quantity" or not first.unit or first.hedges:
        return None
    part = factor(fold(second.unit), fold(first.unit)) if second.unit else _spoken_part(first, second)
    if part is None or part >= 1 or first.low != first.high or second.low != second.high:
        return None
    value = first.low + second.low * part
    return _together(first, second, "compound", value, value, first)


def _spoken_part(first: FigureTerm, second: FigureTerm) -> Fraction | None:
    """1米75 is 75 hundredths of a metre: the digits go on behind the point."""
    digits = second.end - second.number
    if fold(first.unit) not in ("米", "块", "丈", "尺") or second.words or second.large or digits > 2:
        return None
    return Fraction(1, 10**digits)

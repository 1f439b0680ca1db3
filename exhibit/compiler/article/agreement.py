"""Compares what metrics/*.yaml says of a figure with what the text says, and tells what to write instead."""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import inf
from typing import Final, NamedTuple

from exhibit.compiler.content.schema import MetricEntry
from exhibit.figures.folding import fold
from exhibit.figures.kinds import HEDGES, Hedge
from exhibit.figures.reading import FigureReading
from exhibit.model.metric import RATIOS, FigureValue, qualifier_words
from exhibit.model.text import Text

_MAGNITUDES: Final = {"十": 10, "百": 100, "千": 10**3, "万": 10**4, "亿": 10**8}
_MAGNITUDE: Final = re.compile(f"[{''.join(_MAGNITUDES)}]*")
_EARLIER: Final[dict[Hedge, re.Pattern[str]]] = {
    "expected": re.compile("预计|预期|预估|预测|估计|计划|将|拟|力争|争取|目标|望"),
    "cumulative": re.compile("累计|累积"),
}
"""Words that may belong to a figure from anywhere in the sentence before it."""
_NUMBER_KEYS: Final = ("value", "low", "high")
SAID: Final = (*_NUMBER_KEYS, "unit", "qualifier", "kind", "direction")
"""The keys of metrics/*.yaml that say what the text says."""
_EXACT: Final = 10**10
"""A number with a larger divisor is no decimal that anyone printed."""


class FieldCorrection(NamedTuple):
    """A key of metrics/*.yaml that says something else than the text: what it should say, None to delete it."""

    key: str
    should: str | None


def corrections(entry: MetricEntry, reading: FigureReading, before: str) -> Iterator[FieldCorrection]:
    """What of the entry contradicts the reading; `before` is the sentence before the figure."""
    yield from _number_corrections(entry, reading)
    if "unit" in entry.model_fields_set and _scale(entry, reading) is None:
        yield FieldCorrection("unit", reading.unit and _quoted(reading.unit))
    if entry.qualifier is not None:
        stated: set[Hedge] = {word for word in entry.qualifier if word != "exactly"}
        said = set(reading.hedges)
        allowed = _earlier(before) | _meant(reading)
        if said - {"cumulative"} - stated or stated - said - allowed:
            yield FieldCorrection("qualifier", qualifier_words(said | stated & allowed))
    if entry.kind not in (None, reading.kind):
        yield FieldCorrection("kind", reading.kind)
    if entry.direction not in (None, reading.direction):
        yield FieldCorrection("direction", reading.direction)


def contradicts(key: str, wrong: Iterable[FieldCorrection]) -> bool:
    """Whether a key has a part in what is wrong; the keys of the number have it together."""
    keys = {one.key for one in wrong}
    return key in keys or (key in _NUMBER_KEYS and not keys.isdisjoint(_NUMBER_KEYS))


def advice(wrong: Iterable[FieldCorrection]) -> str:
    """The corrections in words: write `low: 3` and `high: 5`, delete `value`."""
    found = list(wrong)
    written = [f"`{one.key}: {one.should}`" for one in found if one.should is not None]
    deleted = [f"`{one.key}`" for one in found if one.should is None]
    parts = (f"{verb} {' and '.join(keys)}" for verb, keys in (("write", written), ("delete", deleted)) if keys)
    return ", ".join(parts)


def figure_value(entry: MetricEntry, reading: FigureReading, text: Text, before: str) -> FigureValue:
    """The value as the text says it, in the unit of the entry if it fits; `text` is the block."""
    low, high = (None if end is None else _float(end) for end in _ends(entry, reading))
    added = set(entry.qualifier or ()) & _earlier(before)
    hedges = tuple(hedge for hedge in HEDGES if hedge in reading.hedges or hedge in added)
    return FigureValue(reading.kind, low, high, hedges, reading.direction, _words(reading, text))


def stated_unit(entry: MetricEntry, reading: FigureReading) -> str | None:
    """The unit as the entry writes it, where it is the one of the text."""
    return entry.unit if entry.unit and _scale(entry, reading) is not None else None


def say_the_same(one: FigureReading, other: FigureReading) -> bool:
    """Whether two editions state one figure: the same ends and bounds in the same unit, and no rise against a fall."""
    scale = _unit_scale(one.unit, other.unit)
    turned = {one.direction, other.direction} == {"up", "down"}
    bounds = [set(reading.hedges) - {"expected", "cumulative"} for reading in (one, other)]
    return scale is not None and not turned and bounds[0] == bounds[1] and _times(one, scale) == (other.low, other.high)


def _number_corrections(entry: MetricEntry, reading: FigureReading) -> Iterator[FieldCorrection]:
    stated = [key for key in _NUMBER_KEYS if getattr(entry, key) is not None]
    if not stated or _says(entry, reading):
        return
    right = _right_number(entry, reading)
    yield from (
        FieldCorrection(key, value) for key, value in right.items() if key not in stated or _differs(entry, key, value)
    )
    yield from (FieldCorrection(key, None) for key in stated if key not in right)


def _differs(entry: MetricEntry, key: str, right: str) -> bool:
    stated = getattr(entry, key)
    terms = stated if isinstance(stated, tuple) else (stated,)
    return ":".join(map(_written, terms)) != right


def _says(entry: MetricEntry, reading: FigureReading) -> bool:
    """Whether the entry's number is the text's. A fall of 3.5 may be written as -3.5, too."""
    low, high = _ends(entry, reading)
    if entry.value is not None and len(entry.value) > 1:
        return reading.kind in RATIOS and entry.value == (low, high)
    if reading.kind in RATIOS:
        return False
    if entry.value is not None:
        number, stated = _single(reading, low, high), entry.value[0]
        return stated == number or (reading.direction == "down" and number is not None and stated == -number)
    falls = tuple(None if end is None else -end for end in (high, low))
    return (entry.low, entry.high) in ((low, high), *([falls] if reading.direction == "down" else []))


def _right_number(entry: MetricEntry, reading: FigureReading) -> dict[str, str]:
    """The keys that say the text's number."""
    low, high = _ends(entry, reading)
    if reading.kind in RATIOS and low is not None and high is not None:
        return {"value": f"{_written(low)}:{_written(high)}"}
    if (number := _single(reading, low, high)) is not None:
        part = reading.kind == "fraction"
        return {"value": f"{number.numerator}/{number.denominator}" if part else _written(number)}
    return {key: _written(end) for key, end in (("low", low), ("high", high)) if end is not None}


def _single(reading: FigureReading, low: Fraction | None, high: Fraction | None) -> Fraction | None:
    """The one number of a figure; of the first three it is 3, and a range has none."""
    if reading.kind == "rank" or low is None:
        return high
    return low if high in (None, low) else None


def _ends(entry: MetricEntry, reading: FigureReading) -> tuple[Fraction | None, Fraction | None]:
    """The ends of the reading, in the unit of the entry if it fits."""
    return _times(reading, _scale(entry, reading) or Fraction(1))


def _float(end: Fraction) -> float:
    """The nearest float, an infinity if none is that large."""
    try:
        return float(end)
    except OverflowError:
        return inf if end > 0 else -inf


def _times(reading: FigureReading, scale: Fraction) -> tuple[Fraction | None, Fraction | None]:
    low, high = (None if end is None else end * scale for end in (reading.low, reading.high))
    return low, high


def _scale(entry: MetricEntry, reading: FigureReading) -> Fraction | None:
    """How many units of the entry are one of the text; None where they are not of one kind."""
    return _unit_scale(reading.unit, entry.unit) if "unit" in entry.model_fields_set else Fraction(1)


def _unit_scale(one: str | None, other: str | None) -> Fraction | None:
    """五万名 is 5 万名 and 50000 名, 3个小时 is 3 小时; None where the units are not of one kind."""
    first, second = _plain(one), _plain(other)
    if first == second:
        return Fraction(1)
    (many, unit), (few, same_unit) = _split(first), _split(second)
    return Fraction(many, few) if unit == same_unit else None


def _plain(unit: str | None) -> str:
    """A unit as it is compared."""
    folded = re.sub(r"\s", "", fold(unit or ""))
    return folded.removeprefix("个") or folded


def _split(unit: str) -> tuple[int, str]:
    """What the number words before a unit are worth, and the unit."""
    match = _MAGNITUDE.match(unit)
    words = match.group() if match else ""
    worth = 1
    for word in words:
        worth *= _MAGNITUDES[word]
    return worth, _plain(unit[len(words) :])


def _earlier(before: str) -> set[Hedge]:
    """What words earlier in the sentence may say of the figure."""
    folded = fold(before)
    return {hedge for hedge, pattern in _EARLIER.items() if pattern.search(folded)}


def _meant(reading: FigureReading) -> set[Hedge]:
    """What the kind says without a word: 三四十个 is about so many."""
    return {"about"} if reading.kind in ("approximate", "vague") else set()


def _words(reading: FigureReading, text: Text) -> Text | None:
    """The number as printed where its ends do not say it: 数百, 4:3:3, 30米×50."""
    numbers = [role for role in reading.roles if role.role == "number"]
    if None in (reading.low, reading.high) or reading.low == reading.high:
        return None
    terms = len(numbers) > 2 and reading.kind in RATIOS
    if reading.kind == "vague" or terms or reading.kind == "compound":
        return text.cut(numbers[0].start, numbers[-1].end)
    return None


def _written(number: Fraction) -> str:
    """A number as metrics/*.yaml has it."""
    if (number * _EXACT).denominator > 1:
        return f"{number.numerator}/{number.denominator}"
    whole, part = divmod(abs(number), 1)
    decimals = f"{int(part * _EXACT):010d}".rstrip("0")
    return ("-" if number < 0 else "") + str(int(whole)) + (f".{decimals}" if decimals else "")


def _quoted(unit: str) -> str:
    """A unit as YAML has it; one that YAML would take for something else in quotes."""
    return f'"{unit}"' if unit[0] in "%&*!@`" else unit

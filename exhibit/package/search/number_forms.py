"""Other ways to print the figure that a query is: 三分之二 and 2/3, 3—5万 and 三至五万, -3.5% and 下降3.5%."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # the reader's patterns take long to compile: only a query that may be a figure waits for them
    from fractions import Fraction

    from exhibit.figures.reading import FigureReading

_LONGEST: Final = 24
"""Characters of a query that may be a figure."""
_MAY_BE_FIGURE: Final = re.compile(r"[0-9０-９〇零一二三四五六七八九十百千两兩半½¼¾⅓⅔]")
_YEAR: Final = re.compile("[12][0-9]{3}年")
"""A year is no amount: no text prints 二千零二十二年 for it."""
_DIGITS: Final = "零一二三四五六七八九"
_LARGEST: Final = 10**8
"""Numbers from here on have no numeral of their own: they are printed with 亿."""
_TO: Final = "-~至到"
_FALLS: Final = ("负", "零下", "降", "下降", "降低", "减少", "下跌", "下滑")
_HALVES: Final = ("一半", "半数", "1/2", "二分之一")


def number_forms(query: str) -> tuple[str, ...]:
    """Other notations of a query that is one figure and nothing else; none for any other, or for a bare number."""
    if len(query) > _LONGEST or not _MAY_BE_FIGURE.search(query) or _YEAR.fullmatch(query):
        return ()
    from exhibit.figures.reader import read_marked

    readings = read_marked(query, 0, len(query))
    if len(readings) != 1 or readings[0].hedges or not _is_whole(readings[0], query):
        return ()
    return tuple(dict.fromkeys(form for form in _forms(readings[0]) if form != query))


def numeral(number: float) -> str:
    """A number in numerals: 三百二十, 三点五; empty for one that no text prints so."""
    whole, _, decimals = f"{abs(number):.10g}".partition(".")
    if not (whole + decimals).isdigit() or int(whole) >= _LARGEST:
        return ""
    words = _whole(int(whole)) or _DIGITS[0]
    return words + ("点" + "".join(_DIGITS[int(one)] for one in decimals) if decimals else "")


def _is_whole(reading: "FigureReading", query: str) -> bool:
    """Whether a query is a figure from end to end, the words of a rise or a fall among it."""
    first, last = reading.roles[0].start, reading.roles[-1].end
    return min(reading.start, first) == 0 and max(reading.end, last) == len(query)


def _forms(reading: "FigureReading") -> Iterator[str]:
    low, high, unit = reading.low, reading.high, reading.unit or ""
    if low is None or high is None:
        return
    if reading.kind == "fraction":
        yield from _fractions(low.numerator, low.denominator)
    elif reading.kind in ("ratio", "score", "scale"):
        yield from (f"{one}{sign}{two}" for one, two in zip(_both(low), _both(high), strict=True) for sign in ":∶比")
    elif reading.kind == "rank" and low == high > 0:
        yield from (f"第{one}{unit}" for one in _both(low))
    elif reading.kind in ("range", "approximate"):
        yield from _ranges(_both(low), _both(high), unit)
    elif low == high and (unit or low < 0):
        yield from _amounts(float(low), unit, reading.direction == "down")


def _fractions(above: int, below: int) -> Iterator[str]:
    yield from (f"{above}/{below}", f"{numeral(below)}分之{numeral(above)}", f"{below}分之{above}")
    if (above, below) == (1, 2):
        yield from _HALVES


def _ranges(lows: tuple[str, str], highs: tuple[str, str], unit: str) -> Iterator[str]:
    for low, high in zip(lows, highs, strict=True):
        yield from (f"{low}{sign}{high}{unit}" for sign in _TO)
        if unit:
            yield from (f"{low}{unit}{sign}{high}{unit}" for sign in _TO)


def _amounts(number: float, unit: str, falls: bool) -> Iterator[str]:
    for one in _both(abs(number)):
        words = [f"百分之{one}", f"{one}%"] if unit == "%" else [f"{one}{unit}"]
        if number < 0 or falls:
            yield from (f"{sign}{word}" for word in words for sign in ("-", *_FALLS))
        else:
            yield from words


def _both(number: "Fraction | float") -> tuple[str, str]:
    """A number in digits and in numerals."""
    digits = f"{float(number):.10g}"
    return digits, numeral(float(number)) or digits


def _whole(number: int) -> str:
    if number >= 10**4:
        high, rest = divmod(number, 10**4)
        return _whole(high) + "万" + (_DIGITS[0] if 0 < rest < 1000 else "") + _whole(rest)
    words, gap = "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            words += (_DIGITS[0] if gap else "") + _DIGITS[digit] + name
        gap = bool(words) and not digit
    return words.removeprefix("一") if words.startswith("一十") else words

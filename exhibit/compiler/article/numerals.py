"""Reads the numbers articles print: 1,206, 8.2, ２４％, 十一, 两千三百, 3万."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

_DIGITS: Final = "零〇一二三四五六七八九"
_VALUES: Final[dict[str, Decimal]] = {
    **{character: Decimal(max(place - 1, 0)) for place, character in enumerate(_DIGITS)},
    "两": Decimal(2), "兩": Decimal(2), "半": Decimal("0.5"),
}  # fmt: skip
_SMALL: Final = {"十": 10, "百": 100, "千": 1000}
_LARGE: Final = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_CHINESE: Final = "".join([*_VALUES, *_SMALL, *_LARGE])
_WIDE: Final = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")
_NUMBER: Final = re.compile(rf"\d+(?:,\d{{3}})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?|[{_CHINESE}]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class NumberReading:
    """One way to read a number: its value, and where in the text it ends (its unit stands there)."""

    value: Decimal
    end: int


def narrow(text: str) -> str:
    """Full-width digits, points, commas and per cent signs as plain ones; the length stays."""
    return text.translate(_WIDE)


def numbers_in(text: str) -> list[tuple[int, int]]:
    """Where numbers stand in a text. 万 or 亿 right behind digits, or behind digits and 余, belongs to its unit."""
    text = narrow(text).replace("百分之", "   ")
    found = [match.span() for match in _NUMBER.finditer(text)]
    return [
        one for one in found if not (text[one[0]] in _LARGE and re.search(r"\d[余餘多]?$", text[: one[0]], re.ASCII))
    ]


def readings(text: str, start: int, end: int) -> list[NumberReading]:
    """All ways to read the number at `start`: 五万 as 50000, or as 5 with a unit that begins with 万."""
    text = narrow(text)
    digits = text[start:end]
    if digits[0].isascii():
        value = Decimal(digits.replace(",", ""))
        whole = [NumberReading(value, end)]
        if end < len(text) and text[end] in _LARGE:
            whole.append(NumberReading(value * _LARGE[text[end]], end + 1))
        return whole
    prefixes = [(stop, chinese_number(text[start:stop])) for stop in range(end, start, -1)]
    return [NumberReading(value, stop) for stop, value in prefixes if value is not None]


def chinese_number(text: str) -> Decimal | None:
    """The value of a Chinese numeral, or None where it is none: 二〇二二, 三千五百, 千 (1000), 两万."""
    if len(text) > 1 and all(character in _DIGITS for character in text):
        return Decimal("".join(str(_VALUES[character]) for character in text))
    total = part = Decimal(0)
    digit: Decimal | None = None
    for character in text:
        if character in _VALUES:
            if digit:
                return None
            digit = _VALUES[character]
        elif character in _SMALL:
            part += (Decimal(1) if digit is None else digit) * _SMALL[character]
            digit = None
        else:
            section = part + (digit or 0)
            if total >= (large := _LARGE[character]):
                total += section * large
            else:
                total = (total + section or Decimal(1)) * large
            part, digit = Decimal(0), None
    return total + part + (digit or 0)

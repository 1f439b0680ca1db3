"""What a numeral is worth: 1,206, 十一, 两千三百, 壹佰, 廿四, 1亿8000万, 三四十, 几百, 二〇二三, 三点二."""

import re
from fractions import Fraction
from typing import Final, Literal, NamedTuple

Shape = Literal["exact", "approximate", "vague"]
"""`approximate`: a pair such as 三四十; `vague`: with 几 or 数."""

ARABIC: Final = (
    r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?:，\d{3})+(?!\d)|\d{1,3}(?:['’]\d{3})+(?!\d)"
    r"|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)|\d+)(?:\.\d+)?"
)
"""A number in digits, with any separator between its thousands."""

LONGEST: Final = 30
"""No newspaper prints a longer numeral; a longer one is a number of something, not an amount."""

_DIGITS: Final = {**{digit: value for value, digit in enumerate("〇一二三四五六七八九")}, "零": 0, "两": 2}
_SMALL: Final = {"十": 10, "百": 100, "千": 1000}
_TENS: Final = {"廿": 20, "卅": 30, "卌": 40}
_LARGE: Final = {"万": 10**4, "亿": 10**8, "万亿": 10**12, "亿万": 10**12}
_FINANCIAL: Final = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
_PAIRS: Final = {*((low, low + 1) for low in range(1, 9)), (3, 5), (3, 2)}
_TOKEN: Final = re.compile(rf"{ARABIC}|\D")
_SECTION: Final = re.compile("([^万亿]*)([万亿]*)")


class Amount(NamedTuple):
    """What a numeral says: from `low` to `high`, both the same for an exact one, times what `large` stands for.

    `large` holds the 万 and 亿 that end the numeral and so belong to its unit as printed: 93.28亿 is 93.28 and 亿.
    `bare` tells a power of ten without a digit before it (百, 千, 千万).
    """

    low: Fraction
    high: Fraction
    large: str
    shape: Shape
    bare: bool


class _Section(NamedTuple):
    """A numeral below 万, or what stands before a 万 or 亿; `single` tells one digit alone."""

    low: Fraction
    high: Fraction
    shape: Shape = "exact"
    bare: bool = False
    single: bool = False


def amount_of(numeral: str) -> Amount | None:
    """What a folded numeral is worth, or None where its characters are no numeral (五四, 一二九路)."""
    if not 0 < len(numeral) <= LONGEST:
        return None
    numeral = numeral.translate(_FINANCIAL)
    if "点" in numeral:
        return _with_point(numeral)
    if len(numeral) > 1 and all(one in _DIGITS for one in numeral):
        return _row_of_digits(numeral)
    return _sum(_SECTION.findall(numeral)[:-1])


def large_value(large: str) -> int:
    """What 万, 亿 or 万亿 stands for; 1 for nothing."""
    return _LARGE.get(large, 1)


def _with_point(numeral: str) -> Amount | None:
    whole, _, rest = numeral.partition("点")
    digits = re.match("[〇零一二三四五六七八九]+", rest)
    before = amount_of(whole)
    if digits is None or before is None or before.shape != "exact" or before.large:
        return None
    decimals = "".join(str(_DIGITS[one]) for one in digits.group())
    small, large = rest[digits.end() :].rstrip("万亿"), rest[digits.end() :].lstrip("百千")
    value = (before.low + Fraction(int(decimals), 10 ** len(decimals))) * _SMALL.get(small, 1)
    return Amount(value, value, large, "exact", False) if not large or large in _LARGE else None


def _row_of_digits(numeral: str) -> Amount | None:
    values = [_DIGITS[one] for one in numeral]
    if len(values) == 2 and (pair := _pair(*values)):
        return Amount(*pair, "", "approximate", False)
    if len(values) > 2 or 0 in values:
        value = Fraction("".join(map(str, values)))
        return Amount(value, value, "", "exact", False)
    return None


def _pair(first: int, second: int) -> tuple[Fraction, Fraction] | None:
    if (first, second) not in _PAIRS:
        return None
    return Fraction(min(first, second)), Fraction(max(first, second))


def _sum(sections: list[tuple[str, str]]) -> Amount | None:
    """Adds the sections of a numeral: 3亿, 2千万 and 500, each smaller than the one before."""
    low = high = Fraction(0)
    shape: Shape = "exact"
    bare = False
    below: int | None = None
    for small, large in sections:
        section = _section(small, first=below is None)
        if section is None or (large and large not in _LARGE):
            return None
        times = large_value(large)
        if section.single and below is not None and not large:
            times = below // 10
        if below is not None and section.high * times >= below:
            return None
        low, high = low + section.low * times, high + section.high * times
        shape = section.shape if section.shape != "exact" else shape
        bare = section.bare
        below = times
    leading = sections[0][1]
    if not sections[-1][1]:
        return Amount(low, high, "", shape, bare and len(sections) == 1)
    return Amount(low / _LARGE[leading], high / _LARGE[leading], leading, shape, bare and len(sections) == 1)


def _section(small: str, first: bool) -> _Section | None:
    """Reads what stands before a 万 or 亿, or at the end."""
    if not small:
        return _Section(Fraction(1), Fraction(1), bare=True) if first else None
    reading = _SectionSum(first)
    return reading.total() if all(reading.add(token) for token in _TOKEN.findall(small)) else None


class _SectionSum:
    """Adds up a section, token by token; `first` tells that no section stands before it."""

    def __init__(self, first: bool) -> None:
        self._first = first
        self._low = self._high = Fraction(0)
        self._digit: tuple[Fraction, Fraction] | None = None
        self._shape: Shape = "exact"
        self._bare = self._zero = False
        self._last = 10**4
        """The power of ten that was read last; the next is smaller."""

    def add(self, token: str) -> bool:
        """Takes a token in; False where it cannot stand here."""
        if token in "零〇":
            self._zero = True
            return True
        if token in _SMALL or token in _TENS:
            return self._add_power(token, _SMALL.get(token, 10))
        self._digit = _digit(token, self._digit, bool(self._high))
        if self._digit is None:
            return False
        if token in "几数":
            self._shape = "vague"
        elif self._digit[0] != self._digit[1]:
            self._shape = "approximate"
        return True

    def total(self) -> _Section | None:
        """The section, or None where its tokens make none."""
        if self._digit is None:
            return _Section(self._low, self._high, self._shape, self._bare) if self._high or self._zero else None
        low, high = self._digit
        place = self._last // 10 if 100 <= self._last < 10**4 and not self._zero and high < 10 else 1
        if self._high and high * place >= self._last:
            return None
        single = not self._high and not self._zero and high < 10
        rest = place - 1 if self._shape == "vague" else 0
        return _Section(self._low + low * place, self._high + high * place + rest, self._shape, single=single)

    def _add_power(self, token: str, power: int) -> bool:
        bare = self._digit is None and power > 10
        if power >= self._last or (token in _TENS and self._digit) or (bare and not self._first):
            return False
        vague = self._shape == "vague"
        low, high = self._digit or (Fraction(_TENS.get(token, power) // power),) * 2
        self._bare = self._bare or (bare and not self._high)
        self._low += (max(low, Fraction(2)) if vague else low) * power
        self._high += high * power + (power - 1 if vague else 0)
        self._digit, self._last, self._zero = None, power, False
        return True


def _digit(token: str, before: tuple[Fraction, Fraction] | None, after_tens: bool) -> tuple[Fraction, Fraction] | None:
    """What a digit word or a number in digits adds; a second digit word makes a pair with the first."""
    if token in ("几", "数"):
        return None if before else (Fraction(1 if after_tens else 2), Fraction(9))
    if token not in _DIGITS:
        return None if before else (digits_value(token),) * 2 if token[0].isdigit() else None
    if before is None:
        return (Fraction(_DIGITS[token]),) * 2
    return _pair(int(before[0]), _DIGITS[token]) if before[0] == before[1] < 10 else None


def digits_value(digits: str) -> Fraction:
    """The value of a number in digits, whatever stands between its thousands."""
    return Fraction(re.sub(r"[^\d.]", "", digits))

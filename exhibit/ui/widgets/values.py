"""A figure's value in words, as the language says it: 约 5 万名, 110 余人, 预计超 15 亿元; no Qt."""

from typing import Final, NamedTuple

from exhibit.model.metric import Metric, number_text
from exhibit.model.text import Script, Text, same

_BEFORE: Final = {"expected": Text("预计", "預計"), "about": Text("约", "約"), "nearly": same("近")}
"""Words before the number, in the order in which they are said."""
_BEYOND: Final = same("超")
_ODD: Final = Text("余", "餘")
_AND_MORE: Final = same("以上")
_MAGNITUDES: Final = "万萬亿億千百%‰"
"""A unit that begins with one of these does not take 余: 超 15 亿元."""


class ValueText(NamedTuple):
    """`prefix` and `tail` are smaller than the number; `tail` holds the unit."""

    prefix: str
    number: str
    tail: str

    @property
    def words(self) -> str:
        """The whole value in one line."""
        return f"{self.lead}{self.number}{self.rest}"

    @property
    def lead(self) -> str:
        """The prefix with the blank that keeps it from the number."""
        return f"{self.prefix} " if self.prefix else ""

    @property
    def rest(self) -> str:
        """The tail with the blank that keeps it from the number."""
        return f" {self.tail}" if self.tail and self.tail[0] not in "%‰" else self.tail


def value_text(metric: Metric, script: Script) -> ValueText:
    """The number with its qualifiers and unit around it."""
    unit = metric.unit.name.in_(script)
    prefix = "".join(word.in_(script) for key, word in _BEFORE.items() if key in metric.qualifiers)
    tail = unit
    if "over" in metric.qualifiers and _takes_odd(metric.value, unit):
        tail = _ODD.in_(script) + unit
    elif "over" in metric.qualifiers:
        prefix += _BEYOND.in_(script)
    if "at-least" in metric.qualifiers:
        tail += _AND_MORE.in_(script)
    return ValueText(prefix, number_text(metric.value), tail)


def chinese_number(number: int) -> str:
    """1 to 99 in Chinese, the same in both scripts; others in figures."""
    digits = "〇一二三四五六七八九"
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    ten = "" if tens == 0 else "十" if tens == 1 else f"{digits[tens]}十"
    return ten + (digits[ones] if ones else "")


def _takes_odd(value: float, unit: str) -> bool:
    """Whether 余 can follow: a round whole number that counts single things."""
    return value >= 10 and value % 10 == 0 and unit[:1] not in _MAGNITUDES

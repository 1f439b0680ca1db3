"""A figure's value in words, as the language says it: 约 5 万名, 预计超 15 亿元, 下降 3.5%, 3～5 万元, 第 1."""

import re
from typing import Final, NamedTuple

from exhibit.figures.kinds import Direction, FigureKind, Hedge
from exhibit.model.metric import RATIOS, FigureValue, Metric
from exhibit.model.text import Script, Text, same

_MINUS: Final = "\u2212"
_BEFORE: Final[dict[Hedge, Text]] = {"expected": Text("预计", "預計"), "cumulative": Text("累计", "累計")}
"""Words that stand before everything, in the order they are said."""
_BOUNDS: Final[dict[Hedge, Text]] = {
    "about": Text("约", "約"), "nearly": same("近"), "at-most": Text("不超过", "不超過"), "under": same("不到"),
}  # fmt: skip
"""Words that stand right before the number, in the order they are said."""
_BEYOND: Final = same("超")
_BELOW: Final = Text("低于", "低於")
"""Beyond a number below zero: 零下20多度 is 低于 −20 度."""
_TURNS: Final = {
    ("up", True): Text("增长", "增長"), ("down", True): same("下降"),
    ("up", False): same("增加"), ("down", False): Text("减少", "減少"),
}  # fmt: skip
"""A rise or a fall, by a rate or by an amount."""
_RATES: Final = ("%", "‰", "‱", "成", "倍", "百分点", "个百分点", "千分点", "个千分点", "基点", "个基点")
_POINTS: Final = ("百分点", "千分点", "基点")
_RISEN: Final = same("上升")
_DOUBLED: Final = same("翻")
_ODD: Final = Text("余", "餘")
_AND_MORE: Final = same("以上")
_ORDER: Final = same("第")
_FIRST: Final = same("前")
_FROM_LAST: Final = Text("倒数第", "倒數第")
_TO: Final = "～"
_MAGNITUDES: Final = "万萬亿億千百%‰"
"""A unit that begins with one of these does not take 余: 超 15 亿元."""
_CURRENCY: Final = re.compile(
    "[A-Z]{0,3}[$¥£€₩₽฿]|(?:USD|HKD|CNY)|(?:人民币|港币|新台币|台币|澳门币|美金|日币|欧元|英镑)(?=[^/])"
)
"""A currency that stands before its number, at the beginning of a unit; 欧元 alone stands behind."""
_LARGEST_PART: Final = 1000
"""The largest number below the line of a fraction."""
_LONGEST_DECIMAL: Final = 14
"""Characters of a number whose decimals end."""
_SPOKEN: Final = (
    ("±", Text("正负", "正負")), (_MINUS, Text("负", "負")), (_TO, same("至")), (":", same("比")), ("×", same("乘")),
)  # fmt: skip
"""Signs that are not read aloud, and what they mean."""


class ValueText(NamedTuple):
    """A value in its parts: `prefix` and `tail` are smaller than the number, and `tail` holds the unit.

    `spoken` is all of it as it is read aloud.
    """

    prefix: str
    number: str
    tail: str
    spoken: str = ""

    @property
    def words(self) -> str:
        """All of it in one line."""
        return f"{self.lead}{self.number}{self.rest}"

    @property
    def lead(self) -> str:
        """The prefix with the blank that keeps it from the number."""
        return f"{self.prefix} " if self.prefix and self.prefix[-1] not in "$¥£€" else self.prefix

    @property
    def rest(self) -> str:
        """The tail with the blank that keeps it from the number."""
        return f" {self.tail}" if self.tail and self.tail[0] not in "%‰‱" else self.tail


def value_text(metric: Metric, script: Script) -> ValueText:
    """The number with its hedges and its unit around it."""
    return figure_text(metric.value, metric.unit.name, script)


def figure_text(value: FigureValue, unit: Text, script: Script) -> ValueText:
    """The same of a value that is no figure yet."""
    currency = _CURRENCY.match(unit.hans)
    behind = unit.cut(currency.end() if currency else 0, len(unit))
    odd = "over" in value.hedges and _takes_odd(value, unit.hans)
    prefix = "".join(word.in_(script) for word in _words_before(value, unit.hans, odd))
    tail = (_ODD.in_(script) if odd else "") + behind.in_(script)
    if _is_open_above(value):
        tail += _AND_MORE.in_(script)
    prefix += unit.in_(script)[: currency.end()] if currency else ""
    said = ValueText(prefix, _number(value, script), tail)
    return said._replace(spoken=f"{said.lead}{_spoken(said.number, script)}{said.rest}")


def number_text(value: float) -> str:
    """A number as the articles print it: no separators, no trailing zeros, and a minus that is one."""
    digits = str(int(abs(value))) if value == int(value) else repr(abs(value))
    return f"{_MINUS}{digits}" if value < 0 else digits


def _words_before(value: FigureValue, unit: str, odd: bool) -> list[Text]:
    words = [word for hedge, word in _BEFORE.items() if hedge in value.hedges]
    if value.direction:
        words.append(_turn(value.direction, unit))
    words += [word for hedge, word in _BOUNDS.items() if hedge in value.hedges and hedge != "over"]
    if value.low is None and {"under", "at-most"}.isdisjoint(value.hedges):
        words.append(_BELOW)
    elif "over" in value.hedges and not odd:
        words.append(_BEYOND)
    return [*words, *_order(value)]


def _turn(direction: Direction, unit: str) -> Text:
    """A rise or a fall, as it is said with a unit."""
    if unit == "番":
        return _DOUBLED
    if direction == "up" and unit.endswith(_POINTS):
        return _RISEN
    return _TURNS[direction, unit in _RATES]


def _order(value: FigureValue) -> list[Text]:
    """What makes the number a place in an order."""
    if value.kind != "rank":
        return []
    if value.low != value.high:
        return [_FIRST]
    return [_FROM_LAST if value.low is not None and value.low < 0 else _ORDER]


def _number(value: FigureValue, script: Script) -> str:
    if value.words:
        return value.words.in_(script)
    ends = [end for end in (value.low, value.high) if end is not None]
    if value.kind == "rank":
        return number_text(abs(ends[-1]))
    texts = list(dict.fromkeys(_end(end, value.kind) for end in ends))
    if value.kind in RATIOS:
        return ":".join(number_text(end) for end in ends)
    if len(ends) == 2 and ends[0] == -ends[1] != 0:
        return f"±{number_text(ends[1])}"
    return _TO.join(texts)


def _end(end: float, kind: FigureKind) -> str:
    endless = kind == "range" and len(repr(end)) > _LONGEST_DECIMAL
    parts = _parts(end) if kind == "fraction" or endless else None
    return f"{number_text(parts[0])}/{parts[1]}" if parts else number_text(end)


def _parts(value: float) -> tuple[int, int] | None:
    """A value as a simple fraction, where its decimals do not end; 1/2 and 3/4 of a fraction end, too."""
    for below in range(2, _LARGEST_PART):
        above = round(value * below)
        if abs(value * below - above) < 1e-9 * below:
            return above, below
    return None


def _spoken(number: str, script: Script) -> str:
    """The number with its signs in words: 2/3 as 3分之2, −3 as 负3."""
    number = re.sub(r"(\d+)/(\d+)", r"\2分之\1", number)
    for sign, word in _SPOKEN:
        number = number.replace(sign, word.in_(script))
    return number


def _is_open_above(value: FigureValue) -> bool:
    """Whether 以上 must say that there may be more."""
    if "at-least" in value.hedges:
        return True
    return value.high is None and "over" not in value.hedges and value.words is None


def _takes_odd(value: FigureValue, unit: str) -> bool:
    """Whether 余 can follow: a round whole number that counts single things."""
    low = value.low
    if low is None or value.high is not None or value.words or value.kind not in ("quantity", "change", "vague"):
        return False
    return low >= 10 and low % 10 == 0 and bool(unit) and unit[:1] not in _MAGNITUDES and not _CURRENCY.match(unit)

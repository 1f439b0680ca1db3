"""Compares a figure's qualifier with the words around its number: 余, 超, 近, 约, 以上, 预计."""

import re
from collections.abc import Iterator
from typing import Final

from exhibit.model.metric import Qualifier

_BEFORE: Final = re.compile(
    "(?:(?P<nearly>将近|接近|(?<![最附临就靠])近)|(?P<over>超过|超出|(?<!赶)超|突破|逾|多于|高于)"
    "|(?P<about>大约|大概|(?<![节合条公制])约)|(?P<at_least>不少于|不低于|至少))[了达到有为]{0,2}$"
)
_BETWEEN: Final = re.compile("[余多]")
_BEHIND: Final = re.compile("(?P<at_least>及?以上)|(?P<about>左右|上下)|(?P<over>[余多](?![方重少])|有余)")
_EXPECTED: Final = re.compile("预计|预期|预估|估计|计划|将|拟|力争|目标|有望")
_EXPECTED_HERE: Final = re.compile("预计|预期|预估|力争|有望|(?:将|拟|计划)(?:[达到有建超近约为]{0,3})$")
_CLAUSE: Final = re.compile("[，。；：！？,;]")
_WORDS: Final[dict[Qualifier, str]] = {
    "over": "余, 多, 超, 突破",
    "about": "约, 左右",
    "nearly": "近, 将近",
    "at-least": "以上, 不少于, 至少",
    "expected": "预计, 计划, 将",
}


def qualifier_problems(
    before: str, number: str, behind: str, declared: tuple[Qualifier, ...], figure: str
) -> Iterator[str]:
    """What does not agree.

    `before` is the sentence up to the number, `number` the number with its unit, `behind` what follows, in Simplified.
    """
    found = _found(before, number, behind)
    stated = set(declared) - {"exactly"}
    for qualifier, word in found.items():
        if qualifier not in stated:
            yield f"`{word}` at the number means `{qualifier}`, `{figure}` says {_list(declared)}; correct one"
    if "expected" not in stated and (match := _EXPECTED_HERE.search(_CLAUSE.split(before)[-1])):
        yield f"`{match.group()}` before the number means `expected`, `{figure}` says {_list(declared)}; correct one"
    for qualifier in declared:
        there = _EXPECTED.search(before) if qualifier == "expected" else qualifier in found or qualifier == "exactly"
        if not there:
            yield f"`{figure}` says `{qualifier}`, but none of {_WORDS[qualifier]} stands at its number; correct one"


def _found(before: str, number: str, behind: str) -> dict[Qualifier, str]:
    found: dict[Qualifier, str] = {}
    if match := _BEFORE.search(before):
        found[_kind(match)] = match.group()
    if match := _BETWEEN.search(number):
        found["over"] = match.group()
    if match := _BEHIND.match(behind):
        found[_kind(match)] = match.group()
    return found


def _kind(match: re.Match[str]) -> Qualifier:
    return str(match.lastgroup).replace("_", "-")  # type: ignore[return-value]  # the groups are named after qualifiers


def _list(qualifiers: tuple[Qualifier, ...]) -> str:
    return f"`{' '.join(qualifiers)}`"

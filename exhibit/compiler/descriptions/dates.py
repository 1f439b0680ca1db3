"""Reads a date of the timeline as an editor writes it, in digits or as Chinese papers print it.

date    = point | point separator point | point separator open | ".." separator point
point   = [era] year ["-" month ["-" day]]          month and day of two digits
        | [era] year "年" [month "月" [day "日"]]
        | [era] decade "年代" | century "世纪" decade "年代" | decade with X for its last digit
        | [era] century "世纪" | century with XX for its last digits
era     = "-" | "公元前" | "西元前" | "前" | "公元" | "西元"
open    = ".." | "今"
separator = "/" | "—" | "–" | "至" | "到" | "-" before a year or what ends in 年代 or 世纪
"""

import re
from typing import Final

from exhibit.model.event import DatePoint, EventDate

_ERA: Final = r"(?P<era>-|公元前|西元前|前|公元|西元|)"
_POINTS: Final = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        _ERA + r"(?P<year>\d{1,4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?",
        _ERA + r"(?P<year>\d{1,4})年(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?)?",
        _ERA + r"(?P<decade>\d{1,3})(?:0年代|X)",
        _ERA + r"(?P<century>\d{1,2})世[纪紀](?:(?P<tens>\d)0年代)?",
        r"(?P<era>)(?P<hundreds>\d\d)XX",
    )
)
_HYPHEN: Final = r"(?<=[\d年代纪紀月日])\s*-(?=\s*(?:-?\d{3,4}(?:年|\Z)|\d{1,4}(?:年代|世)|公元|西元|前))"
_SEPARATOR: Final = re.compile(rf"\s*(?:/|[—–]+|[至到]|{_HYPHEN})\s*", re.ASCII)
_SLASHED: Final = re.compile(r"\d{4}/\d\d(/\d\d)?", re.ASCII)
_SHORT: Final = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?", re.ASCII)
_SHORT_SPAN: Final = re.compile(r"(\d\d)(\d\d)-(\d\d)", re.ASCII)
_BARE: Final = re.compile(r"(?:-|公元前|西元前|前|公元|西元)?\d+", re.ASCII)
_SHARED: Final = re.compile(r"(?:年代|世[纪紀])\Z")
_OPEN: Final = ("..", "今")
_BEFORE: Final = ("-", "公元前", "西元前", "前")
_FORMS: Final = "must be a date such as 2022, 2022-06, 2022-06-23, 1937/1945, 1980年代, 19世纪 or 公元前209年"


def read_date(text: str) -> EventDate:
    """The date of a text. Raises ValueError, which says what a date must be, where it is none."""
    _refuse_likenesses(text)
    ends = _SEPARATOR.split(text)
    if len(ends) == 1:
        point = _point(text)
        return EventDate(point, point)
    if len(ends) > 2:
        raise ValueError(_FORMS)
    first, last = ends
    if (shared := _SHARED.search(last)) and _BARE.fullmatch(first):
        first += shared.group()
    if re.match("公元前|西元前|前", first) and re.match(r"\d", last):
        raise ValueError("must say the era of both ends: 公元前221/公元前206, 公元前206/公元220")
    return EventDate(None if first == ".." else _point(first), None if last in _OPEN else _point(last))


def _refuse_likenesses(text: str) -> None:
    """Refuses what resembles a date and would be read as something else."""
    if text.endswith(("?", "~", "%")):
        raise ValueError("must have no ?, ~ or %: `sure` says how sure it is")
    if _SLASHED.fullmatch(text):
        raise ValueError(f"must have hyphens before month and day: write {text.replace('/', '-')}")
    years = _SHORT_SPAN.fullmatch(text)
    if years and max(12, int(years[2])) < int(years[3]):
        raise ValueError(f"must have both years of a span in full: write {years[1]}{years[2]}/{years[1]}{years[3]}")
    short = _SHORT.fullmatch(text)
    if short and any(len(part or "00") < 2 for part in short.groups()):
        advice = "-".join(part.zfill(2) for part in short.groups() if part)
        raise ValueError(f"must have two digits for month and day: write {advice}")


def _point(text: str) -> DatePoint:
    for pattern in _POINTS:
        if found := pattern.fullmatch(text):
            return _made({name: value for name, value in found.groupdict().items() if value is not None})
    raise ValueError(_FORMS)


def _made(parts: dict[str, str]) -> DatePoint:
    """The point of the named parts of a pattern."""
    before = parts.pop("era") in _BEFORE
    numbers = {name: int(value) for name, value in parts.items()}
    if "hundreds" in numbers:
        return _century(numbers["hundreds"] + 1, before=False)
    if "decade" in numbers:
        return _decade(10 * numbers["decade"], before)
    if "tens" in numbers:
        return _decade(100 * numbers["century"] - 100 + 10 * numbers["tens"], before)
    if "century" in numbers:
        return _century(numbers["century"], before)
    year, month, day = -numbers["year"] if before else numbers["year"], numbers.get("month"), numbers.get("day")
    return DatePoint("day" if day is not None else "month" if month is not None else "year", year, month, day)


def _decade(name: int, before: bool) -> DatePoint:
    return DatePoint("decade", -name - 9 if before else name)


def _century(number: int, before: bool) -> DatePoint:
    if not number:
        raise ValueError("must have no century 0: the century before the 1st is 公元前1世纪")
    return DatePoint("century", -100 * number if before else 100 * number - 99)

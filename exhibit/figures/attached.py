"""What stands right at a number: sign, currency and order before it; more, unit and half behind it."""

import re
from dataclasses import replace
from fractions import Fraction
from typing import Final

from exhibit.figures.kinds import Hedge
from exhibit.figures.reading import Role, RoleSpan
from exhibit.figures.terms import FiguresSource, FigureTerm, with_unit
from exhibit.figures.units import CURRENCY, UnitKind, shown, unit_at

_SIGN: Final = re.compile(r"(?:正负|(?<![胜欺辜抱担自肩正])负|零下|零上|±|\+|(?<![A-Za-z0-9])[-–])$")
_NEGATIVE: Final = ("负", "零下", "-", "–")
_BOTH: Final = ("±", "正负")
_ORDER: Final = re.compile(r"(?:倒数第|第|(?<![以之目空提此年日当赛史生面])前)$")
_UP_TO: Final = re.compile("(?<![以晚早马网路线身加])上$|(?<![不超经通])过$")
_LARGE_BEHIND: Final = re.compile(r"[ \u00a0]([万亿]+)")
_BLANK: Final = re.compile(r"[ \u00a0\u3000]?")
_COUNTED: Final = "小时|月|钟头|星期|礼拜|世纪|工作日|季度|学期"
_WITHIN: Final = re.compile(f"个(?:(?P<more>多)(?={_COUNTED})|半)(?P<unit>{_COUNTED})?")
_KEEPS_COUNT: Final = ("月", "世纪", "季度", "学期", "工作日")
_MORE: Final = re.compile("多(?![方重少样元种边面功])|余(?![地额款粮下])|来(?![自到源])")
_A_HALF: Final = Fraction(1, 2)
_HALF: Final = re.compile("半(?![个年天月小径数])")
_TENTHS: Final = re.compile("[一二三四五六七八九](?![成个十百千万])")
_POINTS: Final = re.compile("点(?![燃名击评])")


def followed(term: FigureTerm, source: FiguresSource) -> FigureTerm:
    """The number with its unit, and with what stands between and behind them: 多, 个半, 半."""
    folded = source.folded
    if not term.large and (large := _LARGE_BEHIND.match(folded, term.end)):
        roles = (*term.roles, RoleSpan("joint", term.end, term.end + 1), RoleSpan("unit", *large.span(1)))
        term = replace(term, end=large.end(), large=source.text[large.start(1) : large.end()], roles=roles)
    if within := _WITHIN.match(folded, term.end):
        return _within(term, source, within)
    term = _more(term, source)
    start = _BLANK.match(folded, term.end).end()  # type: ignore[union-attr]  # it matches nothing, too
    unit = unit_at(folded, start)
    if unit is None:
        return _points(term, source)
    if start > term.end:
        term = replace(term, roles=(*term.roles, RoleSpan("joint", term.end, start)))
    return _half(with_unit(term, source, start, unit.end, unit.kind), source)


def led(term: FigureTerm, source: FiguresSource, floor: int) -> FigureTerm:
    """The number with its currency, its sign, and 第, 前 or 上 before it; nothing before `floor` is looked at."""
    term = _signed(_priced(_signed(term, source, floor), source, floor), source, floor)
    folded = source.folded
    if term.bare and (up_to := _UP_TO.search(folded, floor, term.start)):
        roles = (RoleSpan("hedge", up_to.start(), term.start), *term.roles)
        term = replace(term, start=up_to.start(), roles=roles)
        if up_to.group() == "过":
            return replace(term, hedges=(*term.hedges, "over"))
        return replace(term, kind="vague", hedges=(*term.hedges, "at-least"))
    if term.kind == "vague" and folded.endswith("好", floor, term.start):
        return replace(term, start=term.start - 1, roles=(RoleSpan("number", term.start - 1, term.start), *term.roles))
    if order := _ORDER.search(folded, max(floor, term.start - 4), term.start):
        if not term.unit and folded[term.end : term.end + 1] in ("强", "甲", "席"):
            term = with_unit(term, source, term.end, term.end + 1, "count")
        return _ordered(term, order.group(), order.start())
    return term


def _within(term: FigureTerm, source: FiguresSource, within: re.Match[str]) -> FigureTerm:
    """3个多小时, 两个半小时, 一个半."""
    start, unit = within.start(), within["unit"] or ""
    count, word = source.text[start], source.text[within.start("unit") : within.end()] if unit else ""
    kind: UnitKind = "time" if unit else "count"
    if within["more"]:
        roles = _roles(start, "hedge", within.end())
        hedges: tuple[Hedge, ...] = (*term.hedges, "over")
        return replace(
            term, end=within.end(), unit=count + word, unit_kind=kind, hedges=hedges, roles=(*term.roles, *roles)
        )
    name = word if unit and unit not in _KEEPS_COUNT else count + word
    roles = _roles(start, "number", within.end())
    term = replace(term, end=within.end(), unit=name, unit_kind=kind, roles=(*term.roles, *roles))
    return replace(term, low=term.low + _A_HALF, high=term.high + _A_HALF)


def _roles(start: int, role: Role, end: int) -> list[RoleSpan]:
    """Those of 个半小时 or 个多小时; the second character has `role`."""
    spans = [
        RoleSpan("unit", start, start + 1), RoleSpan(role, start + 1, start + 2), RoleSpan("unit", start + 2, end)
    ]  # fmt: skip
    return [span for span in spans if span.start < span.end]


def _more(term: FigureTerm, source: FiguresSource) -> FigureTerm:
    match = _MORE.match(source.folded, term.end)
    if match is None or term.kind == "approximate":
        return term
    if match.group() == "来" and not unit_at(source.folded, match.end()):
        return term
    hedge: Hedge = "about" if match.group() == "来" else "over"
    return replace(
        term, end=match.end(), hedges=(*term.hedges, hedge), roles=(*term.roles, RoleSpan("hedge", *match.span()))
    )


def _points(term: FigureTerm, source: FiguresSource) -> FigureTerm:
    """3000点 of an index; a small number of 点 is a time of day."""
    if not term.words and term.low >= 100 and _POINTS.match(source.folded, term.end):
        return with_unit(term, source, term.end, term.end + 1, "count")
    return term


def _half(term: FigureTerm, source: FiguresSource) -> FigureTerm:
    """一年半, 三斤半, 四成五."""
    end = term.end
    if term.unit_kind not in ("count", "grade", "percent") and _HALF.match(source.folded, end):
        more = _A_HALF
    elif term.unit_kind == "share" and (tenths := _TENTHS.match(source.folded, end)):
        more = Fraction("〇一二三四五六七八九".index(tenths.group()), 10)
    else:
        return term
    roles = (*term.roles, RoleSpan("number", end, end + 1))
    return replace(term, end=end + 1, low=term.low + more, high=term.high + more, roles=roles)


def _priced(term: FigureTerm, source: FiguresSource, floor: int) -> FigureTerm:
    match = CURRENCY.search(source.folded, max(floor, term.start - 6), term.start)
    if match is None or (term.unit_kind not in (None, "money")):
        return term
    printed = shown(source.text[match.start() : term.start])
    roles = (RoleSpan("unit", match.start(), term.start), *term.roles)
    return replace(term, start=match.start(), currency=printed, unit_kind="money", roles=roles)


def _signed(term: FigureTerm, source: FiguresSource, floor: int) -> FigureTerm:
    match = _SIGN.search(source.folded, max(floor, term.start - 2), term.start)
    if match is None or term.signed or (match.group() in "-–" and match.start() == floor > 0):
        return term
    sign, start = match.group(), match.start()
    roles = (RoleSpan("sign", start, term.start), *term.roles)
    signed = replace(term, start=start, signed=True, below=sign == "零下", roles=roles)
    if sign in _NEGATIVE:
        return replace(signed, low=-term.high, high=-term.low)
    if sign in _BOTH:
        return replace(signed, low=-term.high, kind="range")
    return signed


def _ordered(term: FigureTerm, order: str, start: int) -> FigureTerm:
    roles = (RoleSpan("order", start, term.start), *term.roles)
    ranked = replace(term, start=start, ordinal=True, kind="rank", roles=roles)
    if order == "前":
        return replace(ranked, low=Fraction(0 if term.unit_kind == "percent" else 1))
    return replace(ranked, low=-term.low, high=-term.low) if order == "倒数第" else ranked

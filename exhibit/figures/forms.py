"""Finds the numbers of a text, whatever their notation: digits, numerals, fractions, halves, Roman ones."""

import re
from dataclasses import replace
from fractions import Fraction
from typing import Final
from unicodedata import normalize

from exhibit.figures.attached import followed, led
from exhibit.figures.kinds import FigureKind, Hedge
from exhibit.figures.numerals import ARABIC, Amount, amount_of, large_value
from exhibit.figures.reading import RoleSpan
from exhibit.figures.terms import FiguresSource, FigureTerm, with_unit

_ONES: Final = "一二三四五六七八九"
_DIGIT: Final = f"[〇零{_ONES}]"
_COUNTS: Final = "个名家位次户件项种条座所篇天年人倍"
_WORD: Final = (
    rf"(?:[〇{_ONES}十亿两廿卅卌几]|零(?![下上])|万(?!分之|向节)|百(?!分[之点]|帕|度)"
    rf"|千(?![克瓦卡帕赫伏焦安牛]|字节|分[之点])|数(?=[十百千万亿{_COUNTS}]))"
)
_SCALE: Final = r"(?:[百千]?[万亿]+(?!分之)|百(?!分|帕|度)|千(?![克瓦米卡帕赫伏焦安牛]|字节|分))"
_WORDS: Final = rf"{_WORD}+(?:点{_DIGIT}+[百千]?[万亿]*)?"
_MIXED: Final = rf"{ARABIC}(?:{_SCALE}(?:零?{ARABIC})?)*"
_BANKERS: Final = "壹贰叁肆伍陆柒捌玖"
_FINANCIAL: Final = f"(?:[{_BANKERS}][拾佰仟万亿]|拾[{_BANKERS}万亿])[零{_BANKERS}拾佰仟万亿]*"
_NUMBER: Final = f"(?:{_MIXED}|{_FINANCIAL}|{_WORDS})"
_SIMPLE: Final = r"(?:\d{1,4}|[一二三四五六七八九十百两]{1,5})"
_VULGAR: Final = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_SCAN: Final = re.compile(
    rf"(?=[\d〇零{_ONES}十百千万亿两廿卅卌几数半过翻成首榜俩仨{_BANKERS}拾IVXⅠ-Ⅻ{_VULGAR}])(?:"
    "(?P<crowd>成千上万|成百上千|数以[百千万亿]计)"
    "|(?P<double>翻番|翻倍)"
    f"|(?P<per>[百千万])分之(?P<of>百|{_NUMBER})"
    f"|(?:(?P<whole>{_SIMPLE})又)?(?P<below>{_SIMPLE})分之(?P<above>{_SIMPLE})"
    "|(?<![〇零一二三四五六七八九十百点时])(?P<parts>[三四五])分(?P<taken>[一二三四])"
    f"(?![〇零{_ONES}十百千万分秒])"
    r"|(?<![\d/.])(?P<over>\d{1,3})/(?P<under>\d{1,3})(?![\d/.])"
    f"|(?P<vulgar>[{_VULGAR}])"
    f"|(?P<split>[{_ONES}]{{2}})(?:开(?![始展放工会业发局辟车门学幕花源])|(?=分[成账]))"
    f"|(?P<discount>[{_ONES}]{{2}})(?=折)"
    "|(?P<half>(?<![超经通越双])过半数?(?![天年月小个])|半数|一半(?!天下|路))"
    "|(?P<semi>(?<![上下前后大多小一过])半)(?=年|个多?月|个?多?小时|天|公里|个世纪|吨|公?斤|亩|米|英?里|周)"
    "|(?P<roman>[Ⅰ-Ⅻ]|(?<![A-Za-z])[IVX]{1,4})(?=[类级])"
    "|(?<=[居列据跃登至])(?P<first>首位|榜首)"
    "|(?P<several>[俩仨])"
    f"|(?P<number>{_NUMBER})(?:(?P<more>[多余来])(?P<rest>[百千]?[万亿]+))?)"
)
_FOREIGN: Final = re.compile(" [A-Za-z]{2}")
"""A foreign word behind a number, such as billion, which says more than is known here."""
_PER: Final = {"百": "%", "千": "‰", "万": "‱"}


def terms_of(source: FiguresSource) -> list[FigureTerm]:
    """The numbers of a text with their units, in the order of the text; which of them are figures is not said."""
    found: list[FigureTerm] = []
    end = 0
    for match in _SCAN.finditer(source.folded):
        if match.start() < end or source.excluded.hold(*match.span()):
            continue
        term = _term(source, match, end)
        if term:
            found.append(term)
            end = term.end
    return found


def _term(source: FiguresSource, match: re.Match[str], floor: int) -> FigureTerm | None:
    for group, build in _SPECIAL.items():
        if match[group] is not None:
            return build(source, match)
    if match["of"] is not None:
        term = _per(match)
        return led(term, source, floor) if term else None
    number = _number(source, match)
    term = followed(number, source) if number else None
    if term is None or (not term.unit and _FOREIGN.match(source.folded, term.end)):
        return None
    return led(term, source, floor)


def _per(match: re.Match[str]) -> FigureTerm | None:
    """百分之三点五, whose unit stands before the number."""
    amount = amount_of(match["of"])
    if amount is None:
        return None
    start, end = match.span()
    roles = (RoleSpan("unit", start, start + 3), RoleSpan("number", start + 3, end))
    low, high = (value * large_value(amount.large) for value in (amount.low, amount.high))
    unit = _PER[match["per"]]
    return FigureTerm(
        start, end, start, low, high, _kind(amount), roles, unit=unit, unit_kind="percent", per=True, words=True
    )


def _number(source: FiguresSource, match: re.Match[str]) -> FigureTerm | None:
    start = match.start()
    end, amount = _longest(match["number"], start)
    if amount is None:
        return None
    text, large = source.text, amount.large
    at = source.folded.find(large, start, end)
    term = FigureTerm(
        start, end, start, amount.low, amount.high, _kind(amount), _roles(source, start, end, large),
        large=text[at : at + len(large)], bare=amount.bare, words=not source.folded[start].isdigit(),
        grouped=not match["number"].isalnum() and "." not in match["number"],
    )  # fmt: skip
    return _more_within(term, source, match) if match["more"] and end == match.end("number") else term


def _longest(numeral: str, start: int) -> tuple[int, Amount | None]:
    """Where the longest beginning of it ends that is a numeral, and its worth: 十二千 is 十二."""
    for length in range(len(numeral), max(len(numeral) - 4, 0), -1):
        amount = amount_of(numeral[:length])
        if amount or numeral[0].isdigit():
            return start + length, amount
    return start, None


def _roles(source: FiguresSource, start: int, end: int, large: str) -> tuple[RoleSpan, ...]:
    border = end - len(large) if large and source.folded.endswith(large, start + 1, end) else end
    number = RoleSpan("number", start, border)
    return (number, RoleSpan("unit", border, end)) if border < end else (number,)


def _more_within(term: FigureTerm, source: FiguresSource, match: re.Match[str]) -> FigureTerm:
    """三千多万: the 多 stands before the 万 that belongs to the unit."""
    hedge: Hedge = "about" if match["more"] == "来" else "over"
    at, end = match.start("rest"), match.end()
    small = 1000 if match["rest"][0] == "千" else 100 if match["rest"][0] == "百" else 1
    at += small > 1
    roles = (*term.roles, RoleSpan("hedge", match.start("more"), match.end("more")), RoleSpan("unit", at, end))
    low, high = term.low * small, term.high * small
    return replace(term, end=end, low=low, high=high, large=source.text[at:end], roles=roles, hedges=(hedge,))


def _kind(amount: Amount) -> FigureKind:
    return "quantity" if amount.shape == "exact" else amount.shape


def _plain(
    match: re.Match[str], kind: FigureKind, low: Fraction, high: Fraction, hedges: tuple[Hedge, ...] = ()
) -> FigureTerm:
    start, end = match.span()
    roles = (RoleSpan("number", start, end),)
    return FigureTerm(start, end, start, low, high, kind, roles, hedges=hedges, certain=True)


def _crowd(source: FiguresSource, match: re.Match[str]) -> FigureTerm:
    power = match["crowd"][2] if match["crowd"][0] == "数" else match["crowd"][1]
    amount = amount_of(power)
    assert amount is not None  # a power of ten is a numeral
    term = _plain(match, "vague", amount.low, amount.high, hedges=("at-least",))
    term = replace(term, large=source.text[match.start() + 2] if amount.large else "", words=True)
    return followed(term, source) if match["crowd"][0] == "成" else term


def _double(source: FiguresSource, match: re.Match[str]) -> FigureTerm:
    start = match.start()
    roles = (RoleSpan("direction", start, start + 1), RoleSpan("unit", start + 1, start + 2))
    one = Fraction(1)
    return FigureTerm(
        start, start + 2, start + 1, one, one, "multiple", roles, unit=source.text[start + 1], unit_kind="times"
    )


def _fraction(source: FiguresSource, match: re.Match[str]) -> FigureTerm | None:
    below, above = (amount_of(match[group]) for group in ("below", "above"))
    whole = amount_of(match["whole"]) if match["whole"] else Amount(Fraction(0), Fraction(0), "", "exact", False)
    if below is None or above is None or whole is None or not below.low or above.low >= below.low:
        return None
    value = whole.low + above.low / below.low
    return _plain(match, "fraction", value, value)


def _spoken(source: FiguresSource, match: re.Match[str]) -> FigureTerm | None:
    """三分二, as Hong Kong says it."""
    parts, taken = _digit(match["parts"]), _digit(match["taken"])
    return _plain(match, "fraction", taken / parts, taken / parts) if taken < parts else None


def _slash(source: FiguresSource, match: re.Match[str]) -> FigureTerm | None:
    over, under = int(match["over"]), int(match["under"])
    if not 0 < over < under:
        return None
    return _plain(match, "fraction", Fraction(over, under), Fraction(over, under))


def _vulgar(source: FiguresSource, match: re.Match[str]) -> FigureTerm:
    over, under = normalize("NFKC", match["vulgar"]).split("\N{FRACTION SLASH}")
    value = Fraction(int(over), int(under))
    return _plain(match, "fraction", value, value)


def _split(source: FiguresSource, match: re.Match[str]) -> FigureTerm | None:
    first, second = (_digit(one) for one in match["split"])
    return _plain(match, "ratio", first, second) if first + second == 10 else None


def _discount(source: FiguresSource, match: re.Match[str]) -> FigureTerm:
    tens, ones = (_digit(one) for one in match["discount"])
    value = tens + ones / 10
    term = _plain(match, "quantity", value, value)
    return with_unit(term, source, match.end(), match.end() + 1, "times")


def _half(source: FiguresSource, match: re.Match[str]) -> FigureTerm:
    half = Fraction(1, 2)
    if not match["half"].startswith("过"):
        return _plain(match, "fraction", half, half)
    start = match.start()
    roles = (RoleSpan("hedge", start, start + 1), RoleSpan("number", start + 1, match.end()))
    return FigureTerm(start, match.end(), start + 1, half, half, "fraction", roles, hedges=("over",), certain=True)


def _half_unit(source: FiguresSource, match: re.Match[str]) -> FigureTerm | None:
    term = followed(_plain(match, "quantity", Fraction(1, 2), Fraction(1, 2)), source)
    return term if term.unit else None


def _roman(source: FiguresSource, match: re.Match[str]) -> FigureTerm | None:
    roman = match["roman"]
    letters = normalize("NFKC", roman)
    if letters not in _ROMAN:
        return None
    value = Fraction(_ROMAN.index(letters) + 1)
    return with_unit(_plain(match, "rank", value, value), source, match.end(), match.end() + 1, "grade")


def _first(source: FiguresSource, match: re.Match[str]) -> FigureTerm:
    term = _plain(match, "rank", Fraction(1), Fraction(1))
    if match["first"] != "首位":
        return term
    number = (RoleSpan("number", match.start(), match.start() + 1),)
    return with_unit(replace(term, roles=number), source, match.start() + 1, match.end(), "count")


def _several(source: FiguresSource, match: re.Match[str]) -> FigureTerm:
    value = Fraction(2 if match["several"] == "俩" else 3)
    return _plain(match, "quantity", value, value)


def _digit(word: str) -> Fraction:
    return Fraction("〇一二三四五六七八九".index(word))


_SPECIAL: Final = {
    "crowd": _crowd,
    "double": _double,
    "above": _fraction,
    "parts": _spoken,
    "under": _slash,
    "vulgar": _vulgar,
    "split": _split,
    "discount": _discount,
    "half": _half,
    "semi": _half_unit,
    "roman": _roman,
    "first": _first,
    "several": _several,
}
"""What reads a form, by the group of the pattern that tells it."""

"""Which numbers of a text are figures: something must say so, a unit, a bound, a word of a rank or an index."""

import re
from typing import Final

from exhibit.figures.clauses import begins_clause
from exhibit.figures.folding import fold
from exhibit.figures.reading import FigureReading
from exhibit.figures.terms import FiguresSource, FigureTerm

_JOINED_KINDS: Final = ("rank", "ratio", "score", "scale", "compound", "index")
_INDEX: Final = re.compile(r"(?:指数|系数|得分|评分|平均分|PMI)[^，。；、\d]{0,5}$")
_RANKED: Final = re.compile(
    r"(?:排名?|列|居|名|入|进|跻身|全[国省市县区球]|世界|同类|保持|稳居|获|夺)[^，。；、\d]{0,4}$"
)
_CLOCK: Final = re.compile(r"\d:$")
_STATED: Final = re.compile("[达为是至到有共约的]$")
_THIS: Final = re.compile("[这那每某另同头第任有当上下]$")
_CLOSED: Final = re.compile(r"(?![\u3400-\u9fff])|[的，、]")
_BESIDE_GRADE: Final = re.compile("大?风|阵|强?地?震|以上|左右|[，。、；]|$|的|台风|浪|烈度")
_KIN: Final = tuple("咱你我他她它们妹弟子女兄口姐母父爷婆孙")
_SINGLE: Final = ("分", "角", "度", "里", "两", "晚", "夜", "番", "秒", "分钱", "折", "斤")
"""Units that 一 makes a phrase of rather than a figure: 一分耕耘, 一角."""


def is_index(term: FigureTerm, folded: str) -> bool:
    """Whether a number without a unit is the value of an index named before it: 指数为105.3."""
    return fold(term.unit) in ("", "点") and bool(_INDEX.search(folded, max(0, term.start - 12), term.start))


def is_figure(term: FigureTerm, reading: FigureReading, source: FiguresSource) -> bool:
    """Whether a number in running text is a figure."""
    bound = bool({*reading.hedges} - {"expected", "cumulative"})
    if _CLOCK.search(source.folded, max(0, reading.start - 2), reading.start):
        return False
    if term.ordinal:
        return is_rank(term, source)
    if _is_name(term, reading, source, bound):
        return False
    if term.certain or reading.kind in _JOINED_KINDS or term.currency or term.per:
        return True
    if term.bare and not bound and not (term.unit and term.large and term.low >= 100):
        return False
    if not term.unit:
        return _is_without_unit(term, reading, source.folded, bound)
    return _is_with_unit(term, reading, source.folded, bound)


def is_marked_figure(term: FigureTerm, source: FiguresSource, end: int) -> bool:
    """Whether a number in a mark that ends at `end` is a figure; the mark says that it is one, but for names."""
    if term.ordinal:
        return is_rank(term, source) or (not term.unit and term.end == end)
    return bool(term.unit) or not term.bare


def is_rank(term: FigureTerm, source: FiguresSource) -> bool:
    """Whether 第 or 前 makes a place in an order; 第二届 and 前三季度 are none."""
    folded, unit = source.folded, fold(term.unit)
    first = folded.startswith("前", term.start)
    if unit in ("位", "名", "席"):
        return True
    if unit == "大":
        return not first and not _CLOSED.match(folded, term.end)
    if unit in ("%", "强", "甲"):
        return first
    ends = bool(_CLOSED.match(folded, term.end)) and not folded.startswith("、", term.end)
    ranked = bool(_RANKED.search(folded, max(0, term.start - 10), term.start))
    return unit == "" and not begins_clause(folded, term.start) and ends and (not first or ranked)


def _is_name(term: FigureTerm, reading: FigureReading, source: FiguresSource, bound: bool) -> bool:
    """Whether it stands in a short quotation, as in “三年提质增效”行动; a bound or a large number tells otherwise."""
    quoted = source.excluded.quoted(reading.start)
    if quoted in (None, (reading.start, reading.end)):
        return False
    return term.words or not (bound or term.large)


def _is_with_unit(term: FigureTerm, reading: FigureReading, folded: str, bound: bool) -> bool:
    unit = fold(term.unit)
    if unit == "期":
        return not term.words
    if unit == "级":
        return not term.large and bool(_BESIDE_GRADE.match(folded, reading.end))
    if unit == "大":
        return 3 <= term.low <= 12 and not term.large and not _CLOSED.match(folded, reading.end)
    if term.words and term.low == term.high == 1 and not term.large:
        return bound or reading.direction is not None or _is_one(term, folded)
    return term.kind != "vague" or term.high > 9 or bool(term.large)


def _is_one(term: FigureTerm, folded: str) -> bool:
    """一小时 is a figure, 一个 hardly more than an article."""
    if term.unit_kind == "count" or fold(term.unit) in _SINGLE:
        return False
    return not _THIS.search(folded, max(0, term.start - 1), term.start)


def _is_without_unit(term: FigureTerm, reading: FigureReading, folded: str, bound: bool) -> bool:
    closed = bool(_CLOSED.match(folded, reading.end))
    before = max(0, reading.start - 1)
    if reading.kind == "range":
        return is_index(term, folded) or (bool(term.large) and closed)
    if folded[term.number] in "俩仨":
        return not closed and not folded.startswith(_KIN, before)
    if term.large or term.grouped:
        return not term.bare or bound
    if bound and term.kind != "approximate":
        return True
    if term.words:
        powers = any(power in reading.text for power in "百千万亿萬億") and term.low >= 100
        return closed and (powers or (term.kind == "vague" and term.low >= 20))
    return "." in reading.text and bool(_STATED.search(folded, before, reading.start))

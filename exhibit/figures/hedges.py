"""The bounds and hedges around a number, what negates them, and what says that it is expected or cumulative."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from exhibit.figures.clauses import start_of_last
from exhibit.figures.kinds import Hedge
from exhibit.figures.units import UnitKind

_COMPARING: Final[dict[Hedge, str]] = {
    "over": "超过 超出 超越 超 远超 远超过 突破 逾 多于 高于 远高于 大于 不止 不只 破 > 长于 重于 打破",
    "under": """
    低于 远低于 少于 小于 不足 不到 不满 未满 未到 未达 未达到 未及 不及 不够 没到 没有达到 没达到 短于 轻于 < 跌破
    """,
    "at-least": "至少 最少 起码 最起码 少说 大于等于 大于或等于 等于或大于 ≥ ≧ >= 年满 不下 不下于 不亚于 不逊于",
    "at-most": "至多 最多 顶多 充其量 小于等于 小于或等于 等于或小于 ≤ ≦ <= 超不过",
    "nearly": "将近 接近 近 逼近 趋近 直逼 几近 近乎",
    "about": "约 大约 大概 大致 约莫 约为 约合 约占 约有 约达 约在 估摸 差不多 大体 粗略",
}
_NEGATED: Final[dict[Hedge, Hedge]] = {"over": "at-most", "under": "at-least"}
_HEDGES: Final = {word: hedge for hedge, words in _COMPARING.items() for word in words.split()}
_LONGEST: Final = max(map(len, _HEDGES))
_NOT_BEHIND: Final = {
    "超": "赶反高",
    "近": "最附临就靠远亲邻贴迫",
    "约": "节合条公制签邀违特预履契相简誓婚立解",
    "破": "爆侦揭识",
    "不足": "心",
}
"""Behind these characters the word is a part of another: 赶超, 附近, 节约."""
_AUXILIARY: Final = re.compile("(?:达到|[了达到至有为占在是需要用约])$")
"""What may stand between such a word and the number: 超过了5亿元, 至少有3个."""
_NEGATION: Final = re.compile(
    "(?:不|没有|没|未|未曾|并未|从未|无|勿|莫|禁止|严禁|避免|防止|杜绝|不再)"
    "(?:允许|应当|能够|可以|得|能|会|应|可|宜|准|许|要|曾|再|敢|想|该)?$"
)
_LONGEST_NEGATION: Final = 6
_OF: Final = re.compile(
    r"(超过|突破|低于|不足|不到|少于|高于|多于|接近|约占|约为)"
    r"([^，。；、\d的超低]{1,10}的|(?:每|[人户年月日]均|平均)[^，。；、\d的]{0,6})$"
)
"""A bound of something that the number is a part or a rate of: 不超过总数的3%, 不低于每亩500元."""
_FAR: Final = re.compile(r"(至少|最少|起码|最多|至多|顶多)([^，。；、\d的]{1,6})$")
"""A bound before the verb: 最多可容纳20人."""
_FARTHEST: Final = 18
_MOST_BOUNDS: Final = 3

_FOLLOWING: Final[dict[Hedge, str]] = {
    "at-least": "以上 及以上 或以上 (含)以上 (含)及以上 含以上 之上 起步 起",
    "at-most": "以下 及以下 或以下 (含)以下 (含)以内 以内 之内 之下 封顶 为限 为上限 内",
    "about": "左右 上下 许 光景",
    "over": "有余 出头 开外 以外 之外 多 余",
    "under": "不到 未满 不足",
}
_BEHIND: Final = {word: hedge for hedge, words in _FOLLOWING.items() for word in words.split()}
_LONGEST_BEHIND: Final = max(map(len, _BEHIND))
_CLOSED: Final = re.compile(r"(?:$|[，。；：！？、）)”」,;!?\s]|就|便|的)")

_SAYING: Final = "达有建超突增新减完实投到至为是会接约惠覆培招再可能创迎带提压扩开安补拨吸形降升跃攀回上下占不低高逾"
"""What a verb begins with that 将 tells the future of; otherwise 将 marks an object: 将12个网格合成一片."""
_EXPECTED: Final = re.compile(
    "预计|预期|预估|预测|估计|有望|力争|争取(?=[达突实完在增建]|[^，。；]{0,6}[达实突])|可望|料将|预料|目标[为是]?(?=[^的]{0,4}$)"
    f"|(?<![模虚草比])拟(?=[^的]{{1,10}}$)|(?<!的)计划(?=[^的]{{1,10}}$)|将(?=[{_SAYING}][^的]{{0,9}}$)"
)
_CUMULATIVE: Final = re.compile("累计|累积")

HedgeSpan = tuple[Hedge, int, int]
"""A hedge and the place of its words."""


class BoundWords(NamedTuple):
    """The hedges that stand right before a number, from `start` on, word by word."""

    start: int
    hedges: tuple[HedgeSpan, ...]
    apart: tuple[HedgeSpan, ...]
    """Hedges with other words between them and the number: 最多可容纳20人."""


def bounds_before(text: str, floor: int, start: int) -> BoundWords:
    """The bounds and hedges that end at `start`, with what negates them; nothing before `floor` is looked at."""
    hedges: list[HedgeSpan] = []
    place = start
    while len(hedges) < _MOST_BOUNDS:
        stripped = start_of_last(_AUXILIARY, text, floor, place)
        found = _comparing(text, floor, place) or _comparing(text, floor, stripped)
        if found is None:
            break
        hedge, at = found
        hedges.append((hedge, at, place))
        place = at
    return BoundWords(place, tuple(hedges), () if hedges else tuple(_apart(text, floor, start)))


def bound_behind(text: str, end: int, unit_kind: UnitKind | None) -> tuple[Hedge, int] | None:
    """The bound or hedge that follows a number and its unit, and where it ends."""
    for stop in range(min(len(text), end + _LONGEST_BEHIND), end, -1):
        word = text[end:stop]
        hedge = _BEHIND.get(word)
        if hedge and _fits(text, word, stop, unit_kind):
            return hedge, stop
    return None


def told_before(text: str, floor: int, start: int) -> Iterator[HedgeSpan]:
    """The words before a number, in its clause, that say it is expected or cumulative."""
    if match := _EXPECTED.search(text, floor, start):
        yield "expected", match.start(), match.end()
    if match := _CUMULATIVE.search(text, floor, start):
        yield "cumulative", match.start(), match.end()


def _comparing(text: str, floor: int, end: int) -> tuple[Hedge, int] | None:
    for begin in range(max(floor, end - _LONGEST), end):
        word = text[begin:end]
        hedge = _HEDGES.get(word)
        if hedge and text[begin - 1 : begin] not in tuple(_NOT_BEHIND.get(word, "")):
            return _negated(text, floor, begin, hedge)
    return None


def _negated(text: str, floor: int, begin: int, hedge: Hedge) -> tuple[Hedge, int]:
    """The hedge that begins at `begin`, turned by a negation before it, and where that begins."""
    start = start_of_last(_NEGATION, text, max(floor, begin - _LONGEST_NEGATION), begin)
    return (_NEGATED[hedge], start) if hedge in _NEGATED and start < begin else (hedge, begin)


def _apart(text: str, floor: int, end: int) -> Iterator[HedgeSpan]:
    for pattern in (_OF, _FAR):
        if match := pattern.search(text, max(floor, end - _FARTHEST), end):
            yield *_negated(text, floor, match.start(), _HEDGES[match.group(1)]), match.end(1)
            return


def _fits(text: str, word: str, stop: int, unit_kind: UnitKind | None) -> bool:
    if word in ("不到", "未满", "不足", "许", "起", "起步"):
        return bool(_CLOSED.match(text, stop))
    if word in ("内", "以外", "之外", "之上", "之下"):
        return unit_kind not in (None, "count", "grade") and text[stop : stop + 1] not in tuple("容部涵外地资科")
    if word in ("封顶", "为限"):
        return unit_kind in ("money", "percent", "time")
    if word == "上下":
        return unit_kind in ("time", "measure", "money", "percent") and text[stop : stop + 1] not in tuple("游班楼级")
    if word in ("多", "余"):
        return unit_kind != "count" and text[stop : stop + 1] not in tuple("方重少样元种边面次年地")
    return True

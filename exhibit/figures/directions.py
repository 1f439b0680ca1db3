"""The words around a number that tell of a rise or a fall."""

import re
from typing import Final, NamedTuple

from exhibit.figures.clauses import start_of_last
from exhibit.figures.kinds import Direction

_TURNING: Final[dict[Direction, str]] = {
    "up": """
    增长 增加 增 上升 上涨 涨 提高 提升 攀升 上扬 升 扩大 增收 增产 回升 上浮 上调 提价 涨价 增多 激增 猛增 剧增 大增
    翻了 翻 增速 增幅 涨幅 升幅 加幅 增长率 增值 高出 多出 偏高 偏多 净增 递增 飙升 增效 提速 延长 拉长 加快 反弹
    走高 增亏 升值
    """,
    "down": """
    下降 减少 减 降低 下跌 跌 降 下滑 缩减 压减 缩短 回落 下浮 收窄 下调 减产 减收 萎缩 降价 锐减 骤降 骤减 降幅
    跌幅 减幅 负增长 削减 压缩 调减 调低 减亏 偏低 偏少 递减 走低 少收 缩小 贬值 暴跌 大跌 大降 减量 放缓
    减排 压降 精简
    """,
}
_TURNS: Final = {word: direction for direction, words in _TURNING.items() for word in words.split()}
_LONGEST: Final = max(map(len, _TURNS))
_NOT_BEHIND: Final = {"增": "新倍", "升": "公毫提", "减": "加", "翻": "推"}
"""Behind these characters the word is a part of another: 新增, 公升."""
_RATES: Final = re.compile("(?:增速|增幅|加幅|涨幅|升幅|增长率|降幅|跌幅|减幅)$")
_LEVEL: Final = re.compile(r"(?:(?:到|至|成|为)(?:了)?(?:[^，。；、\d]{1,8}的)?|(?:到|至)[^，。；、\d]{0,3})$")
"""What makes a level of a rise: 增长到, 降至, 提高到原来的."""
_LINK: Final = re.compile("(?:了|达到|达|幅度为|幅度达|幅度|率为|率|将|仅|只|共|各|分别|又|也|在|近|约|为)(?:了)?$")
_THAN: Final = re.compile("[比较](?!例)[^，。；、]{1,20}(?:([多高快大长宽])|[少低慢小短])$")
_ABOVE: Final = re.compile(
    "(?:(快于|高于|多于|优于|好于|超过|超出|领先)|低于|慢于|少于|落后)"
    r"(?:于)?(?!每|[人户年月日]均|平均)[^，。；、\d的]{2,14}$"
)
"""A comparison with something named between: 高于全省平均水平3个百分点."""
_LACKING: Final = re.compile("(?<![最至许不更])(?:([多高])|[少低])$")
_OBJECT: Final = re.compile(r"(增加|减少|压减|削减|减排)(?![值额量率])[^，。；、\d的到至达为有是了比较]{1,10}$")
"""A rise or fall of something named between: 减少二氧化碳排放500万吨."""
_NOUN: Final = re.compile(
    "的(?:(增长|增幅|涨幅|升幅|增速|提升|提高|上升|上涨)|(下降|降幅|跌幅|减幅|减少|降低|下跌|下滑))"
)
_NOT_CHANGED: Final = re.compile("(?:不|未|没有|没|无|零)$")
_FARTHEST: Final = 24


class DirectionWord(NamedTuple):
    """Where a number is said to be a rise or a fall."""

    direction: Direction
    start: int
    end: int


def direction_before(text: str, floor: int, end: int, relative: bool) -> DirectionWord | None:
    """The rise or fall that the words before `end` tell of; a level (增长到) is none.

    Nothing before `floor` is looked at. `relative`: the number is a share or a rate, and 少 alone is a fall.
    """
    floor = max(floor, end - _FARTHEST)
    if _is_level(text, floor, end):
        return None
    if word := _turn(text, floor, end) or _turn(text, floor, start_of_last(_LINK, text, floor, end)):
        return None if _NOT_CHANGED.search(text, floor, word.start) else word
    if than := _THAN.search(text, floor, end):
        return DirectionWord(_up_if(than), end - 1, end)
    above = _ABOVE.search(text, floor, end)
    if above and not _NOT_CHANGED.search(text, floor, above.start()):
        return DirectionWord(_up_if(above), above.start(), above.start() + 2)
    if relative and (lacking := _LACKING.search(text, floor, end)):
        return DirectionWord(_up_if(lacking), end - 1, end)
    thing = _OBJECT.search(text, floor, end)
    return DirectionWord(_TURNS[thing.group(1)], thing.start(), thing.end(1)) if thing else None


def direction_behind(text: str, end: int) -> DirectionWord | None:
    """The rise or fall named behind a number: 8%的增长."""
    match = _NOUN.match(text, end)
    return DirectionWord(_up_if(match), *match.span()) if match else None


def _up_if(match: re.Match[str]) -> Direction:
    """Up where the words of the first group were found."""
    return "up" if match.group(1) else "down"


def _is_level(text: str, floor: int, end: int) -> bool:
    level = _LEVEL.search(text, floor, end)
    word = _turn(text, floor, level.start()) if level else None
    return word is not None and not _RATES.search(text, floor, word.end)


def _turn(text: str, floor: int, end: int) -> DirectionWord | None:
    for begin in range(max(floor, end - _LONGEST), end):
        word = text[begin:end]
        if word in _TURNS and text[begin - 1 : begin] not in tuple(_NOT_BEHIND.get(word, "")):
            return DirectionWord(_TURNS[word], begin, end)
    return None

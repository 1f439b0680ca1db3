"""What holds numerals and is no figure: dates, times of day, names, titles, set phrases."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import Final

_ONES: Final = "一二三四五六七八九十"
_DAY: Final = "[一二三四五六七八九十廿卅]{1,3}"
_YEAR: Final = "[一二][〇零一二三四五六七八九]{3}"
_DATES: Final = (
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)",
    r"(?<![\d.])[12]\d{3}年?(?:[-—–~]|至|到)(?:[12]\d{3}|\d{2})(?!\d)年?(?![\d万亿个名人家%])",
    r"(?<![\d.])[12]\d{3}/\d{2}(?![\d/])",
    r"(?<![\d.])(?<!\d,)[12]\d{3}年(?!的?历史|的?时间|时光|之久|左右|古|多|来的)",
    "(?:公元前?|西元前?|民国)(?:\\d{1,4}|[〇零一二三四五六七八九十百]{1,6})年",
    f"(?<![〇零一二三四五六七八九十百千万亿]){_YEAR}年",
    r"(?<![\d.个])\d{1,2}月(?:\d{1,2}[日号])?",
    r"(?<![\d.])\d{1,2}日(?!游)",
    f"(?<![个十百千]){_DAY}月(?:{_DAY}[日号]?)?",
    f"(?<![〇零一二三四五六七八九十百千万]){_DAY}日(?!游)",
    "[正腊]月(?:初|廿|卅|十|二十)?[一二三四五六七八九十]?",
    "(?:初|大年初)[一二三四五六七八九十](?![个名人家])",
    "周[一二三四五六](?![次个天场回趟顿节])|(?:星期|礼拜)[一二三四五六]",
    r"\d{2}年代|[一二三四五六七八九]十年代|\d{1,2}世纪|[一二]?十[一二三四五六七八九]?世纪",
    "[一二三四]季度|[上下前后大小]半(?:年|月|天|场|生|期|夜)",
    "(?<![以之目空提此年日])前[一二三四五六七八九十两\\d]{1,2}(?:个月|季度?|年|天|周|批|期|次|届|轮)",
)
_TIMES: Final = (
    r"(?<![\d.涨跌报升降])\d{1,2}[时点](?!\d{3}|以)(?:\d{1,2}分(?!之))?(?:\d{1,2}秒)?[许半整]?(?!段)",
    f"{_DAY}[时点](?:[二三四五]?十[一二三四五六七八九]?分|[一二三四五六七八九]分(?!之)|[一三]刻|半|整|许|钟)",
    r"(?<!\d)[01]\d:[0-5]\d(?!\d)",
)
_NAMES: Final = (
    r"https?://[!-~]{1,500}",
    r"(?<![A-Za-z0-9.+_-])[A-Za-z0-9.+_-]{1,64}@[A-Za-z0-9.-]{1,64}",
    r"(?<![A-Za-z0-9$])(?!(?:[xX]|US|HK|NT|RMB|USD|HKD|CNY)[\d$¥])[A-Za-z]{1,20}(?:[-_.]?\d{1,30}){1,6}(?:[-.]\d{1,30})*",
    r"(?<![\d.])\d{1,9}(?:\.\d{1,9}){2,6}(?![\d.])",
    r"(?<![\d.])\d{1,4}(?:\+[\dA-Za-z]{1,4}){1,6}",
    "《[^《》\n]{1,60}》",
    r"\d{1,2}×24小时",
    r"(?<!\d)(?:\d{3,4}-\d{7,8}|1[3-9]\d{9}|\d{3}-\d{3,4}-\d{3,4})(?!\d)",
)
_PHRASES: Final = """
二十大 十九大 十八大 十七大 十六大 一带一路 三会一课 两个维护 四个意识 四个自信 两个确立 四个全面 三个代表
两个一百年 两个结合 一国两制 三严三实 八项规定 三大攻坚战 四大发明 四大名著 五大连池 一号文件 五年规划 五年计划
三年行动 最后一公里 五四运动 一二·九 百分百 百度 上百度 万达 万科 万安 万年 万载 万里 万州 万宁 万华 万向 亿达
千岛湖 千山 百色 百花 百货 百姓 三亚 三明 三峡 三沙 三门 三元桥 三元里 三里屯 四川 四平 五台山 五指山 六安
六盘水 七台河 八达岭 九江 九寨 九华 十堰 十里铺 四面八方 五湖四海 七上八下 三心二意 一心一意 千方百计 百花齐放
百舸争流 千帆竞发 万众一心 千家万户 千头万绪 千言万语 千军万马 万事如意 万里长征 五光十色 三五成群 五花八门
一五一十 三头六臂 两手抓 三步走 接二连三 不三不四 乱七八糟 独一无二 万一 百年大计 百年树人 千里之行 十全十美
十指连心 三番五次 三顾茅庐 四舍五入 五十步笑百步 五十步 九牛一毛 六神无主 一条龙 一盘棋 一刀切 一揽子 一体化
一次性 一年一度 一分为二 一成不变 一度 一口气 一块儿 一级 一类 两口子 两码事 三角 四方 五星 八卦 十字 百里挑一
百尺竿头 万无一失 千载难逢 成千成万 千千万万 三三两两 三言两语 两面派 七嘴八舌 四分五裂 半斤八两 丈二 三尺讲台
十分 百分制 二人转 三人行 三轮车 四轮 八宝 九九归一 千万别 千万不 千万要 十月革命 双十一 两院院士 两会 三农
四好农村路 二十四节气 三下乡 三支一扶 三通一平 五险一金 一门心思 一个人 三位一体 四位一体 五位一体 六位一体 六盘
一年四季 一天到晚 一年到头 三天两头 三年五载 十年寒窗 十年树木 一年之计 三天打鱼 两天晒网 一天三顿 二人世界
"""
_SPARED: Final = {
    "十分": "(?![钟之])",
    "一度": "(?!电)",
    "四方": "(?!面)",
    "万年": "(?!历)",
    "万里": "(?!路)",
}
"""Before these a phrase is a number after all: 十分钟."""


def _phrase(phrase: str) -> str:
    guard = f"(?<![〇零点百千万亿\\d{_ONES}])" if phrase[0] in f"{_ONES}百千万亿" else ""
    return guard + phrase + _SPARED.get(phrase, "")


def _one_of(first: str, patterns: Iterable[str]) -> str:
    """Any of the patterns, tried only at the characters they begin with."""
    return f"(?=[{first}])(?:{'|'.join(patterns)})"


_LONGEST_FIRST: Final = sorted(_PHRASES.split(), key=len, reverse=True)
_EXCLUDED: Final = re.compile(
    "|".join(
        [
            _one_of("A-Za-z0-9.+_《-", _NAMES),
            *(
                _one_of(first, (_phrase(phrase) for phrase in _LONGEST_FIRST if phrase[0] == first))
                for first in dict.fromkeys(phrase[0] for phrase in _LONGEST_FIRST)
            ),
            _one_of(r"\d公西民一二三四五六七八九十廿卅正腊初大周星礼上下前后小", _DATES),
            _one_of(r"\d一二三四五六七八九十廿卅", _TIMES),
        ]
    )
)
_QUOTED: Final = re.compile('[“「『‘"]([^“”「」『』‘’"，。；：！？,;\n]{1,12})[”」』’"]')


class ExcludedSpans:
    """Where in a folded text no figure stands."""

    def __init__(self, text: str) -> None:
        spans = [match.span() for match in _EXCLUDED.finditer(text)]
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]
        self._quoted = [match.span(1) for match in _QUOTED.finditer(text)]
        self._quoted_starts = [start for start, _ in self._quoted]

    def hold(self, start: int, end: int) -> bool:
        """Whether a numeral lies in one of them, or begins in one."""
        place = bisect_right(self._starts, end - 1) - 1
        return place >= 0 and self._ends[place] > start

    def quoted(self, start: int) -> tuple[int, int] | None:
        """The short quotation that `start` stands in: a name, as a rule."""
        place = bisect_right(self._quoted_starts, start) - 1
        return self._quoted[place] if place >= 0 and start < self._quoted[place][1] else None

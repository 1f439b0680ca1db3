"""The units a newspaper counts and measures in, and what a number of one is in another."""

import re
from fractions import Fraction
from typing import Final, Literal, NamedTuple

from exhibit.figures.folding import plain

UnitKind = Literal["count", "measure", "time", "money", "percent", "share", "times", "grade"]

_UNITS: Final[dict[UnitKind, str]] = {
    "count": """
个 名 位 人 户 家 支 件 起 项 次 条 所 座 栋 幢 套 间 台 辆 架 艘 只 头 匹 羽 尾 株 棵 种 类 篇 部 本 册 份 张
页 幅 枚 块 片 面 把 根 颗 粒 滴 场 处 口 层 道 门 节 段 股 束 盏 扇 顶 顿 趟 回 声 封 则 首 曲 出 幕 集 盘 盒
箱 袋 瓶 杯 碗 罐 包 捆 堆 组 排 队 批 列 串 双 对 副 笔 桩 宗 例 单 票 班 站 席 柜 床 孔 眼 格 步 字 句 代 大
款 具 朵 丛 窝 群 伙 遍 轮 车 船 席位 床位 人次 户次 车次 架次 班次 艘次 台次 件次 场次 家次 例次 航次 趟次 人份
台套 标箱 标准箱 学分 积分
""",
    "measure": """
米 千米 公里 里  华里 英里 海里 厘米 毫米 微米 纳米 分米 英尺 英寸 尺 寸 丈 呎 吋 光年 平方米 平方千米
平方公里 平方厘米 平方毫米 平方英里 平方英尺 平方尺 平方呎 平方 平米 亩  公亩 公顷 顷 英亩 ㎡ km² km2 m²
m2 hm² 立方米 立方千米 立方公里 立方 立方厘米 立方分米 升 毫升 公升 加仑 桶 蒲式耳 ㎞ ㎝ ㎜ ㎏ ㎎ ㎥ m³ m3
cm³ 克 千克 公斤 斤 两 吨 公吨 毫克 微克 纳克 千吨 磅 盎司 克拉 吨标准煤 载重吨 总吨 标准立方米 瓦 千瓦 兆瓦
吉瓦 千瓦时 瓦时 兆瓦时 吉瓦时 千瓦小时 度 度电 马力 伏 千伏 安培 毫安 毫安时 安时 千伏安 兆伏安 ℃ ℉ ° °C
摄氏度 华氏度 赫 赫兹 千赫 兆赫 吉赫 帕 百帕 千帕 兆帕 千焦 兆焦 焦耳 千卡 大卡 卡路里 分贝 比特 字节 千字节
兆字节 像素 流明 千牛 毫希沃特 希沃特 摩尔 贝克勒尔 kg km cm mm nm μm mg μg ml mL L g t m W kW MW GW kWh MWh
GWh Wh V kV mA mAh Hz kHz MHz GHz GB MB TB KB Mbps Gbps dB ppm hPa kPa MPa ha TEU mmHg kcal kJ
""",
    "time": """
年 年头 个年头 个月 周 星期 个星期 礼拜 个礼拜 天 昼夜 个昼夜 小时 个小时 钟头 个钟头 分钟 分 秒 秒钟 毫秒 刻钟
个世纪 个季度 个工作日 工作日 个交易日 交易日 个自然日 个学期 学期 学年 个学年 课时 学时 个课时 周年 周岁 岁 旬
个晚上 晚 夜 个年度 h min s
""",
    "money": """
元 圆 块钱 角 毛 毛钱 分钱 美元 港元 港币 新台币 台币 欧元 日元 日圆 英镑 韩元 韩圆 卢布 卢比 澳门元 澳门币 葡币
澳元 加元 加币 法郎 瑞士法郎 美金 人民币 泰铢 新加坡元 新元 比索 雷亚尔 里拉 林吉特 令吉 越南盾 印尼盾
""",
    "percent": "% ‰ ‱ 个百分点 百分点 个千分点 千分点 个基点 基点 bp BP",
    "share": "成",
    "times": "倍 番 折",
    "grade": "级 期",
}
_KINDS: Final[dict[str, UnitKind]] = {unit: kind for kind, units in _UNITS.items() for unit in units.split()}
_LONGEST: Final = max(map(len, _KINDS))

_OTHER_WORDS: Final = """
年:代级 人:大民类士们格 名:录字称言胜誉著 位:置数 家:庭长园乡属族 项:目 次:序生 条:件例 所:有以得 台:山湾阶州河
门:类口槛 节:气约能目日假奏 面:向积包貌粉 段:落 口:号岸径 层:次级 道:路德理 代:表替码办 大:学批会量型力
对:一策外内比待面于此称手 双:创向拥语方边百重减碳引休赢层 部:队门委分署 组:织建 队:伍员 班:子级 股:东份权票 株:洲
支:持付援 场:所景面 处:理长置分 排:名放水列污 列:入为车 期:间望待刊 字:路街架绣型形塔 步:走行伐笑
里:屯河店铺堡坪桥台山庄沟营岗村乡镇湾海 度:假过 角:形色度落 元:旦素化桥里 倍:数受感 份:额 类:似型别推
分:之别公局会行店校支子站馆红成 成:员果功本绩 片:区 单:位元独身 车:间站 船:舶 轮:流廓椅胎船 包:括容装裹 把:握手关
首:届次先都要批位 出:头台现口生来去 集:团体中聚合群 种:植子养粮 笔:记 回:家来到复 声:音 封:闭 毛:利 例:如 样:本板
头:部脑雁 格:局 夜:间 晚:会 粒:子 床:位 堆:放 群:众体 块:状 枚:举 盘:活点 顶:层级 副:本书主业 席:位 升:级至到学 克:服
两:岸会委 套:路 尺:度寸 丈:夫 座:谈 批:准评 起:点步源飞身 级:别
"""
_NOT_BEFORE: Final = {unit: following for entry in _OTHER_WORDS.split() for unit, following in [entry.split(":")]}
"""Before these characters the unit is a part of another word: 3家庭, 12项目, 516双创园, 二十部队."""

_PER: Final = re.compile("[/每](?:[百千]?[万亿]+(?=.))?")
_LATIN: Final = re.compile("[A-Za-z0-9]")
_BRACKET: Final = re.compile(r"[（(]([^（()）]{1,4})[）)]")
_BEHIND_MONEY: Final = re.compile("人民币|港币|美金|新台币|台币|澳门币|葡币")

CURRENCY: Final = re.compile(
    r"(?:(?:US|HK|NT|MOP|RMB|[ACSR])?[$¥]|USD|HKD|CNY|[£€₩₽฿]|人民币|港币|新台币|台币|澳门币|美金|日币|欧元|英镑) ?$"
)
"""A currency that stands before its number; searched for at the end of a text."""

_SIZES: Final = (
    """
    毫秒=1/1000 秒=1 秒钟=1 分=60 分钟=60 刻钟=900 小时=3600 个小时=3600 钟头=3600 个钟头=3600 天=86400 昼夜=86400
    周=604800 星期=604800 个星期=604800
    """,
    "个月=1 年=12",
    """
    纳米=1/1000000000 微米=1/1000000 毫米=1/1000 厘米=1/100 分米=1/10 米=1 公里=1000 千米=1000
    mm=1/1000 cm=1/100 m=1 km=1000
    """,
    "里=1 华里=1",
    "寸=1 尺=10 丈=100",
    "毫克=1/1000 克=1 两=50 斤=500 公斤=1000 千克=1000 吨=1000000 mg=1/1000 g=1 kg=1000 t=1000000",
    "分钱=1/100 分=1/100 角=1/10 毛=1/10 元=1 块=1 块钱=1 圆=1",
    "平方厘米=1/10000 平方米=1 平米=1 ㎡=1 m²=1 公顷=10000 平方公里=1000000 平方千米=1000000",
    "毫升=1/1000 升=1 立方米=1000",
    "瓦=1 千瓦=1000 兆瓦=1000000",
    "℃=1 摄氏度=1",
)
_FAMILIES: Final = tuple(
    {unit: Fraction(size) for part in sizes.split() for unit, size in [part.split("=")]} for sizes in _SIZES
)
"""Units of one thing, each with its size in the smallest that is named; used where a figure names two of them."""


class FoundUnit(NamedTuple):
    """A unit that stands in a folded text, up to `end`."""

    end: int
    kind: UnitKind


def unit_at(text: str, start: int) -> FoundUnit | None:
    """The longest unit that begins at `start` of a folded text: 个百分点, 元/人, 人次, 亿 not counted in."""
    found = _word_at(text, start)
    if found is None:
        return None
    end, kind = found
    while (per := _PER.match(text, end)) and (behind := _word_at(text, per.end())):
        end, kind = behind.end, "measure"
    if kind == "money" and (currency := _BEHIND_MONEY.match(text, end)):
        end = currency.end()
    if (bracket := _BRACKET.match(text, end)) and bracket.group(1) in _KINDS:
        end = bracket.end()
    return FoundUnit(end, kind)


def refused_at(text: str, start: int) -> bool:
    """Whether a unit seems to begin there and is a part of another word (双 in 双创园)."""
    return any(text[start:stop] in _KINDS for stop in range(start + 1, start + 3)) and not _word_at(text, start)


def _word_at(text: str, start: int) -> FoundUnit | None:
    for end in range(min(start + _LONGEST, len(text)), start, -1):
        kind = _KINDS.get(text[start:end])
        if kind and _ends(text, start, end):
            return FoundUnit(end, kind)
    return None


def _ends(text: str, start: int, end: int) -> bool:
    following = text[end : end + 1]
    if text[end - 1].isascii() and text[end - 1].isalnum():
        return not _LATIN.match(following)
    return not following or following not in _NOT_BEFORE.get(text[start:end], "")


def factor(unit: str, other: str) -> Fraction | None:
    """How many of `other` one `unit` is, both folded: 1/60 for 分 in 小时; None where they measure different things."""
    if unit == other:
        return Fraction(1)
    for family in _FAMILIES:
        if unit in family and other in family:
            return family[unit] / family[other]
    return None


def shown(unit: str) -> str:
    """A unit cut out of a text, without blanks and full-width letters."""
    return re.sub(r"\s", "", plain(unit))

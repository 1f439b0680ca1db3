"""Writes a number as papers do: in digits with any separator, full width, in numerals, financial, mixed."""

from collections.abc import Callable
from decimal import Decimal
from typing import Final

_DIGITS: Final = "零一二三四五六七八九"
_FINANCIAL: Final = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_WIDE: Final = str.maketrans("0123456789.,", "０１２３４５６７８９．，")


def grouped(separator: str) -> Callable[[Decimal], str]:
    """1,206 with this separator between the thousands."""
    return lambda value: f"{value:,}".replace(",", separator)


def plain(value: Decimal) -> str:
    return f"{value:f}"


def wide(value: Decimal) -> str:
    """１２０６．５"""
    return plain(value).translate(_WIDE)


def in_numerals(value: Decimal) -> str:
    """一千二百零六点五"""
    whole, _, decimals = plain(value).partition(".")
    words = _whole(int(whole))
    return words + ("点" + "".join("〇一二三四五六七八九"[int(one)] for one in decimals) if decimals else "")


def financial(value: Decimal) -> str:
    """壹仟贰佰零陆; of a whole number."""
    return (
        _whole(int(value))
        .replace("十", "一十" if str(int(value)).startswith("1") and 10 <= value < 20 else "十")
        .translate(_FINANCIAL)
    )


def mixed(value: Decimal) -> str:
    """1万4146; of a whole number that is neither a round 万 nor below one."""
    large, rest = divmod(int(value), 10**4)
    return f"{large}万{'零' if rest < 1000 else ''}{rest}"


def _whole(value: int) -> str:
    if value < 10**4:
        return _section(value)
    large, rest = divmod(value, 10**4)
    return _section(large) + "万" + ("零" if 0 < rest < 1000 else "") + (_section(rest) if rest else "")


def _section(value: int) -> str:
    text, gap = "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // power % 10
        if digit:
            text += ("零" if gap else "") + _DIGITS[digit] + name
        gap = bool(text) and not digit
    text = text or "零"
    return text[1:] if text.startswith("一十") else text

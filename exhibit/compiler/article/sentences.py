"""Pairs quotation marks and brackets, and finds the sentence around a range."""

from typing import Final

QUOTES: Final = {"“": "”", "‘": "’", "「": "」", "『": "』"}
_BRACKETS: Final = {"（": "）", "《": "》", "〈": "〉", "【": "】", "(": ")"}
_ENDS: Final = "。！？!?"
_GOES_ON: Final = "，、；：,;:…—的了"


def pairs(text: str, marks: dict[str, str] = QUOTES) -> list[tuple[int, int]]:
    """The positions of each opening mark and its closing mark; marks without a partner are left out."""
    found: list[tuple[int, int]] = []
    waiting: list[int] = []
    closing = set(marks.values())
    for place, character in enumerate(text):
        if character in marks:
            waiting.append(place)
        elif character in closing:
            fitting = [index for index, start in enumerate(waiting) if marks[text[start]] == character]
            if fitting:
                found.append((waiting[fitting[-1]], place))
                del waiting[fitting[-1] :]
    return sorted(found)


def sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence.

    A sentence ends with 。！？ and the closing quotation marks behind them. Inside a pair of marks it ends only where
    the pair is a quotation that closes right there and nothing goes on behind it: “好。”他说 are two sentences,
    “好。”，他说 is one, and （好。） never ends one. A semicolon ends none.
    """
    quotes = dict(pairs(text))
    closes = {close for _, close in pairs(text)}
    inside = _inside(text, quotes)
    found: list[tuple[int, int]] = []
    start = place = 0
    while place < len(text):
        place += 1
        if text[place - 1] not in _ENDS:
            continue
        while place < len(text) and text[place] in _ENDS:
            place += 1
        end = place
        while end in closes:
            end += 1
        if _ends_here(text, place, end, inside):
            found.append((start, end))
            start = place = end
    if text[start:].strip():
        found.append((start, len(text)))
    return [_trimmed(text, *one) for one in found]


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Start and end of the sentence, or of the sentences, that a range touches."""
    touched = [one for one in sentences(text) if one[0] < end and start < one[1]]
    return (touched[0][0], touched[-1][1]) if touched else (start, end)


def _inside(text: str, quotes: dict[int, int]) -> list[int]:
    """The number of pairs around each position, the end among them."""
    steps = [0] * (len(text) + 2)
    for start, end in [*quotes.items(), *pairs(text, _BRACKETS)]:
        steps[start + 1] += 1
        steps[end + 1] -= 1
    depth, depths = 0, []
    for step in steps:
        depth += step
        depths.append(depth)
    return depths


def _ends_here(text: str, stop: int, end: int, inside: list[int]) -> bool:
    if inside[end]:
        return False
    return end == stop or end == len(text) or text[end] not in _GOES_ON


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())

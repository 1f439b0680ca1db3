"""The sentence of a figure or a term, shortened around it, and where in the text it is; no Qt."""

from typing import Final, NamedTuple

from exhibit.model.article import Article, Body, Edition
from exhibit.model.metric import Evidence
from exhibit.model.state import InterfaceLanguage
from exhibit.model.text import Script
from exhibit.strings import say
from exhibit.ui.widgets.values import chinese_number

_WHOLE: Final = 64
"""Characters up to which a sentence is shown whole."""
_AROUND: Final = 26
"""Characters kept on either side of the number in a longer one."""
_CUT: Final = "……"
_ENDS: Final = "。！？"
_CLOSING: Final = "”’」』）》"
_PAUSES: Final = "，、；：。！？"
_LABEL_OF: Final = {"heading": "metrics-in-heading", "note": "metrics-in-note"}


class ShortQuote(NamedTuple):
    """A sentence in three parts, with the number or the term in the middle."""

    before: str
    number: str
    after: str


def quote(evidence: Evidence, script: Script) -> ShortQuote:
    """The sentence of a figure; a long one is shortened around the number, with …… where it was cut."""
    sentence = evidence.sentence.in_(script)
    return _shortened(sentence, evidence.mark_start - evidence.start, evidence.mark_end - evidence.start)


def quote_at(text: str, start: int, end: int) -> ShortQuote:
    """The sentence around a stretch of a text, shortened in the same way."""
    first = max(text.rfind(mark, 0, start) for mark in _ENDS) + 1
    while first < start and text[first] in _CLOSING:
        first += 1
    last = min((at for mark in _ENDS if (at := text.find(mark, end)) >= 0), default=len(text) - 1) + 1
    while last < len(text) and text[last] in _CLOSING:
        last += 1
    return _shortened(text[first:last].rstrip(), start - first, end - first)


def _shortened(sentence: str, start: int, end: int) -> ShortQuote:
    before, after = sentence[:start], sentence[end:]
    if len(sentence) > _WHOLE:
        before, after = _end_of(before), _beginning_of(after)
    return ShortQuote(before, sentence[start:end], after)


def whereabouts(evidence: Evidence, article: Article, body: Body, language: InterfaceLanguage) -> str:
    """The section and the paragraph of a sentence in words: 第二节 · 第 2 段."""
    section = section_label(evidence.section, article.edition(evidence.edition), language)
    return " · ".join(part for part in (section, block_label(evidence.block, body, language)) if part)


def section_label(section: str, edition: Edition, language: InterfaceLanguage) -> str:
    """Which section of an edition it is, in words: 第二节; "" where the edition has no such section."""
    sections = [one.id for one in edition.sections]
    if section not in sections:
        return ""
    number = sections.index(section) + 1
    return say("metrics-section", language, number=number if language == "en" else chinese_number(number))


def block_label(id: str, body: Body, language: InterfaceLanguage) -> str:
    """What a block is in its section: 第 2 段, or a heading or a note; "" where there is no such block."""
    at = body.index(id)
    if at is None:
        return ""
    block = body.blocks[at]
    if block.kind != "paragraph":
        return say(_LABEL_OF[block.kind], language)
    mates = [one for one in body.blocks[: at + 1] if one.section == block.section and one.kind == "paragraph"]
    return say("metrics-paragraph", language, number=len(mates))


def _end_of(text: str) -> str:
    """The last characters of a text, from a pause on if one is near."""
    if len(text) <= _AROUND:
        return text
    kept = text[-_AROUND:]
    pause = min((at for mark in _PAUSES if 0 <= (at := kept.find(mark)) < _AROUND // 2), default=-1)
    return _CUT + kept[pause + 1 :]


def _beginning_of(text: str) -> str:
    """The first characters of a text, up to a pause if one is near."""
    if len(text) <= _AROUND:
        return text
    kept = text[:_AROUND]
    pause = max(kept.rfind(mark) for mark in _PAUSES)
    return kept[: pause if pause >= _AROUND // 2 else _AROUND] + _CUT

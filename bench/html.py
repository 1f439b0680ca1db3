"""An article as the HTML a QTextBrowser would be given: the text of the reader, set much as the reader sets it."""

from collections.abc import Iterable
from html import escape

from exhibit.model.article import Block
from exhibit.model.text import Script
from exhibit.theme import families

_STYLES = {
    "heading": "font-size:23px;font-weight:bold",
    "paragraph": "line-height:190%;text-indent:38px",
    "note": "font-size:15px",
}


def html(blocks: Iterable[Block], script: Script) -> str:
    """The blocks in one script."""
    return html_of(((block.kind, block.text.in_(script)) for block in blocks), script)


def html_of(texts: Iterable[tuple[str, str]], script: Script) -> str:
    """Kinds of block and their texts."""
    family = families("serif", script)[0]
    paragraphs = "".join(f'<p style="{_STYLES[kind]}">{escape(text)}</p>' for kind, text in texts)
    return f"<div style=\"font-family:'{family}';font-size:19px\">{paragraphs}</div>"

"""Tool tips show the text of content as it is."""

import pytest
from PySide6.QtGui import QTextDocument

from exhibit.ui.labels import plain_tool_tip


@pytest.mark.parametrize("text", ["国门区，1 篇", "a < b", "<b>国门区</b> & <i>门</i>"])
def test_a_tool_tip_shows_the_text_as_it_is(text: str) -> None:
    document = QTextDocument()
    tip = plain_tool_tip(text)
    if tip != text:
        document.setHtml(tip)
        tip = document.toPlainText()
    assert tip == text


def test_plain_text_stays_plain() -> None:
    assert plain_tool_tip("国门区，1 篇\n看过") == "国门区，1 篇\n看过"

"""Text shown as it is: content never reaches Qt's rich text or its marks of keys."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def plain_label(name: str, parent: QWidget) -> QLabel:
    """An empty label of plain text; `name` is what the style sheet and the page objects call it."""
    label = QLabel(parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def set_plain_tool_tip(widget: QWidget, text: str) -> None:
    """Gives a widget a tool tip that shows a text as it is."""
    widget.setToolTip(plain_tool_tip(text))


def plain_tool_tip(text: str) -> str:
    """A tool tip that shows a text as it is; Qt takes one with a tag or with `&lt;` in its first line for HTML."""
    return f'<p style="white-space: pre-wrap">{escape(text)}</p>' if "<" in text or "&" in text else text


def without_mnemonic(text: str) -> str:
    """A label of a button or an action that shows a text as it is; Qt takes `&` for the mark of a key."""
    return text.replace("&", "&&")

"""Text shown as it is: content never reaches Qt's rich text."""

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
    """A tool tip that shows a text as it is; Qt takes a text that begins like HTML for HTML."""
    return f"<p>{escape(text)}</p>".replace("\n", "<br>") if "<" in text else text

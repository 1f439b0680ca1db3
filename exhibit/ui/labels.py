"""Labels that show text as it is: content never reaches Qt's rich text."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def plain_label(name: str, parent: QWidget) -> QLabel:
    """An empty label of plain text; `name` is what the style sheet and the page objects call it."""
    label = QLabel(parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label

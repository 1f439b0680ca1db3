"""Gives a window its fonts, colours and style sheet; its children inherit them."""

from typing import Final

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from exhibit.model.text import Script
from exhibit.theme import Theme, style_sheet
from exhibit.ui.fonts import font_of

_ROLES: Final = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "paper",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "card",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "ink",
    QPalette.ColorRole.ToolTipBase: "card",
    QPalette.ColorRole.ToolTipText: "ink",
}


def apply_theme(window: QWidget, theme: Theme, script: Script) -> None:
    """Sets font, palette and style sheet of a window in a theme and a script."""
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, QColor(getattr(theme.colours, token)))
    window.setFont(font_of("sans", script, theme.px(15)))
    window.setPalette(palette)
    window.setStyleSheet(style_sheet(theme, script))

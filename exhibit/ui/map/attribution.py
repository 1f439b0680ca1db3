"""The line under the map: its source, licence and approval; part of the map in every state."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from exhibit.theme import Theme
from exhibit.ui.fonts import font_of
from exhibit.ui.labels import plain_label
from exhibit.ui.map.shown import MapShown


def credit_line(parent: QWidget) -> QLabel:
    """An empty line that wraps."""
    line = plain_label("map-credit", parent)
    line.setWordWrap(True)
    line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return line


def display_credit(line: QLabel, shown: MapShown, theme: Theme) -> None:
    """Fills the line; it is gone where there is no map."""
    line.setVisible(shown.map is not None)
    line.setFont(font_of("sans", shown.script, max(11, theme.px(11))))
    palette = line.palette()
    palette.setColor(QPalette.ColorRole.WindowText, QColor(theme.colours.soft))
    line.setPalette(palette)
    line.setContentsMargins(theme.px(14), theme.px(3), theme.px(14), theme.px(8))
    line.setText(shown.credit)
    line.setToolTip(shown.approval)
    line.setAccessibleDescription(shown.approval)

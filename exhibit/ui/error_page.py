"""The page that says why a package cannot be opened."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from exhibit.model.state import InterfaceLanguage, State
from exhibit.strings import say
from exhibit.theme import theme_for
from exhibit.ui.apply_theme import apply_theme
from exhibit.ui.labels import plain_label

_LANGUAGES: Final[tuple[InterfaceLanguage, ...]] = ("hans", "hant", "en")


class ErrorPage(QWidget):
    """One readable page in every interface language, and a way out.

    `trouble` is the end of a key of strings (`trouble-damaged`), `where` the file and what was found in it.
    """

    def __init__(self, trouble: str, where: str) -> None:
        super().__init__()
        self.setObjectName("trouble")
        state = State()
        apply_theme(self, theme_for(state.appearance, state.scale), state.script)
        self.setWindowTitle(say("trouble", "hans"))
        column = QVBoxLayout(self)
        column.setContentsMargins(64, 48, 64, 48)
        column.addStretch(1)
        for language in _LANGUAGES:
            self._paragraph(column, "heading", say("trouble", language))
            self._paragraph(column, "reason", say(f"trouble-{trouble}", language))
            column.addSpacing(18)
        self._paragraph(column, "path", where)
        column.addSpacing(18)
        column.addWidget(self._close_button(), alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(2)

    def _paragraph(self, column: QVBoxLayout, name: str, text: str) -> None:
        label = plain_label(name, self)
        label.setText(text)
        label.setWordWrap(True)
        column.addWidget(label)

    def _close_button(self) -> QPushButton:
        button = QPushButton(f"{say('close', 'hans')} · {say('close', 'en')}", self)
        button.setObjectName("close")
        button.clicked.connect(self.close)
        return button

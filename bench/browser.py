"""Peer: a bare QTextBrowser as large as the reader's text, with or without OpenCC behind it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTextBrowser

from bench.desk import dispose
from bench.html import html_of
from bench.painted import Watch
from exhibit.compiler.scripts.converter import ScriptConverter
from exhibit.model.article import Block
from exhibit.model.text import Script


class Browser:
    """A QTextBrowser in a window of its own; `text` watches it."""

    def __init__(self, size: QSize) -> None:
        self.widget = QTextBrowser()
        self.widget.resize(size)
        self.widget.show()
        self.text = Watch(self.widget.viewport())

    def close(self) -> None:
        dispose(self.widget)


class OpenccBrowser(Browser):
    """Converts its text with OpenCC each time the script is switched, as a program without stored texts would.

    The converter is the compiler's, its dictionaries already loaded.
    """

    def __init__(self, size: QSize, blocks: Sequence[Block]) -> None:
        super().__init__(size)
        self._converter = ScriptConverter()
        self._script: Script = "hans"
        self._texts = [(block.kind, block.text.hans) for block in blocks]
        self.widget.setHtml(html_of(self._texts, self._script))
        self._stand(self.widget.document().size().height() / 2)

    def toggle(self) -> None:
        """The same text in the other script, at the same height."""
        height = self.widget.verticalScrollBar().value()
        before, after = self._script, self._other
        self._texts = [(kind, self._converter.text(text, before).in_(after)) for kind, text in self._texts]
        self._script = after
        self.widget.setHtml(html_of(self._texts, after))
        self._stand(height)

    @property
    def _other(self) -> Script:
        return "hant" if self._script == "hans" else "hans"

    def _stand(self, height: float) -> None:
        self.widget.document().size()  # lays all of it out: before that the scroll bar cannot go so far down
        self.widget.verticalScrollBar().setValue(int(height))

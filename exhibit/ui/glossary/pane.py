"""The open entry beside the index."""

from PySide6.QtWidgets import QWidget

from exhibit.ui.glossary.entry import TermEntryView
from exhibit.ui.glossary.shown import EntryShown
from exhibit.ui.widgets.scroll import ColumnScroll
from exhibit.ui.widgets.text_look import TextLook


class EntryPane(ColumnScroll):
    """Scrolls over one entry."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entry = TermEntryView(self.ground)

    def show_entry(self, entry: EntryShown, look: TextLook) -> None:
        """Another entry; `fit` must follow."""
        self.ground.look = look
        self.setAccessibleName(entry.term)
        self.entry.show_entry(entry, look)
        self.ground.update()

    def _refresh(self) -> None:
        self.fit()

    def _place(self, width: int) -> int:
        height = self.entry.fit(width)
        self.entry.setGeometry(0, 0, width, height)
        return height

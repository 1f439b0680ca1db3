"""Selects text by keys and by the pointer, and copies it."""

from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication

from exhibit.ui.reader.page_scroll import PageScroll
from exhibit.ui.reader.selection import (
    TextPosition,
    TextSelection,
    citation_line,
    moved_position,
    quotation,
    selected_text,
    whole_article,
)
from exhibit.ui.reader.typography import run_at

_STEPS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
"""How many characters and lines an arrow key moves the end of the selection."""


class TextSelector:
    """Holds the selection of a page."""

    def __init__(self, scroll: PageScroll) -> None:
        self._scroll = scroll
        self._selection: TextSelection | None = None

    @property
    def selection(self) -> TextSelection | None:
        """The selection; it may be empty."""
        return self._selection

    def select(self, selection: TextSelection | None) -> None:
        """Selects a range, or nothing."""
        if selection != self._selection:
            self._selection = selection
            self._scroll.viewport.update()

    def select_all(self) -> None:
        """Selects the article, without header and footer."""
        self.select(whole_article(self._scroll.shown))

    def select_passage(self, index: int) -> None:
        """Selects a passage."""
        self.select(TextSelection((index, 0), (index, len(self._scroll.page.at(index).passage.text))))

    def select_run(self, point: QPointF) -> None:
        """Selects a mark, a number, a word, or the text between two marks of punctuation at a point."""
        page, at = self._scroll.page, self._scroll.on_page(point)
        index, offset = page.character_at(*at) or page.position_at(*at)
        passage, mark_id = page.at(index).passage, page.mark_of((index, offset))
        mark = passage.marks[mark_id[1]] if mark_id else None
        start, end = (mark.start, mark.end) if mark else run_at(passage.text, offset)
        self.select(TextSelection((index, start), (index, end)))

    def extend_to(self, point: QPointF, start: QPointF) -> None:
        """Selects up to a point, from the beginning of the selection or, without one, from `start`."""
        page, on_page = self._scroll.page, self._scroll.on_page
        anchor = self._selection.anchor if self._selection else page.position_at(*on_page(start))
        self.select(TextSelection(anchor, page.position_at(*on_page(point))))

    def extend_by_key(self, key: int) -> bool:
        """Moves the end of the selection by a key; False if the key does not move it."""
        selection = self._selection or self._empty_selection()
        end = self._moved_by_key(selection.focus, key)
        if end is None:
            return False
        self.select(TextSelection(selection.anchor, end))
        self._scroll.scroll_into_view(end)
        return True

    def copy(self) -> None:
        """Copies the selected text with its citation."""
        shown = self._scroll.shown
        if self._selection and shown.edition_text:
            _copy(quotation(selected_text(shown, self._selection), shown.edition_text, shown.script))

    def copy_plain(self) -> None:
        """Copies the selected text alone."""
        if self._selection:
            _copy(selected_text(self._scroll.shown, self._selection))

    def copy_citation(self) -> None:
        """Copies the citation of the article."""
        shown = self._scroll.shown
        if shown.edition_text:
            _copy(citation_line(shown.edition_text, shown.script))

    def _empty_selection(self) -> TextSelection:
        """Nothing, at the line where the reading position is."""
        position = self._scroll.top_position()
        return TextSelection(position, position)

    def _moved_by_key(self, position: TextPosition, key: int) -> TextPosition | None:
        shown, screenful = self._scroll.shown, self._scroll.screenful
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            article = whole_article(shown)
            return article.start if key == Qt.Key.Key_Home else article.end
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            return self._position_below(position, screenful if key == Qt.Key.Key_PageDown else -screenful)
        if key not in _STEPS:
            return None
        characters, lines = _STEPS[Qt.Key(key)]
        if characters:
            return moved_position(shown, position, characters)
        return self._position_below(position, lines * self._scroll.line_height)

    def _position_below(self, position: TextPosition, pixels: int) -> TextPosition:
        """The position as far to the right, some pixels further down."""
        page = self._scroll.page
        passage = page.at(position[0])
        x = passage.x(passage.line_of(position[1]), position[1])
        return page.position_at(x, page.line_span(position)[0] + passage.face.line / 2 + pixels)


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)

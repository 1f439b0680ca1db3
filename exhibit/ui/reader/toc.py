"""The table of contents: marks the section at the top; a click or an arrow key goes to another."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListWidget, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from exhibit.strings import say
from exhibit.ui.qt_override import qt_override, qt_override_or
from exhibit.ui.reader.edition_text import ContentsEntry
from exhibit.ui.reader.shown import ReaderShown
from exhibit.ui.widgets.text_look import TextLook

_FONT_SIZE: Final = 14
"""Design pixels."""
_ORDINAL_WIDTH: Final = 36
"""Design pixels kept for the ordinal."""
_MIN_ROW_HEIGHT: Final = 34
"""Design pixels of a row whose title has one line."""
_ROW_PADDING: Final = 5
"""Design pixels above and below a title."""
_TITLE_INSET: Final = 2
"""Design pixels left of a title."""
_CURRENT_DOT_RADIUS: Final = 5
"""Design pixels."""
_TOPIC_DOT_RADIUS: Final = 2.5
"""Design pixels."""
_TOPIC_DOT_DROP: Final = 12
"""Design pixels from the middle of the ordinal down to the dot of a section on the chosen topic."""
_RING_WIDTH: Final = 2
"""Design pixels."""
_RING_CORNER: Final = 6
"""Design pixels."""
_ANY_HEIGHT: Final = 10_000
"""A height no title needs."""
_TITLE_FLAGS: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWrapAnywhere

TocIndex = QModelIndex | QPersistentModelIndex
"""How Qt names a row to a delegate."""


class TocView(QListWidget):
    """Shows the sections of a ReaderShown."""

    section_chosen = Signal(str)
    """A section to go to."""

    def __init__(self, look: TextLook, parent: QWidget) -> None:
        super().__init__(parent)
        self._entries: tuple[ContentsEntry, ...] = ()
        self.setObjectName("contents")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self._painter = EntryPainter(self, look)
        self.setItemDelegate(self._painter)
        self.currentRowChanged.connect(self._choose)
        self.itemClicked.connect(self._choose_current)

    @property
    def entries(self) -> tuple[ContentsEntry, ...]:
        """The sections, a row for each."""
        return self._entries

    def show_page(self, shown: ReaderShown, look: TextLook) -> None:
        """Shows the sections of a page and marks the one at the top."""
        self.blockSignals(True)
        self.setAccessibleName(say("contents", shown.language))
        if look != self._painter.look:
            self._painter.set_look(look)
            self.viewport().update()
        if shown.contents != self._entries:
            self._fill(shown.contents)
        sections = [entry.section for entry in shown.contents]
        self.setCurrentRow(sections.index(shown.current) if shown.current in sections else -1)
        self.blockSignals(False)

    def fit(self, left: int, top: int, width: int, max_height: int) -> None:
        """Takes its place at (left, top), as high as its rows need, `max_height` pixels at most."""
        needed = self._painter.set_width(width)
        if needed > max_height:
            needed = self._painter.set_width(width - self.verticalScrollBar().sizeHint().width())
        self.setGeometry(left, top, width, min(needed, max_height))
        self.doItemsLayout()

    def _fill(self, entries: tuple[ContentsEntry, ...]) -> None:
        self.clear()  # Qt asks for the size of the row that was current: its entry must still be there
        self._entries = entries
        self.addItems([entry.title for entry in entries])
        for row, entry in enumerate(entries):
            if entry.topic:
                self.item(row).setData(Qt.ItemDataRole.AccessibleTextRole, entry.accessible_text)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._entries):
            self.section_chosen.emit(self._entries[row].section)

    def _choose_current(self) -> None:
        """Goes to the current section again: its heading may be out of sight."""
        self._choose(self.currentRow())


class EntryPainter(QStyledItemDelegate):
    """Paints the title and the ordinal of a section; for the current section a dot instead of the ordinal."""

    def __init__(self, view: TocView, look: TextLook) -> None:
        super().__init__(view)
        self._view = view
        self._look = look
        self._width = 0
        self._heights: dict[str, int] = {}

    @property
    def look(self) -> TextLook:
        """The fonts and colours."""
        return self._look

    def set_look(self, look: TextLook) -> None:
        """Changes the fonts and colours."""
        self._look = look
        self._heights.clear()

    def set_width(self, width: int) -> int:
        """Changes the width of a row; returns the height of all rows."""
        if width != self._width:
            self._width = width
            self._heights.clear()
        return sum(self._height(entry) for entry in self._view.entries)

    def _font(self, *, bold: bool) -> QFont:
        return self._look.style("sans", _FONT_SIZE, bold=bold).font

    def _height(self, entry: ContentsEntry) -> int:
        if entry.title not in self._heights:
            self._heights[entry.title] = self._measured_height(entry.title)
        return self._heights[entry.title]

    def _measured_height(self, title: str) -> int:
        theme = self._look.theme
        room = self._title_box(QRect(0, 0, self._width, _ANY_HEIGHT))
        min_height = theme.target(_MIN_ROW_HEIGHT)
        if len(title) * theme.text(_FONT_SIZE) <= room.width():
            return min_height
        height = QFontMetrics(self._font(bold=True)).boundingRect(room, int(_TITLE_FLAGS), title).height()
        return max(min_height, height + 2 * theme.px(_ROW_PADDING))

    def _title_box(self, row: QRect) -> QRect:
        padding = self._look.px(_ROW_PADDING)
        return row.adjusted(self._look.px(_TITLE_INSET), padding, -self._look.px(_ORDINAL_WIDTH), -padding)

    def _paint_ordinal(self, painter: QPainter, row: QRect, entry: ContentsEntry, *, current: bool) -> None:
        theme = self._look.theme
        width = theme.px(_ORDINAL_WIDTH)
        box = QRect(row.right() - width + 1, row.top(), width, row.height())
        centre = QRectF(box).center()
        if current:
            _paint_dot(painter, centre, theme.px(_CURRENT_DOT_RADIUS), theme.colours.accent)
        else:
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, entry.number)
        if entry.topic:
            below = QPointF(0, _TOPIC_DOT_DROP * theme.scale)
            _paint_dot(painter, centre + below, _TOPIC_DOT_RADIUS * theme.scale, theme.colours.gold)

    def _paint_focus(self, painter: QPainter, row: QRect) -> None:
        theme = self._look.theme
        width, corner = theme.px(_RING_WIDTH), theme.px(_RING_CORNER)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.colours.focus), width))
        painter.drawRoundedRect(row.adjusted(width, width, -width, -width), corner, corner)

    # Qt calls these

    @qt_override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: TocIndex) -> None:
        view, entry, colours = self._view, self._view.entries[index.row()], self._look.theme.colours
        row: QRect = option.rect
        current = index.row() == view.currentRow()
        hovered = row.contains(view.viewport().mapFromGlobal(view.cursor().pos()))
        painter.save()
        painter.setFont(self._font(bold=current))
        painter.setPen(QColor(colours.accent if current else colours.ink if hovered else colours.soft))
        painter.drawText(self._title_box(row), _TITLE_FLAGS, entry.title)
        self._paint_ordinal(painter, row, entry, current=current)
        if current and view.hasFocus():
            self._paint_focus(painter, row)
        painter.restore()

    @qt_override_or(QSize())
    def sizeHint(self, option: QStyleOptionViewItem, index: TocIndex) -> QSize:
        return QSize(self._width, self._height(self._view.entries[index.row()]))


def _paint_dot(painter: QPainter, centre: QPointF, radius: float, colour: str) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(centre, radius, radius)
    painter.restore()

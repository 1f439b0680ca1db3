"""The table of contents: the section at the top is marked, a click or an arrow key goes to another."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListWidget, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from exhibit.strings import say
from exhibit.theme import Theme, theme_for
from exhibit.ui.fonts import font_of
from exhibit.ui.reader.edition_text import ContentsEntry
from exhibit.ui.reader.shown import ReaderShown

_SIZE: Final = 14
_NUMBER: Final = 36
"""Design pixels kept for the ordinal."""
_LEAST: Final = 34
_DOT: Final = 2.5
_DOT_DROP: Final = 12
"""How far below the middle of the ordinal the dot of a section of the chosen theme stands."""
_FLAGS: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWrapAnywhere

TocIndex = QModelIndex | QPersistentModelIndex


class TocView(QListWidget):
    """Shows the sections of a ReaderShown; `jumped` carries the one to go to."""

    jumped = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._entries: tuple[ContentsEntry, ...] = ()
        self._dressed: tuple[object, ...] = ()
        self.setObjectName("contents")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self._lines = EntryPainter(self)
        self.setItemDelegate(self._lines)
        self.currentRowChanged.connect(self._jump)
        self.itemClicked.connect(self._jump_again)

    def show_page(self, shown: ReaderShown) -> None:
        """Shows it, filling the list anew only where it changed."""
        dressed = (shown.script, shown.appearance, shown.scale, shown.language)
        self.blockSignals(True)
        if dressed != self._dressed:
            self._dressed = dressed
            self._lines.dress(shown)
            self.setAccessibleName(say("contents", shown.language))
            self.viewport().update()
        if shown.contents != self._entries:
            self._fill(shown.contents)
        sections = [entry.section for entry in shown.contents]
        self.setCurrentRow(sections.index(shown.current) if shown.current in sections else -1)
        self.blockSignals(False)

    def fit(self, left: int, top: int, width: int, most: int) -> None:
        """Stands at (left, top), as high as its lines need and `most` at most."""
        needed = self._lines.set_width(width)
        if needed > most:
            needed = self._lines.set_width(width - self.verticalScrollBar().sizeHint().width())
        self.setGeometry(left, top, width, min(needed, most))
        self.doItemsLayout()

    def _fill(self, entries: tuple[ContentsEntry, ...]) -> None:
        self.clear()  # Qt asks for the size of the row that was current: its entry must still be there
        self._entries = entries
        self.addItems([entry.title for entry in entries])
        for row, entry in enumerate(entries):
            if entry.theme:
                self.item(row).setData(Qt.ItemDataRole.AccessibleTextRole, entry.spoken)

    def _jump(self, row: int) -> None:
        if 0 <= row < len(self._entries):
            self.jumped.emit(self._entries[row].section)

    def _jump_again(self) -> None:
        """A click on the section already marked: its heading may be out of sight."""
        self._jump(self.currentRow())

    @property
    def entries(self) -> tuple[ContentsEntry, ...]:
        return self._entries


class EntryPainter(QStyledItemDelegate):
    """Paints a section's title and its ordinal; a dot instead for the section being read."""

    def __init__(self, view: TocView) -> None:
        super().__init__(view)
        self._view = view
        self._theme: Theme | None = None
        self._plain, self._bold = QFont(), QFont()
        self._width = 0
        self._heights: dict[str, int] = {}

    def dress(self, shown: ReaderShown) -> None:
        """Takes over fonts and colours."""
        self._theme = theme_for(shown.appearance, shown.scale)
        size = self._theme.px(_SIZE)
        self._plain, self._bold = (font_of("sans", shown.script, size, bold=bold) for bold in (False, True))
        self._heights.clear()

    def set_width(self, width: int) -> int:
        """Takes over the width of a line; returns the height of all."""
        if width != self._width:
            self._width = width
            self._heights.clear()
        return sum(self._height(entry) for entry in self._view.entries)

    def _height(self, entry: ContentsEntry) -> int:
        if entry.title not in self._heights:
            self._heights[entry.title] = self._measured(entry.title)
        return self._heights[entry.title]

    def _measured(self, title: str) -> int:
        theme = self._theme
        if theme is None:
            return 0
        room = self._title_box(QRect(0, 0, self._width, 10_000), theme)
        if len(title) * theme.px(_SIZE) <= room.width():
            return theme.px(_LEAST)
        text = QFontMetrics(self._bold).boundingRect(room, int(_FLAGS), title).height()
        return max(theme.px(_LEAST), text + 2 * theme.px(5))

    def _title_box(self, row: QRect, theme: Theme) -> QRect:
        return row.adjusted(theme.px(2), theme.px(5), -theme.px(_NUMBER), -theme.px(5))

    def _mark(self, painter: QPainter, theme: Theme, box: QRect, entry: ContentsEntry, current: bool) -> None:
        middle = QRect(box.right() - theme.px(_NUMBER) + 1, box.top(), theme.px(_NUMBER), box.height())
        centre = QRectF(middle).center()
        if not current:
            painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, entry.number)
        else:
            _dot(painter, centre, theme.px(5), theme.colours.accent)
        if entry.theme:
            drop = QPointF(0, _DOT_DROP * theme.scale)
            _dot(painter, centre + drop, _DOT * theme.scale, theme.colours.gold)

    # Qt calls these

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: TocIndex) -> None:
        theme, view, entry = self._theme, self._view, self._view.entries[index.row()]
        if theme is None:
            return
        box: QRect = option.rect
        current = index.row() == view.currentRow()
        under = box.contains(view.viewport().mapFromGlobal(view.cursor().pos()))
        painter.save()
        painter.setFont(self._bold if current else self._plain)
        painter.setPen(QColor(theme.colours.accent if current else theme.colours.ink if under else theme.colours.soft))
        painter.drawText(self._title_box(box, theme), _FLAGS, entry.title)
        self._mark(painter, theme, box, entry, current)
        if current and view.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.colours.focus), 2))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), theme.px(6), theme.px(6))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: TocIndex) -> QSize:
        return QSize(self._width, self._height(self._view.entries[index.row()]))


def _dot(painter: QPainter, centre: QPointF, radius: float, colour: str) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(centre, radius, radius)
    painter.restore()

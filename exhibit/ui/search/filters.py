"""The filters of the search: a chip that says what is set, and the list of its choices."""

from collections.abc import Sequence
from math import ceil
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPointingDevice
from PySide6.QtWidgets import QScroller, QWidget

from exhibit.ui.qt_override import qt_override
from exhibit.ui.search.result_list import ResultList
from exhibit.ui.search.row_paint import lay_out_row
from exhibit.ui.search.shown import FilterName, FilterShown, SearchRow
from exhibit.ui.widgets.chips import ChipButton
from exhibit.ui.widgets.choice import ChoiceShown
from exhibit.ui.widgets.text_label import UNBOUND
from exhibit.ui.widgets.text_look import TextLook

_WINDOW_GAP: Final = 6
"""Design pixels between the list of choices and the edges of the window."""
_MIN_WIDTH: Final = 180
"""Design pixels of width of the list of choices."""


class FilterChip(ChipButton):
    """A filter; `opened` asks for its choices and tells whether a finger pressed."""

    opened = Signal(str, bool)

    def __init__(self, key: FilterName, parent: QWidget) -> None:
        super().__init__(parent, bordered=True)
        self.filter: FilterName = key
        self._by_finger = False
        self.setObjectName(f"filter-{key}")
        self.clicked.connect(self._open)

    def show_filter(self, shown: FilterShown, look: TextLook) -> None:
        """Shows what the filter is set to."""
        self.show_choice(ChoiceShown(shown.key, shown.label, shown.active, "▾"), look)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(shown.label)

    def _open(self) -> None:
        by_finger, self._by_finger = self._by_finger, False
        self.opened.emit(self.filter, by_finger)

    # Qt calls this

    @qt_override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._by_finger = event.pointerType() == QPointingDevice.PointerType.Finger
        super().mouseReleaseEvent(event)


class ChoiceList(ResultList):
    """A list over the window with the choices of a filter; `chosen` carries the query of a choice."""

    def __init__(self, look: TextLook, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.setObjectName("choices")
        self.setWindowFlags(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)  # a press beside it closes it and does nothing else

    def open_below(
        self, chip: ChipButton, rows: Sequence[SearchRow], look: TextLook, *, min_height: int, by_finger: bool
    ) -> None:
        """Opens below a chip with rows at least `min_height` pixels high; a finger scrolls it by dragging."""
        self.setAccessibleName(chip.accessibleName())
        self.setGeometry(self._box_below(chip, rows, look, min_height))
        self.set_min_height(min_height)
        self.show_rows(tuple(rows), look, endless=False)
        if by_finger:  # a popup gets its touches as mouse events
            QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.LeftMouseButtonGesture)
        else:
            QScroller.ungrabGesture(self.viewport())
        self.show()
        self.restore_position(0, next(number for number, row in enumerate(rows) if row.kind == "chosen"))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason if chip.ring else Qt.FocusReason.MouseFocusReason)
        self.scrollTo(self.currentIndex())

    def _box_below(self, chip: ChipButton, rows: Sequence[SearchRow], look: TextLook, min_height: int) -> QRect:
        """The box of the list below a chip and within its window, in pixels of the screen."""
        for part in (self, self.verticalScrollBar()):
            part.ensurePolished()
        window, gap = chip.window(), look.px(_WINDOW_GAP)
        room = QRect(window.mapToGlobal(QPoint(0, 0)), window.size()).adjusted(gap, gap, -gap, -gap)
        frame = 2 * self.frameWidth()
        beside = frame + self.verticalScrollBar().sizeHint().width()
        texts = [lay_out_row(row, look, UNBOUND).text for row in rows]
        preferred_width = ceil(max(text.width + 2 * text.x for text in texts)) + beside
        width = min(max(preferred_width, look.px(_MIN_WIDTH)), room.width())
        heights = [lay_out_row(row, look, width - beside, min_height).height for row in rows]
        size = QSize(width, min(sum(heights) + frame, room.height()))
        box = QRect(chip.mapToGlobal(QPoint(0, chip.height())), size)
        box.moveRight(min(box.right(), room.right()))
        box.moveBottom(min(box.bottom(), room.bottom()))
        return box

    # Qt calls these

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() != Qt.Key.Key_Up or self.currentIndex() != self.first():
            super().keyPressEvent(event)

    @qt_override
    def hideEvent(self, event: QHideEvent) -> None:
        QScroller.scroller(self.viewport()).stop()
        super().hideEvent(event)

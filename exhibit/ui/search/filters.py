"""The filters: a chip that says what is set, and the list of its choices, for a mouse or for a finger."""

from collections.abc import Sequence
from math import ceil
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPointingDevice
from PySide6.QtWidgets import QScroller, QWidget

from exhibit.ui.qt_override import qt_override
from exhibit.ui.search.result_list import ResultList
from exhibit.ui.search.row_paint import plan
from exhibit.ui.search.shown import FilterName, FilterShown, SearchRow
from exhibit.ui.widgets.chips import ChipButton
from exhibit.ui.widgets.choice import ChoiceShown
from exhibit.ui.widgets.text_label import UNBOUND
from exhibit.ui.widgets.text_look import TextLook

_GAP: Final = 6
"""Design pixels between the list and the window's edge."""
_LEAST: Final = 180
"""Design pixels of width."""


class FilterChip(ChipButton):
    """A filter; `opened` asks for its choices, and whether for a finger."""

    opened = Signal(str, bool)

    def __init__(self, key: FilterName, parent: QWidget) -> None:
        super().__init__(parent, bordered=True)
        self.filter: FilterName = key
        self._touched = False
        self.setObjectName(f"filter-{key}")
        self.clicked.connect(self._open)

    def show_filter(self, shown: FilterShown, look: TextLook) -> None:
        self.show_choice(ChoiceShown(shown.key, shown.label, shown.active, "▾"), look)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(shown.label)

    def _open(self) -> None:
        touched, self._touched = self._touched, False
        self.opened.emit(self.filter, touched)

    # Qt calls this

    @qt_override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._touched = event.pointerType() == QPointingDevice.PointerType.Finger
        super().mouseReleaseEvent(event)


class ChoiceList(ResultList):
    """Opens over the window with the choices of a filter; `chosen` carries the query of one."""

    def __init__(self, look: TextLook, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.setObjectName("choices")
        self.setWindowFlags(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)  # a press beside it closes it and does nothing else

    def offer(self, rows: Sequence[SearchRow], look: TextLook, chip: ChipButton, least: int) -> None:
        """Opens below a chip, its rows at least so many pixels high; a finger scrolls where that is not 0."""
        self.setAccessibleName(chip.accessibleName())
        self._put(rows, look, chip, least)
        self.enlarge(least)
        self.show_rows(tuple(rows), look, endless=False)
        if least:
            QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.LeftMouseButtonGesture)  # no touches
        else:
            QScroller.ungrabGesture(self.viewport())
        self.show()
        self.stand(0, next(number for number, row in enumerate(rows) if row.kind == "chosen"))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason if chip.ring else Qt.FocusReason.MouseFocusReason)
        self.scrollTo(self.currentIndex())

    def _put(self, rows: Sequence[SearchRow], look: TextLook, chip: ChipButton, least: int) -> None:
        """Below a chip, within its window."""
        for part in (self, self.verticalScrollBar()):
            part.ensurePolished()
        window, gap = chip.window(), look.px(_GAP)
        room = QRect(window.mapToGlobal(QPoint(0, 0)), window.size()).adjusted(gap, gap, -gap, -gap)
        frame = 2 * self.frameWidth()
        beside = frame + self.verticalScrollBar().sizeHint().width()
        words = max(row.text.width + 2 * row.text.x for row in (plan(one, look, UNBOUND) for one in rows))
        wide = min(max(ceil(words) + beside, look.px(_LEAST)), room.width())
        high = min(sum(plan(one, look, wide - beside, least).height for one in rows) + frame, room.height())
        box = QRect(chip.mapToGlobal(QPoint(0, chip.height())), QSize(wide, high))
        box.moveRight(min(box.right(), room.right()))
        box.moveBottom(min(box.bottom(), room.bottom()))
        self.setGeometry(box)

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

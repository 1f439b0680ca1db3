"""The button of a part of a drawing. It paints nothing, because the drawing paints its part."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from exhibit.ui.qt_override import qt_override, qt_override_or
from exhibit.ui.systems.shown import PartShown
from exhibit.ui.widgets.button import RowButton


class PartButton(RowButton):
    """Covers the boxes of its part."""

    altered = Signal(QRect)
    """Its part looks different now, in a rectangle of the drawing."""
    left = Signal()
    """Tab moved the focus out of the drawing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("part")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.part = ""
        self.boxes: tuple[QRect, ...] = ()
        """The boxes of its part, in pixels of the drawing; the first holds the name."""
        self._region = QRegion()

    def show_part(self, part: PartShown) -> None:
        """Becomes the button of a part."""
        self.part = part.id
        self.set_plain_text(part.name)
        self.setAccessibleName(part.name)
        self.setAccessibleDescription(part.description)

    def stand_on(self, boxes: Sequence[QRect]) -> None:
        """Covers the boxes of its part, in pixels of the drawing."""
        self.boxes = tuple(boxes)
        region = QRegion()
        for box in boxes:
            region = region.united(box)
        around = region.boundingRect()
        self.setGeometry(around)
        self._region = region.translated(-around.topLeft())
        if len(boxes) == 1:
            self.clearMask()
        else:
            self.setMask(self._region)

    @property
    def hovered(self) -> bool:
        """Whether the pointer is over its part."""
        return self.underMouse() and self.isVisible()

    # Qt calls these

    @qt_override_or(False)
    def hitButton(self, at: QPoint) -> bool:
        return self._region.contains(at)

    @qt_override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.altered.emit(self.geometry())

    @qt_override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.altered.emit(self.geometry())

    @qt_override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.altered.emit(self.geometry())

    @qt_override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.altered.emit(self.geometry())
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.left.emit()

    @qt_override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ignores the second click of two: the first may have moved another part here."""

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
            self.altered.emit(self.geometry())

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints nothing: the drawing shows through."""

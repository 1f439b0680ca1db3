"""A part of a drawing under finger, mouse and key: a button that paints nothing, for the drawing paints it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from exhibit.ui.systems.shown import PartShown
from exhibit.ui.widgets.button import RowButton


class PartButton(RowButton):
    """Stands on the boxes of its part; `altered` says where it has to be painted anew."""

    altered = Signal(QRect)
    left = Signal()
    """The keyboard went on to what follows or precedes the drawing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("part")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.part = ""
        self.boxes: tuple[QRect, ...] = ()
        """Where its part stands in the drawing."""
        self._region = QRegion()

    def show_part(self, part: PartShown) -> None:
        """Is another part from now on, or the same chosen or no more."""
        self.part = part.id
        self.setText(part.name)
        self.setAccessibleName(part.name)
        self.setAccessibleDescription(part.description)

    def stand_on(self, boxes: Sequence[QRect]) -> None:
        """Takes its place on the boxes of its part."""
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
        """Whether the pointer is on its part."""
        return self.underMouse() and self.isVisible()

    # Qt calls these

    def hitButton(self, at: QPoint) -> bool:
        return self._region.contains(at)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.altered.emit(self.geometry())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.altered.emit(self.geometry())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.altered.emit(self.geometry())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.altered.emit(self.geometry())
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.left.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Nothing more: after the first click something else may stand here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
            self.altered.emit(self.geometry())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing: the drawing shows through."""

"""A column of widgets that scrolls: the base of the panel's tabs and of small pages."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QScroller, QWidget

from exhibit.model.state import State
from exhibit.ui.qt_override import qt_override
from exhibit.ui.widgets.layout import scrolled
from exhibit.ui.widgets.text_look import TextLook


class ScrollContent(QWidget):
    """The widget that is scrolled; its parent puts other widgets on it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.look: TextLook | None = None
        self.colour = "panel"

    # Qt calls this

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.look:
            painter = QPainter(self)
            painter.fillRect(event.rect(), QColor(getattr(self.look.theme.colours, self.colour)))
            painter.end()


class ColumnScroll(QScrollArea):
    """Scrolls over `ground`. A subclass puts widgets on the ground and lays them out in `_place`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.ground = ScrollContent(self)
        self.setWidget(self.ground)
        follow_finger(self)

    def _place(self, width: int) -> int:
        """Lays everything out in a width and returns the height; both in pixels."""
        raise NotImplementedError

    def fit(self) -> None:
        """Lays the ground out for the current size."""
        width = self.width() - self.verticalScrollBar().sizeHint().width()
        if width > 0:
            self.ground.resize(self.width(), max(self._place(width), self.height()))

    def scroll_to(self, box: QRect) -> None:
        """Scrolls as little as possible to show a box of the ground."""
        bar = self.verticalScrollBar()
        bar.setValue(scrolled(bar.value(), self.height(), box.top(), box.bottom() + 1))

    # Qt calls these

    @qt_override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @qt_override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.ground.focusNextChild()


def follow_finger(area: QAbstractScrollArea) -> None:
    """Lets a finger scroll an area; a tap still presses what it hits."""
    QScroller.grabGesture(area.viewport(), QScroller.ScrollerGestureType.TouchGesture)


def without_reading(state: State) -> State:
    """The state without the reading position, the open explanation, the query and the search in the text."""
    place = state.place._replace(anchor=None, term=None, term_at=None, query=None, find=None, find_at=None)
    return state._replace(place=place, visited=frozenset())

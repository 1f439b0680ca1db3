"""The list of places in the window."""

from typing import Final

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from exhibit.model.state import Location, State
from exhibit.session import Session
from exhibit.ui.qt_override import qt_override, qt_override_or
from exhibit.ui.regions.delegate import RegionRowDelegate
from exhibit.ui.regions.model import RegionModel, row_at
from exhibit.ui.regions.row_plan import RegionFonts
from exhibit.ui.regions.shown import RegionData, RegionsShown, shown_from
from exhibit.ui.session_view import SessionView
from exhibit.ui.widgets.text_look import look_for

_CHOOSE_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)
_RETURNING: Final = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""Reasons for which the focus comes back; the focus ring stays as it was."""
_BATCH: Final = 60
"""Rows laid out at once; the others follow while the window is idle."""
_SIZE: Final = (338, 360)
"""The preferred width and height, in design pixels."""


class RegionList(SessionView[RegionsShown], QListView):
    """Places, and the articles of the chosen one; a press on a row opens it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data = RegionData(session.package)
        self._paged: tuple[str | None, str | None] = (None, None)
        self._pages = 1
        self._rows = RegionModel(self._data, self)
        self._delegate = RegionRowDelegate(RegionFonts(look_for(session.theme, session.state.script)), self)
        self._make()
        self.clicked.connect(self._choose)
        self.follow(session)

    def _make(self) -> None:
        self.setObjectName("regions")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)

    # Following the session

    def relevant(self, state: State) -> State:
        here = state.place
        place = Location(here.region, here.article, here.edition, topic=here.topic, passage=here.passage)
        return state._replace(place=place)

    def derive(self, state: State) -> RegionsShown:
        paged = (state.place.region, state.place.topic)
        if paged != self._paged:
            self._paged, self._pages = paged, 1
        return shown_from(self._data, state, self._pages)

    def display(self, before: RegionsShown | None) -> None:
        look_changed = self.look != self._delegate.fonts.look
        if look_changed:
            self._delegate.fonts = RegionFonts(self.look)
        current = row_at(self.currentIndex()).key if self.currentIndex().isValid() else ("", "")
        self._rows.display(self.shown)
        self.setAccessibleName(self.shown.name)
        if look_changed:
            self.scheduleDelayedItemsLayout()
        self._keep_current(current, before is None or _chosen(before) != _chosen(self.shown))

    def _keep_current(self, current: tuple[str, str], chosen_changed: bool) -> None:
        """Keeps the keyboard at its row, or moves it to what is chosen if that changed."""
        index = self._rows.find(current)
        if not index.isValid() or chosen_changed:
            self._go_to_chosen()
        elif index != self.currentIndex():
            self.setCurrentIndex(index)

    def _go_to_chosen(self) -> None:
        """Moves the keyboard to the innermost row that is chosen, and brings it in sight."""
        index = self._rows.find(next(reversed(_chosen(self.shown)), ("", "")))
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    # What the reader does

    def _choose(self, index: QModelIndex) -> None:
        row = row_at(index)
        if row.kind == "region":
            self._session.choose_region(row.id)
        elif row.kind == "article":
            self._session.open_article(row.id)
        elif row.kind == "topic":
            self._session.filter_topic(None)
        elif row.section:
            self._session.choose_passage(row.section.article, row.section.edition, row.section.section.id)
        else:
            self._show_more(index.row())

    def _show_more(self, number: int) -> None:
        """Shows another page; the keyboard is at its first row, where the row for more was."""
        self._pages += 1
        self.derive_again()
        self.setCurrentIndex(self._rows.index(number))

    # Qt calls these

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self.theme.colours.side))
        painter.end()
        super().paintEvent(event)

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._delegate.ring = True
        if event.key() in _CHOOSE_KEYS and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)
        self.viewport().update()

    @qt_override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _RETURNING:
            self._delegate.ring = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        self.viewport().update()

    @qt_override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @qt_override_or(QSize())
    def sizeHint(self) -> QSize:
        return QSize(*map(self.look.px, _SIZE))


def _chosen(shown: RegionsShown) -> list[tuple[str, str]]:
    """The keys of the rows that are chosen, the innermost last."""
    return [row.key for row in shown.rows if row.chosen]

"""The list of places in the window."""

from typing import Final

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from exhibit.session import Session
from exhibit.theme import Theme, theme_for
from exhibit.ui.regions.delegate import RegionRowDelegate
from exhibit.ui.regions.model import RegionModel, row_at
from exhibit.ui.regions.row_plan import RegionFonts
from exhibit.ui.regions.shown import RegionData, RegionsShown, shown_from

_CHOOSING: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)
_BACK: Final = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""Ways to come by the focus again that change nothing about the ring."""
_BATCH: Final = 60
"""Rows laid out at once; the others follow when there is time."""


class RegionList(QListView):
    """Places, and the articles of the chosen one; a press on a row opens it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._facts = RegionData(session.package)
        self._paged = (*self._listed(), 1)
        self._theme = self._theme_now()
        self._shown = self._shown_now()
        self._rows = RegionModel(self._facts, self._shown, self)
        self._delegate = RegionRowDelegate(RegionFonts(self._theme, self._shown.script), self)
        self._prepare()
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self._stand_on_chosen()
        self.clicked.connect(self._choose)
        session.settled.connect(self._refresh)

    @property
    def shown(self) -> RegionsShown:
        """What is on screen."""
        return self._shown

    def _prepare(self) -> None:
        self.setObjectName("regions")
        self.setAccessibleName(self._shown.name)
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

    def _theme_now(self) -> Theme:
        state = self._session.state
        return theme_for(state.appearance, state.scale)

    def _shown_now(self) -> RegionsShown:
        return shown_from(self._facts, self._session.state, self._paged[-1])

    def _listed(self) -> tuple[str | None, str | None]:
        """What the pages are of."""
        return self._session.state.place.region, self._session.state.place.theme

    def _refresh(self) -> None:
        if self._listed() != self._paged[:2]:
            self._paged = (*self._listed(), 1)
        self._show(self._shown_now(), self._theme_now())

    def _show(self, shown: RegionsShown, theme: Theme) -> None:
        if (shown, theme) == (self._shown, self._theme):
            return
        before, self._shown = self._shown, shown
        looks_new = theme != self._theme or shown.script != before.script
        if looks_new:
            self._theme = theme
            self._delegate.faces = RegionFonts(theme, shown.script)
        stood = row_at(self.currentIndex()).key if self.currentIndex().isValid() else ("", "")
        self._rows.display(shown)
        self.setAccessibleName(shown.name)
        if looks_new:
            self.scheduleDelayedItemsLayout()
        still = self._rows.find(*stood)
        if not still.isValid() or _chosen(shown) != _chosen(before):
            self._stand_on_chosen()
        elif still != self.currentIndex():
            self.setCurrentIndex(still)

    def _stand_on_chosen(self) -> None:
        """The keyboard goes on from what is chosen, the innermost of it, and it is in sight."""
        index = self._rows.find(*next(reversed(_chosen(self._shown)), ("", "")))
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def _choose(self, index: QModelIndex) -> None:
        row = row_at(index)
        if row.kind == "region":
            self._session.choose_region(row.id)
        elif row.kind == "article":
            self._session.open_article(row.id)
        elif row.kind == "theme":
            self._session.filter_theme(None)
        elif row.section:
            self._session.choose_passage(row.section.article, row.section.edition, row.section.section.id)
        else:
            self._paged = (*self._listed(), self._paged[-1] + 1)
            number = index.row()
            self._show(self._shown_now(), self._theme)
            self.setCurrentIndex(self._rows.index(number))

    # Qt calls these

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self.viewport()).fillRect(event.rect(), QColor(self._theme.colours.side))
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._delegate.ring = True
        if event.key() in _CHOOSING and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _BACK:
            self._delegate.ring = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(338), self._theme.px(360))


def _chosen(shown: RegionsShown) -> list[tuple[str, str]]:
    return [row.key for row in shown.rows if row.chosen]

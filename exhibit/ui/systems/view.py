"""The panel's tab and the page of a system: they follow the session and show the drawing and the card."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from exhibit.model.state import State
from exhibit.session import Session
from exhibit.ui.qt_override import qt_override
from exhibit.ui.session_view import SessionView
from exhibit.ui.systems.panes import CardPane, DrawingPane
from exhibit.ui.systems.saving import DrawingSaver
from exhibit.ui.systems.shown import SystemsShown, systems_shown
from exhibit.ui.systems.split import drawing_split
from exhibit.ui.widgets.layout import PixelBox
from exhibit.ui.widgets.scroll import without_reading


class SystemPanes(SessionView[SystemsShown], QWidget):
    """A system: its drawing, and the card of the chosen part."""

    large = False
    """Whether it fills the window."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pane = DrawingPane(self, large=self.large)
        self._card = CardPane(self, large=self.large)
        self._card.hide()
        self._saver = DrawingSaver(session, self)
        self._connect(session)
        self.follow(session)

    def _connect(self, session: Session) -> None:
        head, card = self._pane.head, self._card.card
        head.chosen.connect(self._show_system)
        head.turned.connect(self._turn)
        head.save_asked.connect(self._ask_to_save)
        self._pane.diagram.picked.connect(self._pick)
        self._pane.elsewhere.followed.connect(self._show_system)
        card.closed.connect(self._clear)
        card.figure_followed.connect(session.choose_metric)
        card.passage_followed.connect(self._read)
        self._saver.reported.connect(self._report)

    # Following the session

    def relevant(self, state: State) -> State:
        return without_reading(state)

    def derive(self, state: State) -> SystemsShown:
        return systems_shown(self._session.package, state)

    def display(self, before: SystemsShown | None) -> None:
        shown = self.shown
        self._fill()
        if before is None or (before.system, before.save) != (shown.system, shown.save):
            self._pane.head.show_notice("")  # it was about another drawing, or in another language
        if before is None or before.system != shown.system:
            self._pane.verticalScrollBar().setValue(0)
        self._arrange()
        if before is None or before.chosen != shown.chosen:
            self._card.verticalScrollBar().setValue(0)
            self.reveal_when_visible()

    def reveal(self) -> None:
        self._pane.reveal_part(self.shown.chosen)

    def _fill(self) -> None:
        shown = self.shown
        self.setAccessibleName(shown.title or shown.empty)
        self._pane.show_system(shown, self.look)
        if shown.card:
            self._card.show_card(shown.card, self.look)
        self._card.setVisible(shown.card is not None)
        self.update()

    def _arrange(self) -> None:
        """Gives the drawing and the card their rooms. The drawing is laid out again only for another size."""
        sized = self.isVisible() or self.testAttribute(Qt.WidgetAttribute.WA_Resized)
        if not sized or min(self.width(), self.height()) < 2:
            return
        if self.shown.card and self.shown.system:
            found = drawing_split((self.width(), self.height()), self.theme, self.shown.system.parts)
            _place(self._card, found.card)
            self._card.fit()
            _place(self._pane, found.drawing)
        else:
            self._pane.setGeometry(self.rect())
        self._pane.fit()

    # What the visitor does

    def _turn(self) -> None:
        """Shows the page, or the text again."""
        raise NotImplementedError

    def _show_system(self, system: str) -> None:
        self._session.choose_part(system, None)

    def _pick(self, part: str) -> None:
        """Chooses a part. The chosen part is chosen no more."""
        if self.shown.system:
            self._session.choose_part(self.shown.system.id, None if part == self.shown.chosen else part)

    def _clear(self) -> None:
        """Chooses no part. The focus returns from the card to the drawing."""
        if self.shown.system and self.shown.chosen:
            if self._card.isAncestorOf(self.focusWidget() or self):
                self._pane.diagram.take_focus(Qt.FocusReason.OtherFocusReason)
            self._session.choose_part(self.shown.system.id, None)

    def _read(self, passage: str) -> None:
        if system := self.shown.system:
            self._session.choose_passage(system.article, system.edition, passage)

    def _ask_to_save(self) -> None:
        if self.shown.system:
            self._saver.ask(self.shown.system, self._pane.head.below_save())

    def _report(self, notice: str) -> None:
        """Shows what came of saving."""
        self._pane.head.show_notice(notice)
        self._arrange()
        self._pane.verticalScrollBar().setValue(0)

    # Qt calls these

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.shown.chosen:
            self._clear()
        else:
            super().keyPressEvent(event)

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)
        self.reveal_when_visible()

    @qt_override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.shown.system:
            self._pane.diagram.take_focus(event.reason())
        else:
            self._pane.setFocus(event.reason())

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the line between drawing and card."""
        painter, colours = QPainter(self), self.theme.colours
        painter.fillRect(event.rect(), QColor(colours.line))
        painter.fillRect(self._pane.geometry(), QColor(colours.panel))
        painter.fillRect(self._card.geometry(), QColor(colours.card if self._card.isVisible() else colours.panel))
        painter.end()


class SystemsView(SystemPanes):
    """The drawing in the panel, and the card of the chosen part."""

    def _turn(self) -> None:
        self._session.show_page("drawing")


class DrawingPage(SystemPanes):
    """The drawing as large as the window allows; the card of the chosen part stands at its right or below."""

    large = True

    def _turn(self) -> None:
        self._session.show_page("text")

    # Qt calls this

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.shown.chosen:
            self._turn()
        else:
            super().keyPressEvent(event)


def _place(widget: QWidget, box: PixelBox) -> None:
    widget.setGeometry(box.x, box.y, box.width, box.height)

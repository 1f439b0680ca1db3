"""The panel's tab and the page of a system: they follow the session and show the drawing and the card."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from exhibit.model.state import State
from exhibit.session import Session
from exhibit.ui.session_view import is_explicitly_hidden
from exhibit.ui.systems.panes import CardPane, DrawingPane
from exhibit.ui.systems.saving import DrawingSaver
from exhibit.ui.systems.shown import SystemsShown, systems_shown
from exhibit.ui.systems.split import drawing_split
from exhibit.ui.widgets.layout import PixelBox
from exhibit.ui.widgets.scroll import without_reading
from exhibit.ui.widgets.text_look import TextLook, look_for


class SystemPanes(QWidget):
    """A system: its drawing, and the card of the part that was chosen."""

    large = False
    """Whether it fills the window."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._seen: State | None = None
        self._shown: SystemsShown | None = None
        self._look: TextLook | None = None
        self._owed = False
        """Whether the chosen part is still to be brought in sight."""
        self._make()
        self._connect()
        self._refresh()

    @property
    def shown(self) -> SystemsShown | None:
        """What is on screen."""
        return self._shown

    def _make(self) -> None:
        self._pane = DrawingPane(self, large=self.large)
        self._card = CardPane(self, large=self.large)
        self._card.hide()
        self._saving = DrawingSaver(self._session, self)

    def _connect(self) -> None:
        head, board, card = self._pane.head, self._pane.board, self._card.card
        head.chosen.connect(self._show_system)
        head.turned.connect(self._turn)
        head.save_asked.connect(self._ask_to_save)
        board.picked.connect(self._pick)
        self._pane.elsewhere.followed.connect(self._show_system)
        card.closed.connect(self._clear)
        card.figure_followed.connect(self._session.choose_metric)
        card.passage_followed.connect(self._read)
        self._saving.said.connect(self._say)
        self._session.settled.connect(self._refresh)

    def _refresh(self) -> None:
        state = without_reading(self._session.state)
        if is_explicitly_hidden(self) or state == self._seen:
            return
        self._seen = state
        before, shown = self._shown, systems_shown(self._session.package, state)
        look = look_for(self._session.theme, state.script)
        if (shown, look) == (before, self._look):
            return
        self._shown, self._look = shown, look
        self._fill(shown, self._look)
        if before is None or (before.system, before.save) != (shown.system, shown.save):
            self._pane.head.say("")  # it was said of another drawing, or in another language
        if before is None or before.system != shown.system:
            self._pane.verticalScrollBar().setValue(0)
        self._arrange()
        if before is None or before.chosen != shown.chosen:
            self._card.verticalScrollBar().setValue(0)
            self._owed = True
            self._reveal()

    def _reveal(self) -> None:
        """Brings the chosen part in sight, once there is anything to see."""
        if self._owed and self._shown and self.isVisible():
            self._owed = False
            self._pane.reveal_part(self._shown.chosen)

    def _fill(self, shown: SystemsShown, look: TextLook) -> None:
        self.setAccessibleName(shown.title or shown.empty)
        self._pane.show_system(shown, look)
        if shown.card:
            self._card.show_card(shown.card, look)
        self._card.setVisible(shown.card is not None)
        self.update()

    def _arrange(self) -> None:
        """Gives the drawing and the card their rooms; the drawing is laid out again only for another size."""
        shown, look = self._shown, self._look
        sized = self.isVisible() or self.testAttribute(Qt.WidgetAttribute.WA_Resized)
        if shown is None or look is None or not sized or min(self.width(), self.height()) < 2:
            return
        if shown.card and shown.system:
            found = drawing_split((self.width(), self.height()), look.theme.scale, look.px(1), shown.system.parts)
            _put(self._card, found.card)
            self._card.fit()
            _put(self._pane, found.drawing)
        else:
            self._pane.setGeometry(self.rect())
        self._pane.fit()

    def _turn(self) -> None:
        """To the page, or from it back to the text."""
        raise NotImplementedError

    def _show_system(self, system: str) -> None:
        self._session.choose_part(system, None)

    def _pick(self, part: str) -> None:
        """Chooses a part, or none where it was the chosen one."""
        shown = self._shown
        if shown and shown.system:
            self._session.choose_part(shown.system.id, None if part == shown.chosen else part)

    def _clear(self) -> None:
        """No part chosen; the keyboard goes back to where it was."""
        shown = self._shown
        if shown and shown.system and shown.chosen:
            if self._card.isAncestorOf(self.focusWidget() or self):
                self._pane.board.take_focus(Qt.FocusReason.OtherFocusReason)
            self._session.choose_part(shown.system.id, None)

    def _read(self, passage: str) -> None:
        if self._shown and (system := self._shown.system):
            self._session.choose_passage(system.article, system.edition, passage)

    def _ask_to_save(self) -> None:
        if self._shown and self._shown.system:
            self._saving.ask(self._shown.system, self._pane.head.below_save())

    def _say(self, words: str) -> None:
        self._pane.head.say(words)
        self._arrange()
        self._pane.verticalScrollBar().setValue(0)

    # Qt calls these

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._shown and self._shown.chosen:
            self._clear()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()
        self._reveal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self._owed = True
        self._reveal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._shown and self._shown.system:
            self._pane.board.take_focus(event.reason())
        else:
            self._pane.setFocus(event.reason())

    def paintEvent(self, event: QPaintEvent) -> None:
        """What is seen between the columns."""
        if self._look:
            painter = QPainter(self)
            colours = self._look.theme.colours
            painter.fillRect(event.rect(), QColor(colours.line))
            painter.fillRect(self._pane.geometry(), QColor(colours.panel))
            painter.fillRect(self._card.geometry(), QColor(colours.card if self._card.isVisible() else colours.panel))
            painter.end()


class SystemsView(SystemPanes):
    """The drawing in the panel, and the card of the chosen part with it."""

    def _turn(self) -> None:
        self._session.show_page("drawing")


class DrawingPage(SystemPanes):
    """The drawing as large as it can be; the card of the chosen part stands beside it or below."""

    large = True

    def _turn(self) -> None:
        self._session.show_page("text")

    # Qt calls this

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not (self.shown and self.shown.chosen):
            self._turn()
        else:
            super().keyPressEvent(event)


def _put(widget: QWidget, box: PixelBox) -> None:
    widget.setGeometry(box.x, box.y, box.width, box.height)

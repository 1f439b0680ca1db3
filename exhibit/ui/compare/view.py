"""The panel of comparisons."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from exhibit.model.state import State
from exhibit.session import Session
from exhibit.ui.compare.card import ComparisonCard
from exhibit.ui.compare.row import ComparisonRow
from exhibit.ui.compare.shown import CompareShown, compare_shown
from exhibit.ui.qt_override import qt_override
from exhibit.ui.session_view import SessionView
from exhibit.ui.widgets.button import ways
from exhibit.ui.widgets.chips import ChipGroup
from exhibit.ui.widgets.layout import stacked
from exhibit.ui.widgets.row_heights import neighbour
from exhibit.ui.widgets.scroll import ColumnScroll, without_reading
from exhibit.ui.widgets.text_label import TextLabel, place
from exhibit.ui.widgets.text_look import TextLook

_MARGIN: Final = 14
"""Design pixels left and right of everything in the panel, at most."""
_MIN_COLUMN_WIDTH: Final = 320
"""Design pixels."""
_MAX_COLUMNS: Final = 3
"""Cards side by side, at most."""
_CARD_GAP: Final = 4
"""Design pixels between cards, beside the room for focus rings."""


class CompareView(SessionView[CompareShown], ColumnScroll):
    """The comparisons of the article in view, or all; the row of the chosen figure is marked."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[ComparisonCard] = []
        self._used: list[ComparisonCard] = []
        self._current: ComparisonRow | None = None
        self._make()
        self.follow(session)

    def _make(self) -> None:
        self.setObjectName("compare")
        self._title = TextLabel("sans", 16, "ink", self.ground, bold=True)
        self._scopes = ChipGroup("scopes", self.ground, joined=True)
        self._summary = TextLabel("sans", 14, "soft", self.ground)
        self._remark = TextLabel("sans", 13, "soft", self.ground)
        self._scopes.picked.connect(self._choose_scope)

    # Following the session

    def relevant(self, state: State) -> State:
        return without_reading(state)

    def derive(self, state: State) -> CompareShown:
        return compare_shown(self._session.package, state)

    def display(self, before: CompareShown | None) -> None:
        self._fill(self.shown, self.look)
        self.fit()
        self._scroll_on(before, self.shown)

    def _fill(self, shown: CompareShown, look: TextLook) -> None:
        self.setAccessibleName(shown.title)
        self.ground.look = look
        self._title.show_text(shown.title, look)
        self._scopes.show_choices(shown.scope_title, shown.scopes, look)
        self._summary.show_text(shown.summary, look)
        self._remark.show_text(shown.remark, look)
        focused = next((row.row.id for row in self._rows() if row.hasFocus() and row.row), None)
        while len(self._cards) < len(shown.comparisons):
            self._cards.append(ComparisonCard(self.ground))
        self._used = self._cards[: len(shown.comparisons)]
        for card, comparison in zip(self._used, shown.comparisons, strict=True):
            for row in card.fill(comparison, look):
                row.picked.connect(self._follow)
        for index, card in enumerate(self._cards):
            card.setVisible(index < len(self._used))
        self._keep_keyboard(focused)
        self.ground.update()

    def _keep_keyboard(self, focused: str | None) -> None:
        """Keeps the focus on the row of its figure, and makes Tab reach that row, the chosen row or the last one."""
        rows = self._rows()
        kept = next((row for row in rows if focused and row.row and row.row.id == focused), None)
        chosen = next((row for row in rows if row.isChecked()), None)
        self._set_current(kept or chosen or (self._current if self._current in rows else next(iter(rows), None)))
        if kept:
            kept.setFocus(Qt.FocusReason.OtherFocusReason)

    def _scroll_on(self, before: CompareShown | None, shown: CompareShown) -> None:
        """Scrolls to a row that was not chosen before, or to the start of another list."""
        if shown.chosen and (before is None or shown.chosen != before.chosen):
            self.reveal_when_visible()
        elif before and [one.id for one in before.comparisons] != [one.id for one in shown.comparisons]:
            self.verticalScrollBar().setValue(0)

    def reveal(self) -> None:
        for card in self._used:
            for row in card.rows:
                if row.isChecked():
                    self.scroll_to(card.geometry())
                    self.scroll_to(self._box(row))

    # Layout

    def _place(self, width: int) -> int:
        look = self.look
        margin = min(look.px(_MARGIN), width // 20)
        inner, y = width - 2 * margin, look.px(10)
        head = (margin, y, inner - look.px(2))
        y += place([self._title, self._scopes], head, look.px(8), spread=True) + look.px(4)
        y += place([self._summary], (margin, y, inner), 0) + look.px(2)
        y += place([self._remark], (margin, y, inner), 0) + look.px(8)
        return y + self._place_cards(margin, y, inner, look) + look.px(16)

    def _place_cards(self, left: int, top: int, width: int, look: TextLook) -> int:
        """Places each card in the column that is shortest so far; returns the height of all."""
        gap = look.px(_CARD_GAP)
        columns = max(1, min(_MAX_COLUMNS, len(self._used), (width + gap) // (look.px(_MIN_COLUMN_WIDTH) + gap)))
        card_width = (width - gap * (columns - 1)) // columns
        boxes = stacked([card.fit(card_width) for card in self._used], columns, card_width, gap)
        for card, box in zip(self._used, boxes, strict=True):
            card.setGeometry(left + box.x, top + box.y, box.width, box.height)
        return max((box.y + box.height for box in boxes), default=0)

    def _box(self, row: ComparisonRow) -> QRect:
        """The box of a row on the ground, in pixels."""
        return QRect(row.mapTo(self.ground, QPoint(0, 0)), row.size())

    def _rows(self) -> list[ComparisonRow]:
        """All rows in reading order."""
        return [row for card in self._used for row in card.rows]

    # What the visitor does

    def _choose_scope(self, key: str) -> None:
        self._session.show_everywhere(key == "everywhere")

    def _follow(self, metric: str) -> None:
        """Goes to the sentence of a figure; a second press of the chosen row goes there again."""
        self._session.choose_metric(metric)
        row = next((row.row for row in self._rows() if row.row and row.row.id == metric), None)
        if row and row.chosen and row.anchor:
            self._session.read_to(row.anchor)

    def _set_current(self, row: ComparisonRow | None) -> None:
        """Makes a row the only one that Tab reaches."""
        for one in self._rows():
            one.setFocusPolicy(Qt.FocusPolicy.StrongFocus if one is row else Qt.FocusPolicy.ClickFocus)
        self._current = row

    # Qt calls these

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows, direction = self._rows(), ways().get(event.key())
        at = next((index for index, row in enumerate(rows) if row.hasFocus()), None)
        if at is None or direction is None:
            super().keyPressEvent(event)
            return
        row = rows[neighbour([[index] for index in range(len(rows))], at, direction, lambda _: True)]
        self._set_current(row)
        row.setFocus(Qt.FocusReason.TabFocusReason)
        self.scroll_to(self._box(row))

    @qt_override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._current:
            self._current.setFocus(event.reason())
        else:
            super().focusInEvent(event)

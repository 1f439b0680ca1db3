"""The panel of comparisons: follows the session, places the cards, leads from a row to its sentence."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from exhibit.model.state import State
from exhibit.session import Session
from exhibit.ui.compare.card import ComparisonBlock
from exhibit.ui.compare.row import ComparisonRow
from exhibit.ui.compare.shown import CompareShown, compare_shown
from exhibit.ui.widgets.button import ways
from exhibit.ui.widgets.chips import ChipGroup
from exhibit.ui.widgets.layout import stacked
from exhibit.ui.widgets.scroll import ColumnScroll, is_explicitly_hidden, without_reading
from exhibit.ui.widgets.text_label import TextLabel, place
from exhibit.ui.widgets.text_look import TextLook, look_for

_LEAST_COLUMN: Final = 320
_MOST_COLUMNS: Final = 3
_GAP: Final = 4


class CompareView(ColumnScroll):
    """Every comparison of the article in view, or all; the row of the chosen figure is marked."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._seen: State | None = None
        self._shown: CompareShown | None = None
        self._look: TextLook | None = None
        self._blocks: list[ComparisonBlock] = []
        self._used: list[ComparisonBlock] = []
        self._current: ComparisonRow | None = None
        self._owed = False
        self._make()
        self._refresh()

    def _make(self) -> None:
        self.setObjectName("compare")
        self._title = TextLabel("sans", 16, "ink", self.ground, bold=True)
        self._scopes = ChipGroup("scopes", self.ground, joined=True)
        self._summary = TextLabel("sans", 14, "soft", self.ground)
        self._remark = TextLabel("sans", 13, "soft", self.ground)
        self._scopes.picked.connect(self._choose_scope)
        self._session.settled.connect(self._refresh)

    # Following the session

    def _refresh(self) -> None:
        state = without_reading(self._session.state)
        if is_explicitly_hidden(self) or state == self._seen:
            return
        self._seen = state
        before, shown = self._shown, compare_shown(self._session.package, state)
        look = look_for(state, self._look)
        if shown == before and look == self._look:
            return
        self._shown, self._look = shown, look
        self._fill(shown, self._look)
        self.fit()
        self._scroll_on(before, shown)

    def _fill(self, shown: CompareShown, look: TextLook) -> None:
        self.setAccessibleName(shown.title)
        self.ground.look = look
        self._title.show_text(shown.title, look)
        self._scopes.show_choices(shown.scope_title, shown.scopes, look)
        self._summary.show_text(shown.summary, look)
        self._remark.show_text(shown.remark, look)
        focused = next((row.row.id for row in self._rows() if row.hasFocus() and row.row), None)
        while len(self._blocks) < len(shown.comparisons):
            self._blocks.append(ComparisonBlock(self.ground))
        self._used = self._blocks[: len(shown.comparisons)]
        for block, comparison in zip(self._used, shown.comparisons, strict=True):
            for row in block.fill(comparison, look):
                row.picked.connect(self._follow)
        for index, block in enumerate(self._blocks):
            block.setVisible(index < len(self._used))
        self._keep_keyboard(focused)
        self.ground.update()

    def _keep_keyboard(self, focused: str | None) -> None:
        """Tab enters at the chosen row; the keyboard stays at its figure, wherever that is now."""
        rows = self._rows()
        held = next((row for row in rows if focused and row.row and row.row.id == focused), None)
        chosen = next((row for row in rows if row.isChecked()), None)
        self._stand(held or chosen or (self._current if self._current in rows else next(iter(rows), None)))
        if held:
            held.setFocus(Qt.FocusReason.OtherFocusReason)

    def _scroll_on(self, before: CompareShown | None, shown: CompareShown) -> None:
        """To the row that was chosen, or to the beginning of another list."""
        if shown.chosen and (before is None or shown.chosen != before.chosen):
            self._owed = True
            self._reveal_chosen()
        elif before and [one.id for one in before.comparisons] != [one.id for one in shown.comparisons]:
            self.verticalScrollBar().setValue(0)

    def _reveal_chosen(self) -> None:
        if self._owed and self.isVisible():
            for block in self._used:
                for row in block.rows:
                    if row.isChecked():
                        self.reveal(block.geometry())
                        self.reveal(self._box(row))
            self._owed = False

    # Where things stand

    def _place(self, width: int) -> int:
        if self._look is None:
            return 0
        look = self._look
        margin = min(look.px(14), width // 20)
        inner, y = width - 2 * margin, look.px(10)
        head = (margin, y, inner - look.px(2))
        y += place([self._title, self._scopes], head, look.px(8), spread=True) + look.px(4)
        y += place([self._summary], (margin, y, inner), 0) + look.px(2)
        y += place([self._remark], (margin, y, inner), 0) + look.px(8)
        return y + self._place_blocks(margin, y, inner, look) + look.px(16)

    def _place_blocks(self, left: int, top: int, width: int, look: TextLook) -> int:
        """Cards in columns, each below the shortest so far; the height they take."""
        gap = look.px(_GAP)
        across = max(1, min(_MOST_COLUMNS, len(self._used), (width + gap) // (look.px(_LEAST_COLUMN) + gap)))
        wide = (width - gap * (across - 1)) // across
        boxes = stacked([block.fit(wide) for block in self._used], across, wide, gap)
        for block, box in zip(self._used, boxes, strict=True):
            block.setGeometry(left + box.x, top + box.y, box.width, box.height)
        return max((box.y + box.height for box in boxes), default=0)

    def _box(self, row: ComparisonRow) -> QRect:
        """Where a row stands on the ground."""
        return QRect(row.mapTo(self.ground, QPoint(0, 0)), row.size())

    def _rows(self) -> list[ComparisonRow]:
        """All rows in the order of reading."""
        return [row for block in self._used for row in block.rows]

    # What the reader does

    def _choose_scope(self, key: str) -> None:
        self._session.show_everywhere(key == "everywhere")

    def _follow(self, metric: str) -> None:
        """To the sentence of a figure, even where it was chosen before."""
        self._session.choose_metric(metric)
        row = next((row.row for row in self._rows() if row.row and row.row.id == metric), None)
        if row and row.chosen and row.anchor:
            self._session.read_to(row.anchor)

    def _stand(self, row: ComparisonRow | None) -> None:
        """Makes a row the one that Tab enters."""
        for one in self._rows():
            one.setFocusPolicy(Qt.FocusPolicy.StrongFocus if one is row else Qt.FocusPolicy.ClickFocus)
        self._current = row

    # Qt calls these

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows, way = self._rows(), ways().get(event.key())
        at = next((index for index, row in enumerate(rows) if row.hasFocus()), None)
        if at is None or way is None:
            super().keyPressEvent(event)
            return
        step = {"left": at - 1, "up": at - 1, "right": at + 1, "down": at + 1, "first": 0, "last": len(rows) - 1}[way]
        row = rows[max(0, min(step, len(rows) - 1))]
        self._stand(row)
        row.setFocus(Qt.FocusReason.TabFocusReason)
        self.reveal(self._box(row))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._reveal_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reveal_chosen()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._current:
            self._current.setFocus(event.reason())
        else:
            super().focusInEvent(event)

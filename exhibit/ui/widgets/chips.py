"""Buttons of which one is chosen: the panel's scope, topic and order."""

from collections.abc import Sequence
from math import ceil
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QWidget

from exhibit.ui.qt_override import qt_override
from exhibit.ui.widgets.button import PaintedButton
from exhibit.ui.widgets.choice import ChoiceShown
from exhibit.ui.widgets.paint import paint_ring
from exhibit.ui.widgets.text_label import UNBOUND, fits_in, place
from exhibit.ui.widgets.text_look import TextLines, TextLook, TextRun

TARGET: Final = 32
"""Design pixels of height."""
_COUNT: Final = 13
"""Design pixels of a count's letters."""


class ChipButton(PaintedButton):
    """One of several exclusive choices or, if it is not checkable, a button of its own.

    It is `tall` design pixels high, its text `size` large.
    """

    def __init__(self, parent: QWidget, *, bordered: bool, tall: int = TARGET, size: int = 14) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self._bordered = bordered
        self._tall, self._size = tall, size
        self.key = ""
        self._choice: ChoiceShown | None = None
        self._look: TextLook | None = None
        self._words: TextLines | None = None
        self._natural = 0

    def show_choice(self, choice: ChoiceShown, look: TextLook) -> None:
        """Shows a choice, in a look."""
        if (choice, look) == (self._choice, self._look):
            return
        self._choice, self._look = choice, look
        self._forget()
        self.key = choice.key
        self.set_plain_text(choice.label)
        self.setAccessibleName(f"{choice.label} {choice.count}".strip())
        self.setChecked(choice.chosen)
        entered = choice.chosen or not self.isCheckable()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if entered else Qt.FocusPolicy.ClickFocus)

    def enlarge(self, tall: int) -> None:
        """Sets its height in pixels of the design; its parent must lay it out again."""
        if tall != self._tall:
            self._tall = tall
            self._forget()

    def _forget(self) -> None:
        """Drops its layout; it is laid out and painted again."""
        self._words, self._natural = None, 0
        self.update()

    def natural(self) -> int:
        """The width in pixels that it prefers: all of its text in one line."""
        if not self._natural:
            self.fit(UNBOUND)
            wide = ceil(self._words.width) + self._spare() if self._words else 0
            self._natural = max(wide + 2 * self._padding(), self._target(0)) if wide else 0
        return self._natural

    def _spare(self) -> int:
        """The width in pixels kept free for a longer count."""
        if self._look is None or self._choice is None or not self._choice.room:
            return 0
        letters = QFontMetrics(self._look.style("sans", _COUNT).font)
        return max(0, letters.horizontalAdvance(self._choice.room) - letters.horizontalAdvance(self._choice.count))

    def fit(self, width: int) -> int:
        if self._look is None or self._choice is None:
            return 0
        room = width - 2 * self._padding()
        if self._words is None or not fits_in(self._words, room):
            self._words = self._look.words(self._runs(self._choice, self._look), (0, 0), room, self._ink())
        return max(self._target(self._tall), ceil(self._words.height) + self._look.px(8))

    def _target(self, size: float) -> int:
        """A side in pixels from a size of the design; on a touch screen at least a finger's."""
        return self._look.theme.target(size) if self._look else 0

    def _runs(self, choice: ChoiceShown, look: TextLook) -> list[TextRun]:
        runs = [TextRun(choice.label, look.style("sans", self._size, bold=choice.chosen))]
        if choice.count:
            colours = look.theme.colours
            colour = colours.on_accent if choice.chosen else colours.soft
            runs.append(TextRun(f" {choice.count}", look.style("sans", _COUNT, colour=colour)))
        return runs

    def _ink(self) -> str:
        assert self._look is not None
        colours = self._look.theme.colours
        return colours.on_accent if self.isChecked() else colours.ink

    def _padding(self) -> int:
        """The room left and right of the text in pixels; more where the ends are rounder."""
        if self._look is None:
            return 0
        enlarged = self._target(self._tall) - self._look.px(self._tall)
        return self._look.px(10 + (self._tall - TARGET) / 2) + enlarged // 4

    # Qt calls this

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None or self._words is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, self._look)
        put = self._words
        put.paint(painter, (self.width() - put.width) / 2, (self.height() - put.height) / 2)
        if self.ring:
            paint_ring(painter, QRectF(self.rect()), self._look, self._tall / 2)
        painter.end()

    def _paint_ground(self, painter: QPainter, look: TextLook) -> None:
        colours = look.theme.colours
        inset = look.px(3) + 0.5
        pill = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        radius = min(pill.height() / 2, self._target(self._tall) / 2)
        if self.isChecked():
            painter.setPen(QPen(QColor(colours.accent), 1))
            painter.setBrush(QColor(colours.accent))
        elif self._bordered or self.underMouse():
            painter.setPen(QPen(QColor(colours.accent if self.underMouse() else colours.edge), 1))
            painter.setBrush(QColor(colours.card))
        else:
            return
        painter.drawRoundedRect(pill, radius, radius)


class ChipGroup(QWidget):
    """Chips of which one is chosen; `joined` chips share one frame."""

    picked = Signal(str)

    def __init__(self, name: str, parent: QWidget, *, joined: bool) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._joined = joined
        self._look: TextLook | None = None
        self._chips: list[ChipButton] = []
        self._tall = TARGET
        self._used = 0
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._tell)

    def show_choices(self, title: str, choices: Sequence[ChoiceShown], look: TextLook) -> None:
        """Shows a title, which is read out, and choices, of which one is chosen."""
        self._look, self._used = look, len(choices)
        self.setAccessibleName(title)
        while len(self._chips) < self._used:
            chip = ChipButton(self, bordered=not self._joined, tall=self._tall)
            chip.setAutoExclusive(True)  # the group makes them exclude each other; this makes their role a radio button
            self._group.addButton(chip)
            if self._chips:
                QWidget.setTabOrder(self._chips[-1], chip)
            self._chips.append(chip)
        pairs = list(zip(self._chips, choices, strict=False))
        for chip, choice in sorted(
            pairs, key=lambda pair: not pair[1].chosen
        ):  # a group keeps one checked: it is first
            chip.show_choice(choice, look)
        for index, chip in enumerate(self._chips):
            chip.setVisible(index < self._used)
        if self._joined:
            self.update()

    def enlarge(self, tall: int) -> None:
        """Sets the height of its chips in pixels of the design."""
        self._tall = tall
        for chip in self._chips:
            chip.enlarge(tall)

    def natural(self) -> int:
        """The width in pixels that all chips take in one line."""
        chips = self._chips[: self._used]
        return sum(chip.natural() for chip in chips) + self._gap() * max(0, self._used - 1)

    def fit(self, width: int) -> int:
        return place(self._chips[: self._used], (0, 0, width), self._gap()) if self._look else 0

    def _tell(self, chip: ChipButton) -> None:
        self.picked.emit(chip.key)

    def _gap(self) -> int:
        return 0 if self._joined or self._look is None else self._look.px(2)

    # Qt calls this

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._joined or self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._look.theme.colours.edge), 1))
        painter.setBrush(QColor(self._look.theme.colours.card))
        radius = self._look.theme.target(TARGET) / 2 - 1
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), radius, radius)
        painter.end()

"""Text, chips and choices of the panel's head, and how they are put in lines."""

from collections.abc import Sequence
from math import ceil
from typing import Final, Protocol

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from exhibit.theme import Face
from exhibit.ui.metrics.face import RING
from exhibit.ui.metrics.look import Look, Run, Words
from exhibit.ui.metrics.paint import paint_ring
from exhibit.ui.metrics.placing import flow
from exhibit.ui.metrics.shown import ChoiceShown
from exhibit.ui.metrics.tile import PaintedButton

_TARGET: Final = 32
_UNBOUND: Final = 1 << 20


class Fits(Protocol):
    """What `place` can place."""

    def natural(self) -> int:
        """The width it would like."""
        ...

    def fit(self, width: int) -> int:
        """Takes a width; the height it needs."""
        ...

    def setGeometry(self, x: int, y: int, w: int, h: int, /) -> None: ...


class Caption(QLabel):
    """A text of one font and colour."""

    def __init__(self, face: Face, size: float, colour: str, parent: QWidget, *, bold: bool = False) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._face: Face = face
        self._size = size
        self._bold = bold
        self._colour = colour
        self._look: Look | None = None
        self._words: Words | None = None

    def show_text(self, text: str, look: Look) -> None:
        if (text, look) != (self.text(), self._look):
            self._look, self._words = look, None
            self.setText(text)
            self.update()

    def natural(self) -> int:
        self.fit(_UNBOUND)
        return ceil(self._words.width + self._words.x) if self._words else 0

    def fit(self, width: int) -> int:
        if self._look is None or not self.text():
            return 0
        if self._words is None or not _fits(self._words, width - self._words.x):
            look, inset = self._look, self._look.px(RING)
            colour: str = getattr(look.theme.colours, self._colour)
            style = look.style(self._face, self._size, bold=self._bold)
            self._words = look.words([Run(self.text(), style)], (inset, 0), width - inset, colour)
        return ceil(self._words.height)

    # Qt calls this

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._words:
            painter = QPainter(self)
            self._words.paint(painter)
            painter.end()


class Chip(PaintedButton):
    """One of several that exclude each other."""

    picked = Signal(str)

    def __init__(self, parent: QWidget, *, bordered: bool) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self._bordered = bordered
        self._choice: ChoiceShown | None = None
        self._look: Look | None = None
        self._words: Words | None = None
        self.clicked.connect(self._tell)

    def show_choice(self, choice: ChoiceShown, look: Look) -> None:
        if (choice, look) == (self._choice, self._look):
            return
        self._choice, self._look, self._words = choice, look, None
        self.setText(choice.label)
        self.setAccessibleName(f"{choice.label} {choice.count}".strip())
        self.setChecked(choice.chosen)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if choice.chosen else Qt.FocusPolicy.ClickFocus)
        self.update()

    def natural(self) -> int:
        self.fit(_UNBOUND)
        return ceil(self._words.width) + 2 * self._padding() if self._words else 0

    def fit(self, width: int) -> int:
        if self._look is None or self._choice is None:
            return 0
        room = width - 2 * self._padding()
        if self._words is None or not _fits(self._words, room):
            self._words = self._look.words(self._runs(self._choice, self._look), (0, 0), room, self._ink())
        return max(self._look.px(_TARGET), ceil(self._words.height) + self._look.px(8))

    def _runs(self, choice: ChoiceShown, look: Look) -> list[Run]:
        runs = [Run(choice.label, look.style("sans", 14, bold=choice.chosen))]
        if choice.count:
            colours = look.theme.colours
            colour = colours.on_accent if choice.chosen else colours.soft
            runs.append(Run(f" {choice.count}", look.style("sans", 13, colour=colour)))
        return runs

    def _ink(self) -> str:
        assert self._look is not None
        colours = self._look.theme.colours
        return colours.on_accent if self.isChecked() else colours.ink

    def _padding(self) -> int:
        return self._look.px(10) if self._look else 0

    def _tell(self) -> None:
        if self._choice:
            self.picked.emit(self._choice.key)

    # Qt calls these

    def sizeHint(self) -> QSize:
        width = self.natural()
        return QSize(width, self.fit(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None or self._words is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, self._look)
        put = self._words
        put.paint(painter, (self.width() - put.width) / 2, (self.height() - put.height) / 2)
        if self.ring:
            paint_ring(painter, QRectF(self.rect()), self._look, _TARGET / 2)
        painter.end()

    def _paint_ground(self, painter: QPainter, look: Look) -> None:
        colours = look.theme.colours
        inset = look.px(3) + 0.5
        pill = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        radius = min(pill.height() / 2, look.px(_TARGET) / 2)
        if self.isChecked():
            painter.setPen(QPen(QColor(colours.accent), 1))
            painter.setBrush(QColor(colours.accent))
        elif self._bordered or self.underMouse():
            painter.setPen(QPen(QColor(colours.accent if self.underMouse() else colours.edge), 1))
            painter.setBrush(QColor(colours.card))
        else:
            return
        painter.drawRoundedRect(pill, radius, radius)


class Choice(QWidget):
    """Chips of which one is chosen; `joined` puts them in one frame."""

    picked = Signal(str)

    def __init__(self, name: str, parent: QWidget, *, joined: bool) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._joined = joined
        self._look: Look | None = None
        self._chips: list[Chip] = []
        self._used = 0

    def show_choices(self, title: str, choices: Sequence[ChoiceShown], look: Look) -> None:
        self._look, self._used = look, len(choices)
        self.setAccessibleName(title)
        while len(self._chips) < self._used:
            chip = Chip(self, bordered=not self._joined)
            chip.setAutoExclusive(True)
            chip.picked.connect(self.picked)
            if self._chips:
                QWidget.setTabOrder(self._chips[-1], chip)
            self._chips.append(chip)
        for chip, choice in zip(self._chips, choices, strict=False):
            chip.show_choice(choice, look)
        for index, chip in enumerate(self._chips):
            chip.setVisible(index < self._used)
        self.update()

    def natural(self) -> int:
        chips = self._chips[: self._used]
        return sum(chip.natural() for chip in chips) + self._gap() * max(0, self._used - 1)

    def fit(self, width: int) -> int:
        return place(self._chips[: self._used], (0, 0, width), self._gap()) if self._look else 0

    def _gap(self) -> int:
        return 0 if self._joined or self._look is None else self._look.px(2)

    # Qt calls this

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._joined or self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._look.theme.colours.edge), 1))
        painter.setBrush(QColor(self._look.theme.colours.card))
        radius = self._look.px(_TARGET) / 2 - 1
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), radius, radius)
        painter.end()


def _fits(words: Words, width: float) -> bool:
    """Whether a layout serves for another width: it has one line, and room for it."""
    return words.layout.lineCount() == 1 and words.width <= width


def place(held: Sequence[Fits], where: tuple[int, int, int], gap: int, *, spread: bool = False) -> int:
    """Places what is held in lines at `where` (left, top, width), as many as it takes; the height they take."""
    left, top, width = where
    sizes = []
    for one in held:
        wide = min(one.natural(), width)
        sizes.append((wide, one.fit(wide)))
    boxes = flow(sizes, width, gap, spread=spread)
    for one, box in zip(held, boxes, strict=True):
        one.setGeometry(left + box.x, top + box.y, box.width, box.height)
    return max((box.y + box.height for box in boxes), default=0)

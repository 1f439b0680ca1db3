"""Text, chips and choices of the panel's head, and how they are put in lines."""

from collections.abc import Sequence
from typing import Final, Protocol

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from exhibit.theme import Face
from exhibit.ui.metrics.look import Look, Run, Words, words
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
        self._look = look
        self.setText(text)
        self.fit(max(1, self.width()))

    def natural(self) -> int:
        self.fit(_UNBOUND)
        return int(self._words.width) + 1 if self._words else 0

    def fit(self, width: int) -> int:
        if self._look is None:
            return 0
        font = self._look.font(self._face, self._size, bold=self._bold)
        colour: str = getattr(self._look.theme.colours, self._colour)
        self._words = words([Run(self.text(), font)], 0, 0, width, colour)
        self.update()
        return int(self._words.height) + 1

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
        self._key = ""
        self._count = ""
        self._bordered = bordered
        self._look: Look | None = None
        self._words: Words | None = None
        self.clicked.connect(self._tell)

    def show_choice(self, choice: ChoiceShown, look: Look) -> None:
        self._key, self._count, self._look = choice.key, choice.count, look
        self.setText(choice.label)
        self.setAccessibleName(f"{choice.label} {choice.count}".strip())
        self.setChecked(choice.chosen)
        self.update()

    def natural(self) -> int:
        self.fit(_UNBOUND)
        return int(self._words.width) + 1 + 2 * self._padding() if self._words else 0

    def fit(self, width: int) -> int:
        if self._look is None:
            return 0
        look, colours = self._look, self._look.theme.colours
        on = self.isChecked()
        runs = [Run(self.text(), look.font("sans", 14, bold=on))]
        if self._count:
            soft = colours.on_accent if on else colours.soft
            runs.append(Run(f" {self._count}", look.font("sans", 13), soft))
        put = words(runs, 0, 0, width - 2 * self._padding(), colours.on_accent if on else colours.ink)
        self._words = put
        return max(look.px(_TARGET), int(put.height) + look.px(8))

    def _padding(self) -> int:
        return self._look.px(12) if self._look else 0

    def _tell(self) -> None:
        self.picked.emit(self._key)

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

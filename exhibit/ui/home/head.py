"""The title, the promise and the buttons of home."""

from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from exhibit.ui.home.card import RING_OUT
from exhibit.ui.home.layout import TITLE_PITCH
from exhibit.ui.home.shown import HomeButtonShown, PromiseShown
from exhibit.ui.qt_override import qt_override
from exhibit.ui.widgets.button import PaintedButton
from exhibit.ui.widgets.paint import paint_ring
from exhibit.ui.widgets.text_label import UNBOUND
from exhibit.ui.widgets.text_look import TextLines, TextLook, TextRun

_PROMISE_SIZES: Final = (31.0, 28.0, 25.0, 22.0, 20.0)
"""Design pixels of the letters of the promise; the first that has room in one line."""
_MAIN_BUTTON: Final = (64.0, 21.0)
_OTHER_BUTTON: Final = (48.0, 17.0)
"""Design pixels of the height of a button and of its letters."""
_NOTE_SIZE: Final = 15.0


class HomeTitle(QWidget):
    """The title, letter by letter from top to bottom, the first column at the right; or level."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._lines: tuple[str, ...] = ()
        self._size = 0.0
        self._upright = False
        self._look: TextLook | None = None

    def show_title(self, lines: tuple[str, ...], look: TextLook, size: float, *, upright: bool) -> None:
        """Shows a title in letters of so many pixels."""
        self._lines, self._look, self._size, self._upright = lines, look, size, upright
        self.setAccessibleName("".join(lines))
        self.update()

    def fit(self, width: int) -> int:
        """The height of a level title in a width, in pixels."""
        return round(self._level(width).height) if self._look else 0

    def _level(self, width: int) -> TextLines:
        assert self._look is not None
        style = self._look.exact_style("serif", max(1, round(self._size)), bold=True)
        text = "，".join(self._lines)
        return self._look.words([TextRun(text, style)], (0, 0), width, self._look.theme.colours.ink)

    # Qt calls this

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        painter = QPainter(self)
        if self._upright:
            self._paint_upright(painter, self._look)
        else:
            self._level(self.width()).paint(painter)
        painter.end()

    def _paint_upright(self, painter: QPainter, look: TextLook) -> None:
        font = look.exact_style("serif", max(1, round(self._size)), bold=True).font
        painter.setFont(font)
        painter.setPen(QColor(look.theme.colours.ink))
        metrics, pitch = QFontMetricsF(font), self._size * TITLE_PITCH
        for column, line in enumerate(self._lines):
            middle = self.width() - pitch * (column + 0.5)
            for row, letter in enumerate(line):
                baseline = pitch * row + (pitch + metrics.ascent() - metrics.descent()) / 2
                painter.drawText(QPointF(middle - metrics.horizontalAdvance(letter) / 2, baseline), letter)


class PromiseLine(QWidget):
    """What a visitor can do, in the two signs of the reader, and below it how much there is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._promise: PromiseShown | None = None
        self._facts = ""
        self._look: TextLook | None = None
        self._centred = False
        self._words: list[TextLines] = []

    def show_promise(self, promise: PromiseShown, facts: str, look: TextLook, *, centred: bool) -> None:
        """Shows a promise, and the facts if there are any; `fit` must follow."""
        self._promise, self._facts, self._look, self._centred = promise, facts, look, centred
        self.setAccessibleName("".join(promise) + (f"，{facts}" if facts else ""))
        self.update()

    def fit(self, width: int) -> int:
        """Lays itself out in a width; the height it needs. Both are pixels."""
        look, promise = self._look, self._promise
        if look is None or promise is None:
            return 0
        colours = look.theme.colours
        made = []
        for size in _PROMISE_SIZES:
            style = look.style("serif", size, bold=True)
            made.append(look.words([TextRun("".join(promise), style)], (0, 0), width, colours.ink))
        line = next((lines for lines in made if lines.layout.lineCount() == 1), made[-1])
        line = line.at(max(0.0, (width - line.width) / 2) if self._centred else 0.0, look.px(4))
        self._words = [line]
        bottom = line.y + line.height
        if self._facts:
            facts = look.words([TextRun(self._facts, look.style("sans", 16))], (0, 0), width, colours.soft)
            self._words.append(facts.at(0, bottom + look.px(4)))
            bottom += look.px(4) + facts.height
        return round(bottom) + look.px(4)  # the line under the first word may be the last thing

    # Qt calls this

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, promise = self._look, self._promise
        if look is None or promise is None or not self._words:
            return
        painter, colours, line = QPainter(self), look.theme.colours, self._words[0]
        start = len("".join(promise[:3]))
        for box in _boxes(line, start, start + len(promise.sentence)):
            painter.fillRect(box.adjusted(-look.px(3), 0, look.px(3), 0), QColor(colours.lit))
        start = len(promise.before)
        for box in _boxes(line, start, start + len(promise.number)):
            painter.fillRect(QRectF(box.left(), box.bottom(), box.width(), look.px(3)), QColor(colours.gold))
        for words in self._words:
            words.paint(painter)
        painter.end()


def _boxes(lines: TextLines, start: int, end: int) -> list[QRectF]:
    """What a range of a text covers, line by line; positions are UTF-16 units."""
    found = []
    for number in range(lines.layout.lineCount()):
        line = lines.layout.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first < last:
            left, right = (float(line.cursorToX(at)[0]) for at in (first, last))  # type: ignore[index]
            found.append(QRectF(lines.x + left, lines.y + line.y(), right - left, line.height()))
    return found


class HomeButton(PaintedButton):
    """A pill with a label and a note; the main one is filled and shows the sign of starting."""

    def __init__(self, name: str, parent: QWidget, *, main: bool) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._main = main
        self._tall, self._size = _MAIN_BUTTON if main else _OTHER_BUTTON
        self._noted = True
        self._shown: HomeButtonShown | None = None
        self._look: TextLook | None = None
        self._words: TextLines | None = None

    def show_button(self, shown: HomeButtonShown, look: TextLook, *, room: int) -> int:
        """Says what it does, without its note where it has no room in a width; the width it would like."""
        self._shown, self._look, self._noted = shown, look, True
        self._noted = self.natural() <= room
        self.set_plain_text(shown.label)
        self.setAccessibleName(f"{shown.label}，{shown.note}")
        self.update()
        return self.natural()

    def natural(self) -> int:
        """The width it would like."""
        return self._around() + ceil(self._laid(UNBOUND).width)

    def fit(self, width: int) -> int:
        """Takes a width; the height it needs."""
        assert self._look is not None
        self._words = self._laid(width - self._around())
        high = max(self._look.px(self._tall), round(self._words.height) + self._look.px(12))
        return max(high, self._look.theme.target(0)) + 2 * self._margin()

    def _margin(self) -> int:
        return self._look.px(6) if self._look else 0

    def _around(self) -> int:
        """The width beside the words."""
        return self._look.px(88 if self._main else 60) + 2 * self._margin() if self._look else 0

    def _laid(self, width: int) -> TextLines:
        assert self._look is not None
        assert self._shown is not None
        look, colours = self._look, self._look.theme.colours
        colour = colours.on_accent if self._main else colours.ink
        bold = look.style("sans", self._size, bold=True)
        runs = [TextRun(self._shown.label, bold)]
        if self._noted:
            runs += [TextRun("  ", bold), TextRun(self._shown.note, look.style("sans", _NOTE_SIZE))]
        return look.words(runs, (0, 0), width, colour)

    # Qt calls this

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None or self._words is None:
            return
        painter, look, colours = QPainter(self), self._look, self._look.theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        margin = self._margin()
        box = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        ground = QColor(colours.accent if self._main else colours.card)
        painter.setBrush(ground.darker(108) if self.isDown() else ground)
        edge = colours.accent if self._main or self.underMouse() else colours.edge
        painter.setPen(QPen(QColor(edge), look.px(1.5)))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        left = box.left() + look.px(58 if self._main else 30)
        if self._main:
            self._paint_start(painter, box, look)
        self._words.paint(painter, left, box.center().y() - self._words.height / 2)
        if self.ring:
            out = look.px(RING_OUT)
            corner = box.height() / 2 / look.theme.scale + RING_OUT
            paint_ring(painter, box.adjusted(-out, -out, out, out), look, corner)
        painter.end()

    def _paint_start(self, painter: QPainter, box: QRectF, look: TextLook) -> None:
        size, x, y = look.px(9), box.left() + look.px(30), box.center().y()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.theme.colours.on_accent))
        painter.drawPolygon((QPointF(x, y - size), QPointF(x + size * 1.6, y), QPointF(x, y + size)))

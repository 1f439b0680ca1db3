"""The drawing of a system, every part of it a button for finger, mouse, key and screen reader."""

from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from exhibit.drawing.scene import DrawingScene, draw
from exhibit.ui.systems.neighbours import PartRect, step
from exhibit.ui.systems.paint import MARK, QtLetterWidths, paint_mark, paint_scene
from exhibit.ui.systems.part_button import PartButton
from exhibit.ui.systems.shown import SystemsShown
from exhibit.ui.widgets.button import ways
from exhibit.ui.widgets.layout import FocusDirection
from exhibit.ui.widgets.text_look import TextLook

_AROUND: Final = 8
"""Design pixels around a part that change when it is pointed at or focused."""


class DiagramView(QWidget):
    """Paints the scene of a system and says what was done to its parts."""

    picked = Signal(str)
    reached = Signal(QRect)
    """The keyboard went to a part that stands there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("drawing")
        self._shown: SystemsShown | None = None
        self._look: TextLook | None = None
        self._scene: DrawingScene | None = None
        self._drawn: tuple[object, ...] = ()
        self._letters: QtLetterWidths | None = None
        self._buttons: list[PartButton] = []
        self._current = 0
        self._spot = 0
        """Of the boxes of that part, the one the keyboard came to."""
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._group.buttonClicked.connect(self._pick)
        self._add_button()  # the first has the drawing's place in the order of Tab; the others follow it

    def show_system(self, shown: SystemsShown, look: TextLook) -> None:
        """Another system, part or look; `fit` must follow."""
        before, self._shown = self._shown, shown
        if self._look is None or self._look.script != look.script:
            self._letters = QtLetterWidths(look.script)
        self._look = look
        self.setAccessibleName(shown.name)
        self._fill(shown)
        if before is None or (before.system, before.chosen) != (shown.system, shown.chosen):
            self._stand(self._entrance())
        self.update()

    def fit(self, width: int, height: int) -> int:
        """Draws for a box; the height it takes, which may be more than that of the box."""
        shown, look, letters = self._shown, self._look, self._letters
        if shown is None or shown.system is None or look is None or letters is None:
            self._drawn, self._scene = (), None
            return 0
        wanted = (shown.system, look, width, height, shown.values)
        if wanted != self._drawn:
            self._drawn = wanted
            self._scene = draw(shown.system, look.script, width, height, letters, look.theme.scale, shown.values)
            self._place(self._scene)
            self.update()
        return ceil(self._scene.height) if self._scene else 0

    def box_of(self, part: str | None) -> QRect | None:
        """Where a part stands."""
        return next((button.geometry() for button in self._used if button.part == part), None)

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """The keyboard goes to the part it was at last."""
        if self._used:
            self._buttons[self._current].setFocus(reason)

    @property
    def _used(self) -> list[PartButton]:
        return self._buttons[: len(self._shown.parts)] if self._shown else []

    def _fill(self, shown: SystemsShown) -> None:
        """A button a part, in the order of reading."""
        while len(self._buttons) < len(shown.parts):
            self._add_button()
        for button, part in zip(self._buttons, shown.parts, strict=False):
            button.show_part(part)
        for index, button in enumerate(self._buttons):
            button.setVisible(index < len(shown.parts))

    def _add_button(self) -> None:
        button = PartButton(self)
        button.altered.connect(self._repaint)
        button.left.connect(self._go_to_entrance)
        self._group.addButton(button)
        if self._buttons:
            QWidget.setTabOrder(self._buttons[-1], button)
        self._buttons.append(button)

    def _place(self, scene: DrawingScene) -> None:
        boxes = {target.part: target.boxes for target in scene.targets}
        for button in self._used:
            button.stand_on([_whole(box) for box in boxes.get(button.part, ())])

    def _entrance(self) -> int:
        """Where Tab enters: at the chosen part, else at the first."""
        chosen = self._shown.chosen if self._shown else None
        return next((index for index, button in enumerate(self._used) if button.part == chosen), 0)

    def _go_to_entrance(self) -> None:
        self._stand(self._entrance())

    def _stand(self, index: int) -> None:
        """Makes a part the one that Tab enters."""
        self._current, self._spot = index, 0
        for number, button in enumerate(self._buttons):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if number == index else Qt.FocusPolicy.ClickFocus)

    def _pick(self, button: PartButton) -> None:
        self._stand(self._buttons.index(button))
        self.picked.emit(button.part)

    def _step(self, way: FocusDirection) -> None:
        """From the box the keyboard stands on to the nearest that way."""
        boxes = [_boxes(button) for button in self._used]
        box = self._spot if self._spot < len(boxes[self._current]) else 0
        index, spot = step(boxes, (self._current, box), way)
        self._stand(index)
        self._spot = spot
        self._buttons[index].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.reached.emit(self._buttons[index].boxes[spot])

    def _repaint(self, box: QRect) -> None:
        around = self._look.px(_AROUND) if self._look else 0
        self.update(box.adjusted(-around, -around, around, around))

    def _paint_marks(self, painter: QPainter, shown: SystemsShown, look: TextLook) -> None:
        """A dot in the corner of each part of the topic in view."""
        inset = look.px(MARK) * 0.2
        for button in self._used:
            if button.part in shown.on_topic and button.boxes:
                paint_mark(painter, QRectF(button.boxes[0]).topRight() + QPointF(-inset, inset), look)

    # Qt calls these

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = next((index for index, button in enumerate(self._used) if button.hasFocus()), None)
        if focused is not None and (way := ways().get(event.key())):
            if focused != self._current:
                self._stand(focused)
            self._step(way)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        shown, look, scene = self._shown, self._look, self._scene
        if shown is None or look is None or scene is None:
            return
        focused = next((button.part for button in self._used if button.ring), None)
        hovered = next((button.part for button in self._used if button.hovered), None)
        painter = QPainter(self)
        paint_scene(painter, scene, look.theme, look.script, shown.chosen, focused, hovered)
        self._paint_marks(painter, shown, look)
        painter.end()


def _whole(box: PartRect) -> QRect:
    """A rectangle in whole pixels that covers it."""
    return QRectF(*box).toAlignedRect()


def _boxes(button: PartButton) -> list[PartRect]:
    return [(box.x(), box.y(), box.width(), box.height()) for box in button.boxes]

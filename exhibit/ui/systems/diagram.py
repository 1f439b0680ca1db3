"""The drawing of a system. Each part is a button for finger, mouse, keyboard and screen reader."""

from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from exhibit.drawing.scene import DrawingScene, draw
from exhibit.ui.qt_override import qt_override
from exhibit.ui.systems.neighbours import PartRect, neighbour_spot
from exhibit.ui.systems.paint import MARK_SIZE, QtLetterWidths, ScenePaint, paint_scene, paint_topic_mark
from exhibit.ui.systems.part_button import PartButton
from exhibit.ui.systems.shown import SystemsShown
from exhibit.ui.widgets.button import ways
from exhibit.ui.widgets.layout import FocusDirection
from exhibit.ui.widgets.text_look import TextLook

_AROUND_PART: Final = 8
"""Design pixels around a part that change when it is hovered or focused."""
_MARK_INSET: Final = 0.2
"""How far a mark's centre is inside a part's corner, in the size of the mark."""


class DiagramView(QWidget):
    """Paints the scene of a system; `picked` carries the id of the part that was pressed."""

    picked = Signal(str)
    reached = Signal(QRect)
    """An arrow key moved the focus to a box of the drawing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("drawing")
        self._shown: SystemsShown | None = None
        self._look: TextLook | None = None
        self._scene: DrawingScene | None = None
        self._drawn_for: tuple[object, ...] = ()
        self._letters: QtLetterWidths | None = None
        self._buttons: list[PartButton] = []
        self._current = 0
        """The number of the part that Tab enters."""
        self._current_box = 0
        """The number of the box of that part which an arrow key led to."""
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._group.buttonClicked.connect(self._pick)
        self._add_button()  # the others follow it in the order of Tab

    def show_system(self, shown: SystemsShown, look: TextLook) -> None:
        """Shows a system in a look; `fit` must follow."""
        before, self._shown = self._shown, shown
        if self._look is None or self._look.script != look.script:
            self._letters = QtLetterWidths(look.script)
        self._look = look
        self.setAccessibleName(shown.name)
        self._fill(shown)
        if before is None or (before.system, before.chosen) != (shown.system, shown.chosen):
            self._enter_at(self._entrance())
        self.update()

    def fit(self, width: int, height: int) -> int:
        """Draws the system for a box in pixels; returns the height, which may exceed the box's."""
        shown, look, letters = self._shown, self._look, self._letters
        if shown is None or shown.system is None or look is None or letters is None:
            self._drawn_for, self._scene = (), None
            return 0
        wanted = (shown.system, look, width, height, shown.values)
        if wanted != self._drawn_for:
            self._drawn_for = wanted
            self._scene = draw(
                shown.system, look.script, (width, height), letters=letters, theme=look.theme, values=shown.values
            )
            self._place(self._scene)
            self.update()
        return ceil(self._scene.height) if self._scene else 0

    def box_of(self, part: str | None) -> QRect | None:
        """The bounding box of a part in pixels, None if it is not drawn."""
        return next((button.geometry() for button in self._used if button.part == part), None)

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Focuses the part that Tab enters."""
        if self._used:
            self._buttons[self._current].setFocus(reason)

    @property
    def _used(self) -> list[PartButton]:
        return self._buttons[: len(self._shown.parts)] if self._shown else []

    def _fill(self, shown: SystemsShown) -> None:
        """Gives each part a button, in the order of reading."""
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
            button.stand_on([_whole_pixels(box) for box in boxes.get(button.part, ())])

    def _entrance(self) -> int:
        """The part that Tab enters: the chosen one, else the first."""
        chosen = self._shown.chosen if self._shown else None
        return next((index for index, button in enumerate(self._used) if button.part == chosen), 0)

    def _go_to_entrance(self) -> None:
        self._enter_at(self._entrance())

    def _enter_at(self, index: int) -> None:
        """Lets Tab enter at a part."""
        self._current, self._current_box = index, 0
        for number, button in enumerate(self._buttons):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if number == index else Qt.FocusPolicy.ClickFocus)

    def _pick(self, button: PartButton) -> None:
        self._enter_at(self._buttons.index(button))
        self.picked.emit(button.part)

    def _step(self, direction: FocusDirection) -> None:
        """Moves the focus to the nearest part in a direction."""
        boxes = [_boxes(button) for button in self._used]
        box = self._current_box if self._current_box < len(boxes[self._current]) else 0
        index, box = neighbour_spot(boxes, (self._current, box), direction)
        self._enter_at(index)
        self._current_box = box
        self._buttons[index].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.reached.emit(self._buttons[index].boxes[box])

    def _repaint(self, box: QRect) -> None:
        around = self._look.px(_AROUND_PART) if self._look else 0
        self.update(box.adjusted(-around, -around, around, around))

    def _paint_marks(self, painter: QPainter, shown: SystemsShown, look: TextLook) -> None:
        """Paints a dot in the corner of each part of the topic in view."""
        inset = look.px(MARK_SIZE) * _MARK_INSET
        for button in self._used:
            if button.part in shown.on_topic and button.boxes:
                paint_topic_mark(painter, QRectF(button.boxes[0]).topRight() + QPointF(-inset, inset), look)

    # Qt calls these

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = next((index for index, button in enumerate(self._used) if button.hasFocus()), None)
        if focused is not None and (direction := ways().get(event.key())):
            if focused != self._current:
                self._enter_at(focused)
            self._step(direction)
        else:
            super().keyPressEvent(event)

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        shown, look, scene = self._shown, self._look, self._scene
        if shown is None or look is None or scene is None:
            return
        focused = next((button.part for button in self._used if button.ring), None)
        hovered = next((button.part for button in self._used if button.hovered), None)
        painter = QPainter(self)
        paint_scene(
            painter, scene, ScenePaint(look.theme, look.script, chosen=shown.chosen, focused=focused, hovered=hovered)
        )
        self._paint_marks(painter, shown, look)
        painter.end()


def _whole_pixels(box: PartRect) -> QRect:
    """The smallest rectangle of whole pixels that covers a box."""
    return QRectF(*box).toAlignedRect()


def _boxes(button: PartButton) -> list[PartRect]:
    return [(box.x(), box.y(), box.width(), box.height()) for box in button.boxes]

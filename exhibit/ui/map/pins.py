"""The buttons under the pins: they take pointer and keys, the map paints the pins."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from exhibit.model.region import MapPoint
from exhibit.ui.labels import set_plain_tool_tip
from exhibit.ui.map.geometry import PinDirection, nearest_in_direction, square_around
from exhibit.ui.map.layout import MapLayout
from exhibit.ui.map.shown import MapPlaceShown
from exhibit.ui.map.symbols import PinLook
from exhibit.ui.qt_override import qt_override

RETURNING: Final = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""Reasons for which the focus comes back; the focus ring stays as it was."""
_PRESS_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)


class PinButton(QAbstractButton):
    """A place that can be chosen; all keys but those that press it are the map's."""

    chosen = Signal(str)
    hovered = Signal(str, bool)
    """Whether the pointer is over it."""
    focused = Signal(str, bool)
    """Whether the focus ring is to be seen."""
    unfocused = Signal(str)

    def __init__(self, region: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._region = region
        self._ring = False
        self.setObjectName(f"pin-{region}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.clicked.connect(self._choose)

    def display(self, place: MapPlaceShown) -> None:
        """Takes the names of a place."""
        self.setAccessibleName(place.spoken)
        self.setAccessibleDescription(place.note)
        set_plain_tool_tip(self, "\n".join(part for part in (place.spoken, place.note) if part))

    def set_tab_stop(self, stop: bool) -> None:
        """Sets whether Tab leads here."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)

    def _choose(self) -> None:
        self.chosen.emit(self._region)

    # Qt calls these

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        pass

    @qt_override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.hovered.emit(self._region, True)

    @qt_override
    def leaveEvent(self, event: QEvent) -> None:
        self.hovered.emit(self._region, False)

    @qt_override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in RETURNING:
            self._ring = event.reason() != Qt.FocusReason.MouseFocusReason
        self.focused.emit(self._region, self._ring)

    @qt_override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.unfocused.emit(self._region)

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PRESS_KEYS and not event.isAutoRepeat():
            self.click()
        else:
            event.ignore()

    @qt_override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()


class MapPins(QObject):
    """All pins of a map: which one is under the pointer, which one has the keyboard, and where Tab enters."""

    chosen = Signal(str)
    reached = Signal(str)
    """The keyboard came to a pin."""
    changed = Signal(str)
    """A pin is to be painted again."""

    def __init__(self, regions: Sequence[str], canvas: QWidget) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._chosen: str | None = None
        self._hovered: str | None = None
        self._focused: str | None = None
        self._buttons = {region: self._make(region) for region in regions}

    def _make(self, region: str) -> PinButton:
        button = PinButton(region, self._canvas)
        button.chosen.connect(self.chosen)
        button.hovered.connect(self._hover)
        button.focused.connect(self._focus)
        button.unfocused.connect(self._unfocus)
        return button

    @property
    def focused(self) -> str | None:
        """The region of the pin that has a focus ring."""
        return self._focused

    def display(self, places: Sequence[MapPlaceShown]) -> None:
        """Takes the names of all places; Tab enters at the chosen one."""
        for place in places:
            self._buttons[place.region].display(place)
        self._chosen = next((place.region for place in places if place.chosen), None)
        self._set_tab_stop()

    def arrange(self, layout: MapLayout, side: int) -> None:
        """Puts the buttons under their pins, `side` pixels wide and high."""
        for region, pin in layout.pins.items():
            self._buttons[region].setGeometry(QRectF(*square_around(pin.at, side)).toAlignedRect())

    def look_of(self, place: MapPlaceShown) -> PinLook:
        """How the pin of a place looks now."""
        return PinLook(
            chosen=place.chosen,
            visited=place.visited,
            approximate=place.approximate,
            hovered=place.region == self._hovered,
            focused=place.region == self._focused,
            faded=place.faded,
        )

    def point_at(self, region: str | None) -> None:
        """Shows the pin of a region as under the pointer; None or a region without a pin: no pin."""
        region = region if region in self._buttons else None
        if region == self._hovered:
            return
        before, self._hovered = self._hovered, region
        for changed in (before, region):
            if changed:
                self.changed.emit(changed)

    def step(self, points: Mapping[str, MapPoint], direction: PinDirection) -> None:
        """Moves the keyboard to the next pin in a direction; `points` are the places of the pins."""
        start = next((region for region, button in self._buttons.items() if button.hasFocus()), None)
        if start and (found := nearest_in_direction(points, start, direction)):
            self._buttons[found].setFocus(Qt.FocusReason.OtherFocusReason)

    def _hover(self, region: str, over: bool) -> None:
        if over:
            self.point_at(region)
        elif self._hovered == region:
            self.point_at(None)

    def _focus(self, region: str, ring: bool) -> None:
        self._focused = region if ring else None
        self._set_tab_stop(region)
        if ring:
            self.reached.emit(region)
        self.changed.emit(region)

    def _unfocus(self, region: str) -> None:
        self._focused = None
        self.changed.emit(region)

    def _set_tab_stop(self, region: str | None = None) -> None:
        """Lets Tab reach one pin; arrow keys lead from there to the others."""
        focused = next((name for name, button in self._buttons.items() if button.hasFocus()), None)
        first = next(iter(self._buttons), None)
        stop = region or focused or (self._chosen if self._chosen in self._buttons else first)
        for name, button in self._buttons.items():
            button.set_tab_stop(name == stop)
        if stop:
            self._canvas.setFocusProxy(self._buttons[stop])

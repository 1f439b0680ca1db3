"""Paints the map from kept pictures, a button under each pin; see canvas.py for what the visitor does to it."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from exhibit.model.region import ExhibitMap
from exhibit.theme import Theme
from exhibit.ui.map.base import MapBase
from exhibit.ui.map.box import MapBox, around
from exhibit.ui.map.insets import freest
from exhibit.ui.map.label_painter import LabelKind, LabelPainter, LabelWords
from exhibit.ui.map.layers import MapLayers, MapScene
from exhibit.ui.map.layout import MapLayout, PinRequest, PinSizes, laid_out, moved
from exhibit.ui.map.pin import PinButton
from exhibit.ui.map.shown import MapPlaceShown, MapShown
from exhibit.ui.map.symbols import PinLook, radius, reach
from exhibit.ui.map.viewport import CLOSEST, MapViewport, viewport_on
from exhibit.ui.map.zoombar import ZoomBar

_REST: Final = 120
"""Milliseconds without movement after which the map is drawn sharply."""
_MARGIN: Final = 22
_TARGET: Final = 32
_CROWD: Final = 30
"""Pins closer than this (design pixels, about 1.6 times a pin with its ring) are told apart by an inset."""


class MapSurface(QWidget):
    """A map with its pins, seen through a lens."""

    chosen = Signal(str)

    def __init__(
        self, drawn: ExhibitMap, base: MapBase, shown: MapShown, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._base = base
        self._shown, self._theme = shown, theme
        self._lens = self._rest_lens = viewport_on(1.0, 1.0, drawn.width, drawn.height, 0.0)
        self._layers: MapLayers | None = None
        self._layout = self._rest_layout = MapLayout({}, (), ())
        self._names: dict[str, LabelWords] = {}
        self._faded: frozenset[str] = frozenset()
        self._hovered: str | None = None
        self._focused: str | None = None
        self._pins: dict[str, PinButton] = {}
        self._make_pins()
        self._bar = ZoomBar(self)
        self._resting = QTimer(self)
        self._prepare()

    @property
    def lens(self) -> MapViewport:
        return self._lens

    def display(self, shown: MapShown, theme: Theme) -> None:
        """Shows another state of the same map."""
        looks_new = theme != self._theme or shown.script != self._shown.script
        chosen_moved = _chosen(shown) != _chosen(self._shown)
        renumbered = _numbers(shown) != _numbers(self._shown)
        self._shown, self._theme = shown, theme
        self._name_all()
        if looks_new:
            self._layers = None
            self._fit()
        elif renumbered:
            self.rest()
        else:
            self._name_labels()
            self.update()
        if chosen_moved:
            self.reveal(_chosen(shown))

    def look_through(self, lens: MapViewport) -> bool:
        """Moves the view at once; it is drawn sharply when the movement rests."""
        if lens == self._lens:
            return False
        self._lens = lens
        self._layout = moved(self._rest_layout, self._rest_lens, lens)
        self._put_buttons()
        self._resting.start(_REST)
        self.update()
        return True

    def reveal(self, region: str | None) -> None:
        """Moves the view as far as needed to have a region's pin in it."""
        for place in self._shown.pins:
            if place.region == region and place.point:
                self.look_through(self._lens.revealing(place.point, self._theme.px(_MARGIN)))

    def rest(self) -> None:
        """Draws the view sharply, insets and labels newly placed."""
        self._resting.stop()
        self._lay_out()

    def _prepare(self) -> None:
        self.setObjectName("map-canvas")
        self._resting.setSingleShot(True)
        self._resting.timeout.connect(self.rest)
        self._name_all()

    def _make_pins(self) -> None:
        for place in self._shown.pins:
            pin = PinButton(place.region, self)
            pin.chosen.connect(self.chosen)
            pin.hovered.connect(self._hover)
            pin.focused.connect(self._focus)
            pin.left.connect(self._unfocus)
            self._pins[place.region] = pin

    def _name_all(self) -> None:
        labels = self._shown.labels
        self.setAccessibleName(labels.map)
        self.setAccessibleDescription(labels.keys)
        self._bar.display(labels, self._theme)
        for place in self._shown.pins:
            self._pins[place.region].display(place)
        faded = frozenset(place.region for place in self._shown.places if place.faded)
        self._faded = self._faded if faded == self._faded else faded
        self._set_tab_stop()

    def _fit(self) -> None:
        """The same part of the map in the size the widget has now."""
        self._lens = self._lens.resized(self.width(), self.height(), self._theme.px(_MARGIN))
        self._put_bar()
        self._lay_out()

    def _lay_out(self) -> None:
        lettering = self._brushes().lettering
        self._name_labels()
        self._layout = self._rest_layout = laid_out(
            [self._pin(place) for place in self._shown.pins],
            [PinRequest(str(i), city.point, self._sizes().dot / 2, *lettering.size(LabelWords(city.name, "city")))
             for i, city in enumerate(self._shown.cities)],
            self._lens, self._sizes(), self._base.land, [_box(self._bar.geometry())], _chosen(self._shown),
        )  # fmt: skip
        self._rest_lens = self._lens
        self._put_buttons()
        self.update()

    def _name_labels(self) -> None:
        lettering, most = self._brushes().lettering, self.width() * 0.8
        self._names = {place.region: _label(place, lettering, most) for place in self._shown.pins}
        self._names |= {str(i): LabelWords(city.name, "city") for i, city in enumerate(self._shown.cities)}

    def _pin(self, place: MapPlaceShown) -> PinRequest:
        """Room for it as if it were chosen: nothing moves when it is."""
        assert place.point
        size = self._brushes().lettering.size(self._names[place.region]._replace(kind="chosen"))
        return PinRequest(place.region, place.point, radius(True, place.approximate, self._theme), *size)

    def _sizes(self) -> PinSizes:
        px = self._theme.px
        return PinSizes(closest=px(_CROWD), gap=px(5), dot=px(6), pad=px(5))

    def _put_buttons(self) -> None:
        side = self._theme.px(_TARGET)
        for region, placed in self._layout.pins.items():
            self._pins[region].setGeometry(_rect(around(placed.at, side)))
        self._bar.allow(self._lens.zoom < CLOSEST, not self._lens.is_whole)

    def _put_bar(self) -> None:
        """Where it covers least, at the whole map: it does not move while one zooms."""
        whole, side = self._lens.whole(), self._theme.px(_TARGET)
        pins = [around(whole.at(place.point), side) for place in self._shown.pins if place.point]
        view = MapBox(0, 0, self.width(), self.height()).grown(-self._theme.px(8))
        land = [whole.at(point) for point in self._base.land]
        width, height, corner = self._bar.width(), self._bar.height(), (0.0, 0.0)
        spot = freest(width, height, view, land, pins, corner, steps=1) or freest(
            width, height, view, land, pins, corner
        )
        self._bar.move(round(spot.x) if spot else 0, round(spot.y) if spot else 0)

    # Hover and focus: only the pin's own rectangle is painted again

    def _hover(self, region: str, over: bool) -> None:
        if over or self._hovered == region:
            self._hovered, before = (region if over else None), self._hovered
            self._touch_up(before)
            self._touch_up(region)

    def _focus(self, region: str, ring: bool) -> None:
        self._focused = region if ring else None
        self._set_tab_stop(region)
        if ring:
            self.reveal(region)
        self._touch_up(region)

    def _unfocus(self, region: str) -> None:
        self._focused = None
        self._touch_up(region)

    def _touch_up(self, region: str | None) -> None:
        if region and (placed := self._layout.pins.get(region)):
            self.update(_rect(around(placed.at, 2 * reach(self._theme))))

    def _set_tab_stop(self, region: str | None = None) -> None:
        """One pin is reached by Tab, the others from there by arrow keys."""
        focused = next((name for name, pin in self._pins.items() if pin.hasFocus()), None)
        chosen = _chosen(self._shown)
        stop = region or focused or (chosen if chosen in self._pins else next(iter(self._pins), None))
        for name, pin in self._pins.items():
            pin.be_tab_stop(name == stop)
        if stop:
            self.setFocusProxy(self._pins[stop])

    # Painting

    def _look(self, place: MapPlaceShown) -> PinLook:
        hovered, focused = place.region == self._hovered, place.region == self._focused
        return PinLook(place.chosen, place.visited, place.approximate, hovered, focused, place.faded)

    def _brushes(self) -> MapLayers:
        """What to paint with, made anew for another look or screen."""
        ratio = self.devicePixelRatioF()
        if self._layers is None or self._layers.ratio != ratio:
            self._layers = MapLayers(self._base, self._theme, self._shown.script, ratio)
        return self._layers

    def _paint_pins(self, painter: QPainter, dirty: MapBox) -> None:
        far = 2 * reach(self._theme)
        for place in self._shown.pins:
            at = self._layout.pins[place.region].at
            if around(at, far).meets(dirty):
                self._brushes().kept.paint_pin(painter, at, self._look(place))

    # Qt calls these

    def paintEvent(self, event: QPaintEvent) -> None:
        layers, scene = self._brushes(), MapScene(self._layout, self._names, _chosen(self._shown), self._faded)
        painter = QPainter(self)
        if self._lens != self._rest_lens:
            layers.paint_moving(painter, self._lens, scene)
            self._paint_pins(painter, _box(self.rect()))
            return
        for rect in event.region():  # type: ignore[attr-defined]  # a QRegion is iterable
            layers.paint_still(painter, rect, self._lens, scene)
            self._paint_pins(painter, _box(rect))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(338), self._theme.px(420))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(140), self._theme.px(140))


def _chosen(shown: MapShown) -> str | None:
    return next((place.region for place in shown.places if place.chosen), None)


def _numbers(shown: MapShown) -> list[str]:
    return [place.number for place in shown.places]


def _label(place: MapPlaceShown, lettering: LabelPainter, most: float) -> LabelWords:
    kind: LabelKind = "chosen" if place.chosen else "faded" if place.faded else "pin"
    return lettering.fitted(LabelWords(place.label, kind, place.number), most)


def _box(rect: QRect) -> MapBox:
    return MapBox(rect.x(), rect.y(), rect.width(), rect.height())


def _rect(box: MapBox) -> QRect:
    return QRectF(*box).toAlignedRect()

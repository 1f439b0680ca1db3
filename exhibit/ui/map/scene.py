"""What is drawn on the map base in a state: where it is and what the labels say."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from exhibit.model.region import MapPoint
from exhibit.theme import Theme
from exhibit.ui.map.geometry import MapBox, square_around
from exhibit.ui.map.insets import InsetSpace, freest_place
from exhibit.ui.map.label_painter import LabelKind, LabelPainter, MapLabelText
from exhibit.ui.map.layout import MapLayout, PinRequest, PinSizes, layout_at_rest
from exhibit.ui.map.shown import MapPlaceShown, MapShown
from exhibit.ui.map.symbols import pin_radius
from exhibit.ui.map.viewport import MapViewport

_PIN_SIDE: Final = 32
"""The side of the button under a pin, in design pixels."""
_MIN_PIN_DISTANCE: Final = 30
"""Closer pins get an inset, in design pixels: about 1.6 times the width of a pin with its ring."""
_MARGIN: Final = 22
"""Between the map and the view's edge, in design pixels."""
_EDGE_GAP: Final = 8
"""Between the zoom bar and the view's edge, in design pixels."""
_MAX_LABEL_SHARE: Final = 0.8
"""The share of the view's width that a label takes at most."""


class MapScene(NamedTuple):
    """What is drawn on the base."""

    layout: MapLayout
    labels: Mapping[str, MapLabelText]
    """The labels of pins, by region, and of cities, by their number."""
    chosen: str | None
    """The chosen region."""
    faded: frozenset[str]
    """Regions with nothing of the chosen topic."""

    def label_at(self, point: MapPoint) -> str | None:
        """The region whose label is at a point of the view."""
        pins = self.layout.pins.items()
        return next((region for region, pin in pins if pin.label and pin.label.box.contains(point)), None)


def pin_side(theme: Theme) -> int:
    """The side of the button under a pin, in pixels."""
    return theme.target(_PIN_SIDE)


def map_margin(theme: Theme) -> int:
    """What is free between the map and the view's edge, in pixels: the button under a pin at the rim has room."""
    return max(theme.px(_MARGIN), pin_side(theme) // 2)


def label_texts(shown: MapShown, painter: LabelPainter, width: float) -> dict[str, MapLabelText]:
    """The labels of pins and cities in a view of that width."""
    max_width = width * _MAX_LABEL_SHARE
    labels = {place.region: painter.elided(_pin_label(place), max_width) for place in shown.pins}
    return labels | {str(number): MapLabelText(city.name, "city") for number, city in enumerate(shown.cities)}


def scene_layout(
    shown: MapShown,
    labels: Mapping[str, MapLabelText],
    painter: LabelPainter,
    viewport: MapViewport,
    theme: Theme,
    *,
    land: Sequence[MapPoint],
    occupied: Sequence[MapBox],
) -> MapLayout:
    """Where all is in a view at rest; `land` in map units is left uncovered if possible, `occupied` (pixels) always."""
    px = theme.px
    sizes = PinSizes(min_distance=theme.target(_MIN_PIN_DISTANCE), gap=px(5), dot=px(6), pad=px(5))
    pins = [_pin_request(place, labels[place.region], painter, theme) for place in shown.pins]
    cities = [
        PinRequest(str(number), city.point, sizes.dot / 2, *painter.size(labels[str(number)]))
        for number, city in enumerate(shown.cities)
    ]
    return layout_at_rest(pins, cities, viewport, sizes, land=land, occupied=occupied, first=shown.chosen)


def corner_place(
    width: int, height: int, shown: MapShown, viewport: MapViewport, land: Sequence[MapPoint], theme: Theme
) -> MapPoint:
    """Where a bar of buttons covers least of the whole map, its corners first; it covers no pin if it can."""
    whole = viewport.whole()
    view = MapBox(0.0, 0.0, viewport.width, viewport.height).grown(-theme.px(_EDGE_GAP))
    pins = [square_around(whole.to_view(place.point), pin_side(theme)) for place in shown.pins if place.point]
    space = InsetSpace(view, 0.0, [whole.to_view(point) for point in land], pins)
    near = (0.0, 0.0)
    place = freest_place(width, height, space, near, steps=1) or freest_place(width, height, space, near)
    return (place.x, place.y) if place else near


def _pin_label(place: MapPlaceShown) -> MapLabelText:
    kind: LabelKind = "chosen" if place.chosen else "faded" if place.faded else "pin"
    return MapLabelText(place.label, kind, place.number)


def _pin_request(place: MapPlaceShown, label: MapLabelText, painter: LabelPainter, theme: Theme) -> PinRequest:
    """A pin with room as if it were chosen, so that nothing moves when it is."""
    assert place.point
    size = painter.size(label._replace(kind="chosen"))
    return PinRequest(place.region, place.point, pin_radius(True, place.approximate, theme), *size)

"""What is drawn on the map base in a state: where it is and what the labels say."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from math import dist, inf
from typing import Final, NamedTuple

from exhibit.model.region import MapPoint
from exhibit.theme import Theme
from exhibit.ui.map.furniture import MapFurniture, place_furniture
from exhibit.ui.map.geometry import MapBox, square_around
from exhibit.ui.map.insets import InsetSpace, freest_place
from exhibit.ui.map.label_painter import LARGE_KINDS, LabelKind, LabelPainter, MapLabelText
from exhibit.ui.map.layout import CardSizes, MapGround, MapLayout, PinRequest, PinSizes, layout_at_rest
from exhibit.ui.map.shown import MapPlaceShown, MapShown, WaterShown
from exhibit.ui.map.symbols import pin_radius
from exhibit.ui.map.viewport import MAX_ZOOM, MapViewport
from exhibit.ui.map.waters import WaterRequest

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
_MAX_CARD_SHARE: Final = 0.22
"""The share of the view's width that the text of a call-out takes at most."""
_LARGE_SIDE: Final = 460
"""Width and height from which a map is the main thing in sight, in design pixels."""
_CARD_HEIGHT: Final = 54
"""The height of a call-out, in design pixels."""
_CARD_PAD: Final = 7
"""Between a call-out's edge and its pin, in design pixels."""
_APART: Final = 1.2
"""How much farther apart than needed the nearest pins are at the largest zoom."""
_LEAST_LARGEST_ZOOM: Final = 2.0
"""How far any map can be enlarged."""


class MapScene(NamedTuple):
    """What is drawn on the base."""

    layout: MapLayout
    labels: Mapping[str, MapLabelText]
    """The labels of pins, by region, and of cities and waters, by `city_id` and `water_id`."""
    chosen: str | None
    """The chosen region."""
    faded: frozenset[str]
    """Regions with nothing of the chosen topic."""
    large: bool = False
    """Whether the map is the main thing in sight, with call-outs and large names."""
    furniture: MapFurniture | None = None

    def label_at(self, point: MapPoint) -> str | None:
        """The region whose label or call-out is at a point of the view."""
        for region, pin in self.layout.pins.items():
            box = pin.card or (pin.label.box if pin.label else None)
            if box and box.contains(point):
                return region
        return None

    def home_at(self, point: MapPoint, reach: float) -> str | None:
        """The region with a call-out whose true place is at most `reach` pixels from a point."""
        near = [
            (dist(pin.home, point), region)
            for region, pin in self.layout.pins.items()
            if pin.card and dist(pin.home, point) <= reach
        ]
        return min(near)[1] if near else None


def is_large(width: float, height: float, theme: Theme) -> bool:
    """Whether a map of a size in pixels is the main thing in sight."""
    return min(width, height) >= theme.px(_LARGE_SIDE)


def ground_colour(theme: Theme, large: bool) -> str:
    """The colour around the map."""
    return theme.colours.paper if large else theme.colours.side


def pin_side(theme: Theme) -> int:
    """The side of the button under a pin, in pixels."""
    return theme.target(_PIN_SIDE)


def map_margin(theme: Theme) -> int:
    """What is free between the map and the view's edge, in pixels: the button under a pin at the rim has room."""
    return max(theme.px(_MARGIN), pin_side(theme) // 2)


def largest_zoom(shown: MapShown, viewport: MapViewport, theme: Theme) -> float:
    """The zoom at which all pins stand apart: beyond it there is nothing more to see."""
    whole = viewport.whole()
    points = [whole.to_view(place.point) for place in shown.pins if place.point]
    pairs = (dist(one, other) for one, other in combinations(set(points), 2))
    nearest = min(pairs, default=inf)
    return max(_LEAST_LARGEST_ZOOM, min(MAX_ZOOM, theme.target(_MIN_PIN_DISTANCE) * _APART / max(nearest, 1e-6)))


def city_id(number: int) -> str:
    """The id of a city's label."""
    return f"{number}"


def water_id(number: int) -> str:
    """The id of a water's label; no region has one with a space."""
    return f"water {number}"


def label_texts(
    shown: MapShown, painter: LabelPainter, width: float, *, large: bool, cards: bool
) -> dict[str, MapLabelText]:
    """The labels of pins, cities and waters in a view of that width; `cards` if pins stand on call-outs."""
    most = width * (_MAX_CARD_SHARE if cards else _MAX_LABEL_SHARE)
    labels = {place.region: painter.elided(_pin_label(place, large=large, card=cards), most) for place in shown.pins}
    city, water = (LARGE_KINDS["city"], LARGE_KINDS["water"]) if large else ("city", "water")
    labels |= {city_id(number): MapLabelText(one.name, city) for number, one in enumerate(shown.cities)}
    return labels | {water_id(number): MapLabelText(one.name, water) for number, one in enumerate(shown.waters)}


def lay_out_scene(
    shown: MapShown, painter: LabelPainter, viewport: MapViewport, theme: Theme, ground: MapGround
) -> MapScene:
    """All that is in a view at rest: with call-outs if it is large and they have room, else with labels."""
    large = is_large(viewport.width, viewport.height, theme)
    furniture = place_furniture(shown, viewport, theme, ground) if large else None
    if furniture:
        ground = ground._replace(occupied=[*ground.occupied, furniture.box])
    for cards in (True, False) if large and viewport.is_whole else (False,):
        labels = label_texts(shown, painter, viewport.width, large=large, cards=cards)
        layout = _layout(shown, labels, painter, viewport, theme, ground, cards=cards)
        if not cards or any(pin.card for pin in layout.pins.values()):
            break
    return MapScene(layout, _set_upright(labels, layout), shown.chosen, _faded(shown), large, furniture)


def relabelled(scene: MapScene, shown: MapShown, painter: LabelPainter, width: float) -> MapScene:
    """The scene with the labels and marks of another state; all stays where it is."""
    cards = any(pin.card for pin in scene.layout.pins.values())
    labels = label_texts(shown, painter, width, large=scene.large, cards=cards)
    furniture = scene.furniture
    if furniture:
        furniture = furniture._replace(north=shown.labels.north, unit=shown.labels.kilometres)
    return MapScene(
        scene.layout, _set_upright(labels, scene.layout), shown.chosen, _faded(shown), scene.large, furniture
    )


def _faded(shown: MapShown) -> frozenset[str]:
    return frozenset(place.region for place in shown.places if place.faded)


def _set_upright(labels: dict[str, MapLabelText], layout: MapLayout) -> dict[str, MapLabelText]:
    return labels | {one.id: labels[one.id]._replace(upright=one.upright) for one in layout.waters}


def _layout(
    shown: MapShown,
    labels: Mapping[str, MapLabelText],
    painter: LabelPainter,
    viewport: MapViewport,
    theme: Theme,
    ground: MapGround,
    *,
    cards: bool,
) -> MapLayout:
    px = theme.px
    disc = max(2 * pin_radius(True, True, theme, "card"), pin_side(theme))
    card = CardSizes(theme.target(_CARD_HEIGHT), px(_CARD_PAD), disc)
    large = is_large(viewport.width, viewport.height, theme)
    dot = px(8 if large else 6)
    sizes = PinSizes(theme.target(_MIN_PIN_DISTANCE), px(5), dot, px(5), card if cards else None)
    pins = [_pin_request(place, labels[place.region], painter, theme, large=large) for place in shown.pins]
    cities = [
        PinRequest(city_id(number), city.point, sizes.dot / 2, *painter.size(labels[city_id(number)]))
        for number, city in enumerate(shown.cities)
    ]
    waters = [
        _water_request(water_id(number), water, labels[water_id(number)], painter, viewport, sizes.gap)
        for number, water in enumerate(shown.waters)
    ]
    return layout_at_rest(pins, cities, viewport, sizes, waters=waters, ground=ground, first=shown.chosen)


def _water_request(
    id: str, water: WaterShown, label: MapLabelText, painter: LabelPainter, viewport: MapViewport, gap: float
) -> WaterRequest:
    upright = painter.size(label._replace(upright=True)) if label.spaced else None
    line = [viewport.to_view(point) for point in water.line]
    return WaterRequest(id, water.kind, line, painter.size(label), upright, gap)


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


def _pin_label(place: MapPlaceShown, *, large: bool, card: bool) -> MapLabelText:
    kind: LabelKind = "chosen" if place.chosen else "faded" if place.faded else "pin"
    if card:
        kind = "card-faded" if place.faded else "card"
    elif large:
        kind = LARGE_KINDS[kind]
    return MapLabelText(place.label, kind, place.number)


def _pin_request(
    place: MapPlaceShown, label: MapLabelText, painter: LabelPainter, theme: Theme, *, large: bool
) -> PinRequest:
    """A pin with room as if it were chosen, so that nothing moves when it is."""
    assert place.point
    if label.kind not in ("card", "card-faded"):
        label = label._replace(kind="large-chosen" if large else "chosen")
    size, radius = painter.size(label), pin_radius(True, place.approximate, theme, "large" if large else "small")
    return PinRequest(place.region, place.point, radius, *size)

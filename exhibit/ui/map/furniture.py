"""The scale bar and the sign for north in a corner of a large map; no Qt."""

from math import floor, log10
from typing import Final, NamedTuple

from exhibit.theme import Theme
from exhibit.ui.map.geometry import MapBox
from exhibit.ui.map.layout import MapGround
from exhibit.ui.map.shown import MapShown
from exhibit.ui.map.viewport import MapViewport

_LONGEST: Final = 150
"""The longest scale bar, in design pixels like the other sizes."""
_NORTH: Final = 56
"""The room of the sign for north, beside the bar."""
_HEIGHT: Final = 44
_EDGE_GAP: Final = 14
"""Between these signs and the view's edge."""


class ScaleBar(NamedTuple):
    """A length on the map that is a round number."""

    kilometres: float
    """1, 2 or 5 times a power of ten."""
    length: float
    """Pixels."""


class MapFurniture(NamedTuple):
    """Where the signs are, in pixels, and what the bar says at a viewport's scale."""

    box: MapBox
    kilometres: float
    """The length of a map unit."""
    longest: float
    """The longest bar, in pixels."""
    scale: float
    """Pixels of a map unit."""
    north: str
    """The word under the arrow."""
    unit: str
    """The word for kilometres."""

    @property
    def bar(self) -> ScaleBar:
        """The scale bar."""
        return scale_bar(self.kilometres / self.scale, self.longest)


def scale_bar(kilometres_per_pixel: float, longest: float) -> ScaleBar:
    """The longest bar of at most `longest` pixels."""
    most = kilometres_per_pixel * longest
    power = 10.0 ** floor(log10(most) + 1e-9)
    found = next(step * power for step in (5, 2, 1) if step * power <= most * (1 + 1e-6))
    return ScaleBar(found, found / kilometres_per_pixel)


def place_furniture(shown: MapShown, viewport: MapViewport, theme: Theme, ground: MapGround) -> MapFurniture | None:
    """The signs in the corner where they cover least land, the lower left one first; None without a known scale."""
    if shown.map is None or shown.map.kilometres is None:
        return None
    px, whole = theme.px, viewport.whole()

    def covered(box: MapBox) -> int:
        return ground.covered(whole.to_map((box.x, box.y)), whole.to_map((box.right, box.bottom)))

    view = MapBox(0.0, 0.0, viewport.width, viewport.height).grown(-px(_EDGE_GAP))
    corners = _corners(px(_LONGEST) + px(_NORTH), px(_HEIGHT), view)
    free = [box for box in corners if not any(box.overlaps(other) for other in ground.occupied)]
    if not free:
        return None
    words, longest = shown.labels, px(_LONGEST)
    return MapFurniture(
        min(free, key=covered), shown.map.kilometres, longest, viewport.scale, words.north, words.kilometres
    )


def _corners(width: float, height: float, view: MapBox) -> list[MapBox]:
    right, bottom = view.right - width, view.bottom - height
    return [MapBox(x, y, width, height) for y in (bottom, view.y) for x in (view.x, right)]

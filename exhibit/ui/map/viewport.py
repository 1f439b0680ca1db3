"""Which part of the map a view shows and how large; no Qt."""

from dataclasses import dataclass, replace
from typing import Final

from exhibit.model.region import MapPoint

CLOSEST: Final = 16.0
"""The whole map is zoom 1; nothing is shown larger than this."""


@dataclass(frozen=True, slots=True)
class MapViewport:
    """A view of `width` by `height` pixels on a map of `map_width` by `map_height` units, `x` and `y` in its middle.

    At zoom 1 the whole map fits the view inside `margin`.
    """

    width: float
    height: float
    map_width: float
    map_height: float
    margin: float
    x: float
    y: float
    zoom: float = 1.0

    @property
    def scale(self) -> float:
        """Pixels a map unit."""
        room_x = max(1.0, self.width - 2 * self.margin)
        room_y = max(1.0, self.height - 2 * self.margin)
        return min(room_x / self.map_width, room_y / self.map_height) * self.zoom

    @property
    def is_whole(self) -> bool:
        return self.zoom <= 1.0

    def at(self, point: MapPoint) -> MapPoint:
        """Where a point of the map is in the view."""
        scale = self.scale
        return (point[0] - self.x) * scale + self.width / 2, (point[1] - self.y) * scale + self.height / 2

    def back(self, point: MapPoint) -> MapPoint:
        """What point of the map is at a point of the view."""
        scale = self.scale
        return (point[0] - self.width / 2) / scale + self.x, (point[1] - self.height / 2) / scale + self.y

    def zoomed(self, factor: float, about: MapPoint) -> "MapViewport":
        """Larger by a factor, the map under `about` (a point of the view) staying there as far as may be."""
        held = self.back(about)
        larger = replace(self, zoom=max(1.0, min(self.zoom * factor, CLOSEST)))
        there = larger.at(held)
        return larger.panned(about[0] - there[0], about[1] - there[1])

    def panned(self, right: float, down: float) -> "MapViewport":
        """The map moved by pixels, never farther than its edge."""
        return replace(self, x=self.x - right / self.scale, y=self.y - down / self.scale)._held()

    def whole(self) -> "MapViewport":
        return replace(self, zoom=1.0)._held()

    def resized(self, width: float, height: float, margin: float) -> "MapViewport":
        """The same part of the map in a view of another size."""
        return replace(self, width=width, height=height, margin=margin)._held()

    def revealing(self, point: MapPoint, margin: float) -> "MapViewport":
        """Panned no farther than needed to have a point of the map at least `margin` pixels inside the view."""
        x, y = self.at(point)
        right = max(margin - x, 0.0) + min(self.width - margin - x, 0.0)
        down = max(margin - y, 0.0) + min(self.height - margin - y, 0.0)
        return self.panned(right, down) if right or down else self

    def _held(self) -> "MapViewport":
        x = _held(self.x, self.map_width, self.width / self.scale, self.margin / self.scale)
        y = _held(self.y, self.map_height, self.height / self.scale, self.margin / self.scale)
        return replace(self, x=x, y=y)


def viewport_on(width: float, height: float, map_width: float, map_height: float, margin: float) -> MapViewport:
    """The whole map."""
    return MapViewport(width, height, map_width, map_height, margin, map_width / 2, map_height / 2)


def _held(middle: float, length: float, seen: float, margin: float) -> float:
    least = seen / 2 - margin
    most = length - least
    return length / 2 if least >= most else max(least, min(middle, most))

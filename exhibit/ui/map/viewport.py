"""Which part of the map a view shows and how large; no Qt."""

from typing import Final, NamedTuple

from exhibit.model.region import MapPoint

MAX_ZOOM: Final = 16.0
"""The largest zoom; the whole map is zoom 1."""


class MapViewport(NamedTuple):
    """A view of a map, with the point `x`, `y` (map units) in its middle.

    At zoom 1 the whole map fits the view within `margin`.
    """

    width: float
    """Pixels, like `height` and `margin`."""
    height: float
    map_width: float
    """Map units, like `map_height`."""
    map_height: float
    margin: float
    x: float
    y: float
    zoom: float = 1.0

    @property
    def scale(self) -> float:
        """Pixels per map unit."""
        room_x = max(1.0, self.width - 2 * self.margin)
        room_y = max(1.0, self.height - 2 * self.margin)
        return min(room_x / self.map_width, room_y / self.map_height) * self.zoom

    @property
    def is_whole(self) -> bool:
        """Whether the whole map is in the view."""
        return self.zoom <= 1.0

    def to_view(self, point: MapPoint) -> MapPoint:
        """Where a point of the map is in the view, in pixels."""
        scale = self.scale
        return (point[0] - self.x) * scale + self.width / 2, (point[1] - self.y) * scale + self.height / 2

    def to_map(self, point: MapPoint) -> MapPoint:
        """The point of the map, in map units, that is at a point of the view."""
        scale = self.scale
        return (point[0] - self.width / 2) / scale + self.x, (point[1] - self.height / 2) / scale + self.y

    def zoomed(self, factor: float, about: MapPoint) -> "MapViewport":
        """Larger by a factor; the map under `about` (a point of the view) stays there as far as possible."""
        fixed = self.to_map(about)
        larger = self._replace(zoom=max(1.0, min(self.zoom * factor, MAX_ZOOM)))
        there = larger.to_view(fixed)
        return larger.panned(about[0] - there[0], about[1] - there[1])

    def panned(self, right: float, down: float) -> "MapViewport":
        """The map moved by pixels, at most to its edge."""
        return self._replace(x=self.x - right / self.scale, y=self.y - down / self.scale)._clamped()

    def whole(self) -> "MapViewport":
        """The same view with the whole map in it."""
        return self._replace(zoom=1.0)._clamped()

    def resized(self, width: float, height: float, margin: float) -> "MapViewport":
        """The same part of the map in a view of another size."""
        return self._replace(width=width, height=height, margin=margin)._clamped()

    def revealing(self, point: MapPoint, margin: float) -> "MapViewport":
        """Panned as little as possible to have a point of the map at least `margin` pixels inside the view."""
        x, y = self.to_view(point)
        right = max(margin - x, 0.0) + min(self.width - margin - x, 0.0)
        down = max(margin - y, 0.0) + min(self.height - margin - y, 0.0)
        return self.panned(right, down) if right or down else self

    def _clamped(self) -> "MapViewport":
        x = _clamped(self.x, self.map_width, self.width / self.scale, self.margin / self.scale)
        y = _clamped(self.y, self.map_height, self.height / self.scale, self.margin / self.scale)
        return self._replace(x=x, y=y)


def whole_viewport(width: float, height: float, map_width: float, map_height: float, margin: float) -> MapViewport:
    """A view of the whole map."""
    return MapViewport(
        width=width, height=height, map_width=map_width, map_height=map_height, margin=margin,
        x=map_width / 2, y=map_height / 2,
    )  # fmt: skip


def _clamped(middle: float, length: float, visible: float, margin: float) -> float:
    """The middle of what is visible, kept within a map of that length."""
    lowest = visible / 2 - margin
    highest = length - lowest
    return length / 2 if lowest >= highest else max(lowest, min(middle, highest))

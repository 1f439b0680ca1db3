"""Rectangles and points of a view, in pixels; no Qt."""

from collections.abc import Iterable
from typing import NamedTuple

from exhibit.model.region import MapPoint


class MapBox(NamedTuple):
    """A rectangle with its left, top, width and height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def centre(self) -> MapPoint:
        return self.x + self.width / 2, self.y + self.height / 2

    def meets(self, other: "MapBox") -> bool:
        """Whether both share some area; touching edges do not."""
        left, top, width, height = self
        x, y, w, h = other
        return left < x + w and x < left + width and top < y + h and y < top + height

    def shared(self, other: "MapBox") -> float:
        """The area both share."""
        width = min(self.right, other.right) - max(self.x, other.x)
        height = min(self.bottom, other.bottom) - max(self.y, other.y)
        return width * height if width > 0 and height > 0 else 0.0

    def holds(self, other: "MapBox") -> bool:
        """Whether the other lies within this one."""
        return (
            self.x <= other.x and self.y <= other.y and other.right <= self.right and other.bottom <= self.bottom
        )  # fmt: skip

    def contains(self, point: MapPoint) -> bool:
        return self.x <= point[0] <= self.right and self.y <= point[1] <= self.bottom

    def grown(self, by: float) -> "MapBox":
        """Larger by so much on each side."""
        return MapBox(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def moved(self, x: float, y: float) -> "MapBox":
        return MapBox(self.x + x, self.y + y, self.width, self.height)

    def nearest(self, point: MapPoint) -> MapPoint:
        """The point of this box nearest to one."""
        return min(max(point[0], self.x), self.right), min(max(point[1], self.y), self.bottom)


def around(point: MapPoint, side: float) -> MapBox:
    """The square of that side with its middle in a point."""
    return MapBox(point[0] - side / 2, point[1] - side / 2, side, side)


def hull(boxes: Iterable[MapBox]) -> MapBox:
    """The smallest box that holds them all; there must be one."""
    boxes = tuple(boxes)
    x = min(box.x for box in boxes)
    y = min(box.y for box in boxes)
    return MapBox(x, y, max(box.right for box in boxes) - x, max(box.bottom for box in boxes) - y)

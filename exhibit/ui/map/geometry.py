"""Rectangles and points of a view, in pixels, and directions between points; no Qt."""

from collections.abc import Iterable, Mapping
from typing import Final, Literal, NamedTuple

from exhibit.model.region import MapPoint

PinDirection = Literal["left", "right", "up", "down"]

DIRECTIONS: Final[dict[PinDirection, tuple[int, int]]] = {
    "left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1),
}  # fmt: skip
"""Each direction as steps to the right and down."""
_ASIDE_WEIGHT: Final = 2.0
"""How much more a pixel aside counts than a pixel ahead."""


class MapBox(NamedTuple):
    """A rectangle in pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height

    @property
    def centre(self) -> MapPoint:
        """The point in the middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def overlaps(self, other: "MapBox") -> bool:
        """Whether both share some area; touching edges do not."""
        left, top, width, height = self
        x, y, w, h = other
        return left < x + w and x < left + width and top < y + h and y < top + height

    def overlap_area(self, other: "MapBox") -> float:
        """The area both share, in square pixels."""
        width = min(self.right, other.right) - max(self.x, other.x)
        height = min(self.bottom, other.bottom) - max(self.y, other.y)
        return width * height if width > 0 and height > 0 else 0.0

    def encloses(self, other: "MapBox") -> bool:
        """Whether the other box lies within this one."""
        return (
            self.x <= other.x and self.y <= other.y and other.right <= self.right and other.bottom <= self.bottom
        )  # fmt: skip

    def contains(self, point: MapPoint) -> bool:
        """Whether a point lies within this box."""
        return self.x <= point[0] <= self.right and self.y <= point[1] <= self.bottom

    def grown(self, by: float) -> "MapBox":
        """This box, larger by a length on each side."""
        return MapBox(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def moved(self, x: float, y: float) -> "MapBox":
        """This box, moved to the right and down."""
        return MapBox(self.x + x, self.y + y, self.width, self.height)

    def nearest_point(self, point: MapPoint) -> MapPoint:
        """The point of this box nearest to another point."""
        return min(max(point[0], self.x), self.right), min(max(point[1], self.y), self.bottom)


def square_around(point: MapPoint, side: float) -> MapBox:
    """The square of a side with its middle in a point."""
    return MapBox(point[0] - side / 2, point[1] - side / 2, side, side)


def bounding_box(boxes: Iterable[MapBox]) -> MapBox:
    """The smallest box that encloses all boxes; there must be one at least."""
    boxes = tuple(boxes)
    x = min(box.x for box in boxes)
    y = min(box.y for box in boxes)
    return MapBox(x, y, max(box.right for box in boxes) - x, max(box.bottom for box in boxes) - y)


def nearest_in_direction(points: Mapping[str, MapPoint], start: str, direction: PinDirection) -> str | None:
    """The name of the point nearest to `start` in a direction, or None if none lies that way."""
    right, down = DIRECTIONS[direction]
    x, y = points[start]
    best: tuple[float, str] | None = None
    for name, (px, py) in points.items():
        ahead = (px - x) * right + (py - y) * down
        aside = abs((px - x) * down) + abs((py - y) * right)
        if name != start and ahead > 0 and (best is None or ahead + _ASIDE_WEIGHT * aside < best[0]):
            best = (ahead + _ASIDE_WEIGHT * aside, name)
    return best[1] if best else None

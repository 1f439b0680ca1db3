"""Where the parts of the window stand, from its size, the text size and what is shown; no Qt."""

from collections.abc import Callable
from typing import Final, Literal, NamedTuple

from exhibit.model.state import Location

LayoutKind = Literal["columns", "pages", "stacked"]
SidePart = Literal["map", "regions", "panel"]
SIDES: Final[tuple[SidePart, ...]] = ("map", "regions", "panel")
"""What the side column shows where it has room for one part only."""
PartBox = tuple[int, int, int, int]
"""Left, top, width, height in pixels; a part that is not shown has None instead."""

_LEAST_COLUMNS: Final = 960.0
"""Design pixels of width below which map, text and panel no longer stand side by side."""


class WindowLayout(NamedTuple):
    """Boxes of the parts. `middle` holds the text or what stands in its place."""

    kind: LayoutKind
    bar: PartBox
    middle: PartBox
    map: PartBox | None
    regions: PartBox | None
    pager: PartBox | None
    """The switch between map, list and panel where only one of them has room."""
    panel: PartBox | None
    keyboard: PartBox | None = None
    """The keyboard for fingers, where it is wanted."""
    strip: bool = False
    """The panel is low: its figures stand in one row."""


def window_layout(
    width: int,
    height: int,
    scale: float,
    place: Location,
    side: SidePart = "map",
    keyboard: int = 0,
    *,
    target: int = 0,
    home_map: Callable[[int, int], PartBox | None] | None = None,
) -> WindowLayout:
    """Columns where there is room, parts stacked in portrait, else one side column.

    A drawing fills all below the bar, and so does the middle above a keyboard of a height. Home does, too; `home_map`
    tells where in a page of a width and a height it leaves room for the map. `scale` is 1.0 at 100 %,
    `target` the least side of a control in pixels.
    """
    found = _parts(width, height, scale, place, side, target)
    if place.page in ("drawing", "home") or keyboard:
        middle = (0, found.bar[3], width, max(1, height - found.bar[3] - keyboard))
        found = found._replace(middle=middle, map=None, regions=None, pager=None, panel=None)
    if place.page == "home" and home_map and (box := home_map(*found.middle[2:])):
        found = found._replace(map=(box[0], box[1] + found.bar[3], *box[2:]))
    return found._replace(keyboard=(0, height - keyboard, width, keyboard)) if keyboard else found


def _parts(width: int, height: int, scale: float, place: Location, side: SidePart, target: int) -> WindowLayout:
    bar = _with_room(60 * scale, target, 16 * scale)
    if height > width * 1.1:
        return _stacked(width, height, scale, bar, strip=place.tab == "metrics")
    if width / scale >= _LEAST_COLUMNS:
        return _columns(width, height, scale, bar)
    return _pages(width, height, scale, bar, side, target)


def _with_room(height: float, target: int, around: float) -> int:
    """A height that has room for a control of a size and for what is around it."""
    return max(round(height), target + round(around))


def _columns(width: int, height: int, scale: float, bar: int) -> WindowLayout:
    side = _share(width, 0.2, 240 * scale, 430 * scale)
    panel = _share(width, 0.225, 250 * scale, 520 * scale)
    body = height - bar
    map_height, list_height = _map_and_list(side, body, scale)
    return WindowLayout(
        "columns",
        (0, 0, width, bar),
        (side, bar, width - side - panel, body),
        (0, bar, side, map_height),
        (0, bar + map_height, side, list_height),
        None,
        (width - panel, bar, panel, body),
    )


def _stacked(width: int, height: int, scale: float, bar: int, *, strip: bool) -> WindowLayout:
    """The panel is a strip for the figures, and takes the larger half of the room for anything else."""
    top = min(round(height * 0.27), round(620 * scale))
    low = min(round(267 * scale), round(height * 0.27))
    panel = low if strip else max(low, round((height - bar - top) * 0.6))
    map_width = round(width * 0.46)
    return WindowLayout(
        "stacked",
        (0, 0, width, bar),
        (0, bar + top, width, height - bar - top - panel),
        (0, bar, map_width, top),
        (map_width, bar, width - map_width, top),
        None,
        (0, height - panel, width, panel),
        strip=strip,
    )


def _pages(width: int, height: int, scale: float, bar: int, side: SidePart, target: int) -> WindowLayout:
    wide = round(width * 0.42)
    pager = _with_room(52 * scale, target, 18 * scale)
    shown = (0, bar + pager, wide, height - bar - pager)
    return WindowLayout(
        "pages",
        (0, 0, width, bar),
        (wide, bar, width - wide, height - bar),
        shown if side == "map" else None,
        shown if side == "regions" else None,
        (0, bar, wide, pager),
        shown if side == "panel" else None,
    )


def _map_and_list(width: int, height: int, scale: float) -> tuple[int, int]:
    list_height = max(round(height * 0.42), min(round(360 * scale), round(height * 0.5)))
    map_height = min(height - list_height, round(width * 1.4))
    return map_height, height - map_height


def _share(whole: int, share: float, least: float, most: float) -> int:
    return round(max(least, min(whole * share, most)))

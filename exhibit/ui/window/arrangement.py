"""Where the parts of the window stand, from its size and the text size alone; no Qt."""

from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["columns", "pages", "stacked"]
Page = Literal["map", "regions", "metrics"]
PAGES: Final[tuple[Page, ...]] = ("map", "regions", "metrics")
"""What the side column shows where it has room for one part only."""
Box = tuple[int, int, int, int]
"""Left, top, width, height in pixels; a part that is not shown has None instead."""

_LEAST_COLUMNS: Final = 960.0
"""Design pixels of width below which map, text and figures no longer stand side by side."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Boxes of the parts: `pager` is the switch between map, list and figures where only one of them has room."""

    kind: Kind
    bar: Box
    reader: Box
    map: Box | None
    regions: Box | None
    pager: Box | None
    panel: Box | None
    strip: Box | None


def arrangement(width: int, height: int, scale: float, page: Page = "map") -> Arrangement:
    """Columns where there is room, parts stacked in portrait, else one side column of pages.

    `scale` is 1.0 at 100 %; `page` is the page shown where there are pages.
    """
    bar = round(60 * scale)
    if height > width * 1.1:
        return _stacked(width, height, scale, bar)
    if width / scale >= _LEAST_COLUMNS:
        return _columns(width, height, scale, bar)
    return _pages(width, height, scale, bar, page)


def _columns(width: int, height: int, scale: float, bar: int) -> Arrangement:
    side = _share(width, 0.2, 240 * scale, 430 * scale)
    panel = _share(width, 0.225, 250 * scale, 520 * scale)
    body = height - bar
    map_height, list_height = _map_and_list(side, body, scale)
    return Arrangement(
        "columns",
        (0, 0, width, bar),
        (side, bar, width - side - panel, body),
        (0, bar, side, map_height),
        (0, bar + map_height, side, list_height),
        None,
        (width - panel, bar, panel, body),
        None,
    )


def _stacked(width: int, height: int, scale: float, bar: int) -> Arrangement:
    top = min(round(height * 0.27), round(620 * scale))
    strip = min(round(215 * scale), round(height * 0.24))
    map_width = round(width * 0.46)
    return Arrangement(
        "stacked",
        (0, 0, width, bar),
        (0, bar + top, width, height - bar - top - strip),
        (0, bar, map_width, top),
        (map_width, bar, width - map_width, top),
        None,
        None,
        (0, height - strip, width, strip),
    )


def _pages(width: int, height: int, scale: float, bar: int, page: Page) -> Arrangement:
    side = round(width * 0.42)
    pager = round(52 * scale)
    shown = (0, bar + pager, side, height - bar - pager)
    return Arrangement(
        "pages",
        (0, 0, width, bar),
        (side, bar, width - side, height - bar),
        shown if page == "map" else None,
        shown if page == "regions" else None,
        (0, bar, side, pager),
        shown if page == "metrics" else None,
        None,
    )


def _map_and_list(width: int, height: int, scale: float) -> tuple[int, int]:
    list_height = max(round(height * 0.42), min(round(360 * scale), round(height * 0.5)))
    map_height = min(height - list_height, round(width * 1.4))
    return map_height, height - map_height


def _share(whole: int, share: float, least: float, most: float) -> int:
    return round(max(least, min(whole * share, most)))

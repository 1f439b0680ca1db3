"""What of the bar has room in a width; no Qt."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

YIELDING: Final = (
    "language", "help", "appearance", "timeline", "glossary", "home", "forward", "smaller", "larger", "back",
)  # fmt: skip
"""Which buttons move into the menu first where the bar is narrow."""


class BarWidths(NamedTuple):
    """The widths of what can stand in the bar, in pixels; all but the last three include the gap behind it."""

    margins: int
    mark: int
    size: int
    switch: int
    search_button: int
    menu: int
    buttons: Mapping[str, int]
    """By the id of their command."""
    min_field: int
    gap: int
    usual_field: int
    title: int
    """In one line."""
    min_title: int
    """In two lines."""


class BarLayout(NamedTuple):
    """What stands in the bar; a field of 0 pixels is hidden."""

    field: int
    title: bool
    mark: bool
    size: bool
    switch: bool
    search_button: bool
    in_menu: tuple[str, ...]
    """Buttons that the menu holds instead."""


def bar_layout(width: int, widths: BarWidths, *, used: bool, has_field: bool = True) -> BarLayout:
    """Moves buttons into the menu until the rest has room beside the title; then the search field becomes a button.

    A field that is `used` takes the title's place where both have no room. The mark goes where the title has no room
    even so.
    """
    order = [id for id in YIELDING if id in widths.buttons]
    shown = {"mark", "size", "switch"} | ({"field"} if has_field else set())
    title_room = min(widths.title, width // 2)
    title = True
    if has_field and _needed(widths, shown, order) + title_room > width:
        title = not used
        shown = shown - {"field"} | {"field" if used else "search_button"}
        if used or _needed(widths, shown, order) > width:
            shown -= {"size"}
        if used and _needed(widths, shown, order) > width:
            shown -= {"switch"}
    in_menu = [id for n, id in enumerate(order) if _needed(widths, shown, order[:n]) + title_room > width]
    needed = _needed(widths, shown, in_menu)
    spare = width - needed - (title_room if title else 0)
    field = 0
    if "field" in shown:
        own = widths.min_field + spare
        field = max(widths.min_field, min(own, widths.usual_field)) if title else max(1, own)
    return BarLayout(
        field=field,
        title=title,
        mark=not title or width - needed >= min(title_room, widths.min_title),
        size="size" in shown,
        switch="switch" in shown,
        search_button="search_button" in shown,
        in_menu=tuple(in_menu),
    )


def _needed(widths: BarWidths, shown: set[str], in_menu: Sequence[str]) -> int:
    """The width without the title, with the menu if it holds anything."""
    row = sum(int(getattr(widths, name)) for name in shown if name != "field")
    field = widths.min_field + widths.gap if "field" in shown else 0
    buttons = sum(width for id, width in widths.buttons.items() if id not in in_menu)
    return widths.margins + row + field + buttons + (widths.menu if in_menu else 0)

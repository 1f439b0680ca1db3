"""One of several that exclude each other, as a view says it; no Qt."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChoiceShown:
    """One of several that exclude each other: a scope, a theme, an order."""

    key: str
    label: str
    chosen: bool
    count: str = ""
    room: str = ""
    """What the count may become later; there is room for it from the first."""

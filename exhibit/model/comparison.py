"""Figures of different places that count the same thing, side by side."""

from dataclasses import dataclass

from exhibit.model.text import Text


@dataclass(frozen=True, slots=True)
class Comparison:
    """Figures to a common base unit; the caveat says what differs between them."""

    id: str
    title: Text
    caveat: Text
    unit: Text
    """The base unit they are compared in."""
    metrics: tuple[str, ...]
    """Full ids, in the order of the drawing."""

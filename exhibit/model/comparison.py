"""Figures of different places that count the same thing, side by side."""

from typing import NamedTuple

from exhibit.model.text import ProseText, TitleText


class Comparison(NamedTuple):
    """Figures to a common base unit; the caveat says what differs between them."""

    id: str
    title: TitleText
    caveat: ProseText
    unit: TitleText
    """The base unit they are compared in."""
    metrics: tuple[str, ...]
    """Full ids, in the order of the drawing."""

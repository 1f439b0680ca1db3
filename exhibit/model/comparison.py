"""Compares figures of different regions that count the same thing."""

from typing import NamedTuple

from exhibit.model.text import ProseText, TitleText


class Comparison(NamedTuple):
    """Figures in a common base unit. The caveat says what differs between them."""

    id: str
    title: TitleText
    caveat: ProseText
    unit: TitleText
    """The base unit in which they are compared."""
    metrics: tuple[str, ...]
    """Full ids, in the order in which they are shown."""

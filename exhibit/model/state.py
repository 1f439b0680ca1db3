"""Where a visitor is and how they want to see it: one frozen value, its moves pure methods."""

from dataclasses import dataclass, field, replace
from typing import Final, Literal

from exhibit.model.text import Script

Language = Literal["hans", "hant", "en"]
Appearance = Literal["light", "dark", "contrast"]
Order = Literal["text", "theme", "size"]

APPEARANCES: Final[tuple[Appearance, ...]] = ("light", "dark", "contrast")
ORDERS: Final[tuple[Order, ...]] = ("text", "theme", "size")
SCALES: Final = (80, 90, 100, 110, 125, 150, 175, 200)
"""Text sizes offered, in per cent."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A position in an edition: a block and a code point in it."""

    block: str
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """What the way back remembers."""

    region: str | None = None
    article: str | None = None
    edition: str | None = None
    metric: str | None = None
    theme: str | None = None
    """Only figures of this content theme, or all."""
    everywhere: bool = False
    """Figures of the whole exhibit, not only of the article in view."""
    anchor: Anchor | None = None
    """Where the reading stands: what is at the top of the reader; None is the beginning."""

    def same_spot(self, other: "Place") -> bool:
        """Whether both are the same place, reading position aside."""
        return replace(self, anchor=None) == replace(other, anchor=None)


@dataclass(frozen=True, slots=True)
class State:
    """All that a window shows follows from this and the package."""

    place: Place = field(default_factory=Place)
    script: Script = "hans"
    english: bool = False
    """The interface speaks English; otherwise it follows the script."""
    appearance: Appearance = "light"
    scale: int = 100
    """Text size in per cent, one of SCALES."""
    order: Order = "text"
    visited: frozenset[str] = frozenset()
    """Ids of the articles that were opened."""

    @property
    def language(self) -> Language:
        """The language of the interface."""
        return "en" if self.english else self.script

    def at_article(self, region: str, article: str, edition: str, anchor: Anchor | None = None) -> "State":
        """Reading an article; its first figures follow, none chosen."""
        place = Place(region, article, edition, theme=None, anchor=anchor)
        return replace(self, place=place, visited=self.visited | {article})

    def at_metric(self, region: str, article: str, edition: str, metric: str) -> "State":
        """A figure chosen, its article in view; the panel's filter stays."""
        here = self.place
        anchor = here.anchor if (here.article, here.edition) == (article, edition) else None
        place = replace(here, region=region, article=article, edition=edition, metric=metric, anchor=anchor)
        return replace(self, place=place, visited=self.visited | {article})

    def without_metric(self) -> "State":
        """No figure chosen."""
        return self._moved(metric=None)

    def in_region(self, region: str) -> "State":
        """A region chosen that has no article to open."""
        return replace(self, place=Place(region))

    def in_edition(self, edition: str) -> "State":
        """The same article in another edition, from its beginning unless a figure is chosen."""
        return self._moved(edition=edition, anchor=None)

    def reading(self, anchor: Anchor | None) -> "State":
        """Read on to another position."""
        return self._moved(anchor=anchor)

    def with_theme(self, theme: str | None) -> "State":
        """Figures of one content theme, or of all."""
        return self._moved(theme=theme)

    def with_everywhere(self, everywhere: bool) -> "State":
        """Figures of the whole exhibit, or of the article in view."""
        return self._moved(everywhere=everywhere)

    def at_place(self, place: Place) -> "State":
        """Somewhere one has been."""
        return replace(self, place=place)

    def rescaled(self, steps: int) -> "State":
        """Text larger or smaller by steps of SCALES, within them."""
        index = SCALES.index(self.scale) + steps
        return replace(self, scale=SCALES[max(0, min(index, len(SCALES) - 1))])

    def _moved(self, **changes: object) -> "State":
        return replace(self, place=replace(self.place, **changes))  # type: ignore[arg-type]  # names checked by callers above

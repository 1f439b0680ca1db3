"""A figure of an article, and the sentence that states it."""

from typing import Annotated, Final, Literal, NamedTuple

from exhibit.model.limits import MAX_DECIMALS, MAX_EDITIONS
from exhibit.model.text import ProseText, Text, TitleText

Qualifier = Literal["exactly", "over", "about", "nearly", "at-least", "expected"]
QUALIFIERS: Final[tuple[Qualifier, ...]] = ("exactly", "over", "about", "nearly", "at-least", "expected")
PictureKind = Literal["part", "change", "percent", "growth"]


class Unit(NamedTuple):
    """A unit as printed. One of it is `factor` of the base unit."""

    name: TitleText
    base: TitleText
    factor: float


class Evidence(NamedTuple):
    """The sentence that states a figure in one edition; positions in code points of the block.

    `start` to `end` is the sentence, `mark_start` to `mark_end` the number in it.
    """

    edition: str
    block: str
    section: str
    start: int
    end: int
    mark_start: int
    mark_end: int
    sentence: Text


class NumberPicture(NamedTuple):
    """What a tile draws.

    `part`: the value as a part of `other`'s; `change`: beside the earlier `other`;
    `percent`: a share of 100; `growth`: on a base of 100. The last two have no `other`.
    """

    kind: PictureKind
    other: str | None
    other_value: float | None
    other_label: TitleText | None


class ComputedFormula(NamedTuple):
    """How a figure was computed: the formula as text, and the figures it uses."""

    text: ProseText
    metrics: tuple[str, ...]
    """Full ids, in the order of the formula."""
    decimals: Annotated[int, MAX_DECIMALS]
    """Decimal places of the value when it is shown."""


class Metric(NamedTuple):
    """A figure; `id` is `ARTICLE.ID`. `value` is in the unit as printed.

    A figure that an article states has evidence. A computed figure has a formula and no evidence.
    """

    id: str
    article: str
    region: str
    topic: str
    label: TitleText
    value: float
    qualifiers: tuple[Qualifier, ...]
    unit: Unit
    period: TitleText | None
    note: ProseText | None
    picture: NumberPicture | None
    evidence: Annotated[tuple[Evidence, ...], MAX_EDITIONS]
    formula: ComputedFormula | None = None

    @property
    def computed(self) -> bool:
        """Whether it was computed; otherwise an article states it."""
        return self.formula is not None

    def evidence_in(self, edition: str) -> Evidence | None:
        """Its sentence in an edition."""
        return next((one for one in self.evidence if one.edition == edition), None)

    @property
    def base_value(self) -> float:
        """The value in the base unit."""
        return self.value * self.unit.factor


def number_text(value: float) -> str:
    """A value as the articles print it: no separators, no trailing zeros."""
    return str(int(value)) if value == int(value) else repr(value)

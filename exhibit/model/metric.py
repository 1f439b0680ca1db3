"""A figure an article states, and the sentence it stands on."""

from typing import Annotated, Final, Literal, NamedTuple

from exhibit.model.limits import MAX_DECIMALS, MAX_EDITIONS
from exhibit.model.text import ProseText, Text, TitleText

Qualifier = Literal["exactly", "over", "about", "nearly", "at-least", "expected"]
QUALIFIERS: Final[tuple[Qualifier, ...]] = ("exactly", "over", "about", "nearly", "at-least", "expected")
PictureKind = Literal["part", "change", "percent", "growth"]


class Unit(NamedTuple):
    """A unit as printed, and what one of it is in its base unit (`factor` of `base`)."""

    name: TitleText
    base: TitleText
    factor: float


class Evidence(NamedTuple):
    """The sentence a figure stands on, in one edition; positions in code points of the block.

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
    """How a figure was computed: the sum written out, and the figures of the articles it stands on."""

    text: ProseText
    metrics: tuple[str, ...]
    """Full ids, in the order of the sum."""
    decimals: Annotated[int, MAX_DECIMALS]
    """Places behind the point that the value is shown with."""


class Metric(NamedTuple):
    """A figure; `id` is `ARTICLE.ID`. `value` is in the unit as printed.

    An article states it, and then it has evidence; or it was computed, and then it has a formula and no evidence.
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
        """Whether the exhibit computed it; otherwise an article states it."""
        return self.formula is not None

    def evidence_in(self, edition: str) -> Evidence | None:
        """Its sentence in that edition."""
        return next((one for one in self.evidence if one.edition == edition), None)

    @property
    def base_value(self) -> float:
        """The value in the base unit."""
        return self.value * self.unit.factor


def number_text(value: float) -> str:
    """A value as the articles print it: no separators, no trailing zeros."""
    return str(int(value)) if value == int(value) else repr(value)

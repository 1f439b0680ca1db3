"""A figure of an article, and the sentence that states it."""

from collections.abc import Collection
from math import isfinite
from typing import Annotated, Final, Literal, NamedTuple

from exhibit.figures.kinds import HEDGES, Direction, FigureKind, Hedge
from exhibit.model.limits import MAX_DECIMALS, MAX_EDITIONS
from exhibit.model.text import ProseText, Text, TitleText

PictureKind = Literal["part", "change", "percent", "growth", "range", "rank"]
_HUNDREDTHS: Final = {"%": 1.0, "％": 1.0, "‰": 0.1, "‱": 0.01, "成": 10.0}
RATIOS: Final[tuple[FigureKind, ...]] = ("ratio", "score", "scale")
"""Kinds whose ends are two terms, and not the least and the most of one amount."""


class ValueInterval(NamedTuple):
    """From the least to the most that a value can be; None is an open end."""

    low: float | None
    high: float | None

    def times(self, factor: float) -> "ValueInterval":
        """The same in another unit."""
        return ValueInterval(*(None if end is None else end * factor for end in self))


class FigureValue(NamedTuple):
    """What a figure says, in its unit as printed.

    `low` and `high` are the same for an exact value, and None is an open end: 超5 is 5 and None. Of a ratio they are
    the first and the last term. With `direction` the number is by how much something rose or fell; a printed sign is
    a sign. `words` is the number as printed where digits do not say it: 数百, 4:3:3.
    """

    kind: FigureKind
    low: float | None
    high: float | None
    hedges: tuple[Hedge, ...] = ()
    direction: Direction | None = None
    words: TitleText | None = None

    @property
    def exact(self) -> bool:
        """Whether it is one number, and the text takes nothing back of it."""
        return self.low == self.high and set(self.hedges) <= {"cumulative"}

    @property
    def number(self) -> float | None:
        """The number that is said, whatever it bounds; None where two are."""
        if self.low is None:
            return self.high
        return self.low if self.high in (None, self.low) else None

    @property
    def is_sound(self) -> bool:
        """Whether it says something: an end at least, and two in their order."""
        if self.low is None or self.high is None:
            return self.low != self.high
        return self.low <= self.high or self.kind in RATIOS

    @property
    def is_amount(self) -> bool:
        """Whether it says how much; a rank, a ratio and the sides of something do not."""
        return self.kind not in ("rank", *RATIOS) and (self.kind != "compound" or self.low == self.high)

    @property
    def interval(self) -> ValueInterval:
        """What the amount can be; a fall is below zero. Less than something above zero is not below zero itself."""
        low, high = self.low, self.high
        if low is None and high is not None and high > 0:
            low = 0.0
        if self.direction == "down":
            low, high = (None if end is None else -end for end in (high, low))
        return ValueInterval(low, high)

    @property
    def size(self) -> float:
        """The number to sort by: of two the larger."""
        low, high = self.interval
        return high if high is not None else low if low is not None else 0.0


class Unit(NamedTuple):
    """A unit as printed. One of it is `factor` of the base unit.

    A figure without a unit has an empty name and base.
    """

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

    `part`: the value as a part of `other`'s; `change`: beside the earlier `other`; `percent`: a share of 100;
    `growth`: on a base of 100; `range`: from its least to its most; `rank`: its place among places. The last four
    have no `other`.
    """

    kind: PictureKind
    other: str | None


class ComputedFormula(NamedTuple):
    """How a figure was computed: the formula as text, and the figures it uses."""

    text: ProseText
    metrics: tuple[str, ...]
    """Full ids, in the order of the formula."""
    decimals: Annotated[int, MAX_DECIMALS]
    """Decimal places of the value when it is shown."""


class Metric(NamedTuple):
    """A figure; `id` is `ARTICLE.ID`.

    A figure that an article states has evidence. A computed figure has a formula and no evidence.
    """

    id: str
    article: str
    region: str
    topic: str
    label: TitleText
    value: FigureValue
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
    def is_sound(self) -> bool:
        """Whether its value says something, and is a number in the base unit, too."""
        return self.value.is_sound and all(end is None or isfinite(end) for end in self.base_interval)

    @property
    def hundredths(self) -> ValueInterval | None:
        """What of a whole of 100 a share can be: a percentage, tenths, a fraction; None for anything else."""
        factor = 100.0 if self.value.kind == "fraction" else _HUNDREDTHS.get(self.unit.name.hans)
        return self.value.interval.times(factor) if factor and self.value.is_amount else None

    @property
    def base_interval(self) -> ValueInterval:
        """What the amount can be, in the base unit."""
        return self.value.interval.times(self.unit.factor)

    @property
    def base_size(self) -> float:
        """The number to sort by, in the base unit."""
        return self.value.size * self.unit.factor


def qualifier_words(hedges: Collection[Hedge]) -> str:
    """Hedges as metrics/*.yaml writes them: `expected over`, `exactly`."""
    first: tuple[Hedge, ...] = ("expected", "cumulative")
    ordered = sorted((hedge for hedge in HEDGES if hedge in hedges), key=lambda hedge: hedge not in first)
    return " ".join(ordered) or "exactly"


def exactly(number: float) -> FigureValue:
    """A bare number."""
    return FigureValue("quantity", number, number)

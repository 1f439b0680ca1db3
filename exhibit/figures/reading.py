"""What a figure in a text says."""

from fractions import Fraction
from typing import Literal, NamedTuple

from exhibit.figures.kinds import Direction, FigureKind, Hedge

Role = Literal["sign", "number", "unit", "hedge", "direction", "order", "joint"]


class RoleSpan(NamedTuple):
    """What the characters from `start` to `end` of the text contribute to a figure."""

    role: Role
    start: int
    end: int


class FigureReading(NamedTuple):
    """A figure that stands in a text; all places are code points of that text.

    From `start` to `end` it goes with its sign, its unit and the bounds that stand right at it. `low` and `high` are in
    `unit`, as printed; None is an open end, and both are the same for an exact value. `roles` are in the order of the
    text and cover the stretch; those outside it name the words apart from the number that belong to it.
    """

    start: int
    end: int
    text: str
    kind: FigureKind
    low: Fraction | None
    high: Fraction | None
    unit: str | None
    hedges: tuple[Hedge, ...]
    direction: Direction | None
    roles: tuple[RoleSpan, ...]

"""A number of a text with what stands at it, before anything is known of its neighbours."""

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import NamedTuple

from exhibit.figures.folding import fold
from exhibit.figures.kinds import FigureKind, Hedge
from exhibit.figures.phrases import ExcludedSpans
from exhibit.figures.reading import RoleSpan
from exhibit.figures.units import UnitKind, shown


@dataclass(frozen=True, slots=True)
class FigureTerm:
    """A number with what belongs to it; places are those of the text.

    `large` and `unit` follow the number, `currency` stands before it. `bare`: a power of ten without a digit;
    `words`: in Chinese numerals; `per`: the unit stands before it, 百分之三; `grouped`: its thousands stand apart;
    `signed`: it has a sign, and `below`: the sign is 零下; `ordinal`: a place in an order;
    `certain`: a figure by its form alone.
    """

    start: int
    end: int
    number: int
    """Where the number itself begins."""
    low: Fraction
    high: Fraction
    kind: FigureKind
    roles: tuple[RoleSpan, ...]
    large: str = ""
    unit: str = ""
    unit_kind: UnitKind | None = None
    currency: str = ""
    hedges: tuple[Hedge, ...] = ()
    bare: bool = False
    words: bool = False
    per: bool = False
    grouped: bool = False
    signed: bool = False
    below: bool = False
    ordinal: bool = False
    certain: bool = False

    @property
    def printed_unit(self) -> str | None:
        """The unit as printed around the number; None without one."""
        return self.currency + self.large + self.unit or None


class FiguresSource(NamedTuple):
    """A text in which figures are looked for: as it stands, folded, and where none stand."""

    text: str
    folded: str
    excluded: ExcludedSpans


def source_of(text: str) -> FiguresSource:
    """A text made ready for reading."""
    folded = fold(text)
    return FiguresSource(text, folded, ExcludedSpans(folded))


def with_unit(term: FigureTerm, source: FiguresSource, start: int, end: int, kind: UnitKind) -> FigureTerm:
    """The number with the unit that stands from `start` to `end`."""
    role = RoleSpan("unit", start, end)
    return replace(term, end=end, unit=shown(source.text[start:end]), unit_kind=kind, roles=(*term.roles, role))

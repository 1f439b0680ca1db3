"""What the files may say that describe the articles: systems, comparisons, computed figures, glossary, timeline."""

import re
from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, ConfigDict, Field, RootModel, StringConstraints, WithJsonSchema

from exhibit.compiler.fields import Declared, FigureName, Id, Line, Prose, Truth
from exhibit.model.event import Sureness, date_parts
from exhibit.model.system import ShapeName

FullName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$", max_length=129)]
Passage = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=80)]


def _date(value: object) -> str:
    try:
        if isinstance(value, str) and date_parts(value):
            return value
    except ValueError:
        pass
    raise ValueError("must be a date as far as it is known: 2022, 2022-06 or 2022-06-23")


def _decimals(value: object) -> int:
    if isinstance(value, str) and re.fullmatch(r"[0-6]", value, re.ASCII):
        return int(value)
    raise ValueError("must be how many places are shown behind the point, 0 to 6")


Date = Annotated[str, BeforeValidator(_date), WithJsonSchema({"type": "string", "pattern": r"^\d{4}(-\d\d){0,2}$"})]
Decimals = Annotated[int, BeforeValidator(_decimals), WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 6})]


class UnitsEntry(Declared):
    """How many units a part stands for."""

    metric: FigureName = Field(description="the figure that counts them")
    of: Line = Field(description="what it counts them of")


class PartEntry(Declared):
    """One part of a system."""

    name: Line
    text: Prose = Field(description="what it is and does, in two or three sentences")
    theme: Id
    metrics: tuple[FigureName, ...] = ()
    passages: Annotated[tuple[Passage, ...], Field(min_length=1)] = Field(
        description="blocks (SECTION-NUMBER) and sections that tell of it"
    )
    see: tuple[Passage, ...] = Field((), description="further blocks to read")
    units: UnitsEntry | None = None


class SystemBase(Declared):
    """systems/ID.yaml: a working system an article describes."""

    article: Id
    shape: ShapeName
    title: Line
    lead: Line
    parts: dict[Id, PartEntry] = Field(min_length=1, description="in the order of reading")
    whole: Id | None = Field(None, description="the part that stands for the system as a whole")


class UnshapedFile(SystemBase):
    """A system of a shape that is none: nothing else is known of its keys."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class PairEntry(Declared):
    """A part that joins two ends."""

    part: Id
    ends: tuple[Line, Line]
    joins: Line


class PairsFile(SystemBase):
    """A system of pairs."""

    shape: Literal["pairs"]
    pairs: Annotated[tuple[PairEntry, ...], Field(min_length=1)]
    names: dict[Literal["pairs"], Line] = Field({})


class FieldEntry(Declared):
    """What stands beside others, and the parts it holds."""

    part: Id
    mark: Line | None = Field(None, description="its printed letter or number")
    holds: tuple[Id, ...] = ()


class LevelsFile(SystemBase):
    """A system of nested levels."""

    shape: Literal["levels"]
    levels: Annotated[tuple[Id, ...], Field(min_length=2)] = Field(description="the widest first")
    within: Id | None = Field(None, description="the field the levels belong to")
    fields: tuple[FieldEntry, ...] = ()
    names: dict[Literal["levels", "fields"], Line] = Field({})


class CycleEntry(Declared):
    """Steps in order."""

    of: Id | None = Field(None, description="the part they are steps of")
    steps: Annotated[tuple[Id, ...], Field(min_length=2)]
    closed: Truth = Field(False, description="does the last step lead to the first again?")


class CompositionFile(SystemBase):
    """A system of bodies that act as one."""

    shape: Literal["composition"]
    bodies: Annotated[tuple[Id, ...], Field(min_length=2)]
    cycle: CycleEntry | None = None
    fronts: tuple[Id, ...] = Field((), description="where they are active")
    cases: tuple[Id, ...] = Field((), description="where the text shows it at work")
    names: dict[Literal["bodies", "cycle", "fronts", "cases"], Line] = Field({})


class ColumnEntry(Declared):
    """A pillar; neighbours with the same cap carry it together."""

    part: Id
    cap: Id | None = None


class PillarsFile(SystemBase):
    """A system of pillars."""

    shape: Literal["pillars"]
    columns: Annotated[tuple[ColumnEntry, ...], Field(min_length=2)]
    feet: tuple[Id, ...] = Field((), description="what the columns stand on")
    roof: tuple[Id, ...] = Field((), description="what they hold up")
    names: dict[Literal["feet", "columns", "caps", "roof"], Line] = Field({})


class SystemFile(
    RootModel[Annotated[PairsFile | LevelsFile | CompositionFile | PillarsFile, Field(discriminator="shape")]]
):
    """systems/ID.yaml: a working system an article describes, in one of four shapes."""


SHAPED: Final[dict[str, type[SystemBase]]] = {
    "pairs": PairsFile,
    "levels": LevelsFile,
    "composition": CompositionFile,
    "pillars": PillarsFile,
}


class ComparisonEntry(Declared):
    """Figures of different places that count the same thing."""

    title: Line
    metrics: Annotated[tuple[FullName, ...], Field(min_length=2)]
    unit: Line = Field(description="the base unit they are compared in")
    caveat: Prose = Field(description="what differs in period, scope and kind")


class ComputedEntry(Declared):
    """A figure computed from the articles' own."""

    article: Id
    label: Line
    formula: Line = Field(description="full ids of figures, numbers, percentages, + - * / and brackets")
    unit: Line
    theme: Id
    decimals: Decimals
    note: Prose | None = None


class TermEntry(Declared):
    """A word an outsider does not know."""

    term: Line
    variants: tuple[Line, ...] = Field((), description="other ways in which the articles write it")
    text: Prose
    see: tuple[Id, ...] = ()


class EventEntry(Declared):
    """A dated event."""

    date: Date = Field(description="a year, a month or a day; no more than is known")
    sure: Sureness = Field(description="printed; implied by the text; open")
    text: Prose
    article: Id
    passage: Passage
    why: Prose | None = Field(None, description="where the date comes from, unless it is printed")


def system_model(shape: Any) -> type[SystemBase]:
    """The declaration of a shape, or what all shapes share where it is none."""
    return SHAPED.get(str(shape), UnshapedFile)

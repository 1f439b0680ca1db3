"""What the files may say that describe the articles: systems, comparisons, computed figures, glossary, timeline."""

import re
from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, ConfigDict, Field, RootModel, StringConstraints, WithJsonSchema

from exhibit.compiler.content.fields import BooleanValue, DeclaredModel, FigureName, IdText, LineText, ProseText
from exhibit.compiler.descriptions.dates import read_date
from exhibit.model.event import DateCertainty, EventDate
from exhibit.model.system import ShapeName

FullName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$", max_length=129)]
PassageId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=80)]


def _date(value: object) -> EventDate:
    return read_date(value if isinstance(value, str) else "")


def _decimals(value: object) -> int:
    if isinstance(value, str) and re.fullmatch(r"[0-6]", value, re.ASCII):
        return int(value)
    raise ValueError("must be how many places are shown behind the point, 0 to 6")


DateValue = Annotated[
    EventDate,
    BeforeValidator(_date),
    WithJsonSchema({"type": "string", "pattern": r"^[-0-9X年月日代世纪紀公元西前/.—–至到今 ]+$"}),
]
DecimalCount = Annotated[
    int, BeforeValidator(_decimals), WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 6})
]


class UnitsEntry(DeclaredModel):
    """How many units a part stands for."""

    metric: FigureName = Field(description="the figure that counts them")
    of: LineText = Field(description="what it counts them of")


class PartEntry(DeclaredModel):
    """One part of a system."""

    name: LineText
    text: ProseText = Field(description="what it is and does, in two or three sentences")
    topic: IdText
    metrics: tuple[FigureName, ...] = ()
    passages: Annotated[tuple[PassageId, ...], Field(min_length=1)] = Field(
        description="blocks (SECTION-NUMBER) and sections that tell of it"
    )
    see: tuple[PassageId, ...] = Field((), description="further blocks to read")
    units: UnitsEntry | None = None


class SystemBase(DeclaredModel):
    """systems/ID.yaml: a working system an article describes."""

    article: IdText
    shape: ShapeName
    title: LineText
    lead: LineText
    parts: dict[IdText, PartEntry] = Field(min_length=1, description="in the order of reading")
    whole: IdText | None = Field(None, description="the part that stands for the system as a whole")


class UnshapedFile(SystemBase):
    """A system of a shape that is none: nothing else is known of its keys."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class PairEntry(DeclaredModel):
    """A part that joins two ends."""

    part: IdText
    ends: tuple[LineText, LineText]
    joins: LineText


class PairsFile(SystemBase):
    """A system of pairs."""

    shape: Literal["pairs"]
    pairs: Annotated[tuple[PairEntry, ...], Field(min_length=1)]
    names: dict[Literal["pairs"], LineText] = Field({})


class FieldEntry(DeclaredModel):
    """What stands beside others, and the parts it holds."""

    part: IdText
    mark: LineText | None = Field(None, description="its printed letter or number")
    holds: tuple[IdText, ...] = ()


class LevelsFile(SystemBase):
    """A system of nested levels."""

    shape: Literal["levels"]
    levels: Annotated[tuple[IdText, ...], Field(min_length=2)] = Field(description="the widest first")
    within: IdText | None = Field(None, description="the field the levels belong to")
    fields: tuple[FieldEntry, ...] = ()
    names: dict[Literal["levels", "fields"], LineText] = Field({})


class CycleEntry(DeclaredModel):
    """Steps in order."""

    of: IdText | None = Field(None, description="the part they are steps of")
    steps: Annotated[tuple[IdText, ...], Field(min_length=2)]
    closed: BooleanValue = Field(False, description="does the last step lead to the first again?")


class CompositionFile(SystemBase):
    """A system of bodies that act as one."""

    shape: Literal["composition"]
    bodies: Annotated[tuple[IdText, ...], Field(min_length=2)]
    cycle: CycleEntry | None = None
    fronts: tuple[IdText, ...] = Field((), description="where they are active")
    cases: tuple[IdText, ...] = Field((), description="where the text shows it at work")
    names: dict[Literal["bodies", "cycle", "fronts", "cases"], LineText] = Field({})


class ColumnEntry(DeclaredModel):
    """A pillar; neighbours with the same cap carry it together."""

    part: IdText
    cap: IdText | None = None


class PillarsFile(SystemBase):
    """A system of pillars."""

    shape: Literal["pillars"]
    columns: Annotated[tuple[ColumnEntry, ...], Field(min_length=2)]
    feet: tuple[IdText, ...] = Field((), description="what the columns stand on")
    roof: tuple[IdText, ...] = Field((), description="what they hold up")
    names: dict[Literal["feet", "columns", "caps", "roof"], LineText] = Field({})


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


class ComparisonEntry(DeclaredModel):
    """Figures of different places that count the same thing."""

    title: LineText
    metrics: Annotated[tuple[FullName, ...], Field(min_length=2)]
    unit: LineText = Field(description="the base unit they are compared in")
    caveat: ProseText = Field(description="what differs in period, scope and kind")


class ComputedEntry(DeclaredModel):
    """A figure computed from the articles' own."""

    article: IdText
    label: LineText
    formula: LineText = Field(description="full ids of figures, numbers, percentages, + - * / and brackets")
    unit: LineText
    topic: IdText
    decimals: DecimalCount
    note: ProseText | None = None


class TermEntry(DeclaredModel):
    """A word an outsider does not know."""

    term: LineText
    variants: tuple[LineText, ...] = Field((), description="other ways in which the articles write it")
    text: ProseText
    see: tuple[IdText, ...] = ()


class EventEntry(DeclaredModel):
    """A dated event."""

    date: DateValue = Field(
        description="a day, month, year, decade or century, or two of them with / between; no more than is known"
    )
    sure: DateCertainty = Field(description="printed; implied by the text; open")
    text: ProseText
    article: IdText
    passage: PassageId
    why: ProseText | None = Field(None, description="where the date comes from, unless it is printed")


def system_model(shape: Any) -> type[SystemBase]:
    """The declaration of a shape, or what all shapes share where it is none."""
    return SHAPED.get(str(shape), UnshapedFile)

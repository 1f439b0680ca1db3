"""Declares what content files may hold, for the compiler and for the JSON Schemas of text editors."""

from typing import Annotated, Any, Final, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    Field,
    RootModel,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)

from exhibit.compiler.content.fields import (
    BooleanValue,
    DeclaredModel,
    FigureEnd,
    FigureName,
    FigureTerms,
    FileName,
    IdText,
    LineText,
    LonLatPair,
    NumberValue,
    PhraseText,
    ProseText,
    TopicId,
    YearValue,
    earlier_name,
)
from exhibit.compiler.descriptions.schema import ComparisonEntry, ComputedEntry, EventEntry, SystemFile, TermEntry
from exhibit.figures.kinds import HEDGES, Direction, FigureKind, Hedge
from exhibit.model.limits import MAX_EDITIONS, MAX_ENTRIES, MAX_FONTS, MAX_REGIONS, MAX_TOPICS
from exhibit.model.metric import PictureKind

StatedQualifier = Literal["exactly"] | Hedge
QUALIFIERS: Final[tuple[StatedQualifier, ...]] = ("exactly", *HEDGES)


def _qualifiers(value: object) -> tuple[str, ...]:
    words = tuple(value.split()) if isinstance(value, str) else ()
    bounds = set(words) - {"expected", "cumulative"}
    alone = "exactly" not in bounds or bounds == {"exactly"}
    if words and set(words) <= set(QUALIFIERS) and len(set(words)) == len(words) and alone:
        return words
    raise ValueError(f"must be words of {', '.join(QUALIFIERS)}, each once, and `exactly` beside no bound")


class PictureEntry(DeclaredModel):
    """What a tile draws: `percent`, `growth`, `range`, `rank`, `{part_of: ID}` or `{before: ID}`."""

    kind: PictureKind
    other: FigureName | None = None


_LONE_PICTURES: Final = ("percent", "growth", "range", "rank")
"""Pictures that need no other figure."""


def _picture(value: Any) -> Any:
    if value in _LONE_PICTURES:
        return {"kind": value}
    if isinstance(value, dict) and len(value) == 1:
        (key, other), *_ = value.items()
        if key in ("part_of", "before") and isinstance(other, str):
            return {"kind": "part" if key == "part_of" else "change", "other": other}
    raise ValueError(f"must be {', '.join(_LONE_PICTURES)}, {{part_of: ID}} or {{before: ID}}")


_PICTURE_SCHEMA: Final = {
    "anyOf": [
        {"enum": [*_LONE_PICTURES]},
        *(
            {
                "type": "object",
                "properties": {key: {"type": "string"}},
                "required": [key],
                "additionalProperties": False,
            }
            for key in ("part_of", "before")
        ),
    ]
}


class EditionName(DeclaredModel):
    """The label of an edition, and a note about it."""

    label: LineText
    note: ProseText


class UnitMeasureEntry(DeclaredModel):
    """How many base units one printed unit is."""

    base: LineText
    factor: NumberValue = Field(gt=0)


class ExhibitFile(DeclaredModel):
    """exhibit.yaml: what the exhibit is."""

    id: IdText
    title: LineText
    subtitle: LineText
    version: LineText
    script: Literal["hans", "hant"] = Field(
        description="the script this file, regions.yaml and map.yaml are written in"
    )
    about: ProseText
    editions: dict[IdText, EditionName] = Field(
        min_length=1, max_length=MAX_EDITIONS, description="in the order of preference"
    )
    topics: dict[IdText, LineText] = Field(
        min_length=1, max_length=MAX_TOPICS, validation_alias=earlier_name("topics", "themes")
    )
    units: dict[LineText, UnitMeasureEntry] = Field({}, max_length=MAX_ENTRIES)
    names: tuple[PhraseText, ...] = Field(
        (), max_length=MAX_ENTRIES, description="names in which no word of the glossary is marked"
    )
    fonts: tuple[FileName, ...] = Field(
        (), max_length=MAX_FONTS, description="font files for characters the shipped fonts lack"
    )
    public_display: BooleanValue = Field(
        False, description="shown to the public in China: the map needs an approval number"
    )


class RegionEntry(DeclaredModel):
    """A region of the exhibit."""

    name: LineText
    short: LineText | None = Field(None, description="on the map, where the name is long")


class RegionPlace(DeclaredModel):
    """Where a region lies: a feature of the base, a pin, or both; `area` is its border if the base has none."""

    feature: LineText | None = Field(None, description="adcode or name of a feature of a GeoJSON base")
    pin: LonLatPair | None = Field(None, description="[longitude, latitude], or [x, y] of a picture")
    area: Annotated[tuple[LonLatPair, ...], Field(min_length=3)] | None = None
    approximate: BooleanValue = False


class ApprovalEntry(DeclaredModel):
    """The review of the map for public display, as granted."""

    number: LineText | None = Field(None, description="审图号, shown as it is written here")
    authority: LineText | None = None
    producer: LineText | None = None
    date: LineText | None = None
    covers: Literal["base", "screen"] | None = Field(
        None, description="was the bare map approved, or the map with our marks?"
    )
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] | None = None


class MapFile(DeclaredModel):
    """map.yaml: the base, whose it is, and where the regions lie on it."""

    base: FileName
    attribution: LineText
    licence: LineText
    approval: ApprovalEntry = Field(default_factory=lambda: ApprovalEntry.model_validate({}))
    regions: dict[IdText, RegionPlace] = Field({}, max_length=MAX_REGIONS)


class ScriptsFile(DeclaredModel):
    """scripts.yaml: how Simplified and Traditional are made of each other."""

    traditional: Literal["s2tw", "s2hk"] = Field("s2tw", description="characters of Taiwan or of Hong Kong")
    quotes: Literal["exchange", "keep"] = Field(
        "exchange", description="“ ” in Simplified, 「 」 in Traditional; or as written"
    )
    exceptions: dict[PhraseText, PhraseText] = Field(
        {}, max_length=MAX_ENTRIES, description="Simplified: Traditional, where the dictionaries are wrong"
    )
    reviewed: dict[PhraseText, PhraseText] = Field(
        {},
        max_length=MAX_ENTRIES,
        validation_alias=earlier_name("reviewed", "settled"),
        description="Simplified: Traditional, where they were looked at and are right",
    )


class ReadingsFile(RootModel[Annotated[dict[PhraseText, LineText], Field(max_length=MAX_ENTRIES)]]):
    """readings.yaml: how names are read, where a dictionary may not know; a syllable for each character."""


class MetricEntry(DeclaredModel):
    """A figure that an article states. What is left out of value, ends, unit, qualifier, kind and direction is read."""

    label: LineText
    value: FigureTerms | None = Field(None, description="the number as printed: 93.28, -3.5, 2/3, or 1:3 for a ratio")
    low: FigureEnd | None = Field(None, description="of a range, the lower end")
    high: FigureEnd | None = Field(None, description="of a range, the upper end")
    unit: LineText | None = Field(None, description="as printed; null where the text has none")
    qualifier: (
        Annotated[tuple[StatedQualifier, ...], BeforeValidator(_qualifiers), WithJsonSchema({"type": "string"})] | None
    ) = Field(None, description=f"one or several of {', '.join(QUALIFIERS)}")
    kind: FigureKind | None = None
    direction: Direction | None = Field(None, description="whether something rose or fell by the figure")
    period: LineText | None
    topic: TopicId
    note: ProseText | None = None
    picture: Annotated[PictureEntry, BeforeValidator(_picture), WithJsonSchema(_PICTURE_SCHEMA)] | None = None

    @model_validator(mode="after")
    def _says_one_number(self) -> "MetricEntry":
        if self.value is not None and (self.low, self.high) != (None, None):
            raise ValueError("has `value` and ends; write `value` for one number, or `low` and `high` for a range")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError("has a `low` above its `high`; exchange them")
        return self


class CitationEntry(DeclaredModel):
    """Where the article was printed."""

    title: LineText
    newspaper: LineText | None
    byline: LineText | None
    date: LineText | None
    kind: Literal["web", "print"]
    year: YearValue
    year_reason: ProseText


class EditionHead(DeclaredModel):
    """The head of a further edition, articles/ID.EDITION.md."""

    edition: IdText
    script: Literal["hans", "hant"]
    title: LineText
    overview: ProseText


class ArticleHead(EditionHead):
    """The head of articles/ID.md: the data of the article and of its first edition."""

    region: IdText
    citation: CitationEntry


FILES: Final[dict[str, type[BaseModel]]] = {
    "exhibit": ExhibitFile,
    "regions": RootModel[dict[IdText, RegionEntry]],
    "map": MapFile,
    "scripts": ScriptsFile,
    "readings": ReadingsFile,
    "metrics": RootModel[dict[IdText, MetricEntry]],
    "article": ArticleHead,
    "edition": EditionHead,
    "system": SystemFile,
    "comparisons": RootModel[dict[IdText, ComparisonEntry]],
    "computed": RootModel[dict[IdText, ComputedEntry]],
    "glossary": RootModel[dict[IdText, TermEntry]],
    "timeline": RootModel[dict[IdText, EventEntry]],
}
"""The kinds of file, for the JSON Schemas."""


def json_schemas() -> dict[str, dict[str, Any]]:
    """A JSON Schema for each kind of file."""
    draft = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return {name: draft | model.model_json_schema() for name, model in FILES.items()}

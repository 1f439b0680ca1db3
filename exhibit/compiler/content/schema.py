"""What the content files may say: one declaration for the check and for the JSON Schemas of text editors."""

from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, BeforeValidator, Field, RootModel, StringConstraints, WithJsonSchema

from exhibit.compiler.content.fields import (
    BooleanValue,
    DeclaredModel,
    FigureName,
    IdText,
    LineText,
    LonLatPair,
    NumberValue,
    PhraseText,
    ProseText,
    YearValue,
)
from exhibit.compiler.descriptions.schema import ComparisonEntry, ComputedEntry, EventEntry, SystemFile, TermEntry
from exhibit.model.metric import QUALIFIERS, PictureKind, Qualifier


def _qualifiers(value: object) -> tuple[str, ...]:
    words = tuple(value.split()) if isinstance(value, str) else ()
    heads = words[1:] if words[:1] == ("expected",) else words
    if words and set(words) <= set(QUALIFIERS) and len(heads) <= 1 and "expected" not in heads:
        return words
    raise ValueError(f"must be one of {', '.join(QUALIFIERS)}, or `expected` before another of them")


class PictureEntry(DeclaredModel):
    """What a tile draws: `percent`, `growth`, `{part_of: ID}` or `{before: ID}`."""

    kind: PictureKind
    other: FigureName | None = None


def _picture(value: Any) -> Any:
    if value in ("percent", "growth"):
        return {"kind": value}
    if isinstance(value, dict) and len(value) == 1:
        (key, other), *_ = value.items()
        if key in ("part_of", "before") and isinstance(other, str):
            return {"kind": "part" if key == "part_of" else "change", "other": other}
    raise ValueError("must be percent, growth, {part_of: ID} or {before: ID}")


_PICTURE_SCHEMA: Final = {
    "anyOf": [
        {"enum": ["percent", "growth"]},
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
    """What an edition is called and what it is."""

    label: LineText
    note: ProseText


class UnitMeasureEntry(DeclaredModel):
    """What one of a printed unit is in a base unit."""

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
    editions: dict[IdText, EditionName] = Field(min_length=1, description="in the order of preference")
    topics: dict[IdText, LineText] = Field(min_length=1)
    units: dict[LineText, UnitMeasureEntry] = Field({})
    names: tuple[PhraseText, ...] = Field((), description="names in which no word of the glossary is marked")
    fonts: tuple[str, ...] = Field((), description="font files for characters the shipped fonts lack")
    public_display: BooleanValue = Field(
        False, description="shown to the public in China: the map needs an approval number"
    )


class RegionEntry(DeclaredModel):
    """A place."""

    name: LineText
    short: LineText | None = Field(None, description="on the map, where the name is long")


class RegionPlace(DeclaredModel):
    """Where a region lies: a feature of the base, a pin, or both; `area` is its border where the base has none."""

    feature: str | None = Field(None, description="adcode or name of a feature of a GeoJSON base")
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


class ReliefEntry(DeclaredModel):
    """Pictures of the land: they are drawn within the outline of a GeoJSON base."""

    light: str
    dark: str | None = Field(None, description="for dark ground; without it the land is flat there")
    bounds: tuple[NumberValue, NumberValue, NumberValue, NumberValue] = Field(
        description="west, south, east, north of the pictures, in degrees"
    )


class MapFile(DeclaredModel):
    """map.yaml: the base, whose it is, and where the regions lie on it."""

    base: str
    relief: ReliefEntry | None = None
    attribution: LineText
    licence: LineText
    approval: ApprovalEntry = Field(default_factory=lambda: ApprovalEntry.model_validate({}))
    regions: dict[IdText, RegionPlace] = Field({})


class ScriptsFile(DeclaredModel):
    """scripts.yaml: how Simplified and Traditional are made of each other."""

    traditional: Literal["s2tw", "s2hk"] = Field("s2tw", description="characters of Taiwan or of Hong Kong")
    quotes: Literal["exchange", "keep"] = Field(
        "exchange", description="“ ” in Simplified, 「 」 in Traditional; or as written"
    )
    exceptions: dict[PhraseText, PhraseText] = Field(
        {}, description="Simplified: Traditional, where the dictionaries are wrong"
    )
    reviewed: dict[PhraseText, PhraseText] = Field(
        {}, description="Simplified: Traditional, where they were looked at and are right"
    )


class ReadingsFile(RootModel[dict[PhraseText, LineText]]):
    """readings.yaml: how names are read, where a dictionary may not know; a syllable for each character."""


class MetricEntry(DeclaredModel):
    """A figure an article states."""

    label: LineText
    value: NumberValue
    unit: LineText
    qualifier: Annotated[tuple[Qualifier, ...], BeforeValidator(_qualifiers), WithJsonSchema({"type": "string"})] = (
        "exactly",
    )
    period: LineText | None
    topic: IdText
    note: ProseText | None = None
    picture: Annotated[PictureEntry, BeforeValidator(_picture), WithJsonSchema(_PICTURE_SCHEMA)] | None = None


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
    """The head of articles/ID.md: the article's facts and its first edition."""

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

"""What the content files may say: one declaration for the check and for the JSON Schemas of text editors."""

from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, BeforeValidator, Field, RootModel, StringConstraints, WithJsonSchema

from exhibit.compiler.described import ComparisonEntry, ComputedEntry, EventEntry, SystemFile, TermEntry
from exhibit.compiler.fields import Declared, FigureName, Id, Line, Number, Phrase, Position, Prose, Truth, Year
from exhibit.model.metric import QUALIFIERS, PictureKind, Qualifier


def _qualifiers(value: object) -> tuple[str, ...]:
    words = tuple(value.split()) if isinstance(value, str) else ()
    heads = words[1:] if words[:1] == ("expected",) else words
    if words and set(words) <= set(QUALIFIERS) and len(heads) <= 1 and "expected" not in heads:
        return words
    raise ValueError(f"must be one of {', '.join(QUALIFIERS)}, or `expected` before another of them")


class PictureChoice(Declared):
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


class EditionName(Declared):
    """What an edition is called and what it is."""

    label: Line
    note: Prose


class UnitMeasure(Declared):
    """What one of a printed unit is in a base unit."""

    base: Line
    factor: Number = Field(gt=0)


class ExhibitFile(Declared):
    """exhibit.yaml: what the exhibit is."""

    id: Id
    title: Line
    subtitle: Line
    version: Line
    script: Literal["hans", "hant"] = Field(
        description="the script this file, regions.yaml and map.yaml are written in"
    )
    about: Prose
    editions: dict[Id, EditionName] = Field(min_length=1, description="in the order of preference")
    themes: dict[Id, Line] = Field(min_length=1)
    units: dict[Line, UnitMeasure] = Field({})
    names: tuple[Phrase, ...] = Field((), description="names in which no word of the glossary is marked")
    fonts: tuple[str, ...] = Field((), description="font files for characters the shipped fonts lack")
    public_display: Truth = Field(False, description="shown to the public in China: the map needs an approval number")


class RegionEntry(Declared):
    """A place."""

    name: Line
    short: Line | None = Field(None, description="on the map, where the name is long")


class RegionPlace(Declared):
    """Where a region lies: a feature of the base, a pin, or both; `area` is its border where the base has none."""

    feature: str | None = Field(None, description="adcode or name of a feature of a GeoJSON base")
    pin: Position | None = Field(None, description="[longitude, latitude], or [x, y] of a picture")
    area: Annotated[tuple[Position, ...], Field(min_length=3)] | None = None
    approximate: Truth = False


class ApprovalEntry(Declared):
    """The review of the map for public display, as granted."""

    number: Line | None = Field(None, description="审图号, shown as it is written here")
    authority: Line | None = None
    producer: Line | None = None
    date: Line | None = None
    covers: Literal["base", "screen"] | None = Field(
        None, description="was the bare map approved, or the map with our marks?"
    )
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] | None = None


class MapFile(Declared):
    """map.yaml: the base, whose it is, and where the regions lie on it."""

    base: str
    attribution: Line
    licence: Line
    approval: ApprovalEntry = Field(default_factory=lambda: ApprovalEntry.model_validate({}))
    regions: dict[Id, RegionPlace] = Field({})


class ScriptsFile(Declared):
    """scripts.yaml: how Simplified and Traditional are made of each other."""

    traditional: Literal["s2tw", "s2hk"] = Field("s2tw", description="characters of Taiwan or of Hong Kong")
    quotes: Literal["exchange", "keep"] = Field(
        "exchange", description="“ ” in Simplified, 「 」 in Traditional; or as written"
    )
    exceptions: dict[Phrase, Phrase] = Field(
        {}, description="Simplified: Traditional, where the dictionaries are wrong"
    )
    settled: dict[Phrase, Phrase] = Field(
        {}, description="Simplified: Traditional, where they were looked at and are right"
    )


class ReadingsFile(RootModel[dict[Phrase, Line]]):
    """readings.yaml: how names are read, where a dictionary may not know; a syllable for each character."""


class MetricEntry(Declared):
    """A figure an article states."""

    label: Line
    value: Number
    unit: Line
    qualifier: Annotated[tuple[Qualifier, ...], BeforeValidator(_qualifiers), WithJsonSchema({"type": "string"})] = (
        "exactly",
    )
    period: Line | None
    theme: Id
    note: Prose | None = None
    picture: Annotated[PictureChoice, BeforeValidator(_picture), WithJsonSchema(_PICTURE_SCHEMA)] | None = None


class CitationEntry(Declared):
    """Where the article was printed."""

    title: Line
    newspaper: Line | None
    byline: Line | None
    date: Line | None
    kind: Literal["web", "print"]
    year: Year
    year_reason: Prose


class EditionHead(Declared):
    """The head of a further edition, articles/ID.EDITION.md."""

    edition: Id
    script: Literal["hans", "hant"]
    title: Line
    overview: Prose


class ArticleHead(EditionHead):
    """The head of articles/ID.md: the article's facts and its first edition."""

    region: Id
    citation: CitationEntry


FILES: Final[dict[str, type[BaseModel]]] = {
    "exhibit": ExhibitFile,
    "regions": RootModel[dict[Id, RegionEntry]],
    "map": MapFile,
    "scripts": ScriptsFile,
    "readings": ReadingsFile,
    "metrics": RootModel[dict[Id, MetricEntry]],
    "article": ArticleHead,
    "edition": EditionHead,
    "system": SystemFile,
    "comparisons": RootModel[dict[Id, ComparisonEntry]],
    "computed": RootModel[dict[Id, ComputedEntry]],
    "glossary": RootModel[dict[Id, TermEntry]],
    "timeline": RootModel[dict[Id, EventEntry]],
}
"""The kinds of file, for the JSON Schemas."""


def json_schemas() -> dict[str, dict[str, Any]]:
    """A JSON Schema for each kind of file."""
    draft = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return {name: draft | model.model_json_schema() for name, model in FILES.items()}

"""A system that an article describes: its parts, and the shape in which they are drawn."""

from typing import Annotated, Literal, NamedTuple

from exhibit.model.limits import MAX_PARTS
from exhibit.model.text import ProseText, TitleText

ShapeName = Literal["pairs", "levels", "composition", "pillars"]


class PartUnits(NamedTuple):
    """The units that a part stands for: the figure that counts them, and what they are units of."""

    metric: str
    of: TitleText


class Part(NamedTuple):
    """One part of a system, with the figures and passages of the article that belong to it."""

    id: str
    name: TitleText
    text: ProseText
    topic: str
    metrics: tuple[str, ...]
    """Full ids of its figures."""
    passages: tuple[str, ...]
    """Blocks and whole sections of the article about it. Choosing one shows the part."""
    see: tuple[str, ...]
    """Further blocks to read. They do not lead back to the part."""
    units: PartUnits | None = None


class SystemPair(NamedTuple):
    """Two ends and what joins them. Ends with the same name are one node of the drawing."""

    part: str
    ends: tuple[TitleText, TitleText]
    joins: TitleText


class PairsShape(NamedTuple):
    """Parts that each join two ends."""

    shape: Literal["pairs"]
    pairs: tuple[SystemPair, ...]


class LevelField(NamedTuple):
    """A field beside others: its part, its printed mark, and the parts inside it."""

    part: str
    mark: TitleText | None
    holds: tuple[str, ...]


class LevelsShape(NamedTuple):
    """Parts nested in each other, the outermost first. `within` is the field they belong to."""

    shape: Literal["levels"]
    levels: tuple[str, ...]
    within: str | None
    fields: tuple[LevelField, ...]


class StepCycle(NamedTuple):
    """Steps in order. `closed` if the last leads to the first again; `of` is the part they are steps of."""

    of: str | None
    steps: tuple[str, ...]
    closed: bool


class CompositionShape(NamedTuple):
    """Bodies that act as one, how they do it, where they are active, and where the text shows it."""

    shape: Literal["composition"]
    bodies: tuple[str, ...]
    cycle: StepCycle | None
    fronts: tuple[str, ...]
    cases: tuple[str, ...]


class PillarColumn(NamedTuple):
    """A pillar and its cap. Neighbours with the same cap share it."""

    part: str
    cap: str | None


class PillarsShape(NamedTuple):
    """Columns with their feet below and the roof above."""

    shape: Literal["pillars"]
    feet: tuple[str, ...]
    columns: tuple[PillarColumn, ...]
    roof: tuple[str, ...]


SystemShape = PairsShape | LevelsShape | CompositionShape | PillarsShape


class BandCaption(NamedTuple):
    """The caption of a band of the drawing; `band` is a field of the shape, or `caps`."""

    band: str
    text: TitleText


class System(NamedTuple):
    """A system; every part of it is drawn once."""

    id: str
    article: str
    edition: str
    """The edition whose blocks the passages are."""
    title: TitleText
    lead: ProseText
    parts: Annotated[tuple[Part, ...], MAX_PARTS]
    """In the order of reading, which the keyboard follows."""
    whole: str | None
    """The part that stands for the system as a whole."""
    captions: tuple[BandCaption, ...]
    drawing: SystemShape

    @property
    def shape(self) -> ShapeName:
        """The shape in which it is drawn."""
        return self.drawing.shape

    def part(self, id: str | None) -> Part | None:
        """A part by its id."""
        return next((part for part in self.parts if part.id == id), None)

    def caption(self, band: str) -> TitleText | None:
        """The caption of a band."""
        return next((caption.text for caption in self.captions if caption.band == band), None)

    def part_of_passage(self, block: str, section: str) -> Part | None:
        """The part about a block: the first that names the block, else the first that names its section."""
        return _first_naming(self.parts, block) or _first_naming(self.parts, section)

    def part_of_metric(self, metric: str, block: str, section: str) -> Part | None:
        """The part of a figure: of those that list it, the one about its passage, else the first."""
        listing = tuple(part for part in self.parts if metric in part.metrics)
        return _first_naming(listing, block) or _first_naming(listing, section) or next(iter(listing), None)


def drawn_parts(drawing: SystemShape) -> tuple[str, ...]:
    """The parts of a drawing in their order. A part that is drawn twice is listed twice."""
    match drawing:
        case PairsShape():
            return tuple(pair.part for pair in drawing.pairs)
        case LevelsShape():
            return drawing.levels + tuple(id for field in drawing.fields for id in (field.part, *field.holds))
        case CompositionShape():
            cycle = drawing.cycle
            steps = ((cycle.of,) if cycle.of else ()) + cycle.steps if cycle else ()
            return drawing.bodies + steps + drawing.fronts + drawing.cases
        case PillarsShape():
            caps = dict.fromkeys(column.cap for column in drawing.columns if column.cap)
            return drawing.feet + tuple(column.part for column in drawing.columns) + tuple(caps) + drawing.roof


def _first_naming(parts: tuple[Part, ...], passage: str) -> Part | None:
    return next((part for part in parts if passage in part.passages), None)

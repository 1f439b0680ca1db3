"""A working system an article describes: its parts, and how one of four shapes draws them."""

from typing import Annotated, Literal, NamedTuple

from exhibit.model.limits import MAX_PARTS
from exhibit.model.text import ProseText, TitleText

ShapeName = Literal["pairs", "levels", "composition", "pillars"]


class PartUnits(NamedTuple):
    """How many units a part stands for: the figure that counts them, and what it counts them of."""

    metric: str
    of: TitleText


class Part(NamedTuple):
    """One part of a system: what it is and does, and what of the article belongs to it."""

    id: str
    name: TitleText
    text: ProseText
    topic: str
    metrics: tuple[str, ...]
    """Full ids of its figures."""
    passages: tuple[str, ...]
    """Blocks and whole sections of the article that tell of it; choosing one shows the part."""
    see: tuple[str, ...]
    """Further blocks to read; they do not lead back to the part."""
    units: PartUnits | None = None


class SystemPair(NamedTuple):
    """Two ends and what joins them; ends of one name are one node of the drawing."""

    part: str
    ends: tuple[TitleText, TitleText]
    joins: TitleText


class PairsShape(NamedTuple):
    """Parts that each join two ends."""

    shape: Literal["pairs"]
    pairs: tuple[SystemPair, ...]


class LevelField(NamedTuple):
    """What stands beside others: its printed mark, and the parts it holds."""

    part: str
    mark: TitleText | None
    holds: tuple[str, ...]


class LevelsShape(NamedTuple):
    """Parts nested in each other, the widest first; `within` is the field they belong to."""

    shape: Literal["levels"]
    levels: tuple[str, ...]
    within: str | None
    fields: tuple[LevelField, ...]


class StepCycle(NamedTuple):
    """Steps in order; `closed` where the last leads to the first again. `of` is the part they are steps of."""

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
    """A pillar and its cap; neighbours with one cap carry it as one span."""

    part: str
    cap: str | None


class PillarsShape(NamedTuple):
    """Columns on their feet, and the roof they hold up."""

    shape: Literal["pillars"]
    feet: tuple[str, ...]
    columns: tuple[PillarColumn, ...]
    roof: tuple[str, ...]


SystemShape = PairsShape | LevelsShape | CompositionShape | PillarsShape


class BandCaption(NamedTuple):
    """What a band of the drawing is called; `band` is a field of the shape, or `caps`."""

    band: str
    text: TitleText


class System(NamedTuple):
    """A working system; every part of it is drawn once."""

    id: str
    article: str
    edition: str
    """The edition whose blocks the passages are."""
    title: TitleText
    lead: ProseText
    parts: Annotated[tuple[Part, ...], MAX_PARTS]
    """In the order of reading and of the keyboard."""
    whole: str | None
    """The part that stands for the system as a whole."""
    captions: tuple[BandCaption, ...]
    drawing: SystemShape

    @property
    def shape(self) -> ShapeName:
        """How it is drawn."""
        return self.drawing.shape

    def part(self, id: str | None) -> Part | None:
        """A part by its id."""
        return next((part for part in self.parts if part.id == id), None)

    def caption(self, band: str) -> TitleText | None:
        """What a band is called."""
        return next((caption.text for caption in self.captions if caption.band == band), None)

    def part_of_passage(self, block: str, section: str) -> Part | None:
        """The part a chosen block shows: the first that names the block, else the first that names its section."""
        return _first_naming(self.parts, block) or _first_naming(self.parts, section)

    def part_of_metric(self, metric: str, block: str, section: str) -> Part | None:
        """The part a chosen figure shows: of those that list it, the one its passage shows, else the first."""
        listing = tuple(part for part in self.parts if metric in part.metrics)
        return _first_naming(listing, block) or _first_naming(listing, section) or next(iter(listing), None)


def drawn_parts(drawing: SystemShape) -> tuple[str, ...]:
    """The parts a drawing shows, in the order in which it does; a part that is drawn twice stands twice."""
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

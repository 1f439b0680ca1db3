"""Compiles systems: parts that refer to the article, and a drawing that shows each part once."""

from collections.abc import Iterator
from typing import Final

from exhibit.compiler.article.evidence import short_id
from exhibit.compiler.content.validation import LocatedValue
from exhibit.compiler.content.yaml_tree import TreePath
from exhibit.compiler.content_index import DescribedArticle
from exhibit.compiler.context import BuildContext
from exhibit.compiler.descriptions.schema import (
    CompositionFile,
    LevelsFile,
    PairsFile,
    PartEntry,
    PillarsFile,
    SystemBase,
)
from exhibit.compiler.problems import ProblemPlace
from exhibit.model.system import (
    BandCaption,
    CompositionShape,
    LevelField,
    LevelsShape,
    PairsShape,
    Part,
    PartUnits,
    PillarColumn,
    PillarsShape,
    StepCycle,
    System,
    SystemPair,
    SystemShape,
)
from exhibit.model.text import Script, Text

LONGEST_LEAD: Final = 60
LONGEST_NAME: Final = 10


def compile_system(id: str, file: LocatedValue[SystemBase], context: BuildContext) -> System | None:
    """A system, or None if its article is missing."""
    entry = file.value
    article = context.described_article(entry.article, file.where("article"))
    compiler = _SystemCompiler(file, article, context)
    parts = tuple(compiler.part(key, part) for key, part in entry.parts.items())
    drawing = compiler.drawing(entry)
    compiler.check_drawn()
    compiler.check_names()
    title, lead = compiler.text(entry.title, "title"), compiler.text(entry.lead, "lead")
    captions = tuple(
        BandCaption(band, compiler.text(text, "names", band)) for band, text in getattr(entry, "names", {}).items()
    )
    if article is None or drawing is None:
        return None
    system = System(id, entry.article, article.edition, title, lead, parts, entry.whole, captions, drawing)
    _check_choices(system, article, file, context)
    return system


class _SystemCompiler:
    """Compiles the parts and the drawing of one system."""

    def __init__(self, file: LocatedValue[SystemBase], article: DescribedArticle | None, context: BuildContext) -> None:
        self._file, self._described, self._context = file, article, context
        self._id = file.value.article
        self._script: Script = article.script if article else context.rules.script

    def text(self, written: str, *steps: str | int) -> Text:
        """A string in the article's script."""
        return self._context.text(written, self._file.where(*steps), self._script)

    def part(self, key: str, entry: PartEntry) -> Part:
        """A part; reports passages, topics and figures that do not exist."""
        here = ("parts", key)
        self._context.check_topic(entry.topic, self._where(*here, "topic"))
        for band in ("passages", "see"):
            for number, passage in enumerate(getattr(entry, band)):
                self._context.check_passage(passage, self._id, self._described, self._where(*here, band, number))
        metrics = tuple(self._figure(one, *here, "metrics", number) for number, one in enumerate(entry.metrics))
        return Part(
            key, self.text(entry.name, *here, "name"), self.text(entry.text, *here, "text"), entry.topic,
            metrics, entry.passages, entry.see, self._units(entry, metrics, *here),
        )  # fmt: skip

    def drawing(self, entry: SystemBase) -> SystemShape | None:
        """The drawing, or None if the shape does not exist."""
        match entry:
            case PairsFile():
                return PairsShape("pairs", tuple(self._pair(number, entry) for number in range(len(entry.pairs))))
            case LevelsFile():
                fields = tuple(self._field(number, entry) for number in range(len(entry.fields)))
                if entry.within and entry.within not in {field.part for field in fields}:
                    self._error(f"`within` names `{entry.within}`, which is no part of `fields`; correct it", "within")
                return LevelsShape("levels", entry.levels, entry.within, fields)
            case CompositionFile():
                steps = entry.cycle
                cycle = StepCycle(steps.of, steps.steps, steps.closed) if steps else None
                return CompositionShape("composition", entry.bodies, cycle, entry.fronts, entry.cases)
            case PillarsFile():
                return PillarsShape(
                    "pillars", entry.feet, tuple(PillarColumn(one.part, one.cap) for one in entry.columns), entry.roof
                )
        return None

    def check_drawn(self) -> None:
        """Reports parts that the drawing lacks or shows twice, and ids in the drawing that are no parts."""
        entry = self._file.value
        seen: dict[str, int] = {}
        for id, steps in drawn(entry):
            line = self._where(*steps).line
            if id not in entry.parts:
                self._error(f"there is no part `{id}` under `parts`; add it or correct the id", *steps)
            elif id in seen:
                self._error(f"the part `{id}` is drawn twice (first on line {seen[id]}); draw it once", *steps)
            seen.setdefault(id, line)
        for id in entry.parts:
            if id not in seen:
                shape = entry.shape
                self._error(f"the part `{id}` is not drawn; name it in the shape `{shape}`, or as `whole`", "parts", id)

    def check_names(self) -> None:
        """Reports names that are the same; warns of names and a lead that are too long for the drawing."""
        entry = self._file.value
        first: dict[str, str] = {}
        for id, part in entry.parts.items():
            if part.name in first:
                message = f"`{part.name}` is the name of `{first[part.name]}` already; tell them apart"
                self._error(message, "parts", id, "name")
            elif len(part.name) > LONGEST_NAME:
                self._warn_length("the name", part.name, LONGEST_NAME, "parts", id, "name")
            first.setdefault(part.name, id)
        if len(entry.lead) > LONGEST_LEAD:
            self._warn_length("the lead", entry.lead, LONGEST_LEAD, "lead")

    def _pair(self, number: int, entry: PairsFile) -> SystemPair:
        one, here = entry.pairs[number], ("pairs", number)
        first, second = (self.text(end, *here, "ends", place) for place, end in enumerate(one.ends))
        if first == second:
            self._error(f"both ends are `{one.ends[0]}`; name two", *here, "ends")
        return SystemPair(one.part, (first, second), self.text(one.joins, *here, "joins"))

    def _field(self, number: int, entry: LevelsFile) -> LevelField:
        one = entry.fields[number]
        mark = self.text(one.mark, "fields", number, "mark") if one.mark else None
        return LevelField(one.part, mark, one.holds)

    def _units(self, entry: PartEntry, metrics: tuple[str, ...], *here: str | int) -> PartUnits | None:
        if entry.units is None:
            return None
        metric = f"{self._id}.{short_id(self._id, entry.units.metric)}"
        if metric not in metrics:
            message = f"`units` counts by `{entry.units.metric}`, which is not under `metrics`; add it"
            self._error(message, *here, "units")
        return PartUnits(metric, self.text(entry.units.of, *here, "units", "of"))

    def _figure(self, written: str, *steps: str | int) -> str:
        short = short_id(self._id, written)
        full = f"{self._id}.{short}"
        if "." in short:
            self._error(f"`{written}` is a figure of another article; name one of `{self._id}`", *steps)
        elif self._context.has_article(self._id):
            self._context.has_figure(full, self._where(*steps))
        return full

    def _where(self, *steps: str | int) -> ProblemPlace:
        return self._file.where(*steps)

    def _error(self, message: str, *steps: str | int) -> None:
        self._context.problems.error(self._where(*steps), message)

    def _warn_length(self, what: str, text: str, limit: int, *steps: str | int) -> None:
        message = f"{what} has {len(text)} characters, more than {limit}; shorten it"
        self._context.problems.warning(self._where(*steps), message)


def drawn(entry: SystemBase) -> Iterator[tuple[str, TreePath]]:
    """The ids in the drawing and where each was written; a cap that neighbouring columns share comes once."""
    if entry.whole:
        yield entry.whole, ("whole",)
    match entry:
        case PairsFile():
            yield from ((one.part, ("pairs", number, "part")) for number, one in enumerate(entry.pairs))
        case LevelsFile():
            yield from _row(entry.levels, "levels")
            for number, field in enumerate(entry.fields):
                yield field.part, ("fields", number, "part")
                yield from _row(field.holds, "fields", number, "holds")
        case CompositionFile():
            yield from _row(entry.bodies, "bodies")
            if entry.cycle and entry.cycle.of:
                yield entry.cycle.of, ("cycle", "of")
            yield from _row(entry.cycle.steps if entry.cycle else (), "cycle", "steps")
            yield from _row(entry.fronts, "fronts")
            yield from _row(entry.cases, "cases")
        case PillarsFile():
            yield from _row(entry.feet, "feet")
            for number, column in enumerate(entry.columns):
                yield column.part, ("columns", number, "part")
                if column.cap and (number == 0 or entry.columns[number - 1].cap != column.cap):
                    yield column.cap, ("columns", number, "cap")
            yield from _row(entry.roof, "roof")


def _row(ids: tuple[str, ...], *steps: str | int) -> Iterator[tuple[str, TreePath]]:
    return ((id, (*steps, number)) for number, id in enumerate(ids))


def _check_choices(
    system: System, article: DescribedArticle, file: LocatedValue[SystemBase], context: BuildContext
) -> None:
    """Warns of a figure that does not lead to one part: one that lists it must name its block, or else its section."""
    for metric in dict.fromkeys(id for part in system.parts for id in part.metrics):
        block = article.blocks_of_figures.get(metric)
        if block is None:
            continue
        listing = [part for part in system.parts if metric in part.metrics]
        by_block = [part.id for part in listing if block in part.passages]
        fitting = by_block or [part.id for part in listing if article.blocks[block] in part.passages]
        if len(fitting) != 1:
            short = short_id(system.article, metric)
            which = " and ".join(f"`{id}`" for id in fitting) or "no part that lists it"
            message = f"the figure `{short}` stands in {block}, named by {which}; let one name the block itself"
            context.problems.warning(file.where("parts", listing[0].id, "metrics"), message)

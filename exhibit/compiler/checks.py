"""Checks the exhibit as a whole: regions, articles, figures of other articles, units, exceptions."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from exhibit.compiler.article.compile_article import CompiledArticle
from exhibit.compiler.content.schema import ExhibitFile, MapFile, RegionEntry, ScriptsFile
from exhibit.compiler.content.validation import LocatedValue
from exhibit.compiler.problems import ProblemList, ProblemPlace
from exhibit.model.metric import FigureValue, Metric, NumberPicture, PictureKind, Unit, ValueInterval
from exhibit.model.text import Script, Text

_SCALES: Final = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
LAST_PLACE: Final = 30
"""The last place that is drawn."""
_MEANT: Final[dict[PictureKind, str]] = {"part": "part_of", "change": "before"}


class MetricFacts(NamedTuple):
    """What a picture, a comparison or a sum needs to know of a figure."""

    label: Text
    value: FigureValue
    unit: Unit
    period: Text | None

    @property
    def base(self) -> str:
        """The unit it is compared in."""
        return self.unit.base.hans

    @property
    def interval(self) -> ValueInterval:
        """What the amount can be, in the base unit."""
        return self.value.interval.times(self.unit.factor)


class ArticleFacts(NamedTuple):
    """What a description needs to know of its article; of its edition in `articles/ID.md`."""

    region: str | None
    edition: str
    script: Script
    blocks: Mapping[str, str]
    """The section of each block."""
    standing: Mapping[str, str]
    """The block each figure stands in, by the figure's full id."""


@dataclass(slots=True)
class ContentFacts:
    """What the exhibit holds, gathered article by article; no text stays."""

    facts: dict[str, MetricFacts]
    articles: dict[str, int]
    metrics: dict[str, int]
    pictures: list[tuple[Metric, ProblemPlace]]
    declared: set[str]
    """Every figure's id, those among them that have mistakes of their own."""
    told: dict[str, ArticleFacts]
    """The articles that are described."""
    forms: set[str]
    """What of the glossary was found in the texts."""
    characters: int = 0
    whole: bool = True
    """Whether every article could be read."""

    @classmethod
    def empty(cls) -> "ContentFacts":
        return cls({}, {}, {}, [], set(), {}, set())

    def add(self, draft: CompiledArticle) -> None:
        """Counts an article."""
        for metric, where in zip(draft.metrics, draft.places, strict=True):
            if metric.id in draft.disputed:
                continue
            self.facts[metric.id] = _fact(metric)
            if metric.picture:
                self.pictures.append((metric, where))
        self.declared.update(draft.declared)
        self.forms.update(draft.forms)
        self.whole &= draft.article is not None
        if draft.article:
            region = draft.article.region
            self.articles[region] = self.articles.get(region, 0) + 1
            self.metrics[region] = self.metrics.get(region, 0) + len(draft.metrics)
            self.characters += sum(edition.length for edition in draft.article.editions)

    def tell(self, id: str, draft: CompiledArticle) -> None:
        """Remembers what descriptions of the article need; its texts must be there."""
        blocks = {one.id: one.section for body in draft.bodies if body.edition == draft.main for one in body.blocks}
        found = {metric.id: metric.evidence_in(draft.main) for metric in draft.metrics}
        standing = {key: evidence.block for key, evidence in found.items() if evidence}
        region = draft.article.region if draft.article else None
        self.told[id] = ArticleFacts(region, draft.main, draft.script, blocks, standing)


def _fact(metric: Metric) -> MetricFacts:
    return MetricFacts(metric.label, metric.value, metric.unit, metric.period)


def check_region(draft: CompiledArticle, regions: Mapping[str, object] | None, problems: ProblemList) -> None:
    """The article's region must exist."""
    if draft.article and regions is not None and draft.article.region not in regions:
        known = ", ".join(regions)
        problems.error(draft.region, f"regions.yaml has no region `{draft.article.region}`; it has {known}")


def check_pictures(tally: ContentFacts, problems: ProblemList) -> None:
    """A picture's other figure must exist and count the same thing; a percentage must be one."""
    for metric, where in tally.pictures:
        picture = metric.picture
        if picture and (message := _picture_message(metric, picture, tally)):
            problems.error(where, message)


def _picture_message(metric: Metric, picture: NumberPicture, tally: ContentFacts) -> str | None:
    if picture.other is None:
        return _lone_picture_message(metric, picture.kind)
    key = _MEANT[picture.kind]
    other = tally.facts.get(picture.other)
    if other is None and picture.other in tally.declared:
        return None
    if other is None:
        return f"`{key}` names `{picture.other}`, which is no figure; correct the id"
    if picture.other == metric.id:
        return f"`{key}` names the figure itself; name the other one"
    for value in (metric.value, other.value):
        if not value.is_amount:
            return f"`{key}` compares amounts, and a {value.kind} is none; delete the picture"
    if other.base != metric.unit.base.hans:
        return (
            f"`{key}` compares {metric.unit.base.hans or 'no unit'} with {other.base or 'no unit'};"
            " compare figures of one unit, or see `units:`"
        )
    return _part_message(metric.base_interval, other.interval) if picture.kind == "part" else None


def _lone_picture_message(metric: Metric, kind: PictureKind) -> str | None:
    value, unit = metric.value, metric.unit.name.hans
    if kind == "rank":
        fits = value.kind == "rank" and 0 < value.size <= LAST_PLACE and value.size == int(value.size) and unit != "%"
        return None if fits else f"the picture `rank` is for one of the first {LAST_PLACE} places; delete it"
    if kind == "range":
        fits = value.is_amount and value.low != value.high and None not in (value.low, value.high)
        return None if fits else "the picture `range` is for an amount with two ends; delete it"
    if metric.hundredths is not None:
        return None
    what = f"a {value.kind} in {unit or 'no unit'}"
    return f"the picture `{kind}` is for a percentage or a fraction, and this is {what}; delete it"


def _part_message(part: ValueInterval, whole: ValueInterval) -> str | None:
    """A part is no more than its whole, even where the text leaves an end of either open."""
    if part.low is None or whole.high is None or part.low <= whole.high:
        return None
    return f"a part of {part.low:g} is more than its whole of {whole.high:g}; correct `part_of`"


def check_places(
    regions: Mapping[str, LocatedValue[RegionEntry] | None],
    map: LocatedValue[MapFile] | None,
    tally: ContentFacts,
    problems: ProblemList,
) -> None:
    """A region without a place on the map, or without an article, can be meant: a warning."""
    for key, entry in regions.items():
        if entry and map and key not in map.value.regions:
            problems.warning(entry.where(), f"map.yaml has no place for the region `{key}`; give it a pin or a feature")
        if entry and tally.whole and key not in tally.articles:
            problems.warning(entry.where(), f"no article is of the region `{key}`; write one or delete the region")


def check_units(exhibit: LocatedValue[ExhibitFile], problems: ProblemList) -> None:
    """A unit's base may not have another base, and 万 and 亿 are worth what they say."""
    units = exhibit.value.units
    for name, measure in units.items():
        where = exhibit.where("units", name)
        base = units.get(measure.base)
        if base and base.base != measure.base:
            problems.error(where, f"the base {measure.base} of {name} has itself the base {base.base}; name that one")
        worth = _SCALES.get(name[0], 1)
        if name[1:] == measure.base and measure.factor != worth:
            problems.warning(
                where, f"one {name} is {worth} {measure.base}, but the factor is {measure.factor:g}; correct it"
            )
        if name == measure.base and measure.factor != 1:
            problems.error(where, f"{name} is its own base, so its factor is 1, not {measure.factor:g}; correct it")


def check_scripts(scripts: LocatedValue[ScriptsFile], problems: ProblemList) -> None:
    """Both sides of an exception, or of a reviewed doubt, have the same length."""
    for kind in ("exceptions", "reviewed"):
        phrases: dict[str, str] = getattr(scripts.value, kind)
        for hans, hant in phrases.items():
            if len(hans) != len(hant):
                message = f"`{hans}` and `{hant}` differ in length; a phrase keeps its length in both scripts"
                problems.error(scripts.where(kind, hans), message)
    backwards: dict[str, str] = {}
    for hans, hant in scripts.value.exceptions.items():
        if hant in backwards:
            where = scripts.where("exceptions", hans)
            problems.error(
                where,
                f"`{hant}` is the Traditional of `{backwards[hant]}` already; make both longer to tell them apart",
            )
        backwards.setdefault(hant, hans)

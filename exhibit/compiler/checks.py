"""Checks that look across the files of an exhibit: regions, pictures of figures, units, exceptions."""

from collections.abc import Mapping
from typing import Final

from exhibit.compiler.article.compiled_article import CompiledArticle
from exhibit.compiler.content.schema import ExhibitFile, MapFile, RegionEntry, ScriptsFile
from exhibit.compiler.content.validation import LocatedValue
from exhibit.compiler.content_index import ContentIndex
from exhibit.compiler.problems import ProblemList, id_list
from exhibit.model.metric import Metric, NumberPicture, PictureKind, ValueInterval

_SCALES: Final = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
LAST_PLACE: Final = 30
"""The last place that is drawn."""
_PICTURE_KEYS: Final[dict[PictureKind, str]] = {"part": "part_of", "change": "before"}


def check_region(article: CompiledArticle, regions: Mapping[str, object] | None, problems: ProblemList) -> None:
    """Reports an article whose region does not exist."""
    if article.article and regions is not None and article.article.region not in regions:
        problems.error(
            article.region, f"regions.yaml has no region `{article.article.region}`; it has {id_list(regions)}"
        )


def check_pictures(index: ContentIndex, problems: ProblemList) -> None:
    """Reports a picture that does not fit its figure, or whose other figure is missing or counts something else."""
    for metric, where in index.pictures:
        picture = metric.picture
        if picture and (message := _picture_message(metric, picture, index)):
            problems.error(where, message)


def _picture_message(metric: Metric, picture: NumberPicture, index: ContentIndex) -> str | None:
    if picture.other is None:
        return _lone_picture_message(metric, picture.kind)
    key = _PICTURE_KEYS[picture.kind]
    other = index.figures.get(picture.other)
    if other is None and picture.other in index.declared:
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
    return _part_message(metric.base_interval, other.base_interval) if picture.kind == "part" else None


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
    index: ContentIndex,
    problems: ProblemList,
) -> None:
    """Warns of a region without a place on the map or without an article, which may be intended."""
    for key, entry in regions.items():
        if entry and map and key not in map.value.regions:
            problems.warning(entry.where(), f"map.yaml has no place for the region `{key}`; give it a pin or a feature")
        if entry and index.is_complete and key not in index.articles_of:
            problems.warning(entry.where(), f"no article is of the region `{key}`; write one or delete the region")


def check_units(exhibit: LocatedValue[ExhibitFile], problems: ProblemList) -> None:
    """Reports a base that has another base, and a factor that is not what 万 or 亿 says."""
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
    """Reports exceptions and reviewed phrases whose two sides differ in length, and two exceptions with one result."""
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

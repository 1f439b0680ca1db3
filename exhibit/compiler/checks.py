"""Checks that look across the files of an exhibit: regions, pictures of figures, units, exceptions."""

from collections.abc import Mapping
from typing import Final

from exhibit.compiler.article.compiled_article import CompiledArticle
from exhibit.compiler.content.schema import ExhibitFile, MapFile, RegionEntry, ScriptsFile
from exhibit.compiler.content.validation import LocatedValue
from exhibit.compiler.content_index import ContentIndex, IndexedFigure
from exhibit.compiler.problems import ProblemList, id_list
from exhibit.model.metric import Metric, NumberPicture, PictureKind

_SCALES: Final = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
_PICTURE_KEYS: Final[dict[PictureKind, str]] = {"part": "part_of", "change": "before"}


def check_region(article: CompiledArticle, regions: Mapping[str, object] | None, problems: ProblemList) -> None:
    """Reports an article whose region does not exist."""
    if article.article and regions is not None and article.article.region not in regions:
        problems.error(
            article.region, f"regions.yaml has no region `{article.article.region}`; it has {id_list(regions)}"
        )


def check_pictures(index: ContentIndex, problems: ProblemList) -> None:
    """Reports a picture whose other figure is missing or counts something else, or whose percentage is none."""
    for metric, where in index.pictures:
        picture = metric.picture
        if picture and (message := _picture_message(metric, picture, index)):
            problems.error(where, message)


def _picture_message(metric: Metric, picture: NumberPicture, index: ContentIndex) -> str | None:
    if picture.other is None:
        percent = metric.unit.name.hans in ("%", "％")
        return (
            None
            if percent
            else f"the picture `{picture.kind}` is for a percentage, the unit is {metric.unit.name.hans}; delete it"
        )
    key = _PICTURE_KEYS[picture.kind]
    other = index.figures.get(picture.other)
    if other is None and picture.other in index.declared:
        return None
    if other is None:
        return f"`{key}` names `{picture.other}`, which is no figure; correct the id"
    if picture.other == metric.id:
        return f"`{key}` names the figure itself; name the other one"
    if other.base != metric.unit.base.hans:
        return (
            f"`{key}` compares {metric.unit.base.hans} with {other.base}; compare figures of one unit, or see `units:`"
        )
    if picture.kind == "part" and metric.base_value > other.base_value:
        return f"a part of {metric.base_value:g} is more than its whole of {other.base_value:g}; correct `part_of`"
    return None


def with_picture(metric: Metric, figures: Mapping[str, IndexedFigure]) -> Metric:
    """The metric with the value and label of the other figure in its picture."""
    picture = metric.picture
    if picture is None or picture.other is None:
        return metric
    other = figures[picture.other]
    value = other.base_value / metric.unit.factor
    return metric._replace(picture=picture._replace(other_value=float(f"{value:.12g}"), other_label=other.label))


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

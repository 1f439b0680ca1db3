"""Links in the panel of figures: from the chosen tile, and to the sections and parts of a chosen topic; no Qt."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple, Protocol, TypeVar

from exhibit.model.figure_words import value_text
from exhibit.model.links import part_of
from exhibit.model.metric import ComputedFormula, Evidence, Metric
from exhibit.model.package import Package
from exhibit.model.state import Anchor, State
from exhibit.strings import say
from exhibit.ui.widgets.choice import LinkShown
from exhibit.ui.widgets.quotes import whereabouts

_MAX_TOPIC_LINKS: Final = 40
"""Links listed of one kind, and systems searched for parts."""


class LinkedSection(NamedTuple):
    """A section of an edition, by ids."""

    article: str
    edition: str
    section: str


class LinkedPart(NamedTuple):
    """A part of a system, by ids."""

    system: str
    part: str


class LinkedMetric(NamedTuple):
    """Another figure, by its id."""

    metric: str


LinkTarget = LinkedSection | LinkedPart | LinkedMetric | Anchor
"""Where a link leads; an Anchor is the sentence of the chosen figure."""
MetricLink = LinkShown[LinkTarget]


class LinkListShown(NamedTuple):
    """Links under a heading; without links the list is not shown."""

    heading: str
    links: tuple[MetricLink, ...]


class TopicLinksShown(NamedTuple):
    """Links to the sections and to the parts of systems that have the chosen topic."""

    sections: LinkListShown
    parts: LinkListShown


NO_TOPIC_LINKS: Final = TopicLinksShown(LinkListShown("", ()), LinkListShown("", ()))


class HasRegion(Protocol):
    """Something that belongs to a region."""

    @property
    def region(self) -> str:
        """The region's id."""
        ...


P = TypeVar("P", bound=HasRegion)


# From the chosen tile


def tile_links(package: Package, state: State, metric: Metric, evidence: Evidence | None) -> Iterator[MetricLink]:
    """Links from the tile of a figure: to its sentence, to the figures it was computed of, to its part."""
    yield from _to_text(package, state, metric, evidence)
    yield from _to_figures(package, state, metric.formula)
    yield from _to_part(package, state, metric)


def _to_text(package: Package, state: State, metric: Metric, evidence: Evidence | None) -> Iterator[MetricLink]:
    article = package.article(metric.article)
    if evidence and article:
        where = whereabouts(evidence, article, package.body(article.id, evidence.edition), state.language)
        yield LinkShown(say("metrics-to-text", state.language), where, Anchor(evidence.block, evidence.start))


def _to_figures(package: Package, state: State, formula: ComputedFormula | None) -> Iterator[MetricLink]:
    for metric in map(package.metric, dict.fromkeys(formula.metrics if formula else ())):
        if metric:
            value = value_text(metric, state.script).words
            yield LinkShown(metric.label.in_(state.script), value, LinkedMetric(metric.id))


def _to_part(package: Package, state: State, metric: Metric) -> Iterator[MetricLink]:
    found = part_of(package, metric, state.place.edition or "", state.place)
    system = package.system(found[0]) if found else None
    part = system.part(found[1]) if found and system else None
    if found and part:
        label = say("metrics-to-part", state.language, part=part.name.in_(state.script))
        yield LinkShown(label, "", LinkedPart(*found))


# To what has the chosen topic


def topic_links(package: Package, state: State, *, max_links: int = _MAX_TOPIC_LINKS) -> TopicLinksShown:
    """Links of the article in view, or of all places; at most `max_links` of each kind."""
    place = state.place
    if place.everywhere:
        counts = package.topic_counts(place.topic or "").values()
        sections = tuple(_sections_everywhere(package, state, max_links))
        parts = tuple(_parts_everywhere(package, state, max_links))
        totals = sum(one.sections for one in counts), sum(one.parts for one in counts)
    else:
        sections, parts = tuple(_sections_here(package, state)), tuple(_parts_of(package, state, place.article, ""))
        totals = len(sections), len(parts)
    return TopicLinksShown(
        _link_list_shown("sections", state, sections[:max_links], totals[0]),
        _link_list_shown("parts", state, parts[:max_links], totals[1]),
    )


def in_region_order(package: Package, state: State, listed: Iterable[P]) -> list[P]:
    """Sorts by region, in the editor's order; regions without the chosen topic come last."""
    order = {region: number for number, region in enumerate(package.topic_counts(state.place.topic or ""))}
    return sorted(listed, key=lambda one: order.get(one.region, len(order)))


def _link_list_shown(kind: str, state: State, links: tuple[MetricLink, ...], total: int) -> LinkListShown:
    """A list whose heading says how many there are, and how many of them are listed if not all."""
    count = len(links)
    if count < total:
        return LinkListShown(say(f"topic-some-{kind}", state.language, count=count, total=total), links)
    return LinkListShown(say(f"topic-count-{kind}", state.language, count=count), links)


def _sections_here(package: Package, state: State) -> Iterator[MetricLink]:
    place = state.place
    article = package.article(place.article) if place.article else None
    if article:
        edition = article.edition(place.edition)
        for section in edition.sections:
            if section.topic == place.topic:
                target = LinkedSection(article.id, edition.id, section.id)
                yield LinkShown(section.title.in_(state.script), "", target)


def _sections_everywhere(package: Package, state: State, count: int) -> Iterator[MetricLink]:
    for one in in_region_order(package, state, package.sections(state.place.topic or "", count=count)):
        where, title = _region_name(package, state, one.region), one.section.title.in_(state.script)
        yield LinkShown(title, where, LinkedSection(one.article, one.edition, one.section.id))


def _parts_everywhere(package: Package, state: State, systems: int) -> Iterator[MetricLink]:
    """The parts of the first `systems` systems."""
    found = (package.article(system.article) for system in package.systems(count=systems))
    articles = {article.id: article for article in found if article}
    for article in in_region_order(package, state, articles.values()):
        yield from _parts_of(package, state, article.id, _region_name(package, state, article.region))


def _parts_of(package: Package, state: State, article: str | None, where: str) -> Iterator[MetricLink]:
    for system in package.systems(article) if article else ():
        for part in system.parts:
            if part.topic == state.place.topic:
                yield LinkShown(part.name.in_(state.script), where, LinkedPart(system.id, part.id))


def _region_name(package: Package, state: State, region: str) -> str:
    found = package.region(region)
    return found.short.in_(state.script) if found else ""

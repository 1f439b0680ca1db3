"""What the panel of figures shows; no Qt."""

from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from exhibit.model.metric import Metric
from exhibit.model.package import Package
from exhibit.model.state import ORDERS, Location, State
from exhibit.strings import say
from exhibit.ui.metrics.links import NO_TOPIC_LINKS, TopicLinksShown, in_region_order, topic_links
from exhibit.ui.metrics.tile_shown import TileShown, tile_shown
from exhibit.ui.widgets.choice import ChoiceShown

MetricList = Sequence[Metric]
MetricGroups = list[tuple[str, Sequence[Metric]]]
"""Figures under headings."""

_MAX_FIGURES: Final = 500
"""Figures listed, in reading order; more are counted and not listed."""


class TileGroupShown(NamedTuple):
    """Tiles under a heading; "" is none."""

    heading: str
    tiles: tuple[TileShown, ...]


class MetricsShown(NamedTuple):
    """The whole panel. The first of `topics` is all topics; its key is ""."""

    title: str
    summary: str
    scope_title: str
    scopes: tuple[ChoiceShown, ...]
    topic_title: str
    topics: tuple[ChoiceShown, ...]
    order_title: str
    orders: tuple[ChoiceShown, ...]
    groups: tuple[TileGroupShown, ...]
    empty: str
    """Shown if there is no tile."""
    chosen: str | None
    """The id of the chosen figure, if it is listed."""
    topic_links: TopicLinksShown = NO_TOPIC_LINKS

    @property
    def tiles(self) -> tuple[TileShown, ...]:
        """The tiles of all groups, in order."""
        return tuple(tile for group in self.groups for tile in group.tiles)


def metrics_shown(package: Package, state: State) -> MetricsShown:
    """The figures of the article in view or of the whole exhibit."""
    place, language = state.place, state.language
    stated, computed = _in_scope(package, place)
    listed = _listed(package, stated, computed, place)
    return MetricsShown(
        title=say("metrics", language),
        summary=_summary(package, state, listed),
        scope_title=say("metrics-scope", language),
        scopes=_scopes(state),
        topic_title=say("metrics-topic", language),
        topics=_topics(package, state, stated if len(stated) < _MAX_FIGURES else None),
        order_title=say("metrics-order", language),
        orders=_orders(state),
        groups=_groups(package, state, listed),
        empty="" if listed else say("metrics-none", language),
        chosen=place.metric if any(metric.id == place.metric for metric in listed) else None,
        topic_links=topic_links(package, state) if place.topic else NO_TOPIC_LINKS,
    )


def _in_scope(package: Package, place: Location) -> tuple[MetricList, MetricList]:
    """The stated and the computed figures in scope."""
    if not place.everywhere and place.article is None:
        return (), ()
    article = None if place.everywhere else place.article
    return package.metrics(article=article, count=_MAX_FIGURES), package.computed(article=article, count=_MAX_FIGURES)


def _listed(package: Package, stated: MetricList, computed: MetricList, place: Location) -> list[Metric]:
    """The figures of the chosen topic, and the chosen figure whatever its topic and however many come before it."""
    if place.everywhere and place.topic and len(stated) == _MAX_FIGURES:
        stated = package.metrics(topic=place.topic, count=_MAX_FIGURES)
    scope = (*stated, *computed)
    listed = [metric for metric in scope if place.topic in (None, metric.topic) or metric.id == place.metric]
    if place.everywhere and place.metric and all(metric.id != place.metric for metric in listed):
        listed[:0] = [metric] if (metric := package.metric(place.metric)) else []
    return listed


def _summary(package: Package, state: State, listed: MetricList) -> str:
    """How many figures are listed, and how many of them were computed."""
    place, language = state.place, state.language
    region = package.region(place.region) if place.region else None
    where = say("metrics-everywhere", language) if place.everywhere or not region else region.short.in_(state.script)
    total, computed = package.exhibit.counts.metrics, sum(metric.computed for metric in listed)
    count = len(listed) - computed
    counted = say("metrics-count", language, count=count)
    if place.everywhere and place.topic is None and total > count:
        counted = say("metrics-some", language, count=count, total=total)
    if computed:
        counted = say("metrics-and-computed", language, counted=counted, count=computed)
    return f"{counted} · {where}"


def _scopes(state: State) -> tuple[ChoiceShown, ...]:
    everywhere, language = state.place.everywhere, state.language
    return (
        ChoiceShown("here", say("metrics-here", language), not everywhere),
        ChoiceShown("everywhere", say("metrics-everywhere", language), everywhere),
    )


def _orders(state: State) -> tuple[ChoiceShown, ...]:
    labels = {order: say(f"metrics-by-{order}", state.language) for order in ORDERS}
    return tuple(ChoiceShown(order, label, order == state.order) for order, label in labels.items())


def _topics(package: Package, state: State, stated: MetricList | None) -> tuple[ChoiceShown, ...]:
    """All topics, and each topic with the number of its stated figures; without numbers if `stated` is None."""
    chosen, counts = state.place.topic, Counter(metric.topic for metric in stated or ())
    choices = [ChoiceShown("", say("metrics-all-topics", state.language), chosen is None)]
    for topic in package.exhibit.topics:
        count = "" if stated is None else str(counts[topic.id])
        choices.append(ChoiceShown(topic.id, topic.label.in_(state.script), topic.id == chosen, count))
    return tuple(choices)


def _groups(package: Package, state: State, listed: Sequence[Metric]) -> tuple[TileGroupShown, ...]:
    grouped = {"text": _in_text_order, "topic": _by_topic, "size": _by_size}[state.order](package, state, listed)
    places = _places(package, state, listed)
    return tuple(
        TileGroupShown(
            heading, tuple(tile_shown(package, state, metric, places.get(metric.region, "")) for metric in metrics)
        )
        for heading, metrics in grouped
        if metrics
    )


def _places(package: Package, state: State, listed: Sequence[Metric]) -> dict[str, str]:
    """Short names of regions by id; none if all figures are of one region."""
    if not state.place.everywhere:
        return {}
    found = map(package.region, {metric.region for metric in listed})
    return {region.id: region.short.in_(state.script) for region in found if region}


def _in_text_order(package: Package, state: State, listed: Sequence[Metric]) -> MetricGroups:
    """Stated figures, then computed ones; a topic everywhere is grouped by region."""
    if not (state.place.everywhere and state.place.topic):
        stated, computed = ([metric for metric in listed if metric.computed is sort] for sort in (False, True))
        return [("", stated), (say("metrics-computed", state.language), computed)]
    names, found = _places(package, state, listed), dict[str, list[Metric]]()
    for metric in in_region_order(package, state, listed):
        found.setdefault(metric.region, []).append(metric)
    return [(names.get(region, ""), metrics) for region, metrics in found.items()]


def _by_topic(package: Package, state: State, listed: Sequence[Metric]) -> MetricGroups:
    return [
        (topic.label.in_(state.script), [metric for metric in listed if metric.topic == topic.id])
        for topic in package.exhibit.topics
    ]


def _by_size(_package: Package, state: State, listed: Sequence[Metric]) -> MetricGroups:
    """Largest first within each unit; figures whose unit occurs once, and those without one, come last in one group."""
    counts = Counter(metric.unit.base.hans for metric in listed if metric.unit.name and metric.value.is_amount)
    units = sorted((unit for unit in counts if counts[unit] > 1), key=lambda unit: -counts[unit])
    grouped: MetricGroups = []
    for unit in units:
        metrics = [metric for metric in listed if metric.unit.base.hans == unit and metric.value.is_amount]
        name = metrics[0].unit.base.in_(state.script)
        metrics.sort(key=lambda metric: -metric.base_size)
        grouped.append((say("metrics-unit", state.language, unit=name), metrics))
    sized = {metric.id for _, metrics in grouped for metric in metrics}
    single = [metric for metric in listed if metric.id not in sized]
    heading = say("metrics-other-units", state.language)
    return [*grouped, (heading if grouped else "", single)]

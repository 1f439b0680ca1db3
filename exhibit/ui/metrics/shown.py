"""What the panel of figures shows; no Qt."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from exhibit.model.metric import Metric
from exhibit.model.package import Package
from exhibit.model.state import ORDERS, Location, State
from exhibit.strings import say
from exhibit.ui.metrics.links import TopicLinksShown, in_order_of_places, topic_links
from exhibit.ui.metrics.tile_shown import TileShown, tile_shown
from exhibit.ui.widgets.choice import ChoiceShown

_MOST: Final = 500
"""Figures listed at once, in reading order; more are counted and not listed."""


class TileGroupShown(NamedTuple):
    """Tiles under a heading, or under none where it is ""."""

    heading: str
    tiles: tuple[TileShown, ...]


class MetricsShown(NamedTuple):
    """The whole panel; `topics` begins with all of them, whose key is ""."""

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
    """Said where there is no tile."""
    chosen: str | None
    ways: tuple[TopicLinksShown, ...] = ()
    """To what else there is of the chosen topic."""

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
        say("metrics", language),
        _summary(package, state, listed),
        say("metrics-scope", language),
        _scopes(state),
        say("metrics-topic", language),
        _topics(package, state, stated if len(stated) < _MOST else None),
        say("metrics-order", language),
        tuple(ChoiceShown(order, say(f"metrics-by-{order}", language), order == state.order) for order in ORDERS),
        _groups(package, state, listed),
        "" if listed else say("metrics-none", language),
        place.metric if any(metric.id == place.metric for metric in listed) else None,
        topic_links(package, state) if place.topic else (),
    )


MetricList = Sequence[Metric]


def _in_scope(package: Package, place: Location) -> tuple[MetricList, MetricList]:
    """What the articles state, and what was computed of it."""
    if place.everywhere:
        return package.metrics(count=_MOST), package.computed(count=_MOST)
    if place.article is None:
        return (), ()
    return package.metrics(article=place.article, count=_MOST), package.computed(article=place.article, count=_MOST)


def _listed(package: Package, stated: MetricList, computed: MetricList, place: Location) -> list[Metric]:
    """Those of the topic; the chosen one is listed even where it is of another topic or far down."""
    if place.everywhere and place.topic and len(stated) == _MOST:
        stated = package.metrics(topic=place.topic, count=_MOST)
    scope = (*stated, *computed)
    listed = [metric for metric in scope if place.topic in (None, metric.topic) or metric.id == place.metric]
    if place.everywhere and place.metric and all(metric.id != place.metric for metric in listed):
        listed[:0] = [metric] if (metric := package.metric(place.metric)) else []
    return listed


def _summary(package: Package, state: State, listed: MetricList) -> str:
    """How many there are, and how many of them were computed."""
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


def _topics(package: Package, state: State, stated: MetricList | None) -> tuple[ChoiceShown, ...]:
    """All, and each topic with its stated figures in scope; None where there are too many to count."""
    chosen, counts = state.place.topic, _tally(metric.topic for metric in stated or ())
    choices = [ChoiceShown("", say("metrics-all-topics", state.language), chosen is None)]
    for topic in package.exhibit.topics:
        count = "" if stated is None else str(counts.get(topic.id, 0))
        choices.append(ChoiceShown(topic.id, topic.label.in_(state.script), topic.id == chosen, count))
    return tuple(choices)


def _tally(keys: Iterable[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for key in keys:
        counts[key] = counts.get(key, 0) + 1
    return counts


def _groups(package: Package, state: State, listed: Sequence[Metric]) -> tuple[TileGroupShown, ...]:
    grouped = {"text": _as_in_text, "topic": _by_topic, "size": _by_size}[state.order](package, state, listed)
    places = _places(package, state, listed)
    return tuple(
        TileGroupShown(
            heading, tuple(tile_shown(package, state, metric, places.get(metric.region, "")) for metric in metrics)
        )
        for heading, metrics in grouped
        if metrics
    )


def _places(package: Package, state: State, listed: Sequence[Metric]) -> dict[str, str]:
    """Short names of the regions, where several can be listed."""
    if not state.place.everywhere:
        return {}
    found = map(package.region, {metric.region for metric in listed})
    return {region.id: region.short.in_(state.script) for region in found if region}


MetricGroups = list[tuple[str, Sequence[Metric]]]


def _as_in_text(package: Package, state: State, listed: Sequence[Metric]) -> MetricGroups:
    """Place by place where a topic is shown across all of them."""
    if not (state.place.everywhere and state.place.topic):
        stated, computed = ([metric for metric in listed if metric.computed is sort] for sort in (False, True))
        return [("", stated), (say("metrics-computed", state.language), computed)]
    names, found = _places(package, state, listed), dict[str, list[Metric]]()
    for metric in in_order_of_places(package, state, listed):
        found.setdefault(metric.region, []).append(metric)
    return [(names.get(region, ""), metrics) for region, metrics in found.items()]


def _by_topic(package: Package, state: State, listed: Sequence[Metric]) -> MetricGroups:
    return [
        (topic.label.in_(state.script), [metric for metric in listed if metric.topic == topic.id])
        for topic in package.exhibit.topics
    ]


def _by_size(_package: Package, state: State, listed: Sequence[Metric]) -> MetricGroups:
    """Only what is counted in one unit can be put in order; units that occur once come last, together."""
    counts = _tally(metric.unit.base.hans for metric in listed)
    units = sorted((unit for unit in counts if counts[unit] > 1), key=lambda unit: -counts[unit])
    grouped: MetricGroups = []
    for unit in units:
        metrics = [metric for metric in listed if metric.unit.base.hans == unit]
        name = metrics[0].unit.base.in_(state.script)
        metrics.sort(key=lambda metric: -metric.base_value)
        grouped.append((say("metrics-unit", state.language, unit=name), metrics))
    single = [metric for metric in listed if counts[metric.unit.base.hans] == 1]
    heading = say("metrics-other-units", state.language)
    return [*grouped, (heading if grouped else "", single)]

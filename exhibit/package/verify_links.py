"""Verifies that what describes the articles leads into them: systems, comparisons, terms, events, computed figures."""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from exhibit.model.article import Article, Body, sections_of
from exhibit.model.metric import Metric
from exhibit.model.package import Package
from exhibit.model.system import System, drawn_parts
from exhibit.model.term import occurrences_in
from exhibit.package.topic_counter import TopicCounter

_MOST: Final = 1_000_000
"""Rows of one kind."""


class LinkChecker:
    """Compares the lists of terms' places and of topics' sections, and the counts of topics, with what is there.

    It keeps a sum for each, no places.
    """

    def __init__(self, package: Package) -> None:
        self._package = package
        self._sums = {term.id: 0 for term in package.terms()}
        self._topics = {topic.id: 0 for topic in package.exhibit.topics}
        self._tally = TopicCounter(package.computed(count=_MOST), package.systems(count=_MOST))

    def take_article(self, article: Article, metrics: Sequence[Metric]) -> Iterator[str]:
        """The sections and the figures of an article."""
        self._tally.take_article(article, metrics)
        for one in sections_of(article):
            if one.section.topic in self._topics:
                self._topics[one.section.topic] += hash(one)
            else:
                yield f"{article.id}: the section {one.section.id} has no topic of the exhibit"

    def take(self, body: Body) -> Iterator[str]:
        """The marks of an edition."""
        for one in occurrences_in(body):
            if one.term in self._sums:
                self._sums[one.term] += hash(one)
            else:
                yield f"{body.article}: a mark of {one.block} is of no term"

    def faults(self) -> Iterator[str]:
        """What the lists have otherwise, once every edition was taken, and what leads from a term to none."""
        regions = self._package.regions()
        for topic, total in self._topics.items():
            if total != sum(map(hash, self._package.sections(topic, count=_MOST))):
                yield f"the sections of the topic {topic} are not those of the articles"
            if self._tally.of(topic, regions) != tuple(self._package.topic_counts(topic).items()):
                yield f"what is counted of the topic {topic} is not what is there"
        for term in self._package.terms():
            if self._sums[term.id] != sum(map(hash, self._package.occurrences(term.id, _MOST))):
                yield f"the term {term.id} is not where it is said to be"
            if not self._sums.keys() >= set(term.see):
                yield f"the term {term.id} sends the reader to one that is not there"


def description_faults(package: Package) -> Iterator[str]:
    """What leads nowhere, or is not counted as it should be."""
    computed, systems = package.computed(count=_MOST), package.systems(count=_MOST)
    comparisons, terms, events = package.comparisons(), package.terms(), package.events()
    counts = package.exhibit.counts
    stated = (counts.computed, counts.systems, counts.comparisons, counts.terms, counts.events)
    if tuple(map(len, (computed, systems, comparisons, terms, events))) != stated:
        yield "it does not hold the descriptions it says it holds"
    for metric in computed:
        yield from _computed_faults(package, metric)
    for system in systems:
        yield from _system_faults(package, system)
    for comparison in comparisons:
        bases = {metric.unit.base if metric else None for metric in map(package.metric, comparison.metrics)}
        if bases != {comparison.unit}:
            yield f"the comparison {comparison.id} is of figures that are not there or do not compare"
    for event in events:
        if not _is_there(package, event.article, event.edition, [event.passage]):
            yield f"the event {event.id} leads nowhere"


def _computed_faults(package: Package, metric: Metric) -> Iterator[str]:
    topics = {topic.id for topic in package.exhibit.topics}
    article = package.article(metric.article)
    fitting = article is not None and article.region == metric.region and metric.topic in topics
    if not fitting or metric.formula is None or metric.evidence or not math.isfinite(metric.base_value):
        yield f"{metric.id} is no computed figure"
    elif not metric.formula.metrics or any(package.metric(id) is None for id in metric.formula.metrics):
        yield f"{metric.id} is computed of figures that are not there"


def _system_faults(package: Package, system: System) -> Iterator[str]:
    parts = [part.id for part in system.parts]
    whole = (system.whole,) if system.whole else ()
    if sorted((*whole, *drawn_parts(system.drawing))) != sorted(set(parts)) or len(set(parts)) != len(parts):
        yield f"the system {system.id} does not draw its parts"
    topics = {topic.id for topic in package.exhibit.topics}
    for part in system.parts:
        metrics = {*part.metrics, *([part.units.metric] if part.units else [])}
        if part.topic not in topics or any(package.metric(id) is None for id in metrics):
            yield f"{system.id}: the part {part.id} has a topic or a figure that is not there"
        if not _is_there(package, system.article, system.edition, (*part.passages, *part.see)):
            yield f"{system.id}: the part {part.id} leads nowhere"


def _is_there(package: Package, article: str, edition: str, passages: Iterable[str]) -> bool:
    found = package.article(article)
    if found is None or all(one.id != edition for one in found.editions):
        return False
    return {block.id for block in package.body(article, edition).blocks}.issuperset(passages)

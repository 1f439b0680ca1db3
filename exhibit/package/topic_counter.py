"""Counts what the regions of a package have of each topic: the writer stores the counts, the verification compares."""

from collections.abc import Iterable, Sequence
from typing import Literal

from exhibit.model.article import Article, sections_of
from exhibit.model.metric import Metric
from exhibit.model.package import TopicCounts
from exhibit.model.region import Region
from exhibit.model.system import System

_CountKind = Literal["figures", "computed", "sections", "parts"]


class TopicCounter:
    """Counts article by article, and keeps only numbers."""

    def __init__(self, computed: Iterable[Metric], systems: Iterable[System]) -> None:
        self._counts: dict[str, dict[str, dict[_CountKind, int]]] = {}
        self._descriptions: dict[str, list[tuple[str, _CountKind]]] = {}
        for metric in computed:
            self._descriptions.setdefault(metric.article, []).append((metric.topic, "computed"))
        for system in systems:
            self._descriptions.setdefault(system.article, []).extend((part.topic, "parts") for part in system.parts)

    def add_article(self, article: Article, metrics: Sequence[Metric]) -> None:
        """Counts an article's sections, its stated and computed figures, and the parts of its systems."""
        for one in sections_of(article):
            self._add(one.section.topic, article.region, "sections")
        for metric in metrics:
            self._add(metric.topic, article.region, "figures")
        for topic, kind in self._descriptions.get(article.id, ()):
            self._add(topic, article.region, kind)

    def counts_of(self, topic: str, regions: Iterable[Region]) -> tuple[tuple[str, TopicCounts], ...]:
        """The counts of a topic by region id. Regions that have nothing of it are left out."""
        counts = self._counts.get(topic, {})
        return tuple((region.id, TopicCounts(**counts[region.id])) for region in regions if region.id in counts)

    def _add(self, topic: str, region: str, kind: _CountKind) -> None:
        counts = self._counts.setdefault(topic, {}).setdefault(region, {})
        counts[kind] = counts.get(kind, 0) + 1

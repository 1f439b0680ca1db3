"""Counts what a package holds of each theme, place by place: the writer keeps the counts, verify counts again."""

from collections.abc import Iterable, Sequence
from typing import Literal

from exhibit.model.article import Article, sections_of
from exhibit.model.metric import Metric
from exhibit.model.package import TopicCounts
from exhibit.model.region import Region
from exhibit.model.system import System

_Kind = Literal["figures", "computed", "sections", "parts"]


class TopicCounter:
    """Takes the articles one by one and keeps only numbers."""

    def __init__(self, computed: Iterable[Metric], systems: Iterable[System]) -> None:
        self._numbers: dict[str, dict[str, dict[_Kind, int]]] = {}
        self._described: dict[str, list[tuple[str, _Kind]]] = {}
        for metric in computed:
            self._described.setdefault(metric.article, []).append((metric.theme, "computed"))
        for system in systems:
            self._described.setdefault(system.article, []).extend((part.theme, "parts") for part in system.parts)

    def take_article(self, article: Article, metrics: Sequence[Metric]) -> None:
        """The sections of an article, its figures, stated and computed, and the parts of its systems."""
        for one in sections_of(article):
            self._add(one.section.theme, article.region, "sections")
        for metric in metrics:
            self._add(metric.theme, article.region, "figures")
        for theme, kind in self._described.get(article.id, ()):
            self._add(theme, article.region, kind)

    def of(self, theme: str, regions: Iterable[Region]) -> tuple[tuple[str, TopicCounts], ...]:
        """The counts of a theme, region by region; those that have nothing of it are missing."""
        found = self._numbers.get(theme, {})
        return tuple((region.id, TopicCounts(**found[region.id])) for region in regions if region.id in found)

    def _add(self, theme: str, region: str, kind: _Kind) -> None:
        numbers = self._numbers.setdefault(theme, {}).setdefault(region, {})
        numbers[kind] = numbers.get(kind, 0) + 1

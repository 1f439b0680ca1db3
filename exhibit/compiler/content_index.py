"""Collects what the articles hold, article by article, for the checks and descriptions that look across articles."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from exhibit.compiler.article.compiled_article import CompiledArticle
from exhibit.compiler.problems import ProblemPlace
from exhibit.model.metric import FigureValue, Metric, Unit, ValueInterval
from exhibit.model.text import Script, Text


class IndexedFigure(NamedTuple):
    """The part of a figure that pictures, comparisons and formulas need."""

    label: Text
    value: FigureValue
    unit: Unit
    period: Text | None

    @property
    def base(self) -> str:
        """The unit that it is compared in, in Simplified characters."""
        return self.unit.base.hans

    @property
    def base_interval(self) -> ValueInterval:
        """What the amount can be, in the base unit."""
        return self.value.interval.times(self.unit.factor)


class DescribedArticle(NamedTuple):
    """The part of an article that a description needs; of its edition in articles/ID.md."""

    region: str | None
    edition: str
    script: Script
    blocks: Mapping[str, str]
    """The section of each block, by the block's id."""
    blocks_of_figures: Mapping[str, str]
    """The block that each figure stands in, by the figure's full id."""


@dataclass(slots=True)
class ContentIndex:
    """Figures, counts and described articles of an exhibit; it keeps no texts."""

    figures: dict[str, IndexedFigure] = field(default_factory=dict)
    """Usable figures by full id."""
    declared: set[str] = field(default_factory=set)
    """The full id of every figure, also of those with mistakes."""
    pictures: list[tuple[Metric, ProblemPlace]] = field(default_factory=list)
    """The figures with a picture, and where they were written."""
    described: dict[str, DescribedArticle] = field(default_factory=dict)
    forms: set[str] = field(default_factory=set)
    """The forms of glossary terms that the texts hold."""
    articles_of: Counter[str] = field(default_factory=Counter)
    """Articles by region."""
    figures_of: Counter[str] = field(default_factory=Counter)
    """Figures by region."""
    characters: int = 0
    is_complete: bool = True
    """True if every article could be read."""

    def add(self, compiled: CompiledArticle) -> None:
        """Takes in an article, with or without its texts."""
        for metric, where in zip(compiled.metrics, compiled.places, strict=True):
            if metric.id in compiled.disputed:
                continue
            self.figures[metric.id] = IndexedFigure(metric.label, metric.value, metric.unit, metric.period)
            if metric.picture:
                self.pictures.append((metric, where))
        self.declared.update(compiled.declared)
        self.forms.update(compiled.forms)
        self.is_complete &= compiled.article is not None
        if compiled.article:
            self.articles_of[compiled.article.region] += 1
            self.figures_of[compiled.article.region] += len(compiled.metrics)
            self.characters += sum(edition.length for edition in compiled.article.editions)

    def add_described(self, id: str, compiled: CompiledArticle) -> None:
        """Takes in what descriptions of an article need. `compiled` must hold the texts."""
        main = compiled.main
        blocks = {one.id: one.section for body in compiled.bodies if body.edition == main for one in body.blocks}
        evidence = {metric.id: metric.evidence_in(main) for metric in compiled.metrics}
        found = {key: one.block for key, one in evidence.items() if one}
        region = compiled.article.region if compiled.article else None
        self.described[id] = DescribedArticle(region, main, compiled.script, blocks, found)

"""What is searched: the texts of each row of a package, and where each leads."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from exhibit.model.article import Article, Block
from exhibit.model.metric import Metric, number_text
from exhibit.model.search import HitKind, TextSpan
from exhibit.model.text import Text

if TYPE_CHECKING:  # a first search waits for nothing that it does not find
    from exhibit.model.comparison import Comparison
    from exhibit.model.event import Event
    from exhibit.model.region import Region
    from exhibit.model.system import System
    from exhibit.model.term import Term

_YEAR: Final = re.compile(r"(?<!\d)[12]\d{3}(?=年)")


class SearchedPassage(NamedTuple):
    """A text that is searched as a whole; nothing is found across two of them."""

    kind: HitKind
    id: str
    text: Text
    article: str | None = None
    edition: str | None = None
    block: str | None = None
    span: TextSpan | None = None
    """Where in the block it stands; None is where it was found."""
    region: str | None = None
    topics: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    name: bool = False
    """Whether it is a name: answers to pinyin, and completes what is being typed."""

    @property
    def offered_years(self) -> tuple[int, ...]:
        """Those of its years that a filter offers: of an event's span only the first and the last."""
        return (self.years[0], self.years[-1]) if self.kind == "event" else self.years


def region_passages(region: "Region") -> Iterator[SearchedPassage]:
    """A place by its name and its short name."""
    for text in dict.fromkeys((region.name, region.short)):
        yield SearchedPassage("region", region.id, text, region=region.id, name=True)


def title_passages(article: Article) -> Iterator[SearchedPassage]:
    """An article by the titles of its editions, by the one it was printed under, and by its overviews."""
    topics = tuple(sorted({section.topic for one in article.editions for section in one.sections}))
    titles = {edition.title: edition.id for edition in reversed(article.editions)}
    printed = {article.citation.title: article.editions[0].id}
    for text, edition in (dict(reversed(titles.items())) | printed).items():
        years = (article.citation.year,)
        yield SearchedPassage(
            "title", article.id, text, article.id, edition, None, None, article.region, topics, years, name=True
        )
    for one in article.editions:
        yield SearchedPassage(
            "title", article.id, one.overview, article.id, one.id, None, None, article.region, topics, years
        )


def heading_passages(article: Article) -> Iterator[SearchedPassage]:
    """The sections' titles, of every edition."""
    years = (article.citation.year,)
    for edition in article.editions:
        for one in edition.sections:
            yield SearchedPassage(
                "heading", one.id, one.title, article.id, edition.id, one.id, None, article.region, (one.topic,), years,
                name=True,
            )  # fmt: skip


def text_passage(block: Block, article: str, edition: str, facts: Article | None) -> SearchedPassage:
    """A block of an edition; without its article's facts nothing is known for filters."""
    topics: Mapping[str, str] = {}
    if facts:
        topics = {one.id: one.topic for one in facts.edition(edition).sections}
    topic = topics.get(block.section)
    region, years = (facts.region, (facts.citation.year,)) if facts else (None, ())
    return SearchedPassage(
        "text", block.id, block.text, article, edition, block.id, None, region, (topic,) if topic else (), years
    )


def metric_passages(metric: Metric, article: Article | None) -> Iterator[SearchedPassage]:
    """A figure by its label, its number and its unit."""
    first = metric.evidence[0] if metric.evidence else None
    number = f" {number_text(metric.value)}"
    unit, label = metric.unit.name, metric.label
    text = Text(label.hans + number + unit.hans, label.hant + number + unit.hant)
    years = tuple(map(int, _YEAR.findall(metric.period.hans))) if metric.period else ()
    if not years and article:
        years = (article.citation.year,)
    edition = first.edition if first else article.editions[0].id if article else None
    span = TextSpan(first.mark_start, first.mark_end) if first else None
    block = first.block if first else None
    yield SearchedPassage(
        "metric", metric.id, text, metric.article, edition, block, span, metric.region, (metric.topic,), years
    )


def system_passages(system: "System", article: Article | None, names: bool) -> Iterator[SearchedPassage]:
    """A system by its title and its parts' names, or by its lead and their texts; a part leads to its first passage."""
    region, years = (article.region, (article.citation.year,)) if article else (None, ())
    topics = tuple(sorted({part.topic for part in system.parts}))
    yield SearchedPassage(
        "part", system.id, system.title if names else system.lead, system.article, system.edition, None,
        None, region, topics, years, names,
    )  # fmt: skip
    for part in system.parts:
        yield SearchedPassage(
            "part", f"{system.id}/{part.id}", part.name if names else part.text, system.article, system.edition,
            next(iter(part.passages), None), None, region, (part.topic,), years, names,
        )  # fmt: skip


def term_passages(term: "Term", names: bool) -> Iterator[SearchedPassage]:
    """A word by its forms, or by its explanation."""
    for text in (term.term, *term.variants) if names else (term.text,):
        yield SearchedPassage("term", term.id, text, name=names)


def event_passages(event: "Event", article: Article | None) -> Iterator[SearchedPassage]:
    """A dated event by what it says."""
    region = article.region if article else None
    yield SearchedPassage(
        "event", event.id, event.text, event.article, event.edition, event.passage, None, region, (), event.date.years
    )


def comparison_passages(comparison: "Comparison", names: bool) -> Iterator[SearchedPassage]:
    """A comparison by its title, or by its caveat; it is of several places, so of none for filters."""
    yield SearchedPassage("comparison", comparison.id, comparison.title if names else comparison.caveat, name=names)


def name_passages(text: Text) -> Iterator[SearchedPassage]:
    """A name that only the texts hold."""
    yield SearchedPassage("text", "", text, name=True)

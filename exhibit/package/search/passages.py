"""The passages that are searched: the texts of each row of a package, and where each leads to."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from exhibit.model.article import Article, Block
from exhibit.model.figure_words import figure_text
from exhibit.model.metric import Metric
from exhibit.model.search import HitKind, TextSpan
from exhibit.model.text import SCRIPTS, Text

if TYPE_CHECKING:  # a first search must not wait for what it does not find
    from exhibit.model.comparison import Comparison
    from exhibit.model.event import Event
    from exhibit.model.region import Region
    from exhibit.model.system import System
    from exhibit.model.term import Term

_PERIOD_YEAR: Final = re.compile(r"(?<!\d)[12]\d{3}(?=年)")


class SearchedPassage(NamedTuple):
    """A text that is searched as a whole: a match never reaches from one passage into another."""

    kind: HitKind
    id: str
    text: Text
    article: str | None = None
    edition: str | None = None
    block: str | None = None
    span: TextSpan | None = None
    """Its place in the block; None for the place of the match."""
    region: str | None = None
    topics: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    is_name: bool = False
    """Whether it is a name, which is found by its pinyin and completes what is being typed."""

    @property
    def offered_years(self) -> tuple[int, ...]:
        """Those of its years that a filter offers: of an event's span only the first and the last."""
        return (self.years[0], self.years[-1]) if self.kind == "event" else self.years


def region_passages(region: "Region") -> Iterator[SearchedPassage]:
    """The name and the short name of a region."""
    for text in dict.fromkeys((region.name, region.short)):
        yield SearchedPassage("region", region.id, text, region=region.id, is_name=True)


def title_passages(article: Article) -> Iterator[SearchedPassage]:
    """The titles of an article's editions, its printed title, and its overviews."""
    topics = tuple(sorted({section.topic for one in article.editions for section in one.sections}))
    titles = {edition.title: edition.id for edition in reversed(article.editions)}
    printed = {article.citation.title: article.editions[0].id}
    for text, edition in (dict(reversed(titles.items())) | printed).items():
        years = (article.citation.year,)
        yield SearchedPassage(
            "title", article.id, text, article.id, edition, None, None, article.region, topics, years, is_name=True
        )
    for one in article.editions:
        yield SearchedPassage(
            "title", article.id, one.overview, article.id, one.id, None, None, article.region, topics, years
        )


def heading_passages(article: Article) -> Iterator[SearchedPassage]:
    """The titles of the sections of every edition."""
    years = (article.citation.year,)
    for edition in article.editions:
        for one in edition.sections:
            yield SearchedPassage(
                "heading", one.id, one.title, article.id, edition.id, one.id, None, article.region, (one.topic,), years,
                is_name=True,
            )  # fmt: skip


def text_passage(block: Block, article: str, edition: str, details: Article | None) -> SearchedPassage:
    """A block of an edition; without `details` of its article, nothing is known for the filters."""
    topics: Mapping[str, str] = {}
    if details:
        topics = {one.id: one.topic for one in details.edition(edition).sections}
    topic = topics.get(block.section)
    region, years = (details.region, (details.citation.year,)) if details else (None, ())
    return SearchedPassage(
        "text", block.id, block.text, article, edition, block.id, None, region, (topic,) if topic else (), years
    )


def metric_passages(metric: Metric, article: Article | None) -> Iterator[SearchedPassage]:
    """The label and the value of a figure."""
    first = metric.evidence[0] if metric.evidence else None
    words = (figure_text(metric.value, metric.unit.name, script).words.replace(" ", "") for script in SCRIPTS)
    hans, hant = words
    text = Text(f"{metric.label.hans} {hans}", f"{metric.label.hant} {hant}")
    years = tuple(map(int, _PERIOD_YEAR.findall(metric.period.hans))) if metric.period else ()
    if not years and article:
        years = (article.citation.year,)
    edition = first.edition if first else article.editions[0].id if article else None
    span = TextSpan(first.mark_start, first.mark_end) if first else None
    block = first.block if first else None
    yield SearchedPassage(
        "metric", metric.id, text, metric.article, edition, block, span, metric.region, (metric.topic,), years
    )


def system_passages(system: "System", article: Article | None, names: bool) -> Iterator[SearchedPassage]:
    """The title of a system and its parts' names, or its lead and their texts. A part leads to its first passage."""
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
    """A term and its variants, or its explanation."""
    for text in (term.term, *term.variants) if names else (term.text,):
        yield SearchedPassage("term", term.id, text, is_name=names)


def event_passages(event: "Event", article: Article | None) -> Iterator[SearchedPassage]:
    """The text of an event."""
    region = article.region if article else None
    yield SearchedPassage(
        "event", event.id, event.text, event.article, event.edition, event.passage, None, region, (), event.date.years
    )


def comparison_passages(comparison: "Comparison", names: bool) -> Iterator[SearchedPassage]:
    """The title of a comparison, or its caveat. It belongs to several regions, so to none for the filters."""
    yield SearchedPassage("comparison", comparison.id, comparison.title if names else comparison.caveat, is_name=names)


def name_passages(text: Text) -> Iterator[SearchedPassage]:
    """A name that only the texts hold."""
    yield SearchedPassage("text", "", text, is_name=True)

"""What the panel of sources shows; no Qt."""

from collections.abc import Iterator
from dataclasses import dataclass

from exhibit.model.article import Article, Citation, Edition
from exhibit.model.package import Package
from exhibit.model.state import InterfaceLanguage, State
from exhibit.strings import say
from exhibit.ui.sources.cite import gb7714, plain
from exhibit.ui.widgets.quotes import block_label, section_label
from exhibit.ui.widgets.values import value_text

_MOST = 200
"""Figures of one article that are looked at."""


@dataclass(frozen=True, slots=True)
class FactShown:
    """What is known of the article, under its name."""

    label: str
    text: str
    more: str = ""
    """How it is known."""


@dataclass(frozen=True, slots=True)
class RemarkShown:
    """What the exhibit says about a place in the article, and the way there: a figure, or a block of the text."""

    metric: str
    block: str
    label: str
    where: str
    text: str


@dataclass(frozen=True, slots=True)
class CiteShown:
    """References to be copied, and what they lack."""

    title: str
    gb: str
    gb_label: str
    plain: str
    plain_label: str
    lacks: str


@dataclass(frozen=True, slots=True)
class SourcesShown:
    """The whole panel; without an article only `empty`."""

    title: str
    empty: str = ""
    article: str = ""
    edition: str = ""
    facts: tuple[FactShown, ...] = ()
    unverified: str = ""
    cite: CiteShown | None = None
    changed_title: str = ""
    changed: tuple[FactShown, ...] = ()
    remarks_title: str = ""
    remarks: tuple[RemarkShown, ...] = ()


def sources_shown(package: Package, state: State) -> SourcesShown:
    """Where the article in view is from, and what the exhibit did with it."""
    language = state.language
    article = package.article(state.place.article) if state.place.article else None
    if article is None:
        return SourcesShown(say("sources", language), say("no-article", language))
    edition = article.edition(state.place.edition)
    remarks = (*_figures(package, state, article), *_notes(package, state, article, edition))
    return SourcesShown(
        say("sources", language),
        "",
        article.id,
        edition.id,
        tuple(_facts(article.citation, state)),
        say("sources-unverified", language),
        _cite_shown(package, state, article, edition),
        say("sources-changed", language),
        tuple(_changed(package, state, edition)),
        say("sources-remarks", language, count=len(remarks)) if remarks else "",
        remarks,
    )


def _facts(citation: Citation, state: State) -> Iterator[FactShown]:
    """What is not printed is said to be so."""
    script, language = state.script, state.language
    newspaper = citation.newspaper.in_(script) if citation.newspaper else say("newspaper-not-printed", language)
    byline = citation.byline.in_(script) if citation.byline else say("sources-no-byline", language)
    date = citation.date.in_(script) if citation.date else say("date-not-printed", language)
    printed = citation.date is not None and str(citation.year) in citation.date.hans
    year = say("sources-year-printed" if printed else "year-inferred", language, year=citation.year)
    yield FactShown(say("sources-title", language), citation.title.in_(script))
    yield FactShown(say("sources-newspaper", language), newspaper)
    yield FactShown(say("sources-byline", language), byline)
    yield FactShown(say("sources-date", language), date)
    yield FactShown(say("sources-year", language), year, citation.year_reason.in_(script))
    yield FactShown(say("sources-kind", language), say(f"source-kind-{citation.kind}", language))


def _cite_shown(package: Package, state: State, article: Article, edition: Edition) -> CiteShown:
    script, language, exhibit = state.script, state.language, package.exhibit
    held = f"{exhibit.title.in_(script)}，{exhibit.edition(edition.id).label.in_(script)}"
    gb = gb7714(article.citation, script)
    lacks = [say(f"cite-lacks-{article.citation.kind}", language)]
    if ". [" in gb or ", [" in gb:
        lacks.append(say("cite-brackets", language))
    return CiteShown(
        say("cite", language),
        gb,
        say("cite-gb", language),
        plain(article.citation, held, script),
        say("cite-plain", language),
        _joined(lacks, language),
    )


def _changed(package: Package, state: State, edition: Edition) -> Iterator[FactShown]:
    """Who wrote the edition in view, and how the other script was made."""
    script, language = state.script, state.language
    name, conversion = package.exhibit.edition(edition.id), package.exhibit.conversion
    yield FactShown(name.label.in_(script), name.note.in_(script))
    kinds = {"hans": say("simplified", language), "hant": say("traditional", language)}
    made = "hant" if edition.script == "hans" else "hans"
    config = conversion.to_hant if made == "hant" else conversion.to_hans
    said = [say("sources-written", language, written=kinds[edition.script], made=kinds[made], config=config)]
    if conversion.quotes:
        said.append(say("sources-quotes", language))
    counted = say("sources-exceptions", language, exceptions=conversion.exceptions, settled=conversion.settled)
    yield FactShown(say("sources-scripts", language), _joined([*said, counted], language))


def _figures(package: Package, state: State, article: Article) -> Iterator[RemarkShown]:
    """The figures with a note, in reading order."""
    script = state.script
    for metric in package.metrics(article=article.id, count=_MOST):
        if metric.note:
            value = value_text(metric, script).words
            yield RemarkShown(metric.id, "", metric.label.in_(script), value, metric.note.in_(script))


def _notes(package: Package, state: State, article: Article, edition: Edition) -> Iterator[RemarkShown]:
    """The notes that stand in the text of the edition in view."""
    body, language = package.body(article.id, edition.id), state.language
    for block in body.blocks:
        if block.kind == "note":
            section = section_label(block.section, edition, language)
            where = " · ".join(part for part in (section, block_label(block.id, body, language)) if part)
            yield RemarkShown("", block.id, say("metrics-to-text", language), where, block.text.in_(state.script))


def _joined(sentences: list[str], language: InterfaceLanguage) -> str:
    return (" " if language == "en" else "").join(sentences)

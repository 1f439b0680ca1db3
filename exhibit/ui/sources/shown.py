"""What the panel of sources shows; no Qt."""

from collections.abc import Iterator
from typing import NamedTuple

from exhibit.model.article import Article, Citation, Edition
from exhibit.model.figure_words import value_text
from exhibit.model.limits import MAX_FIGURES
from exhibit.model.package import Package
from exhibit.model.state import InterfaceLanguage, State
from exhibit.strings import say
from exhibit.ui.sources.cite import gb7714_reference, plain_reference
from exhibit.ui.widgets.choice import LinkShown
from exhibit.ui.widgets.quotes import block_label, section_label


class SourceFactShown(NamedTuple):
    """What is known about the source, and the name of the fact."""

    label: str
    text: str
    more: str = ""
    """How it is known."""


class RemarkedFigure(NamedTuple):
    """A figure that a remark is about, by its id."""

    metric: str


class RemarkedNote(NamedTuple):
    """A note in the text, by ids."""

    article: str
    edition: str
    block: str


RemarkTarget = RemarkedFigure | RemarkedNote
"""Where the link of a remark leads."""


class RemarkShown(NamedTuple):
    """What the exhibit remarks on a figure or in the text, and a link to it."""

    link: LinkShown[RemarkTarget]
    text: str


class ReferencesShown(NamedTuple):
    """Two references with the labels of the buttons that copy them, and what is missing in them."""

    title: str
    gb7714: str
    copy_gb7714: str
    plain: str
    copy_plain: str
    missing: str


class SourcesShown(NamedTuple):
    """The whole panel; `empty` is shown instead of the rest if there is no article."""

    title: str
    empty: str = ""
    article: str = ""
    edition: str = ""
    facts: tuple[SourceFactShown, ...] = ()
    unverified: str = ""
    references: ReferencesShown | None = None
    changed_title: str = ""
    changed: tuple[SourceFactShown, ...] = ()
    remarks_title: str = ""
    remarks: tuple[RemarkShown, ...] = ()


def sources_shown(package: Package, state: State) -> SourcesShown:
    """Where the article in view was printed, and what the exhibit did with it."""
    language = state.language
    article = package.article(state.place.article) if state.place.article else None
    if article is None:
        return SourcesShown(title=say("sources", language), empty=say("no-article", language))
    edition = article.edition(state.place.edition)
    remarks = (*_figures(package, state, article), *_notes(package, state, article, edition))
    return SourcesShown(
        title=say("sources", language),
        article=article.id,
        edition=edition.id,
        facts=tuple(_facts(article.citation, state)),
        unverified=say("sources-unverified", language),
        references=_references_shown(package, state, article, edition),
        changed_title=say("sources-changed", language),
        changed=tuple(_changed(package, state, edition)),
        remarks_title=say("sources-remarks", language, count=len(remarks)) if remarks else "",
        remarks=remarks,
    )


def _facts(citation: Citation, state: State) -> Iterator[SourceFactShown]:
    """The citation fact by fact; a fact that was not printed says so."""
    script, language = state.script, state.language
    newspaper = citation.newspaper.in_(script) if citation.newspaper else say("newspaper-not-printed", language)
    byline = citation.byline.in_(script) if citation.byline else say("sources-no-byline", language)
    date = citation.date.in_(script) if citation.date else say("date-not-printed", language)
    printed = citation.date is not None and str(citation.year) in citation.date.hans
    year = say("sources-year-printed" if printed else "year-inferred", language, year=citation.year)
    yield SourceFactShown(say("sources-title", language), citation.title.in_(script))
    yield SourceFactShown(say("sources-newspaper", language), newspaper)
    yield SourceFactShown(say("sources-byline", language), byline)
    yield SourceFactShown(say("sources-date", language), date)
    yield SourceFactShown(say("sources-year", language), year, citation.year_reason.in_(script))
    yield SourceFactShown(say("sources-kind", language), say(f"source-kind-{citation.kind}", language))


def _references_shown(package: Package, state: State, article: Article, edition: Edition) -> ReferencesShown:
    script, language, exhibit = state.script, state.language, package.exhibit
    location = f"{exhibit.title.in_(script)}，{exhibit.edition(edition.id).label.in_(script)}"
    gb7714 = gb7714_reference(article.citation, script)
    missing = [say(f"cite-lacks-{article.citation.kind}", language)]
    if ". [" in gb7714 or ", [" in gb7714:
        missing.append(say("cite-brackets", language))
    return ReferencesShown(
        title=say("cite", language),
        gb7714=gb7714,
        copy_gb7714=say("cite-gb", language),
        plain=plain_reference(article.citation, location, script),
        copy_plain=say("cite-plain", language),
        missing=_joined(missing, language),
    )


def _changed(package: Package, state: State, edition: Edition) -> Iterator[SourceFactShown]:
    """Who wrote the edition in view, and how its other script was made."""
    script, language = state.script, state.language
    name, conversion = package.exhibit.edition(edition.id), package.exhibit.conversion
    yield SourceFactShown(name.label.in_(script), name.note.in_(script))
    kinds = {"hans": say("simplified", language), "hant": say("traditional", language)}
    made = "hant" if edition.script == "hans" else "hans"
    config = conversion.to_hant if made == "hant" else conversion.to_hans
    sentences = [say("sources-written", language, written=kinds[edition.script], made=kinds[made], config=config)]
    if conversion.quotes:
        sentences.append(say("sources-quotes", language))
    sentences.append(
        say("sources-exceptions", language, exceptions=conversion.exceptions, reviewed=conversion.reviewed)
    )
    yield SourceFactShown(say("sources-scripts", language), _joined(sentences, language))


def _figures(package: Package, state: State, article: Article) -> Iterator[RemarkShown]:
    """Remarks on figures: their notes, in reading order."""
    script = state.script
    for metric in package.metrics(article=article.id, count=MAX_FIGURES):
        if metric.note:
            value = value_text(metric, script).words
            link = LinkShown(metric.label.in_(script), value, RemarkedFigure(metric.id))
            yield RemarkShown(link, metric.note.in_(script))


def _notes(package: Package, state: State, article: Article, edition: Edition) -> Iterator[RemarkShown]:
    """The notes in the text of the edition in view."""
    body, language = package.body(article.id, edition.id), state.language
    for block in body.blocks:
        if block.kind == "note":
            section = section_label(block.section, edition, language)
            where = " · ".join(part for part in (section, block_label(block.id, body, language)) if part)
            target = RemarkedNote(article.id, edition.id, block.id)
            yield RemarkShown(LinkShown(say("metrics-to-text", language), where, target), block.text.in_(state.script))


def _joined(sentences: list[str], language: InterfaceLanguage) -> str:
    return (" " if language == "en" else "").join(sentences)

"""The texts of the edition in view: its blocks, its header and footer, its contents; no Qt."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from exhibit.model.article import Article, Block, Edition, Mark
from exhibit.model.package import Package
from exhibit.model.state import State
from exhibit.model.text import Text
from exhibit.strings import say
from exhibit.ui.reader.typography import StyleName, ordinal, reading_minutes

_WIDE_BLANK: Final = "\u3000"
"""A space as wide as a Chinese character."""


class EditionText(NamedTuple):
    """What the package holds of the edition in view. It is read once for as long as it stays in view."""

    exhibit: Text
    """The title of the exhibit."""
    region: Text
    """The name of the article's region."""
    article: Article
    edition: Edition
    name: Text
    """The name of the edition."""
    note: Text
    """What the edition says of itself."""
    blocks: tuple[Block, ...]
    places: Mapping[str, int]
    """The index of each block in `blocks`, by its id."""
    headings: tuple[tuple[str, Block], ...]
    """The headings with their ordinals."""


class ReaderPassage(NamedTuple):
    """A stretch of text that is set as a whole: a block, or a part of the header or the footer."""

    style: StyleName
    text: str
    block: str = ""
    """The id of the block; "" in the header and the footer."""
    section: str = ""
    marks: tuple[Mark, ...] = ()
    """Figures and terms, in reading order."""
    number: str = ""
    """The ordinal of a heading."""
    topic: str = ""
    """The topic of a heading's section, where that topic is chosen."""


class ContentsEntry(NamedTuple):
    """A line of the contents."""

    section: str
    number: str
    title: str
    topic: str = ""
    """The topic of the section, where that topic is chosen."""

    @property
    def accessible_text(self) -> str:
        """What a screen reader says of the line."""
        return "，".join(part for part in (f"{self.number} {self.title}", self.topic) if part)


def read_edition(package: Package, state: State) -> EditionText | None:
    """Reads the edition in view; None where there is no article."""
    article = package.article(state.place.article) if state.place.article else None
    if article is None:
        return None
    edition = article.edition(state.place.edition)
    region = package.region(article.region)
    name = package.exhibit.edition(edition.id)
    blocks = package.body(article.id, edition.id).blocks
    headings = (block for block in blocks if block.kind == "heading")
    return EditionText(
        exhibit=package.exhibit.title,
        region=region.name if region else Text("", ""),
        article=article,
        edition=edition,
        name=name.label,
        note=name.note,
        blocks=blocks,
        places={block.id: index for index, block in enumerate(blocks)},
        headings=tuple((ordinal(number), block) for number, block in enumerate(headings, 1)),
    )


def header(edition: EditionText, state: State) -> tuple[ReaderPassage, ...]:
    """The passages above the text."""
    script = state.script
    overview = edition.edition.overview.in_(script)
    return (
        ReaderPassage("kicker", f"{edition.region.in_(script)} · {edition.name.in_(script)}"),
        ReaderPassage("title", edition.edition.title.in_(script)),
        *((ReaderPassage("overview", overview),) if overview else ()),
        ReaderPassage("meta", _meta(edition, state)),
    )


def _meta(edition: EditionText, state: State) -> str:
    script, language, citation = state.script, state.language, edition.article.citation
    newspaper = citation.newspaper.in_(script) if citation.newspaper else say("newspaper-not-printed", language)
    date = citation.date.in_(script) if citation.date else say("year-inferred", language, year=citation.year)
    time = say("reading-time", language, minutes=reading_minutes(edition.edition.length))
    return _WIDE_BLANK.join((edition.note.in_(script) or edition.name.in_(script), newspaper, date, time))


def footer(edition: EditionText, state: State) -> tuple[ReaderPassage, ...]:
    """The passage below the text: where the article was printed."""
    script, language, citation = state.script, state.language, edition.article.citation
    text = say(
        "source-line",
        language,
        title=citation.title.in_(script),
        newspaper=citation.newspaper.in_(script) if citation.newspaper else say("newspaper-not-printed", language),
        date=citation.date.in_(script) if citation.date else say("date-not-printed", language),
        year=citation.year,
        reason=citation.year_reason.in_(script),
    )
    return (ReaderPassage("source", text),)


def placeholder(package: Package, state: State) -> tuple[ReaderPassage, ...]:
    """The passages shown where there is no article."""
    region = package.region(state.place.region) if state.place.region else None
    title = region.name if region else package.exhibit.title
    return ReaderPassage("title", title.in_(state.script)), ReaderPassage("overview", say("no-article", state.language))


def contents(package: Package, edition: EditionText, state: State) -> tuple[ContentsEntry, ...]:
    """The sections of an edition; those of the chosen topic name it."""
    topic, script = state.place.topic, state.script
    label = package.exhibit.topic(topic).label.in_(script) if topic else ""
    topic_text = say("reader-topic", state.language, topic=label) if topic else ""
    about = {section.id for section in edition.edition.sections if section.topic == topic}
    return tuple(
        ContentsEntry(block.id, number, block.text.in_(script), topic_text if block.id in about else "")
        for number, block in edition.headings
    )

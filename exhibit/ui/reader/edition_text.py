"""What is said of the edition in view: its body, its head and foot, its contents; no Qt."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from exhibit.model.article import Article, Block, Edition, Mark
from exhibit.model.package import Package
from exhibit.model.state import State
from exhibit.model.text import Text
from exhibit.strings import say
from exhibit.ui.reader.typography import StyleName, minutes, ordinal

_WIDE_BLANK: Final = "\u3000"


class EditionText(NamedTuple):
    """What the package holds of the edition in view; read once for as long as it stays in view."""

    exhibit: Text
    region: Text
    article: Article
    edition: Edition
    name: Text
    note: Text
    """The edition's name, and what it says of itself."""
    blocks: tuple[Block, ...]
    places: Mapping[str, int]
    """Where each block stands among the blocks."""
    headings: tuple[tuple[str, Block], ...]
    """With their ordinals."""


class ReaderPassage(NamedTuple):
    """One stretch of text set as a whole; `block` is "" for what the exhibit says around the article."""

    style: StyleName
    text: str
    block: str = ""
    section: str = ""
    marks: tuple[Mark, ...] = ()
    """Figures and words of the glossary, in reading order."""
    number: str = ""
    """A heading's ordinal."""
    topic: str = ""
    """What a heading's section is about, where that topic is chosen."""


class ContentsEntry(NamedTuple):
    """A line of the contents."""

    section: str
    number: str
    title: str
    topic: str = ""
    """What the section is about, where that topic is chosen."""

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        return "，".join(part for part in (f"{self.number} {self.title}", self.topic) if part)


def read_edition(package: Package, state: State) -> EditionText | None:
    """The edition in view, if there is an article."""
    article = package.article(state.place.article) if state.place.article else None
    if article is None:
        return None
    edition = article.edition(state.place.edition)
    region = package.region(article.region)
    name = package.exhibit.edition(edition.id)
    blocks = package.body(article.id, edition.id).blocks
    places = {block.id: index for index, block in enumerate(blocks)}
    headed = (block for block in blocks if block.kind == "heading")
    headings = tuple((ordinal(number), block) for number, block in enumerate(headed, 1))
    where = region.name if region else Text("", "")
    return EditionText(package.exhibit.title, where, article, edition, name.label, name.note, blocks, places, headings)


def header(edition_text: EditionText, state: State) -> tuple[ReaderPassage, ...]:
    """What stands above the text."""
    script = state.script
    overview = edition_text.edition.overview.in_(script)
    return (
        ReaderPassage("kicker", f"{edition_text.region.in_(script)} · {edition_text.name.in_(script)}"),
        ReaderPassage("title", edition_text.edition.title.in_(script)),
        *((ReaderPassage("overview", overview),) if overview else ()),
        ReaderPassage("meta", _meta(edition_text, state)),
    )


def _meta(edition_text: EditionText, state: State) -> str:
    script, language, citation = state.script, state.language, edition_text.article.citation
    newspaper = citation.newspaper.in_(script) if citation.newspaper else say("newspaper-not-printed", language)
    date = citation.date.in_(script) if citation.date else say("year-inferred", language, year=citation.year)
    time = say("reading-time", language, minutes=minutes(edition_text.edition.length))
    return _WIDE_BLANK.join((edition_text.note.in_(script) or edition_text.name.in_(script), newspaper, date, time))


def footer(edition_text: EditionText, state: State) -> tuple[ReaderPassage, ...]:
    """Where it is from, below the text."""
    script, language, citation = state.script, state.language, edition_text.article.citation
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
    """What stands there without an article."""
    region = package.region(state.place.region) if state.place.region else None
    title = region.name if region else package.exhibit.title
    return ReaderPassage("title", title.in_(state.script)), ReaderPassage("overview", say("no-article", state.language))


def contents(package: Package, edition_text: EditionText, state: State) -> tuple[ContentsEntry, ...]:
    """Its sections; those of the chosen topic say so."""
    topic, script = state.place.topic, state.script
    label = package.exhibit.topic(topic).label.in_(script) if topic else ""
    said = say("reader-topic", state.language, topic=label) if topic else ""
    about = {section.id for section in edition_text.edition.sections if section.topic == topic}
    return tuple(
        ContentsEntry(block.id, number, block.text.in_(script), said if block.id in about else "")
        for number, block in edition_text.headings
    )

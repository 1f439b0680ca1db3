"""What is said of the edition in view: its body, its head and foot, its contents; no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from exhibit.model.article import Article, Block, Edition, Mark
from exhibit.model.package import Package
from exhibit.model.state import State
from exhibit.model.text import Text
from exhibit.strings import say
from exhibit.ui.reader.typography import StyleName, minutes, ordinal

_WIDE_BLANK: Final = "\u3000"


@dataclass(frozen=True, slots=True)
class EditionText:
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


@dataclass(frozen=True, slots=True)
class ReaderPassage:
    """One stretch of text set as a whole; `block` is "" for what the exhibit says around the article."""

    style: StyleName
    text: str
    block: str = ""
    section: str = ""
    marks: tuple[Mark, ...] = ()
    """Figures and words of the glossary, in reading order."""
    number: str = ""
    """A heading's ordinal."""
    theme: str = ""
    """What a heading's section is about, where that theme is chosen."""


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the contents."""

    section: str
    number: str
    title: str
    theme: str = ""
    """What the section is about, where that theme is chosen."""

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        return "，".join(part for part in (f"{self.number} {self.title}", self.theme) if part)


def read(package: Package, state: State) -> EditionText | None:
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


def head(reading: EditionText, state: State) -> tuple[ReaderPassage, ...]:
    """What stands above the text."""
    script = state.script
    overview = reading.edition.overview.in_(script)
    return (
        ReaderPassage("kicker", f"{reading.region.in_(script)} · {reading.name.in_(script)}"),
        ReaderPassage("title", reading.edition.title.in_(script)),
        *((ReaderPassage("overview", overview),) if overview else ()),
        ReaderPassage("meta", _meta(reading, state)),
    )


def _meta(reading: EditionText, state: State) -> str:
    script, language, citation = state.script, state.language, reading.article.citation
    newspaper = citation.newspaper.in_(script) if citation.newspaper else say("newspaper-not-printed", language)
    date = citation.date.in_(script) if citation.date else say("year-inferred", language, year=citation.year)
    time = say("reading-time", language, minutes=minutes(reading.edition.length))
    return _WIDE_BLANK.join((reading.note.in_(script) or reading.name.in_(script), newspaper, date, time))


def foot(reading: EditionText, state: State) -> tuple[ReaderPassage, ...]:
    """Where it is from, below the text."""
    script, language, citation = state.script, state.language, reading.article.citation
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


def nothing(package: Package, state: State) -> tuple[ReaderPassage, ...]:
    """What stands there without an article."""
    region = package.region(state.place.region) if state.place.region else None
    title = region.name if region else package.exhibit.title
    return ReaderPassage("title", title.in_(state.script)), ReaderPassage("overview", say("no-article", state.language))


def contents(package: Package, reading: EditionText, state: State) -> tuple[ContentsEntry, ...]:
    """Its sections; those of the chosen theme say so."""
    theme, script = state.place.theme, state.script
    label = package.exhibit.theme(theme).label.in_(script) if theme else ""
    said = say("reader-theme", state.language, theme=label) if theme else ""
    about = {section.id for section in reading.edition.sections if section.theme == theme}
    return tuple(
        ContentsEntry(block.id, number, block.text.in_(script), said if block.id in about else "")
        for number, block in reading.headings
    )

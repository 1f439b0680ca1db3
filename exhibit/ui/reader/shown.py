"""What the reader shows: the passages of the edition in view, its contents, the lit sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from exhibit.model.article import Article, Block, BlockKind, Edition, Mark
from exhibit.model.package import Package
from exhibit.model.state import Anchor, Appearance, Language, State
from exhibit.model.text import Script, Text
from exhibit.strings import say
from exhibit.ui.reader.typography import StyleName, minutes, ordinal

_STYLES: Final[dict[BlockKind, StyleName]] = {"heading": "heading", "paragraph": "paragraph", "note": "note"}
_WIDE_BLANK: Final = "\u3000"


@dataclass(frozen=True, slots=True)
class Reading:
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
class Passage:
    """One stretch of text set as a whole; `block` is "" for what the exhibit says around the article."""

    style: StyleName
    text: str
    block: str = ""
    section: str = ""
    marks: tuple[Mark, ...] = ()
    number: str = ""
    """A heading's ordinal."""


@dataclass(frozen=True, slots=True)
class Lit:
    """The sentence of the chosen figure; positions in code points of the block."""

    metric: str
    block: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents."""

    section: str
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class ReaderShown:
    """All that is on screen; passages count through `head`, the blocks and `foot`."""

    reading: Reading | None
    script: Script
    language: Language
    appearance: Appearance
    scale: int
    head: tuple[Passage, ...]
    foot: tuple[Passage, ...]
    contents: tuple[Entry, ...]
    current: str
    """The section at the top, or ""."""
    metric: str | None
    lit: Lit | None
    anchor: Anchor | None

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self.reading.blocks if self.reading else ()

    @property
    def count(self) -> int:
        return len(self.head) + len(self.blocks) + len(self.foot)

    def passage(self, index: int) -> Passage:
        """A passage, made when it is asked for: a text may have thousands."""
        at = index - len(self.head)
        if at < 0:
            return self.head[index]
        if at >= len(self.blocks):
            return self.foot[at - len(self.blocks)]
        block = self.blocks[at]
        number = self._number(block.id) if block.kind == "heading" else ""
        return Passage(_STYLES[block.kind], block.text.in_(self.script), block.id, block.section, block.figures, number)

    def _number(self, section: str) -> str:
        return next((entry.number for entry in self.contents if entry.section == section), "")

    def sizes(self) -> list[tuple[StyleName, int]]:
        """The style and length of every passage."""
        head, foot = ([(one.style, len(one.text)) for one in part] for part in (self.head, self.foot))
        return [*head, *((_STYLES[block.kind], len(block.text)) for block in self.blocks), *foot]

    def index(self, block: str) -> int | None:
        """Which passage a block is."""
        at = self.reading.places.get(block) if self.reading else None
        return None if at is None else at + len(self.head)

    def same_text(self, other: "ReaderShown | None") -> bool:
        """Whether both show the same edition, in whatever script and size."""
        return other is not None and self.reading is other.reading


def reader_shown(package: Package, state: State, before: ReaderShown | None = None) -> ReaderShown:
    """What is on screen; what `before` already holds of the same edition is not read again."""
    reading = _kept(state, before)
    if before and reading and _same_but_for_position(before, state):
        return replace(before, current=_current(reading, state.place.anchor), anchor=state.place.anchor)
    reading = reading or _read(package, state)
    return ReaderShown(
        reading,
        state.script,
        state.language,
        state.appearance,
        state.scale,
        _head(reading, state) if reading else _nothing(package, state),
        _foot(reading, state) if reading else (),
        _contents(reading, state.script) if reading else (),
        _current(reading, state.place.anchor) if reading else "",
        state.place.metric,
        _lit(package, reading, state.place.metric) if reading and state.place.metric else None,
        state.place.anchor,
    )


def _same_but_for_position(before: ReaderShown, state: State) -> bool:
    now = (state.script, state.language, state.appearance, state.scale, state.place.metric)
    return (before.script, before.language, before.appearance, before.scale, before.metric) == now


def _kept(state: State, before: ReaderShown | None) -> Reading | None:
    reading = before.reading if before else None
    if reading is None or reading.article.id != state.place.article:
        return None
    return reading if reading.article.edition(state.place.edition).id == reading.edition.id else None


def _read(package: Package, state: State) -> Reading | None:
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
    return Reading(package.exhibit.title, where, article, edition, name.label, name.note, blocks, places, headings)


def _lit(package: Package, reading: Reading, metric: str) -> Lit | None:
    found = package.metric(metric)
    evidence = found.evidence_in(reading.edition.id) if found and found.article == reading.article.id else None
    if evidence is None or evidence.block not in reading.places:
        return None
    return Lit(metric, evidence.block, evidence.start, evidence.end)


def _head(reading: Reading, state: State) -> tuple[Passage, ...]:
    script = state.script
    overview = reading.edition.overview.in_(script)
    return (
        Passage("kicker", f"{reading.region.in_(script)} · {reading.name.in_(script)}"),
        Passage("title", reading.edition.title.in_(script)),
        *((Passage("overview", overview),) if overview else ()),
        Passage("meta", _meta(reading, state)),
    )


def _meta(reading: Reading, state: State) -> str:
    script, language, citation = state.script, state.language, reading.article.citation
    newspaper = citation.newspaper.in_(script) if citation.newspaper else say("newspaper-not-printed", language)
    date = citation.date.in_(script) if citation.date else say("year-inferred", language, year=citation.year)
    time = say("reading-time", language, minutes=minutes(reading.edition.length))
    return _WIDE_BLANK.join((reading.note.in_(script) or reading.name.in_(script), newspaper, date, time))


def _foot(reading: Reading, state: State) -> tuple[Passage, ...]:
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
    return (Passage("source", text),)


def _nothing(package: Package, state: State) -> tuple[Passage, ...]:
    region = package.region(state.place.region) if state.place.region else None
    title = region.name if region else package.exhibit.title
    return Passage("title", title.in_(state.script)), Passage("overview", say("no-article", state.language))


def _contents(reading: Reading, script: Script) -> tuple[Entry, ...]:
    return tuple(Entry(block.id, number, block.text.in_(script)) for number, block in reading.headings)


def _current(reading: Reading, anchor: Anchor | None) -> str:
    at = reading.places.get(anchor.block) if anchor else 0
    if at is None or not reading.blocks:
        return ""
    return reading.blocks[at].section

"""What the reader shows: the passages of the edition in view, its contents, what is chosen and open in it."""

from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from exhibit.model.article import Block, BlockKind, Mark
from exhibit.model.package import Package
from exhibit.model.state import Anchor, Appearance, InterfaceLanguage, State
from exhibit.model.text import Script
from exhibit.ui.reader.edition_text import (
    ContentsEntry,
    EditionText,
    ReaderPassage,
    contents,
    footer,
    header,
    placeholder,
    read_edition,
)
from exhibit.ui.reader.find_marks import FindMarks, finds_shown, same_finds
from exhibit.ui.reader.term import TermRequest, TermShown, asked, term_shown
from exhibit.ui.reader.typography import StyleName

_STYLES: Final[dict[BlockKind, StyleName]] = {"heading": "heading", "paragraph": "paragraph", "note": "note"}

MarkId = tuple[int, int]
"""A passage and which of its marks."""


class HighlightedSentence(NamedTuple):
    """The sentence of the chosen figure; positions in code points of the block."""

    metric: str
    block: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ReaderShown:
    """All that is on screen; passages count through `head`, the blocks and `foot`."""

    edition_text: EditionText | None
    script: Script
    language: InterfaceLanguage
    appearance: Appearance
    scale: int
    header: tuple[ReaderPassage, ...]
    footer: tuple[ReaderPassage, ...]
    contents: tuple[ContentsEntry, ...]
    current: str
    """The section at the top, or ""."""
    metric: str | None
    highlighted: HighlightedSentence | None
    chosen: str | None
    """The block or section that was chosen to be read."""
    marked: tuple[int, int]
    """The first of its passages, and behind the last; both 0 where nothing is chosen."""
    topic: str | None
    """The chosen topic."""
    asked: TermRequest | None
    term: TermShown | None
    """The explanation over the text, and what was asked for."""
    opened: MarkId | None
    """The mark on which it was asked for."""
    finds: FindMarks | None
    """What was looked for."""
    anchor: Anchor | None

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self.edition_text.blocks if self.edition_text else ()

    @property
    def count(self) -> int:
        return len(self.header) + len(self.blocks) + len(self.footer)

    def passage(self, index: int) -> ReaderPassage:
        """A passage, made when it is asked for: a text may have thousands."""
        at = index - len(self.header)
        if at < 0:
            return self.header[index]
        if at >= len(self.blocks):
            return self.footer[at - len(self.blocks)]
        block = self.blocks[at]
        entry = self._entry(block.id) if block.kind == "heading" else None
        number, topic = (entry.number, entry.topic) if entry else ("", "")
        text = block.text.in_(self.script)
        return ReaderPassage(_STYLES[block.kind], text, block.id, block.section, block.marks, number, topic)

    def marks(self, index: int) -> tuple[Mark, ...]:
        """The marks of a passage."""
        at = index - len(self.header)
        return self.blocks[at].marks if 0 <= at < len(self.blocks) else ()

    def is_on_topic(self, section: str) -> bool:
        """Whether a section is about the chosen topic."""
        entry = self._entry(section) if self.topic else None
        return bool(entry and entry.topic)

    def _entry(self, section: str) -> ContentsEntry | None:
        return next((entry for entry in self.contents if entry.section == section), None)

    def sizes(self) -> list[tuple[StyleName, int]]:
        """The style and length of every passage."""
        head, foot = ([(one.style, len(one.text)) for one in part] for part in (self.header, self.footer))
        return [*head, *((_STYLES[block.kind], len(block.text)) for block in self.blocks), *foot]

    def index(self, block: str) -> int | None:
        """Which passage a block is."""
        at = self.edition_text.places.get(block) if self.edition_text else None
        return None if at is None else at + len(self.header)

    def same_text(self, other: "ReaderShown | None") -> bool:
        """Whether both show the same edition, in whatever script and size."""
        return other is not None and self.edition_text is other.edition_text


def reader_shown(package: Package, state: State, before: ReaderShown | None = None) -> ReaderShown:
    """What is on screen; what `before` already holds of the same edition is not read again."""
    edition_text = _kept(state, before)
    if before and edition_text and _same_but_for_position(before, state):
        return replace(before, current=_current(edition_text, state.place.anchor), anchor=state.place.anchor)
    edition_text = edition_text or read_edition(package, state)
    above = header(edition_text, state) if edition_text else placeholder(package, state)
    term = _term(package, edition_text, state) if edition_text and state.place.term else None
    return ReaderShown(
        edition_text,
        state.script,
        state.language,
        state.appearance,
        state.scale,
        above,
        footer(edition_text, state) if edition_text else (),
        contents(package, edition_text, state) if edition_text else (),
        _current(edition_text, state.place.anchor) if edition_text else "",
        state.place.metric,
        _lit(package, edition_text, state.place.metric) if edition_text and state.place.metric else None,
        state.place.passage,
        _barred(edition_text, state.place.passage, len(above)) if edition_text and state.place.passage else (0, 0),
        state.place.topic,
        asked(state),
        term,
        _opened(edition_text, term.at, len(above)) if edition_text and term else None,
        finds_shown(package, state, _finds_before(edition_text, before)) if edition_text else None,
        state.place.anchor,
    )


def _same_but_for_position(before: ReaderShown, state: State) -> bool:
    place = state.place
    now = (state.script, state.language, state.appearance, state.scale)
    if (before.script, before.language, before.appearance, before.scale) != now:
        return False
    chosen = (place.metric, place.passage, place.topic, asked(state))
    return (before.metric, before.chosen, before.topic, before.asked) == chosen and same_finds(before.finds, state)


def _finds_before(edition_text: EditionText, before: ReaderShown | None) -> FindMarks | None:
    return before.finds if before and before.edition_text is edition_text else None


def _kept(state: State, before: ReaderShown | None) -> EditionText | None:
    edition_text = before.edition_text if before else None
    if edition_text is None or edition_text.article.id != state.place.article:
        return None
    return edition_text if edition_text.article.edition(state.place.edition).id == edition_text.edition.id else None


def _lit(package: Package, edition_text: EditionText, metric: str) -> HighlightedSentence | None:
    found = package.metric(metric)
    evidence = (
        found.evidence_in(edition_text.edition.id) if found and found.article == edition_text.article.id else None
    )
    if evidence is None or evidence.block not in edition_text.places:
        return None
    return HighlightedSentence(metric, evidence.block, evidence.start, evidence.end)


def _barred(edition_text: EditionText, chosen: str, head: int) -> tuple[int, int]:
    """A block stands alone; a section is its heading and all that stands below it."""
    first = edition_text.places.get(chosen)
    if first is None:
        return 0, 0
    behind = first + 1
    if edition_text.blocks[first].kind == "heading":
        while behind < len(edition_text.blocks) and edition_text.blocks[behind].section == chosen:
            behind += 1
    return first + head, behind + head


def _term(package: Package, edition_text: EditionText, state: State) -> TermShown | None:
    term = term_shown(package, state)
    return term if term and term.at.block in edition_text.places else None


def _opened(edition_text: EditionText, at: Anchor, head: int) -> MarkId | None:
    index = edition_text.places[at.block]
    for number, mark in enumerate(edition_text.blocks[index].marks):
        if mark.kind == "term" and mark.start == at.offset:
            return index + head, number
    return None


def _current(edition_text: EditionText, anchor: Anchor | None) -> str:
    at = edition_text.places.get(anchor.block) if anchor else 0
    if at is None or not edition_text.blocks:
        return ""
    return edition_text.blocks[at].section

"""What the reader shows: the passages of the edition in view, its contents, what is chosen and open in it."""

from dataclasses import dataclass, replace
from typing import Final

from exhibit.model.article import Block, BlockKind, Mark
from exhibit.model.package import Package
from exhibit.model.state import Anchor, Appearance, InterfaceLanguage, State
from exhibit.model.text import Script
from exhibit.ui.reader.edition_text import (
    ContentsEntry,
    EditionText,
    ReaderPassage,
    contents,
    foot,
    head,
    nothing,
    read,
)
from exhibit.ui.reader.find_marks import FindMarks, finds_shown, same_finds
from exhibit.ui.reader.term import TermRequest, TermShown, asked, term_shown
from exhibit.ui.reader.typography import StyleName

_STYLES: Final[dict[BlockKind, StyleName]] = {"heading": "heading", "paragraph": "paragraph", "note": "note"}

MarkId = tuple[int, int]
"""A passage and which of its marks."""


@dataclass(frozen=True, slots=True)
class HighlightedSentence:
    """The sentence of the chosen figure; positions in code points of the block."""

    metric: str
    block: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ReaderShown:
    """All that is on screen; passages count through `head`, the blocks and `foot`."""

    reading: EditionText | None
    script: Script
    language: InterfaceLanguage
    appearance: Appearance
    scale: int
    head: tuple[ReaderPassage, ...]
    foot: tuple[ReaderPassage, ...]
    contents: tuple[ContentsEntry, ...]
    current: str
    """The section at the top, or ""."""
    metric: str | None
    lit: HighlightedSentence | None
    chosen: str | None
    """The block or section that was chosen to be read."""
    barred: tuple[int, int]
    """The first of its passages, and behind the last; both 0 where nothing is chosen."""
    theme: str | None
    """The chosen theme."""
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
        return self.reading.blocks if self.reading else ()

    @property
    def count(self) -> int:
        return len(self.head) + len(self.blocks) + len(self.foot)

    def passage(self, index: int) -> ReaderPassage:
        """A passage, made when it is asked for: a text may have thousands."""
        at = index - len(self.head)
        if at < 0:
            return self.head[index]
        if at >= len(self.blocks):
            return self.foot[at - len(self.blocks)]
        block = self.blocks[at]
        entry = self._entry(block.id) if block.kind == "heading" else None
        number, theme = (entry.number, entry.theme) if entry else ("", "")
        text = block.text.in_(self.script)
        return ReaderPassage(_STYLES[block.kind], text, block.id, block.section, block.marks, number, theme)

    def marks(self, index: int) -> tuple[Mark, ...]:
        """The marks of a passage."""
        at = index - len(self.head)
        return self.blocks[at].marks if 0 <= at < len(self.blocks) else ()

    def is_themed(self, section: str) -> bool:
        """Whether a section is about the chosen theme."""
        entry = self._entry(section) if self.theme else None
        return bool(entry and entry.theme)

    def _entry(self, section: str) -> ContentsEntry | None:
        return next((entry for entry in self.contents if entry.section == section), None)

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
    reading = reading or read(package, state)
    above = head(reading, state) if reading else nothing(package, state)
    term = _term(package, reading, state) if reading and state.place.term else None
    return ReaderShown(
        reading,
        state.script,
        state.language,
        state.appearance,
        state.scale,
        above,
        foot(reading, state) if reading else (),
        contents(package, reading, state) if reading else (),
        _current(reading, state.place.anchor) if reading else "",
        state.place.metric,
        _lit(package, reading, state.place.metric) if reading and state.place.metric else None,
        state.place.passage,
        _barred(reading, state.place.passage, len(above)) if reading and state.place.passage else (0, 0),
        state.place.theme,
        asked(state),
        term,
        _opened(reading, term.at, len(above)) if reading and term else None,
        finds_shown(package, state, _finds_before(reading, before)) if reading else None,
        state.place.anchor,
    )


def _same_but_for_position(before: ReaderShown, state: State) -> bool:
    place = state.place
    now = (state.script, state.language, state.appearance, state.scale)
    if (before.script, before.language, before.appearance, before.scale) != now:
        return False
    chosen = (place.metric, place.passage, place.theme, asked(state))
    return (before.metric, before.chosen, before.theme, before.asked) == chosen and same_finds(before.finds, state)


def _finds_before(reading: EditionText, before: ReaderShown | None) -> FindMarks | None:
    return before.finds if before and before.reading is reading else None


def _kept(state: State, before: ReaderShown | None) -> EditionText | None:
    reading = before.reading if before else None
    if reading is None or reading.article.id != state.place.article:
        return None
    return reading if reading.article.edition(state.place.edition).id == reading.edition.id else None


def _lit(package: Package, reading: EditionText, metric: str) -> HighlightedSentence | None:
    found = package.metric(metric)
    evidence = found.evidence_in(reading.edition.id) if found and found.article == reading.article.id else None
    if evidence is None or evidence.block not in reading.places:
        return None
    return HighlightedSentence(metric, evidence.block, evidence.start, evidence.end)


def _barred(reading: EditionText, chosen: str, head: int) -> tuple[int, int]:
    """A block stands alone; a section is its heading and all that stands below it."""
    first = reading.places.get(chosen)
    if first is None:
        return 0, 0
    behind = first + 1
    if reading.blocks[first].kind == "heading":
        while behind < len(reading.blocks) and reading.blocks[behind].section == chosen:
            behind += 1
    return first + head, behind + head


def _term(package: Package, reading: EditionText, state: State) -> TermShown | None:
    term = term_shown(package, state)
    return term if term and term.at.block in reading.places else None


def _opened(reading: EditionText, at: Anchor, head: int) -> MarkId | None:
    index = reading.places[at.block]
    for number, mark in enumerate(reading.blocks[index].marks):
        if mark.kind == "term" and mark.start == at.offset:
            return index + head, number
    return None


def _current(reading: EditionText, anchor: Anchor | None) -> str:
    at = reading.places.get(anchor.block) if anchor else 0
    if at is None or not reading.blocks:
        return ""
    return reading.blocks[at].section

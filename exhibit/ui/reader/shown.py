"""What the reader shows: the passages of the edition in view, its contents, what is chosen and open in it; no Qt."""

from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from exhibit.model.article import Block, BlockKind, Mark
from exhibit.model.package import Package
from exhibit.model.state import Anchor, InterfaceLanguage, State
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
from exhibit.ui.reader.term import TermRequest, TermShown, requested_term, term_shown
from exhibit.ui.reader.typography import StyleName

_STYLES: Final[dict[BlockKind, StyleName]] = {"heading": "heading", "paragraph": "paragraph", "note": "note"}
"""The style of each kind of block."""

MarkId = tuple[int, int]
"""The index of a passage, and of a mark among its marks."""


class HighlightedSentence(NamedTuple):
    """The sentence of the chosen figure; positions in code points of the block."""

    metric: str
    block: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderShown:
    """All that the reader shows. Passages are counted through `header`, the blocks and `footer`."""

    edition_text: EditionText | None = None
    """None where there is no article."""
    script: Script
    language: InterfaceLanguage
    header: tuple[ReaderPassage, ...]
    footer: tuple[ReaderPassage, ...] = ()
    contents: tuple[ContentsEntry, ...] = ()
    current: str = ""
    """The section at the top, or ""."""
    metric: str | None
    """The chosen figure."""
    highlighted: HighlightedSentence | None = None
    chosen: str | None
    """The chosen block or section."""
    marked: tuple[int, int] = (0, 0)
    """The first passage of `chosen` and the one after its last; both 0 where nothing is chosen."""
    topic: str | None
    """The chosen topic."""
    requested: TermRequest | None
    """The term whose explanation is open, and where in the text."""
    term: TermShown | None = None
    """The explanation of that term."""
    opened: MarkId | None = None
    """The mark of that term."""
    finds: FindMarks | None = None
    """The places of the text that was searched for."""
    anchor: Anchor | None
    """The reading position."""

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the article."""
        return self.edition_text.blocks if self.edition_text else ()

    @property
    def count(self) -> int:
        """The number of passages."""
        return len(self.header) + len(self.blocks) + len(self.footer)

    def passage(self, index: int) -> ReaderPassage:
        """A passage. It is made on each call, because a text may have thousands."""
        at = index - len(self.header)
        if at < 0:
            return self.header[index]
        if at >= len(self.blocks):
            return self.footer[at - len(self.blocks)]
        block = self.blocks[at]
        entry = self._entry(block.id) if block.kind == "heading" else None
        return ReaderPassage(
            style=_STYLES[block.kind],
            text=block.text.in_(self.script),
            block=block.id,
            section=block.section,
            marks=block.marks,
            number=entry.number if entry else "",
            topic=entry.topic if entry else "",
        )

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
        """The style and the length in code points of every passage."""
        above, below = ([(one.style, len(one.text)) for one in part] for part in (self.header, self.footer))
        return [*above, *((_STYLES[block.kind], len(block.text)) for block in self.blocks), *below]

    def index(self, block: str) -> int | None:
        """The passage of a block; None if the edition has no such block."""
        at = self.edition_text.places.get(block) if self.edition_text else None
        return None if at is None else at + len(self.header)

    def same_text(self, other: "ReaderShown") -> bool:
        """Whether both show the same edition, in any script."""
        return self.edition_text is other.edition_text


def reader_shown(package: Package, state: State, before: ReaderShown | None = None) -> ReaderShown:
    """What the reader shows in a state. The edition that `before` shows is not read from the package again."""
    edition = _edition_kept(state, before)
    if before and edition and _differs_in_position_only(before, state):
        return replace(before, current=_current(edition, state.place.anchor), anchor=state.place.anchor)
    edition = edition or read_edition(package, state)
    return _shown_in(package, edition, state, before) if edition else _shown_without(package, state)


def _shown_in(package: Package, edition: EditionText, state: State, before: ReaderShown | None) -> ReaderShown:
    place, above = state.place, header(edition, state)
    term = _term(package, edition, state) if place.term else None
    return ReaderShown(
        edition_text=edition,
        script=state.script,
        language=state.language,
        header=above,
        footer=footer(edition, state),
        contents=contents(package, edition, state),
        current=_current(edition, place.anchor),
        metric=place.metric,
        highlighted=_highlighted(package, edition, place.metric) if place.metric else None,
        chosen=place.passage,
        marked=_marked(edition, place.passage, len(above)) if place.passage else (0, 0),
        topic=place.topic,
        requested=requested_term(state),
        term=term,
        opened=_opened(edition, term.at, len(above)) if term else None,
        finds=finds_shown(package, state, before.finds if before and before.edition_text is edition else None),
        anchor=place.anchor,
    )


def _shown_without(package: Package, state: State) -> ReaderShown:
    """What is shown where there is no article."""
    place = state.place
    return ReaderShown(
        script=state.script,
        language=state.language,
        header=placeholder(package, state),
        metric=place.metric,
        chosen=place.passage,
        topic=place.topic,
        requested=requested_term(state),
        anchor=place.anchor,
    )


def _differs_in_position_only(before: ReaderShown, state: State) -> bool:
    place = state.place
    if (before.script, before.language) != (state.script, state.language):
        return False
    chosen = (place.metric, place.passage, place.topic, requested_term(state))
    return (before.metric, before.chosen, before.topic, before.requested) == chosen and same_finds(before.finds, state)


def _edition_kept(state: State, before: ReaderShown | None) -> EditionText | None:
    """The edition that was shown, if it is the one to show."""
    edition = before.edition_text if before else None
    if edition is None or edition.article.id != state.place.article:
        return None
    return edition if edition.article.edition(state.place.edition).id == edition.edition.id else None


def _highlighted(package: Package, edition: EditionText, metric: str) -> HighlightedSentence | None:
    found = package.metric(metric)
    evidence = found.evidence_in(edition.edition.id) if found and found.article == edition.article.id else None
    if evidence is None or evidence.block not in edition.places:
        return None
    return HighlightedSentence(metric, evidence.block, evidence.start, evidence.end)


def _marked(edition: EditionText, chosen: str, first_block: int) -> tuple[int, int]:
    """The passages of a block, or of a section: its heading and all blocks below it."""
    first = edition.places.get(chosen)
    if first is None:
        return 0, 0
    end = first + 1
    if edition.blocks[first].kind == "heading":
        while end < len(edition.blocks) and edition.blocks[end].section == chosen:
            end += 1
    return first + first_block, end + first_block


def _term(package: Package, edition: EditionText, state: State) -> TermShown | None:
    term = term_shown(package, state)
    return term if term and term.at.block in edition.places else None


def _opened(edition: EditionText, at: Anchor, first_block: int) -> MarkId | None:
    index = edition.places[at.block]
    for number, mark in enumerate(edition.blocks[index].marks):
        if mark.kind == "term" and mark.start == at.offset:
            return index + first_block, number
    return None


def _current(edition: EditionText, anchor: Anchor | None) -> str:
    at = edition.places.get(anchor.block) if anchor else 0
    if at is None or not edition.blocks:
        return ""
    return edition.blocks[at].section

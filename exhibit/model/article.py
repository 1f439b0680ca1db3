"""An article: its facts, its editions, its blocks of text."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from exhibit.model.text import Script, Text

BlockKind = Literal["heading", "paragraph", "note"]
MarkKind = Literal["metric", "term"]


class Citation(NamedTuple):
    """Where an article was printed; None where the page does not say."""

    title: Text
    newspaper: Text | None
    byline: Text | None
    date: Text | None
    kind: Literal["print", "web"]
    year: int
    year_reason: Text


class Section(NamedTuple):
    """A section of an edition: its heading block's id, its title and its content topic."""

    id: str
    title: Text
    topic: str


class SectionLocation(NamedTuple):
    """Where a section stands; of the first edition of its article."""

    article: str
    region: str
    edition: str
    section: Section


class Edition(NamedTuple):
    """One telling of an article: who made it is the edition's id, named by the exhibit."""

    id: str
    script: Script
    title: Text
    overview: Text
    sections: tuple[Section, ...]
    length: int
    """Characters of the text, blanks and punctuation aside."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article's facts; its texts are fetched edition by edition. Raises ValueError without an edition."""

    id: str
    region: str
    citation: Citation
    editions: tuple[Edition, ...]
    metrics: int
    method: Text | None = None
    """The way of working it tells of, in a few words."""
    question: Text | None = None
    """A question that it answers."""
    hero: str | None = None
    """The full id of the figure that stands for it."""

    def __post_init__(self) -> None:
        if not self.editions:
            raise ValueError(f"article {self.id} has no edition")

    def edition(self, id: str | None) -> Edition:
        """The edition of that id, or the first where there is none."""
        return next((edition for edition in self.editions if edition.id == id), self.editions[0])


def sections_of(article: Article) -> tuple[SectionLocation, ...]:
    """The sections that a topic lists: those of the first edition."""
    first = article.editions[0]
    return tuple(SectionLocation(article.id, article.region, first.id, section) for section in first.sections)


class Mark(NamedTuple):
    """A stretch of a block tied to something else; positions in code points."""

    start: int
    end: int
    kind: MarkKind
    target: str
    """A figure's full id, or a term's id."""


class Block(NamedTuple):
    """One heading, paragraph or note; `section` is the id of the section it stands in ("" before the first)."""

    id: str
    kind: BlockKind
    section: str
    text: Text
    marks: tuple[Mark, ...] = ()

    @property
    def figures(self) -> tuple[Mark, ...]:
        """The marks that are figures."""
        return tuple(mark for mark in self.marks if mark.kind == "metric")

    @property
    def terms(self) -> tuple[Mark, ...]:
        """The marks that are words of the glossary."""
        return tuple(mark for mark in self.marks if mark.kind == "term")


@dataclass(frozen=True, slots=True)
class Body:
    """The text of one edition of an article."""

    article: str
    edition: str
    blocks: tuple[Block, ...]

    def index(self, block: str | None) -> int | None:
        """The place of a block among the blocks, or None."""
        return next((i for i, one in enumerate(self.blocks) if one.id == block), None)

"""An article: its facts, its editions, its blocks of text."""

from dataclasses import dataclass
from typing import Literal

from exhibit.model.text import Script, Text

BlockKind = Literal["heading", "paragraph", "note"]
MarkKind = Literal["metric", "term"]


@dataclass(frozen=True, slots=True)
class Citation:
    """Where an article was printed; None where the page does not say."""

    title: Text
    newspaper: Text | None
    byline: Text | None
    date: Text | None
    kind: Literal["print", "web"]
    year: int
    year_reason: Text


@dataclass(frozen=True, slots=True)
class Section:
    """A section of an edition: its heading block's id, its title and its content theme."""

    id: str
    title: Text
    theme: str


@dataclass(frozen=True, slots=True)
class SectionLocation:
    """Where a section stands; of the first edition of its article."""

    article: str
    region: str
    edition: str
    section: Section


@dataclass(frozen=True, slots=True)
class Edition:
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

    def __post_init__(self) -> None:
        if not self.editions:
            raise ValueError(f"article {self.id} has no edition")

    def edition(self, id: str | None) -> Edition:
        """The edition of that id, or the first where there is none."""
        return next((edition for edition in self.editions if edition.id == id), self.editions[0])


def sections_of(article: Article) -> tuple[SectionLocation, ...]:
    """The sections that a theme lists: those of the first edition."""
    first = article.editions[0]
    return tuple(SectionLocation(article.id, article.region, first.id, section) for section in first.sections)


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a block tied to something else; positions in code points."""

    start: int
    end: int
    kind: MarkKind
    target: str
    """A figure's full id, or a term's id."""


@dataclass(frozen=True, slots=True)
class Block:
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

"""An article: its citation, its editions and their blocks of text."""

from dataclasses import dataclass
from typing import Annotated, Literal, NamedTuple

from exhibit.model.limits import MAX_COUNT, MAX_EDITIONS, MAX_FIGURES, MAX_MARKS, MAX_SECTIONS, MAX_YEAR
from exhibit.model.text import ProseText, Script, Text, TitleText

BlockKind = Literal["heading", "paragraph", "note"]
MarkKind = Literal["metric", "term"]


class Citation(NamedTuple):
    """Where an article was printed; None where the page does not say."""

    title: TitleText
    newspaper: TitleText | None
    byline: TitleText | None
    date: TitleText | None
    kind: Literal["print", "web"]
    year: Annotated[int, MAX_YEAR]
    year_reason: ProseText


class Section(NamedTuple):
    """A section of an edition: its heading block's id, its title and its content topic."""

    id: str
    title: TitleText
    topic: str


class SectionLocation(NamedTuple):
    """A section and where it is: in the first edition of its article."""

    article: str
    region: str
    edition: str
    section: Section


class Edition(NamedTuple):
    """One version of an article's text. The exhibit names the edition by its id."""

    id: str
    script: Script
    title: TitleText
    overview: ProseText
    sections: Annotated[tuple[Section, ...], MAX_SECTIONS]
    length: Annotated[int, MAX_COUNT]
    """Characters of the text, without blanks and punctuation."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article without its texts, which are fetched edition by edition. Raises ValueError without an edition."""

    id: str
    region: str
    citation: Citation
    editions: Annotated[tuple[Edition, ...], MAX_EDITIONS]
    metrics: Annotated[int, MAX_FIGURES]
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
        """The edition with an id, or the first one if there is none."""
        return next((edition for edition in self.editions if edition.id == id), self.editions[0])


def sections_of(article: Article) -> tuple[SectionLocation, ...]:
    """The sections of an article that topics list: those of the first edition."""
    first = article.editions[0]
    return tuple(SectionLocation(article.id, article.region, first.id, section) for section in first.sections)


class Mark(NamedTuple):
    """A stretch of a block that leads to a figure or a term; positions in code points."""

    start: int
    end: int
    kind: MarkKind
    target: str
    """A figure's full id, or a term's id."""


class Block(NamedTuple):
    """A heading, paragraph or note. `section` is the id of its section, "" before the first one."""

    id: str
    kind: BlockKind
    section: str
    text: Text
    marks: Annotated[tuple[Mark, ...], MAX_MARKS] = ()

    @property
    def figures(self) -> tuple[Mark, ...]:
        """The marks that are figures."""
        return tuple(mark for mark in self.marks if mark.kind == "metric")

    @property
    def terms(self) -> tuple[Mark, ...]:
        """The marks that are terms of the glossary."""
        return tuple(mark for mark in self.marks if mark.kind == "term")


@dataclass(frozen=True, slots=True)
class Body:
    """The text of one edition of an article."""

    article: str
    edition: str
    blocks: tuple[Block, ...]

    def index(self, block: str | None) -> int | None:
        """The number of a block among the blocks, or None."""
        return next((i for i, one in enumerate(self.blocks) if one.id == block), None)

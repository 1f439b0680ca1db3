"""Synthetic packages: the first exhibit's own sentences recombined, numbers replaced at random. Not real articles."""

import math
import random
import re
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from exhibit.compiler.problems import ProblemList
from exhibit.compiler.scripts.converter import ScriptConverter
from exhibit.compiler.scripts.readings import make_index_options
from exhibit.compiler.scripts.texts import TextConverter
from exhibit.model.article import Article, Block, Body, Mark, Section
from exhibit.model.metric import Evidence, Metric, exactly
from exhibit.model.package import PackageCounts
from exhibit.model.region import ExhibitMap, MapShape
from exhibit.model.text import Text, same
from exhibit.package.reader import PackageReader, iter_articles
from exhibit.package.search.index_writer import IndexOptions
from exhibit.package.writer import ArticleContents, PackageContents, write_package

_DIGITS: Final = re.compile(r"\d+")
_A_PARAGRAPH: Final = 3
"""Sentences."""
_A_SECTION: Final = 6
"""Paragraphs."""


class Maker:
    """Makes articles of the sentences of a package; the same again for the same seed."""

    def __init__(self, source: PackageReader, seed: int) -> None:
        self._template = next(iter_articles(source))
        self._metric = source.metrics(article=self._template.id)[0]
        self._pool = [sentence for article in iter_articles(source) for sentence in _sentences_of(source, article)]
        self._chance = random.Random(seed)

    def entry(self, id: str, region: str, characters: int, figures: int) -> ArticleContents:
        """An article of about so many characters; a paragraph with a number has a figure until there are enough."""
        edition = self._template.editions[0]
        sections: list[Section] = []
        blocks: list[Block] = []
        metrics: list[Metric] = []
        while sum(len(block.text) for block in blocks) < characters:
            section = Section(f"s{len(sections) + 1}", self._title(), edition.sections[0].topic)
            sections.append(section)
            blocks.append(Block(section.id, "heading", section.id, section.title))
            for number in range(1, _A_SECTION + 1):
                block = Block(f"{section.id}-{number}", "paragraph", section.id, self._paragraph())
                found = _DIGITS.search(block.text.hans)
                if found and len(metrics) < figures:
                    metrics.append(self._figure(f"{id}.m{len(metrics)}", id, region, block, found))
                    block = block._replace(marks=(Mark(found.start(), found.end(), "metric", metrics[-1].id),))
                blocks.append(block)
        length = sum(len(block.text) for block in blocks)
        told = edition._replace(title=self._title(), sections=tuple(sections), length=length)
        article = Article(id, region, self._template.citation, (told,), len(metrics))
        return ArticleContents(article, (Body(id, told.id, tuple(blocks)),), tuple(metrics))

    def _title(self) -> Text:
        return self._chance.choice(self._pool).cut(0, 8)

    def _paragraph(self) -> Text:
        """Sentences with their numbers replaced by others of the same length."""
        drawn = self._chance.choices(self._pool, k=_A_PARAGRAPH)
        numbers: list[str] = []

        def other(match: re.Match[str]) -> str:
            digits = len(match[0])
            numbers.append(str(self._chance.randrange(10 ** (digits - 1), 10**digits)))
            return numbers[-1]

        hans = _DIGITS.sub(other, "".join(text.hans for text in drawn))
        again = iter(numbers)
        return Text(hans, _DIGITS.sub(lambda _: next(again), "".join(text.hant for text in drawn)))

    def _figure(self, id: str, article: str, region: str, block: Block, found: re.Match[str]) -> Metric:
        text, edition = block.text, self._template.editions[0].id
        start = text.hans.rfind("。", 0, found.start()) + 1
        end = text.hans.find("。", found.end()) + 1 or len(text)
        sentence = text.cut(start, end)
        evidence = Evidence(edition, block.id, block.section, start, end, found.start(), found.end(), sentence)
        bare = self._metric._replace(value=exactly(float(found[0])), picture=None, note=None, evidence=(evidence,))
        return bare._replace(id=id, article=article, region=region)


def write_many(source: PackageReader, path: Path, articles: int, characters: int = 2500) -> None:
    """A package of so many articles, spread over the regions, each with one figure at most."""
    maker = Maker(source, articles)
    ids = [region.id for region in source.regions()]
    counts = [len(range(number, articles, len(ids))) for number in range(len(ids))]
    entries = (maker.entry(f"a{number}", ids[number % len(ids)], characters, 1) for number in range(articles))
    _write(source, path, source.map(), counts, entries)


def write_long(source: PackageReader, path: Path, characters: int) -> None:
    """A package of two very long articles, with figures as dense as in real ones."""
    maker = Maker(source, characters)
    region = source.regions()[0].id
    entries = [maker.entry(f"long-{number}", region, characters, characters) for number in range(2)]
    _write(source, path, source.map(), [2] + [0] * (len(source.regions()) - 1), entries)


def write_areas(source: PackageReader, path: Path) -> None:
    """The articles of the source on a map of 120 areas with 10,000 points between them."""
    entries = [
        ArticleContents(
            article,
            tuple(source.body(article.id, edition.id) for edition in article.editions),
            tuple(source.metrics(article=article.id)),
        )
        for article in iter_articles(source)
    ]
    drawn = source.map()
    assert drawn
    _write(source, path, _with_areas(drawn), [region.articles for region in source.regions()], entries)


def _write(
    source: PackageReader, path: Path, drawn: ExhibitMap | None, articles: list[int], entries: Iterable[ArticleContents]
) -> None:
    regions = tuple(region._replace(articles=count) for region, count in zip(source.regions(), articles, strict=True))
    terms = tuple(source.terms())  # the articles' own marks lead to them
    counts = PackageCounts(len(regions), sum(articles), sum(articles), 0, terms=len(terms))
    exhibit = source.exhibit._replace(id=path.stem, counts=counts)
    write_package(
        PackageContents(exhibit, drawn, regions, entries, {}, (), terms=terms, index_options=index_options()), path
    )


def index_options() -> IndexOptions:
    """How the packages are searched: as the compiler has it."""
    problems = ProblemList()
    return make_index_options(None, None, TextConverter(ScriptConverter(), problems), problems)


def _with_areas(drawn: ExhibitMap) -> ExhibitMap:
    cities = tuple(shape for shape in drawn.shapes if shape.layer == "city")
    rows, columns = 12, 10
    areas = tuple(
        MapShape("area", same(f"{row}-{column}"), (_ring(drawn, (column + 0.5) / columns, (row + 0.5) / rows),))
        for row in range(rows)
        for column in range(columns)
    )
    return drawn._replace(shapes=(*areas, *cities))


def _ring(drawn: ExhibitMap, right: float, down: float, points: int = 83) -> bytes:
    """A wavy closed line, as Shape.rings says."""
    found: list[float] = []
    for number in range(points):
        angle = 2 * math.pi * number / (points - 1)
        radius = 45 * (1 + 0.15 * math.sin(9 * angle))
        found += (drawn.width * right + radius * math.cos(angle), drawn.height * down + radius * math.sin(angle))
    return struct.pack(f">I{len(found)}d", points, *found)


def _sentences_of(source: PackageReader, article: Article) -> Iterator[Text]:
    for block in source.body(article.id, article.editions[0].id).blocks:
        if block.kind == "paragraph":
            yield from _sentences(block.text)


def _sentences(text: Text) -> Iterator[Text]:
    start = 0
    for match in re.finditer("。|$", text.hans):
        if match.end() - start > 8:
            yield text.cut(start, match.end())
        start = match.end()

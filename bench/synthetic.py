"""Synthetic packages: the first exhibit's own sentences recombined, numbers replaced at random. Not real articles."""

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from exhibit.model.article import Article, Block, Body, Mark, Section
from exhibit.model.metric import Evidence, Metric
from exhibit.model.package import Counts
from exhibit.model.text import Text
from exhibit.package.reader import PackageReader
from exhibit.package.walk import all_articles
from exhibit.package.writer import Contents, Entry, write_package

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_A_PARAGRAPH = 3
_A_SECTION = 6


class Sentences:
    """The pool: every sentence of the source package, in both scripts."""

    def __init__(self, source: PackageReader) -> None:
        self.template = next(all_articles(source))
        self.metric = source.metrics(article=self.template.id)[0]
        self.pool: list[Text] = []
        for article in all_articles(source):
            for block in source.body(article.id, article.editions[0].id).blocks:
                if block.kind == "paragraph":
                    self.pool.extend(_sentences(block.text))


def synthetic_package(source: PackageReader, path: Path, articles: int, characters: int = 2500) -> Path:
    """Writes a package of that many articles of about that many characters, unless it is there already."""
    if not path.exists():
        sentences = Sentences(source)
        regions = tuple(
            replace(region, articles=-(-articles // source.exhibit.counts.regions)) for region in source.regions()
        )
        ids = [region.id for region in regions]
        counts = Counts(len(ids), articles, articles, articles * characters)
        exhibit = replace(source.exhibit, id=f"synthetic-{articles}", counts=counts)
        entries = _entries(sentences, ids, articles, characters)
        write_package(Contents(exhibit, source.map(), regions, entries, {}, ()), path)
    return path


def _entries(sentences: Sentences, regions: list[str], articles: int, characters: int) -> Iterator[Entry]:
    chance = random.Random(articles)
    for number in range(articles):
        yield _entry(sentences, chance, f"a{number}", regions[number % len(regions)], characters)


def _entry(sentences: Sentences, chance: random.Random, id: str, region: str, characters: int) -> Entry:
    template = sentences.template
    edition = template.editions[0]
    theme = edition.sections[0].theme
    blocks: list[Block] = []
    sections: list[Section] = []
    metric: Metric | None = None
    length = 0
    while length < characters:
        section = Section(f"s{len(sections) + 1}", _drawn(sentences, chance).cut(0, 8), theme)
        sections.append(section)
        blocks.append(Block(section.id, "heading", section.id, section.title))
        for number in range(1, _A_SECTION + 1):
            text = _joined([_drawn(sentences, chance) for _ in range(_A_PARAGRAPH)])
            block = Block(f"{section.id}-{number}", "paragraph", section.id, text)
            if metric is None and (found := _NUMBER.search(text.hans)):
                metric = _metric(sentences.metric, id, region, edition.id, block, found)
                block = replace(block, marks=(Mark(found.start(), found.end(), "metric", metric.id),))
            blocks.append(block)
            length += len(text)
    told = replace(edition, sections=tuple(sections), length=length)
    metrics = (metric,) if metric else ()
    article = Article(id, region, template.citation, (told,), len(metrics))
    return Entry(article, (Body(id, told.id, tuple(blocks)),), metrics)


def _metric(model: Metric, article: str, region: str, edition: str, block: Block, found: re.Match[str]) -> Metric:
    text = block.text
    end = text.hans.find("。", found.end()) + 1 or len(text)
    start = text.hans.rfind("。", 0, found.start()) + 1
    evidence = Evidence(edition, block.id, block.section, start, end, found.start(), found.end(), text.cut(start, end))
    value = float(found[0])
    bare = replace(model, value=value, picture=None, note=None, evidence=(evidence,))
    return replace(bare, id=f"{article}.m", article=article, region=region)


def _drawn(sentences: Sentences, chance: random.Random) -> Text:
    """A sentence with its numbers replaced by others of the same length."""
    text = chance.choice(sentences.pool)

    def other(match: re.Match[str]) -> str:
        return "".join(digit if digit == "." else str(chance.randint(1, 9)) for digit in match[0])

    state = chance.getstate()
    hans = _NUMBER.sub(other, text.hans)
    chance.setstate(state)
    return Text(hans, _NUMBER.sub(other, text.hant))


def _joined(texts: list[Text]) -> Text:
    return Text("".join(text.hans for text in texts), "".join(text.hant for text in texts))


def _sentences(text: Text) -> Iterator[Text]:
    start = 0
    for match in re.finditer("。|$", text.hans):
        if match.end() - start > 8:
            yield text.cut(start, match.end())
        start = match.end()


def article_of(source: PackageReader, characters: int) -> tuple[Article, Body]:
    """One synthetic article of about that many characters."""
    entry = _entry(Sentences(source), random.Random(characters), "long", "long", characters)
    return entry.article, entry.bodies[0]

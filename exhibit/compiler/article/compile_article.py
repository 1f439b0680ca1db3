"""Makes an article's model values of what was written: blocks in both scripts, figures on their sentences."""

import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from exhibit.compiler.article.evidence import DeclaredFigure, EditionBlocks, find_evidence, short_id
from exhibit.compiler.article.markup import WrittenBlock
from exhibit.compiler.article.parse import WrittenArticle, WrittenEdition, read_article
from exhibit.compiler.article.terms import TermLexicon, mark_terms
from exhibit.compiler.content.files import ArticleFiles
from exhibit.compiler.content.font_coverage import FontCoverage
from exhibit.compiler.content.schema import CitationEntry, MetricEntry, UnitMeasureEntry
from exhibit.compiler.content.validation import LocatedValue
from exhibit.compiler.problems import Problem, ProblemList, ProblemPlace
from exhibit.compiler.scripts.converter import ScriptConverter
from exhibit.compiler.scripts.texts import ConvertedString, TextConverter
from exhibit.model.article import Article, Block, Body, Citation, Edition, Mark, Section
from exhibit.model.metric import Evidence, Metric, NumberPicture, Unit
from exhibit.model.text import Script, Text


class ArticleContext(NamedTuple):
    """What every article is checked against and said with; None where exhibit.yaml does not tell."""

    editions: tuple[str, ...] | None
    topics: frozenset[str] | None
    units: Mapping[str, UnitMeasureEntry]
    script: Script
    converter: ScriptConverter
    glyphs: FontCoverage
    lexicon: TermLexicon

    def unit(self, name: Text, voice: TextConverter, where: ProblemPlace) -> Unit:
        """A unit as printed with its base."""
        measure = self.units.get(name.hans)
        if measure is None:
            return Unit(name, name, 1.0)
        return Unit(name, voice.say(measure.base, self.script, where), measure.factor)


class CompiledArticle(NamedTuple):
    """An article compiled by itself; `article` is None where its facts are wrong.

    A figure's picture still lacks the other figure's value: that may be another article's.
    """

    article: Article | None
    bodies: tuple[Body, ...]
    metrics: tuple[Metric, ...]
    places: tuple[ProblemPlace, ...]
    """Where each metric was written."""
    region: ProblemPlace
    declared: tuple[str, ...]
    """The ids of all its figures, those among them that have mistakes."""
    main: str
    """The edition in articles/ID.md."""
    script: Script
    """The script it was written in."""
    forms: tuple[str, ...]
    """What of the glossary was found in its texts."""
    problems: tuple[Problem, ...]


def compile_article(
    folder: Path, files: ArticleFiles, vocabulary: ArticleContext
) -> tuple[CompiledArticle, list[ConvertedString]]:
    """Compiles one article, and tells what was said in it."""
    problems = ProblemList()
    maker = _ArticleCompiler(read_article(folder, files, problems), vocabulary, problems)
    draft = maker.draft()
    vocabulary.glyphs.check(maker.voice.said, problems)
    return draft._replace(problems=problems.sorted()), maker.voice.said


class _ArticleCompiler:
    """Compiles what was written of one article."""

    def __init__(self, written: WrittenArticle, vocabulary: ArticleContext, problems: ProblemList) -> None:
        self._written, self._vocabulary, self._problems = written, vocabulary, problems
        self.voice = TextConverter(vocabulary.converter, problems)
        self._script: Script = next((edition.script for edition in written.editions), vocabulary.script)
        self._figures = {key: self._figure(key, entry) for key, entry in written.metrics.items()}

    def draft(self) -> CompiledArticle:
        """The article."""
        editions = self._ordered()
        tellings = [EditionBlocks(one.id, one.file, tuple(self._blocks(one))) for one in editions]
        found = {one.edition: find_evidence(self._written.id, one, self._figures, self._problems) for one in tellings}
        bodies, forms = self._marked([self._body(telling) for telling in tellings])
        made = tuple(self._edition(one, telling) for one, telling in zip(editions, tellings, strict=True))
        self._check_topics(editions)
        article = self._article(made)
        metrics = self._metrics(article.region if article else "", found)
        places = tuple(self._place(metric) for metric in metrics)
        main = self._written.main
        region = main.where("region") if main else ProblemPlace(f"articles/{self._written.id}.md", 1)
        declared = tuple(f"{self._written.id}.{key}" for key in self._figures)
        first = next((edition.id for edition in self._written.editions), "")
        return CompiledArticle(article, bodies, metrics, places, region, declared, first, self._script, forms, ())

    def _ordered(self) -> list[WrittenEdition]:
        """The editions in the exhibit's order of preference."""
        known = self._vocabulary.editions
        for one in self._written.editions:
            if known is not None and one.head and one.id not in known:
                names = ", ".join(known)
                self._problems.error(
                    one.head.where("edition"), f"exhibit.yaml has no edition `{one.id}`; it has {names}"
                )
        order = {key: place for place, key in enumerate(known or ())}
        return sorted(self._written.editions, key=lambda one: order.get(one.id, len(order)))

    def _check_topics(self, editions: list[WrittenEdition]) -> None:
        topics = self._vocabulary.topics
        if topics is None:
            return
        used = [
            (section.topic, ProblemPlace(one.file, section.line)) for one in editions for section in one.markup.sections
        ]
        used += [(figure.entry.value.topic, figure.entry.where("topic")) for figure in self._figures.values() if figure]
        for topic, where in used:
            if topic and topic not in topics:
                self._problems.error(where, f"exhibit.yaml has no topic `{topic}`; it has {', '.join(sorted(topics))}")

    def _blocks(self, edition: WrittenEdition) -> list[tuple[WrittenBlock, Text]]:
        say = self.voice.say
        return [
            (one, say(one.text, edition.script, ProblemPlace(edition.file, one.line))) for one in edition.markup.blocks
        ]

    def _body(self, telling: EditionBlocks) -> Body:
        key = self._written.id
        blocks = tuple(
            Block(one.id, one.kind, one.section, text, tuple(
                Mark(mark.start, mark.end, "metric", f"{key}.{short_id(key, mark.target)}") for mark in one.marks
            ))
            for one, text in telling.blocks
        )  # fmt: skip
        return Body(key, telling.edition, blocks)

    def _marked(self, bodies: list[Body]) -> tuple[tuple[Body, ...], tuple[str, ...]]:
        """The bodies with the glossary's words marked, and which of its words they are."""
        marked = [mark_terms(body, self._vocabulary.lexicon) for body in bodies]
        return tuple(body for body, _ in marked), tuple(sorted(set().union(*(found for _, found in marked))))

    def _edition(self, written: WrittenEdition, telling: EditionBlocks) -> Edition | None:
        if written.head is None:
            return None
        head = written.head
        titles = {block.id: text for block, text in telling.blocks if block.kind == "heading"}
        sections = tuple(Section(one.id, titles[one.id], one.topic) for one in written.markup.sections)
        title = self.voice.say(head.value.title, written.script, head.where("title"))
        overview = self.voice.say(head.value.overview, written.script, head.where("overview"))
        length = sum(counted(text.hans) for block, text in telling.blocks if block.kind != "note")
        return Edition(written.id, written.script, title, overview, sections, length)

    def _article(self, editions: tuple[Edition | None, ...]) -> Article | None:
        main = self._written.main
        whole = tuple(one for one in editions if one)
        if main is None or len(whole) < len(editions):
            return None
        head, where = main.value, main.where
        citation = self._citation(head.citation, lambda key: where("citation", key))
        method = self.voice.say_if(head.method, self._script, where("method"))
        question = self.voice.say_if(head.question, self._script, where("question"))
        hero = self._hero(head.hero, where("hero"))
        return Article(self._written.id, head.region, citation, whole, len(self._figures), method, question, hero)

    def _hero(self, key: str | None, where: ProblemPlace) -> str | None:
        """The full id of the figure that stands for the article, which must be one of its own."""
        if key is not None and key not in self._figures:
            message = f"there is no figure `{key}` in metrics/{self._written.id}.yaml; add it or correct the id"
            self._problems.error(where, message)
        return f"{self._written.id}.{key}" if key in self._figures else None

    def _citation(self, entry: CitationEntry, where: Callable[[str], ProblemPlace]) -> Citation:
        def say(key: str, name: bool = False) -> Text | None:
            return self.voice.say_if(getattr(entry, key), self._script, where(key), name)

        title, reason = say("title"), say("year_reason")
        assert title is not None
        assert reason is not None
        return Citation(title, say("newspaper", True), say("byline", True), say("date"), entry.kind, entry.year, reason)

    def _figure(self, key: str, entry: LocatedValue[MetricEntry] | None) -> DeclaredFigure | None:
        if entry is None:
            return None
        return DeclaredFigure(key, entry, self.voice.say(entry.value.unit, self._script, entry.where("unit")))

    def _metrics(self, region: str, found: Mapping[str, Mapping[str, Evidence]]) -> tuple[Metric, ...]:
        """In the order in which the first edition states them."""
        first = next(iter(found.values()), {})
        figures = [figure for key in first if (figure := self._figures.get(key))]
        return tuple(
            self._metric(one, region, tuple(evidence[one.id] for evidence in found.values() if one.id in evidence))
            for one in figures
        )

    def _metric(self, figure: DeclaredFigure, region: str, evidence: tuple[Evidence, ...]) -> Metric:
        entry, where, key = figure.entry.value, figure.entry.where, self._written.id
        label = self.voice.say(entry.label, self._script, where("label"))
        period = self.voice.say_if(entry.period, self._script, where("period"))
        note = self.voice.say_if(entry.note, self._script, where("note"))
        picture = None
        if entry.picture:
            other = entry.picture.other
            full = other if other is None or "." in other else f"{key}.{other}"
            picture = NumberPicture(entry.picture.kind, full, None, None)
        return Metric(
            f"{key}.{figure.id}", key, region, entry.topic, label, entry.value, entry.qualifier,
            self._unit(figure), period, note, picture, evidence,
        )  # fmt: skip

    def _unit(self, figure: DeclaredFigure) -> Unit:
        return self._vocabulary.unit(figure.unit, self.voice, figure.entry.where("unit"))

    def _place(self, metric: Metric) -> ProblemPlace:
        figure = self._figures[metric.id.split(".")[1]]
        assert figure is not None  # only declared figures become metrics
        return figure.entry.where("picture") if metric.picture else figure.entry.where()


def counted(text: str) -> int:
    """Characters of a text, blanks and punctuation aside."""
    return sum(unicodedata.category(character)[0] in "LN" for character in text)

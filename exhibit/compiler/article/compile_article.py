"""Compiles an article: its blocks in both scripts, and its figures with the sentences that state them."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence

from exhibit.compiler.article.agreement import stated_unit
from exhibit.compiler.article.compiled_article import CompiledArticle
from exhibit.compiler.article.evidence import (
    DeclaredFigure,
    EditionBlocks,
    FoundFigure,
    compare_editions,
    find_evidence,
    short_id,
)
from exhibit.compiler.article.markup import WrittenBlock
from exhibit.compiler.article.parse import ArticleContent, WrittenArticle, WrittenEdition, parse_article
from exhibit.compiler.article.rules import ArticleRules
from exhibit.compiler.article.terms import mark_terms
from exhibit.compiler.content.files import ArticleFiles
from exhibit.compiler.content.schema import CitationEntry
from exhibit.compiler.problems import ProblemList, ProblemPlace, id_list
from exhibit.compiler.scripts.texts import ConvertedString, TextConverter
from exhibit.figures.folding import fold
from exhibit.figures.reading import FigureReading
from exhibit.figures.units import shown
from exhibit.model.article import Article, Block, Body, Citation, Edition, Mark, Section
from exhibit.model.limits import MAX_NUMBER
from exhibit.model.metric import Metric, NumberPicture
from exhibit.model.text import Script, Text, same


def compile_article(
    files: ArticleFiles, contents: ArticleContent, rules: ArticleRules
) -> tuple[CompiledArticle, list[ConvertedString]]:
    """Compiles an article from the contents of its files; also returns all its strings."""
    problems = ProblemList()
    compiler = _ArticleCompiler(parse_article(files, contents, problems), rules, problems)
    compiled = compiler.compile()
    rules.coverage.check(compiler.texts.strings, problems)
    return compiled._replace(problems=problems.sorted()), compiler.texts.strings


class _ArticleCompiler:
    """Compiles a parsed article."""

    def __init__(self, written: WrittenArticle, rules: ArticleRules, problems: ProblemList) -> None:
        self._written, self._rules, self._problems = written, rules, problems
        self.texts = TextConverter(rules.converter, problems)
        self._script: Script = next((edition.script for edition in written.editions), rules.script)
        self._figures = {key: DeclaredFigure(key, entry) if entry else None for key, entry in written.metrics.items()}

    def compile(self) -> CompiledArticle:
        """The article without its problems."""
        id, main = self._written.id, self._written.main
        editions = self._ordered()
        blocks = [EditionBlocks(one.id, one.file, tuple(self._blocks(one))) for one in editions]
        found = [find_evidence(id, one, self._figures, self._problems) for one in blocks]
        compare_editions(found, self._problems)
        bodies, forms = self._marked([self._body(one) for one in blocks])
        compiled = tuple(self._edition(one, its_blocks) for one, its_blocks in zip(editions, blocks, strict=True))
        self._check_topics(editions)
        article = self._article(compiled)
        metrics = self._metrics(article.region if article else "", found)
        return CompiledArticle(
            article=article,
            bodies=bodies,
            metrics=metrics,
            places=tuple(self._place(metric) for metric in metrics),
            region=main.where("region") if main else ProblemPlace(f"articles/{id}.md", 1),
            declared=tuple(f"{id}.{key}" for key in self._figures),
            disputed=self._disputed(found),
            main=next((edition.id for edition in self._written.editions), ""),
            script=self._script,
            forms=forms,
            problems=(),
        )

    def _ordered(self) -> list[WrittenEdition]:
        """The editions in the exhibit's order of preference."""
        known = self._rules.editions
        for one in self._written.editions:
            if known is not None and one.head and one.id not in known:
                self._problems.error(
                    one.head.where("edition"), f"exhibit.yaml has no edition `{one.id}`; it has {id_list(known)}"
                )
        order = {key: place for place, key in enumerate(known or ())}
        return sorted(self._written.editions, key=lambda one: order.get(one.id, len(order)))

    def _check_topics(self, editions: list[WrittenEdition]) -> None:
        used = [
            (section.topic, ProblemPlace(one.file, section.line)) for one in editions for section in one.markup.sections
        ]
        used += [(figure.entry.value.topic, figure.entry.where("topic")) for figure in self._figures.values() if figure]
        for topic, where in used:
            if topic:
                self._rules.check_topic(topic, where, self._problems)

    def _blocks(self, edition: WrittenEdition) -> list[tuple[WrittenBlock, Text]]:
        file, script = edition.file, edition.script
        return [
            (one, self.texts.convert(one.text, script, ProblemPlace(file, one.line))) for one in edition.markup.blocks
        ]

    def _body(self, blocks: EditionBlocks) -> Body:
        id = self._written.id
        converted = tuple(
            Block(one.id, one.kind, one.section, text, tuple(
                Mark(mark.start, mark.end, "metric", f"{id}.{short_id(id, mark.target)}") for mark in one.marks
            ))
            for one, text in blocks.blocks
        )  # fmt: skip
        return Body(id, blocks.edition, converted)

    def _marked(self, bodies: list[Body]) -> tuple[tuple[Body, ...], tuple[str, ...]]:
        """The bodies with the terms of the glossary marked, and the forms of terms that they hold."""
        marked = [mark_terms(body, self._rules.lexicon) for body in bodies]
        return tuple(body for body, _ in marked), tuple(sorted(set().union(*(found for _, found in marked))))

    def _edition(self, written: WrittenEdition, blocks: EditionBlocks) -> Edition | None:
        if written.head is None:
            return None
        head = written.head
        titles = {block.id: text for block, text in blocks.blocks if block.kind == "heading"}
        sections = tuple(Section(one.id, titles[one.id], one.topic) for one in written.markup.sections)
        title = self.texts.convert(head.value.title, written.script, head.where("title"))
        overview = self.texts.convert(head.value.overview, written.script, head.where("overview"))
        length = sum(counted(text.hans) for block, text in blocks.blocks if block.kind != "note")
        return Edition(written.id, written.script, title, overview, sections, length)

    def _article(self, editions: tuple[Edition | None, ...]) -> Article | None:
        main = self._written.main
        whole = tuple(one for one in editions if one)
        if main is None or len(whole) < len(editions):
            return None
        citation = self._citation(main.value.citation, lambda key: main.where("citation", key))
        return Article(self._written.id, main.value.region, citation, whole, len(self._figures))

    def _citation(self, entry: CitationEntry, where: Callable[[str], ProblemPlace]) -> Citation:
        def text(key: str, written: str, name: bool = False) -> Text:
            return self.texts.convert(written, self._script, where(key), name)

        return Citation(
            title=text("title", entry.title),
            newspaper=text("newspaper", entry.newspaper, name=True) if entry.newspaper else None,
            byline=text("byline", entry.byline, name=True) if entry.byline else None,
            date=text("date", entry.date) if entry.date else None,
            kind=entry.kind,
            year=entry.year,
            year_reason=text("year_reason", entry.year_reason),
        )

    def _metrics(self, region: str, found: Sequence[Mapping[str, FoundFigure]]) -> tuple[Metric, ...]:
        """The metrics in the order in which the first edition states them, without those whose mark is wrong there."""
        metrics = (
            self._metric(figure, region, [edition[key] for edition in found if key in edition])
            for key in (found[0] if found else ())
            if (figure := self._figures.get(key))
        )
        return tuple(metric for metric in metrics if metric)

    def _metric(self, figure: DeclaredFigure, region: str, found: Sequence[FoundFigure]) -> Metric | None:
        entry, where, key = figure.entry.value, figure.entry.where, self._written.id
        value, reading = found[0].value(entry), found[0].reading
        if value is None or reading is None:
            return None
        label = self.texts.convert(entry.label, self._script, where("label"))
        period = self.texts.convert(entry.period, self._script, where("period")) if entry.period else None
        note = self.texts.convert(entry.note, self._script, where("note")) if entry.note else None
        picture = None
        if entry.picture:
            other = entry.picture.other
            full = other if other is None or "." in other else f"{key}.{other}"
            picture = NumberPicture(entry.picture.kind, full)
        unit = self._rules.unit(self._unit(figure, reading, found[0]), self.texts, where("unit"))
        metric = Metric(
            f"{key}.{figure.id}", key, region, entry.topic, label, value, unit, period, note, picture,
            tuple(one.evidence for one in found),
        )  # fmt: skip
        return None if self._is_too_large(metric, found[0].where) else metric

    def _is_too_large(self, metric: Metric, where: ProblemPlace) -> bool:
        """True for a figure beyond MAX_NUMBER, after reporting it."""
        too_large = any(end is not None and abs(end) > MAX_NUMBER for end in metric.base_interval)
        if too_large:
            figure, unit = metric.id.split(".")[1], metric.unit.base.hans
            self._problems.error(
                where, f"`{figure}` is larger than {MAX_NUMBER:g} {unit}; correct the text or the unit"
            )
        return too_large

    def _unit(self, figure: DeclaredFigure, reading: FigureReading, found: FoundFigure) -> Text:
        """The unit as the editor wrote it, else as it is printed; empty without one."""
        if unit := stated_unit(figure.entry.value, reading):
            return self.texts.convert(unit, self._script, figure.entry.where("unit"))
        spans = [(role.start, role.end) for role in reading.roles if role.role == "unit"]
        hans, hant = (
            shown("".join(text[start:end] for start, end in spans)) for text in (found.text.hans, found.text.hant)
        )
        if reading.unit is None or fold(hans) == fold(reading.unit):
            return Text(hans, hant) if reading.unit else same("")
        return self.texts.convert(reading.unit, self._script, found.where)

    def _disputed(self, found: Sequence[Mapping[str, FoundFigure]]) -> tuple[str, ...]:
        keys = {key for edition in found for key, figure in edition.items() if not figure.agrees}
        return tuple(f"{self._written.id}.{key}" for key in sorted(keys))

    def _place(self, metric: Metric) -> ProblemPlace:
        figure = self._figures[metric.id.split(".")[1]]
        assert figure is not None  # only declared figures become metrics
        return figure.entry.where("picture") if metric.picture else figure.entry.where()


def counted(text: str) -> int:
    """The number of letters and digits of a text, Chinese characters among them."""
    return sum(unicodedata.category(character)[0] in "LN" for character in text)

"""Compiles a content folder: reads everything, reports every mistake, and builds the package if there is none."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from exhibit.compiler.article.article_cache import ArticleCache
from exhibit.compiler.article.rules import ArticleRules
from exhibit.compiler.build_cache import BuildCache
from exhibit.compiler.checks import (
    check_pictures,
    check_places,
    check_region,
    check_scripts,
    check_units,
)
from exhibit.compiler.content.files import ID, ArticleFiles, find_sources
from exhibit.compiler.content.font_coverage import font_characters, shipped_coverage
from exhibit.compiler.content.validation import read_tree
from exhibit.compiler.content.yaml_tree import ScalarNode
from exhibit.compiler.content_index import ContentIndex
from exhibit.compiler.context import BuildContext
from exhibit.compiler.descriptions.compile_descriptions import CompiledDescriptions, compile_descriptions
from exhibit.compiler.descriptions.glossary import make_lexicon
from exhibit.compiler.map.compile_map import CompiledMap, compile_map
from exhibit.compiler.output_file import BuiltPackage, check_output, write_verified
from exhibit.compiler.problems import Problem, ProblemList, has_errors
from exhibit.compiler.scripts.converter import ConversionRules, ScriptConverter
from exhibit.compiler.scripts.readings import make_index_options
from exhibit.compiler.scripts.texts import TextConverter
from exhibit.compiler.shared_files import SharedFiles, read_shared_files
from exhibit.model.metric import Metric
from exhibit.model.package import Exhibit, NamedId, PackageCounts
from exhibit.model.region import Region
from exhibit.model.text import Script, same
from exhibit.package.writer import ArticleContents, PackageContents

BuildProgress = Callable[[int, int], None]
"""Called with the number of compiled articles and the number of all articles."""


class CompileResult(NamedTuple):
    """What a folder was compiled to: the contents to write, None if there are errors, and every problem."""

    contents: PackageContents | None
    problems: tuple[Problem, ...]


class BuildResult(NamedTuple):
    """The package that was written, None if problems forbade it, and every problem."""

    package: BuiltPackage | None
    problems: tuple[Problem, ...]


def compile_content(
    folder: Path, cache: BuildCache | None = None, progress: BuildProgress | None = None
) -> CompileResult:
    """Compiles a folder. `cache` keeps compiled articles for the next build and until the contents are written."""
    context = read_context(folder, cache)
    problems, index = context.problems, context.index
    articles = ArticleCache(folder, context.rules, cache)
    compile_articles(context, articles, progress)
    check_pictures(index, problems)
    regions = compile_regions(context)
    map = compile_exhibit_map(context)
    descriptions = compile_descriptions(context)
    exhibit = compile_exhibit(context, descriptions)
    search = make_index_options(context.shared.readings, context.shared.exhibit, context.texts, problems)
    context.rules.coverage.check(context.texts.strings, problems)
    if cache:
        cache.remove_unused()
    found = problems.sorted()
    if has_errors(found) or exhibit is None:
        return CompileResult(None, found)
    contents = PackageContents(
        exhibit=exhibit,
        map=map.map if map else None,
        regions=regions,
        entries=_ArticleStream(tuple(context.files.articles.values()), articles),
        blobs=map.blobs if map else {},
        fonts=context.shared.fonts,
        computed=descriptions.computed,
        systems=descriptions.systems,
        comparisons=descriptions.comparisons,
        terms=descriptions.terms,
        events=descriptions.events,
        index_options=search,
    )
    return CompileResult(contents, found)


def build(
    folder: Path,
    output: Path,
    *,
    strict: bool = False,
    cache: BuildCache | None = None,
    progress: BuildProgress | None = None,
) -> BuildResult:
    """Compiles a folder and writes the package. Raises OutputError or OSError; then `output` is as it was.

    An error, or with `strict` also a warning, leaves `output` as it was, too.
    """
    check_output(output)
    compiled = compile_content(folder, cache, progress)
    if compiled.contents is None or (strict and compiled.problems):
        return BuildResult(None, compiled.problems)
    return BuildResult(write_verified(compiled.contents, output), compiled.problems)


def read_context(folder: Path, cache: BuildCache | None = None) -> BuildContext:
    """Reads all files but those of articles, and prepares the rules for the articles; the index is still empty."""
    problems = ProblemList()
    files = find_sources(folder, problems)
    shared = read_shared_files(files, problems)
    if shared.scripts:
        check_scripts(shared.scripts, problems)
    if shared.exhibit:
        check_units(shared.exhibit, problems)
    rules = _article_rules(shared, cache, problems)
    return BuildContext(
        files=files,
        shared=shared,
        rules=rules,
        index=ContentIndex(),
        texts=TextConverter(rules.converter, problems),
        problems=problems,
    )


def compile_articles(context: BuildContext, articles: ArticleCache, progress: BuildProgress | None = None) -> None:
    """Compiles every article, reports its problems and adds it to the index."""
    described = context.shared.descriptions.articles()
    for done, (id, files) in enumerate(context.files.articles.items(), 1):
        article = articles.whole(files) if id in described else articles.outline(files)
        context.problems.extend(article.problems)
        check_region(article, context.shared.regions, context.problems)
        context.index.add(article)
        if id in described:
            context.index.add_described(id, article)
        if progress:
            progress(done, len(context.files.articles))


def compile_regions(context: BuildContext) -> tuple[Region, ...]:
    """The regions in the editor's order, with what the index counted of each."""
    regions = []
    for key, entry in (context.shared.regions or {}).items():
        if entry:
            name = context.text(entry.value.name, entry.where("name"), name=True)
            short = context.optional_text(entry.value.short, entry.where("short"), name=True)
            index = context.index
            regions.append(Region(key, name, short or name, index.articles_of[key], index.figures_of[key]))
    return tuple(regions)


def compile_exhibit_map(context: BuildContext) -> CompiledMap | None:
    """The map, None if there is none; warns of regions without a place on it."""
    if context.shared.regions is not None:
        check_places(context.shared.regions, context.shared.map, context.index, context.problems)
    return compile_map(context.shared.map, context) if context.shared.map else None


def compile_exhibit(context: BuildContext, descriptions: CompiledDescriptions) -> Exhibit | None:
    """The description of the exhibit, None if exhibit.yaml has mistakes."""
    if context.shared.exhibit is None:
        return None
    value, where = context.shared.exhibit.value, context.shared.exhibit.where
    reviewed = context.shared.scripts.value.reviewed if context.shared.scripts else {}
    editions = tuple(
        NamedId(
            key,
            context.text(one.label, where("editions", key, "label")),
            context.text(one.note, where("editions", key, "note")),
        )
        for key, one in value.editions.items()
    )
    topics = tuple(
        NamedId(key, context.text(label, where("topics", key)), same("")) for key, label in value.topics.items()
    )
    return Exhibit(
        id=value.id,
        title=context.text(value.title, where("title")),
        subtitle=context.text(value.subtitle, where("subtitle")),
        about=context.text(value.about, where("about")),
        version=value.version,
        editions=editions,
        topics=topics,
        counts=_counts(context, descriptions),
        conversion=context.rules.converter.account(len(reviewed)),
    )


def read_id(folder: Path) -> str | None:
    """The exhibit's id, or None if exhibit.yaml has no valid one."""
    ignored = ProblemList()
    tree = read_tree(find_sources(folder, ignored), "exhibit.yaml", ignored)
    node = tree.get("id") if tree else None
    return node.text if isinstance(node, ScalarNode) and ID.fullmatch(node.text) else None


def each_metric(folder: Path, cache: BuildCache | None = None) -> Iterator[Metric]:
    """Every figure that the articles state, as it was read, without those whose mark is wrong."""
    context = read_context(folder, cache)
    articles = ArticleCache(folder, context.rules, cache)
    for files in context.files.articles.values():
        yield from articles.whole(files).metrics


@dataclass(frozen=True, slots=True)
class _ArticleStream:
    """Reads the articles one at a time for the writer; it can be iterated more than once."""

    files: tuple[ArticleFiles, ...]
    articles: ArticleCache

    def __iter__(self) -> Iterator[ArticleContents]:
        for compiled in map(self.articles.whole, self.files):
            if compiled.article:
                yield ArticleContents(compiled.article, compiled.bodies, compiled.metrics)


def _article_rules(shared: SharedFiles, cache: BuildCache | None, problems: ProblemList) -> ArticleRules:
    carried = [characters for one in shared.fonts if (characters := font_characters(one))]
    script: Script = shared.exhibit.value.script if shared.exhibit else "hans"
    converter = ScriptConverter(_conversion_rules(shared))
    return ArticleRules(
        editions=shared.editions,
        topics=frozenset(shared.topics) if shared.topics else None,
        units=shared.exhibit.value.units if shared.exhibit else {},
        script=script,
        converter=converter,
        coverage=shipped_coverage(carried, cache, problems),
        lexicon=make_lexicon(shared.descriptions.glossary, _names(shared), script, converter, problems),
    )


def _conversion_rules(shared: SharedFiles) -> ConversionRules:
    if shared.scripts is None:
        return ConversionRules()
    value = shared.scripts.value
    same_length = {hans: hant for hans, hant in value.exceptions.items() if len(hans) == len(hant)}
    return ConversionRules(value.traditional, value.quotes == "exchange", same_length)


def _names(shared: SharedFiles) -> list[str]:
    """The names in which no term is marked: those of exhibit.yaml and of the regions."""
    regions = [entry.value for entry in (shared.regions or {}).values() if entry]
    of_regions = [name for region in regions for name in (region.name, region.short) if name]
    return [*(shared.exhibit.value.names if shared.exhibit else ()), *of_regions]


def _counts(context: BuildContext, descriptions: CompiledDescriptions) -> PackageCounts:
    index = context.index
    return PackageCounts(
        regions=sum(entry is not None for entry in (context.shared.regions or {}).values()),
        articles=index.articles_of.total(),
        metrics=len(index.figures),
        characters=index.characters,
        computed=len(descriptions.computed),
        systems=len(descriptions.systems),
        comparisons=len(descriptions.comparisons),
        terms=len(descriptions.terms),
        events=len(descriptions.events),
    )

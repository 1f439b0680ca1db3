"""Compiles a content folder: gathers everything, checks everything, and only then builds the package."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import BaseModel

from exhibit.compiler.article.cache import ArticleCache
from exhibit.compiler.article.compile_article import ArticleContext, compile_article
from exhibit.compiler.checks import (
    ContentFacts,
    check_pictures,
    check_places,
    check_region,
    check_scripts,
    check_units,
)
from exhibit.compiler.content.files import ID, ArticleFiles, ContentFiles, find_sources, read_bytes
from exhibit.compiler.content.font_coverage import font_characters, shipped_coverage
from exhibit.compiler.content.schema import ExhibitFile, MapFile, ReadingsFile, RegionEntry, ScriptsFile
from exhibit.compiler.content.validation import LocatedValue, read_declared, read_each, read_tree
from exhibit.compiler.content.yaml_tree import MappingNode, ScalarNode
from exhibit.compiler.descriptions.context import DescriptionContext
from exhibit.compiler.descriptions.gather import (
    CompiledDescriptions,
    DescriptionFiles,
    make_descriptions,
    read_described,
)
from exhibit.compiler.descriptions.glossary import make_lexicon
from exhibit.compiler.map.compile_map import CompiledMap, compile_map
from exhibit.compiler.problems import Problem, ProblemList, has_errors
from exhibit.compiler.scripts.converter import ConversionRules, ScriptConverter
from exhibit.compiler.scripts.readings import make_index_options
from exhibit.compiler.scripts.texts import ConvertedString, TextConverter
from exhibit.model.metric import Metric
from exhibit.model.package import Exhibit, NamedId, PackageCounts
from exhibit.model.region import Region
from exhibit.model.text import Script, same
from exhibit.package.writer import ArticleContents, PackageContents, write_package

M = TypeVar("M", bound=BaseModel)
BuildProgress = Callable[[int, int], None]
"""Told how many articles of how many are done."""


class CompileResult(NamedTuple):
    """What a folder became: contents to write, None where there are errors, and every problem."""

    contents: PackageContents | None
    problems: tuple[Problem, ...]


class SharedContent(NamedTuple):
    """The files that every article depends on, as far as they could be read."""

    sources: ContentFiles
    exhibit: LocatedValue[ExhibitFile] | None
    regions: dict[str, LocatedValue[RegionEntry] | None] | None
    map: LocatedValue[MapFile] | None
    reviewed: dict[str, str]
    vocabulary: ArticleContext
    fonts: tuple[bytes, ...]
    described: DescriptionFiles
    readings: LocatedValue[ReadingsFile] | None


def compile_content(folder: Path, cache: Path | None = None, progress: BuildProgress | None = None) -> CompileResult:
    """Compiles the folder; articles are kept in `cache` and read from there again when the contents are written."""
    problems = ProblemList()
    common = read_common(folder, cache, problems)
    drafts = ArticleCache(folder, common.vocabulary, cache)
    tally = _tally(common, drafts, problems, progress or _silent)
    check_pictures(tally, problems)
    voice = TextConverter(common.vocabulary.converter, problems)
    regions = _regions(common, tally, voice)
    atlas = _atlas(common, voice, problems, tally)
    descriptions = _descriptions(common, tally, voice, problems)
    exhibit = _exhibit(common, len(regions), tally, descriptions, voice)
    spelling = make_index_options(common.readings, common.exhibit, voice, problems)
    common.vocabulary.glyphs.check(voice.said, problems)
    drafts.forget_others()
    found = problems.sorted()
    if has_errors(found) or exhibit is None:
        return CompileResult(None, found)
    entries = _ArticleStream(common.sources.articles, drafts)
    return CompileResult(
        PackageContents(
            exhibit,
            atlas.map if atlas else None,
            regions,
            entries,
            atlas.blobs if atlas else {},
            common.fonts,
            descriptions.computed,
            descriptions.systems,
            descriptions.comparisons,
            descriptions.terms,
            descriptions.events,
            spelling,
        ),
        found,
    )


def build(
    folder: Path, output: Path, strict: bool = False, cache: Path | None = None, progress: BuildProgress | None = None
) -> tuple[str | None, tuple[Problem, ...]]:
    """Compiles and writes; None for a digest: a problem, or with `strict` a warning, forbids it. Raises OSError."""
    compiled = compile_content(folder, cache, progress)
    if compiled.contents is None or (strict and compiled.problems):
        return None, compiled.problems
    return write_package(compiled.contents, output), compiled.problems


def read_common(folder: Path, cache: Path | None, problems: ProblemList) -> SharedContent:
    """Reads what every article depends on."""
    sources = find_sources(folder, problems)
    tree = read_tree(sources, "exhibit.yaml", problems)
    exhibit = read_declared(ExhibitFile, tree, "exhibit.yaml", problems) if tree else None
    named = read_tree(sources, "regions.yaml", problems)
    regions = read_each(RegionEntry, named, "regions.yaml", problems) if named else None
    scripts = _declared(ScriptsFile, sources, "scripts.yaml", problems)
    if scripts:
        check_scripts(scripts, problems)
    if exhibit:
        check_units(exhibit, problems)
    fonts = _fonts(folder, exhibit, problems)
    glyphs = shipped_coverage([points for one in fonts if (points := font_characters(one))], cache, problems)
    described = read_described(sources, problems)
    converter = ScriptConverter(_rules(scripts))
    script: Script = exhibit.value.script if exhibit else "hans"
    names = _names(exhibit, regions)
    vocabulary = ArticleContext(
        _keys(tree, "editions"),
        frozenset(topics) if (topics := _keys(tree, "topics")) else None,
        exhibit.value.units if exhibit else {},
        script,
        converter,
        glyphs,
        make_lexicon(described.glossary, names, script, converter, problems),
    )
    places = _declared(MapFile, sources, "map.yaml", problems)
    reviewed = scripts.value.reviewed if scripts else {}
    readings = _declared(ReadingsFile, sources, "readings.yaml", problems)
    return SharedContent(sources, exhibit, regions, places, reviewed, vocabulary, fonts, described, readings)


@dataclass(frozen=True, slots=True)
class _ArticleStream:
    """The articles for the writer, one at a time, as often as asked for."""

    articles: tuple[ArticleFiles, ...]
    drafts: ArticleCache

    def __iter__(self) -> Iterator[ArticleContents]:
        for draft in map(self.drafts.whole, self.articles):
            if draft.article:
                yield ArticleContents(draft.article, draft.bodies, draft.metrics)


def _declared(model: type[M], sources: ContentFiles, name: str, problems: ProblemList) -> LocatedValue[M] | None:
    tree = read_tree(sources, name, problems)
    return read_declared(model, tree, name, problems) if tree else None


def _keys(tree: MappingNode | None, key: str) -> tuple[str, ...] | None:
    """The ids declared under a key, even where something else in the file is wrong."""
    node = tree.get(key) if tree else None
    return node.keys() if isinstance(node, MappingNode) else None


def _names(
    exhibit: LocatedValue[ExhibitFile] | None, regions: dict[str, LocatedValue[RegionEntry] | None] | None
) -> list[str]:
    """The names in which no term is marked: the exhibit's own list, and the places."""
    places = [entry.value for entry in (regions or {}).values() if entry]
    named = [name for place in places for name in (place.name, place.short) if name]
    return [*(exhibit.value.names if exhibit else ()), *named]


def _rules(scripts: LocatedValue[ScriptsFile] | None) -> ConversionRules:
    if scripts is None:
        return ConversionRules()
    value = scripts.value
    same_length = {hans: hant for hans, hant in value.exceptions.items() if len(hans) == len(hant)}
    return ConversionRules(value.traditional, value.quotes == "exchange", same_length)


def _fonts(folder: Path, exhibit: LocatedValue[ExhibitFile] | None, problems: ProblemList) -> tuple[bytes, ...]:
    fonts = []
    for number, name in enumerate(exhibit.value.fonts if exhibit else ()):
        where = exhibit.where("fonts", number)  # type: ignore[union-attr]  # no exhibit, no fonts
        data = read_bytes(folder, name, where, problems)
        if data is not None and font_characters(data) is None:
            problems.error(where, f"{name} is no font file; name an .otf or .ttf file")
        elif data is not None:
            fonts.append(data)
    return tuple(fonts)


def _silent(done: int, of: int) -> None:
    """Progress that nobody asked for."""


def _tally(common: SharedContent, drafts: ArticleCache, problems: ProblemList, progress: BuildProgress) -> ContentFacts:
    tally = ContentFacts.empty()
    articles, described = common.sources.articles, common.described.articles()
    for done, files in enumerate(articles, 1):
        draft = drafts.whole(files) if files.id in described else drafts.outline(files)
        problems.extend(draft.problems)
        check_region(draft, common.regions, problems)
        tally.add(draft)
        if files.id in described:
            tally.tell(files.id, draft)
        progress(done, len(articles))
    return tally


def _regions(common: SharedContent, tally: ContentFacts, voice: TextConverter) -> tuple[Region, ...]:
    made = []
    for key, entry in (common.regions or {}).items():
        if entry:
            name = voice.say(entry.value.name, common.vocabulary.script, entry.where("name"), name=True)
            short = voice.say_if(entry.value.short, common.vocabulary.script, entry.where("short"), name=True)
            made.append(Region(key, name, short or name, tally.articles.get(key, 0), tally.metrics.get(key, 0)))
    return tuple(made)


def _atlas(
    common: SharedContent, voice: TextConverter, problems: ProblemList, tally: ContentFacts
) -> CompiledMap | None:
    if common.regions is not None:
        check_places(common.regions, common.map, tally, problems)
    if common.map is None:
        return None
    public = bool(common.exhibit and common.exhibit.value.public_display)
    regions = tuple(common.regions or common.map.value.regions)
    return compile_map(common.sources.folder, common.map, regions, common.vocabulary.script, public, voice, problems)


def _descriptions(
    common: SharedContent, tally: ContentFacts, voice: TextConverter, problems: ProblemList
) -> CompiledDescriptions:
    articles = frozenset(files.id for files in common.sources.articles)
    return make_descriptions(common.described, DescriptionContext(common.vocabulary, articles, tally, voice, problems))


def _exhibit(
    common: SharedContent, regions: int, tally: ContentFacts, descriptions: CompiledDescriptions, voice: TextConverter
) -> Exhibit | None:
    if common.exhibit is None:
        return None
    value, where = common.exhibit.value, common.exhibit.where
    script, conversion = common.vocabulary.script, common.vocabulary.converter.account(len(common.reviewed))
    editions = tuple(
        NamedId(
            key,
            voice.say(one.label, script, where("editions", key, "label")),
            voice.say(one.note, script, where("editions", key, "note")),
        )
        for key, one in value.editions.items()
    )
    topics = tuple(
        NamedId(key, voice.say(label, script, where("topics", key)), same("")) for key, label in value.topics.items()
    )
    counts = PackageCounts(
        regions, sum(tally.articles.values()), len(tally.facts), tally.characters, len(descriptions.computed),
        len(descriptions.systems), len(descriptions.comparisons), len(descriptions.terms), len(descriptions.events),
    )  # fmt: skip
    title, subtitle, about = (
        voice.say(getattr(value, key), script, where(key)) for key in ("title", "subtitle", "about")
    )
    return Exhibit(value.id, title, subtitle, about, value.version, editions, topics, counts, conversion)


def read_id(folder: Path) -> str | None:
    """The exhibit's id, where exhibit.yaml has a good one."""
    unheard = ProblemList()
    tree = read_tree(find_sources(folder, unheard), "exhibit.yaml", unheard)
    node = tree.get("id") if tree else None
    return node.text if isinstance(node, ScalarNode) and ID.fullmatch(node.text) else None


def each_metric(folder: Path, cache: Path | None) -> Iterator[Metric]:
    """Every figure that the articles state, as it was read; those with a wrong mark are left out."""
    common = read_common(folder, cache, ProblemList())
    drafts = ArticleCache(folder, common.vocabulary, cache)
    for files in common.sources.articles:
        yield from drafts.whole(files).metrics


def each_said(folder: Path, problems: ProblemList) -> Iterator[tuple[SharedContent, list[ConvertedString]]]:
    """Every string of the folder, article by article, for the review."""
    common = read_common(folder, None, problems)
    voice = TextConverter(common.vocabulary.converter, problems)
    _regions(common, ContentFacts.empty(), voice)
    _atlas(common, voice, problems, ContentFacts.empty())
    tally = _tally(common, ArticleCache(folder, common.vocabulary, None), problems, _silent)
    descriptions = _descriptions(common, tally, voice, problems)
    _exhibit(common, 0, ContentFacts.empty(), descriptions, voice)
    yield common, voice.said
    for files in common.sources.articles:
        yield common, compile_article(folder, files, common.vocabulary)[1]

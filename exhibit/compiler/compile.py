"""Compiles a content folder: gathers everything, checks everything, and only then builds the package."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from exhibit.compiler.atlas import Atlas, make_atlas
from exhibit.compiler.checks import (
    Tally,
    check_pictures,
    check_places,
    check_region,
    check_scripts,
    check_units,
    with_picture,
)
from exhibit.compiler.declared import Located, read_declared, read_each, read_tree
from exhibit.compiler.descriptions import Described, Descriptions, make_descriptions, read_described
from exhibit.compiler.draft import Vocabulary, make_draft
from exhibit.compiler.drafts import Drafts
from exhibit.compiler.glossary import make_lexicon
from exhibit.compiler.glyphs import font_characters, shipped_glyphs
from exhibit.compiler.problems import Problem, Problems, has_errors
from exhibit.compiler.readings import make_spelling
from exhibit.compiler.schema import ExhibitFile, MapFile, ReadingsFile, RegionEntry, ScriptsFile
from exhibit.compiler.scripts import Converter, Rules
from exhibit.compiler.setting import Setting
from exhibit.compiler.sources import ID, ArticleFiles, Sources, find_sources, read_bytes
from exhibit.compiler.tree import Scalar, Table
from exhibit.compiler.voice import Said, Voice
from exhibit.model.package import Counts, Exhibit, Name
from exhibit.model.region import Region
from exhibit.model.text import Script, same
from exhibit.package.writer import Contents, Entry, write_package

M = TypeVar("M", bound=BaseModel)
Progress = Callable[[int, int], None]
"""Told how many articles of how many are done."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """What a folder became: contents to write, None where there are errors, and every problem."""

    contents: Contents | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Common:
    """The files that every article depends on, as far as they could be read."""

    sources: Sources
    exhibit: Located[ExhibitFile] | None
    regions: dict[str, Located[RegionEntry] | None] | None
    map: Located[MapFile] | None
    settled: dict[str, str]
    vocabulary: Vocabulary
    fonts: tuple[bytes, ...]
    described: Described
    readings: Located[ReadingsFile] | None


def compile_content(folder: Path, cache: Path | None = None, progress: Progress | None = None) -> Compiled:
    """Compiles the folder; articles are kept in `cache` and read from there again when the contents are written."""
    problems = Problems()
    common = read_common(folder, cache, problems)
    drafts = Drafts(folder, common.vocabulary, cache)
    tally = _tally(common, drafts, problems, progress or _silent)
    check_pictures(tally, problems)
    voice = Voice(common.vocabulary.converter, problems)
    regions = _regions(common, tally, voice)
    atlas = _atlas(common, voice, problems, tally)
    descriptions = _descriptions(common, tally, voice, problems)
    exhibit = _exhibit(common, len(regions), tally, descriptions, voice)
    spelling = make_spelling(common.readings, common.exhibit, voice, problems)
    common.vocabulary.glyphs.check(voice.said, problems)
    drafts.forget_others()
    found = problems.sorted()
    if has_errors(found) or exhibit is None:
        return Compiled(None, found)
    entries = _Entries(common.sources.articles, drafts, tally)
    return Compiled(
        Contents(
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
    folder: Path, output: Path, strict: bool = False, cache: Path | None = None, progress: Progress | None = None
) -> tuple[str | None, tuple[Problem, ...]]:
    """Compiles and writes; None for a digest: a problem, or with `strict` a warning, forbids it. Raises OSError."""
    compiled = compile_content(folder, cache, progress)
    if compiled.contents is None or (strict and compiled.problems):
        return None, compiled.problems
    return write_package(compiled.contents, output), compiled.problems


def read_common(folder: Path, cache: Path | None, problems: Problems) -> Common:
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
    glyphs = shipped_glyphs([points for one in fonts if (points := font_characters(one))], cache, problems)
    described = read_described(sources, problems)
    converter = Converter(_rules(scripts))
    script: Script = exhibit.value.script if exhibit else "hans"
    names = _names(exhibit, regions)
    vocabulary = Vocabulary(
        _keys(tree, "editions"),
        frozenset(themes) if (themes := _keys(tree, "themes")) else None,
        exhibit.value.units if exhibit else {},
        script,
        converter,
        glyphs,
        make_lexicon(described.glossary, names, script, converter, problems),
    )
    places = _declared(MapFile, sources, "map.yaml", problems)
    settled = scripts.value.settled if scripts else {}
    readings = _declared(ReadingsFile, sources, "readings.yaml", problems)
    return Common(sources, exhibit, regions, places, settled, vocabulary, fonts, described, readings)


@dataclass(frozen=True, slots=True)
class _Entries:
    """The articles for the writer, one at a time, as often as asked for."""

    articles: tuple[ArticleFiles, ...]
    drafts: Drafts
    tally: Tally

    def __iter__(self) -> Iterator[Entry]:
        for draft in map(self.drafts.whole, self.articles):
            if draft.article:
                yield Entry(
                    draft.article, draft.bodies, tuple(with_picture(one, self.tally.facts) for one in draft.metrics)
                )


def _declared(model: type[M], sources: Sources, name: str, problems: Problems) -> Located[M] | None:
    tree = read_tree(sources, name, problems)
    return read_declared(model, tree, name, problems) if tree else None


def _keys(tree: Table | None, key: str) -> tuple[str, ...] | None:
    """The ids declared under a key, even where something else in the file is wrong."""
    node = tree.get(key) if tree else None
    return node.keys() if isinstance(node, Table) else None


def _names(exhibit: Located[ExhibitFile] | None, regions: dict[str, Located[RegionEntry] | None] | None) -> list[str]:
    """The names in which no term is marked: the exhibit's own list, and the places."""
    places = [entry.value for entry in (regions or {}).values() if entry]
    named = [name for place in places for name in (place.name, place.short) if name]
    return [*(exhibit.value.names if exhibit else ()), *named]


def _rules(scripts: Located[ScriptsFile] | None) -> Rules:
    if scripts is None:
        return Rules()
    value = scripts.value
    same_length = {hans: hant for hans, hant in value.exceptions.items() if len(hans) == len(hant)}
    return Rules(value.traditional, value.quotes == "exchange", same_length)


def _fonts(folder: Path, exhibit: Located[ExhibitFile] | None, problems: Problems) -> tuple[bytes, ...]:
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


def _tally(common: Common, drafts: Drafts, problems: Problems, progress: Progress) -> Tally:
    tally = Tally.empty()
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


def _regions(common: Common, tally: Tally, voice: Voice) -> tuple[Region, ...]:
    made = []
    for key, entry in (common.regions or {}).items():
        if entry:
            name = voice.say(entry.value.name, common.vocabulary.script, entry.where("name"), name=True)
            short = voice.say_if(entry.value.short, common.vocabulary.script, entry.where("short"), name=True)
            made.append(Region(key, name, short or name, tally.articles.get(key, 0), tally.metrics.get(key, 0)))
    return tuple(made)


def _atlas(common: Common, voice: Voice, problems: Problems, tally: Tally) -> Atlas | None:
    if common.regions is not None:
        check_places(common.regions, common.map, tally, problems)
    if common.map is None:
        return None
    public = bool(common.exhibit and common.exhibit.value.public_display)
    regions = tuple(common.regions or common.map.value.regions)
    return make_atlas(common.sources.folder, common.map, regions, common.vocabulary.script, public, voice, problems)


def _descriptions(common: Common, tally: Tally, voice: Voice, problems: Problems) -> Descriptions:
    articles = frozenset(files.id for files in common.sources.articles)
    return make_descriptions(common.described, Setting(common.vocabulary, articles, tally, voice, problems))


def _exhibit(common: Common, regions: int, tally: Tally, descriptions: Descriptions, voice: Voice) -> Exhibit | None:
    if common.exhibit is None:
        return None
    value, where = common.exhibit.value, common.exhibit.where
    script, conversion = common.vocabulary.script, common.vocabulary.converter.account(len(common.settled))
    editions = tuple(
        Name(
            key,
            voice.say(one.label, script, where("editions", key, "label")),
            voice.say(one.note, script, where("editions", key, "note")),
        )
        for key, one in value.editions.items()
    )
    themes = tuple(
        Name(key, voice.say(label, script, where("themes", key)), same("")) for key, label in value.themes.items()
    )
    counts = Counts(
        regions, sum(tally.articles.values()), len(tally.facts), tally.characters, len(descriptions.computed),
        len(descriptions.systems), len(descriptions.comparisons), len(descriptions.terms), len(descriptions.events),
    )  # fmt: skip
    title, subtitle, about = (
        voice.say(getattr(value, key), script, where(key)) for key in ("title", "subtitle", "about")
    )
    return Exhibit(value.id, title, subtitle, about, value.version, editions, themes, counts, conversion)


def read_id(folder: Path) -> str | None:
    """The exhibit's id, where exhibit.yaml has a good one."""
    unheard = Problems()
    tree = read_tree(find_sources(folder, unheard), "exhibit.yaml", unheard)
    node = tree.get("id") if tree else None
    return node.text if isinstance(node, Scalar) and ID.fullmatch(node.text) else None


def each_said(folder: Path, problems: Problems) -> Iterator[tuple[Common, list[Said]]]:
    """Every string of the folder, article by article, for the review."""
    common = read_common(folder, None, problems)
    voice = Voice(common.vocabulary.converter, problems)
    _regions(common, Tally.empty(), voice)
    _atlas(common, voice, problems, Tally.empty())
    tally = _tally(common, Drafts(folder, common.vocabulary, None), problems, _silent)
    descriptions = _descriptions(common, tally, voice, problems)
    _exhibit(common, 0, Tally.empty(), descriptions, voice)
    yield common, voice.said
    for files in common.sources.articles:
        yield common, make_draft(folder, files, common.vocabulary)[1]

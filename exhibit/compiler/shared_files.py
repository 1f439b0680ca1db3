"""Reads the files of a content folder that do not belong to one article."""

from typing import NamedTuple, TypeVar

from pydantic import BaseModel

from exhibit.compiler.content.files import ContentFiles, read_bytes
from exhibit.compiler.content.font_coverage import font_characters
from exhibit.compiler.content.schema import ExhibitFile, MapFile, ReadingsFile, RegionEntry, ScriptsFile
from exhibit.compiler.content.validation import LocatedValue, read_declared, read_each, read_tree
from exhibit.compiler.content.yaml_tree import MappingNode
from exhibit.compiler.descriptions.files import DescriptionFiles, read_descriptions
from exhibit.compiler.problems import ProblemList
from exhibit.model.limits import MAX_FONT_BYTES, MAX_REGIONS

M = TypeVar("M", bound=BaseModel)


class SharedFiles(NamedTuple):
    """The files as far as they could be read: None for a file that is missing or wrong."""

    exhibit: LocatedValue[ExhibitFile] | None
    editions: tuple[str, ...] | None
    """The ids under `editions:` of exhibit.yaml, also if another part of the file is wrong."""
    topics: tuple[str, ...] | None
    """The ids under `topics:`, likewise."""
    regions: dict[str, LocatedValue[RegionEntry] | None] | None
    """By id; None for an entry that is wrong."""
    map: LocatedValue[MapFile] | None
    scripts: LocatedValue[ScriptsFile] | None
    readings: LocatedValue[ReadingsFile] | None
    descriptions: DescriptionFiles
    fonts: tuple[bytes, ...]
    """The content of the font files that exhibit.yaml names."""


def read_shared_files(files: ContentFiles, problems: ProblemList) -> SharedFiles:
    """Reads all of them and reports every mistake."""
    tree = read_tree(files, "exhibit.yaml", problems)
    exhibit = read_declared(ExhibitFile, tree, "exhibit.yaml", problems) if tree else None
    regions = read_tree(files, "regions.yaml", problems)
    return SharedFiles(
        exhibit=exhibit,
        editions=_keys(tree, "editions"),
        topics=_keys(tree, "topics"),
        regions=read_each(RegionEntry, regions, "regions.yaml", problems, MAX_REGIONS) if regions else None,
        map=_declared(MapFile, files, "map.yaml", problems),
        scripts=_declared(ScriptsFile, files, "scripts.yaml", problems),
        readings=_declared(ReadingsFile, files, "readings.yaml", problems),
        descriptions=read_descriptions(files, problems),
        fonts=_fonts(files, exhibit, problems),
    )


def _declared(model: type[M], files: ContentFiles, name: str, problems: ProblemList) -> LocatedValue[M] | None:
    tree = read_tree(files, name, problems)
    return read_declared(model, tree, name, problems) if tree else None


def _keys(tree: MappingNode | None, key: str) -> tuple[str, ...] | None:
    node = tree.get(key) if tree else None
    return node.keys() if isinstance(node, MappingNode) else None


def _fonts(files: ContentFiles, exhibit: LocatedValue[ExhibitFile] | None, problems: ProblemList) -> tuple[bytes, ...]:
    fonts = []
    for number, name in enumerate(exhibit.value.fonts if exhibit else ()):
        where = exhibit.where("fonts", number)  # type: ignore[union-attr]  # no exhibit, no fonts
        data = read_bytes(files.folder, name, where, problems)
        if data is not None and font_characters(data) is None:
            problems.error(where, f"{name} is no font file; name an .otf or .ttf file")
        elif data is not None:
            fonts.append(data)
    if exhibit and sum(map(len, fonts)) > MAX_FONT_BYTES:
        message = f"the fonts are larger than {MAX_FONT_BYTES >> 20} MiB together; name fewer, or smaller ones"
        problems.error(exhibit.where("fonts"), message)
    return tuple(fonts)

"""Finds and reads the files of a content folder; names what is missing, unknown, too large or not UTF-8."""

import codecs
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from exhibit.compiler.content.forbidden_characters import without_forbidden
from exhibit.compiler.problems import ProblemList, ProblemPlace

ID: Final = re.compile(r"[a-z][a-z0-9-]*")
LIMITS: Final = {".yaml": 4 << 20, ".md": 4 << 20, ".otf": 32 << 20, ".ttf": 32 << 20}
"""Bytes a file may have, by its ending."""
_OTHER_LIMIT: Final = 16 << 20
_SINGLE: Final = (
    "exhibit.yaml", "regions.yaml", "map.yaml", "scripts.yaml",
    "comparisons.yaml", "computed.yaml", "glossary.yaml", "timeline.yaml", "readings.yaml",
)  # fmt: skip
_REQUIRED: Final = ("exhibit.yaml", "regions.yaml")
_CARRIED: Final = ("map", "fonts")
_IGNORED: Final = re.compile(r"\..*|(README|LICENSE|LICENCE|NOTICE|COPYING).*|.*~")


class ArticleFiles(NamedTuple):
    """An article's files, relative to the folder: its editions, the main one first, and its figures."""

    id: str
    editions: tuple[str, ...]
    metrics: str | None


class ContentFiles(NamedTuple):
    """Which files a content folder has."""

    folder: Path
    single: frozenset[str]
    articles: Mapping[str, ArticleFiles]
    """By id, in alphabetical order."""
    systems: dict[str, str]
    """The file of each system."""

    def has(self, name: str) -> bool:
        """Whether one of the single files, or a system's file, is there."""
        return name in self.single or name in self.systems.values()


def find_sources(folder: Path, problems: ProblemList) -> ContentFiles:
    """Lists the folder's files."""
    if not folder.is_dir():
        problems.error(
            ProblemPlace("exhibit.yaml", 1), f"there is no folder {folder}; name the folder that holds exhibit.yaml"
        )
        return ContentFiles(folder, frozenset(), {}, {})
    files = sorted(_files(folder))
    single = frozenset(name for name in _SINGLE if name in files)
    for name in _REQUIRED:
        if name not in single:
            problems.error(ProblemPlace(name, 1), "the file is missing; write it as docs/content.md says")
    articles = _named(files, "articles", ".md", problems)
    metrics = _named(files, "metrics", ".yaml", problems)
    systems = {key: found[0] for key, found in _named(files, "systems", ".yaml", problems).items()}
    _warn_unknown(files, single, problems)
    return ContentFiles(folder, single, _articles(articles, metrics, problems), systems)


def read_source(folder: Path, name: str, problems: ProblemList) -> str | None:
    """A text file without its byte order mark and with plain line ends, or None where it cannot be read."""
    data = read_bytes(folder, name, ProblemPlace(name, 1), problems)
    if data is None:
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problems.error(ProblemPlace(name, line), f"the file is not UTF-8{_guess(data)}; save it as UTF-8")
        return None
    return without_forbidden(text.replace("\r\n", "\n"), name, problems)


def read_bytes(folder: Path, name: str, where: ProblemPlace, problems: ProblemList) -> bytes | None:
    """A file inside the folder, or None where there is none or it may not be read; `where` names it."""
    path = folder / name
    try:
        if not path.resolve().is_relative_to(folder.resolve()):
            problems.error(where, f"{name} lies outside the content folder; copy it into the folder")
        elif not path.is_file():
            problems.error(where, f"there is no file {name}; add it or correct the name")
        elif path.stat().st_size > (limit := LIMITS.get(path.suffix.lower(), _OTHER_LIMIT)):
            problems.error(where, f"{name} is larger than {limit >> 20} MiB; make it smaller or split it")
        else:
            return path.read_bytes()
    except (OSError, ValueError) as error:
        problems.error(where, f"{name!r} cannot be read: {getattr(error, 'strerror', None) or error}; check the file")
    return None


def _files(folder: Path) -> list[str]:
    return [
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if not path.is_dir() and not any(_IGNORED.fullmatch(part) for part in path.relative_to(folder).parts)
    ]


def _named(files: list[str], folder: str, ending: str, problems: ProblemList) -> dict[str, list[str]]:
    """The folder's files by the id in their names; `ID.EDITION.md` stands behind `ID.md`."""
    found: dict[str, list[str]] = {}
    for file in files:
        if not (file.startswith(f"{folder}/") and file.endswith(ending)) or file.count("/") > 1:
            continue
        parts = file[len(folder) + 1 : -len(ending)].split(".")
        if len(parts) <= (2 if ending == ".md" else 1) and all(map(ID.fullmatch, parts)):
            found.setdefault(parts[0], []).append(file)
        else:
            problems.error(
                ProblemPlace(file, 1),
                "the file's name is no id; use small letters a to z, digits and hyphens, a letter first",
            )
    for names in found.values():
        names.sort(key=lambda name: (name.count("."), name))
    return found


def _articles(
    articles: dict[str, list[str]], metrics: dict[str, list[str]], problems: ProblemList
) -> dict[str, ArticleFiles]:
    for key in metrics.keys() - articles.keys():
        problems.error(
            ProblemPlace(metrics[key][0], 1),
            f"there is no articles/{key}.md for these figures; rename or delete the file",
        )
    for key, files in articles.items():
        if files[0] != f"articles/{key}.md":
            problems.error(ProblemPlace(files[0], 1), f"the article's main file articles/{key}.md is missing; write it")
    return {
        key: ArticleFiles(key, tuple(files), metrics[key][0] if key in metrics else None)
        for key, files in sorted(articles.items())
    }


def _warn_unknown(files: list[str], single: frozenset[str], problems: ProblemList) -> None:
    for file in files:
        top = file.split("/")[0] if "/" in file else ""
        kind = {"articles": ".md", "metrics": ".yaml", "systems": ".yaml"}.get(top)
        known = file in single or top in _CARRIED or (kind and file.endswith(kind) and file.count("/") == 1)
        if not known:
            problems.warning(
                ProblemPlace(file, 1), "the file is no part of an exhibit and is left out; move it or correct its name"
            )


def _guess(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return " (it looks like UTF-16)"
    try:
        data.decode("gb18030")
        return " (it looks like GB 18030)"
    except UnicodeDecodeError:
        return ""

"""Lists and decodes the files of a content folder; reports those that are missing, unknown or not UTF-8."""

import codecs
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from exhibit.compiler.content.forbidden_characters import without_forbidden
from exhibit.compiler.content.read_file import FileContent, UnreadableFile, read_file
from exhibit.compiler.problems import ProblemList, ProblemPlace
from exhibit.model.limits import MAX_ID

ID: Final = re.compile(rf"[a-z][a-z0-9-]{{0,{MAX_ID - 1}}}")
"""The form of an id."""
ID_ADVICE: Final = f"use small letters a to z, digits and hyphens, a letter first, at most {MAX_ID} of them"
_MAX_FILES: Final = 100_000
"""Files that are listed; a folder with more is probably not the folder of an exhibit."""
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
    """The files of a content folder."""

    folder: Path
    single: frozenset[str]
    articles: Mapping[str, ArticleFiles]
    """By id, in alphabetical order."""
    systems: dict[str, str]
    """The file of each system."""

    def has(self, name: str) -> bool:
        """True if a single file, or the file of a system, is there."""
        return name in self.single or name in self.systems.values()


def find_sources(folder: Path, problems: ProblemList) -> ContentFiles:
    """Lists the files of a folder. Reports a folder that does not exist and files that are missing or unknown."""
    if not folder.is_dir():
        problems.error(
            ProblemPlace("exhibit.yaml", 1), f"there is no folder {folder}; name the folder that holds exhibit.yaml"
        )
        return ContentFiles(folder, frozenset(), {}, {})
    files = _list_files(folder, problems)
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
    """The text of a file, or None with a problem."""
    return decode_source(read_file(folder, name), name, problems)


def decode_source(content: FileContent, name: str, problems: ProblemList) -> str | None:
    """The text without byte order mark and with `\\n` as line end, or None with a problem if it is not UTF-8."""
    if isinstance(content, UnreadableFile):
        problems.error(ProblemPlace(name, 1), content.reason)
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        problems.error(ProblemPlace(name, line), f"the file is not UTF-8{_guess(content)}; save it as UTF-8")
        return None
    return without_forbidden(text.replace("\r\n", "\n"), name, problems)


def read_bytes(folder: Path, name: str, where: ProblemPlace, problems: ProblemList) -> bytes | None:
    """The content of a file that a declaration names at `where`, or None with a problem there."""
    content = read_file(folder, name)
    if isinstance(content, UnreadableFile):
        problems.error(where, content.reason)
        return None
    return content


def _list_files(folder: Path, problems: ProblemList) -> list[str]:
    """The names of all files, relative to the folder and sorted; links to folders are not followed."""
    files: list[str] = []
    waiting = [""]
    while waiting and len(files) <= _MAX_FILES:
        name = waiting.pop()
        for entry in _entries(folder, name, problems):
            path = f"{name}/{entry.name}".lstrip("/")
            if _IGNORED.fullmatch(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append(path)
            elif entry.is_symlink() and Path(entry.path).is_dir():
                problems.error(ProblemPlace(path, 1), "this is a link to a folder; put the folder itself in its place")
            else:
                files.append(path)
    if len(files) > _MAX_FILES:
        message = f"there are more than {_MAX_FILES:,} files here; name the folder that holds exhibit.yaml"
        problems.error(ProblemPlace("exhibit.yaml", 1), message)
    return sorted(files[:_MAX_FILES])


def _entries(folder: Path, name: str, problems: ProblemList) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder / name) as entries:
            return list(entries)
    except OSError as error:
        message = f"the folder cannot be read: {error.strerror}; check its permissions"
        problems.error(ProblemPlace(name or ".", 1), message)
        return []


def _named(files: list[str], folder: str, ending: str, problems: ProblemList) -> dict[str, list[str]]:
    """The files of a subfolder by the id in their names; `ID.md` comes before `ID.EDITION.md`."""
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
                f"the file's name is no id; {ID_ADVICE}",
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

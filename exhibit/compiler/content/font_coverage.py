"""Compares every string with the characters of the fonts that will show it."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTFont

from exhibit.compiler.build_cache import BuildCache
from exhibit.compiler.content.forbidden_characters import code_point
from exhibit.compiler.problems import ProblemList, ProblemPlace
from exhibit.compiler.scripts.texts import ConvertedString
from exhibit.model.text import Script
from exhibit.resources import MissingResourceError, resource

_FACES: Final[dict[Script, tuple[str, ...]]] = {
    "hans": ("ExhibitSerifSC-Regular.ttf", "ExhibitSansSC-Regular.ttf"),
    "hant": ("ExhibitSerifTC-Regular.ttf", "ExhibitSansTC-Regular.ttf"),
}
_LINE_ENDS: Final = {10, 13}
_NOT_SHOWN: Final = {9, 10}
"""Tab, which is reported elsewhere, and line feed."""
_FALLBACK: Final = "ExhibitFallback-Regular.ttf"
_WAY_OUT: Final = (
    "add it to resources/fonts/extra.txt and run tools/make_fonts.py, "
    "or name a font file that has it under `fonts:` in exhibit.yaml"
)


@dataclass(frozen=True, slots=True)
class FontCoverage:
    """The characters that fonts can show: `own` by script, `any` including the fallback font. Empty if unknown."""

    own: dict[Script, frozenset[int]] = field(default_factory=dict)
    any: frozenset[int] = frozenset()

    def fingerprint(self) -> str:
        """A digest that changes with the sets, 64 hexadecimal digits."""
        sets = [*(sorted(self.own[script]) for script in sorted(self.own)), sorted(self.any)]
        return hashlib.sha256(repr(sets).encode()).hexdigest()

    def check(self, strings: Iterable[ConvertedString], problems: ProblemList) -> None:
        """Reports every character that no font has; warns of one that only the fallback font has."""
        if not self.any:
            return
        for one in strings:
            for script in self.own:
                missing = {ord(character) for character in one.text.in_(script)} - self.own[script] - _NOT_SHOWN
                for point in missing:
                    self._report(chr(point), one.where, problems)

    def _report(self, character: str, where: ProblemPlace, problems: ProblemList) -> None:
        name = f"`{character}` ({code_point(character)})"
        if ord(character) in self.any:
            problems.warning(where, f"{name} is only in the fallback font and will look different; {_WAY_OUT}")
        else:
            problems.error(where, f"{name} is in no font and cannot be shown; {_WAY_OUT}")


def shipped_coverage(extra: Iterable[frozenset[int]], cache: BuildCache | None, problems: ProblemList) -> FontCoverage:
    """The coverage of the fonts under resources/fonts, extended by `extra`, the characters of the package's fonts."""
    try:
        folder = resource("fonts")
        faces = {script: [_characters(folder / name, cache) for name in names] for script, names in _FACES.items()}
        carried = frozenset[int]().union(*extra)
        fallback = _characters(folder / _FALLBACK, cache)
    except (MissingResourceError, OSError) as error:
        problems.warning(
            ProblemPlace("exhibit.yaml", 1),
            f"no characters were compared with the fonts: {error}; install Exhibit again",
        )
        return FontCoverage()
    own = {script: frozenset.intersection(*sets) | carried for script, sets in faces.items()}
    return FontCoverage(own, fallback.union(*own.values()))


def font_characters(data: bytes) -> frozenset[int] | None:
    """The code points that a font file covers, or None if it is no font."""
    try:
        with TTFont(BytesIO(data), lazy=True) as font:
            return frozenset(font.getBestCmap() or {}) or None
    except Exception:  # fontTools raises whatever a broken table leads to
        return None


def _characters(path: Path, cache: BuildCache | None) -> frozenset[int]:
    """A font's characters; kept in the cache, as a font takes a tenth of a second to read."""
    status = path.stat()
    key = f"font {path.resolve()} {status.st_mtime_ns} {status.st_size}"
    if cache and (kept := cache.get(key)) is not None:
        return frozenset(map(ord, kept.decode("utf-8")))
    points = _read(path, status.st_mtime_ns) - _LINE_ENDS
    if cache:
        cache.put(key, "".join(map(chr, sorted(points))).encode())
    return points


@lru_cache(maxsize=8)
def _read(path: Path, _changed: int) -> frozenset[int]:
    points = font_characters(path.read_bytes())
    if points is None:
        raise OSError(f"{path} is no font")
    return points

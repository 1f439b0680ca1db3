"""The pinyin of names: from pypinyin, corrected by readings.yaml."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from exhibit.compiler.content.schema import ExhibitFile, ReadingsFile
from exhibit.compiler.content.validation import LocatedValue
from exhibit.compiler.problems import ProblemList
from exhibit.compiler.scripts.texts import TextConverter
from exhibit.compiler.scripts.variants import families
from exhibit.model.text import Text
from exhibit.package.search.folding import TextFolding, folding_of
from exhibit.package.search.index_writer import IndexOptions

_SYLLABLE: Final = re.compile("[a-z]+")
_TONES: Final = re.compile("[\u0300\u0301\u0304\u030c0-5]")
_FIRST_LEVEL: Final = (0xB0, 0xD7)
"""The lead bytes of the common characters in GB 2312-80: rows 16 to 55."""

OwnReadings = Mapping[str, tuple[str, ...]]
"""The content's own readings: a syllable for each character of a folded name."""


class NameReader(NamedTuple):
    """Gives the pinyin of names."""

    own: OwnReadings
    folding: TextFolding

    def read(self, text: str) -> Sequence[str]:
        """A syllable for each character of a Simplified text; "" where it has none."""
        found = list(_pypinyin(text))
        flat = self.folding.flat(text)
        for name, syllables in self.own.items():
            at = flat.find(name)
            while at >= 0:
                found[at : at + len(name)] = syllables
                at = flat.find(name, at + 1)
        return found


def make_index_options(
    declared: LocatedValue[ReadingsFile] | None,
    exhibit: LocatedValue[ExhibitFile] | None,
    texts: TextConverter,
    problems: ProblemList,
) -> IndexOptions:
    """The options of the package's search index: character variants, names to complete, pinyin."""
    folding = folding_of(families())
    own = _own(declared, folding, problems) if declared else {}
    return IndexOptions(families(), _names(exhibit, texts) if exhibit else (), NameReader(own, folding).read, _common())


def _names(exhibit: LocatedValue[ExhibitFile], texts: TextConverter) -> tuple[Text, ...]:
    value, where = exhibit.value, exhibit.where
    return tuple(
        texts.convert(name, value.script, where("names", place), True) for place, name in enumerate(value.names)
    )


def _own(declared: LocatedValue[ReadingsFile], folding: TextFolding, problems: ProblemList) -> OwnReadings:
    """The readings by folded name, the longest last, so that they override the others."""
    found: dict[str, tuple[str, ...]] = {}
    for name, reading in declared.value.root.items():
        where, flat, syllables = declared.where(name), folding.flat(name), tuple(map(_plain, reading.split()))
        if not all(_pypinyin(name)):
            problems.error(where, f"`{name}` holds what has no sound; name characters only")
        elif len(syllables) != len(name):
            advice = "write one for each character, with blanks between"
            problems.error(where, f"the syllables of `{name}` are {len(syllables)}, not {len(name)}; {advice}")
        elif flat in found:
            problems.error(where, f"`{name}` has a reading already, in this script or the other; delete one")
        for written, syllable in zip(reading.split(), syllables, strict=True):
            if syllable not in _syllables():
                problems.error(where, f"`{written}` is no syllable of pinyin; correct it")
        found.setdefault(flat, syllables)
    return dict(sorted(found.items(), key=lambda item: len(item[0])))


def _plain(written: str) -> str:
    """A syllable without its tone; ü is v."""
    apart = _TONES.sub("", unicodedata.normalize("NFD", written.lower()))
    return apart.replace("u\u0308", "v")


def _pypinyin(text: str) -> Sequence[str]:
    """pypinyin's syllable for each character."""
    from pypinyin import Style, lazy_pinyin  # takes half a second

    found: list[str] = []
    for one in lazy_pinyin(text, style=Style.NORMAL, errors=lambda unread: "?" * len(unread)):
        found += [one if _SYLLABLE.fullmatch(one) else ""] * (len(one) if one.startswith("?") else 1)
    return found


@cache  # the same for every content folder
def _syllables() -> frozenset[str]:
    from pypinyin.pinyin_dict import pinyin_dict

    return frozenset(_plain(one) for readings in pinyin_dict.values() for one in readings.split(","))


@cache  # the same for every content folder
def _common() -> str:
    return "".join(_first_level())


def _first_level() -> Iterator[str]:
    for lead in range(_FIRST_LEVEL[0], _FIRST_LEVEL[1] + 1):
        yield bytes(byte for trail in range(0xA1, 0xFF) for byte in (lead, trail)).decode("gb2312", "ignore")

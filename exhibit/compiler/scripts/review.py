"""Gathers the doubtful characters of a content folder, the most telling kind first, single characters together."""

from pathlib import Path

from exhibit.compiler.compile import each_said
from exhibit.compiler.problems import ProblemList
from exhibit.compiler.scripts.ambiguity import KINDS, AmbiguityFinder, AmbiguousCharacter


def review(folder: Path) -> dict[str, list[AmbiguousCharacter]]:
    """The doubts by kind; characters that stand alone by character, so that one look decides many."""
    found: list[AmbiguousCharacter] = []
    doubter: AmbiguityFinder | None = None
    for common, said in each_said(folder, ProblemList()):
        doubter = doubter or AmbiguityFinder(common.vocabulary.converter, common.settled)
        found += doubter.doubts(said)
    sections = {
        f"{kind}: {purpose}": [one for one in found if one.kind == kind]
        for kind, purpose in KINDS.items()
        if kind != "alone"
    }
    alone = [one for one in found if one.kind == "alone"]
    for pair in sorted({_pair(one) for one in alone}):
        sections[f"alone: {pair}"] = [one for one in alone if _pair(one) == pair]
    return {title: doubts for title, doubts in sections.items() if doubts}


def _pair(doubt: AmbiguousCharacter) -> str:
    text = doubt.text.cut(doubt.start, doubt.end)
    return f"{text.hans} {text.hant}"

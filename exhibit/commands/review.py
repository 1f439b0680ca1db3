"""`exhibit review`: lists the characters whose conversion between the scripts is doubtful, with their sentences."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from exhibit.commands.content import add_folder
from exhibit.commands.remedies import compiler_missing

if TYPE_CHECKING:
    from exhibit.compiler.scripts.ambiguity import AmbiguousCharacter


def configure(parser: argparse.ArgumentParser) -> None:
    add_folder(parser)
    parser.description = (
        "Look at each: if it is wrong, add it to `exceptions:` of scripts.yaml; if it is right, copy `phrase: result` "
        "to `reviewed:`, and it will not come back. Exit code 1 while something is left."
    )


def run(arguments: argparse.Namespace) -> int:
    try:
        from exhibit.compiler.scripts.review import review
    except ImportError as error:
        print(compiler_missing(error), file=sys.stderr)
        return 1
    folder: Path = arguments.content
    sections = review(folder).sections
    for title, doubts in sections.items():
        print(f"# {title}: {len(doubts)}")
        for doubt in doubts:
            _print(folder, doubt)
        print()
    count = sum(map(len, sections.values()))
    print(f"{folder}: {count or 'no'} doubtful places", file=sys.stderr)
    return 1 if count else 0


def _print(folder: Path, doubt: "AmbiguousCharacter") -> None:
    where = f"{(folder / doubt.where.file).as_posix()}:{doubt.where.line}"
    phrase, sentence = doubt.phrase, doubt.sentence
    print(f"{where}: {phrase.hans}: {phrase.hant}  # or {doubt.others}")
    print(f"    {sentence.hans}\n    {sentence.hant}")
